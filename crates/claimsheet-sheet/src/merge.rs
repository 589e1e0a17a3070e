//! A new run into a sheet that people have worked on. What a person wrote stays, byte for byte.

use super::backing;
use super::line::Line;
use super::order::{self, Order};
use super::record::has_work;
use super::split::Fate;
use super::{
    ClaimWords, Origin, Part, PartKind, Record, Sheet, SheetError, essence, matching, parse, recognise, removed_claims,
    split,
};
use claimsheet::text::escape::markup;
use std::collections::{BTreeMap, HashMap, HashSet};

mod forms;
mod lines;

/// What a run found in a draft.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// All claims of the draft, those below the lowest priority included.
    pub claims: &'a [ClaimWords],
    /// The draft, and how it was read.
    pub origin: &'a Origin,
    /// Whether entries come back that a person deleted.
    pub restore: bool,
}

/// A merged sheet, and what became of the claims.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// The sheet's text with its record.
    pub text: String,
    /// Claims that were in the sheet and are in the draft, unchanged.
    pub kept: usize,
    /// Claims whose words were edited.
    pub edited: usize,
    /// Claims that are new in the draft.
    pub new: usize,
    /// Claims that are no longer in the draft.
    pub withdrawn: usize,
    /// Claims whose entries a person had deleted; they stay out.
    pub dropped: usize,
}

/// Merges the sheet `rendered` for the current draft into the sheet `old`.
///
/// # Errors
///
/// Where `rendered` is no sheet of this version, by a template that says so.
pub fn merge(old: &Sheet, rendered: &str, run: &Run<'_>) -> Result<Merged, SheetError> {
    let fresh = Sheet::parse(rendered)?;
    let old = old.recognised(run.claims);
    let nothing = Record::default();
    let known = old.record.as_ref().unwrap_or(&nothing);
    let record = Record::of(fresh.parts.iter().map(|part| (part.kind.clone(), part.texts())), run.claims, run.origin);
    let headed = |part: &Part| order::numbered(&part.kind, part.lines.first().map(|line| line.text.as_str()));
    let entries: Vec<_> = fresh.parts.iter().filter_map(headed).collect();
    let order = Order::of(&old, known);
    let mut merging = Merging::new(&old, known, record, &order, run);
    for part in order.kept(&old, fresh.parts, |part| merging.place_of(part)) {
        merging.take(part);
    }
    merging.keep_own_parts();
    // Entries that leave the draft have no place in the order, so before they are withdrawn.
    merging.record.set_order(order::not_told_by(&merging.out, entries));
    merging.withdraw();
    let counts = merging.counts;
    if let Some(last) = merging.out.last_mut().and_then(|part| part.lines.last_mut()).filter(|_| old.record.is_none()) {
        last.blanks = last.blanks.max(1);
    }
    let sheet = Sheet { parts: merging.out, record: Some(merging.record), crlf: old.crlf, bom: old.bom };
    Ok(Merged { text: sheet.written(), ..counts })
}

struct Merging<'a> {
    old: &'a Sheet,
    known: &'a Record,
    /// The record of the merged sheet.
    record: Record,
    /// By claim id, the id of its entry in the old sheet.
    entries: HashMap<String, String>,
    words: HashMap<&'a str, &'a str>,
    /// What becomes of parts of claims, by index in the old sheet.
    fates: BTreeMap<usize, Fate>,
    /// Ids of the claims whose entries a person deleted.
    deleted: HashSet<&'a str>,
    /// Whether what a person deleted comes back.
    restore: bool,
    /// Index of each old entry, by the claim's id.
    places: HashMap<&'a str, usize>,
    /// Index of each old part in `out`, by index in the old sheet.
    placed: HashMap<usize, usize>,
    /// Index of each entry in `out`, by the id of its claim.
    claims: HashMap<String, usize>,
    out: Vec<Part>,
    counts: Merged,
}

