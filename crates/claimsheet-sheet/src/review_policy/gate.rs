//! Whether a sheet may pass.

use super::ReviewPolicy;
use crate::{Entry, Labels, Sheet, entries};
use claimsheet::claim::Priority;

/// What keeps a sheet from passing: the line of the sheet, from 1, and a message.
pub type Obstacle = (u32, String);

/// What keeps `sheet` from passing, in its order; empty where it passes. Claims below `least` are
/// not asked for.
pub fn obstacles(sheet: &Sheet, labels: &Labels, desk: &ReviewPolicy, least: Priority) -> Vec<Obstacle> {
    let asked = |entry: &Entry| !entry.withdrawn && entry.priority >= least;
    let all = entries(sheet, labels);
    let lacking = all.iter().filter(|entry| asked(entry)).flat_map(|entry| {
        desk.lacks(entry).into_iter().map(|lack| (entry.line, format!("{} ({lack})", entry.heading)))
    });
    let mut obstacles: Vec<Obstacle> = lacking.collect();
    obstacles.extend(sheet.open_findings().map(|(line, text)| (line, format!("not settled: {text}"))));
    obstacles.sort_by_key(|(line, _)| *line);
    obstacles
}
