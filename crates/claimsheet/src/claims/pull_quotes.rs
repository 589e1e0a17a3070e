//! Quotations set apart that show words of the text once more.

use super::id::normalised;
use crate::claim::Claim;

/// Fewer words than these may be in another sentence by chance.
const FEWEST_WORDS: usize = 4;

/// No article has more pull quotes; a text of nothing else costs no more than its length.
const MOST: usize = 64;

/// Joins the claims in `quoted` (by their indices, in order) that stand word for word in another
/// claim to that one, as a repeat of it.
pub(super) fn join(claims: &mut Vec<Claim>, quoted: &[usize]) {
    if quoted.is_empty() {
        return;
    }
    let texts: Vec<String> = claims.iter().map(|claim| format!(" {} ", normalised(&claim.text))).collect();
    let mut joined = Vec::new();
    for at in quoted.iter().copied().take(MOST) {
        let Some(words) = texts.get(at).filter(|words| words.split_whitespace().count() >= FEWEST_WORDS) else {
            continue;
        };
        let holder = texts
            .iter()
            .enumerate()
            .position(|(other, text)| !quoted.contains(&other) && text.contains(words.as_str()));
        if let Some(holder) = holder {
            joined.push((at, holder));
        }
    }
    for (at, holder) in &joined {
        let Some((line, also)) = claims.get(*at).map(|claim| (claim.line, claim.also.clone())) else { continue };
        if let Some(holder) = claims.get_mut(*holder) {
            holder.also.push(line);
            holder.also.extend(also);
        }
    }
    let mut index = 0;
    claims.retain(|_| {
        index += 1;
        !joined.iter().any(|(at, _)| at + 1 == index)
    });
    claims.iter_mut().zip(1..).for_each(|(claim, number)| claim.number = number);
}
