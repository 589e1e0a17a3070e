//! How much each kind of signal speaks for or against a claim, in log odds.

use crate::signal::SignalKind;
use SignalKind as K;

/// Log odds of a sentence without signals.
pub(super) const BIAS: f64 = -1.1;

/// Factor on the weight of a kind that is found twice or more.
pub(super) const SECOND: f64 = 1.25;

/// All kinds that weigh.
pub(super) const KINDS: &[SignalKind] = &[
    K::Quantity,
    K::Date,
    K::Quotation,
    K::Attribution,
    K::Name,
    K::Role,
    K::Superlative,
    K::Comparison,
    K::Causation,
    K::Government,
    K::Business,
    K::Allegation,
    K::Science,
    K::Plan,
    K::Universal,
    K::Negation,
    K::Event,
    K::Opinion,
    K::Exhortation,
    K::Question,
    K::FirstPerson,
    K::Hedge,
    K::Forecast,
];

/// Log odds that a signal of `kind` adds.
pub(super) const fn of(kind: SignalKind) -> f64 {
    match kind {
        K::Quantity => 2.4,
        K::Date => 1.9,
        K::Quotation => 1.6,
        K::Attribution => 2.0,
        K::Name => 0.8,
        K::Role => 0.5,
        K::Superlative => 0.7,
        K::Comparison => 0.4,
        K::Causation => 0.5,
        K::Government => 0.9,
        K::Business => 0.6,
        K::Allegation | K::Science => 0.6,
        K::Plan => 0.5,
        K::Universal => -0.1,
        K::Negation => -0.1,
        K::Event => 1.2,
        K::Opinion => -0.7,
        K::Exhortation => -1.5,
        K::Question => -2.4,
        K::FirstPerson => -0.6,
        K::Hedge => -0.6,
        K::Forecast => -0.8,
    }
}
