//! Quotations: by alignment with what was said, and by whom.

use super::{Draft, found, nothing, shown};
use crate::align::{Alignment, Word, align, spoken_words};
use crate::passage::{Passage, SourceFile};
use claimsheet::claim::{Evidence, EvidencePlace, EvidenceStatus, Fact, FactRole};
use rustc_hash::FxHashMap;

/// Passages of one speaker that are read on, where a quotation runs over several.
const READ_ON: usize = 3;

/// Where a quotation best fits.
struct Fit<'p> {
    file: usize,
    passage: &'p Passage,
    text: String,
    words: Vec<Word>,
    raw: usize,
    alignment: Alignment,
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact) -> Evidence {
    let parts: Vec<&str> = fact
        .text
        .split(['…', '[', ']'])
        .flat_map(|part| part.split("..."))
        .map(str::trim)
        .filter(|part| crate::terms::words(part).count() > 1)
        .collect();
    if parts.len() < 2 {
        return whole(draft, fact);
    }
    // A cut that is marked: each part is sought for itself.
    let of_part = |part: &&str| {
        let mut fact = fact.clone();
        (*part).clone_into(&mut fact.text);
        whole(draft, &fact)
    };
    let each: Vec<Evidence> = parts.iter().map(of_part).collect();
    let worst = each.iter().map(|evidence| evidence.status).max().unwrap_or(EvidenceStatus::NotFound);
    let status = if worst == EvidenceStatus::AsWritten { EvidenceStatus::Equivalent } else { worst };
    let note = each
        .iter()
        .find(|evidence| evidence.status == worst)
        .map(|evidence| evidence.note.clone())
        .filter(|note| !note.is_empty());
    let places = each.into_iter().flat_map(|evidence| evidence.places).collect();
    found(status, places, note.unwrap_or_else(|| "with a cut that the draft marks".to_owned()))
}

fn whole(draft: &Draft<'_>, fact: &Fact) -> Evidence {
    let quote = spoken_words(&fact.text, true);
    let Some(fit) = best_fit(draft, &quote) else { return nothing() };
    let length = quote.len();
    let allowed = if length <= 3 {
        0
    } else if length <= 6 {
        2
    } else {
        length.div_ceil(3)
    };
    if fit.alignment.changes > allowed {
        return nothing();
    }
    let place = place(draft, &fit);
    if fit.alignment.changes > 0 {
        return found(EvidenceStatus::Differs, vec![place], changes(&fit.alignment));
    }
    if let Some(note) = other_speaker(draft, &fit) {
        return found(EvidenceStatus::Differs, vec![place], note);
    }
    if let Some(note) = turned(&fit) {
        return found(EvidenceStatus::Differs, vec![place], note);
    }
    let covered = fit.words.get(fit.alignment.from..fit.alignment.to).unwrap_or_default();
    let said =
        covered.first().zip(covered.last()).and_then(|(first, last)| fit.text.get(first.start..last.end)).unwrap_or("");
    let cleaned = spoken_words(said, false).len() > fit.raw;
    if cleaned {
        return found(EvidenceStatus::Equivalent, vec![place], "fillers and false starts are left out");
    }
    found(EvidenceStatus::AsWritten, vec![place], "")
}

fn best_fit<'d>(draft: &Draft<'d>, quote: &[Word]) -> Option<Fit<'d>> {
    let mut best: Option<Fit<'d>> = None;
    let rare: Vec<&str> = quote.iter().map(|word| word.plain.as_str()).filter(|word| word.len() > 3).collect();
    let rare = rare.get(..rare.len().min(LOOKED_UP)).unwrap_or_default();
    let having = having(draft, rare);
    for (file, source) in draft.index.backing.files.iter().enumerate() {
        for (number, passage) in source.passages.iter().enumerate().filter(|(_, passage)| passage.cell.is_none()) {
            let of_stretch = |number: usize| having.get(&(file, number)).copied().unwrap_or(0);
            let shared =
                (number..=number + READ_ON).map(of_stretch).fold(0, |all, own| all | own).count_ones() as usize;
            if shared * 2 < rare.len() || rare.is_empty() && quote.len() < 2 {
                continue;
            }
            let own = passage.text.len();
            let text = read_on(source, number, passage);
            let words = spoken_words(&text, true);
            let Some(alignment) = align(quote, &words) else { continue };
            let starts_here = words.get(alignment.from).is_some_and(|first| first.start < own);
            let better = best
                .as_ref()
                .is_none_or(|best| rank(draft, &alignment, passage) < rank(draft, &best.alignment, best.passage));
            if better && starts_here {
                best = Some(Fit { file, passage, text, words, raw: quote.len(), alignment });
            }
        }
    }
    best
}

