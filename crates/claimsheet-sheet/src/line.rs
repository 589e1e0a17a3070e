//! One line of a sheet, and what makes two lines the same.

/// A line with the empty ones behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// As it stands, without line break.
    pub(super) text: String,
    /// How many empty lines follow.
    pub(super) blanks: usize,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, blanks: usize) -> Self {
        Self { text: text.into(), blanks }
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

    /// Whether a person ticked it, filled its cell, or wrote into the head of a table.
    pub(super) fn is_worked_on(&self) -> bool {
        let text = self.text.trim();
        let is_filled = row(text).is_some_and(|(_, value)| !value.is_empty()) && !is_ruler(text);
        self.is_ticked() || is_filled
    }

    /// Label and value of a row with two cells.
    pub(super) fn field(&self) -> Option<(String, String)> {
        let (label, value) = row(self.text.trim())?;
        let clean = |cell: &str| cell.replace("\\|", "|").trim().to_owned();
        (!label.is_empty() && !label.starts_with(['-', ':'])).then(|| (clean(label), clean(value)))
    }

    /// What an item is about, while the draft around it changes: of a finding, its words without the
    /// lines at which it stands; else the words before the last dash. The rest is how to check it.
    pub(super) fn stem(&self) -> Option<String> {
        let (_, rest) = item(self.text.trim())?;
        let words = folded(rest);
        without_lines(&words).or_else(|| Some(words.rsplit_once(" — ")?.0.trim_end().to_owned()))
    }

    /// The same line with a tick in its box, whichever way an editor wrote that.
    pub(super) fn ticked(&self) -> String {
        let boxes = [("[ ]", "[x]"), ("\\[ \\]", "\\[x\\]"), ("[]", "[x]")];
        let first = boxes.iter().filter_map(|(open, full)| Some((self.text.find(open)?, open, full))).min();
        first.map_or_else(|| self.text.clone(), |(_, open, full)| self.text.replacen(open, full, 1))
    }
}

/// Calls `each` with every byte of the [`essence`](Line::essence) of a line's text.
pub(super) fn essence(text: &str, mut each: impl FnMut(u8)) {
    let text = text.trim();
    let (sort, words) = if is_ruler(text) {
        ("| ", RULER)
    } else if let Some((label, _)) = row(text) {
        ("| ", label)
    } else if let Some((_, rest)) = item(text) {
        ("- [ ] ", rest)
    } else {
        ("", text.trim_start_matches(['-', '*', '+', '>', ' ']))
    };
    sort.bytes().for_each(&mut each);
    fold(words, each);
}

/// A finding's words without its places: "(line 3)", "(paragraphs 3 and 8)".
fn without_lines(words: &str) -> Option<String> {
    let (title, rest) = words.split_once(" (")?;
    let (places, message) = rest.split_once("): ")?;
    let numbers = places.strip_prefix("line").or_else(|| places.strip_prefix("paragraph"))?;
    let numbers = numbers.strip_prefix('s').unwrap_or(numbers).strip_prefix(' ')?;
    let are_numbers = numbers.split(" and ").all(|number| number.parse::<u32>().is_ok());
    are_numbers.then(|| format!("{title}: {message}"))
}

/// The state of a checklist item and what stands behind its box.
fn item(text: &str) -> Option<(bool, &str)> {
    let rest = text.strip_prefix(['-', '*', '+'])?.trim_start();
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
    (!rest.starts_with('(')).then(|| (ticked, rest.trim_start()))
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
        assert_eq!(stem("- [ ] \"the pier (line 4)\" — the name").as_deref(), Some("\"the pier (line 4)\""));
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
