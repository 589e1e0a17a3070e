//! Titles: what the backing calls the person.

use super::{Draft, found, nothing};
use crate::index::Unit;
use crate::terms::{terms, words};
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactRole};

/// What people are called by their office.
const OFFICES: &[&str] = &[
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "chief",
    "executive",
    "director",
    "secretary",
    "treasurer",
    "president",
    "vice-president",
    "leader",
    "deputy",
    "minister",
    "member",
    "mayor",
    "councillor",
    "head",
    "manager",
    "spokesman",
    "spokeswoman",
    "professor",
    "lecturer",
    "analyst",
    "economist",
    "judge",
    "lawyer",
    "editor",
    "captain",
    "coach",
    "founder",
    "owner",
    "officer",
    "inspector",
    "commissioner",
    "governor",
    "senator",
    "doctor",
    "engineer",
    "planner",
    "surveyor",
];

/// Bytes around a name within which a title is its.
const NEAR: usize = 110;

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    of_person(draft, fact, &person(draft, fact)?, &offices(&title(draft, fact)))
}

/// The same for the words by which a speaker is named: "the chairman".
pub(super) fn of_speaker(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    let is_office = fact.role == FactRole::Speaker && !offices(&fact.text).is_empty();
    if is_office { find(draft, fact) } else { None }
}

/// The same for an act that is an office: "who chairs the committee".
pub(super) fn of_act(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    let (_, verb) = words(&fact.text).next()?;
    let (_, office) = terms(verb).pop().filter(|(_, office)| OFFICES.contains(&office.as_str()) && office != verb)?;
    let evidence = of_person(draft, fact, &person(draft, fact)?, &[office])?;
    // Of a verb that is no office nothing can be said.
    (evidence.status == EvidenceStatus::AsWritten).then_some(evidence)
}

fn of_person(draft: &Draft<'_>, fact: &Fact, person: &str, offices: &[String]) -> Option<Evidence> {
    let surname = person.split_whitespace().next_back()?.to_owned();
    if offices.is_empty() {
        return None;
    }
    let mut other: Option<(&Unit, usize, String)> = None;
    if let Some((unit, at, holder)) = held_by_another(draft, person, offices) {
        let note = format!("in the document {holder} has that office, not {person}");
        return Some(found(EvidenceStatus::Differs, vec![draft.place(unit, at)], note));
    }
    let first = person.split(' ').next().filter(|first| first.len() > 4);
    for unit in mentioning(draft, &surname, first) {
        let Some(at) = mention(unit, &surname).or_else(|| unit.text.find(first?)) else { continue };
        let around = around(&unit.text, at);
        let mut own: Vec<String> = terms(around).into_iter().map(|(_, term)| term).collect();
        own.extend(self::offices(around));
        let next = next_of(draft, unit);
        let shared = offices.iter().all(|office| own.contains(office) || next.contains(office));
        if shared && let Some(other) = other_house(draft, fact, unit) {
            return Some(found(
                EvidenceStatus::Differs,
                vec![draft.place(unit, at)],
                format!("the document has {other}"),
            ));
        }
        if shared {
            return Some(found(EvidenceStatus::AsWritten, vec![draft.place(unit, at)], ""));
        }
        let theirs = self::offices(around);
        if other.is_none() && !theirs.is_empty() && unit.text.len() < 400 && is_title(around, &surname) {
            other = Some((unit, at, title_of(around)));
        }
    }
    Some(other.map_or_else(nothing, |(unit, at, title)| {
        found(EvidenceStatus::Differs, vec![draft.place(unit, at)], format!("the document calls {person} {title}"))
    }))
}

/// The words of a fact with a second title that "and" joins: "the owner and chairman".
fn title(draft: &Draft<'_>, fact: &Fact) -> String {
    let end = draft.offset(fact) + fact.text.len();
    let behind = draft.claim.text.get(end..).and_then(|behind| behind.strip_prefix(" and "));
    let second = behind.and_then(|behind| behind.split([',', '.', ';']).next()).filter(|second| second.len() < 40);
    format!("{} {}", fact.text, second.unwrap_or(""))
}

/// Offices that one person holds at a time.
const SINGLE: &[&str] = &["chair", "president", "mayor", "lead", "governor", "treasur"];

