//! What a checker ticks, what a desk takes first, and which kinds of places know: as research editors chose.
//!
//! Three linear models over the same [features](feature), trained on sheets that were made by hand. A feature is
//! something that a person could name; what each adds is told by `explain`.

pub mod feature;
pub mod model;
pub mod seen;

mod first;
mod places;
mod ticks;

pub use places::{NOBODYS, kinds_of_places};
#[cfg(feature = "internals")]
pub use ticks::is_spelling;

use crate::claim::{Claim, ReasonKind};
use feature::{Feature, What};
use model::FIRST;
use seen::Article;

/// Says of each fact whether it is ticked, and how soon each claim is checked. What a desk minds about a claim weighs
/// as much as the rank gave for it.
pub fn rank(article: &Article<'_>, claims: &mut [Claim]) {
    let chosen: Vec<_> = claims.iter().map(|claim| ticks::choose(article, claim)).collect();
    let priorities = first::priorities(article, claims);
    for ((claim, chosen), priority) in claims.iter_mut().zip(chosen).zip(priorities) {
        claim.priority = priority;
        for reason in claim.reasons.iter_mut().filter(|reason| reason.kind == ReasonKind::Priority) {
            let weight = FIRST.sum(&[Feature::of_words(What::Minds, &reason.text)], 0);
            reason.weight = (weight * 100.0).round() / 100.0;
        }
        for (fact, left_out) in claim.facts.iter_mut().zip(chosen) {
            if let Some(why) = left_out {
                fact.leave_out(why);
            }
        }
    }
}
