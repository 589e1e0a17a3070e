//! Whom a description stands for: `the prosecutor` where the draft tells of "the prosecutor Ann Lee", `the council`
//! where it names one council, `its website` by whom "its" stands for. None rather than a guess: where two could be
//! meant, nobody is told.

use super::speaker::{BODIES, PERSONS};
use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::phrase_lists::tables::titles::WRITTEN_OUT;
use crate::english::token::{Case, Token, TokenKind};
use crate::names::form;
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::FxHashMap;

/// Who is described by which noun, in the order of the text.
#[derive(Default)]
pub(super) struct Descriptions {
    /// By its noun, each description with whom it describes.
    of_noun: FxHashMap<WordId, Vec<Description>>,
}

/// A description of somebody who is named.
struct Description {
    /// `Scotland's first minister`, `Attorney General`.
    words: Span,
    named: Span,
}

impl Descriptions {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut all = Self::default();
        for signal in &text.signals {
            match signal.value {
                Value::Role { of: Some(named) } if !is_misplaced(text, signal.span, named) => {
                    all.add(text, signal.span, bare(text, named));
                }
                Value::Name(kind) => all.add_name(text, kind, signal),
                _ => {}
            }
        }
        all
    }

    fn add(&mut self, text: &AnnotatedText<'_>, words: Span, named: Span) {
        if let Some(head) = text.passage(words).head() {
            self.of_noun.entry(head.word).or_default().push(Description { words, named });
        }
    }

    /// A name describes by the title in it ("Attorney General Ann Lee") or, that of a body, by its noun ("the
    /// Ansel City Council").
    fn add_name(&mut self, text: &AnnotatedText<'_>, kind: NameKind, signal: &Signal) {
        let name = text.passage(signal.span);
        let title = name.first(name.len() - form::without_title(name).len());
        if kind == NameKind::Person && !title.is_empty() {
            let named = bare(text, signal.span);
            self.add(text, title.span(), named);
            let short = title.text().trim_end_matches('.').rsplit(' ').next();
            for (office, _) in WRITTEN_OUT.iter().filter(|(_, title)| short == Some(title)) {
                let description = Description { words: title.span(), named };
                self.of_noun.entry(WordId::of(office)).or_default().push(description);
            }
        }
        let is_body = || name.head().is_some_and(|head| head.classes.any(BODIES));
        if kind == NameKind::Organisation && name.word_count() > 1 && is_body() {
            self.add(text, signal.span, signal.span);
        }
    }

    /// Whom a definite description stands for: the only one whom the draft describes by all of its words.
    pub(super) fn likely(&self, text: &AnnotatedText<'_>, description: Span) -> Option<Span> {
        let words = text.passage(description);
        let head = words.head().filter(|head| is_definite(words) && !head.is_capitalised())?;
        let of_noun = self.of_noun.get(&head.word)?;
        let said = own_words(words, head);
        let fits = |known: &&Description| {
            // The "first" of "first minister" may stand before what is found as the title.
            let (own, before) = (text.passage(known.words), text.before(known.words.start).last(1));
            // "Gov." of "the governor"
            said.iter().all(|word| *word == head.word || own.has_word(*word) || before.has_word(*word))
        };
        let mut fitting = of_noun.iter().filter(fits);
        let first = fitting.next()?;
        // "Ann Lee" and "Lee" are one; "Tom Lee" and "Ann Lee" would be two.
        let words = |named: Span| text.passage(named).tokens.iter().map(|token| token.word);
        let is_within = |one: Span, other: Span| words(one).all(|word| words(other).any(|of| of == word));
        let is_same = |other: &Description| is_within(other.named, first.named) || is_within(first.named, other.named);
        fitting.all(is_same).then_some(first.named)
    }
}

/// Whether a person's office stands beside a place: "the attacks in Oslo, the mayor said".
fn is_misplaced(text: &AnnotatedText<'_>, role: Span, named: Span) -> bool {
    let Some(record) = text.sentence_at(named.start) else { return false };
    let there = text.signals(record).iter().filter(|signal| signal.span.contains(named));
    let mut kinds = there.filter_map(|signal| match signal.value {
        Value::Name(kind) => Some(kind),
        _ => None,
    });
    let is_person = || text.passage(role).head().is_some_and(|head| head.classes.any(PERSONS));
    kinds.any(|kind| matches!(kind, NameKind::Place | NameKind::Event)) && is_person()
}

