#![doc = include_str!("plan.md")]

use super::{cue_filters, date, legal_provision};
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind, Value};
use crate::text::span::Span;
use crate::text::value::{Precision, TimeRelation};

/// Appends the words of intent and forecast, and of what a bill or a plan provides. Reads the dates.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let from = signals.len();
    cue_filters::each(sentence, Class::Plan, SignalKind::Plan, cue_filters::verb, signals);
    let provides = |sentence: &Sentence<'_>, cue: &Cue| {
        legal_provision::is_told(sentence, cue.first as usize) && cue_filters::unquoted(sentence, cue)
    };
    cue_filters::each(sentence, Class::Future, SignalKind::Plan, provides, signals);
    let intended: Vec<Span> = signals.iter().skip(from).map(|signal| signal.span).collect();
    for span in scheduled(sentence, signals) {
        if !intended.iter().any(|other| other.overlaps(span)) {
            signals.push(Signal::plain(SignalKind::Plan, span));
        }
    }
}

/// The verbs, with what they tell, that put something on the calendar.
pub(super) fn scheduled(sentence: &Sentence<'_>, signals: &[Signal]) -> Vec<Span> {
    let days = signals.iter().filter(|signal| is_day(signal) && sentence.span.contains(signal.span));
    days.filter_map(|day| scheduling(sentence, day)).collect()
}

/// Most words of a verb that puts something on the calendar, with its object.
const LONGEST: usize = 7;

fn is_day(signal: &Signal) -> bool {
    matches!(&signal.value, Value::Date(date)
        if matches!(date.precision, Precision::Day | Precision::Time) && date.relation != TimeRelation::Duration)
}

/// "Will hear the case on March 3", "opens on Friday": something with its day is on a calendar, and whether it is can
/// be looked up. Not what may be, what is told to the reader or of the author, and not a limit ("by Friday").
fn scheduling(sentence: &Sentence<'_>, day: &Signal) -> Option<Span> {
    let first = sentence.token_at(day.span.start);
    let is_limit = sentence.is_any(first, words!["by", "before", "until", "till", "within"]);
    if is_limit || sentence.has(Class::Hedge) {
        return None;
    }
    let at = (first..first + LONGEST).find(|at| date::is_day_word(sentence, *at)).unwrap_or(first);
    let verb = date::scheduled_by(sentence, at)?;
    let addressed = sentence.follows(verb, words!["you", "i", "we"]);
    let start = date::start_of(sentence, first);
    let mut end = if verb < start { start.min(verb + LONGEST) } else { verb + 2 };
    // "will be | closed", "opens its | doors"
    while sentence.is(end - 1, (grammar::ARTICLE, grammar::POSSESSIVE, words!["be", "to"]))
        && sentence.kind(end) == Some(TokenKind::Word)
    {
        end += 1;
    }
    (!addressed).then(|| sentence.span_of(verb, end))
}
