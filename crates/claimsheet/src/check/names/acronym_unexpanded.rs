//! An abbreviation that the draft never spells out.

use crate::check::wording::placeholder::WORDS as PLACEHOLDERS;
use crate::check::{CheckContext, Found, has_run};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Abbreviations that a general reader knows.
const KNOWN: &str = include_str!("../../../data/known-abbreviations.txt");

/// Lengths of an abbreviation, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;

/// How far before an abbreviation its words in small letters are looked for, in bytes.
const FULL_BEFORE: usize = 400;

/// What stands before the letters by which an exchange lists a firm.
const EXCHANGES: &[&str] = &["NYSE:", "NASDAQ:", "Nasdaq:", "AMEX:", "ASX:", "LSE:", "TSX:", "OTC:"];

/// Small words that a name holds and its abbreviation may leave out.
const JOINTS: &[&str] = &["of", "and", "the", "for", "on", "in", "to", "&"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut firsts: BTreeMap<&str, Span> = BTreeMap::new();
    for (read, _) in draft.sentences().filter(|(read, _)| !draft.is_heading(read)) {
        let text = draft.text(read.span);
        if !has_run(text, *LENGTHS.start(), |byte| byte.is_ascii_uppercase()) {
            continue;
        }
        let words = words(text, read.span.start);
        for (at, (word, span)) in words.iter().enumerate() {
            if !is_abbreviation(word) {
                continue;
            }
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
            let shouted = beside
                .into_iter()
                .any(|(word, _)| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
            let is_label = || at == 0 || draft.behind(*span).starts_with(':');
            let is_note =
                || draft.before(*span).ends_with('[') || is_share(draft, *span) || PLACEHOLDERS.contains(word);
            let is_word = || is_speakable(word) && !draft.before(*span).to_ascii_lowercase().ends_with("the ");
            let is_whole = !shouted && !firsts.contains_key(word) && !in_name(&words, at);
            let is_ticker = || EXCHANGES.iter().any(|mark| draft.before(*span).trim_end().ends_with(mark));
            if is_whole && !is_ticker() && !is_label() && !is_note() && !is_word() && !is_known(word) {
                firsts.insert(*word, *span);
            }
        }
    }
    let prose = draft.document.prose.as_str();
    firsts.retain(|word, span| !is_spelt_out(prose, word) && !is_in_full_before(draft, *span, word));
    let initials = if firsts.is_empty() { String::new() } else { initials(prose) };
    for (word, span) in firsts {
        if !initials.contains(word) && !is_a_word(prose, word) {
            found.push(Found { places: vec![span], message: format!("{word} is never spelled out: what is it?") });
        }
    }
}

/// Whether a general reader knows an abbreviation.
fn is_known(word: &str) -> bool {
    KNOWN.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).any(|known| known == word)
}

/// Whether an abbreviation is the first word of a longer name, as in "ERP Compliant Fuels" or "QWB International":
/// firms often have names that stand for nothing. An office, a person or the noun of a body behind it is no such
/// name.
fn in_name(words: &[(&str, Span)], at: usize) -> bool {
    let is_capital = |step: usize| {
        let previous = words.get(at + step - 1).map_or(0, |(_, span)| span.end);
        words
            .get(at + step)
            .is_some_and(|(word, span)| word.starts_with(char::is_uppercase) && span.start == previous + 1)
    };
    let is_firm = || {
        let apart = Classes::of(Class::PersonTitle)
            .with(Classes::of(Class::RoleNoun))
            .with(Classes::of(Class::FirstName))
            .with(Classes::of(Class::OrgNoun))
            .with(Classes::of(Class::FunctionWord));
        words.get(at + 1).is_some_and(|(word, _)| {
            !Lexicon::default().word(word).any(apart) && word.chars().skip(1).any(char::is_lowercase)
        })
    };
    is_capital(1) && (is_capital(2) || is_firm())
}

