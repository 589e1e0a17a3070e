//! A sheet's text to parts and lines. Any text has parts; what is refused is a sheet with the marks
//! of a merge conflict, or of a version to come.

use super::line::Line;
use super::one_line::{BETWEEN, pieces};
use super::{ClaimWords, Origin, Part, PartKind, Record, recognise, removed_claims};
use claimsheet::claim::Finding;
use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

/// The version of the sheet's form that this program writes. Those before it are read and merged too.
const VERSION: u32 = 2;

/// The hidden mark of the section of findings.
const FINDINGS: &str = "<!-- claimsheet:findings -->";

/// What a question to the author begins with that is no finding: a claim is done without its answer.
const SOURCE_FOR: &str = "Source for ";

/// What a line of a merge conflict begins with.
const CONFLICT: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub(super) parts: Vec<Part>,
    pub(super) record: Option<Record>,
    /// Whether its lines end in CR LF.
    pub(super) crlf: bool,
    /// Whether it begins with a byte order mark.
    pub(super) bom: bool,
}

/// Why a sheet is left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SheetError {
    /// It holds the marks of a merge conflict on this line, counted from 1.
    Conflict(u32),
    /// It was written by a later program: its version.
    Newer(u32),
    /// Nothing stands in it.
    Empty,
    /// It has neither the front matter nor the record of a sheet.
    Foreign,
    /// Its version is no number.
    UnknownVersion(String),
    /// This line, counted from 1, ends in a sign that ends no line today.
    LineEnd(u32),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict(line) => {
                write!(f, "line {line} begins a merge conflict; settle it first, the sheet is untouched")
            }
            Self::Newer(version) => write!(
                f,
                "the sheet has version {version} and this program knows {VERSION}; update claimsheet, the sheet is untouched"
            ),
            Self::Empty => f.write_str("the sheet is empty; make it from its draft with `claimsheet make`"),
            Self::Foreign => f.write_str(
                "this is no sheet that claimsheet made: neither its front matter nor its end says so; make one with `claimsheet make`",
            ),
            Self::UnknownVersion(version) => write!(
                f,
                "the sheet's front matter has `claimsheet: {version}`, which is no version; put `claimsheet: {VERSION}` there"
            ),
            Self::LineEnd(line) => write!(
                f,
                "line {line} holds a carriage return that ends no line; save the sheet with the line ends of Unix or Windows"
            ),
        }
    }
}

impl std::error::Error for SheetError {}

/// The lines of findings that a person ticked, without what editors change on their own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ticked {
    lines: Vec<String>,
    /// By each number that stands in a line, the lines in which it stands.
    by_number: HashMap<u32, Vec<usize>>,
}

impl Ticked {
    /// The lines of the section of findings for which `is_one` holds.
    fn of(sheet: &Sheet, is_one: fn(&Line) -> bool) -> Self {
        let lines = sheet.parts.iter().filter(|part| holds_findings(part)).flat_map(|part| &part.lines);
        let lines: Vec<String> = lines.filter(|line| is_one(line)).map(Line::essence).collect();
        let mut by_number: HashMap<u32, Vec<usize>> = HashMap::default();
        for (at, line) in lines.iter().enumerate() {
            let mut found: Vec<u32> = numbers(line).collect();
            found.sort_unstable();
            found.dedup();
            for number in found {
                by_number.entry(number).or_default().push(at);
            }
        }
        Self { lines, by_number }
    }

    /// Whether `finding` is among them: the same words, and all its lines of the draft.
    pub fn holds(&self, finding: &Finding) -> bool {
        let item = Line::new(format!("- [ ] {}", finding.message), 0).essence();
        let words = item.trim_start_matches("- [ ] ");
        let is_it = |line: &String| {
            line.strip_suffix(words).is_some_and(|head| {
                let numbers: Vec<u32> = numbers(head).collect();
                finding.places.iter().all(|place| numbers.contains(&place.line))
            })
        };
        if words.is_empty() {
            return false;
        }
        // Of the lines of the draft that it names, the one that the fewest name too.
        let of = |line: u32| self.by_number.get(&line).map_or(&[][..], Vec::as_slice);
        match finding.places.iter().map(|place| of(place.line)).min_by_key(|named| named.len()) {
            Some(named) => named.iter().filter_map(|at| self.lines.get(*at)).any(is_it),
            None => self.lines.iter().any(is_it),
        }
    }
}

/// The numbers in a line.
fn numbers(line: &str) -> impl Iterator<Item = u32> {
    line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok())
}

impl Sheet {
    /// Reads a sheet.
    ///
    /// # Errors
    ///
    /// Where it holds the marks of a merge conflict, or is of a later version.
    pub fn parse(text: &str) -> Result<Self, SheetError> {
        let bom = text.starts_with('\u{feff}');
        let text = text.trim_start_matches('\u{feff}');
        let crlf = memchr::memmem::find(text.as_bytes(), b"\r\n").is_some();
        refuse(text)?;
        let (body, record) = Record::split(text);
        Ok(Self { parts: parts(&body), record, crlf, bom })
    }

