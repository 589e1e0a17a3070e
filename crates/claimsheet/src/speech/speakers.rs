//! The speakers of a text.

use super::attributed_blocks::AttributedBlocks;
use super::authors::Authors;
use super::description::{Descriptions, begins_definite};
use super::pronoun_resolution::Antecedents;
use super::quote_attribution::{RunningQuotations, carried, speaker_in};
use super::variation;
use super::{SpeakerKind, is_pronoun};
use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::token::{Case, Token};
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, Value};
use crate::text::document::LineIndex;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Who speaks where in a text, and whom pronouns stand for.
pub struct Speakers<'a> {
    text: &'a AnnotatedText<'a>,
    antecedents: Antecedents,
    descriptions: Descriptions,
    authors: Authors,
    blocks: AttributedBlocks,
    running: RunningQuotations,
}

impl<'a> Speakers<'a> {
    /// The speakers of `text`.
    pub fn of(text: &'a AnnotatedText<'a>) -> Self {
        Self {
            text,
            antecedents: Antecedents::of(text),
            descriptions: Descriptions::of(text),
            authors: Authors::of(text),
            blocks: AttributedBlocks::of(text),
            running: RunningQuotations::of(text),
        }
    }

    /// The kind of the speaker who is named at `speaker`.
    pub fn kind(&self, speaker: Span) -> SpeakerKind {
        SpeakerKind::of(self.text.passage(speaker))
    }

    /// Whether the draft gives the block of a passage as somebody's words, without quotation marks.
    pub fn is_told(&self, passage: &SentenceGroup<'_>) -> bool {
        self.of_block(passage).is_some()
    }

    /// Whether a passage only names who says what stands before or behind it.
    pub fn is_frame(&self, passage: &SentenceGroup<'_>) -> bool {
        self.blocks.is_frame(passage.sentences.start)
    }

    /// Who spoke a passage that does not say so itself: whom the draft names for its block, or who speaks the
    /// quotation that goes on in it.
    pub fn carried(&self, passage: &SentenceGroup<'_>) -> Option<Span> {
        if speaker_in(self.text, passage.signals).is_some() {
            return None;
        }
        self.of_block(passage).or_else(|| carried(passage, &self.running))
    }

    fn of_block(&self, passage: &SentenceGroup<'_>) -> Option<Span> {
        self.blocks.speaker(passage.records().first()?.block)
    }

    /// The words of `speaker`, `words`, as they stand within a sentence: without the capital of its start, where
    /// it begins with no name.
    pub(crate) fn within_sentence(&self, signals: &[Signal], speaker: Span, mut words: String) -> String {
        let is_name =
            signals.iter().any(|signal| matches!(signal.value, Value::Name(_)) && signal.span.start == speaker.start);
        let is_small = |first: &Token, next: Option<&Token>| {
            // "Mayor Lund"
            let is_title = !first.is(Class::FunctionWord) && next.is_some_and(|next| starts_large(self.text, next));
            let is_whole = next.is_none_or(|next| next.spaced);
            first.case == Case::Capital
                && is_whole
                && !is_title
                && self.text.lexicon.is_small(self.text.document.text(first.span))
        };
        let tokens = self.text.tokens_in(speaker);
        if !is_name
            && tokens.first().is_some_and(|first| is_small(first, tokens.get(1)))
            && let Some(letter) = words.get_mut(..1)
        {
            letter.make_ascii_lowercase();
        }
        words
    }

    /// Whom `speaker` most likely stands for, if it is a pronoun or a description: `Ruth Lund` for `she` and `the
    /// mayor`, `Ruth Lund’s` for `her office`.
    pub(crate) fn person_behind(&self, speaker: Span) -> Option<String> {
        let owner = || self.owner(speaker).map(|owner| format!("{}’s", self.name_of(owner)));
        let behind = || {
            // "It" is "the paper", and that the Ledger.
            let described = self.behind(speaker)?;
            Some(self.described(described).unwrap_or_else(|| self.name_of(described)))
        };
        let likely = behind().or_else(owner).or_else(|| self.described(speaker));
        // "The Harwell administration" is nobody else than the "Harwell administration".
        likely.filter(|named| !self.text.document.text(speaker).contains(named.as_str()))
    }

