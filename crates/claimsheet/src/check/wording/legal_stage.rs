//! The same person convicted here and awaiting trial there.

use crate::annotated_text::SentenceRecord;
use crate::check::{CheckContext, Found};
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Words of a case that is not decided.
const PENDING: &[&str] = &[
    "trial is set",
    "trial is scheduled",
    "awaiting trial",
    "awaits trial",
    "pleaded not guilty",
    "denies the charge",
    "will stand trial",
    "has yet to stand trial",
];

/// Words of a case that is.
const DECIDED: &[&str] = &["was convicted", "were convicted", "convicted of", "found guilty"];

/// Words of a case that ended without guilt, up to the offence.
const CLEARED: &[&str] = &["acquitted of ", "not guilty of ", "cleared of "];

/// Words of a case that ended with guilt, up to the offence.
const CONVICTED: &[&str] = &["convicted of ", "found guilty of "];

/// Words for a person that take guilt for granted.
const GUILTY: &[&str] = &[
    "the murderer,",
    "the killer,",
    "the thief,",
    "the rapist,",
    "the fraudster,",
    "the embezzler,",
    "the arsonist,",
    "the robber,",
];

/// Words of a story that has both in order.
const BOTH: &[&str] = &[
    "appeal",
    "retrial",
    "previous",
    "earlier",
    "overturned",
    "separate",
    "not been convicted",
    "if convicted",
    "not convicted",
    "before being",
];

/// Words one of which is in each way to tell that a case is open or ended without guilt.
const CASE: &[WordId] = words!["trial", "trials", "charge", "charges", "guilty", "acquitted", "cleared"];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    if !draft.annotated.words.all().iter().any(|word| CASE.contains(word)) {
        return;
    }
    let prose = draft.document.prose.to_ascii_lowercase();
    let tells = |words: &[&str]| words.iter().any(|word| prose.contains(word));
    let is_pending = tells(PENDING) && (tells(DECIDED) || tells(GUILTY));
    let is_cleared = tells(CLEARED) && tells(CONVICTED);
    if !is_pending && !is_cleared {
        return;
    }
    let all: Vec<(&SentenceRecord, &[Signal])> = draft.sentences().collect();
    let mut pending: Vec<AttributedBlocks<'_>> = Vec::new();
    let mut decided: Vec<AttributedBlocks<'_>> = Vec::new();
    for (at, (record, signals)) in all.iter().enumerate() {
        let lower = draft.text(record.span).to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().find_map(|word| Some((lower.find(word)?, word.len())));
        if has(BOTH).is_some() {
            continue;
        }
        let told = |(start, length): (usize, usize), named| {
            let offence =
                lower.get(start + length..).unwrap_or("").split(|letter: char| !letter.is_alphabetic()).next();
            let start = record.span.start + start as u32;
            AttributedBlocks {
                named,
                place: Span::new(start, start + length as u32),
                offence: offence.unwrap_or("").to_owned(),
            }
        };
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let named_or_before = || {
            let mut named = surnames(draft, signals);
            if named.is_empty() {
                named.extend(before.into_iter().flat_map(|(_, signals)| surnames(draft, signals)));
            }
            named
        };
        let (open, cleared) = (has(PENDING), has(CLEARED));
        let (guilty, convicted) = (has(DECIDED).or_else(|| has(GUILTY)), has(CONVICTED));
        match (open, guilty) {
            (Some(place), None) => {
                pending.push(AttributedBlocks { offence: String::new(), ..told(place, named_or_before()) })
            }
            (None, Some(place)) if cleared.is_none() => {
                let of_offence = convicted.map_or_else(String::new, |place| told(place, Vec::new()).offence);
                decided.push(AttributedBlocks { offence: of_offence, ..told(place, surnames(draft, signals)) });
            }
            (None, None) => pending.extend(cleared.map(|place| told(place, named_or_before()))),
            _ => {}
        }
    }
    for guilty in &decided {
        let is_same = |open: &&AttributedBlocks<'_>| {
            let person = guilty.named.iter().any(|name| open.named.contains(name));
            person && (open.offence.is_empty() || open.offence == guilty.offence)
        };
        let Some(open) = pending.iter().find(is_same) else { continue };
        let name = guilty.named.iter().find(|name| open.named.contains(name)).copied().unwrap_or_default();
        let message = format!(
            "{name}: \"{}\" here, \"{}\" there: at what stage is the case?",
            draft.text(guilty.place).trim_end_matches([',', ' ']),
            draft.text(open.place).trim_end()
        );
        found.push(Found { places: vec![guilty.place, open.place], message });
    }
}

/// What a sentence tells of a case.
struct AttributedBlocks<'a> {
    /// Surnames of whom it tells.
    named: Vec<&'a str>,
    /// The words that tell the stage.
    place: Span,
    /// The word for the offence; empty where the stage alone counts.
    offence: String,
}

/// The last words of the names of people.
fn surnames<'a>(draft: &CheckContext<'a>, signals: &[Signal]) -> Vec<&'a str> {
    let people =
        signals.iter().filter(|signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other)));
    people.filter_map(|signal| draft.text(signal.span).split_whitespace().next_back()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_tell_of_an_open_or_cleared_case_holds_a_word_of_one() {
        for phrase in PENDING.iter().chain(CLEARED) {
            assert!(WordId::of_text(phrase).iter().any(|word| CASE.contains(word)), "{phrase}");
        }
    }
}
