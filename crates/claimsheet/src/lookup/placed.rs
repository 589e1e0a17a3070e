//! A claim with its words in the article.

use crate::annotated_text::{AnnotatedText, SentenceRecord};
use crate::claim::{ByteRange, Claim, FactRole};
use crate::english::passage::Passage;
use crate::english::sentence::Sentence;
use crate::text::document::{Document, InverseMap};
use crate::text::span::SourceSpan;

/// A claim, and where it and its facts stand in the prose.
pub(super) struct PlacedClaim<'a> {
    pub(super) claim: &'a Claim,
    pub(super) article: &'a AnnotatedText<'a>,
    pub(super) words: Passage<'a>,
    pub(super) facts: Vec<PlacedFact<'a>>,
}

/// A fact of a claim.
#[derive(Clone, Copy)]
pub(super) struct PlacedFact<'a> {
    pub(super) role: FactRole,
    pub(super) words: Passage<'a>,
}

impl<'a> PlacedClaim<'a> {
    /// The claims of an article, in their order.
    pub(super) fn all(document: &'a Document, article: &'a AnnotatedText<'a>, claims: &'a [Claim]) -> Vec<Self> {
        let inverse = InverseMap::of(&document.map);
        let passage = |span: ByteRange| {
            let span = inverse.to_prose(SourceSpan::new(span.start, span.end));
            article.passage(span)
        };
        let placed = |claim: &'a Claim| {
            let facts = claim.facts.iter().map(|fact| PlacedFact { role: fact.role, words: passage(fact.span) });
            Self { claim, article, words: passage(claim.span), facts: facts.collect() }
        };
        claims.iter().map(placed).collect()
    }

    /// Its sentences.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Sentence<'a>> + use<'a> {
        let article = self.article;
        self.records().filter_map(|record| article.sentence(record))
    }

    /// Where its sentences stand in the article.
    pub(super) fn records(&self) -> impl Iterator<Item = &'a SentenceRecord> + use<'a> {
        let span = self.words.span();
        let from = self.article.sentences.partition_point(|record| record.span.end <= span.start);
        self.article.sentences.iter().skip(from).take_while(move |record| record.span.start < span.end)
    }

    /// The facts that are ticked, in the order of the text.
    pub(super) fn ticked(&self) -> impl Iterator<Item = PlacedFact<'a>> {
        let facts = self.claim.facts.iter().zip(&self.facts);
        facts.filter(|(fact, _)| fact.tick).map(|(_, placed)| *placed)
    }

    /// The facts of a role, in the order of the text.
    pub(super) fn facts_of(&self, role: FactRole) -> impl Iterator<Item = PlacedFact<'a>> {
        self.facts.iter().copied().filter(move |fact| fact.role == role)
    }
}
