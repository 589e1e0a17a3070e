//! Checks that need no source: where the draft disagrees with itself, with arithmetic or with the
//! calendar. A check never says which of two things is right.

use crate::claim::{Finding, FindingPlace, Severity};
use crate::document::{Document, LineIndex};
use crate::reading::{Read, Reading};
use crate::rules::Rules;
use crate::signal::{Signal, Value};
use crate::span::Span;
use crate::value::{DateValue, Quantity};

mod acronym_letters;
mod acronym_two_ways;
mod acronym_unexpanded;
mod age_birth;
mod ambiguous_currency;
mod anniversary;
mod change;
mod currency_rate;
mod decimal_slip;
mod definite_count;
mod double_quote;
mod duration;
mod false_precision;
mod figure_in_headline;
mod first_name_change;
mod fiscal_mixed;
mod fraction_counts;
mod future_past;
mod headline_certainty;
mod impossible_date;
mod legal_stage;
mod link_trouble;
mod list_count;
mod mean_or_median;
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
mod ratio_counts;
mod share_over_100;
mod shares_sum;
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

#[cfg(test)]
mod tests;

/// A check.
#[derive(Debug)]
pub struct Check {
    /// Its name, as in `silence` and `explain --rule`.
    pub name: &'static str,
    /// How serious what it finds is.
    pub severity: Severity,
    /// What it means, finds and leaves.
    pub page: &'static str,
    run: fn(&Draft<'_>, &mut Vec<Found>),
}

/// How far a check looks before and behind a figure, in bytes.
const NEAR: usize = 120;

/// All checks, in the order of their findings at one place.
pub const CHECKS: &[Check] = &[
    Check { name: "weekday", severity: Severity::Disagrees, page: include_str!("weekday.md"), run: weekday::run },
    Check {
        name: "impossible-date",
        severity: Severity::Disagrees,
        page: include_str!("impossible_date.md"),
        run: impossible_date::run,
    },
    Check { name: "years-ago", severity: Severity::Disagrees, page: include_str!("years_ago.md"), run: years_ago::run },
    Check {
        name: "percent-change",
        severity: Severity::Disagrees,
        page: include_str!("percent_change.md"),
        run: percent_change::run,
    },
    Check {
        name: "percent-points",
        severity: Severity::Disagrees,
        page: include_str!("percent_points.md"),
        run: percent_points::run,
    },
    Check { name: "multiple", severity: Severity::Disagrees, page: include_str!("multiple.md"), run: multiple::run },
    Check {
        name: "unit-conversion",
        severity: Severity::Disagrees,
        page: include_str!("unit_conversion.md"),
        run: unit_conversion::run,
    },
    Check {
        name: "range-order",
        severity: Severity::Disagrees,
        page: include_str!("range_order.md"),
        run: range_order::run,
    },
    Check {
        name: "list-count",
        severity: Severity::Disagrees,
        page: include_str!("list_count.md"),
        run: list_count::run,
    },
    Check {
        name: "share-over-100",
        severity: Severity::Disagrees,
        page: include_str!("share_over_100.md"),
        run: share_over_100::run,
    },
    Check {
        name: "decimal-slip",
        severity: Severity::Disagrees,
        page: include_str!("decimal_slip.md"),
        run: decimal_slip::run,
    },
    Check {
        name: "figure-in-headline",
        severity: Severity::Disagrees,
        page: include_str!("figure_in_headline.md"),
        run: figure_in_headline::run,
    },
    Check {
        name: "name-spelling",
        severity: Severity::Disagrees,
        page: include_str!("name_spelling.md"),
        run: name_spelling::run,
    },
    Check {
        name: "double-quote",
        severity: Severity::Disagrees,
        page: include_str!("double_quote.md"),
        run: double_quote::run,
    },
    Check {
        name: "unclosed-quote",
        severity: Severity::Ask,
        page: include_str!("unclosed_quote.md"),
        run: unclosed_quote::run,
    },
    Check {
        name: "placeholder",
        severity: Severity::Disagrees,
        page: include_str!("placeholder.md"),
        run: placeholder::run,
    },
    Check {
        name: "link-trouble",
        severity: Severity::Ask,
        page: include_str!("link_trouble.md"),
        run: link_trouble::run,
    },
    Check {
        name: "vague-authority",
        severity: Severity::Ask,
        page: include_str!("vague_authority.md"),
        run: vague_authority::run,
    },
    Check { name: "poll-method", severity: Severity::Ask, page: include_str!("poll_method.md"), run: poll_method::run },
    Check {
        name: "false-precision",
        severity: Severity::Notice,
        page: include_str!("false_precision.md"),
        run: false_precision::run,
    },
    Check {
        name: "parts-and-total",
        severity: Severity::Disagrees,
        page: include_str!("parts_total.md"),
        run: parts_total::run,
    },
    Check { name: "shares-sum", severity: Severity::Ask, page: include_str!("shares_sum.md"), run: shares_sum::run },
    Check {
        name: "ratio-counts",
        severity: Severity::Disagrees,
        page: include_str!("ratio_counts.md"),
        run: ratio_counts::run,
    },
    Check {
        name: "mean-or-median",
        severity: Severity::Ask,
        page: include_str!("mean_or_median.md"),
        run: mean_or_median::run,
    },
    Check { name: "age-birth", severity: Severity::Disagrees, page: include_str!("age_birth.md"), run: age_birth::run },
    Check {
        name: "anniversary",
        severity: Severity::Disagrees,
        page: include_str!("anniversary.md"),
        run: anniversary::run,
    },
    Check {
        name: "legal-stage",
        severity: Severity::Disagrees,
        page: include_str!("legal_stage.md"),
        run: legal_stage::run,
    },
    Check {
        name: "story-order",
        severity: Severity::Disagrees,
        page: include_str!("story_order.md"),
        run: story_order::run,
    },
    Check {
        name: "future-date-as-past",
        severity: Severity::Disagrees,
        page: include_str!("future_past.md"),
        run: future_past::run,
    },
    Check {
        name: "acronym-two-ways",
        severity: Severity::Disagrees,
        page: include_str!("acronym_two_ways.md"),
        run: acronym_two_ways::run,
    },
    Check {
        name: "ambiguous-currency",
        severity: Severity::Ask,
        page: include_str!("ambiguous_currency.md"),
        run: ambiguous_currency::run,
    },
    Check {
        name: "fiscal-mixed",
        severity: Severity::Ask,
        page: include_str!("fiscal_mixed.md"),
        run: fiscal_mixed::run,
    },
    Check {
        name: "per-capita",
        severity: Severity::Disagrees,
        page: include_str!("per_capita.md"),
        run: per_capita::run,
    },
    Check {
        name: "universal-negative",
        severity: Severity::Notice,
        page: include_str!("universal_negative.md"),
        run: universal_negative::run,
    },
    Check {
        name: "next-weekday",
        severity: Severity::Ask,
        page: include_str!("next_weekday.md"),
        run: next_weekday::run,
    },
    Check {
        name: "title-change",
        severity: Severity::Disagrees,
        page: include_str!("title_change.md"),
        run: title_change::run,
    },
    Check {
        name: "definite-count",
        severity: Severity::Disagrees,
        page: include_str!("definite_count.md"),
        run: definite_count::run,
    },
    Check {
        name: "quote-no-speaker",
        severity: Severity::Ask,
        page: include_str!("quote_no_speaker.md"),
        run: quote_no_speaker::run,
    },
    Check {
        name: "surname-first",
        severity: Severity::Ask,
        page: include_str!("surname_first.md"),
        run: surname_first::run,
    },
    Check {
        name: "acronym-unexpanded",
        severity: Severity::Notice,
        page: include_str!("acronym_unexpanded.md"),
        run: acronym_unexpanded::run,
    },
    Check {
        name: "superlative-scope",
        severity: Severity::Notice,
        page: include_str!("superlative_scope.md"),
        run: superlative_scope::run,
    },
    Check {
        name: "temperature",
        severity: Severity::Disagrees,
        page: include_str!("temperature.md"),
        run: temperature::run,
    },
    Check {
        name: "fraction-counts",
        severity: Severity::Disagrees,
        page: include_str!("fraction_counts.md"),
        run: fraction_counts::run,
    },
    Check {
        name: "years-later",
        severity: Severity::Disagrees,
        page: include_str!("years_later.md"),
        run: years_later::run,
    },
    Check {
        name: "headline-certainty",
        severity: Severity::Disagrees,
        page: include_str!("headline_certainty.md"),
        run: headline_certainty::run,
    },
    Check {
        name: "table-total",
        severity: Severity::Disagrees,
        page: include_str!("table_total.md"),
        run: table_total::run,
    },
    Check {
        name: "currency-rate",
        severity: Severity::Disagrees,
        page: include_str!("currency_rate.md"),
        run: currency_rate::run,
    },
    Check {
        name: "acronym-letters",
        severity: Severity::Disagrees,
        page: include_str!("acronym_letters.md"),
        run: acronym_letters::run,
    },
    Check {
        name: "first-name-change",
        severity: Severity::Disagrees,
        page: include_str!("first_name_change.md"),
        run: first_name_change::run,
    },
    Check {
        name: "time-later",
        severity: Severity::Disagrees,
        page: include_str!("time_later.md"),
        run: time_later::run,
    },
    Check { name: "duration", severity: Severity::Disagrees, page: include_str!("duration.md"), run: duration::run },
];

/// The check of that name.
pub fn check(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}

/// What a check found: the words at fault, at least one place in the prose, and what disagrees.
struct Found {
    places: Vec<Span>,
    message: String,
}

/// A draft as the checks see it.
struct Draft<'a> {
    document: &'a Document,
    reading: &'a Reading,
}

