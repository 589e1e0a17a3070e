//! The passages of a folder cut into sentences and cells, with the values in each.

use crate::backing::Backing;
use crate::number::unit_of;
use crate::passage::{Passage, Place, SourceFile};
use crate::prepared::Sentence;
use crate::read::grid::is_year;
use crate::terms::{Rarity, Stems, terms};
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
    /// Its terms with the bytes of the text where they begin.
    pub(crate) terms: Vec<(usize, String)>,
    /// Terms of what belongs to it: heads, the heading, the sentences around.
    pub(crate) around: Arc<[String]>,
    /// Of a cell, the other heads of its table, which say a little of what it is about.
    pub(crate) far: Vec<String>,
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

/// A folder that can be searched.
#[derive(Debug)]
pub struct Index<'a> {
    pub(crate) backing: &'a Backing,
    pub(crate) units: Vec<Unit>,
    pub(crate) rarity: Rarity,
}

impl<'a> Index<'a> {
    /// Indexes what was read. Days without a year are resolved against a document's own date, where it gives one,
    /// else against the day when the draft is published.
    pub fn of(backing: &'a Backing, options: &Options, published: Option<NaiveDate>) -> Self {
        let of_file = |file: &SourceFile| units_of(file, options, published).into_iter().map(Sentence::from).collect();
        Self::of_sentences(backing, backing.files.iter().map(of_file).collect())
    }

    /// The same, of the sentences of each file.
    pub(crate) fn of_sentences(backing: &'a Backing, sentences: Vec<Vec<Sentence>>) -> Self {
        let (mut units, mut stems) = (Vec::new(), Stems::default());
        for (index, (file, sentences)) in backing.files.iter().zip(sentences).enumerate() {
            let title = file.title.as_deref().map(terms).unwrap_or_default();
            let mut around = AroundOf { file, title: &title, last: None, stems: &mut stems };
            units.extend(sentences.into_iter().map(|sentence| around.unit(sentence.unit(index))));
            let cells =
                file.passages.iter().enumerate().filter(|(_, one)| one.cell.is_some() && !one.text.trim().is_empty());
            units.extend(cells.map(|(number, passage)| cell_unit(index, number, file, passage)));
        }
        // Of each file the sentences come first, then the cells.
        units.sort_by_key(|unit| (unit.file, unit.is_cell, unit.passage, unit.start));
        let mut rarity = Rarity::default();
        for unit in &units {
            let around = unit.around.iter().filter(|_| unit.is_cell).map(String::as_str);
            rarity.add(unit.terms.iter().map(|(_, term)| term.as_str()).chain(around));
        }
        Self { backing, units, rarity }
    }

    pub(crate) fn passage(&self, unit: &Unit) -> Option<&'a Passage> {
        self.backing.files.get(unit.file)?.passages.get(unit.passage)
    }

    /// Where the byte at `offset` of a unit stands.
    pub(crate) fn place(&self, unit: &Unit, offset: usize) -> Place {
        self.passage(unit).map(|passage| passage.place(unit.start + offset)).unwrap_or_default()
    }

    pub(crate) fn path(&self, unit: &Unit) -> &'a str {
        self.backing.files.get(unit.file).map_or("", |file| file.path.as_str())
    }

    /// The sentence that follows one in its file.
    pub(crate) fn following(&self, unit: &Unit) -> Option<&Unit> {
        let at = self.units.partition_point(|other| {
            (other.file, other.is_cell, other.passage, other.start)
                <= (unit.file, unit.is_cell, unit.passage, unit.start)
        });
        self.units.get(at).filter(|next| next.file == unit.file && !next.is_cell)
    }

    /// The other cells with numbers in a cell's row.
    pub(crate) fn row<'i>(&'i self, unit: &Unit) -> impl Iterator<Item = &'i Unit> + use<'i, 'a> {
        let (file, at) = (unit.file, self.passage(unit).and_then(|passage| passage.cell));
        let of_file = self.file_cells(file);
        of_file.iter().filter(move |other| {
            let cell = self.passage(other).and_then(|passage| passage.cell);
            at.zip(cell).is_some_and(|(one, other)| one.0 == other.0 && one.1 == other.1 && one.2 != other.2)
        })
    }

    /// The units of a file that are cells.
    pub(crate) fn file_cells(&self, file: usize) -> &[Unit] {
        let from = self.units.partition_point(|unit| (unit.file, unit.is_cell) < (file, true));
        let to = self.units.partition_point(|unit| unit.file <= file);
        self.units.get(from..to).unwrap_or_default()
    }

    /// The terms of the words in a cell's row.
    pub(crate) fn row_words(&self, unit: &Unit) -> Vec<String> {
        let row = || {
            let (table, row, _) = self.passage(unit)?.cell?;
            self.backing.files.get(unit.file)?.tables.get(table)?.rows.get(row)
        };
        let words = row().into_iter().flat_map(|row| &row.cells).filter(|cell| cell.number.is_none());
        words.flat_map(|cell| terms(&cell.text)).map(|(_, term)| term).collect()
    }

    /// The files that could not be read.
    pub fn unread(&self) -> &'a [crate::passage::Unread] {
        &self.backing.unread
    }

    /// The passages that hold the most of the words, the best first.
    pub fn search(&self, words: &str, most: usize) -> Vec<Hit<'a>> {
        let wanted = terms(words);
        let exact = words.to_lowercase();
        let mut found: Vec<(f64, &Unit)> = self
            .units
            .iter()
            .filter_map(|unit| {
                let has = |term: &str| unit.terms.iter().any(|(_, own)| own == term);
                let near = |term: &str| unit.around.iter().any(|own| own == term);
                let weight = |(_, term): &(usize, String)| {
                    let share = if has(term) {
                        1.0
                    } else if near(term) {
                        0.5
                    } else {
                        0.0
                    };
                    share * self.rarity.weight(term)
                };
                let verbatim = if unit.text.to_lowercase().contains(&exact) { 20.0 } else { 0.0 };
                let score = wanted.iter().map(weight).sum::<f64>() + verbatim;
                (score > 0.0).then_some((score, unit))
            })
            .collect();
        found.sort_by(|one, two| two.0.total_cmp(&one.0));
        let hit = |(_, unit): (f64, &Unit)| Hit {
            file: self.path(unit),
            place: self.place(unit, 0),
            text: unit.text.clone(),
        };
        found.into_iter().take(most).map(hit).collect()
    }
}

