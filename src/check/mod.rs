//! Checks that need no source: where the draft disagrees with itself, with arithmetic or with the
//! calendar. A check never says which of two things is right.

use crate::claim::{Finding, FindingPlace};
use crate::document::{Document, LineIndex};
use crate::reading::Reading;
use crate::rules::Rules;
use crate::span::Span;
use draft::{Draft, Found, has_run};
use figures::{dates, quantities, rounding, shown};

pub use registry::{CHECKS, Check, check};

mod above;
mod acronym_letters;
mod acronym_two_ways;
mod acronym_unexpanded;
mod age_birth;
mod age_death;
mod ambiguous_currency;
mod anniversary;
mod change;
mod currency_rate;
mod decimal_slip;
mod definite_count;
mod double_quote;
mod draft;
mod duration;
mod false_precision;
mod figure_in_headline;
mod figures;
mod first_name_change;
mod first_names;
mod fiscal_mixed;
mod fraction_counts;
mod future_past;
mod headline_certainty;
mod headline_scope;
mod impossible_date;
mod legal_stage;
mod link_trouble;
mod list_count;
mod mean_or_median;
mod measure;
mod multiple;
mod name_spelling;
mod next_weekday;
mod number_word;
mod parts_total;
mod per_capita;
mod percent_change;
mod percent_points;
mod placeholder;
mod poll_method;
mod quote_no_speaker;
mod range_order;
mod range_years;
mod ratio_counts;
mod registry;
mod repeated_word;
mod share_over_100;
mod shares_sum;
pub(crate) mod silence;
mod story_order;
mod superlative_scope;
mod surname_first;
mod table_total;
mod temperature;
mod time_later;
mod title_change;
mod unclosed_quote;
mod unit_conversion;
mod universal_negative;
mod vague_authority;
mod weekday;
mod years_ago;
mod years_later;
mod years_since;

#[cfg(test)]
mod tests;

/// What the checks find in a draft, in the order of the text. A check is silenced by the rules, or in
/// the draft by the comment `<!-- claimsheet: silence NAME -->`.
pub fn findings(document: &Document, reading: &Reading, rules: &Rules) -> Vec<Finding> {
    let lines = LineIndex::new(&document.source);
    let draft = Draft { document, reading };
    let mut findings: Vec<Finding> = Vec::new();
    let silenced: Vec<&str> = rules.silenced.iter().map(String::as_str).chain(silence::in_draft(document)).collect();
    for check in CHECKS.iter().filter(|check| !silenced.contains(&check.name)) {
        let mut found = Vec::new();
        (check.run)(&draft, &mut found);
        let place = |span: &Span| {
            let source = document.source_span(*span);
            FindingPlace { text: document.text(*span).to_owned(), span: source.into(), line: lines.line(source.start) }
        };
        findings.extend(found.into_iter().map(|found| Finding {
            check: check.name.to_owned(),
            severity: check.severity,
            message: found.message,
            places: found.places.iter().map(place).collect(),
        }));
    }
    findings.sort_by_key(|finding| {
        (std::cmp::Reverse(finding.severity), finding.places.first().map_or(0, |place| place.span.start))
    });
    findings
}
