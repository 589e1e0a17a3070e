//! The article as the page's data has it (`articleBody` in JSON-LD), for pages that show less of it:
//! those that a program puts together in the browser, and those behind a wall.

use super::meta::PageMeta;
use super::page::words_in;
use super::{ReadError, ReadOptions, Story};
use claimsheet::text::document::Document;

/// Times the words that the page shows that its data must have to be read instead.
const MORE: u32 = 2;

/// The article of the page's data, where that has far more words than the `shown` ones.
///
/// # Errors
///
/// Where it is HTML that nests too deep.
pub(super) fn read(meta: &mut PageMeta, shown: u32, options: &ReadOptions<'_>) -> Result<Option<Document>, ReadError> {
    let Some(body) = meta.body.take().filter(|body| words_in(body) > MORE * shown) else { return Ok(None) };
    let mut story = Story::default();
    story.text("h1", meta.title.as_deref());
    if body.contains("</p>") || body.contains("<br") {
        story.html(&*body);
    } else {
        let body = crate::tree::decode(&body);
        body.lines().filter(|line| !line.trim().is_empty()).for_each(|line| story.text("p", line));
    }
    let words = words_in(&body);
    let mut document = story.document(options)?;
    document.warnings.push(format!(
        "the text was taken from the page's data (articleBody, {words} words), as the page itself shows {shown}; a page saved from the browser's menu holds what you see"
    ));
    Ok(Some(document))
}
