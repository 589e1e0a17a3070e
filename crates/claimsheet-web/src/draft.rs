//! A draft: its articles, their sheets, and every format of them.

use crate::evidence::{Evidence, indexed};
use crate::options::Options;
use claimsheet::text::document::Document;
use claimsheet_config::Config;
use claimsheet_make::{Analysed, OtherDraft, Renewed, Request, SourceFile, is_sheet, other_draft, summary};
use claimsheet_render::{MARKDOWN, RenderContext, Templates, format, harmless};
use claimsheet_sheet::worksheet::sha256;
use claimsheet_sheet::{Merged, Origin, Sheet};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The name of what was pasted, as of standard input on the command line.
pub const PASTED: &str = "-";

/// A file that was read.
#[derive(Debug)]
pub struct Draft {
    name: String,
    path: String,
    sha256: String,
    bytes: Vec<u8>,
    options: Options,
    request: Request,
    config: Config,
    articles: Vec<Document>,
    evidence: Evidence,
    /// What was found in the articles, by number: finding it takes longest.
    analysed: RefCell<BTreeMap<usize, Analysed>>,
}

/// The sheet of an article.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MadeSheet {
    /// The sheet.
    pub text: String,
    /// The name of its file beside the draft.
    pub file: String,
    /// Which of the several articles of the draft it is of.
    pub part: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// How many claims there are, and what to settle first.
    pub summary: String,
    /// How many claims the draft has.
    pub claims: usize,
    /// What became of the claims, where there was a sheet to merge into.
    pub changes: Option<Changes>,
    /// What was left out, or could not be followed.
    pub warnings: Vec<String>,
}

/// What became of the claims of a sheet.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Claims that were in the sheet and are in the draft, unchanged.
    pub kept: usize,
    /// Claims whose words were edited.
    pub edited: usize,
    /// Claims that are new in the draft.
    pub new: usize,
    /// Claims that are no longer in the draft.
    pub withdrawn: usize,
    /// Claims whose entries a person had deleted.
    pub dropped: usize,
    /// All of it in a line.
    pub told: String,
}

impl Changes {
    fn of(merged: &Merged) -> Self {
        let Merged { kept, edited, new, withdrawn, dropped, .. } = *merged;
        Self { kept, edited, new, withdrawn, dropped, told: summary::changes(merged) }
    }
}

impl Draft {
    /// Reads a file; `name` is its name without folder, [`PASTED`] for text that was pasted.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, is a sheet and no draft, or the options are wrong.
    pub fn read(name: &str, bytes: Vec<u8>, options: Options) -> Result<Self, String> {
        let request = options.request()?;
        let config = request.configured(options.config()?);
        let path = harmless::path(name);
        if is_sheet(&bytes) {
            return Err(format!("{path}: this is a sheet that claimsheet wrote; hand in its draft too"));
        }
        let articles = request.read(Some(name), &bytes, &config).map_err(|error| format!("{path}: {error}"))?;
        let sha256 = sha256(&bytes);
        Ok(Self {
            name: name.to_owned(),
            path,
            sha256,
            bytes,
            options,
            request,
            config,
            articles,
            evidence: Evidence::default(),
            analysed: RefCell::default(),
        })
    }

    /// How many articles it holds.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Takes the reporter's documents, against which each fact is held.
    pub fn hand_in(&mut self, evidence: Evidence) {
        self.evidence = evidence;
        self.analysed.borrow_mut().clear();
    }

    /// The sheet of the article of that number, from 0: a new one, or `sheet` with the draft as it is now.
    ///
    /// # Errors
    ///
    /// Where there is no such article, or `sheet` cannot be merged or is that of another draft.
    pub fn sheet(&self, article: usize, sheet: &str) -> Result<MadeSheet, String> {
        self.with(article, sheet, |document, analysed, renewed| {
            let worksheet = &analysed.worksheet;
            Ok(MadeSheet {
                file: self.file(document, MARKDOWN.suffix),
                part: document.part.clone(),
                title: document.meta.title.clone(),
                summary: summary::told(worksheet, &renewed.settled()),
                claims: worksheet.analysis.claims.len(),
                changes: renewed.changes().map(Changes::of),
                warnings: document.warnings.clone(),
                text: renewed.text().to_owned(),
            })
        })
    }

