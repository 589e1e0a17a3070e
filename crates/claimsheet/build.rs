//! Turns the files of `data/` into static tables, so that a run pays nothing for them at start-up: the
//! word lists of `lexicon/`, each a class named by its file, the names of `gazetteer/`, the directory of `sources/`,
//! the judge's weights, the wordings and the general places.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/lookup/directory_build.rs"]
mod directory;
#[path = "src/english/gazetteer_build.rs"]
mod gazetteer;
#[path = "src/english/lexicon/inflect.rs"]
mod inflect;
#[path = "src/english/phrase_lists_build.rs"]
mod phrase_lists;
#[path = "src/classify/weights_build.rs"]
mod weights;
#[allow(dead_code, unused_macros, unreachable_pub)]
#[path = "src/text/word_id.rs"]
mod word;

/// By first word, the phrases that begin with it: the words behind the first, and the classes.
type Entries = BTreeMap<String, BTreeMap<Vec<String>, BTreeSet<usize>>>;

fn main() -> io::Result<()> {
    for path in [
        "data",
        "src/english/gazetteer_build.rs",
        "src/english/lexicon/inflect.rs",
        "src/english/phrase_lists_build.rs",
        "src/classify/weights_build.rs",
        "src/lookup/directory_build.rs",
        "src/text/word_id.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let lists = word_lists(Path::new("data/lexicon"))?;
    assert!(lists.len() <= 192, "more than 192 word lists: widen lexicon::Classes");
    let code = classes(&lists) + &table(&entries(&lists));
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?);
    fs::write(out.join("lexicon.rs"), code)?;
    fs::write(out.join("gazetteer.rs"), gazetteer::code(Path::new("data/gazetteer"))?)?;
    fs::write(out.join("phrase_lists.rs"), phrase_lists::code(Path::new("data"))?)?;
    fs::write(out.join("sources.rs"), directory::code(Path::new("data/sources"))?)?;
    fs::write(out.join("judge.rs"), weights::code(&fs::read_to_string("data/judge.txt")?).map_err(io::Error::other)?)?;
    fs::write(out.join("ranking.rs"), ranking(&fs::read_to_string("data/ranking.txt")?)?)?;
    fs::write(out.join("verify.rs"), wordings(&fs::read_to_string("data/verify.txt")?))?;
    fs::write(out.join("places.rs"), places(&fs::read_to_string("data/places.txt")?))
}

/// Lines `name: number`, as constants.
fn ranking(text: &str) -> io::Result<String> {
    let (mut code, mut biases) = (String::new(), Vec::<f64>::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, number) =
            line.split_once(": ").ok_or_else(|| io::Error::other(format!("data/ranking.txt: {line}")))?;
        let number: f64 = number.parse().map_err(io::Error::other)?;
        if name.starts_with("places bias ") {
            biases.push(number);
            continue;
        }
        let name = name.replace(' ', "_").to_uppercase();
        let _ = writeln!(
            code,
            "/// As `{line}` of `data/ranking.txt`.\n#[allow(clippy::unreadable_literal)]\npub(super) const {name}: f64 = {number:?};"
        );
    }
    let _ = writeln!(
        code,
        "/// The log odds of each kind of place before any feature.\n#[allow(clippy::unreadable_literal)]\npub(super) static PLACES_BIAS: &[f64] = &{biases:?};"
    );
    Ok(code)
}

/// Lines `key: wording`: an enum with a variant for each key, and their wordings in its order.
fn wordings(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entries: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
    let mut code = String::from(
        "/// What to verify, by what it is about: a line of `data/verify.txt` each.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[non_exhaustive]\npub enum Verify {\n",
    );
    for (key, _) in &entries {
        let _ = writeln!(code, "    /// `{key}`\n    {},", variant(&key.replace('.', "-")));
    }
    let (keys, wordings): (Vec<&str>, Vec<&str>) = entries.into_iter().unzip();
    let _ =
        writeln!(code, "}}\n\n/// The wordings in the order of the enum.\nstatic WORDINGS: &[&str] = &{wordings:?};");
    let _ = writeln!(code, "\n/// The keys in the order of the enum.\nstatic KEYS: &[&str] = &{keys:?};");
    code
}

/// Lines `kind | whose | topics | label | label without | why`.
fn places(text: &str) -> String {
    let mut code = String::from("/// The kinds in the order of the file.\nstatic PLACES: &[PlaceKind] = &[\n");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let [name, whose, topics, label, bare, why] = line.split(" | ").map(str::trim).collect::<Vec<_>>()[..] {
            let whose = if whose == "-" { "Nobody".to_owned() } else { variant(whose) };
            let topics: Vec<&str> = topics.split(' ').filter(|topic| *topic != "-").collect();
            let _ = writeln!(
                code,
                "    PlaceKind {{ name: {name:?}, whose: Whose::{whose}, topics: &{topics:?}, label: {label:?}, bare: {bare:?}, why: {why:?} }},"
            );
        }
    }
    code + "];\n"
}

/// A file of `data/lexicon/` or of a folder in it.
struct WordList {
    name: String,
    text: String,
    raises_cue: bool,
}

