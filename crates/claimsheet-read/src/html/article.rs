//! Which part of a page is its article.

use super::meta::PageMeta;
use super::page::{Page, is_body};
use crate::html::page_boilerplate;
use crate::tree::Tag;

/// Words that a class of the line below a headline has.
const DECK: &[&str] =
    &["dek", "deck", "standfirst", "subtitle", "subheadline", "subhead", "subheading", "summary", "lede", "sell"];

/// The parts of a page that make its article, in reading order.
#[derive(Debug, Default)]
pub(super) struct Article {
    /// The headline's element.
    pub(super) title: Option<usize>,
    /// The line below the headline.
    pub(super) deck: Option<usize>,
    /// What is read, by elements that do not stand in one another; none for all of the page.
    pub(super) parts: Vec<usize>,
    /// How many elements say that they hold an article of some length.
    pub(super) articles: usize,
}

/// Finds the article of a page.
pub(super) fn find(page: &Page<'_, '_>, meta: &PageMeta) -> Article {
    let elements = page.read_elements(0, page.tree.len());
    let articles = with_tag(page, &elements, |tag| tag == Tag::Article);
    let bodies = bodies(page, &elements);
    let body = bodies.first().copied().or_else(|| body(page, &elements, &articles));
    let title = title(page, &elements, body, meta);
    let (from, to) = body.map_or((0, page.tree.len()), |body| (body, page.tree.end(body)));
    let deck = deck(page, &elements, title, to);
    let mut parts: Vec<usize> = Vec::new();
    if let Some(body) = body {
        let between = title.filter(|title| *title < from).map_or(from..from, |title| page.tree.end(title)..from);
        let leads = |at: usize, tag: Tag| {
            tag == Tag::Figure || matches!(tag, Tag::Paragraph | Tag::Heading(_)) && page.is_sentence(at)
        };
        let lead = elements.iter().filter(|(at, tag)| between.contains(at) && leads(*at, *tag));
        parts.extend(title);
        parts.extend(deck);
        parts.extend(lead.map(|(at, _)| *at));
        parts.push(body);
        parts.extend(bodies.iter().copied());
        parts.sort_unstable();
        parts.dedup();
        // What stands in another part, and what stands around the body, is read with it or not at all.
        let mut end = 0;
        parts.retain(|at| {
            let is_text = bodies.contains(at) || *at == body;
            let apart = *at >= end && (is_text || page.tree.end(*at) <= body || *at > body);
            if apart {
                end = page.tree.end(*at);
            }
            apart
        });
    }
    let most = articles.iter().map(|at| page.running(*at)).max().unwrap_or(0);
    let long = |at: &&usize| page.running(**at) * 3 > most && page.running(**at) > 100;
    Article { title, deck, parts, articles: articles.iter().filter(long).count() }
}

/// The elements that say that they hold the article's text, in order: all of one article, which is the one with
/// the longest of them. Nothing where they hold too little.
fn bodies(page: &Page<'_, '_>, elements: &[(usize, Tag)]) -> Vec<usize> {
    let marked: Vec<usize> = elements.iter().map(|(at, _)| *at).filter(|at| is_body(page.tree, *at)).collect();
    let marked = outermost(page, &marked);
    let Some(longest) = marked.iter().copied().max_by_key(|at| (page.running(*at), std::cmp::Reverse(*at))) else {
        return Vec::new();
    };
    let is_article = |at: &usize| {
        page.tree.tag(*at) == Some(Tag::Article)
            || page.tree.attribute(*at, "itemtype").is_some_and(|kind| kind.ends_with("Article"))
    };
    let article = |at: usize| page.tree.around(at).skip(1).find(is_article);
    let of_one: Vec<usize> = marked.into_iter().filter(|at| article(*at) == article(longest)).collect();
    let words: u32 = of_one.iter().map(|at| page.running(*at)).sum();
    if words * 5 >= page.running_words() { of_one } else { Vec::new() }
}

/// The element of the article's text, where the page does not mark it: an `article`, else the one that holds
/// most of the running text.
fn body(page: &Page<'_, '_>, elements: &[(usize, Tag)], articles: &[usize]) -> Option<usize> {
    let all = page.running_words();
    let longest = |found: &[usize]| {
        let longest = found.iter().copied().max_by_key(|at| (page.running(*at), std::cmp::Reverse(*at)))?;
        (page.running(longest) * 5 >= all).then_some(longest)
    };
    let mains = |element: &(usize, Tag)| {
        element.1 == Tag::Main || page.tree.attribute(element.0, "role").is_some_and(|role| role == "main")
    };
    let mains: Vec<usize> = elements.iter().filter(|element| mains(element)).map(|(at, _)| *at).collect();
    longest(articles)
        .or_else(|| longest(&mains).and_then(|main| innermost(page, main, Weight::of(page, main)).or(Some(main))))
        .or_else(|| fullest(page, elements))
}

/// What is weighed to tell where the text stands: the words in paragraphs of a sentence or more where there are
/// some, else all words that are no links.
#[derive(Debug, Clone, Copy)]
struct Weight {
    by_prose: bool,
    /// What the whole weighs.
    all: u32,
}

impl Weight {
    /// Words in paragraphs that tell where the text stands, at least.
    const PROSE: u32 = 60;

