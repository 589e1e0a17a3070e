//! Holds each fact of a draft against the backing.

use crate::index::{Act, Index, Unit};
use chrono::NaiveDate;
use claimsheet::claim::{Claim, Evidence, EvidencePlace, EvidenceStatus, Fact, FactRole, FactValue, NameEntry};
use claimsheet::text::value::Quantity;
use claimsheet::{Analysis, Document, NameKind, Options};

mod action;
mod compute;
mod date;
mod figure;
mod name;
mod pointer;
mod quote;
mod rank;
mod rival;
mod role;
mod search;
mod shown;
mod statement;
mod superlative;
mod wanted;

pub use search::Hit;
use wanted::Wanted;

/// Names by which tables are searched for what the draft is about.
const SUBJECTS: usize = 6;

/// How much of a claim a passage must speak of to be shown as the nearest one.
const NEAREST: f64 = 0.16;

/// Finds the evidence of every fact of an analysis and puts it there. Clauses of claims that hold no fact become
/// facts, so that they too are held against the backing.
///
/// `document` is the draft that was analysed, by the same `options`.
pub fn attach(analysis: &mut Analysis, document: &Document, options: &Options, index: &Index<'_>) {
    let sentences = claimsheet::signals(document, options);
    let mut speaker = String::new();
    let mut names: Vec<&NameEntry> = analysis.names.iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.count));
    let owns = |name: &&&NameEntry| {
        let is_known =
            matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Place | NameKind::Group);
        is_known || name.name.contains(' ')
    };
    let subjects: Vec<String> = names.iter().filter(owns).take(SUBJECTS).map(|name| name.name.clone()).collect();
    let people: Vec<String> =
        names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.name.clone()).collect();
    let foreign = foreign(analysis, index);
    for number in 0..analysis.claims.len() {
        let before = number.checked_sub(1).and_then(|before| analysis.claims.get(before));
        let figures_before = before.map(|claim| quantities(claim).cloned().collect()).unwrap_or_default();
        let before = before.map(|claim| claim.text.clone());
        let Some(claim) = analysis.claims.get_mut(number) else { continue };
        let stated = statement::facts(claim, &sentences, document);
        claim.facts.extend(stated);
        claim.facts.sort_by_key(|fact| fact.prose.start);
        speaker = speaker_of(claim).unwrap_or(speaker);
        let draft = Draft {
            claim,
            acts: statement::acts(claim, &sentences, document),
            before: before.unwrap_or_default(),
            figures_before,
            speaker: &speaker,
            subjects: &subjects,
            people: &people,
            foreign: &foreign,
            published: document.meta.published,
            index,
        };
        let mut found: Vec<Option<Evidence>> = claim.facts.iter().map(|fact| draft.evidence(fact)).collect();
        quote::told_apart(&draft, &mut found);
        for (fact, evidence) in claim.facts.iter().zip(&mut found) {
            if let Some(evidence) = evidence.as_mut().filter(|evidence| evidence.places.is_empty()) {
                evidence.places = draft.nearest(fact);
            }
        }
        found.iter_mut().flatten().for_each(|evidence| shown::once(&mut evidence.places));
        pointer::follow(&draft, document, &mut found);
        for (fact, evidence) in claim.facts.iter_mut().zip(found) {
            if evidence.as_ref().is_some_and(|evidence| evidence.status == EvidenceStatus::Differs) {
                fact.tick = true;
                fact.left_out = None;
            }
            fact.evidence = evidence;
        }
    }
}

/// A claim with what is needed to search for it.
pub(crate) struct Draft<'a> {
    pub(crate) claim: &'a Claim,
    /// What the claim says is done.
    pub(crate) acts: Vec<Act>,
    /// The claim before it, which often tells what it is about.
    pub(crate) before: String,
    /// Its numbers.
    pub(crate) figures_before: Vec<Quantity>,
    /// Who speaks, by name, here or in a claim before.
    pub(crate) speaker: &'a str,
    /// The names that the draft has most often, the most frequent first.
    pub(crate) subjects: &'a [String],
    /// Of each file, whether it is about something else.
    pub(crate) foreign: &'a [bool],
    /// The names of people in the draft.
    pub(crate) people: &'a [String],
    /// When the draft is published.
    pub(crate) published: Option<NaiveDate>,
    pub(crate) index: &'a Index<'a>,
}

/// Documents without a name of the draft from which on a folder holds several matters.
const FEW: usize = 6;

/// Shortest part of a name by which a document is known to be about it.
const NAME: usize = 4;

