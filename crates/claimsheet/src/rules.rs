//! The rules by name: what `claimsheet explain --rule` tells, and what a house can silence.

use crate::classify::decision;

pub use crate::check::{CHECKS, Check, check};
pub use crate::detect::{DETECTORS, Detector, detector};

/// The name under which the tables are told by which sentences become claims. Nobody can silence these.
pub const DECISION: &str = "decision";

/// The names of all detectors and checks: what a house can silence.
pub fn names() -> impl Iterator<Item = &'static str> {
    DETECTORS.iter().map(|detector| detector.name).chain(CHECKS.iter().map(|check| check.name))
}

/// The page of the detector or check called `name`: what it means, what it finds and leaves, in Markdown.
pub fn page(name: &str) -> Option<&'static str> {
    detector(name).map(|detector| detector.page).or_else(|| check(name).map(|check| check.page))
}

/// The tables by which sentences become claims, in Markdown.
pub fn decision_page() -> String {
    decision::page()
}
