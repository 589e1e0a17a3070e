//! Hashed pieces of a sentence's grammar: what its clauses do, to whom, when and how surely. The same code serves
//! training and the program.

use crate::english::sentence::Sentence;
use crate::sentence_group::SentenceGroup;
use crate::text::span::Span;
use claimsheet_grammar::view::verb_group::{self, Mood, VerbGroup};
use claimsheet_grammar::view::{clause, object, subject};
use claimsheet_grammar::{Relation, Tag};

/// How many numbers a piece can have.
pub const BUCKETS: usize = 1 << 16;

/// What a piece tells of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceGroup {
    /// What its clauses say of whom.
    Clauses,
    /// How its words stand beside and under each other.
    Build,
}

impl PieceGroup {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 2] = [Self::Clauses, Self::Build];

    /// What it is called in explanations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clauses => "what its clauses say of whom",
            Self::Build => "how it is built",
        }
    }
}

/// What a piece holds: part of its number.
#[derive(Clone, Copy)]
enum Kind {
    /// How a clause hangs on the sentence, its tense and mood, whether it is denied.
    Clause,
    /// The same of the main clause, with who acts.
    Main,
    /// A verb and how its clause hangs on the sentence.
    Verb,
    /// Who acts in a clause.
    Subject,
    /// Who does what.
    SubjectVerb,
    /// What is done to what.
    VerbObject,
    /// A word that joins a clause, an auxiliary, a negation.
    Function,
    /// Two words beside each other, by their parts of speech.
    Two,
    /// Three.
    Three,
    /// A word's part of speech, that of its head, and their relation.
    Dependency,
    /// A type of entity, or two after each other.
    Entity,
}

impl Kind {
    const fn group(self) -> PieceGroup {
        match self {
            Self::Two | Self::Three | Self::Dependency | Self::Entity => PieceGroup::Build,
            _ => PieceGroup::Clauses,
        }
    }
}

/// In the parts of a piece: something else than what the number beside it could be.
const OTHER: u64 = 1 << 32;

/// A piece of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrammarPiece {
    /// Its number.
    pub number: u16,
    /// What it tells.
    pub group: PieceGroup,
    /// The word at which it was found.
    pub word: Span,
}

/// Calls `each` with each piece of a passage.
pub fn pieces(passage: &SentenceGroup<'_>, mut each: impl FnMut(GrammarPiece)) {
    let mut at_word = |kind: Kind, parts: &[u64], word: Span| {
        each(GrammarPiece { number: number(kind, parts), group: kind.group(), word });
    };
    let text = passage.text;
    for sentence in passage.records().iter().filter_map(|record| text.sentence(record)) {
        let place = |at: usize| sentence.token(at).map_or(Span::new(0, 0), |token| token.span);
        of_clauses(&sentence, &mut |at, kind, parts| at_word(kind, parts, place(at)));
        of_words(&sentence, &mut |at, kind, parts| at_word(kind, parts, place(at)));
    }
}

fn of_clauses(sentence: &Sentence<'_>, each: &mut impl FnMut(usize, Kind, &[u64])) {
    let tree = &sentence.tree;
    let word = |at: usize| sentence.tokens.get(at).map_or(0, |token| hash(sentence.text(token.span)));
    for verb in 0..tree.len() {
        let Some(relation) = tree.relation(verb) else { continue };
        if matches!(relation, Relation::Mark | Relation::Aux | Relation::Auxpass | Relation::Neg) {
            each(verb, Kind::Function, &[relation as u64, word(verb)]);
        }
        let is_main = relation == Relation::Root;
        if !is_main && !clause::is_head(tree, verb) {
            continue;
        }
        let Some(group) = verb_group::of(tree, verb).filter(|group| group.verb == verb) else {
            each(verb, Kind::Verb, &[relation as u64, word(verb), 1]);
            if is_main {
                each(verb, Kind::Main, &[tree.tag(verb).map_or(0, |tag| 1 + tag as u64)]);
            }
            continue;
        };
        let manner = manner(&group);
        let who = subject::of(tree, verb).first().copied();
        let whose = who.map_or(0, |who| 1 + party(sentence, who));
        each(verb, Kind::Clause, &[relation as u64, manner]);
        each(verb, Kind::Verb, &[relation as u64, word(verb)]);
        each(verb, Kind::Verb, &[word(verb)]);
        each(verb, Kind::Subject, &[whose, u64::from(is_main)]);
        each(verb, Kind::Subject, &[whose, u64::from(is_main), manner]);
        each(verb, Kind::SubjectVerb, &[whose, word(verb)]);
        if let Some(who) = who {
            each(verb, Kind::Subject, &[word(who), OTHER]);
            each(verb, Kind::SubjectVerb, &[word(who), word(verb), 1]);
        }
        for object in object::objects(tree, verb).into_iter().take(2) {
            each(verb, Kind::VerbObject, &[word(verb), word(object)]);
            each(verb, Kind::VerbObject, &[word(verb), party(sentence, object), 1]);
        }
        if is_main {
            each(verb, Kind::Main, &[manner, whose, OTHER]);
            each(verb, Kind::Main, &[tree.tag(verb).map_or(0, |tag| tag as u64), word(verb)]);
        }
    }
}

