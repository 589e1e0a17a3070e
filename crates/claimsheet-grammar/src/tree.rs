//! The analysis of one sentence.

use crate::entity::Entity;
use crate::function::Function;
use crate::relation::Relation;
use crate::tag::Tag;

/// How far from a token its dependents are looked for, in tokens, and how many heads above it. No sentence that a
/// person wrote is longer; of a list of a million words each question then costs as much as of a sentence.
pub const REACH: usize = 128;

/// Most words of a coordination that are followed from one to the next.
pub(crate) const CHAIN: usize = 32;

/// The analysis of one sentence, borrowed from the [`Annotator`](crate::Annotator). Tokens are
/// numbered from 0 in the order of the text; ranges of tokens are half-open.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tree<'a> {
    /// Part of speech of each token.
    pub tags: &'a [Tag],
    /// Head of each token; the root has itself.
    pub heads: &'a [u32],
    /// Relation of each token to its head.
    pub relations: &'a [Relation],
    /// Part of each token in an entity.
    pub entities: &'a [Option<Entity>],
    /// What the form of each token says.
    pub functions: &'a [Function],
}

impl<'a> Tree<'a> {
    /// How many tokens there are.
    pub const fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether the sentence is empty.
    pub const fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The token that depends on no other: one in every sentence that is not empty.
    pub fn root(&self) -> Option<usize> {
        (0..self.len()).find(|at| self.heads.get(*at) == Some(&(*at as u32)))
    }

    /// The head of a token; the root and tokens outside the sentence have none.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.heads.get(token).map(|head| *head as usize).filter(|head| *head != token)
    }

    /// The relation of a token to its head, if there is such a token.
    pub fn relation(&self, token: usize) -> Option<Relation> {
        self.relations.get(token).copied()
    }

    /// Whether a token has this relation to its head.
    pub fn is(&self, token: usize, relation: Relation) -> bool {
        self.relation(token) == Some(relation)
    }

    /// The part of speech of a token, if there is such a token.
    pub fn tag(&self, token: usize) -> Option<Tag> {
        self.tags.get(token).copied()
    }

    /// A token's part in an entity, if it has one.
    pub fn entity(&self, token: usize) -> Option<Entity> {
        self.entities.get(token).copied().flatten()
    }

    /// What the form of a token says.
    pub fn function(&self, token: usize) -> Function {
        self.functions.get(token).copied().unwrap_or_default()
    }

    /// The tokens that depend on `head`, in the order of the text, as far as they stand within [`REACH`] of it.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> + use<'a> {
        let heads = self.heads;
        let near = head.saturating_sub(REACH)..head.saturating_add(REACH).min(heads.len());
        near.filter(move |at| *at != head && heads.get(*at).is_some_and(|of| *of as usize == head))
    }

    /// The tokens that depend on `head` with this relation, in the order of the text.
    pub fn children_as(&self, head: usize, relation: Relation) -> impl Iterator<Item = usize> + use<'a> {
        let tree = *self;
        self.children(head).filter(move |child| tree.is(*child, relation))
    }

    /// The token itself, its head, the head of that, up to the root, as far as it is within [`REACH`] steps.
    pub fn upwards(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        let tree = *self;
        let first = (token < tree.len()).then_some(token);
        std::iter::successors(first, move |at| tree.head(*at)).take(tree.len().min(REACH))
    }
}
