//! Pairs the quotation marks of one block.

use super::Quoted;
use crate::text::span::Span;

/// Marks nested deeper than this are words like any other.
const DEEPEST: usize = 6;

/// Which marks belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// `"`, `''`, and two back quotes.
    Straight,
    /// `“ ” „`
    Curly,
    /// `« »`
    Angle,
    /// `' ‘ ’ ‚`
    Single,
}

/// A mark at its place.
#[derive(Debug, Clone, Copy)]
struct Mark {
    family: Family,
    start: usize,
    end: usize,
    /// Whether the sign itself says that it opens or closes; none for straight ones.
    opens: Option<bool>,
    /// What stands before and behind it.
    before: Option<char>,
    after: Option<char>,
}

/// A quotation whose end has not been seen.
#[derive(Debug, Clone, Copy)]
struct Open {
    mark: Mark,
    /// Its place among the found ones, kept for the order.
    slot: usize,
    /// For single marks: where it ends if the apostrophe of a plural there was its end.
    perhaps: Option<Mark>,
}

/// Appends the quotations of the block at `span` of `prose`.
pub(super) fn block(prose: &str, span: Span, found: &mut Vec<Quoted>) {
    let mut pairing = Pairing { text: span.of(prose), base: span.start as usize, open: Vec::new(), found: Vec::new() };
    pairing.run();
    found.extend(pairing.found.into_iter().filter(|quoted| !quoted.outer.is_empty() && quoted.depth < 2));
}

struct Pairing<'a> {
    text: &'a str,
    base: usize,
    open: Vec<Open>,
    found: Vec<Quoted>,
}

impl Pairing<'_> {
    fn run(&mut self) {
        let mut from = 0;
        while let Some(mark) = self.next_mark(from) {
            from = mark.end;
            self.take(mark);
        }
        while let Some(open) = self.open.pop() {
            match open.perhaps {
                Some(end) => self.close(open, Some(end)),
                None if open.mark.family == Family::Single => {}
                None => self.close(open, None),
            }
        }
    }

    /// The first mark at or behind `from`.
    fn next_mark(&self, from: usize) -> Option<Mark> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2))?;
            let rest = self.text.get(at..);
            if let Some((family, opens, length)) = rest.and_then(sign) {
                let (start, end) = (at, at + length);
                let before = self.text.get(..start).and_then(|text| text.chars().next_back());
                let after = self.text.get(end..).and_then(|text| text.chars().next());
                return Some(Mark { family, start, end, opens, before, after });
            }
            at += 1;
        }
    }

    fn take(&mut self, mark: Mark) {
        if mark.family == Family::Single {
            self.take_single(mark);
        } else {
            self.take_double(mark);
        }
    }

    fn take_double(&mut self, mark: Mark) {
        let same = self.open.iter().rposition(|open| open.mark.family == mark.family);
        let is_open = same.or_else(|| self.closed_by_other_sort(mark));
        match is_open {
            Some(at) if mark.family == Family::Straight && mark.only_opens() && self.is_outermost(at) => {
                self.give_up(at, mark.start);
                self.push(mark);
            }
            Some(at) if mark.opens == Some(true) && mark.only_opens() && !self.closes_low_mark(at, mark) => {
                self.push(mark);
            }
            Some(at) => self.close_at(at, mark),
            None if mark.is_inches() || (mark.opens == Some(false) && mark.only_closes()) => {}
            None if mark.opens.is_none() && mark.only_closes() => {}
            None => self.push(mark),
        }
    }

    /// The curly quotation that a straight mark closes, or the other way round, as mixed typing has it.
    fn closed_by_other_sort(&self, mark: Mark) -> Option<usize> {
        let is_double = |family: Family| matches!(family, Family::Straight | Family::Curly);
        let closes = is_double(mark.family) && mark.only_closes() && mark.opens != Some(true) && !mark.is_inches();
        closes.then(|| self.open.iter().rposition(|open| is_double(open.mark.family)))?
    }

    /// Whether the open quotation is the only one with straight double marks, so that another
    /// opening mark means that its end was forgotten.
    fn is_outermost(&self, at: usize) -> bool {
        at + 1 == self.open.len()
    }

    /// `„` is closed by `“`.
    fn closes_low_mark(&self, at: usize, mark: Mark) -> bool {
        let low = self
            .open
            .get(at)
            .and_then(|open| self.text.get(open.mark.start..))
            .is_some_and(|text| text.starts_with('„'));
        low && mark.before.is_some_and(|before| !before.is_whitespace())
    }

    fn take_single(&mut self, mark: Mark) {
        let inner = self.open.last().filter(|open| open.mark.family == Family::Single).copied();
        if mark.may_open_single() {
            if let Some(open) = inner {
                self.open.pop();
                if let Some(end) = open.perhaps {
                    self.close(open, Some(end));
                }
            }
            self.push(mark);
        } else if let Some(open) = inner {
            if mark.is_within_word() || mark.opens == Some(true) {
                return;
            }
            if mark.may_be_possessive() {
                if let Some(open) = self.open.last_mut() {
                    open.perhaps = Some(mark);
                }
                return;
            }
            self.open.pop();
            self.close(open, Some(mark));
        }
    }

    fn push(&mut self, mark: Mark) {
        if self.open.len() < DEEPEST {
            let slot = self.found.len();
            self.found.push(Quoted {
                outer: Span::default(),
                inner: Span::default(),
                depth: self.open.len() as u8,
                closed: false,
                continues: false,
            });
            self.open.push(Open { mark, slot, perhaps: None });
        }
    }

    /// Closes the open quotation at `at` and all that were opened within it.
    fn close_at(&mut self, at: usize, mark: Mark) {
        while self.open.len() > at + 1 {
            if let Some(open) = self.open.pop()
                && (open.perhaps.is_some() || open.mark.family != Family::Single)
            {
                self.close(open, open.perhaps.or(Some(Mark { end: mark.start, ..mark })));
            }
        }
        if let Some(open) = self.open.pop() {
            self.close(open, Some(mark));
        }
    }

    /// Ends a quotation without closing mark before `end`.
    fn give_up(&mut self, at: usize, end: usize) {
        while self.open.len() > at + 1 {
            self.open.pop();
        }
        if let Some(open) = self.open.pop() {
            self.set(open, end, end, false);
        }
    }

    fn close(&mut self, open: Open, end: Option<Mark>) {
        match end {
            Some(mark) => self.set(open, mark.start, mark.end, true),
            None => self.set(open, self.text.len(), self.text.len(), false),
        }
    }

    fn set(&mut self, open: Open, inner_end: usize, outer_end: usize, closed: bool) {
        let inner = self.text.get(open.mark.end..inner_end).unwrap_or("");
        let start = open.mark.end + (inner.len() - inner.trim_start().len());
        let end = start + inner.trim().len();
        if let Some(quoted) = self.found.get_mut(open.slot)
            && start < end
            && (end - start > 1 || open.mark.family != Family::Single)
        {
            quoted.outer = Span::at(self.base + open.mark.start, self.base + outer_end.max(end));
            quoted.inner = Span::at(self.base + start, self.base + end);
            quoted.closed = closed;
        }
    }
}

