//! An announced count beside the list that follows.

use crate::check::{CheckContext, CheckedSentence, Found, format_number};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::ANNOUNCES_LIST;
use crate::english::token::TokenKind::{Colon, Comma, Dash, Number, Open, Period, Quote, Semicolon};
use crate::text::document::{Block, BlockKind};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// Longest item of a plain list, in words.
const LONGEST_ITEM: usize = 7;

/// Most words between a count and the colon before its list in points.
const BEFORE_COLON: usize = 9;

/// Longest list that is read, with what is before it, in bytes.
const LONGEST: usize = 600;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let announced: Vec<_> = sentence.quantities.iter().filter(|(_, one)| is_announced(one)).collect();
        for (span, one) in &announced {
            let Some((items, list)) = list(draft, *span).filter(|(items, _)| *items as f64 != one.amount) else {
                continue;
            };
            let message =
                format!("\"{}\" announces {}, the list has {items}", draft.text(*span), format_number(one.amount));
            found.push(Found { places: vec![*span, list.span()], message });
        }
        if let [(span, one)] = announced.as_slice() {
            points(draft, sentence, *span, one, found);
        }
    }
}

/// A count that a list may follow: two to twelve of something.
fn is_announced(one: &Quantity) -> bool {
    let plain = one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none() && !one.unit.is_empty();
    plain && (2.0..=12.0).contains(&one.amount)
}

/// The list behind a count in its sentence, and how many items it has.
fn list<'a>(draft: &CheckContext<'a>, span: Span) -> Option<(usize, Passage<'a>)> {
    // The list of what somebody says ends with the words.
    let rest = rest(draft, span);
    let said = rest.up_to(&[Quote]);
    let rest = said.without_closing(phrases![","]).unwrap_or(said);
    let list = rest.without_opening(phrases![":"]).or_else(|| names_after(rest)).filter(|list| is_plain(*list));
    let counted = list.and_then(|list| Some((items(list)?, list)));
    let is_part = || draft.preceding(span).last_is(words!["of"]);
    counted.or_else(|| apposition(rest).filter(|_| !is_part()))
}

/// What stands behind a count in its sentence; nothing where that is too long for a list.
fn rest<'a>(draft: &CheckContext<'a>, span: Span) -> Passage<'a> {
    let rest = draft.following(span);
    if rest.span().len() > LONGEST { rest.first(0) } else { rest }
}

/// Whether a list has no inner marks or figures.
fn is_plain(list: Passage<'_>) -> bool {
    !list.has_kind(&[Colon, Semicolon, Dash, Open, Number]) && !has_opening_quote(list)
}

fn has_opening_quote(words: Passage<'_>) -> bool {
    words.has_word(words!["“", "\""])
}

/// A list in points behind a sentence that announces it and ends with a colon.
fn points(
    draft: &CheckContext<'_>,
    sentence: &CheckedSentence<'_>,
    span: Span,
    one: &Quantity,
    found: &mut Vec<Found>,
) {
    let Some(phrase) = rest(draft, span).without_closing(phrases![":"]) else { return };
    let before = draft.preceding(span);
    let opens = before.is_empty() || before.closes_with(ANNOUNCES_LIST);
    let is_near = phrase.word_count() <= if opens { BEFORE_COLON } else { 1 };
    let is_simple =
        !has_opening_quote(phrase) && !phrase.has_kind(&[Semicolon]) && (opens || !phrase.has_kind(&[Comma]));
    if !is_near || !is_simple || phrase.has_word(words!["following", "these"]) {
        return;
    }
    let after = draft.document.blocks.iter().skip(sentence.record.block as usize + 1);
    let list: Vec<&Block> = after.take_while(|block| block.kind == BlockKind::ListItem).collect();
    let Some(indent) = list.first().and_then(|first| indent(draft, first)) else { return };
    let items = list.iter().filter(|item| self::indent(draft, item) == Some(indent)).count();
    if items >= 2 && items as f64 != one.amount {
        let end = list.last().map_or(span, |item| item.span);
        let announced = format_number(one.amount);
        let message = format!("\"{}\" announces {announced}, the list has {items} points", draft.text(span));
        found.push(Found { places: vec![span, end], message });
    }
}

