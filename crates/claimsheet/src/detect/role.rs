#![doc = include_str!("role.md")]

mod before_name;

use crate::detect::noun_phrase::{self, is_determiner};
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::number_words::is_ordinal_ending;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::{Relation, Tag};

/// Verbs that tell what somebody is.
const BEING: &[WordId] = words!["is", "was", "became", "remains"];

/// Adverbs between a verb of being and what somebody is.
const STILL: &[WordId] = words!["also", "still", "now", "not"];

/// Nouns for bodies and works, which are nobody's office.
const THINGS: Classes = Classes::all(&[Class::OrgNoun, Class::DocumentNoun, Class::BusinessNoun]);

/// Appends the titles and descriptions of people and bodies. Reads the sentence's names.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let names = names(sentence, signals);
    let mut from = 0;
    let nouns = Classes::of(Class::RoleNoun).with(Classes::of(Class::PersonTitle));
    for cue in sentence.cues.iter().filter(|cue| cue.classes.any(nouns)) {
        let (first, end) = (cue.first as usize, cue.end as usize);
        if first < from || sentence.kind(end) == Some(TokenKind::Possessive) || is_part_of_name(sentence, &names, first)
        {
            continue;
        }
        if leads_on(sentence, end, nouns) || is_adjective(sentence, first, end) || is_body_part(sentence, first, end) {
            continue;
        }
        let start = behind_age(sentence, modifiers_before(sentence, first, from), first);
        let end = complement_behind(sentence, end);
        from = end;
        let of = described(sentence, &names, start, end);
        let noun = cue.end as usize;
        let is_bare = end == noun
            && (start == first || is_bare_body(sentence, start, end) || is_bare_relation(sentence, start, end));
        if of.is_none() && (is_bare || is_without_holder(sentence, start, noun, end)) {
            continue;
        }
        let span = sentence.span_of(start, end);
        signals.push(Signal { kind: SignalKind::Role, span, value: Value::Role { of } });
    }
    appositions(sentence, &names, signals);
    before_name::detect(sentence, &names, signals);
    predicates(sentence, signals);
    party_tags(sentence, &names, signals);
}

fn names(sentence: &Sentence<'_>, signals: &[Signal]) -> Vec<Span> {
    let own = signals
        .iter()
        .rev()
        .take_while(|signal| signal.span.start >= sentence.span.start || signal.span.end > sentence.span.start);
    let mut names: Vec<Span> = own.filter(|signal| signal.kind == SignalKind::Name).map(|signal| signal.span).collect();
    names.sort();
    names
}

fn is_part_of_name(sentence: &Sentence<'_>, names: &[Span], at: usize) -> bool {
    sentence.token(at).is_some_and(|token| names.iter().any(|name| name.contains(token.span)))
}

/// `all workers`, `state employees`, `a victim`, `your mentor`: people without a name, several or any one of them,
/// whose office nobody can look up. A name within the words (`voters in the Merrow caucuses`) says which.
fn is_without_holder(sentence: &Sentence<'_>, start: usize, noun: usize, end: usize) -> bool {
    let names_none = (start..end).all(|at| !noun_phrase::is_proper(sentence, at));
    let Some(head) = noun.checked_sub(1).filter(|_| names_none) else { return false };
    let is_several = sentence.is_plural(head);
    let is_any_one = sentence.is(start, Class::IndefiniteArticle) && start + 1 == head && end == noun;
    // "He is a spokesman": what a person is said to be.
    let is_told = sentence.follows(start, (BEING, words!["am", "becomes"], STILL));
    is_several || sentence.is(start, (Class::Quantifier, words!["your", "our", "any"])) || is_any_one && !is_told
}

/// `his head`, `Lund’s head`: no office unless it says of what.
fn is_body_part(sentence: &Sentence<'_>, first: usize, end: usize) -> bool {
    let is_owned = first.checked_sub(1).is_some_and(|before| {
        sentence.kind(before) == Some(TokenKind::Possessive) || sentence.is(before, grammar::POSSESSIVE)
    });
    is_owned && sentence.is_any(first, words!["head", "heads"]) && !sentence.is_word(end, word!("of"))
}

