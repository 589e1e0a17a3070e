//! What is no prose within a line.

use super::{MarkKind, Scan};
use std::ops::Range;

/// Longest shortcode, in bytes; it may run over lines.
const LONGEST: usize = 4096;

/// Longest note, attributes, tag and place in a citation, in bytes.
const SHORT: usize = 1024;

/// Bytes that may begin something; all others are passed over.
const STARTS: [bool; 256] = {
    let mut table = [false; 256];
    let starts = b"`\\{%@^=![<|$";
    let mut at = 0;
    while at < starts.len() {
        table[starts[at] as usize] = true;
        at += 1;
    }
    table
};

impl Scan<'_> {
    /// Covers what is no prose in the line at `at..end`; where to go on, at its end or behind it.
    pub(super) fn inline(&mut self, at: usize, end: usize) -> usize {
        let mut at = at;
        while let Some(found) = self.next_start(at, end) {
            at = self.step(found, end).max(found + 1);
        }
        self.block_id(end);
        at.max(end)
    }

    fn next_start(&self, at: usize, end: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..end)?;
        rest.iter().position(|byte| STARTS[usize::from(*byte)]).map(|found| at + found)
    }

    /// The text from `at` to the line's end, bounded.
    fn window(&self, at: usize, end: usize) -> &str {
        self.slice(at..self.text.floor_char_boundary(end.min(at + SHORT)).max(at))
    }

    /// Covers what begins at `at`; where to go on.
    fn step(&mut self, at: usize, end: usize) -> usize {
        let rest = self.slice(at..end);
        match rest.as_bytes().first() {
            Some(b'\\') => at + 2,
            Some(b'`') => self.code(at, end),
            Some(b'{') => self.braces(at, end),
            Some(b'%') if rest.starts_with("%%") => self.between(at, "%%", 2),
            Some(b'=') if rest.starts_with("==") => self.highlight(at, end),
            Some(b'^') if rest.starts_with("^[") => self.note(at),
            Some(b'^') => self.raised(at, end),
            Some(b'$') => self.math(at),
            Some(b'!') if rest.starts_with("![[") => self.between(at, "]]", 3),
            Some(b'[') => self.citation(at, end),
            Some(b'@') => self.bare_citation(at, end),
            Some(b'|') => self.width(at, end),
            Some(b'<') => self.component(at, end),
            _ => at + 1,
        }
    }

    /// Covers `range` with the space before it, where a mark that takes none or nothing follows.
    pub(super) fn cover_word(&mut self, range: Range<usize>) {
        let bytes = self.text.as_bytes();
        let has_space = range.start.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b' ');
        let follows = bytes.get(range.end).is_none_or(|byte| b".,;:!?)\r\n".contains(byte));
        self.cover(range.start - usize::from(has_space && follows)..range.end);
    }

    /// Passes over code between marks of the same length.
    fn code(&self, at: usize, end: usize) -> usize {
        let rest = self.slice(at..end);
        let length = rest.bytes().take_while(|byte| *byte == b'`').count();
        let mark = rest.get(..length).unwrap_or("`");
        let close = rest.get(length..).and_then(|rest| rest.find(mark));
        close.map_or(at + length, |close| at + length + close + length)
    }

    /// Covers from `at` to the end of `close`, which is sought `skip` bytes behind.
    fn between(&mut self, at: usize, close: &str, skip: usize) -> usize {
        let found = self.find(at + skip, close, LONGEST).filter(|found| !self.slice(at..*found).contains("\n\n"));
        let Some(found) = found else { return at + skip };
        self.cover_word(at..found + close.len());
        found + close.len()
    }

    /// Shortcodes, Liquid tags, comments of MDX and attributes.
    fn braces(&mut self, at: usize, end: usize) -> usize {
        let rest = self.window(at, end);
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{/*", "*/}")] {
            if rest.starts_with(open) {
                let next = self.between(at, close, open.len());
                self.caption(at, next);
                return next;
            }
        }
        let Some(length) = rest.find('}') else { return at + 1 };
        let before = at.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        let is_named = ["{.", "{#", "{:", "{="].iter().any(|mark| rest.starts_with(mark));
        let is_sized =
            matches!(before, Some(b')' | b']')) && rest.get(..length).is_some_and(|inner| inner.contains('='));
        if !is_named && !is_sized {
            return at + 1;
        }
        if before == Some(&b']') {
            self.span(at - 1);
        }
        self.cover(at..at + length + 1);
        at + length + 1
    }

    /// Covers the brackets of `[words]{.class}`, whose `]` is at `close`.
    fn span(&mut self, close: usize) {
        let from = self.text.ceil_char_boundary(close.saturating_sub(SHORT));
        let line = self.slice(from..close).rsplit('\n').next().unwrap_or("");
        if let Some(open) = line.rfind('[').map(|open| close - line.len() + open) {
            self.cover(open..open + 1);
            self.cover(close..close + 1);
        }
    }

    /// `==words==`
    fn highlight(&mut self, at: usize, end: usize) -> usize {
        let rest = self.slice(at + 2..end);
        let opens = rest.starts_with(|c: char| !c.is_whitespace() && c != '=');
        let Some(close) = rest.find("==").filter(|_| opens) else {
            return at + 2 + rest.len() - rest.trim_start_matches('=').len();
        };
        self.cover(at..at + 2);
        self.cover(at + 2 + close..at + 4 + close);
        at + 4 + close
    }

    /// `^[words of a note]`
    fn note(&mut self, at: usize) -> usize {
        let words = at + 2;
        let Some(length) = closing(self.window(words, self.text.len())) else { return words };
        self.cover(at..words + length + 1);
        self.mark(at, MarkKind::Note(words..words + length));
        words + length + 1
    }

    /// `^words^`, which are raised: a few signs without a space.
    fn raised(&mut self, at: usize, end: usize) -> usize {
        let rest = self.slice(at + 1..self.text.floor_char_boundary(end.min(at + 16)).max(at + 1));
        let is_part = |c: char| c.is_alphanumeric() || "+-−–*†‡,".contains(c);
        let length = rest.find(|c| !is_part(c)).filter(|length| *length > 0);
        let Some(length) = length.filter(|length| rest.get(*length..).is_some_and(|rest| rest.starts_with('^'))) else {
            return at + 1;
        };
        self.cover(at..at + length + 2);
        self.mark(at, MarkKind::Raised(at + 1..at + 1 + length));
        at + length + 2
    }

    /// `[@key, p. 3; see @other]`
    fn citation(&mut self, at: usize, end: usize) -> usize {
        let rest = self.window(at + 1, end);
        let Some(length) = rest.find([']', '[']) else { return at + 1 };
        let (inner, behind) = (rest.get(..length).unwrap_or(""), rest.get(length..).unwrap_or(""));
        let keys: Vec<String> = inner.split(';').map_while(key_in).collect();
        let is_citation =
            behind.starts_with(']') && !behind.starts_with("](") && inner.split(';').count() == keys.len();
        if !is_citation {
            return at + 1;
        }
        let cited = inner.trim().to_owned();
        let close = at + length + 2;
        self.cover_word(at..close);
        for (number, key) in keys.into_iter().enumerate() {
            self.mark(at + number, MarkKind::Citation(key, cited.clone()));
        }
        close
    }

    /// `@key [p. 3]` in a sentence: the key stays, as the sentence needs it.
    fn bare_citation(&mut self, at: usize, end: usize) -> usize {
        let before = self.slice(0..at).chars().next_back();
        let rest = self.window(at, end);
        let apart = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '['));
        let Some(key) = key_in(rest).filter(|_| self.cites && apart) else { return at + 1 };
        let mut close = at + 1 + key.len();
        let place = rest.get(1 + key.len()..).and_then(|behind| behind.strip_prefix(" [")?.find(']'));
        if let Some(length) = place {
            self.cover(close..close + length + 3);
            close += length + 3;
        }
        let cited = self.slice(at..close).to_owned();
        self.cover(at..at + 1);
        self.mark(at, MarkKind::Citation(key, cited));
        close
    }

    /// The width in `![words|300](…)` and `![words|300x200](…)`.
    fn width(&mut self, at: usize, end: usize) -> usize {
        let rest = self.slice(at + 1..end);
        let length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'x').count();
        if length > 0 && rest.get(length..).is_some_and(|rest| rest.starts_with("](")) {
            self.cover(at..at + 1 + length);
        }
        at + 1 + length
    }

    /// A tag of a component: `<Figure src={x}>`.
    fn component(&mut self, at: usize, end: usize) -> usize {
        let rest = self.window(at, end);
        let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<')).unwrap_or("");
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return at + 1;
        }
        let mut depth = 0_usize;
        for (length, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'<' if depth == 0 => break,
                b'>' if depth == 0 => {
                    self.cover(at..at + length + 1);
                    return at + length + 1;
                }
                _ => {}
            }
        }
        at + 1
    }

    /// ` ^id` at the end of a block.
    fn block_id(&mut self, end: usize) {
        let start = self.text.ceil_char_boundary(end.saturating_sub(48));
        let line = self.slice(start..end).rsplit('\n').next().unwrap_or("").trim_end();
        let last = start + self.slice(start..end).trim_end().len();
        let Some((before, id)) = line.rsplit_once(" ^") else { return };
        let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if is_id && !before.trim().is_empty() {
            self.cover(last - id.len() - 2..last);
        }
    }
}

/// The length of `text` up to the bracket that closes what was open before it, in one paragraph.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut last = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' if last == b'\n' => return None,
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
        last = byte;
    }
    None
}

/// The key of the first citation in `text`: `@key`, `-@key`, `see @key, p. 3`.
fn key_in(text: &str) -> Option<String> {
    let at = text.find('@')?;
    let lead = text.get(..at)?.trim_end_matches('-');
    if !lead.is_empty() && !lead.ends_with([' ', '(']) {
        return None;
    }
    let rest = text.get(at + 1..)?;
    let is_key = |c: char| c.is_alphanumeric() || "_:.#$%&-+?~/".contains(c);
    let length = rest.find(|c: char| !is_key(c)).unwrap_or(rest.len());
    let key = rest.get(..length)?.trim_end_matches(['.', ':', '?', '-', '/']);
    key.starts_with(|c: char| c.is_alphanumeric() || c == '_').then(|| key.to_owned())
}
