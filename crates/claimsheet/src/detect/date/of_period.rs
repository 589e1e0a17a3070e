//! Parts of a period that is named: `the last five weeks of 2023`, `the first half of the year`, `the last Friday of
//! August`.

use super::calendar::{self, Unit};
use super::{Found, absolute, relative, words};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::text::value::{DateValue, Precision, TimeRelation};
use crate::text::word_id::WordId;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Which part of a period, counted from its beginning (from 0) or its end.
#[derive(Clone, Copy)]
enum Rank {
    Nth(u32),
    Last,
}

/// Ordinals that rank parts, in their order.
const RANKS: &[WordId] = words!["first", "second", "third", "fourth", "fifth"];

/// Words for the part at the end.
const LAST: &[WordId] = words!["last", "final", "closing"];

/// Words for the part at the beginning, besides the ordinal.
const OPENING: &[WordId] = words!["opening", "initial"];

/// Words with which the part of a period may begin.
pub(super) const OPENERS: &[&[WordId]] = &[RANKS, LAST, OPENING];

/// The part of a period that begins at token `at`.
pub(super) fn at(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let rank = rank(sentence, at)?;
    let counted = words::number(sentence, at + 1).filter(|(_, end)| is_unit(sentence, *end));
    let (count, unit) = counted.unwrap_or((1, at + 1));
    let weekday = words::weekday(sentence, unit);
    if weekday.is_none() && !is_unit(sentence, unit) {
        return None;
    }
    let joint = unit + 1;
    if !sentence.is_any(joint, words!["of", "in"]) {
        return None;
    }
    let period = period(sentence, joint + 1)?;
    let (from, to) = (period.value.from?, period.value.to?);
    if let Some(weekday) = weekday {
        let day = nth_weekday(weekday, rank, from, to);
        let value = DateValue { weekday: Some(weekday), ..placed(Precision::Day, day, day) };
        return Some(Found { value, ..period });
    }
    let part = Part::of(sentence, unit)?;
    let (from, to) = match rank {
        Rank::Nth(rank) => {
            let from = part.after(from, rank * count)?;
            (from, part.after(from, count)?.pred_opt()?)
        }
        Rank::Last => (part.before(to.succ_opt()?, count)?, to),
    };
    Some(Found { value: placed(part.precision(count), Some(from), Some(to)), ..period })
}

fn placed(precision: Precision, from: Option<NaiveDate>, to: Option<NaiveDate>) -> DateValue {
    let relation = if precision == Precision::Day { TimeRelation::Absolute } else { TimeRelation::Range };
    DateValue { from, to, ..calendar::unplaced(precision, relation) }
}

fn rank(sentence: &Sentence<'_>, at: usize) -> Option<Rank> {
    if sentence.is_any(at, LAST) {
        return Some(Rank::Last);
    }
    if sentence.is_any(at, OPENING) {
        return Some(Rank::Nth(0));
    }
    let word = sentence.token(at)?.word;
    RANKS.iter().position(|rank| *rank == word).map(|rank| Rank::Nth(rank as u32))
}

fn is_unit(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Class::TimeUnit) || sentence.is_word(at, word!("half"))
}

/// The period that begins at token `at`: a year, month or decade with both ends on the calendar.
fn period(sentence: &Sentence<'_>, at: usize) -> Option<Found> {
    let at = at + usize::from(sentence.is_word(at, word!("the")));
    let is_this = at.checked_sub(1).is_some_and(|article| sentence.is_word(article, word!("the")));
    let bare = || is_this.then(|| relative::bare_unit(sentence, at)).flatten();
    let found = absolute::at(sentence, at).or_else(|| relative::at(sentence, at)).or_else(bare)?;
    matches!(found.value.precision, Precision::Month | Precision::Year | Precision::Decade | Precision::Century)
        .then_some(found)
}

/// What periods are divided into.
#[derive(Clone, Copy)]
enum Part {
    Days(u32),
    Months(u32),
}

impl Part {
    /// The part that token `at` names.
    fn of(sentence: &Sentence<'_>, at: usize) -> Option<Self> {
        let word = sentence.word(at);
        match Unit::named(word) {
            Unit::Day => Some(Self::Days(1)),
            Unit::Week => Some(Self::Days(7)),
            Unit::Month => Some(Self::Months(1)),
            Unit::Year => Some(Self::Months(12)),
            Unit::Decade => Some(Self::Months(120)),
            _ if sentence.is_any(at, words!["quarter", "quarters"]) => Some(Self::Months(3)),
            _ if sentence.is_word(at, word!("half")) => Some(Self::Months(6)),
            _ => None,
        }
    }

    fn after(self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days.checked_mul(count)?))),
            Self::Months(months) => day.checked_add_months(Months::new(months.checked_mul(count)?)),
        }
    }

    fn before(self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_sub_days(Days::new(u64::from(days.checked_mul(count)?))),
            Self::Months(months) => day.checked_sub_months(Months::new(months.checked_mul(count)?)),
        }
    }

    const fn precision(self, count: u32) -> Precision {
        match self {
            Self::Days(1) => Precision::Day,
            Self::Days(_) => Precision::Week,
            Self::Months(12) => Precision::Year,
            Self::Months(1) if count == 1 => Precision::Month,
            Self::Months(_) => Precision::Quarter,
        }
    }
}

/// The weekday (Monday = 1) that is the nth or last one from `from` to `to`, both included.
fn nth_weekday(weekday: u8, rank: Rank, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    let day = match rank {
        Rank::Nth(rank) => {
            let ahead = (u32::from(weekday) + 7 - from.weekday().number_from_monday()) % 7;
            from.checked_add_days(Days::new(u64::from(ahead + 7 * rank)))
        }
        Rank::Last => {
            let back = (to.weekday().number_from_monday() + 7 - u32::from(weekday)) % 7;
            to.checked_sub_days(Days::new(u64::from(back)))
        }
    };
    day.filter(|day| (from..=to).contains(day))
}
