// Turns `data/sources/*.toml` into Rust data; part of the build script.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    source: Vec<Source>,
    topic: Vec<Topic>,
    region: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    name: String,
    publisher: String,
    settles: String,
    region: String,
    primary: bool,
    kinds: Vec<String>,
    topics: Vec<String>,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default, rename = "words-of")]
    words_of: Option<String>,
    #[serde(default)]
    broadcasts: bool,
    search: Option<String>,
    home: Option<String>,
    steps: Option<String>,
    access: Option<String>,
    note: Option<String>,
    from: Option<i32>,
    until: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    id: String,
    name: String,
    cues: Vec<String>,
    #[serde(default)]
    hints: Vec<String>,
    sources: Vec<String>,
    #[serde(default, rename = "whole-article")]
    whole_article: bool,
    within: Option<String>,
    #[serde(default)]
    query: String,
    #[serde(default)]
    caution: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    id: String,
    name: String,
    cues: Vec<String>,
    #[serde(default)]
    currencies: Vec<String>,
    #[serde(default)]
    capitals: Vec<String>,
}

/// The code of the tables.
pub(crate) fn code(folder: &Path) -> io::Result<String> {
    let mut all = File::default();
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let file: File = toml::from_str(&fs::read_to_string(path)?)
            .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
        all.source.extend(file.source);
        all.topic.extend(file.topic);
        all.region.extend(file.region);
    }
    Ok(sources(&all) + &topics(&all)? + &regions(&all) + &cues(&all))
}

fn text(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

fn texts(texts: &[String]) -> String {
    let items: Vec<String> = texts.iter().map(|one| text(one)).collect();
    format!("Cow::Borrowed(&[{}])", items.join(", "))
}

fn option(value: Option<&String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({})", text(value)))
}

fn sources(all: &File) -> String {
    let mut code = String::from("/// The directory.\npub static SOURCES: &[Source] = &[\n");
    for source in &all.source {
        let _ = writeln!(
            code,
            "    Source {{ id: {}, name: {}, publisher: {}, settles: {}, region: {}, primary: {}, kinds: {}, topics: {}, cues: {}, words_of: {}, broadcasts: {}, search: {}, home: {}, steps: {}, access: {}, note: {}, from: {:?}, until: {:?} }},",
            text(&source.id),
            text(&source.name),
            text(&source.publisher),
            text(&source.settles),
            text(&source.region),
            source.primary,
            texts(&source.kinds),
            texts(&source.topics),
            texts(&source.cues),
            option(source.words_of.as_ref()),
            source.broadcasts,
            option(source.search.as_ref()),
            option(source.home.as_ref()),
            option(source.steps.as_ref()),
            text(source.access.as_deref().unwrap_or("free")),
            option(source.note.as_ref()),
            source.from,
            source.until,
        );
    }
    code + "];\n\n"
}

fn topics(all: &File) -> io::Result<String> {
    let mut code = String::from("/// The topics.\npub static TOPICS: &[Topic] = &[\n");
    for topic in &all.topic {
        let place = |id: &String| {
            let at = all.source.iter().position(|source| source.id == *id);
            at.map(|at| at.to_string())
                .ok_or_else(|| io::Error::other(format!("topic {:?} names no source {id:?}", topic.id)))
        };
        let first: Vec<String> = topic.sources.iter().map(place).collect::<Result<_, _>>()?;
        let members: Vec<String> = (0..all.source.len())
            .filter(|at| all.source.get(*at).is_some_and(|source| source.topics.contains(&topic.id)))
            .map(|at| at.to_string())
            .collect();
        let _ = writeln!(
            code,
            "    Topic {{ id: {:?}, name: {:?}, first: &[{}], members: &[{}], whole_article: {}, within: {:?}, query: {:?}, caution: {:?} }},",
            topic.id,
            topic.name,
            first.join(", "),
            members.join(", "),
            topic.whole_article,
            topic.within,
            topic.query,
            topic.caution
        );
    }
    Ok(code + "];\n\n")
}

fn regions(all: &File) -> String {
    let rows: Vec<String> = all
        .region
        .iter()
        .map(|region| {
            let Region { id, name, currencies, capitals, .. } = region;
            format!(
                "    Region {{ id: {id:?}, name: {name:?}, currencies: &{currencies:?}, capitals: &{capitals:?} }},\n"
            )
        })
        .collect();
    format!("/// The regions.\npub static REGIONS: &[Region] = &[\n{}];\n\n", rows.concat())
}

/// The cues, each with its plural: who writes of kickbacks writes of a kickback.
fn with_plurals(cues: &[String]) -> impl Iterator<Item = String> + '_ {
    cues.iter().flat_map(|cue| std::iter::once(cue.clone()).chain(plural(cue)))
}

/// The regular plural of a cue; none of what ends like one, or in no letter.
fn plural(cue: &str) -> Option<String> {
    let before = cue.chars().rev().nth(1)?;
    match cue.chars().next_back()? {
        's' => None,
        'x' => Some(format!("{cue}es")),
        'h' if matches!(before, 'c' | 's') => Some(format!("{cue}es")),
        'y' if !"aeiou".contains(before) => cue.strip_suffix('y').map(|stem| format!("{stem}ies")),
        last => last.is_ascii_lowercase().then(|| format!("{cue}s")),
    }
}

/// By first word, the cues that begin with it, longer ones first.
fn cues(all: &File) -> String {
    let mut table: BTreeMap<String, Vec<(Vec<String>, String, bool)>> = BTreeMap::new();
    let mut add = |cue: &str, target: String, is_hint: bool| {
        let mut words = cue.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return };
        let rest = words.map(str::to_lowercase).collect();
        let known = table.entry(first.to_lowercase()).or_default();
        let cue = (rest, target, is_hint);
        if !known.contains(&cue) {
            known.push(cue);
        }
    };
    for (at, source) in all.source.iter().enumerate() {
        for cue in with_plurals(&source.cues) {
            // One word of a source's own is in the sentences of too many others.
            add(&cue, format!("Target::Source({at})"), !cue.contains(|letter: char| !letter.is_alphanumeric()));
        }
    }
    for (at, topic) in all.topic.iter().enumerate() {
        with_plurals(&topic.cues).for_each(|cue| add(&cue, format!("Target::Topic({at})"), false));
        with_plurals(&topic.hints).for_each(|cue| add(&cue, format!("Target::Topic({at})"), true));
    }
    for (at, region) in all.region.iter().enumerate() {
        region.cues.iter().for_each(|cue| add(cue, format!("Target::Region({at})"), false));
    }
    let mut code = String::from("static CUES: &[IndexRange] = &[\n");
    let mut all_cues = String::new();
    let (mut count, mut words) = (0, Vec::new());
    for cues in table.values() {
        let _ = writeln!(code, "    IndexRange::new({count}, {}),", count + cues.len());
        count += cues.len();
        for (rest, target, is_hint) in cues {
            let rest = super::few(rest, &mut words);
            let _ = writeln!(all_cues, "    Cue {{ rest: {rest}, target: {target}, is_hint: {is_hint} }},");
        }
    }
    let tables = super::listed("CUE_REST", &words) + &super::hashed("CUE_WORDS", table.keys());
    code + "];\n\nstatic ALL_CUES: &[Cue] = &[\n" + &all_cues + "];\n\n" + &tables
}