/// Somebody else of the draft to whom a document gives an office of one holder, where none gives it to the person.
fn held_by_another<'u>(draft: &'u Draft<'_>, person: &str, offices: &[String]) -> Option<(&'u Unit, usize, String)> {
    let office = offices.iter().find(|office| SINGLE.contains(&office.as_str()))?;
    let surname = person.split_whitespace().next_back()?;
    let held = |unit: &&Unit| {
        let has = |at| is_held(&unit.text, at, office) || next_of(draft, unit).contains(office);
        !unit.is_cell && mention(unit, surname).is_some_and(has)
    };
    if mentioning(draft, surname, None).iter().any(held) {
        return None;
    }
    let others: Vec<&String> = draft.people.iter().filter(|other| *other != person && other.contains(' ')).collect();
    let with_office = draft
        .index
        .units_where(|word| crate::terms::terms(word).iter().any(|(_, term)| term.starts_with(office.as_str())));
    with_office.into_iter().filter(|unit| !unit.is_cell).find_map(|unit| {
        let named = others.iter().filter_map(|other| Some((unit.text.find(other.as_str())?, *other)));
        let holder = named.into_iter().find(|(at, other)| {
            let behind = unit.text.get(at + other.len()..).unwrap_or("").trim_start();
            let behind = behind.strip_prefix(['(', ',']).unwrap_or("");
            let title = behind.split([')', ',', ';', '.']).next().unwrap_or("");
            title.len() < 60 && self::offices(title).contains(office)
        });
        holder.map(|(at, other)| (unit, at, other.clone()))
    })
}

/// Whether a text gives an office to the one named at `at`: right before the name, or right behind it.
fn is_held(text: &str, at: usize, office: &str) -> bool {
    let before = text.get(..at).unwrap_or("").rsplit([',', ';', '.', ')']).next().unwrap_or("");
    let behind: String = text.get(at..).unwrap_or("").chars().take(60).collect();
    // A name behind a comma begins another entry of a list.
    let own: Vec<&str> = behind.split([',', ';', '(']).take(2).collect();
    let has = |words: &str| offices(words).iter().any(|own| own == office);
    has(before) || has(&own.join(" "))
}

/// The house that a document names instead of the one in a title: "Ardmoor Capital" for "an analyst at Ardmoor Bank",
/// where no document has the draft's.
fn other_house(draft: &Draft<'_>, fact: &Fact, unit: &Unit) -> Option<String> {
    let (_, house) = [" at ", " of ", " for "].iter().find_map(|joint| fact.text.split_once(joint))?;
    let (first, last) = house.trim_start_matches("the ").split_once(' ')?;
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    if !is_name(first) || !last.split(' ').all(is_name) || first.len() < 4 {
        return None;
    }
    let files = &draft.index.backing.files;
    if files.iter().flat_map(|file| &file.passages).any(|passage| passage.text.contains(house)) {
        return None;
    }
    let of_file = files.get(unit.file)?.passages.iter().map(|passage| passage.text.as_str());
    of_file.chain(files.get(unit.file).and_then(|file| file.title.as_deref())).find_map(|text| {
        let behind = text.get(text.find(first)? + first.len()..)?.strip_prefix(' ')?;
        let (_, next) = words(behind).next().filter(|(at, next)| *at == 0 && is_name(next))?;
        Some(format!("{first} {next}"))
    })
}

/// Where the draft gives a person a title right beside the name, and the backing another one.
pub(super) fn beside(draft: &Draft<'_>, fact: &Fact) -> Option<Evidence> {
    let start = draft.offset(fact);
    let end = start + fact.text.len();
    let behind =
        draft.claim.text.get(end..)?.strip_prefix(", ").and_then(|behind| behind.split([',', '.', ';', ':']).next());
    let before = draft
        .claim
        .text
        .get(..start)?
        .trim_end()
        .strip_suffix(',')
        .and_then(|before| before.rsplit([',', '.', ';', '”', '"']).next());
    let title =
        behind.filter(|words| !offices(words).is_empty()).or(before.filter(|words| !offices(words).is_empty()))?;
    let surname = fact.text.split_whitespace().next_back()?;
    if title.len() > 60 || !fact.text.contains(' ') {
        return None;
    }
    let wanted = offices(title);
    let mut other = None;
    for unit in mentioning(draft, surname, None) {
        let Some(at) = mention(unit, surname) else { continue };
        let around = around(&unit.text, at);
        let theirs = self::offices(around);
        let next = next_of(draft, unit);
        if wanted.iter().any(|office| theirs.contains(office) || next.contains(office)) {
            return None;
        }
        if other.is_none() && !theirs.is_empty() && is_title(around, surname) {
            other = Some((unit, at, title_of(around)));
        }
    }
    let (unit, at, called) = other?;
    Some(found(
        EvidenceStatus::Differs,
        vec![draft.place(unit, at)],
        format!("the document calls {} {called}", fact.text),
    ))
}

