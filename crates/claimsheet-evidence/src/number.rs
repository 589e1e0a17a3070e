//! Numbers as they stand in cells: `4,862`, `(4,862)`, `£1.3m`, `38,7`, `91.0%`; and the units that heads give.

/// Whether a text is a year and nothing else, as heads of tables have them.
pub fn is_year_text(text: &str) -> bool {
    let text = text.trim();
    text.len() == 4 && text.parse::<u32>().is_ok_and(|year| (1800..2100).contains(&year))
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notation {
    /// A point before the decimals: 1,234.5.
    #[default]
    Point,
    /// A comma before the decimals: 1.234,5.
    Comma,
}

/// Whether the text is a number and nothing else.
pub fn is_number(text: &str) -> bool {
    number(text).is_some()
}

/// The number that `text` is, in English notation; brackets make it negative.
pub fn number(text: &str) -> Option<f64> {
    number_in(text, Notation::Point)
}

/// The number that `text` is, in a notation.
pub fn number_in(text: &str, notation: Notation) -> Option<f64> {
    let text = text.trim();
    let (inner, negative) = match text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(inner) => (inner, true),
            None => (text, false),
        },
    };
    let inner = inner.trim().trim_start_matches(['+', '£', '$', '€', '¥']).trim();
    let inner = inner.trim_end_matches(['%', '*', '†', '€']).trim_end_matches("pp").trim();
    let (digits, scale) = scaled(inner);
    if !digits.starts_with(|letter: char| letter.is_ascii_digit()) || digits.len() > 24 {
        return None;
    }
    let (group, point) = if notation == Notation::Comma { ('.', ',') } else { (',', '.') };
    let mut plain = String::with_capacity(digits.len());
    for letter in digits.chars() {
        match letter {
            '0'..='9' => plain.push(letter),
            letter if letter == point && !plain.contains('.') => plain.push('.'),
            letter if letter == group || matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\'') => {}
            _ => return None,
        }
    }
    // "£000" is a unit.
    if plain.len() > 1 && plain.bytes().all(|digit| digit == b'0') {
        return None;
    }
    plain.parse::<f64>().ok().map(|number| if negative { -number * scale } else { number * scale })
}

fn scaled(text: &str) -> (&str, f64) {
    for (end, scale) in [("bn", 1e9), ("m", 1e6), ("k", 1e3)] {
        if let Some(digits) = text.strip_suffix(end)
            && digits.ends_with(|letter: char| letter.is_ascii_digit())
        {
            return (digits, scale);
        }
    }
    (text, 1.0)
}

/// What the numbers below a head are to be multiplied by: a thousand below "£000", "in thousands", "(€ '000)".
pub fn scale_of(head: &str) -> f64 {
    let lower = head.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if has(&["000", "thousand", "thousands", "tsd", "teur"]) {
        1e3
    } else if has(&["million", "millions", "mn", "mio"])
        || lower.contains("£m")
        || lower.contains("€m")
        || lower.contains("$m")
    {
        1e6
    } else if has(&["billion", "billions", "mrd"])
        || lower.contains("£bn")
        || lower.contains("€bn")
        || lower.contains("$bn")
    {
        1e9
    } else {
        1.0
    }
}

/// The unit that a head gives: a currency's code, `%`, or nothing.
pub fn unit_of(head: &str) -> &'static str {
    let lower = head.to_lowercase();
    let signs = [
        ("%", "%"),
        ("per cent", "%"),
        ("percent", "%"),
        ("£", "GBP"),
        ("pounds", "GBP"),
        ("€", "EUR"),
        ("euro", "EUR"),
        ("$", "USD"),
        ("dollars", "USD"),
    ];
    signs.iter().find(|(sign, _)| lower.contains(sign)).map_or("", |(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_its_notation() {
        assert_eq!(number("4,862"), Some(4862.0));
        assert_eq!(number("(4,862)"), Some(-4862.0));
        assert_eq!(number("£1.3m"), Some(1.3e6));
        assert_eq!(number("91.0%"), Some(91.0));
        assert_eq!(number_in("8.600.000", Notation::Comma), Some(8.6e6));
        assert_eq!(number_in("38,7", Notation::Comma), Some(38.7));
        assert_eq!(number("2024-05-01"), None);
        assert_eq!(number("12 March"), None);
        assert_eq!(number("£000"), None);
    }

    #[test]
    fn a_head_tells_scale_and_unit() {
        assert_eq!((scale_of("Wages £000"), unit_of("Wages £000")), (1e3, "GBP"));
        assert_eq!((scale_of("Sales (€ million)"), unit_of("Sales (€ million)")), (1e6, "EUR"));
        assert_eq!((scale_of("Anteil in %"), unit_of("Anteil in %")), (1.0, "%"));
        assert_eq!((scale_of("Name"), unit_of("Name")), (1.0, ""));
    }
}
