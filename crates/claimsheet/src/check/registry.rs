//! The checks there are.

use super::{CheckContext, Found, dates, headline, names, numbers, quotes, units, wording};
use crate::claim::Severity::{self, Ask, Disagrees, Notice};

/// Finds where a draft disagrees with itself, with arithmetic or with the calendar.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Check {
    /// Its name, as in `silence` and `explain --rule`.
    pub name: &'static str,
    /// How serious what it finds is.
    pub severity: Severity,
    /// What it means, finds and leaves.
    pub page: &'static str,
    /// Appends what it finds in a draft, in the order of the text.
    pub(crate) run: fn(&CheckContext<'_>, &mut Vec<Found>),
}

macro_rules! page {
    ($name:literal) => {
        include_str!(concat!($name, ".md"))
    };
}

/// All checks, by family, in the order of their findings at one place.
pub const CHECKS: &[Check] = &[
    // Dates and ages.
    Check { name: "weekday", severity: Disagrees, page: page!("dates/weekday"), run: dates::weekday::run },
    Check {
        name: "impossible-date",
        severity: Disagrees,
        page: page!("dates/impossible_date"),
        run: dates::impossible_date::run,
    },
    Check {
        name: "future-date-as-past",
        severity: Disagrees,
        page: page!("dates/future_date_as_past"),
        run: dates::future_date_as_past::run,
    },
    Check { name: "next-weekday", severity: Ask, page: page!("dates/next_weekday"), run: dates::next_weekday::run },
    Check { name: "years-ago", severity: Disagrees, page: page!("dates/years_ago"), run: dates::years_ago::run },
    Check { name: "years-since", severity: Disagrees, page: page!("dates/years_since"), run: dates::years_since::run },
    Check { name: "years-later", severity: Disagrees, page: page!("dates/years_later"), run: dates::years_later::run },
    Check { name: "time-later", severity: Disagrees, page: page!("dates/time_later"), run: dates::time_later::run },
    Check { name: "duration", severity: Disagrees, page: page!("dates/duration"), run: dates::duration::run },
    Check { name: "range-years", severity: Disagrees, page: page!("dates/range_years"), run: dates::range_years::run },
    Check { name: "story-order", severity: Disagrees, page: page!("dates/story_order"), run: dates::story_order::run },
    Check { name: "anniversary", severity: Disagrees, page: page!("dates/anniversary"), run: dates::anniversary::run },
    Check { name: "age-birth", severity: Disagrees, page: page!("dates/age_birth"), run: dates::age_birth::run },
    Check { name: "age-death", severity: Disagrees, page: page!("dates/age_death"), run: dates::age_death::run },
    Check { name: "fiscal-mixed", severity: Ask, page: page!("dates/fiscal_mixed"), run: dates::fiscal_mixed::run },
    // Numbers.
    Check {
        name: "parts-and-total",
        severity: Disagrees,
        page: page!("numbers/parts_and_total"),
        run: numbers::parts_and_total::run,
    },
    Check {
        name: "table-total",
        severity: Disagrees,
        page: page!("numbers/table_total"),
        run: numbers::table_total::run,
    },
    Check { name: "list-count", severity: Disagrees, page: page!("numbers/list_count"), run: numbers::list_count::run },
    Check {
        name: "percent-change",
        severity: Disagrees,
        page: page!("numbers/percent_change"),
        run: numbers::percent_change::run,
    },
    Check {
        name: "percent-points",
        severity: Disagrees,
        page: page!("numbers/percent_points"),
        run: numbers::percent_points::run,
    },
    Check { name: "multiple", severity: Disagrees, page: page!("numbers/multiple"), run: numbers::multiple::run },
    Check {
        name: "fraction-counts",
        severity: Disagrees,
        page: page!("numbers/fraction_counts"),
        run: numbers::fraction_counts::run,
    },
    Check {
        name: "ratio-counts",
        severity: Disagrees,
        page: page!("numbers/ratio_counts"),
        run: numbers::ratio_counts::run,
    },
    Check {
        name: "share-over-100",
        severity: Disagrees,
        page: page!("numbers/share_over_100"),
        run: numbers::share_over_100::run,
    },
    Check { name: "shares-sum", severity: Ask, page: page!("numbers/shares_sum"), run: numbers::shares_sum::run },
    Check { name: "per-capita", severity: Disagrees, page: page!("numbers/per_capita"), run: numbers::per_capita::run },
    Check {
        name: "decimal-slip",
        severity: Disagrees,
        page: page!("numbers/decimal_slip"),
        run: numbers::decimal_slip::run,
    },
    Check {
        name: "definite-count",
        severity: Disagrees,
        page: page!("numbers/definite_count"),
        run: numbers::definite_count::run,
    },
    Check {
        name: "range-order",
        severity: Disagrees,
        page: page!("numbers/range_order"),
        run: numbers::range_order::run,
    },
    Check {
        name: "false-precision",
        severity: Notice,
        page: page!("numbers/false_precision"),
        run: numbers::false_precision::run,
    },
    Check {
        name: "mean-or-median",
        severity: Ask,
        page: page!("numbers/mean_or_median"),
        run: numbers::mean_or_median::run,
    },
    // Units and money.
    Check {
        name: "unit-conversion",
        severity: Disagrees,
        page: page!("units/unit_conversion"),
        run: units::unit_conversion::run,
    },
    Check { name: "temperature", severity: Disagrees, page: page!("units/temperature"), run: units::temperature::run },
    Check {
        name: "currency-rate",
        severity: Disagrees,
        page: page!("units/currency_rate"),
        run: units::currency_rate::run,
    },
    Check {
        name: "ambiguous-currency",
        severity: Ask,
        page: page!("units/ambiguous_currency"),
        run: units::ambiguous_currency::run,
    },
    // Names and abbreviations.
    Check {
        name: "name-spelling",
        severity: Disagrees,
        page: page!("names/name_spelling"),
        run: names::name_spelling::run,
    },
    Check {
        name: "first-name-change",
        severity: Disagrees,
        page: page!("names/first_name_change"),
        run: names::first_name_change::run,
    },
    Check {
        name: "title-change",
        severity: Disagrees,
        page: page!("names/title_change"),
        run: names::title_change::run,
    },
    Check { name: "surname-first", severity: Ask, page: page!("names/surname_first"), run: names::surname_first::run },
    Check {
        name: "acronym-two-ways",
        severity: Disagrees,
        page: page!("names/acronym_two_ways"),
        run: names::acronym_two_ways::run,
    },
    Check {
        name: "acronym-letters",
        severity: Disagrees,
        page: page!("names/acronym_letters"),
        run: names::acronym_letters::run,
    },
    Check {
        name: "acronym-unexpanded",
        severity: Notice,
        page: page!("names/acronym_unexpanded"),
        run: names::acronym_unexpanded::run,
    },
    // Headline against text.
    Check {
        name: "figure-in-headline",
        severity: Disagrees,
        page: page!("headline/figure_in_headline"),
        run: headline::figure_in_headline::run,
    },
    Check {
        name: "headline-certainty",
        severity: Disagrees,
        page: page!("headline/headline_certainty"),
        run: headline::headline_certainty::run,
    },
    Check {
        name: "headline-scope",
        severity: Disagrees,
        page: page!("headline/headline_scope"),
        run: headline::headline_scope::run,
    },
    // Quotations and sources.
    Check {
        name: "double-quote",
        severity: Disagrees,
        page: page!("quotes/double_quote"),
        run: quotes::double_quote::run,
    },
    Check {
        name: "unclosed-quote",
        severity: Ask,
        page: page!("quotes/unclosed_quote"),
        run: quotes::unclosed_quote::run,
    },
    Check {
        name: "quote-no-speaker",
        severity: Ask,
        page: page!("quotes/quote_no_speaker"),
        run: quotes::quote_no_speaker::run,
    },
    Check {
        name: "vague-authority",
        severity: Ask,
        page: page!("quotes/vague_authority"),
        run: quotes::vague_authority::run,
    },
    Check { name: "poll-method", severity: Ask, page: page!("quotes/poll_method"), run: quotes::poll_method::run },
    // Words.
    Check {
        name: "legal-stage",
        severity: Disagrees,
        page: page!("wording/legal_stage"),
        run: wording::legal_stage::run,
    },
    Check {
        name: "superlative-scope",
        severity: Notice,
        page: page!("wording/superlative_scope"),
        run: wording::superlative_scope::run,
    },
    Check {
        name: "universal-negative",
        severity: Notice,
        page: page!("wording/universal_negative"),
        run: wording::universal_negative::run,
    },
    Check {
        name: "placeholder",
        severity: Disagrees,
        page: page!("wording/placeholder"),
        run: wording::placeholder::run,
    },
    Check {
        name: "repeated-word",
        severity: Ask,
        page: page!("wording/repeated_word"),
        run: wording::repeated_word::run,
    },
    Check { name: "link-trouble", severity: Ask, page: page!("wording/link_trouble"), run: wording::link_trouble::run },
];

/// The check of that name.
pub fn check(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}
