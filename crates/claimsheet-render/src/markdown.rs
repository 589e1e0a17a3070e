//! The Markdown sheet, by the templates `templates/worksheet.md` and `templates/worksheet-full.md`.

use super::{Format, RenderError, RenderOptions};
use claimsheet::text::escape::markup;
use claimsheet_sheet::worksheet::Worksheet;
use minijinja::value::Serde;
use minijinja::{Environment, Value};
use serde::Deserialize;
use std::borrow::Cow;

mod backing;
mod built_in;
mod first_things;
mod sentence;
mod view;

/// How much the sheet shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// What to do first, short entries, and a line for each claim of low priority.
    #[default]
    Short,
    /// Every fact, place and field of every claim.
    Full,
}

/// The template's file in a templates folder.
pub(super) const FILE: &str = "worksheet.md";

/// The sheet that people tick and fill.
pub const FORMAT: Format = Format {
    name: "markdown",
    about: "The sheet to tick and fill",
    suffix: "worksheet.md",
    holds_work: true,
    needs_sheet: false,
    write: |material, options| Ok(render(material.worksheet, options)?.into_bytes()),
};

/// Renders the sheet without its record; a house's own `worksheet.md` replaces the built-in
/// template.
///
/// # Errors
///
/// Where the template is wrong.
pub fn render(worksheet: &Worksheet, options: &RenderOptions) -> Result<String, RenderError> {
    let view = view::View::of(worksheet, options);
    let mut text = match options.templates.own(FILE) {
        Some((name, source)) => interpreted(name, source, view)?,
        None => match options.layout {
            Layout::Short => built_in::short(&view),
            Layout::Full => built_in::full(&view),
        },
    };
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(text)
}

/// What the template `source` of the file `name` gives.
fn interpreted(name: &str, source: &str, view: view::View<'_>) -> Result<String, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_filter("md", |text: Cow<'_, str>| markup::markdown(&text));
    environment.add_filter("yaml", |text: Cow<'_, str>| markup::yaml(&text));
    environment.add_filter("address", |text: Cow<'_, str>| markup::address(&text));
    super::own_template::rendered(environment, name, source, Value::from(Serde(view)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use claimsheet::options::Options;
    use claimsheet_read::{ReadOptions, read};
    use proptest::prelude::*;

    fn worksheet(text: &str, url: Option<&str>) -> Worksheet {
        let options = ReadOptions { name: Some("quay.md"), ..ReadOptions::default() };
        let mut document = read(text.as_bytes(), &options).unwrap();
        document.meta.url = url.map(str::to_owned);
        Worksheet::new(
            "drafts/quay.md",
            text.as_bytes(),
            &document,
            claimsheet::analyse(&document, &Options::default()),
        )
    }

    fn is_as_its_template_says(worksheet: &Worksheet) {
        let options = RenderOptions::default();
        let view = || view::View::of(worksheet, &options);
        let (short, full) = (include_str!("../templates/worksheet.md"), include_str!("../templates/worksheet-full.md"));
        assert_eq!(built_in::short(&view()), interpreted(FILE, short, view()).unwrap());
        assert_eq!(built_in::full(&view()), interpreted(FILE, full, view()).unwrap());
    }

    const ARTICLE: &str = "---\ntitle: \"The *quay*\"\nauthor: B. Lund\npublished: 2026-03-02\n---\n\nThe quay cost $4 million in 2019, harbour master Ida Lund said. \"It was the first of its kind,\" Ms. Lund told the board. We should be proud of it.\n\nThe quay cost $4 million in 2019, harbour master Ida Lund said. It grew by 10 percent from 100 to 150 boats.\n";

    #[test]
    fn the_built_in_sheet_is_what_its_template_gives() {
        let mut all = worksheet(ARTICLE, None);
        is_as_its_template_says(&all);
        all.checker = Some("M. Ode".to_owned());
        all.analysis.warnings.push("1 * 2".to_owned());
        is_as_its_template_says(&all);
        is_as_its_template_says(&worksheet(ARTICLE, Some("https://paper.example/quay(1)")));
        is_as_its_template_says(&worksheet("Why?", None));
    }

    proptest! {
        #[test]
        fn of_any_text_too(text in "([A-Z][a-z]{1,6}( [a-z0-9*_<$%\"“”]{1,7}){0,9}[.?!:] ){1,4}") {
            is_as_its_template_says(&worksheet(&text, None));
        }
    }
}
