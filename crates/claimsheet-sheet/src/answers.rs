//! Answers that came back from elsewhere, put into an entry's fields.

use super::items::{essence, fact_shown, ticked};
use super::labelled::Form;
use super::line::{Line, without_box};
use super::review::{priority as priority_of, review as review_of, without_number};
use super::{Field, Labels, Part, PartKind, Review, Sheet};
use crate::review_policy::ReviewPolicy;
use claimsheet::claim::Priority;
use claimsheet::text::escape::markup;
use rustc_hash::FxHashMap as HashMap;

/// What came back in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// What came back of each claim, and of entries that people added.
    pub entries: Vec<Answer>,
    /// What else was ticked.
    pub ticked: Vec<TickedElsewhere>,
}

/// What came back of one claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The claim's id; empty for an entry that a person added, or where `words` say which claim it is.
    pub id: String,
    /// The heading of such an entry; of a claim, its words where they are known, to name it.
    pub heading: String,
    /// Words of the draft that hold the claim's, where its id is not known.
    pub words: String,
    /// What was written.
    pub review: Review,
    /// What was said beside the fields. Of these lines those are passed over that stand in the entry already.
    pub remarks: Vec<String>,
    /// The priority that it shows.
    pub priority: Option<Priority>,
    /// The facts that were ticked: the words of each, and what was to verify.
    pub ticked: Vec<(String, String)>,
}

/// Something that was ticked and is no fact of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TickedElsewhere {
    /// A place to look: the claim's heading, the place, and why there.
    Place(String, String, String),
    /// Something to settle first, by its words without its lines.
    Finding(String),
    /// A name, with its titles.
    Name(String),
}

/// Which side wins where a field of the sheet and an answer say two things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Prefer {
    /// The sheet, and each such field is a conflict to be settled.
    #[default]
    Neither,
    /// The sheet.
    Sheet,
    /// The answer.
    File,
}

/// What an answer would change and does not, because something else stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// The line of the sheet, from 1, on which the entry begins.
    pub line: u32,
    /// The field's name.
    pub field: String,
    /// What stands there.
    pub here: String,
    /// What came back.
    pub there: String,
}

/// What came of putting answers into a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// Fields that were filled.
    pub filled: usize,
    /// Facts that were ticked.
    pub ticked: usize,
    /// Fields that held something else: left, or replaced where the file is preferred.
    pub conflicts: Vec<Conflict>,
    /// Claims that had another priority there than in the sheet. It may have changed at either
    /// place, and the sheet's is left.
    pub priorities: Vec<Conflict>,
    /// Words that came back as verdicts and are none of the desk's, with the line of the entry. They stand in it
    /// as an item to tick.
    pub no_verdicts: Vec<(u32, String)>,
    /// Ids, or headings, of answers without an entry. They stand as entries of their own at the end.
    pub kept: Vec<String>,
    /// Ticked facts that have no line of their own in the sheet: the entry's line, and their words.
    pub unplaced: Vec<(u32, String)>,
}

/// Whether a line of a part is the one that was ticked elsewhere.
type IsMeant = Box<dyn Fn(&Part, &Line) -> bool>;

/// The section of answers that have no entry.
const WITHOUT_ENTRY: &str = "Answers without an entry";

/// What stands before a word that is no verdict.
const NO_VERDICT: &str = "Came back as the verdict, and is not one of your verdicts:";

impl Sheet {
    /// Fills empty fields with the answers and ticks what was ticked. No tick is taken away, and a field that
    /// holds something else is changed only where the file is preferred.
    pub fn import(&mut self, answers: &Answers, labels: &Labels, desk: &ReviewPolicy, prefer: Prefer) -> Imported {
        let mut imported = Imported::default();
        let places = Places::of(self);
        for answer in &answers.entries {
            let found = self.part_of(answer, &places);
            let at = found.or_else(|| self.entry_for(answer, labels, &mut imported));
            let Some(part) = at.and_then(|at| self.parts.get_mut(at)) else { continue };
            part.fill_all(&answer.review, (labels, desk, prefer), &mut imported);
            part.note_all(&answer.remarks, labels, &mut imported);
            if found.is_some() {
                part.tick_all(&answer.ticked, &mut imported);
                imported.priorities.extend(part.other_priority(answer.priority, labels));
            }
        }
        for tick in &answers.ticked {
            imported.ticked += usize::from(self.tick(tick));
        }
        imported
    }