/// The first token of the words that go before the noun: `the former Florida`.
fn modifiers_before(sentence: &Sentence<'_>, noun: usize, from: usize) -> usize {
    let mut first = noun;
    while first > from && noun - first < 7 {
        let at = first - 1;
        let Some(token) = sentence.token(at) else { break };
        match token.kind {
            TokenKind::Possessive | TokenKind::Hyphen => first = at,
            // "half-sister", "3rd Earl"
            TokenKind::Word if sentence.kind(first) == Some(TokenKind::Hyphen) && is_joined(sentence, first) => {
                first = at;
            }
            TokenKind::Number if is_ordinal_ending(sentence.word(first)) && is_close(sentence, first) => first = at,
            TokenKind::Other if sentence.is_word(at, word!("&")) => first = at,
            // "They said that | dock workers left"
            TokenKind::Word if sentence.tree.is(at, Relation::Mark) => break,
            TokenKind::Word if is_determiner(sentence, at) => return at,
            // "In September Lund joined | software firm"
            TokenKind::Word if is_finite(sentence, at) => break,
            TokenKind::Word if is_verb_of_name(sentence, at) || is_gerund(sentence, at) => break,
            // "They visit Lund's son": before an owner's name stands no adjective of the office.
            TokenKind::Word if token.case == Case::Lower && is_owners_name(sentence, first) => break,
            TokenKind::Word if is_modifier(sentence, at) => first = at,
            _ => break,
        }
    }
    while first < noun && matches!(sentence.kind(first), Some(TokenKind::Possessive | TokenKind::Hyphen)) {
        first += 1;
    }
    first
}

/// Whether no blank stands before the hyphen at a token, nor behind it.
fn is_joined(sentence: &Sentence<'_>, hyphen: usize) -> bool {
    is_close(sentence, hyphen) && is_close(sentence, hyphen + 1)
}

/// Whether no blank stands before token `at`.
fn is_close(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.token(at).is_some_and(|token| !token.spaced)
}

/// Whether token `at` is the verb of a clause; behind a comma, as in "Pell, lead author of the paper,", the grammar often
/// takes an apposition for one.
fn is_finite(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_verb = matches!(sentence.tree.tag(at), Some(Tag::Vbd | Tag::Vbz | Tag::Vbp));
    is_verb && sentence.tree.is(at, Relation::Root) && !sentence.follows(at, TokenKind::Comma)
}

/// Whether a possessor's name begins at token `at`.
fn is_owners_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let past = (at..at + 4).find(|at| !noun_phrase::is_proper(sentence, *at));
    past.is_some_and(|past| past > at && sentence.kind(past) == Some(TokenKind::Possessive))
}

/// `allowing` in "start allowing hunters", "by allowing hunters": what is done, and no sort of hunter.
fn is_gerund(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at).ends_with("ing")
        && sentence.token(at).is_some_and(|token| token.case == Case::Lower)
        && sentence.follows(at, (Class::BeforeGerund, Class::Preposition, Class::Be))
}

/// `a group`, `the company`, `Norway’s firms`, `its website`: a body or work with nothing but an article or
/// an owner, which describes nobody.
fn is_bare_body(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let Some(noun) =
        end.checked_sub(1).filter(|noun| sentence.token(*noun).is_some_and(|token| token.classes.any(THINGS)))
    else {
        return false;
    };
    let is_owner = (start..noun).all(|at| {
        sentence.kind(at) == Some(TokenKind::Possessive)
            || is_determiner(sentence, at)
            || noun_phrase::is_proper(sentence, at)
            || is_ranking(sentence, at)
    });
    let owns = noun.checked_sub(1).is_some_and(|at| {
        sentence.kind(at) == Some(TokenKind::Possessive)
            || start + 1 == noun && is_determiner(sentence, at)
            || is_ranking(sentence, at)
    });
    is_owner && owns
}

/// `best`, `largest`, `other`: what sets a body above or beside others, and says nothing of what it is.
fn is_ranking(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.tree.tag(at), Some(Tag::Jjs | Tag::Rbs | Tag::Jjr)) || sentence.is(at, Class::Rank)
}

/// `her colleague`: somebody by a pronoun alone, whose name or office nobody can look up by it.
fn is_bare_relation(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    start + 2 == end && sentence.is(start, grammar::POSSESSIVE) && sentence.is(start + 1, Class::Peer)
}

/// `facing` in "Orr facing a union": a participle behind a name, which is a headline's verb.
fn is_verb_of_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind_name = at.checked_sub(1).is_some_and(|before| noun_phrase::is_proper(sentence, before));
    behind_name
        && sentence.token(at).is_some_and(|token| token.case == Case::Lower)
        && sentence.word(at).ends_with("ing")
}

fn is_modifier(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    if sentence.is_any(at, words!["state"]) {
        return true;
    }
    let is_verb = token.case == Case::Lower
        && (token.is(Class::PastVerb) || token.is(Class::PresentFactVerb) || token.is(Class::SpeechVerb))
        || sentence.word(at).ends_with("ly");
    // "US" is no pronoun.
    let is_initials = token.case == Case::Upper && token.span.len() > 1;
    !is_verb && (is_initials || !token.is(Class::FunctionWord))
}

