//! What a run is asked for: the options of `make`, apart from files.

use chrono::NaiveDate;
use claimsheet::claim::Priority;
use claimsheet::text::document::{Document, Metadata};
use claimsheet_config::Config;
use claimsheet_read::{Encoding, ReadError, ReadOptions, read_all, reader};
use claimsheet_render::markdown::Layout;
use claimsheet_render::table::{Preset, Rows};
use claimsheet_render::{RenderOptions, Templates};
use claimsheet_sheet::worksheet::Order;

/// How an article is read. What is not said is as the configuration says.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The name of the reader; `auto` to tell it by name and content, whatever the configuration says.
    pub from: Option<String>,
    /// What text is encoded in.
    pub encoding: Option<&'static Encoding>,
    /// Whether the text is read as it was before tracked changes.
    pub original: bool,
    /// The most bytes that a file has, or unpacks to.
    pub max_bytes: Option<u64>,
    /// How many elements may stand in one another.
    pub max_depth: Option<u32>,
}

/// What a run is asked for. What is not said is as the configuration says, else as the article says.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
pub struct Request {
    /// How the article is read.
    pub reading: Reading,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote the article.
    pub author: Option<String>,
    /// Day of publication.
    pub published: Option<NaiveDate>,
    /// Where the article is or will be published.
    pub url: Option<String>,
    /// Who checks.
    pub checker: Option<String>,
    /// Order of the claims.
    pub sort: Option<Order>,
    /// The lowest priority that is listed.
    pub min_priority: Option<Priority>,
    /// Whether places to look are named without links.
    pub no_links: bool,
    /// Whether the exact words of quotations are linked.
    pub exact_words: bool,
    /// Whether no link holds more of the draft than one name.
    pub private: bool,
    /// How much the sheet shows.
    pub layout: Option<Layout>,
    /// What a row of a table is.
    pub rows: Option<Rows>,
    /// For which program a table is.
    pub preset: Option<&'static Preset>,
    /// Whether entries come back that a person deleted from the sheet.
    pub restore: bool,
}

impl Reading {
    /// The options for the reader of a file of that name.
    pub fn options<'a>(&self, name: Option<&'a str>, config: &Config) -> ReadOptions<'a> {
        ReadOptions {
            from: self.from.as_deref().map_or(config.make.from, reader),
            name,
            encoding: self.encoding.or(config.make.encoding),
            original: self.original,
            limits: config.make.limits(self.max_bytes, self.max_depth),
        }
    }
}

impl Request {
    /// The configuration with what the request adds to it.
    #[must_use]
    pub fn configured(&self, mut config: Config) -> Config {
        config.rules.no_links |= self.no_links;
        config.rules.exact_words |= self.exact_words;
        config.rules.private |= self.private;
        config
    }

    /// The articles in the `bytes` of a file, with what the request says of them; `name` is the file's, without its
    /// folder.
    ///
    /// # Errors
    ///
    /// As [`read_all`].
    pub fn read(&self, name: Option<&str>, bytes: &[u8], config: &Config) -> Result<Vec<Document>, ReadError> {
        let mut documents = read_all(bytes, &self.reading.options(name, config))?;
        for document in &mut documents {
            self.say(&mut document.meta, config);
        }
        Ok(documents)
    }

    /// What the request says of an article goes before what the article says of itself.
    fn say(&self, meta: &mut Metadata, config: &Config) {
        meta.title = self.title.clone().or_else(|| meta.title.take());
        meta.author = self.author.clone().or_else(|| meta.author.take()).or_else(|| config.make.author.clone());
        meta.published = self.published.or(meta.published);
        meta.url = self.url.clone().or_else(|| meta.url.take());
    }

    /// How formats are written, with a house's own `templates`.
    pub fn render_options(&self, config: &Config, templates: Templates) -> RenderOptions {
        RenderOptions {
            templates,
            layout: self.layout.or(config.make.layout).unwrap_or_default(),
            least: self.min_priority.or(config.make.min_priority),
            no_page_links: config.rules.no_links || config.rules.private,
            rows: self.rows.or(config.make.rows).unwrap_or_default(),
            preset: self.preset.or(config.make.preset),
            labels: config.labels.clone(),
            desk: config.desk.clone(),
        }
    }

    /// The lowest priority of the claims that are listed.
    pub(crate) fn least(&self, config: &Config) -> Priority {
        self.min_priority.or(config.make.min_priority).unwrap_or(Priority::Low)
    }
}
