//! Which names of an article are of bodies that one can ask.

use super::directory::{Target, cues};
use crate::claim::NameEntry;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::phrase_lists::names::HOSTS;
use crate::english::phrase_lists::{is_listed, known_names};
use crate::signal::NameKind;
use crate::text::word_id::WordId;
use rustc_hash::FxHashSet;

/// How often an article has letters that stand for a body, at least: those that stand once may stand for anything.
const REPEATED: u32 = 2;

/// Most letters of an acronym that is a word as well, as `WHO` and `AIDS` are.
const LONGEST_ACRONYM: usize = 4;

/// Most bytes of an acronym in brackets.
const LONGEST_IN_BRACKETS: usize = 12;

/// Words that say of a name that it is a body's.
const BODIES: Classes = Classes::all(&[Class::OrgNoun, Class::GovernmentBody]);

/// Classes of words of which no body's name is made alone.
const NO_BODIES: Classes = Classes::of(Class::Place)
    .with(Classes::of(Class::PlaceNoun))
    .with(Classes::of(Class::UsState))
    .with(Classes::of(Class::Group))
    .with(Classes::of(Class::OrgNoun))
    .with(Classes::of(Class::GovernmentNoun))
    .with(Classes::of(Class::GovernmentBody));

/// Whether a name is of a body that one can ask: no country, no people, no law, no common noun with a capital.
pub(super) fn is_one(entry: &NameEntry, entries: &[NameEntry], nouns: &FxHashSet<&str>, lexicon: &Lexicon) -> bool {
    let words = WordId::of_text(&entry.name);
    let is_household = known_names::BODIES.iter().any(|body| body.words() == words);
    // A name of one word, or that stands once, and that only the grammar takes for a body's may be anything's.
    let tells = || is_household || entry.name.split(' ').any(|word| lexicon.word(&word.to_lowercase()).any(BODIES));
    // "Bergen Light Festival", whatever the grammar takes it for.
    let is_host = words.len() > 1 && words.last().is_some_and(|last| is_listed(HOSTS, *last));
    let is_kind = match entry.kind {
        NameKind::Person | NameKind::Group | NameKind::Law => false,
        _ if is_host => true,
        // "Song of Reeds": a body's name has its noun before the "of".
        NameKind::Organisation => {
            entry.count >= REPEATED && entry.name.contains(' ') && !entry.name.contains(" of ") || tells()
        }
        NameKind::Acronym => entry.count >= REPEATED,
        _ => false,
    };
    let is_small = |word: &str| lexicon.is_small(word) || lexicon.word(word).any(NO_BODIES);
    // A country or a people has no box among the names.
    let is_country = || is_region(&entry.name);
    // "PRSA" of the "Port Relief and Safety Act".
    let is_law = || {
        entry.kind == NameKind::Acronym
            && entries.iter().any(|other| other.kind == NameKind::Law && initials(&other.name) == entry.name)
    };
    // "QUARTER" of a heading in capitals.
    let is_word = || {
        entry.kind == NameKind::Acronym
            && entry.name.len() > LONGEST_ACRONYM
            && !lexicon.word(&entry.name.to_lowercase()).is_empty()
    };
    // "The Lund administration" of the past or to come has no office of its own.
    let is_government = entry.name.ends_with(" administration");
    let is_asked = (entry.tick || is_household) && !is_government;
    is_kind
        && is_asked
        && (is_host || !entry.name.split(' ').all(is_small))
        && !is_country()
        && !is_law()
        && !is_word()
        && !nouns.contains(entry.name.as_str())
}

/// The acronyms that stand in brackets behind the common noun that they shorten: `TLF` of `tidal lock failure (TLF)`.
pub(super) fn short_for_nouns(prose: &str) -> FxHashSet<&str> {
    let opened = memchr::memchr_iter(b'(', prose.as_bytes());
    let shortened = opened.filter_map(|at| {
        let near = prose.as_bytes().get(at + 1..)?.iter().take(LONGEST_IN_BRACKETS + 1);
        let acronym = prose.get(at + 1..at + 1 + near.copied().position(|byte| byte == b')')?)?;
        let noun = prose.get(..at)?.trim_end().rsplit(char::is_whitespace).next()?;
        let begins = noun.chars().next().filter(|letter| letter.is_lowercase())?;
        let last = acronym.chars().rfind(|letter| letter.is_uppercase());
        (Some(begins.to_ascii_uppercase()) == last).then_some(acronym)
    });
    shortened.collect()
}

/// Whether a name is that of a country or another region, and of nothing in it.
fn is_region(name: &str) -> bool {
    let words = WordId::of_text(name);
    let mut is_one = false;
    cues(&words, |_, cue| is_one |= matches!(cue.target, Target::Region(_)) && cue.length() == words.len());
    is_one
}

/// The first letters of the words with a capital.
fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase()).collect()
}
