//! A page of its own to read, tick and print, by the template `templates/worksheet.html`.
//!
//! The page asks for nothing from anywhere: style, script and data are in it, and its content security
//! policy allows no more. It holds the Markdown sheet; its script edits lines of that sheet and gives
//! it back.

pub(crate) mod annotations;
pub(crate) mod article_body;

use super::{Format, RenderContext, RenderError, RenderOptions};
use claimsheet_sheet::Sheet;
use minijinja::value::Serde;
use minijinja::{Environment, Value};

mod backing;
pub(crate) mod data;
mod policy;
mod view;

/// The page.
pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "A page to read, tick and print",
    suffix: "worksheet.html",
    holds_work: false,
    needs_sheet: true,
    write: render,
};

/// The page's templates.
pub(super) const PAGE: &str = "worksheet.html";
pub(super) const STYLE: &str = "page.css";

/// The script, one thing a file; they share one scope, and `main.js` begins.
const SCRIPT: &[&str] = &[
    include_str!("../templates/page/dom.js"),
    include_str!("../templates/page/inline.js"),
    include_str!("../templates/page/line.js"),
    include_str!("../templates/page/sheet.js"),
    include_str!("../templates/page/desk.js"),
    include_str!("../templates/page/undo.js"),
    include_str!("../templates/page/store.js"),
    include_str!("../templates/page/field.js"),
    include_str!("../templates/page/sources.js"),
    include_str!("../templates/page/backing.js"),
    include_str!("../templates/page/entry.js"),
    include_str!("../templates/page/side.js"),
    include_str!("../templates/page/progress.js"),
    include_str!("../templates/page/select.js"),
    include_str!("../templates/page/add.js"),
    include_str!("../templates/page/split.js"),
    include_str!("../templates/page/queries.js"),
    include_str!("../templates/page/filter.js"),
    include_str!("../templates/page/arrange.js"),
    include_str!("../templates/page/drag.js"),
    include_str!("../templates/page/save.js"),
    include_str!("../templates/page/recover.js"),
    include_str!("../templates/page/paper.js"),
    include_str!("../templates/page/theme.js"),
    include_str!("../templates/page/keys.js"),
    include_str!("../templates/page/main.js"),
];

/// The page's script: a function `openSheet(host)`, which the page calls once, and the app in the browser for each
/// sheet that it shows. `host` is what stands around the page; nothing in the page itself.
pub(crate) fn script() -> String {
    one_line_end(&format!("function openSheet(host) {{\n{}}}\n", SCRIPT.concat()))
}

/// The page's own style.
pub(crate) fn style() -> String {
    one_line_end(include_str!("../templates/page.css"))
}

/// Renders the page.
fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    let sheet = Sheet::parse(material.sheet).map_err(|error| RenderError::Data(error.to_string()))?;
    let outline = sheet.outline();
    let own = options.templates.own(PAGE);
    let style = options.templates.own(STYLE).map_or(include_str!("../templates/page.css"), |(_, own)| own);
    let view = view::View::of(material, &outline, options, one_line_end(style), script() + "openSheet({});\n")?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    let page = if let Some((name, template)) = own {
        super::own_template::rendered(environment, name, template, Value::from(Serde(view)))?
    } else {
        let page = environment.render_named_str(PAGE, include_str!("../templates/worksheet.html"), Serde(view));
        page.map_err(|error| super::wrong(&format!("templates/{PAGE}"), &error))?
    };
    Ok(one_line_end(page.trim_end()).into_bytes())
}

/// The text as a parser of HTML reads it, with line feeds alone, so that digests hold on every system.
fn one_line_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n") + if text.ends_with('\n') { "" } else { "\n" }
}
