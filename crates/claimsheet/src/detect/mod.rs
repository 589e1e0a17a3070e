//! Detectors: each finds one kind of signal in a sentence.
//!
//! A detector is two files, `NAME.rs` and `NAME.md`, and a line in [`DETECTORS`]. The page says
//! what it finds and what it leaves; it is also the text of `claimsheet explain --rule NAME` and
//! its test (see `tests.rs` beside this file).

pub mod cue_filters;
pub mod legal_provision;

mod allegation;
mod attribution;
mod business;
mod causation;
mod comparison;
pub(crate) mod date;
mod event;
mod exhortation;
mod first_person;
mod forecast;
mod government;
mod hedge;
mod name;
mod negation;
mod opinion;
mod plan;
mod quantity;
mod question;
mod quotation;
mod role;
mod science;
mod superlative;
mod transition;
mod universal;

pub(crate) use crate::english::noun_phrase;
use crate::english::sentence::Sentence;
use crate::signal::{Signal, SignalKind};

/// Finds one kind of signal.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Detector {
    /// Its name, as in `explain --rule` and in the config.
    pub name: &'static str,
    /// What its signals are.
    pub kind: SignalKind,
    /// Its page.
    pub page: &'static str,
    /// Appends the signals of a sentence. Those of the detectors before it in [`DETECTORS`] are
    /// already there, and none of other sentences.
    pub(crate) detect: fn(&Sentence<'_>, &mut Vec<Signal>),
}

macro_rules! page {
    ($name:literal) => {
        include_str!(concat!($name, ".md"))
    };
}

/// All detectors, in the order in which they run. Those that read other signals stand behind them.
pub const DETECTORS: &[Detector] = &[
    Detector { name: "quotation", kind: SignalKind::Quotation, page: page!("quotation"), detect: quotation::detect },
    Detector { name: "date", kind: SignalKind::Date, page: page!("date"), detect: date::detect },
    Detector { name: "quantity", kind: SignalKind::Quantity, page: page!("quantity"), detect: quantity::detect },
    Detector { name: "name", kind: SignalKind::Name, page: page!("name"), detect: name::detect },
    Detector { name: "role", kind: SignalKind::Role, page: page!("role"), detect: role::detect },
    Detector {
        name: "attribution",
        kind: SignalKind::Attribution,
        page: page!("attribution"),
        detect: attribution::detect,
    },
    Detector {
        name: "superlative",
        kind: SignalKind::Superlative,
        page: page!("superlative"),
        detect: superlative::detect,
    },
    Detector {
        name: "comparison",
        kind: SignalKind::Comparison,
        page: page!("comparison"),
        detect: comparison::detect,
    },
    Detector { name: "causation", kind: SignalKind::Causation, page: page!("causation"), detect: causation::detect },
    Detector {
        name: "government",
        kind: SignalKind::Government,
        page: page!("government"),
        detect: government::detect,
    },
    Detector { name: "business", kind: SignalKind::Business, page: page!("business"), detect: business::detect },
    Detector {
        name: "allegation",
        kind: SignalKind::Allegation,
        page: page!("allegation"),
        detect: allegation::detect,
    },
    Detector { name: "science", kind: SignalKind::Science, page: page!("science"), detect: science::detect },
    Detector { name: "plan", kind: SignalKind::Plan, page: page!("plan"), detect: plan::detect },
    Detector { name: "universal", kind: SignalKind::Universal, page: page!("universal"), detect: universal::detect },
    Detector { name: "negation", kind: SignalKind::Negation, page: page!("negation"), detect: negation::detect },
    Detector { name: "event", kind: SignalKind::Event, page: page!("event"), detect: event::detect },
    Detector { name: "opinion", kind: SignalKind::Opinion, page: page!("opinion"), detect: opinion::detect },
    Detector {
        name: "exhortation",
        kind: SignalKind::Exhortation,
        page: page!("exhortation"),
        detect: exhortation::detect,
    },
    Detector { name: "question", kind: SignalKind::Question, page: page!("question"), detect: question::detect },
    Detector {
        name: "first-person",
        kind: SignalKind::FirstPerson,
        page: page!("first_person"),
        detect: first_person::detect,
    },
    Detector { name: "hedge", kind: SignalKind::Hedge, page: page!("hedge"), detect: hedge::detect },
    Detector { name: "forecast", kind: SignalKind::Forecast, page: page!("forecast"), detect: forecast::detect },
    Detector {
        name: "transition",
        kind: SignalKind::Transition,
        page: page!("transition"),
        detect: transition::detect,
    },
];

/// The detector called `name`.
pub fn detector(name: &str) -> Option<&'static Detector> {
    DETECTORS.iter().find(|detector| detector.name == name)
}

#[cfg(test)]
mod tests;
