//! Readers: the files of a folder to passages and tables, one reader a kind.

use crate::number::{number, scale_of, unit_of};
use crate::passage::{Passage, SourceFile, Table, Unread};
use claimsheet_read::package;

mod archive;
mod captions;
mod delimited;
mod document;
pub(crate) mod grid;
mod lines;
mod mail;
mod pdf;
mod workbook;

/// A file that was read, or why it was not and what to do.
pub(crate) type ReadOutcome = Result<SourceFile, String>;

/// What reading a folder may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file, and of all that is unpacked of it.
    pub bytes: u64,
    /// Pages of a PDF that are read.
    pub pages: usize,
    /// Cells of a workbook or table that are read.
    pub cells: usize,
    /// Archives and mails within one another.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 << 20, pages: 5000, cells: 2_000_000, depth: 4 }
    }
}

/// What was read, and what not.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    pub(crate) files: Vec<SourceFile>,
    pub(crate) unread: Vec<Unread>,
}

impl Collected {
    /// Reads a file and what is in it.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8], limits: &Limits, depth: u32) {
        if bytes.len() as u64 > limits.bytes {
            self.refuse(path, "it is larger than the limit; divide it, or raise the limit");
            return;
        }
        let kind = Kind::of(path, bytes);
        let outcome = match kind {
            Kind::Unreadable(advice) => Err(advice.to_owned()),
            Kind::Archive | Kind::Mail if depth >= limits.depth => {
                Err("it lies too deep within archives; take it out".to_owned())
            }
            Kind::Archive => return archive::read(self, path, bytes, limits, depth),
            Kind::Mail => mail::read(self, path, bytes, limits, depth),
            Kind::Pdf => pdf::read(bytes, limits),
            Kind::Workbook => workbook::read(path, bytes, limits),
            Kind::Delimited => delimited::read(bytes, limits),
            Kind::Captions => captions::read(bytes),
            Kind::Lines => lines::read(path, bytes),
            Kind::Document => document::read(path, bytes, limits),
        };
        match outcome {
            Ok(file) => self.files.push(SourceFile { path: path.to_owned(), ..file }),
            Err(advice) => self.refuse(path, &advice),
        }
    }

    fn refuse(&mut self, path: &str, advice: &str) {
        self.unread.push(Unread { path: path.to_owned(), advice: advice.to_owned() });
    }
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pdf,
    Workbook,
    Delimited,
    Captions,
    Lines,
    Document,
    Mail,
    Archive,
    Unreadable(&'static str),
}

/// Kinds by the ends of names; content that says otherwise goes first.
const ENDINGS: &[(&str, Kind)] = &[
    ("pdf", Kind::Pdf),
    ("xlsx", Kind::Workbook),
    ("xlsm", Kind::Workbook),
    ("xlsb", Kind::Workbook),
    ("xls", Kind::Workbook),
    ("ods", Kind::Workbook),
    ("csv", Kind::Delimited),
    ("tsv", Kind::Delimited),
    ("tab", Kind::Delimited),
    ("srt", Kind::Captions),
    ("vtt", Kind::Captions),
    ("txt", Kind::Lines),
    ("text", Kind::Lines),
    ("md", Kind::Lines),
    ("markdown", Kind::Lines),
    ("log", Kind::Lines),
    ("eml", Kind::Mail),
    ("zip", Kind::Archive),
    ("msg", Kind::Unreadable("a message of Outlook; save it as .eml, or its text")),
    ("doc", Kind::Unreadable("an old Word document; open it and save it as .docx")),
    ("ppt", Kind::Unreadable("an old presentation; save it as PDF")),
    ("pptx", Kind::Unreadable("a presentation; save it as PDF")),
    ("odp", Kind::Unreadable("a presentation; save it as PDF")),
    ("pages", Kind::Unreadable("a document of Pages; export it as Word or PDF")),
    ("numbers", Kind::Unreadable("a workbook of Numbers; export it as Excel or CSV")),
    ("jpg", Kind::Unreadable(PICTURE)),
    ("jpeg", Kind::Unreadable(PICTURE)),
    ("png", Kind::Unreadable(PICTURE)),
    ("gif", Kind::Unreadable(PICTURE)),
    ("heic", Kind::Unreadable(PICTURE)),
    ("tif", Kind::Unreadable(PICTURE)),
    ("tiff", Kind::Unreadable(PICTURE)),
    ("webp", Kind::Unreadable(PICTURE)),
    ("mp3", Kind::Unreadable(SOUND)),
    ("m4a", Kind::Unreadable(SOUND)),
    ("wav", Kind::Unreadable(SOUND)),
    ("ogg", Kind::Unreadable(SOUND)),
    ("mp4", Kind::Unreadable(SOUND)),
    ("mov", Kind::Unreadable(SOUND)),
    ("7z", Kind::Unreadable("an archive of another kind; unpack it first")),
    ("rar", Kind::Unreadable("an archive of another kind; unpack it first")),
    ("gz", Kind::Unreadable("an archive of another kind; unpack it first")),
];

