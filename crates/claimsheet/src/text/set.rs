//! Sets of kinds, a bit each.

use std::marker::PhantomData;

/// Something of which there are at most 32 kinds.
pub trait Kind: Copy {
    /// Its number, below 32.
    fn number(self) -> u32;
}

/// A set of kinds.
#[derive(Debug)]
pub struct Set<T> {
    bits: u32,
    of: PhantomData<T>,
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self { bits: 0, of: PhantomData }
    }
}

impl<T: Kind> Set<T> {
    /// The set of `kinds`.
    pub fn of(kinds: &[T]) -> Self {
        let mut set = Self::default();
        for kind in kinds {
            set.insert(*kind);
        }
        set
    }

    /// Puts a kind in.
    pub fn insert(&mut self, kind: T) {
        self.bits |= 1 << kind.number();
    }

    /// Whether the set holds `kind`.
    pub fn has(self, kind: T) -> bool {
        self.bits >> kind.number() & 1 == 1
    }

    /// Whether the set holds one of `kinds` or more.
    pub fn any(self, kinds: &[T]) -> bool {
        kinds.iter().any(|kind| self.has(*kind))
    }

    /// Whether the set holds none but `kinds`.
    pub fn only(self, kinds: &[T]) -> bool {
        self.bits & !Self::of(kinds).bits == 0
    }

    /// Its kinds as bits: bit `n` for the kind of number `n`.
    pub const fn bits(self) -> u32 {
        self.bits
    }
}
