//! Signs of the symbol fonts, which have no letters of their own.

/// Signs of the font Symbol from 0x61: Greek.
const GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// Signs of Symbol, by their place in the font.
const SYMBOL: &[(u32, &str)] = &[
    (0x2D, "−"),
    (0x44, "Δ"),
    (0x53, "Σ"),
    (0x57, "Ω"),
    (0xA3, "≤"),
    (0xA5, "∞"),
    (0xAB, "↔"),
    (0xAC, "←"),
    (0xAD, "↑"),
    (0xAE, "→"),
    (0xAF, "↓"),
    (0xB0, "°"),
    (0xB1, "±"),
    (0xB3, "≥"),
    (0xB4, "×"),
    (0xB7, "•"),
    (0xB8, "÷"),
    (0xB9, "≠"),
    (0xBB, "≈"),
    (0xBC, "…"),
    (0xD2, "®"),
    (0xD3, "©"),
    (0xD4, "™"),
    (0xD6, "√"),
    (0xE2, "®"),
    (0xE3, "©"),
    (0xE4, "™"),
    (0xE5, "∑"),
];

/// Signs of Wingdings, by their place in the font.
const WINGDINGS: &[(u32, &str)] = &[
    (0x4A, "☺"),
    (0x4B, "😐"),
    (0x4C, "☹"),
    (0x6C, "●"),
    (0x6E, "■"),
    (0x6F, "□"),
    (0xA7, "▪"),
    (0xA8, "◻"),
    (0xD8, "➢"),
    (0xDF, "←"),
    (0xE0, "→"),
    (0xE8, "➔"),
    (0xF0, "⇨"),
    (0xFB, "✗"),
    (0xFC, "✓"),
    (0xFD, "☒"),
    (0xFE, "☑"),
];

/// The sign at the place `code` (hexadecimal, with or without the F000 before it) of a font; none
/// where it is not known.
pub(super) fn sign(font: &str, code: &str) -> Option<String> {
    let code = u32::from_str_radix(code, 16).ok()?;
    let place = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let listed = |list: &[(u32, &str)]| list.iter().find(|(at, _)| *at == place).map(|(_, sign)| (*sign).to_owned());
    match font {
        "Symbol" => listed(SYMBOL).or_else(|| {
            let greek = place.checked_sub(0x61).and_then(|at| GREEK.chars().nth(at as usize));
            greek.or_else(|| ascii(place)).map(String::from)
        }),
        "Wingdings" => listed(WINGDINGS),
        _ if code < 0xE000 => char::from_u32(code).map(String::from),
        _ => None,
    }
}

/// Digits and signs that Symbol shares with other fonts.
fn ascii(place: u32) -> Option<char> {
    char::from_u32(place).filter(|sign| sign.is_ascii_digit() || sign.is_ascii_punctuation())
}
