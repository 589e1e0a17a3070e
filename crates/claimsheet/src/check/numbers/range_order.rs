//! A range whose lower end is the higher.

use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::value::Form;

/// Words before a range of which one makes it a result: the winner comes first.
const SCORE: &[&str] = &["score", "vote", "won", "lost", "beat", "led", "lead", "margin", "poll", "defeat"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (_, signals) in draft.sentences() {
        for (span, one) in quantities(signals) {
            let Some(upper) = one.upper else { continue };
            let is_range = matches!(one.form, Form::Money | Form::Measure | Form::Percent | Form::Age)
                || one.form == Form::Count && !one.unit.is_empty();
            let words = draft.text(span).to_lowercase();
            let before = draft.before(span).trim_end();
            let is_between = words.starts_with("between") || before.to_lowercase().ends_with("between");
            let between = is_between && words.contains(" and ");
            let joined = words.contains(" to ") || words.contains('–') || between;
            let falls = ["from", "down", "fell", "dropped", "cut", "lost", "won", "beat", "vote of", "odds of"]
                .iter()
                .any(|word| before.ends_with(word) || words.starts_with(word));
            // "By 56% to 35%", "48% to 38%": a range of shares says once that they are shares.
            let opposes =
                one.form == Form::Percent && words.matches(['%']).count() + words.matches("percent").count() > 1;
            let is_score = opposes || SCORE.iter().any(|word| before.contains(word));
            if (is_range || between && one.form == Form::Count) && !is_score && joined && !falls && one.amount > upper {
                let message = format!("{} is more than {}: is the range upside down?", shown(one.amount), shown(upper));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}
