//! A passage under decision, and what its conditions ask of it.

use super::decision::VIEWS;
use super::genre::Genre;
use crate::detect::noun_phrase::is_determiner;
use crate::english::lexicon::Class;
use crate::english::phrase_lists::decision::{ANYBODY, DEEDS, MINDS, OF_AUTHOR};
use crate::english::sentence::Sentence;
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind, Value};
use crate::speech::Speakers;
use crate::text::phrase::Phrase;
use crate::text::span::Span;
use crate::text::value::{Form, Precision};
use crate::text::word_id::WordId;
use SignalKind::{
    Attribution, Date, Event, Exhortation, FirstPerson, Hedge, Name, Negation, Plan, Quantity, Question, Quotation,
    Superlative,
};
use claimsheet_grammar::view::verb_group::{self, Tense};
use claimsheet_grammar::view::{object, subject};
use claimsheet_grammar::{Relation, Tag};

/// A passage under decision.
pub(crate) struct Case<'a> {
    pub(crate) passage: &'a SentenceGroup<'a>,
    pub(crate) genre: Genre,
    pub(crate) speakers: &'a Speakers<'a>,
}

impl Case<'_> {
    pub(super) fn has(&self, kind: SignalKind) -> bool {
        self.passage.has(kind)
    }

    pub(super) fn any(&self, kinds: &[SignalKind]) -> bool {
        self.passage.any(kinds)
    }

    /// Whether several people speak in the article by their labels.
    pub(super) fn is_transcript(&self) -> bool {
        !self.passage.text.document.speech.is_empty()
    }

    pub(super) fn attributions(&self) -> impl Iterator<Item = crate::signal::Attribution> {
        self.passage.signals_of(Attribution).filter_map(Signal::attribution)
    }

    /// Whether it tells what can be looked up, whoever says it. That some `they` or `you` want or believe something
    /// cannot.
    pub(super) fn is_hard(&self) -> bool {
        let is = |span: Span, words: &[Phrase]| self.passage.text.passage(span).is_word(words);
        self.any(&[Event, Quantity, Date, Quotation])
            || self.attributions().any(|said| !is(said.speaker, ANYBODY) || !is(said.cue, MINDS))
    }

    /// Whether something ties it to one thing that others can look up. An amount without a number does not (`most
    /// of the pilots`).
    pub(super) fn is_anchored(&self) -> bool {
        self.any(&[Date, Quotation, Name, Superlative]) || !self.passage.sum.forms.only(&[Form::Vague])
    }

    /// `Perhaps the lock leaks`, `If the lock leaks …`
    pub(super) fn supposes(&self) -> bool {
        self.passage.signals_of(Hedge).any(|hedge| hedge.span.start <= self.passage.span.start + AT_START)
    }

    /// Whether a headline teases: a view's does, another's where it names nobody, a report's never.
    pub(super) fn teases_by_title(&self) -> bool {
        const PARTIES: &[NameKind] = &[NameKind::Person, NameKind::Organisation, NameKind::Place];
        match self.genre {
            Genre::Report => false,
            Genre::Views => true,
            Genre::Other => !self.passage.sum.names.any(PARTIES),
        }
    }

    /// `the trust's answer is that …`, `her promise was that …`
    pub(super) fn gives_position(&self) -> bool {
        let behind = |cue: Span| self.passage.text.passage(Span::new(cue.end, self.passage.span.end));
        self.attributions()
            .map(|said| behind(said.cue))
            .any(|behind| behind.opens_with(phrases!["is that"]) || behind.opens_with(phrases!["was that"]))
    }

    pub(super) fn has_figure(&self) -> bool {
        const FIGURES: &[Form] = &[Form::Money, Form::Percent, Form::Points, Form::Score, Form::Age];
        let is_large = |signal: &Signal| {
            matches!(&signal.value, Value::Quantity(quantity)
                if matches!(quantity.form, Form::Count | Form::Measure) && quantity.amount >= 10.0)
        };
        self.passage.sum.forms.any(FIGURES) || self.passage.signals_of(Quantity).any(is_large)
    }

    /// Its first sentence with the token that heads the main clause.
    pub(super) fn main_clause(&self) -> Option<(Sentence<'_>, usize)> {
        let sentence = self.passage.text.sentence(self.passage.records().first()?)?;
        sentence.tree.root().map(|root| (sentence, root))
    }

    /// Whether one of `words` is the subject of its main clause.
    pub(super) fn main_subject_is(&self, words: &[WordId]) -> bool {
        self.main_clause().is_some_and(|(sentence, root)| {
            subject::of(&sentence.tree, root).into_iter().any(|who| sentence.is_any(who, words))
        })
    }

    /// `She is small`, `He left`: what somebody is or did, not what one sees them do (`She holds the glass`).
    pub(super) fn tells_of_somebody(&self) -> bool {
        let is_scene = |(sentence, root): (Sentence<'_>, usize)| {
            let is_present = verb_group::of(&sentence.tree, root).is_some_and(|group| group.tense == Tense::Present);
            is_present && !sentence.is_any(root, words!["is", "has"])
        };
        self.main_subject_is(words!["he", "she"]) && !self.main_clause().is_some_and(is_scene)
    }

    /// `There was a leaf in it`: that something was there.
    pub(super) fn tells_what_there_was(&self) -> bool {
        self.main_clause().is_some_and(|(sentence, root)| {
            let is_there = sentence.tree.children(root).any(|at| sentence.tree.tag(at) == Some(Tag::Ex));
            is_there && sentence.is_any(root, words!["was", "were"])
        })
    }

    /// `the invasion of Ukraine`, `its attack on the Red Cross`: a deed by its noun, done to somebody or something with a
    /// name, whatever is wished or thought of it.
    pub(super) fn names_deed(&self) -> bool {
        let is_named = |span: Span| self.passage.signals_of(Name).any(|name| name.span.contains(span));
        let tells = |sentence: Sentence<'_>| {
            let tree = &sentence.tree;
            let befell = |deed: usize| {
                let joints = tree.children_as(deed, Relation::Prep);
                let joints = joints.filter(|at| sentence.is_any(*at, words!["of", "on", "against", "in"]));
                joints
                    .flat_map(|at| tree.children_as(at, Relation::Pobj))
                    .any(|at| is_named(sentence.span_of(at, at + 1)))
            };
            let is_deed = |at: usize| self.passage.text.passage(sentence.span_of(at, at + 1)).is(DEEDS);
            let is_one = |at: usize| {
                tree.children(at).any(|child| is_determiner(&sentence, child) || tree.is(child, Relation::Poss))
            };
            (0..sentence.tokens.len()).any(|at| is_deed(at) && is_one(at) && befell(at))
        };
        let sentences = || self.passage.records().iter().filter_map(|record| self.passage.text.sentence(record));
        self.has(Name) && !self.has(Question) && sentences().any(tells)
    }

    /// `It would take six votes to override him`: how many of what are needed for something, whoever needs them.
    pub(super) fn tells_what_it_takes(&self) -> bool {
        let needs = words!["take", "takes", "took", "need", "needs", "needed", "require", "requires", "required"];
        let counts = |noun: Span| {
            // "It takes two": of what is counted.
            self.passage.signals_of(Quantity).any(|count| count.span.contains(noun) && count.span.len() > noun.len())
        };
        let tells = |sentence: Sentence<'_>| {
            let is_need = |verb: &usize| {
                let tree = &sentence.tree;
                sentence.is_any(*verb, needs)
                    && subject::own(tree, *verb).any(|who| sentence.is_word(who, word!("it")))
                    && object::objects(tree, *verb).into_iter().any(|at| counts(sentence.span_of(at, at + 1)))
                    && (*verb..sentence.tokens.len()).any(|at| tree.tag(at) == Some(Tag::To))
            };
            (0..sentence.tokens.len()).any(|verb| is_need(&verb))
        };
        self.has(Quantity)
            && !self.has(Question)
            && self.passage.records().iter().filter_map(|record| self.passage.text.sentence(record)).any(tells)
    }

    /// `No one was hurt`, `nobody was arrested`: a toll of none, which is a figure in words.
    pub(super) fn spares_all(&self) -> bool {
        let phrase = |span: Span| self.passage.text.passage(span);
        let is_nobody = |negation: &&Signal| {
            let words = phrase(negation.span);
            words.is_word(words!["nobody", "none"]) || words.is(phrases!["no one"])
        };
        let befalls = |nobody: &Signal, event: &Signal| {
            let between = phrase(Span::new(nobody.span.end, event.span.start));
            let is_perfect = || {
                matches!(between.tokens, [has, been]
                if words!["has", "have", "had"].contains(&has.word) && been.word == word!("been"))
            };
            event.span.start > nobody.span.end && (between.is_word(words!["was", "were"]) || is_perfect())
        };
        let mut nobodies = self.passage.signals_of(Negation).filter(is_nobody);
        nobodies.any(|nobody| self.passage.signals_of(Event).any(|event| befalls(nobody, event)))
    }

    /// `will open on Friday`: a plan with its day, and no view of the author's.
    pub(super) fn is_scheduled(&self) -> bool {
        self.has(Plan)
            && self.passage.sum.precisions.any(&[Precision::Day, Precision::Time])
            && !self.any(VIEWS)
            && !self.any(&[Question, Exhortation])
    }

    /// `I walked`, `We know`: not a `we` or `our` within a sentence about something else, by which an author means
    /// everybody (`it knows our tastes`).
    pub(super) fn is_of_author(&self) -> bool {
        self.passage.signals_of(FirstPerson).any(|signal| {
            let words = self.passage.text.passage(signal.span);
            words.has_capital() || !words.has_word((Class::FirstPlural, OF_AUTHOR))
        })
    }
}

/// Bytes from the start of a sentence within which a word stands at its start.
const AT_START: u32 = 5;
