//! Queries: names and a few distinguishing words of a claim, never a sentence of the draft.

use crate::claim::{Claim, Fact, FactRole};
use crate::english::lexicon::{Class, Lexicon};
use crate::names::form::without_title;
use std::borrow::Cow;
use std::fmt::Write as _;

/// Longest query in bytes.
pub(super) const LONGEST: usize = 80;

/// Names that go into a query, at most.
const MOST_NAMES: usize = 3;

/// Names for a claim that has none of its own.
pub(super) struct Nearby<'a> {
    /// Whom its paragraph names; empty for nobody.
    pub(super) paragraph: String,
    /// Whom the article is about; empty for nobody.
    pub(super) article: &'a str,
}

/// What to search for: people, bodies and laws, else places, else whom the paragraph names, else a few words
/// that few sentences have. A figure goes with what is no name; beside a bare acronym whom the article is
/// about. Of what stands side by side in the draft the latter is left out: a query is no run of its words.
pub(super) fn of(claim: &Claim, near: &Nearby<'_>, lexicon: &Lexicon) -> String {
    let of_roles = |roles: &[FactRole]| {
        let facts = claim.facts.iter().filter(|fact| roles.contains(&fact.role));
        facts.filter(|fact| is_name(fact, lexicon)).collect::<Vec<_>>()
    };
    let names = [&[FactRole::Name][..], &[FactRole::Speaker], &[FactRole::Place]]
        .into_iter()
        .map(of_roles)
        .find(|names| !names.is_empty())
        .unwrap_or_default();
    let figures = claim
        .facts
        .iter()
        .filter(|fact| fact.role == FactRole::Figure && fact.text.contains(|c: char| c.is_ascii_digit()));
    let mut query = String::new();
    if names.is_empty() {
        query.push_str(&near.paragraph);
        if query.is_empty() {
            query = rare_words(claim, lexicon);
        }
        // One word finds anything.
        if !query.contains(' ') && !near.article.is_empty() {
            near.article.clone_into(&mut query);
        }
    } else if names.iter().all(|fact| is_bare_acronym(&fact.text)) {
        query.push_str(if near.paragraph.is_empty() { near.article } else { &near.paragraph });
    }
    for fact in names.iter().copied().take(MOST_NAMES).chain(figures.take(usize::from(names.is_empty()))) {
        let text = if fact.role == FactRole::Figure { unbent(&fact.text) } else { without_title(&fact.text) };
        let part = words_of_name(text);
        let known = query.to_lowercase().contains(&part.to_lowercase());
        if !known && !is_run(&format!("{query} {part}"), &claim.text) && query.len() + part.len() < LONGEST {
            let gap = if query.is_empty() { "" } else { " " };
            let _ = write!(query, "{gap}{part}");
        }
    }
    query
}

/// One name and no other word of the draft: the claim's own, else whom its paragraph names, else whom the article
/// is about; empty for nobody.
pub(super) fn one_name(claim: &Claim, near: &Nearby<'_>, lexicon: &Lexicon) -> String {
    let of_role = |role| {
        let mut facts = claim.facts.iter().filter(move |fact| fact.role == role);
        facts.find(|fact| is_name(fact, lexicon) && !is_bare_acronym(&fact.text))
    };
    let own = [FactRole::Name, FactRole::Speaker, FactRole::Place].into_iter().find_map(of_role);
    match own {
        Some(fact) => words_of_name(without_title(&fact.text)),
        None if near.paragraph.is_empty() => near.article.to_owned(),
        None => near.paragraph.clone(),
    }
}

/// Whether a fact's words are a name that one can search for: no pronoun, description or common noun with the
/// capital of a sentence's start.
fn is_name(fact: &Fact, lexicon: &Lexicon) -> bool {
    let text = fact.text.as_str();
    let is_group = lexicon.word(text).has(Class::Group);
    let is_description = text.starts_with("The ") || text.starts_with(char::is_lowercase);
    let is_named = fact.role != FactRole::Speaker || text.split(' ').any(|word| is_large(word, lexicon));
    text.contains(char::is_uppercase) && !text.contains(',') && !is_group && !is_description && is_named
}

/// Whether a word has a capital of its own.
fn is_large(word: &str, lexicon: &Lexicon) -> bool {
    word.starts_with(char::is_uppercase) && !lexicon.is_small(word)
}

