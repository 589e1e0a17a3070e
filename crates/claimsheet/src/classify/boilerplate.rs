//! Lines that tell of the publication and its makers, and nothing of the world.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::claim::SetAsideReason;
use crate::english::lexicon::{Class, Lexicon};
use crate::english::passage::Passage;
use crate::english::token::{Case, Token, TokenKind};
use crate::sentence_group::SentenceGroup;
use crate::text::document::{Block, BlockKind};
use crate::text::span::Span;
use crate::text::word_id::WordId;

/// Most words of a credit or a signature.
const MOST_WORDS: usize = 10;

/// Most words of a signature that has no handle.
const SIGNATURE: usize = 4;

/// Longest credit, in bytes.
const LONGEST_CREDIT: usize = 120;

/// Most letters of a word that a title may have without a capital.
const SMALL: usize = 3;

/// A line that may tell of the publication.
pub(super) struct Line<'a> {
    words: Passage<'a>,
    lexicon: &'a Lexicon,
    /// Whether it is all of its block, and whether it begins it.
    is_alone: bool,
    begins_block: bool,
    /// Whether it has no stop or closing quotation mark at its end.
    is_open: bool,
    bracket: Option<char>,
}

/// What a line tells of the publication where the condition holds.
type Rule = (SetAsideReason, fn(&Line<'_>) -> bool);

/// What lines tell of the publication, in the order in which they are asked.
pub(super) const RULES: &[Rule] = &[
    (SetAsideReason::NoteOfPublication, |line| line.is_alone && is_day(line.words)),
    (SetAsideReason::NoteOfPublication, |line| {
        let is_line = line.bracket.is_some() || line.is_alone && line.is_open;
        (is_line || line.begins_block) && is_labelled(line.words, line.lexicon, is_line) || is_of_itself(line.words)
    }),
    (SetAsideReason::RelatedLink, |line| line.bracket == Some('[') && is_title(line.words)),
    (SetAsideReason::Signature, |line| line.is_open && is_signature(line.words, line.is_alone)),
    (SetAsideReason::Heading, |line| line.is_alone && is_hour(line.words)),
    (SetAsideReason::Credit, |line| line.is_alone && line.is_open && is_credit(line.words)),
];

/// What a passage tells of the publication, if it is no part of the article.
pub(super) fn of(passage: &SentenceGroup<'_>) -> Option<SetAsideReason> {
    reason(passage.text, passage.block, passage.span)
}

/// Whether a sentence tells of the publication, and is no part of the article.
pub(crate) fn is_one(text: &AnnotatedText<'_>, record: &SentenceRecord) -> bool {
    text.block(record).is_some_and(|block| reason(text, block, record.span).is_some())
}

fn reason(text: &AnnotatedText<'_>, block: &Block, span: Span) -> Option<SetAsideReason> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption) {
        return None;
    }
    let written = text.document.text(span);
    let first = written.chars().next();
    let mut back = written.chars().rev();
    let line = Line {
        words: text.passage(span),
        lexicon: text.lexicon,
        is_alone: block.span == span,
        begins_block: block.span.start == span.start,
        is_open: !matches!(back.clone().next(), Some('.' | '!' | '?' | '”' | '"')),
        bracket: match (first, back.by_ref().find(|sign| *sign != '.')) {
            (Some('('), Some(')')) | (Some('['), Some(']')) => first,
            _ => None,
        },
    };
    RULES.iter().find(|(_, holds)| holds(&line)).map(|(reason, _)| *reason)
}

/// Whether a line begins with a label, as `Editing by`; where that is not `enough`, a colon must follow.
fn is_labelled(line: Passage<'_>, lexicon: &Lexicon, enough: bool) -> bool {
    let Some(start) = line.tokens.iter().position(Token::is_word) else { return false };
    let Some((first, rest)) = line.tokens.get(start..).and_then(<[Token]>::split_first) else { return false };
    let phrase = first
        .leads
        .then(|| lexicon.phrase(first.word, |at, word| rest.get(at - 1).is_some_and(|token| token.word == word)));
    let phrase = phrase.flatten().filter(|found| found.classes.has(Class::Furniture));
    let behind = rest.get(phrase.map_or(0, |found| found.words - 1));
    let has_colon = behind.is_some_and(|next| next.kind == TokenKind::Colon && !next.spaced);
    phrase.is_some() && enough || has_colon && (phrase.is_some() || first.is(Class::Furniture))
}

/// `3 March 2026`, `Published: Tuesday, March 3, 2026`: a day with its year, and nothing that happened on it.
fn is_day(line: Passage<'_>) -> bool {
    let labels = words!["published", "posted", "updated", "last", "date", "dated", "first", "on", "at"];
    let is_label = |word: &Token| labels.contains(&word.word);
    let has_year =
        line.tokens.iter().any(|token| token.kind == TokenKind::Number && line.document.text(token.span).len() == 4);
    let is_part = |word: &Token| {
        !word.is_word() || word.is(Class::Month) || word.is(Class::Weekday) || is_label(word) || is_half(line, word)
    };
    let has_month = line.tokens.iter().any(|token| token.is(Class::Month));
    has_year && has_month && line.word_count() <= MOST_WORDS && line.tokens.iter().all(is_part)
        || is_written_in_numbers(line)
}

/// `2026-03-03`
fn is_written_in_numbers(line: Passage<'_>) -> bool {
    let text = line.document.text(line.span());
    text.len() == "2026-03-03".len() && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

/// Whether a word is the half of a day, as `p.m.`
fn is_half(line: Passage<'_>, token: &Token) -> bool {
    let letters = line.document.text(token.span).chars().filter(|letter| *letter != '.');
    matches!(letters.flat_map(char::to_lowercase).collect::<String>().as_str(), "am" | "pm" | "a" | "p" | "m")
}

/// `6:30 p.m.` above an entry of a running report.
fn is_hour(line: Passage<'_>) -> bool {
    let is_half = |token: &Token| is_half(line, token);
    let is_time = |token: &Token| token.kind != TokenKind::Word || is_half(token);
    line.tokens.first().is_some_and(|token| token.kind == TokenKind::Number)
        && line.tokens.iter().all(is_time)
        && line.tokens.iter().any(is_half)
}

/// `This story has been updated to …`: what was done to the article since.
fn is_of_itself(line: Passage<'_>) -> bool {
    let words: Vec<WordId> = line.word_starts().take(6).map(|token| token.word).collect();
    let [first, article, rest @ ..] = words.as_slice() else { return false };
    let articles = words!["article", "story", "post", "column"];
    let changed = words!["updated", "corrected", "amended", "edited"];
    let how = words!["with", "to", "on", "at", "after", "since", "because", "following", "throughout"];
    let is_done = |verb: &WordId| words!["was", "has", "been"].contains(verb);
    let done = rest.iter().take_while(|word| is_done(word)).count();
    *first == word!("this")
        && articles.contains(article)
        && done > 0
        && rest.get(done).is_some_and(|verb| changed.contains(verb))
        && rest.get(done + 1).is_none_or(|next| how.contains(next))
}

/// `[Five Ports to See]`: every word of more than three letters has a capital.
fn is_title(line: Passage<'_>) -> bool {
    let is_small = |word: &Token| word.case == Case::Lower && word.span.len() > SMALL;
    line.word_count() > 2 && !line.tokens.iter().any(|word| word.is_word() && is_small(word))
}

/// `— Warmly, Ruth`, `— Ruth Lund (@rlund) May 4, 2014`
fn is_signature(line: Passage<'_>, is_alone: bool) -> bool {
    let Some((Token { kind: TokenKind::Dash, .. }, rest)) = line.tokens.split_first() else { return false };
    let rest = line.part(rest);
    let names = |token: &Token| token.is_capitalised() || matches!(token.kind, TokenKind::Number | TokenKind::Open);
    let has_handle = || {
        let is_handle =
            |pair: &[Token]| matches!(pair, [open, at] if open.kind == TokenKind::Open && at.word == word!("@"));
        rest.tokens.windows(2).any(is_handle)
    };
    let count = rest.word_count();
    count <= MOST_WORDS && rest.word_starts().all(names) && (is_alone && count <= SIGNATURE || has_handle())
}

/// `Ida Orr/Ansel News`
fn is_credit(line: Passage<'_>) -> bool {
    let divides = |three: &[Token]| {
        matches!(three, [before, slash, behind] if slash.kind == TokenKind::Slash
            && before.is_word() && !slash.spaced && behind.is_capitalised() && !behind.spaced)
    };
    let slash = line.tokens.iter().position(|token| token.kind == TokenKind::Slash);
    let around = slash.and_then(|slash| line.tokens.get(slash.checked_sub(1)?..slash + 2));
    let names = |word: &Token| word.case != Case::Lower && word.kind != TokenKind::Number;
    line.span().len() <= LONGEST_CREDIT
        && around.is_some_and(divides)
        && (2..=MOST_WORDS).contains(&line.word_count())
        && line.word_starts().all(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::text::document::Document;

    /// Why the first sentence of a paragraph of that text is no part of the article.
    fn of(text: &str) -> Option<SetAsideReason> {
        let (document, options) = (Document::from_text(text), Options::default());
        let annotated = AnnotatedText::of(&document, &options);
        reason(&annotated, document.blocks.first().unwrap(), Span::at(0, text.len()))
    }

    #[test]
    fn lines_of_the_publication_are_known_by_how_they_begin() {
        for text in [
            "To contact the reporter: Ruth Lund at lund@ledger.example",
            "(Reporting by Ruth Lund; Editing by Sam Adeyemi)",
            "ALSO READ: Five Ports to See",
            "More from the Ledger:",
            "Photo: Ida Orr.",
            "First published 4 May 2014",
            "[Five Ports to See in May]",
            "— Warmly, Ruth",
            "— Ruth Lund (@rlund) May 4, 2014",
            "Ida Orr/Ansel News",
            "This story has been updated to say who owns the quay.",
        ] {
            assert!(of(text).is_some(), "{text}");
        }
    }

    #[test]
    fn sentences_that_begin_alike_are_left() {
        for text in [
            "Reporting by the Ledger shows that the pier cost $4 million.",
            "More from the port is exported to Lund than to Ansel.",
            "First published in 1931, the guide lists 40 piers.",
            "(The board sold the pier in May.)",
            "— and the board sold the pier for $4 million",
            "The pier and/or the quay will close",
            "Photos of the pier were shown in court.",
            "This post was updated every hour, the court heard.",
            "The story has been corrected by the port.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