impl<'a> Merging<'a> {
    fn new(old: &'a Sheet, known: &'a Record, mut record: Record, order: &Order<'_>, run: &Run<'a>) -> Self {
        let matched = matching::matches(run.claims, &order.written, |id| old.words_of(id));
        let pairs: Vec<(&ClaimWords, String)> =
            run.claims.iter().zip(matched).filter_map(|(claim, old)| Some((claim, old?))).collect();
        let claims: HashMap<&str, &ClaimWords> = pairs.iter().map(|(claim, old)| (old.as_str(), *claim)).collect();
        let fates = split::fates(old, run.claims, |id| claims.get(id).copied());
        let pairs = pairs.into_iter().map(|(claim, old)| (claim.id.clone(), old));
        let counts = Merged { text: String::new(), kept: 0, edited: 0, new: 0, withdrawn: 0, dropped: 0 };
        let places: HashMap<&str, usize> =
            old.parts.iter().enumerate().filter_map(|(at, part)| Some((part.id()?, at))).collect();
        // Where marks are gone, an entry that is not found was perhaps not deleted.
        let is_sure = !run.restore && !recognise::has_unknown_entries(old);
        let deleted: HashMap<&str, &str> = known.missing(|id| places.contains_key(id)).filter(|_| is_sure).collect();
        for (id, words) in &deleted {
            record.delete(id, words);
        }
        Self {
            old,
            known,
            record,
            entries: pairs.collect(),
            words: run.claims.iter().map(|claim| (claim.id.as_str(), claim.text.as_str())).collect(),
            fates,
            deleted: deleted.into_keys().collect(),
            restore: run.restore,
            places,
            placed: HashMap::new(),
            claims: HashMap::new(),
            out: Vec::new(),
            counts,
        }
    }

    /// Which part of the old sheet one of the new run is.
    fn place_of(&self, fresh: &Part) -> Option<usize> {
        match &fresh.kind {
            PartKind::Entry(id) => self.places.get(self.entries.get(id)?.as_str()).copied(),
            _ => self.old.parts.iter().position(|part| is_same(&part.kind, &fresh.kind)),
        }
    }

    /// Takes the next part of the new run.
    fn take(&mut self, mut fresh: Part) {
        if let Some(last) = fresh.lines.last_mut() {
            last.blanks = last.blanks.max(1);
        }
        match &fresh.kind {
            PartKind::Entry(id) => {
                let (id, place) = (id.clone(), self.out.len());
                self.take_entry(&id, fresh);
                if self.out.len() > place {
                    self.claims.insert(id, place);
                }
            }
            _ => self.take_section(fresh),
        }
    }

    fn take_section(&mut self, mut fresh: Part) {
        let found = self.old.parts.iter().enumerate().find(|(_, part)| is_same(&part.kind, &fresh.kind));
        let restores = self.restore && parse::holds_findings(&fresh);
        match found {
            Some((at, old)) => {
                let old_lines = forms::of_this_version(&old.lines, &fresh.lines);
                let (own, new) = (lines::Digested::of(&old_lines), lines::Digested::of(&fresh.lines));
                let mut known = self.known.lines(&old.kind);
                if restores && let Some(known) = &mut known {
                    own.only_those_of(known);
                }
                let lines = lines::merge(&own, known.as_ref(), &new);
                self.place(at, Part { lines, ..fresh });
            }
            None if self.known.lines(&fresh.kind).is_some() && !restores => {}
            None => {
                if parse::holds_findings(&fresh) {
                    self.settle(&mut fresh);
                }
                self.out.push(fresh);
            }
        }
    }

    fn take_entry(&mut self, id: &str, mut fresh: Part) {
        let Some(old_id) = self.entries.get(id).cloned() else {
            if self.deleted.contains(id) {
                self.counts.dropped += 1;
                return;
            }
            self.counts.new += 1;
            if !self.known.has(id) {
                notice(&mut fresh.lines, "**New in the draft** since this sheet was made.");
            }
            self.out.push(fresh);
            return;
        };
        let Some(at) = self.places.get(old_id.as_str()).copied() else { return };
        let Some(old) = self.old.parts.get(at) else { return };
        let forms = forms::agreed(&old.lines, &fresh.lines, has_work(old, Some(self.known)));
        let (own, new) = (lines::Digested::of(&forms.old), lines::Digested::of(&forms.fresh));
        let mut lines = lines::merge_entry(&own, self.known.lines(&old.kind).as_ref(), &new);
        forms.fill(&mut lines);
        for asked in backing::changed(&forms.old, self.known.lines(&old.kind).as_ref(), &forms.fresh) {
            notice(&mut lines, &asked);
        }
        if old_id == id {
            self.counts.kept += 1;
        } else {
            self.counts.edited += 1;
            if has_work(old, Some(self.known)) {
                notice(&mut lines, &self.edited(&old_id, id));
            }
        }
        self.place(at, Part { lines, ..fresh });
    }

