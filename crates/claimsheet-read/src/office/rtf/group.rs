//! What holds within braces, and ends with them.

use encoding_rs::Encoding;

/// What the text of a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// The article.
    Body,
    /// Nobody reads it.
    Skip,
    /// The table of fonts.
    Fonts,
    /// The table of styles, or one of them.
    Styles,
    /// The file's properties.
    Info,
    /// The title in the properties.
    Title,
    /// The author in the properties.
    Author,
    /// What a field does.
    Instruction,
    /// Who wrote a comment.
    Commenter,
    /// The name of a property of a drawing.
    PropertyName,
    /// Its value.
    PropertyValue,
}

/// The state of a group, which the groups in it inherit.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of RTF of its own")]
pub(super) struct Group {
    pub(super) destination: Destination,
    /// How the bytes of its font are decoded; none for the file's code page.
    pub(super) encoding: Option<&'static Encoding>,
    /// How many characters stand behind `\u` for programs that do not know it.
    pub(super) fallback: u32,
    /// `\v`
    pub(super) is_hidden: bool,
    /// `\strike`, `\striked1`
    pub(super) is_struck: bool,
    /// `\super`, `\up6`
    pub(super) is_raised: bool,
    /// `\deleted`, in tracked changes
    pub(super) is_deleted: bool,
    /// `\revised`, in tracked changes
    pub(super) is_inserted: bool,
    pub(super) paragraph: Properties,
    /// What ends with the group.
    pub(super) end: End,
}

/// What a paragraph says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Properties {
    pub(super) style: i32,
    pub(super) outline: Option<i32>,
    pub(super) is_listed: bool,
    pub(super) in_table: bool,
}

/// What ends with a group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum End {
    #[default]
    Nothing,
    /// A field with its link.
    Field,
    /// The words that a field shows, with where they begin.
    Shown {
        /// The paragraphs before.
        paragraphs: usize,
        /// Bytes of the paragraph before.
        start: usize,
    },
    /// A footnote.
    Note,
    /// A comment.
    Comment,
    /// A text box.
    Box,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            destination: Destination::Body,
            encoding: None,
            fallback: 1,
            is_hidden: false,
            is_struck: false,
            is_raised: false,
            is_deleted: false,
            is_inserted: false,
            paragraph: Properties::default(),
            end: End::Nothing,
        }
    }
}

impl Group {
    /// The group that begins within this one.
    pub(super) fn inner(&self) -> Self {
        Self { end: End::Nothing, ..*self }
    }

    /// Forgets how characters look.
    pub(super) const fn plain(&mut self) {
        self.is_hidden = false;
        self.is_struck = false;
        self.is_raised = false;
        self.is_deleted = false;
        self.is_inserted = false;
        self.encoding = None;
    }

    /// Whether its words are not read; in the original text the tracked deletions are read and the
    /// insertions are not.
    pub(super) fn is_unread(&self, original: bool) -> bool {
        let untracked = if original { self.is_inserted } else { self.is_deleted };
        self.destination != Destination::Body || self.is_hidden || untracked
    }
}
