//! What the analysis yields: claims with their facts, and sentences set aside. These types are
//! the JSON contract `claimsheet/1` (docs/claimsheet-1.schema.json).

use crate::signal::NameKind;
use crate::text::document::{Document, Timecode};
use crate::text::span::{SourceSpan, Span};
use crate::text::value::{DateValue, Quantity};
use serde::{Deserialize, Serialize};
use std::ops::Range;

mod evidence;
mod excerpt;
mod finding;
mod reason;
pub(crate) mod source;
mod to_verify;

pub use crate::claims::id::{Ids, normalised};
pub use evidence::{Evidence, EvidencePlace, EvidenceStatus, Place};
pub use excerpt::Stretch;
pub use finding::{Finding, FindingPlace, Severity};
pub use reason::{Reason, ReasonKind};
pub use source::{ClaimedSource, ClaimedSourceKind};
pub use to_verify::{ToVerify, Verify};

/// Everything that the analysis of one article yields, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
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
#[non_exhaustive]
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
    /// Its place in the prose; not in the JSON.
    #[serde(skip)]
    pub prose: Span,
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
    /// What can be checked, ticked or not, in the order of the text.
    pub facts: Vec<Fact>,
    /// What the draft itself offers as source.
    pub claimed_source: Option<ClaimedSource>,
    /// Where to look.
    pub prompts: Vec<Prompt>,
    /// Lines on which it is repeated.
    pub also: Vec<u32>,
    /// Where in the prose it is repeated in the same words; not in the JSON.
    #[serde(skip)]
    pub repeats: Vec<Span>,
}

/// A half-open range of bytes, of the file that was read where nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Claim {
    /// Where a fact stands in the claim, in bytes of its text; none for one that stands elsewhere, as who began to
    /// speak before.
    pub fn within(&self, fact: &Fact) -> Option<Range<usize>> {
        let start = (fact.prose.start as usize).checked_sub(self.prose.start as usize)?;
        self.prose.contains(fact.prose).then(|| start..start + fact.prose.len())
    }

    /// The facts that a checker ticks, in the order of the text.
    pub fn ticks(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.tick)
    }

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

named! {
    /// The kinds of claims.
    #[non_exhaustive]
    pub enum ClaimKind {
        /// A figure.
        Statistic = "statistic",
        /// Somebody's words.
        Quotation = "quotation",
        /// What somebody is said to have said.
        Attribution = "attribution",
        /// Something that happened.
        Event = "event",
        /// An act of a government, parliament, court, police force or army.
        Government = "government",
        /// An act of a company; ownership.
        Business = "business",
        /// Wrongdoing.
        Allegation = "allegation",
        /// The first, the largest, the only.
        Superlative = "superlative",
        /// More or less than something else, or than before.
        Comparison = "comparison",
        /// One thing brought about another.
        Causation = "causation",
        /// What a study found; how nature works.
        Science = "science",
        /// Who somebody is.
        Identity = "identity",
        /// Where something is.
        Place = "place",
        /// What somebody intends or forecasts.
        Plan = "plan",
        /// Anything else that can be checked.
        General = "general",
    }
}

named! {
    /// How soon to check a claim.
    pub enum Priority {
        /// When there is time.
        Low = "low",
        /// As a matter of course.
        Medium = "medium",
        /// First.
        High = "high",
    }
}

/// What stands around a claim in its block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Context {
    /// The sentence before; empty at the block's start.
    pub before: String,
    /// The sentence behind; empty at the block's end.
    pub after: String,
}

/// One thing in a claim that can be checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fact {
    /// What it is.
    pub role: FactRole,
    /// Its words.
    pub text: String,
    /// Its place in the file.
    pub span: ByteRange,
    /// Its place in the prose; not in the JSON.
    #[serde(skip)]
    pub prose: Span,
    /// Its value, where it could be normalised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<FactValue>,
    /// What to verify.
    pub verify: ToVerify,
    /// Whether it is among the few that a checker ticks.
    #[serde(default = "ticked")]
    pub tick: bool,
    /// Why it is not, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
    /// What the reporter's documents say of it, where some were searched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

