//! What a reader would ask of a tree.
