//! The line of an entry that begins with its priority, where a person changed the word, or wrote more on it.

/// The line for the new run that keeps what a person changed in `own`: the priority, and what they wrote before
/// or behind the rest. `is_ours` says whether the program once wrote a line. None where it cannot be told what
/// is theirs: the line is then theirs as a whole.
pub(super) fn merged(own: &str, new: &str, is_ours: impl Fn(&str) -> bool) -> Option<String> {
    let (bold, own_rest) = parts(own)?;
    let (_, new_rest) = parts(new)?;
    // The digests know the line with the priority that the program had given.
    let is_known = |rest: &str| {
        BEFORE.iter().any(|priority| is_ours(&format!("**{priority}**{rest}"))) || is_ours(&format!("**{bold}**{rest}"))
    };
    if is_known(own_rest) {
        return Some(format!("**{bold}**{new_rest}"));
    }
    let ends = own_rest.char_indices().map(|(at, _)| at).filter(|at| is_edge(own_rest, *at));
    let ends: Vec<usize> = ends.collect();
    let behind = ends.iter().rev().find(|at| own_rest.get(..**at).is_some_and(|rest| is_known(rest.trim_end())));
    if let Some(written) = behind.and_then(|at| own_rest.get(*at..)) {
        return Some(format!("**{bold}**{new_rest} {}", written.trim_start()));
    }
    let before =
        ends.iter().find(|at| own_rest.get(**at..).is_some_and(|rest| is_known(&format!(" {}", rest.trim_start()))));
    let (written, _) = before.and_then(|at| own_rest.split_at_checked(*at))?;
    Some(format!("**{bold}**{} {}", written.trim_end(), new_rest.trim_start()))
}

/// The priorities as the built-in template writes them; a translated template has others, which are found where
/// the word itself was not changed.
const BEFORE: [&str; 3] = ["High", "Medium", "Low"];

/// The words in bold at the start of a line, and the rest.
fn parts(line: &str) -> Option<(&str, &str)> {
    line.trim_start().strip_prefix("**")?.split_once("**")
}

/// Whether a word begins or ends at a place.
fn is_edge(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let behind = text.get(at..).and_then(|behind| behind.chars().next());
    before.is_none_or(char::is_whitespace) != behind.is_none_or(char::is_whitespace)
        || behind.is_some_and(|letter| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAS: &str = "**High** · event · line 3 · no source given in the draft";
    const IS: &str = "**High** · event · line 5 · source in the draft: Lund";

    fn after(own: &str) -> Option<String> {
        merged(own, IS, |line| line == WAS)
    }

    #[test]
    fn what_a_person_changed_stays_and_the_rest_follows_the_draft() {
        let low = "**Low** · event · line 5 · source in the draft: Lund";
        assert_eq!(after(&WAS.replace("High", "Low")).as_deref(), Some(low));
        assert_eq!(after(&format!("{WAS} (ask Tom)")), Some(format!("{IS} (ask Tom)")));
        assert_eq!(after(&format!("{WAS}. Ask Tom")), Some(format!("{IS} . Ask Tom")));
        assert_eq!(after(&WAS.replace("** ·", "** urgent ·")), Some(IS.replace("** ·", "** urgent ·")));
        let both = after(&format!("{} (ask Tom)", WAS.replace("High", "Low")));
        assert_eq!(both, Some(format!("{low} (ask Tom)")));
    }

    #[test]
    fn a_line_that_was_rewritten_is_theirs() {
        assert_eq!(after("**High** ask Tom"), None);
        assert_eq!(after(&WAS.replace("event", "no event at all")), None);
    }
}
