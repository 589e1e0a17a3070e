//! The text that a draft says it has something from: "according to the statement", "the audit found", "its website
//! lists". It is the first place to look.

use super::topic_match::media;
use super::whose::phrase;
use crate::claim::source::OWNED;
use crate::claim::{Claim, ClaimedSourceKind, Prompt};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::speech::in_writing::SPOKEN;
use crate::text::word_id::WordId;

/// Most letters of its description in a label.
const LONGEST: usize = 80;

/// Nouns for what is no one text, for those who publish them, and for polls, which have a place of their own.
const NO_TEXTS: &[WordId] = words![
    "account",
    "data",
    "evidence",
    "index",
    "journal",
    "magazine",
    "newspaper",
    "paper",
    "platform",
    "poll",
    "source"
];

/// Nouns for studies, which have a place of their own.
const STUDIES: Classes = Classes::all(&[Class::Science, Class::StudyNoun]);

/// The text by its owner, where the draft tells whose it is ("the port’s statement"), else as the draft describes it
/// ("the audit of 2014"); none of what has a name, which other places know, nor of what is heard or seen.
pub(super) fn place(claim: &Claim, lexicon: &Lexicon) -> Option<Prompt> {
    let source = claim.claimed_source.as_ref().filter(|source| source.kind == ClaimedSourceKind::Attribution)?;
    // "report" of "a report released by the port"
    let is_text = |word: &&str| lexicon.word(word).has(Class::DocumentNoun);
    let noun = phrase(&source.text).split(' ').rev().find(is_text)?;
    let word = WordId::of_text(noun);
    let is_known_elsewhere = word.iter().any(|word| SPOKEN.contains(word) || NO_TEXTS.contains(word));
    let is_one = !noun.ends_with('s') && !lexicon.word(noun).any(STUDIES);
    let is_own = ["our ", "my "].iter().any(|own| source.text.to_lowercase().starts_with(own));
    let is_medium = noun.starts_with(char::is_uppercase) && media(&source.text).next().is_some();
    if !is_one || is_known_elsewhere || is_own || is_medium {
        return None;
    }
    let owner = source.probably.as_deref().filter(|owner| owner.ends_with(OWNED));
    let words = owner.map_or_else(|| definite(&source.text), |owner| format!("{owner} {noun}"));
    let is_short = words.chars().count() <= LONGEST;
    is_short.then(|| Prompt {
        label: format!("{} itself", capital(&words)),
        url: None,
        why: "the draft names it: does it say this, and is it the latest version?".to_owned(),
    })
}

/// `a report by the port` as somebody speaks of it who looks for it.
fn definite(words: &str) -> String {
    let rest = ["a ", "an ", "A ", "An ", "one ", "One "].iter().find_map(|article| words.strip_prefix(article));
    rest.map_or_else(|| words.to_owned(), |rest| format!("the {rest}"))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
