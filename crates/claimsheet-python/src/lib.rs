//! claimsheet for Python. What users see, typed, is in `python/claimsheet/`; this is what it calls.

mod batch;
mod draft;
mod options;
mod rows;

use pyo3::prelude::*;
use std::ffi::OsString;

/// Runs the command line with these arguments, the program's name first, and gives the exit code.
#[pyfunction]
fn run(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| claimsheet_cli::run(args))
}

/// The module `claimsheet._native`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<rows::Rows>()?;
    module.add_function(wrap_pyfunction!(run, module)?)?;
    module.add_function(wrap_pyfunction!(draft::analyse, module)?)?;
    module.add_function(wrap_pyfunction!(draft::make, module)?)?;
    module.add_function(wrap_pyfunction!(batch::analyse_batch, module)?)?;
    Ok(())
}
