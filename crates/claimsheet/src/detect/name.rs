#![doc = include_str!("name.md")]

mod acronym_expansion;
mod name_boundary;

use crate::detect::noun_phrase::{is_known_name, is_party_tag};
use crate::english::gazetteer::{self, Known};
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};
use crate::signal::{Signal, SignalKind, Value};
use crate::text::span::Span;
use crate::text::value::Form;
use crate::text::word_id::WordId;
use claimsheet_grammar::Tag;
use std::ops::Range;

mod calendar;
mod kind;
mod small_word;
mod title_case;

/// Offices written in initials, which end the name of a body and begin none of a person.
const OFFICES: &[WordId] = words!["ceo", "cfo", "coo", "cto", "cio"];

/// Words of the calendar, which have capitals without being names.
const CALENDAR: Classes = Classes::of(Class::Month).with(Classes::of(Class::Weekday));

/// Whether the text has a capital word beside that at token `at` as this headline does: "Tidal" of "Tidal Board".
fn follows_in_text(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_in_text =
        |at: usize| sentence.token(at).is_some_and(Token::is_word) && sentence.capitals.has(sentence.word(at));
    let beside = [at.checked_sub(1), Some(at + 1)];
    is_in_text(at) && beside.into_iter().flatten().any(is_in_text)
}

/// Words that lists have for names, titles or bodies.
const LISTED: Classes = BODIES
    .with(Classes::of(Class::Place))
    .with(Classes::of(Class::Group))
    .with(Classes::of(Class::FirstName))
    .with(Classes::of(Class::PersonTitle));

/// Fewest bytes of a word that has a capital in a headline only if all words have.
const LONG: usize = 4;

/// Longest code of a currency, in bytes.
const LONGEST_CODE: usize = 3;

/// What names a body, a place or a law by its noun.
const BODIES: Classes = Classes::of(Class::OrgNoun)
    .with(Classes::of(Class::GovernmentBody))
    .with(Classes::of(Class::PlaceNoun))
    .with(Classes::of(Class::LawNoun));

/// Appends the names in a sentence. Words that a date covers are no names.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let first = signals
        .partition_point(|signal| signal.span.start < sentence.span.start && signal.span.end <= sentence.span.start);
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(tokens) = name_at(sentence, at) else {
            at += 1;
            continue;
        };
        at = tokens.end;
        let span = sentence.span_of(tokens.start, tokens.end);
        let dated =
            signals.get(first..).unwrap_or_default().iter().any(|signal| {
                signal.kind == SignalKind::Date && signal.span.contains(span) || is_currency(signal, span)
            });
        if !dated {
            drop_count(sentence, tokens.end - 1, signals);
            if is_number_of_title(sentence, tokens.start) {
                signals.retain(|signal| signal.kind != SignalKind::Quantity || !signal.span.overlaps(span));
            }
            let kind = kind::of(sentence, tokens);
            signals.push(Signal { kind: SignalKind::Name, span, value: Value::Name(kind) });
        }
    }
}

/// Whether a name is the code of a sum's currency: the `CHF` of `CHF 40m`, the `HK` of `HK$40`.
fn is_currency(sum: &Signal, name: Span) -> bool {
    let is_money = matches!(&sum.value, Value::Quantity(quantity) if quantity.form == Form::Money);
    let is_code = name.len() <= LONGEST_CODE;
    is_money && (sum.span.contains(name) || is_code && name.end <= sum.span.start && sum.span.start - name.end <= 1)
}

/// Takes away the quantity of a number that is the last word of a name and so counts nothing.
fn drop_count(sentence: &Sentence<'_>, last: usize, signals: &mut Vec<Signal>) {
    if let Some(number) = sentence.token(last).filter(|token| token.kind == TokenKind::Number) {
        signals.retain(|signal| signal.kind != SignalKind::Quantity || signal.span.start != number.span.start);
    }
}

/// The name that begins at token `at`, if one does.
fn name_at(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    if !starts_name(sentence, at) {
        return None;
    }
    if let Some(end) = acronym_expansion::end(sentence, at) {
        return Some(at..end);
    }
    let mut end = at + 1;
    while let Some(next) = name_boundary::extension(sentence, at, end) {
        end = next;
    }
    let tokens = without_title_behind_party(sentence, at..name_boundary::bound(sentence, at, end));
    let alone = tokens.len() == 1;
    let is_title_alone = alone && sentence.is(at, Class::PersonTitle) && !sentence.is(at, Class::FirstName);
    let is_office_alone = alone && name_boundary::is_office_of_body(sentence, at);
    (!is_title_alone && !is_office_alone).then_some(tokens)
}

