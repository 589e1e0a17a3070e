//! An announced count beside the list that follows.

use crate::annotated_text::SentenceRecord;
use crate::check::{CheckContext, Found, quantities, shown};
use crate::text::document::{Block, BlockKind};
use crate::text::span::Span;
use crate::text::value::{Form, Quantity};

/// Longest item of a plain list, in words.
const LONGEST_ITEM: usize = 7;

/// Most words between a count and the colon before its list in points.
const BEFORE_COLON: usize = 9;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (record, signals) in draft.sentences() {
        let announced: Vec<_> = quantities(signals).into_iter().filter(|(_, one)| is_announced(one)).collect();
        for (span, one) in &announced {
            let rest = rest(draft, record, *span);
            let whole = !draft.before(*span).trim_end().ends_with(" of");
            let list = rest.strip_prefix(": ").or(names_behind(rest)).filter(|list| is_plain(list));
            let counted = list
                .and_then(|list| Some((items(list)?, list.trim_end())))
                .or_else(|| apposition(rest).filter(|_| whole));
            let Some((items, list)) = counted.filter(|(items, _)| *items as f64 != one.amount) else { continue };
            let start = span.end + (list.as_ptr() as usize - rest.as_ptr() as usize) as u32;
            let message = format!("\"{}\" announces {}, the list has {items}", draft.text(*span), shown(one.amount));
            found.push(Found { places: vec![*span, Span::new(start, start + list.len() as u32)], message });
        }
        if let [(span, one)] = announced.as_slice() {
            points(draft, record, *span, one, found);
        }
    }
}

/// Longest list that is read, with what is before it, in bytes.
const LONGEST: u32 = 600;

/// What stands behind a count in its sentence; nothing where that is too long for a list.
fn rest<'a>(draft: &CheckContext<'a>, record: &SentenceRecord, span: Span) -> &'a str {
    let rest = Span::new(span.end, record.span.end.max(span.end));
    if rest.end - rest.start > LONGEST { "" } else { draft.text(rest) }
}

/// A count that a list may follow: two to twelve of something.
fn is_announced(one: &Quantity) -> bool {
    let plain = one.form == Form::Count && one.upper.is_none() && one.qualifier.is_none() && !one.unit.is_empty();
    plain && (2.0..=12.0).contains(&one.amount)
}

/// Whether a list has no inner marks or figures.
fn is_plain(list: &str) -> bool {
    !list.contains([':', ';', '“', '"', '—', '(']) && !list.chars().any(|letter| letter.is_ascii_digit())
}

/// A list in points behind a sentence that announces it and ends with a colon.
fn points(draft: &CheckContext<'_>, record: &SentenceRecord, span: Span, one: &Quantity, found: &mut Vec<Found>) {
    let rest = rest(draft, record, span);
    let Some(phrase) = rest.trim_end().strip_suffix(':') else { return };
    let before = draft.text(Span::new(record.span.start, span.start.max(record.span.start)));
    let opens = before.is_empty()
        || [" are ", " are the ", " has ", " have ", " these "].iter().any(|word| before.ends_with(word));
    let near = phrase.split_whitespace().count() <= if opens { BEFORE_COLON } else { 1 };
    if !near
        || phrase.contains(['“', '"', ';'])
        || !opens && phrase.contains(',')
        || phrase.contains("following")
        || phrase.contains("these")
    {
        return;
    }
    let behind = draft.document.blocks.iter().skip(record.block as usize + 1);
    let list: Vec<&Block> = behind.take_while(|block| block.kind == BlockKind::ListItem).collect();
    let Some(indent) = list.first().and_then(|first| indent(draft, first)) else { return };
    let items = list.iter().filter(|item| self::indent(draft, item) == Some(indent)).count();
    if items >= 2 && items as f64 != one.amount {
        let end = list.last().map_or(span, |item| item.span);
        let message = format!("\"{}\" announces {}, the list has {items} points", draft.text(span), shown(one.amount));
        found.push(Found { places: vec![span, end], message });
    }
}

/// How far in a point stands in the source; none for a second paragraph of a point.
fn indent(draft: &CheckContext<'_>, item: &Block) -> Option<usize> {
    let start = draft.document.source_span(item.span).start as usize;
    let line = draft.document.source.get(..start)?.rsplit('\n').next()?;
    let inner = line.trim_start();
    let is_marker =
        inner.starts_with(['-', '*', '+', '•']) || inner.starts_with(|letter: char| letter.is_ascii_digit());
    is_marker.then_some(line.len() - inner.len())
}

/// A list of names behind a phrase and a colon, or behind "were": "finalists for the seat: Ann Lee and
/// Bo Roy".
fn names_behind(rest: &str) -> Option<&str> {
    let (phrase, list) = [": ", " were ", " are "].iter().find_map(|joint| rest.split_once(joint))?;
    let is_phrase =
        !phrase.contains([',', ';', '(', '—', '“', '"']) && !phrase.bytes().any(|byte| byte.is_ascii_digit());
    let is_name = |item: &str| {
        let item = item.strip_prefix("and ").unwrap_or(item);
        item.split_whitespace().count() >= 2 && is_name(item)
    };
    let all_names = list.trim_end().trim_end_matches('.').split(", ").flat_map(|item| item.split(" and ")).all(is_name);
    (is_phrase && all_names).then_some(list)
}

/// Names in apposition: ", Ann, Bo and Cy," right behind the count. How many, and their words.
fn apposition(rest: &str) -> Option<(usize, &str)> {
    let list = rest.strip_prefix(", ")?;
    let (before, behind) = list.split_once(" and ")?;
    let names: Vec<&str> = before.strip_suffix(',').unwrap_or(before).split(", ").collect();
    let end = behind.find([',', '.', ';', '—'])?;
    let final_name = behind.get(..end)?.trim_end();
    // "Tesco, Marks and Spencer, Boots and Next": the list goes on.
    let goes_on = behind.get(end..)?.strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let all = names.len() >= 2 && names.iter().all(|name| is_name(name)) && is_name(final_name);
    let length = list.len() - behind.len() + final_name.len();
    (all && !goes_on).then_some((names.len() + 1, list.get(..length)?))
}

/// One to three capitalised words.
fn is_name(item: &str) -> bool {
    let words = item.split_whitespace();
    let mut capitals = words.clone().map(|word| word.starts_with(char::is_uppercase));
    (1..=3).contains(&words.count()) && capitals.all(|capital| capital)
}

/// How many items a list "a, b and c" has; none where it is no plain list.
fn items(text: &str) -> Option<usize> {
    let text = text.trim_end().trim_end_matches('.');
    let commas: Vec<&str> = text.split(", ").collect();
    let (last, before) = commas.split_last()?;
    let joined = last.strip_prefix("and ").map_or_else(|| last.split(" and ").collect::<Vec<_>>(), |last| vec![last]);
    let has_and = text.contains(" and ");
    let fits = |item: &&str| (1..=LONGEST_ITEM).contains(&item.split_whitespace().count());
    let plain =
        before.iter().all(|item| fits(item) && !item.contains(" and ")) && joined.iter().all(fits) && joined.len() <= 2;
    (plain && has_and && before.len() + joined.len() >= 2).then_some(before.len() + joined.len())
}
