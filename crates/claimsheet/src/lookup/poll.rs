//! What a poll found is told over several sentences, and only the first names it.

use super::directory::SOURCES;
use super::place_kind::PlaceKind;
use super::placed::PlacedClaim;
use super::whose::said_by;
use crate::claim::{Claim, Fact, FactRole, FactValue, Prompt};
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::poll::{OF_POLL, POLL};
use crate::english::sentence::Sentence;
use crate::english::token::{Token, TokenKind};
use crate::text::escape::percent::encoded;
use crate::text::span::Span;
use crate::text::value::Form;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;

/// The source that is the release of whoever made a poll.
const OWN_RELEASE: &str = "pollster";

/// How many claims behind the one that names a poll may tell of it.
const REACH: usize = 6;

/// Gives claims that have no place, and tell of a poll or what a share of those asked do or say, the poll that they or
/// a claim before them names, with its pollster where that claim does.
pub(super) fn carry(claims: &[PlacedClaim<'_>], places: &mut [Vec<Prompt>]) {
    let mut named: Option<(usize, Option<&str>)> = None;
    for (at, (claim, own)) in claims.iter().zip(places).enumerate() {
        let near = named.filter(|(since, _)| at - since <= REACH);
        let before = near.and_then(|(_, pollster)| pollster);
        let is_told = claim.words.has(OF_POLL);
        let pollster = is_told.then(|| pollster(claim).or(before)).flatten();
        if is_told {
            named = Some((at, pollster));
        }
        if let Some(pollster) = pollster {
            for place in own.iter_mut() {
                name(place, pollster);
            }
        }
        let is_share = || near.is_some() && is_share_of_those_asked(claim);
        let is_answer = (is_told || near.is_some()) && is_said_by_share(claim.claim);
        if is_answer {
            // Of what those asked said neither whom they spoke of knows nor a recording.
            own.clear();
        }
        if own.is_empty() && is_said_by_those_asked(claim.claim) && (is_told || is_answer || is_share()) {
            own.extend(PlaceKind::of_polls().map(|kind| kind.prompt(pollster.or(before))));
        }
    }
}

/// Names whose release the pollster's own is.
fn name(place: &mut Prompt, pollster: &str) {
    let Some(release) = SOURCES.iter().find(|source| source.id == OWN_RELEASE) else { return };
    if let Some(kind) = PlaceKind::of_polls().filter(|_| place.label == release.name) {
        place.label = kind.prompt(Some(pollster)).label;
        let search = release.search.as_ref().filter(|_| place.url.is_some());
        place.url = search.map(|search| search.replace("{q}", &encoded(pollster)));
    }
}

/// Whose poll it is by the words of a claim: the name right before the word for it or behind "by" ("an Alder University
/// poll", "a poll by Alder").
pub(super) fn pollster<'a>(claim: &PlacedClaim<'a>) -> Option<&'a str> {
    let names = || claim.facts_of(FactRole::Name).map(|name| name.words);
    let between = |from: u32, to: u32| claim.article.document.prose.get(from as usize..to as usize);
    let beside = |poll: Span| {
        let joined = |name: &Passage<'_>| between(poll.end, name.span().start).is_some_and(|joint| joint == " by ");
        let before = |name: &Passage<'_>| between(name.span().end, poll.start).is_some_and(|joint| joint == " ");
        names().find(|name| before(name) || joined(name))
    };
    let polls = claim.words.tokens.iter().filter(|token| is_listed(POLL, token.word));
    polls.filter_map(|poll| beside(poll.span)).map(Passage::text).next()
}

/// Whether nobody said a claim but a share of those who were asked ("61 percent"), or the poll itself.
pub(super) fn is_said_by_those_asked(claim: &Claim) -> bool {
    let is_share = |said: &str| [" percent", " per cent", "%"].iter().any(|share| said.ends_with(share));
    let is_poll =
        |said: &str| WordId::of_text(said).iter().any(|word| is_listed(POLL, *word) || is_listed(OF_POLL, *word));
    let is_told = claim.claimed_source.as_ref().is_some_and(|source| is_poll(&source.text));
    is_told || is_said_by_share(claim) || said_by(claim).is_none_or(|said| is_share(said) || is_poll(said))
}

/// Whether a share of people is said to have said a claim: "61 percent of pilots believe", "seven in 10 say".
fn is_said_by_share(claim: &Claim) -> bool {
    let is_share = |fact: &Fact| match &fact.value {
        Some(FactValue::Quantity(quantity)) => {
            matches!(quantity.form, Form::Percent | Form::Ratio | Form::Fraction) && fact.role == FactRole::Figure
        }
        _ => false,
    };
    said_by(claim).is_some_and(|said| {
        let said = WordId::of_text(said);
        // "seven" of "about seven in 10", or the whole with the people: "61 percent of the pilots".
        let holds = |fact: &Fact| {
            let figure = WordId::of_text(&fact.text);
            let is_run = |long: &[WordId], short: &[WordId]| {
                !short.is_empty() && long.windows(short.len()).any(|run| run == short)
            };
            is_run(&figure, &said) || is_run(&said, &figure)
        };
        claim.facts.iter().any(|fact| is_share(fact) && holds(fact))
    })
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
