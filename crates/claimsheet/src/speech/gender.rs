//! Whether somebody is a woman or a man, as far as a title or a first name tells.

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::phrase_lists::gender::{MEN, WOMEN};
use crate::english::phrase_lists::is_listed;
use crate::english::token::Token;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::FxHashMap;

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

    /// By the words of a name or an office but the surname, or by the title right before it.
    fn of_words(text: &AnnotatedText<'_>, span: Span) -> Option<Self> {
        let own = text.passage(span).tokens;
        let (surname, given) = own.split_last()?;
        let title = text.before(span.start).tokens.iter().rev().find(|token| token.is_word());
        let alone = given.is_empty().then_some(surname);
        given.iter().chain(title).chain(alone).find_map(Self::of_word)
    }

    fn of_word(token: &Token) -> Option<Self> {
        if is_listed(WOMEN, token.word) { Some(Self::Woman) } else { is_listed(MEN, token.word).then_some(Self::Man) }
    }
}

/// What the whole names of a text tell of those who are named again by their surname.
pub(super) struct Genders(FxHashMap<WordId, Option<Gender>>);

impl Genders {
    /// Of the names of a text.
    pub(super) fn of(text: &AnnotatedText<'_>, names: impl Iterator<Item = Span>) -> Self {
        let mut by_surname: FxHashMap<WordId, Option<Gender>> = FxHashMap::default();
        for name in names {
            let surname = text.passage(name).tokens.last().map(|token| token.word);
            let Some((surname, gender)) = surname.zip(Gender::of_words(text, name)) else { continue };
            // Of two who share a surname it tells nothing.
            let known = by_surname.entry(surname).or_insert(Some(gender));
            *known = known.filter(|known| *known == gender);
        }
        Self(by_surname)
    }

    /// Of whoever is named at `span`.
    pub(super) fn at(&self, text: &AnnotatedText<'_>, span: Span) -> Option<Gender> {
        let by_surname = || self.0.get(&text.passage(span).tokens.last()?.word).copied().flatten();
        Gender::of_words(text, span).or_else(by_surname)
    }
}
