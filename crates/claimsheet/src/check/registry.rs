//! The checks there are.

use super::{CheckContext, Found};
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
    pub(crate) run: fn(&CheckContext<'_>, &mut Vec<Found>),
}

impl Check {
    const fn new(
        name: &'static str,
        severity: Severity,
        page: &'static str,
        run: fn(&CheckContext<'_>, &mut Vec<Found>),
    ) -> Self {
        Self { name, severity, page, run }
    }
}

/// All checks, in the order of their findings at one place.
pub const CHECKS: &[Check] = &[
    // Dates and ages.
    Check::new("weekday", Disagrees, include_str!("dates/weekday.md"), crate::check::dates::weekday::run),
    Check::new(
        "impossible-date",
        Disagrees,
        include_str!("dates/impossible_date.md"),
        crate::check::dates::impossible_date::run,
    ),
    Check::new(
        "future-date-as-past",
        Disagrees,
        include_str!("dates/future_date_as_past.md"),
        crate::check::dates::future_date_as_past::run,
    ),
    Check::new("next-weekday", Ask, include_str!("dates/next_weekday.md"), crate::check::dates::next_weekday::run),
    Check::new("years-ago", Disagrees, include_str!("dates/years_ago.md"), crate::check::dates::years_ago::run),
    Check::new("years-since", Disagrees, include_str!("dates/years_since.md"), crate::check::dates::years_since::run),
    Check::new("years-later", Disagrees, include_str!("dates/years_later.md"), crate::check::dates::years_later::run),
    Check::new("time-later", Disagrees, include_str!("dates/time_later.md"), crate::check::dates::time_later::run),
    Check::new("duration", Disagrees, include_str!("dates/duration.md"), crate::check::dates::duration::run),
    Check::new("range-years", Disagrees, include_str!("dates/range_years.md"), crate::check::dates::range_years::run),
    Check::new("story-order", Disagrees, include_str!("dates/story_order.md"), crate::check::dates::story_order::run),
    Check::new("anniversary", Disagrees, include_str!("dates/anniversary.md"), crate::check::dates::anniversary::run),
    Check::new("age-birth", Disagrees, include_str!("dates/age_birth.md"), crate::check::dates::age_birth::run),
    Check::new("age-death", Disagrees, include_str!("dates/age_death.md"), crate::check::dates::age_death::run),
    Check::new("fiscal-mixed", Ask, include_str!("dates/fiscal_mixed.md"), crate::check::dates::fiscal_mixed::run),
    // Numbers.
    Check::new(
        "parts-and-total",
        Disagrees,
        include_str!("numbers/parts_and_total.md"),
        crate::check::numbers::parts_and_total::run,
    ),
    Check::new(
        "table-total",
        Disagrees,
        include_str!("numbers/table_total.md"),
        crate::check::numbers::table_total::run,
    ),
    Check::new("list-count", Disagrees, include_str!("numbers/list_count.md"), crate::check::numbers::list_count::run),
    Check::new(
        "percent-change",
        Disagrees,
        include_str!("numbers/percent_change.md"),
        crate::check::numbers::percent_change::run,
    ),
    Check::new(
        "percent-points",
        Disagrees,
        include_str!("numbers/percent_points.md"),
        crate::check::numbers::percent_points::run,
    ),
    Check::new("multiple", Disagrees, include_str!("numbers/multiple.md"), crate::check::numbers::multiple::run),
    Check::new(
        "fraction-counts",
        Disagrees,
        include_str!("numbers/fraction_counts.md"),
        crate::check::numbers::fraction_counts::run,
    ),
    Check::new(
        "ratio-counts",
        Disagrees,
        include_str!("numbers/ratio_counts.md"),
        crate::check::numbers::ratio_counts::run,
    ),
    Check::new(
        "share-over-100",
        Disagrees,
        include_str!("numbers/share_over_100.md"),
        crate::check::numbers::share_over_100::run,
    ),
    Check::new("shares-sum", Ask, include_str!("numbers/shares_sum.md"), crate::check::numbers::shares_sum::run),
    Check::new("per-capita", Disagrees, include_str!("numbers/per_capita.md"), crate::check::numbers::per_capita::run),
    Check::new(
        "decimal-slip",
        Disagrees,
        include_str!("numbers/decimal_slip.md"),
        crate::check::numbers::decimal_slip::run,
    ),
    Check::new(
        "definite-count",
        Disagrees,
        include_str!("numbers/definite_count.md"),
        crate::check::numbers::definite_count::run,
    ),
    Check::new(
        "range-order",
        Disagrees,
        include_str!("numbers/range_order.md"),
        crate::check::numbers::range_order::run,
    ),
    Check::new(
        "false-precision",
        Notice,
        include_str!("numbers/false_precision.md"),
        crate::check::numbers::false_precision::run,
    ),
    Check::new(
        "mean-or-median",
        Ask,
        include_str!("numbers/mean_or_median.md"),
        crate::check::numbers::mean_or_median::run,
    ),
    // Units and money.
    Check::new(
        "unit-conversion",
        Disagrees,
        include_str!("units/unit_conversion.md"),
        crate::check::units::unit_conversion::run,
    ),
    Check::new("temperature", Disagrees, include_str!("units/temperature.md"), crate::check::units::temperature::run),
    Check::new(
        "currency-rate",
        Disagrees,
        include_str!("units/currency_rate.md"),
        crate::check::units::currency_rate::run,
    ),
    Check::new(
        "ambiguous-currency",
        Ask,
        include_str!("units/ambiguous_currency.md"),
        crate::check::units::ambiguous_currency::run,
    ),
    // Names and abbreviations.
    Check::new(
        "name-spelling",
        Disagrees,
        include_str!("names/name_spelling.md"),
        crate::check::names::name_spelling::run,
    ),
    Check::new(
        "first-name-change",
        Disagrees,
        include_str!("names/first_name_change.md"),
        crate::check::names::first_name_change::run,
    ),
    Check::new(
        "title-change",
        Disagrees,
        include_str!("names/title_change.md"),
        crate::check::names::title_change::run,
    ),
    Check::new("surname-first", Ask, include_str!("names/surname_first.md"), crate::check::names::surname_first::run),
    Check::new(
        "acronym-two-ways",
        Disagrees,
        include_str!("names/acronym_two_ways.md"),
        crate::check::names::acronym_two_ways::run,
    ),
    Check::new(
        "acronym-letters",
        Disagrees,
        include_str!("names/acronym_letters.md"),
        crate::check::names::acronym_letters::run,
    ),
    Check::new(
        "acronym-unexpanded",
        Notice,
        include_str!("names/acronym_unexpanded.md"),
        crate::check::names::acronym_unexpanded::run,
    ),
    // Headline against text.
    Check::new(
        "figure-in-headline",
        Disagrees,
        include_str!("headline/figure_in_headline.md"),
        crate::check::headline::figure_in_headline::run,
    ),
    Check::new(
        "headline-certainty",
        Disagrees,
        include_str!("headline/headline_certainty.md"),
        crate::check::headline::headline_certainty::run,
    ),
    Check::new(
        "headline-scope",
        Disagrees,
        include_str!("headline/headline_scope.md"),
        crate::check::headline::headline_scope::run,
    ),
    // Quotations and sources.
    Check::new(
        "double-quote",
        Disagrees,
        include_str!("quotes/double_quote.md"),
        crate::check::quotes::double_quote::run,
    ),
    Check::new(
        "unclosed-quote",
        Ask,
        include_str!("quotes/unclosed_quote.md"),
        crate::check::quotes::unclosed_quote::run,
    ),
    Check::new(
        "quote-no-speaker",
        Ask,
        include_str!("quotes/quote_no_speaker.md"),
        crate::check::quotes::quote_no_speaker::run,
    ),
    Check::new(
        "vague-authority",
        Ask,
        include_str!("quotes/vague_authority.md"),
        crate::check::quotes::vague_authority::run,
    ),
    Check::new("poll-method", Ask, include_str!("quotes/poll_method.md"), crate::check::quotes::poll_method::run),
    // Words.
    Check::new(
        "legal-stage",
        Disagrees,
        include_str!("wording/legal_stage.md"),
        crate::check::wording::legal_stage::run,
    ),
    Check::new(
        "superlative-scope",
        Notice,
        include_str!("wording/superlative_scope.md"),
        crate::check::wording::superlative_scope::run,
    ),
    Check::new(
        "universal-negative",
        Notice,
        include_str!("wording/universal_negative.md"),
        crate::check::wording::universal_negative::run,
    ),
    Check::new(
        "placeholder",
        Disagrees,
        include_str!("wording/placeholder.md"),
        crate::check::wording::placeholder::run,
    ),
    Check::new(
        "repeated-word",
        Ask,
        include_str!("wording/repeated_word.md"),
        crate::check::wording::repeated_word::run,
    ),
    Check::new("link-trouble", Ask, include_str!("wording/link_trouble.md"), crate::check::wording::link_trouble::run),
];

/// The check of that name.
pub fn check(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}
