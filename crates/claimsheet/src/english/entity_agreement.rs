//! One name is of one kind throughout an article.
//!
//! The grammar reads each sentence for itself, and so may take `Lund` for a firm in one and for a person in the next.
//! Here the mentions of a word vote: each counts once for its kind, a full name twice for the words by which it is told
//! of again: those of a person's, the first of a firm's with its form (`Alder Group`). Before that, names that the
//! gazetteer knows get the kind that it tells.

use crate::english::gazetteer;
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::names::FORMS_OF_FIRMS;
use crate::english::token::{Case, Token, TokenKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::{Entity, EntityType};
use rustc_hash::FxHashMap as HashMap;

/// What a full name counts for a word by which it is told of again.
const FULL_NAME: u16 = 2;

/// Most words of a person's name that the gazetteer tells.
const MOST_NAMES: usize = 3;

/// Nouns of bodies, places and laws, and names of known places and groups.
const NO_PEOPLE: Classes = Classes::of(Class::OrgNoun)
    .with(Classes::of(Class::GovernmentBody))
    .with(Classes::of(Class::PlaceNoun))
    .with(Classes::of(Class::LawNoun))
    .with(Classes::of(Class::Place))
    .with(Classes::of(Class::Group));

/// Kinds of names; the others count or date.
const KINDS: usize = EntityType::Language as usize + 1;

/// How often each kind was found for a word.
type Votes = [u16; KINDS];

/// Gives each entity of one word in `entities`, which stand beside `tokens`, the kind that most mentions of that word
/// in the article have. Of kinds that are found equally often it keeps its own.
pub(crate) fn agree(tokens: &[Token], entities: &mut [Option<Entity>]) {
    correct(tokens, entities);
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

/// Gives the names that the gazetteer knows the kind that it tells.
fn correct(tokens: &[Token], entities: &mut [Option<Entity>]) {
    let mut rest = entities;
    while !rest.is_empty() {
        let first = rest.first().copied().flatten();
        let inner = rest.iter().skip(1).take_while(|next| next.is_some_and(|next| !next.begins)).count();
        let at = tokens.len() - rest.len();
        let length = if first.is_some() { 1 + inner } else { 1 };
        let (name, behind) = rest.split_at_mut(length);
        let kind = first.zip(tokens.get(at..at + length)).and_then(|(own, words)| told(words, own.kind));
        if let Some(kind) = kind {
            name.iter_mut().flatten().for_each(|entity| entity.kind = kind);
        }
        rest = behind;
    }
}

/// What a name that the grammar takes for something of kind `own` cannot be but, as the gazetteer has it: a town in
/// place of a person or work, a person with a given name in place of a body or town. A team is called as its town is.
fn told(name: &[Token], own: EntityType) -> Option<EntityType> {
    use EntityType::{Fac, Gpe, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
    let known = |words: &[&Token]| gazetteer::known(words.iter().map(|token| token.word));
    let words: Vec<&Token> = name.iter().filter(|token| token.kind != TokenKind::Hyphen).collect();
    let whole = known(&words);
    if matches!(own, Person | Norp | WorkOfArt | Product | Law) && whole.is_town() {
        return (whole.given_name().is_none() && !whole.is_surname()).then_some(Gpe);
    }
    let [given, .., surname] = words.as_slice() else { return None };
    let is_plain = |token: &&Token| token.case == Case::Capital && token.is_word() && !token.classes.any(NO_PEOPLE);
    let is_given = known(&[*given]).given_name().is_some() && !known(&[*given]).is_town();
    let is_surname = known(&[*surname]).is_surname() && !whole.is_town();
    let is_other = matches!(own, Org | Gpe | Loc | Fac | WorkOfArt | Product | Law | Norp);
    (is_other && is_given && is_surname && words.len() <= MOST_NAMES && words.iter().all(is_plain)).then_some(Person)
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
    fn a_known_town_is_none_of_a_persons_and_whoever_has_a_given_name_and_a_surname_is_a_person() {
        let words = [("Toulouse", "B-PERSON"), ("and", "O"), ("Terre", "B-WORK_OF_ART"), ("Haute", "I-WORK_OF_ART")];
        assert_eq!(agreed(&words), ["GPE", "-", "GPE", "GPE"]);
        let words = [("Agnieszka", "B-ORG"), ("Anderson", "I-ORG"), ("left", "O"), ("Toulouse", "B-ORG")];
        assert_eq!(agreed(&words), ["PERSON", "PERSON", "-", "ORG"]);
        let words =
            [("Anderson", "B-ORG"), ("Council", "I-ORG"), ("and", "O"), ("Ruth", "B-ORG"), ("Shipping", "I-ORG")];
        assert_eq!(agreed(&words), ["ORG", "ORG", "-", "ORG", "ORG"]);
        let words = [("Madison", "B-PERSON"), ("spoke", "O")];
        assert_eq!(agreed(&words), ["PERSON", "-"]);
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
