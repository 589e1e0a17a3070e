//! Arithmetic that the draft does for the reader.

pub(crate) mod decimal_slip;
pub(crate) mod definite_count;
pub(crate) mod false_precision;
pub(crate) mod fraction_counts;
pub(crate) mod from_to_change;
pub(crate) mod list_count;
pub(crate) mod mean_or_median;
pub(crate) mod multiple;
pub(crate) mod parts_and_total;
pub(crate) mod per_capita;
pub(crate) mod percent_change;
pub(crate) mod percent_points;
pub(crate) mod range_order;
pub(crate) mod ratio_counts;
pub(crate) mod share_over_100;
pub(crate) mod shares_sum;
pub(crate) mod table_total;
