//! Text of the article as Markdown that shows it and does nothing else.

/// Signs that mean something to Markdown anywhere.
const ANYWHERE: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '|', '~'];

/// Signs that mean something at a line's start.
const AT_START: &[char] = &['#', '>', '-', '+', '=', ':'];

/// `text` on one line, with every sign escaped that Markdown, HTML, tables or front matter would
/// read as markup.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_markdown(&mut out, text, true);
    out
}

/// Appends `text` as [`markdown`] has it; not `at_start` where other text of its line is before it.
pub fn push_markdown(out: &mut String, text: &str, at_start: bool) {
    let text = text.trim();
    let number = if at_start { text.bytes().take_while(u8::is_ascii_digit).count() } else { 0 };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = rest.get(letter.len_utf8()..).unwrap_or("");
        let next = || rest.chars().next();
        let letter = if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter };
        let special = ANYWHERE.contains(&letter)
            || at_start && at == 0 && AT_START.contains(&letter)
            || letter == '&' && next().is_some_and(|next| next.is_alphanumeric() || next == '#')
            || at > 0 && at == number && matches!(letter, '.' | ')') && next().is_none_or(char::is_whitespace);
        if special {
            out.push('\\');
        }
        out.push(letter);
        // A number at the start may end in a sign of a list.
        let kept = if at < number {
            0
        } else {
            rest.bytes().position(|byte| !ONLY_TEXT[usize::from(byte)]).unwrap_or(rest.len())
        };
        out.push_str(rest.get(..kept).unwrap_or(""));
        rest = rest.get(kept..).unwrap_or("");
    }
}

/// Of each byte, whether it is a sign that is text wherever it stands behind a line's start.
static ONLY_TEXT: [bool; 256] = {
    let mut only = [false; 256];
    let mut byte = b' ';
    while byte < 0x7f {
        only[byte as usize] = !matches!(byte, b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'|' | b'~' | b'&');
        byte += 1;
    }
    only
};

/// `text` as a double-quoted YAML scalar.
pub fn yaml(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}') => out.push(' '),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// An address that can stand within the round brackets of a Markdown link.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len() + 8);
    let mut rest = url;
    loop {
        let kept = rest.bytes().position(|byte| !is_of_address(byte)).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(kept);
        out.push_str(plain);
        let mut letters = other.chars();
        let Some(letter) = letters.next() else { return out };
        rest = letters.as_str();
        match letter {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
}

/// Whether a sign of one byte stays as it is in a link.
const fn is_of_address(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'%' | b'+' | b'-' | b'.' | b'/' | b':' | b'=' | b'?' | b'&')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    /// The words that a reader of the rendered Markdown sees; none if it holds more than text.
    fn shown(markdown: &str) -> Option<String> {
        let mut words = String::new();
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(words)
    }

    fn squeezed(text: &str) -> String {
        text.split(|letter: char| letter.is_whitespace() || letter.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn signs_of_markup_are_shown_as_text() {
        for text in [
            "<!-- a -->",
            "# a",
            "1. a",
            "- [ ] a",
            "a | b",
            "&amp; x",
            "---",
            "> a",
            "[a](b)",
            "![a](b)",
            "**a**",
            "`a`",
            "~~a~~",
            "a_b_c",
            "\\*",
        ] {
            assert_eq!(shown(&markdown(text)).as_deref(), Some(text), "{}", markdown(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_shown_as_it_is_and_does_nothing_else(text in "[ a-c1-3#>*_`~\\[\\](){}|&;:<!\\-+=.\"'$%\\\\é/\n]{0,40}") {
            let escaped = markdown(&text);
            prop_assert_eq!(shown(&escaped).map(|words| squeezed(&words)), Some(squeezed(&text)), "{}", escaped);
        }
    }
}