/// Words of a quotation by which passages are looked up, before it is aligned with them.
const LOOKED_UP: usize = u128::BITS as usize;

/// Of each passage that has some of the words, by its file and number, which it has: a bit for each.
fn having(draft: &Draft<'_>, words: &[&str]) -> FxHashMap<(usize, usize), u128> {
    let mut having: FxHashMap<(usize, usize), u128> = FxHashMap::default();
    for (bit, word) in words.iter().enumerate() {
        for unit in draft.index.units_with([*word]) {
            *having.entry((unit.file, unit.passage)).or_default() |= 1 << bit;
        }
    }
    having
}

/// The words of a passage, and of those behind it that one speaker goes on in.
fn read_on(source: &SourceFile, number: usize, passage: &Passage) -> String {
    let mut text = passage.text.clone();
    let goes_on = source.passages.iter().skip(number + 1).take(READ_ON);
    for next in goes_on.take_while(|next| next.cell.is_none() && (next.speaker == passage.speaker)) {
        if text.len() > passage.text.len() + 2000 {
            break;
        }
        text.push(' ');
        text.push_str(&next.text);
    }
    text
}

/// Fewest changes first; of equal ones what the speaker said.
fn rank(draft: &Draft<'_>, alignment: &Alignment, passage: &Passage) -> (usize, bool) {
    let by_speaker = passage.speaker.as_deref().is_some_and(|speaker| shares_name(speaker, draft.speaker));
    (alignment.changes, !by_speaker)
}

fn place(draft: &Draft<'_>, fit: &Fit<'_>) -> EvidencePlace {
    let first = fit.words.get(fit.alignment.from);
    let last = fit.words.get(fit.alignment.to.saturating_sub(1));
    let (start, end) = (first.map_or(0, |word| word.start), last.map_or(0, |word| word.end));
    let Some(file) = draft.index.backing.files.get(fit.file) else {
        return EvidencePlace::new(String::new(), fit.passage.place(0), fit.text.clone());
    };
    shown::of_words(draft, file, fit.passage, &fit.text, start..end.max(start))
}

