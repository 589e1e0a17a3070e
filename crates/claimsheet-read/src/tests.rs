#![allow(clippy::unwrap_used)]

use super::*;
use claimsheet::text::document::{BlockKind, LinkTarget};
use proptest::prelude::*;

fn as_markdown(text: &str) -> Document {
    read(text.as_bytes(), &ReadOptions { from: Some(&markdown::READER), ..Default::default() }).unwrap()
}

fn as_text(text: &str) -> Document {
    read(text.as_bytes(), &ReadOptions { from: Some(&plain::READER), ..Default::default() }).unwrap()
}

/// Kind and words of each block.
fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, document.text(block.span))).collect()
}

#[test]
fn soft_hyphens_are_no_part_of_words_and_spans_reach_over_them() {
    for name in ["a.md", "a.txt"] {
        let source = "The grant was four million kro\u{ad}nor in May.";
        let document = read(source.as_bytes(), &ReadOptions { name: Some(name), ..Default::default() }).unwrap();
        assert_eq!(document.prose.trim(), "The grant was four million kronor in May.", "{name}");
        let at = document.prose.find("kronor").unwrap();
        let place = document.source_span(Span::at(at, at + "kronor".len()));
        assert_eq!(place.of(&document.source), "kro\u{ad}nor", "{name}");
    }
}

#[test]
fn markdown_units_stand_by_themselves_and_code_is_no_prose() {
    let document = as_markdown(
        "# Tolls & *locks*\n\nFirst\nline.\n\n- one\n- [x] two\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n![A lock](x.png)\n\nEnd[^1].\n\n[^1]: The note.\n",
    );
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, "Tolls & locks"),
            (BlockKind::Paragraph, "First line."),
            (BlockKind::ListItem, "one"),
            (BlockKind::ListItem, "two"),
            (BlockKind::Quotation, "said"),
            (BlockKind::Cell { table: 0, row: 0, column: 0 }, "a"),
            (BlockKind::Cell { table: 0, row: 0, column: 1 }, "b"),
            (BlockKind::Cell { table: 0, row: 1, column: 0 }, "c"),
            (BlockKind::Cell { table: 0, row: 1, column: 1 }, "d"),
            (BlockKind::Caption, "A lock"),
            (BlockKind::Paragraph, "End."),
            (BlockKind::Footnote, "The note."),
        ]
    );
    let note = LinkTarget::Footnote { label: "1".to_owned(), text: "The note.".to_owned() };
    assert!(document.links.iter().any(|link| link.target == note));
}

#[test]
fn entities_and_escapes_are_decoded_and_lead_back_to_the_source() {
    let document = as_markdown("Smith &amp; Sons \\*paid\\* `two` of\r\nthem.");
    let block = document.blocks.first().unwrap();
    assert_eq!(document.text(block.span), "Smith & Sons *paid* two of them.");
    let ampersand = document.prose.find('&').unwrap();
    let source = document.source_span(claimsheet::text::span::Span::at(ampersand, ampersand + 1));
    assert_eq!(source.of(&document.source), "&amp;");
}

#[test]
fn front_matter_in_either_language_gives_title_author_and_date() {
    let yaml =
        as_markdown("---\ntitle: \"A: b\"\nauthors: [Ann, Bo]\ndate: 2026-03-03T10:00:00Z\n---\n\n# Other\n\nText.\n");
    assert_eq!(yaml.meta.title.as_deref(), Some("A: b"));
    assert_eq!(yaml.meta.author.as_deref(), Some("Ann, Bo"));
    assert_eq!(yaml.meta.published.unwrap().to_string(), "2026-03-03");
    let toml = as_markdown("+++\nheadline = \"C\"\ndate = 2026-03-03\n[author]\nname = \"Cy\"\n+++\n\nText.\n");
    assert_eq!((toml.meta.title.as_deref(), toml.meta.author.as_deref()), (Some("C"), Some("Cy")));
    assert_eq!(toml.meta.published.unwrap().to_string(), "2026-03-03");
}

