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
        let mut essence = String::with_capacity(self.text.len());
        push_essence(&mut essence, &self.text);
        essence
    }

    /// Whether it is an item with a tick.
    pub(super) fn is_ticked(&self) -> bool {
        item(self.text.trim()).is_some_and(|(ticked, _)| ticked)
    }

    /// Whether it is an item without a tick.
    pub(super) fn is_open(&self) -> bool {
        item(self.text.trim()).is_some_and(|(ticked, _)| !ticked)
    }

    /// Whether a person ticked it or filled its cell.
    pub(super) fn is_worked_on(&self) -> bool {
        self.is_ticked() || self.field().is_some_and(|(_, value)| !value.is_empty())
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

/// Appends the [`essence`](Line::essence) of a line's text.
pub(super) fn push_essence(out: &mut String, text: &str) {
    let text = text.trim();
    if let Some((label, _)) = row(text) {
        out.push_str("| ");
        push_folded(out, label);
    } else if let Some((_, rest)) = item(text) {
        out.push_str("- [ ] ");
        push_folded(out, rest);
    } else {
        push_folded(out, text.trim_start_matches(['-', '*', '+', '>', ' ']));
    }
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

/// The two cells of a table's row; a pipe in a cell is escaped, or belongs to the second.
fn row(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('|')?;
    let rest = rest.strip_suffix('|').unwrap_or(rest);
    let end = rest.match_indices('|').map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\\'))?;
    Some((rest[..end].trim(), rest[end + 1..].trim()))
}

/// Words without escapes and emphasis, with straight quotation marks and single spaces.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_folded(&mut out, text);
    out
}

/// Appends the [`folded`] words.
fn push_folded(out: &mut String, text: &str) {
    let start = out.len();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        match letter {
            '\\' | '*' | '_' => {}
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' => out.push('\''),
            _ if letter.is_whitespace() => {
                if out.len() > start && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.push(letter),
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or("");
        let kept = kept(rest.as_bytes());
        out.push_str(rest.get(..kept).unwrap_or(""));
        rest = rest.get(kept..).unwrap_or("");
    }
    out.truncate(start + out.get(start..).map_or(0, |words| words.trim_end().len()));
}

/// How many bytes stay as they are when words are folded: letters, and single spaces between them.
fn kept(text: &[u8]) -> usize {
    let stays = |at: usize| text.get(at).is_some_and(|byte| STAYS[usize::from(*byte)]);
    let mut end = 0;
    while stays(end) || end > 0 && text.get(end) == Some(&b' ') && stays(end + 1) {
        end += 1;
    }
    end
}

/// Of each byte, whether it stays as it is when words are folded.
static STAYS: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = 0x21;
    while byte < 0x7f {
        stays[byte as usize] = !matches!(byte, b'\\' | b'*' | b'_');
        byte += 1;
    }
    stays
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
        fn words_are_folded_in_stretches_as_letter_by_letter(text in "[ a-c*_\\\\“’é\t\u{a0}]{0,30}") {
            proptest::prop_assert_eq!(folded(&text), folded_by_letters(&text));
        }
    }

    #[test]
    fn a_link_is_no_box() {
        assert!(!Line::new("- [x](https://a.example)", 0).is_ticked());
        assert!(Line::new("* [X] done", 0).is_ticked());
    }
}
