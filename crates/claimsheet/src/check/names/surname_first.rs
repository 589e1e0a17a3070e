//! A speaker by surname alone, who has not been named in full.

use crate::check::names::name_spelling::difference;
use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::quotation::OF_BODY;
use crate::english::token::{Case, Token, TokenKind};
use crate::names::may_be_person;
use crate::signal::{Attribution, Signal, SignalKind, Value};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Shortest surname that is asked after, in letters.
const SHORTEST: usize = 4;

/// Marks behind which a clause may begin.
const MARKS: &[TokenKind] = &[TokenKind::Comma, TokenKind::Period, TokenKind::Question, TokenKind::Exclamation];

/// The words of names and titles of more than one word.
fn full_names<'a>(draft: &CheckContext<'a>) -> BTreeSet<&'a str> {
    let all = draft.records().flat_map(|(_, signals)| signals);
    let names = all.filter(|signal| matches!(signal.value, Value::Name(_) | Value::Role { .. }));
    let full = names.map(|signal| draft.passage(signal.span)).filter(|name| name.word_count() > 1);
    full.flat_map(Passage::hyphenated_words).map(Passage::text).collect()
}

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let known = LazyCell::new(|| full_names(draft));
    let lexicon = draft.annotated.lexicon;
    // A surname a letter off another's is told as a name in two spellings.
    let is_slip = |word: &str| known.iter().any(|other| difference(&[word], &[*other], lexicon).is_some());
    let mut told = BTreeSet::new();
    for (read, signals) in draft.records() {
        let has_quote = signals.iter().any(|signal| signal.kind == SignalKind::Quotation);
        if !has_quote || draft.sentence(read).has(OF_BODY) {
            continue;
        }
        for signal in signals {
            let Some(Attribution { speaker, cue }) = signal.attribution() else { continue };
            let word = draft.text(speaker);
            if is_person(signals, draft.passage(speaker))
                && is_surname(draft.passage(speaker))
                && opens_clause(draft.preceding(speaker))
                && draft.passage(cue).is(phrases!["said", "says"])
                && !known.contains(word)
                && !is_slip(word)
                && told.insert(word)
            {
                let message = format!("who is {word}? The draft gives no full name");
                found.push(Found { places: vec![speaker], message });
            }
        }
    }
}

fn is_person(signals: &[Signal], speaker: Passage<'_>) -> bool {
    let may_be = |value: &Value| matches!(value, Value::Name(kind) if may_be_person(*kind, speaker));
    signals.iter().any(|other| other.span == speaker.span() && may_be(&other.value))
}

fn is_surname(name: Passage<'_>) -> bool {
    let text = name.text();
    matches!(name.tokens, [Token { case: Case::Capital, .. }])
        && text.chars().count() >= SHORTEST
        && text.chars().skip(1).all(char::is_lowercase)
}

/// Whether a clause, with its speaker before the verb or behind it, begins behind a passage.
fn opens_clause(before: Passage<'_>) -> bool {
    let before = before.without_last(Token::may_open_quote);
    before.is_empty()
        || before.last_is(words!["said", "says", "”"])
        || before.tokens.last().is_some_and(|token| token.is_kind(MARKS))
        || before.ends_in_stop()
}
