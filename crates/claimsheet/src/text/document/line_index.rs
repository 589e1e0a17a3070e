//! Lines and columns as editors count them.

/// Finds the line of a byte of the source.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A place in a file as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number from 1.
    pub line: u32,
    /// Column from 1, in characters.
    pub column: u32,
}

impl LineIndex {
    /// Indexes the lines of `source`; LF and CR LF end a line.
    pub fn new(source: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1);
        Self { starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line of the byte at `offset`, from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// The first byte of a line, counted from 1; that of the last line for lines behind it.
    pub fn start(&self, line: u32) -> u32 {
        let at = (line.max(1) as usize - 1).min(self.starts.len().saturating_sub(1));
        self.starts.get(at).copied().unwrap_or(0)
    }

    /// A cursor for asking many positions of the indexed `source` in rising order.
    pub const fn cursor<'a>(&'a self, source: &'a str) -> Cursor<'a> {
        Cursor { index: self, source, line: 1, counted_to: 0, column: 1 }
    }
}

/// Gives positions in time proportional to the distance from the last one asked for, so that
/// columns in one very long line stay cheap.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    index: &'a LineIndex,
    source: &'a str,
    line: u32,
    counted_to: u32,
    column: u32,
}

impl Cursor<'_> {
    /// Line and column of the byte at `offset`.
    pub fn position(&mut self, offset: u32) -> Position {
        let line = self.index.line(offset);
        if line != self.line || offset < self.counted_to {
            self.line = line;
            self.counted_to = self.index.starts.get(line as usize - 1).copied().unwrap_or(0);
            self.column = 1;
        }
        let passed = self.source.get(self.counted_to as usize..offset as usize).unwrap_or("");
        self.column += passed.chars().count() as u32;
        self.counted_to = offset;
        Position { line, column: self.column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_and_columns_count_characters() {
        let source = "one\r\ntwö thrée\n";
        let index = LineIndex::new(source);
        assert_eq!(index.line(0), 1);
        assert_eq!(index.line(4), 1);
        assert_eq!((index.start(1), index.start(2), index.start(9)), (0, 5, 17));
        let mut cursor = index.cursor(source);
        assert_eq!(cursor.position(7), Position { line: 2, column: 3 });
        assert_eq!(cursor.position(10), Position { line: 2, column: 5 });
        assert_eq!(cursor.position(1), Position { line: 1, column: 2 });
    }
}
