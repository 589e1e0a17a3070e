//! Whether a file that is to be written anew is one that this program wrote, and whether people have written
//! into it since.

use super::{Format, RenderContext, RenderOptions, answers, docx, pull_request, seal, table};
use claimsheet_sheet::Sheet;

/// What a file is that stands where one is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As this program wrote it; or a table, in which nothing is answered that the sheet does not have.
    Written,
    /// Written by this program, and changed since; the sheet has an answer to all that is answered in it.
    Changed,
    /// Written by this program; so many answers in it are not in the sheet.
    Answered(usize),
    /// Written by something else.
    Foreign,
}

/// Whether bytes are a page, package or list that this program wrote, and no draft, whatever the file is called. A
/// package or list that somebody saved anew is not told from a draft.
pub fn is_output(bytes: &[u8]) -> bool {
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    seal::is_whole(bytes)
        || seal::is_whole_text(bytes)
        || has(b"<title>Fact-check: ") && has(b"<script type=\"application/json\" id=\"data\">")
        || bytes.get(..START).unwrap_or(bytes).windows(SCHEMA.len()).any(|words| words == SCHEMA)
}

/// Bytes at whose start our JSON says what it is, and what it says.
const START: usize = 200;
const SCHEMA: &[u8] = b"\"schema\": \"claimsheet/1\"";

impl Format {
    /// What a file with these bytes is, in the place of one of this format.
    pub fn standing(&self, bytes: &[u8], material: &RenderContext<'_>, options: &RenderOptions) -> Standing {
        if bytes.is_empty() || seal::is_whole(bytes) || seal::is_whole_text(bytes) {
            return Standing::Written;
        }
        if !self.is_ours(bytes, options) {
            return Standing::Foreign;
        }
        if !self.holds_work {
            return Standing::Written;
        }
        let Ok(answers) = answers::answers(bytes, &options.labels, &options.desk) else { return Standing::Answered(0) };
        let Ok(mut sheet) = Sheet::parse(material.sheet) else { return Standing::Answered(answers.entries.len()) };
        let found = sheet.import(&answers, &options.labels, &options.desk, claimsheet_sheet::Prefer::Neither);
        match found.filled + found.ticked + found.kept.len() + found.no_verdicts.len() {
            0 if found.conflicts.is_empty() && !bytes.starts_with(b"PK") => Standing::Written,
            0 => Standing::Changed,
            missing => Standing::Answered(missing),
        }
    }

    /// Whether bytes have the form that this program writes.
    fn is_ours(&self, bytes: &[u8], options: &RenderOptions) -> bool {
        let text = || std::str::from_utf8(bytes).unwrap_or("");
        match self.name {
            "csv" => table::csv::is_ours(bytes, options),
            "xlsx" => part_holds(bytes, "docProps/core.xml", "<dc:description>claimsheet "),
            "docx" => docx::is_ours(bytes),
            "docx-sheet" => part_holds(bytes, "word/document.xml", "Fact-check worksheet: "),
            "html" => text().contains("<title>Fact-check: ") || text().contains("id=\"data\""),
            "json" => start(text()).contains("\"schema\": \"claimsheet/1\""),
            "github" => text().lines().all(|line| line.starts_with("::") || line.starts_with("claimsheet: ")),
            "github-summary" => text().starts_with("## Fact-check: "),
            "sarif" => start(text()).contains("\"name\": \"claimsheet\""),
            "rdjsonl" => text().lines().all(|line| line.contains("\"source\":{\"name\":\"claimsheet\"")),
            "gitlab" => pull_request::gitlab::is_ours(text()),
            "checkstyle" => pull_request::checkstyle::is_ours(text()),
            "junit" => start(text()).contains("<testsuites name=\"claimsheet\""),
            "webannotation" => start(text()).contains("\"label\": \"Fact-check of "),
            "obsidian" => text().starts_with("# To check: "),
            "slack" => start(text()).contains("\"text\": \"Fact-check: "),
            "email" => text().starts_with("Subject: Fact-check: "),
            _ => false,
        }
    }
}

/// The first letters of a text: where a format says what it is.
fn start(text: &str) -> &str {
    let end = text.char_indices().nth(1000).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

/// Whether a part of a package holds these words.
fn part_holds(bytes: &[u8], part: &str, words: &str) -> bool {
    let limits = claimsheet_read::package::Limits { bytes: 256 << 20, depth: 512 };
    let text = claimsheet_read::package::Package::open(bytes, limits).and_then(|mut package| package.text(part));
    text.ok().flatten().is_some_and(|text| text.contains(words))
}
