//! The house's configuration: `claimsheet.toml`.

use claimsheet::claim::{ClaimKind, Priority};
use claimsheet::options::{HousePattern, Options, WordError, word_lists};
use claimsheet::rules;
use claimsheet::sources::{SOURCES, Source};
use claimsheet_read::{self, Encoding, Limits, Reader};
use claimsheet_render::{self, Format, table};
use claimsheet_sheet::Labels;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::worksheet::Order;
use regex::Regex;
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use toml::Spanned;

#[cfg(test)]
mod tests;

/// The file's name.
pub const FILE: &str = "claimsheet.toml";

/// What a house sets.
#[derive(Debug, Default)]
pub struct Config {
    /// Defaults for the options of `make`.
    pub make: Make,
    /// The detectors with the house's changes.
    pub rules: Options,
    /// The names of the sheet's fields, where the template was translated.
    pub labels: Labels,
    /// What a checked claim needs.
    pub desk: ReviewPolicy,
}

/// Defaults for the options of `make`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Make {
    /// `--format`
    #[serde(deserialize_with = "format")]
    pub format: Option<&'static Format>,
    /// `--from`
    #[serde(deserialize_with = "reader")]
    pub from: Option<&'static Reader>,
    /// `--layout`
    pub layout: Option<claimsheet_render::markdown::Layout>,
    /// `--rows`
    pub rows: Option<table::Rows>,
    /// `--preset`
    #[serde(deserialize_with = "preset")]
    pub preset: Option<&'static table::Preset>,
    /// `--encoding`
    #[serde(deserialize_with = "encoding")]
    pub encoding: Option<&'static Encoding>,
    /// `--checker`
    pub checker: Option<String>,
    /// `--author`
    pub author: Option<String>,
    /// `--sort`
    pub sort: Option<Order>,
    /// `--min-priority`
    pub min_priority: Option<Priority>,
    /// `--no-links`
    pub no_links: bool,
    /// `--exact-words`
    pub exact_words: bool,
    /// `--private`
    pub private: bool,
    /// `--max-bytes`
    pub max_bytes: Option<u64>,
    /// `--max-depth`
    #[serde(deserialize_with = "depth")]
    pub max_depth: Option<u32>,
    /// `--templates`, from the folder of the configuration.
    pub templates: Option<PathBuf>,
}

impl Make {
    /// What reading may cost; `bytes` and `depth` are what the command line says.
    pub fn limits(&self, bytes: Option<u64>, depth: Option<u32>) -> Limits {
        let usual = Limits::default();
        let limits = bytes.or(self.max_bytes).map_or(usual, |bytes| usual.with_bytes(bytes));
        Limits { depth: depth.or(self.max_depth).unwrap_or(usual.depth), ..limits }
    }
}

fn format<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static Format>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let known = || claimsheet_render::FORMATS.iter().map(|format| format.name);
    let unknown = || de::Error::custom(format!("there is no format {name:?}{}", nearest(&name, known())));
    claimsheet_render::format(&name).map(Some).ok_or_else(unknown)
}

fn preset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static table::Preset>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let known = || table::PRESETS.iter().map(|preset| preset.name);
    let unknown = || {
        let all = known().collect::<Vec<_>>().join(", ");
        de::Error::custom(format!("there is no preset {name:?}{}; presets: {all}", nearest(&name, known())))
    };
    table::preset(&name).map(Some).ok_or_else(unknown)
}

fn reader<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static Reader>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let known = || claimsheet_read::READERS.iter().map(|reader| reader.name);
    let unknown = || de::Error::custom(format!("there is no format {name:?} to read{}", nearest(&name, known())));
    match name.as_str() {
        "auto" => Ok(None),
        _ => claimsheet_read::reader(&name).map(Some).ok_or_else(unknown),
    }
}

fn encoding<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static Encoding>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let unknown = || de::Error::custom(format!("there is no encoding {name:?}; write windows-1252, mac-roman …"));
    claimsheet_read::encoding(&name).map(Some).ok_or_else(unknown)
}

