//! From glyphs to lines, paragraphs and rows: content order for prose, geometry for rows of tables.

use super::interpret::Glyph;

/// A stretch of text on one line without a wide gap in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// Gaps, in sizes of the font: from which on there is a blank, and from which on another piece begins.
const BLANK: f64 = 0.17;
const WIDE: f64 = 1.1;

/// The pieces of a page in the order in which they are drawn.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut blank_before = false;
    for glyph in glyphs {
        let is_blank = glyph.text.trim().is_empty();
        if is_blank {
            blank_before |= !glyph.text.is_empty();
            continue;
        }
        let joins = pieces.last().map(|last| {
            let size = last.size.max(glyph.size).max(0.1);
            let gap = (glyph.x - last.end) / size;
            let raised = (glyph.y - last.y).abs() / size;
            (raised < 0.45 && gap > -0.35 && gap < WIDE, gap)
        });
        match (joins, pieces.last_mut()) {
            (Some((true, gap)), Some(last)) => {
                if (blank_before || gap > BLANK) && !last.text.ends_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&glyph.text);
                last.end = glyph.end.max(last.end);
                last.size = last.size.max(glyph.size);
            }
            _ => pieces.push(Piece {
                text: glyph.text.clone(),
                x: glyph.x,
                end: glyph.end,
                y: glyph.y,
                size: glyph.size,
            }),
        }
        blank_before = false;
    }
    // What is drawn twice, for bold or a shadow, is read once.
    let mut once: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let same = |other: &Piece| {
            other.text == piece.text
                && (other.x - piece.x).abs() < 0.2 * piece.size
                && (other.y - piece.y).abs() < 0.2 * piece.size
        };
        if !once.iter().rev().take(4).any(same) {
            once.push(piece);
        }
    }
    once
}

/// Pieces that a reader sees as one paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) lines: usize,
}

/// Joins pieces that follow each other in the content to lines, and lines to paragraphs.
pub(super) fn paragraphs(pieces: &[Piece], is_compound: impl Fn(&str) -> bool) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    for piece in pieces {
        let step = found.last().and_then(|paragraph| Some((step(paragraph, piece)?, paragraph)));
        match step.map(|(step, _)| step) {
            Some(step) => {
                if let Some(paragraph) = found.last_mut() {
                    join(paragraph, piece, step, &is_compound);
                }
            }
            None => found.push(Paragraph { text: piece.text.clone(), pieces: vec![piece.clone()], lines: 1 }),
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    SameLine,
    NextLine,
}

/// How `piece` goes on with `paragraph`; none where it begins another.
fn step(paragraph: &Paragraph, piece: &Piece) -> Option<Step> {
    let last = paragraph.pieces.last()?;
    let size = last.size.max(piece.size).max(0.1);
    let down = (last.y - piece.y) / size;
    let alike = (last.size / piece.size.max(0.1) - 1.0).abs() < 0.12;
    if down.abs() < 0.45 {
        // Wide gaps stand between the cells of a row.
        let gap = (piece.x - last.end) / size;
        let justified = paragraph.lines > 1 && gap < 2.2;
        return (gap > -0.35 && (gap < WIDE || justified)).then_some(Step::SameLine);
    }
    let left = paragraph.pieces.iter().map(|piece| piece.x).fold(f64::MAX, f64::min);
    let right = paragraph.pieces.iter().map(|piece| piece.end).fold(f64::MIN, f64::max);
    let overlaps = piece.x < right && left < piece.end;
    let near_left = piece.x - left < 3.0 * size && left - piece.x < 6.0 * size;
    if down > 0.0 && down < 1.75 && alike && overlaps && near_left {
        return Some(Step::NextLine);
    }
    // A sentence that goes on at the top of the next column.
    let open = !paragraph.text.trim_end().ends_with(['.', '!', '?', ':', '”', '"']) && paragraph.lines > 1;
    let goes_on = piece.text.starts_with(char::is_lowercase);
    (down < -3.0 && alike && open && goes_on).then_some(Step::NextLine)
}

fn join(paragraph: &mut Paragraph, piece: &Piece, step: Step, is_compound: impl Fn(&str) -> bool) {
    let text = &mut paragraph.text;
    if step == Step::NextLine {
        paragraph.lines += 1;
    }
    let broken = step == Step::NextLine
        && text.ends_with(['-', '\u{2010}'])
        && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && piece.text.starts_with(char::is_lowercase);
    if broken {
        let first = text.rsplit(' ').next().unwrap_or("").trim_end_matches(['-', '\u{2010}']);
        let second = piece.text.split(' ').next().unwrap_or("").trim_matches(|letter: char| !letter.is_alphabetic());
        let compound = format!("{}-{}", first.to_lowercase(), second.to_lowercase());
        if !is_compound(&compound) {
            text.pop();
        }
    } else if !text.ends_with(' ') {
        text.push(' ');
    }
    text.push_str(&piece.text);
    paragraph.pieces.push(piece.clone());
}

/// The pieces of a page by lines from top to bottom, each from left to right.
pub(super) fn rows(pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    sorted.sort_by(|one, two| two.y.total_cmp(&one.y).then(one.x.total_cmp(&two.x)));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in sorted {
        let same =
            rows.last().and_then(|row| row.first()).is_some_and(|first| (first.y - piece.y).abs() < 0.4 * piece.size);
        match rows.last_mut().filter(|_| same) {
            Some(row) => row.push(piece.clone()),
            None => rows.push(vec![piece.clone()]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, two| one.x.total_cmp(&two.x));
    }
    rows
}
