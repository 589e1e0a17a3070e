#![doc = include_str!("comparison.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::Cue;
use crate::signal::{Signal, SignalKind, Value};
use crate::text::value::Form;
use crate::text::word_id::WordId;

/// Appends the words that set one thing beside another or beside its own past.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for cue in sentence.cues_of(Class::ComparisonWord).filter(|cue| compares(sentence, cue)) {
        let span = sentence.span_of(with_comparative(sentence, cue), cue.end as usize);
        signals.push(Signal::plain(SignalKind::Comparison, span));
    }
    for cue in sentence.cues_of(Class::TrendVerb).filter(|cue| tells_trend(sentence, cue)) {
        if is_measured(sentence, cue, signals) {
            signals.push(Signal::plain(SignalKind::Comparison, sentence.span_of(cue.first as usize, cue.end as usize)));
        }
    }
    let own = signals.iter().rposition(|signal| signal.kind != SignalKind::Comparison).map_or(0, |at| at + 1);
    if let Some(own) = signals.get_mut(own..) {
        own.sort_by_key(|signal| signal.span);
    }
}

/// The token at which a comparison begins: the comparative right before a bare "than", as in "larger than".
fn with_comparative(sentence: &Sentence<'_>, cue: &Cue) -> usize {
    let first = cue.first as usize;
    let before = first.checked_sub(1).filter(|_| sentence.is_word(first, word!("than")));
    before.filter(|before| sentence.word(*before).ends_with("er")).unwrap_or(first)
}

/// A verb of growth or decline, not of a way (`falls into the water`), an age (`grew up`) or a will (`declined to
/// answer`).
fn tells_trend(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const WAYS: &[WordId] = words!["into", "off", "apart", "asleep", "onto", "through", "upon", "out", "over"];
    let next = cue.end as usize;
    let is_age = sentence.is(cue.first as usize, (verbs!["grow"], words!["grew", "grown"]))
        && sentence.is_word(next, word!("up"));
    let is_will = sentence.is(cue.first as usize, verbs!["decline"])
        && sentence.is_word(next, word!("to"))
        && sentence.token(next + 1).is_some_and(crate::english::token::Token::is_word);
    cue_filters::verb(sentence, cue) && !sentence.is_any(next, WAYS) && !is_age && !is_will
}

/// Whether something measurable is what changes, or how much it changes is told: traffic, prices, `by 30`,
/// a share or a sum.
fn is_measured(sentence: &Sentence<'_>, cue: &Cue, signals: &[Signal]) -> bool {
    const MULTIPLIES: &[WordId] = words![
        "double",
        "doubles",
        "doubled",
        "triple",
        "triples",
        "tripled",
        "quadrupled",
        "halve",
        "halves",
        "halved"
    ];
    const OPENS: &[WordId] = words!["as", "while", "when", "after", "before", "but", "because", "where", "if"];
    let near = cue_filters::around(sentence, cue, 10, 6);
    let (first, end) = (cue.first as usize, cue.end as usize);
    let opens = |at: &usize| sentence.is_any(*at, OPENS);
    let ends = |at: &usize| sentence.is_any(*at, OPENS) || sentence.is(*at, Class::RelativePronoun);
    let start = (near.start..first).rev().find(opens).map_or(near.start, |at| at + 1);
    let stop = (end..near.end).find(ends).unwrap_or(near.end);
    if sentence.is_any(first, MULTIPLIES)
        || sentence.is(end, Class::ComparativeOfMeasure)
        || (start..first).chain(end..stop).any(|at| sentence.is(at, Class::MeasureNoun))
    {
        return true;
    }
    let place = sentence.span_of(start, stop);
    let own = signals.iter().rev().take_while(|signal| signal.span.end > sentence.span.start);
    own.filter(|signal| place.contains(signal.span)).any(|signal| match &signal.value {
        Value::Quantity(quantity) => match quantity.form {
            Form::Percent | Form::Points | Form::Money | Form::Multiple | Form::Fraction => true,
            Form::Count | Form::Measure => {
                let at = sentence.token_at(signal.span.start);
                at >= end && sentence.follows(at, words!["by", "to", "from"])
            }
            _ => false,
        },
        _ => false,
    })
}

/// `rather than`, `other than` and `any more than` compare nothing; a qualifier of a number is the number's.
fn compares(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    let first = cue.first as usize;
    let word = sentence.word(first);
    let before = first.checked_sub(1).map_or("", |at| sentence.word(at));
    let counts = sentence.tokens.get(cue.end as usize).is_some_and(|next| {
        matches!(next.kind, crate::english::token::TokenKind::Number | crate::english::token::TokenKind::Currency)
            || next.is(Class::NumberWord)
    });
    let is_rather = word.eq_ignore_ascii_case("rather");
    let is_other_than = word.eq_ignore_ascii_case("than") && matches!(before, "rather" | "other");
    let is_any_more_than = word.eq_ignore_ascii_case("more") && before.eq_ignore_ascii_case("any");
    !(is_rather || is_other_than || is_any_more_than || counts)
}
