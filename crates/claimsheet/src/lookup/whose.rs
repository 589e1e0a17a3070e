//! Whose place it is: the people, bodies and works by which a checker would ask.

use super::directory::SOURCES;
use super::institutions::Institutions;
use super::place_kind::{PlaceKind, Whose};
use super::placed::PlacedClaim;
use super::topic_match::media;
use super::{bodies, concerned};
use crate::claim::source::OWNED;
use crate::claim::{Claim, ClaimedSourceKind, FactRole, NameEntry, Prompt};
use crate::english::gazetteer;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::phrase_lists::offices::PAST_HOLDER;
use crate::english::phrase_lists::poll::CARRIERS;
use crate::english::phrase_lists::{dead, is_listed};
use crate::ranking::seen::Article;
use crate::signal::NameKind;
use crate::speech::{PAPERS, PERSONS};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::FxHashMap;

/// Most letters of a name in a label.
const LONGEST: usize = 60;

/// How often an article names the body that it is about, at least.
const OFTEN: u32 = 2;

/// A name of an article, and what it is a name of.
struct Named<'a> {
    entry: &'a NameEntry,
    is_body: bool,
    is_medium: bool,
}

/// Who and what an article names.
pub(super) struct Names<'a> {
    all: Vec<Named<'a>>,
    /// By each of its forms the first of the names that has it.
    by_form: FxHashMap<&'a str, usize>,
    lexicon: &'a Lexicon,
    /// The body that it is about.
    subject: Option<&'a str>,
    /// The journal that it names first.
    journal: Option<&'a str>,
    /// Whether it tells of studies throughout.
    is_of_studies: bool,
    /// Whether it is about one and who made it.
    is_of_one_study: bool,
    /// The names of those who are dead in it, as it tells of their end.
    dead: Vec<Vec<WordId>>,
}

impl<'a> Names<'a> {
    pub(super) fn of(article: &Article<'a>, dead: Vec<Vec<WordId>>, lexicon: &'a Lexicon) -> Self {
        let entries = article.entries;
        let nouns = bodies::short_for_nouns(&article.text.document.prose);
        let named = |entry| Named {
            entry,
            is_body: bodies::is_one(entry, entries, &nouns, lexicon),
            is_medium: media(&entry.name).next().is_some(),
        };
        let all: Vec<Named<'a>> = entries.iter().map(named).collect();
        let mut by_form = FxHashMap::default();
        for (at, entry) in entries.iter().enumerate() {
            for form in std::iter::once(&entry.name).chain(&entry.variants) {
                by_form.entry(form.as_str()).or_insert(at);
            }
        }
        let is_subject = |known: &&Named<'_>| known.is_askable() && known.entry.count >= OFTEN;
        let bodies = all.iter().filter(is_subject).map(|known| known.entry);
        let subject = bodies.max_by(|a, b| a.count.cmp(&b.count).then(b.lines.first().cmp(&a.lines.first())));
        let journal = all.iter().find(|known| is_journal(known, lexicon)).map(|known| name(known.entry));
        let prose = Span::at(0, article.text.document.prose.len());
        let tokens = article.text.tokens_in(prose);
        let is_of_studies = tokens.iter().filter(|token| token.is(STUDY)).nth(STUDIES).is_some();
        let of_study = tokens.iter().filter(|token| ONE_STUDY.contains(&token.word)).count();
        let is_of_one_study = of_study >= OFTEN_OF_STUDY && of_study * WORDS_OF_STUDY >= tokens.len();
        let subject = subject.map(name);
        Self { all, by_form, lexicon, subject, journal, is_of_studies, is_of_one_study, dead }
    }

