//! What the page's template sees. Texts go through the template's escaping; `html` in a group, the
//! style, the script and the data are ready to stand where they belong.

use super::super::{RenderContext, RenderError, RenderOptions};
use super::data::{Data, file_name};
use super::policy::policy;
use crate::html::annotations::{FactLines, marks, without_entry};
use crate::html::article_body::{Group, galley};
use claimsheet_sheet::Outline;
use claimsheet_sheet::worksheet::Article;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct View<'a> {
    article: &'a Article,
    /// The article's file without its folder.
    file: &'a str,
    checker: Option<&'a str>,
    warnings: &'a [String],
    /// Numbers of claims whose entries a person deleted from the sheet.
    without_entry: Vec<u32>,
    /// How many claims the sheet has.
    claims: usize,
    /// Kinds of claims, each once, in the order of `ClaimKind`.
    kinds: Vec<&'static str>,
    galley: Vec<Group>,
    policy: String,
    style: String,
    script: String,
    data: String,
}

impl<'a> View<'a> {
    pub(super) fn of(
        material: &RenderContext<'a>,
        outline: &'a [Outline],
        options: &'a RenderOptions,
        style: String,
        script: String,
    ) -> Result<Self, RenderError> {
        let worksheet = material.worksheet;
        let analysis = &worksheet.analysis;
        let facts = FactLines::of(&analysis.claims, outline);
        let mut kinds: Vec<_> = analysis
            .claims
            .iter()
            .flat_map(|claim| std::iter::once(claim.kind).chain(claim.tags.iter().copied()))
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        Ok(Self {
            article: &worksheet.article,
            file: match file_name(&worksheet.article.path) {
                "-" => "a text without a file",
                file => file,
            },
            checker: worksheet.checker.as_deref(),
            warnings: &analysis.warnings,
            without_entry: without_entry(material, &facts),
            claims: analysis.claims.len(),
            kinds: kinds.into_iter().map(claimsheet::claim::ClaimKind::name).collect(),
            galley: galley(material.document, &marks(material, outline, &facts)),
            policy: policy(&style, &script),
            data: Data::of(material, outline, &facts, options).json()?,
            style,
            script,
        })
    }
}
