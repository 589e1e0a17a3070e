//! Word documents (Office Open XML, ECMA-376), as Word, `LibreOffice`, Google Docs and `pandoc` save
//! them.

use super::flow::{self, Paragraph};
use crate::office::{HIDDEN, tracked};
use crate::package::{Item, Package, PackageError, Relation, Xml, relations};
use crate::{ReadError, ReadOptions, Reader};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::fmt::Write as _;
use story::{Done, Reference, Story, Text};
use styles::Styles;

mod properties;
mod runs;
mod story;
mod styles;
mod symbol;

pub use runs::{Piece, Place, Run, Runs, TextTag};

/// Who writes the comments of this program; they are none of the draft's.
pub const OURS: &str = "claimsheet";

/// Word documents.
pub(crate) const READER: Reader = Reader {
    name: "docx",
    about: "Word, Google Docs and LibreOffice documents (.docx)",
    extensions: &["docx", "docm", "dotx", "dotm"],
    recognises: |bytes| Package::is_one(bytes) && is_word(bytes),
    read: |bytes, options| Ok(vec![extract(bytes, options)?.document]),
};

/// Whether a package holds a Word document, by the names of its parts.
fn is_word(bytes: &[u8]) -> bool {
    let limits = crate::package::Limits { bytes: 0, depth: 0 };
    let named = |name: &String| name.to_ascii_lowercase().replace('\\', "/").starts_with("word/");
    Package::open(bytes, limits)
        .is_ok_and(|package| package.has("[Content_Types].xml") && package.names().iter().any(named))
}

/// A document with the way back to its XML.
pub struct Extracted {
    /// The document.
    pub document: Document,
    /// The main part; its pieces hold bytes of the prose.
    pub main: Part,
    /// The parts of footnotes and endnotes.
    pub notes: Vec<Part>,
}

/// A part of a document with its words.
#[derive(Debug, Default)]
pub struct Part {
    /// Its name in the package.
    pub name: String,
    /// Its runs and words.
    pub runs: Runs,
    /// For paragraphs of notes, by number: the run of the main part that refers to the note.
    pub anchors: HashMap<usize, usize>,
}

/// What the text of a part depends on.
#[derive(Debug, Default)]
struct Context {
    styles: Styles,
    /// Whether changes are not followed: what was deleted is read, and what was inserted is not.
    original: bool,
    /// The addresses that the part links to, by the id of the relation.
    addresses: HashMap<String, String>,
    /// Author and words of each comment that is not ours, by id.
    comments: HashMap<String, (String, String)>,
    footnotes: HashMap<String, String>,
    endnotes: HashMap<String, String>,
}

impl Context {
    fn address(&self, id: &str) -> Option<String> {
        self.addresses.get(id).cloned()
    }

    fn comment(&self, id: &str) -> Option<LinkTarget> {
        let (author, text) = self.comments.get(id)?.clone();
        Some(LinkTarget::Comment { author, text })
    }

    fn note(&self, is_endnote: bool, id: &str) -> Option<String> {
        if is_endnote { self.endnotes.get(id) } else { self.footnotes.get(id) }.cloned()
    }
}

