//! Nameless authorities.

use crate::check::{CheckContext, Found};
use crate::signal::Value;
use crate::text::document::LinkTarget;
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Authorities without a name.
const WHO: &[WordId] = words![
    "studies",
    "research",
    "experts",
    "scientists",
    "researchers",
    "critics",
    "observers",
    "analysts",
    "many",
    "people",
    "economists",
    "historians",
    "doctors",
    "sources",
];

const SAY: &[&str] = &[
    "show",
    "shows",
    "say",
    "believe",
    "suggest",
    "suggests",
    "agree",
    "have shown",
    "has shown",
    "have found",
    "has found",
    "warn",
    "argue",
    "think",
    "fear",
];

/// Words before a nameless authority that only say how many.
const SOME: &[&str] = &["some", "most", "many", "several", "a few", "other", "recent", "numerous", "countless"];

/// Openings that name nobody at all.
const NOBODY: &[&str] = &[
    "it is widely believed",
    "it is widely known",
    "it is widely accepted",
    "it is generally believed",
    "it is generally agreed",
    "it is well known",
    "it has been shown",
    "it has been proven",
];

/// One study that is not named.
const STUDY: &[&str] =
    &["a study", "a recent study", "a new study", "one study", "one recent study", "new research", "recent research"];

/// What a study that is not named does.
const FINDS: &[&str] =
    &["shows", "showed", "found", "finds", "has found", "has shown", "suggests", "suggested", "concluded"];

/// Words of a sentence, or of the next one, that tell which study it is.
const WHICH: &[&str] = &[
    "journal",
    "published",
    "university",
    "institute",
    "authors",
    "researchers",
    "led by",
    "conducted by",
    "report by",
    "professor",
];

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    let mut sentences = draft.sentences().peekable();
    while let Some((read, signals)) = sentences.next() {
        let links = draft.document.links_in(read.span);
        if links.iter().any(|link| !matches!(link.target, LinkTarget::Comment { .. })) {
            continue;
        }
        let text = draft.text(read.span).to_ascii_lowercase();
        let study = || {
            let place = one_study(&text)?;
            let next = sentences.peek().map_or("", |(next, _)| draft.text(next.span)).to_ascii_lowercase();
            let names = signals.iter().any(|signal| matches!(signal.value, Value::Name(_)));
            let tells =
                WHICH.iter().any(|word| text.contains(word) || next.contains(word)) || next.contains("the study");
            (!tells && !names).then_some(place)
        };
        let Some((at, length)) =
            begins(draft, read.span, &text).or_else(|| according(&text)).or_else(|| opens(&text)).or_else(study)
        else {
            continue;
        };
        let start = read.span.start as usize + at;
        let span = Span::at(start, start + length);
        found.push(Found { places: vec![span], message: format!("\"{}\": which ones?", draft.text(span)) });
    }
}

/// A nameless authority and what it does, at the start of a sentence or clause: where, and how long.
fn begins(draft: &CheckContext<'_>, sentence: Span, text: &str) -> Option<(usize, usize)> {
    let mut places = draft.annotated.words.placed_within(sentence).filter(|(word, _)| WHO.contains(word));
    places.find_map(|(_, who)| {
        let (at, length) = ((who.start - sentence.start) as usize, who.len());
        let behind = text.get(at + length..)?.strip_prefix(' ')?;
        let is_whole = |say: &&&str| behind.strip_prefix(**say).is_some_and(|rest| rest.starts_with(' '));
        let say = SAY.iter().find(is_whole)?;
        let before = text.get(..at)?;
        let bare = before.trim_end();
        let some = SOME.iter().find(|some| bare.ends_with(**some)).filter(|_| before.ends_with(' '));
        let start = some.map_or(at, |some| bare.len() - some.len());
        is_clause_start(text.get(..start)?).then_some((start, at - start + length + 1 + say.len()))
    })
}

/// "According to experts," with nothing behind that says which.
fn according(text: &str) -> Option<(usize, usize)> {
    let (before, behind) = text.split_once("according to ")?;
    let some = SOME.iter().find(|some| behind.strip_prefix(**some).is_some_and(|rest| rest.starts_with(' ')));
    let skipped = some.map_or(0, |some| some.len() + 1);
    let who = behind.get(skipped..)?.split([',', '.', ';']).next()?;
    if who == "many" || !WHO.contains(&WordId::of(who)) {
        return None;
    }
    Some((before.len(), "according to ".len() + skipped + who.len()))
}

/// "It is widely believed" at the start of a sentence.
fn opens(text: &str) -> Option<(usize, usize)> {
    let words = NOBODY.iter().find(|words| text.starts_with(**words))?;
    Some((0, words.len()))
}

/// "A recent study found" at the start of a sentence.
fn one_study(text: &str) -> Option<(usize, usize)> {
    STUDY.iter().find_map(|study| {
        let rest = text.strip_prefix(study)?.strip_prefix(' ')?;
        let finds = FINDS.iter().find(|finds| rest.strip_prefix(**finds).is_some_and(|rest| rest.starts_with(' ')))?;
        Some((0, study.len() + 1 + finds.len()))
    })
}

fn is_clause_start(before: &str) -> bool {
    let before = before.trim_end_matches(['“', '"', ' ']);
    before.is_empty()
        || ["but", "and", "yet", "so"].contains(&before)
        || before.ends_with([',', ';', ':', '—'])
        || before.ends_with(" but")
        || before.ends_with(" and")
}
