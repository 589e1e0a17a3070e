//! The draft as a Word document with a comment at each claim, and the sheet as a Word document to
//! print.

pub(crate) mod annotate_original;
pub(crate) mod comment_text;
pub(crate) mod previous_comments;
pub(crate) mod run_splitter;

use super::{Format, RenderContext, RenderError, RenderOptions};

mod body;
mod clean;
mod comment;
pub(crate) mod own_entries;
mod parts;
mod sheet;
#[cfg(test)]
mod tests;
mod ticks;

/// The draft with comments.
pub(super) const FORMAT: Format = Format {
    name: "docx",
    about: "The draft as a Word document, a comment at each claim",
    suffix: "commented.docx",
    holds_work: true,
    needs_sheet: true,
    write: commented,
};

/// The sheet to print.
pub(super) const SHEET: Format = Format {
    name: "docx-sheet",
    about: "The sheet as a table in a Word document, to print",
    suffix: "worksheet.docx",
    holds_work: true,
    needs_sheet: true,
    write: |material, _| sheet::write(material).map_err(|error| RenderError::Data(error.to_string())),
};

/// A draft in Word keeps its own text, look, changes and comments, and gets ours; of any other a
/// document is made.
fn commented(material: &RenderContext<'_>, _: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let remarks = comment_text::remarks(material);
    let facts = comment_text::facts(material);
    let written = if material.document.format == "docx" && !material.bytes.is_empty() {
        annotate_original::write(material, &remarks, &facts)?
    } else {
        clean::write(material, &remarks, &facts).map_err(|error| RenderError::Data(error.to_string()))?
    };
    Ok(written)
}

/// Whether a document has a comment of ours.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let limits = claimsheet_read::package::Limits { bytes: 256 << 20, depth: 512 };
    let Ok(mut package) = claimsheet_read::package::Package::open(bytes, limits) else { return false };
    let own = format!("author=\"{}\"", claimsheet_read::office::docx::OURS);
    let parts: Vec<String> = package.names().into_iter().filter(|name| name.contains("comments")).collect();
    parts.iter().any(|name| package.text(name).ok().flatten().is_some_and(|text| text.contains(&own)))
}
