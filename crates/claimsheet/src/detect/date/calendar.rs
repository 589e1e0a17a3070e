//! Date values by chrono, completed from the article's date.

use super::tense::Tense;
use crate::text::value::{DateValue, Precision, TimeRelation};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A value without a place in the calendar.
pub(super) const fn unplaced(precision: Precision, relation: TimeRelation) -> DateValue {
    DateValue { precision, from: None, to: None, relation, weekday: None, impossible: false }
}

fn placed(precision: Precision, relation: TimeRelation, from: Option<NaiveDate>, to: Option<NaiveDate>) -> DateValue {
    DateValue { from, to, ..unplaced(precision, relation) }
}

/// What completes a day or month that is told without its year.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// The article's date.
    pub(super) published: Option<NaiveDate>,
    /// On which side of it the day lies, where a verb tells.
    pub(super) tense: Option<Tense>,
}

/// How many days around the article's date a day without its year is that day, whatever the verb says.
const NEAR: i64 = 30;

impl Around {
    /// The year of a day of the year: the latest before the article's date, the next behind it, or the one that
    /// brings it nearest. A day of nearly a year ago would have its year.
    fn year(self, month: u32, day: u32) -> Option<i32> {
        let published = self.published?;
        let today = (published.month(), published.day());
        let nearest = nearest_year(month, day, published)?;
        let is_near = NaiveDate::from_ymd_opt(nearest, month, day.min(28))
            .is_some_and(|date| (date - published).num_days().abs() <= NEAR);
        Some(match self.tense.filter(|_| !is_near) {
            Some(Tense::Past) => published.year() - i32::from((month, day) > today),
            Some(Tense::Future) => published.year() + i32::from((month, day) < today),
            None => nearest,
        })
    }
}

/// A day whose year may be missing.
pub(super) fn day(year: Option<i32>, month: u32, day: u32, around: Around) -> DateValue {
    let Some(year) = year.or_else(|| around.year(month, day)) else {
        let impossible = NaiveDate::from_ymd_opt(2024, month, day).is_none();
        return DateValue { impossible, ..unplaced(Precision::Day, TimeRelation::Partial) };
    };
    let date = NaiveDate::from_ymd_opt(year, month, day);
    let relation = TimeRelation::Absolute;
    DateValue { impossible: date.is_none(), ..placed(Precision::Day, relation, date, date) }
}

/// The year that puts a day of the year nearest to `published`.
fn nearest_year(month: u32, day: u32, published: NaiveDate) -> Option<i32> {
    let candidates = [published.year() - 1, published.year(), published.year() + 1];
    let distance = |year: &i32| {
        NaiveDate::from_ymd_opt(*year, month, day.min(28)).map_or(i64::MAX, |date| (date - published).num_days().abs())
    };
    candidates.into_iter().min_by_key(distance)
}

/// A month; without year, left open.
pub(super) fn month(year: Option<i32>, month: u32, around: Around) -> DateValue {
    let relation = if year.is_some() { TimeRelation::Absolute } else { TimeRelation::Partial };
    let day = match around.tense {
        Some(Tense::Past) => 1,
        Some(Tense::Future) => 31,
        None => 15,
    };
    let year = year.or_else(|| around.year(month, day));
    let from = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, 1));
    placed(Precision::Month, relation, from, from.and_then(|from| from.checked_add_months(Months::new(1))?.pred_opt()))
}

/// From the first of two months to the end of the other.
pub(super) fn months(first: (i32, u32), last: (i32, u32)) -> DateValue {
    let from = NaiveDate::from_ymd_opt(first.0, first.1, 1);
    let to = NaiveDate::from_ymd_opt(last.0, last.1, 1);
    let to = to.and_then(|to| to.checked_add_months(Months::new(1))?.pred_opt());
    placed(Precision::Month, TimeRelation::Range, from, to)
}

/// The years `first` to `last`, both included.
pub(super) fn years(first: i32, last: i32, precision: Precision, relation: TimeRelation) -> DateValue {
    placed(precision, relation, NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(last, 12, 31))
}

/// A quarter (1 to 4) of a year.
///
/// Without its year it is, behind a verb of the past or none, the latest that was over when the article was published,
/// else the next that was not.
pub(super) fn quarter(year: Option<i32>, quarter: u32, around: Around) -> DateValue {
    let relation = if year.is_some() { TimeRelation::Absolute } else { TimeRelation::Partial };
    let nearest = || {
        let published = around.published?;
        let is_over = published.month() > quarter * 3;
        Some(match around.tense {
            Some(Tense::Future) => published.year() + i32::from(is_over),
            _ => published.year() - i32::from(!is_over),
        })
    };
    let year = year.or_else(nearest);
    let from = year.and_then(|year| NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1));
    placed(
        Precision::Quarter,
        relation,
        from,
        from.and_then(|from| from.checked_add_months(Months::new(3))?.pred_opt()),
    )
}

/// A season of the northern half of the earth by the weather's calendar, which begins with a month; a winter goes by
/// the year in which it begins.
pub(super) fn season(name: &str, year: i32) -> Option<DateValue> {
    let month = match name.to_ascii_lowercase().as_str() {
        "spring" => 3,
        "summer" => 6,
        "autumn" | "fall" => 9,
        "winter" => 12,
        _ => return None,
    };
    let from = NaiveDate::from_ymd_opt(year, month, 1);
    let to = from.and_then(|from| from.checked_add_months(Months::new(3))?.pred_opt());
    Some(placed(Precision::Quarter, TimeRelation::Absolute, from, to))
}

/// A stretch of time that ends or begins at the article's date, or lies a step away from it.
pub(super) struct Step {
    /// Days in the unit, or months.
    pub(super) unit: Unit,
    /// How many units from the article's date: -1 for "last", 0 for "this", 1 for "next".
    pub(super) count: i32,
}

