//! Names made of common words: of works, awards, programmes, whose words have capitals but for the small ones between
//! them ("Letters from a Cold Harbour").

use super::{CALENDAR, is_headline, is_name_word};
use crate::english::gazetteer::{self, Known};
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::NameKind;
use crate::text::word_id::WordId;
use claimsheet_grammar::{EntityType, Model, Tag};
use std::ops::Range;

/// Small words that may stand between the parts of such a name; "and" between adjectives only.
const JOINTS: (Class, Class, &[WordId]) = (Class::PlacePreposition, Class::NounJoint, words!["to", "by"]);

/// Words whose capitals have other reasons: offices, parties, places, bodies.
const NAMED: Classes = Classes::all(&[
    Class::PersonTitle,
    Class::RoleNoun,
    Class::Group,
    Class::Place,
    Class::GovernmentBody,
    Class::FirstName,
])
.with(CALENDAR);

/// Nouns with which names of bodies, laws and places end.
const NOUNS: Classes = Classes::all(&[Class::OrgNoun, Class::LawNoun, Class::PlaceNoun]);

/// One past the word to which the name at `first..end` goes on over small words, a possessive or "and": both beside it
/// are common words with capitals. In a headline all words have capitals, and it tells nothing.
pub(super) fn extension(sentence: &Sentence<'_>, first: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let goes_on = sentence.kind(end) == Some(TokenKind::Possessive) || sentence.is(end, JOINTS);
    if !goes_on || !is_common(sentence, last) && !is_prize(sentence, first, last) || is_headline(sentence) {
        return None;
    }
    let is_all_common = || (first..end).all(|at| is_common(sentence, at));
    match sentence.kind(end)? {
        TokenKind::Possessive if end > first + 1 && is_all_common() => is_common(sentence, end + 1).then_some(end + 2),
        TokenKind::Word if sentence.is_word(end, word!("and")) && is_all_common() => {
            // "Coastal and Marine Survey Council"
            let is_adjective = |at: usize| is_common(sentence, at) && usual(sentence, at) == Some(Tag::Jj);
            let is_one = is_adjective(last) && is_adjective(end + 1) && is_name_word(sentence, end + 2);
            is_one.then_some(end + 3)
        }
        // "Best Welder | at the Merrow Fair", "the Merrow Awards | for Brave Divers": a prize and who gives it, or for what.
        TokenKind::Word if sentence.is_word(end, word!("at")) && is_prize(sentence, first, last) => None,
        TokenKind::Word if sentence.is_word(end, word!("for")) && sentence.is_word(last, word!("awards")) => None,
        TokenKind::Word if is_small(sentence, end) && !sentence.is_word(end, word!("and")) => {
            behind_joint(sentence, end)
        }
        _ => None,
    }
}

/// One past the word to which a name goes on over the small word at token `joint`.
fn behind_joint(sentence: &Sentence<'_>, joint: usize) -> Option<usize> {
    let has_article = sentence.is(joint + 1, grammar::ARTICLE) && is_small(sentence, joint + 1);
    let next = joint + 1 + usize::from(has_article);
    // "School for Divers | at Merrow College"
    let is_where = sentence.tree.entity(next).is_some_and(|entity| match entity.kind {
        EntityType::Gpe | EntityType::Loc => sentence.is(joint, (Class::PlacePreposition, word!("by"))),
        EntityType::Org => !has_article && sentence.is_any(joint, words!["at", "by"]),
        _ => false,
    });
    // "Vow | to Mend Roads": a headline's verb.
    let is_deed =
        sentence.is_word(joint, word!("to")) && !has_article && usual(sentence, next).is_none_or(Tag::is_verb);
    if is_where || is_deed {
        return None;
    }
    // "Walk on the Beach", "Walking on the Ledge": behind an article a noun of places is a common one, and so is a word
    // of which nothing is known.
    let is_noun =
        || has_article && (is_known(sentence, next) && is_written(sentence, next) || is_unseen(sentence, next));
    (is_common(sentence, next) || is_noun()).then_some(next + 1)
}

/// What a name is that small words but "of" bind: something that somebody made, or a body or law that is `seen` as one.
pub(super) fn kind(sentence: &Sentence<'_>, tokens: Range<usize>, seen: Option<NameKind>) -> Option<NameKind> {
    let is_joint = |at: usize| sentence.is(at, JOINTS) && !sentence.is_any(at, words!["of", "and"]);
    let is_bound = |at: usize| {
        let common = is_written(sentence, at - 1) && is_known(sentence, at - 1);
        common || is_prize(sentence, tokens.start, at - 1)
    };
    let joint = tokens.clone().skip(1).find(|at| is_joint(*at) && is_bound(*at))?;
    // "Bread for the World"
    let is_cause = sentence.is_any(joint, words!["for", "with", "to"]);
    match seen {
        Some(NameKind::Law) => seen,
        Some(NameKind::Organisation | NameKind::Event) if is_cause => seen,
        _ => Some(NameKind::Work),
    }
}

/// `Best Actor` in "Best Actor in a Short Film": a prize, and nobody's office.
fn is_prize(sentence: &Sentence<'_>, first: usize, last: usize) -> bool {
    sentence.tree.tag(first) == Some(Tag::Jjs) && sentence.is(last, Class::RoleNoun)
}

fn is_small(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| token.case == Case::Lower)
}

/// Whether token `at` is a word with a capital of which nothing is known.
fn is_unseen(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_plain = sentence.token(at).is_some_and(|token| token.case == Case::Capital && !token.is_cue());
    is_plain
        && is_name_word(sentence, at)
        && Model::built_in().usual(&sentence.word(at).to_lowercase()).is_none()
        && gazetteer::known([WordId::of(sentence.word(at))]) == Known::default()
}

/// Whether token `at` is a common word with a capital that is owed to a title.
fn is_common(sentence: &Sentence<'_>, at: usize) -> bool {
    is_written(sentence, at)
        && is_known(sentence, at)
        && sentence.token(at).is_some_and(|token| !token.classes.any(NOUNS))
}

/// Whether token `at` is a word with a capital that no office, party or place accounts for.
fn is_written(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| {
        token.is_word() && token.case == Case::Capital && token.span.len() > 1 && !token.classes.any(NAMED)
    })
}

/// Whether the word at token `at` is a common one without its capital.
pub(super) fn is_known(sentence: &Sentence<'_>, at: usize) -> bool {
    usual(sentence, at).is_some_and(|tag| !tag.is_name() && tag != Tag::Cd)
}

/// What the word at token `at` mostly is without its capital, if it mostly is no name.
fn usual(sentence: &Sentence<'_>, at: usize) -> Option<Tag> {
    Model::built_in().usual(&sentence.word(at).to_lowercase()).filter(|usual| !usual.is_name).map(|usual| usual.tag)
}
