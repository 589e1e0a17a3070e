//! Who said a quotation whose own sentence does not tell.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::english::passage::Passage;
use crate::english::token::{Case, Token, TokenKind};
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::is_pronoun;
use crate::text::span::Span;
use claimsheet_grammar::EntityType;
use rustc_hash::FxHashMap;

/// Most words of a work's title, in quotation marks, that is told from speech.
const LONGEST_TITLE: usize = 8;

/// Most letters of a word that a title may have without a capital.
const SMALL: usize = 4;

/// Sentences before a quotation among which its speaker is looked for.
const BEFORE: usize = 6;

/// Who spoke a passage that does not say so itself: the speaker of the sentence before in the same block, of the
/// quotation that runs on through several blocks, or of the block before that one.
pub(super) fn carried(passage: &SentenceGroup<'_>, running: &RunningQuotations) -> Option<Span> {
    let text = passage.text;
    let is_speech = |signal: &Signal| !is_title(text.passage(signal.span));
    if !passage.signals_of(SignalKind::Quotation).any(is_speech) {
        return None;
    }
    let start = passage.records().first()?;
    let before = text.sentences.get(..passage.sentences.start)?;
    let quoted = text.quotations.outer_in(start.span).first();
    let runs_on = quoted.is_some_and(|quoted| quoted.continues || !quoted.closed);
    let begins =
        text.block(start).is_some_and(|block| quoted.is_some_and(|quoted| quoted.outer.start <= block.span.start));
    let in_block = before.iter().rev().take(BEFORE).take_while(|record| record.block == start.block);
    last_speaker(text, in_block).or_else(|| running.speaker(start.block).filter(|_| runs_on)).or_else(|| {
        let is_near = |record: &&SentenceRecord| record.block + 1 >= start.block;
        let speaker = last_speaker(text, before.iter().rev().take(BEFORE).take_while(is_near)).filter(|_| begins)?;
        // "“…” Strand sighed.": told of somebody else, who may have said it.
        let next = text.sentences.get(passage.sentences.end).filter(|next| next.block == start.block);
        next.and_then(|next| person_told_of(text, next))
            .is_none_or(|other| is_same(text, other, speaker))
            .then_some(speaker)
    })
}

/// The speaker of the last of the sentences before a quotation that names one. One who is behind a sentence of
/// somebody else ("Brand began talking to Strand.") is none.
fn last_speaker<'a>(text: &AnnotatedText<'_>, before: impl Iterator<Item = &'a SentenceRecord>) -> Option<Span> {
    let mut passed: Option<Span> = None;
    for record in before {
        let signals = text.signals(record);
        if let Some(speaker) = speaker_in(text, signals) {
            return passed.is_none_or(|other| is_same(text, other, speaker)).then_some(speaker);
        }
        let is_quoted = signals.iter().any(|signal| signal.kind == SignalKind::Quotation);
        passed = passed.or_else(|| person_told_of(text, record).filter(|_| !is_quoted));
    }
    None
}

/// The person with whose name a sentence begins: a name that is known as one, or that the tree takes for one.
fn person_told_of(text: &AnnotatedText<'_>, record: &SentenceRecord) -> Option<Span> {
    let tree = text.sentence(record)?.tree;
    let is_entity = tree.entities.first().copied().flatten().is_some_and(|entity| entity.kind == EntityType::Person);
    let is_one = |signal: &&Signal| {
        let is_person = match signal.value {
            Value::Name(NameKind::Person) => true,
            Value::Name(NameKind::Other) => is_entity,
            _ => false,
        };
        is_person && signal.span.start == record.span.start
    };
    text.signals(record).iter().find(is_one).map(|person| person.span)
}

/// Whether two names have one surname.
fn is_same(text: &AnnotatedText<'_>, one: Span, other: Span) -> bool {
    let surname = |span: Span| text.passage(span).tokens.last().map(|token| token.word);
    surname(one) == surname(other)
}

/// Quotations that are left open at the end of a block and taken up at the next one's beginning, and who speaks them.
#[derive(Debug, Default)]
pub(super) struct RunningQuotations(FxHashMap<u32, Span>);

impl RunningQuotations {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut speakers = FxHashMap::default();
        let goes_on = |block: usize| {
            let span = text.document.blocks.get(block).map(|block| block.span);
            span.and_then(|span| text.quotations.outer_in(span).first()).is_some_and(|quoted| quoted.continues)
        };
        let mut block = 0;
        while block < text.document.blocks.len() {
            let last = (block + 1..text.document.blocks.len()).take_while(|next| goes_on(*next)).last();
            if let Some(last) = last {
                let speaker = speaker_of_run(text, block as u32, last as u32);
                speakers
                    .extend(speaker.into_iter().flat_map(|speaker| (block..=last).map(move |at| (at as u32, speaker))));
            }
            block = last.unwrap_or(block) + 1;
        }
        Self(speakers)
    }

    /// Who speaks the quotation that runs through a block.
    fn speaker(&self, block: u32) -> Option<Span> {
        self.0.get(&block).copied()
    }
}

/// Who speaks a quotation that runs from one block to another: who is named last before it goes on, else who is named
/// where it ends.
fn speaker_of_run(text: &AnnotatedText<'_>, first: u32, last: u32) -> Option<Span> {
    let of_block = |block: u32| {
        let from = text.sentences.partition_point(|record| record.block < block);
        text.sentences.get(from..).unwrap_or_default().iter().take_while(move |record| record.block == block)
    };
    let begun = of_block(first).filter_map(|record| speaker_in(text, text.signals(record))).last();
    begun.or_else(|| of_block(last).find_map(|record| speaker_in(text, text.signals(record))))
}

/// The speaker whom signals name, a name before a pronoun.
pub(super) fn speaker_in(text: &AnnotatedText<'_>, signals: &[Signal]) -> Option<Span> {
    let mut speakers = signals.iter().filter_map(Signal::attribution).map(|said| said.speaker);
    let first = speakers.next()?;
    let is_named = |speaker: &Span| !is_pronoun(text.passage(*speaker));
    Some(std::iter::once(first).chain(speakers).find(is_named).unwrap_or(first))
}

/// Whether quoted words are the title of a work more likely than speech: few, each with a capital but for
/// small ones, and no sentence.
fn is_title(words: Passage<'_>) -> bool {
    let fits = |token: &Token| match (token.kind, token.case) {
        (TokenKind::Word, Case::Lower) => token.span.len() <= SMALL,
        (TokenKind::Word | TokenKind::Number | TokenKind::Hyphen | TokenKind::Comma, _) => true,
        (TokenKind::Period | TokenKind::Question | TokenKind::Exclamation | TokenKind::Possessive, _) => true,
        (kind, _) => kind == TokenKind::Colon,
    };
    let inner = words.without_quotes();
    let parts = inner.tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    parts.count() <= LONGEST_TITLE
        && inner.tokens.iter().filter(|token| token.is_capitalised()).nth(1).is_some()
        && inner.tokens.iter().all(fits)
}
