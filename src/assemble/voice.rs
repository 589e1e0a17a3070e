//! Whose words they are: the draft's own, or somebody's in quotation marks.

use crate::document::Document;
use crate::signal::{Signal, SignalKind};

/// Fewest words of a quotation that is speech; shorter ones are the draft's own sentence with borrowed
/// words in it.
const SPEECH: usize = 5;

/// Whether the draft tells a signal in its own voice. What stands in somebody's speech is checked as these
/// words.
pub(super) fn is_own(document: &Document, signals: &[Signal], signal: &Signal) -> bool {
    !signals.iter().any(|other| {
        other.kind == SignalKind::Quotation
            && other.span.contains(signal.span)
            && document.text(other.span).split_whitespace().nth(SPEECH - 1).is_some()
    })
}
