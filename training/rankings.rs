//! Prints what the rankings see of the claims of articles and of their facts, for training:
//! `cargo run --release --package claimsheet-training --bin rankings -- ARTICLE.md… > features`.
//!
//! A line `article PATH` begins an article. Then, divided by tabs and in reading order: `claim`, the bytes of the claim
//! (half-open), its features; `place`, the same bytes, its features beside those of its article; and for each of its
//! facts `fact`, its bytes, its role (`spelling` for a name of which only that is to check), its features. A feature is its place in a table of 2^15 weights.

use claimsheet::internals::ranking::feature::Feature;
use claimsheet::internals::ranking::is_spelling;
use claimsheet::internals::ranking::seen::Article;
use claimsheet::internals::{AnnotatedText, claims::Run, names};
use claimsheet::options::Options;
use claimsheet_read::{ReadOptions, read, reader};
use std::error::Error;
use std::io::{BufWriter, Write};
use std::path::Path;

fn slots(features: &[Feature]) -> String {
    features.iter().map(|feature| feature.slot(15).to_string()).collect::<Vec<_>>().join(" ")
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let options = Options::default();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let from =
            reader(if Path::new(&path).extension().is_some_and(|end| end == "md") { "markdown" } else { "text" });
        let document = read(&bytes, &ReadOptions { from, ..Default::default() })?;
        let text = AnnotatedText::of(&document, &options);
        let mut run = Run::of(&text, &options);
        let names = names::index(&document, &text);
        names::tell_full_names(&names, &mut run.claims);
        let article = Article::of(&text, &names, run.claims.len());
        writeln!(out, "article\t{path}")?;
        for claim in &run.claims {
            let (start, end) = (claim.span.start, claim.span.end);
            writeln!(out, "claim\t{start}\t{end}\t{}", slots(&article.of_claim(claim)))?;
            writeln!(out, "place\t{start}\t{end}\t{}", slots(&article.around(claim)))?;
            for fact in &claim.facts {
                let (start, end) = (fact.span.start, fact.span.end);
                let what = if is_spelling(fact) { "spelling" } else { fact.role.name() };
                writeln!(out, "fact\t{start}\t{end}\t{what}\t{}", slots(&article.of_fact(claim, fact)))?;
            }
        }
    }
    Ok(())
}
