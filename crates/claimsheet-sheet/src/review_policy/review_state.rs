//! Where the check of a claim stands.

use super::{ReviewPolicy, contains};
use crate::Entry;

/// Where the check of a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its words were edited since it was checked, and nobody has looked again.
    LookAgain,
    /// The author was asked and has not answered.
    Asked,
    /// It has no verdict.
    ToCheck,
    /// It has a verdict, and still lacks something by the desk's rules.
    Lacking,
    /// It lacks nothing.
    Done,
    /// Its verdict takes it off the list.
    Cancelled,
    /// It is no longer in the draft.
    Withdrawn,
}

impl State {
    /// The state of a claim with this entry; of one without, nothing was written.
    pub fn of(entry: Option<&Entry>, desk: &ReviewPolicy) -> Self {
        let Some(entry) = entry else { return Self::ToCheck };
        let review = &entry.review;
        if entry.withdrawn {
            Self::Withdrawn
        } else if entry.edited {
            Self::LookAgain
        } else if !review.query.is_empty() && review.answer.is_empty() {
            Self::Asked
        } else if review.verdict.is_empty() || !desk.is_verdict(&review.verdict) {
            Self::ToCheck
        } else if !desk.lacks(entry).is_empty() {
            Self::Lacking
        } else if contains(&desk.cancelled, &review.verdict) {
            Self::Cancelled
        } else {
            Self::Done
        }
    }

    /// Its name, to read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LookAgain => "look again",
            Self::Asked => "author asked",
            Self::ToCheck => "to check",
            Self::Lacking => "incomplete",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Withdrawn => "no longer in the text",
        }
    }

    /// Whether somebody has something to do before the claim has its verdict.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::LookAgain | Self::Asked | Self::ToCheck)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Review;
    use claimsheet::claim::Priority;

    fn state(edited: bool, withdrawn: bool, review: Review) -> State {
        let entry = Entry {
            id: None,
            part_of: None,
            heading: String::new(),
            line: 1,
            priority: Priority::Low,
            ticked: 0,
            open: 0,
            edited,
            withdrawn,
            review,
        };
        State::of(Some(&entry), &ReviewPolicy::default())
    }

    #[test]
    fn each_state_is_told_from_the_others() {
        let review = |verdict: &str, checked: &str, query: &str, answer: &str| Review {
            verdict: verdict.to_owned(),
            checked: checked.to_owned(),
            query: query.to_owned(),
            answer: answer.to_owned(),
            ..Review::default()
        };
        assert_eq!(State::of(None, &ReviewPolicy::default()), State::ToCheck);
        assert_eq!(state(false, false, review("", "", "", "")), State::ToCheck);
        assert_eq!(state(false, false, review("", "", "Which?", "")), State::Asked);
        assert_eq!(state(false, false, review("", "", "Which?", "That")), State::ToCheck);
        assert_eq!(state(false, false, review("confirmed", "T. Reed", "", "")), State::Lacking);
        assert_eq!(state(false, false, review("opinion", "T. Reed", "", "")), State::Done);
        assert_eq!(state(false, false, review("Cut", "T. Reed", "", "")), State::Cancelled);
        assert_eq!(state(true, false, review("cut", "T. Reed", "", "")), State::LookAgain);
        assert_eq!(state(true, true, review("cut", "T. Reed", "", "")), State::Withdrawn);
    }
}
