//! Whether a file is a sheet, and of which draft.

use claimsheet_sheet::{Origin, Sheet};

/// The draft whose sheet it is, and the one for which it was to be used, as people are told of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherDraft {
    /// The draft whose sheet it is.
    pub theirs: String,
    /// The draft of this run.
    pub own: String,
}

/// Whether a file is a sheet: by the front matter at its start, by the hidden marks of its entries, or by the
/// record at its end.
pub fn is_sheet(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let is_version =
        |line: &[u8]| line.strip_prefix(b"claimsheet: ").is_some_and(|rest| rest.iter().all(u8::is_ascii_digit));
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    lines.next() == Some(b"---") && lines.take(8).any(is_version)
        || has(b"\n<!-- claimsheet:record")
        || has(b"\n<!-- claim:") && (has(b"\n| Verdict |") || has(b"Verdict:"))
}

/// Both drafts, where `sheet` says that it is the sheet of another one than `own`. Sheets whose record was lost are
/// told by the draft's name alone.
pub fn other_draft(sheet: &Sheet, own: &Origin) -> Option<OtherDraft> {
    let (article, _) = sheet.article();
    let theirs = match sheet.origin() {
        Some(theirs) => Some((theirs.draft.as_str(), theirs.part.as_deref())),
        None => article.as_deref().map(|name| (name, own.part.as_deref())),
    };
    let (draft, part) = theirs.filter(|(draft, _)| !draft.is_empty())?;
    let name = |draft: &str| draft.rsplit('/').next().unwrap_or("").to_owned();
    let is_same = if sheet.origin().is_some() { draft == own.draft } else { name(draft) == name(&own.draft) };
    if is_same && part == own.part.as_deref() {
        return None;
    }
    Some(OtherDraft { theirs: called(draft, part), own: called(&own.draft, own.part.as_deref()) })
}

fn called(draft: &str, part: Option<&str>) -> String {
    let draft = if draft == "-" { "standard input" } else { draft };
    part.map_or_else(|| draft.to_owned(), |part| format!("{draft} ({part})"))
}
