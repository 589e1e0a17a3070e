//! The Markdown sheet, by the template `templates/worksheet.md`.

use super::{RenderError, escape};
use crate::worksheet::Worksheet;
use minijinja::Environment;
use std::path::Path;

mod view;

/// The template's file in a templates folder.
const FILE: &str = "worksheet.md";

/// Renders the sheet; a `worksheet.md` in `templates` replaces the built-in template.
pub(super) fn render(worksheet: &Worksheet, templates: Option<&Path>) -> Result<String, RenderError> {
    let own = templates.map(|folder| folder.join(FILE)).filter(|file| file.exists());
    let source = match &own {
        Some(file) => std::fs::read_to_string(file).map_err(|error| RenderError::Unreadable(file.clone(), error))?,
        None => include_str!("../../templates/worksheet.md").to_owned(),
    };
    let name = own.map_or_else(|| format!("templates/{FILE}"), |file| file.display().to_string());
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_filter("md", |text: String| escape::markdown(&text));
    environment.add_filter("yaml", |text: String| escape::yaml(&text));
    environment.add_filter("address", |text: String| escape::address(&text));
    let rendered = environment.render_named_str(&name, &source, minijinja::value::Serde(view::View::of(worksheet)));
    rendered.map(|text| text.trim_end().to_owned() + "\n").map_err(|error| wrong(&name, &error))
}

fn wrong(file: &str, error: &minijinja::Error) -> RenderError {
    let reason = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    RenderError::Template { file: file.to_owned(), line: error.line(), reason }
}
