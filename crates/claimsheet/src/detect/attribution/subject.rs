//! Who does what a verb says.

use crate::detect::noun_phrase;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::span::Span;
use std::ops::Range;

/// Verbs between a subject and its verb. "Should" makes no statement of the verb behind it.
pub(super) const HELPERS: Classes = Classes::all(&[Class::Have, Class::Do, Class::Modal]);

/// What stands between a subject and its verb in `-ing`.
pub(super) const PROGRESSIVE: (Classes, TokenKind) = (grammar::ANY_BE, TokenKind::Possessive);

/// Longest way from a verb back to a `who`, in tokens.
const FARTHEST: usize = 14;

/// The subject of the verb at token `verb`. `signals` are those found so far in the sentence.
pub(super) fn of(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let end = end(sentence, verb, signals)?;
    let before = end.checked_sub(1)?;
    match sentence.kind(before)? {
        TokenKind::Comma | TokenKind::Close | TokenKind::Dash => {
            if sentence.word(verb).ends_with("ing") {
                return shared(sentence, verb, signals);
            }
            apposed(sentence, before).or_else(|| shared(sentence, verb, signals))
        }
        TokenKind::Word if sentence.is(before, (Class::Coordinator, word!("then"))) => shared(sentence, verb, signals),
        TokenKind::Word if sentence.is(before, Class::RelativePronoun) => antecedent(sentence, before),
        TokenKind::Word if sentence.is(before, Class::Be) => None,
        TokenKind::Word => direct(sentence, end, signals)
            .map(|tokens| issuer(sentence, verb, described(sentence, verb, tokens), signals))
            .or_else(|| relative(sentence, end)),
        TokenKind::Percent => direct(sentence, end, signals),
        _ => None,
    }
}