/// Whether the words right behind a noun, from token `end`, lead to another one that is the head: the
/// `major` of `a major shipping company`.
fn leads_on(sentence: &Sentence<'_>, end: usize, nouns: Classes) -> bool {
    let modifies = |at: &usize| {
        sentence.token(*at).is_some_and(|token| token.is_word() && token.case == Case::Lower)
            && is_modifier(sentence, *at)
            && !sentence.word(*at).ends_with("ed")
    };
    let heads = |at: usize| {
        sentence
            .cues
            .get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))
            .is_some_and(|cue| cue.first as usize == at && cue.classes.any(nouns))
    };
    (end..end + 3).take_while(modifies).any(heads)
}

/// Behind an age that stands before the noun: `39-year-old land commissioner`.
fn behind_age(sentence: &Sentence<'_>, start: usize, noun: usize) -> usize {
    (start..noun).rev().find(|at| sentence.is_any(*at, words!["old"])).map_or(start, |old| old + 1)
}

/// The `private` of "a private server", the `liberal` of "liberal opinion": a noun for a person that is an
/// adjective before a common one.
fn is_adjective(sentence: &Sentence<'_>, rank: usize, end: usize) -> bool {
    sentence.is_any(rank, words!["private", "general", "major", "conservative", "liberal", "socialist"])
        && sentence.token(end).is_some_and(|next| next.is_word() && next.case == Case::Lower)
        && is_modifier(sentence, end)
        || sentence.is_any(rank, words!["executive", "firm", "native", "host"])
            && sentence.is(end, Class::BehindAdjective)
}

/// One past the last token of what follows the noun: `of the harbour board`.
fn complement_behind(sentence: &Sentence<'_>, mut end: usize) -> usize {
    for _ in 0..3 {
        if !sentence.is(end, (Class::PlacePreposition, words!["of", "for", "with"])) {
            break;
        }
        // "A group of them": no office of anything.
        if sentence.is(end + 1, (Class::ObjectPronoun, Class::NeutralPronoun)) {
            break;
        }
        // "Physicians for selling cures": what they do, and no office.
        let is_doing = sentence.token(end + 1).is_some_and(|token| token.case == Case::Lower)
            && sentence.word(end + 1).ends_with("ing");
        if is_doing {
            break;
        }
        let article = usize::from(is_determiner(sentence, end + 1));
        let is_body = sentence.is_any(end, words!["of", "for"]) || noun_phrase::is_proper(sentence, end + 1 + article);
        match noun_phrase::after(sentence, end + 1) {
            Some(tokens) if tokens.start <= end + 2 && is_body && !is_time(sentence, tokens.start) => {
                end = tokens.end;
            }
            _ => break,
        }
    }
    end
}

/// Whether token `at` is a day, month or the like, which nobody has an office of.
fn is_time(sentence: &Sentence<'_>, at: usize) -> bool {
    const TIMES: Classes = Classes::of(Class::TimeUnit)
        .with(Classes::of(Class::Weekday))
        .with(Classes::of(Class::Month))
        .with(Classes::of(Class::DayPart))
        .with(Classes::of(Class::Season));
    sentence.token(at).is_some_and(|token| token.classes.any(TIMES))
}

/// The name that the words `start..end` describe.
fn described(sentence: &Sentence<'_>, names: &[Span], start: usize, end: usize) -> Option<Span> {
    let first = sentence.token(start)?.span.start;
    let last = sentence.token(end.checked_sub(1)?)?.span.end;
    let behind = sentence.token(end).map(|token| token.span.start);
    if let Some(name) = names.iter().find(|name| Some(name.start) == behind) {
        return Some(*name);
    }
    let comma_before = sentence.follows(start, TokenKind::Comma);
    let copula_before = sentence.follows(start, (BEING, word!("as")));
    let comma_behind = sentence.kind(end) == Some(TokenKind::Comma);
    if comma_before || copula_before {
        let name = names.iter().rfind(|name| name.end <= first && first - name.end <= 14);
        if name.is_some() || copula_before || !comma_behind {
            return name.copied();
        }
    }
    let name = names.iter().find(|name| name.start >= last)?;
    (comma_behind && name.start - last <= 2).then_some(*name)
}