/// A passage that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit<'a> {
    /// The file's path within the folder.
    pub file: &'a str,
    /// Where it stands.
    pub place: Place,
    /// Its words.
    pub text: String,
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
struct AroundOf<'f> {
    file: &'f SourceFile,
    /// The terms of the file's title.
    title: &'f [(usize, String)],
    /// The passage of the last sentence, and what stands around it: its other sentences have the same.
    last: Option<(usize, Arc<[String]>)>,
    stems: &'f mut Stems,
}

impl AroundOf<'_> {
    fn unit(&mut self, mut unit: Unit) -> Unit {
        unit.terms = self.stems.terms(&unit.text);
        let amounts = unit.quantities.iter().filter_map(|(at, _, quantity)| Some((*at, amount_term(quantity)?)));
        unit.terms.extend(amounts);
        unit.around = match &self.last {
            Some((passage, around)) if *passage == unit.passage => Arc::clone(around),
            _ => self.around(unit.passage),
        };
        self.last = Some((unit.passage, Arc::clone(&unit.around)));
        unit
    }

    /// The terms of what stands around the sentences of a passage.
    fn around(&mut self, number: usize) -> Arc<[String]> {
        let Some(passage) = self.file.passages.get(number) else { return Arc::default() };
        // An answer is about what was asked.
        let before = number.checked_sub(1).and_then(|before| self.file.passages.get(before));
        let before = before.filter(|before| before.speaker.is_some() && before.speaker != passage.speaker);
        let texts =
            [Some(&passage.text), Some(&passage.context), passage.speaker.as_ref(), before.map(|one| &one.text)];
        let of_texts = texts.into_iter().flatten().flat_map(|text| self.stems.terms(text));
        of_texts.chain(self.title.iter().cloned()).map(|(_, term)| term).collect()
    }
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

fn cell_unit(index: usize, number: usize, file: &SourceFile, passage: &Passage) -> Unit {
    let mut around: Vec<String> = terms(&passage.context).into_iter().map(|(_, term)| term).collect();
    let place = passage.cell.and_then(|(table, row, column)| {
        let table = file.tables.get(table)?;
        Some((table, table.rows.get(row)?, column))
    });
    // The other words of the row tell what the cell is about.
    let row = place.iter().flat_map(|(_, row, _)| &row.cells).filter(|cell| cell.number.is_none());
    around.extend(row.flat_map(|cell| terms(&cell.text)).map(|(_, term)| term));
    let mut unit = Unit {
        file: index,
        passage: number,
        text: passage.text.clone(),
        terms: terms(&passage.text),
        around: around.into(),
        is_cell: true,
        ..Unit::default()
    };
    let Some((table, row, column)) = place else { return unit };
    unit.far = table.heads.iter().flat_map(|head| terms(&head.replace('_', " "))).map(|(_, term)| term).collect();
    if let Some(cell) = row.cells.get(column)
        && let Some(value) = cell.number.filter(|_| !is_year(cell))
    {
        let head = table.heads.get(column).map_or("", String::as_str);
        let own = unit_of(&cell.text);
        let of_head = unit_of(head);
        let unit_name = [own, of_head, unit_of(&table.title)].into_iter().find(|unit| !unit.is_empty()).unwrap_or("");
        let form = match unit_name {
            "%" => Form::Percent,
            "" => Form::Count,
            _ => Form::Money,
        };
        let decimals =
            cell.text.rsplit_once('.').map_or(0, |(_, after)| after.bytes().filter(u8::is_ascii_digit).count() as u8);
        let of_form = claimsheet::text::value::Unit::of_form(form, unit_name);
        let mut quantity = Quantity::new(form, value.abs(), of_form);
        quantity.decimals = decimals;
        unit.terms.extend(amount_term(&quantity).map(|term| (0, term)));
        unit.quantities.push((0, unit.text.len(), quantity));
    }
    unit
}
