//! The lines of one part.

use super::super::line::Line;
use super::super::parse::{behind_mark, claim_id};
use super::super::record::{LineDigest, digest_of, digests};
use std::collections::{HashMap, HashSet};

mod priority;

/// A line of the merged part, with its place among the fresh lines if it is one of them; or the gap
/// that a line of an earlier run left.
struct Out {
    line: Option<Line>,
    fresh: Option<usize>,
}

/// Lines with their digests.
pub(super) struct Digested<'a> {
    lines: &'a [Line],
    digests: Vec<LineDigest>,
}

impl<'a> Digested<'a> {
    pub(super) fn of(lines: &'a [Line]) -> Self {
        Self { lines, digests: digests(lines.iter().map(|line| line.text.as_str())) }
    }

    /// Leaves of `known` what stands here.
    pub(super) fn only_those_of(&self, known: &mut HashSet<LineDigest>) {
        known.retain(|digest| self.digests.contains(digest));
    }

    fn iter(&self) -> impl Iterator<Item = (&'a Line, LineDigest)> {
        self.lines.iter().zip(self.digests.iter().copied())
    }
}

/// Merges the lines of a part. `known` is what the program had written there.
pub(super) fn merge(old: &Digested<'_>, known: Option<&HashSet<LineDigest>>, fresh: &Digested<'_>) -> Vec<Line> {
    merge_pinned(old, known, fresh, &HashMap::new())
}

/// Merges the lines of an entry, whose heading, hidden mark and line of priority stay one each.
pub(super) fn merge_entry(own: &Digested<'_>, known: Option<&HashSet<LineDigest>>, new: &Digested<'_>) -> Vec<Line> {
    let (old, fresh) = (own.lines, new.lines);
    let is_known =
        |at: usize| own.digests.get(at).is_some_and(|digest| known.is_some_and(|known| known.contains(digest)));
    let mut pinned = HashMap::new();
    if let (Some(own), Some(new)) = (old.first(), fresh.first()) {
        let text = if is_known(0) { new.text.clone() } else { renumbered(&own.text, &new.text) };
        pinned.insert(0, (0, Line::new(text, own.blanks)));
    }
    let mark = |lines: &[Line]| lines.iter().position(|line| claim_id(&line.text).is_some());
    if let (Some(own), Some(new)) = (mark(old), mark(fresh)) {
        let (own_line, new_line) = (old.get(own), fresh.get(new));
        if let (Some(own_line), Some(new_line)) = (own_line, new_line) {
            let text = format!("{}{}", new_line.text, behind_mark(&own_line.text));
            pinned.insert(own, (new, Line::new(text, own_line.blanks)));
        }
    }
    let is_ours = |text: &str| {
        let digest = digest_of(text);
        known.is_some_and(|known| known.contains(&digest)) || new.digests.contains(&digest)
    };
    // It stands before the quoted sentence; behind that, `Look: …` begins alike.
    let headers = |lines: &[Line]| -> Vec<usize> {
        let from = mark(lines).unwrap_or(0) + 1;
        let quotes = lines.iter().skip(from).position(|line| line.text.starts_with('>'));
        let begins = |at: &usize| lines.get(*at).is_some_and(|line| priority::may_begin(&line.text));
        let to = quotes.map_or(lines.len(), |quote| from + quote);
        (from..to).filter(|at| begins(at) || begins_pieces(lines, *at)).collect()
    };
    let place = headers(fresh).first().copied();
    if let Some((place, new_line)) = place.and_then(|place| Some((place, fresh.get(place)?))) {
        let is_another = |line: &Line| {
            let behind = fresh.iter().skip(place + 1).filter_map(|line| priority::word(&line.text));
            priority::word(&line.text).is_some_and(|word| behind.clone().any(|other| other == word))
        };
        let merged = headers(old).into_iter().find_map(|at| {
            let own_line = old.get(at).filter(|line| !is_another(line))?;
            let text = if is_known(at) {
                Some(new_line.text.clone())
            } else {
                // Whatever somebody wrote before the priority, the line stays the one that the claim is told in.
                let kept = || begins_pieces(old, at).then(|| own_line.text.clone());
                priority::merged(&own_line.text, &new_line.text, is_ours).or_else(kept)
            };
            Some((at, Line { text: text?, ..own_line.clone() }))
        });
        if let Some((at, line)) = merged {
            pinned.insert(at, (place, line));
        }
    }
    merge_pinned(own, known, new, &pinned)
}

