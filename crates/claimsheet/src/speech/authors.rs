//! Whose paper it is of which the draft tells: `the study` where it names "lead author Ida Pell", `the editorial` where
//! "in his editorial, Tom Reed wrote". None rather than a guess: where two could have written it, nobody is told.

use super::PAPERS;
use super::description::begins_definite;
use crate::annotated_text::AnnotatedText;
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::sentence::Sentence;
use crate::english::token::{Token, TokenKind};
use crate::signal::{NameKind, Signal, Value};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::{coordination, subject};

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

/// Who made the papers of which a text tells, in its order.
#[derive(Default)]
pub(super) struct Authors(Vec<Made>);

/// That somebody made a paper.
struct Made {
    /// What it is called; none by who only leads what was found: "lead researcher".
    noun: Option<WordId>,
    is_study: bool,
    by: Span,
}

impl Made {
    fn of(token: &Token, by: Span) -> Option<Self> {
        let is_paper = token.classes.any(PAPERS) && !token.is_capitalised();
        is_paper.then(|| Self { noun: Some(token.word), is_study: token.is(Class::StudyNoun), by })
    }

    const fn research(by: Span) -> Self {
        Self { noun: None, is_study: true, by }
    }
}

impl Authors {
    pub(super) fn of(text: &AnnotatedText<'_>) -> Self {
        let mut all = Vec::new();
        for signal in &text.signals {
            if let Value::Role { of: Some(named) } = signal.value {
                all.extend(described(text.passage(signal.span), named));
            }
        }
        for record in &text.sentences {
            let signals = text.signals(record);
            let is_person = |signal: &&Signal| matches!(signal.value, Value::Name(NameKind::Person | NameKind::Other));
            let persons: Vec<Span> = signals.iter().filter(is_person).map(|name| name.span).collect();
            let is_body =
                |signal: &&Signal| matches!(signal.value, Value::Name(NameKind::Organisation | NameKind::Acronym));
            let bodies: Vec<Span> = signals.iter().filter(is_body).map(|name| name.span).collect();
            let names = || !persons.is_empty() || !bodies.is_empty();
            if let Some(sentence) = text.sentence(record).filter(|_| names()) {
                all.extend(persons.iter().filter(|person| is_titled(text, **person)).map(|by| Made::research(*by)));
                all.extend(made(&sentence, &persons));
                all.extend(of_bodies(&sentence, &[persons, bodies].concat()));
            }
        }
        all.sort_by_key(|made| made.by);
        Self(all)
    }

    /// Whose paper a definite description means, or whom `the researchers` does: the only one who made one that is
    /// called so or, where none is, a study. Whether it is the paper comes second.
    pub(super) fn likely(&self, text: &AnnotatedText<'_>, description: Span) -> Option<(Span, bool)> {
        let words = text.passage(description);
        let head = words.head().filter(|_| begins_definite(words))?;
        let before = words.from(1).tokens.iter().take_while(|token| token.span.start <= head.span.start);
        let is_another = |token: &Token| token.is_capitalised() || token.kind == TokenKind::Number;
        let is_paper = !MANY.contains(&head.word);
        if is_paper && !head.classes.any(PAPERS) || before.clone().any(is_another) {
            return None;
        }
        let is_called = |made: &&Made| made.noun == Some(head.word);
        let is_study = |made: &&Made| made.is_study && (!is_paper || head.is(Class::StudyNoun));
        let by = |made: &Made| made.by;
        // Of the one told of before, and not of what is told of behind.
        let is_before = |made: &Made| made.by.end <= description.start;
        let is_later = !self.0.iter().any(|made| is_called(&made) && is_before(made));
        if is_paper && is_later && self.0.iter().any(|made| made.noun.is_some() && is_study(&made) && is_before(made)) {
            return only_one(text, self.0.iter().filter(is_study).map(by)).map(|only| (only, is_paper));
        }
        let only = if self.0.iter().any(|made| is_called(&made)) {
            only_one(text, self.0.iter().filter(is_called).map(by))
        } else {
            only_one(text, self.0.iter().filter(is_study).map(by))
        };
        Some((only?, is_paper))
    }
}

/// The first of some names, where all have one surname.
fn only_one(text: &AnnotatedText<'_>, mut names: impl Iterator<Item = Span>) -> Option<Span> {
    let first = names.next()?;
    let surname = |named: Span| text.passage(named).last_word().text();
    names.all(|named| surname(named) == surname(first)).then_some(first)
}

/// `Ida Pell, lead author of the study`
fn described(role: Passage<'_>, named: Span) -> Option<Made> {
    let head = role.head()?;
    let is_author = AUTHORS.contains(&head.word);
    let of_paper =
        || role.tokens.iter().filter(|token| token.span != head.span).find_map(|token| Made::of(token, named));
    let leads = RESEARCHERS.contains(&head.word) && role.has_word(LEADING);
    is_author.then(of_paper).flatten().or_else(|| leads.then_some(Made::research(named)))
}

