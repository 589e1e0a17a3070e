//! Features of a token for its part of speech.

use super::{bases, frequent, hashed};
use crate::lexeme::{CLASSES, Lexeme, PREFIXES, SUFFIXES2, SUFFIXES3, Shape};
use crate::tag::Tag;

/// Width of the hidden layer.
pub const HIDDEN: usize = 32;

/// Values of a tag before: the tags, and none.
const TAGS: usize = Tag::COUNT + 1;

/// How many features a token has.
pub const COUNT: usize = 22;

const SIZES: [usize; COUNT] = [
    12288,
    4096,
    4096,
    1024,
    1024,
    SUFFIXES3,
    SUFFIXES2,
    PREFIXES,
    2 * Shape::COUNT,
    Shape::COUNT,
    Shape::COUNT,
    SUFFIXES2,
    SUFFIXES3,
    TAGS,
    TAGS * TAGS,
    1 << 13,
    1 << 13,
    1 << 13,
    CLASSES,
    CLASSES,
    CLASSES,
    1 << 13,
];
const LAYOUT: ([u32; COUNT], usize) = bases(SIZES);

/// How many rows the network has.
pub const ROWS: usize = LAYOUT.1;

/// The rows of the token at `at`, from the lexemes of the sentence and the tags of the tokens before.
#[inline]
pub fn rows(lexemes: &[Lexeme], tags: &[Tag], at: usize) -> [u32; COUNT] {
    let near = |ahead: usize| lexemes.get(at + ahead).unwrap_or(&Lexeme::OUTSIDE);
    let before = |back: usize| at.checked_sub(back).and_then(|at| lexemes.get(at)).unwrap_or(&Lexeme::OUTSIDE);
    let tag_before =
        |back: usize| at.checked_sub(back).and_then(|at| tags.get(at)).map_or(Tag::COUNT, |tag| tag.index());
    let (word, next, last) = (near(0), near(1), before(1));
    // Behind a mark at the start a capital says as little as at the start.
    let starts = last.shape == Shape::Outside || (last.shape == Shape::Mark && before(2).shape == Shape::Outside);
    let (tag, second_tag) = (tag_before(1), tag_before(2));
    let values = [
        frequent(word, SIZES[0]),
        frequent(last, SIZES[1]),
        frequent(next, SIZES[2]),
        frequent(before(2), SIZES[3]),
        frequent(near(2), SIZES[4]),
        usize::from(word.suffix3),
        usize::from(word.suffix2),
        usize::from(word.prefix),
        2 * word.shape as usize + usize::from(starts),
        last.shape as usize,
        next.shape as usize,
        usize::from(last.suffix2),
        usize::from(next.suffix3),
        tag,
        tag * TAGS + second_tag,
        hashed([tag, usize::from(word.word), 0], 13),
        hashed([usize::from(word.word), usize::from(next.word), 1], 13),
        hashed([usize::from(last.word), usize::from(word.word), 2], 13),
        usize::from(word.class),
        usize::from(last.class),
        usize::from(next.class),
        hashed([tag, usize::from(word.class), usize::from(next.class)], 13),
    ];
    let mut rows = LAYOUT.0;
    for (row, value) in rows.iter_mut().zip(values) {
        *row += value as u32;
    }
    rows
}