/// Whether the line at `at` is the first piece of a claim that is told on one line.
fn begins_pieces(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| !line.joined) && lines.get(at + 1).is_some_and(|next| next.joined)
}

/// A heading that a person rewrote, with the number of the new one.
fn renumbered(own: &str, new: &str) -> String {
    let parts = |text: &str| {
        let words = text.trim_start_matches('#').trim_start();
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let rest = words.get(digits..).and_then(|rest| rest.strip_prefix(". "));
        let number = rest.and_then(|_| words.get(..digits)).filter(|number| !number.is_empty());
        number.zip(rest).map(|(number, rest)| (number.to_owned(), rest.to_owned()))
    };
    match (parts(own), parts(new)) {
        (Some((_, rest)), Some((number, _))) => {
            let marks = own.bytes().take_while(|byte| *byte == b'#').count();
            format!("{} {number}. {rest}", "#".repeat(marks))
        }
        _ => own.to_owned(),
    }
}

/// `pinned` says for an old line which fresh one it is, and what to write.
fn merge_pinned(
    old: &Digested<'_>,
    known: Option<&HashSet<LineDigest>>,
    fresh: &Digested<'_>,
    pinned: &HashMap<usize, (usize, Line)>,
) -> Vec<Line> {
    let places: HashMap<LineDigest, usize> = fresh.iter().enumerate().map(|(at, (_, digest))| (digest, at)).collect();
    let mut pinned = pinned.clone();
    for (at, place) in rewritten(old, known, fresh) {
        if let Some(line) = old.lines.get(at) {
            pinned.entry(at).or_insert_with(|| (place, line.clone()));
        }
    }
    let pinned_fresh: HashSet<usize> = pinned.values().map(|(at, _)| *at).collect();
    let (mut out, mut dropped): (Vec<Out>, Vec<(usize, &Line)>) = (Vec::new(), Vec::new());
    let mut stood: HashSet<LineDigest> = HashSet::new();
    for (at, (line, digest)) in old.iter().enumerate() {
        stood.insert(digest);
        if let Some((place, line)) = pinned.get(&at) {
            out.push(Out { line: Some(line.clone()), fresh: Some(*place) });
            continue;
        }
        // A line that this run writes elsewhere already stands twice in a sheet that had lost its record.
        let (doubled, place) = match places.get(&digest) {
            Some(place) if pinned_fresh.contains(place) => (true, None),
            place => (false, place.copied()),
        };
        let was_ours = doubled || known.is_some_and(|known| known.contains(&digest));
        if place.is_some() || !was_ours {
            out.push(Out { line: Some(line.clone()), fresh: place });
        } else {
            if line.is_worked_on() {
                dropped.push((at, line));
            }
            if let Some(last) = out.iter_mut().rev().find_map(|out| out.line.as_mut()) {
                last.blanks = last.blanks.max(line.blanks);
            }
            out.push(Out { line: None, fresh: None });
        }
    }
    let is_new = |(at, digest): (usize, LineDigest)| {
        let deleted = known.is_some_and(|known| known.contains(&digest));
        !deleted && !stood.contains(&digest) && !pinned_fresh.contains(&at)
    };
    let is_ours = |digest: &LineDigest| known.is_some_and(|known| known.contains(digest));
    let (own_subjects, own_counts) = subjects(old, is_ours);
    let (new_subjects, new_counts) = subjects(fresh, |_| true);
    let subject = |all: &[Option<Subject>], at: usize| all.get(at).cloned().flatten();
    let is_paired = |(stem, _): &Subject| own_counts.get(stem) == new_counts.get(stem);
    let own = |at: usize| subject(&own_subjects, at).filter(is_paired);
    let mut ticks: HashSet<Subject> =
        dropped.iter().filter(|(_, line)| line.is_ticked()).filter_map(|(at, _)| own(*at)).collect();
    let mut taken = HashSet::new();
    for (at, (line, digest)) in fresh.iter().enumerate() {
        if is_new((at, digest)) {
            let ticked = subject(&new_subjects, at).and_then(|subject| ticks.take(&subject));
            let text = if ticked.is_some() { line.ticked() } else { line.text.clone() };
            taken.extend(ticked);
            insert(&mut out, Line { text, ..line.clone() }, at, fresh.lines);
        }
    }
    let is_kept = |(at, _): &&(usize, &Line)| own(*at).is_none_or(|subject| !taken.contains(&subject));
    let kept: Vec<Line> = dropped.iter().filter(is_kept).map(|(_, line)| past(line)).collect();
    let mut lines: Vec<Line> = out.into_iter().filter_map(|out| out.line).collect();
    append(&mut lines, kept);
    lines
}

