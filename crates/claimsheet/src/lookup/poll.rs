//! What a poll found is told over several sentences, and only the first names it.

use super::place_kind::PlaceKind;
use super::placed::PlacedClaim;
use super::whose::said_by;
use crate::claim::{Claim, FactRole, Prompt};
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::poll::{OF_POLL, POLL};
use crate::english::sentence::Sentence;
use crate::english::token::{Token, TokenKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;

/// How many claims behind the one that names a poll may tell of it.
const REACH: usize = 6;

/// Gives claims that have no place, and tell what a share of those asked do or say, the poll that a claim before them
/// names.
pub(super) fn carry(claims: &[PlacedClaim<'_>], places: &mut [Vec<Prompt>]) {
    let mut named = None;
    for (at, (claim, own)) in claims.iter().zip(places).enumerate() {
        if claim.words.has(OF_POLL) {
            named = Some(at);
        } else if own.is_empty()
            && named.is_some_and(|named| at - named <= REACH)
            && is_said_by_those_asked(claim.claim)
            && is_share_of_those_asked(claim)
        {
            own.extend(PlaceKind::of_polls().map(|kind| kind.prompt(None)));
        }
    }
}

/// Whether nobody said a claim but a share of those who were asked ("61 percent"), or the poll itself.
pub(super) fn is_said_by_those_asked(claim: &Claim) -> bool {
    let is_share = |said: &str| [" percent", " per cent", "%"].iter().any(|share| said.ends_with(share));
    let is_poll =
        |said: &str| WordId::of_text(said).iter().any(|word| is_listed(POLL, *word) || is_listed(OF_POLL, *word));
    said_by(claim).is_none_or(|said| is_share(said) || is_poll(said))
}

/// People of whom a share may be asked.
const PEOPLE: Classes =
    Classes::of(Class::PeopleNoun).with(Classes::of(Class::Group)).with(Classes::of(Class::RoleNoun));

/// Whether a claim tells what a share of people do: "among women, 61 percent do".
fn is_share_of_those_asked(claim: &PlacedClaim<'_>) -> bool {
    let is_figure =
        |token: &Token| claim.facts_of(FactRole::Figure).any(|figure| figure.words.span().contains(token.span));
    claim.sentences().any(|sentence| {
        let mut figures = (0..sentence.tokens.len()).filter(|at| sentence.token(*at).is_some_and(is_figure));
        figures.any(|at| is_share_that_does(&sentence, at))
    })
}

/// Whether the word for per cent at token `at` is who does something: not what a share is, nor a share of boats.
fn is_share_that_does(sentence: &Sentence<'_>, at: usize) -> bool {
    let tree = &sentence.tree;
    let is_percent = sentence.is(at, Class::PercentWord) || sentence.kind(at) == Some(TokenKind::Percent);
    // The figure before the sign may stand for both.
    let mut subject = [Some(at), at.checked_sub(1)].into_iter().flatten().filter(|at| tree.is(*at, Relation::Nsubj));
    let does = subject.next().and_then(|at| tree.head(at)).is_some_and(|verb| !sentence.is(verb, Class::Be));
    let of = tree.children_as(at, Relation::Prep).flat_map(|of| tree.children_as(of, Relation::Pobj));
    let is_people = |noun: usize| sentence.token(noun).is_some_and(|noun| noun.classes.any(PEOPLE));
    is_percent && does && of.into_iter().all(is_people)
}
