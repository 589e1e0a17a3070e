//! Whole articles, as claims with their facts and as set-asides.

use super::{articles, name_of, worksheet};
use claimsheet::claim::ClaimKind;
use claimsheet_sheet::worksheet::Worksheet;
use std::fmt::Write as _;

/// What a reader would want to see of a sheet at a glance.
fn outline(worksheet: &Worksheet) -> String {
    let mut out = String::new();
    for claim in &worksheet.analysis.claims {
        let kinds: Vec<&str> =
            std::iter::once(claim.kind).chain(claim.tags.iter().copied()).map(ClaimKind::name).collect();
        let _ = writeln!(
            out,
            "{}:{} {} [{}] {}",
            claim.line,
            claim.column,
            claim.priority.name(),
            kinds.join(" "),
            claim.text
        );
        if let Some(said) = claim.said() {
            let source = claim.claimed_source.as_ref().map_or("nobody", |source| &source.text);
            let _ = writeln!(out, "    {said}; source: {source}");
        }
        for fact in &claim.facts {
            let role = serde_json::to_value(fact.role).unwrap();
            let _ = writeln!(out, "    {}: {}", role.as_str().unwrap(), fact.text);
        }
    }
    for aside in &worksheet.analysis.set_aside {
        let _ = writeln!(out, "{} aside ({}) {}", aside.line, aside.reason, aside.text);
    }
    for name in &worksheet.analysis.names {
        let _ = writeln!(out, "name: {} {}x {:?}", name.name, name.count, name.variants);
    }
    for finding in &worksheet.analysis.findings {
        let _ = writeln!(out, "finding: {} {}", finding.check, finding.message);
    }
    for warning in &worksheet.analysis.warnings {
        let _ = writeln!(out, "warning: {warning}");
    }
    out
}

#[test]
fn whole_articles_yield_these_claims_facts_and_names() {
    for path in articles().into_iter().filter(|path| path.parent().is_some_and(|folder| folder.ends_with("articles"))) {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../articles" }, {
            insta::assert_snapshot!(name_of(&path), outline(&worksheet(&path)));
        });
    }
}
