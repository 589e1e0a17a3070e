//! Detectors: each finds one kind of signal in a sentence.
//!
//! A detector is two files, `NAME.rs` and `NAME.md`, and a line in [`DETECTORS`]. The page says
//! what it finds and what it leaves; it is also the text of `claimsheet explain --rule NAME` and
//! its test (see `tests.rs` beside this file).

use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Finds one kind of signal.
#[derive(Debug, Clone, Copy)]
pub struct Detector {
    /// Its name, as in `explain --rule` and in the config.
    pub name: &'static str,
    /// What its signals are.
    pub kind: SignalKind,
    /// Its page.
    pub page: &'static str,
    /// Appends the signals of a sentence. Those of the detectors before it in [`DETECTORS`] are
    /// already there.
    pub detect: fn(&Sentence<'_>, &mut Vec<Signal>),
}

#[allow(unused_macros)]
macro_rules! page {
    ($name:literal) => {
        include_str!(concat!($name, ".md"))
    };
}

/// All detectors, in the order in which they run. Those that read other signals stand behind them.
pub const DETECTORS: &[Detector] = &[];

/// The detector called `name`.
pub fn detector(name: &str) -> Option<&'static Detector> {
    DETECTORS.iter().find(|detector| detector.name == name)
}

#[cfg(test)]
mod tests;
