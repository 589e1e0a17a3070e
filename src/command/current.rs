//! The draft of a sheet as it is now, read in the way in which it was read for the sheet.

use super::configuration;
use crate::arguments::ConfigArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet::claim::Analysis;
use claimsheet::text::document::{Document, Metadata};
use claimsheet_make::Reading;
use claimsheet_read::{encoding, read_all};
use claimsheet_sheet::review_policy::gate;
use claimsheet_sheet::worksheet::sha256;
use claimsheet_sheet::{Origin, Sheet};
use std::path::{Path, PathBuf};

/// A draft and what there is to check in it.
pub(super) struct Current {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) sha256: String,
    analysis: Analysis,
    unit: &'static str,
}

impl Current {
    /// Reads the draft of the sheet at `path`: the one that is `named`, else the one that the sheet names.
    ///
    /// # Errors
    ///
    /// Where it is not there or cannot be read, with what to do.
    pub(super) fn of(path: &Path, sheet: &Sheet, named: Option<&Path>, args: &ConfigArgs) -> Result<Self, Error> {
        let draft = find(path, sheet, named)?;
        if args.sandbox {
            files::refuse_links(&draft)?;
        }
        let config = configuration::of(&draft, args)?;
        let usual = Origin::default();
        let origin = sheet.origin().unwrap_or(&usual);
        let reading = Reading {
            from: origin.from.clone(),
            encoding: origin.encoding.as_deref().and_then(encoding),
            original: origin.original,
            max_bytes: None,
            max_depth: None,
        };
        let options = super::read_options(&draft, &reading, &config);
        let bytes = files::read_within(&draft, options.limits.bytes)?;
        let documents = read_all(&bytes, &options).map_err(|error| Error::Article(draft.clone(), error))?;
        let is_one = |document: &Document| document.part.as_deref() == origin.part.as_deref();
        let Some(mut document) = documents.into_iter().find(is_one) else {
            let part = origin.part.as_deref().unwrap_or("");
            return Err(Error::Unreadable(draft, format!("the article {part:?} of the sheet is no longer in it")));
        };
        files::enough(&draft, document.prose.len())?;
        say(&mut document.meta, origin);
        if document.meta.author.is_none() {
            document.meta.author.clone_from(&config.make.author);
        }
        let analysis = claimsheet::analyse(&document, &config.rules);
        Ok(Self { name: draft.shown(), sha256: sha256(&bytes), bytes, analysis, unit: document.positions.unit() })
    }

    /// To compare a sheet with.
    pub(super) fn draft(&self) -> gate::Draft<'_> {
        gate::Draft {
            name: &self.name,
            sha256: &self.sha256,
            claims: &self.analysis.claims,
            findings: &self.analysis.findings,
            unit: self.unit,
        }
    }
}

/// What the command line said of the article when the sheet was made.
fn say(meta: &mut Metadata, origin: &Origin) {
    meta.title = origin.title.clone().or_else(|| meta.title.take());
    meta.author = origin.author.clone().or_else(|| meta.author.take());
    meta.published = origin.published.or(meta.published);
}

/// Where the draft of a sheet is.
fn find(path: &Path, sheet: &Sheet, named: Option<&Path>) -> Result<PathBuf, Error> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    let (article, _) = sheet.article();
    let way = sheet.origin().map(|origin| origin.draft.clone()).or(article).unwrap_or_default();
    let advice = "name it with --draft, or leave it out on purpose with --no-draft";
    let Some(draft) = files::follow(path, &way) else {
        let reason = format!("the sheet does not say where its draft is; {advice}");
        return Err(Error::Unreadable(path.to_owned(), reason));
    };
    if !draft.is_file() {
        let reason = format!("its draft {} is not there; {advice}", draft.shown());
        return Err(Error::Unreadable(path.to_owned(), reason));
    }
    Ok(draft)
}
