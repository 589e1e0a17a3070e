//! A headline, deck or caption that is surer than the text.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::headline::{LOOSE, OPEN};
use crate::english::token::{Case, Token, TokenKind};
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use std::collections::BTreeSet;

/// Shortest word of a verb or noun that is compared, in letters.
const SHORTEST: usize = 4;

/// Most words before "to" in a headline whose "to" is a "will".
const SUBJECT: usize = 2;

/// Most sentences above the text that are compared with it: each with each costs the square of the text.
const MOST: usize = 40;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let above: Vec<_> = draft.records().filter_map(|(read, _)| Some((draft.above(read)?, read))).collect();
    if above.is_empty() {
        return;
    }
    let body: Vec<Passage<'_>> =
        draft.records().filter(|(read, _)| draft.above(read).is_none()).map(|(read, _)| draft.sentence(read)).collect();
    for (place, read) in above.into_iter().filter(|(place, _)| *place != "heading").take(MOST) {
        let headline = draft.sentence(read);
        if headline.tokens.last().is_some_and(|token| token.kind == TokenKind::Question) {
            continue;
        }
        let Some(sure) = foretold(headline).or_else(|| told(headline)) else { continue };
        let Some(open) = sure.open(&body) else { continue };
        let message = format!("the {place} says \"{}\", the text \"{}\"", draft.text(sure.span), draft.text(open));
        found.push(Found { places: vec![sure.span, open], message });
    }
}

/// What a headline says for sure.
struct Sure<'a> {
    /// The verb's bare form.
    verb: &'a str,
    /// The long words of what it is said of.
    subject: BTreeSet<WordId>,
    /// The verb with "will" or "to".
    span: Span,
    /// Whether any other form of the verb in the text is as sure: then nothing is asked.
    any_form: bool,
}

impl Sure<'_> {
    /// Where the text leaves it open, and nowhere says it for sure.
    fn open(&self, body: &[Passage<'_>]) -> Option<Span> {
        let verb = WordId::of(self.verb);
        let is_same = |token: &Token| token.word == verb;
        let behind = |sentence: Passage<'_>, modal: &Phrase| {
            sentence.places_of(std::slice::from_ref(modal)).find_map(|place| {
                let verb = sentence.tokens.get(place.end).filter(|token| is_same(token))?;
                Some(sentence.slice(place.start..place.end).span().cover(verb.span))
            })
        };
        let open = OPEN.iter().find_map(|modal| {
            let mut of_subject = body.iter().filter(|sentence| !long_words(**sentence).is_disjoint(&self.subject));
            of_subject.find_map(|sentence| behind(*sentence, modal))
        })?;
        let is_certain = |sentence: &Passage<'_>| {
            behind(*sentence, &Phrase::of("will")).is_some() || self.any_form && self.is_told(*sentence)
        };
        (!body.iter().any(is_certain)).then_some(open)
    }

    /// Whether a sentence holds a form of the verb that no word before it leaves open.
    fn is_told(&self, sentence: Passage<'_>) -> bool {
        let stem = self.verb.trim_end_matches('e');
        let is_form = |at: usize| {
            let start = sentence.word(at).get(..stem.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(stem))
        };
        (0..sentence.len()).any(|at| is_form(at) && !sentence.first(at).closes_with(OPEN))
    }
}

/// "Sale will close", "Sale to close": what is to come for sure.
fn foretold(headline: Passage<'_>) -> Option<Sure<'_>> {
    let at = |joint: WordId, case: &[Case]| {
        let is_joint = |token: &Token| token.word == joint && case.contains(&token.case);
        headline.tokens.iter().skip(1).position(is_joint).map(|at| at + 1)
    };
    let will = at(word!("will"), &[Case::Lower, Case::Capital]);
    let joint = will.or_else(|| at(word!("to"), &[Case::Lower]))?;
    let (before, verb) = (headline.first(joint), headline.slice(joint + 1..joint + 2));
    let bare = will.is_none();
    // "Set to close", "plans to close" and "road to nowhere" say less than "will".
    let is_small = verb.text().bytes().all(|letter| letter.is_ascii_lowercase());
    let is_plain = || !before.closes_with(LOOSE) && before.word_count() <= SUBJECT && !bends(before) && is_small;
    (verb.text().len() >= SHORTEST && (!bare || is_plain())).then(|| Sure {
        verb: verb.text(),
        subject: long_words(before),
        span: headline.slice(joint..joint + 2).span(),
        any_form: bare,
    })
}

/// Whether a passage ends with a plural or the past of a verb, after which "to" is no "will": "plans to".
fn bends(before: Passage<'_>) -> bool {
    before.ends_in_s() || before.text().strip_suffix("ed").is_some()
}

/// "Mayor resigns", "Drug cures cancer": the second or third word of a headline, as a verb in the
/// present.
fn told(headline: Passage<'_>) -> Option<Sure<'_>> {
    let is_verb = |word: &Passage<'_>| {
        let text = word.text();
        word.ends_in_s() && text.len() > SHORTEST && text.bytes().all(|letter| letter.is_ascii_lowercase())
    };
    let verb = headline.spaced_words().skip(1).take(2).find(is_verb)?.span();
    let text = verb.of(&headline.document.prose);
    let stem = text.strip_suffix("es").filter(|stem| stem.strip_suffix("sh").is_some());
    let before = headline.tokens.partition_point(|token| token.span.start < verb.start);
    Some(Sure {
        verb: stem.unwrap_or_else(|| text.trim_end_matches('s')),
        subject: long_words(headline.first(before)),
        span: verb,
        any_form: true,
    })
}

fn long_words(passage: Passage<'_>) -> BTreeSet<WordId> {
    let words = passage.tokens.iter().filter(|token| token.is_word_or_number() && token.span.len() >= SHORTEST);
    words.map(|token| token.word).collect()
}
