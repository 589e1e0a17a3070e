//! A figure in the headline, a heading or a caption that the text does not have.

use super::{Draft, Found, quantities};
use crate::document::BlockKind;
use crate::reading::Read;
use crate::value::{Form, Qualifier, Quantity};

/// Most figures of the text that one is compared with: each with each would cost the square of the text.
const MOST: usize = 2000;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let above = |read: &Read| {
        let block = draft.document.blocks.get(read.block as usize)?;
        match block.kind {
            BlockKind::Title => Some("headline"),
            BlockKind::Heading(_) => Some("heading"),
            BlockKind::Caption => Some("caption"),
            _ => None,
        }
    };
    let body: Vec<&Quantity> = draft
        .sentences()
        .filter(|(read, _)| above(read).is_none())
        .flat_map(|(_, signals)| quantities(signals))
        .map(|(_, one)| one)
        .collect();
    for (read, signals) in draft.sentences() {
        let Some(place) = above(read) else { continue };
        for (span, one) in quantities(signals) {
            let telling = matches!(one.form, Form::Money | Form::Percent | Form::Score)
                && one.upper.is_none_or(|_| one.form == Form::Score);
            let alike = body.iter().filter(|other| other.form == one.form).take(MOST);
            if telling && alike.clone().next().is_some() && !alike.clone().any(|other| agrees(one, other)) {
                let message = format!("the {place} says \"{}\", the text does not", draft.text(span));
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