/// Where the subject of the verb at token `verb` ends: before helpers, adverbs, times and the like.
pub(super) fn end(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<usize> {
    let mut end = verb;
    while let Some(before) = end.checked_sub(1) {
        end = if let Some(time) = time(sentence, before, signals) {
            time
        } else if is_going_on(sentence, before) {
            before - 2
        } else if is_helper(sentence, before, verb) {
            before
        } else {
            break;
        };
    }
    (end > 0).then_some(end)
}

fn is_helper(sentence: &Sentence<'_>, at: usize, verb: usize) -> bool {
    let is_compound = || {
        sentence.kind(at) == Some(TokenKind::Hyphen)
            || sentence.kind(at + 1) == Some(TokenKind::Hyphen)
                && sentence.token(at + 1).is_some_and(|mark| !mark.spaced)
    };
    let is_adverb =
        sentence.is(at, Class::SentenceAdverb) || sentence.word(at).ends_with("ly") || at + 1 < verb && is_compound();
    let is_denial = sentence.is(at, (Class::NegatedDo, Class::NegatedHave));
    let is_progressive = sentence.word(verb).ends_with("ing") && sentence.is(at, (PROGRESSIVE, words!["now", "still"]));
    let is_floating = || {
        let before = at.checked_sub(1).and_then(|before| Some((before, sentence.token(before)?)));
        before.is_some_and(|(before, token)| {
            noun_phrase::is_pronoun(sentence, before) || token.is_capitalised() || token.kind == TokenKind::Close
        })
    };
    is_adverb
        || is_denial
        || is_progressive
        || sentence.is(at, (HELPERS, words!["also", "not"]))
            && sentence.token(at).is_some_and(|token| token.case == Case::Lower)
        || sentence.is(at, (Class::ReflexivePronoun, words!["all", "both", "each"])) && is_floating()
}

/// `The board on Tuesday said`: where the time that ends with token `last` begins.
fn time(sentence: &Sentence<'_>, last: usize, signals: &[Signal]) -> Option<usize> {
    let end = sentence.token(last)?.span.end;
    let date = signals.iter().find(|signal| signal.kind == SignalKind::Date && signal.span.end == end)?;
    // A time that begins within a token would lead nowhere.
    let first = Some(sentence.token_at(date.span.start)).filter(|first| *first <= last)?;
    let preposition = first.checked_sub(1).filter(|at| sentence.is(*at, grammar::TIME_PREPOSITION));
    Some(preposition.unwrap_or(first))
}

/// Whether token `to` ends `went on to`, behind which somebody says something.
pub(super) fn is_going_on(sentence: &Sentence<'_>, to: usize) -> bool {
    to > 2
        && sentence.is_word(to, word!("to"))
        && sentence.is_word(to - 1, word!("on"))
        && sentence.is(to - 2, Class::Go)
}

/// Whether the verb at token `verb` follows `he's` or `it's`.
pub(super) fn is_contraction(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_pronoun =
        verb.checked_sub(2).is_some_and(|at| sentence.is(at, (Class::ThirdSubject, words!["it", "who", "that"])));
    is_pronoun && sentence.word(verb).ends_with("ing") && sentence.kind(verb - 1) == Some(TokenKind::Possessive)
}

/// The noun phrase right before token `end`.
fn direct(sentence: &Sentence<'_>, end: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let tokens = behind_stamp(sentence, named(sentence, noun_phrase::before(sentence, end)?), signals);
    let spoken = tokens.end == end && !sentence.is(tokens.end - 1, Class::TimeUnit);
    let is_named = tokens.len() == 1 && is_one_name(sentence, tokens.start);
    let is_share =
        sentence.is(end - 1, Class::PercentWord) && end > 1 && sentence.kind(end - 2) == Some(TokenKind::Number);
    let tokens = if is_share { end - 2..end } else { tokens };
    let is_noun = is_named
        || is_share
        || noun_phrase::is_actor(sentence, tokens.clone())
        || noun_phrase::is_determiner(sentence, tokens.start);
    (spoken && is_noun && !sentence.is_quoted(sentence.span_of(tokens.start, tokens.end))).then_some(tokens)
}

/// `14.29 Officials said`: without the hour at which a running report was written.
fn behind_stamp(sentence: &Sentence<'_>, tokens: Range<usize>, signals: &[Signal]) -> Range<usize> {
    let Some(first) = sentence.token(tokens.start).filter(|token| token.kind == TokenKind::Number) else {
        return tokens;
    };
    let stamp = signals.iter().find(|signal| signal.kind == SignalKind::Date && signal.span.start == first.span.start);
    let behind = stamp.map(|stamp| sentence.token_at(stamp.span.end)).filter(|at| *at < tokens.end);
    behind.map_or(tokens.clone(), |at| at..tokens.end)
}

/// `The port released a statement saying`: who gave out the statement.
fn issuer(sentence: &Sentence<'_>, verb: usize, tokens: Range<usize>, signals: &[Signal]) -> Range<usize> {
    let head = noun_phrase::head(sentence, tokens.clone());
    let gives = tokens.start.checked_sub(1).filter(|at| sentence.is(*at, Class::ReleaseVerb));
    let is_statement = sentence.word(verb).ends_with("ing") && sentence.is(head, Class::DocumentNoun);
    gives.filter(|_| is_statement).and_then(|gives| of(sentence, gives, signals)).unwrap_or(tokens)
}

/// `Lund, a pilot from Oslo told the board`: whom the words right before the verb describe, where the comma
/// behind them is missing.
fn described(sentence: &Sentence<'_>, verb: usize, tokens: Range<usize>) -> Range<usize> {
    let comma = tokens.start.checked_sub(1).filter(|at| sentence.kind(*at) == Some(TokenKind::Comma));
    let is_inserted = sentence.kind(verb + 1) == Some(TokenKind::Comma);
    let Some(comma) = comma.filter(|_| noun_phrase::is_determiner(sentence, tokens.start) && !is_inserted) else {
        return tokens;
    };
    let begins = |name: &Range<usize>| {
        let before = name.start.checked_sub(1).and_then(|at| sentence.kind(at));
        matches!(before, None | Some(TokenKind::Quote | TokenKind::Dash | TokenKind::Comma))
    };
    let is_particle = |at: usize| sentence.is(at, (Class::SurnameParticle, word!("the")));
    let is_name = |name: &Range<usize>| {
        name.len() > 1 && name.clone().all(|at| noun_phrase::is_proper(sentence, at) || is_particle(at))
    };
    actor_before(sentence, comma).filter(|name| begins(name) && is_name(name)).unwrap_or(tokens)
}

/// Whether token `at` has a capital and may be a name by itself, also where a sentence begins.
fn is_one_name(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| token.is_capitalised() && !token.is(Class::FunctionWord))
}

