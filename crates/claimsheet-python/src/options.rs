//! What is asked for of a call.

use chrono::NaiveDate;
use claimsheet_config::Config;
use claimsheet_make::{Reading, Request};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::path::{Path, PathBuf};

/// The house's configuration in a file, or the usual one.
///
/// # Errors
///
/// Where it is wrong.
pub(crate) fn config(file: Option<PathBuf>) -> PyResult<Config> {
    file.map_or_else(|| Ok(Config::default()), |file| claimsheet_config::load(Path::new(&file)).map_err(wrong))
}

/// What is said of an article.
#[derive(Debug, FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct About {
    title: Option<String>,
    author: Option<String>,
    published: Option<NaiveDate>,
    url: Option<String>,
    checker: Option<String>,
    from_format: Option<String>,
}

impl About {
    /// It as a request.
    ///
    /// # Errors
    ///
    /// Where there is no such format.
    pub(crate) fn request(self) -> PyResult<Request> {
        if let Some(name) = self.from_format.as_deref().filter(|name| claimsheet_read::reader(name).is_none()) {
            let known: Vec<&str> = claimsheet_read::READERS.iter().map(|reader| reader.name).collect();
            return Err(wrong(format!("there is no format {name:?} to read; there are {}", known.join(", "))));
        }
        Ok(Request {
            reading: Reading { from: self.from_format, ..Reading::default() },
            title: self.title,
            author: self.author,
            published: self.published,
            url: self.url,
            checker: self.checker,
            ..Request::default()
        })
    }
}

/// The error for what is wrong with an argument.
pub(crate) fn wrong(why: impl ToString) -> PyErr {
    PyValueError::new_err(why.to_string())
}
