//! Verbs that do what they say, as performatives do: "endorsed Ruth Lund", "rejected the plan", "announced a toll"; and those
//! with which somebody only holds something of it.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, SignalKind};
use claimsheet_grammar::view::subject;
use claimsheet_grammar::{Relation, Tag};

/// `endorsed Ruth Lund`, `rejected the plan`, `was criticised by the union`: a verb of saying as a deed, of which no clause
/// and no quotation tells what was said.
pub(crate) fn is_one(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let is_noun = |at: usize| tree.tag(at).is_some_and(Tag::is_noun);
    let has_object = || tree.children_as(verb, Relation::Dobj).any(|at| at > verb && is_noun(at));
    let is_done_by = || subject::is_passive(tree, verb) && !subject::agents(tree, verb).is_empty();
    let tells = tree.children(verb).any(|at| matches!(tree.relation(at), Some(Relation::Ccomp | Relation::Parataxis)));
    sentence.quoted.is_empty() && !tells && (has_object() || is_done_by())
}

/// Whether all that a passage says to be said is done by saying it.
pub(crate) fn is_all(passage: &SentenceGroup<'_>) -> bool {
    passage.signals_of(SignalKind::Attribution).filter_map(Signal::attribution).all(|said| {
        let record = passage.text.sentence_at(said.cue.start);
        let Some(sentence) = record.and_then(|record| passage.text.sentence(record)) else { return false };
        let verb = sentence.token_at(said.cue.start);
        sentence.tree.tag(verb).is_some_and(Tag::is_verb) && is_one(&sentence, verb)
    })
}

/// Whether all that the sentences attribute is what somebody holds of something ("seeks a first victory"), and they quote
/// nobody.
pub(crate) fn is_only_held<'a>(
    article: &AnnotatedText<'a>,
    records: impl IntoIterator<Item = &'a SentenceRecord>,
) -> bool {
    let mut held = 0;
    for record in records {
        let Some(sentence) = article.sentence(record) else { return false };
        for said in article.signals(record).iter().filter_map(Signal::attribution) {
            let verb = sentence.token_at(said.cue.start);
            let is_belief = sentence.is(verb, Class::BeliefVerb) && !sentence.is(verb, Class::SpeechVerb);
            if !is_belief || !is_one(&sentence, verb) {
                return false;
            }
            held += 1;
        }
    }
    held > 0
}