/// A unit of the calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
    Other,
}

impl Unit {
    /// The unit that `word` names.
    pub(super) fn named(word: &str) -> Self {
        match word.to_ascii_lowercase().trim_end_matches('s') {
            "day" | "night" => Self::Day,
            "week" | "weekend" => Self::Week,
            "month" => Self::Month,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" | "centurie" => Self::Century,
            _ => Self::Other,
        }
    }

    pub(super) const fn precision(self) -> Precision {
        match self {
            Self::Day => Precision::Day,
            Self::Week => Precision::Week,
            Self::Month => Precision::Month,
            Self::Year => Precision::Year,
            Self::Decade => Precision::Decade,
            Self::Century => Precision::Century,
            Self::Other => Precision::Vague,
        }
    }
}

/// The calendar unit that lies `step` away from `published`: "last month".
pub(super) fn unit_at(step: &Step, published: Option<NaiveDate>) -> DateValue {
    let precision = step.unit.precision();
    let around = published.and_then(|day| shift(day, step));
    let ends = around.and_then(|day| match step.unit {
        Unit::Day => Some((day, day)),
        Unit::Week => {
            let monday = day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
            Some((monday, monday.checked_add_days(Days::new(6))?))
        }
        Unit::Month => {
            let first = day.with_day(1)?;
            Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
        }
        Unit::Year => Some((NaiveDate::from_ymd_opt(day.year(), 1, 1)?, NaiveDate::from_ymd_opt(day.year(), 12, 31)?)),
        _ => None,
    });
    placed(precision, TimeRelation::Relative, ends.map(|ends| ends.0), ends.map(|ends| ends.1))
}

/// The stretch between `published` and `step` away from it: "over the past decade".
pub(super) fn stretch(step: &Step, published: Option<NaiveDate>) -> DateValue {
    let precision = step.unit.precision();
    let other = published.and_then(|day| shift(day, step));
    let (from, to) = if step.count < 0 { (other, published) } else { (published, other) };
    placed(precision, TimeRelation::Relative, from.and(to).and(from), from.and(to))
}

fn shift(day: NaiveDate, step: &Step) -> Option<NaiveDate> {
    let size = step.count.unsigned_abs();
    let (days, months) = match step.unit {
        Unit::Day => (size, 0),
        Unit::Week => (size.checked_mul(7)?, 0),
        Unit::Month => (0, size),
        Unit::Year => (0, size.checked_mul(12)?),
        Unit::Decade => (0, size.checked_mul(120)?),
        Unit::Century => (0, size.checked_mul(1200)?),
        Unit::Other => return None,
    };
    if step.count < 0 {
        day.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days.into()))
    } else {
        day.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days.into()))
    }
}

/// Which weekend is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weekend {
    /// "Last weekend": the one that is over.
    Last,
    /// "Over the weekend": the one that is over, or that has begun.
    Latest,
    /// "This weekend": the one that has begun, or the next.
    This,
    /// "Next weekend": one that is to come.
    Next,
}

/// Saturday and Sunday of a weekend, seen from the article's date.
pub(super) fn weekend(which: Weekend, published: Option<NaiveDate>) -> DateValue {
    let saturday = published.and_then(|published| {
        let since_saturday = (published.weekday().num_days_from_monday() + 2) % 7;
        let latest = published.checked_sub_days(Days::new(since_saturday.into()))?;
        let has_begun = since_saturday < 2;
        match which {
            Weekend::Last if has_begun => latest.checked_sub_days(Days::new(7)),
            Weekend::Last | Weekend::Latest => Some(latest),
            Weekend::This if has_begun => Some(latest),
            Weekend::This | Weekend::Next => latest.checked_add_days(Days::new(7)),
        }
    });
    let ends = saturday.and_then(|saturday| Some((saturday, saturday.succ_opt()?)));
    placed(Precision::Day, TimeRelation::Relative, ends.map(|ends| ends.0), ends.map(|ends| ends.1))
}

/// The next such weekday, the article's own day included: "will meet on Friday".
pub(super) fn coming_weekday(weekday: u8, published: Option<NaiveDate>) -> DateValue {
    let day = published.and_then(|published| {
        let ahead = (u32::from(weekday) + 7 - published.weekday().number_from_monday()) % 7;
        published.checked_add_days(Days::new(ahead.into()))
    });
    DateValue { weekday: Some(weekday), ..placed(Precision::Day, TimeRelation::Relative, day, day) }
}

/// The weekday (Monday = 1) before, in or after the article's week: "last Friday", "Friday".
pub(super) fn weekday(weekday: u8, direction: i32, published: Option<NaiveDate>) -> DateValue {
    let day = published.and_then(|published| {
        let today = published.weekday().number_from_monday();
        let back = (today + 7 - u32::from(weekday)) % 7;
        if direction > 0 {
            let ahead = (u32::from(weekday) + 7 - today) % 7;
            published.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
        } else {
            let back = if back == 0 && direction < 0 { 7 } else { back };
            published.checked_sub_days(Days::new(back.into()))
        }
    });
    DateValue { weekday: Some(weekday), ..placed(Precision::Day, TimeRelation::Relative, day, day) }
}

/// The weekday (Monday = 1) of the week that lies `weeks` after the article's own.
pub(super) fn weekday_of_week(weekday: u8, weeks: i32, published: Option<NaiveDate>) -> DateValue {
    let week = unit_at(&Step { unit: Unit::Week, count: weeks }, published);
    let day = week.from.and_then(|monday| monday.checked_add_days(Days::new(u64::from(weekday) - 1)));
    DateValue { weekday: Some(weekday), ..placed(Precision::Day, TimeRelation::Relative, day, day) }
}
