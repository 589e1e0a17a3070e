//! Tables that hold data, tables that hold a layout, and pictures with captions.

use super::page::Page;
use crate::tree::Tag;

/// Cells of a table without headers hold this many words at most on average, if they hold data.
const WORDS_A_CELL: usize = 12;

/// Whether the table at `at` holds data; the tables by which e-mails place their text do not.
pub(super) fn is_data(page: &Page<'_, '_>, at: usize) -> bool {
    let tree = page.tree;
    if tree.attribute(at, "role").is_some_and(|role| matches!(role.trim(), "presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut has_head, mut parts) = (0_usize, 0_usize, false, 0_usize);
    for (_, tag) in tree.elements(at + 1, tree.end(at)) {
        match tag {
            Tag::Table => return false,
            Tag::Row => rows += 1,
            Tag::Cell => cells += 1,
            Tag::HeadCell | Tag::Caption => has_head = true,
            Tag::Heading(_) | Tag::Image | Tag::Blockquote => parts += 1,
            _ => {}
        }
    }
    let least = if page.is_whole() { 2 } else { 1 };
    has_head || rows >= least && cells >= rows * 2 && parts == 0 && page.words(at) as usize <= cells * WORDS_A_CELL
}

/// Whether the picture at `at` stands in a figure with a caption.
pub(super) fn is_captioned(page: &Page<'_, '_>, at: usize) -> bool {
    let tree = page.tree;
    let is_figure = |at: &usize| {
        tree.tag(*at) == Some(Tag::Figure)
            || tree
                .attribute(*at, "class")
                .is_some_and(|class| class.split_ascii_whitespace().any(|class| class == "wp-caption"))
    };
    tree.around(at).skip(1).take(4).filter(is_figure).any(|figure| {
        tree.elements(figure + 1, tree.end(figure)).take(60).any(|(at, tag)| {
            let by_class = || tree.attribute(at, "class").is_some_and(|class| class.contains("caption-text"));
            (tag == Tag::Caption || by_class()) && page.words(at) > 0
        })
    })
}
