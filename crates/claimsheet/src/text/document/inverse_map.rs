//! The way from the source back to prose.

use super::offset_map::{OffsetMap, Piece};
use crate::text::span::{SourceSpan, Span};

/// Maps positions in the source to positions in the prose: what [`OffsetMap`] does, turned round.
///
/// Made once, asked often. What stands between pieces (markup) belongs to the piece behind it at a
/// range's start and to the piece before it at a range's end.
#[derive(Debug, Clone)]
pub struct InverseMap {
    /// By their place in the source.
    pieces: Vec<Piece>,
}

impl InverseMap {
    /// Turns `map` round.
    pub fn of(map: &OffsetMap) -> Self {
        let mut pieces = map.pieces().to_vec();
        pieces.sort_by_key(|piece| (piece.source_start, piece.prose_start));
        Self { pieces }
    }

    /// The prose range of a source range; a part of a substituted piece maps to the whole piece.
    /// Empty where the range holds no prose.
    pub fn to_prose(&self, span: SourceSpan) -> Span {
        if span.is_empty() {
            return Span::new(self.start(span.start), 0);
        }
        Span::new(self.start(span.start), self.end(span.end))
    }

    fn start(&self, at: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.source_end <= at);
        match self.pieces.get(next) {
            Some(piece) if piece.source_start > at || !piece.verbatim => piece.prose_start,
            Some(piece) => piece.prose_start + (at - piece.source_start),
            None => self.pieces.last().map_or(0, |piece| piece.prose_end),
        }
    }

    fn end(&self, at: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.source_end < at);
        match self.pieces.get(next) {
            Some(piece) if at <= piece.source_start => {
                self.pieces.get(next.wrapping_sub(1)).map_or(piece.prose_start, |before| before.prose_end)
            }
            Some(piece) if piece.verbatim => piece.prose_start + (at - piece.source_start),
            Some(piece) => piece.prose_end,
            None => self.pieces.last().map_or(0, |piece| piece.prose_end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maps() -> (OffsetMap, InverseMap) {
        // source: "**ab** &amp; cd", prose: "ab & cd"
        let mut map = OffsetMap::default();
        map.push(Span::new(0, 2), SourceSpan::new(2, 4));
        map.push(Span::new(2, 3), SourceSpan::new(6, 7));
        map.push(Span::new(3, 4), SourceSpan::new(7, 12));
        map.push(Span::new(4, 7), SourceSpan::new(12, 15));
        let inverse = InverseMap::of(&map);
        (map, inverse)
    }

    #[test]
    fn there_and_back_is_the_same_place() {
        let (map, inverse) = maps();
        for start in 0..7 {
            for end in start + 1..=7 {
                let span = Span::new(start, end);
                assert_eq!(inverse.to_prose(map.to_source(span)), span);
            }
        }
    }

    #[test]
    fn markup_alone_holds_no_prose() {
        let (_, inverse) = maps();
        assert!(inverse.to_prose(SourceSpan::new(4, 6)).is_empty());
        assert!(inverse.to_prose(SourceSpan::new(0, 2)).is_empty());
        assert!(inverse.to_prose(SourceSpan::new(30, 40)).is_empty());
    }

    #[test]
    fn a_part_of_what_was_substituted_is_all_of_it() {
        let (_, inverse) = maps();
        assert_eq!(inverse.to_prose(SourceSpan::new(8, 9)), Span::new(3, 4));
    }
}
