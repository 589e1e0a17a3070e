//! A count of years beside the two years that it runs from and to.

use crate::check::numbers::number_word::number_word;
use crate::check::{CheckContext, Found, has_run, shown};
use crate::text::span::Span;

/// What joins the years to a count behind them.
const BEHIND: &[&str] = &[", a period of ", ", a span of ", ", for ", ", a stretch of "];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let sentence = draft.text(read.span);
        if !has_run(sentence, 4, |byte| byte.is_ascii_digit()) {
            continue;
        }
        let base = read.span.start as usize;
        for (opening, joint) in
            [("(", "-"), ("(", "–"), ("rom ", " to "), ("etween ", " and "), ("rom ", " until "), ("rom ", " through ")]
        {
            for (at, _) in sentence.match_indices(opening) {
                let start = at + opening.len();
                let Some(range) = sentence.get(start..).and_then(|rest| Years::of(rest, joint)) else { continue };
                let place = Span::at(base + start, base + start + range.length);
                let Some(told) = before(sentence.get(..at).unwrap_or("")).or_else(|| behind(draft.behind(place)))
                else {
                    continue;
                };
                let real = range.to - range.from;
                if (told - real).abs() > 1.0 {
                    let message = format!(
                        "from {} to {} are {} years, the draft says {}",
                        range.from,
                        range.to,
                        shown(real),
                        shown(told)
                    );
                    found.push(Found { places: vec![place], message });
                }
            }
        }
    }
}

/// `1990 to 2008` at the start of a text.
struct Years {
    from: f64,
    to: f64,
    /// In bytes.
    length: usize,
}

impl Years {
    fn of(text: &str, joint: &str) -> Option<Self> {
        let from = year(text.get(..4)?)?;
        let to = year(text.get(4..)?.strip_prefix(joint)?.get(..4)?)?;
        let length = 8 + joint.len();
        let ends = !text.get(length..)?.starts_with(|letter: char| letter.is_alphanumeric());
        (ends && from < to).then_some(Self { from, to, length })
    }
}

pub(crate) fn year(text: &str) -> Option<f64> {
    let is_year = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.starts_with('1') || text.starts_with('2'));
    text.parse().ok().filter(|_| is_year)
}

/// "for 12 years, f", "10-year lease, f" right before the years.
fn before(text: &str) -> Option<f64> {
    let text = match text.strip_suffix(' ') {
        Some(before_bracket) if before_bracket.ends_with(" years") => before_bracket,
        _ => text.strip_suffix(['f', 'F', 'b', 'B'])?.trim_end().strip_suffix(',')?,
    };
    if let Some(words) = text.strip_suffix(" years") {
        let (rest, number) = words.rsplit_once(' ')?;
        return number_word(number).filter(|_| rest.ends_with("for") || rest.ends_with("of"));
    }
    let (words, _) = text.rsplit_once(' ')?;
    let word = words.rsplit(' ').next()?;
    number_word(word.strip_suffix("-year")?)
}

/// ", a period of five years," right behind the years.
fn behind(text: &str) -> Option<f64> {
    let rest = BEHIND.iter().find_map(|joint| text.strip_prefix(joint))?;
    let (number, rest) = rest.split_once(' ')?;
    let ends = rest.strip_prefix("years")?.starts_with([',', '.', ';', '\n', ' ']);
    number_word(number).filter(|_| ends)
}
