//! Which institutions of the directory a claim calls.

use super::InArticle;
use super::core::Core;
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
