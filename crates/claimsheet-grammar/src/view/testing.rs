//! Sentences for tests, read by the built-in model.

use crate::annotator::Annotator;
use crate::model::Model;
use crate::tree::Tree;

/// A sentence that was read.
pub(crate) struct Read {
    forms: Vec<&'static str>,
    annotator: Annotator<'static>,
}

/// Reads a sentence whose tokens have a blank between them.
pub(crate) fn read(text: &'static str) -> Read {
    let forms: Vec<&str> = text.split(' ').collect();
    let mut annotator = Annotator::new(Model::built_in());
    annotator.annotate(forms.iter().copied());
    Read { forms, annotator }
}

impl Read {
    /// Its tree.
    pub(crate) fn tree(&self) -> Tree<'_> {
        self.annotator.tree()
    }

    /// The number of the first token with this form.
    pub(crate) fn at(&self, form: &str) -> usize {
        self.forms.iter().position(|other| *other == form).unwrap_or_else(|| panic!("no {form} in {:?}", self.forms))
    }

    /// The forms of tokens.
    pub(crate) fn words(&self, tokens: impl IntoIterator<Item = usize>) -> Vec<&'static str> {
        tokens.into_iter().map(|at| self.forms[at]).collect()
    }
}
