//! Blocks that are somebody's words without quotation marks: led in by `Lund said:`, or signed behind.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::signal::{Signal, Value};
use crate::text::document::{BlockKind, Document};
use crate::text::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// Most words of a name that signs.
const LONGEST_NAME: usize = 6;

/// Most words of a sentence that does nothing but name who speaks next.
const LONGEST_LEAD: usize = 6;

/// Verbs with which such a sentence ends; "the council agreed to:" tells more than who speaks.
const SAYS: &[&str] = &[
    "said",
    "says",
    "say",
    "wrote",
    "writes",
    "write",
    "added",
    "adds",
    "explained",
    "explains",
    "continued",
    "tweeted",
];

/// Who speaks in which blocks, and which sentences do no more than say so.
#[derive(Debug, Default)]
pub(crate) struct AttributedBlocks {
    speakers: FxHashMap<u32, Span>,
    frames: FxHashSet<usize>,
}

impl AttributedBlocks {
    pub(crate) fn of(document: &Document, annotated: &AnnotatedText) -> Self {
        let mut told = Self::default();
        for (at, record) in annotated.sentences.iter().enumerate() {
            let is_last = annotated.sentences.get(at + 1).is_none_or(|next| next.block != record.block);
            let words = document.text(record.span);
            if is_last && words.ends_with(':') {
                told.lead(document, annotated, at, record);
            } else if is_last && words.contains(['—', '–', '―', '-', '@']) {
                told.sign(document, at, record);
            }
        }
        told
    }

    /// Who speaks in the block, if the draft tells that outside it.
    pub(crate) fn speaker(&self, block: u32) -> Option<Span> {
        self.speakers.get(&block).copied()
    }

    /// Whether the sentence only names who says what stands before or behind it.
    pub(crate) fn is_frame(&self, sentence: usize) -> bool {
        self.frames.contains(&sentence)
    }

    /// `Lund said:`: the list, the block quotation or the paragraph behind it is what she said.
    fn lead(&mut self, document: &Document, annotated: &AnnotatedText, at: usize, record: &SentenceRecord) {
        let Some(speaker) = annotated.signals(record).iter().rev().find_map(speaker) else { return };
        let first = record.block + 1;
        let kind = |block: u32| document.blocks.get(block as usize).map(|block| block.kind);
        let led = match kind(first) {
            Some(kind @ (BlockKind::ListItem | BlockKind::Quotation)) if kind_of(document, record) != Some(kind) => {
                kind
            }
            Some(BlockKind::Paragraph) => {
                self.speakers.insert(first, speaker);
                BlockKind::Paragraph
            }
            _ => return,
        };
        if led != BlockKind::Paragraph {
            self.speakers.extend((first..).take_while(|block| kind(*block) == Some(led)).map(|block| (block, speaker)));
        }
        let mut words = document.text(record.span).trim_end_matches(':').split_whitespace();
        let says = words.clone().next_back().is_some_and(|last| SAYS.contains(&last));
        if says && words.nth(LONGEST_LEAD).is_none() {
            self.frames.insert(at);
        }
    }

    /// `— Ruth Lund` under a quotation, `— Ruth Lund (@lund)` behind a message.
    fn sign(&mut self, document: &Document, at: usize, record: &SentenceRecord) {
        let Some(block) = document.blocks.get(record.block as usize) else { return };
        let Some((name, has_handle)) = signature(document, block.span) else { return };
        let is_whole = document.text(Span::new(block.span.start, name.start)).trim_matches(is_dash).trim().is_empty();
        let before = record.block.checked_sub(1);
        if is_whole {
            let signs = before.filter(|before| is_quotation(document, *before));
            let Some(signs) = signs else { return };
            self.speakers.insert(signs, name);
        } else if has_handle {
            self.speakers.insert(record.block, name);
        } else {
            return;
        }
        if record.span.start + 8 >= name.start {
            self.frames.insert(at);
        }
    }
}

fn speaker(signal: &Signal) -> Option<Span> {
    match signal.value {
        Value::Attribution { speaker, .. } => speaker,
        _ => None,
    }
}

fn kind_of(document: &Document, record: &SentenceRecord) -> Option<BlockKind> {
    document.blocks.get(record.block as usize).map(|block| block.kind)
}

fn is_quotation(document: &Document, block: u32) -> bool {
    document.blocks.get(block as usize).is_some_and(|block| {
        block.kind == BlockKind::Quotation || document.text(block.span).starts_with(['“', '"', '„', '«'])
    })
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '—' | '–' | '―' | '-' | ' ')
}

/// The name behind the last dash of a block, and whether `(@handle)` follows it.
fn signature(document: &Document, span: Span) -> Option<(Span, bool)> {
    let text = document.text(span);
    let dash = text.rfind(['—', '–', '―']).or_else(|| text.rfind("--"))?;
    let behind = text.get(dash..)?;
    let words = behind.trim_start_matches(is_dash);
    let name = words.split([',', '(']).next()?.trim_end().trim_end_matches('.');
    let rest = words.get(name.len()..)?.trim_start();
    let has_handle = rest.starts_with("(@");
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "de" | "van" | "von");
    let named = name.starts_with(char::is_uppercase)
        && name.split(' ').all(is_name)
        && name.split(' ').nth(LONGEST_NAME).is_none()
        && name.contains(' ');
    let start = span.start as usize + dash + (behind.len() - words.len());
    (named && (has_handle || rest.is_empty() || rest.starts_with(',')))
        .then(|| (Span::at(start, start + name.len()), has_handle))
}
