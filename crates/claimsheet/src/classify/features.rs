//! The marks of a sentence: what a person could name that speaks for or against a claim.

use crate::detect::DETECTORS;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::document::{Block, Document};
use crate::text::span::Span;
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
    (NameKind::Acronym, "an acronym"),
    (NameKind::Group, "a people or party"),
    (NameKind::Other, "a name of some kind"),
];

/// How many detectors there are; each has a mark for once and one for twice or more.
const KINDS: usize = DETECTORS.len();
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
    /// The marks of the sentence at `span` of `block` with the given signals.
    pub fn of(document: &Document, block: &Block, span: Span, signals: &[Signal]) -> Self {
        let mut marks = Self::default();
        for signal in signals {
            let kind = signal.kind as usize;
            marks.set(if marks.has(kind) { KINDS + kind } else { kind });
            marks.set_value(document, signal);
        }
        marks.set_words(document.text(span));
        let acts = marks.has(SignalKind::Name as usize) && marks.has(SignalKind::Event as usize);
        marks.set_if(acts, AT_OTHERS + 11);
        marks.set_if(span.start == block.span.start && span.end < block.span.end, FIRST);
        let quoted = signals.iter().filter(|signal| signal.kind == SignalKind::Quotation);
        let most = quoted.map(|signal| signal.span.len()).max().unwrap_or(0);
        marks.set_if(most * 100 >= span.len() * ALL, AT_OTHERS + 13);
        marks
    }

    fn set_value(&mut self, document: &Document, signal: &Signal) {
        match &signal.value {
            Value::Quantity(quantity) => self.set_row(FORMS, &quantity.form, AT_FORMS),
            Value::Date(date) => self.set_row(PRECISIONS, &date.precision, AT_PRECISIONS),
            Value::Name(kind) => self.set_row(NAMES, kind, AT_NAMES),
            Value::Attribution { speaker, .. } => {
                let named = speaker.is_some_and(|speaker| document.text(speaker).contains(char::is_uppercase));
                self.set(if named { AT_OTHERS } else { AT_OTHERS + 1 });
            }
            Value::Role { .. } | Value::None => {
                let long = signal.kind == SignalKind::Quotation
                    && document.text(signal.span).split_ascii_whitespace().nth(3).is_some();
                self.set_if(long, AT_OTHERS + 2);
            }
        }
    }

    fn set_words(&mut self, text: &str) {
        self.set_if(text.contains('?'), AT_OTHERS + 3);
        self.set_if(text.contains('!'), AT_OTHERS + 4);
        self.set_if(text.bytes().any(|byte| byte.is_ascii_digit()), AT_OTHERS + 5);
        let length = match text.bytes().filter(|byte| *byte == b' ').count() {
            0..=3 => 0,
            4..=8 => 1,
            9..=18 => 2,
            19..=33 => 3,
            _ => 4,
        };
        self.set(AT_OTHERS + 6 + length);
    }

    fn set_row<T: PartialEq>(&mut self, rows: &[(T, &str)], value: &T, base: usize) {
        if let Some(row) = rows.iter().position(|(known, _)| known == value) {
            self.set(base + row);
        }
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
    DETECTORS.iter().find(|known| known.kind as usize == kind).map_or("", |known| known.name)
}

/// The detector whose signals raise a mark, if one does.
pub(super) fn kind(mark: usize) -> Option<SignalKind> {
    let detector = match mark {
        0..KINDS => mark,
        KINDS..AT_FORMS => mark - KINDS,
        AT_FORMS..AT_PRECISIONS => SignalKind::Quantity as usize,
        AT_PRECISIONS..AT_NAMES => SignalKind::Date as usize,
        AT_NAMES..AT_OTHERS => SignalKind::Name as usize,
        _ if mark < AT_OTHERS + 2 => SignalKind::Attribution as usize,
        _ if mark == AT_OTHERS + 2 => SignalKind::Quotation as usize,
        _ => return None,
    };
    DETECTORS.iter().map(|known| known.kind).find(|known| *known as usize == detector)
}

const _: () = assert!(COUNT <= 128, "more marks than bits");

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_mark_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..COUNT).map(name).collect();
        assert_eq!(names.len(), COUNT);
        assert!(!names.contains(""));
    }
}
