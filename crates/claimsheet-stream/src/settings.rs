//! What a run is asked for.

use claimsheet::options::Options;
use claimsheet_read::{Encoding, Limits, Reader};

/// What a row is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rows {
    /// An article with its claims, facts and names.
    #[default]
    Articles,
    /// A claim.
    Claims,
    /// A fact of a claim.
    Facts,
}

/// What a run is asked for.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The house's rules.
    pub rules: Options,
    /// What a row is.
    pub rows: Rows,
    /// What the field `text` is written in; plain text where it is none.
    pub from: Option<&'static Reader>,
    /// What files that a record names are encoded in; none to tell it by their bytes.
    pub encoding: Option<&'static Encoding>,
    /// Whether tracked changes are not followed.
    pub original: bool,
    /// What a record may cost.
    pub limits: Limits,
}

impl Settings {
    /// The most bytes of a record. Its text may have half of them, as escapes and markup take room.
    pub const BYTES: u64 = 3 << 19;

    /// The rules with everything else as usual. No row has places to look, so none are sought.
    pub fn new(mut rules: Options, rows: Rows) -> Self {
        rules.no_places = true;
        Self { rules, rows, from: None, encoding: None, original: false, limits: Self::limits(Self::BYTES) }
    }

    /// What a record of at most so many bytes may cost.
    pub fn limits(bytes: u64) -> Limits {
        Limits { bytes, text: (bytes / 2).max(1), ..Limits::default() }
    }
}
