//! Talks that programs write as data: TTML, and the JSON of Whisper, `WhisperX`, whisper.cpp, Rev, Trint, Otter,
//! Descript, Deepgram, AWS Transcribe and their like, and of chats.
//!
//! Nobody reads such a file as it stands, so positions are paragraphs of the text taken out of it.

mod chats;
mod services;

use super::cues::{EmptyLine, find};
use crate::cms::sniff;
use crate::tree::Tree;
use crate::{ReadError, ReadOptions, Reader, encoding, extracted, json, xml};
use claimsheet::text::document::builder::DocumentBuilder;
use claimsheet::text::document::{BlockKind, Document, Timecode};
use serde_json::Value;
use std::fmt::Write as _;

/// TTML, and the timed text that broadcasters make of it.
pub(crate) const TTML: Reader = Reader {
    name: "ttml",
    about: "TTML captions (XML)",
    extensions: &["ttml", "dfxp", "itt"],
    recognises: |bytes| xml::outermost(bytes) == Some("tt"),
    read: |bytes, options| encoding::read_markup(bytes, options, |text| Ok(vec![of_xml(text, options)?])),
};

/// Transcripts as JSON.
pub(crate) const JSON: Reader = Reader {
    name: "transcript-json",
    about: "Transcripts of Whisper, WhisperX, Rev, Trint, Otter, Descript, Deepgram, AWS; chats of Telegram, Slack (JSON)",
    extensions: &[],
    recognises: sniff::is_talk,
    read: |bytes, options| {
        encoding::read_text(bytes, options, |text| Ok(vec![of_json(&json::parse(text, options.limits)?)?]))
    },
};

/// What somebody said at a time.
#[derive(Debug, Default)]
pub(crate) struct Passage {
    pub(crate) speaker: Option<String>,
    pub(crate) start: Option<Timecode>,
    pub(crate) end: Option<Timecode>,
    pub(crate) words: String,
}

/// The passages as a document: as WebVTT, which is read as any other, or as paragraphs where none has a time.
pub(crate) fn document(passages: &[Passage]) -> Result<Document, ReadError> {
    let is_timed = passages.iter().any(|passage| passage.start.is_some());
    let document = if is_timed { timed(passages) } else { untimed(passages) };
    if document.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(extracted(document)) }
}

/// A paragraph a passage, each with who says it.
fn untimed(passages: &[Passage]) -> Document {
    let words: Vec<String> =
        passages.iter().map(|passage| passage.words.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let source = words.join("\n");
    let mut builder = DocumentBuilder::new(&source);
    let mut at = 0;
    for (passage, words) in passages.iter().zip(&words) {
        if !words.is_empty() {
            builder.open(BlockKind::Paragraph);
            let name = passage.speaker.as_deref().map(str::trim).filter(|name| !name.is_empty());
            let speaker = name.map(|name| builder.document.speech.speaker(name));
            builder.speaks(speaker, None);
            builder.verbatim(at, at + words.len());
            builder.close();
        }
        at += words.len() + 1;
    }
    builder.finish()
}

/// The passages as WebVTT.
fn timed(passages: &[Passage]) -> Document {
    let mut vtt = String::from("WEBVTT\n");
    let (mut last, mut was_known) = (Timecode(0), false);
    for passage in passages {
        let words = passage.words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            continue;
        }
        let start = passage.start.unwrap_or(last);
        let end = passage.end.unwrap_or(start).max(start);
        last = end;
        let voice = passage.speaker.as_deref().map(escaped).filter(|name| !name.is_empty());
        // What has no name behind what has one is somebody else's.
        let change = if was_known { ">> " } else { "" };
        was_known = voice.is_some();
        let voice = voice.map_or_else(|| change.to_owned(), |name| format!("<v {name}>"));
        let clock = |time: Timecode| format!("{time}.{:03}", time.0 % 1000);
        let _ = write!(vtt, "\n{} --> {}\n{voice}{}\n", clock(start), clock(end), escaped(&words));
    }
    super::document(&vtt, find(&vtt, EmptyLine::Ends))
}

