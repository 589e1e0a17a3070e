//! Formulas between dollar signs. In a draft a dollar sign is money, unless what stands between two of them
//! can be nothing but a formula.

use super::Scan;

/// Longest formula, in bytes.
const LONGEST: usize = 1 << 14;

impl Scan<'_> {
    /// Covers the formula that begins at the dollar sign at `at`; where to go on.
    pub(super) fn math(&mut self, at: usize) -> usize {
        let before = self.slice(0..at).chars().next_back();
        let mark = if self.slice(at..self.text.len()).starts_with("$$") { "$$" } else { "$" };
        let start = at + mark.len();
        let opens = before.is_none_or(|c| !c.is_alphanumeric() && c != '\\' && c != '$');
        let Some(close) = self.find(start, mark, LONGEST).filter(|_| opens) else { return start };
        let (formula, behind) = (self.slice(start..close), self.slice(close + mark.len()..self.text.len()));
        let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '$');
        let fits = if mark == "$$" { is_shown_formula(formula) } else { is_formula(formula) };
        if !ends || !fits {
            return start;
        }
        self.formulas += formula.split_whitespace().count() as u64;
        self.cover_word(at..close + mark.len());
        close + mark.len()
    }
}

/// Whether what stands between two dollar signs is a formula within a line.
fn is_formula(text: &str) -> bool {
    let is_whole = !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    if !is_whole || text.is_empty() || text.contains("\n\n") {
        return false;
    }
    let longest = text.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count()).max().unwrap_or(0);
    let has_letter = longest > 0;
    let relates = text.contains(['=', '<', '>', '+', '*', '≤', '≥', '≈']);
    let is_sum = text.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    has_marks(text) || longest <= 2 && (relates || has_letter && !is_sum)
}

/// The same of one that stands by itself, between two dollar signs at each end.
fn is_shown_formula(text: &str) -> bool {
    has_marks(text) || is_formula(text.trim())
}

/// Whether a text has marks of TeX: commands, braces, raised and lowered parts.
fn has_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let follows = |mark: u8, fits: fn(&u8) -> bool| {
        memchr::memchr_iter(mark, bytes).any(|at| bytes.get(at + 1).is_some_and(fits))
    };
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'{' | b'\\' | b'-');
    follows(b'\\', u8::is_ascii_alphabetic) || follows(b'^', is_part) || follows(b'_', is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_sums_of_money() {
        for text in ["x", "E = mc^2", "\\frac{1}{2}", "n_1", "2x + 1", "x + y", "p < 0.05", "\\alpha"] {
            assert!(is_formula(text), "{text}");
        }
        for text in
            ["20-", "1.2/", "7.3 billion the year before, or ", "30 million, and C", "5", "2M", "5 or 6", "3,000"]
        {
            assert!(!is_formula(text), "{text}");
        }
    }
}
