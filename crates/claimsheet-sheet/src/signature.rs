//! Sign-off: who, when, and the digests of draft and sheet at that time. It stands in the sheet's
//! front matter.

use super::line::Line;
use super::{PartKind, Sheet, record};
use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};

const KEY: &str = "signed: ";

/// How many hexadecimal digits of a digest are kept.
const DIGITS: usize = 16;

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub by: String,
    /// When, as written.
    pub on: String,
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

impl Sheet {
    /// The signature, if the sheet has one.
    pub fn signature(&self) -> Option<Signature> {
        let line = self.parts.iter().flat_map(|part| &part.lines).find_map(|line| line.text.strip_prefix(KEY))?;
        let mut fields = line.trim().trim_matches('"').split(" · ").map(str::to_owned);
        Some(Signature { by: fields.next()?, on: fields.next()?, draft: fields.next()?, sheet: fields.next()? })
    }

    /// What the signature is worth, given the draft's bytes.
    pub fn standing(&self, signature: &Signature, draft: &[u8]) -> Standing {
        if signature.draft != digest(draft) {
            Standing::DraftChanged
        } else if signature.sheet != self.digest() {
            Standing::SheetChanged
        } else {
            Standing::Good
        }
    }

    /// The text of the sheet with a signature by `by` on the day `on`, instead of any other. A sheet
    /// without front matter gets one.
    pub fn signed(mut self, by: &str, on: &str, draft: &[u8]) -> String {
        let by = by.replace(['"', '\n', '·'], " ");
        let text = format!("{KEY}\"{by} · {on} · {} · {}\"", digest(draft), self.digest());
        for part in &mut self.parts {
            part.lines.retain(|line| !line.text.starts_with(KEY));
        }
        if let Some(top) = self.parts.iter_mut().find(|part| part.kind == PartKind::Top) {
            let fences: Vec<usize> =
                top.lines.iter().enumerate().filter(|(_, line)| line.text.trim() == "---").map(|(at, _)| at).collect();
            if let [_, close, ..] = fences.as_slice() {
                top.lines.insert(*close, Line::new(text, 0));
            } else {
                top.lines.splice(0..0, [Line::new("---", 0), Line::new(text, 0), Line::new("---", 1)]);
            }
        }
        self.written()
    }

    /// The digest of what people wrote: ticks, filled cells, and lines that the program did not
    /// write. A new run alone changes none of it.
    fn digest(&self) -> String {
        let written = self.parts.iter().flat_map(|part| record::work(part, self.record.as_ref()));
        let lines = written.filter(|line| !line.text.starts_with(KEY));
        digest(lines.map(|line| line.text.trim_end()).collect::<Vec<_>>().join("\n").as_bytes())
    }
}

fn digest(bytes: &[u8]) -> String {
    let mut hex = Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    hex.truncate(DIGITS);
    hex
}
