//! "No … has ever": one counterexample is enough.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::universal_negative::{EVER, MILD, NEVER, NO};
use std::ops::Range;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.records() {
        let sentence = draft.sentence(read);
        if !sentence.begins_large() {
            continue;
        }
        let told = sentence.opens_with(NO).then(|| sentence.place_of(EVER)).flatten().or_else(|| {
            let never = sentence.place_of(NEVER).filter(|place| place.start == 0)?;
            (!sentence.from(never.end).opens_with(MILD)).then_some(never)
        });
        if let Some(told) = told.filter(|told| goes_on(sentence, told)) {
            let span = sentence.first(told.end).span();
            let message = format!("\"{}\": one counterexample is enough: has anybody looked for it?", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}

/// Whether a word follows, and no mark.
fn goes_on(sentence: Passage<'_>, told: &Range<usize>) -> bool {
    sentence.tokens.get(told.end).is_some_and(|next| next.spaced)
}
