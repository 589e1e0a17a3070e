//! The index of names: every person, organisation, place, law and work with its forms and places.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::claim::{NameEntry, ToVerify, Verify};
use crate::classify::boilerplate;
use crate::english::lexicon::{Class, Classes, Lexicon};
use crate::english::passage::Passage;
use crate::english::phrase_lists::known_names;
use crate::english::phrase_lists::offices::COURTESY;
use crate::signal::{NameKind, Value};
use crate::text::document::{Document, LineIndex};
use crate::text::span::Span;
use crate::text::word_id::WordId;
pub use full_name::tell as tell_full_names;

use form::Label;
use rustc_hash::FxHashMap as HashMap;

pub(crate) mod form;
mod full_name;

/// Whether a name may be a person's: one of a person or of nobody knows whom, or one whose kind is a guess.
pub(crate) fn may_be_person(kind: NameKind, name: Passage<'_>) -> bool {
    matches!(kind, NameKind::Person | NameKind::Other) || kind != NameKind::Acronym && is_guess(name)
}

/// Whether the kind of a name is a guess of the grammar: it is a single word that no list knows.
pub(crate) fn is_guess(name: Passage<'_>) -> bool {
    const KNOWN: Classes = Classes::all(&[
        Class::Place,
        Class::UsState,
        Class::Group,
        Class::OrgNoun,
        Class::GovernmentBody,
        Class::PlaceNoun,
        Class::LawNoun,
    ]);
    matches!(name.tokens, [word] if !word.classes.any(KNOWN)) && !name.is(known_names::BODIES)
}

/// Lists the names of a document, first mentions first. Second mentions ("Lund", "Mr. Lund") are
/// joined to the full name before them, and an acronym to what it stands for. Those of lines that tell of the
/// publication, as who edited it, are left out.
pub fn index(document: &Document, annotated: &AnnotatedText) -> Vec<NameEntry> {
    let lines = LineIndex::new(&document.source);
    let line = |span: Span| lines.line(document.source_span(span).start);
    let labels = document.speech.turns().map(|(start, speaker)| (start, Label::of(speaker, annotated.lexicon)));
    let labels: Vec<(u32, Label)> = labels.filter(|(_, label)| form::is_full(label.name())).collect();
    let passage = |span: Span| annotated.passage(span);
    let mut index = Index::default();
    for (start, label) in &labels {
        index.speaker(label.name(), line(Span::new(*start, start + 1)));
    }
    let is_told = |record: &&SentenceRecord| !boilerplate::is_one(annotated, record);
    for signal in annotated.sentences.iter().filter(is_told).flat_map(|record| annotated.signals(record)) {
        match &signal.value {
            Value::Name(kind) => {
                let mention = Mention { name: passage(signal.span), kind: *kind, line: line(signal.span) };
                let since = index.latest.map(|(end, _)| passage(Span::new(end, signal.span.start)));
                index.mention(mention, since, signal.span);
            }
            Value::Role { of: Some(of) } => index.title(*of, passage(signal.span)),
            _ => {}
        }
    }
    index.names.into_iter().map(|named| named.entry(annotated.lexicon)).collect()
}

/// Titles to show of one name, at most.
const MOST_TITLES: usize = 4;

/// Longest acronym, in bytes, that is many things, unless an article stands before it: `the FT`.
const SHORT: usize = 2;

/// A name as it is gathered.
struct Named<'a> {
    name: Passage<'a>,
    kind: NameKind,
    titles: Vec<Passage<'a>>,
    count: u32,
    lines: Vec<u32>,
    variants: Vec<Passage<'a>>,
}

/// One place where a name stands.
#[derive(Clone, Copy)]
struct Mention<'a> {
    name: Passage<'a>,
    kind: NameKind,
    line: u32,
}

