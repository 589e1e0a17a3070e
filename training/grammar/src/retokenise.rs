//! The teacher's sentences in our tokens.
//!
//! The teacher's tokens are written as text again, that text is cut by our lexer, and the two are
//! aligned by their bytes.
//!
//! - A token of ours that covers several of the teacher's takes the tag and relation of the one
//!   whose head lies outside; of two such ones (`do` and `n't`) the first.
//! - A token of the teacher's that we cut in several gives its place to the longest of them; the
//!   others depend on that one, as compound or mark.

use claimsheet::internals::english::lexicon::Lexicon;
use claimsheet::internals::english::token::Tokens;
use claimsheet::text::span::Span;
use claimsheet_grammar::{Entity, Relation, Tag};

use crate::corpus::Sentence;

/// The sentence in our tokens.
pub fn retokenise(sentence: &Sentence, lexicon: &Lexicon, tokens: &mut Tokens) -> Sentence {
    let (text, starts) = write(sentence);
    tokens.read(&text, Span::at(0, text.len()), lexicon);
    let places: Vec<(usize, usize)> =
        tokens.tokens.iter().map(|token| (token.span.start as usize, token.span.end as usize)).collect();
    Alignment::of(sentence, &starts, &places).rewrite(sentence, &text, &places)
}

/// The text of a sentence, and where each token begins in it.
fn write(sentence: &Sentence) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut joins = true;
    let mut last = "";
    for (form, tag) in sentence.forms.iter().zip(&sentence.tags) {
        let is_cannot = last.eq_ignore_ascii_case("can") && form == "not";
        if !joins && !is_cannot && !joins_before(form, *tag) {
            text.push(' ');
        }
        starts.push(text.len());
        text.push_str(form);
        last = form;
        joins = matches!(tag, Tag::OpenQuote | Tag::OpenBracket | Tag::Hyph | Tag::Dollar);
    }
    (text, starts)
}

fn joins_before(form: &str, tag: Tag) -> bool {
    const ENDINGS: [&str; 14] =
        ["n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'m", "’m", "'d", "’d"];
    ENDINGS.contains(&form)
        || (matches!(form, "m" | "bn") && tag == Tag::Cd)
        || matches!(tag, Tag::Comma | Tag::Stop | Tag::CloseQuote | Tag::CloseBracket | Tag::Hyph | Tag::Pos)
        || matches!(form, ":" | ";" | "%")
}

/// Which of our tokens stands for which of the teacher's.
struct Alignment {
    /// Of each of the teacher's tokens: the first of ours that shares a byte with it, and one past
    /// the last.
    ours: Vec<(usize, usize)>,
    /// Of each of ours: the first of the teacher's, and one past the last.
    theirs: Vec<(usize, usize)>,
}

impl Alignment {
    fn of(sentence: &Sentence, starts: &[usize], places: &[(usize, usize)]) -> Self {
        let mut ours = Vec::new();
        let mut theirs = vec![(usize::MAX, 0); places.len()];
        let mut first = 0;
        for (token, (start, form)) in starts.iter().zip(&sentence.forms).enumerate() {
            let end = start + form.len();
            while places.get(first).is_some_and(|place| place.1 <= *start) {
                first += 1;
            }
            let count = places[first..].iter().take_while(|place| place.0 < end).count();
            ours.push((first, first + count));
            for range in &mut theirs[first..first + count] {
                *range = (range.0.min(token), token + 1);
            }
        }
        Self { ours, theirs }
    }

    fn rewrite(&self, sentence: &Sentence, text: &str, places: &[(usize, usize)]) -> Sentence {
        let mut result = Sentence::default();
        // Of each of the teacher's tokens: the one of ours that stands for it.
        let stands: Vec<Option<usize>> = self
            .ours
            .iter()
            .map(|(first, end)| (*first..*end).max_by_key(|at| (places[*at].1 - places[*at].0, usize::MAX - at)))
            .collect();
        for (at, place) in places.iter().enumerate() {
            let form = &text[place.0..place.1];
            let (first, end) = self.theirs[at];
            let outside = |token: &usize| {
                let head = sentence.heads[*token] as usize;
                head == *token || !(first..end).contains(&head)
            };
            let head_token = (first..end).find(outside).unwrap_or(first);
            let is_split = end - first == 1 && self.ours[first].1 - self.ours[first].0 > 1;
            let stand = stands[head_token].unwrap_or(at);
            result.forms.push(form.to_owned());
            result.labels.push(label(sentence, first, end, is_split && at > self.ours[first].0));
            result.agrees.push(end - first == 1 && !is_split);
            if stand == at {
                let head = sentence.heads[head_token] as usize;
                let head = if head == head_token { at } else { stands[head].unwrap_or(at) };
                result.tags.push(sentence.tags[head_token]);
                result.heads.push(head as u32);
                result.relations.push(sentence.relations[head_token]);
            } else {
                let (tag, relation) = part(form, sentence.tags[head_token]);
                result.tags.push(tag);
                result.heads.push(stand as u32);
                result.relations.push(relation);
            }
        }
        for at in 0..result.len() {
            let head = result.heads[at] as usize;
            result.agrees[at] &= result.agrees[head];
        }
        mend(&mut result);
        result
    }
}

