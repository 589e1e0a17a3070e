//! A digest as an e-mail: plain text of 72 columns under its headers.

use super::{Digest, Format, RenderContext, RenderOptions, more};
use std::fmt::Write as _;

/// A message without sender and receiver.
pub(in super::super) const FORMAT: Format = Format {
    name: "email",
    about: "What is open, as a plain-text e-mail",
    suffix: "digest.eml",
    holds_work: false,
    needs_sheet: true,
    write: |material, options| Ok(render(material, options)),
};

/// The width of the text, in characters.
const WIDTH: usize = 72;

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Vec<u8> {
    let digest = Digest::of(material, options);
    let subject = format!("Fact-check: {} in \"{}\"", digest.count, digest.title);
    let mut out = format!("Subject: {}\n", header(&subject));
    out.push_str("X-Unsent: 1\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n");
    out.push_str("Content-Transfer-Encoding: 8bit\n\n");
    out.push_str(&wrapped(&digest.title, "", ""));
    out.push('\n');
    out.push_str(&wrapped(&digest.summary, "", ""));
    for group in &digest.groups {
        let _ = writeln!(out, "\n{} ({})\n", group.title.to_uppercase(), group.items.len());
        for item in group.items.iter().take(group.most) {
            out.push_str(&wrapped(item, "- ", "  "));
        }
        if let Some(rest) = more(group.items.len(), group.most) {
            let _ = writeln!(out, "{rest}");
        }
    }
    out.into_bytes()
}

/// The text in lines of [`WIDTH`] characters at most, the first after `first`, the others after
/// `next`. A word that is longer is broken.
fn wrapped(text: &str, first: &str, next: &str) -> String {
    let mut out = String::new();
    let mut line = first.to_owned();
    let mut width = first.chars().count();
    let mut is_empty = true;
    let turn = |out: &mut String, line: &mut String, width: &mut usize| {
        out.push_str(line.trim_end());
        out.push('\n');
        next.clone_into(line);
        *width = next.chars().count();
    };
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !is_empty && width + 1 + length > WIDTH {
            turn(&mut out, &mut line, &mut width);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
            width += 1;
        }
        for letter in word.chars() {
            if width == WIDTH {
                turn(&mut out, &mut line, &mut width);
            }
            line.push(letter);
            width += 1;
        }
        is_empty = false;
    }
    if !is_empty {
        turn(&mut out, &mut line, &mut width);
    }
    out
}

/// A header's text: as it is where it is ASCII, else encoded as RFC 2047 has it. The curls of
/// quotation marks and long dashes are straightened first, so that most subjects can be read as
/// they are.
fn header(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| match letter {
            '“' | '”' | '„' => '"',
            '‘' | '’' => '\'',
            '–' | '—' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            _ if letter.is_control() => ' ',
            _ => letter,
        })
        .collect();
    let plain = plain.replace('…', "...");
    if plain.is_ascii() && plain.len() <= 900 {
        return plain;
    }
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in plain.chars() {
        let mut bytes = [0; 4];
        let encoded: String = letter.encode_utf8(&mut bytes).bytes().map(quoted).collect();
        if word.len() + encoded.len() > 60 {
            words.push(std::mem::take(&mut word));
        }
        word.push_str(&encoded);
    }
    words.push(word);
    words.iter().map(|word| format!("=?utf-8?q?{word}?=")).collect::<Vec<_>>().join("\n ")
}

/// A byte in the Q encoding of RFC 2047.
fn quoted(byte: u8) -> String {
    match byte {
        b' ' => "_".to_owned(),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'*' | b'+' | b'-' | b'/' => char::from(byte).to_string(),
        _ => format!("={byte:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_subject_is_ascii_and_read_as_it_was() {
        assert_eq!(header("3 open in “Harbour – tolls”"), "3 open in \"Harbour - tolls\"");
        assert_eq!(header("Zoë"), "=?utf-8?q?Zo=C3=AB?=");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_72_and_no_letter_is_lost(text in "[ a-zé“0-9]{0,400}") {
            let lines = wrapped(&text, "- ", "  ");
            prop_assert!(lines.lines().all(|line| line.chars().count() <= WIDTH), "{lines}");
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            let shown = lines.strip_prefix("- ").unwrap_or(&lines);
            prop_assert_eq!(letters(shown), letters(&text));
        }

        #[test]
        fn a_subject_is_lines_of_ascii_that_fit_a_message(text in "(?s).{0,300}") {
            let subject = header(&text);
            prop_assert!(subject.is_ascii());
            prop_assert!(subject.split("\n ").all(|line| line.len() <= 900 && !line.contains(['\n', '\r'])), "{subject}");
        }
    }
}
