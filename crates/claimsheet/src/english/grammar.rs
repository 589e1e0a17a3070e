//! The closed classes of English grammar, put together from the lists of `data/lexicon/grammar/`.
//!
//! Ask a token or a sentence: `token.is(grammar::DETERMINER)`, `sentence.is(at, Class::Be)`; of a bare
//! word, `lexicon.word("the").any(grammar::DETERMINER)`.

use crate::english::lexicon::{Class, Classes};

/// Articles.
pub const ARTICLE: Classes = Classes::all(&[Class::DefiniteArticle, Class::IndefiniteArticle]);

/// Determiners that say whose: his, our.
pub const POSSESSIVE: Classes = Classes::all(&[Class::ThirdPossessive, Class::SpeakerPossessive]);

/// Words before a noun that say which, whose or how many: the, this, their, many.
pub const DETERMINER: Classes = ARTICLE.with(POSSESSIVE).with(Classes::all(&[
    Class::Demonstrative,
    Class::Quantifier,
    Class::PronominalQuantifier,
]));

/// Personal pronouns that are subjects only: he, they.
pub const SUBJECT: Classes = Classes::all(&[Class::BaseSubject, Class::ThirdSubject]);

/// Pronouns and possessives for those who speak: I, my, we, our.
pub const FIRST_PERSON: Classes = Classes::all(&[Class::FirstSingular, Class::FirstPlural]);

/// Modal verbs: will, should.
pub const MODAL: Classes = Classes::all(&[Class::Modal, Class::AdvisingModal]);

/// Auxiliary verbs, without those that hold a "not".
pub const AUXILIARY: Classes = MODAL.with(Classes::all(&[Class::Be, Class::Have, Class::Do]));

/// Auxiliary verbs with a "not": isn't, cannot.
pub const NEGATED_AUXILIARY: Classes =
    Classes::all(&[Class::NegatedBe, Class::NegatedHave, Class::NegatedDo, Class::NegatedModal]);

/// Forms of be, with and without "not".
pub const ANY_BE: Classes = Classes::all(&[Class::Be, Class::NegatedBe]);

/// Forms of do, with and without "not".
pub const ANY_DO: Classes = Classes::all(&[Class::Do, Class::NegatedDo]);

/// Forms of be and have, with and without "not".
pub const BE_OR_HAVE: Classes = ANY_BE.with(Classes::all(&[Class::Have, Class::NegatedHave]));

/// Indefinite pronouns for all or none: everyone, nobody.
pub const UNIVERSAL_PRONOUN: Classes = Classes::all(&[Class::AnyPronoun, Class::EveryPronoun, Class::NoPronoun]);

/// Prepositions that tie a phrase to the verb more often than to the noun before it, besides "with".
pub const ADVERBIAL_PREPOSITION: Classes = Classes::all(&[Class::PlacePreposition, Class::GoalPreposition]);

/// Words that join two parts of a noun phrase: of, in, and.
pub const PHRASE_JOINT: Classes = ADVERBIAL_PREPOSITION.with(Classes::all(&[Class::SidePreposition, Class::NounJoint]));

/// Prepositions that belong to the time behind them: in March, for a week.
pub const TIME_PREPOSITION: Classes = Classes::all(&[Class::DatePreposition, Class::TimePreposition]);

/// Words in small letters within a surname: van der Lund.
pub const SURNAME_PARTICLE: Classes = Classes::all(&[Class::SurnameParticle, Class::InnerParticle]);

/// Words that open a clause within another: that, who, because, whether.
pub const CLAUSE_OPENER: Classes = Classes::all(&[Class::RelativePronoun, Class::WhWord, Class::Subordinator]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::lexicon::Lexicon;
    use crate::english::token::Tokens;
    use crate::text::span::Span;

    #[test]
    fn a_word_of_grammar_is_no_cue() {
        let lexicon = Lexicon::default();
        assert!(lexicon.word("The").any(DETERMINER) && lexicon.word("isn’t").any(ANY_BE));
        let mut tokens = Tokens::default();
        let text = "The quay between them";
        tokens.read(text, Span::at(0, text.len()), &lexicon);
        let starts: Vec<bool> = tokens.tokens.iter().map(|token| token.is(ARTICLE)).collect();
        assert_eq!(starts, [true, false, false, false]);
        let between = Classes::of(Class::Preposition);
        assert!(tokens.tokens.iter().any(|token| token.is(between)));
        assert!(tokens.cues.iter().all(|cue| cue.classes == cue.classes.cues() && !cue.classes.any(between)));
    }

    #[test]
    fn an_abbreviation_or_initial_is_no_word_of_grammar() {
        let lexicon = Lexicon::default();
        let mut tokens = Tokens::default();
        let text = "A. Lund of No. 5";
        tokens.read(text, Span::at(0, text.len()), &lexicon);
        assert!(!tokens.tokens.iter().any(|token| token.is(DETERMINER)));
    }
}
