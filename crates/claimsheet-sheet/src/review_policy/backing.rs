//! Which facts of a sheet are not backed by the reporter's documents.

use super::gate::Obstacle;
use crate::backing::Backed;
use crate::review::entry;
use crate::{Labels, Part, Sheet, items::Item};
use claimsheet::claim::Priority;

/// What keeps a sheet from passing where the documents must back its claims: each fact that they do not have, in a
/// claim of at least this priority. One that a person ticked passes where the entry names a source.
pub fn unbacked(sheet: &Sheet, labels: &Labels, least: Priority) -> Vec<Obstacle> {
    if !sheet.is_backed() {
        let advice = "the sheet was not held against documents; run `claimsheet make` with --evidence FOLDER";
        return vec![(1, advice.to_owned())];
    }
    sheet.parts.iter().flat_map(|part| of_part(part, labels, least)).collect()
}

fn of_part(part: &Part, labels: &Labels, least: Priority) -> Vec<Obstacle> {
    let Some(entry) = entry(part, labels).filter(|entry| !entry.withdrawn && entry.priority >= least) else {
        return Vec::new();
    };
    let is_accepted = |one: &Backed<'_>| one.is_found() || one.item.is_ticked() && !entry.review.sources.is_empty();
    let told = |one: Backed<'_>| {
        let fact = Item::of(one.item).and_then(|item| item.stem()).unwrap_or_default();
        let status = one.words().split([';', '(']).next().unwrap_or_default().trim();
        let message = format!(
            "{} ({fact}: {status}; correct the draft or hand in the document, or tick it and name the source)",
            entry.heading
        );
        (line_of(part, one.at), message)
    };
    Backed::of(&part.lines).filter(|one| !is_accepted(one)).map(told).collect()
}

/// The line of the sheet, from 1, of a line of a part.
fn line_of(part: &Part, at: usize) -> u32 {
    let before = part.lines.iter().take(at).zip(part.lines.iter().skip(1));
    let rows = before.map(|(line, next)| line.blanks as u32 + u32::from(!next.joined));
    part.first_line + rows.sum::<u32>()
}
