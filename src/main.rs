//! The command line of claimsheet.

fn main() {}
