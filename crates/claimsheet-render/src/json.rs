//! JSON: the contract for machines.

use super::{Format, RenderContext, RenderError, RenderOptions};

/// The whole analysis.
pub(super) const FORMAT: Format = Format {
    name: "json",
    about: "Everything, for machines",
    suffix: "worksheet.json",
    holds_work: false,
    needs_sheet: false,
    write: render,
};

/// The worksheet as one indented object with a line feed at the end.
fn render(material: &RenderContext<'_>, _: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let mut json =
        serde_json::to_vec_pretty(material.worksheet).map_err(|error| RenderError::Data(error.to_string()))?;
    json.push(b'\n');
    Ok(json)
}