const PICTURE: &str = "a picture; type out what it shows, or run text recognition (OCR) and save the text";
const SOUND: &str = "sound or film; put a transcript of it into the folder";

impl Kind {
    fn of(path: &str, bytes: &[u8]) -> Self {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let named = ENDINGS.iter().find(|(name, _)| *name == ending).map(|(_, kind)| *kind);
        let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        if memchr::memmem::find(head, b"%PDF-").is_some() {
            return Self::Pdf;
        }
        match named {
            Some(kind) => kind,
            None if bytes.is_empty() => Self::Unreadable("it is empty"),
            None if package::Package::is_one(bytes) && !is_office(&ending) => Self::Archive,
            None => Self::Document,
        }
    }
}

fn is_office(ending: &str) -> bool {
    matches!(ending, "docx" | "docm" | "dotx" | "odt" | "ott" | "epub" | "fodt")
}

/// Text as UTF-8, from whatever encoding its bytes tell.
pub(crate) fn decoded(bytes: &[u8]) -> Result<String, String> {
    if bytes.contains(&0) && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
        return Err("it is no text; save it as text, Word or PDF".to_owned());
    }
    let (encoding, skip) = match bytes {
        [0xff, 0xfe, ..] => ("utf-16le", 2),
        [0xfe, 0xff, ..] => ("utf-16be", 2),
        [0xef, 0xbb, 0xbf, ..] => ("utf-8", 3),
        bytes if std::str::from_utf8(bytes).is_ok() => ("utf-8", 0),
        _ => ("windows-1252", 0),
    };
    let bytes = bytes.get(skip..).unwrap_or_default();
    let encoding = claimsheet_read::encoding(encoding).ok_or("its encoding is unknown; save it as UTF-8")?;
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// The one head that gives a unit, where it is over the labels or the others are years and the like.
fn common_unit(heads: &[String]) -> Option<&String> {
    let gives = |head: &String| scale_of(head) != 1.0 || !unit_of(head).is_empty();
    let mut with_unit = heads.iter().enumerate().filter(|(_, head)| gives(head));
    let (at, unit) = with_unit.next().filter(|_| with_unit.next().is_none())?;
    let is_plain = |head: &String| {
        head.is_empty() || head.contains(|letter: char| letter.is_ascii_digit()) || head.eq_ignore_ascii_case("note")
    };
    (at == 0 || heads.iter().filter(|head| *head != unit).all(is_plain)).then_some(unit)
}

/// What the heads that give a scale agree on: a column without a head of its own takes it from its neighbours.
fn only_scale(heads: &[String]) -> f64 {
    let mut scales = heads.iter().map(|head| scale_of(head)).filter(|scale| *scale != 1.0);
    let first = scales.next().unwrap_or(1.0);
    if scales.all(|scale| scale == first) { first } else { 1.0 }
}

/// Heads of columns that number rows or lead to notes.
const NUMBERING: &[&str] = &["note", "notes", "no", "nr", "n o", "#", "ref", "row", "page"];

impl SourceFile {
    /// Takes a table in: its numbers in the unit that the heads give, its cells as passages.
    pub(crate) fn push_table(&mut self, mut table: Table) {
        let index = self.tables.len();
        // What stands over the labels, or over nothing but years, holds for the whole table: "£000".
        if let Some(unit) = common_unit(&table.heads) {
            let longer = format!("{} {unit}", table.title);
            longer.trim().clone_into(&mut table.title);
        }
        let of_title = scale_of(&table.title);
        let of_others = only_scale(&table.heads);
        for (row_index, row) in table.rows.iter_mut().enumerate() {
            let label = row.cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
            for (column, cell) in row.cells.iter_mut().enumerate() {
                if cell.text.trim().is_empty() {
                    continue;
                }
                let head = table.heads.get(column).map_or("", String::as_str);
                // "Note 14" leads to a note and counts nothing.
                if NUMBERING.contains(&head.trim_matches(['.', ' ']).to_lowercase().as_str()) {
                    cell.number = None;
                    continue;
                }
                let is_share = cell.text.contains('%') || head.contains('%');
                let of_head = scale_of(head);
                let scale = match (of_head == 1.0, head.is_empty()) {
                    (false, _) => of_head,
                    (true, true) if of_title == 1.0 => of_others,
                    (true, _) => of_title,
                };
                let number = cell.number.or_else(|| number(&cell.text)).filter(|_| column > 0 || label != cell.text);
                cell.number = number.map(|number| if is_share { number } else { number * scale });
                let label = if column == 0 { "" } else { label.as_str() };
                let context = format!("{label}; {head}; {}", table.title);
                let context = context.trim_matches([';', ' ']).to_owned();
                let passage = Passage::at(cell.place.clone(), cell.text.clone());
                self.passages.push(Passage { context, cell: Some((index, row_index, column)), ..passage });
            }
        }
        self.tables.push(table);
    }
}
