//! The day in a draft's dateline: "SARNHAVEN, 30 January 2026 –".

use chrono::NaiveDate;
use claimsheet::Options;
use claimsheet::signal::Value;
use claimsheet::text::document::{BlockKind, Document};
use claimsheet::text::value::Precision;

/// Paragraphs at the head of a draft among which the one with the dateline is sought.
const PARAGRAPHS: usize = 3;

/// Longest dateline, in bytes.
const LONGEST: usize = 80;

/// The day that a draft's dateline names with its year, which relative days are counted from where the file itself
/// gives no date.
pub fn dateline(document: &Document, options: &Options) -> Option<NaiveDate> {
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs.take(PARAGRAPHS).find_map(|block| {
        let text = document.text(block.span);
        let end = [" – ", " — ", " -- ", " - ", "–", "—"].iter().filter_map(|dash| text.find(dash)).min()?;
        let line = text.get(..end).filter(|line| line.len() <= LONGEST)?;
        let line = Document::from_text(line);
        let sentences = claimsheet::signals(&line, options);
        sentences.iter().flat_map(|sentence| &sentence.signals).find_map(|signal| match &signal.value {
            Value::Date(date) if date.precision == Precision::Day => date.from,
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_dateline_is_read_and_no_other() {
        let of = |text: &str| dateline(&Document::from_text(text), &Options::default());
        let day = NaiveDate::from_ymd_opt(2026, 5, 4);
        assert_eq!(of("Ferry stops\n\nOSTERVIK, May 4, 2026 – The ferry will stop on Monday."), day);
        assert_eq!(of("OSTERVIK, 4 May 2026 — The ferry will stop."), day);
        assert_eq!(of("The ferry stopped on 4 May 2026, and nobody knows why."), None);
        assert_eq!(of("OSTERVIK – The ferry will stop."), None);
    }
}
