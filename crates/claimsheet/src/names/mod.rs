//! The index of names: every person, organisation, place, law and work with its forms and places.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::claim::NameEntry;
use crate::claims::verify_wording::wording;
use crate::classify::boilerplate;
use crate::english::lexicon::Lexicon;
use crate::signal::{NameKind, Value};
use crate::text::document::{Document, LineIndex};
use crate::text::span::Span;
use rustc_hash::FxHashMap as HashMap;

pub(crate) mod form;
/// Lists the names of a document, first mentions first. Second mentions ("Lund", "Mr. Lund") are
/// joined to the full name before them, and an acronym to what it stands for. Those of lines that tell of the
/// publication, as who edited it, are left out.
pub fn index(document: &Document, annotated: &AnnotatedText, lexicon: &Lexicon) -> Vec<NameEntry> {
    let lines = LineIndex::new(&document.source);
    let mut index = Index::default();
    for (start, speaker) in document.speech.turns().filter(|(_, speaker)| form::is_full(speaker)) {
        index.speaker(speaker, lines.line(document.source_span(Span::new(start, start + 1)).start));
    }
    let is_told = |record: &&SentenceRecord| {
        let block = document.blocks.get(record.block as usize);
        block.is_none_or(|block| boilerplate::reason(document, block, record.span, lexicon).is_none())
    };
    for signal in annotated.sentences.iter().filter(is_told).flat_map(|record| annotated.signals(record)) {
        match &signal.value {
            Value::Name(kind) => {
                let line = lines.line(document.source_span(signal.span).start);
                index.mention(document, signal.span, *kind, line);
            }
            Value::Role { of: Some(of) } => index.title(*of, document.text(signal.span)),
            _ => {}
        }
    }
    for entry in &mut index.entries {
        if entry.kind == NameKind::Other && is_person(entry) {
            entry.kind = NameKind::Person;
        }
        entry.verify = verify(entry);
        entry.lines.sort_unstable();
        entry.lines.dedup();
    }
    index.entries
}

/// A name that is told of again by its last word alone is a person's, unless its first word is no given name or
/// the last a number's (`Flight QM8501`).
fn is_person(entry: &NameEntry) -> bool {
    let bare = form::without_title(&entry.name);
    let is_given = bare.split(' ').next().is_some_and(form::may_be_given);
    let is_word = |last: &&str| !last.contains(|sign: char| sign.is_ascii_digit());
    let surname = form::surname(bare, entry.kind).filter(|_| is_given).filter(is_word);
    surname.is_some_and(|surname| entry.variants.iter().any(|variant| variant == surname))
}

fn verify(entry: &NameEntry) -> String {
    let name = wording(&format!("name.{}", entry.kind.name()));
    // "Mayor Ruth Adeyemi": a title within the name, in any of its forms.
    let titled = |written: &str| {
        let title = written.strip_suffix(form::without_title(written)).unwrap_or("").trim_end();
        !title.is_empty() && !COURTESY.contains(&title.trim_end_matches('.'))
    };
    let has_title =
        entry.kind == NameKind::Person && (titled(&entry.name) || entry.variants.iter().any(|variant| titled(variant)));
    if entry.titles.is_empty() && !has_title { name.to_owned() } else { format!("{name}; {}", wording("role")) }
}

/// Titles that are nobody's office.
const COURTESY: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Mx"];

/// Titles and lines to show of one name, at most.
const MOST_TITLES: usize = 4;

#[derive(Default)]
struct Index {
    entries: Vec<NameEntry>,
    /// By form in lower case, the entry.
    by_form: HashMap<String, usize>,
    /// By given name in lower case, the person who has it; none where two have it.
    by_given: HashMap<String, Option<usize>>,
    /// Which entry a mention went to, by its place.
    by_place: HashMap<u32, usize>,
}

