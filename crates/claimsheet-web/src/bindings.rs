//! The functions that JavaScript calls. Options and results are plain objects, whose types are in `types.ts`.

#![allow(
    clippy::missing_errors_doc,
    reason = "each throws where what it was given cannot be read, and says what to do"
)]

use crate::draft::Draft;
use crate::evidence::Evidence;
use crate::options::Options;
use crate::{recognise, reviews};
use claimsheet_read::READERS;
use claimsheet_render::{FORMATS, table};
use js_sys::{Array, JSON, JsString, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_json::json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

#[wasm_bindgen]
extern "C" {
    /// Options of a run.
    #[wasm_bindgen(typescript_type = "MakeOptions")]
    pub type MakeOptions;
    /// A file of the reporter's.
    #[wasm_bindgen(typescript_type = "EvidenceFile[]")]
    pub type EvidenceFiles;
    /// The sheet of an article.
    #[wasm_bindgen(typescript_type = "MadeSheet")]
    pub type MadeSheet;
    /// A sheet with answers.
    #[wasm_bindgen(typescript_type = "Answered")]
    pub type Answered;
    /// What a file is.
    #[wasm_bindgen(typescript_type = "Recognised")]
    pub type Recognised;
    /// What this build can read and write.
    #[wasm_bindgen(typescript_type = "Abilities")]
    pub type Abilities;
}

fn options(given: Option<MakeOptions>) -> Result<Options, JsError> {
    let Some(given) = given.map(JsValue::from).filter(|given| !given.is_null() && !given.is_undefined()) else {
        return Ok(Options::default());
    };
    let json = JSON::stringify(&given).map_err(|_| JsError::new("the options are no plain object"))?;
    Options::of(&String::from(json)).map_err(|reason| JsError::new(&reason))
}

fn object<T: JsCast>(value: &impl Serialize) -> Result<T, JsError> {
    let json = serde_json::to_string(value)?;
    let value = JSON::parse(&json).map_err(|_| JsError::new("the result is no plain object"))?;
    Ok(value.unchecked_into())
}

fn wrong(reason: String) -> JsError {
    JsError::new(&reason)
}

/// A draft, read: its articles, their sheets, and every format of them.
#[wasm_bindgen(js_name = Draft)]
pub struct JsDraft(Draft);

#[wasm_bindgen(js_class = Draft)]
impl JsDraft {
    /// Reads a file. `name` is its name without folder, which helps to tell its format and names the sheet; `-` for
    /// text that was pasted. Throws where it cannot be read, with what to do.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>, options: Option<MakeOptions>) -> Result<Self, JsError> {
        Draft::read(name, bytes, self::options(options)?).map(Self).map_err(wrong)
    }

    /// How many articles the file holds; most hold one.
    #[wasm_bindgen(getter)]
    pub fn articles(&self) -> usize {
        self.0.articles()
    }

    /// Hands in the reporter's documents, against which each fact is held.
    #[wasm_bindgen(js_name = handIn)]
    pub fn hand_in(&mut self, files: EvidenceFiles) -> Result<(), JsError> {
        let files: Array = JsValue::from(files).unchecked_into();
        let read = files.iter().map(|file| {
            let get = |key: &str| Reflect::get(file.unchecked_ref::<Object>(), &JsString::from(key)).ok();
            let name = get("name").and_then(|name| name.as_string());
            let bytes = get("bytes").and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
            let (Some(name), Some(bytes)) = (name, bytes) else {
                return Err(JsError::new("a document needs a name and its bytes"));
            };
            Ok((name, bytes.to_vec()))
        });
        self.0.hand_in(Evidence::read(read.collect::<Result<_, _>>()?));
        Ok(())
    }

    /// The sheet of the article of that number, from 0: a new one, or `sheet` with the draft as it is now and all
    /// that people wrote. Throws where `sheet` is that of another draft.
    pub fn sheet(&self, article: usize, sheet: Option<String>) -> Result<MadeSheet, JsError> {
        let made = self.0.sheet(article, &sheet.unwrap_or_default()).map_err(wrong)?;
        object(&made)
    }

    /// The bytes of the article in a format of `claimsheet make --format`, with what people wrote in `sheet`.
    pub fn render(&self, article: usize, format: &str, sheet: Option<String>) -> Result<Vec<u8>, JsError> {
        self.0.render(article, format, &sheet.unwrap_or_default()).map_err(wrong)
    }

    /// The name of the article's file in a format: `draft.worksheet.md`.
    #[wasm_bindgen(js_name = fileName)]
    pub fn file_name(&self, article: usize, format: &str) -> Result<String, JsError> {
        self.0.file_of(article, format).map_err(wrong)
    }

    /// The number of the article that is a sheet's, from 0; undefined where the draft no longer has it.
    #[wasm_bindgen(js_name = articleOf)]
    pub fn article_of(&self, sheet: &str) -> Option<usize> {
        self.0.article_of(sheet)
    }
}

/// Puts answers that came back (a table, a workbook, a commented Word document) into the empty fields of a sheet.
/// `prefer` says which wins where both say something: `"sheet"` or `"file"`; left out, neither does, and each such
/// field is a conflict.
#[wasm_bindgen(js_name = importAnswers)]
pub fn import_answers(
    sheet: &str,
    answers: Vec<u8>,
    prefer: Option<String>,
    options: Option<MakeOptions>,
) -> Result<Answered, JsError> {
    let options = self::options(options)?;
    object(&reviews::import(sheet, &answers, &prefer.unwrap_or_default(), &options).map_err(wrong)?)
}

/// The reviews of a sheet as `claimsheet export --format` writes them: `"queries"`, `"corrections"`, `"sources"`,
/// `"markdown"`, `"claimreview"`, `"json"` or `"csv"`.
#[wasm_bindgen(js_name = exportReviews)]
pub fn export_reviews(sheet: &str, format: &str, options: Option<MakeOptions>) -> Result<String, JsError> {
    reviews::export(sheet, format, &self::options(options)?).map_err(wrong)
}

/// What a file is that was handed in: a sheet, a house's configuration, answers, or a draft.
#[wasm_bindgen(js_name = recognise)]
pub fn recognise_file(name: &str, bytes: Vec<u8>) -> Result<Recognised, JsError> {
    object(&recognise::recognise(name, &bytes))
}

/// The version, and what it reads and writes.
#[wasm_bindgen]
pub fn abilities() -> Result<Abilities, JsError> {
    let formats: Vec<_> = FORMATS
        .iter()
        .map(|format| {
            json!({
                "name": format.name,
                "about": format.about,
                "suffix": format.suffix,
                "isTable": format.is_table(),
            })
        })
        .collect();
    let readers: Vec<_> = READERS
        .iter()
        .map(|reader| json!({ "name": reader.name, "about": reader.about, "extensions": reader.extensions }))
        .collect();
    let presets: Vec<_> = table::PRESETS.iter().map(|preset| json!(preset.name)).collect();
    let exports: Vec<_> =
        reviews::EXPORTS.iter().map(|(name, extension, _)| json!({ "name": name, "extension": extension })).collect();
    object(&json!({
        "version": env!("CARGO_PKG_VERSION"),
        "formats": formats,
        "readers": readers,
        "presets": presets,
        "exports": exports,
    }))
}