fn changes(alignment: &Alignment) -> String {
    let told = alignment.changed.iter().take(4).map(|(quoted, said)| match (quoted.as_str(), said.as_str()) {
        ("", said) => format!("“{said}” is left out"),
        (quoted, "") => format!("“{quoted}” is not there"),
        (quoted, said) => format!("“{quoted}” is “{said}” there"),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Whether two names have a word in common, initials aside.
pub(super) fn shares_name(one: &str, other: &str) -> bool {
    let parts = |name: &str| -> Vec<String> {
        name.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let other = parts(other);
    parts(one).iter().any(|part| other.contains(part))
}

/// Words that are no name of who speaks.
const NOBODY: &[&str] = &["host", "interviewer", "question", "q", "moderator", "speaker"];

fn other_speaker(draft: &Draft<'_>, fit: &Fit<'_>) -> Option<String> {
    if draft.speaker.is_empty() {
        return None;
    }
    let source = draft.index.backing.files.get(fit.file)?;
    if let Some(speaker) = &fit.passage.speaker {
        let known = source
            .passages
            .iter()
            .filter_map(|passage| passage.speaker.as_deref())
            .any(|name| shares_name(name, draft.speaker));
        let is_asker = NOBODY.contains(&speaker.to_lowercase().as_str());
        if shares_name(speaker, draft.speaker) || !(known || is_asker) {
            return None;
        }
        return Some(format!("in the document {speaker} says it, not {}", draft.speaker));
    }
    if source.kind == "notes" {
        return None;
    }
    // In prose: who was named last before it, unless the speaker is named behind it.
    let text = &fit.passage.text;
    let start = fit.words.get(fit.alignment.from)?.start.min(text.len());
    let end = fit.words.get(fit.alignment.to.checked_sub(1)?)?.end.min(text.len());
    // The frame of the quotation, not the sentence that follows.
    let behind: String = text.get(end..)?.chars().take(90).collect();
    let behind = behind.split(". ").next().unwrap_or(&behind).to_owned();
    let before = text.get(..start)?;
    let own = last_mention(before, draft.speaker);
    if has_surname(&behind, draft.speaker) {
        return None;
    }
    let elsewhere = draft.index.backing.files.iter().any(|file| {
        file.passages.iter().any(|passage| passage.cell.is_none() && has_surname(&passage.text, draft.speaker))
    });
    let unit = draft.index.units.iter().filter(|unit| {
        unit.file == fit.file && draft.index.passage(unit).is_some_and(|passage| std::ptr::eq(passage, fit.passage))
    });
    let people =
        unit.flat_map(|unit| &unit.people).filter(|person| person.contains(' ') && !shares_name(person, draft.speaker));
    let (at, person) = people.filter_map(|person| Some((before.rfind(person.as_str())?, person))).max()?;
    if own.is_some_and(|own| own > at) {
        return None;
    }
    elsewhere.then(|| format!("in the document {person} stands by it, not {}", draft.speaker))
}

/// Where the last word of a name stands last in a text.
fn last_mention(text: &str, name: &str) -> Option<usize> {
    let surname = name.split_whitespace().rfind(|word| word.starts_with(char::is_uppercase))?;
    text.rfind(surname)
}

/// Whether a text has the last word of a name.
pub(super) fn has_surname(text: &str, name: &str) -> bool {
    let Some(surname) = name.split_whitespace().rfind(|word| word.starts_with(char::is_uppercase)) else {
        return false;
    };
    crate::terms::words(text)
        .any(|(_, word)| surname.contains(word) && word.len() > 3 && word.starts_with(char::is_uppercase))
}

/// Words after a quotation that turn its sense round, and words before it that hedge it.
const TURNS: &[&str] =
    &["but", "not", "if", "unless", "less", "only", "except", "although", "though", "provided", "until", "than"];
const HEDGES: &[&str] = &["i think", "perhaps", "maybe", "if", "i doubt", "not", "never", "i hope", "unless"];

/// Whether what was cut off the sentence turns its sense.
fn turned(fit: &Fit<'_>) -> Option<String> {
    let last = fit.words.get(fit.alignment.to.checked_sub(1)?)?;
    let first = fit.words.get(fit.alignment.from)?;
    let after = fit.text.get(last.end..)?;
    let rest = after.split(['.', '!', '?', ';', '”', '"']).next()?;
    let missing = spoken_words(rest, true);
    let close = !rest.trim_start().starts_with([',', '–', '—', '(']);
    let turn = missing.iter().take(6).any(|word| TURNS.contains(&word.plain.as_str()));
    let runs_on = close && (1..=3).contains(&missing.len());
    if !missing.is_empty() && missing.len() < 14 && (turn || runs_on) && fit.raw > 0 {
        return Some(format!("the sentence goes on: “{}”", rest.trim_matches([' ', ','])));
    }
    let before = fit.text.get(..first.start)?;
    let lead = before.rsplit(['.', '!', '?', ';', '“', '"', ':']).next()?.trim().to_lowercase();
    let hedged = HEDGES
        .iter()
        .any(|hedge| lead == *hedge || lead.ends_with(&format!(" {hedge}")) || lead.starts_with(&format!("{hedge} ")));
    (hedged && fit.raw > 2).then(|| format!("the sentence begins “{lead}”"))
}

/// Sentences that stand together in the draft and apart in the document are told.
pub(super) fn told_apart(draft: &Draft<'_>, all: &mut [Option<Evidence>]) {
    let quotes: Vec<usize> = draft
        .claim
        .facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| fact.role == FactRole::Quote)
        .map(|(at, _)| at)
        .collect();
    for pair in quotes.windows(2) {
        let [one, other] = pair else { continue };
        let joined = draft.claim.facts.get(*one).zip(draft.claim.facts.get(*other)).is_some_and(|(first, second)| {
            let end = draft.offset(first) + first.text.len();
            let between = draft.claim.text.get(end..draft.offset(second)).unwrap_or("said");
            between.trim().is_empty()
        });
        let place = |at: usize| {
            all.get(at)
                .and_then(Option::as_ref)
                .filter(|evidence| matches!(evidence.status, EvidenceStatus::AsWritten | EvidenceStatus::Equivalent))
                .and_then(|evidence| evidence.places.first())
        };
        let apart = place(*one).zip(place(*other)).is_some_and(|(first, second)| {
            first.file == second.file && first.place != second.place && is_apart(draft, first, second)
        });
        if !(joined && apart) {
            continue;
        }
        let places: Vec<EvidencePlace> = [*one, *other].iter().filter_map(|at| place(*at).cloned()).collect();
        for at in [*one, *other] {
            if let Some(evidence) = all.get_mut(at) {
                *evidence = Some(found(
                    EvidenceStatus::Differs,
                    places.clone(),
                    "the sentences stand apart in the document and are joined here without a mark",
                ));
            }
        }
    }
}

/// Whether something is said between two passages of one file.
fn is_apart(draft: &Draft<'_>, first: &EvidencePlace, second: &EvidencePlace) -> bool {
    let Some(file) = draft.index.backing.files.iter().find(|file| file.path == first.file) else { return false };
    let index = |place: &EvidencePlace| {
        file.passages.iter().position(|passage| {
            passage.anchors.iter().any(|(_, at)| *at == place.place) && passage.text.contains(&place.passage)
        })
    };
    index(first).zip(index(second)).is_some_and(|(one, other)| one.abs_diff(other) > 1)
}
