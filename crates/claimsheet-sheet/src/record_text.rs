//! The record's comment as text: read piece by piece, whatever a formatter or a careless hand did to it.

use super::record::{LineDigest, Record};
use super::{Origin, base64};

/// A piece of the record.
pub(super) enum Piece {
    /// The digests of a part's lines, by its name.
    Part(String, Vec<LineDigest>),
    /// The words of a claim, by its id.
    Claim(String, String),
    /// The same of one whose entry was deleted.
    Deleted(String, String),
    /// The ids of the entries in the program's order.
    Order(Vec<String>),
    /// What the sheet was made of.
    Draft(Box<Origin>),
}

/// What was read of a comment.
pub(super) struct Read {
    pub(super) record: Record,
    /// Lines that are none of ours.
    pub(super) left: String,
}

/// Reads the inside of the comment. Line breaks may stand between any two words of it.
pub(super) fn read(inside: &str) -> Read {
    let mut record = Record::default();
    let mut left = String::new();
    let mut rest = inside.trim_start();
    if let Some((_, behind)) = rest.strip_prefix('(').and_then(|advice| advice.split_once(')')) {
        rest = behind;
    }
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Read { record, left };
        }
        if let Some((piece, behind)) = piece(rest) {
            record.take(piece);
            rest = behind;
            continue;
        }
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let (line, _) = rest.split_at(end);
        let (line, _) = line.split_at(next_piece(line).unwrap_or(line.len()));
        let behind = rest.get(line.len()..).unwrap_or("");
        if !(is_cut(line) || behind.is_empty() && is_scrap(line.trim())) {
            left.push_str(line.trim_end());
            left.push('\n');
        }
        rest = behind;
    }
}

/// Where in a line, behind its first word, a piece begins.
fn next_piece(line: &str) -> Option<usize> {
    let words = line.match_indices(' ').map(|(at, _)| at + 1);
    words.into_iter().find(|at| line.get(*at..).is_some_and(|rest| piece(rest).is_some()))
}

/// The piece at the start of a text, and what stands behind it.
fn piece(text: &str) -> Option<(Piece, &str)> {
    let (kind, rest) = word(text)?;
    match kind {
        "part" => {
            let (name, mut rest) = word(rest)?;
            let mut lines = Vec::new();
            while let Some((digest, behind)) = word(rest).and_then(|(word, behind)| Some((digest(word)?, behind))) {
                lines.push(digest);
                rest = behind;
            }
            (!lines.is_empty()).then(|| (Piece::Part(name.to_owned(), lines), rest))
        }
        "lines" => {
            let (name, rest) = word(rest).filter(|(name, _)| is_part(name))?;
            let (digits, rest) = word(rest)?;
            let lines = base64::digests(digits)?;
            Some((Piece::Part(name.to_owned(), lines), rest))
        }
        "claim" | "deleted" => {
            let (id, rest) = word(rest)?;
            let (words, rest) = json(rest)?;
            let (id, words) = (id.to_owned(), serde_json::from_str(&words).ok()?);
            Some((if kind == "claim" { Piece::Claim(id, words) } else { Piece::Deleted(id, words) }, rest))
        }
        "order" => {
            let (mut ids, mut rest) = (Vec::new(), rest);
            while let Some((id, behind)) = word(rest).filter(|(id, _)| is_id(id)) {
                ids.push(id.to_owned());
                rest = behind;
            }
            (!ids.is_empty()).then_some((Piece::Order(ids), rest))
        }
        "draft" => {
            let (origin, rest) = json(rest)?;
            Some((Piece::Draft(Box::new(serde_json::from_str(&origin).ok()?)), rest))
        }
        _ => None,
    }
}

/// The first word of a text, and what stands behind it.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

fn digest(word: &str) -> Option<LineDigest> {
    let is_digest = word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest.then(|| LineDigest::from_str_radix(word, 16).ok()).flatten()
}

