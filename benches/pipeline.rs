//! The pipeline, a bench a stage, in bytes a second over text that we wrote:
//! `cargo bench --bench pipeline`.

use claimsheet::internals::AnnotatedText;
use claimsheet::internals::ranking::seen::Article;
use claimsheet::internals::{check, claims, lookup, names};
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use claimsheet_read::{ReadOptions, read};
use claimsheet_render::{FORMATS, Format, RenderContext, RenderOptions};
use claimsheet_sheet::worksheet::Worksheet;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const ARTICLES: [(&str, &str); 3] = [
    ("harbour-tolls.md", include_str!("../examples/harbour-tolls.md")),
    ("water-vote.md", include_str!("../examples/water-vote.md")),
    ("ice-core.txt", include_str!("../examples/ice-core.txt")),
];

fn documents() -> Vec<Document> {
    let read =
        |(name, text): &(&str, &str)| read(text.as_bytes(), &ReadOptions { name: Some(name), ..Default::default() });
    ARTICLES.iter().filter_map(|article| read(article).ok()).collect()
}

fn bytes() -> BytesCount {
    BytesCount::new(ARTICLES.iter().map(|(_, text)| text.len()).sum::<usize>())
}

#[divan::bench]
fn reads(bencher: Bencher) {
    bencher.counter(bytes()).bench(|| black_box(documents()));
}

#[divan::bench]
fn detects(bencher: Bencher) {
    let (documents, rules) = (documents(), Options::default());
    bencher
        .counter(bytes())
        .bench(|| documents.iter().map(|document| AnnotatedText::of(document, &rules).signals.len()).sum::<usize>());
}

#[divan::bench]
fn assembles(bencher: Bencher) {
    let (documents, rules) = (documents(), Options::default());
    let readings: Vec<AnnotatedText> = documents.iter().map(|document| AnnotatedText::of(document, &rules)).collect();
    bencher
        .counter(bytes())
        .bench(|| readings.iter().map(|reading| claims::Run::of(reading, &rules).claims.len()).sum::<usize>());
}

#[divan::bench]
fn indexes_names(bencher: Bencher) {
    let (documents, rules) = (documents(), Options::default());
    let readings: Vec<AnnotatedText> = documents.iter().map(|document| AnnotatedText::of(document, &rules)).collect();
    bencher.counter(bytes()).bench(|| {
        documents.iter().zip(&readings).map(|(document, reading)| names::index(document, reading).len()).sum::<usize>()
    });
}

#[divan::bench]
fn adds_places_to_look(bencher: Bencher) {
    let (documents, rules) = (documents(), Options::default());
    let readings: Vec<AnnotatedText> = documents.iter().map(|document| AnnotatedText::of(document, &rules)).collect();
    let analyses = || documents.iter().map(|document| claimsheet::analyse(document, &rules)).collect::<Vec<_>>();
    bencher.counter(bytes()).with_inputs(analyses).bench_values(|mut analyses| {
        for (reading, analysis) in readings.iter().zip(&mut analyses) {
            analysis.claims.iter_mut().for_each(|claim| claim.prompts.clear());
            let article = Article::of(reading, &analysis.names, analysis.claims.len());
            lookup::add_prompts(&article, &mut analysis.claims, &rules);
        }
        analyses
    });
}

#[divan::bench]
fn analyses_from_bytes(bencher: Bencher) {
    let rules = Options::default();
    bencher
        .counter(bytes())
        .bench(|| documents().iter().map(|document| claimsheet::analyse(document, &rules).claims.len()).sum::<usize>());
}

#[divan::bench(args = FORMATS)]
fn renders(bencher: Bencher, format: &Format) {
    let rules = Options::default();
    let documents = documents();
    let sheets: Vec<Worksheet> = documents
        .iter()
        .map(|document| Worksheet::new("a.md", b"", document, claimsheet::analyse(document, &rules)))
        .collect();
    bencher.counter(bytes()).bench(|| {
        let pairs = documents.iter().zip(&sheets);
        let none = claimsheet_render::Entries::default();
        let materials = pairs.map(|(document, worksheet)| RenderContext {
            worksheet,
            document,
            bytes: b"",
            sheet: "",
            entries: &none,
        });
        let rendered = materials.filter_map(|material| format.render(&material, &RenderOptions::default()).ok());
        rendered.map(|bytes| bytes.len()).sum::<usize>()
    });
}

#[divan::bench]
fn checks(bencher: Bencher) {
    let (documents, rules) = (documents(), Options::default());
    let readings: Vec<AnnotatedText> = documents.iter().map(|document| AnnotatedText::of(document, &rules)).collect();
    bencher.counter(bytes()).bench(|| {
        let pairs = documents.iter().zip(&readings);
        pairs
            .map(|(document, reading)| check::findings(document, reading, &rules, &check::Suppression::default()).len())
            .sum::<usize>()
    });
}
