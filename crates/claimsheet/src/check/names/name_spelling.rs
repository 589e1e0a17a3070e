//! One name in two spellings.

use crate::check::names::first_names::sounds_alike;
use crate::check::{CheckContext, Found};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::passage::Passage;
use crate::english::phrase_lists::{is_listed, offices::BEFORE_SURNAME};
use crate::english::token::Case;
use crate::names::may_be_person;
use crate::signal::{NameKind, Signal, Value};
use crate::text::document::BlockKind;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// Shortest word that is compared, in letters; shorter ones differ by chance.
const SHORTEST: usize = 5;

/// Longest name that is compared, in words.
const LONGEST: usize = 8;

/// Most names with all words but one in common that are compared.
const FAMILY: usize = 40;

/// Most words of a headline that are compared.
const HEADLINE: usize = 40;

/// Most names of the text that a word of the headline is compared with.
const MOST: usize = 2000;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let lexicon = draft.annotated.lexicon;
    let mut names: BTreeMap<Vec<&str>, Vec<Span>> = BTreeMap::new();
    for (_, signals) in draft.records().filter(|(read, _)| !draft.is_heading(read)) {
        for signal in signals.iter().filter(|signal| is_name(signal)) {
            let words: Vec<&str> = draft.passage(signal.span).spaced_words().map(Passage::text).collect();
            if words.len() >= 2 {
                names.entry(words).or_default().push(signal.span);
            }
        }
    }
    written_apart(draft, found);
    surnames_alone(draft, &names, found);
    in_headline(draft, &names, found);
    for (one, other) in pairs(&names) {
        let (Some(places), Some(others)) = (names.get(one), names.get(other)) else { continue };
        if let Some((first, second)) = difference(one, other, lexicon) {
            let spans = [places.first(), others.first()].into_iter().flatten().copied().collect::<Vec<_>>();
            let message = format!(
                "\"{}\" ({} times) and \"{}\" ({} times): {first} or {second}?",
                one.join(" "),
                places.len(),
                other.join(" "),
                others.len()
            );
            found.push(Found { places: in_order(spans), message });
        }
    }
}

/// Pairs of names that have all words but one in common, in order. Very many names with the same words
/// but one are a list, which is left: comparing each with each would cost the square of the text.
fn pairs<'n, 'a>(names: &'n BTreeMap<Vec<&'a str>, Vec<Span>>) -> BTreeSet<(&'n [&'a str], &'n [&'a str])> {
    let mut alike: HashMap<(usize, Vec<&str>), Vec<&'n [&'a str]>> = HashMap::default();
    for name in names.keys().filter(|name| name.len() <= LONGEST) {
        for at in 0..name.len() {
            let rest = name.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word).collect();
            alike.entry((at, rest)).or_default().push(name);
        }
    }
    let mut pairs = BTreeSet::new();
    for family in alike.values().filter(|family| family.len() <= FAMILY) {
        for (at, one) in family.iter().enumerate() {
            pairs.extend(family.iter().skip(at + 1).map(|other| (*one, *other)));
        }
    }
    pairs
}

fn is_name(signal: &Signal) -> bool {
    matches!(signal.value, Value::Name(kind) if kind != NameKind::Group)
}

/// One name in one word and in two, or with other capitals: "Alibaba" and "Ali Baba".
fn written_apart(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut known: BTreeMap<String, (&str, Span)> = BTreeMap::new();
    for (_, signals) in draft.records().filter(|(read, _)| draft.above(read).is_none()) {
        for span in signals.iter().filter(|signal| is_name(signal)).map(|signal| signal.span) {
            let passage = draft.passage(span);
            let name = passage.text();
            let letters = || name.chars().filter(|letter| letter.is_alphanumeric());
            let bare: String = letters().flat_map(char::to_lowercase).collect();
            let shouts = !letters().any(char::is_lowercase);
            let is_short = bare.chars().count() <= SHORTEST;
            if is_short || shouts || is_address(draft, passage) || passage.ends_in_s() || passage.ends_in_stop() {
                continue;
            }
            let (other, place) = *known.entry(bare).or_insert((name, span));
            if other != name && as_words(other) != as_words(name) {
                let message = format!("\"{other}\" here, \"{name}\" there: is it one name?");
                found.push(Found { places: vec![place, span], message });
                return;
            }
        }
    }
}

