//! An amount a head beside the total and the heads.

use crate::check::figures::is_noun;
use crate::check::joint::Joint;
use crate::check::{CheckContext, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::A_HEAD;
use crate::text::value::Form;

/// By how much, as a share, such amounts are rounded.
const TOLERANCE: f64 = 0.06;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let all: Vec<_> = sentence.quantities.iter().filter(|(_, one)| one.form != Form::Vague).collect();
        let [(one_span, one), (other_span, other), (each_span, each)] = all.as_slice() else { continue };
        let ((_, total), (heads_span, heads)) = match (one.form, other.form) {
            (Form::Money, Form::Count) => ((one_span, one), (other_span, other)),
            (Form::Count, Form::Money) => ((other_span, other), (one_span, one)),
            _ => continue,
        };
        let a_head = each.per.is_some() || is_a_head(draft.following(*each_span), &heads.unit);
        let plain =
            [total, heads, each].iter().all(|one| one.upper.is_none()) && heads.amount > 1.0 && total.per.is_none();
        if each.form != Form::Money
            || !is_joined(draft.preceding(*each_span))
            || !a_head
            || !plain
            || total.unit != each.unit
        {
            continue;
        }
        let real = total.amount / heads.amount;
        if (real / each.amount.max(f64::MIN_POSITIVE) - 1.0).abs() > TOLERANCE {
            let message = format!(
                "{} / {} is {} each, the draft says {}",
                format_number(total.amount),
                format_number(heads.amount),
                format_number(real),
                format_number(each.amount)
            );
            found.push(Found { places: vec![*each_span, *heads_span], message });
        }
    }
}

/// Whether an amount that follows says another one again: ", or", "which is".
fn is_joined(before: Passage<'_>) -> bool {
    let joint = Joint::at_end(before).map(|(joint, _)| joint);
    matches!(joint, Some(Joint::Or | Joint::Bracket | Joint::Dash)) || before.closes_with(phrases!["which is"])
}

/// "each", "a head", "a pupil", where pupils are counted.
fn is_a_head(after: Passage<'_>, heads: &str) -> bool {
    after.opens_with(A_HEAD) || after.first_is(words!["a"]) && is_noun(after.word(1), heads)
}
