//! What an output holds already: which records are done, and from where it is to be gone on with.

use crate::seen::{Key, Seen};
use crate::settings::Rows;
use serde::Deserialize;
use std::io::{self, BufRead};

/// What an earlier run wrote.
#[derive(Debug, Default)]
pub struct Done {
    keys: Seen,
    /// How many bytes of the output are kept: all rows of all records but the last, of which some may be missing.
    pub kept: u64,
    /// How many records they are of.
    pub records: u64,
}

/// A row of an output, as far as it matters here.
#[derive(Deserialize)]
struct Row {
    id: Option<String>,
    error: Option<String>,
    line: Option<u64>,
    claims: Option<serde::de::IgnoredAny>,
    claim: Option<serde::de::IgnoredAny>,
    role: Option<serde::de::IgnoredAny>,
}

impl Done {
    /// Whether the record was written.
    ///
    /// # Errors
    ///
    /// Where a temporary file cannot be read.
    pub(crate) fn has(&mut self, key: Key) -> io::Result<bool> {
        if self.records == 0 { Ok(false) } else { self.keys.has(key) }
    }

    /// Reads an output of `rows`. A last line that was cut is left out, and so are all rows of the last record.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or holds something else: which line, and what to do.
    pub fn read(mut output: impl BufRead, rows: Rows) -> io::Result<Self> {
        let mut done = Self::default();
        let (mut last, mut line, mut at, mut number) = (None, Vec::new(), 0, 0_u64);
        loop {
            line.clear();
            let length = output.read_until(b'\n', &mut line)?;
            number += 1;
            if line.last() != Some(&b'\n') {
                return Ok(done);
            }
            let key = key(&line, rows).ok_or_else(|| {
                let reason = format!("line {number} is no row of such a run; name another file with -o");
                io::Error::new(io::ErrorKind::InvalidData, reason)
            })?;
            if last.is_some_and(|last| last != key) {
                done.kept = at;
                done.records += last.map_or(Ok(false), |last| done.keys.insert(last)).map(u64::from)?;
            }
            last = Some(key);
            at += length as u64;
        }
    }
}

/// Of which record a row is.
fn key(line: &[u8], rows: Rows) -> Option<Key> {
    let row: Row = serde_json::from_slice(line).ok()?;
    if row.error.is_some() {
        return row.line.map(Key::of_line);
    }
    let is_of = match rows {
        Rows::Articles => row.claim.is_none(),
        Rows::Claims => row.claim.is_some() && row.role.is_none() && row.claims.is_none(),
        Rows::Facts => row.role.is_some(),
    };
    row.id.filter(|_| is_of).map(|id| Key::of_id(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "{\"id\":\"a\",\"claim\":\"1\"}\n{\"id\":\"a\",\"claim\":\"2\"}\n{\"error\":\"empty\",\"line\":2}\n{\"id\":\"c\",\"claim\":\"3\"}\n{\"id\":\"c\",\"cl";

    #[test]
    fn the_rows_of_the_last_record_are_made_again() {
        let mut done = Done::read(OUTPUT.as_bytes(), Rows::Claims).unwrap();
        assert_eq!(done.records, 2);
        assert_eq!(OUTPUT[..done.kept as usize].lines().count(), 3);
        assert!(done.has(Key::of_id("a")).unwrap() && done.has(Key::of_line(2)).unwrap());
        assert!(!done.has(Key::of_id("c")).unwrap());
    }

    #[test]
    fn a_file_that_is_no_output_is_refused() {
        let error = Done::read("{\"id\":\"a\"}\nnotes of mine\n".as_bytes(), Rows::Articles).unwrap_err();
        assert!(error.to_string().starts_with("line 2 is no row"), "{error}");
        assert!(Done::read(OUTPUT.as_bytes(), Rows::Facts).is_err());
    }
}
