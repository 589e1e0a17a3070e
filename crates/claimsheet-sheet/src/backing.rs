//! The lines below ticks that say what the reporter's documents hold.

use super::line::{Line, essence};
use super::record::LineDigest;
use super::{PartKind, Sheet, record};
use claimsheet::text::escape::markup;
use std::collections::HashSet;

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

/// Of each tick whose lines said something else in the last run, what asks to look again. `known` is what the program
/// had written.
pub(super) fn changed(old: &[Line], known: Option<&HashSet<LineDigest>>, fresh: &[Line]) -> Vec<String> {
    let digests = record::digests(old.iter().map(|line| line.text.as_str()));
    let is_ours = |one: &Backed<'_>| {
        let at = old.iter().position(|line| std::ptr::eq(line, one.line));
        at.and_then(|at| digests.get(at)).is_some_and(|digest| known.is_some_and(|known| known.contains(digest)))
    };
    let now = by_tick(Backed::of(fresh));
    let was = by_tick(Backed::of(old).filter(|one| one.item.is_ticked() && is_ours(one)));
    // Where nothing is said of any documents, none were named in this run.
    was.iter()
        .filter(|_| !now.is_empty())
        .filter_map(|(tick, said)| {
            let says: &[&str] = now.iter().find(|(other, _)| other == tick).map_or(&[], |(_, says)| says);
            let gone = without(said, says);
            let came = without(says, said);
            (!gone.is_empty() || !came.is_empty()).then(|| notice(&tick.0, &gone, &came))
        })
        .collect()
}

/// What a tick is about, and which it is of those about the same.
type Tick = (String, u32);

/// What is said below each tick of an entry, in the entry's order.
fn by_tick<'a>(all: impl Iterator<Item = Backed<'a>>) -> Vec<(Tick, Vec<&'a str>)> {
    let mut ticks: Vec<(Tick, Vec<&str>)> = Vec::new();
    let mut last = None;
    for one in all {
        if last != Some(one.at) {
            let Some(stem) = one.item.stem() else { continue };
            let number = ticks.iter().filter(|((other, _), _)| *other == stem).count() as u32;
            ticks.push(((stem, number), Vec::new()));
            last = Some(one.at);
        }
        if let Some((_, said)) = ticks.last_mut() {
            said.push(one.words());
        }
    }
    ticks
}

/// The words of `all` that `others` do not have.
fn without<'a>(all: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    let is_other = |words: &&str| others.iter().any(|other| same(other) == same(words));
    all.iter().copied().filter(|words| !is_other(words)).collect()
}

/// Words as they are compared.
fn same(words: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    essence(words, |byte| bytes.push(byte));
    bytes
}

fn notice(tick: &str, gone: &[&str], came: &[&str]) -> String {
    let tick = markup::markdown(tick.trim_matches('"'));
    let told =
        |lead: &str, all: &[&str]| if all.is_empty() { String::new() } else { format!(" {lead}: {}.", all.join("; ")) };
    let (said, says) = (told("The documents said", gone), told("They say now", came));
    format!("{CHANGED} look at \"{tick}\" again.{said}{says}")
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
    fn of_several_lines_those_are_told_that_changed() {
        let old = "- [x] \"sold 41 berths in May\": when?\n  - Backing: as written for \"41\"; log\n  - Backing: not found for \"May\"";
        let fresh = "- [ ] \"sold 41 berths in May\": when?\n  - Backing: not found for \"May\"\n- [ ] \"41 berths\": when?\n  - Backing: differs; log";
        let asked_of = asked(old, fresh);
        assert_eq!(asked_of.len(), 1, "{asked_of:?}");
        assert!(asked_of[0].ends_with("The documents said: as written for \"41\"; log."), "{asked_of:?}");
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
