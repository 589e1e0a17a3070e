// Turns `data/phrases/*.txt`, `data/tables/*.txt`, `data/first-names/*.txt` and the known abbreviations into Rust data; part of the
// build script.

use super::{inflect, word};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// The code of a module for each file of `data/phrases/`, with a list for each of its sections, and of the lists
/// of first names and abbreviations.
pub(crate) fn code(data: &Path) -> io::Result<String> {
    let mut code = String::new();
    for (name, text) in files(&data.join("phrases"))? {
        let _ = writeln!(code, "/// {}\npub(crate) mod {} {{", about(&text), name.replace('-', "_"));
        code.push_str("    use crate::text::phrase::Phrase;\n");
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(header) = header(line) else { continue };
            let about = about(lines.next().unwrap_or(""));
            let entries = std::iter::from_fn(|| lines.next_if(|line| self::header(line).is_none()));
            let phrases: Vec<String> = entries.flat_map(inflect::forms).collect();
            let list = header.replace('-', "_").to_uppercase();
            let _ = writeln!(code, "    /// {about}\n    pub(crate) static {list}: &[Phrase] = phrases!{phrases:?};");
        }
        code.push_str("}\n\n");
    }
    code.push_str(&tables(data)?);
    code.push_str(
        "/// Families of first names.\npub(crate) mod first_names {\n    use crate::text::word_id::WordId;\n",
    );
    for (name, text) in files(&data.join("first-names"))? {
        let families = text.lines().filter(|line| !line.starts_with('#'));
        let _ = writeln!(code, "    /// {}", about(&text));
        let _ = writeln!(code, "    pub(crate) static {}: &[&[WordId]] = &[", name.replace('-', "_").to_uppercase());
        for family in families {
            let _ = writeln!(code, "        words!{:?},", family.split(' ').collect::<Vec<_>>());
        }
        code.push_str("    ];\n");
    }
    code.push_str("}\n\n");
    let known = fs::read_to_string(data.join("known-abbreviations.txt"))?;
    let mut known: Vec<&str> =
        known.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
    known.sort_by_key(|known| word::WordId::of(known));
    let _ = writeln!(code, "/// Abbreviations that a general reader knows, in the order of their numbers.");
    let _ = writeln!(code, "pub(crate) static KNOWN_ABBREVIATIONS: &[WordId] = words!{known:?};");
    Ok(code)
}

/// The code of a module for each file of `data/tables/`: a section whose lines are `word = number` is a list of
/// words with numbers, one of `text = text` a list of pairs, any other a list of texts.
fn tables(data: &Path) -> io::Result<String> {
    let mut code = String::from("/// Short tables of single rules, from `data/tables/`.\npub(crate) mod tables {\n");
    for (name, text) in files(&data.join("tables"))? {
        let _ = writeln!(code, "    /// {}\n    pub(crate) mod {} {{", about(&text), name.replace('-', "_"));
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(header) = header(line) else { continue };
            let about = about(lines.next().unwrap_or(""));
            let rows = std::iter::from_fn(|| lines.next_if(|line| self::header(line).is_none()));
            let rows: Vec<&str> = rows.filter(|row| !row.is_empty()).collect();
            let list = header.replace('-', "_").to_uppercase();
            let _ = writeln!(code, "        /// {about}\n        pub(crate) static {list}: {};", table(&rows));
        }
        code.push_str("    }\n");
    }
    code.push_str("}\n\n");
    Ok(code)
}

/// The type and value of the list of `rows`.
fn table(rows: &[&str]) -> String {
    let pairs: Option<Vec<(&str, &str)>> = rows.iter().map(|row| row.split_once(" = ")).collect();
    let Some(pairs) = pairs else { return format!("&[&str] = &{rows:?}") };
    let numbers: Result<Vec<f64>, _> = pairs.iter().map(|(_, value)| value.parse::<f64>()).collect();
    let Ok(numbers) = numbers else { return format!("&[(&str, &str)] = &{pairs:?}") };
    let words = pairs.iter().zip(numbers).map(|((word, _), number)| format!("(word!({word:?}), {number:e})"));
    format!("&[(crate::text::word_id::WordId, f64)] = &[{}]", words.collect::<Vec<_>>().join(", "))
}

/// The name of a section, if a line is its header. Entries that begin with a bracket have a space behind it.
fn header(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']').filter(|name| !name.contains(' '))
}

/// The first comment, without its mark.
fn about(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_start_matches('#').trim()
}

/// Names, without `.txt`, and texts of the files of a folder, by name.
fn files(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