/// The lists by name: first those that raise cues, then those of the folders, which raise none.
fn word_lists(folder: &Path) -> io::Result<Vec<WordList>> {
    let mut lists = Vec::new();
    for (folder, raises_cue) in [(folder, true), (&folder.join("grammar"), false), (&folder.join("vocabulary"), false)]
    {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                lists.push(WordList { name, text: fs::read_to_string(&path)?, raises_cue });
            }
        }
    }
    lists.sort_by(|one, other| (!one.raises_cue, &one.name).cmp(&(!other.raises_cue, &other.name)));
    Ok(lists)
}

fn entries(lists: &[WordList]) -> Entries {
    let mut entries = Entries::new();
    for (class, list) in lists.iter().enumerate() {
        for form in list.text.lines().flat_map(inflect::forms) {
            assert!(list.raises_cue || !form.contains(' '), "{form:?} in {}: a phrase would be a cue", list.name);
            let mut words = form.split(' ').map(str::to_owned);
            let first = words.next().unwrap_or_default();
            entries.entry(first).or_default().entry(words.collect()).or_default().insert(class);
        }
    }
    entries
}

/// The enum of classes, its names, and which of them raise cues.
fn classes(lists: &[WordList]) -> String {
    let mut code = String::from(
        "/// A class of words: a file of `data/lexicon/`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\npub enum Class {\n",
    );
    for list in lists {
        let about = list.text.lines().next().unwrap_or("").trim_start_matches('#').trim();
        let _ = writeln!(code, "    /// {about}\n    {},", variant(&list.name));
    }
    code += "}\n\n/// All classes with the names of their files, in the order of the enum.\npub const CLASSES: &[(Class, &str)] = &[\n";
    for list in lists {
        let _ = writeln!(code, "    (Class::{}, {:?}),", variant(&list.name), list.name);
    }
    let cues = (0..lists.len()).filter(|class| lists[*class].raises_cue).collect();
    let _ = writeln!(
        code,
        "];\n\n/// The classes whose words are cues.\n#[allow(clippy::unreadable_literal)]\nconst CUES: Classes = {};\n",
        set(&cues)
    );
    code
}

/// The code of a set of classes.
fn set(classes: &BTreeSet<usize>) -> String {
    let mut bits = [0_u64; 3];
    for class in classes {
        bits[class / 64] |= 1 << (class % 64);
    }
    format!("Classes([{:#x}, {:#x}, {:#x}])", bits[0], bits[1], bits[2])
}

fn variant(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// The entries, and the table that leads to them by their first words. Entries hold places in lists and no
/// addresses, which the system would have to fill in whenever the program starts.
fn table(entries: &Entries) -> String {
    let mut code = String::from("#[allow(clippy::unreadable_literal)]\nstatic ENTRIES: &[Entry] = &[\n");
    let mut all_phrases = String::new();
    let (mut count, mut words) = (0, Vec::new());
    for phrases in entries.values() {
        let alone = set(phrases.get(&Vec::new()).unwrap_or(&BTreeSet::new()));
        let mut longer: Vec<_> = phrases.iter().filter(|(rest, _)| !rest.is_empty()).collect();
        longer.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        let (first, end) = (count, count + longer.len());
        let _ = writeln!(code, "    Entry {{ classes: {alone}, phrases: IndexRange::new({first}, {end}) }},");
        count = end;
        for (rest, classes) in longer {
            let row = format!("    Phrase {{ classes: {}, rest: {} }},\n", set(classes), few(rest, &mut words));
            all_phrases += &row;
        }
    }
    code + "];\n\n#[allow(clippy::unreadable_literal)]\nstatic PHRASES: &[Phrase] = &[\n"
        + &all_phrases
        + "];\n\n"
        + &listed("REST", &words)
        + &hashed("WORDS", entries.keys())
}

/// Adds the words of a phrase to a list; the code of their place in it.
fn few(phrase: &[String], words: &mut Vec<String>) -> String {
    let first = words.len();
    words.extend_from_slice(phrase);
    format!("IndexRange::new({first}, {})", words.len())
}

/// A list of words called `name`.
fn listed(name: &str, words: &[String]) -> String {
    format!("static {name}: &[WordId] = words!{words:?};\n\n")
}

/// A table called `name` that leads each of `words` to its number in their order.
fn hashed<'a>(name: &str, words: impl ExactSizeIterator<Item = &'a String>) -> String {
    let slots = (words.len() * 2).next_power_of_two();
    let mut table = vec![(0_u64, 0_usize); slots];
    for (value, text) in words.enumerate() {
        let word = word::WordId::of(text);
        assert_ne!(word.number(), 0, "{text:?} has the number of a free slot");
        let mut slot = word.slot(slots);
        while table[slot].0 != 0 {
            assert_ne!(table[slot].0, word.number(), "{text:?} shares its number with another word");
            slot = (slot + 1) % slots;
        }
        table[slot] = (word.number(), value);
    }
    let (words, values): (Vec<u64>, Vec<usize>) = table.into_iter().unzip();
    assert!(slots <= 1 << 17, "{name}: more words than 16 bits count");
    format!(
        "#[allow(clippy::unreadable_literal)]\nstatic {name}: Table = Table {{ words: &{words:?}, values: &{values:?} }};\n"
    )
}
