//! Blocks that are somebody's words without quotation marks: led in by `Lund said:`, or signed behind.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::quotation::LEADS_IN;
use crate::english::token::{Token, TokenKind};
use crate::signal::Signal;
use crate::text::document::BlockKind;
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Tag;
use rustc_hash::{FxHashMap, FxHashSet};

/// Most words of a name that signs.
const LONGEST_NAME: usize = 6;

/// Most words of a sentence that does nothing but name who speaks next.
const LONGEST_LEAD: usize = 6;

/// Verbs with which such a sentence ends; "the council agreed to:" tells more than who speaks.
const SAYS: (Class, &[WordId]) = (Class::QuotativeVerb, words!["adds", "explains", "continued", "tweeted"]);

/// Bytes before the name of a sentence that does no more than sign: its mark, and white space.
const SIGN: u32 = 8;

/// Who speaks in which blocks, and which sentences do no more than say so.
#[derive(Debug, Default)]
pub(super) struct AttributedBlocks {
    speakers: FxHashMap<u32, Span>,
    frames: FxHashSet<usize>,
}

impl AttributedBlocks {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut told = Self::default();
        for (at, record) in text.sentences.iter().enumerate() {
            let is_last = text.sentences.get(at + 1).is_none_or(|next| next.block != record.block);
            let tokens = text.tokens(record);
            if is_last && tokens.last().is_some_and(|last| last.kind == TokenKind::Colon) {
                told.lead(text, at, record);
            } else if is_last && tokens.iter().any(|token| is_dash(token) || token.word == word!("@")) {
                told.sign(text, at, record);
            }
        }
        told
    }

    /// Who speaks in the block, if the draft tells that outside it.
    pub(super) fn speaker(&self, block: u32) -> Option<Span> {
        self.speakers.get(&block).copied()
    }

    /// Whether the sentence only names who says what stands before or behind it.
    pub(super) fn is_frame(&self, sentence: usize) -> bool {
        self.frames.contains(&sentence)
    }

    /// `Lund said:`, `And from Ruth Lund:`: the list, the block quotation or the paragraph behind it is what she said.
    fn lead(&mut self, text: &AnnotatedText<'_>, at: usize, record: &SentenceRecord) {
        let first = record.block + 1;
        let said = text.signals(record).iter().rev().find_map(Signal::attribution).map(|said| said.speaker);
        let named = || is_quotation(text, first).then(|| named_alone(text, record)).flatten();
        let is_named = said.is_none();
        let Some(speaker) = said.or_else(named) else { return };
        let kind = |block: u32| text.document.blocks.get(block as usize).map(|block| block.kind);
        match kind(first) {
            Some(led @ (BlockKind::ListItem | BlockKind::Quotation)) if kind(record.block) != Some(led) => {
                let blocks = (first..).take_while(|block| kind(*block) == Some(led));
                self.speakers.extend(blocks.map(|block| (block, speaker)));
            }
            Some(BlockKind::Paragraph) => {
                self.speakers.insert(first, speaker);
            }
            _ => return,
        }
        let words = text.passage(record.span);
        let says = words.tokens.iter().rev().nth(1).is_some_and(|verb| verb.is(SAYS));
        if is_named || says && words.word_count() <= LONGEST_LEAD {
            self.frames.insert(at);
        }
    }

    /// `— Ruth Lund` under or behind a quotation, `— Ruth Lund (@lund)` behind a message.
    fn sign(&mut self, text: &AnnotatedText<'_>, at: usize, record: &SentenceRecord) {
        let Some(block) = text.block(record) else { return };
        let Some(Signature { name, has_handle, is_whole, signs_quotation }) = Signature::of(text.passage(block.span))
        else {
            return;
        };
        if is_whole {
            let signs = record.block.checked_sub(1).filter(|before| is_quotation(text, *before));
            let Some(signs) = signs else { return };
            self.speakers.insert(signs, name);
        } else if has_handle || signs_quotation {
            self.speakers.insert(record.block, name);
        } else {
            return;
        }
        if record.span.start + SIGN >= name.start {
            self.frames.insert(at);
        }
    }
}

fn is_quotation(text: &AnnotatedText<'_>, block: u32) -> bool {
    const OPENING: &[WordId] = words!["“", "\"", "„", "«"];
    text.document.blocks.get(block as usize).is_some_and(|block| {
        let first = text.tokens_in(block.span).first();
        block.kind == BlockKind::Quotation || first.is_some_and(|first| OPENING.contains(&first.word))
    })
}

fn is_dash(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Dash | TokenKind::Hyphen)
}

/// `And from Chairwoman Ruth Lund:`, `Ruth Lund, head of the port:`: the name in a sentence without verb that leads a
/// quotation in.
fn named_alone(text: &AnnotatedText<'_>, record: &SentenceRecord) -> Option<Span> {
    let sentence = text.sentence(record)?;
    let has_verb = (0..sentence.tokens.len()).any(|at| sentence.tree.tag(at).is_some_and(Tag::is_verb));
    let words = text.passage(record.span);
    let first = words.tokens.iter().position(|token| !is_listed(LEADS_IN, token.word))?;
    let name = words.from(first).up_to(&[TokenKind::Comma, TokenKind::Colon, TokenKind::Open, TokenKind::Dash]);
    (!has_verb && is_name(name)).then(|| name.span())
}

/// The name of who signs a block.
struct Signature {
    name: Span,
    /// Whether `(@handle)` follows it.
    has_handle: bool,
    /// Whether the block is nothing else.
    is_whole: bool,
    /// Whether it stands right behind a quotation.
    signs_quotation: bool,
}

impl Signature {
    /// The name behind the last dash of a block, or behind a hyphen that stands for one.
    fn of(block: Passage<'_>) -> Option<Self> {
        let signs = |token: &Token| {
            token.kind == TokenKind::Dash
                || token.kind == TokenKind::Hyphen && (token.spaced || token.span.start == block.span().start)
        };
        let dash = block.tokens.iter().rposition(signs)?;
        let (before, behind) = block.tokens.split_at(dash);
        let first = behind.iter().position(|token| !is_dash(token))?;
        let behind = behind.get(first..)?;
        let end = behind.iter().position(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Open));
        let (name, rest) = behind.split_at(end.unwrap_or(behind.len()));
        let name = block.part(name);
        let has_handle = matches!(rest, [open, at, ..] if open.kind == TokenKind::Open && at.word == word!("@"));
        let ends = has_handle || rest.first().is_none_or(|next| next.kind == TokenKind::Comma);
        let signs_quotation = before.last().is_some_and(|mark| mark.kind == TokenKind::Quote);
        let is_whole = before.iter().all(is_dash);
        (ends && is_name(name)).then(|| Self { name: name.span(), has_handle, is_whole, signs_quotation })
    }
}

/// `Ruth Lund`, `Tom van den Berg of Lund`
fn is_name(words: Passage<'_>) -> bool {
    let is_part = |token: &Token| token.is_capitalised() || token.is((grammar::SURNAME_PARTICLE, words!["of", "the"]));
    (2..=LONGEST_NAME).contains(&words.word_count())
        && words.tokens.first().is_some_and(Token::is_capitalised)
        && words.word_starts().all(is_part)
        && words.tokens.last().is_some_and(Token::is_word)
}
