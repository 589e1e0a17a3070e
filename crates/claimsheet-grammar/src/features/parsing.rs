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
pub const COUNT: usize = 44;

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
    256,
    256,
    256,
    4 * TAGS,
    128,
    1 << 14,
    1 << 14,
    1 << 14,
    1 << 13,
    1 << 13,
    2048,
    2048,
    2048,
    KINDS,
    TAGS,
    TAGS * TAGS,
];
const LAYOUT: ([u32; COUNT], usize) = bases(SIZES);

/// How many rows the network has.
pub const ROWS: usize = LAYOUT.1;

/// What comes at a token and behind it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ahead {
    /// How many finite verbs, up to three.
    pub verbs: u8,
    /// Which is the first of: none (0), finite verb (1), comma or dash (2), conjunction (3).
    pub first: u8,
}

/// Looks ahead from each token.
pub fn look_ahead(tags: &[Tag], ahead: &mut Vec<Ahead>) {
    ahead.clear();
    ahead.resize(tags.len(), Ahead::default());
    let mut last = Ahead::default();
    for (tag, here) in tags.iter().zip(ahead.iter_mut()).rev() {
        match tag {
            tag if tag.is_finite() => last = Ahead { verbs: (last.verbs + 1).min(3), first: 1 },
            Tag::Comma | Tag::Colon => last.first = 2,
            Tag::Cc => last.first = 3,
            _ => {}
        }
        *here = last;
    }
}

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
pub fn rows(lexemes: &[Lexeme], tags: &[Tag], ahead: &[Ahead], state: &State) -> [u32; COUNT] {
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
    let third_tag = tag(third);
    let word = |at: u32| usize::from(lexeme(at).word);
    let here = ahead.get(next as usize).copied().unwrap_or_default();
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
        usize::from(of_top.kinds),
        usize::from(of_below.kinds),
        usize::from(of_next.kinds),
        usize::from(here.verbs) * TAGS + top_tag,
        usize::from(here.first) + 4 * usize::from(here.verbs) + 16 * to_next,
        hashed([word(top), word(next), 0], 14),
        hashed([word(below), word(top), 1], 14),
        hashed([word(below), next_tag, top_tag + 2], 14),
        hashed([word(top), next_tag, 3], 13),
        hashed([word(next), top_tag, 4], 13),
        frequent(lexeme(of_top.rightmost), 2048),
        frequent(lexeme(of_below.rightmost), 2048),
        frequent(lexeme(of_next.leftmost), 2048),
        kind(of_below.second_rightmost),
        tag(state.below(3)),
        third_tag * TAGS + below_tag,
    ];
    let mut rows = LAYOUT.0;
    for (row, value) in rows.iter_mut().zip(values) {
        *row += value as u32;
    }
    rows
}
