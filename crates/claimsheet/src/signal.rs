//! What a detector found in a sentence.

pub use crate::statement::{Act, Certainty, Clause};
use crate::text::document::Document;
use crate::text::set::Kind;
use crate::text::span::Span;
use crate::text::value::{DateValue, Quantity};

/// Something found, with its place and, where it has one, its value.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Signal {
    /// Which detector found it.
    pub kind: SignalKind,
    /// Where, in the prose.
    pub span: Span,
    /// What it says.
    pub value: Value,
}

/// A sentence of a document with what the detectors found in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SentenceSignals {
    /// Its place in the prose, without surrounding white space.
    pub span: Span,
    /// Index of its block in [`Document::blocks`].
    pub block: usize,
    /// What was found, by detector.
    pub signals: Vec<Signal>,
    /// What it says is done, in the order of the text.
    pub acts: Vec<Act>,
    /// Its clauses that state something, in the order of the text.
    pub clauses: Vec<Clause>,
}

named! {
    /// The kinds of signals: one a detector, under the detector's name.
    #[repr(u8)]
    #[non_exhaustive]
    pub enum SignalKind {
        /// Numbers that say how much, how many or which.
        Quantity = "quantity",
        /// Dates, times, durations and ages of events.
        Date = "date",
        /// Words in quotation marks.
        Quotation = "quotation",
        /// Who said it.
        Attribution = "attribution",
        /// People, organisations, places, laws, works.
        Name = "name",
        /// Titles and descriptions of people and bodies.
        Role = "role",
        /// The first, the largest, the only.
        Superlative = "superlative",
        /// More than, rose, twice.
        Comparison = "comparison",
        /// Because, led to.
        Causation = "causation",
        /// Acts of governments, parliaments, courts, police, armies.
        Government = "government",
        /// Acts of companies; ownership.
        Business = "business",
        /// Wrongdoing.
        Allegation = "allegation",
        /// Studies, experiments, findings.
        Science = "science",
        /// Plans and forecasts by a source.
        Plan = "plan",
        /// Always, never, all, no.
        Universal = "universal",
        /// Not, without.
        Negation = "negation",
        /// Something that happened: a verb in the past or perfect.
        Event = "event",
        /// Evaluation by the author.
        Opinion = "opinion",
        /// Should, must, let us.
        Exhortation = "exhortation",
        /// Questions.
        Question = "question",
        /// I, we.
        FirstPerson = "first-person",
        /// Perhaps, seems.
        Hedge = "hedge",
        /// The author's own prediction.
        Forecast = "forecast",
        /// All of this to say; the same could be said.
        Transition = "transition",
    }
}

/// The typed content of a [`Signal`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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
    Attribution(Attribution),
}

/// Who said it, in the words of one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attribution {
    /// The speaker or document.
    pub speaker: Span,
    /// The verb, noun, preposition or colon that attributes.
    pub cue: Span,
}

named! {
    /// What a name names.
    #[non_exhaustive]
    pub enum NameKind {
        /// A human being.
        Person = "person",
        /// A company, party, authority, team ….
        Organisation = "organisation",
        /// A country, town, region, building ….
        Place = "place",
        /// An act, bill, treaty or case.
        Law = "law",
        /// A book, film, newspaper piece.
        Work = "work",
        /// A ship, a drug, a programme, a thing that is sold.
        Product = "product",
        /// A war, a storm, a match, a festival.
        Event = "event",
        /// Letters that stand for a longer name.
        Acronym = "acronym",
        /// A people, party's members or language: "Republicans", "French".
        Group = "group",
        /// A name of which nothing more is known.
        Other = "other",
    }
}

impl Signal {
    /// A signal that has no value beyond its words.
    pub const fn plain(kind: SignalKind, span: Span) -> Self {
        Self { kind, span, value: Value::None }
    }

    /// Who is said to have said it, if the signal says that.
    pub const fn attribution(&self) -> Option<Attribution> {
        match self.value {
            Value::Attribution(attribution) => Some(attribution),
            _ => None,
        }
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
            Self::Attribution(said) => Some(format!("by {}", document.text(said.speaker))),
        }
    }
}

impl Kind for SignalKind {
    fn number(self) -> u32 {
        self as u32
    }
}

impl Kind for NameKind {
    fn number(self) -> u32 {
        self as u32
    }
}
