//! The lines of an input, of which none is held beyond a limit.

use std::io::{self, BufRead, Read as _};

/// A line of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// What stands on it.
    pub content: Content,
}

/// What stands on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Its bytes, without white space at their ends.
    Bytes(Vec<u8>),
    /// So many bytes, which are more than the limit and were not kept.
    TooLong(u64),
}

impl Content {
    /// How many bytes are held.
    pub const fn held(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::TooLong(_) => 0,
        }
    }
}

/// Reads an input line by line. Empty lines are counted and left out.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    limit: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`, of which the bytes beyond `limit` are not kept.
    pub const fn new(input: R, limit: usize) -> Self {
        Self { input, limit, number: 0 }
    }

    /// The next line that is not empty.
    ///
    /// # Errors
    ///
    /// Where the input cannot be read.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            // One byte for the line feed.
            self.input.by_ref().take(self.limit as u64 + 1).read_until(b'\n', &mut bytes)?;
            if bytes.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            let content = if bytes.last() != Some(&b'\n') && bytes.len() > self.limit {
                let length = bytes.len() as u64;
                drop(bytes);
                Content::TooLong(length + self.rest()?)
            } else {
                Content::Bytes(trimmed(bytes, self.number == 1))
            };
            if !matches!(&content, Content::Bytes(bytes) if bytes.is_empty()) {
                return Ok(Some(Line { number: self.number, content }));
            }
        }
    }

    /// Passes over the rest of the line, and tells how many bytes that were.
    fn rest(&mut self) -> io::Result<u64> {
        let mut passed = 0;
        loop {
            let part = self.input.fill_buf()?;
            let end = part.iter().position(|byte| *byte == b'\n');
            let (length, is_over) = (end.map_or(part.len(), |end| end + 1), end.is_some() || part.is_empty());
            self.input.consume(length);
            passed += (length - usize::from(end.is_some())) as u64;
            if is_over {
                return Ok(passed);
            }
        }
    }
}

/// The bytes without white space at their ends, the first line's without byte order mark.
fn trimmed(mut bytes: Vec<u8>, is_first: bool) -> Vec<u8> {
    if is_first && bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    bytes.truncate(bytes.trim_ascii_end().len());
    let blanks = bytes.len() - bytes.trim_ascii_start().len();
    bytes.drain(..blanks);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(input: &[u8], limit: usize) -> Vec<Line> {
        let mut lines = Lines::new(io::BufReader::with_capacity(3, input), limit);
        std::iter::from_fn(|| lines.read().unwrap()).collect()
    }

    #[test]
    fn lines_keep_their_numbers_when_empty_ones_are_left_out() {
        let all = lines(b"\xef\xbb\xbf one \r\n\n  \ntwo", 9);
        let bytes = |text: &str| Content::Bytes(text.as_bytes().to_vec());
        assert_eq!(all, [Line { number: 1, content: bytes("one") }, Line { number: 4, content: bytes("two") }]);
    }

    #[test]
    fn a_line_beyond_the_limit_is_counted_and_not_kept() {
        let all = lines(b"short\n1234567890123\nlast", 8);
        let told: Vec<&Content> = all.iter().map(|line| &line.content).collect();
        assert_eq!(told[1], &Content::TooLong(13));
        assert_eq!(told[2], &Content::Bytes(b"last".to_vec()));
        assert!(matches!(lines(b"12345678", 8)[0].content, Content::Bytes(_)));
    }

    proptest! {
        #[test]
        fn no_line_is_lost(all in proptest::collection::vec("[a-z]{1,20}", 0..20), limit in 1_usize..30) {
            let read = lines(all.join("\n").as_bytes(), limit);
            prop_assert_eq!(read.len(), all.len());
            for (line, text) in read.iter().zip(&all) {
                match &line.content {
                    Content::Bytes(bytes) => prop_assert_eq!(bytes.as_slice(), text.as_bytes()),
                    Content::TooLong(length) => prop_assert_eq!((*length as usize, text.len() > limit), (text.len(), true)),
                }
            }
        }
    }
}
