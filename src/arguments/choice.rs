//! Options that take one of a few words.

use claimsheet::claim::{Priority, Severity};
use claimsheet_render::table;
use claimsheet_sheet::review_policy::export::Export;
use claimsheet_sheet::worksheet::Order;
use clap::ValueEnum;

/// `make --layout`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutChoice {
    /// What to do first, short entries, one line for each claim of low priority
    Short,
    /// Every fact, place and field of every claim
    Full,
}

impl From<LayoutChoice> for claimsheet_render::markdown::Layout {
    fn from(choice: LayoutChoice) -> Self {
        match choice {
            LayoutChoice::Short => Self::Short,
            LayoutChoice::Full => Self::Full,
        }
    }
}

/// `status --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusChoice {
    /// A few lines a sheet
    Table,
    /// Everything
    Json,
    /// One row per sheet
    Csv,
}

/// `gate --require`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequireChoice {
    /// Those of high priority
    High,
    /// Every claim
    All,
}

/// `import --prefer`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PreferChoice {
    /// What stands in the sheet
    Sheet,
    /// What came back
    File,
}

impl From<PreferChoice> for claimsheet_sheet::Prefer {
    fn from(choice: PreferChoice) -> Self {
        match choice {
            PreferChoice::Sheet => Self::Sheet,
            PreferChoice::File => Self::File,
        }
    }
}

/// `export --format`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportChoice {
    /// Every entry with its review
    Json,
    /// One row per entry; what `import` reads
    Csv,
    /// The verdicts, to read
    Markdown,
    /// The verdicts as schema.org `ClaimReview`
    Claimreview,
    /// What the text should say instead, for the editor
    Corrections,
    /// What the author is asked and has not answered
    Queries,
    /// The sources found, for the archive
    Sources,
}

impl From<ExportChoice> for Export {
    fn from(choice: ExportChoice) -> Self {
        match choice {
            ExportChoice::Json => Self::Json,
            ExportChoice::Csv => Self::Csv,
            ExportChoice::Markdown => Self::Markdown,
            ExportChoice::Claimreview => Self::ClaimReview,
            ExportChoice::Corrections => Self::Corrections,
            ExportChoice::Queries => Self::Queries,
            ExportChoice::Sources => Self::Sources,
        }
    }
}

/// `--sort`
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SortChoice {
    /// As in the article
    Text,
    /// High ones first
    Priority,
}

impl From<SortChoice> for Order {
    fn from(choice: SortChoice) -> Self {
        match choice {
            SortChoice::Text => Self::Text,
            SortChoice::Priority => Self::Priority,
        }
    }
}

/// `--rows`
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum RowsChoice {
    /// One row per claim
    Claims,
    /// One row per fact; where a program has subtasks, facts below their claim
    Facts,
}

impl From<RowsChoice> for table::Rows {
    fn from(choice: RowsChoice) -> Self {
        match choice {
            RowsChoice::Claims => Self::Claims,
            RowsChoice::Facts => Self::Facts,
        }
    }
}

/// `--min-priority`
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PriorityChoice {
    /// All claims
    Low,
    /// Medium and high ones
    Medium,
    /// High ones
    High,
}

impl From<PriorityChoice> for Priority {
    fn from(choice: PriorityChoice) -> Self {
        match choice {
            PriorityChoice::Low => Self::Low,
            PriorityChoice::Medium => Self::Medium,
            PriorityChoice::High => Self::High,
        }
    }
}

/// `--fail-on`
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SeverityChoice {
    /// Two things in the draft disagree
    Disagrees,
    /// That, or a question for the author
    Ask,
    /// A document of the reporter says something else than the draft
    Differs,
}

impl SeverityChoice {
    /// How serious what the draft says of itself must be; none where only the documents are asked.
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Disagrees => Some(Severity::Disagrees),
            Self::Ask => Some(Severity::Ask),
            Self::Differs => None,
        }
    }
}
