//! Queries: names and a few distinguishing words of a claim, never a sentence of the draft.

use crate::claim::FactRole;
use crate::claim::source::OWNED;
use crate::english::lexicon::{Class, Lexicon};
use crate::english::passage::Passage;
use crate::english::token::{Token, TokenKind};
use crate::lookup::placed::{PlacedClaim, PlacedFact};
use crate::names::form::without_title;
use crate::text::word_id::WordId;
use std::fmt::Write as _;

/// Longest query in bytes.
pub(super) const LONGEST: usize = 80;

/// Names that go into a query, at most.
const MOST_NAMES: usize = 3;

/// Most words of a name.
const LONGEST_NAME: usize = 4;

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
pub(super) fn of(claim: &PlacedClaim<'_>, near: &Nearby<'_>, lexicon: &Lexicon) -> String {
    let of_role = |role: FactRole| {
        let facts = claim.facts_of(role).filter(|fact| is_name(fact, lexicon));
        facts.map(|fact| fact.words).collect::<Vec<_>>()
    };
    let mut by_role = [FactRole::Name, FactRole::Speaker, FactRole::Place].into_iter().map(of_role);
    let names = by_role.find(|names| !names.is_empty()).unwrap_or_default();
    let mut query = String::new();
    if names.is_empty() {
        query.push_str(behind_pronoun(claim).unwrap_or(&near.paragraph));
        if query.is_empty() {
            query = rare_words(claim, lexicon);
        }
        // One word finds anything.
        if query.split_once(' ').is_none() && !near.article.is_empty() {
            near.article.clone_into(&mut query);
        }
    } else if names.iter().all(|name| is_bare_acronym(name.text())) {
        query.push_str(if near.paragraph.is_empty() { near.article } else { &near.paragraph });
    }
    let figure = claim.facts_of(FactRole::Figure).map(|fact| fact.words);
    let mut figure = figure.filter(|words| words.text().bytes().any(|byte| byte.is_ascii_digit()));
    let figure = if names.is_empty() { figure.next() } else { None };
    let names = names.into_iter().take(MOST_NAMES).map(without_title);
    for part in names.chain(figure.map(unbent)).map(words_of_name) {
        let known = holds(&WordId::of_text(&query), &WordId::of_text(&part));
        if !known && !is_run(&format!("{query} {part}"), claim.words) && query.len() + part.len() < LONGEST {
            let gap = if query.is_empty() { "" } else { " " };
            let _ = write!(query, "{gap}{part}");
        }
    }
    query
}

/// A query for what `publisher` publishes: without its own name, which stands on each of its pages; none where nothing
/// else is left. A query without that name stays as it is.
pub(super) fn without(query: &str, publisher: &str) -> Option<String> {
    let own: Vec<&str> = publisher.split(' ').collect();
    let words: Vec<&str> = query.split(' ').collect();
    // One word of a longer name is not the name.
    let longest = (1..=own.len().min(words.len())).rev().filter(|length| *length > 1 || own.len() == 1);
    let run = longest.flat_map(|length| own.windows(length).map(move |run| (length, run)));
    let found = run.filter_map(|(length, run)| {
        let at =
            words.windows(length).position(|window| window.iter().zip(run).all(|(a, b)| a.eq_ignore_ascii_case(b)))?;
        Some((at, length))
    });
    let Some((at, length)) = found.into_iter().next() else { return Some(query.to_owned()) };
    let is_left = |place: &usize| !(at..at + length).contains(place);
    let left: Vec<&str> = (0..words.len()).filter(is_left).filter_map(|place| words.get(place).copied()).collect();
    (!left.is_empty()).then(|| left.join(" "))
}

/// Whom the draft's words for the speaker, a pronoun or `the study`, most likely mean.
fn behind_pronoun<'a>(claim: &PlacedClaim<'a>) -> Option<&'a str> {
    let named = claim.claim.claimed_source.as_ref()?.probably.as_deref()?;
    Some(named.strip_suffix(OWNED).unwrap_or(named))
}

