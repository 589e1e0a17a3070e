//! The parser's moves: arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011), with one root.
//!
//! A stack of tokens whose heads are open, and the tokens not yet read. Two moves close a token
//! on top of the stack: its head is the next token to read ([`Move::Left`]) or the one below it on
//! the stack ([`Move::Right`]). Every token moves at most twice, so a sentence is read in linear time.

use crate::relation::Relation;

/// A move of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// The next token goes on the stack.
    Shift,
    /// The top of the stack depends on the next token, and leaves.
    Left,
    /// The top of the stack depends on the token below it, and leaves.
    Right,
}

impl Move {
    /// All of them, in the order of their indices.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// What is known of a token's dependents so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dependents {
    /// The outermost one before the token, or [`State::NONE`].
    pub leftmost: u32,
    /// The outermost one behind the token, or [`State::NONE`].
    pub rightmost: u32,
    /// The one attached before [`rightmost`](Self::rightmost), or [`State::NONE`].
    pub second_rightmost: u32,
    /// How many there are before the token.
    pub left_count: u8,
    /// How many there are behind the token.
    pub right_count: u8,
    /// Which kinds of relations there are, a bit each.
    pub kinds: u8,
}

impl Dependents {
    /// None at all.
    pub const NO: Self = Self {
        leftmost: State::NONE,
        rightmost: State::NONE,
        second_rightmost: State::NONE,
        left_count: 0,
        right_count: 0,
        kinds: 0,
    };
}

/// How far the parser is in a sentence. Meant to be used again and again.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Tokens whose heads are open, the top last.
    pub stack: Vec<u32>,
    /// The next token to read.
    pub next: u32,
    /// Number of tokens.
    pub length: u32,
    /// Head of each token; the root and tokens still open have themselves.
    pub heads: Vec<u32>,
    /// Relation of each token to its head; of tokens still open, [`Relation::Root`].
    pub relations: Vec<Relation>,
    /// Dependents of each token.
    pub dependents: Vec<Dependents>,
}

impl State {
    /// No token.
    pub const NONE: u32 = u32::MAX;

    /// Begins a sentence of `length` tokens.
    pub fn begin(&mut self, length: usize) {
        self.stack.clear();
        self.next = 0;
        self.length = length as u32;
        self.heads.clear();
        self.heads.extend(0..self.length);
        self.relations.clear();
        self.relations.resize(length, Relation::Root);
        self.dependents.clear();
        self.dependents.resize(length, Dependents::NO);
    }

    /// The token on the stack `depth` below the top, or [`NONE`](Self::NONE).
    #[inline]
    pub fn below(&self, depth: usize) -> u32 {
        self.stack.len().checked_sub(depth + 1).and_then(|at| self.stack.get(at)).copied().unwrap_or(Self::NONE)
    }

    /// The token to read `ahead` behind the next one, or [`NONE`](Self::NONE).
    #[inline]
    pub const fn ahead(&self, ahead: u32) -> u32 {
        if self.next + ahead < self.length { self.next + ahead } else { Self::NONE }
    }

    /// The only move there is, when there is no choice. [`None`] twice: with a choice, and at the
    /// end; see [`is_done`](Self::is_done).
    #[inline]
    pub fn forced(&self) -> Option<Move> {
        match (self.next < self.length, self.stack.len()) {
            (true, 0) => Some(Move::Shift),
            (false, 2..) => Some(Move::Right),
            _ => None,
        }
    }

    /// Whether a move is possible.
    #[inline]
    pub fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.length,
            Move::Left => self.next < self.length && !self.stack.is_empty(),
            Move::Right => self.stack.len() >= 2,
        }
    }

    /// Whether all tokens are read and only the root is left.
    #[inline]
    pub fn is_done(&self) -> bool {
        self.next >= self.length && self.stack.len() <= 1
    }

    /// Moves. A move that [`allows`](Self::allows) forbids changes nothing.
    #[inline]
    pub fn step(&mut self, step: Move, relation: Relation) {
        if !self.allows(step) {
            return;
        }
        match step {
            Move::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left => {
                if let Some(top) = self.stack.pop() {
                    self.attach(top, self.next, relation);
                }
            }
            Move::Right => {
                if let Some(top) = self.stack.pop() {
                    self.attach(top, self.below(0), relation);
                }
            }
        }
    }

    fn attach(&mut self, token: u32, head: u32, relation: Relation) {
        let (Some(place), Some(label), Some(of)) = (
            self.heads.get_mut(token as usize),
            self.relations.get_mut(token as usize),
            self.dependents.get_mut(head as usize),
        ) else {
            return;
        };
        *place = head;
        *label = relation;
        of.kinds |= kind(relation);
        if token < head {
            of.leftmost = token;
            of.left_count = of.left_count.saturating_add(1);
        } else {
            of.second_rightmost = of.rightmost;
            of.rightmost = token;
            of.right_count = of.right_count.saturating_add(1);
        }
    }
}

/// The bit of a relation in [`Dependents::kinds`].
const fn kind(relation: Relation) -> u8 {
    use Relation as R;
    match relation {
        R::Nsubj | R::Nsubjpass | R::Csubj | R::Csubjpass | R::Expl => 1,
        R::Dobj | R::Attr | R::Acomp | R::Oprd | R::Pobj | R::Pcomp => 2,
        R::Aux | R::Auxpass => 4,
        R::Ccomp | R::Xcomp => 8,
        R::Mark | R::Det | R::Poss => 16,
        R::Prep | R::Agent | R::Acl | R::Relcl | R::Advcl | R::Appos => 32,
        R::Punct => 64,
        R::Cc | R::Conj => 128,
        _ => 0,
    }
}
