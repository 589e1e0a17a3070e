//! Features of the parser's state for its next move and, with it, the relation.

use super::{bases, frequent, hashed};
use crate::lexeme::{Lexeme, SUFFIXES2};
use crate::relation::Relation;
use crate::tag::Tag;
use crate::transition::{Dependents, State};

/// Width of the hidden layer.
pub const HIDDEN: usize = 64;

/// Outputs of the network: the moves, then the relations.
pub const OUTPUTS: usize = 3 + Relation::COUNT;

/// Values of a tag: the tags, and none.
const TAGS: usize = Tag::COUNT + 1;

/// Values of a dependent's tag and relation.
const KINDS: usize = TAGS * (Relation::COUNT + 1);

/// How many features a state has.
pub const COUNT: usize = 28;

const SIZES: [usize; COUNT] = [
    6144,
    4096,
    6144,
    3072,
    1024,
    1024,
    SUFFIXES2,
    SUFFIXES2,
    TAGS,
    TAGS,
    TAGS,
    TAGS * TAGS,
    TAGS * TAGS,
    TAGS * TAGS,
    1 << 12,
    1 << 12,
    1 << 12,
    KINDS,
    KINDS,
    KINDS,
    KINDS,
    KINDS,
    KINDS,
    8 * TAGS,
    8 * TAGS,
    64,
    TAGS,
    16,
];
const LAYOUT: ([u32; COUNT], usize) = bases(SIZES);

/// How many rows the network has.
pub const ROWS: usize = LAYOUT.1;

/// A distance in tokens, in eight steps.
const fn distance(from: u32, to: u32) -> usize {
    match to.abs_diff(from) {
        near @ 0..=4 => near as usize,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// The rows of a state, from the lexemes and tags of the sentence.
#[inline]
pub fn rows(lexemes: &[Lexeme], tags: &[Tag], state: &State) -> [u32; COUNT] {
    let lexeme = |at: u32| lexemes.get(at as usize).unwrap_or(&Lexeme::OUTSIDE);
    let tag = |at: u32| tags.get(at as usize).map_or(Tag::COUNT, |tag| tag.index());
    let kind = |at: u32| {
        let relation = state.relations.get(at as usize).map_or(Relation::COUNT, |relation| relation.index());
        relation * TAGS + tag(at)
    };
    let (top, below, third) = (state.below(0), state.below(1), state.below(2));
    let (next, second, after) = (state.ahead(0), state.ahead(1), state.ahead(2));
    let of = |at: u32| state.dependents.get(at as usize).unwrap_or(&Dependents::NO);
    let (of_top, of_below, of_next) = (of(top), of(below), of(next));
    let count = |count: u8| usize::from(count.min(3));
    let (top_tag, below_tag, next_tag, second_tag) = (tag(top), tag(below), tag(next), tag(second));
    let (to_next, to_below) = (distance(top, next), distance(below, top));
    let values = [
        frequent(lexeme(top), SIZES[0]),
        frequent(lexeme(below), SIZES[1]),
        frequent(lexeme(next), SIZES[2]),
        frequent(lexeme(second), SIZES[3]),
        frequent(lexeme(third), SIZES[4]),
        frequent(lexeme(after), SIZES[5]),
        usize::from(lexeme(top).suffix2),
        usize::from(lexeme(next).suffix2),
        tag(third),
        tag(after),
        tag(state.ahead(3)),
        top_tag * TAGS + next_tag,
        below_tag * TAGS + top_tag,
        next_tag * TAGS + second_tag,
        hashed([below_tag, top_tag, next_tag], 12),
        hashed([top_tag, next_tag, second_tag], 12),
        hashed([next_tag, second_tag, tag(after)], 12),
        kind(of_top.leftmost),
        kind(of_top.rightmost),
        kind(of_top.second_rightmost),
        kind(of_below.leftmost),
        kind(of_below.rightmost),
        kind(of_next.leftmost),
        to_next * TAGS + top_tag,
        to_below * TAGS + below_tag,
        16 * count(of_top.left_count) + 4 * count(of_top.right_count) + count(of_next.left_count),
        tag(top.wrapping_sub(1)),
        4 * count(of_below.left_count) + count(of_below.right_count),
    ];
    let mut rows = LAYOUT.0;
    for (row, value) in rows.iter_mut().zip(values) {
        *row += value as u32;
    }
    rows
}
