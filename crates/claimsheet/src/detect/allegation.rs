#![doc = include_str!("allegation.md")]

use crate::detect::cue_filters;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;

/// Nouns for bodies and for those who hold an office in one.
const OFFICES: Classes = Classes::all(&[
    Class::OrgNoun,
    Class::GovernmentBody,
    Class::GovernmentNoun,
    Class::LawNoun,
    Class::PersonTitle,
    Class::Inquirer,
]);

/// Appends the words of wrongdoing.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    cue_filters::each(sentence, Class::Allegation, SignalKind::Allegation, is_wrong, signals);
}

/// Not where something lies (`low-lying`, `lie in cracks`), nor a parking ticket.
fn is_wrong(sentence: &Sentence<'_>, cue: &Cue) -> bool {
    const PLACES: &[WordId] = words![
        "in", "on", "at", "under", "beneath", "beside", "between", "down", "upside", "along", "near", "off", "within",
        "behind", "below", "above", "there", "around", "across", "ahead", "face", "awake", "flat", "dormant", "low",
        "still", "with", "outside", "inside", "over"
    ];
    let (first, end) = (cue.first as usize, cue.end as usize);
    if sentence.is_any(first, words!["lie", "lying"]) {
        let behind_hyphen = sentence.follows(first, TokenKind::Hyphen);
        return !behind_hyphen && !sentence.is_any(end, PLACES);
    }
    let is_petty = sentence.is_any(first, words!["violation", "violations"])
        && sentence.follows(first, words!["parking", "ticket", "traffic"]);
    let is_animal = sentence.is_any(first, words!["killer"]) && sentence.is_any(end, words!["whale", "whales", "app"]);
    !(is_petty || is_animal || names_office(sentence, first))
}

/// `Criminal division head`, `the fraud office`, `criminal law`: what an office or a field is about, which nobody is
/// charged with.
fn names_office(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let Some(noun) = tree.head(at) else { return false };
    let modifies = |at: usize| matches!(tree.relation(at), Some(Relation::Compound | Relation::Nmod));
    let is_body = || sentence.token(noun).is_some_and(|token| token.classes.any(OFFICES));
    let is_part = || modifies(noun) && tree.head(noun).is_some_and(|head| head > noun);
    let is_adjective = tree.is(at, Relation::Amod) && sentence.is_any(at, words!["criminal"]);
    noun > at && (modifies(at) && is_body() || is_adjective && (is_body() || is_part()))
}
