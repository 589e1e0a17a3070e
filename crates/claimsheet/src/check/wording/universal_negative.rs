//! "No … has ever": one counterexample is enough.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;

/// What makes a sentence that opens with "no" one about all time.
const EVER: &[&str] = &[" has ever ", " have ever ", " had ever ", " in history "];

/// Openings that say it by themselves.
const NEVER: &[&str] = &["Never before has ", "Never before have ", "There has never been ", "There have never been "];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let text = draft.text(read.span);
        let opens = ["No ", "Not one ", "Nobody ", "No one "].iter().any(|word| text.starts_with(word));
        let told = EVER.iter().filter(|_| opens).find_map(|phrase| Some((text.find(phrase)?, phrase)));
        let never = || {
            NEVER
                .iter()
                .find(|phrase| {
                    let rest = text.strip_prefix(**phrase);
                    rest.is_some_and(|rest| !["we ", "I ", "anything", "so "].iter().any(|word| rest.starts_with(word)))
                })
                .map(|phrase| (0, phrase))
        };
        let told = told.or_else(never);
        if let Some((at, phrase)) = told {
            let span = Span::new(read.span.start, read.span.start + (at + phrase.trim_end().len()) as u32);
            let message = format!("\"{}\": one counterexample is enough: has anybody looked for it?", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}
