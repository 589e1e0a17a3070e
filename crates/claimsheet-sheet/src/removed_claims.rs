//! The section of claims that are no longer in the text, with all that was written to them.

use super::line::Line;
use super::{Part, PartKind, essence};

/// The section's hidden mark; its heading may be translated.
const MARK: &str = "<!-- claimsheet:withdrawn -->";

/// Its heading at first.
const HEADING: &str = "No longer in the text";

/// Whether lines are those of the section: they hold its mark or, where an editor took that away, stand below
/// its heading.
pub(super) fn is_section(kind: &PartKind, lines: &[&str]) -> bool {
    let has_mark = lines.iter().any(|line| line.trim_start().starts_with(MARK));
    has_mark || matches!(kind, PartKind::Section(title) if essence(title) == essence(HEADING))
}

/// The section without entries.
pub(super) fn section() -> Part {
    Part {
        kind: PartKind::Section(HEADING.to_owned()),
        withdrawn: true,
        lines: vec![
            Line::new(format!("## {HEADING}"), 1),
            Line::new(MARK, 1),
            Line::new("These claims were in an earlier draft. What was written to them is kept.", 1),
        ],
        first_line: 0,
    }
}

/// One line for a claim to which nothing was written.
pub(super) fn untouched(words: &str) -> Line {
    Line::new(format!("- \"{}\"", claimsheet::text::escape::markup::markdown(words)), 0)
}