/// The JSON string or object at the start of a text, in which a line break stands for a blank, and what stands
/// behind it.
fn json(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    let end = text.char_indices().find_map(|(at, letter)| {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => depth = depth.saturating_sub(1),
            _ if !quoted && depth == 0 => return Some(None),
            _ => {}
        }
        (depth == 0 && !quoted && matches!(letter, '"' | '}')).then_some(Some(at + letter.len_utf8()))
    })??;
    let (json, rest) = text.split_at(end);
    let lines: Vec<&str> = json.lines().map(str::trim).collect();
    Some((if lines.len() > 1 { lines.join(" ") } else { json.to_owned() }, rest))
}

/// Whether a line is one of ours of which the end is gone.
fn is_cut(line: &str) -> bool {
    let opens = |rest: &str, sign: char| rest.trim_start().is_empty() || rest.trim_start().starts_with(sign);
    match word(line) {
        Some(("claim" | "deleted", rest)) => word(rest).is_none_or(|(id, rest)| is_id(id) && opens(rest, '"')),
        Some(("draft", rest)) => opens(rest, '{'),
        Some(("part", rest)) => word(rest).is_none_or(|(_, rest)| rest.trim().len() < 6),
        Some(("order", rest)) => rest.trim().is_empty(),
        Some(("lines", rest)) => word(rest).is_none_or(|(_, rest)| rest.trim().is_empty()),
        _ => false,
    }
}

/// Whether the last words are the beginning of a piece, or of a digest.
fn is_scrap(words: &str) -> bool {
    ["part", "order", "lines", "claim", "deleted", "draft"].iter().any(|kind| kind.starts_with(words))
        || words.len() < 6 && words.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a word is the name of a part.
fn is_part(word: &str) -> bool {
    word == "top" || word.starts_with("section-") || word.len() == 10 && is_id(word)
}

fn is_id(word: &str) -> bool {
    word.len() <= 10 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = " (kept to merge later runs; please leave it)
draft {\"draft\":\"a b.md\",\"sha256\":\"00ff\"}
order 0123456789 1123456789
lines 0123456789 ChssPU5f lines top Chss
claim 0123456789 \"The quay \\\"cost\\\" $3 million.\" claim 1123456789 \"It lines the river.\"
deleted fedcba9876 \"It opened in 1931.\"
";

    /// The same as an earlier program wrote it.
    const EARLIER: &str = "
draft {\"draft\":\"a b.md\",\"sha256\":\"00ff\"}
order 0123456789 1123456789
part 0123456789 0a1b2c 3d4e5f
part top 0a1b2c
claim 0123456789 \"The quay \\\"cost\\\" $3 million.\"
claim 1123456789 \"It lines the river.\"
deleted fedcba9876 \"It opened in 1931.\"
";

    #[test]
    fn the_record_of_an_earlier_program_reads_as_ours() {
        assert_eq!(read(EARLIER).record, read(WHOLE).record);
        for end in 2..EARLIER.len() {
            assert_eq!(read(&EARLIER[..end]).left, "", "{}", &EARLIER[..end]);
        }
    }

    #[test]
    fn a_record_that_was_wrapped_reads_as_it_was_written() {
        let wrapped = WHOLE.replace(' ', "\n   ");
        let (whole, wrapped) = (read(WHOLE), read(&wrapped));
        assert_eq!(whole.record, wrapped.record);
        assert_eq!((whole.left, wrapped.left), (String::new(), String::new()));
        assert!(whole.record.has("fedcba9876") && whole.record.words("0123456789").is_some());
    }

    #[test]
    fn of_a_record_that_was_cut_anywhere_the_rest_is_read_and_nothing_stays_behind() {
        for end in 46..WHOLE.len() {
            let cut = read(&WHOLE[..end]);
            assert_eq!(cut.left, "", "{}", &WHOLE[..end]);
        }
    }

    #[test]
    fn what_a_person_wrote_into_it_is_given_back() {
        let text = WHOLE.replace("lines top", "lines of mine here\nclaim nothing\nthis too lines top");
        let found = read(&text);
        assert_eq!(found.left, "lines of mine here\nclaim nothing\nthis too\n");
        assert_eq!(found.record, read(WHOLE).record);
    }
}
