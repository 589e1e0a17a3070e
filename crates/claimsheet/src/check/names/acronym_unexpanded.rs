//! An abbreviation that the draft never spells out.

use crate::check::{CheckContext, Found};
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::phrase_lists::names::JOINTS;
use crate::english::phrase_lists::{is_known_abbreviation, is_listed, placeholder};
use crate::english::token::{Case, Token, TokenKind};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::collections::BTreeMap;

/// Lengths of an abbreviation, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;

/// How far before an abbreviation its words in small letters are looked for, in bytes.
const FULL_BEFORE: u32 = 400;

/// Fewest letters of the abbreviation of an exchange.
const EXCHANGE: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut firsts: BTreeMap<WordId, Passage<'_>> = BTreeMap::new();
    for (read, _) in draft.records().filter(|(read, _)| !draft.is_heading(read)) {
        let sentence = draft.sentence(read);
        if !sentence.tokens.iter().any(|token| is_abbreviation(draft, token)) {
            continue;
        }
        let words: Vec<Passage<'_>> = joined_words(sentence).collect();
        for (at, word) in words.iter().enumerate() {
            let [token] = word.tokens else { continue };
            if is_abbreviation(draft, token) && is_bare(draft, &words, at, token) {
                firsts.entry(token.word).or_insert(*word);
            }
        }
    }
    firsts.retain(|_, word| !is_in_full_before(draft, *word));
    if firsts.is_empty() {
        return;
    }
    let whole = draft.passage(Span::at(0, draft.document.prose.len()));
    for (at, token) in whole.tokens.iter().enumerate() {
        let is_other = |word: &Passage<'_>| word.text() != whole.word(at);
        if firsts.get(&token.word).is_some_and(|word| is_other(word) || is_spelt_out(whole, at)) {
            firsts.remove(&token.word);
        }
    }
    let initials = if firsts.is_empty() { String::new() } else { initials(whole) };
    for word in firsts.into_values() {
        if memchr::memmem::find(initials.as_bytes(), word.text().as_bytes()).is_none() {
            let message = format!("{} is never spelled out: what is it?", word.text());
            found.push(Found { places: vec![word.span()], message });
        }
    }
}

/// Words with the marks that join them to others: `QWB`, `QWB-2`, `R&D`, `QWB/TRC`, `#QWB`; without a stop at the
/// end.
fn joined_words(sentence: Passage<'_>) -> impl Iterator<Item = Passage<'_>> {
    let joins = |token: &Token| {
        let is_mark = matches!(token.kind, TokenKind::Hyphen | TokenKind::Slash | TokenKind::Currency);
        is_mark || token.kind == TokenKind::Period || token.is_word_or_number() || token.is_any(words!["&", "@", "#"])
    };
    let words = sentence.tokens.chunk_by(move |one, next| !next.spaced && joins(one) && joins(next));
    let words =
        words.map(move |tokens| Passage { tokens, ..sentence }.without_last(|token| token.kind == TokenKind::Period));
    words
        .filter(|word| word.tokens.iter().any(|token| token.is_word_or_number() || token.kind == TokenKind::Possessive))
}

/// Capital letters only, and no Roman numeral or size.
fn is_abbreviation(draft: &CheckContext<'_>, token: &Token) -> bool {
    token.case == Case::Upper && LENGTHS.contains(&token.span.len()) && {
        let letters = draft.text(token.span).as_bytes();
        letters.iter().all(u8::is_ascii_uppercase) && !letters.iter().all(|letter| b"IVXLCDM".contains(letter))
    }
}

/// Whether the abbreviation `words[at]` stands for a body or thing here that the sentence leaves unexplained.
fn is_bare(draft: &CheckContext<'_>, words: &[Passage<'_>], at: usize, token: &Token) -> bool {
    let (before, behind) = (draft.preceding(token.span), draft.following(token.span));
    let is_shouted =
        [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at)).any(|word| {
            let letters = word.text().as_bytes();
            letters.len() > 1 && letters.iter().all(u8::is_ascii_uppercase)
        });
    let is_label = || at == 0 || behind.first_is(words![":"]);
    let is_note = || before.last_is(words!["["]) || is_listed(placeholder::MARKS, token.word);
    let is_word = || is_speakable(draft.text(token.span)) && !before.last_is(words!["the"]);
    let is_share = || before.last_is(words![":"]) && is_exchange(before.first(before.len() - 1).last(1));
    let is_known = || is_known_abbreviation(token.word);
    !is_shouted && !in_name(words, at) && !is_label() && !is_note() && !is_word() && !is_share() && !is_known()
}

