//! Which records were seen. An archive may have more ids than fit into memory, so that all but the last lie sorted
//! in temporary files, a run of doubling length each.

use rustc_hash::FxHashSet;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, SeekFrom, Write as _};

/// What a record is known by: a digest of 128 bits, so that no two of an archive are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u128);

/// Bytes of a key in a file.
const WIDTH: usize = 16;

/// Keys that are held in memory.
const FRESH: usize = 1 << 18;

/// Keys of a file that are read at one time.
const PAGE: usize = 256;

impl Key {
    /// Of a record that gave rows, by its id.
    pub fn of_id(id: &str) -> Self {
        Self::of(b"i", id.as_bytes())
    }

    /// Of a record that gave an error, by its line.
    pub fn of_line(line: u64) -> Self {
        Self::of(b"l", &line.to_le_bytes())
    }

    fn of(sort: &[u8], bytes: &[u8]) -> Self {
        let digest: [u8; 32] = Sha256::new().chain_update(sort).chain_update(bytes).finalize().into();
        let (half, _) = digest.split_at(WIDTH);
        Self(half.iter().fold(0, |key, byte| key << 8 | u128::from(*byte)))
    }
}

/// A set of keys.
#[derive(Debug)]
pub struct Seen {
    fresh: FxHashSet<Key>,
    runs: Vec<Run>,
    most: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self { fresh: FxHashSet::default(), runs: Vec::new(), most: FRESH }
    }
}

impl Seen {
    /// Whether the set has the key.
    ///
    /// # Errors
    ///
    /// Where a temporary file cannot be read.
    pub fn has(&mut self, key: Key) -> io::Result<bool> {
        if self.fresh.contains(&key) {
            return Ok(true);
        }
        for run in &mut self.runs {
            if run.has(key)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Puts a key in, and tells whether it is new.
    ///
    /// # Errors
    ///
    /// Where a temporary file cannot be read or written.
    pub fn insert(&mut self, key: Key) -> io::Result<bool> {
        if self.has(key)? {
            return Ok(false);
        }
        self.fresh.insert(key);
        if self.fresh.len() >= self.most {
            self.put_away()?;
        }
        Ok(true)
    }

    /// Writes what is in memory to a file, and joins files of like length.
    fn put_away(&mut self) -> io::Result<()> {
        let mut keys: Vec<Key> = self.fresh.drain().collect();
        keys.sort_unstable();
        let mut run = Run::of(keys.into_iter().map(Ok))?;
        while let Some(other) = self.runs.pop_if(|other| other.count < 2 * run.count) {
            run = Run::joined(run, other)?;
        }
        self.runs.push(run);
        Ok(())
    }
}

/// Keys in a temporary file, in their order.
#[derive(Debug)]
struct Run {
    file: File,
    /// The first key of each page.
    firsts: Vec<Key>,
    count: usize,
}

impl Run {
    /// Writes keys that come in their order.
    fn of(keys: impl Iterator<Item = io::Result<Key>>) -> io::Result<Self> {
        let mut out = BufWriter::new(tempfile::tempfile()?);
        let (mut firsts, mut count) = (Vec::new(), 0);
        for key in keys {
            let key = key?;
            if count % PAGE == 0 {
                firsts.push(key);
            }
            out.write_all(&key.0.to_be_bytes())?;
            count += 1;
        }
        Ok(Self { file: out.into_inner().map_err(io::IntoInnerError::into_error)?, firsts, count })
    }

    /// The keys of both, which have none in common.
    fn joined(one: Self, other: Self) -> io::Result<Self> {
        let (mut one, mut other) = (one.keys()?.peekable(), other.keys()?.peekable());
        Self::of(std::iter::from_fn(move || match (one.peek(), other.peek()) {
            (Some(Ok(first)), Some(Ok(second))) if second < first => other.next(),
            (Some(_), _) => one.next(),
            (None, _) => other.next(),
        }))
    }

    fn keys(mut self) -> io::Result<impl Iterator<Item = io::Result<Key>>> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut file = BufReader::new(self.file);
        Ok((0..self.count).map(move |_| {
            let mut bytes = [0; WIDTH];
            file.read_exact(&mut bytes)?;
            Ok(Key(u128::from_be_bytes(bytes)))
        }))
    }

    fn has(&mut self, key: Key) -> io::Result<bool> {
        let Some(page) = self.firsts.partition_point(|first| *first <= key).checked_sub(1) else { return Ok(false) };
        let mut bytes = vec![0; WIDTH * PAGE.min(self.count - page * PAGE)];
        self.file.seek(SeekFrom::Start((page * PAGE * WIDTH) as u64))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes.chunks_exact(WIDTH).any(|one| one == key.0.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_set_on_disk_is_a_set(ids in proptest::collection::vec(0_u16..600, 0..1200), most in 1_usize..40) {
            let mut set = Seen { most, ..Seen::default() };
            let mut known = std::collections::HashSet::new();
            for id in ids {
                let key = Key::of_line(u64::from(id));
                prop_assert_eq!(set.has(key).unwrap(), known.contains(&id));
                prop_assert_eq!(set.insert(key).unwrap(), known.insert(id));
            }
            let total: usize = set.runs.iter().map(|run| run.count).sum::<usize>() + set.fresh.len();
            prop_assert_eq!(total, known.len());
        }
    }

    #[test]
    fn the_number_of_files_grows_with_the_logarithm() {
        let mut set = Seen { most: 10, ..Seen::default() };
        for line in 0..10_000 {
            set.insert(Key::of_line(line)).unwrap();
        }
        assert!(set.runs.len() <= 11, "{}", set.runs.len());
    }
}
