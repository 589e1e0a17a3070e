//! An article with what there is to check in it.

use crate::renewed::{MakeError, Renewed};
use crate::request::Request;
use claimsheet::claim::Priority;
use claimsheet::text::document::Document;
use claimsheet_config::Config;
use claimsheet_evidence::Index;
use claimsheet_render::RenderOptions;
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{ClaimWords, Origin, Run, Sheet};

/// The file of an article, which may hold several.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Its path as the sheet shows it; `-` for standard input and what was pasted.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Their SHA-256, in hexadecimal.
    pub sha256: &'a str,
}

/// An article with what there is to check in it.
#[derive(Debug)]
pub struct Analysed {
    /// The worksheet.
    pub worksheet: Worksheet,
    /// The words of all claims, those below the lowest priority included.
    claims: Vec<ClaimWords>,
    /// The lowest priority of the claims that are listed.
    least: Priority,
}

impl Analysed {
    /// Analyses an article; `index` is what the reporter's documents hold, if there are some.
    pub fn of(
        file: &SourceFile<'_>,
        document: &Document,
        request: &Request,
        config: &Config,
        index: Option<&Index<'_>>,
    ) -> Self {
        let mut analysis = claimsheet::analyse(document, &config.rules);
        if let Some(index) = index {
            claimsheet_evidence::attach(&mut analysis, document, &config.rules, index);
            for file in index.unread() {
                analysis.warnings.push(format!("{} was not searched: {}", file.path, file.advice));
            }
        }
        let size = (file.bytes.len() as u64, file.sha256.to_owned());
        let mut worksheet = Worksheet::of_file(file.path, size, document, analysis);
        worksheet.checker = request.checker.clone().or_else(|| config.make.checker.clone());
        worksheet.sort(request.sort.or(config.make.sort).unwrap_or_default());
        let claims = ClaimWords::of(&worksheet.analysis.claims);
        let least = request.least(config);
        worksheet.leave_below(least);
        Self { worksheet, claims, least }
    }

    /// What the sheet keeps of its draft; `draft` is the way from the sheet's folder to it.
    pub fn origin(&self, draft: String, request: &Request) -> Origin {
        Origin {
            draft,
            sha256: self.worksheet.article.sha256.clone(),
            from: request.reading.from.clone(),
            encoding: request.reading.encoding.map(|encoding| encoding.name().to_owned()),
            original: request.reading.original,
            part: self.worksheet.article.part.clone(),
            title: request.title.clone(),
            author: request.author.clone(),
            published: request.published,
            min_priority: Some(self.least).filter(|least| *least > Priority::Low),
        }
    }

    /// The sheet: a new one, or `old` with the draft as it is now and all that people wrote.
    ///
    /// # Errors
    ///
    /// Where a template is wrong, or made of the sheet what cannot be merged.
    pub fn renewed(
        &mut self,
        old: Option<Sheet>,
        origin: &Origin,
        request: &Request,
        options: &RenderOptions,
        config: &Config,
    ) -> Result<Renewed, MakeError> {
        let old = old.map(|old| old.recognised(&self.claims).into_owned());
        self.worksheet.done = old.as_ref().map_or(0, |old| config.desk.done(old, &config.labels, &self.claims));
        let run = Run { claims: &self.claims, origin, restore: request.restore };
        Renewed::of(old.as_ref(), &self.worksheet, &run, options)
    }
}
