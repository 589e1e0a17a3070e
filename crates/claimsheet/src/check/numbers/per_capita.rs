//! An amount a head beside the total and the heads.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::value::Form;

/// By how much, as a share, such amounts are rounded.
const TOLERANCE: f64 = 0.06;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        let all: Vec<_> = quantities(signals).into_iter().filter(|(_, one)| one.form != Form::Vague).collect();
        let [(one_span, one), (other_span, other), (each_span, each)] = all.as_slice() else { continue };
        let ((_, total), (heads_span, heads)) = match (one.form, other.form) {
            (Form::Money, Form::Count) => ((one_span, one), (other_span, other)),
            (Form::Count, Form::Money) => ((other_span, other), (one_span, one)),
            _ => continue,
        };
        let joined = [", or", ", about", "(", "—", "which is"]
            .iter()
            .any(|joint| draft.before(*each_span).trim_end().ends_with(joint));
        let behind = draft.behind(*each_span);
        let a_head = each.per.is_some()
            || [" for each", " each", " per ", " apiece", " a head", " for every", " a person"]
                .iter()
                .any(|words| behind.starts_with(words));
        let a_head =
            a_head || !heads.unit.is_empty() && behind.starts_with(&format!(" a {}", heads.unit.trim_end_matches('s')));
        let plain =
            [total, heads, each].iter().all(|one| one.upper.is_none()) && heads.amount > 1.0 && total.per.is_none();
        if each.form != Form::Money || !joined || !a_head || !plain || total.unit != each.unit {
            continue;
        }
        let real = total.amount / heads.amount;
        if (real / each.amount.max(f64::MIN_POSITIVE) - 1.0).abs() > TOLERANCE {
            let message = format!(
                "{} / {} is {} each, the draft says {}",
                shown(total.amount),
                shown(heads.amount),
                shown(real),
                shown(each.amount)
            );
            found.push(Found { places: vec![*each_span, *heads_span], message });
        }
    }
}
