//! What several formats say in the same words.

use claimsheet::Options;
use claimsheet::claim::{Claim, ClaimKind, FactRole, NameEntry, Priority, ReasonKind, SetAsideReason};

/// Longest heading of a claim, in characters.
pub(super) const HEADING: usize = 72;

/// Quotation marks that belong together.
const PAIRS: &[(char, char)] = &[('“', '”'), ('"', '"'), ('‘', '’'), ('«', '»')];

/// The first words of a claim, without a pair of quotation marks around all of it and the stop behind it.
pub(super) fn heading(text: &str) -> String {
    let text = text.trim();
    let inner = PAIRS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains([*open, *close])).then_some(inner)
    });
    shortened(inner.unwrap_or(text).trim(), HEADING)
}

/// The first words of `text`, at most `most` characters, with an ellipsis where words are left out.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return without_stop(text).to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or(&cut).trim_end_matches([',', ';', ':', '—', '–', ' ']))
}

/// `text` without the stop that ends its sentence; that of an abbreviation, as in `10 p.m.`, stays.
fn without_stop(text: &str) -> &str {
    let rest = text.trim_end_matches('.');
    let last = rest.rsplit([' ', '(', '“', '"']).next().unwrap_or_default();
    let is_initials = last.contains('.') && !last.contains(|letter: char| letter.is_ascii_digit());
    let is_abbreviated =
        is_initials || last.starts_with(char::is_uppercase) && Options::default().is_abbreviation(last);
    if is_abbreviated && rest.len() + 1 == text.len() { text } else { rest }
}

/// How many characters of a claim's beginning a headline keeps where what it is about stands far behind.
const LEAD: usize = 26;

/// A claim in few words: all of them where they are few; else its first words, as far as they hold what it is about,
/// or those and the words that do.
pub(super) fn headline(claim: &Claim) -> String {
    let first = heading(&claim.text);
    let Some(key) = key(claim) else { return first };
    let text = claim.text.as_str();
    let (Some(before), Some(behind)) = (text.get(..key.end), text.get(key.end..)) else { return first };
    if !first.ends_with('…') || before.chars().count() < HEADING {
        return first;
    }
    let lead = shortened(text.trim_start_matches(['“', '"', '‘', '«']), LEAD);
    let lead = trimmed(lead.trim_end_matches(" …")).to_owned();
    let room = HEADING.saturating_sub(lead.chars().count() + 5);
    let skipped = before.chars().count().saturating_sub(room);
    let mut tail: String = before.chars().skip(skipped).collect();
    if skipped > 0 && !before.chars().nth(skipped - 1).is_some_and(char::is_whitespace) {
        let next = tail.find(' ').map_or(0, |at| at + 1);
        tail.drain(..next);
    }
    let end = if trimmed(behind.trim_end_matches(['.', '!', '?'])).is_empty() { "" } else { " …" };
    format!("{lead} … {}{end}", trimmed(&tail))
}

/// Words without the marks at their ends.
fn trimmed(words: &str) -> &str {
    words.trim_matches([' ', ',', ';', ':', '—', '–', '“', '”', '"', '‘', '«', '»', '(', ')'])
}

/// Where in the claim's words stands what it is about: by its facts' sorts, the first of the best.
fn key(claim: &Claim) -> Option<std::ops::Range<usize>> {
    const BEST: &[FactRole] = &[FactRole::Figure, FactRole::Action, FactRole::Superlative, FactRole::Quote];
    let rank = |role: FactRole| BEST.iter().position(|best| *best == role).unwrap_or(BEST.len());
    let key = claim.ticks().min_by_key(|fact| rank(fact.role))?;
    let place = claim.within(key)?;
    // A long quotation is told by its beginning.
    let words = claim.text.get(place.clone())?;
    let most = words.char_indices().nth(HEADING - LEAD - 5).and_then(|(at, _)| words.get(..at)?.rfind(' '));
    Some(place.start..place.start + most.unwrap_or(place.len()))
}

/// Why a sentence is not listed, as a reader is told it.
pub(super) const fn reason(reason: SetAsideReason) -> &'static str {
    match reason {
        SetAsideReason::Frame => "attribution only",
        SetAsideReason::NoteOfPublication => "publication note",
        SetAsideReason::HeadOfTable => "table header",
        SetAsideReason::CallToAct => "call to action",
        other => other.name(),
    }
}