/// Of each file, whether it is about something else than the draft. In a small folder, or where most documents have
/// names of the draft, none is.
fn foreign(analysis: &Analysis, index: &Index<'_>) -> Vec<bool> {
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().count() >= NAME;
    let is_common = |word: &str| {
        // The first words of sentences and what every article names tell nothing.
        analysis.claims.iter().any(|claim| claim.text.split_whitespace().any(|own| own == word.to_lowercase()))
    };
    let mut names: Vec<&str> = analysis
        .names
        .iter()
        .flat_map(|name| crate::terms::words(&name.name).map(|(_, word)| word))
        .filter(|word| is_capital(word) && !is_common(word))
        .collect();
    names.sort_unstable();
    names.dedup();
    let of_file = |file: &crate::passage::SourceFile| {
        let mut texts = file.passages.iter().flat_map(|passage| [passage.text.as_str(), passage.context.as_str()]);
        let has = |text: &str| names.iter().any(|name| text.contains(*name));
        texts.any(has) || has(&file.path) || file.title.as_deref().is_some_and(has)
    };
    let foreign: Vec<bool> = index.backing.files.iter().map(|file| !of_file(file)).collect();
    let count = foreign.iter().filter(|foreign| **foreign).count();
    if count > FEW && count * 3 > foreign.len() { foreign } else { vec![false; foreign.len()] }
}

/// The numbers of a claim.
fn quantities(claim: &Claim) -> impl Iterator<Item = &Quantity> {
    claim.facts.iter().filter_map(|fact| match &fact.value {
        Some(FactValue::Quantity(quantity)) => Some(quantity),
        _ => None,
    })
}

/// The name of who speaks in a claim; none where a pronoun does.
fn speaker_of(claim: &Claim) -> Option<String> {
    let source = claim.claimed_source.as_ref()?;
    let name = source.name();
    name.split_whitespace().any(|word| word.starts_with(char::is_uppercase)).then(|| name.to_owned())
}

impl Draft<'_> {
    fn evidence(&self, fact: &Fact) -> Option<Evidence> {
        match (fact.role, &fact.value) {
            (FactRole::Quote, _) => Some(quote::find(self, fact)),
            // A bare year says when and counts nothing.
            (_, Some(FactValue::Quantity(quantity))) if figure::is_year(quantity) => None,
            (_, Some(FactValue::Quantity(quantity))) => Some(figure::find(self, fact, quantity)),
            (_, Some(FactValue::Date(date))) => date::find(self, fact, date),
            (FactRole::Name | FactRole::Speaker | FactRole::Place, _) => {
                name::find(self, fact).or_else(|| role::of_speaker(self, fact))
            }
            (FactRole::Role, _) => role::find(self, fact),
            (FactRole::Superlative, _) => Some(superlative::find(self, fact)),
            // What stands in a quotation is held against what was said.
            (FactRole::Action, _) if self.is_quoted(fact) => None,
            (FactRole::Action, _) => role::of_act(self, fact).or_else(|| action::find(self, fact)),
            // Comparisons, qualifiers, causes, and figures and dates without a value.
            (_, _) => None,
        }
    }

    /// Whether a fact stands in a quotation.
    fn is_quoted(&self, fact: &Fact) -> bool {
        self.claim.facts.iter().any(|other| other.role == FactRole::Quote && other.prose.contains(fact.prose))
    }

    /// Where a fact stands in the words of its claim.
    pub(crate) fn offset(&self, fact: &Fact) -> usize {
        let from = fact.span.start.saturating_sub(self.claim.span.start) as usize;
        let near = self.claim.text.match_indices(&fact.text).map(|(at, _)| at);
        near.min_by_key(|at| at.abs_diff(from)).unwrap_or(0)
    }

    /// The passages that speak most of the claim, for what was not found.
    fn nearest(&self, fact: &Fact) -> Vec<EvidencePlace> {
        let wanted = Wanted::by(self, fact);
        let units = self.index.units.iter().filter(|unit| wanted.is_in(unit));
        let scored = units.map(|unit| (self.overlap(&wanted, unit, None), unit));
        let best = scored.filter(|(overlap, _)| *overlap >= NEAREST).max_by(|one, two| one.0.total_cmp(&two.0));
        best.map(|(_, unit)| self.place(unit, 0)).into_iter().collect()
    }

    /// A place of the backing: the words of a unit from `at` on.
    pub(crate) fn place(&self, unit: &Unit, at: usize) -> EvidencePlace {
        shown::of_unit(self, unit, at)
    }

    /// Whether the claim has one of the words.
    pub(crate) fn says(&self, words: &[&str]) -> bool {
        let text = self.claim.text.to_lowercase();
        words.iter().any(|word| {
            crate::terms::words(&text).any(|(_, own)| own == *word) || word.contains(' ') && text.contains(word)
        })
    }
}

/// Nothing was found.
pub(crate) fn nothing() -> Evidence {
    Evidence::new(EvidenceStatus::NotFound, Vec::new(), String::new())
}

/// Something was found.
pub(crate) fn found(status: EvidenceStatus, places: Vec<EvidencePlace>, note: impl Into<String>) -> Evidence {
    Evidence::new(status, places, note.into())
}
