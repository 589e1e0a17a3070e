//! The search for the places of a claim, the best first: what the draft itself offers, the house's own, the institutions
//! and people that the draft names, then the likeliest of nobody in particular. None rather than one that nobody can find.

use super::directory::TOPICS;
use super::institutions::Institutions;
use super::place_kind::{PlaceKind, Whose};
use super::placed::PlacedClaim;
use super::poll;
use super::query::{self, Nearby};
use super::rank::Chosen;
use super::whose::Names;
use super::{InArticle, MOST, concerned, court_file, exact_words, of_institution, own, own_text, prompt};
use crate::claim::{Claim, ClaimKind, ClaimedSourceKind, Fact, FactRole, Prompt};
use crate::english::lexicon::Class;
use crate::english::phrase_lists::poll::OF_POLL;
use crate::ranking;
use crate::speech::{in_writing, performative};

/// Topics of claims about wrongdoing that left a file.
const PROCEEDINGS: [&str; 3] = ["courts", "crime", "corruption"];

/// Kinds of places among which they are sought.
const SOUGHT: usize = 5;

/// The places for a claim that calls those institutions.
pub(super) fn places(
    placed: &PlacedClaim<'_>,
    institutions: &Institutions<'_>,
    around: &InArticle<'_>,
    near: &Nearby<'_>,
) -> Vec<Prompt> {
    let lexicon = &around.rules.lexicon;
    let is_private = around.rules.private;
    let query = if is_private { query::one_name(placed, near, lexicon) } else { query::of(placed, near, lexicon) };
    // What a poll found of voters stands in no returns.
    let is_of_poll = placed.words.has(OF_POLL);
    let is_returns = |chosen: &Chosen<'_>| {
        chosen.source.topics.iter().any(|topic| matches!(&**topic, "elections" | "voter-registration"))
    };
    let all = institutions.chosen.iter().filter(|chosen| !is_of_poll || !is_returns(chosen));
    let is_word = is_word_of_somebody(placed.claim, &around.names);
    let is_asked = |chosen: &&Chosen<'_>| {
        // Whoever keeps somebody's words has these too.
        let keeps_words = chosen.source.words_of.is_some();
        !is_word || keeps_words || chosen.is_named() || chosen.is_cited() || chosen.is_of_house()
    };
    let all = all.filter(is_asked);
    let (of_house, chosen) = all.partition(|chosen| chosen.is_of_house());
    let mut search = Search {
        placed,
        institutions,
        around,
        near,
        query,
        is_written: in_writing::is_one(placed.article, placed.records()),
        chosen,
        found: Places::default(),
        kinds: Vec::new(),
        parties: Vec::new(),
        nobodys: Vec::new(),
    };
    search.add_offered(of_house);
    search.add_court_file();
    search.add_of_kinds();
    search.add_plainly_called();
    search.add_described();
    search.add_anybodys();
    search.found.0.extend(exact_words(placed.claim, around.rules));
    search.found.0
}

/// A search under way.
struct Search<'s, 'a> {
    placed: &'s PlacedClaim<'a>,
    institutions: &'s Institutions<'s>,
    around: &'s InArticle<'a>,
    near: &'s Nearby<'s>,
    query: String,
    /// Whether what the claim has somebody say was written.
    is_written: bool,
    /// The institutions of the directory that the claim calls, the best first.
    chosen: Vec<&'s Chosen<'s>>,
    found: Places,
    /// The kinds for which an institution was found.
    kinds: Vec<&'static PlaceKind>,
    /// Places of those who had a part in what the claim tells.
    parties: Vec<Prompt>,
    /// Kinds of which the draft does not tell whose place it is, with their log odds.
    nobodys: Vec<(&'static PlaceKind, f64)>,
}

impl<'a> Search<'_, 'a> {
    /// What the draft offers as source, what the house adds, and the institutions that the claim names.
    fn add_offered(&mut self, of_house: Vec<&Chosen<'_>>) {
        let claim = self.placed.claim;
        self.found.extend(own(claim));
        self.found.extend(own_text::place(claim, &self.around.rules.lexicon));
        let cited: Vec<_> = self.chosen.iter().filter(|chosen| chosen.is_cited()).copied().collect();
        let named: Vec<_> = self.chosen.iter().filter(|chosen| chosen.is_named()).copied().collect();
        for chosen in cited.into_iter().chain(of_house).chain(named) {
            let place = self.of_source(chosen);
            self.found.add(place);
        }
    }