/// The quotation mark at the start of `text`: its family, whether the sign opens or closes, and
/// its length in bytes.
fn sign(text: &str) -> Option<(Family, Option<bool>, usize)> {
    let found = match text.chars().next()? {
        '"' => (Family::Straight, None, 1),
        '\'' if text.starts_with("''") => (Family::Straight, None, 2),
        '`' if text.starts_with("``") => (Family::Straight, Some(true), 2),
        '\'' => (Family::Single, None, 1),
        '“' | '„' | '‟' => (Family::Curly, Some(true), 3),
        '”' => (Family::Curly, Some(false), 3),
        '«' => (Family::Angle, Some(true), 2),
        '»' => (Family::Angle, Some(false), 2),
        '‘' if is_decade(text) => return None,
        '‘' | '‚' => (Family::Single, Some(true), 3),
        '’' => (Family::Single, Some(false), 3),
        _ => return None,
    };
    Some(found)
}

/// `‘60s`: what a typewriter's apostrophe becomes where a machine turns it.
fn is_decade(text: &str) -> bool {
    let behind = text.as_bytes().get("‘".len()..).unwrap_or_default();
    matches!(behind, [b'0'..=b'9', b'0', b's', ..]) && !behind.get(3).is_some_and(u8::is_ascii_alphanumeric)
}

impl Mark {
    fn stands_free_before(&self) -> bool {
        self.before.is_none_or(|before| before.is_whitespace() || "([{—–-/“\"‘'«".contains(before))
    }

    fn stands_free_after(&self) -> bool {
        self.after.is_none_or(|after| after.is_whitespace() || ".,;:?!)]}—–-/”\"’'»…".contains(after))
    }

    /// Whether its place allows an opening mark only.
    fn only_opens(&self) -> bool {
        self.stands_free_before() && !self.stands_free_after()
    }

    /// Whether its place allows a closing mark only.
    fn only_closes(&self) -> bool {
        self.stands_free_after() && !self.stands_free_before()
    }

    fn is_inches(&self) -> bool {
        self.opens.is_none() && self.before.is_some_and(|before| before.is_ascii_digit())
    }

    fn is_within_word(&self) -> bool {
        let joins = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        joins(self.before) && joins(self.after)
    }

    /// A single mark opens before a word; `’90s` and `’em` are apostrophes.
    fn may_open_single(&self) -> bool {
        match self.opens {
            Some(true) => self.only_opens(),
            Some(false) => false,
            None => self.only_opens() && self.after.is_some_and(|after| after.is_alphabetic() || after == '…'),
        }
    }

    /// `the miners’ strike`: the end of a quotation, or a plural's possessive.
    fn may_be_possessive(&self) -> bool {
        self.before == Some('s') && self.after.is_some_and(char::is_whitespace)
    }
}