/// One name and no other word of the draft: the claim's own, else whom its paragraph names, else whom the article
/// is about; empty for nobody.
pub(super) fn one_name(claim: &PlacedClaim<'_>, near: &Nearby<'_>, lexicon: &Lexicon) -> String {
    let of_role = |role: FactRole| {
        let facts = claim.facts_of(role).filter(|fact| is_name(fact, lexicon)).map(|fact| fact.words);
        let mut names = facts.filter(|name| !is_bare_acronym(name.text()));
        names.next()
    };
    match [FactRole::Name, FactRole::Speaker, FactRole::Place].into_iter().find_map(of_role) {
        Some(name) => words_of_name(without_title(name)),
        None if near.paragraph.is_empty() => near.article.to_owned(),
        None => near.paragraph.clone(),
    }
}

/// Whether `part` stands within `whole`.
fn holds<T: PartialEq>(whole: &[T], part: &[T]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|window| window == part)
}

/// Whether a fact's words are a name that one can search for: no pronoun, description or common noun with the
/// capital of a sentence's start.
fn is_name(fact: &PlacedFact<'_>, lexicon: &Lexicon) -> bool {
    let words = fact.words;
    let is_group = words.classes().has(Class::Group);
    let is_small = words.text().chars().next().is_some_and(char::is_lowercase);
    let is_description = is_small || words.first_is(words!["the"]) && words.len() > 1;
    let is_named = || words.spaced_words().any(|word| word.begins_large() && !lexicon.is_small(word.text()));
    words.text().chars().any(char::is_uppercase)
        && !words.has_kind(&[TokenKind::Comma])
        && !is_group
        && !is_description
        && (fact.role != FactRole::Speaker || is_named())
}

/// The first words of a name, without quotation marks and brackets.
fn words_of_name(name: Passage<'_>) -> String {
    let bare = name.spaced_words().map(|word| word.text().replace(['"', '“', '”', '[', ']'], ""));
    bare.filter(|word| !word.is_empty()).take(LONGEST_NAME).collect::<Vec<_>>().join(" ")
}

