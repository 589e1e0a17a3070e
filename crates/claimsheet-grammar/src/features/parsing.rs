//! Features of the parser's state for its next move and, with it, the relation.

use super::{bases, frequent, hashed};
use crate::lexeme::{CLASSES, Lexeme, SUFFIXES2};
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
pub const COUNT: usize = 49;

/// How many of them, the first, change only when the next token does.
pub const STEADY: usize = 11;

const SIZES: [usize; COUNT] = [
    6144,
    3072,
    1024,
    SUFFIXES2,
    TAGS,
    TAGS,
    TAGS * TAGS,
    1 << 12,
    TAGS,
    CLASSES,
    CLASSES,
    6144,
    4096,
    1024,
    SUFFIXES2,
    TAGS,
    TAGS * TAGS,
    TAGS * TAGS,
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
    2048,
    2048,
    2048,
    KINDS,
    TAGS,
    TAGS * TAGS,
    TAGS,
    2048,
    4 * TAGS,
    KINDS,
    TAGS * TAGS,
    CLASSES,
    CLASSES,
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

/// The nearest verb on the stack below the top, with how deep it is; depth 0 if there is none.
fn verb_below(tags: &[Tag], state: &State) -> (usize, u32) {
    let is_verb = |at: &u32| tags.get(*at as usize).is_some_and(|tag| tag.is_verb());
    (1..5).map(|depth| (depth, state.below(depth))).find(|(_, at)| is_verb(at)).unwrap_or((0, State::NONE))
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
    let here = ahead.get(next as usize).copied().unwrap_or_default();
    let (depth, verb) = verb_below(tags, state);
    let (to_next, to_below) = (distance(top, next), distance(below, top));
    let values = [
        frequent(lexeme(next), SIZES[0]),
        frequent(lexeme(second), SIZES[1]),
        frequent(lexeme(after), SIZES[2]),
        usize::from(lexeme(next).suffix2),
        tag(after),
        tag(state.ahead(3)),
        next_tag * TAGS + second_tag,
        hashed([next_tag, second_tag, tag(after)], 12),
        tag(next.wrapping_sub(1)),
        usize::from(lexeme(next).class),
        usize::from(lexeme(second).class),
        frequent(lexeme(top), SIZES[11]),
        frequent(lexeme(below), SIZES[12]),
        frequent(lexeme(third), SIZES[13]),
        usize::from(lexeme(top).suffix2),
        tag(third),
        top_tag * TAGS + next_tag,
        below_tag * TAGS + top_tag,
        hashed([below_tag, top_tag, next_tag], 12),
        hashed([top_tag, next_tag, second_tag], 12),
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
        frequent(lexeme(of_top.rightmost), 2048),
        frequent(lexeme(of_below.rightmost), 2048),
        frequent(lexeme(of_next.leftmost), 2048),
        kind(of_below.second_rightmost),
        tag(state.below(3)),
        third_tag * TAGS + below_tag,
        tag(top.wrapping_add(1)),
        frequent(lexeme(verb), 2048),
        depth.min(3) * TAGS + tag(verb),
        kind(of(of_top.rightmost).rightmost),
        tag(of_top.rightmost) * TAGS + next_tag,
        usize::from(lexeme(top).class),
        usize::from(lexeme(below).class),
    ];
    let mut rows = LAYOUT.0;
    for (row, value) in rows.iter_mut().zip(values) {
        *row += value as u32;
    }
    rows
}

/// How many pairs and triples of words and tags a state has for its next move.
pub const PAIRS: usize = 20;

/// How many numbers these can have.
pub const PAIR_ROWS: usize = 1 << 18;

/// Numbers for pairs and triples of words and tags, for the next move alone.
#[inline]
pub fn pairs(lexemes: &[Lexeme], tags: &[Tag], ahead: &[Ahead], state: &State) -> [u32; PAIRS] {
    let tag = |at: u32| tags.get(at as usize).map_or(Tag::COUNT as u64, |tag| tag.index() as u64);
    let word = |at: u32| u64::from(lexemes.get(at as usize).map_or(Lexeme::OUTSIDE_WORD, |lexeme| lexeme.word));
    let (top, below, third) = (state.below(0), state.below(1), state.below(2));
    let (next, second, after) = (state.ahead(0), state.ahead(1), state.ahead(2));
    let of = |at: u32| state.dependents.get(at as usize).unwrap_or(&Dependents::NO);
    let (of_top, of_below, of_next) = (of(top), of(below), of(next));
    let kind = |at: u32| {
        let relation = state.relations.get(at as usize).map_or(Relation::COUNT, |relation| relation.index()) as u64;
        relation * TAGS as u64 + tag(at)
    };
    let here = ahead.get(next as usize).copied().unwrap_or_default();
    let (top_word, below_word, next_word) = (word(top), word(below), word(next));
    let (top_tag, below_tag, next_tag, second_tag) = (tag(top), tag(below), tag(next), tag(second));
    let all = |numbers: [u64; 4]| numbers[0] | numbers[1] << 16 | numbers[2] << 32 | numbers[3] << 48;
    let values = [
        all([top_word, next_word, 0, 0]),
        all([top_word, next_tag, 0, 0]),
        all([below_word, top_word, next_tag, 0]),
        all([below_word, top_tag, next_word, 0]),
        all([below_word, top_word, 0, 0]),
        all([below_word, top_word, word(of_top.rightmost), 0]),
        all([top_word, next_tag, second_tag, 0]),
        all([next_word, word(second), top_tag, 0]),
        all([below_tag, top_tag, next_tag, second_tag]),
        all([tag(third), below_tag, top_tag, next_tag]),
        all([top_tag, next_tag, second_tag, tag(after)]),
        all([top_word, u64::from(of_top.kinds), next_tag, 0]),
        all([below_word, u64::from(of_below.kinds), top_tag, next_tag]),
        all([next_word, top_tag, tag(of_next.leftmost), below_tag]),
        all([top_tag, kind(of_top.leftmost), kind(of_top.rightmost), next_tag]),
        all([below_tag, kind(of_below.rightmost), top_tag, kind(of_top.rightmost)]),
        all([top_word, distance(top, next) as u64, next_tag, 0]),
        all([u64::from(here.verbs) + 4 * u64::from(here.first), top_tag, next_tag, below_tag]),
        all([next_tag, second_tag, tag(after), tag(state.ahead(3))]),
        all([below_word, distance(below, top) as u64, top_tag, next_tag]),
    ];
    let mut numbers = [0; PAIRS];
    for (at, (number, value)) in numbers.iter_mut().zip(values).enumerate() {
        let salted = (value ^ (value >> 29) ^ ((at as u64 + 1) << 58)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let hash = (salted ^ (salted >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32;
        *number = ((hash * PAIR_ROWS as u64) >> 32) as u32;
    }
    numbers
}
