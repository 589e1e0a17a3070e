//! Where to look: which places suit a claim.

use crate::claim::{Analysis, Claim, ClaimKind, ClaimedSourceKind, FactRole, Priority, Prompt};
use crate::document::Document;
use crate::rules::Rules;

mod places;
mod query;
#[cfg(test)]
mod tests;

/// Most prompts of a claim.
pub const MOST: usize = 6;

/// Gives each claim of `analysis` its places to look.
pub fn add_prompts(document: &Document, analysis: &mut Analysis, rules: &Rules) {
    for claim in &mut analysis.claims {
        claim.prompts = prompts(document, claim, rules);
    }
}

fn prompts(document: &Document, claim: &Claim, rules: &Rules) -> Vec<Prompt> {
    let mut prompts = vec![first(document, claim)];
    let query = query::of(claim);
    let kinds: Vec<ClaimKind> = std::iter::once(claim.kind).chain(claim.tags.iter().copied()).collect();
    for kind in kinds.iter().take(3) {
        for place in places::of(*kind) {
            if prompts.len() < MOST && !prompts.iter().any(|prompt| prompt.label == place.label) {
                prompts.push(place.prompt(&query, rules.no_links));
            }
        }
    }
    if claim.priority == Priority::High && prompts.len() < MOST {
        prompts.extend(places::anywhere().map(|place| place.prompt(&query, rules.no_links)));
    }
    prompts.truncate(MOST);
    prompts
}

/// The claimed source itself, or the author where the draft names none.
fn first(document: &Document, claim: &Claim) -> Prompt {
    if let Some(source) = &claim.claimed_source {
        match source.kind {
            ClaimedSourceKind::Link => Prompt {
                label: format!("The draft's own link: {}", source.text),
                url: source.url.clone().filter(|url| url.starts_with("http://") || url.starts_with("https://")),
                why: "open it: does it say this, and is it the origin or itself second-hand?".to_owned(),
            },
            ClaimedSourceKind::Footnote => Prompt {
                label: format!("The draft's own footnote: {}", source.text),
                url: None,
                why: "open what it cites: does it say this?".to_owned(),
            },
            ClaimedSourceKind::Attribution => Prompt {
                label: format!("What {} said, at its origin", source.text),
                url: None,
                why: "the draft's claimed source".to_owned(),
            },
        }
    } else {
        let author = document.meta.author.as_deref().unwrap_or("the author");
        let figures = claim.facts.iter().any(|fact| fact.role == FactRole::Figure);
        let what = if figures { "no source is named for the figure" } else { "no source is named" };
        Prompt { label: format!("Ask {author}"), url: None, why: what.to_owned() }
    }
}
