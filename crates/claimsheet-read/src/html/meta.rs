//! What a page says of its article: JSON-LD, `meta`, `time`, `rel=author`, bylines.

use super::page::Page;
use crate::front_matter::day;
use crate::html::page_boilerplate;
use crate::tree::{Tag, Tree};
use chrono::NaiveDate;
use claimsheet::text::document::Metadata;
use claimsheet::text::span::SourceSpan;

mod byline;
mod json_ld;

/// What is known of a page's article before it is read.
#[derive(Debug, Default)]
pub(super) struct PageMeta {
    /// The headline, with its place where it stands in an attribute.
    pub(super) title: Option<String>,
    pub(super) title_span: Option<SourceSpan>,
    /// What the window is called: headline and name of the site, mostly.
    pub(super) window: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<NaiveDate>,
    /// The article's text, where the page has it as data.
    pub(super) body: Option<String>,
    /// The site's name.
    pub(super) site: Option<String>,
    /// Where the page is, for links that leave it out.
    pub(super) address: Option<String>,
}

impl PageMeta {
    /// Takes what front matter before the page says: it goes before all else.
    pub(super) fn known(&mut self, front: Metadata) {
        self.title = front.title.or_else(|| self.title.take());
        self.author = front.author.or_else(|| self.author.take());
        self.published = front.published.or(self.published);
        self.address = front.url.or_else(|| self.address.take());
    }

    /// Whether the page says that these words are the headline.
    pub(super) fn says_title(&self, words: &str) -> bool {
        let words = letters(words);
        !words.is_empty() && self.title.as_deref().is_some_and(|title| letters(title) == words)
    }

    /// Whether these words, three or more, are in what the window is called.
    pub(super) fn is_in_window(&self, words: &str) -> bool {
        let is_long = words.split_whitespace().nth(2).is_some();
        is_long && self.window.as_deref().is_some_and(|window| letters(window).contains(&letters(words)))
    }

    /// The metadata of the article, whose headline in the text is `title`.
    pub(super) fn finish(self, title: Option<String>) -> Metadata {
        let window = || self.window.as_deref().map(|window| without_site(window, self.site.as_deref()));
        let title = title.or_else(|| self.title.clone()).or_else(window);
        let url = self.address.filter(|address| address.starts_with("https://") || address.starts_with("http://"));
        let mut meta = Metadata::default();
        (meta.title, meta.author, meta.published, meta.url) = (title, self.author, self.published, url);
        meta
    }
}

/// Letters and digits in lower case: what makes two headlines the same.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `Tolls rise | The Ledger` without the site.
fn without_site(window: &str, site: Option<&str>) -> String {
    let cut = [" | ", " — ", " – ", " - ", " · ", " :: "].iter().find_map(|mark| {
        let (title, behind) = window.rsplit_once(mark)?;
        let is_site =
            site.map_or_else(|| behind.split_whitespace().count() <= 5, |site| behind.eq_ignore_ascii_case(site));
        is_site.then(|| title.trim().to_owned())
    });
    cut.unwrap_or_else(|| window.trim().to_owned())
}

/// Reads what the page says in its head, in its data, and in lines that are marked.
pub(super) fn read(page: &Page<'_, '_>) -> PageMeta {
    let tree = page.tree;
    let mut meta = PageMeta::default();
    let mut by_name = ByName::default();
    for (at, tag) in tree.elements(0, tree.len()) {
        match tag {
            Tag::Meta => by_name.take(tree, at),
            Tag::Title if meta.window.is_none() && in_head(tree, at) => {
                meta.window = Some(tree.text_of(at)).filter(|text| !text.is_empty());
            }
            Tag::Link if tree.attribute(at, "rel").is_some_and(|rel| rel == "canonical") => {
                meta.address = tree.attribute(at, "href").map(std::borrow::Cow::into_owned);
            }
            Tag::Base => meta.address = tree.attribute(at, "href").map(std::borrow::Cow::into_owned),
            Tag::Script
                if tree.attribute(at, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) =>
            {
                json_ld::read(&tree_text(tree, at), &mut meta);
            }
            _ => {}
        }
    }
    by_name.complete(&mut meta);
    by_marks(page, &mut meta);
    meta
}

fn in_head(tree: &Tree<'_>, at: usize) -> bool {
    tree.around(at).skip(1).all(|around| matches!(tree.tag(around), Some(Tag::Head | Tag::Html)))
}

/// The text of a script as it stands.
fn tree_text(tree: &Tree<'_>, at: usize) -> String {
    (at + 1..tree.end(at)).filter_map(|at| tree.node(at)).map(|node| node.span.of(tree.source)).collect()
}

/// The `meta` elements that are asked for; the first of equal ones counts.
#[derive(Debug, Default)]
struct ByName {
    found: Vec<(String, String, SourceSpan)>,
}

impl ByName {
    fn take(&mut self, tree: &Tree<'_>, at: usize) {
        let name = ["property", "name", "itemprop"].iter().find_map(|name| tree.attribute(at, name));
        let (Some(name), Some(span)) = (name, tree.attribute_span(at, "content")) else { return };
        if self.found.len() < 500 {
            let content = tree.attribute(at, "content").unwrap_or_default().trim().to_owned();
            self.found.push((name.to_ascii_lowercase(), content, span));
        }
    }

