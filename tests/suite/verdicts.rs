//! Each sentence of the examples, and of an article like those that the program was made for, is judged as
//! an editor judged it: `tests/verdicts/`.

use super::{articles, name_of, repository, worksheet};

/// The judged sentences of an article in the order of the text, as in its file of verdicts.
fn judged(article: &str) -> Vec<String> {
    let path = articles().into_iter().find(|path| name_of(path) == article).unwrap();
    let analysis = worksheet(&path).analysis;
    let claims = analysis.claims.iter().map(|claim| (claim.span.start, "claim", &claim.text));
    let asides = analysis.set_aside.iter().map(|aside| (aside.span.start, "aside", &aside.text));
    let mut all: Vec<_> = claims.chain(asides).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, verdict, text)| format!("{verdict}\t{text}")).collect()
}

#[test]
fn every_sentence_is_judged_as_an_editor_would() {
    let mut files = 0;
    for file in std::fs::read_dir(repository("tests/verdicts")).unwrap() {
        let file = file.unwrap().path();
        let article = name_of(&file).trim_end_matches(".tsv").to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let expected: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let judged = judged(&article);
        for (expected, judged) in expected.iter().zip(&judged) {
            assert_eq!(expected, judged, "{article}: by the editor, by the program");
        }
        assert_eq!(expected.len(), judged.len(), "{article}: sentences");
        files += 1;
    }
    assert_eq!(files, 4, "each example has its verdicts");
}
