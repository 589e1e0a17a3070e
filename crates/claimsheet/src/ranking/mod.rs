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

use crate::annotated_text::AnnotatedText;
use crate::claim::{Claim, NameEntry};
use seen::Article;

/// Says of each fact whether it is ticked, and how soon each claim is checked.
pub fn rank(text: &AnnotatedText<'_>, names: &[NameEntry], claims: &mut [Claim]) {
    let article = Article::of(text, names, claims.len());
    let chosen: Vec<_> = claims.iter().map(|claim| ticks::choose(&article, claim)).collect();
    let priorities = first::priorities(&article, claims);
    for ((claim, chosen), priority) in claims.iter_mut().zip(chosen).zip(priorities) {
        claim.priority = priority;
        for (fact, left_out) in claim.facts.iter_mut().zip(chosen) {
            if let Some(why) = left_out {
                fact.leave_out(why);
            }
        }
    }
}
