//! Quotations set apart that show words of the text once more.

use super::id::normalised;
use crate::claim::Claim;
use crate::text::word_id::WordId;

/// Fewer words than these may be in another sentence by chance.
const FEWEST_WORDS: usize = 4;

/// No article has more pull quotes; a text of nothing else costs no more than its length.
const MOST: usize = 64;

/// Joins the claims in `quoted` (by their indices, in order) that stand word for word in another
/// claim to that one, as a repeat of it. Gives for each claim as it stood before its index now, or that of the claim
/// that holds it.
pub(super) fn join(claims: &mut Vec<Claim>, quoted: &[usize]) -> Vec<usize> {
    if quoted.is_empty() {
        return (0..claims.len()).collect();
    }
    let words = |claim: &Claim| normalised(&claim.text).split(' ').map(WordId::of).collect::<Vec<_>>();
    let texts: Vec<Vec<WordId>> = claims.iter().map(words).collect();
    let mut joined = Vec::new();
    for at in quoted.iter().copied().take(MOST) {
        let Some(words) = texts.get(at).filter(|words| words.len() >= FEWEST_WORDS) else { continue };
        let holds = |text: &[WordId]| text.windows(words.len()).any(|part| part == words);
        let holder = texts.iter().enumerate().position(|(other, text)| !quoted.contains(&other) && holds(text));
        joined.extend(holder.map(|holder| (at, holder)));
    }
    for (at, holder) in &joined {
        let Some((line, also)) = claims.get(*at).map(|claim| (claim.line, claim.also.clone())) else { continue };
        if let Some(holder) = claims.get_mut(*holder) {
            holder.also.push(line);
            holder.also.extend(also);
        }
    }
    let holder_of = |at: usize| joined.iter().find(|(joined, _)| *joined == at).map(|(_, holder)| *holder);
    let gone_before = |at: usize| joined.iter().filter(|(joined, _)| *joined < at).count();
    let place = |at: usize| holder_of(at).unwrap_or(at);
    let places = (0..claims.len()).map(|at| place(at) - gone_before(place(at))).collect();
    let mut index = 0;
    claims.retain(|_| {
        index += 1;
        holder_of(index - 1).is_none()
    });
    claims.iter_mut().zip(1..).for_each(|(claim, number)| claim.number = number);
    places
}
