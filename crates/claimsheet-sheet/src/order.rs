//! The order of entries. The program writes them in one order, the draft's by default; a person may move them. What
//! was moved is seen without a mark: the numbers in the headings are the program's order, the places are the person's.

use super::{Part, PartKind, Record, Sheet};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The number of a claim in the heading of its entry, whatever an editor did to the heading.
pub(super) fn number(heading: &str) -> Option<u32> {
    let words = heading.trim_start_matches(['#', '*', '_', ' ']);
    let (digits, _) = words.split_at(words.bytes().take_while(u8::is_ascii_digit).count());
    let rest = words.get(digits.len()..)?;
    (rest.starts_with(". ") || rest.starts_with("\\. ")).then(|| digits.parse().ok()).flatten()
}

/// The ids of entries in the program's order, where the numbers of their headings do not tell it; none where they do.
pub(super) fn not_told(entries: Vec<(String, Option<u32>)>) -> Vec<String> {
    let is_told = entries.iter().all(|(_, number)| number.is_some()) && entries.is_sorted_by_key(|(_, number)| *number);
    if is_told { Vec::new() } else { entries.into_iter().map(|(id, _)| id).collect() }
}

/// The ids of the entries of a run in the program's order, where the headings of the merged sheet do not tell it: a
/// person may have changed a heading, and an entry that the run leaves out has the number of an earlier one.
pub(super) fn not_told_by(merged: &[Part], entries: Vec<(String, Option<u32>)>) -> Vec<String> {
    let numbers: HashMap<&str, Option<u32>> = entries.iter().map(|(id, number)| (id.as_str(), *number)).collect();
    let heading = |part: &Part| part.lines.first().and_then(|line| number(&line.text));
    let written = |id: &str| numbers.get(id).copied().flatten();
    let tells = |part: &Part| part.id().is_none_or(|id| written(id) == heading(part));
    if merged.iter().all(tells) { not_told(entries) } else { entries.into_iter().map(|(id, _)| id).collect() }
}

/// The entries of a sheet in the order in which the program wrote them, and those that a person moved.
pub(super) struct Order<'a> {
    /// The ids in the program's order; those of which that is not known stay where they are.
    pub(super) written: Vec<&'a str>,
    /// The fewest that must have been moved.
    moved: HashSet<&'a str>,
}

impl<'a> Order<'a> {
    pub(super) fn of(sheet: &'a Sheet, record: &Record) -> Self {
        let told: HashMap<&str, u32> = record.order().zip(0..).collect();
        let of_heading = |part: &Part| part.lines.first().and_then(|line| number(&line.text));
        let rank = |part: &Part, id: &str| if told.is_empty() { of_heading(part) } else { told.get(id).copied() };
        let ids = sheet.parts.iter().filter_map(|part| Some((part, part.id()?)));
        let ids: Vec<(&str, Option<u32>)> =
            ids.map(|(part, id)| (id, rank(part, id).filter(|_| !part.withdrawn))).collect();
        let known: Vec<(u32, &str)> = ids.iter().filter_map(|(id, rank)| Some(((*rank)?, *id))).collect();
        let rising = rising(&known.iter().map(|(rank, _)| *rank).collect::<Vec<_>>());
        let moved = known.iter().zip(rising).filter(|(_, stays)| !stays).map(|((_, id), _)| *id).collect();
        let mut sorted = known;
        sorted.sort_by_key(|(rank, _)| *rank);
        let mut sorted = sorted.into_iter();
        let in_place = |(id, rank): (&'a str, Option<u32>)| rank.and_then(|_| sorted.next()).map_or(id, |(_, id)| id);
        Self { written: ids.into_iter().map(in_place).collect(), moved }
    }

    /// The parts of a new run with each entry that a person moved behind what it stands behind in the sheet. `place_of`
    /// says which part of the sheet a new one is.
    pub(super) fn kept(&self, sheet: &Sheet, parts: Vec<Part>, place_of: impl Fn(&Part) -> Option<usize>) -> Vec<Part> {
        if self.moved.is_empty() {
            return parts;
        }
        let is_moved = |place: &usize| {
            let part = sheet.parts.get(*place);
            part.is_some_and(|part| !part.withdrawn && part.id().is_some_and(|id| self.moved.contains(id)))
        };
        let mut moved: BTreeMap<usize, Part> = BTreeMap::new();
        let mut others: Vec<(Option<usize>, Part)> = Vec::new();
        for part in parts {
            match place_of(&part) {
                Some(place) if is_moved(&place) => drop(moved.insert(place, part)),
                place => others.push((place, part)),
            }
        }
        let stay: HashSet<usize> = others.iter().filter_map(|(place, _)| *place).collect();
        // Behind which part of the sheet each of the moved stands.
        let mut behind: HashMap<usize, usize> = HashMap::new();
        let mut before = None;
        for place in 0..sheet.parts.len() {
            if moved.contains_key(&place) {
                behind.extend(before.map(|before| (before, place)));
                before = Some(place);
            } else if stay.contains(&place) {
                before = Some(place);
            }
        }
        let mut kept = Vec::new();
        for (place, part) in others {
            kept.push(part);
            let mut at = place;
            while let Some(next) = at.and_then(|at| behind.get(&at).copied()) {
                kept.extend(moved.remove(&next));
                at = Some(next);
            }
        }
        kept.extend(moved.into_values());
        kept
    }
}

/// The entries of a run with their numbers, as [`not_told`] asks for them.
pub(super) fn numbered(kind: &PartKind, heading: Option<&str>) -> Option<(String, Option<u32>)> {
    match kind {
        PartKind::Entry(id) => Some((id.clone(), heading.and_then(number))),
        _ => None,
    }
}

/// Of each rank, whether it is one of the most that rise from first to last.
fn rising(ranks: &[u32]) -> Vec<bool> {
    // Of each length, the place of the least rank that ends a rising row of it; and of each place the one before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(ranks.len());
    for (at, rank) in ranks.iter().enumerate() {
        let length = ends.partition_point(|end| ranks.get(*end).is_some_and(|end| end <= rank));
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; ranks.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        if let Some(stays) = stays.get_mut(place) {
            *stays = true;
        }
        at = before.get(place).copied().flatten();
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_heading_is_read_whatever_an_editor_made_of_it() {
        for heading in ["### 12. The quay", "### **12. The quay**", "### 12\\. The quay", "#### 12. 3 boats"] {
            assert_eq!(number(heading), Some(12), "{heading}");
        }
        for heading in ["### The quay", "### 12 boats", "### 1931.5 miles", ""] {
            assert_eq!(number(heading), None, "{heading}");
        }
    }

    #[test]
    fn as_few_as_can_be_were_moved() {
        assert_eq!(rising(&[1, 2, 3]), [true; 3]);
        assert_eq!(rising(&[4, 1, 2, 3]), [false, true, true, true]);
        assert_eq!(rising(&[2, 3, 4, 1]), [true, true, true, false]);
        assert_eq!(rising(&[1, 1, 2]), [true; 3]);
        assert_eq!(rising(&[]), [true; 0]);
    }
}
