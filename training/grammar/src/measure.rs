//! How far the model agrees with the teacher.

use std::time::Instant;

use claimsheet_grammar::{Annotator, Entity, Model, Relation};

use crate::corpus::Sentence;

/// A share: right ones among all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    /// Right ones.
    pub right: usize,
    /// All.
    pub all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// Right ones per one.
    pub fn value(self) -> f64 {
        self.right as f64 / self.all.max(1) as f64
    }
}

/// Found and given, and both.
#[derive(Debug, Clone, Copy, Default)]
pub struct Overlap {
    both: usize,
    found: usize,
    given: usize,
}

impl Overlap {
    /// The share of those found that are given.
    pub fn precision(self) -> f64 {
        self.both as f64 / self.found.max(1) as f64
    }

    /// The share of those given that are found.
    pub fn recall(self) -> f64 {
        self.both as f64 / self.given.max(1) as f64
    }

    /// The harmonic mean of both.
    pub fn f(self) -> f64 {
        2.0 * self.both as f64 / (self.found + self.given).max(1) as f64
    }
}

/// Figures of a model on sentences.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    /// Tags.
    pub tags: Share,
    /// Heads.
    pub heads: Share,
    /// Heads without those of marks.
    pub word_heads: Share,
    /// Heads and relations.
    pub labelled: Share,
    /// Nominal subjects with their verb.
    pub subjects: Overlap,
    /// Entities with extent and type.
    pub entities: Overlap,
}

/// Compares on sentences; on tokens of ours that are no tokens of the teacher's only if `all`.
pub fn figures(model: &Model, sentences: &[Sentence], all: bool) -> Figures {
    let mut annotator = Annotator::new(model);
    let mut figures = Figures::default();
    for sentence in sentences {
        let tree = annotator.annotate(sentence.forms.iter().map(String::as_str));
        for at in 0..sentence.len() {
            if !all && !sentence.agrees[at] {
                continue;
            }
            let head = tree.heads[at] == sentence.heads[at];
            figures.tags.count(tree.tags[at] == sentence.tags[at]);
            figures.heads.count(head);
            if sentence.relations[at] != Relation::Punct {
                figures.word_heads.count(head);
            }
            figures.labelled.count(head && tree.relations[at] == sentence.relations[at]);
            let is_subject = |relation| matches!(relation, Relation::Nsubj | Relation::Nsubjpass);
            let found = is_subject(tree.relations[at]);
            let given = is_subject(sentence.relations[at]);
            figures.subjects.found += usize::from(found);
            figures.subjects.given += usize::from(given);
            figures.subjects.both += usize::from(found && given && head);
        }
        let found = entities(tree.entities.iter().copied());
        let given = entities(sentence.labels.iter().map(|label| Entity::of_index(usize::from(*label))));
        figures.entities.found += found.len();
        figures.entities.given += given.len();
        figures.entities.both += found.iter().filter(|entity| given.contains(entity)).count();
    }
    figures
}

/// First token, end and type of each entity.
fn entities(labels: impl Iterator<Item = Option<Entity>>) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, entity) in labels.enumerate() {
        let Some(entity) = entity else { continue };
        match found.last_mut() {
            Some(last) if !entity.begins && last.1 == at && last.2 == entity.kind.index() => last.1 = at + 1,
            _ => found.push((at, at + 1, entity.kind.index())),
        }
    }
    found
}

/// Megabytes of text a second: the best of a few runs.
pub fn speed(model: &Model, sentences: &[Sentence]) -> f64 {
    let mut annotator = Annotator::new(model);
    let bytes: usize = sentences.iter().flat_map(|sentence| &sentence.forms).map(|form| form.len() + 1).sum();
    let forms: Vec<Vec<&str>> =
        sentences.iter().map(|sentence| sentence.forms.iter().map(String::as_str).collect()).collect();
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        for forms in &forms {
            std::hint::black_box(annotator.annotate(forms.iter().copied()));
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    bytes as f64 / best / 1e6
}
