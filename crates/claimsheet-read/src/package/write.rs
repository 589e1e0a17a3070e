//! Writes packages with the same bytes every time: fixed dates, one way of packing.

use super::open::broken;
use super::{Package, PackageError};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A package in the making.
pub struct Packer {
    writer: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for Packer {
    fn default() -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl Packer {
    /// Adds a part.
    ///
    /// # Errors
    ///
    /// Where its name is there already, or it is larger than an archive can hold.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackageError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.writer.start_file(name, options).map_err(|error| broken(&error))?;
        self.writer.write_all(bytes).map_err(|error| PackageError::Damaged(error.to_string()))
    }

    /// Adds all parts of another package as they are packed, except those that `other_than` names.
    ///
    /// # Errors
    ///
    /// Where a part cannot be read, or is there twice.
    pub fn add_all(&mut self, package: &mut Package<'_>, other_than: &[&str]) -> Result<(), PackageError> {
        let archive = package.archive();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(|error| broken(&error))?;
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            if !other_than.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
                self.writer.raw_copy_file(entry).map_err(|error| broken(&error))?;
            }
        }
        Ok(())
    }

    /// The bytes of the package.
    ///
    /// # Errors
    ///
    /// Where it is larger than an archive can be.
    pub fn finish(self) -> Result<Vec<u8>, PackageError> {
        Ok(self.writer.finish().map_err(|error| broken(&error))?.into_inner())
    }
}

/// A package of these parts, by name.
///
/// # Errors
///
/// As [`Packer::add`].
pub fn pack<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, PackageError> {
    let mut packer = Packer::default();
    for (name, bytes) in parts {
        packer.add(name, bytes)?;
    }
    packer.finish()
}
