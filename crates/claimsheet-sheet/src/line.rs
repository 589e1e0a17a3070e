//! One line of a sheet, and what makes two lines the same.

use super::items::fact_shown;
use super::labelled::{self, Form};

/// A line with the empty ones behind it; of a claim on one line, one of its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// As it stands, without line break.
    pub(super) text: String,
    /// How many empty lines follow.
    pub(super) blanks: usize,
    /// Whether it is a piece that stands on one line with what is before it.
    pub(super) joined: bool,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, blanks: usize) -> Self {
        Self { text: text.into(), blanks, joined: false }
    }

    /// What is left of the line when it is compared: without tick, cell value, bullet, indentation,
    /// escapes, emphasis and the curls of quotation marks, which editors change on their own.
    pub(super) fn essence(&self) -> String {
        gathered(|each| essence(&self.text, each))
    }

    /// Whether it is an item with a tick.
    pub(super) fn is_ticked(&self) -> bool {
        item(self.text.trim()).is_some_and(|(ticked, _)| ticked)
    }

    /// Whether it is an item without a tick.
    pub(super) fn is_open(&self) -> bool {
        item(self.text.trim()).is_some_and(|(ticked, _)| !ticked)
    }

    /// Whether a person ticked it, filled its field, or wrote into the head of a table.
    pub(super) fn is_worked_on(&self) -> bool {
        let text = self.text.trim();
        let is_filled = match row(text) {
            Some((_, value)) => !value.is_empty() && !is_ruler(text),
            None => self.field().is_some_and(|(_, value)| !value.is_empty()),
        };
        self.is_ticked() || is_filled
    }

    /// Label and value of a row with two cells, or of a line "- Label: value".
    pub(super) fn field(&self) -> Option<(String, String)> {
        if let Some((label, value)) = row(self.text.trim()) {
            let clean = |cell: &str| cell.replace("\\|", "|").trim().to_owned();
            return (!label.is_empty() && !label.starts_with(['-', ':'])).then(|| (clean(label), clean(value)));
        }
        let found = labelled::read(&self.text, self.joined)?;
        Some((found.label.to_owned(), found.value.to_owned()))
    }

    /// How its field is written; none where it has none.
    pub(super) fn form(&self) -> Option<Form> {
        self.field()?;
        Some(match row(self.text.trim()) {
            Some(_) => Form::Row,
            None => Form::Line,
        })
    }

    /// The same field with this value, in its own form.
    pub(super) fn with_value(&self, value: &str) -> String {
        if let Some((label, _)) = row(self.text.trim()) {
            return format!("| {label} | {} |", value.replace('|', "\\|"));
        }
        let own = labelled::read(&self.text, self.joined);
        // On a line of several pieces, a dot in the middle would begin another one.
        let value = if self.joined { value.replace('·', "•") } else { value.to_owned() };
        own.map_or_else(|| self.text.clone(), |own| format!("{} {value}", own.before))
    }

    /// Whether it is an empty row of a table, or the one below its head.
    pub(super) fn is_empty_row(&self) -> bool {
        let text = self.text.trim();
        text.starts_with('|') && (is_ruler(text) || text.chars().all(|letter| matches!(letter, '|' | ' ')))
    }

    /// What an item is about, while the draft and the sheet's wording change: of a finding what it says, of a name
    /// the name, of a fact its words. The rest is where it stands and how to check it.
    pub(super) fn stem(&self) -> Option<String> {
        let (_, rest) = item(self.text.trim())?;
        let words = folded(rest);
        let source = || Some(words.strip_prefix("Source for ")?.rsplit_once(" (claim")?.0.to_owned());
        message(&words).or_else(source).or_else(|| bold_name(rest)).or_else(|| about(&words))
    }

    /// The same line with a tick in its box, whichever way an editor wrote that.
    pub(super) fn ticked(&self) -> String {
        let boxes = [("[ ]", "[x]"), ("\\[ \\]", "\\[x\\]"), ("[]", "[x]")];
        let first = boxes.iter().filter_map(|(open, full)| Some((self.text.find(open)?, open, full))).min();
        first.map_or_else(|| self.text.clone(), |(_, open, full)| self.text.replacen(open, full, 1))
    }
}

