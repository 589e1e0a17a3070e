//! Which kinds of places know of a claim.

use super::model::{PLACES, PLACES_BIAS};
use super::seen::Article;
use crate::claim::Claim;

/// Log odds from which a kind is named.
const LEAST: f64 = -2.6;

/// Log odds from which one is named of which the draft does not tell whose it is.
pub const NOBODYS: f64 = -1.3;

/// The kinds that know of a claim, by their numbers and with their log odds, the likeliest first.
pub fn kinds_of_places(article: &Article<'_>, claim: &Claim) -> impl Iterator<Item = (usize, f64)> + use<> {
    let seen = article.around(claim);
    let odds = PLACES_BIAS.iter().zip(PLACES.sums(&seen)).zip(0..).map(|((bias, sum), kind)| (bias + sum, kind));
    let mut odds: Vec<(f64, usize)> = odds.collect();
    odds.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    odds.into_iter().take_while(|(odds, _)| *odds >= LEAST).map(|(odds, kind)| (kind, odds))
}
