//! Whether an article is in English, as the detectors expect.

use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::{Class, Lexicon};
use crate::text::document::Document;
use crate::text::span::Span;

/// Words that are looked at.
const SAMPLE: usize = 400;

/// Fewest words that allow a judgement.
const FEWEST: usize = 25;

/// English running text has function words in more than this share; other languages far fewer of
/// these.
const SHARE: f64 = 0.22;

/// What to tell the reader about the article's language: nothing if it is English.
pub fn warnings(document: &Document, annotated: &AnnotatedText, lexicon: &Lexicon) -> Vec<String> {
    let whole = Span::at(0, document.prose.len());
    let begins = |place: Span| document.text(place).starts_with(char::is_alphabetic);
    let (mut all, mut function) = (0_usize, 0_usize);
    for (word, _) in annotated.words.placed_within(whole).filter(|(_, place)| begins(*place)).take(SAMPLE) {
        all += 1;
        function += usize::from(lexicon.know(word).classes.has(Class::FunctionWord));
    }
    if all < FEWEST || function as f64 >= SHARE * all as f64 {
        return Vec::new();
    }
    vec!["This does not look like English. Figures, dates, quotations and names are found; what is opinion and what is a claim is judged poorly.".to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn warned(text: &str) -> bool {
        let document = Document { prose: text.repeat(4), ..Document::default() };
        !warnings(&document, &AnnotatedText::of(&document, &Options::default()), &Lexicon::default()).is_empty()
    }

    #[test]
    fn only_text_in_another_language_is_warned_of() {
        assert!(!warned("The council met on Monday and agreed to raise the toll, which had been the same for years. "));
        assert!(warned(
            "Der Rat hat am Montag beschlossen, die Maut zu erhöhen, die seit Jahren gleich geblieben war. "
        ));
        assert!(warned("Le conseil a décidé lundi de relever le péage, inchangé depuis des années dans la ville. "));
    }
}
