//! The package document of a book (OPF): what it is called, and which of its parts are read in which
//! order.

use super::CONTAINER;
use crate::front_matter::day;
use crate::package::{Item, Package, PackageError, Tag, Xml};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// What a book says of itself.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    /// The day of publication; none where it is the day on which the file was made.
    pub(super) published: Option<NaiveDate>,
    /// The names of the parts that are read, in their order.
    pub(super) chapters: Vec<String>,
    numbers: HashMap<String, usize>,
    /// Names of parts that stand outside the reading order.
    aside: Vec<String>,
}

/// An entry of the list of parts.
#[derive(Debug)]
struct Listed {
    name: String,
    is_text: bool,
    is_contents: bool,
}

/// What is gathered from the package document before it is judged.
#[derive(Debug, Default)]
struct Gathered {
    listed: HashMap<String, Listed>,
    /// Ids in reading order, and whether each is part of it.
    spine: Vec<(String, bool)>,
    /// Parts that are a cover, a title page or a list of contents.
    guide: HashSet<String>,
    dates: Vec<(Option<String>, NaiveDate)>,
    modified: Option<NaiveDate>,
}

impl Book {
    /// Reads the list of parts.
    ///
    /// # Errors
    ///
    /// Where it is missing or damaged, or the chapters are locked.
    pub(super) fn open(package: &mut Package<'_>) -> Result<Self, PackageError> {
        let name = root(package)?;
        let text = package.needed(&name)?;
        let mut book = Self::default();
        let mut gathered = Gathered::default();
        let mut xml = Xml::new(&name, &text, package.limits());
        loop {
            match xml.next()? {
                Item::Start(tag) => book.take(&mut gathered, &tag, &mut xml, &name)?,
                Item::Eof => break,
                Item::End(..) | Item::Text(..) => {}
            }
        }
        book.published = gathered.published();
        book.order(&gathered);
        if book.chapters.is_empty() {
            return Err(PackageError::Missing("a chapter of XHTML".to_owned()));
        }
        let locked = package.text("META-INF/encryption.xml")?.unwrap_or_default();
        let mut addresses = locked.split("URI=\"").skip(1).filter_map(|rest| rest.split('"').next());
        if addresses.any(|address| book.number(&resolved("", address)).is_some()) {
            return Err(PackageError::Encrypted);
        }
        Ok(book)
    }

    fn take(
        &mut self,
        gathered: &mut Gathered,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
        opf: &str,
    ) -> Result<(), PackageError> {
        match tag.local {
            "title" if self.title.is_none() => self.title = words(xml)?,
            "creator" if tag.attribute("role").is_none_or(|role| role == "aut") => self.authors.extend(words(xml)?),
            "date" => {
                let event = tag.attribute("event");
                gathered.dates.extend(words(xml)?.as_deref().and_then(day).map(|day| (event, day)));
            }
            "meta" if tag.says("property", "dcterms:modified") => {
                gathered.modified = words(xml)?.as_deref().and_then(day);
            }
            "item" => {
                if let (Some(id), Some(href)) = (tag.attribute("id"), tag.attribute("href")) {
                    let kind = tag.attribute("media-type").unwrap_or_default();
                    let is_text =
                        matches!(kind.as_str(), "application/xhtml+xml" | "text/html" | "text/x-oeb1-document");
                    let properties = tag.attribute("properties").unwrap_or_default();
                    let is_contents = properties.split_ascii_whitespace().any(|property| property == "nav");
                    gathered.listed.insert(id, Listed { name: resolved(opf, &href), is_text, is_contents });
                }
            }
            "itemref" => {
                let is_read = tag.attribute("linear").is_none_or(|linear| linear != "no");
                gathered.spine.extend(tag.attribute("idref").map(|id| (id, is_read)));
            }
            "reference" => {
                let kind = tag.attribute("type").unwrap_or_default();
                if matches!(kind.as_str(), "cover" | "title-page" | "toc" | "copyright-page" | "index") {
                    gathered.guide.extend(tag.attribute("href").map(|href| resolved(opf, &href)));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn order(&mut self, gathered: &Gathered) {
        for (id, is_read) in &gathered.spine {
            let Some(part) = gathered.listed.get(id).filter(|part| part.is_text && !part.is_contents) else { continue };
            if !is_read {
                self.aside.extend(Some(part.name.clone()).filter(|name| !is_front(name)));
            } else if !gathered.guide.contains(&part.name) && self.number(&part.name).is_none() {
                self.numbers.insert(part.name.clone(), self.chapters.len());
                self.chapters.push(part.name.clone());
            }
        }
    }

    /// Which chapter a part is.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// What a person should know of how it was read.
    pub(super) fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.chapters.len() > 1 {
            warnings.push(format!("its {} chapters were read as one article", self.chapters.len()));
        }
        if !self.aside.is_empty() {
            warnings.push(format!("outside the reading order, and not read: {}", self.aside.join(", ")));
        }
        warnings
    }
}

impl Gathered {
    /// The day of publication: the one that is called so, else the only one. The day on which the
    /// file was made is none, and programs write it where nobody named another.
    fn published(&self) -> Option<NaiveDate> {
        let called = self.dates.iter().find(|(event, _)| event.as_deref() == Some("publication"));
        let plain = || self.dates.iter().find(|(event, _)| event.is_none());
        called.or_else(plain).map(|(_, day)| *day).filter(|day| Some(*day) != self.modified)
    }
}

/// Whether a part is a cover or a title page by its name, as programs call them.
fn is_front(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
    ["cover", "title", "toc", "nav"].iter().any(|word| file.starts_with(word))
}

/// The name of the package document.
fn root(package: &mut Package<'_>) -> Result<String, PackageError> {
    let text = package.needed(CONTAINER)?;
    let mut xml = Xml::new(CONTAINER, &text, package.limits());
    loop {
        match xml.next()? {
            Item::Start(tag) if tag.local == "rootfile" => {
                if let Some(path) = tag.attribute("full-path") {
                    return Ok(path);
                }
            }
            Item::Eof => return Err(PackageError::Missing("the list of chapters (.opf)".to_owned())),
            _ => {}
        }
    }
}

fn words(xml: &mut Xml<'_>) -> Result<Option<String>, PackageError> {
    let text = xml.inner_text()?;
    Ok(Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty()))
}

/// The name in the package of what the part `from` calls `href`, without what stands behind `#`.
pub(super) fn resolved(from: &str, href: &str) -> String {
    let path = unescaped(href.split('#').next().unwrap_or(""));
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut names: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for name in path.split('/') {
        match name {
            ".." => drop(names.pop()),
            "." => {}
            name => names.push(name),
        }
    }
    names.retain(|name| !name.is_empty());
    names.join("/")
}

/// A path without `%20` and its like.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        rest = behind;
        let code = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *byte == b'%') {
            Some(code) => {
                bytes.push(code);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
