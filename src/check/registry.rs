//! The checks there are.

use super::{Draft, Found};
use crate::claim::Severity::{self, Ask, Disagrees, Notice};

/// A check.
#[derive(Debug)]
pub struct Check {
    /// Its name, as in `silence` and `explain --rule`.
    pub name: &'static str,
    /// How serious what it finds is.
    pub severity: Severity,
    /// What it means, finds and leaves.
    pub page: &'static str,
    pub(super) run: fn(&Draft<'_>, &mut Vec<Found>),
}

impl Check {
    const fn new(
        name: &'static str,
        severity: Severity,
        page: &'static str,
        run: fn(&Draft<'_>, &mut Vec<Found>),
    ) -> Self {
        Self { name, severity, page, run }
    }
}

/// All checks, in the order of their findings at one place.
pub const CHECKS: &[Check] = &[
    // Dates and ages.
    Check::new("weekday", Disagrees, include_str!("weekday.md"), super::weekday::run),
    Check::new("impossible-date", Disagrees, include_str!("impossible_date.md"), super::impossible_date::run),
    Check::new("future-date-as-past", Disagrees, include_str!("future_past.md"), super::future_past::run),
    Check::new("next-weekday", Ask, include_str!("next_weekday.md"), super::next_weekday::run),
    Check::new("years-ago", Disagrees, include_str!("years_ago.md"), super::years_ago::run),
    Check::new("years-since", Disagrees, include_str!("years_since.md"), super::years_since::run),
    Check::new("years-later", Disagrees, include_str!("years_later.md"), super::years_later::run),
    Check::new("time-later", Disagrees, include_str!("time_later.md"), super::time_later::run),
    Check::new("duration", Disagrees, include_str!("duration.md"), super::duration::run),
    Check::new("range-years", Disagrees, include_str!("range_years.md"), super::range_years::run),
    Check::new("story-order", Disagrees, include_str!("story_order.md"), super::story_order::run),
    Check::new("anniversary", Disagrees, include_str!("anniversary.md"), super::anniversary::run),
    Check::new("age-birth", Disagrees, include_str!("age_birth.md"), super::age_birth::run),
    Check::new("age-death", Disagrees, include_str!("age_death.md"), super::age_death::run),
    Check::new("fiscal-mixed", Ask, include_str!("fiscal_mixed.md"), super::fiscal_mixed::run),
    // Numbers.
    Check::new("parts-and-total", Disagrees, include_str!("parts_total.md"), super::parts_total::run),
    Check::new("table-total", Disagrees, include_str!("table_total.md"), super::table_total::run),
    Check::new("list-count", Disagrees, include_str!("list_count.md"), super::list_count::run),
    Check::new("percent-change", Disagrees, include_str!("percent_change.md"), super::percent_change::run),
    Check::new("percent-points", Disagrees, include_str!("percent_points.md"), super::percent_points::run),
    Check::new("multiple", Disagrees, include_str!("multiple.md"), super::multiple::run),
    Check::new("fraction-counts", Disagrees, include_str!("fraction_counts.md"), super::fraction_counts::run),
    Check::new("ratio-counts", Disagrees, include_str!("ratio_counts.md"), super::ratio_counts::run),
    Check::new("share-over-100", Disagrees, include_str!("share_over_100.md"), super::share_over_100::run),
    Check::new("shares-sum", Ask, include_str!("shares_sum.md"), super::shares_sum::run),
    Check::new("per-capita", Disagrees, include_str!("per_capita.md"), super::per_capita::run),
    Check::new("decimal-slip", Disagrees, include_str!("decimal_slip.md"), super::decimal_slip::run),
    Check::new("definite-count", Disagrees, include_str!("definite_count.md"), super::definite_count::run),
    Check::new("range-order", Disagrees, include_str!("range_order.md"), super::range_order::run),
    Check::new("false-precision", Notice, include_str!("false_precision.md"), super::false_precision::run),
    Check::new("mean-or-median", Ask, include_str!("mean_or_median.md"), super::mean_or_median::run),
    // Units and money.
    Check::new("unit-conversion", Disagrees, include_str!("unit_conversion.md"), super::unit_conversion::run),
    Check::new("temperature", Disagrees, include_str!("temperature.md"), super::temperature::run),
    Check::new("currency-rate", Disagrees, include_str!("currency_rate.md"), super::currency_rate::run),
    Check::new("ambiguous-currency", Ask, include_str!("ambiguous_currency.md"), super::ambiguous_currency::run),
    // Names and abbreviations.
    Check::new("name-spelling", Disagrees, include_str!("name_spelling.md"), super::name_spelling::run),
    Check::new("first-name-change", Disagrees, include_str!("first_name_change.md"), super::first_name_change::run),
    Check::new("title-change", Disagrees, include_str!("title_change.md"), super::title_change::run),
    Check::new("surname-first", Ask, include_str!("surname_first.md"), super::surname_first::run),
    Check::new("acronym-two-ways", Disagrees, include_str!("acronym_two_ways.md"), super::acronym_two_ways::run),
    Check::new("acronym-letters", Disagrees, include_str!("acronym_letters.md"), super::acronym_letters::run),
    Check::new("acronym-unexpanded", Notice, include_str!("acronym_unexpanded.md"), super::acronym_unexpanded::run),
    // Headline against text.
    Check::new("figure-in-headline", Disagrees, include_str!("figure_in_headline.md"), super::figure_in_headline::run),
    Check::new("headline-certainty", Disagrees, include_str!("headline_certainty.md"), super::headline_certainty::run),
    Check::new("headline-scope", Disagrees, include_str!("headline_scope.md"), super::headline_scope::run),
    // Quotations and sources.
    Check::new("double-quote", Disagrees, include_str!("double_quote.md"), super::double_quote::run),
    Check::new("unclosed-quote", Ask, include_str!("unclosed_quote.md"), super::unclosed_quote::run),
    Check::new("quote-no-speaker", Ask, include_str!("quote_no_speaker.md"), super::quote_no_speaker::run),
    Check::new("vague-authority", Ask, include_str!("vague_authority.md"), super::vague_authority::run),
    Check::new("poll-method", Ask, include_str!("poll_method.md"), super::poll_method::run),
    // Words.
    Check::new("legal-stage", Disagrees, include_str!("legal_stage.md"), super::legal_stage::run),
    Check::new("superlative-scope", Notice, include_str!("superlative_scope.md"), super::superlative_scope::run),
    Check::new("universal-negative", Notice, include_str!("universal_negative.md"), super::universal_negative::run),
    Check::new("placeholder", Disagrees, include_str!("placeholder.md"), super::placeholder::run),
    Check::new("repeated-word", Ask, include_str!("repeated_word.md"), super::repeated_word::run),
    Check::new("link-trouble", Ask, include_str!("link_trouble.md"), super::link_trouble::run),
];

/// The check of that name.
pub fn check(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}