/// `Republican` of "Republican Secretary of State": the title behind a party alone is of somebody who is named later.
fn without_title_behind_party(sentence: &Sentence<'_>, tokens: Range<usize>) -> Range<usize> {
    let is_title = tokens.len() == 2
        && sentence.is(tokens.start, Class::Group)
        && sentence.is(tokens.end - 1, Class::PersonTitle)
        && !sentence.is(tokens.end - 1, Class::FirstName);
    if is_title { tokens.start..tokens.end - 1 } else { tokens }
}

fn starts_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    if !token.is_word() || !token.is_capitalised() {
        return is_particle_of_surname(sentence, at);
    }
    if token.classes.any(CALENDAR) {
        return calendar::is_name(sentence, at);
    }
    if is_no_name(sentence, at, token) || is_word_of_headline(sentence, at) {
        return false;
    }
    if is_initial(sentence, at) || is_number_of_title(sentence, at) || is_word_as_surname(sentence, at) {
        return true;
    }
    if small_word::begins_title(sentence, at) {
        return true;
    }
    if token.is(Class::FunctionWord) && (token.case != Case::Upper || token.span.len() < 2 || sentence.is_all_caps()) {
        return false;
    }
    if is_party_tag(sentence, at) || at > 1 && is_party_tag(sentence, at - 2) {
        return false;
    }
    if begins_clause(sentence, at) || is_headline(sentence) {
        return is_name_anywhere(sentence, at, token);
    }
    token.span.len() > 1 || is_followed_by_capital(sentence, at)
}

/// Whether a capital at token `at` is that of a noun in initials (`TV`), an office in initials, a share, the
/// profession before a person or the department of a secretary: `Geologist Ann Lund`, `Secretary of State
/// Ann Lund`.
fn is_no_name(sentence: &Sentence<'_>, at: usize, token: &Token) -> bool {
    let is_initials = matches!(token.case, Case::Upper | Case::Mixed)
        && (token.is(Class::CommonInitials) && !is_followed_by_capital(sentence, at)
            || sentence.is_any(at, OFFICES)
            || is_share(sentence, at));
    let is_profession = || {
        let nouns = Classes::of(Class::PersonTitle).with(Classes::of(Class::Group)).with(Classes::of(Class::FirstName));
        token.is(Class::RoleNoun)
            && !token.classes.any(nouns)
            && begins_clause(sentence, at)
            && sentence.is(at + 1, Class::FirstName)
    };
    let is_department = || {
        sentence.is_word(at, word!("state"))
            && at >= 2
            && sentence.is_word(at - 1, word!("of"))
            && sentence.is_word(at - 2, word!("secretary"))
            && is_followed_by_capital(sentence, at)
    };
    let is_remark = || {
        token.is(Class::CommonWord)
            && at > 0
            && sentence.kind(at - 1) == Some(TokenKind::Open)
            && !is_followed_by_capital(sentence, at)
    };
    is_initials || is_profession() || is_department() || is_remark()
}

/// `(NYSE: OKM)`: an exchange and the letters of a share.
fn is_share(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_exchange =
        |at: usize| sentence.is(at, Class::StockExchange) && sentence.kind(at + 1) == Some(TokenKind::Colon);
    is_exchange(at) || at.checked_sub(2).is_some_and(is_exchange)
}

/// `Nine` in "the Nine Harbours": a number that is written with a capital as the word behind it is.
fn is_number_of_title(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.tree.tag(at) == Some(Tag::Cd)
        && sentence.token(at).is_some_and(|token| token.case == Case::Capital)
        && !begins_clause(sentence, at)
        && !is_headline(sentence)
        && is_followed_by_capital(sentence, at)
}

/// `Still` in "that Still hid it": an adverb with a capital among words without, as somebody called so is told of again.
fn is_word_as_surname(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_lower = |at: usize| sentence.token(at).is_some_and(|token| token.case == Case::Lower && token.is_word());
    sentence.tree.tag(at) == Some(Tag::Rb)
        && sentence.token(at).is_some_and(|token| token.case == Case::Capital && token.is(Class::FunctionWord))
        && at.checked_sub(1).is_some_and(is_lower)
        && (is_lower(at + 1) || sentence.kind(at + 1) == Some(TokenKind::Possessive))
        && !is_headline(sentence)
}

