//! How high a row must be to show all its cells. Excel finds that out by itself; other
//! programs believe the file, so the file says it.

/// Points of one letter of a column's width: a digit of 10-point Arial.
const UNIT: f64 = 5.25;

/// The width of a letter, as a part of the font's size, in Arial; more than the mean of English
/// text, so that a line seldom holds less than was thought.
const LETTER: f64 = 0.46;

/// From baseline to baseline, as a part of the font's size.
const LEADING: f64 = 1.2;

/// What a row is at least and at most, in points; Excel has no higher ones.
const LEAST: f64 = 15.0;
const MOST: f64 = 405.0;

/// The height of a row in points; of each cell its text, the column's width in letters, and the
/// font's size in points.
pub(super) fn height<'a>(cells: impl IntoIterator<Item = (&'a str, f64, f64)>) -> f64 {
    let needed = cells.into_iter().map(|(text, width, size)| {
        #[expect(clippy::cast_sign_loss, reason = "it is at least 1")]
        let room = (width * UNIT / (size * LETTER)).floor().max(1.0) as usize;
        let lines: usize = text.split('\n').map(|line| lines(line, room)).sum();
        lines as f64 * size * LEADING + 3.0
    });
    needed.fold(LEAST, f64::max).min(MOST).ceil()
}

/// How many lines of `room` letters the words of one line take.
fn lines(text: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        if used > room {
            lines += (used - 1) / room;
            used = (used - 1) % room + 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_where_the_room_ends_and_long_ones_are_broken() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("one two", 10), 1);
        assert_eq!(lines("one two three", 10), 2);
        assert_eq!(lines("abcdefghijklmnopqrstuvwxyz", 10), 3);
        assert!((height([("a", 10.0, 9.0)]) - LEAST).abs() < 1e-9);
        assert!((height([("a\n".repeat(500).as_str(), 10.0, 9.0)]) - MOST).abs() < 1e-9);
    }
}