/// `text` without what means something in WebVTT.
fn escaped(text: &str) -> String {
    let plain: String = text.chars().filter(|sign| !sign.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").trim().to_owned()
}

/// The passages of TTML: its paragraphs with their times and agents.
fn of_xml(source: &str, options: &ReadOptions<'_>) -> Result<Document, ReadError> {
    let tree = xml::parse(source, options.limits.depth)?;
    let named = |name: &'static str| {
        let tree = &tree;
        tree.elements(0, tree.len()).map(|(at, _)| at).filter(move |at| local_name(tree, *at) == name)
    };
    let agents: Vec<(String, String)> =
        named("agent").filter_map(|at| Some((tree.attribute(at, "xml:id")?.into_owned(), tree.text_of(at)))).collect();
    let passages: Vec<Passage> = named("p")
        .map(|at| {
            let agent = tree.around(at).find_map(|at| tree.attribute(at, "ttm:agent"));
            let name = agent.map(|id| {
                agents.iter().find(|(known, _)| *known == id).map_or(id.into_owned(), |(_, name)| name.clone())
            });
            let time = |name| tree.attribute(at, name).as_deref().and_then(clock);
            Passage { speaker: name, start: time("begin"), end: time("end"), words: words_of(&tree, at) }
        })
        .collect();
    document(&passages)
}

fn local_name<'a>(tree: &Tree<'a>, at: usize) -> &'a str {
    tree.name(at).rsplit(':').next().unwrap_or_default()
}

/// The words of a paragraph; a line break is a space.
fn words_of(tree: &Tree<'_>, at: usize) -> String {
    let parts = (at + 1..tree.end(at)).map(|inner| match tree.tag(inner) {
        Some(_) if local_name(tree, inner) == "br" => " ".to_owned(),
        Some(_) => String::new(),
        None => tree.characters(inner, inner + 1),
    });
    parts.collect()
}

/// `00:00:01.500`, `1.5s`, `90f` (of which nothing can be told without a rate).
fn clock(text: &str) -> Option<Timecode> {
    let text = text.trim();
    let seconds = || text.strip_suffix('s')?.parse::<f64>().ok().and_then(of_seconds);
    let ticks = || text.strip_suffix('t')?.parse::<f64>().ok().and_then(|ticks| of_seconds(ticks / 1e7));
    Timecode::parse(text).or_else(seconds).or_else(ticks)
}

#[allow(clippy::cast_sign_loss, reason = "the range has no negative numbers")]
fn of_seconds(seconds: f64) -> Option<Timecode> {
    (seconds.is_finite() && (0.0..4e6).contains(&seconds)).then(|| Timecode((seconds * 1000.0).round() as u32))
}

/// The talk in a JSON file, by the list that it has.
fn of_json(file: &Value) -> Result<Document, ReadError> {
    let told = file.get("results").and_then(services::passages).or_else(|| chats::passages(file));
    if let Some(passages) = told {
        return document(&passages);
    }
    let file = file.get("transcript").filter(|inner| inner.is_object()).unwrap_or(file);
    let found = sniff::TALKS.iter().find_map(|name| Some((*name, file.get(*name)?.as_array()?)));
    let Some((name, list)) = found else { return Err(ReadError::UnknownShape { language: "JSON", known: KNOWN }) };
    let passages = match name {
        "monologues" => list.iter().map(|part| of_monologue(part, file)).collect(),
        "words" => of_words(list, file),
        "transcripts" => list.iter().map(|part| passage(part, file, 16_000.0)).collect(),
        _ => list.iter().map(|part| passage(part, file, divisor(list))).collect::<Vec<_>>(),
    };
    document(&passages)
}

/// What is known, for those who have something else.
const KNOWN: &str = "the JSON of Whisper, WhisperX, whisper.cpp, Rev, Trint, Otter, Descript, Deepgram, AWS Transcribe, Telegram, Slack";

