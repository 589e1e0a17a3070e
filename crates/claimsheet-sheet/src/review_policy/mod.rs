//! The rules of the desk: what a checked claim needs before the piece may run.

pub mod review_state;

use crate::{ClaimWords, Entry, Labels, Sheet, entries};
use chrono::NaiveDate;
use claimsheet::claim::Priority;
use serde::{Deserialize, Deserializer, de};
use std::collections::HashSet;

mod backing;
pub mod export;
pub mod gate;
mod lack;
pub mod status;

pub use backing::unbacked;
pub use lack::Lack;

/// The rules of a desk, from `[desk]` in the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ReviewPolicy {
    /// The verdicts that may be given.
    pub verdicts: Vec<String>,
    /// Verdicts that need no source, being about the text and not the world.
    pub without_source: Vec<String>,
    /// Verdicts that are not published: a `ClaimReview` is not made of them.
    pub unpublished: Vec<String>,
    /// Verdicts that take a claim off the list, so that its task counts as cancelled and not as done.
    pub cancelled: Vec<String>,
    /// Whether one of the sources must be marked as primary.
    pub primary: bool,
    /// How many sources a verdict needs.
    pub sources: usize,
    /// From which priority on a second person checks; none for never.
    pub second_check: Option<Priority>,
    /// Who may sign off; empty for anybody.
    pub sign_off: Vec<String>,
    /// The last day.
    #[serde(deserialize_with = "day")]
    pub deadline: Option<NaiveDate>,
}

/// A day, as TOML has it or within quotation marks.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let value = toml::Value::deserialize(deserializer)?;
    let written = value.as_datetime().map(ToString::to_string);
    let text = written.or_else(|| value.as_str().map(str::to_owned)).unwrap_or_else(|| "this".to_owned());
    let wrong = |_| de::Error::custom(format!("{text} is no day; write it as 2026-03-05"));
    text.parse().map(Some).map_err(wrong)
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            verdicts: words(&["confirmed", "corrected", "cannot confirm", "disputed", "opinion", "cut", "not a claim"]),
            without_source: words(&["opinion", "cut", "not a claim", "cannot confirm"]),
            unpublished: words(&["opinion", "cut", "not a claim"]),
            cancelled: words(&["cut", "not a claim"]),
            primary: false,
            sources: 1,
            second_check: None,
            sign_off: Vec::new(),
            deadline: None,
        }
    }
}

impl ReviewPolicy {
    /// Whether a word is one of the desk's verdicts.
    pub fn is_verdict(&self, word: &str) -> bool {
        contains(&self.verdicts, word)
    }

    /// How many of `claims` are done in a sheet.
    pub fn done(&self, sheet: &Sheet, labels: &Labels, claims: &[ClaimWords]) -> usize {
        let ids: HashSet<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
        let is_asked = |entry: &&Entry| !entry.withdrawn && entry.id.as_deref().is_some_and(|id| ids.contains(id));
        entries(sheet, labels).iter().filter(is_asked).filter(|entry| self.lacks(entry).is_empty()).count()
    }

    /// What the entry still lacks by these rules; empty for one that is done.
    pub fn lacks(&self, entry: &Entry) -> Vec<Lack> {
        let review = &entry.review;
        let mut lacks = Vec::new();
        if review.verdict.is_empty() {
            return vec![Lack::Verdict];
        }
        if !self.is_verdict(&review.verdict) {
            lacks.push(Lack::KnownVerdict { written: review.verdict.clone(), known: self.verdicts.clone() });
        }
        if entry.edited {
            lacks.push(Lack::AnotherLook);
        }
        if !contains(&self.without_source, &review.verdict) && review.sources.len() < self.sources {
            lacks.push(Lack::Sources { has: review.sources.len(), needs: self.sources });
        }
        let needs_primary = self.primary && !contains(&self.without_source, &review.verdict);
        if needs_primary && !review.sources.iter().any(|source| is_primary(source)) {
            lacks.push(Lack::PrimarySource);
        }
        if review.verdict.eq_ignore_ascii_case("corrected") && review.correction.is_empty() {
            lacks.push(Lack::Correction);
        }
        if !is_signed(&review.checked) {
            lacks.push(Lack::Initials);
        }
        if self.second_check.is_some_and(|least| entry.priority >= least) && !is_signed(&review.second) {
            lacks.push(Lack::SecondCheck);
        }
        if !review.query.is_empty() && review.answer.is_empty() {
            lacks.push(Lack::Answer);
        }
        lacks
    }
}

