//! HTML: the article, not the page.

pub(crate) mod page_boilerplate;

use super::cms::story::Story;
use super::tree::{Tag, Tree};
use super::{ReadError, ReadOptions, front_matter};
use claimsheet::text::document::builder::{CellCount, DocumentBuilder};
use claimsheet::text::document::{BlockKind, Document};
use link::Notes;
use page::Page;
use page_boilerplate::LeftOut;
use prose::Writer;

mod article;
mod data;
mod detect;
mod foreign;
mod link;
mod meta;
mod page;
mod parse;
mod prose;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_pages;

pub(super) use meta::without_by;
pub(super) use parse::parse;

/// Web pages, saved pages, exported HTML.
pub(super) const READER: super::Reader = super::Reader {
    name: "html",
    about: "The article of a web page, saved or exported",
    extensions: &["html", "htm", "xhtml", "xht"],
    recognises: detect::is_page,
    read: |bytes, options| super::encoding::read_markup(bytes, options, |text| Ok(vec![read_page(text, options)?])),
};

/// Reads the article of a page.
pub(super) fn read_page(source: &str, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let front = front_matter::before(source);
    let tree = parse::parse_from(source, front.map_or(0, |(.., end)| end), options.limits.depth)?;
    let mut page = Page::of_page(&tree, options.original);
    let mut meta = meta::read(&page);
    let mut front_warnings = Vec::new();
    if let Some((text, language, _)) = front {
        meta.known(front_matter::read(text, language, &mut front_warnings));
    }
    let article = article::find(&page, &meta);
    let shown = if article.parts.is_empty() {
        page.running_words()
    } else {
        article.parts.iter().map(|part| page.running(*part)).sum()
    };
    if let Some(mut document) = data::read(&mut meta, shown, options)? {
        document.meta = meta.finish(document.meta.title.take());
        return Ok(document);
    }
    let notes = Notes::find(&page);
    page.leave_out_pointers();
    let parts = with_notes(&page, article.parts, &notes);
    let mut writer = Writer::new(&page, &notes, meta.address.as_deref());
    writer.headline(article.title, article.deck);
    if let (None, Some(span)) = (article.title, meta.title_span) {
        writer.builder.open(BlockKind::Title);
        let title = super::tree::decode(span.of(source));
        writer.builder.push(&title, span.start as usize, span.end as usize);
        writer.builder.close();
    }
    for part in &parts {
        writer.write(*part, tree.end(*part));
    }
    if parts.is_empty() {
        writer.write(0, tree.len());
    }
    let mut document = writer.finish();
    let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
    let title = title.map(|title| document.text(title.span).to_owned());
    document.meta = meta.finish(title);
    document.warnings.extend(front_warnings);
    notices(&page, &parts, article.articles, &mut document);
    Ok(document)
}

/// Reads the elements of an article without a page around it, as a CMS keeps it; the first heading
/// of the first level is the headline.
pub(super) fn read_fragment(source: &str, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let tree = parse(source, options.limits.depth)?;
    let title = tree.elements(0, tree.len()).find(|(_, tag)| *tag == Tag::Heading(1)).map(|(at, _)| at);
    Ok(read_nodes(&tree, 0, tree.len(), Known { title, original: options.original, ..Known::default() }))
}

/// Reads HTML that stands within another language: the bytes from `start` on of `text`, which is what stands in the
/// source with marks of that language covered. The blocks go to `builder`, whose tables were counted by `cell`;
/// the first heading of the first level is the headline where `may_be_titled`. Whether there was one.
///
/// # Errors
///
/// Where elements stand too deep in one another.
pub(super) fn read_within<'b>(
    text: &str,
    start: usize,
    builder: DocumentBuilder<'b>,
    cell: &mut CellCount,
    may_be_titled: bool,
    options: &ReadOptions<'_>,
) -> (DocumentBuilder<'b>, bool) {
    let Ok(tree) = parse::parse_from(text, start, options.limits.depth) else { return (builder, false) };
    let first = || tree.elements(0, tree.len()).find(|(_, tag)| *tag == Tag::Heading(1)).map(|(at, _)| at);
    let title = if may_be_titled { first() } else { None };
    let page = Page::of_article(&tree, options.original);
    let notes = Notes::find(&page);
    let links = builder.document.links.len();
    let mut writer = Writer::within(&page, &notes, None, builder);
    writer.cell = *cell;
    writer.headline(title, None);
    writer.write(0, tree.len());
    writer.note_texts(links);
    *cell = writer.cell;
    let mut builder = writer.builder;
    for (kind, words) in page.left_words() {
        builder.document.leaves_out(kind, u64::from(words));
    }
    (builder, title.is_some())
}

/// What is known of the nodes that hold an article.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'k> {
    /// The headline's element, which may stand elsewhere.
    pub(super) title: Option<usize>,
    /// The line below it.
    pub(super) deck: Option<usize>,
    /// Elements in the nodes that are no part of the article.
    pub(super) left: &'k [usize],
    /// Whether what was deleted is read, and what was inserted is not.
    pub(super) original: bool,
}

/// Reads the nodes `from..to`, which hold an article and nothing else.
pub(super) fn read_nodes(tree: &Tree<'_>, from: usize, to: usize, known: Known<'_>) -> Document {
    let mut page = Page::of_article(tree, known.original);
    known.left.iter().for_each(|at| page.leave_out(*at, LeftOut::Byline));
    let notes = Notes::find(&page);
    page.leave_out_pointers();
    let mut writer = Writer::new(&page, &notes, None);
    writer.headline(known.title, known.deck);
    if let Some(title) = known.title.filter(|title| !(from..to).contains(title)) {
        writer.write(title, tree.end(title));
    }
    writer.write(from, to);
    let mut document = writer.finish();
    for (kind, words) in page.left_words() {
        document.leaves_out(kind, u64::from(words));
    }
    let title = document.blocks.iter().find(|block| block.kind == BlockKind::Title);
    document.meta.title = title.map(|title| document.text(title.span).to_owned());
    document
}

/// The parts of the article and the footnotes that stand elsewhere.
fn with_notes(page: &Page<'_, '_>, mut parts: Vec<usize>, notes: &Notes) -> Vec<usize> {
    if parts.is_empty() {
        return parts;
    }
    let mut elsewhere = Vec::new();
    let mut end = 0;
    for note in notes.targets() {
        let before = parts.partition_point(|part| *part <= note);
        let part = before.checked_sub(1).and_then(|before| parts.get(before));
        let is_read = part.is_some_and(|part| note < page.tree.end(*part)) && page.is_read(note);
        if !is_read && note >= end {
            end = page.tree.end(note);
            elsewhere.push(note);
        }
    }
    parts.extend(elsewhere);
    parts
}

/// What a person should know of how the page was read.
fn notices(page: &Page<'_, '_>, parts: &[usize], articles: usize, document: &mut Document) {
    if articles > 1 {
        document.warnings.push(format!(
            "the page holds {articles} articles; the longest was read: save the others as pages of their own"
        ));
    }
    for (kind, words) in page.left_words() {
        document.leaves_out(kind, u64::from(words));
    }
    let around = page.all_words().saturating_sub(parts.iter().map(|part| page.words(*part)).sum());
    if !parts.is_empty() {
        document.leaves_out("what stands around the article", u64::from(around));
    }
}
