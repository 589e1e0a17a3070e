//! Sentences and cells with the values in them, and the terms by which a search finds them.

use crate::number::unit_of;
use crate::passage::{Passage, Row, SourceFile, Table};
use crate::read::grid::is_year;
use crate::terms::{Term, Vocabulary, Word, terms};
use chrono::NaiveDate;
use claimsheet::signal::{Certainty, SignalKind, Value};
use claimsheet::text::document::Document;
use claimsheet::text::value::{DateValue, Form, Quantity};
use claimsheet::{NameKind, Options};
use std::sync::Arc;

/// A sentence or a cell: what a fact is held against.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unit {
    /// Index of its file.
    pub(crate) file: usize,
    /// Index of its passage.
    pub(crate) passage: usize,
    /// Its words.
    pub(crate) text: String,
    /// The byte of its passage where it begins.
    pub(crate) start: usize,
    /// Its words as they are written.
    pub(crate) words: Vec<Word>,
    /// Its terms with the bytes of the text where they begin.
    pub(crate) terms: Vec<(usize, Term)>,
    /// Terms of what belongs to it: heads, the heading, the sentences around; each once, in the order of their numbers.
    pub(crate) around: Arc<[Term]>,
    /// Of a cell, the other heads of its table, which say a little of what it is about.
    pub(crate) far: Vec<Term>,
    /// Its numbers with where they begin and end.
    pub(crate) quantities: Vec<(usize, usize, Quantity)>,
    /// Its dates.
    pub(crate) dates: Vec<(usize, usize, DateValue)>,
    /// Names of people in it.
    pub(crate) people: Vec<String>,
    /// Where its superlatives begin and end.
    pub(crate) superlatives: Vec<(usize, usize)>,
    /// What it says is done.
    pub(crate) acts: Vec<Act>,
    /// Whether it is a cell of a table.
    pub(crate) is_cell: bool,
}

impl Unit {
    /// Whether it has a term itself.
    pub(crate) fn has(&self, term: Term) -> bool {
        self.terms.iter().any(|(_, own)| *own == term)
    }

    /// Whether a term stands in what belongs to it.
    pub(crate) fn is_near(&self, term: Term) -> bool {
        self.around.binary_search(&term).is_ok()
    }

    /// Reads its words and terms.
    fn read(&mut self, vocabulary: &mut Vocabulary) {
        let read = vocabulary.read(&self.text);
        self.terms = read.iter().filter_map(|(at, _, term)| Some((*at, (*term)?))).collect();
        self.words = read.into_iter().map(|(_, word, _)| word).collect();
        for (at, _, quantity) in &self.quantities {
            self.terms.extend(amount_term(quantity).map(|term| (*at, vocabulary.add_term(&term))));
        }
    }
}

/// A verb with what is said of it.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    /// The byte of the sentence where it begins.
    pub(crate) at: usize,
    /// The verb as it is compared.
    pub(crate) term: String,
    /// Whether it is said not to be done.
    pub(crate) is_denied: bool,
    /// How surely.
    pub(crate) certainty: Certainty,
}

impl Act {
    /// The act in a text that begins at byte `base` of the prose; none for forms of "be", "have" and "do".
    pub(crate) fn of(act: &claimsheet::signal::Act, document: &Document, base: usize) -> Option<Self> {
        let (_, term) = terms(document.text(act.verb)).pop()?;
        let at = (act.verb.start as usize).checked_sub(base)?;
        Some(Self { at, term, is_denied: act.is_denied, certainty: act.certainty })
    }
}

/// The sentences of a file that stand in no cell, with the values in them and without their terms.
pub(crate) fn units_of(file: &SourceFile, options: &Options, published: Option<NaiveDate>) -> Vec<Unit> {
    let mut units = Vec::new();
    let filled = file.passages.iter().enumerate().filter(|(_, one)| one.cell.is_none() && !one.text.trim().is_empty());
    let prose: Vec<(usize, String)> =
        filled.map(|(number, passage)| (number, crate::spoken::without_fillers(passage))).collect();
    let text = prose.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n");
    let mut document = Document::from_text(&text);
    document.meta.published = file.date.or(published);
    for sentence in claimsheet::signals(&document, options) {
        let (Some(block), Some((number, _))) = (document.blocks.get(sentence.block), prose.get(sentence.block)) else {
            continue;
        };
        let Some(passage) = file.passages.get(*number) else { continue };
        let lead = passage.text.len() - passage.text.trim_start().len();
        let base = sentence.span.start as usize;
        let start = lead + base - block.span.start as usize;
        let words = document.text(sentence.span);
        let said = passage.text.get(start..start + words.len()).unwrap_or(words).replace(['\n', '\r'], " ");
        let mut unit = Unit { passage: *number, text: said, start, ..Unit::default() };
        unit.acts = sentence.acts.iter().filter_map(|act| Act::of(act, &document, base)).collect();
        for signal in &sentence.signals {
            let from = (signal.span.start as usize).saturating_sub(base);
            let to = (signal.span.end as usize).saturating_sub(base);
            match &signal.value {
                Value::Quantity(quantity) => unit.quantities.push((from, to, (**quantity).clone())),
                Value::Date(date) => unit.dates.push((from, to, (**date).clone())),
                Value::Name(kind) => {
                    let name = document.text(signal.span);
                    let before = words.get(..from).unwrap_or("").trim_end().rsplit(' ').next().unwrap_or("");
                    if *kind == NameKind::Person || is_title(before) || name.split(' ').next().is_some_and(is_title) {
                        unit.people.push(name.to_owned());
                    }
                }
                _ if signal.kind == SignalKind::Superlative => unit.superlatives.push((from, to)),
                _ => {}
            }
        }
        let said = crate::spoken::decimals(words);
        if !said.is_empty() {
            unit.quantities.retain(|(from, to, _)| !said.iter().any(|(start, end, _)| from < end && start < to));
            unit.quantities.extend(said);
        }
        units.push(unit);
    }
    units
}

