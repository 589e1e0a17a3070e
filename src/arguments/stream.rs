//! The arguments of `claimsheet stream`.

use super::{ConfigArgs, encoding, readers};
use claimsheet_read::Encoding;
use claimsheet_stream::{Rows, Settings};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

pub(super) const EXAMPLES: &str = "\
A record is a JSON object on a line: text, html or file with the article; id, title and published (or date);
whatever else it has is handed on. A line that does not begin with { is the name of a file.

Examples:
  claimsheet stream archive.ndjson -o claims.ndjson --rows claims
  claimsheet stream archive.ndjson -o claims.ndjson --rows claims --resume
                                                after it was stopped
  zcat archive.ndjson.gz | claimsheet stream | gzip > rows.ndjson.gz
  find drafts -name '*.docx' | claimsheet stream --rows facts
  claimsheet stream archive.ndjson --format parquet -o claims.parquet";

/// `claimsheet stream`
#[derive(Debug, Args)]
pub(crate) struct StreamArgs {
    /// The archive, one record per line; - is standard input
    #[arg(value_name = "ARCHIVE", default_value = "-", hide_default_value = true)]
    pub(crate) archive: PathBuf,
    /// Where to write [default: standard output]
    #[arg(short, long, value_name = "PATH", default_value = "-", hide_default_value = true)]
    pub(crate) output: PathBuf,
    /// What a row is [default: articles; for Parquet, claims]
    #[arg(long, value_enum)]
    pub(crate) rows: Option<StreamRows>,
    /// What to write
    #[arg(long, value_enum, default_value = "ndjson")]
    pub(crate) format: StreamFormat,
    /// Go on where an earlier run stopped: records in the output are not analysed again
    #[arg(long)]
    pub(crate) resume: bool,
    /// How many articles are analysed at one time [default: one per core]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
    /// What the field text is written in [default: text]
    #[arg(long, value_parser = readers())]
    pub(crate) from: Option<String>,
    /// What files that records name are encoded in [default: as their bytes tell]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<&'static Encoding>,
    /// Read the text as it was before tracked changes
    #[arg(long)]
    pub(crate) original: bool,
    /// Refuse records, and files that they name, with more bytes than this
    #[arg(long, value_name = "BYTES", default_value_t = Settings::BYTES)]
    pub(crate) max_bytes: u64,
    #[command(flatten)]
    pub(crate) config: ConfigArgs,
}

/// `stream --rows`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StreamRows {
    /// An article with its claims, facts and names
    Articles,
    /// A claim
    Claims,
    /// A fact of a claim
    Facts,
}

impl From<StreamRows> for Rows {
    fn from(choice: StreamRows) -> Self {
        match choice {
            StreamRows::Articles => Self::Articles,
            StreamRows::Claims => Self::Claims,
            StreamRows::Facts => Self::Facts,
        }
    }
}

/// `stream --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StreamFormat {
    /// One JSON object per line
    Ndjson,
    /// A file for data lakes
    #[cfg(feature = "parquet")]
    Parquet,
}

/// A number of threads.
pub(super) fn jobs(text: &str) -> Result<usize, String> {
    let known = text.parse().ok().filter(|jobs| (1..=1024).contains(jobs));
    known.ok_or_else(|| "name a number from 1 to 1024".to_owned())
}
