//! Text of an article as text of another language, where it shows and does nothing else.

pub mod formula;
pub mod markup;
pub mod percent;
