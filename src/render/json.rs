//! JSON: the contract for machines.

use super::RenderError;
use crate::worksheet::Worksheet;
use std::path::Path;

/// The worksheet as one indented object with a line feed at the end.
pub(super) fn render(worksheet: &Worksheet, _: Option<&Path>) -> Result<String, RenderError> {
    let json = serde_json::to_string_pretty(worksheet).map_err(|error| RenderError::Data(error.to_string()))?;
    Ok(json + "\n")
}