    /// Reads a sheet that somebody is to rely on: what is no whole sheet of this program is refused.
    ///
    /// # Errors
    ///
    /// As of [`parse`](Self::parse); and where the text is empty or no sheet, its version is not known, or its
    /// lines cannot be told apart.
    pub fn parse_strictly(text: &str) -> Result<Self, SheetError> {
        if text.trim().is_empty() {
            return Err(SheetError::Empty);
        }
        let is_alone = |at: &usize| !matches!(text.as_bytes().get(at + 1), Some(b'\n' | b'\r'));
        if let Some(at) = memchr::memchr_iter(b'\r', text.as_bytes()).find(is_alone) {
            let before = text.as_bytes().get(..at).unwrap_or_default();
            return Err(SheetError::LineEnd(memchr::memchr_iter(b'\n', before).count() as u32 + 1));
        }
        let sheet = Self::parse(text)?;
        match version(text) {
            None if sheet.record.is_none() => Err(SheetError::Foreign),
            Some(Err(version)) => Err(SheetError::UnknownVersion(version.to_owned())),
            None | Some(Ok(_)) => Ok(sheet),
        }
    }

    /// The article's file and title, as the front matter has them.
    pub fn article(&self) -> (Option<String>, Option<String>) {
        let field = |key: &str| {
            let lines = self.parts.first().map(|part| part.lines.as_slice()).unwrap_or_default();
            let value = lines.iter().find_map(|line| line.text.strip_prefix(key))?.trim();
            let bare = || value.trim_matches(['"', '“', '”', '„']).to_owned();
            let value = serde_json::from_str(value).unwrap_or_else(|_| bare());
            (!value.is_empty()).then_some(value)
        };
        (field("article: "), field("title: "))
    }

    /// What it was made of; none where its record is gone, or is of a program before this was kept.
    pub fn origin(&self) -> Option<&Origin> {
        self.record.as_ref()?.origin()
    }

    /// The sheet with each entry that lost its hidden mark known as that of its claim: one of `claims`, or one that
    /// the record names.
    pub fn recognised<'a>(&'a self, claims: &[ClaimWords]) -> Cow<'a, Self> {
        recognise::recognised(self, claims)
    }

    /// The words of the claim of an entry: as the record has them, else as the heading begins.
    pub(super) fn words_of(&self, id: &str) -> Option<String> {
        let heading = || {
            let part = self.parts.iter().find(|part| part.id() == Some(id))?;
            Some(recognise::bare(&part.lines.first()?.text))
        };
        self.words(id).map(str::to_owned).or_else(heading)
    }

    /// Whether it has an entry with its hidden mark.
    pub fn has_entries(&self) -> bool {
        self.parts.iter().any(|part| part.id().is_some())
    }

    /// Whether it has the record of a program.
    pub const fn has_record(&self) -> bool {
        self.record.is_some()
    }

    /// Claims that have had an entry and have none, as a person deleted it: id and words.
    pub fn deleted(&self) -> impl Iterator<Item = (&str, &str)> {
        let ids: HashSet<&str> = self.parts.iter().filter_map(Part::id).collect();
        self.record.iter().flat_map(move |record| {
            let ids = ids.clone();
            record.missing(move |id| ids.contains(id))
        })
    }

    /// The words of a claim, as the draft has them.
    pub fn words(&self, id: &str) -> Option<&str> {
        self.record.as_ref()?.words(id)
    }

    /// Whether it has a section of findings.
    pub fn has_findings(&self) -> bool {
        self.parts.iter().any(holds_findings)
    }

    /// Findings that are not ticked: their lines in the sheet, from 1, and their words.
    pub fn open_findings(&self) -> impl Iterator<Item = (u32, String)> {
        let parts = self.parts.iter().filter(|part| holds_findings(part));
        parts.flat_map(|part| {
            let mut at = part.first_line;
            part.lines.iter().filter_map(move |line| {
                if line.joined {
                    at -= 1;
                }
                let here = at;
                at += 1 + line.blanks as u32;
                let words = line.text.trim().trim_start_matches(['-', '*', '+', ' ', '[', ']']).replace("**", "");
                (line.is_open() && !words.starts_with(SOURCE_FOR)).then_some((here, words))
            })
        })
    }

    /// Findings that a person ticked.
    pub fn ticked_findings(&self) -> Ticked {
        Ticked::of(self, Line::is_ticked)
    }

    /// The findings that are in it, ticked or not.
    pub(crate) fn listed(&self) -> Ticked {
        Ticked::of(self, |line| line.is_ticked() || line.is_open())
    }

    /// The text with its record, as it is written.
    pub(super) fn written(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            for (at, line) in part.lines.iter().enumerate() {
                out.push_str(&line.text);
                if part.lines.get(at + 1).is_some_and(|next| next.joined) {
                    out.push_str(BETWEEN);
                } else {
                    out.extend(std::iter::repeat_n('\n', line.blanks + 1));
                }
            }
        }
        if let Some(record) = &self.record {
            record.write(&mut out);
        }
        if self.crlf {
            out = out.replace('\n', "\r\n");
        }
        if self.bom {
            out.insert(0, '\u{feff}');
        }
        out
    }
}