#[test]
fn a_day_at_the_start_of_the_files_name_is_the_articles_unless_it_has_its_own() {
    let published = |name: &str, text: &str| {
        let options = ReadOptions { name: Some(name), ..ReadOptions::default() };
        read(text.as_bytes(), &options).unwrap().meta.published.map(|day| day.to_string())
    };
    assert_eq!(published("2026-03-02-night-ferry.md", "Text.").as_deref(), Some("2026-03-02"));
    assert_eq!(
        published("2026-03-02-night-ferry.md", "---\ndate: 2026-03-05\n---\n\nText.").as_deref(),
        Some("2026-03-05")
    );
    for other in ["night-ferry-2026-03-02.md", "2026-03-021.md", "2026-13-02-night-ferry.md", "2026.md", "é.md"] {
        assert_eq!(published(other, "Text."), None, "{other}");
    }
}

#[test]
fn broken_front_matter_warns_and_the_article_is_read() {
    let document = as_markdown("---\ntitle: [\n---\n\nText.\n");
    assert_eq!(document.warnings.len(), 1);
    assert_eq!(blocks(&document), [(BlockKind::Paragraph, "Text.")]);
}

#[test]
fn links_lie_on_their_words() {
    let document = as_markdown("See [the report](https://example.org/r) and <https://example.org>.");
    let link = document.links.first().unwrap();
    assert_eq!(document.text(link.span), "the report");
    assert_eq!(link.target, LinkTarget::Url("https://example.org/r".to_owned()));
    assert_eq!(document.links.len(), 2);
}

#[test]
fn raw_html_leaves_its_text_and_none_of_its_tags() {
    let document = as_markdown(
        "<div class=\"x\">\n<p>Paid <b>twice</b>.</p>\n<script>no()</script>\n</div>\n\nA <em>b</em><!-- c -->, d.\n",
    );
    assert_eq!(blocks(&document), [(BlockKind::Paragraph, "Paid twice."), (BlockKind::Paragraph, "A b, d.")]);
}

#[test]
fn plain_text_has_a_paragraph_a_line_or_between_empty_lines() {
    let lines = as_text("A headline\n\nOne paragraph here.\nAnother one here.\n");
    assert_eq!(
        blocks(&lines),
        [
            (BlockKind::Title, "A headline"),
            (BlockKind::Paragraph, "One paragraph here."),
            (BlockKind::Paragraph, "Another one here.")
        ]
    );
    assert_eq!(lines.meta.title.as_deref(), Some("A headline"));
}

#[test]
fn wrapped_lines_are_joined_whatever_ends_them() {
    let wrapped = as_text(
        "\u{feff}The tolls of the bridge were\r\nraised in May, and the\r\ncouncil agreed.\r\n\r\nThen they fell.\r\n",
    );
    assert_eq!(
        blocks(&wrapped),
        [
            (BlockKind::Paragraph, "The tolls of the bridge were raised in May, and the council agreed."),
            (BlockKind::Paragraph, "Then they fell.")
        ]
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let options = ReadOptions::default();
    assert_eq!(read(b"", &options).unwrap_err(), ReadError::Empty);
    assert_eq!(read(b" \n", &options).unwrap_err(), ReadError::Empty);
    let cyrillic = b"a\n\xcf\xf0\xe8\xe2\xe5\xf2";
    assert_eq!(read(cyrillic, &options).unwrap_err(), ReadError::UnknownEncoding { offset: 2, line: 2 });
    assert_eq!(read(b"a\0b", &options).unwrap_err(), ReadError::Binary { offset: 1 });
}

#[test]
fn the_format_is_told_by_name_then_by_content() {
    let told = |bytes: &[u8], name| sniff::reader_of(bytes, &ReadOptions { name, ..Default::default() }).name;
    assert_eq!(told(b"plain", Some("a.md")), "markdown");
    assert_eq!(told(b"# x", Some("a.txt")), "text");
    assert_eq!(told(b"# x", None), "markdown");
    assert_eq!(told(b"\xff\xfe#\0 \0x\0", None), "markdown");
    assert_eq!(told(b"x", Some("draft")), "text");
}

#[test]
fn deep_nesting_is_read_in_a_moment() {
    for text in
        [">".repeat(10_000) + " a", "[".repeat(10_000) + "a", "- ".repeat(5_000) + "a", "*".repeat(20_000) + "a"]
    {
        assert!(!as_markdown(&text).blocks.is_empty());
    }
}

proptest! {
    #[test]
    fn any_bytes_give_a_document_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &ReadOptions::default());
    }

    #[test]
    fn blocks_are_in_order_and_lead_back_into_the_source(text in "([#>*_`\\[\\](|&;<a-zé\"\u{2019}\\-\n\r ]|amp|---\n){0,120}") {
        for from in [&markdown::READER, &plain::READER] {
            let Ok(document) = read(text.as_bytes(), &ReadOptions { from: Some(from), ..Default::default() }) else { continue };
            let mut end = 0;
            for block in &document.blocks {
                prop_assert!(block.span.start >= end && !block.span.is_empty());
                end = block.span.end;
                prop_assert!(!document.text(block.span).is_empty());
                let source = document.source_span(block.span);
                prop_assert!(document.source.get(source.range()).is_some_and(|text| !text.is_empty()));
            }
        }
    }
}