    /// Ticks in a section of findings that the old sheet lacks what was settled in another of it: sheets of version 1
    /// had one section for all.
    fn settle(&self, fresh: &mut Part) {
        let old = self.old.parts.iter().filter(|part| parse::holds_findings(part));
        let mut settled: Vec<String> =
            old.flat_map(|part| &part.lines).filter(|line| line.is_ticked()).filter_map(Line::stem).collect();
        for line in fresh.lines.iter_mut().filter(|line| line.is_open()) {
            if let Some(at) = line.stem().and_then(|stem| settled.iter().position(|known| *known == stem)) {
                settled.swap_remove(at);
                line.text = line.ticked();
            }
        }
    }

    fn edited(&self, old: &str, new: &str) -> String {
        self.edited_from(&self.old.words_of(old).unwrap_or_default(), new)
    }

    fn edited_from(&self, was: &str, new: &str) -> String {
        let shown = |words: &str| markup::markdown(words);
        let (was, is) = (shown(was), shown(self.words.get(new).copied().unwrap_or("")));
        format!("**Edited since checked:** look at the verdict again. It read: \"{was}\" It reads: \"{is}\"")
    }

    /// A part that a person added as it stands in the new sheet; none for a part of a claim that is gone.
    fn own_part(&self, at: usize, part: &Part) -> Option<Part> {
        match self.fates.get(&at) {
            None => Some(part.clone()),
            Some(Fate::Stands(id)) => Some(part.with_claim(id)),
            Some(Fate::Edited(id)) => {
                let mut part = part.with_mark(id);
                let edited = self.edited_from(&split::shown(&part), id);
                notice(&mut part.lines, &edited);
                Some(part)
            }
            Some(Fate::Gone) => None,
        }
    }

    /// The place behind the entry of the claim that a part of it belongs to.
    fn behind_claim(&self, at: usize) -> Option<usize> {
        let (Fate::Stands(id) | Fate::Edited(id)) = self.fates.get(&at)? else { return None };
        Some(self.claims.get(id)? + 1)
    }

    fn place(&mut self, old: usize, part: Part) {
        self.placed.insert(old, self.out.len());
        self.out.push(part);
    }

    /// Parts that a person added, and entries that this run leaves out by their priority, stand behind
    /// the part they stood behind.
    fn keep_own_parts(&mut self) {
        let matched: HashSet<&str> = self.entries.values().map(String::as_str).collect();
        let mut inserted: Vec<(usize, Part)> = Vec::new();
        let mut behind = 0;
        for (at, part) in self.old.parts.iter().enumerate() {
            if let Some(place) = self.placed.get(&at) {
                behind = place + 1;
                continue;
            }
            let is_ours = self.known.lines(&part.kind).is_some() && !has_work(part, Some(self.known));
            let is_left_out = part.id().is_none_or(|id| matched.contains(id));
            let place = if part.withdrawn { self.behind_claim(at) } else { Some(behind) };
            let Some((place, part)) = place.zip(self.own_part(at, part)).filter(|_| is_left_out && !is_ours) else {
                continue;
            };
            self.record.keep(self.known, &part.kind);
            inserted.push((place, part));
        }
        // An author may have moved what they stood behind.
        inserted.sort_by_key(|(place, _)| *place);
        for (place, part) in inserted.into_iter().rev() {
            self.out.insert(place.min(self.out.len()), part);
        }
    }

