#![doc = include_str!("superlative.md")]

mod ranking;

use crate::detect::noun_phrase::is_determiner;
use crate::english::grammar;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::english::token::{Case, TokenKind};
use crate::signal::{Signal, SignalKind};
use crate::text::word_id::WordId;

/// Words that rank the noun behind them: `its main supplier`.
const RANKS_A_NOUN: &[WordId] = words!["leading", "main", "principal", "primary", "chief", "dominant", "number-one"];

/// Endings of adjectives and participles, which tell `most powerful` from `most people`.
const ADJECTIVE_ENDINGS: &[&str] = &[
    "ful", "ive", "ous", "al", "ant", "ent", "ed", "ing", "able", "ible", "ic", "ary", "ory", "ular", "rse", "urate",
    "ate", "wn", "re",
];

/// Appends the words that put something above or below all others.
pub(super) fn detect(sentence: &Sentence<'_>, signals: &mut Vec<Signal>) {
    let mut from = 0;
    for (at, token) in sentence.tokens.iter().enumerate() {
        if at < from || !token.is_word() || token.case == Case::Upper {
            continue;
        }
        if let Some((first, end)) = superlative_at(sentence, at).filter(|_| ranking::is_one(sentence, at)) {
            let whole = ranking::whole(sentence, first.max(from)..end, at);
            signals.push(Signal::plain(SignalKind::Superlative, sentence.span_of(whole.start, whole.end)));
            from = whole.end;
        }
    }
    for cue in sentence.cues_of(Class::SuperlativeWord).filter(|cue| cue.end - cue.first > 1) {
        let span = sentence.span_of(cue.first as usize, cue.end as usize);
        let known = signals
            .iter()
            .rev()
            .take_while(|signal| signal.kind == SignalKind::Superlative)
            .any(|signal| signal.span.overlaps(span));
        if !known {
            signals.push(Signal::plain(SignalKind::Superlative, span));
        }
    }
}

/// The superlative whose ranking word is token `at`, with its article.
fn superlative_at(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    let word = sentence.word(at);
    let start = || article_before(sentence, at);
    if sentence.is(at, Class::Rank) {
        let is_feat = sentence.is_any(at, words!["first", "only"]) && does_something(sentence, at);
        let is_early = sentence.is_any(at, words!["first"]) && at > 0 && is_done_behind(sentence, at);
        let ranked =
            start().or_else(|| (is_feat || is_early).then_some(at)).filter(|_| ranks_something(sentence, at))?;
        let more = is_est(sentence, at + 1);
        return Some((ranked, if more { at + 2 } else { at + 1 }));
    }
    if sentence.is_word(at, word!("than")) && sentence.is(at + 1, (Class::AnyPronoun, words!["any", "ever"])) {
        let compared = at.checked_sub(1).filter(|before| sentence.is_any(*before, words!["more", "less", "fewer"]));
        return Some((compared.unwrap_or(at), at + 2));
    }
    if sentence.is(at, Class::OrdinalWord) && is_placed(sentence, at) {
        return Some((at, at + 1));
    }
    if sentence.is_any(at, RANKS_A_NOUN) {
        return sentence.is(at + 1, Class::RankedNoun).then_some((start().unwrap_or(at), at + 1));
    }
    if sentence.is_any(at, words!["most", "least"]) {
        // "At least partly" bounds and does not rank.
        if sentence.follows(at, word!("at")) {
            return None;
        }
        let headline = sentence.block.kind.is_heading();
        let next = sentence.token(at + 1).filter(|next| next.is_word() && (headline || next.case == Case::Lower))?;
        let adjective = sentence.text(next.span);
        // "Most natural scientists" are more than half of them.
        let are_many =
            sentence.token(at + 2).is_some_and(|many| many.case == Case::Lower && !many.is(Class::FunctionWord))
                && sentence.word(at + 2).ends_with('s');
        let is_adjective =
            ADJECTIVE_ENDINGS.iter().any(|end| adjective.ends_with(end)) && !adjective.ends_with("people") && !are_many;
        let is_adverb = adjective.ends_with("ly");
        return (start().is_some() && !sentence.is_word(at + 1, word!("of")) || is_adjective || is_adverb)
            .then_some((start().unwrap_or(at), behind_hyphens(sentence, at + 2)));
    }
    if sentence.is_any(at, words!["unprecedented", "unparalleled", "unmatched", "unrivalled", "unrivaled"]) {
        return Some((at, at + 1));
    }
    (is_est(sentence, at) && word.len() > 4).then(|| (start().unwrap_or(at), at + 1))
}

/// One past the rest of a compound: `the most high-profile`.
fn behind_hyphens(sentence: &Sentence<'_>, mut end: usize) -> usize {
    while sentence.kind(end) == Some(TokenKind::Hyphen) && sentence.kind(end + 1) == Some(TokenKind::Word) {
        end += 2;
    }
    end
}