/// Without words of another clause in front: `stones and | a police spokesman`, `likely to placate | Lund`.
fn named(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let acts = |range: Range<usize>| noun_phrase::is_actor(sentence, range);
    let is_whole =
        |at: usize| sentence.is_any(at, words!["and", "but"]) && noun_phrase::is_determiner(sentence, at + 1);
    let is_saying = |at: usize| {
        sentence.token(at).is_some_and(|token| {
            token.case == Case::Lower && (token.is(Class::SpeechVerb) || token.is(Class::BeliefVerb))
        }) && !sentence.is(at, Class::DocumentNoun)
    };
    let mut start = tokens.start;
    if tokens.len() > 1 && is_saying(start) && sentence.word(start).ends_with("ing") && acts(start + 1..tokens.end) {
        start += 1;
    }
    for at in tokens.clone().skip(1) {
        let is_loose = !noun_phrase::is_determiner(sentence, start)
            && sentence.is(at, (grammar::ADVERBIAL_PREPOSITION, words!["with", "for"]));
        let is_clause = || at == start + 1 && is_saying(start) && sentence.is_word(at, word!("and"));
        if (is_loose || is_whole(at) || is_clause()) && !acts(start..at) && acts(at + 1..tokens.end) {
            let is_infinitive = sentence.is_word(at, word!("to")) && acts(at + 2..tokens.end);
            start = if is_infinitive { at + 2 } else { at + 1 };
        }
    }
    start..tokens.end
}

/// `Lund, a pilot from Oslo, said`: what stands before the inserted words that end at token
/// `close`.
pub(super) fn apposed(sentence: &Sentence<'_>, close: usize) -> Option<Range<usize>> {
    let floor = close.saturating_sub(40);
    let mut at = close;
    while at > floor {
        at -= 1;
        let opens = matches!(sentence.kind(at), Some(TokenKind::Comma | TokenKind::Open | TokenKind::Dash));
        if !opens {
            if sentence.kind(at) == Some(TokenKind::Quote) {
                return None;
            }
            continue;
        }
        if let Some(tokens) = actor_before(sentence, at) {
            return Some(bearer(sentence, outermost(sentence, tokens)));
        }
    }
    None
}

fn actor_before(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    noun_phrase::before(sentence, end)
        .filter(|tokens| tokens.end == end && noun_phrase::is_actor(sentence, tokens.clone()))
        .map(|tokens| named(sentence, tokens))
}

/// `the mayor of Oslo, Ruth Lund,`: of a description with the name behind it, the name.
pub(super) fn bearer(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let is_named =
        noun_phrase::is_determiner(sentence, tokens.start) && sentence.kind(tokens.end) == Some(TokenKind::Comma);
    let name = is_named.then(|| noun_phrase::after(sentence, tokens.end + 1)).flatten().filter(|name| {
        let ends = matches!(
            sentence.kind(name.end),
            None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Quote | TokenKind::Colon)
        );
        ends && (2..=4).contains(&name.len())
            && name.clone().all(|at| noun_phrase::is_proper(sentence, at) && !sentence.is(at, Class::Place))
    });
    name.unwrap_or(tokens)
}

