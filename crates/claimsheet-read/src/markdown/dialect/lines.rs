//! Lines that are no prose as a whole, and admonitions, whose text is.

use super::{MarkKind, Scan};

/// Longest comment between `%%`, or script, in bytes.
const LONGEST_BLOCK: usize = 1 << 16;

impl Scan<'_> {
    /// Goes over the lines from `start` on.
    pub(super) fn lines(&mut self, start: usize) {
        let mut at = start;
        let mut after_empty = true;
        while at < self.text.len() {
            let end = self.line_end(at);
            let is_empty = self.slice(at..end).trim().is_empty();
            let next =
                if is_empty || self.is_code(at, end, after_empty) { end } else { self.line(at, end, after_empty) };
            after_empty = is_empty;
            at = self.line_end(next.max(end)) + 1;
        }
    }

    /// Where the line of `at` ends.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        memchr::memchr(b'\n', rest).map_or(self.text.len(), |found| at + found)
    }

    /// Whether a line is code: in a fence, or indented behind an empty line and no item of a list.
    /// Notes where fences begin and end.
    fn is_code(&mut self, at: usize, end: usize, after_empty: bool) -> bool {
        let line = self.slice(at..end);
        let bare = line.trim_start_matches([' ', '>', '\t']);
        let mark = bare.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'));
        let length = mark.map_or(0, |mark| bare.bytes().take_while(|byte| *byte == mark).count());
        if let Some((open, least)) = self.fence {
            if mark == Some(open) && length >= least && bare.trim_end().len() == length {
                self.fence = None;
            }
            return true;
        }
        if length >= 3 {
            self.fence = mark.map(|mark| (mark, length));
            return true;
        }
        let is_item = bare.starts_with(['-', '*', '+']) || bare.starts_with(|c: char| c.is_ascii_digit());
        let is_indented = line.starts_with('\t') || line.starts_with("    ");
        after_empty && is_indented && !is_item && !self.in_admonition
    }

    /// Covers what is no prose in the line at `at..end`; where to go on, at its end or behind it.
    fn line(&mut self, at: usize, end: usize, after_empty: bool) -> usize {
        if self.admonition(at, end) {
            return end;
        }
        let line = self.slice(at..end).trim_end();
        let bare = line.trim_start();
        let start = at + line.len() - bare.len();
        let is_blank = match bare.as_bytes().first() {
            Some(b':') => bare.starts_with(":::"),
            Some(b'#') => is_tags(bare),
            Some(b'^') => is_block_id(bare),
            Some(b'{') => is_attributes(bare),
            Some(b'<') => is_tag_alone(bare),
            _ => false,
        };
        if is_blank {
            self.blank(at..end);
            return end;
        }
        match bare.as_bytes().first() {
            Some(b'%') if bare.starts_with("%%") => return self.comment(start, end),
            Some(b'i' | b'e') if (after_empty || self.is_covered(at)) && is_script(bare) => {
                let is_open = bare.ends_with(['{', '[', '(', ',']);
                let until = if is_open { self.find(at, "\n\n", LONGEST_BLOCK).unwrap_or(end) } else { end };
                self.blank(at..until);
                return until;
            }
            Some(b'>') => self.callout(start, end),
            _ => {}
        }
        self.inline(at, end)
    }

    /// Whether the line before `at` was covered as a whole.
    fn is_covered(&self, at: usize) -> bool {
        self.covers.last().is_some_and(|(range, with)| *with == b' ' && range.end + 1 >= at)
    }

    /// `%%`, then lines, then `%%`.
    fn comment(&mut self, start: usize, end: usize) -> usize {
        match self.find(start + 2, "%%", LONGEST_BLOCK).filter(|close| *close >= end) {
            Some(close) => {
                self.blank(start..close + 2);
                self.inline(close + 2, self.line_end(close))
            }
            None => self.inline(start, end),
        }
    }

    /// `!!! note "Title"` and its body indented by four: made a block quotation, as that keeps its
    /// paragraphs together.
    fn admonition(&mut self, at: usize, end: usize) -> bool {
        let line = self.slice(at..end);
        let named = |rest: &str| rest.starts_with(|c: char| c.is_ascii_lowercase());
        if ["!!! ", "???+ ", "??? "].iter().any(|mark| line.strip_prefix(mark).is_some_and(named)) {
            let quotes = line.find('"').and_then(|open| Some((open, line.rfind('"').filter(|close| *close > open)?)));
            self.in_admonition = true;
            self.covers.push((at..at + 1, b'>'));
            self.covers.push((at + 1..at + 2, b' '));
            if let Some((open, close)) = quotes {
                self.cover(at + 2..at + open + 1);
                self.cover(at + close..end);
                self.breaks.push(end);
            } else {
                self.cover(at + 2..end);
            }
            return true;
        }
        self.in_admonition &= line.starts_with("    ");
        if self.in_admonition {
            self.covers.push((at..at + 1, b'>'));
            self.inline(at, end);
        }
        self.in_admonition
    }

    /// `> [!note] Title`: the mark is no prose, and the title is a block of its own.
    fn callout(&mut self, start: usize, end: usize) {
        let line = self.slice(start..end);
        let bare = line.trim_start_matches(['>', ' ']);
        let Some(close) = bare.strip_prefix("[!").and_then(|rest| rest.find(']')).map(|length| length + 3) else {
            return;
        };
        let fold = usize::from(bare.get(close..).is_some_and(|rest| rest.starts_with(['+', '-'])));
        let open = start + line.len() - bare.len();
        self.cover(open..open + close + fold);
        self.breaks.push(end);
    }

    /// Notes the caption that a shortcode at `at..end` gives a picture.
    pub(super) fn caption(&mut self, at: usize, end: usize) {
        let code = self.slice(at..end);
        let Some(value) = code.find("caption=").map(|found| found + "caption=".len()) else { return };
        let rest = code.get(value..).unwrap_or("");
        let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '`' | '\'')) else { return };
        if let Some(length) = rest.get(1..).and_then(|words| words.find(quote)) {
            let words = at + value + 1;
            self.mark(at, MarkKind::Caption(words..words + length));
        }
    }
}

