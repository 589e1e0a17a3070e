//! Formats that show findings and claims at the lines of a draft: pull requests and the pipelines
//! that check them.

pub(crate) mod diagnostic;

pub(super) mod checkstyle;
pub(super) mod github;
pub(super) mod github_summary;
pub(super) mod gitlab;
pub(super) mod junit;
pub(super) mod point;
pub(super) mod rdjsonl;
pub(super) mod sarif;
mod sarif_rules;
#[cfg(test)]
mod tests;
mod xml;

use super::RenderError;
use claimsheet::text::escape::percent::encoded;
use serde::Serialize;

/// The file of an article as repositories name it: with `/`, and no `./` before it.
fn file(path: &str) -> String {
    let path = if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.to_owned() };
    let mut path = path.as_str();
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    crate::harmless::path(path)
}

/// The file of an article as a URI, relative where the path is.
pub(super) fn uri(path: &str) -> String {
    let file = file(path);
    let is_drive =
        file.as_bytes().get(1) == Some(&b':') && file.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let written = encoded(&file).replace("%2F", "/");
    match (file.starts_with('/'), is_drive) {
        (true, _) => format!("file://{written}"),
        (_, true) if std::path::MAIN_SEPARATOR == '\\' => format!("file:///{written}"),
        _ => written,
    }
}

/// `value` as indented JSON with a line feed at the end.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut json = serde_json::to_vec_pretty(value).map_err(|error| RenderError::Data(error.to_string()))?;
    json.push(b'\n');
    Ok(json)
}