/// A name without the titles before it.
fn bare(text: &AnnotatedText<'_>, name: Span) -> Span {
    form::without_title(text.passage(name)).span()
}

/// `the prosecutor`, `Ansel's first minister`: with an article, a demonstrative or an owner's name.
fn is_definite(words: Passage<'_>) -> bool {
    let is_owned =
        || words.has_kind(&[TokenKind::Possessive]) && words.tokens.first().is_some_and(Token::is_capitalised);
    begins_definite(words) || is_owned()
}

/// Whether words begin with a definite article or a demonstrative.
pub(super) fn begins_definite(words: Passage<'_>) -> bool {
    words.first_is(words!["the", "this", "that"])
}

/// What the words before the noun say of it, and the noun: `attorney general` of `the attorney general`. Whose it is
/// says less: "Ansel's mayor" is the mayor.
fn own_words(words: Passage<'_>, head: &Token) -> Vec<WordId> {
    let before = words.tokens.iter().take_while(|token| token.span.start < head.span.start);
    let says = |token: &&Token| token.is_word() && token.case == Case::Lower && !token.is(Class::FunctionWord);
    before.filter(says).chain([head]).map(|token| token.word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::text::document::Document;

    /// Whom the words at byte `from` most likely stand for.
    fn likely_at(text: &str, from: usize, length: usize) -> Option<String> {
        let (document, options) = (Document::from_text(text), Options::default());
        let text = AnnotatedText::of(&document, &options);
        let found = Descriptions::of(&text).likely(&text, Span::at(from, from + length))?;
        Some(document.text(found).to_owned())
    }

    #[test]
    fn a_description_stands_for_the_one_whom_the_draft_describes_so() {
        for (text, description, who) in [
            ("The prosecutor Ann Lee sat down. Then the prosecutor said no.", "the prosecutor said", "Ann Lee"),
            ("Tom Orr, the harbour master, left. The harbour master said no.", "The harbour master said", "Tom Orr"),
            (
                "Attorney General Vera Fontane left. Later the attorney general said no.",
                "the attorney general",
                "Vera Fontane",
            ),
            ("Ansel's first minister said no. First Minister Ida Pell was ill.", "Ansel's first minister", "Ida Pell"),
            ("The Ansel City Council met. Then the council said no.", "the council", "Ansel City Council"),
            ("Gov. Lena Holt left. Later the Ohio governor said no.", "the Ohio governor said", "Lena Holt"),
            ("Rep. Lena Holt left. Later the congresswoman said no.", "the congresswoman said", "Lena Holt"),
            ("Lena Holt is the mayor of Ansel. In May the mayor said no.", "the mayor said", "Lena Holt"),
        ] {
            let description = description.trim_end_matches(" said");
            let from = text.rfind(description).unwrap_or_default();
            assert!(from > 0 || text.starts_with(description), "{text}");
            let found = likely_at(text, from, description.len());
            assert_eq!(found.as_deref(), Some(who), "{text}");
        }
    }

    #[test]
    fn nobody_is_told_where_two_could_be_meant_or_none_is() {
        for (text, description) in [
            ("The prosecutor Ann Lee and the prosecutor Tom Orr left. Then the prosecutor said no.", "the prosecutor"),
            ("The surgeon general Tom Orr left. Then the attorney general said no.", "the attorney general"),
            ("The prosecutor Ann Lee left. A prosecutor said no.", "A prosecutor"),
            ("The prosecutor Ann Lee left. The defence counsel said no.", "The defence counsel"),
            ("The Ansel City Council met the Lund City Council. Then the council said no.", "the council"),
            ("The prosecutor Ann Lee left. The prosecutors said no.", "The prosecutors"),
        ] {
            let from = text.rfind(description).unwrap_or_default();
            assert_eq!(likely_at(text, from, description.len()), None, "{text}");
        }
    }
}