    /// The file of a case that a court has papers of, whatever kinds were learned: who is charged, tried or sued.
    fn add_court_file(&mut self) {
        let names = &self.around.names;
        let party = court_file::parties(self.placed).into_iter().find_map(|party| names.party(party));
        self.found.extend(PlaceKind::of_courts().zip(party).map(|(kind, party)| kind.prompt(Some(party))));
    }

    /// Of each kind that knows of such claims an institution, or the place of somebody whom the draft names.
    fn add_of_kinds(&mut self) {
        let (placed, names) = (self.placed, &self.around.names);
        let claim = placed.claim;
        for (kind, odds) in ranking::kinds_of_places(self.around.article, claim).take(SOUGHT) {
            let Some(kind) = PlaceKind::all().get(kind) else { continue };
            if let Some(chosen) = best_of(kind, &self.chosen) {
                let place = of_institution(kind, self.of_source(chosen));
                self.found.add(place);
                self.kinds.push(kind);
            } else if !self.is_settled_elsewhere(kind)
                && let Some(whose) = self.whose(kind)
            {
                let is_asked = kind.whose != Whose::Organisation || claim.claimed_source.is_some();
                let place = match () {
                    () if kind.is_office() && names.is_private_person(whose) => kind.of_person(whose),
                    () if self.is_written => kind.in_writing(whose),
                    () => kind.prompt(Some(whose)),
                };
                // A law that somebody only speaks of is no document that the draft has something from.
                let is_asked = is_asked && kind.whose != Whose::Work;
                if is_asked || concerned::is_about(placed, whose) {
                    self.found.add(place);
                } else if names.is_of_body(whose) || concerned::is_party(placed, &self.institutions.core, whose) {
                    self.parties.push(place);
                }
            } else if let Some(dead) = names.dead_person(kind.whose, claim)
                && concerned::is_about(placed, dead)
            {
                self.found.extend(PlaceKind::of_lives().map(|lives| lives.prompt(Some(dead))));
            } else {
                self.nobodys.push((kind, odds));
            }
        }
    }

