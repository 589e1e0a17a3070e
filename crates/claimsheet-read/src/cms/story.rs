//! A story on its way from JSON to a document: HTML put together, and what is known of it.

use crate::front_matter::day;
use crate::{ReadError, ReadOptions, extracted, html};
use claimsheet::text::document::{Document, Metadata};

/// Kinds of parts that are named as left out; no system has more.
const MOST_WARNINGS: usize = 40;

/// Bytes of an address that a browser would open.
const LONGEST_ADDRESS: usize = 8_192;

/// An article as the parts of a JSON file give it.
#[derive(Debug, Default)]
pub(crate) struct Story {
    /// The article as HTML.
    pub(crate) html: String,
    pub(crate) author: Option<String>,
    pub(crate) published: Option<chrono::NaiveDate>,
    /// What the system calls it.
    pub(crate) name: Option<String>,
    pub(crate) warnings: Vec<String>,
    /// What is no part of the article, with its words.
    pub(crate) left_out: Vec<(&'static str, u64)>,
}

impl Story {
    /// Appends HTML, where there is any.
    pub(crate) fn html<'s>(&mut self, html: impl Into<Option<&'s str>>) {
        if let Some(html) = html.into() {
            self.html.push_str(html);
            self.html.push('\n');
        }
    }

    /// Appends Markdown, where there is any.
    pub(crate) fn markdown(&mut self, markdown: Option<&str>) {
        if let Some(markdown) = markdown {
            pulldown_cmark::html::push_html(&mut self.html, pulldown_cmark::Parser::new(markdown));
        }
    }

    /// Appends words in an element, where there are any.
    pub(crate) fn text<'s>(&mut self, element: &str, words: impl Into<Option<&'s str>>) {
        if let Some(words) = words.into() {
            self.open(element);
            self.words(words);
            self.close(element);
        }
    }

    /// Appends words, in which signs of HTML mean themselves.
    pub(crate) fn words(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                letter => self.html.push(letter),
            }
        }
    }

    /// Appends HTML in an element, where there is any.
    pub(crate) fn element<'s>(&mut self, element: &str, html: impl Into<Option<&'s str>>) {
        if let Some(html) = html.into() {
            self.open(element);
            self.html.push_str(html);
            self.close(element);
        }
    }

    /// Appends the opening tag of an element.
    pub(crate) fn open(&mut self, element: &str) {
        self.html.extend(["<", element, ">"]);
    }

    /// Appends the closing tag of an element.
    pub(crate) fn close(&mut self, element: &str) {
        self.html.extend(["</", element, ">"]);
    }

    /// Appends the opening tag of a link; what is too long to be an address is none.
    pub(crate) fn open_link(&mut self, address: &str) {
        self.html.push_str("<a href=\"");
        if address.len() <= LONGEST_ADDRESS {
            self.words(address);
        }
        self.html.push_str("\">");
    }

    /// Takes the day in a date as systems write them.
    pub(crate) fn published(&mut self, date: Option<&str>) {
        self.published = self.published.or_else(|| date.and_then(day));
    }

    /// Takes the names of the authors.
    pub(crate) fn by<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        let names: Vec<String> = names.into_iter().map(html::without_by).filter(|name| !name.is_empty()).collect();
        if self.author.is_none() && !names.is_empty() {
            self.author = Some(names.join(", "));
        }
    }

    /// Notes words that are no part of the article, by what they are.
    pub(crate) fn sets_apart<'s>(&mut self, kind: &'static str, words: impl IntoIterator<Item = &'s str>) {
        let words: usize = words.into_iter().map(|words| plain(words).split_whitespace().count()).sum();
        self.left_out.push((kind, words as u64));
    }

    /// Says that parts of a kind were left out.
    pub(crate) fn leaves_out(&mut self, what: &str) {
        let warning = format!("{what}: left out, as it holds no text that can be read here");
        if self.warnings.len() < MOST_WARNINGS && !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The document.
    pub(crate) fn document(self, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
        let mut document = extracted(html::read_fragment(&self.html, options)?);
        let mut meta = Metadata::default();
        (meta.title, meta.author, meta.published) = (document.meta.title.take(), self.author, self.published);
        document.meta = meta;
        document.warnings.extend(self.warnings);
        for (kind, words) in self.left_out {
            document.leaves_out(kind, words);
        }
        Ok(document)
    }
}

/// The words of HTML without tags and comments, single spaces between them.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (at, piece) in html.split('<').enumerate() {
        text.push_str(if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) });
    }
    crate::tree::decode(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
