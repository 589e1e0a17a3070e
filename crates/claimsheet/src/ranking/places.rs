//! Which kinds of places know of a claim.

use super::model::{PLACES, PLACES_BIAS};
use super::seen::Article;
use crate::claim::Claim;

/// Log odds from which a kind is named first, and from which others are named beside it.
const FIRST: f64 = -3.0;
const BESIDE: f64 = -2.1;

/// The kinds that know of a claim, by their numbers, the likeliest first.
pub fn kinds_of_places(article: &Article<'_>, claim: &Claim, kinds: usize) -> impl Iterator<Item = usize> + use<> {
    let seen = article.around(claim);
    let odds = PLACES_BIAS.iter().take(kinds).enumerate().map(|(kind, bias)| (bias + PLACES.sum(&seen, kind), kind));
    let mut odds: Vec<(f64, usize)> = odds.collect();
    odds.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let least = |rank: usize| if rank == 0 { FIRST } else { BESIDE };
    odds.into_iter().enumerate().filter(move |(rank, (odds, _))| *odds >= least(*rank)).map(|(_, (_, kind))| kind)
}
