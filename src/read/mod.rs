//! Readers: the bytes of a file to a [`Document`], one reader a format.

use crate::document::Document;

/// Reads an article.
pub fn read(_bytes: &[u8]) -> Document {
    Document::default()
}
