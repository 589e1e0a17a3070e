//! Captions whose times stand on lines of their own: `YouTube`'s `.sbv`, the panel that shows a video's transcript,
//! the lines of whisper.cpp and the tables of Whisper.

use super::Cue;
use super::cues::Found;
use crate::{Reader, encoding, plain};
use claimsheet::text::document::Timecode;
use std::ops::Range;

/// `YouTube`'s captions, and what its panel shows.
pub(crate) const READER: Reader = Reader {
    name: "sbv",
    about: "YouTube's captions (.sbv) and transcript panel, Whisper's timed lines (.tsv)",
    extensions: &["sbv"],
    recognises: looks_like,
    read: |bytes, options| {
        encoding::read_text(bytes, options, |text| Ok(vec![crate::titled(super::document(text, find(text)))]))
    },
};

/// Lines that tell whether a text is of this kind.
const LOOKED_AT: usize = 40;

/// Whether most of the first lines are times, or begin with them, and these rise.
fn looks_like(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(encoding::SAMPLE)).unwrap_or_default());
    let lines: Vec<&str> =
        start.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let lines = lines.get(..lines.len().min(LOOKED_AT)).unwrap_or_default();
    let times: Vec<(Timecode, bool)> =
        lines.iter().filter_map(|line| head(line).map(|head| (head.start, head.words.is_some()))).collect();
    let rises = times.windows(2).all(|pair| matches!(pair, [(one, _), (other, _)] if one <= other));
    let alone = times.iter().filter(|(_, has_words)| !has_words).count();
    let with_words = times.len() - alone;
    // A talk begins in its first minute; an hour of the day does not.
    let from_zero = times.first().is_some_and(|(start, _)| start.0 < 60_000);
    let is_panel = from_zero && with_words >= 4 && with_words * 4 >= lines.len() * 3;
    let first = lines.first().and_then(|line| head(line)).is_some_and(|head| head.is_sure)
        || lines.first().is_some_and(|line| is_table_head(line));
    rises
        && (first && (with_words * 2 > lines.len() || alone * 3 >= lines.len())
            || alone >= 3 && alone * 3 >= lines.len()
            || is_panel)
}

/// What a line begins with.
struct Head {
    start: Timecode,
    end: Option<Timecode>,
    /// Where in the line words follow, if any do.
    words: Option<usize>,
    /// Whether nothing else begins so.
    is_sure: bool,
}

/// The time with which `line` begins: `0:00:00.599,0:00:04.160`, `0:03`, `[00:00:00.000 --> 00:00:03.000]  words`,
/// `0<tab>3000<tab>words`.
fn head(line: &str) -> Option<Head> {
    let line = line.trim_end();
    let is_clock = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b":.,".contains(&byte));
    if let Some((from, to)) =
        line.split_once(',').filter(|(from, to)| is_clock(from) && to.contains(':') && is_clock(to))
    {
        let (start, end) = (Timecode::parse(from)?, Timecode::parse(to)?);
        return Some(Head { start, end: Some(end), words: None, is_sure: true });
    }
    if let Some(rest) = line.strip_prefix('[')
        && let Some((stretch, behind)) = rest.split_once(']')
        && let Some((from, to)) = stretch.split_once("-->")
    {
        let (start, end) = (Timecode::parse(from.trim())?, Timecode::parse(to.trim())?);
        let words = line.len() - behind.trim_start().len();
        return Some(Head { start, end: Some(end), words: (words < line.len()).then_some(words), is_sure: true });
    }
    if let Some((from, rest)) = line.split_once('\t')
        && let Some((to, words)) = rest.split_once('\t')
    {
        let millis = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 9).map(Timecode);
        let (start, end) = (millis(from)?, millis(to)?);
        return Some(Head { start, end: Some(end), words: Some(line.len() - words.len()), is_sure: true });
    }
    if let Some(start) = Timecode::parse(line).filter(|_| is_clock(line)) {
        return Some(Head { start, end: None, words: None, is_sure: false });
    }
    let (start, words) = time_before_words(line)?;
    Some(Head { start, end: None, words: Some(words), is_sure: false })
}

/// `0:03 words`, and `0:03words` as the panel is copied by some browsers.
fn time_before_words(line: &str) -> Option<(Timecode, usize)> {
    let length = line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let (clock, words) = line.split_at_checked(length)?;
    let start = Timecode::parse(clock)?;
    let words = words.trim_start();
    words.starts_with(char::is_alphabetic).then_some((start, line.len() - words.len()))
}

/// The mark with which whisper.cpp says that somebody else speaks next.
const TURN: &str = "[SPEAKER_TURN]";

fn is_table_head(line: &str) -> bool {
    line.split('\t').map(str::trim).eq(["start", "end", "text"])
}

