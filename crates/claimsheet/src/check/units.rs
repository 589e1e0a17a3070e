//! Units and currencies.

pub(crate) mod ambiguous_currency;
pub(crate) mod currency_rate;
pub(crate) mod measure;
pub(crate) mod temperature;
pub(crate) mod unit_conversion;
