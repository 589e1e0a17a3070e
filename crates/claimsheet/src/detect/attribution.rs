#![doc = include_str!("attribution.md")]

mod clause_tag;
mod content;
mod deed;
mod own_words;
mod quotation_tag;
mod reporting_verb;
mod speaker_phrase;
mod statement;
mod understood;

use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::phrase_lists::is_listed;
use crate::english::phrase_lists::quotation::LEADS_IN;
use crate::english::sentence::Sentence;
use crate::english::token::{Cue, Token, TokenKind};
use crate::signal::{Attribution, Signal, SignalKind, Value};
use claimsheet_grammar::Relation;
use std::ops::Range;

/// Appends who said, held or found what in a sentence. Words within quotation marks attribute
/// nothing by the author.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = signals.len();
    let clause_tag = clause_tag::find(sentence);
    let is_of_tag = |cue: &Cue| clause_tag.as_ref().is_some_and(|(verb, _)| *verb == cue.first as usize);
    let own_words = own_words::detect(sentence, signals);
    for cue in sentence.cues {
        if own_words.contains(&(cue.first as usize))
            || sentence.is_quoted(sentence.span_of(cue.first as usize, cue.end as usize))
            || is_of_tag(cue)
        {
            continue;
        }
        let speaker = speaker(sentence, cue).filter(|speaker| can_say(sentence, cue, speaker));
        if let Some(speaker) = speaker.filter(|_| !content::is_none(sentence, cue.first as usize)) {
            push(sentence, cue, &speaker, signals);
        }
    }
    let told = signals.get(first..).unwrap_or_default();
    let mut tags = quotation_tag::all(sentence, told);
    tags.extend(clause_tag.filter(|_| told.is_empty()));
    for (verb, speaker) in tags {
        let cue = Cue { classes: Classes::default(), first: verb as u32, end: verb as u32 + 1 };
        push(sentence, &cue, &speaker, signals);
    }
    introduced_by_colon(sentence, signals, first);
    labelled(sentence, signals, first);
    signed(sentence, signals, first);
}

/// `nobody wants`, `we did not ask`: no source; `she could read a gauge`: no statement, but `the notice reads` is one.
fn can_say(sentence: &Sentence<'_>, cue: &Cue, speaker: &Range<usize>) -> bool {
    let is_nobody =
        speaker.len() == 1 && sentence.is(speaker.start, (grammar::UNIVERSAL_PRONOUN, words!["i", "we", "you"]));
    let reads = sentence.is_any(cue.first as usize, words!["read", "reads"]);
    let is_document = || speaker.clone().any(|at| sentence.is(at, Class::DocumentNoun));
    let is_sum = sentence.follows(speaker.start, TokenKind::Currency);
    let is_thing = || reporting_verb::is_thing_with_object(sentence, cue.first as usize, speaker);
    !is_nobody && !is_sum && !is_thing() && (!reads || is_document() || !sentence.quoted.is_empty())
}

fn push(sentence: &Sentence<'_>, cue: &Cue, speaker: &Range<usize>, signals: &mut Vec<Signal>) {
    let cue_span = sentence.span_of(cue.first as usize, cue.end as usize);
    let speaker = sentence.span_of(speaker.start, speaker.end);
    let value = Value::Attribution(Attribution { speaker, cue: cue_span });
    signals.push(Signal { kind: SignalKind::Attribution, span: cue_span.cover(speaker), value });
}

/// Who says it, by what the cue is; none where it attributes nothing.
fn speaker(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    // "agreed to" is a cue of a plan, and its verb one of saying.
    let classes = sentence.token(cue.first as usize).map_or(cue.classes, |token| cue.classes.with(token.classes));
    let estimate = || cue.classes.has(Class::EstimateNoun).then(|| estimate(sentence, cue)).flatten();
    let maker = || cue.classes.has(Class::StatementNoun).then(|| statement::maker(sentence, cue)).flatten();
    if let Some(source) = owner(sentence, cue).or_else(estimate).or_else(maker) {
        Some(source)
    } else if cue.classes.has(Class::AttributionPhrase) {
        noun_phrase::after(sentence, cue.end as usize).map(|source| with_tail(sentence, source))
    } else if let Some(source) = quoted_as(sentence, cue) {
        Some(source)
    } else {
        reporting_verb::teller(sentence, cue.first as usize, classes)
    }
}

/// `by one estimate`, `by his own account`: whose figures or words these are.
fn estimate(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let end = cue.end as usize;
    let by = (end.saturating_sub(6)..cue.first as usize).rev().find(|at| sentence.is_word(*at, word!("by")))?;
    let tokens = noun_phrase::before(sentence, end)?;
    (tokens.start == by + 1 && tokens.len() > 1).then_some(tokens)
}

/// `They quoted Lund as saying`
fn quoted_as(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let verb = cue.first as usize;
    let mut end = verb.checked_sub(1).filter(|at| sentence.is_word(*at, word!("as")))?;
    if end > 0 && sentence.kind(end - 1) == Some(TokenKind::Comma) {
        end -= 1;
    }
    let tokens =
        sentence.is_any(verb, words!["saying", "telling", "writing"]).then(|| noun_phrase::before(sentence, end))??;
    noun_phrase::is_actor(sentence, tokens.clone()).then_some(tokens)
}