/// Whether a part is the section of findings.
pub(super) fn holds_findings(part: &Part) -> bool {
    part.lines.iter().any(|line| line.text.trim_start().starts_with(FINDINGS))
}

pub(super) fn refuse(text: &str) -> Result<(), SheetError> {
    let has = |mark: &str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if CONFLICT.iter().any(|mark| has(mark)) {
        let conflict = text.lines().position(|line| CONFLICT.iter().any(|mark| line.starts_with(mark)));
        if let Some(at) = conflict {
            return Err(SheetError::Conflict(at as u32 + 1));
        }
    }
    match version(text) {
        Some(Ok(version)) if version > VERSION => Err(SheetError::Newer(version)),
        _ => Ok(()),
    }
}

/// The version in the front matter, or what stands there in its place; none where nothing does.
fn version(text: &str) -> Option<Result<u32, &str>> {
    let written =
        text.lines().take(12).find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("claimsheet:"))?;
    Some(written.trim().parse().map_err(|_| written.trim()))
}

/// The id in a line that holds the hidden mark of an entry.
pub(super) fn claim_id(text: &str) -> Option<&str> {
    if !text.contains('<') {
        return None;
    }
    let id = text.trim().trim_start_matches('\\').strip_prefix("<!-- claim:")?.split_whitespace().next()?;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_id.then_some(id)
}

/// What a person wrote behind the hidden mark of an entry, on its line.
pub(super) fn behind_mark(text: &str) -> &str {
    text.split_once("-->").map_or("", |(_, behind)| behind.trim_end())
}

/// How deep a heading is; none for other lines.
fn depth(text: &str) -> Option<usize> {
    let depth = text.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&depth) && text.as_bytes().get(depth) == Some(&b' ')).then_some(depth)
}

fn parts(body: &str) -> Vec<Part> {
    let lines = lines(body);
    let mut parts = Vec::new();
    let mut withdrawn = false;
    let mut first_line = 1;
    for (kind, own) in cut(&lines) {
        if matches!(kind, PartKind::Section(_)) {
            withdrawn = removed_claims::is_section(&kind, own);
        }
        let first = first_line;
        first_line += own.len() as u32;
        let lines = with_blanks(own);
        if !lines.is_empty() {
            parts.push(Part { kind, withdrawn, lines, first_line: first });
        }
    }
    parts
}

/// The lines of a text, without line breaks.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let mut at = 0;
    let ends = memchr::memchr_iter(b'\n', body.as_bytes()).chain([body.len()]);
    let lines = ends.map(|end| body.get(std::mem::replace(&mut at, end + 1)..end).unwrap_or(""));
    lines.map(|line| line.trim_end_matches('\r')).collect()
}

/// Lines by the parts that they belong to.
pub(super) fn cut<'a, 'b>(lines: &'b [&'a str]) -> impl Iterator<Item = (PartKind, &'b [&'a str])> {
    let mut starts = starts(lines).into_iter().peekable();
    std::iter::from_fn(move || {
        let (first, kind) = starts.next()?;
        let end = starts.peek().map_or(lines.len(), |(next, _)| *next);
        Some((kind, lines.get(first..end).unwrap_or_default()))
    })
}

/// Those lines that are not empty, in their pieces.
pub(super) fn texts<'a>(lines: &[&'a str]) -> impl Iterator<Item = &'a str> {
    lines.iter().copied().filter(|line| !line.trim().is_empty()).flat_map(pieces)
}

/// Where each part begins, and what it is.
fn starts(lines: &[&str]) -> Vec<(usize, PartKind)> {
    let headings: Vec<(usize, usize)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, depth(line)?))).collect();
    let mut starts = vec![(0, PartKind::Top)];
    let mut entry_depth = None;
    for (index, (at, depth)) in headings.iter().enumerate() {
        let end = headings.get(index + 1).map_or(lines.len(), |(next, _)| *next);
        let id = lines.get(*at..end).unwrap_or_default().iter().find_map(|line| claim_id(line));
        let title = lines.get(*at).copied().unwrap_or("").trim_start_matches('#').trim().to_owned();
        match id {
            Some(id) => {
                entry_depth = Some(*depth);
                starts.push((*at, PartKind::Entry(id.to_owned())));
            }
            None if *depth == 2 => starts.push((*at, PartKind::Section(title))),
            None if entry_depth.is_none_or(|entry| *depth <= entry) && *depth > 2 => {
                starts.push((*at, PartKind::Own(title)));
            }
            None => {}
        }
    }
    starts
}

/// Lines with the empty ones behind them; leading empty lines are dropped.
fn with_blanks(lines: &[&str]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if line.trim().is_empty() => last.blanks += 1,
            None if line.trim().is_empty() => {}
            _ => {
                let pieces = pieces(line).into_iter().enumerate();
                out.extend(pieces.map(|(at, piece)| Line { joined: at > 0, ..Line::new(piece, 0) }));
            }
        }
    }
    out
}