/// Calls `each` with every byte of the [`essence`](Line::essence) of a line's text.
pub(super) fn essence(line: &str, mut each: impl FnMut(u8)) {
    let text = line.trim();
    let (sort, words, end) = if is_ruler(text) {
        ("| ", RULER, "")
    } else if let Some((label, _)) = row(text) {
        ("| ", label, "")
    } else if let Some((_, rest)) = item(text) {
        ("- [ ] ", rest, "")
    } else if let Some(found) = labelled::read(line, false) {
        ("", found.label, ":")
    } else {
        ("", text.trim_start_matches(['-', '*', '+', '>', ' ']), "")
    };
    sort.bytes().for_each(&mut each);
    fold(words, &mut each);
    end.bytes().for_each(each);
}

/// What a finding says behind its title and places: "(line 3)", "(paragraphs 3 and 8)".
fn message(words: &str) -> Option<String> {
    let (_, rest) = words.split_once(" (")?;
    let (places, message) = rest.split_once("): ")?;
    let numbers = places.strip_prefix("line").or_else(|| places.strip_prefix("paragraph"))?;
    let numbers = numbers.strip_prefix('s').unwrap_or(numbers).strip_prefix(' ')?;
    let are_numbers = numbers.split(" and ").all(|number| number.parse::<u32>().is_ok());
    are_numbers.then(|| message.to_owned())
}

/// The name of an item that begins with it in bold: "**Ruth Lund**, mayor (line 3)".
fn bold_name(words: &str) -> Option<String> {
    let (name, behind) = words.strip_prefix("**")?.split_once("**")?;
    (behind.is_empty() || behind.starts_with([',', ' '])).then(|| folded(name))
}

/// The words of a fact, in quotation marks, before the question or the dash; of a name in a sheet of version 1, the
/// name without its titles.
fn about(words: &str) -> Option<String> {
    let quoted = |inner: &str| format!("\"{}\"", fact_shown(inner));
    if let Some(inner) = words.strip_prefix('"') {
        let end = inner.find("\": ").or_else(|| inner.rfind("\" — ")).or_else(|| inner.strip_suffix('"').map(str::len));
        if let Some(inner) = end.and_then(|end| inner.get(..end)) {
            return Some(quoted(inner));
        }
    }
    let (what, how) = words.rsplit_once(" — ")?;
    let is_name = how.split(", ").nth(1).is_some_and(|times| times == "once" || times.ends_with(" times"));
    let name = what.split(" (").next().filter(|_| is_name);
    Some(name.unwrap_or(what).trim_end().to_owned())
}

/// The state of a checklist item and what stands behind its box. Some programs take the bullet before it away.
pub(super) fn item(text: &str) -> Option<(bool, &str)> {
    let rest = text.strip_prefix(['-', '*', '+', '•']).map_or(text, str::trim_start);
    let rest = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix('[')?;
    let mut letters = rest.chars();
    let ticked = match letters.next()? {
        ' ' => false,
        'x' | 'X' | '✓' | '✔' => true,
        ']' => return Some((false, rest[1..].trim_start())),
        _ => return None,
    };
    let rest = letters.as_str();
    let rest = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(']')?;
    (!rest.starts_with(['(', ':', '['])).then(|| (ticked, rest.trim_start()))
}

/// The words of an item behind its box; of another line, the line.
pub(super) fn without_box(text: &str) -> &str {
    item(text.trim()).map_or(text, |(_, rest)| rest)
}

/// A cell of the line between the head of a table and its rows.
const RULER: &str = "---";

/// Whether a line is the one between the head of a table and its rows, in whichever width an editor writes it.
fn is_ruler(text: &str) -> bool {
    let signs = |letter: char| matches!(letter, '|' | '-' | ':' | ' ');
    text.starts_with('|') && text.contains('-') && text.chars().all(signs)
}