/// Tense, mood and voice of a verb and whether it is denied, as one number.
fn manner(group: &VerbGroup) -> u64 {
    let mood = match group.mood {
        Mood::Indicative => 0,
        Mood::Conditional => 1,
        Mood::Modal => 2,
        Mood::Imperative => 3,
    };
    let signs = u64::from(group.is_negated) | u64::from(group.is_passive) << 1 | u64::from(group.is_progressive) << 2;
    (group.tense as u64) << 5 | mood << 3 | signs
}

/// What the noun at token `at` stands for: its part of speech and type of entity; a pronoun for itself.
fn party(sentence: &Sentence<'_>, at: usize) -> u64 {
    let tag = sentence.tree.tag(at);
    if matches!(tag, Some(Tag::Prp | Tag::Dt | Tag::Wp | Tag::Ex)) {
        return sentence.tokens.get(at).map_or(0, |token| hash(sentence.text(token.span)));
    }
    let entity = sentence.tree.entity(at).map_or(0, |entity| 1 + entity.kind as u64);
    tag.map_or(0, |tag| 1 + tag as u64) << 8 | entity
}

fn of_words(sentence: &Sentence<'_>, each: &mut impl FnMut(usize, Kind, &[u64])) {
    let tree = &sentence.tree;
    let tag = |at: Option<usize>| at.and_then(|at| tree.tag(at)).map_or(99, |tag| tag as u64);
    let mut last_entity = 0;
    for at in 0..=tree.len() {
        let before = at.checked_sub(1);
        let second = at.checked_sub(2);
        each(at, Kind::Two, &[tag(before), tag(Some(at))]);
        each(at, Kind::Three, &[tag(second), tag(before), tag(Some(at))]);
        if let (Some(relation), head) = (tree.relation(at), tree.head(at)) {
            each(at, Kind::Dependency, &[tag(Some(at)), relation as u64, tag(head)]);
        }
        if let Some(entity) = tree.entity(at).filter(|entity| entity.begins) {
            each(at, Kind::Entity, &[entity.kind as u64]);
            each(at, Kind::Entity, &[entity.kind as u64, 1 + last_entity]);
            last_entity = 1 + entity.kind as u64;
        }
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a of a word in small letters.
fn hash(word: &str) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
    word.bytes().fold(SEED, fold)
}

/// The number of a piece of `parts`.
fn number(kind: Kind, parts: &[u64]) -> u16 {
    let start = (SEED ^ kind as u64).wrapping_mul(PRIME);
    let whole =
        parts.iter().fold(start, |hash, part| (hash.rotate_left(17) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (whole >> (64 - BUCKETS.trailing_zeros())) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotated_text::AnnotatedText;
    use crate::options::Options;
    use crate::text::document::Document;

    /// The pieces of the sentence of that number which tell that.
    fn numbers(text: &str, sentence: usize, group: PieceGroup) -> Vec<u16> {
        let document = Document::from_text(text);
        let options = Options::default();
        let annotated = AnnotatedText::of(&document, &options);
        let mut all = Vec::new();
        if let Some(passage) = SentenceGroup::of(&annotated, sentence..sentence + 1) {
            pieces(&passage, |piece| all.extend((piece.group == group).then_some(piece.number)));
        }
        all
    }

    fn of(text: &str, group: PieceGroup) -> Vec<u16> {
        numbers(text, 0, group)
    }

    #[test]
    fn the_same_build_with_other_words_has_the_same_pieces_of_build() {
        let (quay, dock) = ("The quay fell in spring.", "The dock sank in autumn.");
        assert_eq!(of(quay, PieceGroup::Build), of(dock, PieceGroup::Build));
        assert_ne!(of(quay, PieceGroup::Clauses), of(dock, PieceGroup::Clauses));
    }

    #[test]
    fn what_is_wished_for_has_other_pieces_than_what_happened() {
        let pieces = |text| of(text, PieceGroup::Clauses);
        assert_ne!(pieces("The board sold the quay."), pieces("The board should sell the quay."));
        assert_ne!(pieces("The board sold the quay."), pieces("The board never sold the quay."));
    }

    #[test]
    fn pieces_stay_the_same_on_every_machine() {
        let all = PieceGroup::ALL.into_iter().flat_map(|group| of("The quay opened in 1931.", group));
        let sum: u64 = all.map(u64::from).sum();
        assert_eq!(sum, 848_518);
    }
}
