//! Captions that roll: each shows the last line or two of the one before again.

/// Cues of which one in so many begins with what stood there before: then the captions roll.
const ONE_IN: usize = 3;

/// Fewest cues that tell.
const FEWEST: usize = 3;

/// How much of a cue the cue before has shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Repeated {
    /// Whole lines.
    pub(super) lines: usize,
    /// Bytes of the line behind these, where it has grown.
    pub(super) bytes: usize,
}

/// For each cue, given as its lines, how much of it is a repetition; nothing where the captions do
/// not roll, as people do say a thing twice.
pub(super) fn repeated(cues: &[Vec<&str>]) -> Vec<Repeated> {
    let pairs = || cues.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
    let rolls = pairs().filter(|(before, cue)| overlap(before, cue) != Repeated::default()).count();
    let does_roll = rolls >= FEWEST && rolls * ONE_IN >= cues.len();
    let found = pairs().map(|(before, cue)| if does_roll { overlap(before, cue) } else { Repeated::default() });
    std::iter::once(Repeated::default()).chain(found).take(cues.len()).collect()
}

/// The most lines with which `cue` begins and `before` ends; the last of them may have grown.
fn overlap(before: &[&str], cue: &[&str]) -> Repeated {
    let before: Vec<&str> = before.iter().copied().map(str::trim).filter(|line| !line.is_empty()).collect();
    let blank = cue.iter().take_while(|line| line.trim().is_empty()).count();
    let cue = cue.get(blank..).unwrap_or_default();
    for count in (1..=before.len().min(cue.len())).rev() {
        let (tail, head) = (before.get(before.len() - count..), cue.get(..count));
        let (Some([tail @ .., last]), Some([head @ .., grown])) = (tail, head) else { continue };
        if tail.iter().zip(head).any(|(tail, head)| *tail != head.trim()) {
            continue;
        }
        if grown.trim() == *last {
            return Repeated { lines: blank + count, bytes: 0 };
        }
        if grown.strip_prefix(last).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
            return Repeated { lines: blank + count - 1, bytes: last.len() };
        }
    }
    Repeated::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_shown_before_is_found() {
        let overlap = |before: &[&str], cue: &[&str]| {
            let found = overlap(before, cue);
            (found.lines, found.bytes)
        };
        assert_eq!(overlap(&["a b"], &["a b", "c d"]), (1, 0));
        assert_eq!(overlap(&["a b", "c d"], &["c d", "e"]), (1, 0));
        assert_eq!(overlap(&["a b", "c d"], &["a b", "c d"]), (2, 0));
        assert_eq!(overlap(&["a b", ""], &["", "a b", "c"]), (2, 0));
        assert_eq!(overlap(&["we paid"], &["we paid in May"]), (0, 7));
        assert_eq!(overlap(&["we"], &["west"]), (0, 0));
        assert_eq!(overlap(&["a"], &["b"]), (0, 0));
    }

    #[test]
    fn a_thing_said_twice_stays_where_captions_do_not_roll() {
        let cues: Vec<Vec<&str>> = vec![vec!["No."], vec!["No."], vec!["It was"], vec!["in May."], vec!["Then"]];
        assert!(repeated(&cues).iter().all(|repeated| *repeated == Repeated::default()));
    }
}
