#![doc = include_str!("attribution.md")]

use super::phrase;
use crate::lexicon::{Class, Classes};
use crate::sentence::Sentence;
use crate::signal::{Signal, SignalKind, Value};
use crate::span::Span;
use crate::token::{Case, Cue, TokenKind};
use crate::word::Word;
use std::ops::Range;

mod finding;
mod subject;

/// Verbs that attribute when somebody is their subject.
const VERBS: Classes = Classes::of(Class::SpeechVerb).with(Classes::of(Class::BeliefVerb));

/// Appends who said, held or found what in a sentence. Words within quotation marks attribute
/// nothing by the author.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = signals.len();
    for cue in sentence.cues {
        if sentence.is_quoted(sentence.span_of(cue.first as usize, cue.end as usize)) {
            continue;
        }
        if let Some(speaker) = speaker(sentence, cue, signals).filter(|speaker| can_say(sentence, cue, speaker)) {
            push(sentence, cue, &speaker, signals);
        }
    }
    introduced_by_colon(sentence, signals, first);
    labelled(sentence, signals, first);
}

/// `nobody wants`, `we did not ask`: no source; `she could read a gauge`: no statement, but `the notice reads` is one.
fn can_say(sentence: &Sentence<'_>, cue: &Cue, speaker: &Range<usize>) -> bool {
    const NOBODY: &[Word] = words!["nobody", "anyone", "anybody", "everyone", "everybody", "i", "we", "you"];
    let is_nobody = speaker.len() == 1 && sentence.is_any(speaker.start, NOBODY);
    let reads = sentence.is_any(cue.first as usize, words!["read", "reads"]);
    let is_document = || speaker.clone().any(|at| sentence.is(at, Class::DocumentNoun));
    let is_sum = speaker.start.checked_sub(1).is_some_and(|at| sentence.kind(at) == Some(TokenKind::Currency));
    !is_nobody && !is_sum && (!reads || is_document() || !sentence.quoted.is_empty())
}

fn push(sentence: &Sentence<'_>, cue: &Cue, speaker: &Range<usize>, signals: &mut Vec<Signal>) {
    let cue_span = sentence.span_of(cue.first as usize, cue.end as usize);
    let speaker = sentence.span_of(speaker.start, speaker.end);
    let content = content(sentence, cue_span.cover(speaker));
    let value = Value::Attribution { speaker: Some(speaker), cue: cue_span, content };
    signals.push(Signal { kind: SignalKind::Attribution, span: cue_span.cover(speaker), value });
}

/// What was said: the longer part of the sentence beside who said it.
fn content(sentence: &Sentence<'_>, by: Span) -> Option<Span> {
    let before = Span::new(sentence.span.start, by.start);
    let after = Span::new(by.end, sentence.span.end);
    let longer = if before.len() > after.len() { before } else { after };
    (longer.len() > 2).then_some(longer)
}

/// Who says it, by what the cue is; none where it attributes nothing.
fn speaker(sentence: &Sentence<'_>, cue: &Cue, signals: &[Signal]) -> Option<Range<usize>> {
    // "agreed to" is a cue of a plan, and its verb one of saying.
    let classes = sentence.token(cue.first as usize).map_or(cue.classes, |token| cue.classes.with(token.classes));
    let estimate = || cue.classes.has(Class::EstimateNoun).then(|| finding::estimate(sentence, cue)).flatten();
    let study = || finding::of_study(sentence, cue.first as usize, signals);
    if let Some(source) = owner(sentence, cue).or_else(estimate) {
        Some(source)
    } else if cue.classes.has(Class::AttributionPhrase) {
        phrase::after(sentence, cue.end as usize)
    } else if cue.classes.has(Class::FindingVerb) && is_verb_here(sentence, cue.first as usize) && study().is_some() {
        study()
    } else if classes.any(VERBS) || finding::is_told(sentence, cue, signals) {
        speaker_of_verb(sentence, cue, classes, signals)
    } else {
        None
    }
}

/// `Lund's claim that`, `her promise to`, `the mayor's answer is that`: whose the claim or promise is.
fn owner(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let end = cue.end as usize;
    let told = sentence.is_any(end, words!["that", "to"])
        || sentence.is_any(end, words!["is", "was"]) && sentence.is_word(end + 1, word!("that"));
    if !cue.classes.has(Class::StatementNoun) || !told {
        return None;
    }
    let noun = cue.first as usize;
    let described = noun.checked_sub(2)?;
    [noun - 1, described].into_iter().find_map(|at| match sentence.kind(at)? {
        TokenKind::Possessive => phrase::before(sentence, at).filter(|owner| owner.end == at),
        _ => sentence.is_any(at, words!["his", "her", "their", "its"]).then_some(at..at + 1),
    })
}

fn speaker_of_verb(sentence: &Sentence<'_>, cue: &Cue, classes: Classes, signals: &[Signal]) -> Option<Range<usize>> {
    let verb = cue.first as usize;
    if !is_verb_here(sentence, verb) {
        return None;
    }
    if classes.has(Class::SpeechVerb)
        && let Some(speaker) = inverted(sentence, cue)
    {
        return Some(speaker);
    }
    subject::of(sentence, verb, signals).filter(|speaker| can_head(sentence, cue, speaker)).filter(|speaker| {
        !classes.has(Class::BeliefVerb) || classes.has(Class::SpeechVerb) || phrase::is_actor(sentence, speaker.clone())
    })
}

