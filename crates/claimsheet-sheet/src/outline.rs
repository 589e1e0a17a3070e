//! A sheet's parts with the numbers of their lines, for formats that show and edit it.

use super::line::{Line, folded};
use super::{PartKind, Sheet, record, split};

/// A part of a sheet and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What it is.
    pub kind: PartKind,
    /// The id of the claim of which it is a part, where a person split that.
    pub part_of: Option<String>,
    /// Whether it stands among the claims that are no longer in the text.
    pub withdrawn: bool,
    /// The number of its first line in the text, from 0. Of a line with several [`pieces`](super::pieces) each has a
    /// number of its own, here and below.
    pub first: u32,
    /// The number of the line behind its last, from 0.
    pub end: u32,
    /// The numbers of the lines that a person wrote, ticked or filled, from 0.
    pub own: Vec<u32>,
    /// Its lines that are not empty: number, whether it has a box, and its folded words.
    lines: Vec<(u32, bool, String)>,
}

impl Sheet {
    /// The parts in their order. The numbers hold for a text whose record stands at its end, which is
    /// how the program writes it.
    pub fn outline(&self) -> Vec<Outline> {
        let mut pieces = 0;
        let mut claims = split::claims_of(self);
        self.parts
            .iter()
            .enumerate()
            .map(|(place, part)| {
                let first = part.first_line.saturating_sub(1) + pieces;
                pieces += part.lines.iter().filter(|line| line.joined).count() as u32;
                let mut at = first;
                let numbered = part.lines.iter().map(|line| {
                    let here = at;
                    at += 1 + line.blanks as u32;
                    (here, line)
                });
                let numbered: Vec<(u32, &Line)> = numbered.collect();
                let is_own = record::is_work(part, self.record.as_ref());
                let own = numbered.iter().zip(is_own).filter_map(|((at, _), is_own)| is_own.then_some(*at)).collect();
                let lines = numbered.iter().map(|(at, line)| (*at, line.is_open() || line.is_ticked(), line.essence()));
                let lines = lines.collect();
                let part_of = claims.remove(&place);
                Outline { kind: part.kind.clone(), part_of, withdrawn: part.withdrawn, first, end: at, own, lines }
            })
            .collect()
    }
}

impl Outline {
    /// The numbers of the items to tick that are about `words`, those that quote them first.
    pub fn items_about(&self, words: &str) -> Vec<u32> {
        let words = folded(words);
        let quoted = format!("\"{words}\"");
        let with = |part: &str| {
            let items = self.lines.iter().filter(|(_, has_box, line)| *has_box && line.contains(part));
            items.map(|(at, ..)| *at).collect::<Vec<_>>()
        };
        let found = with(&quoted);
        if found.is_empty() && !words.is_empty() { with(&words) } else { found }
    }

    /// The numbers of its lines that hold `words`, in order, with their place for a later search.
    pub fn line_with(&self, words: &str, from: usize, reach: usize) -> Option<(usize, u32)> {
        let words = folded(words);
        let lines = self.lines.iter().enumerate().skip(from).take(reach);
        lines
            .filter(|_| !words.is_empty())
            .find_map(|(place, (at, _, line))| line.contains(&words).then_some((place, *at)))
    }
}
