//! What the reporter's documents say, in Markdown: the lines below a tick, and the questions at the top.

use crate::backing::Told;
use claimsheet::claim::{Analysis, Claim, Evidence, EvidenceStatus, Fact, FactRole, Stretch};
use claimsheet::text::escape::markup;

/// The lines below a tick, with the words that bear on its facts in bold.
pub(super) fn lines(claim: &Claim, fact: &Fact) -> Vec<String> {
    Told::of(claim, fact).map(|told| told.stretches().iter().map(bold).collect()).collect()
}

fn line(evidence: &Evidence) -> String {
    evidence.stretches().iter().map(bold).collect()
}

/// Words, in bold where they are marked.
fn bold(stretch: &Stretch) -> String {
    let words = escaped(&stretch.text);
    if stretch.marked { format!("**{words}**") } else { words }
}

/// Words within a line, with the blanks around them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.trim();
    let lead = text.len() - text.trim_start().len();
    out.push_str(text.get(..lead).unwrap_or(""));
    markup::push_markdown(&mut out, words, false);
    out.push_str(text.get(lead + words.len()..).unwrap_or(""));
    out
}

/// What the reporter is to be asked: first what differs, then what has no backing, dates and names aside.
pub(super) fn questions(analysis: &Analysis, unit: &str) -> Vec<String> {
    let facts = |wanted: EvidenceStatus| {
        let all = analysis.claims.iter().flat_map(|claim| claim.facts.iter().map(move |fact| (claim, fact)));
        all.filter_map(move |(claim, fact)| {
            let evidence = fact.evidence.as_ref().filter(|evidence| evidence.status == wanted)?;
            Some((claim, fact, evidence))
        })
    };
    let named = |claim: &Claim, fact: &Fact| format!("\"{}\" ({unit} {})", escaped(&fact.text), claim.line);
    let mut questions = Vec::new();
    let mut asked: Vec<(u32, &Evidence)> = Vec::new();
    for (claim, fact, evidence) in facts(EvidenceStatus::Differs) {
        // A person and the title beside the name are one question.
        if !asked.contains(&(claim.number, evidence)) {
            asked.push((claim.number, evidence));
            questions.push(format!("{} {}. Which is right?", named(claim, fact), line(evidence)));
        }
    }
    let is_asked = |role: FactRole| matches!(role, FactRole::Figure | FactRole::Quote | FactRole::Superlative);
    let missing = facts(EvidenceStatus::NotFound)
        .filter(|(_, fact, _)| is_asked(fact.role))
        .map(|(claim, fact, _)| format!("{}: not found in the documents. Where is it from?", named(claim, fact)));
    questions.extend(missing);
    questions
}