/// `A` in "C Moen, A Rossi and R de Wit": a letter before a surname.
fn is_initial(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_letter = sentence.token(at).is_some_and(|token| token.is_capitalised() && token.span.len() == 1);
    let is_listed = || {
        let is_mark = |at: usize| matches!(sentence.kind(at), Some(TokenKind::Comma | TokenKind::Semicolon));
        at > 0 && (is_mark(at - 1) || sentence.is(at - 1, Class::Coordinator))
    };
    let surname = at + 1 + usize::from(sentence.is(at + 1, Class::SurnameParticle));
    let has_surname = sentence.token(surname).is_some_and(|token| token.case == Case::Capital);
    is_letter && is_listed() && has_surname && !sentence.is_word(at, word!("i"))
}

/// `van` in "later van Aalst left": a particle, behind no other part of the name.
fn is_particle_of_surname(sentence: &Sentence<'_>, at: usize) -> bool {
    if !sentence.is(at, Class::SurnameParticle) {
        return false;
    }
    let behind_name = at.checked_sub(1).and_then(|before| sentence.token(before)).is_none_or(Token::is_capitalised);
    let surname = if is_hyphened(sentence, at + 1) { at + 2 } else { at + 1 };
    let is_surname =
        sentence.token(surname).is_some_and(|token| token.case == Case::Capital && !token.is(Class::FunctionWord));
    is_surname && !behind_name
}

/// Whether a hyphen without spaces stands at token `at`.
fn is_hyphened(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.kind(at) == Some(TokenKind::Hyphen)
        && sentence.token(at).is_some_and(|hyphen| !hyphen.spaced)
        && sentence.token(at + 1).is_some_and(|next| !next.spaced)
}

/// One past the last token of a place of two words or more that a list knows and that begins at token `at`:
/// `New Hampshire`.
fn place_end(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))?;
    let end = cue.end as usize;
    let is_place = cue.first as usize == at && cue.classes.has(Class::Place) && end > at + 1;
    (is_place && (at..end).all(|at| sentence.token(at).is_some_and(Token::is_capitalised))).then_some(end)
}

/// One past the last token of a title that begins at token `at`: `Vice President`.
fn title_end(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < at))?;
    (cue.first as usize == at && cue.classes.has(Class::PersonTitle)).then_some(cue.end as usize)
}

/// Whether the sentence is a heading, or its words begin with capitals as those of a headline do: small ones too and no
/// long one without, or all of them, in no list.
fn is_headline(sentence: &Sentence<'_>) -> bool {
    if sentence.block.kind.is_heading() {
        return true;
    }
    let (mut capitals, mut small, mut lower) = (0, 0, 0);
    for (at, token) in sentence.tokens.iter().enumerate().filter(|(_, token)| token.is_word()).take(14) {
        if token.case == Case::Lower && token.span.len() >= 4 {
            return false;
        }
        capitals += usize::from(token.case == Case::Capital);
        lower += usize::from(token.case == Case::Lower);
        small += usize::from(at > 0 && token.case == Case::Capital && token.is(Class::FunctionWord));
    }
    let is_list = || sentence.tokens.iter().any(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Open));
    capitals >= 5 && (small >= 2 || lower == 0 && !is_list())
}

/// `Painters` in "Lund Hires Painters": a word of a headline in which all words have capitals, which the
/// running text writes with none, and which no list has for a name.
fn is_word_of_headline(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_large = |token: &Token| token.is_capitalised() || token.span.len() < LONG || !token.is_word();
    let known = || gazetteer::known([WordId::of(sentence.word(at))]);
    let is_given = || sentence.is(at, Class::FirstName) || known().given_name().is_some();
    let is_heard_of = || {
        let is_listed =
            sentence.token(at).is_some_and(|token| token.classes.any(LISTED) || token.case != Case::Capital);
        is_listed || known() != Known::default()
    };
    is_headline(sentence)
        && sentence.tokens.iter().all(is_large)
        && if title_case::is_known(sentence, at) {
            !sentence.capitals.has_alone(sentence.word(at)) && !follows_in_text(sentence, at)
        } else {
            !is_heard_of() && !sentence.capitals.has(sentence.word(at))
        }
        && place_end(sentence, at).is_none()
        && !kind::begins_household_name(sentence, at)
        && !(is_given() && is_followed_by_capital(sentence, at))
}