    /// The sheet's text.
    pub fn text(&self) -> String {
        self.written()
    }

    /// The part that an answer is for.
    fn part_of(&self, answer: &Answer, places: &Places) -> Option<usize> {
        let own = if answer.id.is_empty() {
            self.parts.iter().position(|part| answer.is_for(part))
        } else {
            places.by_id.get(&answer.id).copied()
        };
        own.or_else(|| places.of_words(&essence(&answer.words)))
    }

    /// A new entry for answers to none, where they say anything.
    fn entry_for(&mut self, answer: &Answer, labels: &Labels, imported: &mut Imported) -> Option<usize> {
        let name = answer.name();
        let says = answer.review != Review::default() || !answer.ticked.is_empty() || !answer.remarks.is_empty();
        if name.is_empty() || !says {
            return None;
        }
        let title = answer.title();
        if let Some(known) = self.parts.iter().position(|part| is_titled(part, &title)) {
            return Some(known);
        }
        imported.kept.push(name);
        if let Some(last) = self.parts.last_mut().and_then(|part| part.lines.last_mut()) {
            last.blanks = last.blanks.max(1);
        }
        let part = |kind, lines| Part { kind, withdrawn: false, lines, first_line: 0 };
        if !self.parts.iter().any(|part| part.kind == PartKind::Section(WITHOUT_ENTRY.to_owned())) {
            let lines = vec![Line::new(format!("## {WITHOUT_ENTRY}"), 1)];
            self.parts.push(part(PartKind::Section(WITHOUT_ENTRY.to_owned()), lines));
        }
        let mut lines = vec![Line::new(format!("### {}", markup::markdown(&title)), 1)];
        let about = [answer.heading.as_str(), answer.words.as_str()].into_iter().find(|words| !words.is_empty());
        lines.extend(
            about.filter(|_| !answer.id.is_empty()).map(|words| Line::new(format!("> {}", markup::markdown(words)), 1)),
        );
        lines.extend(answer.ticked.iter().map(|(text, verify)| {
            Line::new(format!("- [x] \"{}\": {}", markup::markdown(text), markup::markdown(verify)), 0)
        }));
        if let Some(last) = lines.last_mut() {
            last.blanks = 1;
        }
        lines.push(Line::new(format!("- {}:", labels.verdict), 1));
        self.parts.push(part(PartKind::Own(title), lines));
        Some(self.parts.len() - 1)
    }

    /// Ticks what is no fact of a claim; whether an open item was.
    fn tick(&mut self, tick: &TickedElsewhere) -> bool {
        let is_meant: IsMeant = match tick {
            TickedElsewhere::Place(claim, place, why) => {
                let (claim, place, why) = (essence(claim.trim_end_matches('…')), essence(place), essence(why));
                Box::new(move |part, line| {
                    let item = essence(without_box(&line.text));
                    let heading = part.lines.first().map_or("", |line| line.text.as_str());
                    let is_entry = part.id().is_some() && essence(&without_number(heading)).starts_with(&claim);
                    is_entry && !claim.is_empty() && item.starts_with(&place) && item.ends_with(&why)
                })
            }
            TickedElsewhere::Finding(words) => {
                let words = essence(words);
                Box::new(move |part, line| {
                    let is_other = matches!(part.kind, PartKind::Section(_) | PartKind::Top);
                    is_other && !words.is_empty() && essence(without_box(&line.text)).ends_with(&words)
                })
            }
            TickedElsewhere::Name(name) => {
                let name = essence(name);
                Box::new(move |part, line| {
                    let words = without_box(&line.text);
                    let stem = words.rsplit_once(" — ").map_or(words, |(stem, _)| stem);
                    let is_it = essence(stem) == name
                        || line.stem().is_some_and(|stem| {
                            let stem = essence(&stem);
                            stem == name || name.starts_with(&stem) && essence(words).starts_with(&name)
                        });
                    matches!(part.kind, PartKind::Section(_)) && !name.is_empty() && is_it
                })
            }
        };
        let found = self.parts.iter().enumerate().find_map(|(at, part)| {
            let line = part.lines.iter().position(|line| line.is_open() && is_meant(part, line))?;
            Some((at, line))
        });
        let line = found.and_then(|(at, line)| self.parts.get_mut(at)?.lines.get_mut(line));
        line.is_some_and(|line| {
            line.text = line.ticked();
            true
        })
    }
}

