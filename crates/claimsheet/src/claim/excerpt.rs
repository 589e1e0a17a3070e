//! A passage on one line: cut around what is marked in it.

use super::ByteRange;
use std::ops::Range;

/// Words that are marked, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The words, with the blanks around them.
    pub text: String,
    /// Whether they bear on the fact.
    pub marked: bool,
}

impl Stretch {
    /// Words that are not marked.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marked: false }
    }
}

/// The words of `text` in one line of about `most` characters, around those at the bytes of `marked`.
pub(super) fn excerpt(text: &str, marked: &[ByteRange], most: usize) -> Vec<Stretch> {
    let marks: Vec<Range<usize>> = marked.iter().map(|range| range.start as usize..range.end as usize).collect();
    let window = window(text, &marks, most);
    let mut line = Vec::new();
    if window.start > 0 {
        line.push(Stretch::plain("… "));
    }
    let mut at = window.start;
    for mark in marks.iter().filter(|mark| window.start <= mark.start && mark.end <= window.end) {
        push(&mut line, text.get(at..mark.start), false);
        push(&mut line, text.get(mark.clone()), true);
        at = at.max(mark.end);
    }
    push(&mut line, text.get(at..window.end), false);
    if let Some(last) = line.last_mut().filter(|_| window.end < text.trim_end().len()) {
        last.text.truncate(last.text.trim_end().len());
        line.push(Stretch::plain(" …"));
    }
    line
}

/// Adds words with single blanks between them.
fn push(line: &mut Vec<Stretch>, text: Option<&str>, marked: bool) {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return };
    let mut one = String::with_capacity(text.len());
    for letter in text.chars() {
        let blank = letter.is_whitespace();
        if !blank || !(one.ends_with(' ') || one.is_empty() && line.is_empty()) {
            one.push(if blank { ' ' } else { letter });
        }
    }
    if !one.is_empty() {
        line.push(Stretch { text: one, marked });
    }
}

/// The bytes of the text that are shown: whole words, with as much as can be of what is marked.
fn window(text: &str, marks: &[Range<usize>], most: usize) -> Range<usize> {
    let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let whole = 0..text.trim_end().len();
    if chars.len() <= most + 1 {
        return whole;
    }
    let number = |byte: usize| chars.partition_point(|at| *at < byte);
    // Of all stretches that begin at a mark, the one with the most marked letters.
    let held =
        |from: usize| marks.iter().filter(move |mark| mark.start >= from && number(mark.end) <= number(from) + most);
    let weight = |from: usize| held(from).map(ExactSizeIterator::len).sum::<usize>();
    let best = marks.iter().max_by_key(|mark| (weight(mark.start), std::cmp::Reverse(mark.start)));
    let (first, last) = best.map_or((0, 0), |mark| {
        (number(mark.start), number(held(mark.start).next_back().map_or(mark.start, |last| last.end)))
    });
    let spare = most.saturating_sub(last - first);
    let from = first.saturating_sub(spare / 2).min(chars.len() - 1 - most);
    let to = from + most;
    let byte = |number: usize| chars.get(number).copied().unwrap_or(text.len());
    begin_of_word(text, byte(from), byte(first))..end_of_word(text, byte(last), byte(to))
}

/// The first begin of a word from `at` on, up to `before`.
fn begin_of_word(text: &str, at: usize, before: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let blank = text.get(at..before).and_then(|cut| cut.find(char::is_whitespace));
    blank.map_or(before, |blank| before.min(at + blank + text.get(at + blank..).map_or(0, blanks)))
}

/// The bytes of the blanks that a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The last end of a word up to `at`, from `after` on.
fn end_of_word(text: &str, after: usize, at: usize) -> usize {
    if at >= text.len() {
        return text.trim_end().len();
    }
    let cut = text.get(after..at).unwrap_or("");
    cut.rfind(char::is_whitespace).map_or(after.max(at), |blank| after + blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: &str, most: usize) -> String {
        let start = text.find(mark).unwrap();
        let range = ByteRange { start: start as u32, end: (start + mark.len()) as u32 };
        let stretches = excerpt(text, &[range], most);
        stretches.iter().map(|one| if one.marked { format!("[{}]", one.text) } else { one.text.clone() }).collect()
    }

    #[test]
    fn a_short_passage_is_shown_whole_on_one_line() {
        assert_eq!(shown(" The ferry\n carried  48,212. ", "48,212", 80), "The ferry carried [48,212]. ".trim_end());
    }

    #[test]
    fn a_long_passage_is_cut_at_words_around_what_is_marked() {
        let text = "The board met on a wet evening and spoke first of the weather, then of the ferry, which carried 48,212 passengers in a year that had a long summer and few storms, and then it went home.";
        let line = shown(text, "48,212", 60);
        assert!(line.contains("[48,212] passengers"), "{line}");
        assert!(line.starts_with("… ") && line.ends_with(" …"), "{line}");
        assert!(line.chars().count() < 70, "{line}");
        let end = shown(text, "went home", 60);
        assert!(end.ends_with("[went home]."), "{end}");
        let begin = shown(text, "The board", 60);
        assert!(begin.starts_with("[The board] met"), "{begin}");
    }

    proptest::proptest! {
        #[test]
        fn any_marks_in_any_text_give_a_line(
            text in "[a-zé“ \n]{0,400}", marks in proptest::collection::vec((0_u32..420, 0_u32..40), 0..6), most in 0_usize..90
        ) {
            let mut marks: Vec<ByteRange> = marks.into_iter().map(|(start, length)| ByteRange { start, end: start + length }).collect();
            marks.sort_unstable();
            let line: String = excerpt(&text, &marks, most).into_iter().map(|one| one.text).collect();
            proptest::prop_assert!(!line.contains('\n'));
        }
    }
}
