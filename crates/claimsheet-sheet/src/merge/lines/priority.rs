//! The line of an entry that begins with its priority, where a person changed the word, or wrote more on it.

/// The line for the new run that keeps what a person changed in `own`: the priority, and what they wrote before
/// or behind the rest. `is_ours` says whether the program once wrote a line. None where it cannot be told what
/// is theirs: the line is then theirs as a whole.
pub(super) fn merged(own: &str, new: &str, is_ours: impl Fn(&str) -> bool) -> Option<String> {
    let own = parts(own)?;
    let new = parts(new)?;
    // The digests know the line with the priority that the program had given.
    let is_known = |rest: &str| {
        BEFORE.iter().chain([&own.word]).any(|priority| is_ours(&format!("{}{priority}{}{rest}", own.mark, own.mark)))
    };
    let begun = format!("{}{}{}", new.mark, own.word, new.mark);
    if is_known(own.rest) {
        return Some(format!("{begun}{}", new.rest));
    }
    let ends: Vec<usize> = own.rest.char_indices().map(|(at, _)| at).filter(|at| is_edge(own.rest, *at)).collect();
    let behind = ends.iter().rev().find(|at| own.rest.get(..**at).is_some_and(|rest| is_known(rest.trim_end())));
    if let Some(written) = behind.and_then(|at| own.rest.get(*at..)) {
        return Some(format!("{begun}{} {}", new.rest, written.trim_start()));
    }
    let known_from = |at: usize| {
        let rest = own.rest.get(at..).map(str::trim_start);
        // A colon stands right behind the word, a dot behind a blank.
        rest.is_some_and(|rest| is_known(rest) || is_known(&format!(" {rest}")))
    };
    let before = ends.iter().find(|at| **at > 0 && known_from(**at));
    let (written, _) = before.and_then(|at| own.rest.split_at_checked(*at))?;
    Some(format!("{begun}{} {}", written.trim_end(), new.rest.trim_start()))
}

/// Whether a line may be one that begins with a priority: with a word in bold, or before a colon or a dot.
pub(super) fn may_begin(line: &str) -> bool {
    parts(line).is_some()
}

/// The word with which a line begins, if it [may begin](may_begin) with a priority.
pub(super) fn word(line: &str) -> Option<&str> {
    parts(line).map(|parts| parts.word)
}

/// The priorities as the built-in template writes them; a translated template has others, which are found where
/// the word itself was not changed.
const BEFORE: [&str; 3] = ["High", "Medium", "Low"];

/// A line that begins with a priority.
struct Parts<'a> {
    /// What stands on both sides of the word: the marks of bold, or nothing.
    mark: &'static str,
    word: &'a str,
    rest: &'a str,
}

fn parts(line: &str) -> Option<Parts<'_>> {
    let line = line.trim_start();
    if let Some(bold) = line.strip_prefix("**") {
        let (word, rest) = bold.split_once("**")?;
        return Some(Parts { mark: "**", word, rest });
    }
    let end = line.find(|letter: char| !letter.is_alphabetic()).filter(|end| *end > 0)?;
    let (word, rest) = line.split_at(end);
    let is_priority = rest.starts_with(':') || rest.starts_with(" ·") || BEFORE.contains(&word);
    is_priority.then_some(Parts { mark: "", word, rest })
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
    fn the_same_in_the_short_form() {
        let (was, is) = ("High: key figure · line 3", "High: key figure · line 5");
        let after = |own: &str| merged(own, is, |line| line == was);
        assert_eq!(after("Low: key figure · line 3").as_deref(), Some("Low: key figure · line 5"));
        assert_eq!(after(&format!("{was} (ask Tom)")), Some(format!("{is} (ask Tom)")));
        assert_eq!(
            after("High (ask Tom): key figure · line 3"),
            Some("High (ask Tom) : key figure · line 5".to_owned())
        );
        assert_eq!(after("High ask Tom"), None);
        assert_eq!(merged("Low · event · line 3", is, |line| line == "**High** · event · line 3"), None);
        let upgraded = merged("**Low** · event · line 3", is, |line| line == "**High** · event · line 3");
        assert_eq!(upgraded.as_deref(), Some("Low: key figure · line 5"));
    }

    #[test]
    fn a_line_that_was_rewritten_is_theirs() {
        assert_eq!(after("**High** ask Tom"), None);
        assert_eq!(after(&WAS.replace("event", "no event at all")), None);
    }
}
