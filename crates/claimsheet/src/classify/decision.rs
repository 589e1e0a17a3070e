//! Claim or set aside: an ordered table of rules, of which the first that holds decides.
//!
//! 1. `ASIDE`: what is no sentence of the article is set aside.
//! 2. `INSIST` and the patterns of the house: what an editor would insist on is a claim, whatever its score.
//! 3. `THRESHOLDS`: any other is a claim from a score on that the first row gives that holds.
//! 4. `REASONS`: the rest is set aside for the first reason that holds.

use super::case::Case;
use super::genre::Genre;
use super::{Score, boilerplate, thresholds};
use crate::claim::{Reason, ReasonKind, SetAsideReason};
use crate::options::{HousePattern, Options};
use crate::sentence_group::SentenceGroup;
use crate::signal::{NameKind, Signal, SignalKind};
use crate::text::document::BlockKind;
use crate::text::span::Span;
use SignalKind::{
    Allegation, Attribution, Business, Causation, Comparison, Date, Event, Exhortation, FirstPerson, Forecast,
    Government, Hedge, Name, Negation, Opinion, Plan, Quantity, Question, Quotation, Role, Superlative, Transition,
    Universal,
};
use std::fmt::Write as _;

/// What was decided.
#[derive(Debug)]
pub(crate) struct Decision {
    /// Why it is set aside; none for a claim.
    pub(crate) aside: Option<SetAsideReason>,
    /// The rules and house patterns that insist on a claim.
    pub(crate) insisting: Vec<Reason>,
    /// What the score had to reach; none where it was not asked.
    pub(crate) threshold: Option<Threshold>,
}

/// What a sentence must score to be a claim, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Threshold {
    /// The least score, 0 to 1.
    pub from: f64,
    /// What sort of sentence it is for; empty for any.
    pub why: &'static str,
}

