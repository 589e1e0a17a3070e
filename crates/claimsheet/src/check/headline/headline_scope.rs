//! "All schools" in the headline, "two of the nine schools" in the text.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::headline::{ALL, BENT, COUNTS, SOME};
use crate::english::token::{Token, TokenKind};
use crate::text::phrase::Phrase;
use crate::text::word_id::WordId;
use std::ops::Range;

/// Shortest noun that is compared, in letters.
const SHORTEST: usize = 4;

/// Most sentences above the text that are compared with it.
const MOST: usize = 40;

/// What may stand between a quantifier and its noun; nothing, first of all.
const JOINTS: &[Phrase] = phrases!["", "of the", "the", "of"];

/// How many words behind "of the" may be the noun: "two of the nine schools".
const NEXT: usize = 2;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let above: Vec<_> = draft.records().filter_map(|(read, _)| Some((draft.above(read)?, read))).collect();
    for (place, read) in above.into_iter().filter(|(place, _)| *place != "heading").take(MOST) {
        let headline = draft.sentence(read);
        let Some((whole, noun)) = whole(headline) else { continue };
        let mut part = None;
        let mut is_said = false;
        for (read, _) in draft.records().filter(|(read, _)| draft.above(read).is_none()) {
            let sentence = draft.sentence(read);
            is_said |= quantified(sentence, ALL, noun).is_some();
            if part.is_none() {
                let place = quantified(sentence, SOME, noun).or_else(|| counted(sentence, noun));
                part = place.map(|place| sentence.slice(place).span());
            }
        }
        if let Some(part) = part.filter(|_| !is_said) {
            let all = headline.word(whole.start).to_ascii_lowercase();
            let whole = headline.slice(whole).span();
            let message = format!(
                "the {place} says \"{}\", the text \"{}\": {all} of them?",
                draft.text(whole),
                draft.text(part)
            );
            found.push(Found { places: vec![whole, part], message });
        }
    }
}

/// A noun in both numbers.
#[derive(Clone, Copy)]
struct Noun([WordId; 2]);

/// Where "all", "every" or "no" stands in a headline with the noun right behind it, and the noun.
fn whole(headline: Passage<'_>) -> Option<(Range<usize>, Noun)> {
    headline.places_of(ALL).find_map(|all| {
        let noun = headline.slice(all.end..all.end + 1);
        let text = noun.text();
        let is_whole = text.len() >= SHORTEST && text.bytes().all(|letter| letter.is_ascii_alphabetic());
        let is_plural = noun.ends_in_s() || !headline.slice(all.clone()).is(phrases!["all"]);
        let joined = [TokenKind::Hyphen, TokenKind::Possessive];
        let is_apart = noun.tokens.iter().all(|noun| noun.spaced)
            && headline.tokens.get(all.end + 1).is_none_or(|next| next.spaced || !next.is_kind(&joined));
        let stem = WordId::of(text.trim_end_matches(['s', 'S']));
        (is_whole && is_plural && is_apart).then(|| (all.start..all.end + 1, Noun([stem, stem.and(b"s")])))
    })
}

/// Where one of the quantifiers, the one that is listed first, stands right before the noun, with the noun.
fn quantified(sentence: Passage<'_>, quantifiers: &[Phrase], noun: Noun) -> Option<Range<usize>> {
    quantifiers.iter().find_map(|quantifier| {
        let places = sentence.places_of(std::slice::from_ref(quantifier));
        let mut unbent = places.filter(|place| is_unbent(sentence, place.start));
        unbent.find_map(|place| {
            let behind = sentence.from(place.end);
            let noun_at = |joint: &Phrase| {
                let rest = behind.without_opening(std::slice::from_ref(joint))?;
                rest.first_is(&noun.0).then(|| place.start..sentence.len() - rest.len() + 1)
            };
            JOINTS.iter().find_map(noun_at)
        })
    })
}

/// Whether the quantifier at a token is a word of its own that nothing makes less.
fn is_unbent(sentence: Passage<'_>, at: usize) -> bool {
    let before = sentence.first(at);
    let is_apart = sentence.tokens.get(at).is_some_and(|token| token.spaced)
        || before.tokens.last().is_some_and(Token::may_open_quote);
    is_apart && !before.closes_with(BENT)
}

/// "Two of the nine schools".
fn counted(sentence: Passage<'_>, noun: Noun) -> Option<Range<usize>> {
    sentence.places_of(phrases!["of the"]).find_map(|joint| {
        let count = sentence.first(joint.start).last(1);
        let is_number = |token: &Token| token.kind == TokenKind::Number && count.text().parse::<u32>().is_ok();
        let is_count = count.is(COUNTS) || count.tokens.iter().any(is_number);
        let next = sentence.from(joint.end);
        let words = next.tokens.iter().enumerate().filter(|(_, token)| token.is_word_or_number()).take(NEXT);
        let end = words.filter(|(_, token)| token.is_any(&noun.0)).map(|(at, _)| joint.end + at + 1).min()?;
        is_count.then(|| joint.start - count.len()..end)
    })
}
