//! The subcommands, a file each. Each gives the errors that it met.

pub(crate) mod explain;
pub(crate) mod make;
pub(crate) mod shell;
