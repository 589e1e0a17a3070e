//! A point or stretch of time, as precise as the text.

use crate::text::set::Kind;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A time expression resolved against the article's date as far as it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateValue {
    /// How precise the text is.
    pub precision: Precision,
    /// First day that it can mean, where known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<NaiveDate>,
    /// Last day that it can mean, inclusive.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<NaiveDate>,
    /// How the words relate to the calendar.
    pub relation: TimeRelation,
    /// The weekday that the text names, Monday = 1 … Sunday = 7.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub weekday: Option<u8>,
    /// Whether the words name a day that is not in the calendar ("April 31").
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub impossible: bool,
}

named! {
    /// How precise a [`DateValue`] is.
    #[non_exhaustive]
    pub enum Precision {
        /// A time of day.
        Time = "time",
        /// A day.
        Day = "day",
        /// A week or weekend.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter or season.
        Quarter = "quarter",
        /// A year, calendar or fiscal.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
        /// A length of time without ends: "for three years".
        Duration = "duration",
        /// "recently", "in recent years".
        Vague = "vague",
    }
}

/// How the words of a [`DateValue`] relate to the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TimeRelation {
    /// Named outright: "3 March 2026".
    Absolute,
    /// Named in part: "March 3", completed from the article's date.
    Partial,
    /// Counted from the article's date: "last Friday".
    Relative,
    /// A range with both ends: "from 2016 to 2018".
    Range,
    /// A length of time.
    Duration,
}

impl fmt::Display for DateValue {
    /// Reads as `2026-02-27`, `2026-02`, `2026`, `2016-01-01..2018-12-31`, or as its precision where
    /// the calendar is not known: `duration`, `vague`, `day`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.impossible {
            return f.write_str("impossible");
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) => match self.precision {
                Precision::Time | Precision::Day if from == to => write!(f, "{from}"),
                Precision::Month if from.year() == to.year() && from.month() == to.month() => {
                    write!(f, "{}", from.format("%Y-%m"))
                }
                Precision::Year if self.relation != TimeRelation::Range && from.year() == to.year() => {
                    write!(f, "{}", from.format("%Y"))
                }
                _ => write!(f, "{from}..{to}"),
            },
            (Some(from), None) => write!(f, "{from}.."),
            (None, Some(to)) => write!(f, "..{to}"),
            (None, None) => f.write_str(self.precision.name()),
        }
    }
}

impl Kind for Precision {
    fn number(self) -> u32 {
        self as u32
    }
}
