//! What the draft itself names as where a claim comes from.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What the draft offers as the source of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClaimedSource {
    /// Link, footnote, or the name of who is said to have said it.
    pub kind: ClaimedSourceKind,
    /// The words of the draft that name it.
    pub text: String,
    /// Its address, where the draft links it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whom the pronoun or description `text` most likely stands for; `Ruth Lund’s` for `her office`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probably: Option<String>,
    /// The full name that the draft has for `text`, where that is short: `Ruth Lund` of `Lund`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
    /// The words that are linked to `url`, where they stand beside the speaker `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked: Option<String>,
}

impl ClaimedSource {
    /// A source of that kind, named by those words.
    pub fn new(kind: ClaimedSourceKind, text: String, url: Option<String>) -> Self {
        Self { kind, text, url, probably: None, full_name: None, linked: None }
    }

    /// Who is said to have said it, in the words of the draft.
    pub fn of_speaker(words: &str) -> Self {
        // "His warning" is what he said.
        let owner = OWNERS.iter().find(|(owner, _)| words.eq_ignore_ascii_case(owner));
        let text = owner.map_or(words, |(_, speaker)| speaker).to_owned();
        Self::new(ClaimedSourceKind::Attribution, text, None)
    }

    /// Who it is, as far as the draft tells: whom `text` most likely stands for, else its full name, else its words.
    pub fn name(&self) -> &str {
        self.probably.as_deref().or(self.full_name.as_deref()).unwrap_or(&self.text)
    }

    /// The words that name it, with who that is: `she (probably Ruth Lund)`, `the PRB (Port Review Board)`; of a
    /// surname the full name.
    pub fn who(&self) -> Cow<'_, str> {
        match (&self.probably, &self.full_name) {
            (Some(person), _) => Cow::Owned(format!("{} (probably {person})", self.text)),
            (None, Some(full)) if full.contains(&self.text) => Cow::Borrowed(full),
            (None, Some(full)) => Cow::Owned(format!("{} ({full})", self.text)),
            (None, None) => Cow::Borrowed(&self.text),
        }
    }

    /// The same, and the words that are linked beside it.
    pub fn shown(&self) -> Cow<'_, str> {
        match &self.linked {
            Some(words) => Cow::Owned(format!("{}; link in the draft: {words}", self.who())),
            None => self.who(),
        }
    }
}

/// What a name ends in behind which somebody's office, website or aide stands: `Ruth Lund’s`.
pub(crate) const OWNED: &str = "’s";

/// Whose words are told by a possessive, and who that is.
const OWNERS: &[(&str, &str)] = &[("his", "he"), ("her", "she"), ("their", "they"), ("its", "it")];

/// How the draft names a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ClaimedSourceKind {
    /// A link on the words.
    Link,
    /// A footnote.
    Footnote,
    /// A comment on the words.
    Comment,
    /// "according to …", "… said".
    Attribution,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_shown_with_the_full_one() {
        let shown = [("Lund", "Ruth Lund"), ("the PRB", "Port Review Board")].map(|(text, full)| {
            let source = ClaimedSource { full_name: Some(full.to_owned()), ..ClaimedSource::of_speaker(text) };
            assert_eq!(source.name(), full);
            source.who().into_owned()
        });
        assert_eq!(shown, ["Ruth Lund", "the PRB (Port Review Board)"]);
    }

    #[test]
    fn who_owns_the_words_is_who_says_them() {
        let names: Vec<String> =
            ["His", "their", "Her mother", "Lund"].map(|words| ClaimedSource::of_speaker(words).text).into();
        assert_eq!(names, ["he", "they", "Her mother", "Lund"]);
    }
}
