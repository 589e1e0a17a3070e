//! The marks of a sentence: what a person could name that speaks for or against a claim.

use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, SignalKind};
use crate::text::value::{Form, Precision};

/// Marks beyond those of the detectors, in the order of their numbers.
const OTHERS: &[&str] = &[
    "a named speaker",
    "an unnamed speaker",
    "a quotation of four words or more",
    "a question mark",
    "an exclamation mark",
    "a digit",
    "up to 4 words",
    "5 to 9 words",
    "10 to 19 words",
    "20 to 34 words",
    "35 words or more",
    "a name and a verb of the past",
    "first of several in its paragraph",
    "all in quotation marks",
];

/// Words of a quotation that has a mark of its own, at least.
const LONG_QUOTATION: usize = 4;

/// Least share, in hundredths, of a sentence that is "all in quotation marks".
const ALL: usize = 90;

const FORMS: &[(Form, &str)] = &[
    (Form::Count, "a count"),
    (Form::Money, "money"),
    (Form::Percent, "a percentage"),
    (Form::Points, "percentage points"),
    (Form::Ordinal, "an ordinal"),
    (Form::Fraction, "a fraction"),
    (Form::Ratio, "a ratio"),
    (Form::Measure, "a measurement"),
    (Form::Age, "an age"),
    (Form::Score, "a score"),
    (Form::Multiple, "a multiple"),
    (Form::Vague, "an amount without a number"),
    (Form::Reference, "a page or section"),
];

const PRECISIONS: &[(Precision, &str)] = &[
    (Precision::Time, "a time of day"),
    (Precision::Day, "a day"),
    (Precision::Week, "a week"),
    (Precision::Month, "a month"),
    (Precision::Quarter, "a quarter or season"),
    (Precision::Year, "a year"),
    (Precision::Decade, "a decade"),
    (Precision::Century, "a century"),
    (Precision::Duration, "a length of time"),
    (Precision::Vague, "a vague time"),
];

const NAMES: &[(NameKind, &str)] = &[
    (NameKind::Person, "a person"),
    (NameKind::Organisation, "an organisation"),
    (NameKind::Place, "a place"),
    (NameKind::Law, "a law"),
    (NameKind::Work, "a work"),
    (NameKind::Product, "a product"),
    (NameKind::Event, "an event with a name"),
    (NameKind::Acronym, "an acronym"),
    (NameKind::Group, "a people or party"),
    (NameKind::Other, "a name of some kind"),
];

/// How many detectors there are; each has a mark for once and one for twice or more.
const KINDS: usize = SignalKind::ALL.len();
const AT_FORMS: usize = 2 * KINDS;
const AT_PRECISIONS: usize = AT_FORMS + FORMS.len();
const AT_NAMES: usize = AT_PRECISIONS + PRECISIONS.len();
const AT_OTHERS: usize = AT_NAMES + NAMES.len();

/// The mark of the sentence that begins a paragraph of several, which a sentence without an article has not.
pub const FIRST: usize = AT_OTHERS + 12;

/// How many marks there are.
pub const COUNT: usize = AT_OTHERS + OTHERS.len();

/// The marks of one sentence, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks(u128);

impl Marks {
    /// The marks of a passage.
    pub fn of(passage: &SentenceGroup<'_>) -> Self {
        let (sum, span) = (&passage.sum, passage.span);
        let mut marks = Self::default();
        marks.set_all(sum.kinds.bits(), 0);
        marks.set_all(sum.twice.bits(), KINDS);
        marks.set_all(sum.forms.bits(), AT_FORMS);
        marks.set_all(sum.precisions.bits(), AT_PRECISIONS);
        marks.set_all(sum.names.bits(), AT_NAMES);
        marks.set_if(sum.named_speaker, AT_OTHERS);
        marks.set_if(sum.unnamed_speaker, AT_OTHERS + 1);
        marks.set_if(sum.longest_quotation >= LONG_QUOTATION, AT_OTHERS + 2);
        marks.set_signs(passage.written());
        marks.set_if(passage.has(SignalKind::Name) && passage.has(SignalKind::Event), AT_OTHERS + 11);
        marks.set_if(span.start == passage.block.span.start && span.end < passage.block.span.end, FIRST);
        let quoted = passage.signals_of(SignalKind::Quotation).map(|signal| signal.span.len());
        marks.set_if(quoted.max().unwrap_or(0) * 100 >= span.len() * ALL, AT_OTHERS + 13);
        marks
    }

