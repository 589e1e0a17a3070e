//! Whose paper it is of which the draft tells: `the study` where it names "lead author Ida Pell", `the editorial` where
//! "in his editorial, Tom Reed wrote". None rather than a guess: where two could have written it, nobody is told.

use super::description::begins_definite;
use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::{Class, Classes};
use crate::english::passage::Passage;
use crate::english::sentence::Sentence;
use crate::english::token::Token;
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::subject;

/// Nouns for what somebody writes.
const PAPERS: Classes = Classes::all(&[Class::StudyNoun, Class::DocumentNoun]);

/// Verbs that say who made a paper.
const MAKES: &[WordId] = words![
    "led",
    "leads",
    "wrote",
    "written",
    "authored",
    "co-authored",
    "coauthored",
    "co-wrote",
    "co-written",
    "conducted",
    "directed",
    "oversaw",
    "headed",
    "designed",
    "carried"
];

/// Nouns for who made a paper, and those that are only so with a word before them: "lead researcher".
const AUTHORS: &[WordId] = words!["author", "co-author", "coauthor"];
const RESEARCHERS: &[WordId] = words!["researcher", "investigator", "scientist", "author"];
const LEADING: &[WordId] = words!["lead", "leading", "principal", "senior", "first", "study", "chief", "main"];

/// How those who made a study are told of again.
const MANY: &[WordId] = words!["researchers", "authors", "scientists", "investigators", "team"];

/// Whose paper is whose.
#[derive(Default)]
pub(super) struct Authors {
    /// By the paper's noun, who made it, in the order of the text.
    papers: Vec<(Paper, Span)>,
}

/// A paper by what it is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paper {
    /// A study, whichever of its nouns the draft uses.
    Study,
    Other(WordId),
}

impl Paper {
    fn of(token: &Token) -> Option<Self> {
        let is_paper = token.classes.any(PAPERS) && !token.is_capitalised();
        let paper = if token.is(Class::StudyNoun) { Self::Study } else { Self::Other(token.word) };
        is_paper.then_some(paper)
    }
}

