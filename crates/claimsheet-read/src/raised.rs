//! What raised text is: an exponent, the mark of a note, a part of a fraction, or letters like any other. A mark
//! of a note never becomes a part of the number before it.

/// What raised text is where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raised {
    /// A power of the number or unit before: in raised digits, `10⁶`, `km²`.
    Exponent(String),
    /// The mark of a note, by its label.
    Note(String),
    /// What stands above the line of a fraction.
    Numerator,
    /// Words, as in `19th`.
    Words,
}

/// Units whose square or cube is written with a raised digit.
const UNITS: &[&str] = &[
    "m",
    "km",
    "cm",
    "mm",
    "dm",
    "nm",
    "µm",
    "μm",
    "ft",
    "mi",
    "in",
    "yd",
    "s",
    "meters",
    "metres",
    "miles",
    "feet",
    "kilometers",
    "kilometres",
    "inches",
    "yards",
];

/// Longest mark of a note, in bytes.
const LONGEST: usize = 16;

/// What the `raised` text is that stands between the words `before` and `after`; `leads` if it is a link.
pub(crate) fn read(before: &str, raised: &str, after: &str, leads: bool) -> Raised {
    let raised = raised.trim();
    let bare = raised.trim_start_matches(['[', '(']).trim_end_matches([']', ')']).trim();
    let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && bare == raised && after.trim_start().starts_with(['/', '⁄']) {
        return Raised::Numerator;
    }
    if !leads && let Some(power) = exponent(before, raised) {
        return Raised::Exponent(power);
    }
    let is_list = bare.starts_with(|first: char| first.is_ascii_digit())
        && bare.chars().all(|sign| sign.is_ascii_digit() || ",;–-* ".contains(sign));
    let is_sign = !bare.is_empty() && bare.chars().all(|sign| "*†‡§¶#".contains(sign));
    let in_brackets = raised.starts_with('[') && raised.ends_with(']');
    let label = || bare.trim_start_matches('#').to_owned();
    if raised.len() <= LONGEST && (is_list || in_brackets || leads && !raised.is_empty()) {
        return Raised::Note(label());
    }
    if is_sign { Raised::Note(bare.to_owned()) } else { Raised::Words }
}

/// `raised` as a power of what stands before it, in raised characters.
fn exponent(before: &str, raised: &str) -> Option<String> {
    let digits = raised.trim_start_matches(['-', '−', '–', '+']);
    let is_signed = digits.len() < raised.len();
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let word = before.rsplit(|sign: char| !(sign.is_alphanumeric() || sign == '.' || sign == ',')).next()?;
    let is_unit = digits.len() == 1 && UNITS.contains(&word) && matches!(digits, "2" | "3");
    let is_variable = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "I" && word != "a";
    let is_power = word == "10" || is_signed && word.ends_with(|last: char| last.is_ascii_digit());
    (is_unit || is_variable && digits.len() == 1 || is_power).then(|| raised.chars().map(raise).collect())
}

fn raise(sign: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match sign.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)) {
        Some(raised) => *raised,
        None if sign == '+' => '⁺',
        None => '⁻',
    }
}

/// Whether a fraction that begins behind `before` needs a space, so that `1` and `1/2` stay apart.
pub(crate) fn needs_space(before: &str) -> bool {
    before.ends_with(|last: char| last.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_powers_behind_ten_units_and_variables_alone() {
        for (before, raised, power) in [
            ("4.1 × 10", "9", "⁹"),
            ("1.6 x 10", "-19", "⁻¹⁹"),
            ("40 km", "2", "²"),
            ("E = m·c", "2", "²"),
            ("12 m", "3", "³"),
        ] {
            assert_eq!(read(before, raised, " of it", false), Raised::Exponent(power.to_owned()), "{before}");
        }
    }

    #[test]
    fn digits_behind_other_numbers_and_words_are_marks_of_notes() {
        for (before, raised, leads, label) in [
            ("7,300", "2", false, "2"),
            ("in 1987", "11", false, "11"),
            ("the toll", "4", false, "4"),
            ("the toll.", "[4]", false, "4"),
            ("nine", "a", true, "a"),
            ("the toll", "2,3", false, "2,3"),
            ("the toll", "*", false, "*"),
            ("10", "6", true, "6"),
        ] {
            assert_eq!(read(before, raised, " x", leads), Raised::Note(label.to_owned()), "{before} {raised}");
        }
    }

    #[test]
    fn ordinals_are_words_and_fractions_have_a_line() {
        assert_eq!(read("the 21", "st", " day", false), Raised::Words);
        assert_eq!(read("the 1", "er", " mai", false), Raised::Words);
        assert_eq!(read("rose 3", "1", "/2 percent", false), Raised::Numerator);
        assert!(needs_space("rose 3") && !needs_space("rose "));
    }
}
