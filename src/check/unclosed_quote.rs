//! A quotation whose end is missing.

use super::{Draft, Found};

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    let quoted: Vec<_> =
        draft.document.blocks.iter().flat_map(|block| draft.reading.quotations.outer_in(block.span)).collect();
    for (at, one) in quoted.iter().enumerate() {
        let is_continued = quoted.get(at + 1).is_some_and(|next| next.continues);
        if !one.closed && !is_continued && one.inner.end > one.inner.start {
            let words: Vec<&str> = draft.text(one.inner).split_whitespace().take(6).collect();
            let message = format!("the quotation that begins \"{} …\" has no end", words.join(" "));
            found.push(Found { places: vec![one.outer], message });
        }
    }
}
