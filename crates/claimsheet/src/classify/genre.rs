//! What sort of article it is, where that bears on what is worth a check.

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::{Class, Lexicon};
use crate::text::document::BlockKind;
use crate::text::word_id::WordId;

/// Most words of a rubric: `Ansel Bay Editorial`, `Letter to the Editor`.
const MOST_WORDS: usize = 4;

/// What sort of article it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// It tells mostly what others said.
    Report,
    /// Its headline gives it as somebody's view.
    Views,
    /// Any other.
    Other,
}

impl Genre {
    /// The genre of a document. Its own word for it goes before what its sentences look like: an editorial
    /// that quotes much is no report.
    pub fn of(annotated: &AnnotatedText) -> Self {
        let document = annotated.document;
        let titles = document.blocks.iter().filter(|block| block.kind == BlockKind::Title);
        let mut titles = titles.map(|block| document.text(block.span)).chain(document.meta.title.as_deref());
        if titles.any(|title| has_rubric(title, annotated.lexicon)) {
            Self::Views
        } else if annotated.is_report() {
            Self::Report
        } else {
            Self::Other
        }
    }
}

/// `Editorial: The lock is ours`, `Opinion | Who pays for the pier?`
fn has_rubric(title: &str, lexicon: &Lexicon) -> bool {
    let Some((head, _)) = title.split_once([':', '|']) else { return false };
    let words = WordId::of_text(head);
    words.len() <= MOST_WORDS
        && (0..words.len()).any(|first| words.get(first..).is_some_and(|words| is_rubric(words, lexicon)))
}

/// Whether `words` are one rubric.
fn is_rubric(words: &[WordId], lexicon: &Lexicon) -> bool {
    match words {
        [word] => lexicon.know(*word).classes.has(Class::ViewRubric),
        [first, rest @ ..] => lexicon
            .phrase(*first, |at, word| rest.get(at - 1) == Some(&word))
            .is_some_and(|found| found.words == words.len() && found.classes.has(Class::ViewRubric)),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::has_rubric;
    use crate::english::lexicon::Lexicon;

    #[test]
    fn a_rubric_before_the_headline_marks_a_view() {
        let marks = |title: &str| has_rubric(title, &Lexicon::default());
        for title in [
            "Editorial: The lock is ours",
            "Opinion | Who pays for the pier?",
            "Letter to the editor: Tolls",
            "Op-Ed: Close the lock",
            "AP Editorial: Nine tolls",
            "OUR VIEW: Keep the ferry",
        ] {
            assert!(marks(title), "{title}");
        }
        for title in [
            "The lock is ours",
            "Lund: no tolls before May",
            "What the court's new opinion on the lock says: pay",
            "Editorial board resigns",
        ] {
            assert!(!marks(title), "{title}");
        }
    }
}