/// What times are counted in: seconds, or thousandths where all of them are whole and some are high.
fn divisor(list: &[Value]) -> f64 {
    let ends = || list.iter().filter_map(|part| part.get("end").or_else(|| part.get("start")));
    let whole = ends().all(|end| end.as_u64().is_some());
    if whole && ends().filter_map(Value::as_u64).any(|end| end >= 1_000) { 1000.0 } else { 1.0 }
}

/// A part of a talk; its times are divided by `divisor` to seconds.
fn passage(part: &Value, file: &Value, divisor: f64) -> Passage {
    let text = |names: &[&str]| names.iter().find_map(|name| part.get(*name)?.as_str()).map(str::to_owned);
    let time = |names: &[&str], inner: &str| {
        let number = names.iter().find_map(|name| part.get(*name)?.as_f64());
        let clock = || part.get("timestamps")?.get(inner)?.as_str().and_then(Timecode::parse);
        let written = || names.iter().find_map(|name| part.get(*name)?.as_str()).and_then(Timecode::parse);
        number.and_then(|number| of_seconds(number / divisor)).or_else(clock).or_else(written)
    };
    let words = text(&["text", "transcript", "content", "value", "body"])
        .or_else(|| part.get("words").and_then(Value::as_array).map(|words| joined(words)));
    Passage {
        speaker: speaker(part, file),
        start: time(&["start", "start_offset", "startTime", "start_time", "begin"], "from"),
        end: time(&["end", "end_offset", "endTime", "end_time"], "to"),
        words: words.unwrap_or_default(),
    }
}

/// Who says a part: by name, or by the number that a list of speakers names.
fn speaker(part: &Value, file: &Value) -> Option<String> {
    let of_name =
        ["speaker", "speaker_name", "speakerName", "speaker_label", "label"].iter().find_map(|name| part.get(*name));
    let given = of_name.or_else(|| part.get("speaker_id"))?;
    let name_of = |value: &Value| {
        let text = ["name", "speaker_name", "label"].iter().find_map(|name| value.get(*name)?.as_str());
        text.filter(|text| !text.trim().is_empty()).map(str::to_owned)
    };
    if given.is_object() {
        return name_of(given);
    }
    let same = |known: &&Value| ["id", "speaker_id"].iter().any(|name| known.get(*name).is_some_and(|id| id == given));
    let known =
        file.get("speakers").and_then(Value::as_array).and_then(|list| list.iter().find(same)).and_then(name_of);
    known.or_else(|| match given {
        Value::String(name) if !name.trim().is_empty() => Some(name.clone()),
        Value::Number(number) => Some(format!("Speaker {number}")),
        _ => None,
    })
}

