//! One article: its analysis, its sheet.

use crate::options::{About, config, wrong};
use claimsheet_make::{Analysed, SourceFile, is_sheet, other_draft, summary};
use claimsheet_render::Templates;
use claimsheet_sheet::Sheet;
use claimsheet_sheet::worksheet::sha256;
use pyo3::prelude::*;
use std::path::PathBuf;

/// The analyses of the articles in a file, as JSON of the contract `claimsheet/1`.
#[pyfunction]
pub(crate) fn analyse(
    py: Python<'_>,
    bytes: Vec<u8>,
    name: Option<String>,
    about: About,
    config_file: Option<PathBuf>,
) -> PyResult<Vec<String>> {
    let (request, config) = (about.request()?, config(config_file)?);
    py.detach(|| {
        let articles = request.read(name.as_deref(), &bytes, &config).map_err(wrong)?;
        let sha256 = sha256(&bytes);
        let file = SourceFile { path: name.as_deref().unwrap_or("-"), bytes: &bytes, sha256: &sha256 };
        let all = articles.iter().map(|article| {
            let analysed = Analysed::of(&file, article, &request, &config, None);
            serde_json::to_string(&analysed.worksheet).map_err(wrong)
        });
        all.collect()
    })
}

/// The sheet of the first article in a file, made anew or merged into `sheet`: its text, a line on what is in it,
/// and one on what became of the old one.
#[pyfunction]
pub(crate) fn make(
    py: Python<'_>,
    bytes: Vec<u8>,
    name: String,
    sheet: Option<String>,
    about: About,
    config_file: Option<PathBuf>,
) -> PyResult<(String, String, Option<String>)> {
    let request = about.request()?;
    let config = request.configured(config(config_file)?);
    py.detach(|| {
        if is_sheet(&bytes) {
            return Err(wrong(format!("{name}: this is a sheet that claimsheet wrote; hand in its draft")));
        }
        let articles = request.read(Some(&name), &bytes, &config).map_err(|error| wrong(format!("{name}: {error}")))?;
        let article = articles.first().ok_or_else(|| wrong(format!("{name}: there is no article in it")))?;
        let sha256 = sha256(&bytes);
        let file = SourceFile { path: &name, bytes: &bytes, sha256: &sha256 };
        let mut analysed = Analysed::of(&file, article, &request, &config, None);
        let origin = analysed.origin(name.clone(), &request);
        let of_sheet = |why: String| wrong(format!("the sheet of {name}: {why}"));
        let old = sheet.map(|sheet| Sheet::parse(&sheet)).transpose().map_err(|error| of_sheet(error.to_string()))?;
        if let Some(other) = old.as_ref().and_then(|old| other_draft(old, &origin)) {
            return Err(of_sheet(format!("it is the sheet of {}, and not of {}", other.theirs, other.own)));
        }
        let options = request.render_options(&config, Templates::default());
        let renewed = analysed.renewed(old, &origin, &request, &options, &config);
        let renewed = renewed.map_err(|error| of_sheet(error.to_string()))?;
        let told = summary::told(&analysed.worksheet, &renewed.settled());
        Ok((renewed.text().to_owned(), told, renewed.changes().map(summary::changes)))
    })
}
