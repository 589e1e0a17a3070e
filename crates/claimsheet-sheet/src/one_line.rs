//! A claim on one line: its pieces stand behind each other, divided by dots, and each is read as a line of its own:
//! `Low · line 12 · [ ] "in 1987" · look: toll authority · Source: · Verdict:`

use super::labelled::{PLACES, is_label};
use super::line::{Line, item};

/// What stands between two pieces.
pub(super) const BETWEEN: &str = " · ";

/// The pieces of a line; the line itself where it is not one of a claim told in one line. Joined by ` · `
/// they are the line again, byte for byte.
pub fn pieces(line: &str) -> Vec<&str> {
    let is_other = line.starts_with(['-', '*', '+', '#', '>', '|', '<', '\t', ' ', '[']);
    // "High: …" and "Look: …" are lines of their own, whatever stands between their dots.
    let is_places = line.strip_prefix(PLACES).is_some_and(|rest| rest.starts_with(':'));
    let is_other = is_other || is_places || begins_field(line);
    if is_other || memchr::memmem::find(line.as_bytes(), BETWEEN.as_bytes()).is_none() {
        return vec![line];
    }
    let starts: Vec<usize> = line.match_indices(BETWEEN).map(|(at, _)| at).collect();
    let behind = |at: usize| line.get(at + BETWEEN.len()..).unwrap_or("");
    let (mut boxes, mut fields) = (0, 0);
    let mut cuts = Vec::new();
    for at in starts {
        if item(behind(at)).is_some() {
            boxes += 1;
        } else if begins_field(behind(at)) {
            fields += 1;
        } else if fields > 0 || !begins_remark(behind(at)) {
            // What stands behind the name of a field is what somebody wrote.
            continue;
        }
        cuts.push(at);
    }
    // One field alone may be a remark that somebody wrote.
    if boxes == 0 && fields < 2 {
        return vec![line];
    }
    let mut from = 0;
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    for at in cuts {
        pieces.push(line.get(from..at).unwrap_or(""));
        from = at + BETWEEN.len();
    }
    pieces.push(line.get(from..).unwrap_or(""));
    pieces
}

/// Whether a text begins with the name of a field.
fn begins_field(text: &str) -> bool {
    let named = text.split_once(':').filter(|(_, behind)| behind.is_empty() || behind.starts_with([' ', '*']));
    named.is_some_and(|(label, _)| is_label(label.trim_matches('*').trim()))
}

/// Whether a text begins as what the program says besides: "look: …", "source in the draft: …".
fn begins_remark(text: &str) -> bool {
    let named = text.split_once(": ").map(|(label, _)| label);
    named.is_some_and(|label| label.len() <= 24 && label.chars().all(|letter| letter.is_lowercase() || letter == ' '))
}

/// The pieces of an entry as lines of their own, those to tick or fill as items of a list.
pub(super) fn apart(lines: &[Line]) -> Vec<Line> {
    let ends = lines.iter().skip(1).map(|next| next.joined).chain([false]);
    lines.iter().zip(ends).map(|(line, goes_on)| part(line, goes_on)).collect()
}

/// A piece on a line of its own; `goes_on` says whether another piece stood behind it.
fn part(line: &Line, goes_on: bool) -> Line {
    let is_own = line.joined && (item(line.text.trim()).is_some() || line.field().is_some());
    let text = if is_own { format!("- {}", line.text.trim_start()) } else { line.text.clone() };
    let is_header = goes_on && !line.joined;
    Line::new(text, if is_header { 1 } else { line.blanks })
}

/// Takes apart what cannot stand on one line with what is before it.
pub(super) fn settle(lines: &mut [Line]) {
    for at in 0..lines.len() {
        if !lines.get(at).is_some_and(|line| line.joined) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| lines.get_mut(before));
        let carries =
            |before: &Line| before.joined || !before.text.starts_with(['-', '*', '+', '#', '>', '|', '<', '[', ' ']);
        match before.filter(|before| carries(before)) {
            Some(before) => before.blanks = 0,
            None => {
                if let Some(line) = lines.get_mut(at) {
                    *line = part(line, false);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "Low · line 12 · [ ] \"in 1987\" · look: state · toll authority · Source: · Verdict:";

    #[test]
    fn a_claim_on_one_line_is_cut_where_something_is_to_tick_or_fill() {
        let own = ["Low · line 12", "[ ] \"in 1987\"", "look: state · toll authority", "Source:", "Verdict:"];
        assert_eq!(pieces(LINE), own);
        let filled =
            LINE.replace("Source:", "Source: log · page 3").replace("Verdict:", "Verdict: confirmed · Note: ask Tom");
        assert_eq!(pieces(&filled)[3..], ["Source: log · page 3", "Verdict: confirmed", "Note: ask Tom"]);
        assert_eq!(pieces(&filled).join(BETWEEN), filled);
    }

    #[test]
    fn no_other_line_is_cut() {
        for line in [
            "High: key figure, no source · line 3 · source in the draft: Lund",
            "Hoch · Zeile 3 · Quelle im Entwurf: Lund",
            "- [ ] one · [ ] two",
            "> Low · [ ] quoted",
            "7 claims · 2 problems in the draft",
            "Look: Hansard: debates · Register: companies · Court: docket",
            "High: key figure · line 3 · Verdict: confirmed · Checked by: T. Reed",
        ] {
            assert_eq!(pieces(line), [line]);
        }
    }
}
