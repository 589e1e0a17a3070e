//! Whether a sentence ends at a mark.

use super::is;
use crate::english::lexicon::{Class, Lexicon};
use crate::english::phrase_lists::is_acronym;

/// How many bytes behind a mark are looked at.
const LOOK_AHEAD: usize = 96;

/// End of the run of `.`, `?`, `!`, `…` that begins at `at`.
pub(super) fn marks(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.len() - rest.trim_start_matches(['.', '?', '!', '…']).len()
}

/// End of the closing quotation marks and brackets behind `at`.
pub(super) fn closers(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.len() - rest.trim_start_matches(['"', '\'', '”', '’', '»', ')', ']', '}', '*', '“']).len()
}

/// Whether the marks at `mark`, which with their closers end at `end`, end the sentence that began
/// at `from`.
pub(super) fn is_boundary(text: &str, from: usize, mark: usize, end: usize, lexicon: &Lexicon) -> bool {
    let (Some(sentence), Some(marks), Some(rest)) = (text.get(from..mark), text.get(mark..end), text.get(end..)) else {
        return false;
    };
    let after = rest.trim_start();
    if after.is_empty() {
        return true;
    }
    let next = Next::read(after.get(..after.floor_char_boundary(LOOK_AHEAD)).unwrap_or(after));
    if rest.len() == after.len() {
        return is_missing_space(sentence, marks, &next);
    }
    if next.is_lower() || sentence.trim().is_empty() {
        return false;
    }
    if marks == "." && is_list_number(sentence) {
        return false;
    }
    if marks == "!" && is_mark_of_name(sentence, &next, lexicon) {
        return false;
    }
    let closed = marks.ends_with(['"', '\'', '”', '’', '»']);
    if closed && !marks.starts_with('.') && next.is_attribution(lexicon) {
        return false;
    }
    !(marks.starts_with('.') && !marks.starts_with("..") && is_abbreviated(sentence, &next, lexicon))
}

/// What follows a mark.
struct Next<'a> {
    /// Its words, without opening marks.
    words: [&'a str; 3],
}

impl<'a> Next<'a> {
    fn read(after: &'a str) -> Self {
        let opening = |c: char| "\"'“‘«„([{*_".contains(c) || c == '—' || c == '–';
        let mut words = after.trim_start_matches(opening).split_whitespace();
        Self { words: std::array::from_fn(|_| words.next().unwrap_or("")) }
    }

    fn word(&self, at: usize) -> &'a str {
        let word = self.words.get(at).copied().unwrap_or("");
        word.trim_end_matches(|c: char| !c.is_alphanumeric())
    }

    fn is_lower(&self) -> bool {
        let mut letters = self.words[0].chars();
        letters.next().is_some_and(char::is_lowercase) && !self.words[0].chars().skip(1).any(char::is_uppercase)
    }

    fn starts_with_digit(&self) -> bool {
        self.words[0].starts_with(|c: char| c.is_ascii_digit())
    }

    /// "Smith said", "Mayor Smith asked": who spoke the question before it.
    fn is_attribution(&self, lexicon: &Lexicon) -> bool {
        let is_name = |at: usize| self.word(at).starts_with(char::is_uppercase);
        let speaks = |at: usize| is(self.word(at), Class::SpeechVerb, lexicon) && !is_name(at);
        is_name(0) && (speaks(1) || (is_name(1) && speaks(2)))
    }

    fn starts_sentence(&self, lexicon: &Lexicon) -> bool {
        is(self.word(0), Class::SentenceStarter, lexicon)
    }
}

/// `end.Next`: a sentence's end without space behind it, and no domain or initial.
fn is_missing_space(sentence: &str, marks: &str, next: &Next<'_>) -> bool {
    let word = last_word(sentence);
    let next = next.words[0];
    marks == "."
        && word.len() > 2
        && word.chars().all(char::is_lowercase)
        && next.starts_with(char::is_uppercase)
        && next.len() > 1
        && next.chars().skip(1).all(|c| c.is_lowercase() || c == ',')
}

/// The `!` of `the E! Network`, `of Yahoo! Inc`: behind one word with a capital that a small one leads to, before
/// another with a capital that begins no sentence.
fn is_mark_of_name(sentence: &str, next: &Next<'_>, lexicon: &Lexicon) -> bool {
    let word = last_word(sentence);
    let before = last_word(sentence.strip_suffix(word).unwrap_or("").trim_end());
    let leads = before.starts_with(char::is_lowercase) && is(before, Class::FunctionWord, lexicon);
    word.starts_with(char::is_uppercase)
        && leads
        && next.word(0).starts_with(char::is_uppercase)
        && !lexicon.is_small(next.word(0))
}

/// Abbreviations that are other words where no number follows: `no. 4`, but `He said no.`
const OTHER_WORDS: &[&str] = &["no", "art", "fig", "sec", "sun", "sat"];

/// Whether a word in small letters is no abbreviation but a common word: `the sun.`, `the mass.`
fn is_common(bare: &str, next: &Next<'_>, lexicon: &Lexicon) -> bool {
    const NAMES: &[Class] = &[Class::Weekday, Class::Month, Class::StateAbbreviation];
    bare.starts_with(char::is_lowercase)
        && !next.starts_with_digit()
        && (OTHER_WORDS.contains(&bare) || NAMES.iter().any(|class| is(bare, *class, lexicon)))
}

/// `1.` or `b.` in front of an item.
fn is_list_number(sentence: &str) -> bool {
    let text = sentence.trim();
    text.len() <= 3 && (text.bytes().all(|byte| byte.is_ascii_digit()) || text.len() == 1)
}

/// Whether the stop belongs to the word before it and ends no sentence.
fn is_abbreviated(sentence: &str, next: &Next<'_>, lexicon: &Lexicon) -> bool {
    let word = last_word(sentence);
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_initial = bare.chars().count() == 1 && bare.starts_with(char::is_uppercase) && bare != "I";
    let is_initialism =
        bare.contains('.') && bare.split('.').all(|part| part.len() == 1 && !part.as_bytes()[0].is_ascii_digit());
    if is(bare, Class::TitleAbbreviation, lexicon) && bare.starts_with(char::is_uppercase) {
        return true;
    }
    if is_initial {
        return !next.starts_sentence(lexicon) || sentence.trim().len() == 1;
    }
    if next.starts_with_digit() && bare.len() == 1 {
        return true;
    }
    let is_letters = || is_acronym(bare) && !next.starts_with_digit();
    if !is_initialism && (!is(bare, Class::Abbreviation, lexicon) || is_letters() || is_common(bare, next, lexicon)) {
        return false;
    }
    next.starts_with_digit() || !next.starts_sentence(lexicon)
}

fn last_word(sentence: &str) -> &str {
    let limit = sentence.ceil_char_boundary(sentence.len().saturating_sub(64));
    let tail = sentence.get(limit..).unwrap_or("");
    tail.rsplit(|c: char| c.is_whitespace() || "—–(\"“".contains(c)).next().unwrap_or("")
}
