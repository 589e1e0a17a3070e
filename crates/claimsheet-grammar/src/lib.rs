//! Grammar of English news sentences: for each token its part of speech, the token it depends on
//! and how, and whether it belongs to a name, date or amount.
//!
//! The [`Model`] is built in: vocabulary and four small networks of 8-bit weights, added up in
//! whole numbers, so that a sentence has one analysis on every platform. An [`Annotator`] holds the
//! buffers; it reads the forms of one sentence after the other and lends out a [`Tree`], over which
//! [`view`] answers what a reader would ask: who does it, to whom, when, is it denied.
//!
//! ```
//! use claimsheet_grammar::{Annotator, Model};
//!
//! let mut annotator = Annotator::new(Model::built_in());
//! let tree = annotator.annotate(["The", "bakery", "sells", "bread", "."]);
//! assert_eq!(tree.root(), Some(2));
//! assert_eq!(tree.head(1), Some(2));
//! ```

#[macro_use]
mod labels;

pub mod annotator;
pub mod entity;
pub mod features;
pub mod function;
pub mod lexeme;
pub mod linear;
pub mod model;
pub mod network;
pub mod relation;
pub mod tag;
pub mod transition;
pub mod tree;
pub mod view;
pub mod vocabulary;

pub use annotator::Annotator;
pub use entity::{Entity, EntityType};
pub use function::Function;
pub use model::Model;
pub use relation::Relation;
pub use tag::Tag;
pub use tree::Tree;
