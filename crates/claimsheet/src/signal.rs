//! What a detector found in a sentence.

use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::value::{DateValue, Quantity};

/// Something found, with its place and, where it has one, its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// Which detector found it.
    pub kind: SignalKind,
    /// Where, in the prose.
    pub span: Span,
    /// What it says.
    pub value: Value,
}

/// The kinds of signals: one a detector, under the detector's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum SignalKind {
    /// Numbers that say how much, how many or which.
    Quantity,
    /// Dates, times, durations and ages of events.
    Date,
    /// Words in quotation marks.
    Quotation,
    /// Who said it.
    Attribution,
    /// People, organisations, places, laws, works.
    Name,
    /// Titles and descriptions of people and bodies.
    Role,
    /// The first, the largest, the only.
    Superlative,
    /// More than, rose, twice.
    Comparison,
    /// Because, led to.
    Causation,
    /// Acts of governments, parliaments, courts, police, armies.
    Government,
    /// Acts of companies; ownership.
    Business,
    /// Wrongdoing.
    Allegation,
    /// Studies, experiments, findings.
    Science,
    /// Plans and forecasts by a source.
    Plan,
    /// Always, never, all, no.
    Universal,
    /// Not, without.
    Negation,
    /// Something that happened: a verb in the past or perfect.
    Event,
    /// Evaluation by the author.
    Opinion,
    /// Should, must, let us.
    Exhortation,
    /// Questions.
    Question,
    /// I, we.
    FirstPerson,
    /// Perhaps, seems.
    Hedge,
    /// The author's own prediction.
    Forecast,
    /// All of this to say; the same could be said.
    Transition,
}

/// The typed content of a [`Signal`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing beyond the words.
    None,
    /// A number with its unit.
    Quantity(Box<Quantity>),
    /// A date, or a stretch of time.
    Date(Box<DateValue>),
    /// A name.
    Name(NameKind),
    /// A title or description, and whom it describes, where the sentence says.
    Role {
        /// The name described.
        of: Option<Span>,
    },
    /// Who said it.
    Attribution {
        /// The speaker or document; none in "it is said".
        speaker: Option<Span>,
        /// The verb or preposition that attributes.
        cue: Span,
        /// What was said, as far as the sentence goes.
        content: Option<Span>,
    },
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// A human being.
    Person,
    /// A company, party, authority, team ….
    Organisation,
    /// A country, town, region, building ….
    Place,
    /// An act, bill, treaty or case.
    Law,
    /// A book, film, newspaper piece, product or event with a name.
    Work,
    /// Letters that stand for a longer name.
    Acronym,
    /// A people, party's members or language: "Republicans", "French".
    Group,
    /// A name of which nothing more is known.
    Other,
}

impl Signal {
    /// A signal that has no value beyond its words.
    pub const fn plain(kind: SignalKind, span: Span) -> Self {
        Self { kind, span, value: Value::None }
    }
}

impl Value {
    /// The value in a few words, normalised; none where it says no more than the words.
    pub fn describe(&self, document: &Document) -> Option<String> {
        match self {
            Self::None => None,
            Self::Quantity(quantity) => Some(quantity.to_string()),
            Self::Date(date) => Some(date.to_string()),
            Self::Name(kind) => Some(kind.name().to_owned()),
            Self::Role { of } => Some(format!("of {}", document.text((*of)?))),
            Self::Attribution { speaker, .. } => Some(format!("by {}", document.text((*speaker)?))),
        }
    }
}

impl NameKind {
    /// Its name, as in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Law => "law",
            Self::Work => "work",
            Self::Acronym => "acronym",
            Self::Group => "group",
            Self::Other => "other",
        }
    }
}
