//! Names, titles and abbreviations.

pub(crate) mod acronym_letters;
pub(crate) mod acronym_two_ways;
pub(crate) mod acronym_unexpanded;
pub(crate) mod first_name_change;
pub(crate) mod first_names;
pub(crate) mod name_spelling;
pub(crate) mod surname_first;
pub(crate) mod title_change;
