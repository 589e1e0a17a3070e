//! One name is of one kind throughout an article.
//!
//! The grammar reads each sentence for itself, and so may take `Lund` for a firm in one and for a person in the next.
//! Here the mentions of a word vote: each counts once for its kind, a full name twice for the words by which it is told
//! of again: those of a person's, the first of a firm's with its form (`Alder Group`).

use crate::english::phrase_lists::names::FORMS_OF_FIRMS;
use crate::english::token::{Case, Token};
use crate::text::word_id::WordId;
use claimsheet_grammar::{Entity, EntityType};
use rustc_hash::FxHashMap as HashMap;

/// What a full name counts for a word by which it is told of again.
const FULL_NAME: u16 = 2;

/// Kinds of names; the others count or date.
const KINDS: usize = EntityType::Language as usize + 1;

/// How often each kind was found for a word.
type Votes = [u16; KINDS];

/// Gives each entity of one word in `entities`, which stand beside `tokens`, the kind that most mentions of that word
/// in the article have. Of kinds that are found equally often it keeps its own.
pub(crate) fn agree(tokens: &[Token], entities: &mut [Option<Entity>]) {
    let votes = votes(tokens, entities);
    for at in 0..entities.len() {
        if !is_single(entities, at) {
            continue;
        }
        let word = tokens.get(at).filter(|token| token.case != Case::Lower).and_then(|token| votes.get(&token.word));
        if let (Some(votes), Some(Some(entity))) = (word, entities.get_mut(at)) {
            entity.kind = winner(votes, entity.kind);
        }
    }
}

fn votes(tokens: &[Token], entities: &[Option<Entity>]) -> HashMap<WordId, Votes> {
    let mut votes: HashMap<WordId, Votes> = HashMap::default();
    for (at, (token, entity)) in tokens.iter().zip(entities).enumerate() {
        let Some(entity) = entity.filter(|entity| entity.kind.is_name() && token.is_word()) else { continue };
        let weight = match is_single(entities, at) {
            true => 1,
            false if entity.kind == EntityType::Person => FULL_NAME,
            false if entity.kind == EntityType::Org && is_firm(tokens.get(at + 1), entities, at) => FULL_NAME,
            false => continue,
        };
        if let Some(count) = votes.entry(token.word).or_default().get_mut(entity.kind as usize) {
            *count = count.saturating_add(weight);
        }
    }
    votes
}

/// Whether a body's name begins at `at` and ends behind `next` with the form of a firm.
fn is_firm(next: Option<&Token>, entities: &[Option<Entity>], at: usize) -> bool {
    let goes_on = |at: usize| entities.get(at).copied().flatten().is_some_and(|entity| !entity.begins);
    let begins = entities.get(at).copied().flatten().is_some_and(|entity| entity.begins);
    let is_form = |token: &Token| FORMS_OF_FIRMS.iter().any(|form| form.words() == [token.word]);
    begins && goes_on(at + 1) && !goes_on(at + 2) && next.is_some_and(is_form)
}

/// Whether the entity at `at` is a name of one word.
fn is_single(entities: &[Option<Entity>], at: usize) -> bool {
    let entity = |at: usize| entities.get(at).copied().flatten();
    entity(at).is_some_and(|own| own.begins && own.kind.is_name()) && entity(at + 1).is_none_or(|next| next.begins)
}

/// The kind with most votes: `own` where none has more.
fn winner(votes: &Votes, own: EntityType) -> EntityType {
    let most = |kind: usize| votes.get(kind).copied().unwrap_or_default();
    let best = (0..KINDS).fold(own as usize, |best, kind| if most(kind) > most(best) { kind } else { best });
    EntityType::of_index(best).unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::lexicon::Lexicon;
    use crate::english::token::Tokens;
    use crate::text::span::Span;

    /// The kinds of the entities in `text` behind agreement, where each word has the kind that stands beside it.
    fn agreed(words: &[(&str, &str)]) -> Vec<String> {
        let text: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let text = text.join(" ");
        let mut tokens = Tokens::default();
        tokens.read(&text, Span::new(0, text.len() as u32), &Lexicon::default());
        let mut entities: Vec<Option<Entity>> = words.iter().map(|(_, label)| Entity::of_label(label)).collect();
        agree(&tokens.tokens, &mut entities);
        entities.iter().map(|entity| entity.map_or("-", |entity| entity.kind.label()).to_owned()).collect()
    }

    #[test]
    fn a_surname_alone_is_of_the_kind_of_the_full_name() {
        let words = [("Ann", "B-PERSON"), ("Lund", "I-PERSON"), ("left", "O"), ("Lund", "B-ORG"), ("fell", "O")];
        assert_eq!(agreed(&words), ["PERSON", "PERSON", "-", "PERSON", "-"]);
    }

    #[test]
    fn a_firm_without_its_form_is_the_firm() {
        let words = [("Alder", "B-ORG"), ("Group", "I-ORG"), ("fell", "O"), ("Alder", "B-PERSON"), ("rose", "O")];
        assert_eq!(agreed(&words), ["ORG", "ORG", "-", "ORG", "-"]);
        let words = [("Alder", "B-ORG"), ("Council", "I-ORG"), ("fell", "O"), ("Alder", "B-GPE"), ("rose", "O")];
        assert_eq!(agreed(&words), ["ORG", "ORG", "-", "GPE", "-"]);
    }

    #[test]
    fn most_mentions_decide_and_of_as_many_each_keeps_its_own() {
        let words = [("Okoye", "B-ORG"), ("and", "O"), ("Okoye", "B-GPE"), ("or", "O"), ("Okoye", "B-ORG")];
        assert_eq!(agreed(&words), ["ORG", "-", "ORG", "-", "ORG"]);
        let words = [("Okoye", "B-ORG"), ("and", "O"), ("Okoye", "B-GPE")];
        assert_eq!(agreed(&words), ["ORG", "-", "GPE"]);
    }

    #[test]
    fn a_word_of_a_longer_name_keeps_the_kind_of_that_name() {
        let words = [("Lund", "B-ORG"), ("Marine", "I-ORG"), ("and", "O"), ("Lund", "B-PERSON"), ("Lund", "B-PERSON")];
        assert_eq!(agreed(&words), ["ORG", "ORG", "-", "PERSON", "PERSON"]);
    }
}
