#![doc = include_str!("exhortation.md")]

use crate::detect::cue_filters;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::opinion::EXPECTED;
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::signal::{Signal, SignalKind};
use crate::text::document::BlockKind;
use crate::text::span::Span;

/// Appends the author's calls to do something.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    if let Some(bid) = bid(sentence).filter(|bid| !sentence.is_quoted(*bid)) {
        signals.push(Signal::plain(SignalKind::Exhortation, bid));
    }
    cue_filters::each(sentence, Class::Exhortation, SignalKind::Exhortation, calls, signals);
}

/// Not what somebody has to do in a story (`he has to fight`), or will have to, nor a guess at what was (`must
/// have`), is (`should be interesting`) or is known (`Lund should know`).
fn calls(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let (first, end) = (cue.first as usize, cue.end as usize);
    let is_told = sentence.is_word(first, word!("has"))
        && (sentence.follows(first, (Class::ThirdSubject, words!["and", "who"])))
        || sentence.is_word(first, word!("have")) && sentence.follows(first, words!["they", "who"])
        || sentence.is_any(first, words!["have", "need"])
            && sentence.follows(first, (grammar::MODAL, grammar::NEGATED_AUXILIARY, word!("did")));
    let is_guess = sentence.is_any(first, words!["must", "should"]) && sentence.is_word(end, word!("have"));
    !(is_told || is_guess || is_expected(sentence, cue)) && cue_filters::unquoted(sentence, cue)
}

/// `It should be very telling`, `Lund should know.`
fn is_expected(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let end = cue.end as usize;
    let much = usize::from(sentence.is(end + 1, Class::DegreeAdverb));
    let seems = sentence.is_word(end, word!("be")) && sentence.is(end + 1 + much, EXPECTED);
    let knows = sentence.is_word(end, word!("know")) && sentence.token(end + 1).is_none_or(|next| !next.is_word());
    sentence.is_word(cue.first as usize, word!("should")) && (seems || knows)
}

/// `Stand on the pier`, `Then bring your vote`: a verb that bids at the start, with a small word behind it, so
/// that it is no noun (`Call volumes rose`). An item of a list may be what a plan holds.
fn bid(sentence: &Sentence<'_>) -> Option<Span> {
    let verb = usize::from(sentence.is_any(0, words!["then", "so", "and", "but", "now", "please"]));
    let small = sentence.token(verb + 1).is_some_and(|next| next.is(Class::FunctionWord) && next.spaced);
    let done = sentence.is(verb + 1, (grammar::AUXILIARY, words!["and", "or", "of"]));
    let is_item = sentence.block.kind == BlockKind::ListItem;
    (small && !done && !is_item && sentence.is(verb, Class::Bid)).then(|| sentence.span_of(verb, verb + 1))
}