/// Checks whose names say less than a reader needs.
const CHECKS: &[(&str, &str)] = &[
    ("acronym-letters", "Abbreviation"),
    ("acronym-two-ways", "Abbreviation explained in two ways"),
    ("acronym-unexpanded", "Abbreviation not explained"),
    ("age-birth", "Age and birth date"),
    ("age-death", "Age and dates of life"),
    ("double-quote", "Quotation used twice"),
    ("figure-in-headline", "Headline figure not in text"),
    ("fiscal-mixed", "Calendar and fiscal year mixed"),
    ("future-date-as-past", "Future date described as past"),
    ("impossible-date", "Invalid date"),
    ("link-trouble", "Link"),
    ("placeholder", "Unfinished text"),
    ("poll-method", "Poll without method"),
    ("quote-no-speaker", "No speaker given for quotation"),
    ("range-order", "Range in wrong order"),
    ("share-over-100", "Share over 100%"),
    ("shares-sum", "Shares do not add up"),
    ("surname-first", "Surname before full name"),
    ("unclosed-quote", "Quotation mark missing"),
    ("universal-negative", "Sweeping denial"),
    ("vague-authority", "Vague attribution"),
];

/// The check of a finding, as a reader is told it.
pub(super) fn check(name: &str) -> String {
    if let Some((_, told)) = CHECKS.iter().find(|(known, _)| *known == name) {
        return (*told).to_owned();
    }
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What weighed most on the priority of a claim, two reasons at most.
pub(super) fn because(claim: &Claim) -> String {
    let is_raised = claim.priority > Priority::Low;
    let reasons = claim.reasons.iter().filter(|reason| is_raised && reason.kind == ReasonKind::Priority);
    let mut reasons: Vec<_> = reasons.filter(|reason| reason.weight >= 0.0).collect();
    reasons.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    reasons.iter().take(2).map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(", ")
}

/// "line 3", "lines 3, 5"; twelve at most.
pub(super) fn lines(lines: &[u32], unit: &str) -> String {
    let shown: Vec<String> = lines.iter().take(12).map(u32::to_string).collect();
    let more = if lines.len() > shown.len() { " …" } else { "" };
    let plural = if lines.len() == 1 { "" } else { "s" };
    format!("{unit}{plural} {}{more}", shown.join(", "))
}

/// "1 claim", "2 claims"
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The kind of a claim and what else it is, four at most.
pub(super) fn kinds(claim: &Claim) -> String {
    let all = std::iter::once(claim.kind).chain(claim.tags.iter().copied());
    all.take(4).map(ClaimKind::name).collect::<Vec<_>>().join(", ")
}

/// What decided on the priority of a claim. A low one has none: what speaks for it was not enough.
pub(super) fn why(claim: &Claim) -> String {
    let is_raised = claim.priority > Priority::Low;
    let reasons = claim.reasons.iter().filter(|reason| is_raised && reason.kind == ReasonKind::Priority);
    reasons.map(|reason| reason.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// How often a name is mentioned, and where; `unit` is what its lines are called.
pub(super) fn mentions(name: &NameEntry, unit: &str) -> String {
    let times = match name.count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    };
    format!("{times}, {}", lines(&name.lines, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_loses_its_quotation_marks_in_pairs_only() {
        for (text, shown) in [
            ("“We paid for it.”", "We paid for it"),
            ("“We paid for it,” said Ruth Lund.", "“We paid for it,” said Ruth Lund"),
            ("“We paid.” “They did not.”", "“We paid.” “They did not.”"),
            ("“We paid", "“We paid"),
        ] {
            assert_eq!(heading(text), shown);
        }
    }

    #[test]
    fn a_heading_keeps_the_stop_of_an_abbreviation() {
        for (text, shown) in [
            ("The lock closes at 10 p.m.", "The lock closes at 10 p.m."),
            ("The lock is in Ansel, Calif.", "The lock is in Ansel, Calif."),
            ("The lock is shut.", "The lock is shut"),
            ("The toll is £3.40.", "The toll is £3.40"),
            ("They waited …", "They waited …"),
        ] {
            assert_eq!(heading(text), shown);
        }
    }

    #[test]
    fn words_are_cut_without_the_marks_before_the_cut() {
        assert_eq!(shortened("The lock — shut — leaks", 12), "The lock …");
    }
}
