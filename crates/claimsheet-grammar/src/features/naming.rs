//! Features of a token for its part in an entity.

use super::{bases, frequent, hashed};
use crate::entity::Entity;
use crate::lexeme::{CLASSES, Lexeme, PREFIXES, SUFFIXES3, Shape};
use crate::tag::Tag;

/// Width of the hidden layer.
pub const HIDDEN: usize = 16;

/// Values of a tag: the tags, and none.
const TAGS: usize = Tag::COUNT + 1;

/// Values of a label: the labels, and none.
const LABELS: usize = Entity::LABELS + 1;

/// How many features a token has.
pub const COUNT: usize = 28;

const SIZES: [usize; COUNT] = [
    12288,
    6144,
    6144,
    2048,
    2048,
    SUFFIXES3,
    PREFIXES,
    2 * Shape::COUNT,
    Shape::COUNT,
    Shape::COUNT,
    TAGS,
    TAGS,
    TAGS,
    TAGS * TAGS,
    LABELS,
    LABELS,
    1 << 14,
    1 << 14,
    1 << 14,
    1 << 10,
    1 << 10,
    1 << 10,
    CLASSES,
    CLASSES,
    CLASSES,
    CLASSES,
    1 << 13,
    1 << 13,
];
const LAYOUT: ([u32; COUNT], usize) = bases(SIZES);

/// How many rows the network has.
pub const ROWS: usize = LAYOUT.1;

/// The rows of the token at `at`, from the lexemes and tags of the sentence and the labels of the
/// tokens before.
#[inline]
pub fn rows(lexemes: &[Lexeme], tags: &[Tag], labels: &[u8], at: usize) -> [u32; COUNT] {
    let near = |ahead: usize| lexemes.get(at + ahead).unwrap_or(&Lexeme::OUTSIDE);
    let before = |back: usize| at.checked_sub(back).and_then(|at| lexemes.get(at)).unwrap_or(&Lexeme::OUTSIDE);
    let tag_at = |at: usize| tags.get(at).map_or(Tag::COUNT, |tag| tag.index());
    let label_before = |back: usize| {
        at.checked_sub(back).and_then(|at| labels.get(at)).map_or(Entity::LABELS, |label| usize::from(*label))
    };
    let (word, next, last) = (near(0), near(1), before(1));
    let starts = last.shape == Shape::Outside || (last.shape == Shape::Mark && before(2).shape == Shape::Outside);
    let (label, second_label) = (label_before(1), label_before(2));
    let (own, following) = (tag_at(at), tag_at(at + 1));
    let preceding = at.checked_sub(1).map_or(Tag::COUNT, tag_at);
    let values = [
        frequent(word, SIZES[0]),
        frequent(last, SIZES[1]),
        frequent(next, SIZES[2]),
        frequent(before(2), SIZES[3]),
        frequent(near(2), SIZES[4]),
        usize::from(word.suffix3),
        usize::from(word.prefix),
        2 * word.shape as usize + usize::from(starts),
        last.shape as usize,
        next.shape as usize,
        own,
        preceding,
        following,
        own * TAGS + tag_at(at + 2),
        label,
        second_label,
        hashed([label, usize::from(word.word), 0], 14),
        hashed([usize::from(word.word), usize::from(next.word), 1], 14),
        hashed([usize::from(last.word), usize::from(word.word), 2], 14),
        hashed([label, own, following], 10),
        usize::from(next.suffix2),
        usize::from(last.suffix2),
        usize::from(word.class),
        usize::from(last.class),
        usize::from(next.class),
        usize::from(near(2).class),
        hashed([label, usize::from(word.class), usize::from(next.class)], 13),
        hashed([usize::from(last.class), usize::from(word.class), 1], 13),
    ];
    let mut rows = LAYOUT.0;
    for (row, value) in rows.iter_mut().zip(values) {
        *row += value as u32;
    }
    rows
}
