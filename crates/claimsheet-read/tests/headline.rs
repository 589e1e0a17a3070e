//! What stands above and at the start of the text: the headline, the line that says when it was published, a first word.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::Analysis;
use claimsheet::claim::Priority;
use claimsheet::options::Options;
use claimsheet::text::document::Document;
use claimsheet_read::{ReadOptions, read};

fn document(text: &str) -> Document {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn analysis(text: &str) -> Analysis {
    claimsheet::analyse(&document(text), &Options::default())
}

#[test]
fn a_headline_that_sums_up_the_text_is_low() {
    let text = "The harbour trust closed its sluice for nine days in March, at a cost of $40,000.";
    let priority = |headline: &str| {
        let claims = analysis(&format!("# {headline}\n\n{text}\n")).claims;
        claims.iter().find(|claim| claim.text == headline).unwrap().priority
    };
    assert_eq!(priority("Harbour trust closes sluice at a cost of $40,000"), Priority::Low);
    assert_ne!(priority("Harbour trust closes sluice at a cost of $90,000"), Priority::Low);
    assert_ne!(priority("Mayor blames $40,000 loss on Lund Marine"), Priority::Low);
}

#[test]
fn a_line_that_is_but_a_day_tells_when_the_article_was_published_and_is_no_claim() {
    for line in ["3 June 2016", "*2016-06-03*", "Published: Friday, June 3, 2016", "Updated 3 June 2016 at 9:12 a.m."] {
        let text =
            format!("# Sluice closed\n\n{line}\n\nThe trust closed its sluice for nine days, at a cost of $40,000.\n");
        let claims = analysis(&text).claims;
        assert!(claims.iter().all(|claim| !claim.text.contains("2016")), "{line}");
    }
    let published = |text: &str| document(text).meta.published.map(|day| day.to_string());
    let body = "The trust closed its sluice for nine days in March, at a cost of $40,000.";
    assert_eq!(published(&format!("# Sluice closed\n\n3 June 2016\n\n{body}\n")).as_deref(), Some("2016-06-03"));
    assert_eq!(published(&format!("# Sluice closed\n\n{body}\n\n3 June 2016\n")), None);
    assert_eq!(published(&format!("# The lock, day by day\n\n## 3 June 1999\n\n{body}\n")), None);
    assert_eq!(published(&format!("# Sluice closed on 3 June 2016\n\n{body}\n")), None);
}

#[test]
fn a_word_that_somebody_said_comes_first_nowhere() {
    let text = "“Maybe,” he says, to nobody in particular.\n\nThe trust closed its sluice for nine days in March.\n";
    let claims = analysis(text).claims;
    assert!(claims.iter().all(|claim| !claim.text.contains("Maybe") || claim.priority != Priority::High));
}