    /// Whose place it is for a claim; none where the draft does not tell.
    pub(super) fn whose(
        &self,
        whose: Whose,
        placed: &PlacedClaim<'a>,
        institutions: &Institutions<'_>,
    ) -> Option<&'a str> {
        let claim = placed.claim;
        let mut cited = institutions.called.cited.iter().filter_map(|at| SOURCES.get(usize::from(*at)));
        let found = match whose {
            Whose::Nobody => None,
            Whose::Speaker => self.speaker(claim).filter(|speaker| !self.is_written(speaker)),
            Whose::Person => self.person(claim),
            Whose::Body => self.body(placed),
            Whose::Party => self.body(placed).or_else(|| self.person(claim)),
            Whose::Organisation => {
                let person = || self.person(claim).filter(|person| !self.is_dead(person));
                // Who says it answers for it, and no body of which it is said.
                let speaker = || person().filter(|_| self.is_said_by_person(claim));
                let mentioned = || self.mentioned_body(placed);
                let party = || mentioned().filter(|body| concerned::is_party(placed, &institutions.core, body));
                let doer = || person().filter(|person| concerned::is_about(placed, person));
                let own = self.own_body(placed);
                own.or_else(speaker).or_else(party).or_else(doer).or_else(mentioned).or_else(person)
            }
            Whose::Work => self.named(claim, |known| matches!(known.entry.kind, NameKind::Work | NameKind::Law)),
            Whose::Journal => self.journal.filter(|_| self.tells_of_study(placed)),
            Whose::Medium => cited.next().map(|source| &*source.name),
            Whose::Broadcaster => cited.find(|source| source.broadcasts).map(|source| &*source.name),
        };
        found.filter(|name| name.chars().count() <= LONGEST)
    }

    /// Whether a claim may be of a study: it has a word for one, or the article does throughout.
    pub(super) fn tells_of_study(&self, placed: &PlacedClaim<'_>) -> bool {
        self.is_of_studies || placed.words.has_word(STUDY)
    }

    /// The paper on which an article of a study rests, where it names the journal.
    pub(super) fn study(&self) -> Option<Prompt> {
        let journal = self.journal.filter(|_| self.is_of_one_study)?;
        PlaceKind::of_studies().map(|kind| kind.prompt(Some(journal)))
    }

    /// Whose place of that kind is the article's own: of the body that it is about, where the sentences around a claim
    /// are of it.
    pub(super) fn subject_of(&self, whose: Whose, claim: &Claim) -> Option<&'a str> {
        let around = [&claim.context.before, &claim.text, &claim.context.after];
        let is_near = |name: &&str| around.iter().any(|text| text.contains(*name));
        self.subject.filter(|_| whose == Whose::Organisation).filter(is_near)
    }

    /// Whether a name is of a body that one can ask.
    pub(super) fn is_of_body(&self, name: &str) -> bool {
        self.known(name).is_some_and(|known| known.is_body)
    }

    /// The name of the body that a description means, as the only one that the article names so: `Port Ansel Harbour
    /// Trust` of `the trust`; else the description.
    pub(super) fn of_description<'b>(&self, description: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let noun = description.rsplit(' ').next().unwrap_or("");
        let is_definite = description.get(..4).is_some_and(|article| article.eq_ignore_ascii_case("the "));
        let is_called = |known: &&Named<'_>| {
            let last = known.entry.name.rsplit(' ').next().unwrap_or("");
            known.is_body && last.eq_ignore_ascii_case(noun) && known.entry.name.contains(' ')
        };
        let mut called = self.all.iter().filter(is_called);
        match (called.next(), called.next()) {
            (Some(only), None) if is_definite => name(only.entry),
            _ => description,
        }
    }

    /// Who is said to have said it, by name; of `her office (probably Ruth Lund’s)` nobody.
    fn speaker(&self, claim: &'a Claim) -> Option<&'a str> {
        let words = said_by(claim).filter(|words| !words.ends_with(OWNED))?;
        if let Some(known) = self.known(words) {
            // A country has no press office, and nobody took notes of what it said.
            return Some(name(known.entry)).filter(|_| !known.is_country_or_people());
        }
        // "Italy and Malta"
        let is_country_or_people = |words: &str| self.known(words.trim()).is_some_and(Named::is_country_or_people);
        if words.contains(" and ") && words.split(" and ").flat_map(|words| words.split(',')).all(is_country_or_people)
        {
            return None;
        }
        // "Tom Reed", "the county's Tom Reed"; not "many European countries".
        let begins = words.strip_prefix("the ").unwrap_or(words).chars().next().is_some_and(char::is_uppercase);
        let is_people = self.lexicon.word(&noun(words).to_lowercase()).has(Class::Group);
        ((begins || self.is_named_within(words)) && self.lexicon.word(&words.to_lowercase()).is_empty() && !is_people)
            .then_some(words)
    }

    /// Whether a name of several words stands in `words`.
    fn is_named_within(&self, words: &str) -> bool {
        let words: Vec<&str> = words.split(' ').collect();
        let mut runs = (0..words.len()).flat_map(|from| (from + 2..=words.len()).map(move |to| (from, to)));
        runs.any(|(from, to)| {
            let run = words.get(from..to).unwrap_or_default().join(" ");
            let run = run.trim_matches(|sign: char| !sign.is_alphanumeric());
            let known = self.by_form.get(run).and_then(|at| self.all.get(*at));
            run.contains(' ') && known.is_some_and(|known| known.entry.name == run)
        })
    }

    /// Whether what is said to say it is a news medium, a work, a law or a court, of which nobody took notes.
    fn is_written(&self, speaker: &str) -> bool {
        let is_text = |entry: &NameEntry| matches!(entry.kind, NameKind::Work | NameKind::Law);
        let is_paper = || self.lexicon.word(&noun(speaker).to_lowercase()).any(PAPERS);
        // "Merrow News", "Merrow News Service"; not "press secretary Ruth Lund".
        let is_outlet = || {
            let words = WordId::of_text(speaker);
            let name = words.strip_suffix(&[word!("service")]).unwrap_or(&words);
            name.last().is_some_and(|word| OUTLETS.contains(word))
        };
        let is_court = || WordId::of_text(speaker).contains(&word!("court"));
        media(speaker).next().is_some()
            || is_court()
            || is_outlet()
            || self.known(speaker).map_or_else(is_paper, |known| is_text(known.entry))
    }

    fn person(&self, claim: &'a Claim) -> Option<&'a str> {
        // "Tom" of "Tom and Ruth Lund" has no office of his own.
        let is_given =
            |name: &str| !name.contains(' ') && self.lexicon.word(&name.to_lowercase()).has(Class::FirstName);
        let is_person = |known: &Named<'_>| known.entry.kind == NameKind::Person && !is_given(&known.entry.name);
        let speaker = self.speaker(claim).filter(|speaker| self.known(speaker).is_some_and(is_person));
        speaker.or_else(|| self.named(claim, is_person))
    }

    /// Whether a name is of a person whose office the draft does not tell.
    pub(super) fn is_private_person(&self, name: &str) -> bool {
        let titles = Classes::all(&[Class::PersonTitle, Class::TitleAbbreviation, Class::RoleNoun]);
        let is_title = |word: &str| self.lexicon.word(word.trim_end_matches('.')).any(titles);
        let is_titled = |name: &str| {
            let name = name.to_lowercase();
            name.rsplit_once(' ').is_some_and(|(before, _)| before.split(' ').any(is_title))
        };
        // "Calder Marine" may be a firm to all but the grammar.
        let has_given = |name: &str| {
            let first = name.split(' ').next().unwrap_or("");
            let is_given = gazetteer::known([WordId::of(first)]).given_name().is_some();
            is_given || self.lexicon.word(&first.to_lowercase()).has(Class::FirstName)
        };
        let is_one = |entry: &NameEntry| {
            let is_plain = entry.titles.is_empty() && !is_titled(&entry.name);
            entry.kind == NameKind::Person && is_plain && has_given(&entry.name)
        };
        self.known(name)
            .is_some_and(|known| is_one(known.entry) && !known.entry.variants.iter().any(|form| is_titled(form)))
    }

    /// Whether a person is said to have said it.
    pub(super) fn is_said_by_person(&self, claim: &'a Claim) -> bool {
        let speaker = self.speaker(claim).and_then(|speaker| self.known(speaker));
        speaker.is_some_and(|known| known.entry.kind == NameKind::Person)
    }

    /// The full name of a person or body that can be a party to a case; none of a country and what no list has.
    pub(super) fn party(&self, called: &str) -> Option<&'a str> {
        let known = self.known(called)?;
        (known.entry.kind == NameKind::Person || known.is_askable()).then(|| name(known.entry))
    }

    /// Whether words describe a person and name none: `the former senator`.
    pub(super) fn is_described_person(&self, words: &str) -> bool {
        self.known(words).is_none() && self.lexicon.word(&noun(words).to_lowercase()).any(PERSONS)
    }

    /// The person of a claim who is dead, where their office is asked.
    pub(super) fn dead_person(&self, asked: Whose, claim: &'a Claim) -> Option<&'a str> {
        self.person(claim).filter(|person| asked == Whose::Organisation && self.is_dead(person))
    }

    /// Whether a person is dead, in the article or as everybody knows, and has no office that answers.
    pub(super) fn is_dead(&self, person: &str) -> bool {
        let person = WordId::of_text(person);
        let is_of = |name: &[WordId]| name.iter().all(|word| person.contains(word));
        self.dead.iter().any(|name| is_of(name)) || dead::KNOWN.iter().any(|name| is_of(name.words()))
    }

    /// The body that speaks, whose officer speaks, that the claim is about, or that it names.
    fn body(&self, placed: &PlacedClaim<'a>) -> Option<&'a str> {
        self.own_body(placed).or_else(|| self.mentioned_body(placed))
    }

    /// The body that speaks, whose officer speaks, or that the claim is about.
    fn own_body(&self, placed: &PlacedClaim<'a>) -> Option<&'a str> {
        let claim = placed.claim;
        let owner = || said_by(claim)?.strip_suffix(OWNED);
        let speaker = self.speaker(claim).or_else(owner).and_then(|speaker| self.known(speaker));
        let own = speaker.and_then(|known| {
            let is_own = known.is_body.then(|| Some(name(known.entry)).filter(|_| known.is_askable()));
            is_own.unwrap_or_else(|| self.of_title(known))
        });
        let concerned =
            || self.named(claim, |known| known.is_askable() && concerned::is_about(placed, name(known.entry)));
        own.or_else(concerned)
    }

    /// The first body that a claim names, and not only as part of a word: "Alder-trained".
    fn mentioned_body(&self, placed: &PlacedClaim<'a>) -> Option<&'a str> {
        let text = &placed.article.document.prose;
        let is_part = |end: u32| text.get(end as usize..).is_some_and(|rest| rest.starts_with('-'));
        let facts = placed.claim.facts.iter().zip(&placed.facts);
        let names = facts.filter(|(fact, at)| {
            matches!(fact.role, FactRole::Name | FactRole::Speaker) && !is_part(at.words.span().end)
        });
        names
            .filter_map(|(fact, _)| self.known(&fact.text))
            .find(|known| known.is_askable())
            .map(|known| name(known.entry))
    }

    /// The body that stands in somebody's title.
    fn of_title(&self, officer: &Named<'a>) -> Option<&'a str> {
        let titles: Vec<Vec<WordId>> = officer.entry.titles.iter().map(|title| WordId::of_text(title)).collect();
        // A retired captain does not speak for the navy.
        let is_past = titles.iter().flatten().any(|word| is_listed(PAST_HOLDER, *word));
        if titles.is_empty() || is_past {
            return None;
        }
        let holds = |body: &str| {
            let body = WordId::of_text(body);
            let stands_in = |title: &Vec<WordId>| title.windows(body.len()).any(|run| run == body.as_slice());
            !body.is_empty() && titles.iter().any(stands_in)
        };
        self.all.iter().filter(|other| other.is_body).map(|other| name(other.entry)).find(|body| holds(body))
    }

    /// The first name of a claim that is such a one.
    fn named(&self, claim: &'a Claim, is: impl Fn(&Named<'a>) -> bool) -> Option<&'a str> {
        let names = claim.facts.iter().filter(|fact| matches!(fact.role, FactRole::Name | FactRole::Speaker));
        names.filter_map(|fact| self.known(&fact.text)).find(|known| is(known)).map(|known| name(known.entry))
    }

    fn known(&self, form: &str) -> Option<&Named<'a>> {
        let called = |form: &str| self.by_form.get(form).and_then(|at| self.all.get(*at));
        // "the weather forecaster Ruth Lund" is she; "critics of Ruth Lund" are not.
        let beside = || {
            let mut ends = form.match_indices(' ').map(|(at, _)| form.split_at(at));
            let joints = Classes::of(Class::NounJoint).with(Classes::of(Class::Preposition));
            let is_beside = |before: &str| !before.split(' ').any(|word| self.lexicon.word(word).any(joints));
            ends.find_map(|(before, name)| called(name.trim_start()).filter(|_| is_beside(before)))
        };
        called(form).or_else(|| called(form.strip_prefix("the ")?)).or_else(beside)
    }
}

impl Named<'_> {
    fn is_country_or_people(&self) -> bool {
        matches!(self.entry.kind, NameKind::Group | NameKind::Place)
    }

    /// Whether it is a body that can be asked; a news medium is where things are read, a court says no more than its
    /// rulings do, and a platform answers for nothing that it carries.
    fn is_askable(&self) -> bool {
        let words = WordId::of_text(&self.entry.name);
        let is_court = words.iter().any(|word| COURTS.contains(word));
        let is_carrier = matches!(words.as_slice(), [word] if is_listed(CARRIERS, *word));
        self.is_body && !self.is_medium && !is_court && !is_carrier
    }
}

/// By whom a claim is said to be, as the draft has it or as it most likely is.
pub(super) fn said_by(claim: &Claim) -> Option<&str> {
    let source = claim.claimed_source.as_ref().filter(|source| source.kind == ClaimedSourceKind::Attribution)?;
    Some(source.name())
}

fn name(entry: &NameEntry) -> &str {
    &entry.name
}

/// The noun of a description: `study` of "a 2014 study by Ruth Lund".
fn noun(description: &str) -> &str {
    phrase(description).rsplit(' ').next().unwrap_or("")
}

/// A description without whose, where or by whom it is.
pub(super) fn phrase(description: &str) -> &str {
    let end = [" by ", " of ", " in ", " from ", " at "].iter().filter_map(|joint| description.find(joint)).min();
    end.and_then(|end| description.get(..end)).unwrap_or(description)
}

/// Words for a study, and for what it is made with.
const STUDY: (Class, Class, &[WordId]) = (
    Class::StudyNoun,
    Class::Science,
    words!["researchers", "scientists", "scholars", "scholarly", "patients", "academics"],
);

/// How many words for a study, at most, stand in an article that only mentions one.
const STUDIES: usize = 3;

/// Words with which an article about a study tells of it, how often it has one at least, and in how many of its words.
const ONE_STUDY: &[WordId] = words!["study", "studies", "trial", "trials", "researchers"];
const OFTEN_OF_STUDY: usize = 5;
const WORDS_OF_STUDY: usize = 100;

/// Words in the names of those who publish what others say.
const OUTLETS: &[WordId] =
    words!["news", "times", "post", "gazette", "herald", "tribune", "newspaper", "press", "radio"];

/// Words in the names of courts.
const COURTS: &[WordId] = words!["court", "courts", "circuit"];

/// Whether a name is of a journal: it begins as theirs do ("Annals of …"), or one of its words says so.
fn is_journal(known: &Named<'_>, lexicon: &Lexicon) -> bool {
    let entry = known.entry;
    let words = WordId::of_text(&entry.name);
    let mut begins = entry.name.split(' ').filter(|word| !word.eq_ignore_ascii_case("the"));
    let begins_so = begins.next().is_some_and(|first| lexicon.word(first).has(Class::Journal));
    let is_kind = matches!(entry.kind, NameKind::Organisation | NameKind::Work | NameKind::Other);
    is_kind && (begins_so || words.contains(&word!("journal"))) && !known.is_medium
}
