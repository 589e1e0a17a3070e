//! Which words an article writes with a capital where no sentence begins.
//!
//! A word at a sentence's start has a capital in any case; that it is a name is known from its
//! other mentions.

use crate::english::lexicon::{Class, Lexicon};
use crate::text::document::Document;
use rustc_hash::FxHashSet as HashSet;

/// The words of one article that have a capital behind a small letter, a comma, a possessive or an initial.
#[derive(Debug, Default)]
pub struct Capitals<'a> {
    words: HashSet<&'a str>,
    /// Those of them that stand so beside no other capital: not the `Lock` of `Lock Keepers`.
    alone: HashSet<&'a str>,
    /// Whether somebody in it is called May.
    surname_may: bool,
}

impl<'a> Capitals<'a> {
    /// Reads the running text of `document`; headings say nothing, as they may be in title case, nor do
    /// lines that are.
    pub fn of(document: &'a Document, lexicon: &Lexicon) -> Self {
        let (mut words, mut alone) = (HashSet::default(), HashSet::default());
        for block in document.blocks.iter().filter(|block| !block.kind.is_heading()) {
            let text = document.text(block.span);
            if !is_in_title_case(text) {
                gather(text, &mut words, &mut alone);
            }
        }
        Self { words, alone, surname_may: names_may(&document.prose, lexicon) }
    }

    /// Whether the article has somebody called May, so that the word alone may be a person.
    pub fn has_surname_may(&self) -> bool {
        self.surname_may
    }

    /// Whether `word` stands with its capital within a sentence.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether it does so by itself, as a name of one word.
    pub fn has_alone(&self, word: &str) -> bool {
        self.alone.contains(word)
    }
}

/// Whether `text` has letters, more than one, and all are capitals.
pub fn is_all_caps(text: &str) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().nth(1).is_some() && letters().all(char::is_uppercase)
}

/// Whether no word of four letters or more is written small.
fn is_in_title_case(text: &str) -> bool {
    let is_small = |word: &str| word.len() >= 4 && word.starts_with(char::is_lowercase);
    !text.split_ascii_whitespace().any(is_small)
}

/// Whether `May` stands behind a given name or title, as a month does not.
fn names_may(prose: &str, lexicon: &Lexicon) -> bool {
    memchr::memmem::find_iter(prose.as_bytes(), b" May").any(|at| {
        let is_whole = prose.as_bytes().get(at + 4).is_none_or(|next| !next.is_ascii_alphanumeric());
        let before = prose.get(..at).and_then(|before| before.rsplit(char::is_whitespace).next()).unwrap_or("");
        let classes = lexicon.word(before.trim_end_matches('.'));
        let is_name = classes.has(Class::FirstName) || classes.has(Class::PersonTitle);
        is_whole && is_name && before.starts_with(char::is_uppercase)
    })
}

fn gather<'a>(text: &'a str, words: &mut HashSet<&'a str>, alone: &mut HashSet<&'a str>) {
    let bytes = text.as_bytes();
    for space in memchr::memchr_iter(b' ', bytes) {
        let before = space.checked_sub(1).and_then(|at| bytes.get(at));
        let follows_word = before.is_some_and(|byte| byte.is_ascii_lowercase() || matches!(byte, b',' | b';'));
        let starts_upper = bytes.get(space + 1).is_some_and(|byte| byte.is_ascii_uppercase() || *byte >= 0xC3);
        if !(starts_upper && (follows_word || is_initial(bytes, space))) {
            continue;
        }
        let rest = text.get(space + 1..).unwrap_or("");
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or("");
        if word.len() > 1 && word.starts_with(char::is_uppercase) {
            words.insert(word);
            let is_large = |letter: Option<char>| letter.is_some_and(char::is_uppercase);
            let before = text.get(..space).and_then(|before| before.rsplit(' ').next());
            let before = before.filter(|before| !before.ends_with([',', ';']));
            let behind = rest.get(end..).and_then(|behind| behind.strip_prefix(' '));
            if !is_large(before.and_then(|word| word.chars().next()))
                && !is_large(behind.and_then(|word| word.chars().next()))
            {
                alone.insert(word);
            }
        }
    }
}

/// Whether the initial of a given name ends right before `end`: the `P.` of `Ida P. Lund`.
fn is_initial(bytes: &[u8], end: usize) -> bool {
    let before = bytes.get(..end).unwrap_or_default();
    matches!(before, [.., b' ', letter, b'.'] if letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::document::{Block, BlockKind};
    use crate::text::span::Span;

    #[test]
    fn only_words_within_sentences_count() {
        let prose = "Lund won. In Oslo, Maria sang with Éva P. Orr.".to_owned();
        let span = Span::at(0, prose.len());
        let blocks = vec![Block { kind: BlockKind::Paragraph, span, section: None, paragraph: 1 }];
        let document = Document { prose, blocks, ..Document::default() };
        let capitals = Capitals::of(&document, &Lexicon::default());
        assert!(capitals.has("Oslo") && capitals.has("Maria") && capitals.has("Éva") && capitals.has("Orr"));
        assert!(!capitals.has("Lund") && !capitals.has("In"));
        assert!(capitals.has_alone("Maria") && !capitals.has_alone("Orr"));
    }

    #[test]
    fn a_line_in_title_case_tells_nothing() {
        assert!(is_in_title_case("How the Pilots Lost Their Way and What It Cost"));
        assert!(!is_in_title_case("In Oslo, Maria sang with Éva."));
    }

    #[test]
    fn a_given_name_before_may_makes_it_a_surname() {
        let mut lexicon = Lexicon::default();
        assert!(names_may("It was Theresa May who left.", &lexicon) && names_may("They asked Mrs. May.", &lexicon));
        assert!(!names_may("They met in May. Nobody came in Mayfield, and Ruth Mayhew left.", &lexicon));
        let title = "They asked Dockreeve May.";
        assert!(!names_may(title, &lexicon));
        lexicon.add(Class::PersonTitle, "dockreeve");
        assert!(names_may(title, &lexicon), "a title that the house adds");
    }
}
