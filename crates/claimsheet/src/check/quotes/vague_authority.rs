//! Nameless authorities.

use crate::check::{CheckContext, Found};
use crate::english::passage::Passage;
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::vague_authority::{FINDS, NOBODY, SAY, SOME, STUDY, WHICH, WHO};
use crate::english::token::{Token, TokenKind};
use crate::signal::Value;
use crate::text::document::LinkTarget;
use crate::text::phrase::Phrase;
use std::ops::Range;

/// Marks behind which a clause begins.
const CLAUSE_MARKS: &[TokenKind] = &[TokenKind::Comma, TokenKind::Semicolon, TokenKind::Colon];

/// Marks that end "according to experts".
const ENDS: &[TokenKind] = &[TokenKind::Comma, TokenKind::Period, TokenKind::Semicolon];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut sentences = draft.records().peekable();
    while let Some((read, signals)) = sentences.next() {
        let links = draft.document.links_in(read.span);
        if links.iter().any(|link| !matches!(link.target, LinkTarget::Comment { .. })) {
            continue;
        }
        let sentence = draft.sentence(read);
        let study = || {
            let place = one_study(sentence)?;
            let next = sentences.peek().map(|(next, _)| draft.sentence(next));
            let has_name = signals.iter().any(|signal| matches!(signal.value, Value::Name(_)));
            let tells_which =
                sentence.has(WHICH) || next.is_some_and(|next| next.has(WHICH) || next.has(phrases!["the study"]));
            (!tells_which && !has_name).then_some(place)
        };
        let nobody = || sentence.place_of(NOBODY).filter(|place| place.start == 0);
        if let Some(place) = clause(sentence).or_else(|| according(sentence)).or_else(nobody).or_else(study) {
            let span = sentence.slice(place).span();
            found.push(Found { places: vec![span], message: format!("\"{}\": which ones?", draft.text(span)) });
        }
    }
}

/// A nameless authority and what it does, at the start of a sentence or clause.
fn clause(sentence: Passage<'_>) -> Option<Range<usize>> {
    sentence.places_of(WHO).find_map(|who| {
        let end = goes_on(sentence, who.end, SAY)?;
        let before = sentence.first(who.start);
        let start = before.without_closing(SOME).unwrap_or(before).len();
        is_clause_start(sentence.first(start)).then_some(start..end)
    })
}

/// "According to experts," with nothing behind that says which.
fn according(sentence: Passage<'_>) -> Option<Range<usize>> {
    let according = sentence.place_of(phrases!["according to"])?;
    let behind = sentence.from(according.end);
    let who = behind.without_opening(SOME).unwrap_or(behind);
    let is_nameless = who.tokens.first().is_some_and(|who| is_listed(WHO, who.word) && who.word != word!("many"));
    let ends = who.tokens.get(1).is_none_or(|token| token.is_kind(ENDS));
    (is_nameless && ends).then(|| according.start..sentence.len() - who.len() + 1)
}

/// "A recent study found" at the start of a sentence.
fn one_study(sentence: Passage<'_>) -> Option<Range<usize>> {
    STUDY.iter().find_map(|study| {
        let behind = sentence.without_opening(std::slice::from_ref(study))?;
        Some(0..goes_on(sentence, sentence.len() - behind.len(), FINDS)?)
    })
}

/// Where one of the phrases ends that begins at a token, with a word and no mark behind it.
fn goes_on(sentence: Passage<'_>, at: usize, phrases: &[Phrase]) -> Option<usize> {
    let rest = sentence.from(at).without_opening(phrases)?;
    rest.tokens.first().filter(|next| next.spaced)?;
    Some(sentence.len() - rest.len())
}

/// Whether a clause begins behind the first words of a sentence.
fn is_clause_start(before: Passage<'_>) -> bool {
    let before = before.without_last(Token::may_open_quote);
    let is_mark = |token: &Token| token.is_kind(CLAUSE_MARKS) || token.word == word!("—");
    before.is_empty()
        || before.is(phrases!["yet", "so"])
        || before.last_is(words!["but", "and"])
        || before.tokens.last().is_some_and(is_mark)
}
