//! Words and phrases that single rules look for, from `data/phrases/`: a module for each file, a list for each of
//! its sections; short tables of texts, pairs and numbers, from `data/tables/`; first names that belong together, from `data/first-names/`; abbreviations that need no expansion.
//!
//! Words that make a sentence worth reading are the lexicon's. These raise no cue and cost nothing where no rule
//! asks for them.

use crate::text::phrase::Phrase;
use crate::text::word_id::WordId;

include!(concat!(env!("OUT_DIR"), "/phrase_lists.rs"));

/// Whether a word alone is in a list.
pub(crate) fn is_listed(list: &[Phrase], word: WordId) -> bool {
    list.iter().any(|phrase| phrase.words() == [word])
}

/// Whether a general reader knows an abbreviation.
pub(crate) fn is_known_abbreviation(word: WordId) -> bool {
    KNOWN_ABBREVIATIONS.binary_search(&word).is_ok()
}

/// Whether a word in capitals may be letters that everybody knows, and no word that is shortened: the `SEC` of `to the
/// SEC.`, whose stop ends the sentence; of `SEC. 301` only the number tells.
pub(crate) fn is_acronym(text: &str) -> bool {
    let is_large = text.len() > 2 && text.bytes().all(|letter| letter.is_ascii_uppercase());
    is_large && is_known_abbreviation(WordId::of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Names and texts of the files of a folder of `data/`.
    fn files(folder: &str) -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(folder);
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let paths = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap())).collect()
    }

    #[test]
    fn each_line_of_each_list_of_phrases_is_well_formed() {
        for (name, text) in files("phrases") {
            assert!(text.starts_with("# "), "{name}: the first line says what the lists are for");
            assert!(text.contains("\n["), "{name}: it has no section");
            let mut seen: Option<BTreeSet<&str>> = None;
            let mut lines = text.lines().enumerate().skip(1).peekable();
            while let Some((at, line)) = lines.next() {
                let place = format!("{name}:{}: {line:?}", at + 1);
                if line.starts_with('[') && line.ends_with(']') && !line.contains(' ') {
                    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '-';
                    assert!(line[1..line.len() - 1].chars().all(is_name), "{place} is no header");
                    let about = lines.next().is_some_and(|(_, line)| line.starts_with("# "));
                    assert!(about, "{place}: the line behind a header says what its list holds");
                    assert!(seen.is_none_or(|seen| !seen.is_empty()), "{place}: the section before is empty");
                    seen = Some(BTreeSet::new());
                } else if !line.is_empty() && !line.starts_with('#') {
                    let seen = seen.as_mut().unwrap_or_else(|| panic!("{place} stands in no section"));
                    assert_eq!(line, line.to_lowercase(), "{place} is not in lower case");
                    assert_eq!(line.trim(), line, "{place} has space around it");
                    assert!(!line.contains("  ") && !line.contains('’'), "{place} has odd spaces or curly quotes");
                    assert!(
                        line.split(" +").skip(1).all(|mark| ["n", "v", "vv"].contains(&mark)),
                        "{place} has an unknown mark"
                    );
                    assert!(seen.insert(line), "{place} stands twice");
                }
            }
            assert!(seen.is_some_and(|seen| !seen.is_empty()), "{name}: the last section is empty");
        }
    }

    #[test]
    fn each_row_of_each_table_has_the_form_of_its_section() {
        for (name, text) in files("tables") {
            assert!(text.starts_with("# ") && text.contains("\n["), "{name}: says what it holds, in sections");
            for section in text.split("\n[").skip(1) {
                let mut lines = section.lines();
                let header = lines.next().and_then(|line| line.strip_suffix(']')).unwrap();
                assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{name}: [{header}] says what it is");
                let rows: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
                let keys: BTreeSet<&str> = rows.iter().map(|row| row.split(" = ").next().unwrap()).collect();
                assert!(!rows.is_empty() && keys.len() == rows.len(), "{name}: [{header}] is empty or repeats");
                let parts = |row: &&str| row.split(" = ").count();
                let is_even = rows.iter().all(|row| parts(row) == parts(&rows[0]) && parts(row) <= 2);
                assert!(is_even && rows.iter().all(|row| row.trim() == *row), "{name}: [{header}] is of one form");
            }
        }
    }

    #[test]
    fn each_line_of_first_names_is_a_family_of_names_with_a_capital_and_single_spaces() {
        for (name, text) in files("first-names") {
            assert!(text.starts_with("# "), "{name}: the first line says what the list holds");
            for (at, line) in text.lines().enumerate().skip(1) {
                let names: Vec<&str> = line.split(' ').collect();
                let is_name =
                    |name: &&str| name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
                let distinct: BTreeSet<&&str> = names.iter().collect();
                let whole = names.len() > 1 && names.iter().all(is_name) && distinct.len() == names.len();
                assert!(whole, "{name}:{}: {line:?}", at + 1);
            }
        }
    }

    #[test]
    fn the_lists_hold_what_the_files_say() {
        let phrase = Phrase::of("has yet to stand trial");
        assert!(legal_stage::PENDING.contains(&phrase));
        assert!(first_names::SHORT_FORMS.iter().any(|family| family.contains(&word!("Robert"))));
        assert!(is_known_abbreviation(word!("FBI")) && !is_known_abbreviation(word!("QWB")));
    }
}