impl<'a> Draft<'a> {
    fn text(&self, span: Span) -> &'a str {
        self.document.text(span)
    }

    /// The prose right behind a span, up to [`NEAR`] bytes of it.
    fn behind(&self, span: Span) -> &'a str {
        let prose = self.document.prose.as_str();
        let end = prose.floor_char_boundary((span.end as usize + NEAR).min(prose.len()));
        prose.get(span.end as usize..end).unwrap_or("")
    }

    /// The prose right before a span, up to [`NEAR`] bytes of it.
    fn before(&self, span: Span) -> &'a str {
        let prose = self.document.prose.as_str();
        let start = prose.ceil_char_boundary((span.start as usize).saturating_sub(NEAR));
        prose.get(start..span.start as usize).unwrap_or("")
    }

    fn sentences(&self) -> impl Iterator<Item = (&'a Read, &'a [Signal])> + use<'a> {
        let reading = self.reading;
        reading.sentences.iter().map(move |read| (read, reading.signals(read)))
    }

    /// The signals of the sentences that begin in a span.
    fn signals_in(&self, span: Span) -> impl Iterator<Item = &'a Signal> + use<'a> {
        let sentences = &self.reading.sentences;
        let from = sentences.partition_point(|read| read.span.start < span.start);
        let to = sentences.partition_point(|read| read.span.start < span.end);
        let reading = self.reading;
        sentences.get(from..to).unwrap_or_default().iter().flat_map(move |read| reading.signals(read))
    }

    /// Whether the sentence stands in the headline or another heading.
    fn is_heading(&self, read: &Read) -> bool {
        self.document.blocks.get(read.block as usize).is_some_and(|block| block.kind.is_heading())
    }
}

