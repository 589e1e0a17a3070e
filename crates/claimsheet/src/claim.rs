//! What the analysis yields: claims with their facts, and sentences set aside. These types are
//! the JSON contract `claimsheet/1` (docs/claimsheet-1.schema.json).

use crate::signal::NameKind;
use crate::text::document::Timecode;
use crate::text::span::SourceSpan;
use crate::text::value::{DateValue, Quantity};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

mod evidence;
mod finding;
mod source;

pub use evidence::{Evidence, EvidencePlace, EvidenceStatus, Place};
pub use finding::{Finding, FindingPlace, Severity};
pub use source::{ClaimedSource, ClaimedSourceKind};

/// Everything that the analysis of one article yields, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// What there is to check.
    pub claims: Vec<Claim>,
    /// What was judged to hold nothing checkable.
    pub set_aside: Vec<SetAside>,
    /// Where the draft contradicts itself or the calendar.
    pub findings: Vec<Finding>,
    /// Every name, first mentions first.
    pub names: Vec<NameEntry>,
    /// What the reader should know of the analysis itself: "this does not look like English".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// A checkable assertion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Ten hexadecimal digits that stay the same while the words do.
    pub id: String,
    /// Position among the claims, from 1.
    pub number: u32,
    /// What kind of assertion it is above all.
    pub kind: ClaimKind,
    /// What else it is, the most important first, without `kind`.
    pub tags: Vec<ClaimKind>,
    /// How soon to check it.
    pub priority: Priority,
    /// How much it looks worth checking, 0 to 1.
    pub score: f64,
    /// What decided, the heaviest first.
    pub reasons: Vec<Reason>,
    /// Its words, without markup.
    pub text: String,
    /// The sentences around it in its block.
    pub context: Context,
    /// Its place in the file.
    pub span: ByteRange,
    /// Line from 1.
    pub line: u32,
    /// Column from 1, in characters.
    pub column: u32,
    /// Number of its block, from 1.
    pub paragraph: u32,
    /// The heading under which it stands.
    pub section: Option<String>,
    /// Who says it, in the first person, where the article is a transcript that names its speakers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// When in the recording the caption or turn begins in which it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timecode>,
    /// What to tick, in the order of the text.
    pub facts: Vec<Fact>,
    /// What the draft itself offers as source.
    pub claimed_source: Option<ClaimedSource>,
    /// Where to look.
    pub prompts: Vec<Prompt>,
    /// Lines on which it is repeated.
    pub also: Vec<u32>,
}

/// A half-open range of bytes of the file that was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Claim {
    /// Who says it and when, where the article is a transcript: "said by Mara Quill, 00:12:31".
    pub fn said(&self) -> Option<String> {
        match (&self.speaker, self.time) {
            (Some(speaker), Some(time)) => Some(format!("said by {speaker}, {time}")),
            (Some(speaker), None) => Some(format!("said by {speaker}")),
            (None, time) => time.map(|time| format!("said at {time}")),
        }
    }

    /// Whether nobody but the speaker of a transcript stands for it.
    pub fn is_speakers_own(&self) -> bool {
        self.speaker.is_some() && self.claimed_source.as_ref().map(|source| &source.text) == self.speaker.as_ref()
    }
}

impl From<SourceSpan> for ByteRange {
    fn from(span: SourceSpan) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// The kinds of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// A figure.
    Statistic,
    /// Somebody's words.
    Quotation,
    /// What somebody is said to have said.
    Attribution,
    /// Something that happened.
    Event,
    /// An act of a government, parliament, court, police force or army.
    Government,
    /// An act of a company; ownership.
    Business,
    /// Wrongdoing.
    Allegation,
    /// The first, the largest, the only.
    Superlative,
    /// More or less than something else, or than before.
    Comparison,
    /// One thing brought about another.
    Causation,
    /// What a study found; how nature works.
    Science,
    /// Who somebody is.
    Identity,
    /// Where something is.
    Place,
    /// What somebody intends or forecasts.
    Plan,
    /// Anything else that can be checked.
    General,
}

impl ClaimKind {
    /// All kinds, in the order of the enum.
    pub const ALL: &[Self] = &[
        Self::Statistic,
        Self::Quotation,
        Self::Attribution,
        Self::Event,
        Self::Government,
        Self::Business,
        Self::Allegation,
        Self::Superlative,
        Self::Comparison,
        Self::Causation,
        Self::Science,
        Self::Identity,
        Self::Place,
        Self::Plan,
        Self::General,
    ];

    /// Its name, as in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statistic => "statistic",
            Self::Quotation => "quotation",
            Self::Attribution => "attribution",
            Self::Event => "event",
            Self::Government => "government",
            Self::Business => "business",
            Self::Allegation => "allegation",
            Self::Superlative => "superlative",
            Self::Comparison => "comparison",
            Self::Causation => "causation",
            Self::Science => "science",
            Self::Identity => "identity",
            Self::Place => "place",
            Self::Plan => "plan",
            Self::General => "general",
        }
    }
}

/// How soon to check a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// When there is time.
    Low,
    /// As a matter of course.
    Medium,
    /// First.
    High,
}

impl Priority {
    /// Its name, as in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One thing that spoke for or against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule or signal.
    pub signal: Cow<'static, str>,
    /// The words that raised it, or what it means where no words did.
    pub text: String,
    /// How much it weighed; negative speaks against.
    pub weight: f64,
}

/// What stands around a claim in its block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The sentence before; empty at the block's start.
    pub before: String,
    /// The sentence behind; empty at the block's end.
    pub after: String,
}

/// One thing in a claim that a checker ticks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is.
    pub role: FactRole,
    /// Its words.
    pub text: String,
    /// Its place in the file.
    pub span: ByteRange,
    /// Its value, where it could be normalised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<FactValue>,
    /// What to verify.
    pub verify: Cow<'static, str>,
    /// What the reporter's documents say of it, where some were searched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

/// What a [`Fact`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactRole {
    /// A number with its unit and qualifier.
    Figure,
    /// A date or time.
    Date,
    /// Words within quotation marks.
    Quote,
    /// A person, organisation, law or work.
    Name,
    /// A title or description.
    Role,
    /// The first, the largest.
    Superlative,
    /// More than, rose.
    Comparison,
    /// A word that bends the claim: always, all, only.
    Qualifier,
    /// Who said it.
    Speaker,
    /// A place.
    Place,
    /// What was done.
    Action,
    /// What brought it about.
    Cause,
}

/// A normalised value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// A number with its unit.
    Quantity(Quantity),
    /// A date.
    Date(DateValue),
}

/// A place to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// The place, or what to do.
    pub label: String,
    /// A link that already holds the query, where there is one.
    pub url: Option<String>,
    /// Why this place for this claim.
    pub why: String,
}

/// A sentence in which nothing checkable was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// Its words, without markup.
    pub text: String,
    /// Its place in the file.
    pub span: ByteRange,
    /// Line from 1.
    pub line: u32,
    /// Why it was set aside, in a word or two: "opinion", "question".
    pub reason: String,
    /// How much it looked worth checking, 0 to 1.
    pub score: f64,
}

/// A name of the article in all its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameEntry {
    /// The fullest form.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// Titles and descriptions that the draft gives.
    pub titles: Vec<String>,
    /// How often it is mentioned, in any form.
    pub count: u32,
    /// The lines, each once, rising.
    pub lines: Vec<u32>,
    /// Other forms that were joined to it.
    pub variants: Vec<String>,
    /// What to verify about it.
    pub verify: String,
}