#[test]
fn text_beyond_the_limit_is_refused_before_it_is_analysed() {
    let options = ReadOptions { limits: Limits { text: 1_000, ..Limits::default() }, ..ReadOptions::default() };
    assert!(read("The toll rose. ".repeat(60).as_bytes(), &options).is_ok());
    let long = read("The toll rose. ".repeat(70).as_bytes(), &options).unwrap_err();
    assert_eq!(long, ReadError::TooMuchText { limit: 1_000 });
    assert!(long.to_string().contains("--max-bytes"));
    assert_eq!(Limits::default().with_bytes(1 << 30).text, 1 << 27);
    assert_eq!(Limits::default().with_bytes(1 << 10).text, Limits::default().text);
}

#[test]
fn dollar_signs_are_money_unless_a_formula_stands_between_them() {
    for text in [
        "It was sold for US$9 million, and bid for at A$12 million.",
        "Fares are $2-$3, and it earned $6.4 billion ($6.2 billion before).",
        "Between $3.6 million/$3.9 million it stands.",
        "It rose from HK$9 to HK$12 and then to R$3.",
        "A fee of $5 and another of $6; $7 in all.",
    ] {
        assert_eq!(as_markdown(text).prose.trim(), text);
    }
    assert_eq!(as_markdown("The law $E = mc^2$ holds for $x$.").prose.trim(), "The law holds for.");
    assert_eq!(as_markdown("One.\n\n$$\n\\sum_{i} x_i\n$$\n\nTwo.").blocks.len(), 2);
}

#[test]
fn struck_words_are_left_out_of_markdown_and_told() {
    let document = as_markdown("It cost ~~£9~~ £10. ~~It is old and grey.~~ <del>Gone</del> now.");
    assert_eq!(document.prose.trim(), "It cost £10. now.");
    assert_eq!(document.left_out.first().map(|left| (left.kind.as_str(), left.words)), Some(("deleted text", 7)));
    let options = ReadOptions { from: Some(&markdown::READER), original: true, ..Default::default() };
    assert_eq!(read(b"It cost ~~9~~ 10.", &options).unwrap().prose.trim(), "It cost 9 10.");
}

#[test]
fn raised_text_in_markdown_never_joins_a_number() {
    for (text, read) in [
        ("It has 4.1 × 10<sup>9</sup> cells.", "It has 4.1 × 10⁹ cells."),
        ("It has 4.1 × 10^9^ cells.", "It has 4.1 × 10⁹ cells."),
        ("Some 7,300<sup>2</sup> ships on the 21<sup>st</sup>.", "Some 7,300 ships on the 21st."),
        ("It rose 3<sup>1</sup>/<sub>2</sub> points.", "It rose 3 1/2 points."),
    ] {
        assert_eq!(as_markdown(text).prose.trim(), read);
    }
}

