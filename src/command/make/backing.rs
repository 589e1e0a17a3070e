//! The reporter's documents of a run: read, or as they were kept of an earlier one.

use crate::arguments::MakeArgs;
use crate::command::evidence;
use crate::error::Error;
use crate::files;
use chrono::NaiveDate;
use claimsheet_config::Config;
use claimsheet_evidence::{Backing, Limits, PREPARED_VERSION, Prepared, Sentences};
use claimsheet_sheet::worksheet::sha256;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder beside the draft in which is kept what was read of documents, a file each.
const FOLDER: &str = ".claimsheet-backing";

/// The end of the names of what is kept.
const ENDING: &str = "kept";

/// Reads the documents in the folder of `--evidence`. What has the same bytes as in an earlier run is not read again.
///
/// # Errors
///
/// [`Error::Input`] where the folder or a file in it cannot be read at all. Where nothing can be kept, nothing is.
pub(super) fn read(
    article: &Path,
    args: &MakeArgs,
    config: &Config,
    published: Option<NaiveDate>,
) -> Result<Option<(Backing, Sentences)>, Error> {
    let Some(folder) = &args.evidence else { return Ok(None) };
    let limits = Limits::default();
    let kept = Kept::beside(article, args, published);
    let mut used = HashSet::new();
    let prepared = evidence::documents(folder, &limits)?.into_iter().map(|(path, bytes)| {
        let anew = || Prepared::of(&path, &bytes, &limits, &config.rules, published);
        let Some(kept) = &kept else { return anew() };
        let name = kept.name(&path, &bytes);
        let prepared = kept.get(&name).unwrap_or_else(|| {
            let prepared = anew();
            kept.put(&name, &prepared);
            prepared
        });
        used.insert(name);
        prepared
    });
    let read = Backing::of_prepared(prepared.collect());
    if let Some(kept) = &kept {
        kept.leave(&used);
    }
    Ok(Some(read))
}

/// What was read of documents in earlier runs.
struct Kept {
    folder: PathBuf,
    /// What else than a document's bytes decides what is found in it.
    of_run: String,
}

impl Kept {
    /// What is kept beside a draft; nothing where the run is to write nothing beside it.
    fn beside(article: &Path, args: &MakeArgs, published: Option<NaiveDate>) -> Option<Self> {
        let writes_nothing = args.output.iter().any(|output| files::is_standard(output)) || files::is_standard(article);
        if args.no_cache || writes_nothing {
            return None;
        }
        let of_house = args.config.config.clone().or_else(|| {
            let found = || claimsheet_config::find(article);
            if args.config.no_config || args.config.sandbox { None } else { found() }
        });
        let rules = of_house.and_then(|file| fs::read(file).ok()).map(|bytes| sha256(&bytes)).unwrap_or_default();
        let day = published.map(|day| day.to_string()).unwrap_or_default();
        let of_run = format!("{PREPARED_VERSION} {} {day} {rules}", env!("CARGO_PKG_VERSION"));
        Some(Self { folder: files::folder_of(article).join(FOLDER), of_run })
    }

    /// Under what name a document is kept: another one where its bytes or its path are others.
    fn name(&self, path: &str, bytes: &[u8]) -> String {
        let all = format!("{} {path} {}", self.of_run, sha256(bytes));
        format!("{}.{ENDING}", sha256(all.as_bytes()))
    }

    fn get(&self, name: &str) -> Option<Prepared> {
        Prepared::from_bytes(&fs::read(self.folder.join(name)).ok()?)
    }

    /// Keeps a document, whole or not at all.
    fn put(&self, name: &str, prepared: &Prepared) {
        let Ok(bytes) = prepared.to_bytes() else { return };
        let begun = self.folder.join(format!("{name}.{}", std::process::id()));
        let _ = fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&begun, bytes))
            .and_then(|()| fs::rename(&begun, self.folder.join(name)));
    }

    /// Takes away what belongs to no document any more.
    fn leave(&self, used: &HashSet<String>) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(ENDING) && !used.contains(&name) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}