/// Reads a document and keeps the way back to its XML.
///
/// # Errors
///
/// Where it is none, is damaged, or costs more than the limits allow.
pub fn extract(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Extracted, ReadError> {
    let better = |error: ReadError| crate::office::elsewhere(bytes).unwrap_or(error);
    let mut package = super::open(bytes, &options.limits).map_err(better)?;
    let main =
        main_part(&mut package)?.ok_or_else(|| better(PackageError::Missing("word/document.xml".to_owned()).into()))?;
    Ok(read(&mut package, &main, options.original)?)
}

/// The name of the part with the text.
fn main_part(package: &mut Package<'_>) -> Result<Option<String>, PackageError> {
    let related = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let name = related.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
    Ok(package.has(&name).then_some(name))
}

fn read(package: &mut Package<'_>, main: &str, original: bool) -> Result<Extracted, PackageError> {
    let related = relations(package, main)?;
    let part_of =
        |kind: &str| related.iter().find(|one| one.kind == kind && !one.external).map(|one| one.target.clone());
    let mut context = Context { original, ..Context::default() };
    if let Some(name) = part_of("styles")
        && let Some(text) = package.text(&name)?
    {
        context.styles = Styles::read(&mut Xml::new(&name, &text, package.limits()))?;
    }
    if let Some(name) = part_of("comments") {
        let text = story(package, &name, &mut context)?.unwrap_or_default();
        context.comments = comments(&text.done);
    }
    let footnotes = match part_of("footnotes") {
        Some(name) => story(package, &name, &mut context)?.map(|text| (name, text)),
        None => None,
    };
    let endnotes = match part_of("endnotes") {
        Some(name) => story(package, &name, &mut context)?.map(|text| (name, text)),
        None => None,
    };
    context.footnotes = footnotes.as_ref().map(|(_, text)| notes(&text.done)).unwrap_or_default();
    context.endnotes = endnotes.as_ref().map(|(_, text)| notes(&text.done)).unwrap_or_default();
    context.addresses = addresses(&related);
    let Some(text) = package.text(main)? else { return Err(PackageError::Missing(main.to_owned())) };
    let body = Story::new(main, &text, &context, package.limits()).read()?;
    let mut extracted = assembled(main, body, footnotes, endnotes, original);
    properties::read(package, &mut extracted.document)?;
    Ok(extracted)
}

/// Reads a part by itself, with the addresses that it links to.
fn story(package: &mut Package<'_>, name: &str, context: &mut Context) -> Result<Option<Text>, PackageError> {
    context.addresses = addresses(&relations(package, name)?);
    let Some(text) = package.text(name)? else { return Ok(None) };
    Story::new(name, &text, context, package.limits()).read().map(Some)
}

fn addresses(related: &[Relation]) -> HashMap<String, String> {
    let links = related.iter().filter(|one| one.kind == "hyperlink" && one.external);
    links.map(|one| (one.id.clone(), one.target.clone())).collect()
}

/// The words of each note, by id.
fn notes(done: &[Done]) -> HashMap<String, String> {
    let mut notes: HashMap<String, String> = HashMap::new();
    for (id, done) in done.iter().filter_map(|done| Some((&done.note.as_ref()?.0, done))) {
        join(notes.entry(id.clone()).or_default(), &done.paragraph);
    }
    notes
}

/// Author and words of each comment that is not ours, by id; with addresses that its words only
/// link to.
fn comments(done: &[Done]) -> HashMap<String, (String, String)> {
    let mut comments: HashMap<String, (String, String)> = HashMap::new();
    for ((id, author), done) in done.iter().filter_map(|done| Some((done.note.as_ref()?, done))) {
        if author == OURS {
            continue;
        }
        let (_, text) = comments.entry(id.clone()).or_insert_with(|| (author.trim().to_owned(), String::new()));
        join(text, &done.paragraph);
        for mark in &done.paragraph.marks {
            if let LinkTarget::Url(url) = &mark.target
                && !text.contains(url.as_str())
            {
                let _ = write!(text, " <{url}>");
            }
        }
    }
    comments.retain(|_, (_, text)| !text.is_empty());
    comments
}

fn join(text: &mut String, paragraph: &Paragraph) {
    let words = paragraph.text.trim();
    if !text.is_empty() && !words.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}

type Notes = Option<(String, Text)>;

/// The document: the body, then the notes in the order in which it refers to them.
fn assembled(main: &str, body: Text, footnotes: Notes, endnotes: Notes, original: bool) -> Extracted {
    let mut parts = vec![Part { name: main.to_owned(), runs: body.runs, anchors: HashMap::new() }];
    let mut unread = body.unread;
    let (author, published, changes) = (body.author, body.published, body.changes);
    let left_out = [("deleted text", body.struck), (HIDDEN, body.hidden)];
    // Which paragraph of which part stands where.
    let mut order: Vec<(usize, usize)> = body.done.iter().map(|done| (0, done.id)).collect();
    let mut paragraphs: Vec<Paragraph> = body.done.into_iter().map(|done| done.paragraph).collect();
    for (is_endnote, (name, text)) in
        [(false, footnotes), (true, endnotes)].into_iter().filter_map(|(end, notes)| Some((end, notes?)))
    {
        let part = parts.len();
        let mut by_note: HashMap<String, Vec<Done>> = HashMap::new();
        for done in text.done {
            if let Some((id, _)) = &done.note {
                by_note.entry(id.clone()).or_default().push(done);
            }
        }
        let mut anchors = HashMap::new();
        for reference in body.references.iter().filter(|one| one.is_endnote == is_endnote) {
            for mut done in by_note.remove(&reference.id).unwrap_or_default() {
                anchors.extend(anchor(&done, reference));
                order.push((part, done.id));
                done.paragraph.kind = BlockKind::Footnote;
                paragraphs.push(done.paragraph);
            }
        }
        unread.extend(text.unread);
        parts.push(Part { name, runs: text.runs, anchors });
    }
    let (mut document, starts) = flow::document(&paragraphs);
    let begins: FxHashMap<(usize, usize), u32> =
        order.into_iter().zip(starts).filter_map(|(key, start)| Some((key, start?))).collect();
    for (index, part) in parts.iter_mut().enumerate() {
        part.place(|paragraph| begins.get(&(index, paragraph)).copied());
    }
    unread.dedup();
    let warnings = unread.into_iter().map(|what| format!("{what} in the document is not read; check it by hand"));
    document.warnings.extend(warnings);
    document.warnings.extend(tracked(changes, original));
    for (kind, words) in left_out {
        document.leaves_out(kind, words);
    }
    (document.meta.author, document.meta.published) = (author, published);
    let mut parts = parts.into_iter();
    Extracted { document, main: parts.next().unwrap_or_default(), notes: parts.collect() }
}

fn anchor(done: &Done, reference: &Reference) -> Option<(usize, usize)> {
    Some((done.id, reference.run?))
}

impl Part {
    /// Turns bytes of paragraphs into bytes of the prose; words that are not in it go.
    fn place(&mut self, begins: impl Fn(usize) -> Option<u32>) {
        // Pieces of one paragraph follow each other.
        let mut last = (usize::MAX, None);
        self.runs.pieces.retain_mut(|piece| {
            if last.0 != piece.paragraph {
                last = (piece.paragraph, begins(piece.paragraph));
            }
            let Some(start) = last.1 else { return false };
            piece.text = piece.text.start + start as usize..piece.text.end + start as usize;
            true
        });
        self.runs.pieces.sort_by_key(|piece| piece.text.start);
    }
}

/// The text of the first element of that name.
fn element_text(xml: &mut Xml<'_>, wanted: &[&str]) -> Result<HashMap<String, String>, PackageError> {
    let mut found = HashMap::new();
    loop {
        match xml.next()? {
            Item::Start(tag) if wanted.contains(&tag.local) => {
                let name = tag.local.to_owned();
                let text = xml.inner_text()?;
                found.entry(name).or_insert(text);
            }
            Item::Eof => return Ok(found),
            _ => {}
        }
    }
}