/// `lead researcher Ida Pell`: the words of the title in the name, or right before it.
fn is_titled(text: &AnnotatedText<'_>, person: Span) -> bool {
    let before = text.before(person.start).last(2).tokens.iter().map(|token| token.word);
    let words: Vec<WordId> = before.chain(text.passage(person).tokens.iter().map(|token| token.word)).collect();
    words.windows(2).any(|pair| matches!(pair, [one, other] if LEADING.contains(one) && RESEARCHERS.contains(other)))
}

/// `Pell's study`, `in her editorial, Pell wrote`, `a study by Pell and Orr`, `one led by Pell`, `Pell, who led the
/// study`, `the study's author, Ida Pell`
fn made(sentence: &Sentence<'_>, persons: &[Span]) -> Vec<Made> {
    let tree = &sentence.tree;
    let person_at = |at: usize| {
        let token = sentence.token(at)?;
        persons.iter().find(|person| person.contains(token.span)).copied()
    };
    let with_others = |at: usize| coordination::conjuncts(tree, at).into_iter().filter_map(person_at);
    let teller = || subject::own(tree, tree.root()?).find_map(person_at);
    let mut all = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate().filter(|(_, token)| token.classes.any(PAPERS)) {
        let makes = |verb: usize| sentence.is_any(verb, MAKES);
        let owners = tree.children_as(at, Relation::Poss).filter_map(|owner| {
            let behind = || sentence.is(owner, Class::ThirdPossessive).then(teller).flatten();
            person_at(owner).or_else(behind)
        });
        let by = tree.children_as(at, Relation::Prep).filter(|prep| sentence.is_word(*prep, word!("by")));
        let by = by.flat_map(|prep| tree.children_as(prep, Relation::Pobj)).flat_map(with_others);
        let agents = tree.children_as(at, Relation::Acl).filter(|verb| makes(*verb));
        let agents = agents.flat_map(|verb| subject::agents(tree, verb)).flat_map(with_others);
        let verb = tree.head(at).filter(|verb| tree.is(at, Relation::Dobj) && makes(*verb));
        let leader = verb.filter(|verb| tree.is(*verb, Relation::Relcl)).and_then(|verb| person_at(tree.head(verb)?));
        // "the report's author, Tom Reed"
        let author = tree.head(at).filter(|author| tree.is(at, Relation::Poss) && sentence.is_any(*author, AUTHORS));
        let author =
            author.into_iter().flat_map(|author| tree.children_as(author, Relation::Appos)).filter_map(person_at);
        all.extend(
            owners.chain(by).chain(agents).chain(leader).chain(author).filter_map(|person| Made::of(token, person)),
        );
    }
    all
}

/// `a Harwell survey`, `the trust's report`: whose paper it is by the name before its noun.
fn of_bodies(sentence: &Sentence<'_>, names: &[Span]) -> Vec<Made> {
    let tree = &sentence.tree;
    let papers = sentence.tokens.iter().enumerate().filter(|(_, token)| token.classes.any(PAPERS));
    let owned = papers.flat_map(|(at, token)| {
        let owners = tree.children_as(at, Relation::Compound).chain(tree.children_as(at, Relation::Poss));
        owners.filter_map(move |owner| {
            let place = sentence.token(owner)?.span;
            Made::of(token, names.iter().find(|name| name.contains(place)).copied()?)
        })
    });
    owned.collect()
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
            (
                "Eels are gone, according to a recent Harwell Trust survey. The survey found eels.",
                "The survey",
                "Trust",
            ),
            ("The report's author, Tom Reed, left. The report says little.", "The report", "Reed"),
            (
                "Ann Dahl is a co-author of the review. Tom Reed's study is late. The review is out.",
                "The review",
                "Dahl",
            ),
        ] {
            let found = likely(text, description).unwrap_or_default();
            assert!(found.ends_with(who), "{text}: {found}");
        }
    }

    #[test]
    fn nobody_is_told_where_two_could_have_written_it_or_none_did() {
        for (text, description) in [
            ("A study led by Ida Pell is out, and a study led by Tom Orr. The study found eels.", "The study"),
            ("The paper by Ida Pell and Tom Orr is out. The paper found eels.", "The paper"),
            ("Ida Pell, a researcher at Lund, waited. The study found eels.", "The study"),
            ("Lead author Ida Pell waited. The 2014 study found eels.", "The 2014 study"),
            ("Lead author Ida Pell waited. The Harwell study found eels.", "The Harwell study"),
            ("Tom Reed's report is late. The editorial says little.", "The editorial"),
            ("The Harwell Trust survey is out. The study found eels. A study by Tom Orr is late.", "The study"),
        ] {
            assert_eq!(likely(text, description), None, "{text}");
        }
    }
}
