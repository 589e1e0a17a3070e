//! Units of measurement: what they measure, and how much.

use crate::text::value::Quantity;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A unit with what it measures.
#[derive(Debug, PartialEq)]
pub(crate) struct Unit {
    /// What it measures: `length`, `mass` ….
    pub(crate) dimension: &'static str,
    /// How much of the dimension's base it is; several where countries differ.
    factors: Vec<f64>,
}

/// The lines of `data/units.txt`.
fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../../../data/units.txt").lines().filter(|line| !line.is_empty() && line.strip_prefix('#').is_none())
}

/// The unit of a line, and its names.
fn unit(line: &'static str) -> Option<(Unit, impl Iterator<Item = &'static str>)> {
    let mut parts = line.split(" | ");
    let (dimension, factors, names) = (parts.next()?, parts.next()?, parts.next()?);
    let factors = factors.split(", ").map(|factor| factor.parse().ok()).collect::<Option<Vec<f64>>>()?;
    Some((Unit { dimension, factors }, names.split(", ")))
}

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| lines().filter_map(unit).map(|(unit, _)| unit).collect());

/// The place of each unit in [`UNITS`], by its names.
static NAMES: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let units = lines().filter_map(unit).enumerate();
    units.flat_map(|(at, (_, names))| names.map(move |name| (name, at))).collect()
});

/// The unit of a quantity, a rate included: "miles per hour" is no length.
pub(crate) fn unit_of(quantity: &Quantity, name: &str) -> Option<&'static Unit> {
    let rate = quantity.per.as_ref().map(|per| format!("{name} per {per}"));
    UNITS.get(*NAMES.get(rate.as_deref().unwrap_or(name))?)
}

/// What one of the first is in the second, by each way to read them.
pub(crate) fn conversions<'a>(one: &'a Unit, other: &'a Unit) -> impl Iterator<Item = f64> {
    one.factors.iter().flat_map(move |from| other.factors.iter().map(move |to| from / to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_unit_with_names_of_its_own() {
        let names: usize = lines().map(|line| unit(line).unwrap_or_else(|| panic!("{line}")).1.count()).sum();
        assert_eq!(NAMES.len(), names);
        assert!(UNITS.iter().flat_map(|unit| &unit.factors).all(|factor| *factor > 0.0));
    }
}
