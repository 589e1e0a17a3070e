// Turns the names of `data/gazetteer/` into one sorted table; part of the build script.

use super::word::WordId;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// The bits of a row, as `gazetteer.rs` reads them.
const TOWN: u8 = 1;
const WOMAN: u8 = 2;
const MAN: u8 = 4;
const SURNAME: u8 = 8;

/// The code of the table: the numbers of the names, in their order, and what each is.
pub(crate) fn code(folder: &Path) -> io::Result<String> {
    let mut table = BTreeMap::new();
    let mut add = |name: &str, bits: u8| {
        let mut words = name.split([' ', '-']).map(WordId::of);
        let first = words.next().unwrap_or(WordId::EMPTY);
        *table.entry(words.fold(first, WordId::joined).number()).or_insert(0_u8) |= bits;
    };
    lines(folder, "towns.txt")?.iter().for_each(|name| add(name, TOWN));
    lines(folder, "surnames.txt")?.iter().for_each(|name| add(name, SURNAME));
    for line in lines(folder, "given-names.txt")? {
        let unknown = || io::Error::other(format!("given-names.txt: {line}: who bears it?"));
        let (name, bearer) = line.split_once(' ').ok_or_else(unknown)?;
        add(
            name,
            match bearer {
                "woman" => WOMAN,
                "man" => MAN,
                "either" => WOMAN | MAN,
                _ => return Err(unknown()),
            },
        );
    }
    let list = |values: Vec<String>| values.join(",\n    ");
    // Lines of their own and no complaint: a lint that shows its line would print megabytes for each number.
    let allowed = "#[allow(clippy::unreadable_literal, reason = \"made by the build script\")]";
    Ok(format!(
        "{allowed}\nstatic NUMBERS: [u64; {0}] = [\n    {1}];\nstatic BITS: [u8; {0}] = [\n    {2}];\n",
        table.len(),
        list(table.keys().map(u64::to_string).collect()),
        list(table.values().map(u8::to_string).collect()),
    ))
}

fn lines(folder: &Path, file: &str) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(folder.join(file))?;
    Ok(text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect())
}
