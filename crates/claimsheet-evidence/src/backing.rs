//! A folder of documents, read.

use crate::index::Index;
use crate::passage::{SourceFile, Unread};
use crate::prepared::{Prepared, Sentence};
use crate::read::{Collected, Limits};

/// What a reporter handed in to back a draft.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Backing {
    /// The files that were read, by path.
    pub files: Vec<SourceFile>,
    /// The files that were not, by path, with advice.
    pub unread: Vec<Unread>,
}

impl Backing {
    /// Reads files, each by its path within the folder and its bytes. What cannot be read is listed; nothing fails.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, limits: &Limits) -> Self {
        let mut all = Collected::default();
        for (path, bytes) in files {
            all.add(path, bytes, limits, 0);
        }
        all.files.sort_by(|one, two| one.path.cmp(&two.path));
        all.unread.sort_by(|one, two| one.path.cmp(&two.path));
        Self { files: all.files, unread: all.unread }
    }

    /// The same of files that were read before, with the sentences of each file, which [`Sentences::index`] takes.
    pub fn of_prepared(prepared: Vec<Prepared>) -> (Self, Sentences) {
        let mut files = Vec::new();
        let mut unread = Vec::new();
        for one in prepared {
            files.extend(one.files);
            unread.extend(one.unread);
        }
        files.sort_by(|one, two| one.0.path.cmp(&two.0.path));
        unread.sort_by(|one: &Unread, two| one.path.cmp(&two.path));
        let (files, sentences) = files.into_iter().unzip();
        (Self { files, unread }, Sentences(sentences))
    }
}

/// The sentences of the files of a [`Backing`].
#[derive(Debug, Clone)]
pub struct Sentences(Vec<Vec<Sentence>>);

impl Sentences {
    /// The index of the backing that came with the sentences.
    pub fn index(self, backing: &Backing) -> Index<'_> {
        Index::of_sentences(backing, self.0)
    }
}