fn depth<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let depth = u32::deserialize(deserializer)?;
    let most = Limits::MOST_DEPTH;
    let known = (1..=most).contains(&depth).then_some(depth);
    known.map(Some).ok_or_else(|| de::Error::custom(format!("max-depth is a number from 1 to {most}")))
}

/// Why a configuration cannot be used: where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigError {
    /// The file.
    pub file: PathBuf,
    /// The line from 1, where one is at fault.
    pub line: Option<usize>,
    /// What is wrong, and what to do.
    pub reason: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file.display(), self.reason),
            None => write!(f, "{}: {}", self.file.display(), self.reason),
        }
    }
}

impl std::error::Error for ConfigError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    #[serde(default)]
    make: Make,
    #[serde(default)]
    labels: Labels,
    #[serde(default)]
    desk: ReviewPolicy,
    #[serde(default)]
    words: BTreeMap<String, Spanned<Vec<String>>>,
    #[serde(default)]
    silence: Vec<Spanned<String>>,
    #[serde(default)]
    source: Vec<Spanned<Source>>,
    #[serde(default)]
    source_files: Vec<Spanned<PathBuf>>,
    #[serde(default)]
    remove_sources: Vec<Spanned<String>>,
    #[serde(default)]
    first_sources: Vec<Spanned<String>>,
    #[serde(default)]
    pattern: Vec<RawPattern>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPattern {
    name: String,
    regex: Spanned<String>,
    #[serde(default = "general")]
    kind: ClaimKind,
    #[serde(default)]
    verify: String,
}

const fn general() -> ClaimKind {
    ClaimKind::General
}

/// The configuration nearest above `article`: in its folder or one that holds it.
pub fn find(article: &Path) -> Option<PathBuf> {
    let article = std::path::absolute(article).ok()?;
    article.ancestors().skip(1).map(|folder| folder.join(FILE)).find(|file| file.is_file())
}

/// Reads a configuration.
///
/// # Errors
///
/// Where the file cannot be read, is not TOML, or holds a key, list, rule or pattern that is not
/// known; with the line.
pub fn load(file: &Path) -> Result<Config, ConfigError> {
    load_with(file, &read_text)
}

/// Reads a configuration whose text, and those of the files of sources that it names, come from `read`: where there
/// are no files, as in a browser.
///
/// # Errors
///
/// As [`load`].
pub fn load_with(file: &Path, read: &dyn Fn(&Path) -> io::Result<String>) -> Result<Config, ConfigError> {
    let error = |line, reason| ConfigError { file: file.to_owned(), line, reason };
    let text = read(file).map_err(|cause| error(None, format!("cannot be read: {cause}")))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut config =
        parse(&text, folder, read).map_err(|(at, reason)| error(at.map(|at| line_of(&text, at)), reason))?;
    if let Some(templates) = &mut config.make.templates {
        *templates = folder.join(&*templates);
    }
    Ok(config)
}

/// The most bytes of a configuration, or of a file of sources.
const MOST: u64 = 16 << 20;

/// The text of a file of the house's.
fn read_text(path: &Path) -> io::Result<String> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut text = String::new();
    std::fs::File::open(path)?.take(MOST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST {
        return Err(io::Error::other(format!("it has more than {MOST} bytes")));
    }
    Ok(text)
}

fn line_of(text: &str, at: usize) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes().get(..at).unwrap_or_default()).count() + 1
}

/// What is wrong, and the byte at which it stands.
type Wrong = (Option<usize>, String);

