//! Whose place it is: the people, bodies and works by which a checker would ask.

use super::concerned;
use super::directory::SOURCES;
use super::place_kind::Whose;
use super::placed::PlacedClaim;
use super::topic_match::{Called, media};
use crate::claim::{Claim, ClaimedSourceKind, FactRole, NameEntry};
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::signal::NameKind;
use crate::speech::PAPERS;
use crate::text::word_id::WordId;

/// Most letters of a name in a label.
const LONGEST: usize = 60;

/// How often an article names the body that it is about, at least.
const OFTEN: u32 = 2;

/// Who and what an article names.
pub(super) struct Names<'a> {
    entries: &'a [NameEntry],
    lexicon: &'a Lexicon,
    /// The body that it is about.
    subject: Option<&'a str>,
    /// The journal that it names first.
    journal: Option<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(entries: &'a [NameEntry], lexicon: &'a Lexicon) -> Self {
        let bodies =
            entries.iter().filter(|entry| is_body(entry, lexicon) && entry.count >= OFTEN && !is_medium(entry));
        let subject = bodies.max_by(|a, b| a.count.cmp(&b.count).then(b.lines.first().cmp(&a.lines.first())));
        let journal = entries.iter().find(|entry| is_journal(entry, lexicon));
        Self { entries, lexicon, subject: subject.map(name), journal: journal.map(name) }
    }

    /// Whose place it is for a claim; none where the draft does not tell.
    pub(super) fn whose(&self, whose: Whose, placed: &PlacedClaim<'a>, called: &Called) -> Option<&'a str> {
        let claim = placed.claim;
        let mut cited = called.cited.iter().filter_map(|at| SOURCES.get(usize::from(*at)));
        let found = match whose {
            Whose::Nobody => None,
            Whose::Speaker => self.speaker(claim).filter(|speaker| !self.is_written(speaker)),
            Whose::Person => self.person(claim),
            Whose::Body => self.body(placed),
            Whose::Organisation | Whose::Party => self.body(placed).or_else(|| self.person(claim)),
            Whose::Work => self.named(claim, |entry| matches!(entry.kind, NameKind::Work | NameKind::Law)).map(name),
            Whose::Journal => self.journal,
            Whose::Medium => cited.next().map(|source| &*source.name),
            Whose::Broadcaster => cited.find(|source| source.broadcasts).map(|source| &*source.name),
        };
        found.filter(|name| name.chars().count() <= LONGEST)
    }

    /// Whose place of that kind is the article's own: of the body that it is about.
    pub(super) fn subject_of(&self, whose: Whose) -> Option<&'a str> {
        self.subject.filter(|_| whose == Whose::Organisation)
    }

    /// The name of the body that a description means, as the only one that the article names so: `Port Ansel Harbour
    /// Trust` of `the trust`; else the description.
    pub(super) fn of_description<'b>(&self, description: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let noun = description.rsplit(' ').next().unwrap_or("");
        let is_definite = description.get(..4).is_some_and(|article| article.eq_ignore_ascii_case("the "));
        let is_called = |entry: &&NameEntry| {
            let last = entry.name.rsplit(' ').next().unwrap_or("");
            is_body(entry, self.lexicon) && last.eq_ignore_ascii_case(noun) && entry.name.contains(' ')
        };
        let mut called = self.entries.iter().filter(is_called);
        match (called.next(), called.next()) {
            (Some(only), None) if is_definite => name(only),
            _ => description,
        }
    }

    /// Who is said to have said it, by name; of `her office (probably Ruth Lund’s)` nobody.
    fn speaker(&self, claim: &'a Claim) -> Option<&'a str> {
        let words = said_by(claim).filter(|words| !words.ends_with(OWNED))?;
        if let Some(entry) = self.entry(words) {
            return Some(name(entry));
        }
        // "Tom Reed", "the county's Tom Reed"; not "many European countries".
        let begins = words.strip_prefix("the ").unwrap_or(words).chars().next().is_some_and(char::is_uppercase);
        let holds = || self.entries.iter().any(|entry| entry.name.contains(' ') && words.contains(&entry.name));
        ((begins || holds()) && self.lexicon.word(words).is_empty()).then_some(words)
    }

    /// Whether what is said to say it is a news medium, a work or a law, of which nobody took notes.
    fn is_written(&self, speaker: &str) -> bool {
        let is_text = |entry: &NameEntry| matches!(entry.kind, NameKind::Work | NameKind::Law);
        let last = speaker.rsplit(' ').next().unwrap_or("");
        let is_paper = || self.lexicon.word(&last.to_lowercase()).any(PAPERS);
        media(speaker).next().is_some() || self.entry(speaker).map_or_else(is_paper, is_text)
    }

    fn person(&self, claim: &'a Claim) -> Option<&'a str> {
        let is_person = |entry: &NameEntry| entry.kind == NameKind::Person;
        let speaker = self.speaker(claim).filter(|speaker| self.entry(speaker).is_some_and(is_person));
        speaker.or_else(|| self.named(claim, is_person).map(name))
    }

    /// The body that speaks, whose officer speaks, that the claim is about, or that it names.
    fn body(&self, placed: &PlacedClaim<'a>) -> Option<&'a str> {
        let claim = placed.claim;
        let owner = || said_by(claim)?.strip_suffix(OWNED);
        let speaker = self.speaker(claim).or_else(owner).and_then(|speaker| self.entry(speaker));
        let of_title = |entry: &'a NameEntry| {
            let titles = entry.titles.iter().map(|title| WordId::of_text(title)).collect::<Vec<_>>();
            let holds = |body: &&NameEntry| {
                let body = WordId::of_text(&body.name);
                !body.is_empty()
                    && titles.iter().any(|title| title.windows(body.len()).any(|run| run == body.as_slice()))
            };
            self.entries.iter().filter(|other| is_body(other, self.lexicon)).find(holds)
        };
        let own = speaker.and_then(|entry| if is_body(entry, self.lexicon) { Some(entry) } else { of_title(entry) });
        let is_one = |entry: &NameEntry| is_body(entry, self.lexicon) && !is_medium(entry);
        let concerned = || self.named(claim, |entry| is_one(entry) && concerned::is_about(placed, &entry.name));
        own.or_else(concerned).or_else(|| self.named(claim, is_one)).map(name)
    }

    /// The first name of a claim that is such a one.
    fn named(&self, claim: &'a Claim, is: impl Fn(&NameEntry) -> bool) -> Option<&'a NameEntry> {
        let names = claim.facts.iter().filter(|fact| matches!(fact.role, FactRole::Name | FactRole::Speaker));
        names.filter_map(|fact| self.entry(&fact.text)).find(|entry| is(entry))
    }

    fn entry(&self, form: &str) -> Option<&'a NameEntry> {
        let called = |form: &str| {
            let is_one =
                |entry: &&NameEntry| entry.name == form || entry.variants.iter().any(|variant| variant == form);
            self.entries.iter().find(is_one)
        };
        called(form).or_else(|| called(form.strip_prefix("the ")?))
    }
}

/// By whom a claim is said to be, as the draft has it or as it most likely is.
pub(super) fn said_by(claim: &Claim) -> Option<&str> {
    let source = claim.claimed_source.as_ref().filter(|source| source.kind == ClaimedSourceKind::Attribution)?;
    Some(source.probably.as_deref().unwrap_or(&source.text))
}

fn name(entry: &NameEntry) -> &str {
    &entry.name
}

/// What a name ends in behind which somebody's office, website or aide stands.
pub(super) const OWNED: &str = "’s";

/// Whether a name is of a body that one can ask: no country, no people, no common noun with a capital.
fn is_body(entry: &NameEntry, lexicon: &Lexicon) -> bool {
    // Letters that stand once in an article may stand for anything.
    let is_kind = match entry.kind {
        NameKind::Organisation => true,
        NameKind::Acronym => entry.count >= OFTEN,
        _ => false,
    };
    let is_small = |word: &str| lexicon.is_small(word) || lexicon.word(word).any(NO_BODIES);
    // A country or a people has no box among the names.
    is_kind && entry.tick && !entry.name.split(' ').all(is_small)
}

/// Classes of words of which no body's name is made alone.
const NO_BODIES: Classes = Classes::of(Class::Place)
    .with(Classes::of(Class::PlaceNoun))
    .with(Classes::of(Class::UsState))
    .with(Classes::of(Class::Group))
    .with(Classes::of(Class::OrgNoun))
    .with(Classes::of(Class::GovernmentNoun))
    .with(Classes::of(Class::GovernmentBody));

/// Whether a name is of a journal: it begins as theirs do ("Annals of …"), or one of its words says so.
fn is_journal(entry: &NameEntry, lexicon: &Lexicon) -> bool {
    let words = WordId::of_text(&entry.name);
    let mut begins = entry.name.split(' ').filter(|word| !word.eq_ignore_ascii_case("the"));
    let begins_so = begins.next().is_some_and(|first| lexicon.word(first).has(Class::Journal));
    let is_kind = matches!(entry.kind, NameKind::Organisation | NameKind::Work | NameKind::Other);
    is_kind && (begins_so || words.contains(&word!("journal"))) && !is_medium(entry)
}

/// Whether a name is of a newspaper, agency or broadcaster of the directory.
fn is_medium(entry: &NameEntry) -> bool {
    media(&entry.name).next().is_some()
}