#[test]
fn html_in_markdown_is_read_as_html() {
    let source = "<h2>Why</h2>\n<p>The quay was sold</p>\n<ul>\n<li>for £9</li>\n<li>in <b>May</b></li>\n</ul>\n<blockquote><p>We paid</p></blockquote>\n\nThe <a href=\"https://a.example/l\">list</a> has 9.\n\n<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Lund</td><td>31</td></tr></table>\n\n<script>\n\nvar gone;\n</script>\n\nEnd.\n";
    let document = as_markdown(source);
    let cell = |row, column| BlockKind::Cell { table: 0, row, column };
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Heading(2), "Why"),
            (BlockKind::Paragraph, "The quay was sold"),
            (BlockKind::ListItem, "for £9"),
            (BlockKind::ListItem, "in May"),
            (BlockKind::Quotation, "We paid"),
            (BlockKind::Paragraph, "The list has 9."),
            (cell(0, 0), "Port"),
            (cell(0, 1), "Ships"),
            (cell(1, 0), "Lund"),
            (cell(1, 1), "31"),
            (BlockKind::Paragraph, "End.")
        ]
    );
    let link = document.links.first().unwrap();
    assert_eq!((document.text(link.span), &link.target), ("list", &LinkTarget::Url("https://a.example/l".to_owned())));
    for block in &document.blocks {
        assert!(!document.source_span(block.span).of(&document.source).is_empty());
    }
}

#[test]
fn transcripts_of_many_programs_have_speakers_and_times() {
    let said = |text: &str, name: &str| -> Vec<(String, String, String)> {
        let document = read(text.as_bytes(), &ReadOptions { name: Some(name), ..Default::default() }).unwrap();
        let blocks = document.blocks.iter().filter(|block| !block.kind.is_heading());
        let told = blocks.map(|block| {
            let (speaker, time) = document.speech.at(block.span.start);
            let time = time.map(|time| time.to_string()).unwrap_or_default();
            (speaker.unwrap_or_default().to_owned(), time, document.text(block.span).to_owned())
        });
        told.collect()
    };
    let turns = |one: &str, other: &str| -> Vec<(String, String, String)> {
        let turn = |who: &str, time: &str, words: &str| (who.to_owned(), time.to_owned(), words.to_owned());
        vec![
            turn(one, "00:00:01", "The quay was sold."),
            turn(other, "00:00:04", "By whom?"),
            turn(one, "00:00:07", "The board sold it for £9 million."),
            turn(other, "00:00:10", "We were told of £12 million."),
        ]
    };
    let lines = ["The quay was sold.", "By whom?", "The board sold it for £9 million.", "We were told of £12 million."];
    let each = |line: &dyn Fn(usize, &str) -> String| -> String {
        lines.iter().enumerate().map(|(at, words)| line(at, words)).collect()
    };
    let rev = each(&|at, words| {
        format!("{}: (00:0{})\n{words}\n\n", ["Speaker 1", "Ann Lee"][at % 2], at * 3 + 1).replace(":010)", ":10)")
    });
    assert_eq!(said(&rev, "a.txt"), turns("Speaker 1", "Ann Lee"));
    let descript =
        each(&|at, words| format!("[00:00:{:02}] **{}:** {words}\n\n", at * 3 + 1, ["Bo Orr", "Ann Lee"][at % 2]));
    assert_eq!(said(&format!("# Talk\n\n{descript}"), "a.md"), turns("Bo Orr", "Ann Lee"));
    let whisperx = each(&|at, words| {
        format!(
            "{}\n00:00:{:02},100 --> 00:00:{:02},000\n[SPEAKER_0{}]: {words}\n\n",
            at + 1,
            at * 3 + 1,
            at * 3 + 3,
            at % 2
        )
    });
    assert_eq!(said(&whisperx, "a.srt"), turns("SPEAKER_00", "SPEAKER_01"));
    let pyannote = each(&|at, words| {
        format!("SPEAKER_0{}\n[ 00:00:{:02}.100 --> 00:00:{:02}.000] >> {words}\n\n", at % 2, at * 3 + 1, at * 3 + 3)
    });
    assert_eq!(said(&pyannote, "a.txt"), turns("SPEAKER_00", "SPEAKER_01"));
    let chat = each(&|at, words| format!("[12/05/2026, 10:0{at}:00] {}: {words}\n", ["Bo Orr", "Ann Lee"][at % 2]));
    assert_eq!(
        said(&chat, "a.txt").iter().map(|(who, ..)| who.as_str()).collect::<Vec<_>>(),
        ["Bo Orr", "Ann Lee", "Bo Orr", "Ann Lee"]
    );
}