/// The entity label of a token of ours for the tokens from `first` to `end` of the teacher's.
fn label(sentence: &Sentence, first: usize, end: usize, continues: bool) -> u8 {
    let entity = (first..end).find_map(|token| Entity::of_index(usize::from(sentence.labels[token])));
    let begins = (first..end)
        .any(|token| Entity::of_index(usize::from(sentence.labels[token])).is_some_and(|entity| entity.begins));
    Entity::index(entity.map(|entity| Entity { begins: begins && !continues, ..entity })) as u8
}

/// Tag and relation of a part of a token that the teacher has whole, with this tag.
fn part(form: &str, whole: Tag) -> (Tag, Relation) {
    let first = form.chars().next().unwrap_or(' ');
    if first.is_numeric() {
        return (Tag::Cd, Relation::Compound);
    }
    if first.is_alphabetic() {
        return (whole, Relation::Compound);
    }
    let tag = match form {
        "-" | "‐" => Tag::Hyph,
        "," => Tag::Comma,
        "." | "?" | "!" => Tag::Stop,
        "(" | "[" => Tag::OpenBracket,
        ")" | "]" => Tag::CloseBracket,
        "'" | "’" | "\"" | "”" => Tag::CloseQuote,
        "“" | "‘" => Tag::OpenQuote,
        "$" | "£" | "€" => Tag::Dollar,
        ":" | ";" | "–" | "—" => Tag::Colon,
        _ => Tag::Sym,
    };
    (tag, Relation::Punct)
}

/// Makes the heads a tree again where several tokens became one.
fn mend(sentence: &mut Sentence) {
    let root =
        (0..sentence.len()).find(|at| sentence.heads[*at] as usize == *at && sentence.relations[*at] == Relation::Root);
    let root = root.unwrap_or(0);
    for at in 0..sentence.len() {
        if at == root {
            sentence.heads[at] = at as u32;
            sentence.relations[at] = Relation::Root;
            continue;
        }
        let mut above = at;
        let reaches_root = (0..=sentence.len()).any(|_| {
            above = sentence.heads[above] as usize;
            above == root
        });
        if !reaches_root {
            sentence.heads[at] = root as u32;
        }
        if sentence.relations[at] == Relation::Root {
            sentence.relations[at] = Relation::Dep;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence of `form tag head relation`, heads from 1, and 0 for the root.
    fn sentence(lines: &[&str]) -> Sentence {
        let mut sentence = Sentence::default();
        for (at, line) in lines.iter().enumerate() {
            let columns: Vec<&str> = line.split(' ').collect();
            let head: u32 = columns[2].parse().unwrap();
            sentence.forms.push(columns[0].to_owned());
            sentence.tags.push(Tag::of_label(columns[1]).unwrap());
            sentence.heads.push(head.checked_sub(1).unwrap_or(at as u32));
            sentence.relations.push(Relation::of_label(columns[3]).unwrap());
            sentence.labels.push(0);
            sentence.agrees.push(true);
        }
        sentence
    }

    /// The sentence in our tokens, in the same lines.
    fn ours(lines: &[&str]) -> Vec<String> {
        let result = retokenise(&sentence(lines), &Lexicon::default(), &mut Tokens::default());
        let line = |at: usize| {
            let head = if result.heads[at] as usize == at { 0 } else { result.heads[at] + 1 };
            format!("{} {} {head} {}", result.forms[at], result.tags[at].label(), result.relations[at].label())
        };
        (0..result.len()).map(line).collect()
    }

    #[test]
    fn a_contraction_takes_the_place_of_its_first_part_when_both_depend_on_one_verb() {
        let given = ["They PRP 4 nsubj", "do VBP 4 aux", "n't RB 4 neg", "sell VB 0 ROOT", ". . 4 punct"];
        assert_eq!(ours(&given), ["They PRP 3 nsubj", "don't VBP 3 aux", "sell VB 0 ROOT", ". . 3 punct"]);
    }

    #[test]
    fn a_contraction_takes_the_place_of_its_verb_when_the_pronoun_depends_on_that() {
        let given = ["We PRP 2 nsubj", "’re VBP 0 ROOT", "happy JJ 2 acomp", ". . 2 punct"];
        assert_eq!(ours(&given), ["We’re VBP 0 ROOT", "happy JJ 1 acomp", ". . 1 punct"]);
    }

    #[test]
    fn cannot_is_one_token() {
        let given = ["It PRP 4 nsubj", "can MD 4 aux", "not RB 4 neg", "fall VB 0 ROOT"];
        assert_eq!(ours(&given), ["It PRP 3 nsubj", "cannot MD 3 aux", "fall VB 0 ROOT"]);
    }

    #[test]
    fn a_token_that_is_cut_hangs_together() {
        let given = ["The DT 3 det", "20th JJ 3 amod", "bridge NN 4 nsubj", "fell VBD 0 ROOT"];
        let cut = ["The DT 4 det", "20 JJ 4 amod", "th JJ 2 compound", "bridge NN 5 nsubj", "fell VBD 0 ROOT"];
        assert_eq!(ours(&given), cut);
    }

    #[test]
    fn amounts_keep_the_teachers_tokens() {
        let given = ["It PRP 2 nsubj", "paid VBD 0 ROOT", "$ $ 5 quantmod", "400 CD 5 compound", "m CD 2 dobj"];
        assert_eq!(ours(&given), given);
    }
}
