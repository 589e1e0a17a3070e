//! Aligns a quotation with what was said: word by word, without fillers and false starts.

use crate::spoken::in_words;
use crate::terms::words;

/// A word of a text as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it begins in the text.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// In small letters, numbers in words.
    pub(crate) plain: String,
}

/// Sounds that nobody quotes.
pub(crate) const FILLERS: &[&str] = &["um", "uh", "er", "erm", "ah", "eh", "hm", "hmm", "mm"];

/// The words of a text; with the fillers left out where it was spoken.
pub(crate) fn spoken_words(text: &str, without_fillers: bool) -> Vec<Word> {
    let word = |(start, word): (usize, &str)| {
        let lower = word.to_lowercase().replace('’', "'");
        let number = lower.parse::<usize>().ok().filter(|number| *number < 1_000_000);
        let said = number
            .map_or_else(|| vec![lower.clone()], |number| in_words(number).into_iter().map(str::to_owned).collect());
        let end = start + word.len();
        said.into_iter().map(move |plain| Word { start, end, plain }).collect::<Vec<_>>()
    };
    let all: Vec<Word> = words(text).flat_map(word).collect();
    if !without_fillers {
        return all;
    }
    let mut kept: Vec<Word> = Vec::with_capacity(all.len());
    let mut at = 0;
    while let Some(word) = all.get(at) {
        let next = all.get(at + 1).map(|next| next.plain.as_str());
        let aside = matches!((word.plain.as_str(), next), ("you", Some("know")) | ("i", Some("mean")))
            && text.get(..word.start).is_some_and(|before| before.trim_end().ends_with([',', '.', '—', '–']))
            && all
                .get(at + 1)
                .is_some_and(|next| text.get(next.end..).is_some_and(|after| after.starts_with([',', '.'])));
        if aside {
            at += 2;
        } else {
            if !FILLERS.contains(&word.plain.as_str()) {
                kept.push(word.clone());
            }
            at += 1;
        }
    }
    without_false_starts(text, &kept)
}

/// Drops words that are said again at once: "we, we know", "that's a, that's a different thing", "I, I'm".
fn without_false_starts(text: &str, words: &[Word]) -> Vec<Word> {
    let mut kept: Vec<Word> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let again = (1..=4).rev().find(|length| {
            let said = words.get(at..at + length);
            let then = words.get(at + length..at + 2 * length);
            let begun = |one: &Word, other: &Word| {
                one.plain == other.plain || other.plain.starts_with(&format!("{}'", one.plain))
            };
            let one_sentence = said
                .zip(then)
                .and_then(|(said, then)| text.get(said.last()?.end..then.first()?.start))
                .is_some_and(|between| !between.contains(['.', '!', '?']));
            one_sentence
                && said
                    .zip(then)
                    .is_some_and(|(said, then)| said.iter().zip(then).all(|(one, other)| begun(one, other)))
        });
        if again.is_none() {
            kept.extend(words.get(at).cloned());
        }
        at += again.unwrap_or(1);
    }
    kept
}

/// The best place of a quotation in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Alignment {
    /// Words that were changed, added or lost.
    pub(crate) changes: usize,
    /// The first and one past the last word of the text that it covers.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Words of the quotation that the text has otherwise, with what it has.
    pub(crate) changed: Vec<(String, String)>,
}

/// Longest texts that are aligned, in words.
const LONGEST: usize = 4000;

/// Aligns the whole quotation with a stretch of the text, at the least number of changes.
pub(crate) fn align(quote: &[Word], text: &[Word]) -> Option<Alignment> {
    let text = text.get(..text.len().min(LONGEST))?;
    if quote.is_empty() || quote.len() > LONGEST / 4 {
        return None;
    }
    let width = text.len() + 1;
    let mut cost = vec![0_u32; width * (quote.len() + 1)];
    let at = |row: usize, column: usize| row * width + column;
    for row in 1..=quote.len() {
        if let Some(first) = cost.get_mut(at(row, 0)) {
            *first = row as u32;
        }
        for column in 1..width {
            let same = same(quote.get(row - 1)?, text.get(column - 1)?);
            let changed = cost.get(at(row - 1, column - 1))? + u32::from(!same);
            let added = cost.get(at(row - 1, column))? + 1;
            let lost = cost.get(at(row, column - 1))? + 1;
            if let Some(cell) = cost.get_mut(at(row, column)) {
                *cell = changed.min(added).min(lost);
            }
        }
    }
    let last = cost.get(at(quote.len(), 0)..)?;
    let (mut to, changes) = last.iter().enumerate().min_by_key(|(column, cost)| (**cost, *column))?;
    // A last word that was changed is set against what stands in its place.
    let mut more = *changes;
    while more > 0 && last.get(to + 1) == Some(changes) {
        to += 1;
        more -= 1;
    }
    let (mut row, mut column) = (quote.len(), to);
    let mut swaps = Vec::new();
    while row > 0 {
        let here = *cost.get(at(row, column))?;
        if column > 0 {
            let same = same(quote.get(row - 1)?, text.get(column - 1)?);
            if *cost.get(at(row - 1, column - 1))? + u32::from(!same) == here {
                if !same {
                    swaps.push((quote.get(row - 1)?.plain.clone(), text.get(column - 1)?.plain.clone()));
                }
                row -= 1;
                column -= 1;
                continue;
            }
            if *cost.get(at(row, column - 1))? + 1 == here {
                swaps.push((String::new(), text.get(column - 1)?.plain.clone()));
                column -= 1;
                continue;
            }
        }
        swaps.push((quote.get(row - 1)?.plain.clone(), String::new()));
        row -= 1;
    }
    swaps.reverse();
    Some(Alignment { changes: *changes as usize, from: column, to, changed: swaps })
}

fn same(one: &Word, other: &Word) -> bool {
    one.plain == other.plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(quote: &str, text: &str) -> Alignment {
        align(&spoken_words(quote, true), &spoken_words(text, true)).unwrap()
    }

    #[test]
    fn fillers_and_false_starts_change_nothing() {
        let said = "They never, um, they never asked for the keys. I, er, I can't honestly, you know, complain.";
        assert_eq!(aligned("They never asked for the keys", said).changes, 0);
        assert_eq!(aligned("I can't honestly complain", said).changes, 0);
    }

    #[test]
    fn a_changed_word_is_told_with_what_was_said() {
        let found =
            aligned("the crane can stay till the summer", "Fine. The crane can stay till the autumn. Then it goes.");
        assert_eq!(found.changes, 1);
        assert_eq!(found.changed, [("summer".to_owned(), "autumn".to_owned())]);
    }
}
