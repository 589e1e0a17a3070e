//! The section of claims that are no longer in the text, with all that was written to them.

use super::line::Line;
use super::{Part, PartKind};

/// The section's hidden mark; its heading may be translated.
pub(super) const MARK: &str = "<!-- claimsheet:withdrawn -->";

/// Its heading at first.
const HEADING: &str = "No longer in the text";

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
