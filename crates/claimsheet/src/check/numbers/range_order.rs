//! A range whose lower end is the higher.

use crate::check::{CheckContext, Found, format_number};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        for (span, one) in &sentence.quantities {
            if let Some(upper) = one.upper.filter(|upper| one.amount > *upper && is_range(draft, *span, one)) {
                let (low, high) = (format_number(one.amount), format_number(upper));
                let message = format!("{low} is more than {high}: is the range upside down?");
                found.push(Found { places: vec![*span], message });
            }
        }
    }
}

/// Whether two ends should rise: "from" and "down" tell a change, and a result has the winner first.
fn is_range(draft: &CheckContext<'_>, span: Span, one: &Quantity) -> bool {
    let (before, words) = (draft.preceding(span), draft.passage(span));
    let is_measured = matches!(one.form, Form::Money | Form::Measure | Form::Percent | Form::Age)
        || one.form == Form::Count && !one.unit.is_empty();
    let is_between =
        words.has_word(words!["and"]) && (words.first_is(words!["between"]) || before.last_is(words!["between"]));
    let is_joined = is_between || words.has_word(words!["to", "–"]);
    // "By 56% to 35%", "48% to 38%": a range of shares says once that they are shares.
    let signs = words.tokens.iter().filter(|token| token.is(words!["%", "percent"])).count();
    let is_result = before.has_word(Class::ContestWord)
        || words.has_word(Class::ContestWord)
        || one.form == Form::Percent && signs > 1;
    let is_counted = is_measured || is_between && one.form == Form::Count;
    is_counted && is_joined && !is_result && !falls(before, words)
}

/// Whether the words around two figures tell that the first is the larger: "from", "fell", "odds of".
fn falls(before: Passage<'_>, range: Passage<'_>) -> bool {
    let is_fall = |word: Passage<'_>| word.has_word(words!["from", "down"]) || word.has_word(Class::TrendVerb);
    is_fall(before.last(1)) || is_fall(range.first(1)) || before.closes_with(phrases!["vote of", "odds of"])
}