    /// Whom a description most likely stands for.
    fn described(&self, speaker: Span) -> Option<String> {
        let text = self.text;
        let firm = || {
            let is_firm = is_told_by(text.passage(speaker), FIRMS);
            is_firm.then(|| self.antecedents.firm(text, speaker)).flatten()
        };
        let issuer = || self.issuer(speaker).map(|issuer| format!("{}’s", self.name_of(issuer)));
        let again = || {
            variation::person(text, &self.antecedents, speaker)
                .or_else(|| variation::medium(text, speaker))
                .or_else(|| variation::named_behind(text, &self.antecedents, speaker))
        };
        let described = self.descriptions.likely(text, speaker).map(|named| self.name_of(named));
        described
            .or_else(|| self.author(speaker))
            .or_else(|| firm().map(|firm| self.name_of(firm)))
            .or_else(issuer)
            .or_else(|| again().map(|named| self.name_of(named)))
    }

    /// Who made the paper that says it, as its owner, or whom `the researchers` most likely means.
    fn author(&self, speaker: Span) -> Option<String> {
        let (named, is_paper) = self.authors.likely(self.text, speaker)?;
        let name = self.name_of(named);
        Some(if is_paper { format!("{name}’s") } else { name })
    }

    /// Whose words `the statement` has: those of who last said something before, by name.
    fn issuer(&self, paper: Span) -> Option<Span> {
        if !is_told_by(self.text.passage(paper), ISSUED_PAPERS) {
            return None;
        }
        let said = self.text.signals.iter().filter_map(Signal::attribution).map(|said| said.speaker);
        let before = said.filter(|speaker| speaker.end <= paper.start && paper.start - speaker.end <= ISSUED);
        let last = before.max_by_key(|speaker| speaker.start)?;
        (self.kind(last) == SpeakerKind::Named).then_some(last)
    }

    /// Whom the pronoun most likely stands for with which `her office` begins.
    fn owner(&self, speaker: Span) -> Option<Span> {
        let words = self.text.passage(speaker);
        let owner = words.tokens.first().filter(|first| first.is(Class::ThirdPossessive) && words.len() > 1)?;
        self.antecedents.likely(self.text, owner.span)
    }

    /// ` (probably Ruth Lund, line 4)` for whom a pronoun most likely stands for.
    pub(crate) fn behind_pronoun(&self, pronoun: Span, lines: &LineIndex) -> String {
        let Some(named) = self.behind(pronoun) else { return String::new() };
        let document = self.text.document;
        let line = lines.line(document.source_span(named).start);
        format!(" (probably {}, {} {line})", self.name_of(named), document.positions.unit())
    }

    fn name_of(&self, named: Span) -> String {
        self.within_sentence(&[], named, self.text.document.text(named).to_owned())
    }

    fn behind(&self, speaker: Span) -> Option<Span> {
        let words = self.text.passage(speaker);
        let is_one = is_pronoun(words) || words.is_word(Class::ThirdPossessive);
        is_one.then(|| self.antecedents.likely(self.text, speaker)).flatten()
    }
}

/// Nouns by which a firm is told of again.
const FIRMS: &[WordId] = words!["firm", "company", "corporation"];

/// Nouns for what somebody has just issued.
const ISSUED_PAPERS: &[WordId] = words!["statement", "announcement", "release", "memo"];

/// How far behind who issued it, in bytes, such a paper is taken for theirs.
const ISSUED: u32 = 400;

/// Whether words are a definite description by one of some nouns, and name nobody: `the statement`, `the troubled firm`.
fn is_told_by(words: Passage<'_>, nouns: &[WordId]) -> bool {
    let is_noun = || words.head().is_some_and(|head| nouns.contains(&head.word) && !head.is_capitalised());
    begins_definite(words) && is_noun() && !words.from(1).has_capital()
}

/// Whether a word begins with a capital, as `eBay` does not.
fn starts_large(text: &AnnotatedText<'_>, word: &Token) -> bool {
    text.document.text(word.span).chars().next().is_some_and(char::is_uppercase)
}
