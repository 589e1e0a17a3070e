//! The turns of a talk within an article that is no transcript: `LUND: It opened in June.`

use crate::english::speaker_label;
use crate::text::document::Document;
use rustc_hash::FxHashSet as HashSet;

/// Who speaks in turns, as the labels of paragraphs name them.
#[derive(Debug, Default)]
pub struct Turns<'a> {
    speakers: HashSet<&'a str>,
}

impl<'a> Turns<'a> {
    /// Those in capitals with whom more than one paragraph of `document` begins; one such label may be the
    /// place that a report comes from.
    pub fn of(document: &'a Document) -> Self {
        let mut once = HashSet::default();
        let texts = document.blocks.iter().map(|block| document.text(block.span));
        let again = texts.filter_map(speaker_label::shouted).filter(|speaker| !once.insert(*speaker));
        Self { speakers: again.collect() }
    }

    /// Whether `label` names one of them.
    pub fn has(&self, label: &str) -> bool {
        self.speakers.contains(label)
    }
}
