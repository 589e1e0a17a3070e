//! Superlatives with their scope: first of what, since when, where.

use super::wanted::Wanted;
use super::{Draft, found, nothing};
use crate::index::Unit;
use crate::terms::{terms, words};
use claimsheet::claim::{Evidence, EvidenceStatus, Fact};

/// How much of a claim a passage must speak of.
const LEAST: f64 = 0.3;

/// Whether a word puts something above or below others.
fn ranks(term: &str) -> bool {
    const RANKS: &[&str] =
        &["first", "last", "only", "most", "least", "worst", "top", "main", "record", "third", "second"];
    RANKS.contains(&term) || term.len() > 4 && term.ends_with("est")
}

/// Words that widen what a superlative ranges over, and words that narrow it.
const WIDE: &[&str] =
    &["world", "world's", "history", "ever", "country", "nation", "national", "national", "global", "all"];
const NARROW: &[&str] = &[
    "since",
    "planned",
    "european",
    "regional",
    "local",
    "among",
    "probably",
    "one of",
    "up to then",
    "so far",
    "exceeded",
    "measured",
];

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Evidence {
    let wanted = Wanted::by(draft, fact);
    let all: Vec<String> = terms(&fact.text).into_iter().map(|(_, term)| term).collect();
    // What is ranked stands behind the word that ranks it, and whose it is before it.
    let ranking: Vec<String> = all.iter().filter(|term| ranks(term)).cloned().collect();
    let own = if ranking.is_empty() { all } else { ranking };
    let ranked = draft.index.vocabulary.known(&own);
    let speaks = |unit: &Unit| unit.terms.iter().any(|(_, term)| ranked.contains(term));
    let of = counted(draft, fact);
    if of.is_empty() && rank_only(&own) {
        return super::rank::find(draft, fact).unwrap_or_else(nothing);
    }
    let known = draft.index.vocabulary.known(&of);
    let about = |unit: &&Unit| of.is_empty() || unit.terms.iter().any(|(_, term)| known.contains(term));
    let units = draft.index.units.iter().filter(|unit| !unit.is_cell && speaks(unit)).filter(about);
    let best = units
        .map(|unit| (draft.overlap(&wanted, unit, unit.superlatives.first().map(|(at, _)| *at)), unit))
        .filter(|(overlap, _)| *overlap >= LEAST)
        .max_by(|one, two| one.0.total_cmp(&two.0));
    let Some((_, unit)) = best else { return super::rank::find(draft, fact).unwrap_or_else(nothing) };
    let place = draft.place(unit, 0);
    let near = nearby(draft, fact);
    let lacks = WIDE.iter().find(|word| has(&near, word) && !has(&unit.text, word));
    let narrows = NARROW.iter().find(|word| has(&unit.text, word) && !has(&draft.claim.text, word));
    let narrows = narrows.map(|word| (*word).to_owned()).or_else(|| adjective(draft, fact, &unit.text));
    match (lacks, narrows) {
        (_, Some(word)) => found(EvidenceStatus::Differs, vec![place], format!("the document narrows it: “{word}”")),
        (Some(word), None) => {
            found(EvidenceStatus::Differs, vec![place], format!("the document does not say “{word}”"))
        }
        (None, None) => found(EvidenceStatus::AsWritten, vec![place], ""),
    }
}

/// Whether the words tell a place in a row and nothing of what is ranked: "the last".
fn rank_only(own: &[String]) -> bool {
    own.iter().all(|term| matches!(term.as_str(), "first" | "last" | "second" | "next"))
}

fn has(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    if word.contains(' ') {
        lower.contains(word)
    } else {
        words(&lower)
            .any(|(_, own)| own == word || own.strip_suffix("'s") == Some(word) || own.strip_suffix("’s") == Some(word))
    }
}

/// A word between the superlative and what it ranks in the backing that the draft leaves out: "the tallest residential
/// building" for "the tallest building".
fn adjective(draft: &Draft<'_>, fact: &Fact, text: &str) -> Option<String> {
    let (at, ranking) = ranking_word(&fact.text)?;
    let end = draft.offset(fact) + at + ranking.len();
    let (_, ranked) = words(draft.claim.text.get(end..)?).next().filter(|(_, ranked)| !terms(ranked).is_empty())?;
    let all: Vec<&str> = words(text).map(|(_, word)| word).collect();
    let at = all.iter().position(|word| word.eq_ignore_ascii_case(ranking))?;
    let (between, next) = (all.get(at + 1)?, all.get(at + 2)?);
    let is_left_out = next.eq_ignore_ascii_case(ranked) && !draft.says(&[between.to_lowercase().as_str()]);
    is_left_out.then(|| (*between).to_owned())
}

/// The word of a fact that ranks, with where it begins; else its last word.
fn ranking_word(text: &str) -> Option<(usize, &str)> {
    let all: Vec<(usize, &str)> = words(text).collect();
    all.iter().find(|(_, word)| ranks(&word.to_lowercase())).or(all.last()).copied()
}

/// What the superlative ranks: the terms behind the word that ranks.
fn counted(draft: &Draft<'_>, fact: &Fact) -> Vec<String> {
    let end = ranking_word(&fact.text).map_or(0, |(at, word)| at + word.len()) + draft.offset(fact);
    let after = draft.claim.text.get(end..).unwrap_or("");
    let clause = after.split([',', ';', '.']).next().unwrap_or("");
    terms(clause).into_iter().take(3).map(|(_, term)| term).collect()
}

/// The words around the superlative, to the next comma.
fn nearby(draft: &Draft<'_>, fact: &Fact) -> String {
    let at = draft.offset(fact);
    let after = draft.claim.text.get(at..).unwrap_or("");
    let before = draft.claim.text.get(..at).unwrap_or("");
    let lead = before.rsplit([',', ';']).next().unwrap_or("");
    format!("{lead}{}", after.split([',', ';']).next().unwrap_or(""))
}
