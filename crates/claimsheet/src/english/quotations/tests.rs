#![allow(clippy::unwrap_used)]

use super::*;
use crate::text::document::{Block, BlockKind};

fn document(paragraphs: &[&str]) -> Document {
    let mut document = Document::default();
    for (at, text) in paragraphs.iter().enumerate() {
        let start = document.prose.len();
        document.prose.push_str(text);
        let span = Span::at(start, document.prose.len());
        document.prose.push('\n');
        let paragraph = at as u32 + 1;
        document.blocks.push(Block { kind: BlockKind::Paragraph, span, section: None, paragraph });
    }
    document
}

/// The inner words of each quotation of one paragraph, `!` behind those that are not closed and
/// indented by depth.
fn found(text: &str) -> Vec<String> {
    let document = document(&[text]);
    let quotations = Quotations::find(&document);
    let show = |quoted: &Quoted| {
        let open = if quoted.closed { "" } else { "!" };
        format!("{}{}{open}", ">".repeat(quoted.depth.into()), document.text(quoted.inner))
    };
    quotations.outer.iter().chain(&quotations.nested).map(show).collect()
}

#[test]
fn curly_straight_low_and_angle_marks_pair() {
    assert_eq!(found("“One,” she said. “Two.”"), ["One,", "Two."]);
    assert_eq!(found("\"One,\" she said. \"Two.\""), ["One,", "Two."]);
    assert_eq!(found("Er sagte „Nein“ und «oui»."), ["Nein", "oui"]);
    assert_eq!(found("``Old type,'' he said."), ["Old type,"]);
    assert_eq!(found("“One,\" she said. \"Two.”"), ["One,", "Two."]);
}

#[test]
fn quotations_nest() {
    assert_eq!(found("“He called it ‘a gift,’ and left,” she said."), ["He called it ‘a gift,’ and left,", ">a gift,"]);
    assert_eq!(found("\"He said 'no' twice.\""), ["He said 'no' twice.", ">no"]);
    assert_eq!(found("'Single first, \"double\" within.'"), ["Single first, \"double\" within.", ">double"]);
}

#[test]
fn apostrophes_are_no_quotation_marks() {
    assert_eq!(found("It’s the miners’ strike of the ’80s, isn't it?"), [""; 0]);
    assert_eq!(found("The firms' and the '90s' books"), [""; 0]);
    assert_eq!(found("‘The miners’ strike’ is a play."), ["The miners’ strike"]);
    assert_eq!(found("The songs of the ‘60s were the miners’ own."), [""; 0]);
    assert_eq!(found("‘60 songs’ is a list."), ["60 songs"]);
    assert_eq!(found("a 6'2\" guard and a 12\" pipe"), [""; 0]);
}

#[test]
fn a_quotation_left_open_runs_to_the_end_of_its_block() {
    assert_eq!(found("“We will go on. And on."), ["We will go on. And on.!"]);
    assert_eq!(found("\"We will go on. He said \"never\" again."), ["We will go on. He said!", "never"]);
}

#[test]
fn a_mark_that_points_the_wrong_way_is_taken_for_what_its_place_says() {
    assert_eq!(found("She called it ”absurd” and left."), ["absurd"]);
    assert_eq!(found("She called it “absurd“ and left."), ["absurd"]);
}

#[test]
fn a_quotation_that_the_next_block_takes_up_continues() {
    let document = document(&["“First part.", "“Second part,” he said."]);
    let quotations = Quotations::find(&document);
    assert!(!quotations.outer().first().unwrap().closed);
    assert!(quotations.outer().last().unwrap().continues);
}

#[test]
fn deep_nesting_and_stray_marks_are_harmless() {
    for text in ["«".repeat(10_000), "“".repeat(10_000), "'".repeat(10_001), "\" ".repeat(5_000), "‘a ".repeat(5_000)]
    {
        assert!(found(&text).len() <= text.len());
    }
    assert_eq!(found("“”"), [""; 0]);
}
