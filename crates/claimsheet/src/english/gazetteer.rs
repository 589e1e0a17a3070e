//! Names that are known without their sentence: larger towns, given names and who bears them, frequent surnames. The
//! lists are in `data/gazetteer/`; the build script makes a table of them.

use crate::text::word_id::WordId;

include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));

/// What the lists tell of a name; nothing of most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Known(u8);

/// Who bears a given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// Women.
    Woman,
    /// Men.
    Man,
    /// Both.
    Either,
}

impl Known {
    /// Whether a larger town is called so.
    pub(crate) const fn is_town(self) -> bool {
        self.0 & 1 != 0
    }

    /// Who bears it, if it is a given name.
    pub(crate) const fn given_name(self) -> Option<Bearer> {
        match self.0 & 6 {
            2 => Some(Bearer::Woman),
            4 => Some(Bearer::Man),
            6 => Some(Bearer::Either),
            _ => None,
        }
    }

    /// Whether it is a frequent surname.
    pub(crate) const fn is_surname(self) -> bool {
        self.0 & 8 != 0
    }
}

/// What the lists tell of a name of these words, hyphens left out.
pub(crate) fn known(words: impl IntoIterator<Item = WordId>) -> Known {
    let name = words.into_iter().reduce(WordId::joined).unwrap_or(WordId::EMPTY);
    let row = NUMBERS.binary_search(&name.number()).ok();
    Known(row.and_then(|row| BITS.get(row)).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const LISTS: [(&str, &str); 3] = [
        ("towns", include_str!("../../data/gazetteer/towns.txt")),
        ("given-names", include_str!("../../data/gazetteer/given-names.txt")),
        ("surnames", include_str!("../../data/gazetteer/surnames.txt")),
    ];

    fn known(name: &str) -> Known {
        super::known(name.split([' ', '-']).map(WordId::of))
    }

    #[test]
    fn each_line_is_a_name_with_a_capital_and_says_whose_a_given_name_is() {
        for (list, text) in LISTS {
            assert!(text.starts_with("# "), "{list}: the first line says what the list holds");
            let mut seen = BTreeSet::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let words: Vec<&str> = line.split(' ').collect();
                let whole = words.iter().all(|word| !word.is_empty()) && words.len() <= 3;
                let told = match list {
                    "given-names" => matches!(words[..], [_, "woman" | "man" | "either"]),
                    "surnames" => words.len() == 1,
                    _ => true,
                };
                assert!(whole && told && line.starts_with(char::is_uppercase) && seen.insert(line), "{list}: {line:?}");
            }
        }
    }

    #[test]
    fn names_are_known_as_what_they_are() {
        assert!(
            ["Toulouse", "New Delhi", "Rio de Janeiro", "Aix-en-Provence"].iter().all(|town| known(town).is_town())
        );
        assert!(!known("Toulousville").is_town() && !known("Delhi New").is_town());
        assert_eq!(known("Agnieszka").given_name(), Some(Bearer::Woman));
        assert_eq!(known("Krzysztof").given_name(), Some(Bearer::Man));
        assert_eq!(known("Robin").given_name(), Some(Bearer::Either));
        assert!(known("Anderson").is_surname() && known("MOORE").is_surname());
        assert_eq!(known("harbourmaster"), Known::default());
    }
}