/// A row of a table: what follows where the condition holds.
type Row<T> = (T, fn(&Case<'_>) -> bool);

/// What is no sentence of the article, before all else; then comes [`boilerplate`]. The head of a table names what
/// its cells tell, and tells nothing. A footnote is what the draft offers for its claims, which stand in the text.
const ASIDE: &[Row<SetAsideReason>] = &[
    (SetAsideReason::Frame, |case| case.speakers.is_frame(case.passage)),
    (SetAsideReason::HeadOfTable, |case| matches!(case.passage.block.kind, BlockKind::Cell { row: 0, .. })),
    (SetAsideReason::Footnote, |case| case.passage.block.kind == BlockKind::Footnote),
    (SetAsideReason::Reference, |case| case.passage.block.kind == BlockKind::Reference),
];

/// The rules by which a passage is a claim whatever its score.
const INSIST: &[Row<&str>] = &[
    ("an allegation against a named party is never set aside", |case| {
        case.has(Allegation) && !case.passage.sum.names.only(&[NameKind::Group]) && !case.any(&[Question, Exhortation])
    }),
    ("a quotation with a speaker is never set aside", |case| case.has(Quotation) && case.has(Attribution)),
    ("what somebody is said to hold is never set aside", |case| case.gives_position()),
    ("a quotation of some length is never set aside", |case| case.passage.sum.longest_quotation >= LONG_QUOTATION),
    ("a figure is never set aside", |case| case.has_figure()),
    ("a deed that is named with whom it befell is never set aside", |case| case.names_deed()),
    ("how many it takes is never set aside", |case| case.tells_what_it_takes()),
    ("that it happened to nobody is never set aside", |case| case.spares_all()),
    ("what is on a calendar with its day is never set aside", |case| case.is_scheduled()),
    ("what somebody is said to say is never set aside", |case| case.speakers.is_told(case.passage)),
];

/// Fewest words of a quotation that is somebody's sentence and not a borrowed phrase. Of the sentences with such a
/// one in the training articles, 98 in 100 were labelled as claims.
const LONG_QUOTATION: usize = 4;

/// The least scores of sorts of sentences of which few in the training articles held anything to verify, or most
/// did; any other must reach that of the model.
const THRESHOLDS: &[Row<Threshold>] = &[
    // Six in seven were labelled as nothing to verify.
    (Threshold { from: 0.8, why: "a call to act or a transition, with nothing hard in it" }, |case| {
        case.any(&[Exhortation, Transition]) && !case.is_hard()
    }),
    // Five in six.
    (Threshold { from: 0.6, why: "a guess or a supposed case, with nothing hard in it" }, |case| {
        case.supposes() && !case.is_anchored() && !case.has(Attribution)
    }),
    // All of fifty.
    (Threshold { from: 0.5, why: "a question, with nothing hard in it" }, |case| case.has(Question) && !case.is_hard()),
    // Headlines of views, and those of what is no report that name nobody: they tease more than they tell.
    (Threshold { from: 0.7, why: "a headline that teases and tells no act" }, |case| {
        case.passage.block.kind == BlockKind::Title && case.teases_by_title() && !case.is_hard() && !case.any(ACTS)
    }),
    // Four in five of those whose subject is "I".
    (Threshold { from: 0.7, why: "what the author does or thinks, with no name, figure or date in it" }, |case| {
        case.has(FirstPerson) && !case.is_anchored() && case.main_subject_is(words!["i"])
    }),
    // Two in three.
    (Threshold { from: 0.5, why: "what authors say of themselves, with no name, figure or date in it" }, |case| {
        case.has(FirstPerson) && !case.is_anchored()
    }),
    // Nothing to verify in 3 of 92.
    (Threshold { from: 0.1, why: "it tells of him or her, or of what there was" }, |case| {
        (case.tells_of_somebody() || case.tells_what_there_was()) && !case.any(VIEWS)
    }),
    // In two of ten.
    (Threshold { from: 0.2, why: "it says that neither is so" }, |case| {
        let denies = |word: &Signal| case.passage.text.passage(word.span).is_word(words!["neither", "nor"]);
        case.passage.signals_of(Negation).any(denies) && !case.any(VIEWS)
    }),
    // Three in four.
    (Threshold { from: 0.45, why: "a view, with nothing in it to look up" }, |case| case.any(VIEWS) && !case.any(HELD)),
    // Four in five.
    (Threshold { from: 0.41, why: "nothing in it to look up" }, |case| case.passage.sum.kinds.only(SOFT)),
    // Of the sentences of reports in the training articles nine in ten were labelled as claims.
    (Threshold { from: 0.2, why: "in a report, where most sentences tell what others said" }, |case| {
        case.genre == Genre::Report && !case.passage.block.kind.is_heading()
    }),
    // Four in five.
    (Threshold { from: 0.2, why: "what is planned, or what a bill provides" }, |case| {
        case.has(Plan) && case.has(Event) && !case.any(VIEWS)
    }),
    // Four in five, and nine in ten.
    (Threshold { from: 0.25, why: "it ranks something, or says who somebody is" }, |case| {
        (case.has(Superlative) || case.has(Role) && case.has(Name)) && !case.any(VIEWS)
    }),
    // There is a day on which to look it up.
    (Threshold { from: 0.25, why: "it says what happened and when" }, |case| {
        case.has(Event) && case.has(Date) && !case.any(VIEWS)
    }),
];

/// Why nothing is to be checked.
const REASONS: &[Row<SetAsideReason>] = &[
    (SetAsideReason::Heading, |case| case.passage.block.kind.is_heading()),
    (SetAsideReason::Question, |case| case.has(Question)),
    (SetAsideReason::Transition, |case| case.has(Transition)),
    (SetAsideReason::CallToAct, |case| case.has(Exhortation)),
    (SetAsideReason::SpeakersForecast, |case| case.has(Forecast) && case.is_transcript()),
    (SetAsideReason::AuthorsForecast, |case| case.has(Forecast)),
    (SetAsideReason::Opinion, |case| case.has(Opinion)),
    (SetAsideReason::Speculation, |case| case.has(Hedge)),
    (SetAsideReason::AboutSpeaker, |case| case.is_of_author() && case.is_transcript()),
    (SetAsideReason::AboutAuthor, |case| case.is_of_author()),
];

/// Signals of acts on record.
const ACTS: &[SignalKind] = &[Government, Business, Allegation, Superlative];

/// Signals that hold a sentence to something in the world, weaker ones included.
const HELD: &[SignalKind] =
    &[Quantity, Date, Quotation, Attribution, Name, Role, Comparison, Causation, Government, Allegation, Event];

/// Signals of the author's own view.
pub(super) const VIEWS: &[SignalKind] = &[Opinion, FirstPerson, Hedge, Forecast];

/// Signals that give nothing to look up.
const SOFT: &[SignalKind] =
    &[Universal, Negation, Opinion, Exhortation, Question, FirstPerson, Hedge, Forecast, Transition];

/// A house pattern that matched, with the place.
pub(crate) struct House<'a> {
    pub(crate) pattern: &'a HousePattern,
    pub(crate) span: Span,
}

/// The first match of each house pattern in a passage.
pub(crate) fn house_patterns<'a>(passage: &SentenceGroup<'_>, options: &'a Options) -> Vec<House<'a>> {
    let at = |pattern: &'a HousePattern| {
        let found = pattern.pattern.find(passage.written()).filter(|found| !found.is_empty())?;
        let start = passage.span.start as usize;
        Some(House { pattern, span: Span::at(start + found.start(), start + found.end()) })
    };
    options.patterns.iter().filter_map(at).collect()
}

