//! What a Word document says of itself outside its text.
//!
//! The days on which a file was made and saved are not the day of publication, so none of them is
//! taken for it. It is taken from the property that Word calls Publish Date, and from a property of
//! the house's own ([`is_publication`]).

use super::super::{author, day, is_publication};
use super::element_text;
use crate::package::{Item, Package, PackageError, Xml, relations};
use claimsheet::text::document::Document;

/// How many parts of custom data are looked into.
const MOST_DATA: usize = 20;

/// Reads title, author and day of publication; a title in the text goes before the property.
pub(super) fn read(package: &mut Package<'_>, document: &mut Document) -> Result<(), PackageError> {
    let related = relations(package, "")?;
    let part_of = |kind: &str| related.iter().find(|one| one.kind == kind).map(|one| one.target.clone());
    if let Some(name) = part_of("core-properties")
        && let Some(text) = package.text(&name)?
    {
        let mut found = element_text(&mut Xml::new(&name, &text, package.limits()), &["title", "creator"])?;
        let title = found.remove("title").map(|title| title.trim().to_owned());
        let title = title.filter(|title| title.contains(char::is_alphanumeric));
        let meta = &mut document.meta;
        meta.title = meta.title.take().or(title);
        meta.author = meta.author.take().or_else(|| found.get("creator").and_then(|name| author(name)));
    }
    if let Some(name) = part_of("custom-properties")
        && let Some(text) = package.text(&name)?
    {
        let said = custom(&mut Xml::new(&name, &text, package.limits()))?;
        document.meta.published = document.meta.published.or(said);
    }
    for number in 1..=MOST_DATA {
        if document.meta.published.is_some() {
            break;
        }
        let name = format!("customXml/item{number}.xml");
        let Some(text) = package.text(&name)? else { break };
        if text.contains("coverPageProps") {
            let found = element_text(&mut Xml::new(&name, &text, package.limits()), &["PublishDate"])?;
            document.meta.published = found.get("PublishDate").and_then(|text| day(text));
        }
    }
    Ok(())
}

/// The day of publication among the properties of the house's own.
fn custom(xml: &mut Xml<'_>) -> Result<Option<chrono::NaiveDate>, PackageError> {
    loop {
        match xml.next()? {
            Item::Start(tag)
                if tag.local == "property" && tag.attribute("name").is_some_and(|name| is_publication(&name)) =>
            {
                let text = xml.inner_text()?;
                if let Some(day) = day(&text) {
                    return Ok(Some(day));
                }
            }
            Item::Eof => return Ok(None),
            _ => {}
        }
    }
}
