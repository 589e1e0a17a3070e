//! A figure in the headline that the text does not have.

use super::{Draft, Found, quantities};
use crate::document::BlockKind;
use crate::value::{Form, Qualifier, Quantity};

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let is_title =
        |block: u32| draft.document.blocks.get(block as usize).is_some_and(|block| block.kind == BlockKind::Title);
    let body: Vec<&Quantity> = draft
        .sentences()
        .filter(|(read, _)| !is_title(read.block))
        .flat_map(|(_, signals)| quantities(signals))
        .map(|(_, one)| one)
        .collect();
    if body.is_empty() {
        return;
    }
    for (_, signals) in draft.sentences().filter(|(read, _)| is_title(read.block)) {
        for (span, one) in quantities(signals) {
            let telling = matches!(one.form, Form::Money | Form::Percent | Form::Score)
                && one.upper.is_none_or(|_| one.form == Form::Score);
            let alike = body.iter().filter(|other| other.form == one.form);
            if telling && alike.clone().next().is_some() && !alike.clone().any(|other| agrees(one, other)) {
                let message = format!("the headline says \"{}\", the text does not", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

/// Whether a headline's figure is the text's, rounded as headlines round.
fn agrees(headline: &Quantity, text: &Quantity) -> bool {
    let share = match headline.qualifier {
        Some(Qualifier::About | Qualifier::Under | Qualifier::AtLeast) => 0.12,
        _ => 0.0,
    };
    let rounded = headline.scale.max(1.0) * 10_f64.powi(-i32::from(headline.decimals)) * 0.501;
    let near = |one: f64, other: f64| (one - other).abs() <= rounded.max(other.abs() * share);
    near(headline.amount, text.amount)
        || text.upper.is_some_and(|upper| headline.form != Form::Score && near(headline.amount, upper))
        || headline.form == Form::Score && headline.upper == Some(text.amount) && text.upper == Some(headline.amount)
}
