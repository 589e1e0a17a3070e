//! Whether what a claim reports was written: then its text stands where it was published, and nobody recorded it.

use super::placed::PlacedClaim;
use crate::english::sentence::Sentence;
use crate::text::word_id::WordId;
use claimsheet_grammar::{Relation, Tag};

/// Verbs of who publishes what they say.
const WRITES: &[WordId] =
    words!["tweeted", "tweets", "retweeted", "wrote", "writes", "posted", "posts", "emailed", "e-mailed", "blogged"];

/// What one says something in.
const WRITINGS: &[WordId] = words![
    "statement",
    "letter",
    "memo",
    "memorandum",
    "email",
    "e-mail",
    "tweet",
    "tweets",
    "post",
    "posts",
    "op-ed",
    "blog",
    "column"
];

/// Whether the claim tells of words in writing: `she wrote`, `he said in a letter`.
pub(super) fn is_one(claim: &PlacedClaim<'_>) -> bool {
    claim.claim.claimed_source.is_some() && claim.sentences().any(|sentence| is_told(&sentence))
}

fn is_told(sentence: &Sentence<'_>) -> bool {
    let tree = &sentence.tree;
    let writes = |at: usize| sentence.is_any(at, WRITES) && tree.tag(at).is_some_and(Tag::is_verb);
    let is_in = |at: usize| {
        let joint = tree.head(at).filter(|_| sentence.is_any(at, WRITINGS) && tree.is(at, Relation::Pobj));
        joint.is_some_and(|joint| sentence.is_any(joint, words!["in", "on", "by", "via"]))
    };
    (0..sentence.tokens.len()).any(|at| writes(at) || is_in(at))
}
