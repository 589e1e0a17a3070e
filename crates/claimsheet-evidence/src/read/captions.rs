//! Captions: what one speaker says runs on over the captions; each keeps its time.

use super::{ReadOutcome, decoded};
use crate::passage::{Passage, Place, SourceFile};

/// Characters of one turn from which on the next caption begins another passage at the end of a sentence.
const LONG: usize = 600;

/// Reads SRT and WebVTT.
pub(super) fn read(bytes: &[u8]) -> ReadOutcome {
    let text = decoded(bytes)?;
    let mut file = SourceFile { kind: "captions".to_owned(), ..SourceFile::default() };
    let mut time: Option<(String, u32)> = None;
    let mut before = "";
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some((start, _)) = line.split_once("-->") {
            time = Some((start.trim().to_owned(), number));
        } else if line.is_empty() {
            time = time.filter(|_| before.contains("-->"));
        } else if let Some(time) = &time {
            say(&mut file, time, line);
        }
        before = line;
    }
    if file.passages.is_empty() { Err("it holds no captions".to_owned()) } else { Ok(file) }
}

/// Adds a line of a caption to the turn that is open, or opens another.
fn say(file: &mut SourceFile, (time, line): &(String, u32), words: &str) {
    let (speaker, words) = spoken(words);
    let words = without_tags(words);
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    let place = Place::line(*line).at_time(Some(time.clone()));
    let last = file.passages.last_mut();
    let goes_on = last.filter(|last| {
        let same = speaker.is_none() || speaker == last.speaker;
        same && (last.text.len() < LONG || !last.text.ends_with(['.', '?', '!']))
    });
    if let Some(last) = goes_on {
        last.text.push(' ');
        if last.anchors.last().is_none_or(|(_, known)| *known != place) {
            last.anchors.push((last.text.len(), place));
        }
        last.text.push_str(words);
    } else {
        let before = file.passages.last().and_then(|last| last.speaker.clone());
        let passage = Passage::at(place, words);
        file.passages.push(Passage { speaker: speaker.or(before), ..passage });
    }
}

/// Who speaks and what: `<v Name>words`, `NAME: words`.
fn spoken(line: &str) -> (Option<String>, &str) {
    if let Some(rest) = line.strip_prefix("<v")
        && let Some((name, words)) = rest.split_once('>')
    {
        let name = name.split_once(' ').map_or(name, |(_, name)| name);
        return (Some(name.trim().to_owned()), words);
    }
    super::lines::named(line.trim_start_matches(['-', ' '])).map_or((None, line), |(name, words)| (Some(name), words))
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut within = false;
    for letter in text.chars() {
        match letter {
            '<' => within = true,
            '>' if within => within = false,
            letter if !within => plain.push(letter),
            _ => {}
        }
    }
    plain
}
