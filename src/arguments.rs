//! The arguments of the command line.

use choice::{
    ExportChoice, LayoutChoice, PreferChoice, PriorityChoice, RequireChoice, RowsChoice, SeverityChoice, SortChoice,
    StatusChoice,
};
use chrono::NaiveDate;
use claimsheet_make::{Reading, Request};
use claimsheet_read::{Encoding, Limits};
use claimsheet_render::table;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

pub(crate) mod choice;
pub(crate) mod stream;

pub(crate) use stream::StreamArgs;

/// Exit codes, for `--help`.
const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  --fail-on or the gate found something, or answers were in conflict
  2  the command line is wrong
  3  an article could not be read
  4  a sheet could not be written
  5  the configuration or a template is wrong";

/// Turns a draft article into a fact-check worksheet, offline and deterministically.
#[derive(Debug, Parser)]
#[command(name = "claimsheet", version, about, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the worksheet of an article
    #[command(after_help = MAKE_EXAMPLES)]
    Make(Box<MakeArgs>),
    /// Analyse an archive: one JSON object per article in, rows out
    #[command(after_help = stream::EXAMPLES)]
    Stream(StreamArgs),
    /// List what a folder of documents holds, or search it
    #[command(after_help = EVIDENCE_EXAMPLES)]
    Evidence(EvidenceArgs),
    /// Say why each sentence is a claim or not listed
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Say how far the checking of sheets has come
    #[command(after_help = STATUS_EXAMPLES)]
    Status(StatusArgs),
    /// Succeed only where the desk's rules hold for every claim
    #[command(after_help = GATE_EXAMPLES)]
    Gate(GateArgs),
    /// Write the reviews of a sheet as data or as a list
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArgs),
    /// Put answers that came back into the empty fields of a sheet
    Import(ImportArgs),
    /// Sign a sheet off
    Sign(SignArgs),
    /// Search the directory of places to look
    #[command(after_help = SOURCES_EXAMPLES)]
    Sources(SourcesArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

const MAKE_EXAMPLES: &str = "\
Examples:
  claimsheet make draft.md                      draft.worksheet.md beside the draft
  claimsheet make draft.txt --published 2026-03-03 --checker \"R. Osei\"
  claimsheet make *.md -o sheets/               a sheet each, in a folder
  claimsheet make drafts/                       every draft in a folder and below
  claimsheet make draft.md --format csv -o -    for a spreadsheet, to standard output
  claimsheet make draft.md -o draft.worksheet.md -o draft.csv
  claimsheet make draft.md --format xlsx        a workbook to fill and to print
  claimsheet make draft.md --format csv --preset asana --rows facts
  claimsheet make draft.md --format slack -o -  what is open, for a channel
  pandoc draft.docx -t markdown | claimsheet make - -o draft.worksheet.md";

const EVIDENCE_EXAMPLES: &str = "\
Examples:
  claimsheet evidence backing/                  what was read, and what was not and why
  claimsheet evidence backing/ general reserve  the passages about it, with page, line, time or cell
  claimsheet make draft.md --evidence backing/  holds each fact of a draft against the folder";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  claimsheet explain draft.md                   every sentence
  claimsheet explain draft.md:14                the sentences on line 14
  claimsheet explain --rule superlative         what a rule finds and leaves";

const STATUS_EXAMPLES: &str = "\
Examples:
  claimsheet status draft.worksheet.md
  claimsheet status sheets/ --format json        every sheet in a folder";

const GATE_EXAMPLES: &str = "\
Examples:
  claimsheet gate draft.worksheet.md             before the piece runs
  claimsheet gate sheets/*.md --require high     high ones only, in a pipeline
  claimsheet gate sheets/*.md --require-backing high
                                                 and the documents back their facts";

const EXPORT_EXAMPLES: &str = "\
Examples:
  claimsheet export draft.worksheet.md --format queries       to send to the author
  claimsheet export draft.worksheet.md --format csv -o answers.csv
  claimsheet import draft.worksheet.md --from answers.csv     when they come back";

const SOURCES_EXAMPLES: &str = "\
Examples:
  claimsheet sources patents                     who knows about patents
  claimsheet sources --kind business --region SG
  claimsheet sources --check                     whether every entry is well-formed";

#[derive(Debug, Args)]
pub(crate) struct EvidenceArgs {
    /// A folder of documents, or one document
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// Words to search for
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SourcesArgs {
    /// Words that the entry holds, all of them
    pub(crate) words: Vec<String>,
    /// A kind of claim: statistic, quotation, business …
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// A country's two letters, EU, UN or world
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Check every entry, offline
    #[arg(long, conflicts_with_all = ["words", "kind", "region", "json"])]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// Sheets, or folders that hold some
    #[arg(required = true, value_name = "SHEET|DIR")]
    pub(crate) sheets: Vec<PathBuf>,
    /// How to tell it
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: StatusChoice,
    /// The day from which the days to the deadline are counted [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

#[derive(Debug, Args)]
pub(crate) struct GateArgs {
    /// Sheets, or folders that hold some
    #[arg(required = true, value_name = "SHEET|DIR")]
    pub(crate) sheets: Vec<PathBuf>,
    /// Which claims must be done
    #[arg(long, value_enum, default_value = "all")]
    pub(crate) require: RequireChoice,
    /// Which claims the reporter's documents must back, or else a source that the checker names
    #[arg(long, value_enum, value_name = "WHICH")]
    pub(crate) require_backing: Option<RequireChoice>,
    /// How many sources a verdict needs
    #[arg(long, value_name = "N")]
    pub(crate) sources: Option<usize>,
    /// The draft of the sheet [default: the one that the sheet names]
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) draft: Option<PathBuf>,
    /// Do not read the draft again to compare it with the sheet
    #[arg(long, conflicts_with = "draft")]
    pub(crate) no_draft: bool,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The sheet
    pub(crate) sheet: PathBuf,
    /// What to write
    #[arg(long, value_enum, default_value = "json")]
    pub(crate) format: ExportChoice,
    /// Where to write [default: standard output]
    #[arg(short, long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The sheet
    pub(crate) sheet: PathBuf,
    /// The answers: a table of `make` (CSV of any preset, or xlsx), a commented Word document, or what `export`
    /// wrote
    #[arg(long, value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// Which wins where a field of the sheet and an answer say two things [default: neither; the sheet is left, and
    /// the exit code is 1]
    #[arg(long, value_enum)]
    pub(crate) prefer: Option<PreferChoice>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SignArgs {
    /// The sheet
    pub(crate) sheet: PathBuf,
    /// Who signs
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    /// The day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<NaiveDate>,
    /// Sign although there is something to do; the signature says how much
    #[arg(long)]
    pub(crate) open: bool,
    /// The draft of the sheet [default: the one that the sheet names]
    #[arg(long, value_name = "ARTICLE")]
    pub(crate) draft: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

#[derive(Debug, Clone, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
pub(crate) struct MakeArgs {
    /// Articles to read, or folders of articles; - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(crate) articles: Vec<PathBuf>,
    /// How many drafts are made at one time; with --evidence, --reset or --templates always one [default: one per
    /// core]
    #[arg(long, value_name = "N", value_parser = stream::jobs)]
    pub(crate) jobs: Option<usize>,
    /// Where to write: a file, a folder for several sheets, or - for standard output; several times
    /// for several formats
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Vec<PathBuf>,
    /// What to write; several times for several formats [default: as the file's name says, else
    /// markdown]
    #[arg(long, value_parser = formats())]
    pub(crate) format: Vec<String>,
    /// What a row of csv and xlsx is [default: claims]
    #[arg(long, value_enum)]
    pub(crate) rows: Option<RowsChoice>,
    /// For which program csv and xlsx are [default: plain]
    #[arg(long, value_parser = presets())]
    pub(crate) preset: Option<String>,
    #[command(flatten)]
    pub(crate) read: ReadArgs,
    /// The headline, where the article does not say
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Who wrote the article
    #[arg(long)]
    pub(crate) author: Option<String>,
    /// Day of publication, against which "last Friday" is resolved
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) published: Option<NaiveDate>,
    /// Where the article is or will be published; claims are then linked on its page
    #[arg(long, value_parser = address)]
    pub(crate) url: Option<String>,
    /// A folder of the reporter's documents; each fact is held against them
    #[arg(long, value_name = "FOLDER")]
    pub(crate) evidence: Option<PathBuf>,
    /// Read every document of the folder anew, and keep nothing of what was read beside the draft
    #[arg(long, requires = "evidence")]
    pub(crate) no_cache: bool,
    /// Who checks
    #[arg(long)]
    pub(crate) checker: Option<String>,
    /// How much the sheet shows [default: short]
    #[arg(long, value_enum)]
    pub(crate) layout: Option<LayoutChoice>,
    /// Order of the claims [default: text]
    #[arg(long, value_enum)]
    pub(crate) sort: Option<SortChoice>,
    /// Leave out claims below this priority; the sheet says which
    #[arg(long, value_enum)]
    pub(crate) min_priority: Option<PriorityChoice>,
    /// Name places to look without links
    #[arg(long)]
    pub(crate) no_links: bool,
    /// Link the exact words of quotations, which tells a search engine the quotation
    #[arg(long)]
    pub(crate) exact_words: bool,
    /// No link that holds more of the draft than one name
    #[arg(long)]
    pub(crate) private: bool,
    /// Replace files of other programs, and tables and documents with answers that the sheet does not have; never
    /// the sheet itself
    #[arg(long)]
    pub(crate) force: bool,
    /// Start over: make the sheet as if there were none. What is there is kept under another name. Without a
    /// terminal to ask at, name the sheet: --reset=draft.worksheet.md
    #[arg(long, value_name = "SHEET", num_args = 0..=1, require_equals = true)]
    #[allow(clippy::option_option, reason = "the option, and the value that it may have")]
    pub(crate) reset: Option<Option<PathBuf>>,
    /// Bring back entries, problems and questions that were deleted from the sheet
    #[arg(long)]
    pub(crate) restore: bool,
    /// The sheet names another draft: the draft was renamed, or one of them moved
    #[arg(long)]
    pub(crate) renamed: bool,
    /// Exit with 1 if the draft has a problem, or a question for the author, that is not ticked in the sheet, or if it
    /// differs from the documents of --evidence
    #[arg(long, value_enum)]
    pub(crate) fail_on: Option<SeverityChoice>,
    /// A folder whose worksheet.md replaces the built-in template
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

impl MakeArgs {
    /// What is asked for, apart from files.
    pub(crate) fn request(&self) -> Request {
        Request {
            reading: self.read.reading(),
            title: self.title.clone(),
            author: self.author.clone(),
            published: self.published,
            url: self.url.clone(),
            checker: self.checker.clone(),
            sort: self.sort.map(Into::into),
            min_priority: self.min_priority.map(Into::into),
            no_links: self.no_links,
            exact_words: self.exact_words,
            private: self.private,
            layout: self.layout.map(Into::into),
            rows: self.rows.map(Into::into),
            preset: self.preset.as_deref().and_then(table::preset),
            restore: self.restore,
        }
    }
}

impl ReadArgs {
    /// How articles are read.
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            from: self.from.clone(),
            encoding: self.encoding,
            original: self.original,
            max_bytes: self.max_bytes,
            max_depth: self.max_depth,
        }
    }
}

/// How articles are read.
#[derive(Debug, Clone, Args)]
pub(crate) struct ReadArgs {
    /// What the article is written in [default: auto]
    #[arg(long, value_parser = readers())]
    pub(crate) from: Option<String>,
    /// What text is encoded in: utf-8, utf-16le, windows-1252, mac-roman … [default: as its bytes
    /// tell]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<&'static Encoding>,
    /// Read the text as it was before tracked changes: what was deleted, and not what was inserted
    #[arg(long)]
    pub(crate) original: bool,
    /// Refuse files that have, or unpack to, more bytes than this [default: 67108864]
    #[arg(long, value_name = "BYTES")]
    pub(crate) max_bytes: Option<u64>,
    /// Refuse files in which more elements stand in one another than this [default: 512]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=i64::from(Limits::MOST_DEPTH)))]
    pub(crate) max_depth: Option<u32>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ConfigArgs {
    /// The configuration [default: claimsheet.toml in the article's folder or above]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration but one that --config names
    #[arg(long)]
    pub(crate) no_config: bool,
    /// For drafts of people whom one does not know: read nothing but the files that are named, and follow no link
    #[arg(long)]
    pub(crate) sandbox: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The article, with a line if only that one is asked for
    #[arg(required_unless_present = "rule", value_name = "ARTICLE[:LINE]")]
    pub(crate) article: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) read: ReadArgs,
    /// Print the page of a rule
    #[arg(long, value_name = "NAME", conflicts_with = "article")]
    pub(crate) rule: Option<String>,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// The address of a page on the web.
fn address(text: &str) -> Result<String, String> {
    claimsheet::text::document::web_address(text)
        .ok_or_else(|| "name a whole address: https://paper.example/article".to_owned())
}

/// A format to write, by name.
fn formats() -> PossibleValuesParser {
    let value = |format: &&claimsheet_render::Format| PossibleValue::new(format.name).help(format.about);
    PossibleValuesParser::new(claimsheet_render::FORMATS.iter().map(value).collect::<Vec<_>>())
}

/// A program to write tables for, by name.
fn presets() -> PossibleValuesParser {
    let value = |preset: &&table::Preset| PossibleValue::new(preset.name).help(preset.about);
    PossibleValuesParser::new(table::PRESETS.iter().map(value).collect::<Vec<_>>())
}

/// `auto`, or a format to read, by name.
fn readers() -> PossibleValuesParser {
    let auto = PossibleValue::new("auto").help("By content, then by the file's name");
    let value = |reader: &&claimsheet_read::Reader| PossibleValue::new(reader.name).help(reader.about);
    let readers = claimsheet_read::READERS.iter().map(value);
    PossibleValuesParser::new(std::iter::once(auto).chain(readers).collect::<Vec<_>>())
}

/// An encoding, by name.
fn encoding(name: &str) -> Result<&'static Encoding, String> {
    let unknown = || {
        "no such encoding; among those known are utf-8, utf-16le, windows-1252, mac-roman, windows-1250, shift_jis"
            .to_owned()
    };
    claimsheet_read::encoding(name).ok_or_else(unknown)
}
