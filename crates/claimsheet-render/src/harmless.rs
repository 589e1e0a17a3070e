//! Text that a terminal, the log of a pipeline and a forge take for nothing but text.
//!
//! Drafts and the names of files are written by anybody. In them may stand signs that move a terminal's
//! cursor, turn the direction of writing, give commands to the pipeline that prints them, or call people.

use std::fmt::Write as _;

/// Text for people, line by line: its line breaks stay.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        write(line, &mut out);
        out.push_str(end);
    }
    out
}

/// One line of it, as the name of a file: a line break in it is written out.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    write(text, &mut out);
    out
}

/// The path of a file in a report, by which the file is found: only signs that control something are written out.
pub fn path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for letter in path.chars() {
        if is_control(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    out
}

/// JSON that says the same: signs that control something, and what begins a command of a pipeline, are written as
/// JSON's escapes. They stand in its strings only.
pub(crate) fn json(json: Vec<u8>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(&json) else { return json };
    let is_log = |at: usize| text.get(at + 2..).is_some_and(is_log_command);
    let is_command = memchr::memmem::find_iter(text.as_bytes(), b"##").any(is_log);
    if !is_command && !text.chars().any(|letter| !letter.is_ascii() && is_control(letter)) {
        return json;
    }
    let mut out = String::with_capacity(text.len() + 64);
    for (at, letter) in text.char_indices() {
        let begins = letter == '#' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('#')) && is_log(at);
        if begins || !letter.is_ascii() && is_control(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(letter);
        }
    }
    out.into_bytes()
}

fn write(text: &str, out: &mut String) {
    let mut before = None;
    let is_command = text.trim_start().starts_with("::");
    let mut rest = text;
    if is_command {
        let at = text.len() - text.trim_start().len();
        let (blank, command) = text.split_at(at);
        out.push_str(blank);
        out.push('\\');
        rest = command;
    }
    for (at, letter) in rest.char_indices() {
        let behind = rest.get(at + letter.len_utf8()..).unwrap_or("");
        if letter != '\t' && is_control(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
        match letter {
            '#' if before == Some('#') && is_log_command(behind) => out.push('\\'),
            '@' if is_call(before, behind) => out.push(JOINER),
            _ => {}
        }
        before = Some(letter);
    }
}

/// Stands between `@` and a name, so that nobody is called; it has no width.
const JOINER: char = '\u{2060}';

/// Whether a sign is none that one sees, and does something: controls, marks of direction, line breaks beyond
/// the usual, marks without width.
fn is_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What stands behind two number signs in the command of a pipeline.
fn is_log_command(behind: &str) -> bool {
    behind.starts_with('[') || behind.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("vso["))
}

/// Whether an `@` calls somebody: a name stands behind it, and no word before it, as in an address, nor a slash, as
/// in a link.
fn is_call(before: Option<char>, behind: &str) -> bool {
    before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != '/')
        && behind.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_line_is_a_command_and_nobody_is_called() {
        assert_eq!(text("a\n  ::error::x\n##[group]b"), "a\n  \\::error::x\n##\\[group]b");
        assert_eq!(text("##VSO[task.x]"), "##\\VSO[task.x]");
        assert_eq!(line("a\u{1b}[31m\nb\u{202e}c"), "a\\u{1b}[31m\\u{a}b\\u{202e}c");
        assert_eq!(line("@lund, a@b.example"), "@\u{2060}lund, a@b.example");
        assert_eq!(line("https://a.example/@lund"), "https://a.example/@lund");
        assert_eq!(path("a/@b\u{1b}\n.md"), "a/@b\\u{1b}\\u{a}.md");
        assert_eq!(text("Ruth Lund said “it’s 5 % — é”.\n"), "Ruth Lund said “it’s 5 % — é”.\n");
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_text(words in "[\\PC\n\r\u{1b}\u{202e}:#@\\[a ]{0,40}") {
            for line in text(&words).split('\n') {
                prop_assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{:?}", line);
                prop_assert!(!line.chars().any(|letter| letter != '\t' && letter != JOINER && is_control(letter)));
            }
        }
    }
}
