//! The weights of the rankings, trained by `training/rank.py`.

use super::feature::Feature;

include!(concat!(env!("OUT_DIR"), "/ranking.rs"));

/// The 8-bit weights of the tables, one after the other in the order of [`Table`].
static WEIGHTS: &[u8] = include_bytes!("../../data/ranking.bin");

/// A table of weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Table {
    /// Where in the file it begins.
    start: usize,
    /// It has 2^`bits` weights for each outcome.
    pub bits: u32,
    /// What one unit of a weight adds to the log odds.
    scale: f64,
}

/// Which facts a checker ticks.
pub const TICKS: Table = Table { start: 0, bits: 15, scale: TICKS_SCALE };
/// Which claims a desk takes first.
pub const FIRST: Table = Table { start: 1 << 15, bits: 15, scale: FIRST_SCALE };
/// Which kinds of places know.
pub const PLACES: Table = Table { start: 2 << 15, bits: 13, scale: PLACES_SCALE };

impl Table {
    fn units(&self, feature: &Feature, outcome: usize) -> i32 {
        let at = self.start + (outcome << self.bits) + feature.slot(self.bits);
        WEIGHTS.get(at).map_or(0, |weight| i32::from(weight.cast_signed()))
    }

    /// What features add to the log odds of an outcome together.
    pub fn sum(&self, features: &[Feature], outcome: usize) -> f64 {
        let units: i32 = features.iter().map(|feature| self.units(feature, outcome)).sum();
        f64::from(units) * self.scale
    }

    /// The same for each outcome, from the first: where the weights of the features stand is found once for all.
    pub fn sums(&self, features: &[Feature]) -> impl Iterator<Item = f64> {
        let slots: Vec<usize> = features.iter().map(|feature| feature.slot(self.bits)).collect();
        let weights = WEIGHTS.get(self.start..).unwrap_or_default().chunks_exact(1 << self.bits);
        weights.map(move |weights| {
            let unit = |slot: &usize| weights.get(*slot).map_or(0, |weight| i32::from(weight.cast_signed()));
            f64::from(slots.iter().map(unit).sum::<i32>()) * self.scale
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::place_kind::PlaceKind;

    #[test]
    fn the_file_has_a_table_for_ticks_for_priority_and_for_each_kind_of_place() {
        let kinds = PlaceKind::all().len();
        assert_eq!(PLACES_BIAS.len(), kinds, "training/rank.py learns the kinds of data/places.txt anew");
        assert_eq!(WEIGHTS.len(), PLACES.start + (kinds << PLACES.bits));
        assert!(WEIGHTS.len() <= 512 << 10, "the rankings have half a megabyte");
    }

    #[test]
    fn the_kinds_of_places_stand_in_the_order_in_which_they_were_learned() {
        let text = include_str!("../../data/ranking.txt");
        let learned = text.lines().filter_map(|line| line.strip_prefix("places bias ")?.split_once(": "));
        let learned: Vec<&str> = learned.map(|(name, _)| name).collect();
        let known: Vec<&str> = PlaceKind::all().iter().map(|kind| kind.name).collect();
        assert_eq!(learned, known);
    }
}
