//! What a ranking sees of a fact, a claim or an article: things that a person could name, each with a number.

use crate::text::span::Span;
use crate::text::word_id::WordId;

/// What a [`Feature`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The role of a fact.
    Role,
    /// What is to be verified about it.
    Verify,
    /// How many words it has.
    Words,
    /// One of its words.
    Word,
    /// One of its words, by its role.
    WordOfRole,
    /// Its first word.
    First,
    /// Its last word.
    Last,
    /// The word before it.
    Before,
    /// The word behind it.
    Behind,
    /// The kind of the claim.
    Kind,
    /// What else the claim is.
    Tag,
    /// How many facts of a role the claim has.
    Others,
    /// How many facts the claim has.
    Facts,
    /// It stands within another fact.
    Within,
    /// It holds another fact.
    Holds,
    /// It shares words with another fact.
    Shares,
    /// Which of its kind it is in the claim.
    Nth,
    /// Where in the claim it stands.
    Quarter,
    /// What its name names.
    Named,
    /// How often the article names it.
    Mentions,
    /// Whether the article names it here for the first time.
    Introduced,
    /// Whether the article gives its title.
    Titled,
    /// Whether the draft offers a source.
    Sourced,
    /// How long the claim is.
    Length,
    /// How a number is given.
    Form,
    /// How a number is bent.
    Qualifier,
    /// How precise a date is.
    Precision,
    /// How a date relates to the day of the article.
    Relation,
    /// Two words in a row.
    Pair,
    /// Its place among the claims.
    Position,
    /// Its paragraph.
    Paragraph,
    /// Which quarter of the article it stands in.
    Part,
    /// Words that it shares with the headline.
    Headline,
    /// Something that a desk minds.
    Minds,
    /// A word of the headline or the first paragraphs.
    OfArticle,
    /// How the draft names its source.
    Source,
    /// A word of the source.
    OfSource,
}

/// One thing that is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feature {
    /// What it tells.
    pub what: What,
    /// Of which role of facts it is told; 0 for any.
    role: u64,
    /// Its value as a number.
    value: u64,
    /// The words that it is told of, for explanations.
    pub words: Option<Span>,
}

impl Feature {
    pub(super) const fn new(what: What, value: u64) -> Self {
        Self { what, role: 0, value, words: None }
    }

    /// What is told in these words.
    pub(super) const fn of_words(what: What, words: &str) -> Self {
        Self::new(what, WordId::of(words).number())
    }

    pub(super) const fn word(what: What, word: WordId, words: Span) -> Self {
        Self { what, role: 0, value: word.number(), words: Some(words) }
    }

    /// The same, with the words that it is told of.
    pub(super) const fn told_of(self, words: Span) -> Self {
        Self { words: Some(words), ..self }
    }

    /// The same, told of facts of that role only.
    pub(super) const fn of_role(self, role: u64) -> Self {
        Self { role: role + 1, ..self }
    }

    /// Its place in a table of 2^`bits` weights. Whole numbers, as on every platform.
    pub fn slot(&self, bits: u32) -> usize {
        const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
        let parts = [self.what as u64, self.role, self.value];
        let mixed = parts.iter().fold(0_u64, |hash, part| {
            let hash = (hash ^ part).wrapping_mul(GOLDEN);
            hash ^ hash >> 29
        });
        (mixed.wrapping_mul(GOLDEN) >> (64 - bits)) as usize
    }
}
