//! "The largest collection": of what area, since when?

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::superlative::{MEASURED, OF_ALL, OWN, SCOPE};
use crate::english::token::{Token, TokenKind};
use crate::signal::SignalKind;
use crate::text::span::Span;

/// Marks that end a clause.
const MARKS: &[TokenKind] = &[
    TokenKind::Comma,
    TokenKind::Period,
    TokenKind::Semicolon,
    TokenKind::Colon,
    TokenKind::Dash,
    TokenKind::Question,
    TokenKind::Exclamation,
];

/// How many words behind a superlative are what it is said of.
const NEXT: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, signals) in draft.records().filter(|(read, _)| !draft.is_heading(read)) {
        for signal in signals.iter().filter(|signal| signal.kind == SignalKind::Superlative) {
            let superlative = draft.passage(signal.span);
            let is_measured = superlative.first_is(words!["the"]) && superlative.from(1).first(1).is(MEASURED);
            // What it ranks may stand in the signal: "the largest share".
            let behind = draft.following(superlative.first(2).span());
            if is_measured && !is_scoped_behind(behind) && !is_scoped_before(draft.sentence(read)) {
                let clause = behind.up_to(MARKS);
                let end = if clause.is_empty() { signal.span.end } else { clause.span().end };
                let told = draft.text(Span::new(signal.span.start, end));
                let message = format!("\"{told}\": of which area, and since when?");
                found.push(Found { places: vec![signal.span], message });
            }
        }
    }
}

/// Whether the words behind a superlative say of what it is one, or are such that nothing is to be asked.
fn is_scoped_behind(behind: Passage<'_>) -> bool {
    let words: Vec<&Token> = behind.tokens.iter().filter(|token| token.is_word_or_number()).take(NEXT).collect();
    words.is_empty()
        || behind.tokens.iter().any(Token::is_capitalised)
        || behind.has(SCOPE)
        || behind.has(OF_ALL)
        || words.first().is_some_and(|first| first.word == word!("and"))
        || words.iter().any(|token| is_listed(OWN, token.word))
}

/// Whether the sentence has a scope before the superlative, or a possessive.
fn is_scoped_before(sentence: Passage<'_>) -> bool {
    sentence.has(phrases!["of the"])
        || sentence.first_is(words!["in", "of"])
        || sentence.has_kind(&[TokenKind::Possessive])
}