impl Named<'_> {
    /// What the index shows of it.
    fn entry(mut self, lexicon: &Lexicon) -> NameEntry {
        if self.kind == NameKind::Other && self.is_person() {
            self.kind = NameKind::Person;
        }
        self.lines.sort_unstable();
        self.lines.dedup();
        let texts = |passages: &[Passage<'_>]| passages.iter().map(|passage| passage.text().to_owned()).collect();
        NameEntry {
            name: self.name.text().to_owned(),
            kind: self.kind,
            titles: texts(&self.titles),
            count: self.count,
            variants: texts(&self.variants),
            verify: self.verify(),
            tick: !self.is_known(lexicon),
            lines: self.lines,
        }
    }

    /// A name that is told of again by its last word alone is a person's, unless its first word is no given name or
    /// the last a number's (`Flight QM8501`).
    fn is_person(&self) -> bool {
        let bare = form::without_title(self.name);
        let is_given = bare.spaced_words().next().is_some_and(form::may_be_given);
        let surname = form::surname(bare, self.kind).map(Passage::text);
        let surname = surname.filter(|last| is_given && !last.bytes().any(|sign| sign.is_ascii_digit()));
        surname.is_some_and(|surname| self.variants.iter().any(|variant| variant.text() == surname))
    }

    /// Whether it is a country, a people, a place or a household name that the lexicon has, in one form and without a
    /// title.
    fn is_known(&self, lexicon: &Lexicon) -> bool {
        const KNOWN: Classes =
            Classes::of(Class::Place).with(Classes::of(Class::UsState)).with(Classes::of(Class::Group));
        let is_plain = self.titles.is_empty() && self.variants.is_empty();
        let words = WordId::of_text(self.name.text());
        let follows = |at: usize, word: WordId| words.get(at) == Some(&word);
        let is_phrase = || {
            let phrase = words.first().and_then(|first| lexicon.phrase(*first, follows));
            phrase.is_some_and(|phrase| phrase.words == words.len() && phrase.classes.any(KNOWN))
        };
        let is_household = self.name.is(known_names::BODIES) || self.name.is(known_names::EVENTS);
        is_plain && (self.name.spaced_words().all(|word| word.classes().any(KNOWN)) || is_phrase() || is_household)
    }

    fn verify(&self) -> ToVerify {
        // "Mayor Ruth Adeyemi": a title within the name, in any of its forms.
        let is_titled = |written: &Passage<'_>| {
            let title = written.first(written.len() - form::without_title(*written).len());
            !title.is_empty() && !title.is(COURTESY)
        };
        let has_title = self.kind == NameKind::Person && (is_titled(&self.name) || self.variants.iter().any(is_titled));
        let role = (!self.titles.is_empty() || has_title).then_some(Verify::Role);
        Verify::of_name(self.kind).and(role.into_iter().collect())
    }
}

#[derive(Default)]
struct Index<'a> {
    names: Vec<Named<'a>>,
    /// By form, the name.
    by_form: HashMap<WordId, usize>,
    /// By what firms are called without their form, the firm.
    by_firm: HashMap<WordId, usize>,
    /// By what bodies of a country are called without it, the body.
    by_form_without_country: HashMap<WordId, usize>,
    /// By given name, the person who has it; none where two have it.
    by_given: HashMap<WordId, Option<usize>>,
    /// Which name a mention went to, by its place.
    by_place: HashMap<u32, usize>,
    /// Where the latest mention ends, and which name it went to.
    latest: Option<(u32, usize)>,
}

impl<'a> Index<'a> {
    /// Counts a mention at `span`; `since` is what stands between the mention before and this one.
    fn mention(&mut self, mention: Mention<'a>, since: Option<Passage<'_>>, span: Span) {
        let written = mention.name;
        let bare = form::without_title(written);
        let key = form::key(bare);
        let known = self
            .by_form
            .get(&key)
            .or_else(|| self.by_form.get(&form::key(form::without_particles(bare))))
            .copied()
            .or_else(|| self.of_firm(bare, mention.kind))
            .or_else(|| self.of_country(bare, mention.kind))
            .or_else(|| self.of_given(key, mention.kind))
            .or_else(|| self.acronym_of(since?, written))
            .or_else(|| self.of_initials(since, mention))
            .or_else(|| self.of_surname_before(bare, mention.kind));
        let at = known.unwrap_or_else(|| self.add(written, mention.kind));
        self.by_form.entry(key).or_insert(at);
        self.by_place.insert(span.start, at);
        self.latest = Some((span.end, at));
        let Some(named) = self.names.get_mut(at) else { return };
        named.count += 1;
        named.lines.push(mention.line);
        if named.kind == NameKind::Other && mention.kind != NameKind::Acronym {
            named.kind = mention.kind;
        }
        let is_known = |known: &Passage<'_>| known.text() == written.text();
        if named.kind == NameKind::Person
            && form::is_shouted(named.name)
            && bare.text().eq_ignore_ascii_case(form::without_title(named.name).text())
        {
            named.name = written;
        } else if named.kind == NameKind::Person && form::is_surname_of(named.name, bare) {
            let surname = std::mem::replace(&mut named.name, written);
            named.variants.push(surname);
        } else if !is_known(&named.name) && !named.variants.iter().any(is_known) {
            named.variants.push(written);
        }
    }

    /// Counts a turn of a speaker, whom the label of the turn names.
    fn speaker(&mut self, label: Passage<'a>, line: u32) {
        let key = form::key(form::without_title(label));
        let known = self.by_form.get(&key).copied();
        let at = known.unwrap_or_else(|| self.add(label, NameKind::Person));
        self.by_form.entry(key).or_insert(at);
        if let Some(named) = self.names.get_mut(at) {
            named.count += 1;
            named.lines.push(line);
        }
    }

    fn add(&mut self, written: Passage<'a>, kind: NameKind) -> usize {
        let at = self.names.len();
        let (titles, lines, variants) = (Vec::new(), Vec::new(), Vec::new());
        self.names.push(Named { name: written, kind, titles, count: 0, lines, variants });
        let bare = form::without_title(written);
        if let Some(surname) = form::surname(bare, kind) {
            self.by_form.entry(form::key(surname)).or_insert(at);
        }
        if let Some(body) = form::without_country(bare).filter(|_| kind == NameKind::Organisation) {
            self.by_form_without_country.entry(form::key(body)).or_insert(at);
        }
        if let Some(firm) = form::without_form(bare, kind) {
            self.by_firm.entry(form::key(firm)).or_insert(at);
        }
        if kind == NameKind::Person
            && let Some(given) = bare.spaced_words().next().filter(|given| given.len() < bare.len())
        {
            self.by_given.entry(form::key(given)).and_modify(|other| *other = None).or_insert(Some(at));
        }
        at
    }