/// Whether what stands before a word that may be a noun can speak: `the treasurer states`, but not
/// `three battleground states`, `the presidential debates`.
fn can_head(sentence: &Sentence<'_>, cue: &Cue, speaker: &Range<usize>) -> bool {
    const NOUNS: &[Word] = words![
        "attack", "attacks", "back", "debate", "debates", "lecture", "lectures", "post", "posts", "project",
        "projects", "report", "reports", "state", "states", "support", "tweet", "tweets"
    ];
    // "Port Ansel protests fade": a protest is told only with what it says.
    if sentence.is_any(cue.first as usize, words!["protest", "protests"]) {
        let end = cue.end as usize;
        return sentence.is_word(end, word!("that"))
            || matches!(sentence.kind(end), Some(TokenKind::Quote | TokenKind::Comma | TokenKind::Period));
    }
    if !sentence.is_any(cue.first as usize, NOUNS) {
        return !cue.classes.has(Class::StatementNoun) || phrase::is_actor(sentence, speaker.clone());
    }
    // "A second agency report", "talk of a Merrow project": a verb in this form has no single subject.
    let before_name = speaker.clone().rev().find(|at| !phrase::is_proper(sentence, *at));
    let is_single = |at: usize| sentence.is_any(at, words!["a", "an", "every", "each"]);
    let is_one = |name: &str| !name.ends_with('s') && !speaker.clone().any(|at| sentence.is_word(at, word!("and")));
    // "The Lund lecture": of one person it would be "Lund lectures".
    let is_of_name = before_name.is_none_or(|at| at + 1 < speaker.end) && is_one(sentence.word(speaker.end - 1));
    let is_compound = (is_single(speaker.start) || before_name.is_some_and(is_single) || is_of_name)
        && !sentence.word(cue.first as usize).ends_with('s');
    !is_compound && speaker.end.checked_sub(1).is_some_and(|last| phrase::is_actor(sentence, last..speaker.end))
}

/// Words of these lists are nouns behind an article, and part of a name with a capital.
fn is_verb_here(sentence: &Sentence<'_>, verb: usize) -> bool {
    let Some(token) = sentence.token(verb) else { return false };
    let in_capitals = sentence.block.kind.is_heading() && sentence.word(verb).ends_with('s');
    if token.case != Case::Lower && !in_capitals {
        return false;
    }
    let Some(before) = verb.checked_sub(1) else { return false };
    if subject::is_going_on(sentence, before) || subject::is_contraction(sentence, verb) {
        return true;
    }
    let is_noun = phrase::is_determiner(sentence, before)
        && !sentence.is_any(before, words!["that", "this", "these", "those", "all", "some", "many", "most", "both"])
        || sentence.kind(before) == Some(TokenKind::Possessive)
        || sentence.kind(before) == Some(TokenKind::Hyphen);
    let is_infinitive = sentence
        .is_any(before, words!["to", "of", "for", "in", "by", "with", "from", "on", "about", "without", "into"]);
    !is_noun && !is_infinitive
}

/// `“…,” said the mayor`: the verb right behind a quotation or comma, with who said it behind it.
fn inverted(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let before = sentence.kind((cue.first as usize).checked_sub(1)?)?;
    let text = sentence.word(cue.first as usize);
    let apposed = || subject::apposed(sentence, cue.first as usize - 1).is_some();
    if !matches!(before, TokenKind::Quote | TokenKind::Comma)
        || text.ends_with("ing")
        || before == TokenKind::Comma && apposed()
    {
        return None;
    }
    let speaker = phrase::after(sentence, cue.end as usize)?;
    let begins = sentence.token(speaker.start)?;
    let follows = speaker.start == cue.end as usize;
    let is_name = begins.is_capitalised() || begins.is(Class::FunctionWord) || begins.kind == TokenKind::Number;
    (follows && is_name && phrase::is_actor(sentence, speaker.clone())).then_some(speaker)
}

/// `The mayor: “…”`
fn introduced_by_colon(sentence: &Sentence<'_>, signals: &mut Vec<Signal>, first: usize) {
    if signals.len() > first || sentence.quoted.is_empty() {
        return;
    }
    let colon = sentence
        .tokens
        .windows(2)
        .position(|pair| matches!(pair, [a, b] if a.kind == TokenKind::Colon && b.kind == TokenKind::Quote));
    let Some(colon) = colon.filter(|at| (1..=6).contains(at)) else { return };
    let speaker = 0..colon;
    if (speaker.clone()).all(|at| phrase::is_proper(sentence, at) || sentence.is(at, Class::PersonTitle)) {
        let cue = Cue { classes: Classes::default(), first: colon as u32, end: colon as u32 + 1 };
        push(sentence, &cue, &speaker, signals);
    }
}

/// `LUND: Well, it opened in June`, one of several turns; `Poll: most want it gone` in a headline.
fn labelled(sentence: &Sentence<'_>, signals: &mut Vec<Signal>, first: usize) {
    if signals.len() > first || sentence.span.start != sentence.block.span.start {
        return;
    }
    let colon = sentence.tokens.iter().position(|token| token.kind == TokenKind::Colon);
    let name = usize::from(sentence.kind(0) == Some(TokenKind::Quote));
    let Some(colon) = colon.filter(|at| *at > name && sentence.token(at + 2).is_some()) else { return };
    let documents = Classes::of(Class::DocumentNoun).with(Classes::of(Class::StudyNoun));
    let is_document = || sentence.tokens.iter().take(colon).all(|token| token.classes.any(documents));
    let is_person =
        || sentence.is(0, Class::FirstName) && colon > 1 && (0..colon).all(|at| phrase::is_proper(sentence, at));
    let is_turn = || sentence.turns.has(sentence.text(sentence.span_of(name, colon)));
    let speaks = if sentence.block.kind.is_heading() { is_document() || is_person() } else { is_turn() };
    if speaks {
        let cue = Cue { classes: Classes::default(), first: colon as u32, end: colon as u32 + 1 };
        push(sentence, &cue, &(name..colon), signals);
    }
}
