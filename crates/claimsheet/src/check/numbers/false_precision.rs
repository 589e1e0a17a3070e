//! "About" before a figure that is exact to the last digit.

use crate::check::{CheckContext, Found, quantities};
use crate::text::value::{Form, Qualifier};

/// Least digits that are not zeros at the end.
const DIGITS: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            let rough = one.qualifier == Some(Qualifier::About) && one.upper.is_none();
            let counts =
                matches!(one.form, Form::Count | Form::Money | Form::Measure) && one.scale <= 1.0 && one.decimals == 0;
            let digits = format!("{:.0}", one.amount);
            if rough && counts && digits.trim_end_matches('0').len() >= DIGITS {
                let message = format!("\"{}\": is the figure rounded or exact?", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}