    /// Whose place of a kind it is, as far as the draft tells: of a poll whoever made it, and no body that it is about.
    fn whose(&self, kind: &PlaceKind) -> Option<&'a str> {
        if kind.is_of_poll() {
            return poll::pollster(self.placed);
        }
        self.around.names.whose(kind.whose, self.placed, self.institutions)
    }

    /// Whether nobody whom a claim names knows by such a place: of what a poll found those whom it is about, and by the
    /// file of a case those whom nobody accuses of anything.
    fn is_settled_elsewhere(&self, kind: &PlaceKind) -> bool {
        let claim = self.placed.claim;
        match kind.whose {
            Whose::Organisation | Whose::Person => is_finding(self.placed),
            // Who only seeks or favours something has said nothing that somebody recorded.
            Whose::Speaker => performative::is_only_held(self.placed.article, self.placed.records()),
            Whose::Party => {
                let is_accused = claim.kind == ClaimKind::Allegation || claim.tags.contains(&ClaimKind::Allegation);
                !is_accused || !self.is_before_court()
            }
            _ => false,
        }
    }

    /// Whether a claim tells of a case: how far it has come, a court or a crime.
    fn is_before_court(&self) -> bool {
        let id = |topic: &u16| TOPICS.get(usize::from(*topic)).map(|topic| topic.id);
        let mut topics = self.institutions.called.topics.iter().filter_map(id);
        self.placed.words.has_word(Class::LegalStage) || topics.any(|topic| PROCEEDINGS.contains(&topic))
    }

    /// What is called plainly, whatever its kind. One door of a kind where no word calls another: beside the paper itself
    /// no second index of papers.
    fn add_plainly_called(&mut self) {
        for chosen in self.chosen.clone().into_iter().filter(|chosen| chosen.is_plain()) {
            let is_of = |kind: &&'static PlaceKind| kind.is_of(chosen.source);
            if chosen.has_cue() || !self.kinds.iter().any(is_of) {
                let place = self.of_source(chosen);
                self.found.add(place);
                self.kinds.extend(PlaceKind::all().iter().filter(is_of));
            }
        }
    }

    /// The office of whom the claim is about where it has no name, and of those who had a part in it.
    fn add_described(&mut self) {
        let names = &self.around.names;
        let office = self.nobodys.iter().find(|(kind, _)| kind.whose == Whose::Organisation);
        let words = concerned::description(self.placed).filter(|words| !names.is_dead(words));
        let is_of_poll = is_finding(self.placed);
        let described = office
            .zip(words)
            .filter(|_| !is_of_poll)
            .map(|((kind, _), words)| kind.prompt(Some(names.of_description(words))));
        self.found.extend(described);
        self.found.extend(std::mem::take(&mut self.parties));
    }

    /// What anybody could tell, where there is nothing else, and beside one place the news of those days.
    fn add_anybodys(&mut self) {
        let claim = self.placed.claim;
        let is_said = claim.claimed_source.is_some() || claim.facts.iter().any(|fact| fact.role == FactRole::Quote);
        for (kind, odds) in std::mem::take(&mut self.nobodys) {
            let whose = self.around.names.subject_of(kind.whose, claim);
            let is_place = match kind.whose {
                // An office of nobody knows where is no place, nor is a recording where nobody speaks.
                Whose::Organisation => whose.is_some(),
                Whose::Speaker => is_said && !self.is_written && !is_finding(self.placed),
                // A study is read where one is told of.
                Whose::Journal => self.around.names.tells_of_study(self.placed),
                _ => true,
            };
            let has_room = match self.found.0.len() {
                0 => true,
                1 => kind.whose == Whose::Medium,
                _ => false,
            };
            if odds >= ranking::NOBODYS && is_place && has_room {
                self.found.add(kind.prompt(whose));
            }
        }
        // In an article about a study, what nothing else is known of rests on it.
        if self.found.0.is_empty() && !is_said {
            self.found.extend(self.around.names.study());
        }
    }

    fn of_source(&self, chosen: &Chosen<'_>) -> Prompt {
        let names =
            query::without(&self.query, &chosen.source.publisher).unwrap_or_else(|| self.near.article.to_owned());
        prompt(chosen, &names, self.around.rules.no_links)
    }
}

/// Whether a claim is the word of somebody and holds nothing that a record has: no figure, day or rank. What it is about
/// is then no reason to ask whoever keeps records of that.
fn is_word_of_somebody<'a>(claim: &'a Claim, names: &Names<'a>) -> bool {
    let is_description = || {
        let source = claim.claimed_source.as_ref().filter(|source| source.kind == ClaimedSourceKind::Attribution);
        source.is_some_and(|source| names.is_described_person(&source.text))
    };
    let is_hard = |fact: &Fact| matches!(fact.role, FactRole::Figure | FactRole::Date | FactRole::Superlative);
    (names.is_said_by_person(claim) || is_description()) && !claim.facts.iter().any(is_hard)
}

/// Whether a claim tells what a poll found, and nobody but those who were asked said it.
fn is_finding(placed: &PlacedClaim<'_>) -> bool {
    placed.words.has(OF_POLL) && poll::is_said_by_those_asked(placed.claim)
}

/// Of the institutions of a kind the one that the claim names, else the best.
fn best_of<'c, 'a>(kind: &PlaceKind, institutions: &[&'c Chosen<'a>]) -> Option<&'c Chosen<'a>> {
    let mut of_kind = institutions.iter().copied().filter(|chosen| kind.is_of(chosen.source));
    let best = of_kind.clone().next();
    of_kind.find(|chosen| chosen.is_named()).or(best)
}

/// At most [`MOST`] places, each once.
#[derive(Default)]
struct Places(Vec<Prompt>);

impl Places {
    fn add(&mut self, place: Prompt) {
        if self.0.len() < MOST && !self.0.iter().any(|known| known.label == place.label) {
            self.0.push(place);
        }
    }

    fn extend(&mut self, places: impl IntoIterator<Item = Prompt>) {
        for place in places {
            self.add(place);
        }
    }
}