    /// The article in a format of `make --format`, as the command line writes it where `sheet` stands beside the
    /// draft.
    ///
    /// # Errors
    ///
    /// As [`Self::sheet`]; where there is no such format.
    pub fn render(&self, article: usize, name: &str, sheet: &str) -> Result<Vec<u8>, String> {
        let format = format(name).ok_or_else(|| format!("there is no format {name:?}"))?;
        self.with(article, sheet, |document, analysed, renewed| {
            if *format == MARKDOWN {
                return Ok(renewed.text().as_bytes().to_vec());
            }
            let entries = if format.needs_sheet { renewed.entries(&self.config.labels) } else { Vec::new() };
            let material = RenderContext {
                worksheet: &analysed.worksheet,
                document,
                bytes: &self.bytes,
                sheet: if format.needs_sheet { renewed.text() } else { "" },
                entries: &entries.into(),
            };
            format
                .render(&material, &self.request.render_options(&self.config, Templates::default()))
                .map_err(|error| error.to_string())
        })
    }

    /// The name of the article's file in a format.
    ///
    /// # Errors
    ///
    /// Where there is no such article or format.
    pub fn file_of(&self, article: usize, name: &str) -> Result<String, String> {
        let format = format(name).ok_or_else(|| format!("there is no format {name:?}"))?;
        Ok(self.file(self.article(article)?, format.suffix))
    }

    /// The number of the article that is a sheet's, from 0: by its part.
    pub fn article_of(&self, sheet: &str) -> Option<usize> {
        let sheet = Sheet::parse(sheet).ok()?;
        let part = sheet.origin().and_then(|origin| origin.part.clone());
        self.articles.iter().position(|document| document.part == part)
    }

    fn article(&self, number: usize) -> Result<&Document, String> {
        self.articles.get(number).ok_or_else(|| format!("{}: there is no article {number} in it", self.path))
    }

    /// Gives an article, what was found in it, and its sheet as it is now, to `act`.
    fn with<T>(
        &self,
        article: usize,
        sheet: &str,
        act: impl FnOnce(&Document, &Analysed, &Renewed) -> Result<T, String>,
    ) -> Result<T, String> {
        let document = self.article(article)?;
        let mut all = self.analysed.borrow_mut();
        let analysed = all.entry(article).or_insert_with(|| self.analyse(document));
        let wrong = |reason: String| format!("the sheet of {}: {reason}", self.path);
        let old = if sheet.trim().is_empty() { None } else { Some(Sheet::parse(sheet)) };
        let old = old.transpose().map_err(|error| wrong(error.to_string()))?;
        let origin = self.origin(analysed, old.as_ref());
        if let Some(OtherDraft { theirs, own }) = old.as_ref().and_then(|old| other_draft(old, &origin))
            && !self.options.renamed
        {
            return Err(format!("this is the sheet of {theirs}, and not of {own}"));
        }
        let options = self.request.render_options(&self.config, Templates::default());
        let renewed = analysed.renewed(old, &origin, &self.request, &options, &self.config);
        let renewed = renewed.map_err(|error| wrong(error.to_string()))?;
        act(document, analysed, &renewed)
    }

    fn analyse(&self, document: &Document) -> Analysed {
        let file = SourceFile { path: &self.path, bytes: &self.bytes, sha256: &self.sha256 };
        let published = self.articles.first().and_then(|document| document.meta.published);
        let index = indexed(&self.evidence, &self.config, published);
        Analysed::of(&file, document, &self.request, &self.config, index.as_ref())
    }

    /// What the sheet keeps of its draft. The folders are unknown here: where the sheet at hand names a draft of
    /// this name, its way there stays.
    fn origin(&self, analysed: &Analysed, old: Option<&Sheet>) -> Origin {
        let own = self.name.replace('%', "%25");
        let theirs = old.and_then(Sheet::origin).map(|origin| origin.draft.as_str());
        let way = theirs.filter(|way| way.rsplit('/').next() == Some(own.as_str())).map(str::to_owned);
        analysed.origin(way.unwrap_or(own), &self.request)
    }

    /// `draft.md` gives `draft.worksheet.md`.
    fn file(&self, document: &Document, suffix: &str) -> String {
        let name = self.name.as_str();
        let stem = match name.rsplit_once('.') {
            _ if name == PASTED => "article",
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        };
        let part = document.part.as_ref().map(|part| format!(".{part}")).unwrap_or_default();
        format!("{stem}{part}.{suffix}")
    }
}
