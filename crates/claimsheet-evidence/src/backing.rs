//! A folder of documents, read.

use crate::passage::{SourceFile, Unread};
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
}
