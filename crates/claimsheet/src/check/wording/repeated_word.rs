//! "The the": a small word twice.

use crate::check::{CheckContext, Found};
use crate::english::phrase_lists::{is_listed, repeated_word::SMALL};
use crate::english::token::{Case, Token};

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.records() {
        let tokens = draft.annotated.tokens(read);
        for (at, pair) in tokens.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            // "Vitamin A a day", "an A A battery": a capital makes the second another word.
            if is_doubled(one, other) && other.case == Case::Lower && (at == 0 || draft.text(one.span) != "A") {
                let span = one.span.cover(other.span);
                let message = format!("\"{}\": is the word meant twice?", draft.text(span));
                found.push(Found { places: vec![span], message });
            }
        }
    }
}

fn is_doubled(one: &Token, other: &Token) -> bool {
    one.word == other.word && other.spaced && is_listed(SMALL, one.word)
}