/// For each claim, whom another claim of its paragraph names: the one before it that is nearest, else the
/// nearest behind it.
pub(super) fn nearby(claims: &[PlacedClaim<'_>]) -> Vec<String> {
    let named = |claim: &PlacedClaim<'_>| {
        let of_role = |role| claim.facts_of(role).map(|fact| fact.words).find(|name| !is_bare_acronym(name.text()));
        let name = of_role(FactRole::Name).or_else(|| of_role(FactRole::Place))?;
        let name = if name.first_is(words!["the"]) && name.begins_large() { name.from(1) } else { name };
        Some((claim.claim.paragraph, words_of_name(without_title(name))))
    };
    let mut near = vec![String::new(); claims.len()];
    for backwards in [false, true] {
        let mut last: Option<(u32, String)> = None;
        for at in 0..claims.len() {
            let at = if backwards { claims.len() - 1 - at } else { at };
            let (Some(claim), Some(near)) = (claims.get(at), near.get_mut(at)) else { continue };
            if let Some((_, name)) = last.as_ref().filter(|(paragraph, _)| *paragraph == claim.claim.paragraph)
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
/// named. Words in quotation marks are somebody's, and none of them goes into a link, wherever else it stands.
fn rare_words(claim: &PlacedClaim<'_>, lexicon: &Lexicon) -> String {
    let taken = claim.facts_of(FactRole::Quote).chain(claim.facts_of(FactRole::Figure));
    let taken: Vec<WordId> = taken.flat_map(|fact| fact.words.tokens).map(|token| token.word).collect();
    let words = claim.words.hyphenated_words().filter(|word| !word.has_word(taken.as_slice())).map(Passage::text);
    // Of a site its name.
    let words = words.map(|word| word.split_once('.').map_or(word, |(name, _)| name));
    let is_letters = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let is_rare = |word: &&str| word.len() >= RARE_WORDS.1 && is_letters(word) && lexicon.word(word).cues().is_empty();
    let words: Vec<&str> = words.filter(is_rare).collect();
    let mut longest: Vec<usize> = (0..words.len()).collect();
    longest.sort_by_key(|at| std::cmp::Reverse(words.get(*at).map_or(0, |word| word.len())));
    longest.truncate(RARE_WORDS.0);
    longest.sort_unstable();
    longest.iter().filter_map(|at| words.get(*at).copied()).collect::<Vec<_>>().join(" ")
}

/// A figure without the words that bend it: `20 kilometres` of `at least 20 kilometres`.
fn unbent(figure: Passage<'_>) -> Passage<'_> {
    let is_number = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Currency);
    figure.from(figure.tokens.iter().position(is_number).unwrap_or(0))
}

/// Fewest words of the draft in a row that a query must not have.
const RUN: usize = 5;

/// Whether a query would hold a run of the draft's words, as names may stand side by side.
fn is_run(query: &str, claim: Passage<'_>) -> bool {
    let query: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
    query.len() >= RUN && {
        let text: Vec<&str> = claim.spaced_words().map(Passage::text).collect();
        query.windows(RUN).any(|run| holds(&text, run))
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
    let words = |part: &str| part.split_whitespace().take(PHRASE.1).map(str::to_owned).collect::<Vec<String>>();
    let mut phrase = quote.split(['…', '"', '“']).map(words).find(|words| words.len() >= PHRASE.0)?.join(" ");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::text::document::Document;

    #[test]
    fn a_claim_without_a_name_is_searched_for_by_its_own_words_and_no_pronoun() {
        let document = Document::from_text("He said the conveyor mechanism jammed twice in 2019.");
        let options = Options::default();
        let text = AnnotatedText::of(&document, &options);
        let claims = crate::analyse(&document, &options).claims;
        let placed = PlacedClaim::all(&document, &text, &claims);
        let query = |near: &Nearby<'_>| of(placed.first().unwrap(), near, &options.lexicon);
        let query_near = |paragraph: &str| query(&Nearby { paragraph: paragraph.to_owned(), article: "Ansel Marine" });
        assert!(query_near("").starts_with("conveyor mechanism"), "{}", query_near(""));
        assert!(query_near("Mara Okoye").starts_with("Mara Okoye"), "{}", query_near("Mara Okoye"));
    }

    /// The query for the last claim of a text in an article about Okoye Marine.
    fn query(text: &str) -> String {
        let document = Document::from_text(text);
        let options = Options::default();
        let text = AnnotatedText::of(&document, &options);
        let claims = crate::analyse(&document, &options).claims;
        let placed = PlacedClaim::all(&document, &text, &claims);
        let near = Nearby { paragraph: String::new(), article: "Okoye Marine" };
        of(placed.last().unwrap(), &near, &options.lexicon)
    }

    #[test]
    fn a_query_holds_names_without_their_titles() {
        assert_eq!(query("GOP Rep. Paul Orr voted in 2019 to close the port."), "Paul Orr");
        let fine = query("In May, Okoye Marine Holdings paid a fine of $4 million to the port of Oslo.");
        assert!(fine.starts_with("Okoye Marine Holdings"), "{fine}");
    }

    #[test]
    fn a_bare_acronym_is_searched_for_with_whom_the_article_is_about() {
        assert_eq!(query("The biggest firms lost their IP."), "Okoye Marine IP");
    }

    #[test]
    fn a_figure_is_searched_for_without_the_words_that_bend_it() {
        let crossing = query("Some 23,000 vehicles cross each day.");
        assert!(crossing.ends_with("23,000 vehicles"), "{crossing}");
    }

    #[test]
    fn an_inserted_letter_or_word_is_no_part_of_the_exact_words() {
        let phrase = |quote: &str| super::phrase(quote).unwrap();
        assert_eq!(phrase("[T]he lock has leaked since May"), "The lock has leaked since May");
        assert_eq!(phrase("T]he lock has leaked"), "The lock has leaked");
        assert_eq!(phrase("the [old] lock has leaked since May"), "lock has leaked since May");
    }
}
