//! Plain text with its line numbers: notes, letters, transcripts of interviews, calls and courts.

use super::{ReadOutcome, decoded};
use crate::passage::{Passage, Place, SourceFile};

/// Reads text line by line. Lines that run on are one passage; each keeps its number.
pub(super) fn read(path: &str, bytes: &[u8]) -> ReadOutcome {
    let text = decoded(bytes)?;
    let is_markdown = path.to_ascii_lowercase().ends_with(".md") || path.to_ascii_lowercase().ends_with(".markdown");
    let numbered = is_numbered(&text);
    let mut file = SourceFile::default();
    let mut open = false;
    let mut time = None;
    for (number, line) in (1..).zip(text.lines()) {
        let line = if numbered { without_number(line) } else { line };
        let plain = if is_markdown { without_marks(line) } else { line.trim() };
        if plain.is_empty() || plain.chars().all(|letter| matches!(letter, '-' | '=' | '*' | '_' | ' ')) {
            open = false;
            continue;
        }
        let (said_at, words) = timed(plain);
        if said_at.is_some() {
            time = said_at;
        }
        let place = Place::line(number).at_time(time.clone());
        let turn = named(words).filter(|_| !is_markdown || time.is_some());
        let begins =
            !open || time.is_some() && plain != words || turn.is_some() || starts_item(line) || ends_short(&file);
        if begins {
            let before =
                file.passages.last().and_then(|last| last.speaker.clone()).filter(|_| time.is_some() && turn.is_none());
            let (speaker, words) = turn.map_or((before, words), |(name, words)| (Some(name), words));
            file.passages.push(Passage { speaker, ..Passage::at(place, words) });
        } else if let Some(last) = file.passages.last_mut() {
            last.text.push(' ');
            last.anchors.push((last.text.len(), place));
            last.text.push_str(words);
        }
        open = true;
    }
    if file.passages.is_empty() {
        return Err("it is empty".to_owned());
    }
    full_names(&mut file);
    let is_transcript =
        file.passages.iter().filter(|passage| passage.speaker.is_some()).count() * 2 > file.passages.len();
    let kind = if is_transcript {
        "transcript"
    } else if is_markdown {
        "notes"
    } else {
        "text"
    };
    kind.clone_into(&mut file.kind);
    file.title = file.passages.first().map(|first| first.text.chars().take(160).collect());
    Ok(file)
}

/// Whether the passage that is open ended before its line was full, as signatures and headings do.
fn ends_short(file: &SourceFile) -> bool {
    file.passages.last().is_some_and(|last| {
        let start = last.anchors.last().map_or(0, |(start, _)| *start);
        last.text.len() - start < 40
    })
}

fn starts_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") || line.starts_with('#')
}

/// Whether most lines begin with their number, as a court's transcript does.
fn is_numbered(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let with_number = lines.iter().filter(|line| {
        let digits = line.trim_start().chars().take_while(char::is_ascii_digit).count();
        (1..=2).contains(&digits)
            && line.trim_start().chars().nth(digits).is_none_or(|letter| letter == ' ' || letter == '\t')
    });
    lines.len() > 10 && with_number.count() * 10 > lines.len() * 7
}

fn without_number(line: &str) -> &str {
    let plain = line.trim_start();
    plain.trim_start_matches(|letter: char| letter.is_ascii_digit())
}

/// A line of Markdown without the marks that say what it is.
fn without_marks(line: &str) -> &str {
    line.trim().trim_start_matches(['#', '>', ' ']).trim_start_matches("- ").trim_start_matches("* ").trim()
}

/// When a line was said, and its words: `[00:12:31] words`, `00:12 words`.
fn timed(line: &str) -> (Option<String>, &str) {
    let inner = line.trim_start_matches(['[', '(']);
    let end =
        inner.find(|letter: char| !(letter.is_ascii_digit() || letter == ':' || letter == '.')).unwrap_or(inner.len());
    let (time, rest) = inner.split_at(end);
    let bracketed = inner.len() < line.len();
    let parts = time.split(':').count();
    let is_time =
        parts >= 2 && time.split(':').all(|part| !part.is_empty() && part.len() <= 6) && (bracketed || parts == 3);
    if !is_time {
        return (None, line);
    }
    (Some(time.to_owned()), rest.trim_start_matches([']', ')', ' ', '-', '–']))
}

/// Who speaks at the start of a line, and what: `HOLM: words`, `Mr. Reyes: words`, `Q. words`.
pub(super) fn named(line: &str) -> Option<(String, &str)> {
    if let Some(words) = line.strip_prefix("Q. ").or_else(|| line.strip_prefix("Q ")) {
        return Some(("Q".to_owned(), words.trim_start()));
    }
    if let Some(words) = line.strip_prefix("A. ").or_else(|| line.strip_prefix("A  ")) {
        return Some(("A".to_owned(), words.trim_start()));
    }
    let (name, words) = line.split_once(':')?;
    let count = name.split_whitespace().count();
    let is_name = name.starts_with(char::is_uppercase)
        && (1..=4).contains(&count)
        && name.len() <= 40
        && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '.' | '-' | '\'' | '’'))
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (is_name && words.starts_with(' ')).then(|| (name.trim().to_owned(), words.trim_start()))
}

/// Initials that the head of a transcript explains are written out: "Odile Halloran (OH)", "PL = Lyle".
fn full_names(file: &mut SourceFile) {
    let head = file.passages.iter().take(6).map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" ");
    let explained = |initials: &str| {
        let by_bracket = head.find(&format!("({initials})")).and_then(|at| head.get(..at)).map(|before| {
            let words: Vec<&str> = before.split_whitespace().collect();
            let names = words
                .iter()
                .rev()
                .take_while(|word| word.starts_with(char::is_uppercase) && !word.ends_with([':', ',']));
            let mut names: Vec<&str> = names.copied().take(3).collect();
            names.reverse();
            names.join(" ")
        });
        let by_equals = || {
            let after = head.split(&format!("{initials} = ")).nth(1)?;
            Some(after.split([']', ',', ';', '.']).next()?.trim().to_owned())
        };
        by_bracket.or_else(by_equals).filter(|name| !name.is_empty() && name.len() < 60)
    };
    let names: Vec<Option<String>> = file
        .passages
        .iter()
        .map(|passage| passage.speaker.as_deref().filter(|name| name.len() <= 4).and_then(explained))
        .collect();
    for (passage, name) in file.passages.iter_mut().zip(names) {
        passage.speaker = name.or_else(|| passage.speaker.take());
    }
}