/// Finds the captions in `source`; one that does not say when it ends goes on to the next.
fn find(source: &str) -> Found {
    let mut cues: Vec<Cue> = Vec::new();
    let mut open: Vec<bool> = Vec::new();
    for line in plain::lines(source) {
        let text = source.get(line.clone()).unwrap_or("");
        if let Some(head) = head(text) {
            if let (Some(last), Some(true)) = (cues.last_mut(), open.last()) {
                last.end = head.start.max(last.start);
            }
            open.push(head.end.is_none());
            let end = line.start + text.trim_end().trim_end_matches(TURN).trim_end().len();
            let words = head.words.map(|at| line.start + at..end).filter(|words| !words.is_empty());
            let words: Vec<Range<usize>> = words.into_iter().collect();
            cues.push(Cue { start: head.start, end: head.end.unwrap_or(head.start).max(head.start), lines: words });
        } else if text.is_empty() || is_table_head(text) {
            // Says nothing.
        } else if let Some(last) = cues.last_mut() {
            last.lines.push(line);
        } else {
            open.push(false);
            cues.push(Cue { start: Timecode(0), end: Timecode(0), lines: vec![line] });
        }
    }
    Found { cues, warnings: Vec::new() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{ReadOptions, read, sniff};

    /// What was said, by whom and when, in a text that is told to be of this kind.
    fn said(text: &str) -> Vec<(String, Option<String>, String)> {
        assert_eq!(sniff::reader_of(text.as_bytes(), &ReadOptions::default()).name, "sbv", "{text}");
        let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let blocks = document.blocks.iter().map(|block| {
            let (speaker, time) = document.speech.at(block.span.start);
            let time = time.map(|time| time.to_string()).unwrap_or_default();
            (document.text(block.span).to_owned(), speaker.map(str::to_owned), time)
        });
        blocks.collect()
    }

    #[test]
    fn captions_of_youtube_have_words_speakers_and_times() {
        let text = "0:00:01.500,0:00:04.000\n>> ANN LEE: The quay was sold\n\n0:00:04.000,0:00:07.000\nfor £9 million in May.\n\n0:00:07.100,0:00:09.000\n>> BO ORR: By whom?\n";
        assert_eq!(
            said(text),
            [
                (
                    "The quay was sold for £9 million in May.".to_owned(),
                    Some("ANN LEE".to_owned()),
                    "00:00:01".to_owned()
                ),
                ("By whom?".to_owned(), Some("BO ORR".to_owned()), "00:00:07".to_owned())
            ]
        );
    }

    #[test]
    fn the_panel_of_a_video_is_one_talk_with_times() {
        let text =
            "0:00\nthe quay was sold for nine\n0:03\nmillion pounds\n0:06\nand the board met twice\n0:09\nin june\n";
        let said = said(text);
        assert_eq!(
            said.first().unwrap().0,
            "the quay was sold for nine million pounds and the board met twice in june"
        );
    }

    #[test]
    fn timed_lines_and_tables_of_whisper_are_read() {
        for text in [
            "[00:00:00.000 --> 00:00:03.000]   The quay was sold.\n[00:00:03.000 --> 00:00:06.000]   It cost £9 million.\n",
            "start\tend\ttext\n0\t3000\tThe quay was sold.\n3000\t6000\tIt cost £9 million.\n",
        ] {
            assert_eq!(said(text).first().unwrap().0, "The quay was sold. It cost £9 million.", "{text}");
        }
    }

    #[test]
    fn lines_that_begin_with_the_time_of_a_talk_are_captions() {
        for text in [
            "0:00 the quay was sold\n0:03 for nine million\n0:06 the board met\n0:09 in june\n",
            "0:00the quay was sold\n0:03for nine million\n0:06the board met\n0:09in june\n",
            "00:00 the quay was sold\n00:03 for nine million\n00:06 the board met\n00:09 in june\n",
        ] {
            assert_eq!(
                said(text).first().unwrap().0,
                "the quay was sold for nine million the board met in june",
                "{text}"
            );
        }
    }

    #[test]
    fn the_mark_of_a_turn_is_no_word() {
        let text = "[00:00:00.000 --> 00:00:03.000]   The quay was sold. [SPEAKER_TURN]\n[00:00:03.000 --> 00:00:06.000]   By whom?\n";
        assert_eq!(said(text).first().unwrap().0, "The quay was sold. By whom?");
    }

    #[test]
    fn texts_with_times_in_them_are_no_captions() {
        for text in [
            "The bus left at 10:30.\n10:30\nIt came at noon.\nThen it left.\n",
            "9:15 The bus left.\n9:40 It came.\n10:05 It left again.\n11:00 It stood.\n",
            "1\t2\n3\t4\n",
            "12:30\nLunch\n",
            "",
        ] {
            assert!(!looks_like(text.as_bytes()), "{text}");
        }
    }
}
