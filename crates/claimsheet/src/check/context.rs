//! A draft as the checks see it, and what they find in it.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::signal::Signal;
use crate::text::document::Document;
use crate::text::span::Span;

/// How far a check looks before and behind a figure, in bytes.
pub(crate) const NEAR: usize = 120;

/// Whether so many bytes in a row are of a sort. The last of a stretch is asked first: where it is not, none
/// of the stretch needs asking (Boyer and Moore).
pub(crate) fn has_run(text: &str, length: usize, is: impl Fn(u8) -> bool) -> bool {
    let mut end = length;
    while let Some(stretch) = text.as_bytes().get(end - length..end) {
        match stretch.iter().rposition(|byte| !is(*byte)) {
            Some(other) => end += other + 1,
            None => return true,
        }
    }
    false
}

/// What a check found: the words at fault, at least one place in the prose, and what disagrees.
pub(crate) struct Found {
    pub(crate) places: Vec<Span>,
    pub(crate) message: String,
}

/// A draft as the checks see it.
pub(crate) struct CheckContext<'a> {
    pub(crate) document: &'a Document,
    pub(crate) annotated: &'a AnnotatedText<'a>,
}

impl<'a> CheckContext<'a> {
    pub(crate) fn text(&self, span: Span) -> &'a str {
        self.document.text(span)
    }

    /// The prose right behind a span, up to [`NEAR`] bytes of it.
    pub(crate) fn behind(&self, span: Span) -> &'a str {
        let prose = self.document.prose.as_str();
        let end = prose.floor_char_boundary((span.end as usize + NEAR).min(prose.len()));
        prose.get(span.end as usize..end).unwrap_or("")
    }

    /// The prose right before a span, up to [`NEAR`] bytes of it.
    pub(crate) fn before(&self, span: Span) -> &'a str {
        let prose = self.document.prose.as_str();
        let start = prose.ceil_char_boundary((span.start as usize).saturating_sub(NEAR));
        prose.get(start..span.start as usize).unwrap_or("")
    }

    /// The words of a sentence right before a span, up to [`NEAR`] bytes of them.
    pub(crate) fn before_in(&self, sentence: Span, span: Span) -> &'a str {
        let before = self.before(span);
        let length = (span.start.max(sentence.start) - sentence.start) as usize;
        before.get(before.len().saturating_sub(length)..).unwrap_or(before)
    }

    /// The words of a sentence right behind a span, up to [`NEAR`] bytes of them.
    pub(crate) fn behind_in(&self, sentence: Span, span: Span) -> &'a str {
        let behind = self.behind(span);
        let length = (sentence.end.max(span.end) - span.end) as usize;
        behind.get(..length).unwrap_or(behind)
    }

    pub(crate) fn sentences(&self) -> impl Iterator<Item = (&'a SentenceRecord, &'a [Signal])> + use<'a> {
        let annotated = self.annotated;
        annotated.sentences.iter().map(move |record| (record, annotated.signals(record)))
    }

    /// The signals of the sentences that begin in a span.
    pub(crate) fn signals_in(&self, span: Span) -> impl Iterator<Item = &'a Signal> + use<'a> {
        let sentences = &self.annotated.sentences;
        let from = sentences.partition_point(|record| record.span.start < span.start);
        let to = sentences.partition_point(|record| record.span.start < span.end);
        let annotated = self.annotated;
        sentences.get(from..to).unwrap_or_default().iter().flat_map(move |record| annotated.signals(record))
    }

    /// Whether the sentence stands in the headline or another heading.
    pub(crate) fn is_heading(&self, record: &SentenceRecord) -> bool {
        self.document.blocks.get(record.block as usize).is_some_and(|block| block.kind.is_heading())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_run_is_found_in_leaps_as_it_is_stretch_by_stretch(text in "[A0-]{0,20}", length in 1_usize..6) {
            let is_capital = |byte: u8| byte.is_ascii_uppercase();
            let stretches = text.as_bytes().windows(length).any(|stretch| stretch.iter().all(u8::is_ascii_uppercase));
            proptest::prop_assert_eq!(has_run(&text, length, is_capital), stretches);
        }
    }
}