/// The first words of a name, without quotation marks and brackets.
fn words_of_name(text: &str) -> String {
    let text = text.replace(['"', '“', '”', '[', ']'], "");
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

/// For each claim, whom another claim of its paragraph names: the one before it that is nearest, else the
/// nearest behind it.
pub(super) fn nearby(claims: &[Claim]) -> Vec<String> {
    let named = |claim: &Claim| {
        let of_role = |role| claim.facts.iter().find(|fact| fact.role == role && !is_bare_acronym(&fact.text));
        let name = of_role(FactRole::Name).or_else(|| of_role(FactRole::Place))?;
        let name = name.text.strip_prefix("The ").unwrap_or(&name.text);
        Some((claim.paragraph, words_of_name(without_title(name))))
    };
    let mut near = vec![String::new(); claims.len()];
    for backwards in [false, true] {
        let mut last: Option<(u32, String)> = None;
        for at in 0..claims.len() {
            let at = if backwards { claims.len() - 1 - at } else { at };
            let (Some(claim), Some(near)) = (claims.get(at), near.get_mut(at)) else { continue };
            if let Some((_, name)) = last.as_ref().filter(|(paragraph, _)| *paragraph == claim.paragraph)
                && near.is_empty()
            {
                near.clone_from(name);
            }
            last = named(claim).or(last);
        }
    }
    near
}

/// Words of a claim that a search takes, at most, and the fewest letters of each.
const RARE_WORDS: (usize, usize) = (3, 6);

/// The longest words of a claim that are in no list, in its order: what a search can go by where nobody is
/// named. Words in quotation marks are somebody's, and none of them goes into a link.
fn rare_words(claim: &Claim, lexicon: &Lexicon) -> String {
    let quotes = claim.facts.iter().filter(|fact| fact.role == FactRole::Quote);
    let own = quotes.fold(Cow::Borrowed(claim.text.as_str()), |text, quote| text.replace(&quote.text, " ").into());
    let is_in_figure =
        |word: &str| claim.facts.iter().any(|fact| fact.role == FactRole::Figure && fact.text.contains(word));
    let is_rare = |word: &&str| word.len() >= RARE_WORDS.1 && lexicon.word(word).is_empty() && !is_in_figure(word);
    let words: Vec<&str> = own.split(|letter: char| !letter.is_alphabetic() && letter != '-').filter(is_rare).collect();
    let mut longest: Vec<usize> = (0..words.len()).collect();
    longest.sort_by_key(|at| std::cmp::Reverse(words.get(*at).map_or(0, |word| word.len())));
    longest.truncate(RARE_WORDS.0);
    longest.sort_unstable();
    longest.iter().filter_map(|at| words.get(*at).copied()).collect::<Vec<_>>().join(" ")
}

/// A figure without the words that bend it: `20 kilometres` of `at least 20 kilometres`.
fn unbent(figure: &str) -> &str {
    let at = figure.find(|sign: char| sign.is_ascii_digit() || "$£€¥".contains(sign)).unwrap_or(0);
    figure.get(at..).unwrap_or(figure)
}

/// Fewest words of the draft in a row that a query must not have.
const RUN: usize = 5;

/// Whether a query would hold a run of the draft's words, as names may stand side by side.
fn is_run(query: &str, text: &str) -> bool {
    let query: Vec<&str> = query.split_whitespace().collect();
    query.len() >= RUN && {
        let text: Vec<&str> = text.split_whitespace().collect();
        query.windows(RUN).any(|run| text.windows(RUN).any(|window| window == run))
    }
}

/// `IP`, `QR`: two or three letters, which stand for many things until somebody is named with them.
fn is_bare_acronym(name: &str) -> bool {
    name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Fewest and most words of a quotation that are searched for.
const PHRASE: (usize, usize) = (4, 8);

/// The first words of a quotation, up to a mark that a search would stumble over; none where they are
/// too few to find anything.
pub(super) fn phrase(quote: &str) -> Option<String> {
    let quote = without_brackets(quote);
    let clean = quote.split(['…', '"', '“']).find(|part| part.split_whitespace().count() >= PHRASE.0)?;
    let words: Vec<&str> = clean.split_whitespace().take(PHRASE.1).collect();
    let mut phrase = words.join(" ");
    while phrase.len() > LONGEST {
        phrase.truncate(phrase.rfind(' ')?);
    }
    Some(phrase.trim_end_matches(['.', ',', ';', ':', '!', '?']).to_owned())
}

/// A quotation without what others put into it in brackets; a letter in brackets stands for the same one in
/// another case. Where words were put in, an ellipsis says that the speaker's do not go on.
fn without_brackets(quote: &str) -> String {
    let mut parts = quote.split('[');
    let mut clean = parts.next().unwrap_or_default().replace(']', "");
    for part in parts {
        let (put_in, behind) = part.split_once(']').unwrap_or((part, ""));
        clean.push_str(if put_in.chars().count() == 1 { put_in } else { "…" });
        clean.push_str(behind);
    }
    clean
}

/// The site of an address.
pub(super) fn site(address: &str) -> Option<String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?.split('/').next()?;
    Some(format!("https://{host}/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::text::document::Document;

    #[test]
    fn a_claim_without_a_name_is_searched_for_by_its_own_words_and_no_pronoun() {
        let document = Document::from_text("He said the conveyor mechanism jammed twice in 2019.");
        let claims = crate::analyse(&document, &Options::default()).claims;
        let near = Nearby { paragraph: String::new(), article: "Ansel Marine" };
        let query = of(claims.first().unwrap(), &near, &Options::default().lexicon);
        assert!(query.starts_with("conveyor mechanism"), "{query}");
        let near = Nearby { paragraph: "Mara Okoye".to_owned(), article: "Ansel Marine" };
        let query = of(claims.first().unwrap(), &near, &Options::default().lexicon);
        assert!(query.starts_with("Mara Okoye"), "{query}");
    }

    #[test]
    fn an_inserted_letter_or_word_is_no_part_of_the_exact_words() {
        let phrase = |quote: &str| super::phrase(quote).unwrap();
        assert_eq!(phrase("[T]he lock has leaked since May"), "The lock has leaked since May");
        assert_eq!(phrase("T]he lock has leaked"), "The lock has leaked");
        assert_eq!(phrase("the [old] lock has leaked since May"), "lock has leaked since May");
    }
}