/// "(NYSE: QWB)": an exchange, before the letters of a share, which stand for nothing.
fn is_exchange(word: Passage<'_>) -> bool {
    let letters = word.text();
    word.is(phrases!["nasdaq"]) || letters.len() >= EXCHANGE && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether an abbreviation is the first word of a longer name, as in "ERP Compliant Fuels" or "QWB International":
/// firms often have names that stand for nothing. An office, a person or the noun of a body behind it is no such
/// name.
fn in_name(words: &[Passage<'_>], at: usize) -> bool {
    const APART: Classes = Classes::of(Class::PersonTitle)
        .with(Classes::of(Class::RoleNoun))
        .with(Classes::of(Class::FirstName))
        .with(Classes::of(Class::OrgNoun))
        .with(Classes::of(Class::FunctionWord));
    let capital = |at: usize| {
        let (previous, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        (word.begins_large() && word.span().start == previous.span().end + 1).then_some(*word)
    };
    let is_firm = |word: Passage<'_>| {
        let classes = if let [token] = word.tokens { token.classes } else { Classes::default() };
        !classes.any(APART) && word.text().chars().skip(1).any(char::is_lowercase)
    };
    capital(at + 1).is_some_and(|next| capital(at + 2).is_some() || is_firm(next))
}

/// "Cost-of-living adjustments … the COLA": words in small letters with these initials, right before
/// in the text; small words count or not.
fn is_in_full_before(draft: &CheckContext<'_>, word: Passage<'_>) -> bool {
    let letters = word.text();
    if letters.len() <= *LENGTHS.start() {
        return false;
    }
    let start = word.span().start;
    let before = draft.annotated.words.placed_within(Span::new(start.saturating_sub(FULL_BEFORE), start));
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (id, place) in before {
        let initial = draft.text(place).bytes().next().unwrap_or(b' ').to_ascii_uppercase();
        with.push(initial);
        if !is_listed(JOINTS, id) {
            without.push(initial);
        }
    }
    [with, without].iter().any(|initials| memchr::memmem::find(initials, letters.as_bytes()).is_some())
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
fn initials(whole: Passage<'_>) -> String {
    let mut without = String::new();
    let mut with = String::new();
    for word in whole.tokens.chunk_by(|one, next| !next.spaced && one.kind != TokenKind::Hyphen) {
        let bare = word.iter().position(Token::is_word_or_number).and_then(|at| word.get(at));
        let first = bare.and_then(|token| whole.document.text(token.span).chars().next()).unwrap_or(' ');
        if first.is_uppercase() {
            without.push(first);
            with.push(first);
        } else if bare.is_some_and(|token| is_listed(JOINTS, token.word)) {
            with.extend(first.to_uppercase());
        } else {
            without.push(' ');
            with.push(' ');
        }
    }
    format!("{without} {with}")
}

/// "EMS (emergency medical services)", "emergency medical services (EMS)", "… , or TRC", "known as TRC", "EMS is
/// emergency …", of the abbreviation at a token.
fn is_spelt_out(text: Passage<'_>, at: usize) -> bool {
    let (before, behind) = (text.first(at), text.from(at + 1));
    let in_brackets = before.last_is(words!["("]) && behind.first_is(words![")"])
        || behind.first_is(words!["("]) && behind.tokens.first().is_some_and(|bracket| bracket.spaced);
    let is_told = || {
        let letters = text.word(at);
        let words = behind.from(1).tokens.iter().filter(|token| token.is_word_or_number());
        let initials = words.take(letters.len()).filter_map(|token| text.document.text(token.span).chars().next());
        behind.first_is(words!["is"]) && initials.collect::<String>().eq_ignore_ascii_case(letters)
    };
    in_brackets || before.last(2).is(phrases![", or", "known as"]) || is_told()
}