/// The two cells of a table's row; a pipe in a cell is escaped, or belongs to the second.
fn row(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('|')?;
    let rest = rest.strip_suffix('|').unwrap_or(rest);
    let end = rest.match_indices('|').map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\\'))?;
    Some((rest[..end].trim(), rest[end + 1..].trim()))
}

/// Words without escapes and emphasis, with straight quotation marks and single spaces.
pub(super) fn folded(text: &str) -> String {
    gathered(|each| fold(text, each))
}

/// The text whose bytes `give` gives.
fn gathered(give: impl FnOnce(&mut dyn FnMut(u8))) -> String {
    let mut bytes = Vec::new();
    give(&mut |byte| bytes.push(byte));
    String::from_utf8(bytes).unwrap_or_default()
}

/// Calls `each` with every byte of the [`folded`] words.
fn fold(text: &str, mut each: impl FnMut(u8)) {
    let (mut begun, mut gap) = (false, false);
    let mut rest = text;
    while let Some(byte) = rest.bytes().next() {
        let sort = SORTS[usize::from(byte)];
        if sort == Sort::Stays {
            if gap {
                each(b' ');
            }
            (begun, gap) = (true, false);
            let (words, behind) = rest.split_at(kept(rest.as_bytes()));
            words.bytes().for_each(&mut each);
            rest = behind;
            continue;
        }
        let mut letters = rest.chars();
        let letter = letters.next().unwrap_or(' ');
        rest = letters.as_str();
        if sort == Sort::Dropped {
            continue;
        }
        if letter.is_whitespace() {
            gap = begun;
            continue;
        }
        if gap {
            each(b' ');
        }
        (begun, gap) = (true, false);
        match letter {
            '“' | '”' | '„' | '«' | '»' => each(b'"'),
            '‘' | '’' => each(b'\''),
            _ => letter.encode_utf8(&mut [0; 4]).bytes().for_each(&mut each),
        }
    }
}

/// How many bytes stay as they are when words are folded: letters, and single spaces between them.
fn kept(text: &[u8]) -> usize {
    let stays = |at: usize| text.get(at).is_some_and(|byte| SORTS[usize::from(*byte)] == Sort::Stays);
    let mut end = 0;
    while stays(end) || end > 0 && text.get(end) == Some(&b' ') && stays(end + 1) {
        end += 1;
    }
    end
}

/// What becomes of a byte when words are folded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Stays,
    /// One of several in a row, and none at the ends.
    Space,
    Dropped,
    /// Part of a letter beyond ASCII.
    Beyond,
}

static SORTS: [Sort; 256] = {
    let mut sorts = [Sort::Stays; 256];
    let mut byte = 0_usize;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            b'\\' | b'*' | b'_' => Sort::Dropped,
            b'\t'..=b'\r' | b' ' => Sort::Space,
            0x80.. => Sort::Beyond,
            _ => Sort::Stays,
        };
        byte += 1;
    }
    sorts
};

#[cfg(test)]
mod tests {
    use super::*;

    fn essence(text: &str) -> String {
        Line::new(text, 0).essence()
    }

    #[test]
    fn what_editors_change_on_their_own_makes_no_other_line() {
        let written = "- [ ] \"$1.2 billion\" — amount \\[or so\\]";
        for edited in [
            "- [x] \"$1.2 billion\" — amount \\[or so\\]",
            "* [X] “$1.2 billion” — amount [or so]",
            "  - [ ]  \"$1.2 billion\"  — **amount** [or so]",
            "+ \\[x\\] \"$1.2 billion\" — amount [or so]",
        ] {
            assert_eq!(essence(edited), essence(written), "{edited}");
        }
        assert_ne!(essence("- [ ] \"$1.3 billion\" — amount"), essence(written));
    }

    #[test]
    fn a_cell_may_hold_a_pipe() {
        let line = Line::new("| Note | a \\| b | c |", 0);
        assert_eq!(line.field(), Some(("Note".to_owned(), "a | b | c".to_owned())));
        assert_eq!(line.essence(), essence("| Note | |"));
        assert!(line.is_worked_on());
    }