/// The items that a person rewrote, each with its place among the fresh lines, where this run words them otherwise:
/// `"paid": did this happen? asked Tom` is the item of `"paid" — did this happen?`.
fn rewritten(
    old: &Digested<'_>,
    known: Option<&HashSet<LineDigest>>,
    fresh: &Digested<'_>,
) -> impl Iterator<Item = (usize, usize)> {
    let is_known = |digest: &LineDigest| known.is_some_and(|known| known.contains(digest));
    let stems = |lines: &Digested<'_>, counts: &dyn Fn(&LineDigest) -> bool| -> Vec<(String, usize)> {
        let counted = lines.iter().enumerate().filter(|(_, (_, digest))| counts(digest));
        counted.filter_map(|(at, (line, _))| Some((line.stem()?, at))).collect()
    };
    let ours: HashSet<String> = stems(old, &is_known).into_iter().map(|(stem, _)| stem).collect();
    let theirs = stems(old, &|digest| !is_known(digest));
    let mut new: HashMap<String, usize> = HashMap::new();
    for (stem, at) in stems(fresh, &|digest| !is_known(digest) && !old.digests.contains(digest)) {
        new.entry(stem).or_insert(at);
    }
    theirs.into_iter().filter(move |(stem, _)| !ours.contains(stem)).filter_map(move |(stem, at)| {
        let place = new.remove(&stem)?;
        Some((at, place))
    })
}

/// What an item is about, and which it is of the items about the same, from 1.
type Subject = (String, u32);

/// The subject of each line, and how many lines have the same, of those lines whose digest `counts`.
fn subjects(
    lines: &Digested<'_>,
    counts: impl Fn(&LineDigest) -> bool,
) -> (Vec<Option<Subject>>, HashMap<String, u32>) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let subject = |(line, digest): (&Line, LineDigest)| {
        let stem = counts(&digest).then(|| line.stem()).flatten()?;
        let number = seen.entry(stem.clone()).or_insert(0);
        *number += 1;
        Some((stem, *number))
    };
    (lines.iter().map(subject).collect(), seen)
}

/// Puts a fresh line into the next gap behind the nearest fresh one before it, else right behind it.
fn insert(out: &mut Vec<Out>, mut line: Line, at: usize, fresh: &[Line]) {
    let is_before = |(_, out): &(usize, &Out)| out.fresh.is_some_and(|place| place < at);
    let before = out.iter().enumerate().filter(is_before).max_by_key(|(_, out)| out.fresh);
    let behind = before.map_or(0, |(index, _)| index + 1);
    let own = out.get(behind..).unwrap_or_default().iter().take_while(|out| out.fresh.is_none());
    let place = own.enumerate().find(|(_, out)| out.line.is_none()).map_or(behind, |(gap, _)| behind + gap);
    let previous = out.get_mut(..place).and_then(|before| before.iter_mut().rev().find(|out| out.line.is_some()));
    if let Some(Out { line: Some(previous), fresh: own }) = previous {
        let had = previous.blanks;
        previous.blanks = own.and_then(|own| fresh.get(own)).map_or(had, |line| line.blanks);
        line.blanks = line.blanks.max(had.saturating_sub(previous.blanks));
    }
    if out.get(place).is_some_and(|out| out.line.is_none()) {
        out.remove(place);
    }
    out.insert(place, Out { line: Some(line), fresh: Some(at) });
}

/// A line that was worked on and that the draft no longer calls for.
fn past(line: &Line) -> Line {
    let text = if line.is_ticked() { line.text.replacen("] ", "] (earlier version) ", 1) } else { line.text.clone() };
    let is_bare = line.joined && (line.is_ticked() || line.field().is_some());
    Line::new(if is_bare { format!("- {text}") } else { text }, 0)
}

fn append(lines: &mut Vec<Line>, kept: Vec<Line>) {
    if kept.is_empty() {
        return;
    }
    let blanks = lines.last_mut().map_or(1, |last| std::mem::replace(&mut last.blanks, 1).max(1));
    lines.extend(kept);
    if let Some(last) = lines.last_mut() {
        last.blanks = blanks;
    }
}
