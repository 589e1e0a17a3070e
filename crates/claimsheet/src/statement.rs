//! What a sentence states: what it says is done, whether it denies it and how surely, and its clauses.

use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::{Mood, Tense, VerbGroup, clause, object, subject, verb_group};

/// A verb with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Act {
    /// The verb, in the prose.
    pub verb: Span,
    /// Whether it is said not to be done, or that nobody does it.
    pub is_denied: bool,
    /// How surely.
    pub certainty: Certainty,
}

/// How surely something is said to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It could be, is planned, or depends on something.
    Open,
    /// It is to come.
    Coming,
    /// It is or was done.
    Done,
}

/// A clause with a verb that has tense and states something: none in quotation marks, none that only says who speaks,
/// and no relative clause.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clause {
    /// Its words in the prose; without the subject where another clause stands between it and the verb.
    pub span: Span,
    /// The words that are its own and of no clause within it, in order.
    pub own: Vec<Span>,
}

/// Fewest words of a clause that states something.
const FEWEST: usize = 3;

/// Words that stand before what there is none of.
const NONE: &[WordId] = words!["no", "none", "nobody", "nothing", "neither", "nor", "never"];

/// Words that open what something depends on.
const CONDITIONS: &[WordId] = words!["if", "unless", "provided", "until"];

/// Verbs whose object is not done yet.
const INTENDS: &[WordId] = words![
    "plan",
    "plans",
    "planned",
    "planning",
    "intend",
    "intends",
    "intended",
    "hope",
    "hopes",
    "hoped",
    "propose",
    "proposes",
    "proposed",
    "consider",
    "considers",
    "considered",
    "considering",
    "aim",
    "aims",
    "aimed",
    "want",
    "wants",
    "wanted",
    "seek",
    "seeks",
    "sought",
    "seeking",
    "wish",
    "wishes",
    "recommend",
    "recommends",
    "recommended",
    "undertake",
    "undertaken",
    "undertook",
    "undertakes"
];

/// The acts of a sentence, in the order of the text.
pub(crate) fn acts(sentence: &Sentence<'_>) -> Vec<Act> {
    let act = |at: usize| {
        let group = verb_group::of(&sentence.tree, at).filter(|group| group.verb == at)?;
        Some(Act {
            verb: sentence.token(at)?.span,
            is_denied: is_denied(sentence, &group),
            certainty: certainty(sentence, &group),
        })
    };
    (0..sentence.tree.len()).filter_map(act).collect()
}

/// Whether the verb is denied, itself or by what does it or is done.
fn is_denied(sentence: &Sentence<'_>, group: &VerbGroup) -> bool {
    let tree = &sentence.tree;
    let none = |at: usize| sentence.is_any(at, NONE);
    let with = subject::of(tree, group.verb).into_iter().chain(object::objects(tree, group.verb));
    group.is_negated
        || tree.children(group.verb).any(none)
        || with.into_iter().any(|noun| none(noun) || tree.children(noun).any(none))
}

fn certainty(sentence: &Sentence<'_>, group: &VerbGroup) -> Certainty {
    let verb = group.verb;
    if matches!(group.mood, Mood::Conditional | Mood::Modal)
        || is_conditional(sentence, verb)
        || is_intended(sentence, verb)
    {
        return Certainty::Open;
    }
    match group.tense {
        Tense::Future | Tense::FuturePerfect => Certainty::Coming,
        Tense::None if sentence.tree.is(verb, Relation::Xcomp) => Certainty::Coming,
        _ => Certainty::Done,
    }
}

/// Whether the verb depends on a condition, or states one.
fn is_conditional(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    let opens = |clause: usize| tree.children(clause).any(|mark| sentence.is_any(mark, CONDITIONS));
    tree.upwards(verb).any(|above| tree.is(above, Relation::Advcl) && opens(above))
        || tree.children_as(verb, Relation::Advcl).any(opens)
}

/// Whether the verb is what somebody plans, wants or proposes.
fn is_intended(sentence: &Sentence<'_>, verb: usize) -> bool {
    let tree = &sentence.tree;
    matches!(tree.relation(verb), Some(Relation::Xcomp | Relation::Ccomp | Relation::Acl))
        && tree.head(verb).is_some_and(|head| sentence.is_any(head, INTENDS))
}

/// The clauses of a sentence that state something, in the order of the text.
pub(crate) fn clauses(sentence: &Sentence<'_>) -> Vec<Clause> {
    let tree = &sentence.tree;
    let states = |at: &usize| {
        let is_aside = matches!(tree.relation(*at), Some(Relation::Relcl | Relation::Csubj | Relation::Csubjpass));
        clause::is_head(tree, *at) && clause::is_finite(tree, *at) && !is_aside && !sentence.is(*at, Class::SpeechVerb)
    };
    let clause = |head: usize| {
        let span = span(sentence, head).filter(|span| !sentence.is_quoted(*span))?;
        let own = (0..tree.len()).filter(|at| clause::head(tree, *at) == Some(head));
        Some(Clause { span, own: own.filter_map(|at| Some(sentence.token(at)?.span)).collect() })
    };
    (0..tree.len()).filter(states).filter_map(clause).collect()
}

/// The words of a clause.
fn span(sentence: &Sentence<'_>, head: usize) -> Option<Span> {
    let tree = &sentence.tree;
    let mut range = clause::range(tree, head);
    let is_own = |at: usize| clause::head(tree, at) == Some(head);
    if (range.start..head).any(|at| !is_own(at)) {
        let group = verb_group::of(tree, head)?;
        range.start = group.auxiliaries.iter().copied().chain([head]).min()?;
    }
    if let Some(end) = (head + 1..range.end).find(|at| clause::is_head(tree, *at) && !is_own(*at)) {
        range.end = end;
    }
    (range.len() >= FEWEST).then(|| sentence.span_of(range.start, range.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::text::document::Document;

    fn of(text: &str, verb: &str) -> (bool, Certainty) {
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        let sentence = annotated.sentence(annotated.sentences.first().unwrap()).unwrap();
        let found = acts(&sentence).into_iter().find(|act| document.text(act.verb) == verb);
        let act = found.unwrap_or_else(|| panic!("no {verb} in {text}"));
        (act.is_denied, act.certainty)
    }

    #[test]
    fn an_act_is_told_from_its_denial() {
        assert_eq!(of("The harbour board has not sold the crane.", "sold"), (true, Certainty::Done));
        assert_eq!(of("The harbour board has sold the crane.", "sold"), (false, Certainty::Done));
        assert!(of("Nobody signed the lease.", "signed").0);
        assert!(of("The board signed no lease.", "signed").0);
    }

    #[test]
    fn what_is_done_is_told_from_what_could_be() {
        assert_eq!(of("The ferry could close next year.", "close").1, Certainty::Open);
        assert_eq!(of("The ferry will close next year.", "close").1, Certainty::Coming);
        assert_eq!(of("The ferry closed last year.", "closed").1, Certainty::Done);
        assert_eq!(of("The board plans to close the ferry.", "close").1, Certainty::Open);
    }

    #[test]
    fn a_clause_states_something_unless_it_is_quoted_or_tells_who_speaks() {
        let text = "The board, which owns the quay, has sold its cranes.";
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        let sentence = annotated.sentence(annotated.sentences.first().unwrap()).unwrap();
        let told: Vec<&str> = clauses(&sentence).iter().map(|clause| document.text(clause.span)).collect();
        assert_eq!(told, ["has sold its cranes"]);
    }
}
