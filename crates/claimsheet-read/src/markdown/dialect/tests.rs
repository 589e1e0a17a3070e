#![allow(clippy::unwrap_used)]

use crate::{ReadOptions, read, reader};
use claimsheet::text::document::{BlockKind, Document, LinkTarget};

fn document(text: &str) -> Document {
    read(text.as_bytes(), &ReadOptions { from: reader("markdown"), ..Default::default() }).unwrap()
}

/// The words of each block.
fn texts(text: &str) -> Vec<String> {
    let document = document(text);
    document.blocks.iter().map(|block| document.text(block.span).to_owned()).collect()
}

/// What stands on which words.
fn links(text: &str) -> Vec<(String, LinkTarget)> {
    let document = document(text);
    document.links.iter().map(|link| (document.text(link.span).to_owned(), link.target.clone())).collect()
}

fn note(label: &str, text: &str) -> LinkTarget {
    LinkTarget::Footnote { label: label.to_owned(), text: text.to_owned() }
}

#[test]
fn obsidian_notes_are_read_without_what_only_obsidian_shows() {
    let text = "#islands #ferries/night\n\nThe ==61 passengers== a night. ^few\n\n%% TK: ask %%\n\n%%\nIt has 40 beds.\n\nAsk.\n%%\n\nSee ![[quay.png]] [[Great Sule (island)|Great Sule]] and [[Brannay]] %%soon%%.\n\n> [!note]- The count\n> It was 94.\n\n^block-1\n\n![A quay|300](q.png)\n";
    assert_eq!(
        texts(text),
        ["The 61 passengers a night.", "See Great Sule and Brannay.", "The count", "It was 94.", "A quay"]
    );
    let found = links(text);
    assert!(
        found.contains(&("Great Sule".to_owned(), LinkTarget::Page("Great Sule (island)".to_owned()))),
        "{found:?}"
    );
    assert!(document(text).blocks.iter().all(|block| block.kind != BlockKind::Quotation));
}

#[test]
fn citations_and_inline_notes_are_what_the_draft_offers_as_source() {
    let text = "It fell by 9% [@fenwick2024, p. 3; see @aske]. It rose.^[Minutes of [the board](https://b.example).] As @reith [p. 7] says, write to a@b.example.\n";
    let found = links(text);
    let cited = "@fenwick2024, p. 3; see @aske";
    assert!(found.contains(&(String::new(), note("fenwick2024", cited))), "{found:?}");
    assert!(found.contains(&(String::new(), note("aske", cited))), "{found:?}");
    assert!(found.contains(&(String::new(), note("1", "Minutes of [the board](https://b.example)."))), "{found:?}");
    assert!(found.contains(&(String::new(), note("reith", "@reith [p. 7]"))), "{found:?}");
    assert_eq!(
        texts(text),
        ["It fell by 9%. It rose. As reith says, write to a@b.example.", "Minutes of [the board](https://b.example)."]
    );
}

#[test]
fn handles_are_no_citations_where_nothing_else_is_cited() {
    assert!(links("As @MayorQuill wrote, it fell.\n").is_empty());
}

#[test]
fn shortcodes_and_liquid_are_no_prose_and_captions_are() {
    let text = "{{< figure src=\"q.jpg\" caption=\"The quay in 1931\" >}}\n\nIt cost {{< tooltip \"x\" >}}£3{{% /x %}} {{ site.name }}.\n\n{% include ad.html\n  id=\"3\" %}\n\n{{< note >}}\nStill words.\n{{< /note >}}\n";
    assert_eq!(texts(text), ["The quay in 1931", "It cost £3.", "Still words."]);
    assert_eq!(document(text).blocks.first().unwrap().kind, BlockKind::Caption);
}

#[test]
fn pandoc_divs_attributes_and_admonitions_leave_their_words() {
    let text = "# Head {#top .wide}\n\n::: {.note}\nIt rose to [61 boats]{.mark}.\n:::\n\n![A quay](q.png){width=50%}\n{: .left}\n\n!!! warning \"Mind\"\n    It has 40 beds.\n\n    And 9 doors.\n\nEnd.\n\nTerm\n:   Its meaning in 1908.\n";
    assert_eq!(
        texts(text),
        [
            "Head",
            "It rose to 61 boats.",
            "A quay",
            "Mind",
            "It has 40 beds.",
            "And 9 doors.",
            "End.",
            "Term",
            "Its meaning in 1908."
        ]
    );
    assert!(document(text).blocks.iter().all(|block| block.kind != BlockKind::Quotation));
}

#[test]
fn mdx_components_leave_their_words() {
    let text = "import Chart from '../chart'\nexport const meta = {\n  year: 2026,\n}\n\n# Head\n\n<Note kind={\"x > y\"}>\n\nIt **cost** £3 <Badge n={3} />million.\n\n</Note>\n\nExport rose. import duties fell.\n";
    assert_eq!(texts(text), ["Head", "It cost £3 million.", "Export rose. import duties fell."]);
}

#[test]
fn formulas_are_left_out_and_told() {
    let document = document("Let $x = 3$ hold. It cost $9, and $8 in May.\n");
    assert_eq!(document.prose.trim(), "Let hold. It cost $9, and $8 in May.");
    let left: Vec<_> = document.left_out.iter().map(|left| (left.kind.as_str(), left.words)).collect();
    assert_eq!(left, [("formulas", 3)]);
}

#[test]
fn comments_of_mdx_are_no_prose() {
    let text = "It cost £3 million. {/* ask Ann: 4? */}\n\n{/*\n  or 5\n*/}\n\nIt opened in 1908.\n";
    assert_eq!(texts(text), ["It cost £3 million.", "It opened in 1908."]);
}

#[test]
fn google_docs_markdown_is_read_as_it_was_written() {
    let text = "# **The ferry\\!**\n\nIt rose 1\\. to 5 \\- 6 \\#1, a\\_b.  \nIt **fell **by 9\\.\n\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n";
    assert_eq!(texts(text), ["The ferry!", "It rose 1. to 5 - 6 #1, a_b. It fell by 9."]);
}

#[test]
fn comments_are_no_prose_however_long() {
    let text = "One.\n\n<!-- TK: ask\nthe hospital.\n\nAgain. -->\n\nTwo <!-- TK --> three.\n";
    assert_eq!(texts(text), ["One.", "Two three."]);
}

#[test]
fn code_and_plain_signs_are_left_alone() {
    let text = "100%% of `{{< x >}}` a == b, 5^2 and x @ y | 3 {curly} \\[@no] [^1].\n\n```\n{{< x >}}\n%%\n```\n\nEnd.\n\n[^1]: Note.\n";
    assert_eq!(texts(text), ["100%% of {{< x >}} a == b, 5^2 and x @ y | 3 {curly} [@no] .", "End.", "Note."]);
}

#[test]
fn covers_leave_every_position_where_it_was() {
    let document = document("A {{< x >}} b ==é== [@k] c ^id\n");
    let at = document.prose.find('é').unwrap();
    let source = document.source_span(claimsheet::text::span::Span::at(at, at + 2));
    assert_eq!(source.of(&document.source), "é");
}