/// How far in a point stands in the source; none for a second paragraph of a point.
fn indent(draft: &CheckContext<'_>, item: &Block) -> Option<usize> {
    let start = draft.document.source_span(item.span).start as usize;
    let line = draft.document.source.get(..start)?.rsplit('\n').next()?;
    let inner = line.trim_start();
    let is_marker = matches!(inner.chars().next()?, '-' | '*' | '+' | '•' | '0'..='9');
    is_marker.then_some(line.len() - inner.len())
}

/// A list of names behind a phrase and a colon, or behind "were": "finalists for the seat: Ann Lee and
/// Bo Roy".
fn names_after(rest: Passage<'_>) -> Option<Passage<'_>> {
    let joint = rest
        .place_of(phrases![":"])
        .or_else(|| rest.place_of(phrases!["were"]))
        .or_else(|| rest.place_of(phrases!["are"]))?;
    let (phrase, list) = (rest.first(joint.start), rest.from(joint.end));
    let is_phrase = !phrase.has_kind(&[Comma, Semicolon, Open, Dash, Number]) && !has_opening_quote(phrase);
    let is_full_name = |item: Passage<'_>| item.word_count() >= 2 && is_name(item);
    let mut names = without_stop(list).split(Comma).flat_map(names_joined);
    (is_phrase && names.all(is_full_name)).then_some(list)
}

/// The names that "and" joins in a part of a list: "and Cy", "Bo and Cy".
fn names_joined(part: Passage<'_>) -> impl Iterator<Item = Passage<'_>> {
    part.without_opening(phrases!["and"]).unwrap_or(part).split_at_word(word!("and"))
}

/// Names in apposition: ", Ann, Bo and Cy," right behind the count. How many, and their words.
fn apposition(rest: Passage<'_>) -> Option<(usize, Passage<'_>)> {
    let list = rest.without_opening(phrases![","])?;
    let and = list.place_of(phrases!["and"])?;
    let (before, after) = (list.first(and.start), list.from(and.end));
    let final_name = after.up_to(&[Comma, Period, Semicolon, Dash]);
    let next = after.from(final_name.len());
    // "Tesco, Marks and Spencer, Boots and Next": the list goes on.
    let goes_on = next.without_opening(phrases![","]).is_some_and(|next| is_name(next.first(1)));
    let before = before.without_closing(phrases![","]).unwrap_or(before);
    let names: Vec<Passage<'_>> = before.split(Comma).chain([final_name]).collect();
    let is_list = names.len() > 2 && names.iter().all(|name| is_name(*name)) && !next.is_empty() && !goes_on;
    is_list.then(|| (names.len(), list.first(and.end + final_name.len())))
}

/// One to three capitalised words.
fn is_name(item: Passage<'_>) -> bool {
    let mut starts = item.tokens.iter().enumerate().filter(|(at, token)| *at == 0 || token.spaced);
    (1..=3).contains(&item.word_count()) && starts.all(|(_, token)| token.is_capitalised())
}

fn without_stop(list: Passage<'_>) -> Passage<'_> {
    list.without_closing(phrases!["."]).unwrap_or(list)
}

/// How many items a list "a, b and c" has; none where it is no plain list.
fn items(list: Passage<'_>) -> Option<usize> {
    let list = without_stop(list);
    let parts: Vec<Passage<'_>> = list.split(Comma).collect();
    let (end, before) = parts.split_last()?;
    let joined: Vec<Passage<'_>> = match end.without_opening(phrases!["and"]) {
        Some(item) => vec![item],
        None => end.split_at_word(word!("and")).collect(),
    };
    let has_and = |words: &Passage<'_>| words.has_word(words!["and"]);
    let fits = |item: &Passage<'_>| (1..=LONGEST_ITEM).contains(&item.word_count());
    let is_plain = before.iter().all(|item| fits(item) && !has_and(item)) && joined.iter().all(fits);
    let count = before.len() + joined.len();
    (is_plain && has_and(&list) && joined.len() <= 2 && count >= 2).then_some(count)
}