/// The units that may name the person by the surname, as [`mention`] tells, or by the first name. Each different word
/// of the documents is looked at once.
fn mentioning<'u>(draft: &'u Draft<'_>, surname: &str, first: Option<&str>) -> Vec<&'u Unit> {
    let last = words(surname).last().map_or(surname, |(_, word)| word);
    let long = longest_part(surname);
    let is_first = |word: &str| first.is_some_and(|first| word.contains(first));
    draft.index.units_where(|word| word.contains(last) || is_first(word) || is_near(word, long))
}

/// The longer part of a double name.
fn longest_part(surname: &str) -> &str {
    surname.split('-').max_by_key(|part| part.len()).unwrap_or(surname)
}

/// Whether a word is a long surname but for a few letters.
fn is_near(word: &str, surname: &str) -> bool {
    word.starts_with(char::is_uppercase) && surname.len() > 5 && super::name::is_near(word, surname)
}

/// Where a unit names the person.
fn mention(unit: &Unit, surname: &str) -> Option<usize> {
    unit.text.find(surname).or_else(|| {
        let surname = longest_part(surname);
        words(&unit.text).find(|(_, word)| is_near(word, surname)).map(|(at, _)| at)
    })
}

/// The offices in the passage behind, as signatures and lists have them below the name.
fn next_of(draft: &Draft<'_>, unit: &Unit) -> Vec<String> {
    if unit.text.len() > 60 {
        return Vec::new();
    }
    let file = draft.index.backing.files.get(unit.file);
    let next = file.and_then(|file| file.passages.get(unit.passage + 1)).filter(|next| next.text.len() < 90);
    next.map(|next| offices(&next.text)).unwrap_or_default()
}

/// Whether the title stands beside the name: in brackets, behind a comma, before it.
fn is_title(around: &str, surname: &str) -> bool {
    let Some(at) = around.find(surname) else { return false };
    let after = around.get(at + surname.len()..).unwrap_or("").trim_start();
    let is_told = || ["is ", "was "].iter().find_map(|told| after.strip_prefix(told));
    let Some(title) = after.strip_prefix(['(', ',', '–', '—']).or_else(is_told) else { return false };
    let title = title.trim_start().split([')', ',', ';', '.']).next().unwrap_or("");
    title.len() < 60 && !offices(title).is_empty()
}

fn around(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(NEAR);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (at + NEAR).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    text.get(from..to).unwrap_or(text)
}

/// The title behind the name, or the offices around it, in the words of the text.
fn title_of(text: &str) -> String {
    let named = words(text).filter(|(_, word)| OFFICES.contains(&word.to_lowercase().as_str()));
    named.map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// The offices that a text names, as terms.
fn offices(text: &str) -> Vec<String> {
    let named = words(text).filter(|(_, word)| OFFICES.contains(&word.to_lowercase().as_str()));
    let mut found: Vec<String> = named
        .flat_map(|(_, word)| terms(word))
        .map(|(_, term)| if term.starts_with("chair") { "chair".to_owned() } else { term })
        .collect();
    found.dedup();
    found
}

/// Whose title it is: the name beside it in the claim.
fn person(draft: &Draft<'_>, fact: &Fact) -> Option<String> {
    let at = draft.offset(fact);
    let names = draft.claim.facts.iter().filter(|other| matches!(other.role, FactRole::Name | FactRole::Speaker));
    let person = names.filter(|other| {
        let is_within = fact.prose.contains(other.prose) && fact.role == FactRole::Role;
        other.text.contains(' ')
            && !is_within
            && other.text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    });
    let near = person.min_by_key(|other| {
        let start = draft.offset(other);
        if start < at {
            at.saturating_sub(start + other.text.len())
        } else {
            start.saturating_sub(at + fact.text.len())
        }
    });
    near.filter(|other| draft.offset(other).abs_diff(at) < NEAR).map(|other| other.text.clone())
}