/// Whether a name is a handle, a tag, or the beginning of a site: `@OkoyeSea`, `okoye.example`.
fn is_address(draft: &CheckContext<'_>, name: Passage<'_>) -> bool {
    let is_joined = |passage: Passage<'_>| passage.tokens.first().is_some_and(|token| !token.spaced);
    let (before, behind) = (draft.preceding(name.span()), draft.following(name.span()));
    is_joined(name) && before.last_is(words!["@", "#"])
        || is_joined(behind) && is_joined(behind.from(1)) && behind.first_is(words!["."])
}

/// A name without marks, its words apart and each with a small first letter: hyphens, points and
/// capitals at the start of a word are a matter of style.
fn as_words(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.map(|word| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
        first + letters.as_str()
    });
    plain.collect::<Vec<_>>().join(" ")
}

/// A surname behind a title: "Kellar" of "Dr. Kellar".
fn behind_title(name: Passage<'_>) -> Passage<'_> {
    match name.spaced_words().next() {
        Some(title) if title.len() < name.len() && title.is(BEFORE_SURNAME) => name.from(title.len()),
        _ => name,
    }
}

/// Shortest name of one word that does not speak and is compared, in letters.
const ALONE: usize = 6;

/// A name of one word that may be a surname.
struct Alone<'a> {
    word: &'a str,
    span: Span,
    speaks: bool,
}

/// The name of who speaks, or of a person, long enough and no place's or first name.
fn alone<'a>(draft: &CheckContext<'a>, signal: &Signal) -> Option<Alone<'a>> {
    let (span, speaks) = match signal.value {
        Value::Attribution(said) => (said.speaker, true),
        Value::Name(kind) if may_be_person(kind, draft.passage(signal.span)) => (signal.span, false),
        _ => return None,
    };
    let name = behind_title(draft.passage(span));
    let word = name.text();
    let known = Classes::of(Class::FirstName).with(Classes::of(Class::Place)).with(Classes::of(Class::Group));
    let is_name = matches!(name.tokens, [token] if token.case == Case::Capital && !token.classes.any(known))
        && word.chars().count() >= ALONE
        && word.chars().skip(1).all(char::is_lowercase);
    (name.word_count() == 1 && (speaks || is_name)).then_some(Alone { word, span, speaks })
}

/// A surname alone that nobody in the draft has, a letter off one that somebody has.
fn surnames_alone(draft: &CheckContext<'_>, names: &BTreeMap<Vec<&str>, Vec<Span>>, found: &mut Vec<Found>) {
    let lexicon = draft.annotated.lexicon;
    let is_titled = |first: &&str| is_listed(BEFORE_SURNAME, WordId::of(first));
    let is_full = |name: &&Vec<&str>| name.len() != 2 || !name.first().is_some_and(is_titled);
    let mut known: BTreeSet<&str> = names.keys().filter(is_full).flatten().copied().collect();
    let mut by_start: HashMap<Option<char>, BTreeMap<&str, Span>> = HashMap::default();
    for (name, places) in names.iter().filter(|(name, _)| is_full(name)) {
        if let (Some(surname), Some(place)) = (name.last(), places.first()) {
            by_start.entry(surname.chars().next()).or_default().entry(surname).or_insert(*place);
        }
    }
    for (_, signals) in draft.records().filter(|(read, _)| !draft.is_heading(read)) {
        for Alone { word, span, speaks } in signals.iter().filter_map(|signal| alone(draft, signal)) {
            if known.contains(word) {
                continue;
            }
            let alike = by_start.get(&word.chars().next()).filter(|alike| alike.len() <= FAMILY);
            // "Analytics" is no slip for the last word of "Bureau of Harbour Analysis": only people have surnames.
            let is_person =
                |place: Span| draft.passage(place).tokens.first().is_some_and(|first| first.is(Class::FirstName));
            let is_twin = |surname: &str| difference(&[word], &[surname], lexicon).is_some();
            let mut twins = alike
                .into_iter()
                .flatten()
                .filter(|(surname, place)| is_twin(surname) && (speaks || is_person(**place)));
            if let Some((surname, place)) = twins.next() {
                let full = draft.text(*place);
                known.insert(word);
                let message = format!("\"{word}\" here, elsewhere it is \"{full}\": {surname} or {word}?");
                found.push(Found { places: in_order(vec![*place, span]), message });
            }
        }
    }
}