/// Whether token `at` ends in -est as superlatives do.
fn is_est(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.token(at) else { return false };
    let word = sentence.word(at);
    token.case == Case::Lower
        && word.ends_with("est")
        && word.len() > 4
        && !word.ends_with("fest")
        && !token.is(Class::NotSuperlative)
}

/// Where `the`, `its`, `the nation's` before token `at` begins; an ordinal may stand between.
fn article_before(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    let is_rank = sentence.is(before, Class::OrdinalWord) || sentence.is_word(before, word!("next"));
    if sentence.kind(before) == Some(TokenKind::Hyphen) || is_rank {
        before = before.checked_sub(1)?;
        if sentence.is(before, Class::OrdinalWord) {
            before = before.checked_sub(1)?;
        }
    }
    let is_article = is_determiner(sentence, before) && !sentence.is(before, words!["no", "all", "that"])
        || sentence.is_any(before, words!["as"]);
    (is_article || sentence.kind(before) == Some(TokenKind::Possessive)).then_some(if is_article {
        before
    } else {
        before + 1
    })
}

/// `first woman to pilot a tanker`: somebody, and what they are the first to do.
fn does_something(sentence: &Sentence<'_>, at: usize) -> bool {
    let to = (at + 2..at + 6).find(|next| sentence.is_word(*next, word!("to")));
    to.is_some_and(|to| (at + 1..to).all(|between| sentence.kind(between) == Some(TokenKind::Word)))
}

/// `first reported`, `was first shared`: an adverb that says who or what came before all others.
fn is_done_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at + 1, Class::FindingParticiple)
        || sentence
            .token(at + 1)
            .is_some_and(|next| next.case == Case::Lower && (next.is(Class::PastVerb) || next.is(Class::SpeechVerb)))
}

/// `finished third`, `ranks second`
fn is_placed(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.follows(at, Class::PlacingVerb)
}

/// `the last week` is a date, `at first` and `the first of May` are none of ours.
fn ranks_something(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = sentence.token(at + 1);
    let is_time = next.is_some_and(|next| {
        let time = [Class::TimeUnit, Class::Month, Class::Weekday, Class::NumberWord, Class::DayPart, Class::Season];
        let is_time = time.iter().any(|class| next.is(*class)) || next.kind == TokenKind::Number;
        is_time && sentence.is_word(at, word!("last"))
            || next.is(Class::Month)
            || sentence.is_word(at + 1, word!("of")) && sentence.is(at + 2, Class::Month)
    });
    !(is_time || is_set_phrase(sentence, at) || is_somebodys_record(sentence, at))
}

/// `first name`, `in the first place`, `the First World War`, `a first-come list`, `the top four`, `your first
/// thought`: what ranks nothing that can be counted.
fn is_set_phrase(sentence: &Sentence<'_>, at: usize) -> bool {
    const BEHIND_FIRST: &[WordId] =
        words!["name", "lady", "amendment", "place", "world", "aid", "minister", "instinct"];
    const SPEECHES: &[WordId] = words!["address", "speech", "ball", "ceremony", "committee", "parade", "day"];
    let before =
        |back: usize, words: &[WordId]| at.checked_sub(back).is_some_and(|before| sentence.is_any(before, words));
    let is_first = sentence.is_word(at, word!("first"))
        && (sentence.is_any(at + 1, BEHIND_FIRST)
            && (!sentence.is_word(at + 1, word!("place")) || before(2, words!["in"]))
            && (!sentence.is_word(at + 1, word!("world")) || sentence.is_word(at + 2, word!("war")))
            || sentence.kind(at + 1) == Some(TokenKind::Hyphen)
                && sentence.is_any(at + 2, words!["come", "rate", "hand", "class", "person"]));
    let is_top = sentence.is_word(at, word!("top"))
        && sentence.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number || next.is(Class::NumberWord));
    let is_speech = sentence.is_word(at, word!("inaugural")) && sentence.is_any(at + 1, SPEECHES);
    is_first || is_top || is_speech || before(1, words!["your"])
}

/// `his record on tolls`: what somebody has done, and no best or worst of all.
fn is_somebodys_record(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_owned = at.checked_sub(1).is_some_and(|before| {
        sentence.is(before, grammar::POSSESSIVE) || sentence.kind(before) == Some(TokenKind::Possessive)
    });
    let ranks_noun = sentence.token(at + 1).is_some_and(|next| {
        next.case == Case::Lower && !next.is(Class::FunctionWord) || next.kind == TokenKind::Number
    });
    sentence.is_word(at, word!("record")) && is_owned && !ranks_noun
}