/// Gives the sentences of a file their terms, and those of what stands around them.
pub(super) struct AroundOf<'f> {
    file: &'f SourceFile,
    /// The terms of the file's title.
    title: Vec<Term>,
    /// The passage of the last sentence, and what stands around it: its other sentences have the same.
    last: Option<(usize, Arc<[Term]>)>,
}

impl<'f> AroundOf<'f> {
    pub(super) fn new(file: &'f SourceFile, vocabulary: &mut Vocabulary) -> Self {
        let title = vocabulary.read_terms(file.title.as_deref().unwrap_or(""));
        Self { file, title: title.into_iter().map(|(_, term)| term).collect(), last: None }
    }

    pub(super) fn unit(&mut self, mut unit: Unit, vocabulary: &mut Vocabulary) -> Unit {
        unit.read(vocabulary);
        unit.around = match &self.last {
            Some((passage, around)) if *passage == unit.passage => Arc::clone(around),
            _ => self.around(unit.passage, vocabulary),
        };
        self.last = Some((unit.passage, Arc::clone(&unit.around)));
        unit
    }

    /// The terms of what stands around the sentences of a passage.
    fn around(&self, number: usize, vocabulary: &mut Vocabulary) -> Arc<[Term]> {
        let Some(passage) = self.file.passages.get(number) else { return Arc::default() };
        // An answer is about what was asked.
        let before = number.checked_sub(1).and_then(|before| self.file.passages.get(before));
        let before = before.filter(|before| before.speaker.is_some() && before.speaker != passage.speaker);
        let texts =
            [Some(&passage.text), Some(&passage.context), passage.speaker.as_ref(), before.map(|one| &one.text)];
        let of_texts = texts.into_iter().flatten().flat_map(|text| vocabulary.read_terms(text));
        in_order(of_texts.map(|(_, term)| term).chain(self.title.iter().copied()).collect())
    }
}

/// Each term once, in the order of their numbers.
fn in_order(mut terms: Vec<Term>) -> Arc<[Term]> {
    terms.sort_unstable();
    terms.dedup();
    terms.into()
}

/// Whether a word is how people are addressed, which says that a name is a person's.
fn is_title(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Cllr"
            | "Councillor"
            | "Ald"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Dr"
            | "Prof"
            | "Sir"
            | "Dame"
            | "Lord"
            | "Lady"
            | "Judge"
    )
}

/// A number as a term: one that stands in the draft's sentence too tells that a passage speaks of the same.
pub(crate) fn amount_term(quantity: &Quantity) -> Option<String> {
    let is_known = quantity.amount.abs() >= 20.0 || quantity.amount.fract() != 0.0;
    is_known.then(|| format!("#{}", quantity.amount))
}

/// A cell with what its row, its heads and its table say of it.
pub(super) fn cell_unit(
    index: usize,
    number: usize,
    file: &SourceFile,
    passage: &Passage,
    vocabulary: &mut Vocabulary,
) -> Unit {
    let mut unit = Unit { file: index, passage: number, text: passage.text.clone(), is_cell: true, ..Unit::default() };
    let place = passage.cell.and_then(|(table, row, column)| {
        let table = file.tables.get(table)?;
        Some((table, table.rows.get(row)?, column))
    });
    let mut read = |text: &str| vocabulary.read_terms(text).into_iter().map(|(_, term)| term).collect::<Vec<Term>>();
    let mut around = read(&passage.context);
    if let Some((table, row, column)) = place {
        // The other words of the row tell what the cell is about.
        around.extend(row.cells.iter().filter(|cell| cell.number.is_none()).flat_map(|cell| read(&cell.text)));
        unit.far = table.heads.iter().flat_map(|head| read(&head.replace('_', " "))).collect();
        unit.quantities =
            number_in(table, row, column).map(|number| (0, unit.text.len(), number)).into_iter().collect();
    }
    unit.around = in_order(around);
    unit.read(vocabulary);
    unit
}

/// The number in a cell, with the unit that the cell, its head or its table gives it; years are none.
fn number_in(table: &Table, row: &Row, column: usize) -> Option<Quantity> {
    let cell = row.cells.get(column)?;
    let value = cell.number.filter(|_| !is_year(cell))?;
    let head = table.heads.get(column).map_or("", String::as_str);
    let units = [unit_of(&cell.text), unit_of(head), unit_of(&table.title)];
    let name = units.into_iter().find(|unit| !unit.is_empty()).unwrap_or("");
    let form = match name {
        "%" => Form::Percent,
        "" => Form::Count,
        _ => Form::Money,
    };
    let decimals = cell.text.rsplit_once('.').map_or(0, |(_, after)| after.bytes().filter(u8::is_ascii_digit).count());
    let mut quantity = Quantity::new(form, value.abs(), claimsheet::text::value::Unit::of_form(form, name));
    quantity.decimals = decimals as u8;
    Some(quantity)
}
