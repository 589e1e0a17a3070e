//! The Markdown sheet, by the template `templates/worksheet.md`.

use super::{Format, RenderError, RenderOptions, escape};
use crate::worksheet::Worksheet;
use minijinja::Environment;
use std::borrow::Cow;

mod view;

/// The template's file in a templates folder.
const FILE: &str = "worksheet.md";

/// The sheet that people tick and fill.
pub const FORMAT: Format = Format {
    name: "markdown",
    about: "The sheet to tick and fill",
    suffix: "worksheet.md",
    holds_work: true,
    needs_sheet: false,
    write: |material, options| Ok(render(material.worksheet, options)?.into_bytes()),
};

/// Renders the sheet without its record; a `worksheet.md` in the templates folder replaces the
/// built-in template.
///
/// # Errors
///
/// Where the template cannot be read or is wrong.
pub fn render(worksheet: &Worksheet, options: &RenderOptions) -> Result<String, RenderError> {
    let (name, source) = options.template(FILE, include_str!("../../templates/worksheet.md"))?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_filter("md", |text: Cow<'_, str>| escape::markdown(&text));
    environment.add_filter("yaml", |text: Cow<'_, str>| escape::yaml(&text));
    environment.add_filter("address", |text: Cow<'_, str>| escape::address(&text));
    let rendered =
        environment.render_named_str(&name, &source, minijinja::value::Serde(view::View::of(worksheet, options)));
    rendered.map(|text| text.trim_end().to_owned() + "\n").map_err(|error| super::wrong(&name, &error))
}
