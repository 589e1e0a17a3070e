//! Options as JavaScript gives them, by the names that they have in `claimsheet.toml`.

use chrono::NaiveDate;
use claimsheet::claim::Priority;
use claimsheet_config::Config;
use claimsheet_make::{Reading, Request};
use claimsheet_render::markdown::Layout;
use claimsheet_render::table;
use claimsheet_sheet::worksheet::Order;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The name under which the text of the house's configuration is spoken of.
const HOUSE: &str = claimsheet_config::FILE;

/// What a run is asked for. Each is an option of `claimsheet make`, and left out it is as there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
pub struct Options {
    /// `--from`
    pub from: Option<String>,
    /// `--encoding`
    pub encoding: Option<String>,
    /// `--original`
    pub original: bool,
    /// `--max-bytes`
    pub max_bytes: Option<u64>,
    /// `--max-depth`
    pub max_depth: Option<u32>,
    /// `--title`
    pub title: Option<String>,
    /// `--author`
    pub author: Option<String>,
    /// `--published`
    pub published: Option<NaiveDate>,
    /// `--url`
    pub url: Option<String>,
    /// `--checker`
    pub checker: Option<String>,
    /// `--layout`
    pub layout: Option<Layout>,
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
    /// `--rows`
    pub rows: Option<table::Rows>,
    /// `--preset`
    pub preset: Option<String>,
    /// `--restore`
    pub restore: bool,
    /// `--renamed`
    pub renamed: bool,
    /// The text of the house's `claimsheet.toml`.
    pub house: Option<String>,
    /// The texts of the files that it names, by the names that it gives them.
    pub house_files: BTreeMap<String, String>,
}

impl Options {
    /// Options from JSON; nothing is as no options.
    ///
    /// # Errors
    ///
    /// What is wrong, with its name.
    pub fn of(json: &str) -> Result<Self, String> {
        if json.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_str(json).map_err(|error| format!("the options: {error}"))
    }

    /// The house's configuration; without one, what holds for everybody.
    ///
    /// # Errors
    ///
    /// What is wrong in it, and on which line.
    pub fn config(&self) -> Result<Config, String> {
        let Some(house) = &self.house else { return Ok(Config::default()) };
        let read = |file: &Path| {
            if file == Path::new(HOUSE) {
                return Ok(house.clone());
            }
            let named = file.to_str().and_then(|name| self.house_files.get(name));
            named.cloned().ok_or_else(|| io::Error::other("it was not handed in; hand in the two files together"))
        };
        let config = claimsheet_config::load_with(Path::new(HOUSE), &read).map_err(|error| error.to_string())?;
        if let Some(folder) = &config.make.templates {
            let folder = folder.display();
            return Err(format!("{HOUSE}: it names templates ({folder}), which only the command line has"));
        }
        Ok(config)
    }

    /// What is asked for.
    ///
    /// # Errors
    ///
    /// Where a name is not known.
    pub fn request(&self) -> Result<Request, String> {
        let unknown = |what: &str, name: &str| format!("there is no {what} {name:?}");
        let encoding = self
            .encoding
            .as_deref()
            .map(|name| claimsheet_read::encoding(name).ok_or_else(|| unknown("encoding", name)));
        let preset = self.preset.as_deref().map(|name| table::preset(name).ok_or_else(|| unknown("preset", name)));
        let is_reader = |name: &&str| *name == "auto" || claimsheet_read::reader(name).is_some();
        if let Some(name) = self.from.as_deref().filter(|name| !is_reader(name)) {
            return Err(unknown("format to read", name));
        }
        Ok(Request {
            reading: Reading {
                from: self.from.clone(),
                encoding: encoding.transpose()?,
                original: self.original,
                max_bytes: self.max_bytes,
                max_depth: self.max_depth,
            },
            title: self.title.clone(),
            author: self.author.clone(),
            published: self.published,
            url: self.url.clone(),
            checker: self.checker.clone(),
            layout: self.layout,
            sort: self.sort,
            min_priority: self.min_priority,
            no_links: self.no_links,
            exact_words: self.exact_words,
            private: self.private,
            rows: self.rows,
            preset: preset.transpose()?,
            restore: self.restore,
        })
    }
}