/// The configuration in `text`, which names files relative to `folder`; `read` gives their texts.
fn parse(text: &str, folder: &Path, read: &dyn Fn(&Path) -> io::Result<String>) -> Result<Config, Wrong> {
    let raw: Raw =
        toml::from_str(text).map_err(|error| (error.span().map(|span| span.start), error.message().to_owned()))?;
    let mut options = Options::default();
    for (list, words) in &raw.words {
        if word_lists().all(|known| known != list) {
            return Err((Some(words.span().start), word_trouble(list, "", WordError::NoList)));
        }
        for line in words.get_ref() {
            options
                .add_word(list, line)
                .map_err(|error| (Some(words.span().start), word_trouble(list, line, error)))?;
        }
    }
    for name in &raw.silence {
        if rules::page(name.get_ref()).is_none() {
            let known = nearest(name.get_ref(), rules::names());
            return Err((Some(name.span().start), format!("there is no rule {:?}{known}", name.get_ref())));
        }
        options.silenced.push(name.get_ref().clone());
    }
    options.patterns = raw.pattern.into_iter().map(pattern).collect::<Result<_, _>>()?;
    options.no_links = raw.make.no_links;
    options.exact_words = raw.make.exact_words;
    options.private = raw.make.private;
    for source in raw.source {
        if let Some(wrong) = source.get_ref().problem() {
            return Err((Some(source.span().start), wrong));
        }
        options.sources.push(source.into_inner());
    }
    for file in raw.source_files {
        let at = file.span().start;
        let sources = source_file(&folder.join(file.get_ref()), read);
        options.sources.extend(sources.map_err(|reason| (Some(at), reason))?);
    }
    options.removed_sources = known_sources(raw.remove_sources)?;
    options.first_sources = known_sources(raw.first_sources)?;
    Ok(Config { make: raw.make, rules: options, labels: raw.labels, desk: raw.desk })
}

/// A file of a house's own sources, in the form of our directory's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    #[serde(default)]
    source: Vec<Spanned<Source>>,
}

fn source_file(file: &Path, read: &dyn Fn(&Path) -> io::Result<String>) -> Result<Vec<Source>, String> {
    let text = read(file).map_err(|cause| format!("{} cannot be read: {cause}", file.display()))?;
    let wrong = |at: usize, reason: &str| format!("{}:{}: {reason}", file.display(), line_of(&text, at));
    let all: SourceFile =
        toml::from_str(&text).map_err(|error| wrong(error.span().map_or(0, |span| span.start), error.message()))?;
    let entries = all.source.into_iter().map(|source| match source.get_ref().problem() {
        Some(problem) => Err(wrong(source.span().start, &problem)),
        None => Ok(source.into_inner()),
    });
    entries.collect()
}

/// The ids, each of a source of the directory.
fn known_sources(ids: Vec<Spanned<String>>) -> Result<Vec<String>, Wrong> {
    let known = |id: Spanned<String>| {
        if SOURCES.iter().any(|known| known.id == **id.get_ref()) {
            return Ok(id.into_inner());
        }
        let known = nearest(id.get_ref(), SOURCES.iter().map(|known| &*known.id));
        Err((Some(id.span().start), format!("there is no source {:?}{known}", id.get_ref())))
    };
    ids.into_iter().map(known).collect()
}

fn pattern(raw: RawPattern) -> Result<HousePattern, Wrong> {
    let at = raw.regex.span().start;
    let wrong = |error: regex::Error| {
        let reason = error.to_string();
        let last = reason.lines().last().unwrap_or("").trim_start_matches("error: ").to_owned();
        (Some(at), format!("the pattern {:?} is no regular expression: {last}", raw.name))
    };
    let pattern = Regex::new(raw.regex.get_ref()).map_err(wrong)?;
    Ok(HousePattern::new(raw.name, pattern, raw.kind, raw.verify))
}

/// What is wrong with a word for one of our lists.
fn word_trouble(list: &str, line: &str, error: WordError) -> String {
    match error {
        WordError::NoList => format!("there is no word list {list:?}{}", nearest(list, word_lists())),
        WordError::Phrase => format!("{line:?} is a phrase, and the list {list:?} holds single words only"),
        other => format!("{line:?} cannot be added to {list:?}: {other}"),
    }
}

/// `; did you mean "x"?` for the most similar known name.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let best = known.map(|known| (strsim::jaro_winkler(name, known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness > 0.7)
        .map_or_else(String::new, |(_, known)| format!("; did you mean {known:?}?"))
}