impl Fact {
    /// The fact at `span` of the prose of `document`.
    pub fn at(document: &Document, span: Span, role: FactRole, value: Option<FactValue>, verify: ToVerify) -> Self {
        let text = document.text(span).to_owned();
        Self {
            role,
            text,
            span: document.source_span(span).into(),
            prose: span,
            value,
            verify,
            tick: true,
            left_out: None,
            evidence: None,
        }
    }

    /// Takes it from those that are ticked.
    pub(crate) fn leave_out(&mut self, why: LeftOut) {
        self.tick = false;
        self.left_out = Some(why);
    }
}

const fn ticked() -> bool {
    true
}

named! {
    /// Why a [`Fact`] is not ticked.
    #[non_exhaustive]
    pub enum LeftOut {
        /// Its spelling is checked once an article.
        InNames = "checked once, under Names",
        /// Another fact of the claim holds it.
        Covered = "another tick covers it",
        /// The claim rests on others.
        Minor = "the claim rests on others",
    }
}

named! {
    /// What a [`Fact`] is.
    #[non_exhaustive]
    pub enum FactRole {
        /// A number with its unit and qualifier.
        Figure = "figure",
        /// A date or time.
        Date = "date",
        /// Words within quotation marks.
        Quote = "quote",
        /// A person, organisation, law or work.
        Name = "name",
        /// A title or description.
        Role = "role",
        /// The first, the largest.
        Superlative = "superlative",
        /// More than, rose.
        Comparison = "comparison",
        /// A word that bends the claim: always, all, only.
        Qualifier = "qualifier",
        /// Who said it.
        Speaker = "speaker",
        /// A place.
        Place = "place",
        /// What was done.
        Action = "action",
        /// What brought it about.
        Cause = "cause",
    }
}

/// A normalised value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum FactValue {
    /// A number with its unit.
    Quantity(Quantity),
    /// A date.
    Date(DateValue),
}

/// A place to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct SetAside {
    /// Its words, without markup.
    pub text: String,
    /// Its place in the file.
    pub span: ByteRange,
    /// Its place in the prose; not in the JSON.
    #[serde(skip)]
    pub prose: Span,
    /// Line from 1.
    pub line: u32,
    /// Why it was set aside.
    pub reason: SetAsideReason,
    /// How much it looked worth checking, 0 to 1.
    pub score: f64,
    /// What people wrote beside it in the draft: `comment by E. Orr: who says so?`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<String>,
}

named! {
    /// Why a sentence was set aside, in a word or two.
    #[non_exhaustive]
    pub enum SetAsideReason {
        /// It only says who speaks before or behind it.
        Frame = "names who says what stands beside it",
        /// It tells of the publication: `Editing by …`.
        NoteOfPublication = "note of the publication",
        /// It leads to another article.
        RelatedLink = "related link",
        /// It signs a letter or message.
        Signature = "signature",
        /// It names who took a picture.
        Credit = "credit",
        /// It names what the cells of a table tell.
        HeadOfTable = "head of a table",
        /// It is what the draft offers for its claims.
        Footnote = "footnote",
        /// It names a work that the draft cites.
        Reference = "list of references",
        /// It names a part of the article.
        Heading = "heading",
        /// It asks.
        Question = "question",
        /// It leads from one thing to the next.
        Transition = "transition",
        /// It says what should be done.
        CallToAct = "call to act",
        /// It says what the author expects.
        AuthorsForecast = "author's forecast",
        /// The same of the speaker of a transcript.
        SpeakersForecast = "speaker's forecast",
        /// It values.
        Opinion = "opinion",
        /// It guesses.
        Speculation = "speculation",
        /// It tells of the author.
        AboutAuthor = "about the author",
        /// The same of the speaker of a transcript.
        AboutSpeaker = "about the speaker",
        /// There is nothing in it to look up.
        NoDetail = "no checkable detail",
    }
}

impl std::fmt::Display for SetAsideReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// A name of the article in all its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
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
    pub verify: ToVerify,
    /// Whether its spelling is to be checked: not that of a country, a people or a place that the lexicon has, and
    /// which the draft writes in that one form.
    pub tick: bool,
}
