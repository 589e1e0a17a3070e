//! A paragraph of quotation that nobody speaks.

use crate::check::{CheckContext, Found};
use crate::text::document::BlockKind;
use crate::text::span::Span;

/// Verbs of which one, near by, gives the speaker.
const SPEECH: &[&str] = &[
    "say",
    "says",
    "said",
    "tell",
    "tells",
    "told",
    "add",
    "added",
    "adds",
    "wrote",
    "writes",
    "asked",
    "replied",
    "recalled",
    "explained",
    "testified",
    "tweeted",
    "posted",
    "spoke",
    "speaking",
    "statement",
    "put it",
    "continued",
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let blocks = &draft.document.blocks;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph) {
        let text = draft.text(block.span).trim();
        let inside = text.strip_prefix(['“', '"']).and_then(|text| text.strip_suffix(['”', '"']));
        let Some(inside) = inside.filter(|inside| !inside.contains(['“', '”', '"'])) else { continue };
        let around = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| blocks.get(at));
        let spoken = around.map(|block| draft.text(block.span)).any(|near| {
            let near = near.trim();
            let said =
                near.to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| SPEECH.contains(&word));
            said || near.ends_with(':') || near.starts_with(['—', '–', '-', '“', '"']) || near.contains(['“', '”', '"'])
        });
        let words = inside.split_whitespace().count();
        let is_sentence = words >= 6 && inside.ends_with(['.', '!', '?', '…']);
        let attributed = draft.signals_in(block.span).any(|signal| signal.attribution().is_some());
        if is_sentence && !spoken && !attributed {
            let end = block.span.start + text.find(' ').unwrap_or(text.len()) as u32;
            let place = Span::new(block.span.start, end.max(block.span.start + 1));
            let first: Vec<&str> = inside.split_whitespace().take(5).collect();
            let message = format!("nobody speaks the quotation \"{} …\"", first.join(" "));
            found.push(Found { places: vec![place], message });
        }
    }
}