/// `Lund's claim that`, `her promise to`, `the mayor's answer is that`: whose the claim or promise is.
fn owner(sentence: &Sentence<'_>, cue: &Cue) -> Option<Range<usize>> {
    let end = cue.end as usize;
    // "her promise to leave", and not "the storm's threat to the coast".
    let is_verb_behind = || sentence.is_word(end, word!("to")) && sentence.tree.is(end, Relation::Aux);
    // "Their decision to tell" is no statement.
    let is_said = || !sentence.is_any(end.saturating_sub(1), statement::NOT_SAID);
    let told = sentence.is_word(end, word!("that"))
        || is_verb_behind() && is_said()
        || sentence.is_word(end, word!("about"))
        || sentence.is_any(end, words!["is", "was"]) && sentence.is_word(end + 1, word!("that"));
    if !cue.classes.has(Class::StatementNoun) || !told {
        return None;
    }
    let noun = cue.first as usize;
    // "her claim", "her first claim"
    let before = [noun.checked_sub(1), noun.checked_sub(2)];
    before.into_iter().flatten().find_map(|at| match sentence.kind(at)? {
        TokenKind::Possessive => noun_phrase::before(sentence, at).filter(|owner| owner.end == at),
        _ => sentence.is(at, Class::ThirdPossessive).then_some(at..at + 1),
    })
}

/// `data compiled | by the port`, `a source close | to the inquiry`: the words that tell whose or what.
fn with_tail(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let end = tokens.end;
    let is_near =
        sentence.is_any(end, words!["to", "with"]) && sentence.is_any(end - 1, words!["close", "familiar", "briefed"]);
    // "data gathered for the port by Lund"
    let is_made = sentence.is_word(end, word!("by")) && tokens.clone().any(|at| sentence.word(at).ends_with("ed"));
    let tail = (is_made || is_near).then(|| noun_phrase::after(sentence, end + 1)).flatten();
    tail.map_or(tokens.clone(), |tail| tokens.start..tail.end)
}

/// `The mayor: “…”`, `The mayor offered a simple rule: “…”`
fn introduced_by_colon(sentence: &Sentence<'_>, signals: &mut Vec<Signal>, first: usize) {
    if signals.len() > first || sentence.quoted.is_empty() {
        return;
    }
    let colon = sentence
        .tokens
        .windows(2)
        .position(|pair| matches!(pair, [a, b] if a.kind == TokenKind::Colon && b.kind == TokenKind::Quote));
    let Some(colon) = colon else { return };
    let speaker = behind_lead(sentence)..colon;
    let names = |at: usize| {
        noun_phrase::is_proper(sentence, at) || sentence.is(at, Class::PersonTitle) || is_surname(sentence, at)
    };
    if (1..=6).contains(&colon) && !speaker.is_empty() && speaker.clone().all(names) {
        let cue = Cue { classes: Classes::default(), first: colon as u32, end: colon as u32 + 1 };
        push(sentence, &cue, &speaker, signals);
    } else if let Some((verb, speaker)) = reporting_verb::leading_to(sentence, colon) {
        let cue = Cue { classes: Classes::default(), first: verb as u32, end: verb as u32 + 1 };
        push(sentence, &cue, &speaker, signals);
    }
}

/// `And from the mayor: “…”`: where the words begin that name who speaks.
fn behind_lead(sentence: &Sentence<'_>) -> usize {
    let leads = |at: &usize| sentence.token(*at).is_some_and(|token| is_listed(LEADS_IN, token.word));
    (0..sentence.tokens.len()).take_while(leads).count()
}

/// A word that begins its sentence, which has a capital in any case, and that the tree takes for a name.
fn is_surname(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0
        && sentence.token(at).is_some_and(|token| token.is_capitalised() && !token.is(Class::FunctionWord))
        && sentence.tree.tag(at) == Some(claimsheet_grammar::Tag::Nnp)
}

/// `“…” – Greta Moll`, `“…” -Greta Moll`: a name behind a quotation and a dash.
fn signed(sentence: &Sentence<'_>, signals: &mut Vec<Signal>, first: usize) {
    if signals.len() > first || sentence.quoted.is_empty() {
        return;
    }
    let signs = |mark: &Token| mark.kind == TokenKind::Dash || mark.kind == TokenKind::Hyphen && mark.spaced;
    let dash = sentence
        .tokens
        .windows(2)
        .position(|pair| matches!(pair, [quote, dash] if quote.kind == TokenKind::Quote && signs(dash)));
    let Some(dash) = dash.map(|quote| quote + 1) else { return };
    let name = dash + 1..sentence.tokens.len();
    let is_name = (1..=4).contains(&name.len()) && name.clone().all(|at| noun_phrase::is_proper(sentence, at));
    if is_name {
        let cue = Cue { classes: Classes::default(), first: dash as u32, end: dash as u32 + 1 };
        push(sentence, &cue, &name, signals);
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
    let documents = (Class::StudyNoun, words!["poll", "polls", "report", "audit"]);
    let is_document = || (0..colon).all(|at| sentence.is(at, documents));
    let is_person =
        || sentence.is(0, Class::FirstName) && colon > 1 && (0..colon).all(|at| noun_phrase::is_proper(sentence, at));
    let is_turn = || sentence.turns.has(sentence.text(sentence.span_of(name, colon)));
    let speaks = if sentence.block.kind.is_heading() { is_document() || is_person() } else { is_turn() };
    if speaks {
        let cue = Cue { classes: Classes::default(), first: colon as u32, end: colon as u32 + 1 };
        push(sentence, &cue, &(name..colon), signals);
    }
}
