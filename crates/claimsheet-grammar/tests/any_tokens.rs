//! What holds for any sequence of tokens, sentence or not.

use claimsheet_grammar::view::{apposition, clause, coordination, noun_phrase, object, subject, verb_group};
use claimsheet_grammar::{Annotator, Model, Tree};
use proptest::collection::vec;
use proptest::prelude::*;

/// Words that make sentences, and whatever else.
fn token() -> impl Strategy<Value = String> {
    let words = [
        "the", "mayor", "Ida", "Pell", "said", "has", "been", "not", "don't", "we're", "and", ",", ".", "“", "”",
        "who", "sold", "to", "of", "in", "2019", "%", "'s", "-", "US", "if", "would", "that", "bread", "", "…",
        "éclair",
    ];
    prop_oneof![3 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn has_one_root_above_all(tree: &Tree) -> bool {
    let root = tree.root();
    (0..tree.len()).filter(|at| tree.head(*at).is_none()).count() == usize::from(!tree.is_empty())
        && (0..tree.len()).all(|at| tree.upwards(at).last() == root)
}

fn entities_are_whole(tree: &Tree) -> bool {
    (0..tree.len()).all(|at| {
        let before = at.checked_sub(1).and_then(|at| tree.entities[at]);
        tree.entities[at].is_none_or(|entity| entity.begins || before.is_some_and(|before| before.kind == entity.kind))
    })
}

proptest! {
    #[test]
    fn any_sequence_of_tokens_has_a_tree(forms in vec(token(), 0..60)) {
        let mut annotator = Annotator::new(Model::built_in());
        let tree = annotator.annotate(forms.iter().map(String::as_str));
        prop_assert_eq!(tree.len(), forms.len());
        prop_assert_eq!(tree.tags.len(), forms.len());
        prop_assert_eq!(tree.relations.len(), forms.len());
        prop_assert_eq!(tree.functions.len(), forms.len());
        prop_assert!(has_one_root_above_all(&tree));
        prop_assert!(entities_are_whole(&tree));
    }

    #[test]
    fn what_was_read_before_changes_nothing(first in vec(token(), 0..30), second in vec(token(), 0..30)) {
        let mut used = Annotator::new(Model::built_in());
        used.annotate(first.iter().map(String::as_str));
        let used = used.annotate(second.iter().map(String::as_str));
        let mut fresh = Annotator::new(Model::built_in());
        let fresh = fresh.annotate(second.iter().map(String::as_str));
        prop_assert_eq!((used.tags, used.heads, used.relations), (fresh.tags, fresh.heads, fresh.relations));
        prop_assert_eq!(used.entities, fresh.entities);
    }

    #[test]
    fn every_question_about_every_token_has_an_answer_within_the_sentence(forms in vec(token(), 0..40)) {
        let mut annotator = Annotator::new(Model::built_in());
        let tree = annotator.annotate(forms.iter().map(String::as_str));
        let within = |at: &usize| *at < forms.len();
        prop_assert!(apposition::pairs(&tree).all(|(noun, other)| within(&noun) && within(&other)));
        for at in 0..forms.len() {
            let clause = clause::range(&tree, at);
            prop_assert!(clause.start < clause.end && clause.end <= forms.len());
            prop_assert!(clause::head(&tree, at).is_some());
            prop_assert!(clause::finite_verb(&tree, at).iter().all(within));
            let phrase = noun_phrase::of(&tree, at).unwrap();
            prop_assert!(phrase.whole.contains(&at) && phrase.whole.end <= forms.len());
            prop_assert!(phrase.core.contains(&at) && phrase.core.end <= forms.len());
            prop_assert!(coordination::conjuncts(&tree, at).contains(&at));
            prop_assert!(subject::of(&tree, at).iter().all(within));
            prop_assert!(subject::agents(&tree, at).iter().all(within));
            prop_assert!(object::objects(&tree, at).iter().all(within));
            prop_assert!(verb_group::of(&tree, at).is_none_or(|group| within(&group.verb)));
        }
        let outside = forms.len();
        prop_assert!(noun_phrase::of(&tree, outside).is_none() && verb_group::of(&tree, outside).is_none());
        prop_assert!(clause::range(&tree, outside).is_empty() && subject::of(&tree, outside).is_empty());
    }
}
