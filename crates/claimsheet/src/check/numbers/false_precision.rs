//! "About" before a figure that is exact to the last digit.

use crate::check::figures::significant;
use crate::check::{CheckContext, Found};
use crate::text::value::{Form, Qualifier};

/// The least number whose digits, without zeros at the end, are too many for a rounded one.
const DIGITS: u64 = 1000;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        for (span, one) in &sentence.quantities {
            let rough = one.qualifier == Some(Qualifier::About) && one.upper.is_none();
            let counts =
                matches!(one.form, Form::Count | Form::Money | Form::Measure) && one.scale <= 1.0 && one.decimals == 0;
            if rough && counts && significant(one.amount) >= DIGITS {
                let message = format!("\"{}\": is the figure rounded or exact?", draft.text(*span));
                found.push(Found { places: vec![*span], message });
            }
        }
    }
}
