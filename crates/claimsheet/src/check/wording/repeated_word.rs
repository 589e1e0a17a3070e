//! "The the": a small word twice.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Small words that no sentence has twice in a row; "that that" and "had had" may stand, and "on on".
const SMALL: &[WordId] = words![
    "the", "of", "to", "and", "a", "an", "in", "at", "for", "with", "from", "by", "or", "but", "are", "its", "their",
    "this", "as", "be"
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let words = draft.annotated.words.within(read.span);
        if !words.windows(2).any(is_doubled) {
            continue;
        }
        let placed: Vec<(WordId, Span)> = draft.annotated.words.placed_within(read.span).collect();
        for pair in placed.windows(2) {
            let [(one, first), (other, second)] = pair else { continue };
            let (told, again) = (draft.text(*first), draft.text(*second));
            let between = draft.text(Span::new(first.end, second.start));
            // "Vitamin A a day", "an A A battery": a capital makes the second another word.
            let is_word = again.chars().all(char::is_lowercase) && !(told == "A" && first.start != read.span.start);
            if is_doubled(&[*one, *other]) && between.chars().all(char::is_whitespace) && is_word {
                let span = first.cover(*second);
                let message = format!("\"{}\": is the word meant twice?", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

fn is_doubled(pair: &[WordId]) -> bool {
    matches!(pair, [one, other] if one == other && SMALL.contains(one))
}
