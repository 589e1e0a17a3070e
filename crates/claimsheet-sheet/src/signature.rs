//! Sign-off: who, when, and the digests of draft and sheet at that time. Signatures stand in the sheet's
//! front matter, one below the other; nothing else there is ours.

use super::line::Line;
use super::{Part, PartKind, Sheet, record};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};
use std::ops::Range;

/// What stands above the signatures.
const KEY: &str = "signatures:";

/// What stood before the one signature that an earlier program wrote.
const EARLIER: &str = "signed: ";

/// How many hexadecimal digits of a digest are kept.
const DIGITS: usize = 16;

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub by: String,
    /// When, as written.
    pub on: String,
    /// How much was still to do, by the desk's rules; the signer knew.
    pub open: usize,
    draft: String,
    sheet: String,
}

/// What a signature is worth now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing changed since.
    Good,
    /// The draft is another.
    DraftChanged,
    /// The sheet is another.
    SheetChanged,
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Good => "unchanged since",
            Self::DraftChanged => "changed after sign-off: the draft",
            Self::SheetChanged => "changed after sign-off: the sheet",
        })
    }
}

impl Signature {
    /// The signature in a line of the front matter; none where the line is anything else.
    fn read(line: &str) -> Option<Self> {
        let item = line.trim().strip_prefix("- ").or_else(|| line.strip_prefix(EARLIER))?;
        let mut fields = item.trim().trim_matches('"').split(" · ");
        let (by, on) = (fields.next()?, fields.next()?);
        let draft = digits(fields.next()?, "draft ")?;
        let sheet = digits(fields.next()?, "sheet ")?;
        let open = match fields.next() {
            None => 0,
            Some(open) => open.strip_prefix("open: ")?.parse().ok()?,
        };
        Some(Self { by: by.to_owned(), on: on.to_owned(), open, draft, sheet })
    }

    fn written(&self) -> String {
        let open = if self.open > 0 { format!(" · open: {}", self.open) } else { String::new() };
        format!("  - \"{} · {} · draft {} · sheet {}{open}\"", self.by, self.on, self.draft, self.sheet)
    }
}

/// The digest in a field of a signature.
fn digits(field: &str, name: &str) -> Option<String> {
    let digits = field.strip_prefix(name).unwrap_or(field);
    let are_digits = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    are_digits.then(|| digits.to_owned())
}

impl Sheet {
    /// The signatures, in their order.
    pub fn signatures(&self) -> Vec<Signature> {
        let top = self.parts.first().filter(|part| part.kind == PartKind::Top);
        let lines = top.and_then(|top| top.lines.get(front_matter(top)?)).unwrap_or_default();
        lines.iter().filter_map(|line| Signature::read(&line.text)).collect()
    }

    /// What the signature is worth, given the draft's bytes; without them, by the sheet alone.
    pub fn standing(&self, signature: &Signature, draft: Option<&[u8]>) -> Standing {
        if draft.is_some_and(|draft| signature.draft != digest(draft)) {
            Standing::DraftChanged
        } else if signature.sheet != self.digest() {
            Standing::SheetChanged
        } else {
            Standing::Good
        }
    }

    /// The text of the sheet with one more signature, by `by` on the day `on`, with so many things `open`. A
    /// sheet without front matter gets one.
    pub fn signed(mut self, by: &str, on: &str, open: usize, draft: &[u8]) -> String {
        let by: String =
            by.chars().map(|letter| if matches!(letter, '"' | '\\' | '·') { ' ' } else { letter }).collect();
        let by = by.split_whitespace().collect::<Vec<_>>().join(" ");
        let signature = Signature { by, on: on.to_owned(), open, draft: digest(draft), sheet: self.digest() };
        let line = Line::new(signature.written(), 0);
        if self.parts.first().is_none_or(|part| part.kind != PartKind::Top) {
            self.parts.insert(0, Part { kind: PartKind::Top, withdrawn: false, lines: Vec::new(), first_line: 1 });
        }
        if let Some(top) = self.parts.first_mut() {
            let Some(range) = front_matter(top) else {
                let lines = [Line::new("---", 0), Line::new(KEY, 0), line, Line::new("---", 1)];
                top.lines.splice(0..0, lines);
                return self.written();
            };
            let own = top.lines.get(range.clone()).unwrap_or_default();
            let key = own.iter().position(|line| line.text.trim_end() == KEY);
            let last = own.iter().rposition(|line| line.text.starts_with(' ') && Signature::read(&line.text).is_some());
            match (key, last) {
                (Some(key), last) => {
                    let behind = last.filter(|last| *last > key).unwrap_or(key);
                    top.lines.insert(range.start + behind + 1, line);
                }
                (None, _) => {
                    top.lines.splice(range.end..range.end, [Line::new(KEY, 0), line]);
                }
            }
        }
        self.written()
    }