/// The quantities among signals, in the order of the text.
fn quantities(signals: &[Signal]) -> Vec<(Span, &Quantity)> {
    let mut found: Vec<(Span, &Quantity)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Quantity(quantity) => Some((signal.span, &**quantity)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The dates among signals, in the order of the text.
fn dates(signals: &[Signal]) -> Vec<(Span, &DateValue)> {
    let mut found: Vec<(Span, &DateValue)> = signals
        .iter()
        .filter_map(|signal| match &signal.value {
            Value::Date(date) => Some((signal.span, &**date)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(span, _)| *span);
    found
}

/// A number as a person writes it: thousands apart, up to two digits behind the mark, no zeros at the
/// end.
fn shown(number: f64) -> String {
    let text = format!("{number:.2}");
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-');
    let mut apart = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            apart.push(',');
        }
        apart.push(digit);
    }
    let sign = if number < 0.0 { "-" } else { "" };
    format!("{sign}{apart}.{behind}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Half of the last digit that a quantity's text gives, in its own unit: what its rounding hides.
fn rounding(quantity: &Quantity) -> f64 {
    quantity.scale * 0.5 * 10_f64.powi(-i32::from(quantity.decimals))
}

/// What the checks find in a draft, in the order of the text. A check is silenced by the rules, or in
/// the draft by the comment `<!-- claimsheet: silence NAME -->`.
pub fn findings(document: &Document, reading: &Reading, rules: &Rules) -> Vec<Finding> {
    let lines = LineIndex::new(&document.source);
    let draft = Draft { document, reading };
    let mut findings: Vec<Finding> = Vec::new();
    let silenced = silenced(document, rules);
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

/// The names that the rules, or comments in the draft, silence.
fn silenced<'a>(document: &'a Document, rules: &'a Rules) -> Vec<&'a str> {
    let comments = document.source.split("<!-- claimsheet: silence ").skip(1);
    let in_draft = comments.filter_map(|behind| Some(behind.split_once(" -->")?.0));
    rules.silenced.iter().map(String::as_str).chain(in_draft).collect()
}