    fn of(&self, names: &[&str]) -> Option<&(String, String, SourceSpan)> {
        names.iter().find_map(|name| self.found.iter().find(|(found, text, _)| found == name && !text.is_empty()))
    }

    fn complete(&self, meta: &mut PageMeta) {
        let title =
            self.of(&["headline", "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "hdl"]);
        if let Some((_, text, span)) = title {
            meta.title_span = Some(*span);
            meta.title = meta.title.take().or_else(|| Some(text.clone()));
        }
        let text = |names: &[&str]| self.of(names).map(|(_, text, _)| text.clone());
        let authors = [
            "author",
            "article:author",
            "parsely-author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "sailthru.author",
            "twitter:creator",
        ];
        let author = || text(&authors).filter(|author| !author.contains("://") && !author.starts_with('@'));
        let given = meta.author.take().or_else(author);
        meta.author =
            given.and_then(|author| if is_plain(&author) { Some(without_by(&author)) } else { byline::name(&author) });
        let dates = [
            "article:published_time",
            "datepublished",
            "og:published_time",
            "parsely-pub-date",
            "pubdate",
            "publishdate",
            "date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "sailthru.date",
            "article.published",
        ];
        meta.published = meta.published.or_else(|| text(&dates).as_deref().and_then(day));
        meta.site = text(&["og:site_name", "application-name"]);
        meta.address = meta.address.take().or_else(|| text(&["og:url"]));
    }
}

/// Whether a name has no digits, dividers or tags in it.
fn is_plain(author: &str) -> bool {
    !author.contains(|sign: char| sign.is_ascii_digit() || "|•<>".contains(sign))
}

/// Author and date as the text has them, in elements that say what they are.
fn by_marks(page: &Page<'_, '_>, meta: &mut PageMeta) {
    let tree = page.tree;
    let mut dated = None;
    for (at, tag) in tree.elements(0, tree.len()) {
        if meta.author.is_none() && !tag.is_void() && is_author(tree, at) && !is_of_readers(page, at) {
            let name = name_in(tree, at).unwrap_or(at);
            let author = || byline::name(&lines_of(tree, name));
            meta.author = (1..=20).contains(&shown_words(tree, name)).then(author).flatten();
            let told = || byline::day(&lines_of(tree, at));
            dated = dated.or_else(|| (1..=30).contains(&shown_words(tree, at)).then(told).flatten());
        }
        if meta.published.is_none()
            && (tag == Tag::Time || page_boilerplate::has_word(tree, at, &["date", "published", "pubdate"]))
        {
            let said = tree
                .attribute(at, "datetime")
                .map(std::borrow::Cow::into_owned)
                .or_else(|| (shown_words(tree, at) <= 6).then(|| tree.text_of(at)));
            let surely = tree.attribute(at, "itemprop").is_some_and(|property| property == "datePublished");
            let found = said.as_deref().and_then(day);
            dated = if surely { found.or(dated) } else { dated.or(found) };
        }
    }
    meta.published = meta.published.or(dated);
}

fn is_author(tree: &Tree<'_>, at: usize) -> bool {
    let property = tree.attribute(at, "itemprop").is_some_and(|property| property == "author");
    let rel = tree.attribute(at, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "author"));
    property || rel || page_boilerplate::has_word(tree, at, &["byline", "author"])
}

/// Whether the element at `at` stands in what readers wrote, or leads to other articles.
fn is_of_readers(page: &Page<'_, '_>, at: usize) -> bool {
    let is_other =
        |at| matches!(page.left(at), Some(page_boilerplate::LeftOut::Comments | page_boilerplate::LeftOut::Related));
    page.tree.around(at).any(is_other)
}

/// The element that names the author, where the one at `at` tells more of them than the name.
fn name_in(tree: &Tree<'_>, at: usize) -> Option<usize> {
    let names = |at: usize| tree.attribute(at, "itemprop").is_some_and(|property| property == "name");
    let leads = |at: usize| {
        tree.attribute(at, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "author"))
    };
    let within = || tree.elements(at + 1, tree.end(at)).map(|(at, _)| at);
    within().find(|at| names(*at)).or_else(|| within().find(|at| leads(*at)))
}

/// The words of the element at `at`, those of each part in it on a line of their own.
fn lines_of(tree: &Tree<'_>, at: usize) -> String {
    let mut lines = String::new();
    for inner in at..tree.end(at) {
        match tree.tag(inner) {
            Some(tag) if tag.is_inline() => lines.push(' '),
            Some(_) => lines.push('\n'),
            None => lines.push_str(&tree.text(inner, inner + 1)),
        }
    }
    lines
}

fn shown_words(tree: &Tree<'_>, at: usize) -> usize {
    if tree.end(at) - at > 40 { usize::MAX } else { tree.text_of(at).split_whitespace().count() }
}

/// `By Ann Lee` without the `By`.
pub(crate) fn without_by(author: &str) -> String {
    let author = author.trim();
    let rest = author.get(..3).filter(|by| by.eq_ignore_ascii_case("by ") || by.eq_ignore_ascii_case("by:"));
    rest.and_then(|_| author.get(3..)).unwrap_or(author).trim().to_owned()
}
