//! The lines below ticks that say what the reporter's documents hold.

use super::line::{Line, essence};
use super::record::LineDigest;
use super::{PartKind, Sheet, record};
use claimsheet::text::escape::markup;
use std::collections::{HashMap, HashSet};

/// What such a line begins with, behind its bullet.
const LABEL: &str = "Backing: ";

/// What an item begins with that asks to look again at a tick, as what it was made against has changed.
pub(super) const CHANGED: &str = "**Backing changed since ticked:**";

/// A tick with a line below it; some have several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backed<'a> {
    /// The index of the tick's line.
    pub(super) at: usize,
    /// The tick.
    pub(super) item: &'a Line,
    /// The line below it.
    pub(super) line: &'a Line,
}

impl<'a> Backed<'a> {
    /// Those of the lines of an entry, in their order.
    pub(super) fn of(lines: &'a [Line]) -> impl Iterator<Item = Self> {
        let mut item = None;
        lines.iter().enumerate().filter_map(move |(at, line)| {
            if line.is_open() || line.is_ticked() {
                item = Some((at, line));
                return None;
            }
            words(line)?;
            item.map(|(at, item)| Self { at, item, line })
        })
    }

    /// What the documents say of the fact.
    pub(super) fn words(&self) -> &'a str {
        words(self.line).unwrap_or_default()
    }

    /// Whether they have it, as it is written or after a fair rounding.
    pub(super) fn is_found(&self) -> bool {
        ["as written", "equivalent"].iter().any(|status| self.words().starts_with(status))
    }
}

/// What a line says of the documents; nothing where it is another line.
fn words(line: &Line) -> Option<&str> {
    line.text
        .trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '*' | '+' | '•'))
        .strip_prefix(LABEL)
}

impl Sheet {
    /// Whether it says of any fact what the reporter's documents hold.
    pub fn is_backed(&self) -> bool {
        let entries = self.parts.iter().filter(|part| matches!(part.kind, PartKind::Entry(_)));
        entries.flat_map(|part| &part.lines).any(|line| words(line).is_some())
    }
}

/// Of each fact that is ticked and whose documents said something else in the last run, what asks to look again.
/// `known` is what the program had written.
pub(super) fn changed(old: &[Line], known: Option<&HashSet<LineDigest>>, fresh: &[Line]) -> Vec<String> {
    let digests = record::digests(old.iter().map(|line| line.text.as_str()));
    let is_ours = |one: &Backed<'_>| {
        let at = old.iter().position(|line| std::ptr::eq(line, one.line));
        at.and_then(|at| digests.get(at)).is_some_and(|digest| known.is_some_and(|known| known.contains(digest)))
    };
    let now = by_fact(Backed::of(fresh));
    let ticked = by_fact(Backed::of(old)).into_iter().filter(|(_, was)| was.item.is_ticked() && is_ours(was));
    let mut changed: Vec<(usize, String)> = ticked
        .filter_map(|(fact, was)| {
            let is = now.get(&fact)?;
            (same(was.words()) != same(is.words())).then(|| (was.at, notice(&fact.0, was.words(), is.words())))
        })
        .collect();
    changed.sort_unstable();
    changed.into_iter().map(|(_, notice)| notice).collect()
}

/// The lines below the ticks of an entry by what the tick is about, and which line it is of those about the same.
fn by_fact<'a>(all: impl Iterator<Item = Backed<'a>>) -> HashMap<(String, u32), Backed<'a>> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let fact = |one: Backed<'a>| {
        let stem = one.item.stem()?;
        let number = seen.entry(stem.clone()).or_insert(0);
        *number += 1;
        Some(((stem, *number), one))
    };
    all.filter_map(fact).collect()
}

/// Words as they are compared.
fn same(words: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    essence(words, |byte| bytes.push(byte));
    bytes
}

fn notice(fact: &str, was: &str, is: &str) -> String {
    let fact = markup::markdown(fact.trim_matches('"'));
    format!("{CHANGED} look at \"{fact}\" again. The documents said: {was} They say: {is}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        text.lines().map(|line| Line::new(line, 0)).collect()
    }

    fn asked(old: &str, fresh: &str) -> Vec<String> {
        let (old, fresh) = (lines(old), lines(fresh));
        let known = record::digests(old.iter().map(|line| line.text.as_str())).into_iter().collect();
        changed(&old, Some(&known), &fresh)
    }

    #[test]
    fn a_tick_against_words_that_changed_asks_to_look_again() {
        let old = "- [x] \"41 berths\": counted when?\n  - Backing: as written; log.txt, line 2: “**41 berths**”\n- [ ] \"May\": which?\n  - Backing: not found";
        let fresh =
            old.replace("- [x]", "- [ ]").replace("“**41 berths**”", "“**14 berths**”").replace("not found", "differs");
        let asked_of = asked(old, &fresh);
        assert_eq!(asked_of.len(), 1, "{asked_of:?}");
        assert!(asked_of[0].contains("41 berths") && asked_of[0].contains("14 berths"), "{asked_of:?}");
    }

    #[test]
    fn what_an_editor_changes_on_its_own_is_no_change() {
        let old = "- [x] \"41 berths\": counted when?\n- Backing: as written; log.txt, line 2: \"__41__ berths\"";
        let fresh = "- [ ] \"41 berths\": counted when?\n  - Backing: as written; log.txt, line 2: “**41** berths”";
        assert_eq!(asked(old, fresh), Vec::<String>::new());
    }

    #[test]
    fn a_line_that_a_person_wrote_is_not_compared() {
        let old = lines("- [x] \"41 berths\": counted when?\n  - Backing: I rang the harbour");
        let fresh = lines("- [ ] \"41 berths\": counted when?\n  - Backing: not found");
        assert_eq!(changed(&old, Some(&HashSet::new()), &fresh), Vec::<String>::new());
    }
}
