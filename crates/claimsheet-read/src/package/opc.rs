//! What the parts of an Office Open XML package are to each other (ECMA-376, part 2).

use super::{Item, Package, PackageError, Xml};

/// A relation of a part to another part or to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its id, by which the part refers to it.
    pub id: String,
    /// The last word of its type: `hyperlink`, `footnotes` ….
    pub kind: String,
    /// The address as written, or the name of the part in the package.
    pub target: String,
    /// Whether the target is outside the package.
    pub external: bool,
}

/// The relations of a part; of the package itself where `part` is empty.
///
/// # Errors
///
/// Where they cannot be read.
pub fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, PackageError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(text) = package.text(&name)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&name, &text, package.limits());
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Item::End(..) | Item::Text(..) => {}
            Item::Eof => return Ok(found),
            Item::Start(tag) => {
                if tag.local != "Relationship" {
                    continue;
                }
                let external = tag.says("TargetMode", "External");
                let target = tag.attribute("Target").unwrap_or_default();
                let kind = tag.attribute("Type").unwrap_or_default();
                found.push(Relation {
                    id: tag.attribute("Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
                    target: if external { target } else { resolved(folder, &target) },
                    external,
                });
            }
        }
    }
}

/// The name of the part at `target`, seen from `folder`.
pub fn resolved(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in target.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}
