//! A claim as a row.

use super::end;
use claimsheet::claim::{Claim, ClaimedSource, ClaimedSourceKind};
use serde::Serialize;

/// A claim.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimRow<'a> {
    /// Its id: ten hexadecimal digits that stay the same while the words do.
    pub claim: &'a str,
    /// What kind of assertion it is above all.
    pub kind: &'static str,
    /// What else it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<&'static str>,
    /// How soon to check it.
    pub priority: &'static str,
    /// How much it looks worth checking, from 0 to 1, in hundredths.
    pub score: f64,
    /// Line, or paragraph in files without lines, from 1.
    pub line: u32,
    /// First byte in the article's text.
    pub at: u32,
    /// One past the last byte, where its words do not tell: they are without markup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// Its words.
    pub text: &'a str,
    /// The heading under which it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<&'a str>,
    /// Who says it, as far as the draft tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<&'a str>,
    /// The pronoun, description or short name that stands for the speaker in the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_as: Option<&'a str>,
    /// The words of the draft that name another source than a speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
    /// What sort of source that is: link, footnote, comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_kind: Option<&'static str>,
    /// The address that the draft links.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_url: Option<&'a str>,
    /// When in the recording it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Lines on which it is repeated.
    #[serde(skip_serializing_if = "<[u32]>::is_empty")]
    pub also: &'a [u32],
}

impl<'a> ClaimRow<'a> {
    /// The row of a claim.
    pub fn of(claim: &'a Claim) -> Self {
        let source = claim.claimed_source.as_ref();
        let is_speaker = source.is_some_and(|source| source.kind == ClaimedSourceKind::Attribution);
        let said = source.filter(|_| is_speaker);
        let other = source.filter(|_| !is_speaker);
        let name = said.map(ClaimedSource::name);
        let words = said.map(|said| said.text.as_str());
        Self {
            claim: &claim.id,
            kind: claim.kind.name(),
            tags: claim.tags.iter().map(|tag| tag.name()).collect(),
            priority: claim.priority.name(),
            score: (claim.score * 100.0).round() / 100.0,
            line: claim.line,
            at: claim.span.start,
            end: end(claim.span, &claim.text),
            text: &claim.text,
            section: claim.section.as_deref(),
            speaker: name.or(claim.speaker.as_deref()),
            speaker_as: words.filter(|words| name != Some(words)),
            source: other.map(|source| source.text.as_str()),
            source_kind: other.map(|source| kind(source.kind)),
            source_url: source.and_then(|source| source.url.as_deref()),
            time: claim.time.map(|time| time.to_string()),
            also: &claim.also,
        }
    }
}

const fn kind(kind: ClaimedSourceKind) -> &'static str {
    match kind {
        ClaimedSourceKind::Footnote => "footnote",
        ClaimedSourceKind::Comment => "comment",
        ClaimedSourceKind::Attribution => "attribution",
        _ => "link",
    }
}
