//! A headline, deck or caption that is surer than the text.

use crate::check::{CheckContext, Found};
use crate::text::span::Span;
use std::collections::BTreeSet;

/// Words of the text that leave it open.
const OPEN: &[&str] = &["could", "may", "might", "would"];

/// Shortest word of a verb or noun that is compared, in letters.
const SHORTEST: usize = 4;

/// Words before "to" that say less than "will".
const LOOSE: &[&str] =
    &["set", "due", "likely", "ready", "able", "bound", "about", "hope", "vow", "plan", "aim", "bid"];

/// Most sentences above the text that are compared with it: each with each costs the square of the text.
const MOST: usize = 40;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let above: Vec<_> = draft.sentences().filter_map(|(read, _)| Some((draft.above(read)?, read.span))).collect();
    if above.is_empty() {
        return;
    }
    let body: Vec<Sentence> = draft
        .sentences()
        .filter(|(read, _)| draft.above(read).is_none())
        .map(|(read, _)| Sentence { span: read.span, lower: draft.text(read.span).to_ascii_lowercase() })
        .collect();
    for (place, span) in above.into_iter().filter(|(place, _)| *place != "heading").take(MOST) {
        let text = draft.text(span);
        if text.trim_end().ends_with('?') {
            continue;
        }
        let Some(sure) = foretold(text).or_else(|| told(text)) else { continue };
        let Some(open) = sure.open(&body) else { continue };
        let start = span.start as usize + sure.at;
        let place_span = Span::at(start, start + sure.length);
        let message = format!("the {place} says \"{}\", the text \"{}\"", draft.text(place_span), draft.text(open));
        found.push(Found { places: vec![place_span, open], message });
    }
}

/// A sentence of the text.
struct Sentence {
    span: Span,
    /// In ASCII lower case, so that places stay the same.
    lower: String,
}

/// What a headline says for sure.
struct Sure {
    /// The verb's bare form, in lower case.
    verb: String,
    /// The long words of what it is said of.
    subject: BTreeSet<String>,
    /// Where the verb's words begin in the headline, and how long they are, in bytes.
    at: usize,
    length: usize,
    /// Whether any other form of the verb in the text is as sure: then nothing is asked.
    any_form: bool,
}

impl Sure {
    /// Where the text leaves it open, and nowhere says it for sure.
    fn open(&self, body: &[Sentence]) -> Option<Span> {
        let of_subject = |sentence: &Sentence| long_words(&sentence.lower).intersection(&self.subject).count() > 0;
        let certain = |sentence: &Sentence| {
            sentence.lower.contains(&format!(" will {}", self.verb)) || self.any_form && self.is_told(&sentence.lower)
        };
        let open = OPEN.iter().find_map(|word| {
            let words = format!(" {word} {}", self.verb);
            body.iter().find_map(|sentence| {
                let at = sentence.lower.find(&words)?;
                let start = sentence.span.start as usize + at + 1;
                let behind = sentence.lower.get(at + words.len()..).unwrap_or("");
                let is_whole = !behind.starts_with(|letter: char| letter.is_alphabetic());
                (is_whole && of_subject(sentence)).then(|| Span::at(start, start + words.len() - 1))
            })
        })?;
        (!body.iter().any(certain)).then_some(open)
    }

    /// Whether a sentence holds a form of the verb that no word before it leaves open.
    fn is_told(&self, lower: &str) -> bool {
        let stem = self.verb.trim_end_matches('e');
        lower.match_indices(stem).any(|(at, _)| {
            let before = lower.get(..at).unwrap_or("");
            let last = before.trim_end().rsplit(' ').next().unwrap_or("");
            before.ends_with([' ', '“', '"']) && !OPEN.contains(&last)
        })
    }
}

/// "Sale will close", "Sale to close": what is to come for sure.
fn foretold(text: &str) -> Option<Sure> {
    let (before, joint, after) = [" will ", " Will ", " to "]
        .iter()
        .find_map(|joint| text.split_once(joint).map(|(before, after)| (before, *joint, after)))?;
    let verb = after.split(|letter: char| !letter.is_alphanumeric()).next()?;
    let bare = joint == " to ";
    // "Set to close", "plans to close" and "road to nowhere" say less than "will".
    let last = before.rsplit(' ').next().unwrap_or("");
    let is_plain = !bare
        || !LOOSE.contains(&last)
            && before.split_whitespace().count() <= 2
            && !before.ends_with("ed")
            && !before.ends_with('s');
    let at = before.len() + 1;
    (is_plain && verb.len() >= SHORTEST && verb.bytes().all(|letter| letter.is_ascii_lowercase() || !bare)).then(|| {
        Sure {
            verb: verb.to_lowercase(),
            subject: long_words(before),
            at,
            length: joint.len() - 1 + verb.len(),
            any_form: bare,
        }
    })
}

/// "Mayor resigns", "Drug cures cancer": the second or third word of a headline, as a verb in the
/// present.
fn told(text: &str) -> Option<Sure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (index, verb) = words.iter().enumerate().skip(1).take(2).find(|(_, word)| {
        word.ends_with('s') && word.len() > SHORTEST && word.bytes().all(|letter| letter.is_ascii_lowercase())
    })?;
    let at = verb.as_ptr() as usize - text.as_ptr() as usize;
    let subject = long_words(words.get(..index)?.join(" ").as_str());
    let bare =
        verb.strip_suffix("shes").map_or_else(|| verb.trim_end_matches('s').to_owned(), |stem| format!("{stem}sh"));
    Some(Sure { verb: bare, subject, at, length: verb.len(), any_form: true })
}

fn long_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() >= SHORTEST);
    words.map(str::to_lowercase).collect()
}
