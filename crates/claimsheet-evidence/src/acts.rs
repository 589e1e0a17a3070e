//! What a sentence says is done, whether it denies it, and how surely it says so.

use crate::terms::terms;
use claimsheet::english::sentence::Sentence;
use claimsheet_grammar::view::{Mood, Tense, VerbGroup, object, subject, verb_group};
use claimsheet_grammar::{Relation, Tree};

/// A verb with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Act {
    /// The byte of the sentence where the verb begins.
    pub(crate) at: usize,
    /// The verb as it is compared.
    pub(crate) term: String,
    /// Whether it is said not to be done, or that nobody does it.
    pub(crate) is_denied: bool,
    /// How surely.
    pub(crate) strength: Strength,
}

/// How surely something is said to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// It could be, is planned, or depends on something.
    Open,
    /// It is to come.
    Coming,
    /// It is or was done.
    Done,
}

/// Words that stand before what there is none of.
const NONE: &[&str] = &["no", "none", "nobody", "nothing", "neither", "nor", "never"];

/// Words that open what something depends on.
const CONDITIONS: &[&str] = &["if", "unless", "provided", "until"];

/// Verbs, as terms, whose object is not done yet.
const INTENDS: &[&str] =
    &["plan", "intend", "hop", "propos", "consider", "aim", "want", "seek", "wish", "recommend", "undertak", "consult"];

/// The acts of a sentence, in the order of the text. Forms of "be", "have" and "do" tell none.
pub(crate) fn acts(sentence: &Sentence<'_>) -> Vec<Act> {
    (0..sentence.tree.len()).filter_map(|at| act(sentence, at)).collect()
}

fn act(sentence: &Sentence<'_>, at: usize) -> Option<Act> {
    let tree = &sentence.tree;
    let group = verb_group::of(tree, at).filter(|group| group.verb == at)?;
    let token = sentence.token(at)?;
    let (_, term) = terms(sentence.word(at)).pop()?;
    Some(Act {
        at: token.span.start.saturating_sub(sentence.span.start) as usize,
        term,
        is_denied: is_denied(sentence, &group),
        strength: strength(sentence, &group),
    })
}

fn is_word(sentence: &Sentence<'_>, at: usize, list: &[&str]) -> bool {
    list.contains(&sentence.word(at).to_lowercase().as_str())
}

/// Whether the verb is denied, itself or by what does it or is done.
fn is_denied(sentence: &Sentence<'_>, group: &VerbGroup) -> bool {
    let tree = &sentence.tree;
    let none = |at: usize| is_word(sentence, at, NONE);
    let with = subject::of(tree, group.verb).into_iter().chain(object::objects(tree, group.verb));
    group.is_negated
        || tree.children(group.verb).any(none)
        || with.into_iter().any(|noun| none(noun) || tree.children(noun).any(none))
}

fn strength(sentence: &Sentence<'_>, group: &VerbGroup) -> Strength {
    let tree = &sentence.tree;
    let verb = group.verb;
    if matches!(group.mood, Mood::Conditional | Mood::Modal)
        || is_conditional(sentence, tree, verb)
        || is_intended(sentence, tree, verb)
    {
        return Strength::Open;
    }
    match group.tense {
        Tense::Future | Tense::FuturePerfect => Strength::Coming,
        Tense::None if tree.is(verb, Relation::Xcomp) => Strength::Coming,
        _ => Strength::Done,
    }
}

/// Whether the verb depends on a condition, or states one.
fn is_conditional(sentence: &Sentence<'_>, tree: &Tree<'_>, verb: usize) -> bool {
    let opens = |clause: usize| tree.children(clause).any(|mark| is_word(sentence, mark, CONDITIONS));
    tree.upwards(verb).any(|above| tree.is(above, Relation::Advcl) && opens(above))
        || tree.children_as(verb, Relation::Advcl).any(opens)
}

/// Whether the verb is what somebody plans, wants or proposes.
fn is_intended(sentence: &Sentence<'_>, tree: &Tree<'_>, verb: usize) -> bool {
    let of = matches!(tree.relation(verb), Some(Relation::Xcomp | Relation::Ccomp | Relation::Acl));
    of && tree.head(verb).is_some_and(|head| {
        terms(sentence.word(head)).iter().any(|(_, term)| INTENDS.contains(&term.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use claimsheet::annotated_text::AnnotatedText;
    use claimsheet::{Document, Options};

    fn of(text: &str, verb: &str) -> (bool, Strength) {
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        let sentence = annotated.sentence(annotated.sentences.first().unwrap()).unwrap();
        let found = acts(&sentence).into_iter().find(|act| text.get(act.at..).unwrap().starts_with(verb));
        let act = found.unwrap_or_else(|| panic!("no {verb} in {text}"));
        (act.is_denied, act.strength)
    }

    #[test]
    fn an_act_is_told_from_its_denial() {
        assert_eq!(of("The harbour board has not sold the crane.", "sold"), (true, Strength::Done));
        assert_eq!(of("The harbour board has sold the crane.", "sold"), (false, Strength::Done));
        assert!(of("Nobody signed the lease.", "signed").0);
        assert!(of("The board signed no lease.", "signed").0);
    }

    #[test]
    fn what_is_done_is_told_from_what_could_be() {
        assert_eq!(of("The ferry could close next year.", "close").1, Strength::Open);
        assert_eq!(of("The ferry will close next year.", "close").1, Strength::Coming);
        assert_eq!(of("The ferry closed last year.", "closed").1, Strength::Done);
        assert_eq!(of("The board plans to close the ferry.", "close").1, Strength::Open);
    }
}