/// "(NYSE: QWB)": the letters of a share behind an exchange, which stand for nothing.
fn is_share(draft: &CheckContext<'_>, span: Span) -> bool {
    let exchange = draft.before(span).trim_end().strip_suffix(':').unwrap_or("");
    let exchange = exchange.rsplit(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or("");
    exchange.len() > 2 && exchange.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// "Cost-of-living adjustments … the COLA": words in small letters with these initials, right before
/// in the text; small words count or not.
fn is_in_full_before(draft: &CheckContext<'_>, span: Span, word: &str) -> bool {
    let prose = draft.document.prose.as_str();
    let start = prose.ceil_char_boundary((span.start as usize).saturating_sub(FULL_BEFORE));
    let before = prose.get(start..span.start as usize).unwrap_or("").to_lowercase();
    let words = before.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let with: String = words.clone().filter_map(|word| word.chars().next()).collect();
    let without: String = words.filter(|word| !JOINTS.contains(word)).filter_map(|word| word.chars().next()).collect();
    let letters = word.to_lowercase();
    word.len() > 3 && (with.contains(&letters) || without.contains(&letters))
}

/// The words of a sentence that begins at `start`, by spaces and marks.
fn words(text: &str, start: u32) -> Vec<(&str, Span)> {
    let is_letter =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '&' | '$' | '@' | '#' | '/');
    let pieces = text.split(|letter: char| !is_letter(letter)).map(|word| word.trim_end_matches('.'));
    pieces
        .filter(|word| !word.is_empty())
        .map(|word| {
            let at = start + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
            (word, Span::new(at, at + word.len() as u32))
        })
        .collect()
}

/// Capital letters only, and no Roman numeral or size.
fn is_abbreviation(word: &str) -> bool {
    LENGTHS.contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !word.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// Whether an abbreviation may be a word in capitals, for weight or as a label: it has a vowel, and one of
/// three letters has it behind a consonant. Only "the" before it makes it a body's name.
fn is_speakable(word: &str) -> bool {
    let is_vowel = |letter: &u8| b"AEIOU".contains(letter);
    match word.as_bytes() {
        [first, second, _] => !is_vowel(first) && is_vowel(second),
        letters => letters.iter().any(is_vowel),
    }
}

/// The first letters of capitalised words, in order, with a gap where a run of them ends: once without
/// the small words between them, once with them ("Voice of America" is VA, and VOA).
fn initials(prose: &str) -> String {
    let mut without = String::new();
    let mut with = String::new();
    for word in prose.split(|letter: char| letter.is_whitespace() || letter == '-') {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        match bare.chars().next() {
            Some(first) if first.is_uppercase() => {
                without.push(first);
                with.push(first);
            }
            Some(first) if JOINTS.contains(&bare) => with.extend(first.to_uppercase()),
            _ => {
                without.push(' ');
                with.push(' ');
            }
        }
    }
    format!("{without} {with}")
}

/// Whether it stands elsewhere in other letters, and so is a word in capitals.
fn is_a_word(prose: &str, word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    let mut places = memchr::memchr2_iter(first, first.to_ascii_lowercase(), prose.as_bytes());
    places.any(|at| {
        let end = at + word.len();
        let is_other = |other: &str| other != word && other.eq_ignore_ascii_case(word);
        let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        prose.get(at..end).is_some_and(is_other)
            && !joins(prose.get(end..).and_then(|behind| behind.chars().next()))
            && !joins(prose.get(..at).and_then(|before| before.chars().next_back()))
    })
}

/// "EMS (emergency medical services)", "emergency medical services (EMS)", "… , or TRC", "EMS is emergency …".
fn is_spelt_out(prose: &str, word: &str) -> bool {
    let in_brackets = prose.contains(&format!("({word})")) || prose.contains(&format!("{word} ("));
    let is_told = || {
        prose.split(&format!("{word} is ")).skip(1).any(|rest| {
            let words = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
            let initials: String = words.take(word.len()).filter_map(|word| word.chars().next()).collect();
            initials.eq_ignore_ascii_case(word)
        })
    };
    in_brackets || is_told() || prose.contains(&format!(", or {word}")) || prose.contains(&format!("known as {word}"))
}
