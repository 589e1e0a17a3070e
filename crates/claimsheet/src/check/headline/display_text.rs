//! What stands above or beside the text and must agree with it: headline, deck, headings, captions.

use crate::annotated_text::SentenceRecord;
use crate::check::CheckContext;
use crate::text::document::{Block, BlockKind};

impl CheckContext<'_> {
    /// What a sentence stands in, where it is above or beside the text: "headline", "deck", "heading",
    /// "caption".
    pub(crate) fn above(&self, record: &SentenceRecord) -> Option<&'static str> {
        let at = record.block as usize;
        let block = self.document.blocks.get(at)?;
        match block.kind {
            BlockKind::Title => Some("headline"),
            BlockKind::Heading(_) => Some("heading"),
            BlockKind::Caption => Some("caption"),
            BlockKind::Paragraph => {
                let above = self.document.blocks.get(at.checked_sub(1)?)?;
                (above.kind == BlockKind::Title && self.is_emphasised(block)).then_some("deck")
            }
            _ => None,
        }
    }

    /// Whether all of a block is in italics or bold.
    fn is_emphasised(&self, block: &Block) -> bool {
        let source = self.document.source_span(block.span);
        let text = self.document.source.as_str();
        let before = text.get(..source.start as usize).and_then(|text| text.chars().next_back());
        let behind = text.get(source.end as usize..).and_then(|text| text.chars().next());
        before == behind && matches!(before, Some('*' | '_'))
    }
}
