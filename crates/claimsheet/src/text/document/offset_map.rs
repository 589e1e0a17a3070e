//! The way from prose back to the source.

use crate::text::span::{SourceSpan, Span};

/// Maps positions in the prose to positions in the source.
///
/// The prose is a row of pieces. A *verbatim* piece is copied from the source byte by byte. A
/// *substituted* one stands for other bytes (`&amp;` for `&`, a space for CR LF): any position in
/// it maps to the whole of what it stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) prose_start: u32,
    pub(super) prose_end: u32,
    pub(super) source_start: u32,
    pub(super) source_end: u32,
    pub(super) verbatim: bool,
}

impl OffsetMap {
    /// Adds a piece behind all others. `prose` and `source` of equal length are a verbatim piece;
    /// one that continues the last verbatim piece extends it.
    pub fn push(&mut self, prose: Span, source: SourceSpan) {
        self.push_piece(prose, source, prose.len() == source.len());
    }

    /// Adds a substituted piece behind all others, whatever the lengths.
    pub fn push_substituted(&mut self, prose: Span, source: SourceSpan) {
        self.push_piece(prose, source, false);
    }

    fn push_piece(&mut self, prose: Span, source: SourceSpan, verbatim: bool) {
        let piece = Piece {
            prose_start: prose.start,
            prose_end: prose.end,
            source_start: source.start,
            source_end: source.end,
            verbatim,
        };
        if prose.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last)
                if last.verbatim
                    && piece.verbatim
                    && last.prose_end == piece.prose_start
                    && last.source_end == piece.source_start =>
            {
                last.prose_end = piece.prose_end;
                last.source_end = piece.source_end;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// The pieces, in the order of the prose.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The source range of a prose range. An empty range maps to an empty one.
    pub fn to_source(&self, span: Span) -> SourceSpan {
        let start = self.start(span.start);
        if span.is_empty() {
            return SourceSpan::new(start, start);
        }
        SourceSpan::new(start, self.end(span.end))
    }

    /// The prose range of a source range: from the first piece of the prose that shares a byte with
    /// it to the last. Empty where none does.
    ///
    /// Pieces stand in the order of the prose; where the source has another order, those before and
    /// behind are looked at too.
    pub fn to_prose(&self, source: SourceSpan) -> Span {
        let shares = |piece: &&Piece| piece.source_start < source.end && source.start < piece.source_end;
        let near = self.pieces.partition_point(|piece| piece.source_end <= source.start);
        let ordered = self.pieces.get(near..).unwrap_or(&[]).iter().take_while(shares);
        let mut pieces: Vec<&Piece> = ordered.collect();
        let covers = |first: &Piece, last: &Piece| first.source_start <= source.start && source.end <= last.source_end;
        if !pieces.first().zip(pieces.last()).is_some_and(|(first, last)| covers(first, last)) {
            pieces = self.pieces.iter().filter(shares).collect();
        }
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Span::new(0, 0) };
        let start = if first.verbatim {
            first.prose_start + source.start.saturating_sub(first.source_start)
        } else {
            first.prose_start
        };
        let end =
            if last.verbatim { last.prose_end - last.source_end.saturating_sub(source.end) } else { last.prose_end };
        Span::new(start, end)
    }

    fn start(&self, at: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.prose_end <= at);
        match self.pieces.get(next) {
            Some(piece) if piece.prose_start > at || !piece.verbatim => piece.source_start,
            Some(piece) => piece.source_start + (at - piece.prose_start),
            None => self.pieces.last().map_or(0, |piece| piece.source_end),
        }
    }

    fn end(&self, at: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.prose_end < at);
        match self.pieces.get(next) {
            Some(piece) if at <= piece.prose_start => {
                self.pieces.get(next.wrapping_sub(1)).map_or(piece.source_start, |before| before.source_end)
            }
            Some(piece) if piece.verbatim => piece.source_start + (at - piece.prose_start),
            Some(piece) => piece.source_end,
            None => self.pieces.last().map_or(0, |piece| piece.source_end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> OffsetMap {
        // source: "**ab** &amp; cd", prose: "ab & cd"
        let mut map = OffsetMap::default();
        map.push(Span::new(0, 2), SourceSpan::new(2, 4));
        map.push(Span::new(2, 3), SourceSpan::new(6, 7));
        map.push(Span::new(3, 4), SourceSpan::new(7, 12));
        map.push(Span::new(4, 7), SourceSpan::new(12, 15));
        map
    }

    #[test]
    fn verbatim_pieces_map_byte_by_byte() {
        assert_eq!(map().to_source(Span::new(1, 2)), SourceSpan::new(3, 4));
        assert_eq!(map().to_source(Span::new(5, 7)), SourceSpan::new(13, 15));
    }

    #[test]
    fn a_span_over_markup_covers_the_markup_within_it() {
        assert_eq!(map().to_source(Span::new(0, 7)), SourceSpan::new(2, 15));
        assert_eq!(map().to_source(Span::new(0, 2)), SourceSpan::new(2, 4));
    }

    #[test]
    fn a_substituted_piece_maps_to_all_that_it_stands_for() {
        assert_eq!(map().to_source(Span::new(3, 4)), SourceSpan::new(7, 12));
    }

    #[test]
    fn the_way_back_leads_to_the_same_words() {
        for span in [Span::new(1, 2), Span::new(3, 4), Span::new(0, 7), Span::new(5, 7), Span::new(1, 6)] {
            assert_eq!(map().to_prose(map().to_source(span)), span);
        }
        assert_eq!(map().to_prose(SourceSpan::new(4, 6)), Span::new(0, 0));
    }

    #[test]
    fn positions_past_the_end_map_to_the_end() {
        assert_eq!(map().to_source(Span::new(9, 11)), SourceSpan::new(15, 15));
        assert_eq!(OffsetMap::default().to_source(Span::new(3, 4)), SourceSpan::new(0, 0));
    }
}