    /// The digest of what people wrote: ticks, filled cells, and lines that the program did not
    /// write. A new run alone changes none of it.
    fn digest(&self) -> String {
        let signed = self.parts.first().and_then(front_matter).unwrap_or(0..0);
        let written = self.parts.iter().enumerate().flat_map(|(number, part)| {
            let signed = if number == 0 { signed.clone() } else { 0..0 };
            let is_work = record::is_work(part, self.record.as_ref()).into_iter();
            let lines = part.lines.iter().zip(is_work).enumerate();
            lines.filter_map(move |(at, (line, is_work))| {
                (is_work && !(signed.contains(&at) && is_of_signatures(&line.text))).then_some(line)
            })
        });
        digest(written.map(|line| line.text.trim_end()).collect::<Vec<_>>().join("\n").as_bytes())
    }
}

/// Whether a line of the front matter is one of our block.
fn is_of_signatures(line: &str) -> bool {
    line.trim_end() == KEY || Signature::read(line).is_some()
}

/// The lines between the fences at the top of a sheet.
fn front_matter(top: &Part) -> Option<Range<usize>> {
    let is_fence = |line: &Line| line.text.trim_end() == "---";
    top.lines.first().filter(|line| is_fence(line))?;
    let close = top.lines.iter().skip(1).position(is_fence)?;
    Some(1..close + 1)
}

fn digest(bytes: &[u8]) -> String {
    let mut hex = Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(DIGITS);
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "---\nclaimsheet: 1\nsigned: with love\n---\n\n# Sheet\n\nsigned: by hand\n";

    fn sheet(text: &str) -> Sheet {
        Sheet::parse(text).unwrap()
    }

    #[test]
    fn a_second_signature_adds_and_every_line_of_a_person_stays() {
        let once = sheet(SHEET).signed("M. Vance", "2026-03-03", 0, b"draft");
        let twice = sheet(&once).signed("B. \"Lund\" · x", "2026-03-04", 3, b"draft");
        let names: Vec<String> = sheet(&twice).signatures().into_iter().map(|one| one.by).collect();
        assert_eq!(names, ["M. Vance", "B. Lund x"]);
        assert!(twice.contains("signed: with love") && twice.contains("signed: by hand"), "{twice}");
        assert_eq!(sheet(&twice).signatures().last().map(|one| one.open), Some(3));
        for one in sheet(&twice).signatures() {
            assert_eq!(sheet(&twice).standing(&one, Some(b"draft")), Standing::Good);
            assert_eq!(sheet(&twice).standing(&one, Some(b"other")), Standing::DraftChanged);
            assert_eq!(sheet(&twice.replace("by hand", "by me")).standing(&one, None), Standing::SheetChanged);
        }
    }

    #[test]
    fn the_one_signature_of_an_earlier_program_is_read_and_kept() {
        let line = "signed: \"T. Reed · 2026-03-03 · 0123456789abcdef · fedcba9876543210\"";
        let earlier = sheet(&SHEET.replace("signed: with love", line));
        assert_eq!(earlier.signatures().len(), 1);
        let now = earlier.signed("M. Vance", "2026-03-04", 0, b"draft");
        assert_eq!(sheet(&now).signatures().len(), 2, "{now}");
        assert!(now.contains(line));
    }

    #[test]
    fn a_sheet_without_front_matter_gets_one() {
        let signed = sheet("# Sheet\n").signed("M. Vance", "2026-03-03", 0, b"");
        assert_eq!(sheet(&signed).signatures().len(), 1, "{signed}");
        assert!(sheet("").signed("M. Vance", "2026-03-03", 0, b"").contains("M. Vance"));
    }
}
