//! Whose words they are: the draft's own, or somebody's in quotation marks.

use crate::english::passage::Passage;
use crate::english::phrase_lists::ownership::OWNING;
use crate::sentence_group::SentenceGroup;
use crate::signal::{Signal, SignalKind, Value};
use crate::text::set::Set;
use crate::text::span::Span;

/// Fewest words of a quotation that is speech; shorter ones are the draft's own sentence with borrowed
/// words in it.
const SPEECH: usize = 5;

/// What of a passage is somebody's speech and what stands in a name, so that it tells nothing of its own.
pub(crate) struct Told<'a> {
    passage: &'a SentenceGroup<'a>,
    speech: Vec<Span>,
    names: Vec<Span>,
}

impl<'a> Told<'a> {
    pub(crate) fn of(passage: &'a SentenceGroup<'a>) -> Self {
        let is_speech = |signal: &&Signal| passage.text.passage(signal.span).word_count() >= SPEECH;
        let speech = passage.signals_of(SignalKind::Quotation).filter(is_speech).map(|signal| signal.span).collect();
        let names = passage.signals.iter().filter(|signal| matches!(signal.value, Value::Name(_)));
        Self { passage, speech, names: names.map(|name| name.span).collect() }
    }

    /// Whether a signal is something to check beside the words that it stands in: the draft tells it in its own
    /// voice, or it is a fact whoever says it, as wrongdoing is, and who owns what. The rest of somebody's
    /// speech is checked as these words; a word of a name tells nothing.
    pub(crate) fn tells(&self, signal: &Signal) -> bool {
        let is_in = |spans: &[Span]| spans.iter().any(|span| span.contains(signal.span));
        let is_hard =
            || signal.kind == SignalKind::Allegation || is_of_ownership(self.passage.text.passage(signal.span));
        !is_in(&self.names) && (!is_in(&self.speech) || is_hard())
    }

    /// Which detectors found something that tells.
    pub(crate) fn kinds(&self) -> Set<SignalKind> {
        let mut kinds = Set::default();
        for signal in self.passage.signals {
            if !kinds.has(signal.kind) && self.tells(signal) {
                kinds.insert(signal.kind);
            }
        }
        kinds
    }
}

/// Whether words tell who owns what.
pub(crate) fn is_of_ownership(words: Passage<'_>) -> bool {
    words.has_word(OWNING)
}
