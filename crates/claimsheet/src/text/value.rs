//! Values as they stand in the text, normalised.

mod date;
mod quantity;

pub use date::{DateValue, Precision, TimeRelation};
pub use quantity::{Form, Qualifier, Quantity};