/// `Lund, 40, of Oslo, Norway, who came, said`: the first of the phrases that describe each other.
fn outermost(sentence: &Sentence<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while let Some(comma) = tokens.start.checked_sub(1).filter(|at| sentence.kind(*at) == Some(TokenKind::Comma)) {
        let describes = noun_phrase::is_determiner(sentence, tokens.start)
            || tokens.clone().any(|at| sentence.kind(at) == Some(TokenKind::Possessive))
            || sentence.is(tokens.start, Class::Place)
            || sentence.is(tokens.start, Class::StateAbbreviation)
            || sentence.is(tokens.start, Class::RoleNoun);
        let mut outer = comma;
        // An age or an "of Oslo" between two commas.
        while let Some(before) =
            (outer.saturating_sub(5)..outer).rev().find(|at| sentence.kind(*at) == Some(TokenKind::Comma))
            && (before + 1..outer).all(|at| {
                sentence.kind(at) == Some(TokenKind::Number)
                    || sentence.is_any(at, words!["of", "from", "in"])
                    || before + 2 < outer && noun_phrase::is_proper(sentence, at)
            })
        {
            outer = before;
        }
        let first = (outer == 1 && is_one_name(sentence, 0)).then_some(0..1);
        match actor_before(sentence, outer).or(first).filter(|_| describes) {
            Some(found) => tokens = found,
            None => break,
        }
    }
    tokens
}

/// The noun that `who` at token `relative` stands for.
fn antecedent(sentence: &Sentence<'_>, relative: usize) -> Option<Range<usize>> {
    let comma = relative.checked_sub(1).filter(|at| sentence.kind(*at) == Some(TokenKind::Comma));
    let end = comma.unwrap_or(relative);
    let tokens = noun_phrase::before(sentence, end).filter(|tokens| noun_phrase::is_actor(sentence, tokens.clone()));
    tokens.map(|tokens| outermost(sentence, person(sentence, named(sentence, tokens))))
}

/// `a retort to both parties`: of a thing for somebody, the somebody.
fn person(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let acts = |range: Range<usize>| noun_phrase::is_actor(sentence, range);
    let head = noun_phrase::head(sentence, tokens.clone());
    let behind =
        tokens.clone().rev().find(|at| sentence.is(*at, (grammar::ADVERBIAL_PREPOSITION, words!["with", "for"])));
    match behind {
        Some(at) if !acts(head..head + 1) && at + 1 < tokens.end && acts(at + 1..tokens.end) => at + 1..tokens.end,
        _ => tokens,
    }
}

/// `Pilots who came on Monday said`: the noun that `who` stands for, when its own verb comes first.
fn relative(sentence: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let in_clause =
        |at: &usize| !matches!(sentence.kind(*at), Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash));
    let clause = (0..end).rev().take_while(in_clause).take(FARTHEST);
    clause.into_iter().find(|at| sentence.is_word(*at, word!("who"))).and_then(|who| antecedent(sentence, who))
}

/// `She left, saying …`, `He stood up and said …`: the subject of an earlier verb.
fn shared(sentence: &Sentence<'_>, verb: usize, signals: &[Signal]) -> Option<Range<usize>> {
    let spoken = signals.iter().rev().find_map(Signal::attribution).map(|said| said.speaker);
    if let Some(span) = spoken {
        let first = sentence.token_at(span.start);
        return Some(first..sentence.token_at(span.end));
    }
    let is_time =
        |span: Span| signals.iter().any(|signal| signal.kind == SignalKind::Date && signal.span.contains(span));
    let is_subject = |token: &Token| token.is_word() && !sentence.is_quoted(token.span) && !is_time(token.span);
    let first = (0..verb).find(|at| sentence.token(*at).is_some_and(is_subject))?;
    let tokens = noun_phrase::after(sentence, first)?;
    let follows = sentence.token(tokens.end).is_some_and(|next| next.is_word() || next.kind == TokenKind::Comma);
    (follows && tokens.end < verb && noun_phrase::is_actor(sentence, tokens.clone())).then_some(tokens)
}
