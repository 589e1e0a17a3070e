//! Cells that no spreadsheet runs as a formula.

/// Signs that begin a formula, a command or a macro in some spreadsheet, in their full-width forms too.
const SIGNS: &[char] = &['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％', '−'];

/// The cell with an apostrophe before each line that a program could take for a formula: one that
/// begins with such a sign, whatever blanks, tabs, controls or marks without width stand before it.
/// [`armed`] gives the cell back.
pub fn disarmed(cell: &str) -> String {
    by_line(cell, |line, out| {
        if is_formula(line.trim_start_matches('\'')) {
            out.push('\'');
        }
        out.push_str(line);
    })
}

/// What [`disarmed`] was given.
pub fn armed(cell: &str) -> String {
    by_line(cell, |line, out| {
        let bare = line.strip_prefix('\'').filter(|rest| is_formula(rest.trim_start_matches('\'')));
        out.push_str(bare.unwrap_or(line));
    })
}

/// Whether a program could take a line for a formula.
pub fn is_formula(line: &str) -> bool {
    let is_passed = |letter: char| letter.is_whitespace() || letter.is_control() || is_without_width(letter);
    if line.starts_with(['\t', '\r', '\u{b}', '\u{c}']) {
        return true;
    }
    line.trim_start_matches(is_passed).starts_with(SIGNS)
}

/// Whether a letter is not seen: marks of direction, joiners, the byte order mark, soft hyphens.
const fn is_without_width(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn by_line(cell: &str, mut write: impl FnMut(&str, &mut String)) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    for piece in cell.split_inclusive(['\n', '\r']) {
        write(piece, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_line_of_a_cell_begins_as_a_formula() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{200b}=1",
            "＝1",
            "＠x",
            "'=1",
            "=cmd|' /C calc'!A0",
            "%x",
        ] {
            assert!(disarmed(text).starts_with('\'') || disarmed(text).starts_with("\r'"), "{text:?}");
        }
        assert_eq!(disarmed("a\n=1\r\n+2"), "a\n'=1\r\n'+2");
        for text in ["1 = 1", "'tis", "it's -1", "", "☐ -1"] {
            assert_eq!(disarmed(text), text);
        }
    }

    proptest! {
        #[test]
        fn a_cell_that_was_disarmed_is_given_back(text in "[ '=+@a\t\r\n＝\u{200b}-]{0,12}") {
            prop_assert_eq!(armed(&disarmed(&text)), text);
        }

        #[test]
        fn on_any_text_no_line_of_a_disarmed_cell_is_a_formula(text in "(?s).{0,40}") {
            let cell = disarmed(&text);
            prop_assert!(cell.split(['\n', '\r']).all(|line| !is_formula(line)), "{:?}", cell);
        }
    }
}