/// Where the entries of a sheet stand among its parts.
struct Places {
    by_id: HashMap<String, usize>,
    /// By the words of the claim.
    by_words: HashMap<String, usize>,
    /// The same, in the sheet's order.
    words: Vec<(usize, String)>,
}

impl Places {
    fn of(sheet: &Sheet) -> Self {
        let mut places = Self { by_id: HashMap::default(), by_words: HashMap::default(), words: Vec::new() };
        for (at, part) in sheet.parts.iter().enumerate() {
            let Some(id) = part.id() else { continue };
            places.by_id.entry(id.to_owned()).or_insert(at);
            let Some(words) = sheet.words(id).map(essence).filter(|words| !words.is_empty()) else { continue };
            places.by_words.entry(words.clone()).or_insert(at);
            places.words.push((at, words));
        }
        places
    }

    /// The entry of a claim with these words, or else the first that holds them or is held by them.
    fn of_words(&self, words: &str) -> Option<usize> {
        let holds = |known: &str| words.contains(known) || known.contains(words);
        let near = || self.words.iter().find(|(_, known)| holds(known)).map(|(at, _)| *at);
        let exact = self.by_words.get(words).copied();
        if words.is_empty() { None } else { exact.or_else(near) }
    }
}

impl Answer {
    fn is_for(&self, part: &Part) -> bool {
        match &part.kind {
            PartKind::Entry(id) => *id == self.id,
            PartKind::Own(title) => {
                let heading = essence(&self.heading);
                self.id.is_empty() && !heading.is_empty() && essence(&without_number(title)) == heading
            }
            PartKind::Top | PartKind::Section(_) => false,
        }
    }

    /// What it is called in messages.
    fn name(&self) -> String {
        let names = [&self.id, &self.heading, &self.words];
        names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
    }

    /// The title of an entry for it alone.
    fn title(&self) -> String {
        if self.id.is_empty() { self.name() } else { format!("Answers to {}", self.id) }
    }
}

fn is_titled(part: &Part, title: &str) -> bool {
    matches!(&part.kind, PartKind::Own(own) if essence(own) == essence(title))
}

impl Part {
    fn fill_all(
        &mut self,
        review: &Review,
        (labels, desk, prefer): (&Labels, &ReviewPolicy, Prefer),
        imported: &mut Imported,
    ) {
        let known = review_of(&self.lines, labels);
        for field in Field::ALL {
            let (label, value) = (field.label(labels), field.get(review));
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() || is_same(&field.get(&known), &value) {
                continue;
            }
            if field == Field::Verdict && !desk.is_verdict(&value) {
                if self.note_no_verdict(&value) {
                    imported.no_verdicts.push((self.first_line, value));
                }
                continue;
            }
            match fill(&mut self.lines, field, labels, &value, prefer == Prefer::File) {
                None => imported.filled += 1,
                Some(here) => imported.conflicts.push(Conflict {
                    line: self.first_line,
                    field: label.to_owned(),
                    here,
                    there: value,
                }),
            }
        }
    }

    /// Puts what was said into the note, behind what stands there; not what the entry says already.
    fn note_all(&mut self, remarks: &[String], labels: &Labels, imported: &mut Imported) {
        let known = self.lines.iter().fold(String::new(), |known, line| known + &essence(&line.text) + " ");
        let is_new = |remark: &&String| {
            let words = essence(remark);
            let is_headline = remark.split(" · ").count() > 2;
            !words.is_empty() && !known.contains(&words) && !is_headline
        };
        let new: Vec<&str> = remarks.iter().filter(is_new).map(String::as_str).collect();
        if new.is_empty() {
            return;
        }
        let here = review_of(&self.lines, labels).note;
        let note =
            [here.as_str()].into_iter().filter(|here| !here.is_empty()).chain(new).collect::<Vec<_>>().join("; ");
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        fill(&mut self.lines, Field::Note, labels, &note, true);
        imported.filled += 1;
    }

