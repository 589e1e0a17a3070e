//! What a number counts: the noun behind it, and the rate it is told at.

use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use claimsheet_grammar::{Relation, Tag};

/// Classes of nouns some of which look like verbs: `11 states`, `three reports`.
const NOUNS: Classes = Classes::of(Class::RoleNoun)
    .with(Classes::of(Class::GovernmentBody))
    .with(Classes::of(Class::DocumentNoun))
    .with(Classes::of(Class::StatementNoun));

/// Farthest noun from its number that the tree is believed, in tokens.
const FARTHEST: usize = 6;

/// How many words may stand between a number and its noun.
const MODIFIERS: usize = 3;

/// One past the counted noun's last token, from token `at` behind the number; `at` where nothing
/// is counted.
pub(super) fn noun(sentence: &Sentence<'_>, at: usize) -> usize {
    if let Some(end) = by_tree(sentence, at) {
        return end;
    }
    let Some(plural) =
        (at..=(at + MODIFIERS)).take_while(|at| is_nominal(sentence, *at)).find(|at| sentence.is_plural(*at))
    else {
        return at;
    };
    let mut end = plural + 1;
    if sentence.is_word(end, word!("and"))
        && sentence.is_plural(end + 1)
        && is_nominal(sentence, end + 1)
        && !is_verb_behind(sentence, end + 1)
    {
        end += 2;
    }
    end
}

/// One past the noun that the number before token `at` counts by the tree: `two half-brothers`, `four different
/// party-run accounts`; with a second plural behind "and".
fn by_tree(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let number = at.checked_sub(1).filter(|number| tree.is(*number, Relation::Nummod))?;
    let noun = tree.head(number).filter(|noun| *noun > number && noun - number <= FARTHEST)?;
    let is_plain = |at: usize| match sentence.token(at) {
        Some(token) if token.kind == TokenKind::Hyphen => true,
        Some(token) => {
            token.is_word() && (at == noun || !matches!(tree.tag(at), Some(Tag::In | Tag::Cc | Tag::Wdt | Tag::Dt)))
        }
        None => false,
    };
    let is_noun = tree.tag(noun).is_some_and(Tag::is_noun) && !sentence.is(noun, (Class::Month, Class::Weekday));
    if !is_noun || !(at..=noun).all(is_plain) {
        return None;
    }
    let second = noun + 2;
    let joins = sentence.is_word(noun + 1, word!("and"))
        && tree.is(second, Relation::Conj)
        && tree.head(second) == Some(noun)
        && sentence.is_plural(second)
        && sentence.token(second).is_some_and(|token| token.case == Case::Lower);
    Some(if joins { second + 1 } else { noun + 1 })
}

/// One past the noun that a measure with a hyphen tells of, from its unit at token `unit`: `a 40-minute | search`.
pub(super) fn modified(sentence: &Sentence<'_>, unit: usize) -> usize {
    let tree = &sentence.tree;
    let noun = tree.head(unit).filter(|noun| {
        *noun == unit + 1
            && matches!(tree.relation(unit), Some(Relation::Compound | Relation::Amod | Relation::Nmod))
            && matches!(tree.tag(*noun), Some(Tag::Nn | Tag::Nns))
    });
    noun.map_or(unit + 1, |noun| noun + 1)
}

/// One past what a share or sum is told of, from the `of` at token `at`: `of the vote`, `of territorial
/// waters`; `at` where no such noun follows.
pub(super) fn whole(sentence: &Sentence<'_>, at: usize) -> usize {
    if !sentence.is_word(at, word!("of")) {
        return at;
    }
    let mut first = at + 1 + usize::from(sentence.is(at + 1, (word!("all"), word!("the"), grammar::POSSESSIVE)));
    first += usize::from(sentence.is_word(at + 1, word!("all")) && sentence.is_word(first, word!("the")));
    if is_nominal(sentence, first) && sentence.kind(first + 1) == Some(TokenKind::Possessive) {
        first += 2;
    }
    let end = noun(sentence, first);
    let end = if end == first { one_word(sentence, first) } else { end };
    if end == first { at } else { end }
}

/// The word right behind a number, if it is a noun: `one member`.
pub(super) fn one_word(sentence: &Sentence<'_>, at: usize) -> usize {
    if is_nominal(sentence, at) { at + 1 } else { at }
}

fn is_nominal(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    if token.kind == TokenKind::Hyphen {
        return true;
    }
    let closed =
        Classes::of(Class::FunctionWord).with(Classes::of(Class::PresentFactVerb)).with(Classes::of(Class::SpeechVerb));
    let is_past = token.is(Class::PastVerb) || token.is(Class::SpeechVerb) && !sentence.is_plural(at);
    token.is_word()
        && token.spaced
        && !is_past
        && !(token.classes.any(closed) && token.case == Case::Lower && !token.classes.any(NOUNS))
        || token.is_word() && at > 0 && sentence.kind(at - 1) == Some(TokenKind::Hyphen)
}

fn is_verb_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Class::PresentFactVerb) || sentence.is(at, Class::SpeechVerb)
}

/// A rate at token `at`: one past its end, and the unit: `a year`, `per hour`, `annually`.
pub(super) fn rate(sentence: &Sentence<'_>, at: usize) -> Option<(usize, String)> {
    let adverb = match sentence.word(at).to_ascii_lowercase().as_str() {
        "annually" | "yearly" => Some("year"),
        "daily" => Some("day"),
        "monthly" => Some("month"),
        "weekly" => Some("week"),
        "hourly" => Some("hour"),
        _ => None,
    };
    if let Some(unit) = adverb {
        return Some((at + 1, unit.to_owned()));
    }
    // "$7.3 billion a year earlier" tells of when.
    let tells_when = sentence.is_any(at + 2, words!["earlier", "ago", "before", "later", "prior"]);
    let by_time = sentence.is(at, (Class::IndefiniteArticle, words!["each", "every"]))
        && sentence.is(at + 1, Class::TimeUnit)
        && !tells_when;
    if by_time {
        return Some((at + 2, singular(sentence.word(at + 1))));
    }
    if !sentence.is_word(at, word!("per")) && sentence.kind(at) != Some(TokenKind::Slash) {
        return None;
    }
    if sentence.kind(at + 1) == Some(TokenKind::Number) {
        let end = noun(sentence, at + 2);
        return Some((end, sentence.text(sentence.span_of(at + 1, end)).to_owned()));
    }
    let unit = sentence.token(at + 1).filter(|token| token.is_word())?;
    Some((at + 2, singular(sentence.text(unit.span))))
}

fn singular(word: &str) -> String {
    word.to_lowercase().trim_end_matches('s').to_owned()
}
