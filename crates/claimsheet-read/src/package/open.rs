//! Unpacks parts within limits.

use super::{HIGHEST_RATIO, Limits, MOST_PARTS, PackageError, RATIO_FROM};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How each archive begins, or ends where it is empty.
const MAGIC: &[u8] = b"PK\x03\x04";

/// The mark before each entry of the archive's directory.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An open package.
#[derive(Debug)]
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Whether `bytes` begin as a package does.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(MAGIC)
    }

    /// Opens the package in `bytes`; nothing is unpacked yet.
    ///
    /// # Errors
    ///
    /// Where `bytes` are no archive, damaged, or have too many parts.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, PackageError> {
        if !Self::is_one(bytes) {
            return Err(PackageError::NotPackage);
        }
        let marks = memchr::memmem::find_iter(bytes, ENTRY).take(10 * MOST_PARTS).count();
        if marks > MOST_PARTS {
            return Err(PackageError::TooManyParts(marks));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Ok(Self { archive, limits, unpacked: 0 })
    }

    /// The limits that it was opened with.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// The names of its parts as the archive has them.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    }

    /// Whether it has a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// Names are compared without regard to case, and with either slash, as some programs write
    /// them.
    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        let same = |other: &[u8]| {
            other.len() == name.len()
                && other
                    .iter()
                    .zip(name.bytes())
                    .all(|(one, two)| one.eq_ignore_ascii_case(&two) || *one == b'\\' && two == b'/')
        };
        let exact = self.archive.index_for_name_raw(name.as_bytes());
        exact.or_else(|| self.archive.file_names_raw().position(same))
    }

    /// Unpacks a part; none where there is no such part.
    ///
    /// # Errors
    ///
    /// Where it is locked, damaged, or larger than the limits allow.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, PackageError> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let left = self.limits.bytes.saturating_sub(self.unpacked);
        let entry = self.archive.by_index(index).map_err(|error| broken(&error))?;
        let fair = entry.compressed_size().saturating_mul(HIGHEST_RATIO).max(RATIO_FROM);
        let mut bytes = Vec::with_capacity(entry.size().min(left).min(1 << 20) as usize);
        let most = left.min(fair);
        entry
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| PackageError::Damaged(error.to_string()))?;
        let length = bytes.len() as u64;
        if length > left {
            return Err(PackageError::TooLarge(self.limits.bytes));
        }
        if length > fair {
            return Err(PackageError::Bomb(name.to_owned()));
        }
        self.unpacked += length;
        Ok(Some(bytes))
    }

    /// Unpacks a part of text: UTF-8, or UTF-16 with a byte order mark.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read), and where it is neither.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        let Some(bytes) = self.read(name)? else { return Ok(None) };
        decoded(bytes).map(Some).map_err(|at| PackageError::Xml(name.to_owned(), at, "it is not UTF-8".to_owned()))
    }

    /// A part of text that must be there.
    ///
    /// # Errors
    ///
    /// As [`text`](Self::text), and where it is missing.
    pub fn needed(&mut self, name: &str) -> Result<String, PackageError> {
        self.text(name)?.ok_or_else(|| PackageError::Missing(name.to_owned()))
    }

    pub(super) const fn archive(&mut self) -> &mut ZipArchive<Cursor<&'a [u8]>> {
        &mut self.archive
    }
}

/// The text, or the byte at which it is none.
fn decoded(bytes: Vec<u8>) -> Result<String, u64> {
    let utf16 = |pair: fn([u8; 2]) -> u16| {
        let units = bytes.get(2..).unwrap_or_default().chunks_exact(2);
        let units = units.map(|unit| pair([unit.first().copied().unwrap_or(0), unit.last().copied().unwrap_or(0)]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| 0)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|error| at(&error)),
        _ => String::from_utf8(bytes).map_err(|error| at(&error)),
    }
}

fn at(error: &std::string::FromUtf8Error) -> u64 {
    error.utf8_error().valid_up_to() as u64
}

pub(super) fn broken(error: &ZipError) -> PackageError {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => PackageError::Encrypted,
        ZipError::InvalidPassword => PackageError::Encrypted,
        other => PackageError::Damaged(other.to_string()),
    }
}
