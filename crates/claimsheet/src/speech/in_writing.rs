//! Whether what somebody is said to say was written: then its text stands where it was published, and nobody recorded
//! it.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::Class;
use crate::english::noun_phrase;
use crate::english::sentence::Sentence;
use crate::signal::{Attribution, Signal};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::object;

/// Verbs of who publishes what they say.
const WRITES: &[WordId] =
    words!["tweeted", "tweets", "retweeted", "wrote", "writes", "posted", "posts", "emailed", "e-mailed", "blogged"];

/// Documents that are heard or seen.
pub(crate) const SPOKEN: &[WordId] = words![
    "ad",
    "ads",
    "advertisement",
    "documentary",
    "film",
    "footage",
    "interview",
    "interviews",
    "recording",
    "speech",
    "speeches",
    "tape",
    "testimony",
    "video",
    "videos"
];

/// Documents of which what is said "on" or "in" them is not written: "on the record", "in order to".
const IDIOMS: &[WordId] = words!["order", "record"];

/// Whether the words that the sentences give somebody were written: `she wrote`, `he said in a letter`, `the statement
/// says`.
pub(crate) fn is_one<'a>(article: &AnnotatedText<'a>, records: impl IntoIterator<Item = &'a SentenceRecord>) -> bool {
    records.into_iter().any(|record| {
        let mut told = article.signals(record).iter().filter_map(Signal::attribution);
        article.sentence(record).is_some_and(|sentence| told.any(|said| is_written(&sentence, said)))
    })
}

/// Whether the cue of an attribution tells of writing, or what stands behind "in" under it, or who says it is a text.
fn is_written(sentence: &Sentence<'_>, said: Attribution) -> bool {
    let tree = &sentence.tree;
    let is_cue = |at: usize| sentence.token(at).is_some_and(|token| said.cue.contains(token.span));
    let is_in = |at: usize| {
        let joint = tree
            .head(at)
            .filter(|_| is_text(sentence, at) && !sentence.is_any(at, IDIOMS) && tree.is(at, Relation::Pobj));
        let joint = joint.filter(|joint| sentence.is_any(*joint, words!["in", "on", "by", "via"]));
        joint.and_then(|joint| tree.head(joint)).is_some_and(is_cue)
    };
    // "wrote two novels" tells of no words of theirs.
    let writes = |at: usize| is_cue(at) && sentence.is_any(at, WRITES) && object::objects(tree, at).is_empty();
    let says = || is_text(sentence, head_of(sentence, said.speaker));
    (0..sentence.tokens.len()).any(|at| writes(at) || is_in(at)) || says()
}

/// The token of the noun that a speaker is.
fn head_of(sentence: &Sentence<'_>, speaker: Span) -> usize {
    let first = sentence.token_at(speaker.start);
    noun_phrase::head(sentence, first..sentence.token_at(speaker.end).max(first + 1))
}

/// Whether a noun is for something that is read.
fn is_text(sentence: &Sentence<'_>, noun: usize) -> bool {
    sentence.is(noun, Class::DocumentNoun) && !sentence.is_any(noun, SPOKEN)
}
