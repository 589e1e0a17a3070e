//! Which names of an article are of bodies that one can ask.

use super::directory::{Target, cues};
use crate::claim::NameEntry;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::phrase_lists::known_names;
use crate::ranking::seen::Article;
use crate::signal::NameKind;
use crate::text::word_id::WordId;

/// How often an article has letters that stand for a body, at least: those that stand once may stand for anything.
const REPEATED: u32 = 2;

/// Most letters of an acronym that is a word as well, as `WHO` and `AIDS` are.
const LONGEST_ACRONYM: usize = 4;

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
pub(super) fn is_one(entry: &NameEntry, article: &Article<'_>, lexicon: &Lexicon) -> bool {
    let entries = article.entries;
    let words = WordId::of_text(&entry.name);
    let is_household = known_names::BODIES.iter().any(|body| body.words() == words);
    // A name of one word, or that stands once, and that only the grammar takes for a body's may be anything's.
    let tells = || is_household || entry.name.split(' ').any(|word| lexicon.word(&word.to_lowercase()).any(BODIES));
    let is_kind = match entry.kind {
        NameKind::Organisation => entry.count >= REPEATED && entry.name.contains(' ') || tells(),
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
    let is_noun = || is_short_for_noun(&entry.name, &article.text.document.prose);
    // "The Lund administration" of the past or to come has no office of its own.
    let is_government = entry.name.ends_with(" administration");
    let is_asked = (entry.tick || is_household) && !is_government;
    is_kind
        && is_asked
        && !entry.name.split(' ').all(is_small)
        && !is_country()
        && !is_law()
        && !is_word()
        && !is_noun()
}

/// Whether an acronym stands in brackets behind the common noun that it shortens: `tidal lock failure (TLF)`.
fn is_short_for_noun(acronym: &str, prose: &str) -> bool {
    let Some(at) = prose.find(&format!("({acronym})")) else { return false };
    let noun = prose.get(..at).and_then(|before| before.split_whitespace().next_back()).unwrap_or_default();
    let last = acronym.chars().rfind(|letter| letter.is_uppercase());
    let begins = noun.chars().next();
    begins.is_some_and(char::is_lowercase) && begins.map(|letter| letter.to_ascii_uppercase()) == last
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