    /// `Alder` behind `Alder Group`, and the other way round; a place or a person of that name is another.
    fn of_firm(&self, name: Passage<'_>, kind: NameKind) -> Option<usize> {
        let may_be = |kind: NameKind| matches!(kind, NameKind::Organisation | NameKind::Other);
        let whole = self.by_firm.get(&form::key(name)).copied().filter(|_| may_be(kind));
        let short = || self.by_form.get(&form::key(form::without_form(name, kind)?)).copied();
        let at = whole.or_else(short)?;
        self.names.get(at).is_some_and(|known| may_be(known.kind)).then_some(at)
    }

    /// `Department of Ports` behind `US Department of Ports`, and the other way round.
    fn of_country(&self, name: Passage<'_>, kind: NameKind) -> Option<usize> {
        let bare = form::without_country(name).filter(|_| kind == NameKind::Organisation);
        let short = || self.by_form.get(&form::key(bare?)).copied();
        let whole = || self.by_form_without_country.get(&form::key(name)).copied();
        let at = short().or_else(whole).filter(|_| kind == NameKind::Organisation)?;
        self.names.get(at).is_some_and(|known| known.kind == NameKind::Organisation).then_some(at)
    }

    /// `J.C.` behind `J.C. Lund`: the one person with this given name.
    fn of_given(&self, key: WordId, kind: NameKind) -> Option<usize> {
        let may_be = matches!(kind, NameKind::Person | NameKind::Other | NameKind::Acronym);
        self.by_given.get(&key).filter(|_| may_be).copied().flatten()
    }

    /// `Port Review Board (PRB)`: the acronym in brackets right behind a name whose initials it has.
    fn acronym_of(&self, since: Passage<'_>, acronym: Passage<'_>) -> Option<usize> {
        let (_, at) = self.latest?;
        let named = self.names.get(at)?;
        (since.is(phrases!["("]) && form::stands_for(acronym, named.name)).then_some(at)
    }

    /// `the PRB` behind `Port Review Board`: the only one named before that has these initials and is no person.
    fn of_initials(&self, since: Option<Passage<'_>>, mention: Mention<'_>) -> Option<usize> {
        let is_the = || since.is_some_and(|since| since.tokens.last().is_some_and(|last| last.word == word!("the")));
        let may_be = mention.kind == NameKind::Acronym && (mention.name.text().len() > SHORT || is_the());
        let stands = |named: &Named<'_>| {
            let is_another = matches!(named.kind, NameKind::Person | NameKind::Acronym | NameKind::Place);
            !is_another && named.name.word_count() > 1 && form::stands_for(mention.name, named.name)
        };
        let mut those = (0..self.names.len()).filter(|at| self.names.get(*at).is_some_and(stands)).filter(|_| may_be);
        those.next().filter(|_| those.next().is_none())
    }

    /// `Ruth Lund` behind the `Lund` of a headline: whom only a surname named before.
    fn of_surname_before(&self, name: Passage<'_>, kind: NameKind) -> Option<usize> {
        let surname = form::surname(name, kind).filter(|_| kind == NameKind::Person)?;
        let at = self.by_form.get(&form::key(surname)).copied()?;
        let is_bare = |named: &Named<'_>| {
            matches!(named.kind, NameKind::Person | NameKind::Other) && form::is_surname_of(named.name, name)
        };
        self.names.get(at).is_some_and(is_bare).then_some(at)
    }

    fn title(&mut self, of: Span, title: Passage<'a>) {
        let Some(at) = self.by_place.get(&of.start).copied() else { return };
        let Some(named) = self.names.get_mut(at) else { return };
        let is_known = |known: &Passage<'_>| known.text().eq_ignore_ascii_case(title.text());
        if named.titles.len() < MOST_TITLES && !named.titles.iter().any(is_known) {
            named.titles.push(title);
            self.is_described(at, title);
        }
    }

    /// Takes a name for a person's that the draft describes as one ("Ruth Hall, an engineer"), where its own words
    /// leave it open.
    fn is_described(&mut self, at: usize, title: Passage<'_>) {
        let Some(named) = self.names.get_mut(at) else { return };
        let bare = form::without_title(named.name);
        let is_open = match named.kind {
            NameKind::Other => true,
            NameKind::Place => form::may_be_surname(bare),
            _ => false,
        };
        let surname = form::surname(bare, NameKind::Other).map(form::key);
        if let Some(surname) = surname.filter(|_| is_open && form::is_of_person(title)) {
            named.kind = NameKind::Person;
            self.by_form.entry(surname).or_insert(at);
        }
    }
}
