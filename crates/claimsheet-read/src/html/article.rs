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
    let body = body(page, &elements, &articles);
    let title = title(page, &elements, body, meta);
    let (from, to) = body.map_or((0, page.tree.len()), |body| (body, page.tree.end(body)));
    let deck = deck(page, &elements, title, to);
    let mut parts: Vec<usize> = Vec::new();
    if let Some(body) = body {
        let between = title.filter(|title| *title < from).map_or(from..from, |title| page.tree.end(title)..from);
        let lead = elements.iter().filter(|(at, tag)| *tag == Tag::Figure && between.contains(at));
        parts.extend(title);
        parts.extend(deck);
        parts.extend(lead.map(|(at, _)| *at));
        parts.push(body);
        parts.sort_unstable();
        // What stands in another part, and what stands around the body, is read with it or not at all.
        let mut end = 0;
        parts.retain(|at| {
            let apart = *at >= end && (*at == body || page.tree.end(*at) <= body || *at > body);
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

/// The element of the article's text: as the page marks it, else the one that holds most of the
/// running text.
fn body(page: &Page<'_, '_>, elements: &[(usize, Tag)], articles: &[usize]) -> Option<usize> {
    let all = page.running_words();
    let longest = |found: &[usize]| {
        let longest = found.iter().copied().max_by_key(|at| (page.running(*at), std::cmp::Reverse(*at)))?;
        (page.running(longest) * 5 >= all).then_some(longest)
    };
    let bodies: Vec<usize> = elements.iter().map(|(at, _)| *at).filter(|at| is_body(page.tree, *at)).collect();
    let bodies = outermost(page, &bodies);
    let mains = |element: &(usize, Tag)| {
        element.1 == Tag::Main || page.tree.attribute(element.0, "role").is_some_and(|role| role == "main")
    };
    let mains: Vec<usize> = elements.iter().filter(|element| mains(element)).map(|(at, _)| *at).collect();
    longest(&bodies)
        .or_else(|| longest(articles))
        .or_else(|| longest(&mains).and_then(|main| innermost(page, main, page.running(main)).or(Some(main))))
        .or_else(|| fullest(page, elements, all))
}

/// The innermost element that holds nearly all of the running text.
fn fullest(page: &Page<'_, '_>, elements: &[(usize, Tag)], all: u32) -> Option<usize> {
    let top = elements.iter().find(|(at, tag)| holds_articles(*tag) && page.running(*at) * 10 >= all * 7)?.0;
    innermost(page, top, all).or(Some(top))
}

/// The innermost element in the one at `from` with seven tenths of `all` words of running text.
fn innermost(page: &Page<'_, '_>, from: usize, all: u32) -> Option<usize> {
    let mut at = from;
    let mut found = None;
    loop {
        let fuller = page.tree.children(at).find(|child| {
            let holds = page.tree.tag(*child).is_some_and(holds_articles);
            holds && page.left(*child).is_none() && page.running(*child) * 10 >= all * 7
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
