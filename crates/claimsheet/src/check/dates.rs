//! Dates and ages that contradict each other or the calendar.

pub(crate) mod age_birth;
pub(crate) mod age_death;
pub(crate) mod anniversary;
pub(crate) mod duration;
pub(crate) mod fiscal_mixed;
pub(crate) mod future_date_as_past;
pub(crate) mod impossible_date;
pub(crate) mod next_weekday;
pub(crate) mod range_years;
pub(crate) mod story_order;
pub(crate) mod time_later;
pub(crate) mod weekday;
pub(crate) mod year_range;
pub(crate) mod years_ago;
pub(crate) mod years_later;
pub(crate) mod years_since;