/// A line of tags and nothing else: `#islands #ferries/night`.
fn is_tags(line: &str) -> bool {
    line.split_whitespace().all(|word| {
        word.strip_prefix('#').is_some_and(|tag| {
            tag.starts_with(char::is_alphabetic) && tag.chars().all(|c| c.is_alphanumeric() || "-_/".contains(c))
        })
    })
}

/// `^id`
fn is_block_id(line: &str) -> bool {
    let is_id = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    line.strip_prefix('^').is_some_and(is_id)
}

/// A line of attributes of the block before: `{: .wide #id}`.
fn is_attributes(line: &str) -> bool {
    line.ends_with('}')
        && ["{:", "{.", "{#"].iter().any(|mark| line.starts_with(mark))
        && line.bytes().filter(|byte| *byte == b'{').count() == 1
}

/// A tag of a component by itself on its line: `<Note kind="x">`, `</Note>`.
fn is_tag_alone(line: &str) -> bool {
    let name = line.trim_start_matches('<').trim_start_matches('/');
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase());
    is_component && line.ends_with('>') && line.bytes().filter(|byte| *byte == b'<').count() == 1
}

/// A line of a script: `import X from "y"`, `export const x = …`.
fn is_script(line: &str) -> bool {
    let is_quoted = |rest: &str| rest.trim_start().starts_with(['"', '\'']);
    if let Some(rest) = line.strip_prefix("import ") {
        return is_quoted(rest) || rest.rsplit_once(" from ").is_some_and(|(_, from)| is_quoted(from));
    }
    let what = line.strip_prefix("export ").unwrap_or("");
    ["const ", "default ", "function ", "let ", "var ", "{ "].iter().any(|word| what.starts_with(word))
        && (line.contains(['=', '(']) || line.ends_with([';', '{']))
}
