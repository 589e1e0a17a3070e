//! The subcommands, a file each. Each gives the errors that it met.

pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod gate;
pub(crate) mod import;
pub(crate) mod make;
mod sheets;
pub(crate) mod shell;
pub(crate) mod sign;
pub(crate) mod sources;
pub(crate) mod status;
