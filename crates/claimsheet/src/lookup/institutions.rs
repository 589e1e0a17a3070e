//! Which institutions of the directory a claim calls, and which its article names.

use super::InArticle;
use super::core::Core;
use super::place_kind::{PlaceKind, Whose};
use super::placed::PlacedClaim;
use super::rank::{self, Chosen};
use super::topic_match::Called;

/// The institutions that the words of a claim call.
pub(super) struct Institutions<'a> {
    pub(super) core: Core,
    pub(super) called: Called,
    /// The best first.
    pub(super) chosen: Vec<Chosen<'a>>,
}

impl<'a> Institutions<'a> {
    pub(super) fn of(placed: &PlacedClaim<'_>, around: &InArticle<'a>) -> Self {
        let core = Core::of(placed);
        let called = Called::by(placed, &core, &around.setting);
        let chosen = rank::choose(placed.claim, &called, &around.setting, around.rules);
        Self { core, called, chosen }
    }
}

/// The institutions that an article names, the most often named first: what one claim tells of a fine is known to the
/// authority that another names.
pub(super) struct Named<'c, 'a>(Vec<&'c Chosen<'a>>);

impl<'c, 'a> Named<'c, 'a> {
    pub(super) fn of(claims: &'c [Institutions<'a>]) -> Self {
        let mut counts: Vec<(&Chosen<'a>, usize)> = Vec::new();
        for chosen in claims.iter().flat_map(|claim| &claim.chosen).filter(|chosen| chosen.is_named()) {
            match counts.iter_mut().find(|(known, _)| known.source.id == chosen.source.id) {
                Some((_, count)) => *count += 1,
                None => counts.push((chosen, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self(counts.into_iter().map(|(chosen, _)| chosen).collect())
    }

    /// The one that is a place of that kind, where that is a record: offices and media answer for what they are named for.
    pub(super) fn of_kind(&self, kind: &PlaceKind) -> Option<&'c Chosen<'a>> {
        let is_record =
            !matches!(kind.whose, Whose::Organisation | Whose::Medium | Whose::Broadcaster | Whose::Speaker);
        self.0.iter().filter(|_| is_record).copied().find(|chosen| kind.is_of(chosen.source))
    }
}