/// Whether the checker marked a source as primary: with the word, and not "not primary".
fn is_primary(source: &str) -> bool {
    let words: Vec<String> = source.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
    let denied = words.windows(2).any(|pair| matches!(pair, [not, primary] if not == "not" && primary == "primary"));
    words.iter().any(|word| word == "primary") && !denied
}

/// Whether somebody signed with a name or initials; a date alone is nobody.
pub fn is_signed(checked: &str) -> bool {
    let words = checked.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let is_date = |word: &str| {
        let word = word.to_lowercase();
        ["st", "nd", "rd", "th", "t", "z"].contains(&&*word)
            || word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(&word))
            || word == "sept"
    };
    let has_digits = checked.contains(|letter: char| letter.is_ascii_digit());
    words.clone().any(|word| !(has_digits && is_date(word)))
}

/// The months in words.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn contains(words: &[String], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Review;

    fn entry(review: Review) -> Entry {
        let heading = "The quay opened in 1931".to_owned();
        Entry {
            id: Some("92b52a59ea".to_owned()),
            part_of: None,
            heading,
            line: 12,
            priority: Priority::High,
            ticked: 0,
            open: 2,
            edited: false,
            withdrawn: false,
            review,
        }
    }

    fn checked() -> Review {
        Review {
            sources: vec!["harbour log 1931".to_owned()],
            verdict: "Confirmed".to_owned(),
            checked: "T. Reed, 2026-03-02".to_owned(),
            ..Review::default()
        }
    }

    #[test]
    fn a_verdict_with_source_and_initials_lacks_nothing() {
        assert_eq!(ReviewPolicy::default().lacks(&entry(checked())), Vec::<Lack>::new());
        let cut = Review { verdict: "cut".to_owned(), checked: "T. Reed".to_owned(), ..Review::default() };
        assert_eq!(ReviewPolicy::default().lacks(&entry(cut)), Vec::<Lack>::new());
    }

    #[test]
    fn a_date_alone_is_nobody() {
        for nobody in ["", "2026-03-02", "2 March 2026", ", 2026-03-02", "3rd Sept 2026", "02/03/26", "–"] {
            assert!(!is_signed(nobody), "{nobody}");
            let review = Review { checked: nobody.to_owned(), ..checked() };
            assert_eq!(ReviewPolicy::default().lacks(&entry(review)), [Lack::Initials]);
        }
        for somebody in ["TR", "T. Reed, 2026-03-02", "May, 2026-05-02 tr", "May", "2026-03-02 mv", "Ж, 2026-03-02"] {
            assert!(is_signed(somebody), "{somebody}");
        }
    }

    #[test]
    fn each_rule_names_what_is_lacking() {
        let desk = ReviewPolicy { sources: 2, second_check: Some(Priority::High), ..ReviewPolicy::default() };
        assert_eq!(desk.lacks(&entry(Review::default())), [Lack::Verdict]);
        assert_eq!(desk.lacks(&entry(checked())), [Lack::Sources { has: 1, needs: 2 }, Lack::SecondCheck]);
        let review = Review { verdict: "maybe".to_owned(), query: "Which year?".to_owned(), ..checked() };
        let lacks = ReviewPolicy::default().lacks(&Entry { edited: true, ..entry(review) });
        assert_eq!(lacks.len(), 3, "{lacks:?}");
        let desk = ReviewPolicy { primary: true, ..ReviewPolicy::default() };
        assert_eq!(desk.lacks(&entry(checked())), [Lack::PrimarySource]);
        let marked = Review { sources: vec!["harbour log 1931 (primary, 2026-03-02)".to_owned()], ..checked() };
        assert_eq!(desk.lacks(&entry(marked)), Vec::<Lack>::new());
        let review = Review { verdict: "corrected".to_owned(), ..checked() };
        assert_eq!(ReviewPolicy::default().lacks(&entry(review)), [Lack::Correction]);
    }
}