impl Authors {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut all = Self::default();
        for signal in &text.signals {
            if let Value::Role { of: Some(named) } = signal.value {
                all.add_described(text.passage(signal.span), text, named);
            }
        }
        for record in &text.sentences {
            let signals = text.signals(record);
            let is_person = |signal: &&Signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other));
            let mut persons = signals.iter().filter(is_person).map(|name| name.span).peekable();
            if persons.peek().is_none() {
                continue;
            }
            let persons: Vec<Span> = persons.collect();
            if let Some(sentence) = text.sentence(record) {
                all.add_titled(text, &persons);
                all.add_made(&sentence, &persons);
            }
        }
        all.papers.sort_by_key(|(_, named)| *named);
        all
    }

    /// `Ida Pell, lead author of the study`
    fn add_described(&mut self, role: Passage<'_>, text: &AnnotatedText<'_>, named: Span) {
        let Some(head) = role.head() else { return };
        let of_paper = || {
            let behind = text.passage(Span::new(head.span.end, role.span().end));
            behind.tokens.iter().find_map(Paper::of)
        };
        if AUTHORS.contains(&head.word)
            && let Some(paper) = of_paper()
        {
            self.papers.push((paper, named));
        } else if RESEARCHERS.contains(&head.word) && role.has_word(LEADING) {
            self.papers.push((Paper::Study, named));
        }
    }

    /// `lead researcher Ida Pell`: the words of the title in the name, or right before it.
    fn add_titled(&mut self, text: &AnnotatedText<'_>, persons: &[Span]) {
        for person in persons {
            let before = text.before(person.start).last(2).tokens.iter().map(|token| token.word);
            let words: Vec<WordId> =
                before.chain(text.passage(*person).tokens.iter().map(|token| token.word)).collect();
            let is_pair =
                |pair: &[WordId]| matches!(pair, [one, other] if LEADING.contains(one) && RESEARCHERS.contains(other));
            if words.windows(2).any(is_pair) {
                self.papers.push((Paper::Study, *person));
            }
        }
    }

    /// `Pell's study`, `in her editorial, Pell wrote`, `a study led by Pell`, `Pell, who led the study`
    fn add_made(&mut self, sentence: &Sentence<'_>, persons: &[Span]) {
        let tree = &sentence.tree;
        let person_at = |at: usize| {
            let token = sentence.token(at)?;
            persons.iter().find(|person| person.contains(token.span)).copied()
        };
        let teller = || subject::own(tree, tree.root()?).find_map(person_at);
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Some(paper) = Paper::of(token) else { continue };
            let of_owner = |owner: usize| match person_at(owner) {
                Some(person) => Some(person),
                None => sentence.is(owner, Class::ThirdPossessive).then(teller).flatten(),
            };
            let owned = tree.children_as(at, Relation::Poss).find_map(of_owner);
            let by = |verb: usize| {
                let agents = subject::agents(tree, verb);
                sentence.is_any(verb, MAKES).then(|| agents.into_iter().find_map(person_at)).flatten()
            };
            let made = || tree.children_as(at, Relation::Acl).find_map(by);
            let maker = || {
                let verb = tree.head(at).filter(|_| tree.is(at, Relation::Dobj))?;
                let named = tree.head(verb).filter(|_| tree.is(verb, Relation::Relcl))?;
                sentence.is_any(verb, MAKES).then(|| person_at(named)).flatten()
            };
            self.papers.extend(owned.or_else(made).or_else(maker).map(|person| (paper, person)));
        }
    }

    /// Whose paper a definite description means, or whom `the researchers` does: the only one who made one that is
    /// called so. Whether it is the paper comes second.
    pub(super) fn likely(&self, text: &AnnotatedText<'_>, description: Span) -> Option<(Span, bool)> {
        let words = text.passage(description);
        let head = words.head().filter(|_| begins_definite(words))?;
        let is_named =
            words.from(1).tokens.iter().any(|token| token.span.start <= head.span.start && token.is_capitalised());
        if is_named {
            return None;
        }
        let has_number = || words.text().bytes().any(|byte| byte.is_ascii_digit());
        let is_paper = !MANY.contains(&head.word);
        let paper = if is_paper { Paper::of(head).filter(|_| !has_number())? } else { Paper::Study };
        let mut makers = self.papers.iter().filter(|(known, _)| *known == paper).map(|(_, named)| *named);
        let first = makers.next()?;
        let surname = |named: Span| text.passage(named).last_word().text();
        makers.all(|named| surname(named) == surname(first)).then_some((first, is_paper))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::text::document::Document;

    /// Who made what the words `description`, where they stand last in `text`, mean.
    fn likely(text: &str, description: &str) -> Option<String> {
        let (document, options) = (Document::from_text(text), Options::default());
        let from = text.rfind(description).unwrap_or_default();
        let text = AnnotatedText::of(&document, &options);
        let (found, _) = Authors::of(&text).likely(&text, Span::at(from, from + description.len()))?;
        Some(document.text(found).to_owned())
    }

    #[test]
    fn a_paper_is_whose_the_draft_says_it_is() {
        for (text, description, who) in [
            ("Lead author Ida Pell waited. The study found eels.", "The study", "Pell"),
            ("Ida Pell, who led the research, waited. The study found eels.", "The study", "Pell"),
            ("Ida Pell, lead author of the paper, waited. The analysis found eels.", "The analysis", "Pell"),
            ("In his editorial, Tom Reed wrote of eels. The editorial said more.", "The editorial", "Reed"),
            ("Tom Reed's report is late. The report says little.", "The report", "Reed"),
            ("A study led by Ida Pell is out. The researchers found eels.", "The researchers", "Pell"),
        ] {
            let found = likely(text, description).unwrap_or_default();
            assert!(found.ends_with(who), "{text}: {found}");
        }
    }

    #[test]
    fn nobody_is_told_where_two_could_have_written_it_or_none_did() {
        for (text, description) in [
            ("A study led by Ida Pell is out, and a study led by Tom Orr. The study found eels.", "The study"),
            ("Ida Pell, a researcher at Lund, waited. The study found eels.", "The study"),
            ("Lead author Ida Pell waited. The 2014 study found eels.", "The 2014 study"),
            ("Lead author Ida Pell waited. The Harwell study found eels.", "The Harwell study"),
            ("Tom Reed's report is late. The editorial says little.", "The editorial"),
        ] {
            assert_eq!(likely(text, description), None, "{text}");
        }
    }
}
