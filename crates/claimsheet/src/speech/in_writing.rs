//! Whether what a claim reports was written: then its text stands where it was published, and nobody recorded it.

use super::placed::PlacedClaim;
use crate::english::sentence::Sentence;
use crate::signal::Signal;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::object;

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

/// Whether the words that a claim gives somebody were written: `she wrote`, `he said in a letter`.
pub(super) fn is_one(claim: &PlacedClaim<'_>) -> bool {
    let article = claim.article;
    claim.records().any(|record| {
        let mut cues = article.signals(record).iter().filter_map(Signal::attribution).map(|said| said.cue);
        article.sentence(record).is_some_and(|sentence| cues.any(|cue| is_written(&sentence, cue)))
    })
}

/// Whether the cue of an attribution tells of writing, or what stands behind "in" under it.
fn is_written(sentence: &Sentence<'_>, cue: Span) -> bool {
    let tree = &sentence.tree;
    let is_cue = |at: usize| sentence.token(at).is_some_and(|token| cue.contains(token.span));
    let is_in = |at: usize| {
        let joint = tree.head(at).filter(|_| sentence.is_any(at, WRITINGS) && tree.is(at, Relation::Pobj));
        let joint = joint.filter(|joint| sentence.is_any(*joint, words!["in", "on", "by", "via"]));
        joint.and_then(|joint| tree.head(joint)).is_some_and(is_cue)
    };
    // "wrote two novels" tells of no words of theirs.
    let writes = |at: usize| is_cue(at) && sentence.is_any(at, WRITES) && object::objects(tree, at).is_empty();
    (0..sentence.tokens.len()).any(|at| writes(at) || is_in(at))
}