    /// Entries without a claim in the draft move to a section of their own, at the end. Those that stand there
    /// stay while this run leaves their claims out by their priority.
    fn withdraw(&mut self) {
        let matched: HashSet<&str> = self.entries.values().map(String::as_str).collect();
        let stood = self.old.parts.iter().position(|part| part.withdrawn && matches!(part.kind, PartKind::Section(_)));
        let parts = self.old.parts.iter().enumerate();
        let left = parts.filter(|(at, part)| {
            let is_hidden = part.withdrawn && !self.placed.contains_key(at);
            let is_own = match self.fates.get(at) {
                Some(Fate::Gone) => true,
                _ => part.withdrawn && self.behind_claim(*at).is_none(),
            };
            match &part.kind {
                PartKind::Entry(id) => is_hidden || !matched.contains(id.as_str()),
                PartKind::Own(_) => is_own,
                PartKind::Top | PartKind::Section(_) => false,
            }
        });
        let left: Vec<&Part> = left.map(|(_, part)| part).collect();
        if left.is_empty() && stood.is_none() {
            return;
        }
        let mut section = stood.and_then(|at| self.old.parts.get(at)).cloned().unwrap_or_else(removed_claims::section);
        // Of an entry of which the record knows nothing it cannot be told what is a person's.
        let is_known = |part: &Part| self.known.lines(&part.kind).is_some();
        let (touched, untouched): (Vec<&Part>, Vec<&Part>) =
            left.iter().partition(|part| part.withdrawn || !is_known(part) || has_work(part, Some(self.known)));
        for part in &untouched {
            let words = part.id().and_then(|id| self.known.words(id)).unwrap_or("");
            let blanks = section.lines.last_mut().map_or(1, |last| std::mem::take(&mut last.blanks).max(1));
            if let Some(last) = section.lines.last_mut() {
                last.blanks = usize::from(!last.text.starts_with("- \""));
            }
            section.lines.push(Line { blanks, ..removed_claims::untouched(words) });
        }
        self.counts.withdrawn += left.iter().filter(|part| !part.withdrawn && part.id().is_some()).count();
        if let Some(last) = self.out.last_mut().and_then(|part| part.lines.last_mut()) {
            last.blanks = last.blanks.max(1);
        }
        self.out.push(section);
        for part in touched {
            self.record.keep(self.known, &part.kind);
            let mut part = part.clone();
            if let Some(last) = part.lines.last_mut() {
                last.blanks = last.blanks.max(1);
            }
            self.out.push(part);
        }
    }
}

impl Part {
    /// The id of the claim whose entry it is.
    pub(super) fn id(&self) -> Option<&str> {
        match &self.kind {
            PartKind::Entry(id) => Some(id),
            _ => None,
        }
    }
}

/// Whether two parts are the same, as editors may put a heading in bold.
fn is_same(one: &PartKind, other: &PartKind) -> bool {
    match (one, other) {
        (PartKind::Section(one), PartKind::Section(other)) => {
            one == other || !essence(one).is_empty() && section_name(one) == section_name(other)
        }
        _ => one == other,
    }
}

/// What a section's heading says, those of version 1 as they are called now.
fn section_name(heading: &str) -> String {
    let name = essence(heading);
    let renamed = RENAMED.iter().find(|(was, _)| essence(was) == name);
    renamed.map_or(name, |(_, is)| essence(is))
}

/// Sections of version 1, and their names now.
const RENAMED: &[(&str, &str)] = &[
    ("Settle first", "Problems in the draft"),
    ("Set aside", "Not listed"),
    ("Names and spellings", "Names"),
    ("Held against the backing", "Questions from the documents"),
];

/// Puts an item to tick right behind the hidden mark of an entry, else behind its heading.
fn notice(lines: &mut Vec<Line>, text: &str) {
    let is_mark = |line: &Line| parse::claim_id(&line.text).or_else(|| split::marked(&line.text)).is_some();
    let at = lines.iter().position(is_mark).unwrap_or(0) + 1;
    lines.insert(at.min(lines.len()), Line::new(format!("- [ ] {text}"), 1));
}