impl Index {
    fn mention(&mut self, document: &Document, span: Span, kind: NameKind, line: u32) {
        let written = document.text(span);
        let bare = form::without_title(written);
        let key = form::key(bare);
        let known = self
            .by_form
            .get(&key)
            .or_else(|| self.by_form.get(form::without_particles(&key)))
            .copied()
            .or_else(|| self.of_given(&key, kind))
            .or_else(|| self.acronym_of(document, span, written));
        let at = known.unwrap_or_else(|| self.add(written, bare, kind));
        self.by_form.entry(key).or_insert(at);
        self.by_place.insert(span.start, at);
        let Some(entry) = self.entries.get_mut(at) else { return };
        entry.count += 1;
        entry.lines.push(line);
        if entry.kind == NameKind::Other && kind != NameKind::Acronym {
            entry.kind = kind;
        }
        if entry.kind == NameKind::Person
            && form::is_shouted(&entry.name)
            && bare.eq_ignore_ascii_case(form::without_title(&entry.name))
        {
            written.clone_into(&mut entry.name);
        } else if entry.name != written && !entry.variants.iter().any(|variant| variant == written) {
            entry.variants.push(written.to_owned());
        }
    }

    /// Counts a turn of a speaker, whom the label of the turn names.
    fn speaker(&mut self, written: &str, line: u32) {
        let bare = form::without_title(written);
        let known = self.by_form.get(&bare.to_lowercase()).copied();
        let at = known.unwrap_or_else(|| self.add(written, bare, NameKind::Person));
        self.by_form.entry(bare.to_lowercase()).or_insert(at);
        if let Some(entry) = self.entries.get_mut(at) {
            entry.count += 1;
            entry.lines.push(line);
        }
    }

    fn add(&mut self, written: &str, bare: &str, kind: NameKind) -> usize {
        let at = self.entries.len();
        let entry = NameEntry {
            name: written.to_owned(),
            kind,
            titles: Vec::new(),
            count: 0,
            lines: Vec::new(),
            variants: Vec::new(),
            verify: String::new(),
        };
        self.entries.push(entry);
        if let Some(surname) = form::surname(bare, kind) {
            self.by_form.entry(surname.to_lowercase()).or_insert(at);
        }
        if kind == NameKind::Person
            && let Some((given, _)) = bare.split_once(' ')
        {
            self.by_given.entry(given.to_lowercase()).and_modify(|other| *other = None).or_insert(Some(at));
        }
        at
    }

    /// `J.C.` behind `J.C. Lund`: the one person with this given name.
    fn of_given(&self, key: &str, kind: NameKind) -> Option<usize> {
        let may_be = matches!(kind, NameKind::Person | NameKind::Other | NameKind::Acronym);
        self.by_given.get(key).filter(|_| may_be).copied().flatten()
    }

    /// `Port Review Board (PRB)`: the acronym in brackets right behind a name whose initials it has.
    fn acronym_of(&self, document: &Document, span: Span, written: &str) -> Option<usize> {
        let before = document.prose.get(..span.start as usize)?.strip_suffix(" (")?;
        let latest = self.entries.iter().enumerate().rev().take(3);
        latest
            .filter(|(_, entry)| before.ends_with(&entry.name) && form::stands_for(written, &entry.name))
            .map(|(at, _)| at)
            .next()
    }

    fn title(&mut self, of: Span, title: &str) {
        let entry = self.by_place.get(&of.start).and_then(|at| self.entries.get_mut(*at));
        if let Some(entry) = entry
            && entry.titles.len() < MOST_TITLES
            && !entry.titles.iter().any(|known| known.eq_ignore_ascii_case(title))
        {
            entry.titles.push(title.to_owned());
            self.is_described(of, title);
        }
    }

    /// Takes a name for a person's that the draft describes as one ("Ruth Hall, an engineer"), where its own words
    /// leave it open.
    fn is_described(&mut self, of: Span, title: &str) {
        let Some(at) = self.by_place.get(&of.start).copied() else { return };
        let Some(entry) = self.entries.get_mut(at) else { return };
        let bare = form::without_title(&entry.name);
        let is_open = match entry.kind {
            NameKind::Other => true,
            NameKind::Place => form::may_be_surname(bare),
            _ => false,
        };
        let surname = form::surname(bare, NameKind::Other).map(str::to_lowercase);
        if let Some(surname) = surname.filter(|_| is_open && form::is_of_person(title)) {
            entry.kind = NameKind::Person;
            self.by_form.entry(surname).or_insert(at);
        }
    }
}
