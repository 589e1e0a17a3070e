//! Whether somebody is a woman or a man, as far as a title or a first name tells.

use crate::annotated_text::AnnotatedText;
use crate::english::gazetteer::{self, Bearer};
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::phrase_lists::gender::{MEN, TITLES_OF_MEN, TITLES_OF_WOMEN, WOMEN};
use crate::english::phrase_lists::is_listed;
use crate::english::token::Token;
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::FxHashMap;

/// What stands before somebody's names and is none of them.
const OFFICES: Classes = Classes::of(Class::PersonTitle)
    .with(Classes::of(Class::RoleNoun))
    .with(Classes::of(Class::OrgNoun))
    .with(Classes::of(Class::GovernmentBody))
    .with(Classes::of(Class::Place))
    .with(Classes::of(Class::Group))
    .with(Classes::of(Class::SurnameParticle));

/// Whom "she" or "he" can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// "she"
    Woman,
    /// "he"
    Man,
}

impl Gender {
    /// Of whom a pronoun speaks; none of "they" and "it".
    pub(super) fn of_pronoun(words: Passage<'_>) -> Option<Self> {
        if words.is_word(Class::Feminine) {
            Some(Self::Woman)
        } else {
            words.is_word(Class::Masculine).then_some(Self::Man)
        }
    }

    /// By a title within a name or office, or right before it.
    fn by_title(text: &AnnotatedText<'_>, span: Span) -> Option<Self> {
        let (_, given) = text.passage(span).tokens.split_last()?;
        let before = text.before(span.start).tokens.iter().rev().find(|token| token.is_word());
        given.iter().chain(before).find_map(Self::of_title)
    }

    /// By the given names of somebody, or one that stands alone and is no surname.
    fn by_given_name(text: &AnnotatedText<'_>, span: Span) -> Option<Self> {
        let (surname, given) = text.passage(span).tokens.split_last()?;
        let alone = given.is_empty().then_some(surname).filter(|name| !gazetteer::known([name.word]).is_surname());
        given_names(given).iter().chain(alone).find_map(Self::of_given_name)
    }

    fn of_title(token: &Token) -> Option<Self> {
        Self::listed(token, TITLES_OF_WOMEN, TITLES_OF_MEN)
    }

    fn listed(token: &Token, women: &[Phrase], men: &[Phrase]) -> Option<Self> {
        if is_listed(women, token.word) { Some(Self::Woman) } else { is_listed(men, token.word).then_some(Self::Man) }
    }

    fn of_given_name(token: &Token) -> Option<Self> {
        let known = || match gazetteer::known([token.word]).given_name()? {
            Bearer::Woman => Some(Self::Woman),
            Bearer::Man => Some(Self::Man),
            Bearer::Either => None,
        };
        Self::listed(token, WOMEN, MEN).or_else(known)
    }
}

/// The words of a name but the surname that are no office's: `Karl` of `Ohio Harbour Police Capt. Karl Lund`.
fn given_names(name: &[Token]) -> &[Token] {
    let is_office = |token: &Token| token.classes.any(OFFICES);
    let first = name.iter().rposition(is_office).map_or(0, |office| office + 1);
    name.get(first..).unwrap_or_default()
}

/// What the whole names of a text tell of those who are named again by their surname.
pub(super) struct Genders(FxHashMap<WordId, Told>);

/// What the whole names with one surname tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing: no title, and a given name that is unknown.
    Nothing,
    /// That all who bear it are women, or men.
    Gender(Gender),
    /// That women and men bear it.
    Both,
}

impl Genders {
    /// Of the names of a text.
    pub(super) fn of(text: &AnnotatedText<'_>, names: impl Iterator<Item = Span>) -> Self {
        let mut by_surname: FxHashMap<WordId, Told> = FxHashMap::default();
        for name in names {
            let Some((surname, given)) = text.passage(name).tokens.split_last() else { continue };
            let by_given_name = || given_names(given).iter().find_map(Gender::of_given_name);
            let gender = Gender::by_title(text, name).or_else(by_given_name);
            if gender.is_none() && given_names(given).is_empty() {
                continue;
            }
            let told = by_surname.entry(surname.word).or_insert(Told::Nothing);
            *told = match (*told, gender) {
                (told, None) => told,
                (Told::Gender(other), Some(gender)) if other != gender => Told::Both,
                (Told::Both, Some(_)) => Told::Both,
                (_, Some(gender)) => Told::Gender(gender),
            };
        }
        Self(by_surname)
    }

    /// Of whoever is named at `span`.
    pub(super) fn at(&self, text: &AnnotatedText<'_>, span: Span) -> Option<Gender> {
        let name = text.passage(span).tokens;
        let by_surname = name.last().and_then(|surname| self.0.get(&surname.word));
        let by_surname = by_surname.map(|told| match told {
            Told::Gender(gender) => Some(*gender),
            Told::Nothing | Told::Both => None,
        });
        let by_names = || match (name, by_surname) {
            // "Felix" of "Zubela Felix" is no given name.
            ([_], Some(gender)) => gender,
            _ => Gender::by_given_name(text, span).or(by_surname.flatten()),
        };
        Gender::by_title(text, span).or_else(by_names)
    }
}