    #[test]
    fn a_finding_is_the_same_at_other_lines_and_in_other_words_another() {
        let stem = |text: &str| Line::new(text, 0).stem();
        let written = stem("- [ ] **ages: these disagree** (lines 3 and 8): \"41\" here — \"42\" there");
        assert_eq!(written, stem("* [x] __ages: these disagree__ (lines 13 and 18): “41” here — “42” there"));
        assert_ne!(written, stem("- [ ] **ages: these disagree** (lines 3 and 8): \"41\" here — \"43\" there"));
        assert_eq!(written, stem("- [x] **Conflicting ages** (lines 3 and 8): \"41\" here — \"42\" there"));
        assert_eq!(stem("- [ ] \"the pier (line 4)\" — the name").as_deref(), Some("\"the pier (line 4)\""));
    }

    #[test]
    fn an_item_of_version_1_is_about_the_same_as_ours() {
        let stem = |text: &str| Line::new(text, 0).stem();
        for (was, is) in [
            ("- [ ] \"41 berths\" — the number, and by whom", "[x] \"41 berths\""),
            ("- [ ] \"41 berths\" — the number, and by whom", "- [ ] \"41 berths\": counted when, by whom?"),
            ("- [ ] Ruth Lund (mayor; chair) — person, 2 times, lines 3, 5", "- [ ] **Ruth Lund**, mayor (lines 3, 5)"),
            ("- [ ] Tidewell — place, once, line 3; to verify: the spelling", "- [ ] **Tidewell** (line 3)"),
        ] {
            assert!(stem(was).is_some(), "{was}");
            assert_eq!(stem(was), stem(is), "{was}");
        }
        assert_eq!(stem("- [ ] Source for \"$3\" (claim 1)"), stem("- [ ] Source for \"$3\" (claim 4)"));
    }

    #[test]
    fn a_field_is_the_same_whatever_stands_in_it() {
        for line in ["- Source:", "* Source: harbour log", "- **Source:** log", "Source: log", "• Source :  log"] {
            assert_eq!(essence(line), "Source:", "{line}");
        }
        assert_eq!(Line::new("- **Source:** log", 0).field(), Some(("Source".to_owned(), "log".to_owned())));
        assert_eq!(Line::new("* Source:", 0).with_value("log | 3"), "* Source: log | 3");
        assert_eq!(Line::new("| Source found | |", 0).with_value("log | 3"), "| Source found | log \\| 3 |");
        for none in [
            "- line 3, opinion: no",
            "  - Backing: log",
            "Look: log",
            "- Look: log",
            "- \"a: b\"",
            "- Claim 4: It opened",
            "- a: b",
        ] {
            assert_eq!(Line::new(none, 0).field(), None, "{none}");
        }
    }

    /// What [`folded`] is to give, a letter at a time.
    fn folded_by_letters(text: &str) -> String {
        let mut out = String::new();
        for letter in text.chars().filter(|letter| !matches!(letter, '\\' | '*' | '_')) {
            match letter {
                '“' | '”' | '„' | '«' | '»' => out.push('"'),
                '‘' | '’' => out.push('\''),
                _ if letter.is_whitespace() && out.ends_with(' ') => {}
                _ if letter.is_whitespace() => out.push(' '),
                _ => out.push(letter),
            }
        }
        out.trim().to_owned()
    }

    proptest::proptest! {
        #[test]
        fn words_are_folded_byte_by_byte_as_letter_by_letter(text in "[ a-c*_\\\\“’é\t\u{a0}]{0,30}") {
            proptest::prop_assert_eq!(folded(&text), folded_by_letters(&text));
        }
    }

    #[test]
    fn a_link_is_no_box() {
        assert!(!Line::new("- [x](https://a.example)", 0).is_ticked());
        assert!(Line::new("* [X] done", 0).is_ticked());
    }
}
