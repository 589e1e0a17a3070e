//! Names for the articles of a file that holds several.

use claimsheet::text::document::Document;
use std::collections::HashMap;

/// Gives each document the name that the file has for it, in letters, digits and hyphens and unlike
/// the others; a single one needs none. Those without text are dropped, and the first one left says
/// so.
pub(super) fn named(documents: Vec<(Option<String>, Document)>) -> Vec<Document> {
    let several = documents.len() > 1;
    let (mut named, mut empty, mut taken) = (Vec::with_capacity(documents.len()), Vec::new(), HashMap::new());
    for (at, (name, mut document)) in documents.into_iter().enumerate() {
        let name = name.map_or_else(String::new, |name| slug(&name));
        let name = if name.is_empty() { (at + 1).to_string() } else { name };
        if document.blocks.is_empty() {
            empty.push(name);
            continue;
        }
        document.part = several.then(|| unlike(name, &mut taken));
        named.push(document);
    }
    if let Some(first) = named.first_mut().filter(|_| !empty.is_empty()) {
        first.warnings.push(format!("these of the file hold no text and give no sheet: {}", empty.join(", ")));
    }
    named
}

/// A name in letters, digits and hyphens, of 80 bytes at most.
fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    slug.truncate(80);
    slug
}

/// A name that nothing had yet; `taken` counts how often each was asked for.
fn unlike(name: String, taken: &mut HashMap<String, u32>) -> String {
    let count = taken.entry(name.clone()).or_default();
    *count += 1;
    if *count == 1 { name } else { format!("{name}--{count}") }
}