#[test]
fn pages_with_a_nul_or_an_encoding_of_their_own_are_read_as_browsers_read_them() {
    let page = |bytes: &[u8]| read(bytes, &ReadOptions { name: Some("a.html"), ..Default::default() });
    let nul = format!("<html><body><article><p>The quay\0 was sold.</p><p>{}</p></article>", "It was old. ".repeat(20));
    assert_eq!(page(nul.as_bytes()).unwrap().prose.lines().next(), Some("The quay was sold."));
    assert!(matches!(page(b"<html>\0\0\0\0<p>x"), Err(ReadError::Binary { .. })));
    let polish =
        b"<html><head><meta charset=iso-8859-2></head><body><p>Mayor Zdzis\xB3aw \xA3\xEAcki paid 9 pounds.</p>";
    let document = page(polish).unwrap();
    assert_eq!((document.prose.trim(), document.encoding), ("Mayor Zdzisław Łęcki paid 9 pounds.", Some("ISO-8859-2")));
    assert!(document.warnings.is_empty());
}

#[test]
fn names_above_words_behind_times_and_of_senders_speak() {
    let lines = ["The quay was sold.", "By whom?", "The board sold it for £9 million.", "We were told of £12 million."];
    let forms: [fn(&str, usize, &str) -> String; 6] = [
        |name, at, words| format!("[00:00:{at:02}] {name}\n{words}\n\n"),
        |name, at, words| format!("00:00:{at:02} {name}\n{words}\n"),
        |name, at, words| format!("{name} [00:00:{at:02}] {words}\n\n"),
        |name, at, words| format!("{name}: 00:00:{at:02} {words}\n\n"),
        |name, at, words| format!("10:00:{at:02} From {name} to Everyone:\n\t{words}\n"),
        |name, at, words| format!("10:00:{at:02}\t From {name} : {words}\n"),
    ];
    for form in forms {
        let turns = lines.iter().enumerate().map(|(at, words)| form(["Ann Lee", "Bo Orr"][at % 2], at * 3 + 1, words));
        let text: String = turns.collect();
        let document = read(text.as_bytes(), &ReadOptions { name: Some("a.txt"), ..Default::default() }).unwrap();
        let said: Vec<_> = document
            .blocks
            .iter()
            .map(|block| (document.text(block.span), document.speech.at(block.span.start).0.unwrap_or_default()))
            .collect();
        let expected: Vec<_> =
            lines.iter().enumerate().map(|(at, words)| (*words, ["Ann Lee", "Bo Orr"][at % 2])).collect();
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn the_lists_before_a_talk_are_told_and_no_words_of_it() {
    let text = "SUMMARY KEYWORDS\nquay, board\n\nSPEAKERS\nAnn Lee, Bo Orr\n\nAnn Lee  0:01\nThe quay was sold.\n\nBo Orr  0:04\nBy whom?\n\nAnn Lee  0:07\nThe board sold it.\n\nBo Orr  0:10\nFor £9 million.\n";
    let document = read(text.as_bytes(), &ReadOptions { name: Some("a.txt"), ..Default::default() }).unwrap();
    assert_eq!(document.blocks.len(), 4, "{}", document.prose);
    let left: Vec<_> = document.left_out.iter().map(|left| (left.kind.as_str(), left.words)).collect();
    assert_eq!(left, [("lists of speakers and keywords", 9)]);
}
