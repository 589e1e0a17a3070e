//! Parts that nearly make the whole beside them.

use crate::check::figures::{is_noun, is_of};
use crate::check::{CheckContext, Found, format_number, rounding};
use crate::english::passage::Passage;
use crate::english::phrase_lists::numbers::MADE_UP;
use crate::english::token::TokenKind::{Colon, Comma, Dash, Open, Period, Semicolon};
use crate::text::span::Span;
use crate::text::value::{Form, Qualifier, Quantity};

/// How far, as a share of the whole, parts may be off and still be meant as all of it.
const NEAR: f64 = 0.1;

/// Most bytes between the whole and its parts, and between parts: a noun, hardly more.
const GAP: u32 = 30;

/// Most words behind a part that tell what it is for: "to parks".
const AMOUNT: usize = 4;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for sentence in &draft.sentences {
        let every = &sentence.quantities;
        votes(draft, every, found);
        let opening = every.iter().position(|(span, _)| is_whole(draft, *span));
        let all = every.get(opening.unwrap_or(0)..).unwrap_or_default();
        let whole_first = all.split_first().filter(|_| opening.is_some() || is_list(draft, all));
        let whole_last = || all.split_last().filter(|_| is_sum(draft, all));
        let Some(((span, total), parts)) = whole_first.or_else(whole_last) else { continue };
        let is_one_sort = parts.iter().all(|(_, one)| is_plain(one) && one.form == total.form);
        let is_money = total.form == Form::Money && parts.iter().all(|(_, one)| one.unit == total.unit);
        if !is_plain(total) || parts.len() < 2 || !is_one_sort || total.form == Form::Money && !is_money {
            continue;
        }
        let sum: f64 = parts.iter().map(|(_, one)| one.amount).sum();
        let hidden: f64 = if is_money { all.iter().map(|(_, one)| rounding(one)).sum() } else { 0.0 };
        let off = (sum - total.amount).abs();
        if off > hidden * 1.01 && off <= NEAR * total.amount {
            let terms: Vec<String> = parts.iter().map(|(_, one)| format_number(one.amount)).collect();
            let message = format!(
                "{} are {}, the draft says {}",
                terms.join(" + "),
                format_number(sum),
                format_number(total.amount)
            );
            let places = std::iter::once(*span).chain(parts.iter().map(|(span, _)| *span)).collect();
            found.push(Found { places, message });
        }
    }
}

/// A count or an amount of money without "about" and the like; "a total of" may stand before it.
fn is_plain(one: &Quantity) -> bool {
    matches!(one.form, Form::Count | Form::Money)
        && one.upper.is_none()
        && one.per.is_none()
        && matches!(one.qualifier, None | Some(Qualifier::Exactly))
}

/// "The nine-member board voted 7-3": more votes than members.
fn votes(draft: &CheckContext<'_>, all: &[(Span, &Quantity)], found: &mut Vec<Found>) {
    for pair in all.windows(2) {
        let [first, second] = pair else { continue };
        // "Voted 7-3" behind the members, or "passed 60-45 in the 100-member senate".
        let is_behind = first.1.form == Form::Score;
        let ((seats_span, seats), (vote_span, vote)) = if is_behind { (second, first) } else { (first, second) };
        let Some(against) = vote.upper.filter(|_| vote.form == Form::Score) else { continue };
        let between =
            if is_behind { draft.between(*vote_span, *seats_span) } else { draft.between(*seats_span, *vote_span) };
        let is_told =
            if is_behind { between.is(phrases!["in the", "by the"]) } else { between.last_is(words!["voted"]) };
        let of_members = is_noun(&seats.unit, "member") && is_told;
        let cast = vote.amount + against;
        if of_members && cast > seats.amount && !between.has_kind(&[Period, Semicolon]) {
            let message = format!(
                "{} + {} are {} votes, the draft says {} members",
                format_number(vote.amount),
                format_number(against),
                format_number(cast),
                format_number(seats.amount)
            );
            found.push(Found { places: vec![*seats_span, *vote_span], message });
        }
    }
}

/// "12 from the north and 9 from the south made up the 20": the parts, then the whole.
fn is_sum(draft: &CheckContext<'_>, all: &[(Span, &Quantity)]) -> bool {
    let [parts @ .., (first, _), (second, _), (total, _)] = all else { return false };
    let adds_up = || {
        let all = draft.following(*total).opens_with(phrases!["in all", "in total", "altogether", "all told"]);
        let last = draft.between(*second, *total);
        all && last.last(1).has_kind(&[Comma]) && last.word_count() <= AMOUNT
    };
    if draft.between(*first, *second).last_is(words!["and"]) && adds_up() {
        let ends = parts.iter().map(|(span, _)| *span).chain([*first]);
        return ends.clone().zip(ends.skip(1)).all(|(one, other)| draft.between(one, other).last_is(Comma));
    }
    all.len() == 3
        && draft.between(*first, *second).last_is(words!["and"])
        && draft.between(*second, *total).is(MADE_UP)
}

/// "Of 40" at the start of the sentence or behind a colon.
fn is_whole(draft: &CheckContext<'_>, total: Span) -> bool {
    is_of(draft.preceding(total).since(&[Colon, Semicolon, Dash]))
}

/// "38 buses, 21 diesel and 17 electric": the parts stand right behind the whole, the last behind "and".
fn is_list(draft: &CheckContext<'_>, all: &[(Span, &Quantity)]) -> bool {
    let gap = |pair: &[(Span, &Quantity)]| match pair {
        [(one, _), (other, _)] if other.start >= one.end && other.start - one.end <= GAP => {
            Some(draft.between(*one, *other))
        }
        _ => None,
    };
    let Some(gaps) = all.windows(2).map(gap).collect::<Option<Vec<Passage<'_>>>>() else { return false };
    let Some(([first, between @ ..], last)) = gaps.split_last().map(|(last, rest)| (rest, last)) else { return false };
    first.last(1).has_kind(&[Colon, Dash, Comma, Open])
        && !first.has_word(words!["in"])
        && last.last_is(words!["and"])
        && between.iter().all(|gap| gap.last_is(Comma))
}
