//! Values as they stand in the text, normalised.

mod date;
mod quantity;
mod unit;

pub use date::{DateValue, Precision, TimeRelation};
pub use quantity::{Form, Qualifier, Quantity};
pub use unit::{TimeUnit, Unit};