/// Decides on a passage. A cell of a table has no sentence that a score could be of, nor have marks without a word.
pub(crate) fn decide(case: &Case<'_>, score: &Score, house: &[House<'_>]) -> Decision {
    let passage = case.passage;
    let aside = first(ASIDE, case).or_else(|| boilerplate::of(passage));
    if aside.is_some() {
        return Decision { aside, insisting: Vec::new(), threshold: None };
    }
    let patterns = house.iter().map(|house| insists(ReasonKind::HousePattern, &house.pattern.name));
    let rules = insisting(case).map(|rule| insists(ReasonKind::Rule, rule));
    let insisting: Vec<Reason> = patterns.chain(rules).collect();
    if !insisting.is_empty() {
        return Decision { aside: None, insisting, threshold: None };
    }
    let threshold = threshold(case);
    let has_words = passage.written().chars().any(char::is_alphanumeric);
    let is_sentence = has_words && !matches!(passage.block.kind, BlockKind::Cell { .. });
    let is_enough = is_sentence && score.factual >= threshold.from;
    let aside = (!is_enough).then(|| first(REASONS, case).unwrap_or(SetAsideReason::NoDetail));
    Decision { aside, insisting, threshold: Some(threshold) }
}

/// The rules that insist on a claim.
pub(crate) fn insisting(case: &Case<'_>) -> impl Iterator<Item = &'static str> {
    INSIST.iter().filter(|(_, holds)| holds(case)).map(|(rule, _)| *rule)
}

/// What the passage must score, where no rule insists.
pub(crate) fn threshold(case: &Case<'_>) -> Threshold {
    first(THRESHOLDS, case).unwrap_or(Threshold { from: thresholds().factual, why: "" })
}

/// What follows from the first row that holds.
fn first<T: Copy>(rows: &[Row<T>], case: &Case<'_>) -> Option<T> {
    rows.iter().find(|(_, holds)| holds(case)).map(|(then, _)| *then)
}

fn insists(kind: ReasonKind, text: &str) -> Reason {
    Reason { kind, text: text.to_owned(), weight: 0.0 }
}

/// The tables in words, in their order.
pub fn page() -> String {
    let names = |reasons: &[SetAsideReason]| reasons.iter().map(|reason| reason.name().to_owned()).collect();
    let before: Vec<SetAsideReason> =
        ASIDE.iter().map(|(reason, _)| *reason).chain(boilerplate::RULES.iter().map(|(reason, _)| *reason)).collect();
    let insisting = INSIST.iter().map(|(rule, _)| (*rule).to_owned());
    let thresholds_by_why = THRESHOLDS.iter().map(|(threshold, _)| format!("{:.2}: {}", threshold.from, threshold.why));
    let any = format!("{:.2}: any other", thresholds().factual);
    let after: Vec<SetAsideReason> =
        REASONS.iter().map(|(reason, _)| *reason).chain([SetAsideReason::NoDetail]).collect();
    let parts: [(&str, Vec<String>); 4] = [
        ("Set aside, whatever its score", names(&before)),
        (
            "A claim, whatever its score",
            std::iter::once("what a pattern of the house matches".to_owned()).chain(insisting).collect(),
        ),
        (
            "A claim from a score on; a cell of a table never is, without a rule above",
            thresholds_by_why.chain([any]).collect(),
        ),
        ("Else set aside, for the first of these reasons", names(&after)),
    ];
    let mut page =
        String::from("# decision\n\nWhat is decided on each sentence, in this order; the first that holds decides.\n");
    for (heading, items) in parts {
        let _ = writeln!(page, "\n{heading}:\n\n- {}", items.join("\n- "));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_every_reason_and_rule() {
        let page = page();
        for reason in SetAsideReason::ALL {
            assert!(page.contains(&format!("\n- {reason}\n")), "{reason}");
        }
        assert!(INSIST.iter().all(|(rule, _)| page.contains(rule)));
        assert!(THRESHOLDS.iter().all(|(threshold, _)| page.contains(threshold.why)));
    }
}
