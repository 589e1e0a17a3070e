//! What people ticked in the Markdown sheet.

use crate::RenderContext;
use claimsheet::claim::{Claim, Finding};
use claimsheet_sheet::{Item, Sheet, Ticked, ticked};
use std::collections::HashMap;

/// An empty box before what is to be ticked, and a full one.
const OPEN: &str = "☐ ";
const DONE: &str = "☑ ";

/// The ticks of a sheet; none where there is no sheet.
#[derive(Debug, Default)]
pub(super) struct Ticks {
    items: HashMap<String, Vec<Item>>,
    findings: Ticked,
}

impl Ticks {
    /// Those of the sheet beside the draft.
    pub(super) fn of(material: &RenderContext<'_>) -> Self {
        let Ok(sheet) = Sheet::parse(material.sheet) else { return Self::default() };
        let items = sheet.items().into_iter().map(|(id, items)| (id.to_owned(), items)).collect();
        Self { items, findings: sheet.ticked_findings() }
    }

    /// The box of each fact of a claim.
    pub(super) fn facts(&self, claim: &Claim) -> Vec<&'static str> {
        let facts: Vec<_> = claim.facts.iter().map(|fact| (fact.text.as_str(), &fact.verify)).collect();
        let items = self.items.get(&claim.id).map_or(&[][..], Vec::as_slice);
        ticked(items, &facts).into_iter().map(boxed).collect()
    }

    /// The box of a finding.
    pub(super) fn finding(&self, finding: &Finding) -> &'static str {
        boxed(self.findings.holds(finding))
    }
}

const fn boxed(ticked: bool) -> &'static str {
    if ticked { DONE } else { OPEN }
}
