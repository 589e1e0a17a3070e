//! Places in a file as other programs count them.

/// A place in a text, a byte order mark not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Point {
    /// Line from 1; LF and CR LF end one.
    pub(in super::super) line: u32,
    /// Column from 1, in Unicode code points.
    pub(in super::super) column: u32,
    /// Column from 1, in bytes of UTF-8.
    pub(in super::super) byte_column: u32,
    /// Code points of the text before it.
    pub(in super::super) offset: u32,
}

/// The places of some bytes of a text, found in one pass.
#[derive(Debug)]
pub(in super::super) struct Points(Vec<(u32, Point)>);

impl Points {
    /// Finds the places of the bytes at `offsets`, which may be in any order.
    pub(in super::super) fn of(source: &str, offsets: impl Iterator<Item = u32>) -> Self {
        let mut offsets: Vec<u32> = offsets.collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut at = source.len() - source.trim_start_matches('\u{feff}').len();
        let mut point = Point { line: 1, column: 1, byte_column: 1, offset: 0 };
        let mut points = Vec::with_capacity(offsets.len());
        for offset in offsets {
            let end = source.floor_char_boundary(offset as usize);
            let passed = source.get(at..end).unwrap_or("");
            point.pass(passed);
            at = at.max(end);
            points.push((offset, point));
        }
        Self(points)
    }

    /// The place of the byte at `offset`; the text's start for one that was not asked for.
    pub(in super::super) fn at(&self, offset: u32) -> Point {
        let found = self.0.binary_search_by_key(&offset, |(known, _)| *known);
        let point = found.ok().and_then(|index| self.0.get(index)).map(|(_, point)| *point);
        point.unwrap_or(Point { line: 1, column: 1, byte_column: 1, offset: 0 })
    }
}

impl Point {
    fn pass(&mut self, text: &str) {
        let characters = |text: &str| text.chars().count() as u32;
        self.offset += characters(text);
        match text.rsplit_once('\n') {
            None => {
                self.column += characters(text);
                self.byte_column += text.len() as u32;
            }
            Some((lines, last)) => {
                self.line += 1 + memchr::memchr_iter(b'\n', lines.as_bytes()).count() as u32;
                self.column = 1 + characters(last);
                self.byte_column = 1 + last.len() as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_characters_and_bytes() {
        let source = "\u{feff}one\r\ntwö 😀 three\n";
        let wanted = [3, 8, 14, 18, 19];
        let points = Points::of(source, wanted.into_iter().rev());
        let seen = wanted.map(|at| {
            let point = points.at(at);
            (point.line, point.column, point.byte_column, point.offset)
        });
        assert_eq!(seen, [(1, 1, 1, 0), (2, 1, 1, 5), (2, 5, 6, 9), (2, 7, 11, 11), (2, 8, 12, 12)]);
    }

    #[test]
    fn a_place_within_a_character_is_its_start() {
        assert_eq!(Points::of("aé", [2].into_iter()).at(2).column, 2);
    }
}