    /// The weight of what stands in the element at `top`.
    fn of(page: &Page<'_, '_>, top: usize) -> Self {
        Self::new(page.prose(top), page.running(top))
    }

    fn new(prose: u32, running: u32) -> Self {
        let by_prose = prose >= Self::PROSE && prose * 6 >= running;
        Self { by_prose, all: if by_prose { prose } else { running } }
    }

    /// Whether the element at `at` holds seven tenths of the whole; of prose, three quarters.
    fn is_mostly_in(self, page: &Page<'_, '_>, at: usize) -> bool {
        if self.by_prose { page.prose(at) * 4 >= self.all * 3 } else { page.running(at) * 10 >= self.all * 7 }
    }
}

/// The innermost element that holds nearly all of the running text.
fn fullest(page: &Page<'_, '_>, elements: &[(usize, Tag)]) -> Option<usize> {
    let weight = Weight::new(page.all_prose(), page.running_words());
    let top = elements.iter().find(|(at, tag)| holds_articles(*tag) && weight.is_mostly_in(page, *at))?.0;
    innermost(page, top, weight).or(Some(top))
}

/// The innermost element in the one at `from` that holds most of the text.
fn innermost(page: &Page<'_, '_>, from: usize, weight: Weight) -> Option<usize> {
    let mut at = from;
    let mut found = None;
    loop {
        let fuller = page.tree.children(at).find(|child| {
            let holds = page.tree.tag(*child).is_some_and(holds_articles);
            holds && page.left(*child).is_none() && weight.is_mostly_in(page, *child)
        });
        match fuller {
            Some(child) => {
                at = child;
                found = Some(child);
            }
            None => return found,
        }
    }
}

/// Whether an element may have an article in it, and not just a part of one. E-mails have theirs in
/// cells of tables.
const fn holds_articles(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Html
            | Tag::Body
            | Tag::Div
            | Tag::Section
            | Tag::Group
            | Tag::Article
            | Tag::Main
            | Tag::Form
            | Tag::Table
            | Tag::Rows
            | Tag::Row
            | Tag::Cell
    )
}

/// The headline: the heading that says what the page says its headline is, else the first one of
/// the first level in the article, else the last one before it.
fn title(page: &Page<'_, '_>, elements: &[(usize, Tag)], body: Option<usize>, meta: &PageMeta) -> Option<usize> {
    let (from, to) = body.map_or((0, page.tree.len()), |body| (body, page.tree.end(body)));
    let headings = || elements.iter().filter(|(at, tag)| matches!(tag, Tag::Heading(_)) && *at < to);
    let first_level = || headings().filter(|(_, tag)| *tag == Tag::Heading(1)).map(|(at, _)| *at);
    let said = |at: &usize| meta.says_title(&page.tree.text_of(*at));
    let by_meta = || headings().map(|(at, _)| *at).take(64).find(said);
    let in_window = |at: &usize| meta.is_in_window(&page.tree.text_of(*at));
    let of_site = |at: &usize| meta.site.as_deref().is_some_and(|site| page.tree.text_of(*at) == site);
    first_level()
        .find(said)
        .or_else(by_meta)
        .or_else(|| first_level().find(|at| *at >= from))
        .or_else(|| first_level().rfind(|at| !of_site(at)))
        .or_else(|| headings().map(|(at, _)| *at).take(64).find(in_window))
        .or_else(|| styled_title(page, elements, to))
}

/// A first paragraph whose class says that it is the title, as word processors export it.
fn styled_title(page: &Page<'_, '_>, elements: &[(usize, Tag)], to: usize) -> Option<usize> {
    let mut paragraphs = elements.iter().filter(|(at, tag)| *tag == Tag::Paragraph && *at < to && page.words(*at) > 0);
    let first = paragraphs.next()?.0;
    let is_title = |class: &str| matches!(class, "title" | "Title" | "MsoTitle");
    page.tree.attribute(first, "class")?.split_ascii_whitespace().any(is_title).then_some(first)
}

/// The line below the headline, if its element says that it is one.
fn deck(page: &Page<'_, '_>, elements: &[(usize, Tag)], title: Option<usize>, to: usize) -> Option<usize> {
    let behind = page.tree.end(title?);
    let near = elements.iter().filter(|(at, _)| (behind..to).contains(at)).take(40);
    near.map(|(at, _)| *at).find(|at| {
        let property = page.tree.attribute(*at, "itemprop");
        let says = property.is_some_and(|property| matches!(&*property, "alternativeHeadline" | "description"));
        (says || page_boilerplate::has_word(page.tree, *at, DECK)) && (1..=80).contains(&page.words(*at))
    })
}

fn with_tag(page: &Page<'_, '_>, elements: &[(usize, Tag)], wanted: impl Fn(Tag) -> bool) -> Vec<usize> {
    let found: Vec<usize> = elements.iter().filter(|(_, tag)| wanted(*tag)).map(|(at, _)| *at).collect();
    outermost(page, &found)
}

/// Those of the elements that stand in none of the others.
fn outermost(page: &Page<'_, '_>, elements: &[usize]) -> Vec<usize> {
    let mut end = 0;
    let mut found = elements.to_vec();
    found.retain(|at| {
        let apart = *at >= end;
        if apart {
            end = page.tree.end(*at);
        }
        apart
    });
    found
}
