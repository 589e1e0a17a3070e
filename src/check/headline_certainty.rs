//! "Will" in the headline, "could" in the text.

use super::{Draft, Found};
use crate::document::BlockKind;
use crate::span::Span;
use std::collections::BTreeSet;

/// Words of the text that leave it open.
const OPEN: &[&str] = &["could", "may", "might", "would"];

/// Shortest word of a verb or noun that is compared, in letters.
const SHORTEST: usize = 4;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for title in draft.document.blocks.iter().filter(|block| block.kind == BlockKind::Title) {
        let headline = draft.text(title.span);
        let Some((before, after)) = headline.split_once(" will ").or_else(|| headline.split_once(" Will ")) else {
            continue;
        };
        let Some(verb) = after.split(|letter: char| !letter.is_alphanumeric()).next().map(str::to_lowercase) else {
            continue;
        };
        let subject: BTreeSet<String> = long_words(before);
        if headline.trim_end().ends_with('?') || verb.len() < SHORTEST || subject.is_empty() {
            continue;
        }
        let told = |word: &str| {
            draft.sentences().filter(|(read, _)| !draft.is_heading(read)).find_map(|(read, _)| {
                let lower = draft.text(read.span).to_ascii_lowercase();
                let at = lower.find(&format!(" {word} {verb}"))?;
                let shared = long_words(&lower).intersection(&subject).count() > 0;
                shared.then(|| {
                    let start = read.span.start + at as u32 + 1;
                    Span::new(start, start + (word.len() + 1 + verb.len()) as u32)
                })
            })
        };
        let certain = told("will");
        if let Some(open) = OPEN.iter().find_map(|word| told(word)).filter(|_| certain.is_none()) {
            let start = title.span.start + before.len() as u32 + 1;
            let span = Span::new(start, start + ("will ".len() + verb.len()) as u32);
            let message = format!("the headline says \"{}\", the text \"{}\"", draft.text(span), draft.text(open));
            found.push(Found { places: vec![span, open], message });
        }
    }
}

fn long_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= SHORTEST);
    words.map(str::to_lowercase).collect()
}