/// The words of a list of them, with the spaces that they bring along or need.
fn joined(words: &[Value]) -> String {
    let mut text = String::new();
    for word in words {
        let name =
            ["word", "text", "name", "value", "punctuated_word"].iter().find_map(|name| word.get(*name)?.as_str());
        let word = name.unwrap_or_default();
        let is_mark = word.chars().all(|sign| ".,;:?!…".contains(sign));
        if !text.is_empty() && !text.ends_with(' ') && !word.starts_with(' ') && !is_mark {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// A turn as Rev has it: words and marks one by one.
fn of_monologue(part: &Value, file: &Value) -> Passage {
    let elements = part.get("elements").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let times = |name: &str| elements.iter().filter_map(|element| element.get(name)?.as_f64()).collect::<Vec<_>>();
    let value = |element: &Value| element.get("value").and_then(Value::as_str).map(str::to_owned);
    Passage {
        speaker: speaker(part, file),
        start: times("ts").first().copied().and_then(of_seconds),
        end: times("end_ts").last().copied().and_then(of_seconds),
        words: elements.iter().filter_map(value).collect(),
    }
}

/// Words one by one, put together as long as one person speaks, as Trint has them: times in thousandths, and a
/// list of who speaks from when.
fn of_words(list: &[Value], file: &Value) -> Vec<Passage> {
    let time = |value: &Value| value.get("time").or_else(|| value.get("start")).and_then(Value::as_f64);
    let speakers: Vec<(f64, String)> = file
        .get("speakers")
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .filter_map(|known| {
            Some((time(known)?, known.get("speaker").or_else(|| known.get("name"))?.as_str()?.to_owned()))
        })
        .collect();
    let scale = if list.iter().filter_map(time).all(|time| time.fract() == 0.0) { 1000.0 } else { 1.0 };
    let mut passages: Vec<Passage> = Vec::new();
    for word in list {
        let start = time(word);
        let by_time = start.and_then(|start| speakers.iter().rev().find(|(from, _)| *from <= start));
        let who = speaker(word, file).or_else(|| by_time.map(|(_, name)| name.clone()));
        let at = start.and_then(|start| of_seconds(start / scale));
        let text = joined(std::slice::from_ref(word));
        match passages.last_mut().filter(|last| last.speaker == who) {
            Some(passage) => {
                let is_mark = text.chars().all(|sign| ".,;:?!…".contains(sign));
                if !is_mark {
                    passage.words.push(' ');
                }
                passage.words.push_str(&text);
                passage.end = at.or(passage.end);
            }
            None => passages.push(Passage { speaker: who, start: at, end: at, words: text }),
        }
    }
    passages
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::read;

    /// Words, speaker and time of each block of a file that is told to be of that kind.
    fn said(text: &str, format: &str) -> Vec<(String, String, String)> {
        assert_eq!(crate::sniff::reader_of(text.as_bytes(), &ReadOptions::default()).name, format, "{text}");
        let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let blocks = document.blocks.iter().map(|block| {
            let (speaker, time) = document.speech.at(block.span.start);
            let time = time.map(|time| time.to_string()).unwrap_or_default();
            (document.text(block.span).to_owned(), speaker.unwrap_or_default().to_owned(), time)
        });
        blocks.collect()
    }

    fn turn(words: &str, speaker: &str, time: &str) -> (String, String, String) {
        (words.to_owned(), speaker.to_owned(), time.to_owned())
    }

    #[test]
    fn each_program_says_who_speaks_when_in_its_own_way() {
        let whisperx = r#"{"segments":[{"start":1.5,"end":3.0,"text":" The quay was sold.","speaker":"SPEAKER_00"},{"start":63.0,"end":64.0,"text":" By whom?","speaker":"SPEAKER_01"}],"language":"en"}"#;
        let assembly = r#"{"utterances":[{"speaker":"SPEAKER_00","start":1500,"end":3000,"text":"The quay was sold."},{"speaker":"SPEAKER_01","start":63000,"end":64000,"text":"By whom?"}]}"#;
        let rev = r#"{"monologues":[{"speaker":0,"elements":[{"type":"text","value":"The","ts":1.5},{"type":"punct","value":" "},{"type":"text","value":"quay was sold"},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"By whom","ts":63.1},{"type":"punct","value":"?"}]}],"speakers":[{"id":0,"name":"SPEAKER_00"},{"id":1,"name":"SPEAKER_01"}]}"#;
        let trint = r#"{"words":[{"time":1500,"name":"The"},{"time":1800,"name":"quay"},{"time":1900,"name":"was"},{"time":2000,"name":"sold."},{"time":63000,"name":"By"},{"time":63100,"name":"whom?"}],"speakers":[{"time":0,"speaker":"SPEAKER_00"},{"time":63000,"speaker":"SPEAKER_01"}]}"#;
        let otter = r#"{"transcripts":[{"transcript":"The quay was sold.","start_offset":24000,"speaker_id":7},{"transcript":"By whom?","start_offset":1008000,"speaker_id":8}],"speakers":[{"id":7,"speaker_name":"SPEAKER_00"},{"id":8,"speaker_name":"SPEAKER_01"}]}"#;
        for text in [whisperx, assembly, rev, trint, otter] {
            assert_eq!(
                said(text, "transcript-json"),
                [turn("The quay was sold.", "SPEAKER_00", "00:00:01"), turn("By whom?", "SPEAKER_01", "00:01:03")],
                "{text}"
            );
        }
        let cpp = r#"{"systeminfo":"x","transcription":[{"timestamps":{"from":"00:00:01,500","to":"00:00:03,000"},"offsets":{"from":1500,"to":3000},"text":" The quay was sold."}]}"#;
        assert_eq!(said(cpp, "transcript-json"), [turn("The quay was sold.", "", "00:00:01")]);
    }

    #[test]
    fn services_name_voices_and_give_times() {
        let aws = r#"{"jobName":"x","status":"COMPLETED","results":{"items":[{"type":"pronunciation","start_time":"1.5","end_time":"1.9","speaker_label":"spk_0","alternatives":[{"content":"Sold"}]},{"type":"punctuation","alternatives":[{"content":"."}]},{"type":"pronunciation","start_time":"63.0","end_time":"64.0","speaker_label":"spk_1","alternatives":[{"content":"By"}]},{"type":"pronunciation","start_time":"64.0","speaker_label":"spk_1","alternatives":[{"content":"whom"}]},{"type":"punctuation","alternatives":[{"content":"?"}]}]}}"#;
        let paragraphs = r#"{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"Sold. By whom?","paragraphs":{"paragraphs":[{"speaker":0,"start":1.5,"end":2.0,"sentences":[{"text":"Sold."}]},{"speaker":1,"start":63.0,"end":64.0,"sentences":[{"text":"By"},{"text":"whom?"}]}]}}]}]}}"#;
        let utterances = r#"{"metadata":{},"results":{"utterances":[{"speaker":0,"start":1.5,"end":2.0,"transcript":"Sold."},{"speaker":1,"start":63.0,"end":64.0,"transcript":"By whom?"}]}}"#;
        for (text, [one, other]) in [
            (aws, ["spk_0", "spk_1"]),
            (paragraphs, ["Speaker 0", "Speaker 1"]),
            (utterances, ["Speaker 0", "Speaker 1"]),
        ] {
            assert_eq!(
                said(text, "transcript-json"),
                [turn("Sold.", one, "00:00:01"), turn("By whom?", other, "00:01:03")],
                "{text}"
            );
        }
    }

    #[test]
    fn messages_of_chats_have_who_wrote_them() {
        let telegram = r#"{"name":"Quay","type":"private_group","id":1,"messages":[{"id":1,"type":"service","date":"2026-03-02T10:00:00","action":"create"},{"id":2,"type":"message","date":"2026-03-02T10:01:00","from":"Ann Lee","text":["The quay cost ",{"type":"bold","text":"£9 million"},"."]},{"id":3,"type":"message","from":"Bo Orr","text":"By whom?"}]}"#;
        let slack = r#"[{"type":"message","user":"U1","text":"The quay cost £9 million.","ts":"1.2","user_profile":{"real_name":"Ann Lee"}},{"type":"message","user":"U2","text":"By whom?","ts":"1.3","user_profile":{"real_name":"Bo Orr"}}]"#;
        for text in [telegram, slack] {
            assert_eq!(
                said(text, "transcript-json"),
                [turn("The quay cost £9 million.", "Ann Lee", ""), turn("By whom?", "Bo Orr", "")],
                "{text}"
            );
        }
    }

    #[test]
    fn ttml_has_paragraphs_with_times_and_agents() {
        let text = "<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\"><head><metadata><ttm:agent xml:id=\"a\"><ttm:name>Ann Lee</ttm:name></ttm:agent></metadata></head><body><div><p begin=\"00:00:01.500\" end=\"00:00:03.000\" ttm:agent=\"a\">The quay<br/>was sold.</p><p begin=\"63s\" end=\"64s\">It cost &lt;£9 &amp; more.</p></div></body></tt>";
        assert_eq!(
            said(text, "ttml"),
            [turn("The quay was sold.", "Ann Lee", "00:00:01"), turn("It cost <£9 & more.", "", "00:01:03")]
        );
    }

    #[test]
    fn a_talk_without_words_is_empty() {
        assert_eq!(
            read(br#"{"segments":[{"start":1,"text":" "}]}"#, &ReadOptions::default()).unwrap_err(),
            ReadError::Empty
        );
    }
}
