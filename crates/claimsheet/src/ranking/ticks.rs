//! Which facts of a claim a checker ticks: the few that it rests on.

use super::model::{TICKS, TICKS_BIAS, TICKS_LEAST};
use super::seen::Article;
use crate::claim::{Claim, Fact, LeftOut, ToVerify, Verify};

/// Most ticks of a claim; `training/rank.py` chooses as many.
const MOST: usize = 4;

/// How much less than [`TICKS_LEAST`] the best fact of a claim needs, in log odds, so that few claims have none.
const ALONE: f64 = 2.0;

/// For each fact of a claim, in order, why it is not ticked; none for those that are. What a house asks is ticked, then
/// the likeliest, and none that shares words with one before. Of a name only the spelling would be checked, which is
/// done once an article: it is ticked where there is nothing else.
pub(super) fn choose(article: &Article<'_>, claim: &Claim) -> Vec<Option<LeftOut>> {
    let odds: Vec<f64> =
        claim.facts.iter().map(|fact| TICKS_BIAS + TICKS.sum(&article.of_fact(claim, fact), 0)).collect();
    let at = |fact: usize| odds.get(fact).copied().unwrap_or(f64::NEG_INFINITY);
    let mut order: Vec<usize> = (0..odds.len()).collect();
    let rank = |fact: usize| claim.facts.get(fact).map(|fact| (!is_of_house(fact), is_spelling(fact)));
    order
        .sort_by(|one, other| rank(*one).cmp(&rank(*other)).then(at(*other).total_cmp(&at(*one))).then(one.cmp(other)));
    let mut left_out: Vec<Option<LeftOut>> = vec![Some(LeftOut::Minor); odds.len()];
    let mut ticked: Vec<&Fact> = Vec::new();
    for number in order {
        let (Some(fact), Some(slot)) = (claim.facts.get(number), left_out.get_mut(number)) else { continue };
        let least = if ticked.is_empty() { TICKS_LEAST - ALONE } else { TICKS_LEAST };
        if is_spelling(fact) && !ticked.is_empty() {
            *slot = Some(LeftOut::InNames);
        } else if ticked.iter().any(|other| other.prose.overlaps(fact.prose)) {
            *slot = Some(LeftOut::Covered);
        } else if is_of_house(fact) || ticked.len() < MOST && at(number) >= least {
            ticked.push(fact);
            *slot = None;
        }
    }
    left_out
}

/// Whether a house asks it in its own words.
fn is_of_house(fact: &Fact) -> bool {
    matches!(fact.verify, ToVerify::Worded(_))
}

/// Whether only the spelling of a name is to be checked.
pub fn is_spelling(fact: &Fact) -> bool {
    use Verify::{NameAcronym, NameEvent, NameGroup, NameOrganisation, NameOther, NamePerson, NamePlace, NameProduct};
    let ToVerify::Known { what, .. } = &fact.verify else { return false };
    matches!(
        what,
        NamePerson | NameOrganisation | NamePlace | NameProduct | NameEvent | NameAcronym | NameGroup | NameOther
    )
}