/// Whether a capital at token `at` is owed to the place: a sentence's, quotation's or clause's
/// start.
fn begins_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| sentence.token(before)) else { return true };
    match before.kind {
        TokenKind::Quote | TokenKind::Colon | TokenKind::Dash | TokenKind::Ellipsis => true,
        TokenKind::Open => at == 1,
        TokenKind::Close => at >= 2 && sentence.kind(at - 2) == Some(TokenKind::Number),
        TokenKind::Other => matches!(sentence.word(at - 1), "•" | "·" | "▪" | "~" | "*" | "|"),
        TokenKind::Question | TokenKind::Exclamation | TokenKind::Period => true,
        _ => false,
    }
}

/// Whether a capital at a place where any word has one is a name's.
fn is_name_anywhere(sentence: &Sentence<'_>, at: usize, token: &Token) -> bool {
    if matches!(token.case, Case::Upper | Case::Mixed) {
        return token.span.len() > 1 && !sentence.is_all_caps();
    }
    if place_end(sentence, at).is_some()
        || name_boundary::is_house_of_saint(sentence, at, at + 1)
        || kind::begins_household_name(sentence, at)
    {
        return true;
    }
    if token.is(Class::CommonWord) || sentence.is(at, Class::BeforeName) {
        return false;
    }
    if token.is(Class::PersonTitle) && is_followed_by_capital(sentence, at) {
        return true;
    }
    if is_known_name(sentence, at) {
        return !is_word_of_longer_name(sentence, at, token);
    }
    if is_headline(sentence) {
        return false;
    }
    let word = sentence.word(at);
    let ends_in = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // "Tessaly Foods" has no adverb to the grammar.
    let is_name = || sentence.tree.tag(at) == Some(Tag::Nnp);
    let looks_common = ends_in(&["ism", "ists", "ions", "ment", "ness"]) || ends_in(&["ing", "ly", "ed"]) && !is_name();
    if is_followed_by_capital(sentence, at) {
        return !looks_common && !token.is(Class::OpinionWord);
    }
    let followed_by_verb = sentence.token(at + 1).is_some_and(|next| match next.kind {
        TokenKind::Possessive => true,
        // "Tarn 9 orbited Mars"
        TokenKind::Number => name_boundary::is_predicate(sentence, at + 2),
        _ => is_finite_verb(sentence, at + 1),
    });
    followed_by_verb && !token.is_cue() && !looks_common && !word.ends_with('s')
}

/// `Lock` before "keepers", where the text has only "the Guild of Lock Keepers" with a capital.
fn is_word_of_longer_name(sentence: &Sentence<'_>, at: usize, token: &Token) -> bool {
    title_case::is_known(sentence, at)
        && !token.classes.any(LISTED)
        && !sentence.capitals.has_alone(sentence.word(at))
        && !is_followed_by_capital(sentence, at)
}

fn is_finite_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    let verbs =
        Classes::of(Class::SpeechVerb).with(Classes::of(Class::PastVerb)).with(Classes::of(Class::PresentFactVerb));
    token.case == Case::Lower && token.classes.any(verbs)
}

fn is_followed_by_capital(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_name = sentence.token(at + 1).is_some_and(|next| {
        next.is_word()
            && next.is_capitalised()
            && next.spaced
            && !next.is(Class::FunctionWord)
            && !next.classes.any(CALENDAR)
            && !sentence.is_any(at + 1, OFFICES)
    });
    is_name || calendar::is_surname_behind_given(sentence, at + 1)
}

/// `Still` of "Ruth Still": an adverb with a capital behind a given name.
fn is_word_behind_given(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_given = |at: usize| sentence.is(at, Class::FirstName) && !sentence.is(at, Class::FunctionWord);
    sentence.token(at).is_some_and(|token| token.case == Case::Capital)
        && sentence.tree.tag(at) == Some(Tag::Rb)
        && at.checked_sub(1).is_some_and(is_given)
        && !is_headline(sentence)
}

/// Whether token `at` may go on with a name.
fn is_name_word(sentence: &Sentence<'_>, at: usize) -> bool {
    calendar::is_surname_behind_given(sentence, at)
        || is_word_behind_given(sentence, at)
        || small_word::is_of_title(sentence, at)
        || sentence.token(at).is_some_and(|token| {
            token.is_word()
                && token.is_capitalised()
                && token.spaced
                && !token.classes.any(CALENDAR)
                && (!token.is(Class::FunctionWord)
                    || token.case == Case::Upper && token.span.len() > 2
                    || sentence.word(at) == "A.")
                && sentence.word(at) != "I"
        })
}
