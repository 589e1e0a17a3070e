//! The draft as a Word document with a comment at each claim, and the sheet as a Word document to
//! print.

use super::{Format, Material, RenderError, RenderOptions};

mod body;
mod clean;
mod comment;
mod kept;
mod own;
mod parts;
mod place;
mod remark;
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
fn commented(material: &Material<'_>, _: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let remarks = remark::remarks(material);
    let facts = remark::facts(material);
    let written = if material.document.format == "docx" && !material.bytes.is_empty() {
        kept::write(material, &remarks, &facts)?
    } else {
        clean::write(material, &remarks, &facts).map_err(|error| RenderError::Data(error.to_string()))?
    };
    Ok(written)
}
