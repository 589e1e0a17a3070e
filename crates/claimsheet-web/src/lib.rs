//! claimsheet as WebAssembly: what `claimsheet make`, `import` and `export` do, on bytes.
//!
//! The page claimsheet.html and the npm package call it. For the same draft and options it gives the same bytes as
//! the command line. It has no network, no clock and no files.

pub mod bindings;
pub mod draft;
pub mod evidence;
pub mod options;
pub mod recognise;
pub mod reviews;
