//! Pictures in vectors and formulas within a page: content of another language, whose tags follow
//! other rules than those of HTML.

use html5gum::State;
use html5gum::naive_next_state;

/// An element within `svg` or `math`, or one of these.
#[derive(Debug)]
struct Open {
    /// In small letters.
    name: Vec<u8>,
    /// Whether what stands in it is HTML again.
    holds_html: bool,
}

/// The elements of another language that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    open: Vec<Open>,
}

impl Foreign {
    /// Whether an element of another language is open.
    pub(super) const fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether what comes next follows the rules of another language than HTML.
    pub(super) fn rules(&self) -> bool {
        self.open.last().is_some_and(|open| !open.holds_html)
    }

    /// Whether an element of that name begins content of another language.
    pub(super) fn begins(name: &[u8]) -> bool {
        matches!(name, b"svg" | b"math")
    }

    /// Whether an element of that name ends the other language where it stands: no such language has one.
    pub(super) fn breaks_out(&self, name: &[u8]) -> bool {
        self.rules() && BREAKING_OUT.contains(&name)
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &[u8]) {
        let within_html = self.open.last().is_some_and(|open| open.holds_html) && !Self::begins(name);
        let holds_html = within_html || HOLDING_HTML.contains(&name);
        self.open.push(Open { name: name.to_vec(), holds_html });
    }

    /// Whether the element that was opened last has that name and is none of HTML's.
    pub(super) fn is_last_foreign(&self, name: &[u8]) -> bool {
        let by_html = self.open.len().checked_sub(2).and_then(|at| self.open.get(at)).is_some_and(|at| at.holds_html);
        self.open.last().is_some_and(|open| open.name == name) && (!by_html || Self::begins(name))
    }

    /// Closes the element that was opened last.
    pub(super) fn close_last(&mut self) {
        self.open.pop();
    }

    /// Closes the innermost element of that name and all in it; whether there is one.
    pub(super) fn close(&mut self, name: &[u8]) -> bool {
        let found = self.open.iter().rposition(|open| open.name == name);
        if let Some(at) = found {
            self.open.truncate(at);
        }
        found.is_some()
    }

    /// Closes all.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// How the text behind the opening tag of `name` is cut: in HTML, that of a script is no markup.
    pub(super) fn next_state(&self, name: &[u8]) -> Option<State> {
        let opened_by_html = match self.open.split_last() {
            None => true,
            Some((_, around)) => around.last().is_some_and(|open| open.holds_html),
        };
        naive_next_state(name).filter(|_| opened_by_html)
    }
}

/// Elements of `svg` and `math` in which HTML stands (HTML standard: integration points).
const HOLDING_HTML: &[&[u8]] =
    &[b"foreignobject", b"desc", b"title", b"mi", b"mo", b"mn", b"ms", b"mtext", b"annotation-xml"];

/// Elements of HTML that end an open `svg` or `math` (HTML standard: the rules for foreign content).
const BREAKING_OUT: &[&[u8]] = &[
    b"b",
    b"big",
    b"blockquote",
    b"body",
    b"br",
    b"center",
    b"code",
    b"dd",
    b"div",
    b"dl",
    b"dt",
    b"em",
    b"embed",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"hr",
    b"i",
    b"img",
    b"li",
    b"listing",
    b"menu",
    b"meta",
    b"nobr",
    b"ol",
    b"p",
    b"pre",
    b"ruby",
    b"s",
    b"small",
    b"span",
    b"strong",
    b"strike",
    b"sub",
    b"sup",
    b"table",
    b"tt",
    b"u",
    b"ul",
    b"var",
];
