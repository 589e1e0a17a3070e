//! "All schools" in the headline, "two of the nine schools" in the text.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;

/// Words of a headline that leave out nothing.
const ALL: &[&str] = &["all", "every", "no"];

/// Words of the text that leave something out.
const SOME: &[&str] = &["most", "some", "many", "several", "few", "half", "nearly all", "almost all", "almost every"];

/// Words before "all" that make it less.
const BENT: &[&str] = &["nearly", "almost", "not"];

/// Words before "of the" that are counts.
const COUNTS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "most", "some", "many"];

/// Shortest noun that is compared, in letters.
const SHORTEST: usize = 4;

/// Most sentences above the text that are compared with it.
const MOST: usize = 40;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let above: Vec<_> = draft.sentences().filter_map(|(read, _)| Some((draft.above(read)?, read.span))).collect();
    for (place, span) in above.into_iter().filter(|(place, _)| *place != "heading").take(MOST) {
        let text = draft.text(span);
        let Some((at, all, noun)) = whole(text) else { continue };
        let stem = noun.to_lowercase().trim_end_matches('s').to_owned();
        let mut part = None;
        let mut is_said = false;
        for (read, _) in draft.sentences().filter(|(read, _)| draft.above(read).is_none()) {
            let lower = draft.text(read.span).to_ascii_lowercase();
            is_said |= ALL.iter().any(|all| find(&lower, all, &stem).is_some());
            if let Some((start, length)) =
                SOME.iter().find_map(|some| find(&lower, some, &stem)).or_else(|| of_the(&lower, &stem))
            {
                let start = read.span.start as usize + start;
                part.get_or_insert(Span::at(start, start + length));
            }
        }
        if let Some(part) = part.filter(|_| !is_said) {
            let start = span.start as usize + at;
            let whole =
                Span::at(start, noun.as_ptr() as usize - text.as_ptr() as usize + span.start as usize + noun.len());
            let message = format!(
                "the {place} says \"{}\", the text \"{}\": {all} of them?",
                draft.text(whole),
                draft.text(part)
            );
            found.push(Found { places: vec![whole, part], message });
        }
    }
}

/// Where "all", "every" or "no" stands in a headline, the word, and the noun right behind it.
fn whole(text: &str) -> Option<(usize, &'static str, &str)> {
    let words: Vec<&str> = text.split(|letter: char| letter.is_whitespace()).collect();
    words.windows(2).find_map(|pair| {
        let [word, noun] = pair else { return None };
        let all = ALL.iter().copied().find(|all| word.eq_ignore_ascii_case(all))?;
        let noun = noun.trim_matches(|letter: char| !letter.is_alphanumeric());
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_noun = noun.len() >= SHORTEST && noun.bytes().all(|letter| letter.is_ascii_alphabetic());
        let counts = all != "all" || noun.ends_with('s');
        (is_noun && counts).then_some((at, all, noun))
    })
}

/// Where `word` stands right before the noun, and how long both are, in bytes.
fn find(lower: &str, word: &str, stem: &str) -> Option<(usize, usize)> {
    ["", "of the ", "the ", "of "].iter().find_map(|of| {
        let words = format!("{word} {of}{stem}");
        let at = lower.match_indices(&words).map(|(at, _)| at).find(|at| {
            let before = lower.get(..*at).unwrap_or("");
            let bent = BENT.iter().any(|bent| before.trim_end().ends_with(bent));
            !bent && (before.is_empty() || before.ends_with([' ', '“', '"']))
        })?;
        let behind = lower.get(at + words.len()..)?;
        let end = behind.strip_prefix('s').map_or(behind, |rest| rest);
        (!end.starts_with(|letter: char| letter.is_alphabetic()))
            .then_some((at, words.len() + behind.len() - end.len()))
    })
}

/// "Two of the nine schools".
fn of_the(lower: &str, stem: &str) -> Option<(usize, usize)> {
    lower.match_indices(" of the ").find_map(|(at, joint)| {
        let count = lower.get(..at)?.rsplit([' ', '“', '"']).next()?;
        let behind = lower.get(at + joint.len()..)?;
        let mut words = behind.split_whitespace();
        let is_noun =
            |word: &str| word.trim_end_matches(|letter: char| !letter.is_alphabetic()).trim_end_matches('s') == stem;
        let noun = words.by_ref().take(2).find(|word| is_noun(word))?;
        let is_count = COUNTS.contains(&count) || count.parse::<u32>().is_ok();
        let end = noun.as_ptr() as usize - lower.as_ptr() as usize
            + noun.trim_end_matches(|letter: char| !letter.is_alphabetic()).len();
        is_count.then_some((at - count.len(), end - (at - count.len())))
    })
}