    /// What single signs tell, as those of the [n-grams](super::hashed_ngrams).
    fn set_signs(&mut self, text: &str) {
        let mut spaces = 0;
        for byte in text.bytes() {
            match byte {
                b' ' => spaces += 1,
                b'?' => self.set(AT_OTHERS + 3),
                b'!' => self.set(AT_OTHERS + 4),
                b'0'..=b'9' => self.set(AT_OTHERS + 5),
                _ => {}
            }
        }
        let length = match spaces {
            0..=3 => 0,
            4..=8 => 1,
            9..=18 => 2,
            19..=33 => 3,
            _ => 4,
        };
        self.set(AT_OTHERS + 6 + length);
    }

    /// Sets a mark from `base` on for each of `bits`.
    fn set_all(&mut self, bits: u32, base: usize) {
        self.0 |= u128::from(bits) << base;
    }

    fn set_if(&mut self, holds: bool, mark: usize) {
        if holds {
            self.set(mark);
        }
    }

    fn set(&mut self, mark: usize) {
        self.0 |= 1 << mark;
    }

    /// Whether the sentence has the mark of that number.
    #[cfg(feature = "internals")]
    pub const fn has(self, mark: usize) -> bool {
        self.0 >> mark & 1 == 1
    }

    /// The numbers of the marks, rising.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let mark = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(mark)
        })
    }
}

/// What a mark is called in explanations, in `data/judge.txt` and in the training.
pub fn name(mark: usize) -> String {
    fn row<T>(rows: &[(T, &'static str)], at: usize) -> String {
        rows.get(at).map_or("", |(_, name)| name).to_owned()
    }
    match mark {
        0..KINDS => detector(mark).to_owned(),
        KINDS..AT_FORMS => format!("{} twice", detector(mark - KINDS)),
        AT_FORMS..AT_PRECISIONS => row(FORMS, mark - AT_FORMS),
        AT_PRECISIONS..AT_NAMES => row(PRECISIONS, mark - AT_PRECISIONS),
        AT_NAMES..AT_OTHERS => row(NAMES, mark - AT_NAMES),
        _ => OTHERS.get(mark - AT_OTHERS).copied().unwrap_or("").to_owned(),
    }
}

fn detector(kind: usize) -> &'static str {
    SignalKind::ALL.get(kind).map_or("", |kind| kind.name())
}

/// The detector whose signals raise a mark, if one does.
pub(super) fn kind(mark: usize) -> Option<SignalKind> {
    let detector = match mark {
        0..KINDS => mark,
        KINDS..AT_FORMS => mark - KINDS,
        AT_FORMS..AT_PRECISIONS => return Some(SignalKind::Quantity),
        AT_PRECISIONS..AT_NAMES => return Some(SignalKind::Date),
        AT_NAMES..AT_OTHERS => return Some(SignalKind::Name),
        _ if mark < AT_OTHERS + 2 => return Some(SignalKind::Attribution),
        _ if mark == AT_OTHERS + 2 => return Some(SignalKind::Quotation),
        _ => return None,
    };
    SignalKind::ALL.get(detector).copied()
}

const _: () = assert!(COUNT <= 128, "more marks than bits");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::set::Kind;
    use std::collections::BTreeSet;

    #[test]
    fn the_marks_of_a_kind_stand_in_the_order_of_its_numbers() {
        fn numbers<T: Kind>(rows: &[(T, &str)]) -> bool {
            rows.iter().enumerate().all(|(at, (kind, _))| kind.number() as usize == at)
        }
        assert!(numbers(FORMS) && numbers(PRECISIONS) && numbers(NAMES));
    }

    #[test]
    fn each_mark_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..COUNT).map(name).collect();
        assert_eq!(names.len(), COUNT);
        assert!(!names.contains(""));
    }
}