/// A word of the headline that stands nowhere in the text, a letter off a surname that does.
fn in_headline(draft: &CheckContext<'_>, names: &BTreeMap<Vec<&str>, Vec<Span>>, found: &mut Vec<Found>) {
    let Some(title) = draft.document.blocks.iter().find(|block| block.kind == BlockKind::Title) else { return };
    let headline = title.span;
    let body = Span::new(headline.end, draft.document.prose.len() as u32);
    let body = LazyCell::new(|| {
        let words = draft.passage(body).hyphenated_words();
        words.map(|word| WordId::of(word.text())).collect::<HashSet<_>>()
    });
    for word in draft.passage(headline).hyphenated_words().take(HEADLINE) {
        let place = word.span();
        let may_be_name = word.begins_large() && word.text().len() >= SHORTEST;
        let word = word.text();
        let twin = || {
            let surnames = names.iter().filter_map(|(name, places)| Some((name.last()?, places.first()?)));
            let is_twin = |surname: &str| difference(&[word], &[surname], draft.annotated.lexicon).is_some();
            surnames.take(MOST).find(|(surname, _)| is_twin(surname)).map(|(surname, span)| (*surname, *span))
        };
        let twin = if may_be_name { twin() } else { None };
        if let Some((surname, span)) = twin.filter(|_| !body.contains(&WordId::of(word))) {
            let full = draft.text(span);
            let message = format!("\"{word}\" in the headline, \"{full}\" in the text: {surname} or {word}?");
            found.push(Found { places: vec![place, span], message });
        }
    }
}

fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    spans
}

/// Whether two words hold the same letters in another order.
fn is_shuffled(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.len() == other.len() && one.len() > SHORTEST && sorted(one) == sorted(other)
}

/// A word as a keyboard without umlauts writes it: "mueller" of "müller".
fn without_umlauts(word: &str) -> String {
    word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

/// The one word in which two names differ by a letter or two, as a slip would have it.
pub(crate) fn difference<'a>(one: &[&'a str], other: &[&'a str], lexicon: &Lexicon) -> Option<(&'a str, &'a str)> {
    if one.len() != other.len() {
        return None;
    }
    let mut differing = one.iter().zip(other).filter(|(first, second)| first != second);
    let (first, second) = differing.next().filter(|_| differing.next().is_none())?;
    let same_start = first.chars().next() == second.chars().next();
    if !same_start && one.len() < 2 {
        return None;
    }
    let (letters, others) = (first.chars().count(), second.chars().count());
    let (short, long) = (letters.min(others), letters.max(others));
    let may_slip = short >= SHORTEST && long <= short + 1 && same_start;
    if !may_slip && one.len() < 2 {
        return None;
    }
    let letters_only = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let (lower_first, lower_second) = (first.to_lowercase(), second.to_lowercase());
    let is_plural = ["s", "n", "an"].iter().any(|end| {
        lower_first.strip_suffix(end) == Some(&lower_second) || lower_second.strip_suffix(end) == Some(&lower_first)
    });
    let near = strsim::damerau_levenshtein(&lower_first, &lower_second);
    let is_slip = may_slip
        && (near == 1 || near == 2 && short >= 8 || near > 0 && is_shuffled(&lower_first, &lower_second))
        || without_umlauts(&lower_first) == without_umlauts(&lower_second);
    // Of two people with one first name, surnames so much alike are hardly a family's.
    let is_longer = lower_first
        .strip_prefix(lower_second.as_str())
        .or_else(|| lower_second.strip_prefix(lower_first.as_str()))
        .is_some();
    let is_person = one.first().is_some_and(|first| lexicon.word(first).has(Class::FirstName));
    let is_surname =
        is_person && !is_longer && one.len() == 2 && one.first() == other.first() && short > SHORTEST && near <= 2;
    let is_sound = one.len() >= 2 && one.last() == other.last() && sounds_alike(WordId::of(first), WordId::of(second));
    ((is_slip || is_surname || is_sound) && near > 0 && !is_plural && letters_only(first) && letters_only(second))
        .then_some((*first, *second))
}