    /// Puts a word that is no verdict at the end of the entry, to be looked at; false where it stands there.
    fn note_no_verdict(&mut self, word: &str) -> bool {
        let text = format!("- [ ] **{NO_VERDICT}** {}", markup::markdown(word));
        let words = essence(&text);
        if self.lines.iter().any(|line| essence(without_box(&line.text)) == words) {
            return false;
        }
        let blanks = self.lines.last_mut().map_or(1, |last| std::mem::replace(&mut last.blanks, 1).max(1));
        self.lines.push(Line::new(text, blanks));
        true
    }

    fn other_priority(&self, there: Option<Priority>, labels: &Labels) -> Option<Conflict> {
        let here = priority_of(&self.lines, labels);
        let there = there.filter(|there| *there != here)?;
        let name = |priority: Priority| priority.name().to_owned();
        Some(Conflict { line: self.first_line, field: "Priority".to_owned(), here: name(here), there: name(there) })
    }

    /// Ticks the items of these facts; of equal facts as many items as facts.
    fn tick_all(&mut self, facts: &[(String, String)], imported: &mut Imported) {
        let mut passed = vec![false; self.lines.len()];
        for (text, verify) in facts {
            let whole = essence(&format!("{text}{verify}"));
            let words = essence(&fact_shown(text));
            let is_whole = |line: &Line| essence(without_box(&line.text)) == whole;
            let is_about = |line: &Line| line.stem().is_some_and(|stem| essence(&stem) == words);
            let open = self
                .lines
                .iter()
                .zip(&passed)
                .enumerate()
                .filter(|(_, (line, passed))| !**passed && (line.is_open() || line.is_ticked()));
            let open: Vec<usize> = open.map(|(at, _)| at).collect();
            let find = |is: &dyn Fn(&Line) -> bool| open.iter().copied().find(|at| self.lines.get(*at).is_some_and(is));
            let own = find(&is_whole).or_else(|| find(&is_about));
            if let Some((line, passed)) = own.and_then(|at| Some((self.lines.get_mut(at)?, passed.get_mut(at)?))) {
                *passed = true;
                if line.is_open() {
                    line.text = line.ticked();
                    imported.ticked += 1;
                }
            } else if !ticked(&self.items(), &[(text.as_str(), verify.as_str())]).contains(&true) {
                imported.unplaced.push((self.first_line, text.clone()));
            }
        }
    }
}

/// Fills a field; one that the entry lacks is added. Gives what stood there, if something did: that stays unless the
/// answer `replaces` it.
pub(super) fn fill(
    lines: &mut Vec<Line>,
    field: Field,
    labels: &Labels,
    value: &str,
    replaces: bool,
) -> Option<String> {
    let (mut last, mut last_row) = (None, None);
    for (at, line) in lines.iter_mut().enumerate() {
        let Some((known, here)) = line.field() else { continue };
        let found = Field::of(&known, labels);
        if found.is_some() {
            last = Some(at);
        } else if line.form() == Some(Form::Row) {
            last_row = Some(at);
        }
        if found != Some(field) {
            continue;
        }
        if here.is_empty() || replaces {
            line.text = line.with_value(value);
        }
        return Some(here).filter(|here| !here.is_empty());
    }
    let last = last.or(last_row);
    let is_row = last.and_then(|at| lines.get(at)).and_then(Line::form) == Some(Form::Row);
    let label = field.label(labels);
    let text =
        if is_row { format!("| {label} | {} |", value.replace('|', "\\|")) } else { format!("- {label}: {value}") };
    // Pieces stay on their line; the new one follows it.
    let last = last.map(|at| at + lines.iter().skip(at + 1).take_while(|line| line.joined).count());
    if let Some((at, last)) = last.and_then(|at| Some((at, lines.get_mut(at)?))) {
        let blanks = std::mem::take(&mut last.blanks);
        lines.insert(at + 1, Line::new(text, blanks));
    } else {
        if let Some(last) = lines.last_mut() {
            last.blanks = last.blanks.max(1);
        }
        lines.push(Line::new(text, 1));
    }
    None
}

/// Whether two cells say the same: several sources may be divided in several ways.
fn is_same(here: &str, value: &str) -> bool {
    let one = |cell: &str| {
        let cell = cell.replace("<br>", ";");
        let pieces: Vec<String> =
            cell.split(';').map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        pieces.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ")
    };
    one(here) == one(value)
}