/// `Lund, a retired welder, …`: what stands between commas behind a name and begins with an article.
fn appositions(sentence: &Sentence<'_>, names: &[Span], signals: &mut Vec<Signal>) {
    for name in names {
        let comma = sentence.token_at(name.end);
        let opens = sentence.kind(comma) == Some(TokenKind::Comma)
            && (sentence.is(comma + 1, grammar::ARTICLE) || is_title_behind(sentence, comma + 1));
        let placed = sentence
            .token_at(name.start)
            .checked_sub(1)
            .is_some_and(|before| sentence.is(before, (Class::PlacePreposition, Class::SidePreposition)));
        if !opens || placed || is_place_or_group(signals, *name) {
            continue;
        }
        let Some(end) = apposition_end(sentence, comma + 1) else { continue };
        // "Lund, the Merrow Foundation, …": another name of a list, and nobody's title.
        if (comma + 2..end).all(|at| noun_phrase::is_proper(sentence, at)) {
            continue;
        }
        let span = sentence.span_of(comma + 1, end);
        let known = signals.iter().any(|signal| signal.kind == SignalKind::Role && signal.span.overlaps(span));
        if !known {
            signals.push(Signal { kind: SignalKind::Role, span, value: Value::Role { of: Some(*name) } });
        }
    }
}

/// `3rd Earl of Merrow`, `MP for Merrow North` behind a name and a comma: a title and of what.
fn is_title_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    let has_ending = sentence.kind(at) == Some(TokenKind::Number)
        && sentence.token(at + 1).is_some_and(|end| !end.spaced && is_ordinal_ending(sentence.text(end.span)));
    let ordinal = if has_ending { 2 } else { usize::from(sentence.is(at, Class::OrdinalWord)) };
    let title = at + ordinal;
    let is_title = sentence.is(title, (Class::PersonTitle, word!("mp")));
    let is_of = sentence.is_any(title + 1, words!["of", "for"]);
    is_title && (is_of || ordinal > 0 && noun_phrase::is_proper(sentence, title + 1))
}

/// `he was a recovering gambler`, `I am also a father`: what a person is said to be.
fn predicates(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    for at in 0..sentence.tokens.len() {
        if !sentence.is(at, (Class::ThirdSubject, words!["i", "who"]))
            || !sentence.is_any(at + 1, words!["is", "was", "am"])
        {
            continue;
        }
        let start = at + 2 + usize::from(sentence.is(at + 2, STILL));
        if !sentence.is(start, Class::IndefiniteArticle) {
            continue;
        }
        let end = (start + 1..=start + 5).take_while(|at| is_describing(sentence, *at)).last().map(|last| last + 1);
        let Some(end) = end else { continue };
        let span = sentence.span_of(start, end);
        let known = signals.iter().any(|signal| signal.kind == SignalKind::Role && signal.span.overlaps(span));
        if !known {
            signals.push(Signal { kind: SignalKind::Role, span, value: Value::Role { of: None } });
        }
    }
}

/// Whether token `at` may be an adjective or noun of a description.
fn is_describing(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.kind(at) == Some(TokenKind::Hyphen)
        || sentence.kind(at) == Some(TokenKind::Word)
            && is_modifier(sentence, at)
            && !sentence.is(at, Class::ReflexivePronoun)
}

/// Longest apposition, in tokens.
const LONGEST_APPOSITION: usize = 12;

fn is_place_or_group(signals: &[Signal], name: Span) -> bool {
    signals.iter().any(|signal| {
        signal.span == name && matches!(signal.value, Value::Name(NameKind::Place | NameKind::Group | NameKind::Law))
    })
}

/// One past the last token of the apposition from `start`: up to a comma, a relative pronoun or the
/// sentence's end, without a finite verb.
fn apposition_end(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    for at in start + 1..=start + LONGEST_APPOSITION {
        let closes = match sentence.kind(at) {
            None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Dash | TokenKind::Semicolon) => true,
            Some(TokenKind::Word) => {
                sentence.is(at, (Class::RelativePronoun, word!("whose")))
                    || sentence.is_word(at, word!("and")) && is_determiner(sentence, at + 1)
            }
            _ => false,
        };
        if closes {
            return (at > start + 1).then_some(at);
        }
        let is_verb = sentence.token(at).is_some_and(|token| {
            token.is(Class::PresentFactVerb) && !token.is(Class::RoleNoun) || token.is(Class::SpeechVerb)
        });
        if is_verb || sentence.is(at, (Class::Be, Class::Have, word!("and"))) {
            return None;
        }
    }
    None
}

/// `R-Ky.`, `D-Calif.` behind a name.
fn party_tags(sentence: &Sentence<'_>, names: &[Span], signals: &mut Vec<Signal>) {
    for (at, token) in sentence.tokens.iter().enumerate() {
        if !noun_phrase::is_party_tag(sentence, at) {
            continue;
        }
        if let Some(place) = sentence.token(at + 2) {
            let of =
                names.iter().rfind(|name| name.end < token.span.start && token.span.start - name.end <= 3).copied();
            let span = Span::new(token.span.start, place.span.end);
            signals.push(Signal { kind: SignalKind::Role, span, value: Value::Role { of } });
        }
    }
}
