//! Texts in XML 1.0.

/// `text` within quotation marks; line breaks and tabs stay, as references.
pub(super) fn attribute(text: &str) -> String {
    written(text, true)
}

/// `text` within an element.
pub(super) fn content(text: &str) -> String {
    written(text, false)
}

fn written(text: &str, in_attribute: bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' if in_attribute => out.push_str("&#10;"),
            '\t' if in_attribute => out.push_str("&#9;"),
            _ => out.push(if is_allowed(letter) { letter } else { char::REPLACEMENT_CHARACTER }),
        }
    }
    out
}

/// Whether XML 1.0 can hold the character at all.
pub(super) const fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
