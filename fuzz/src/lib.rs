//! What every reader is held to, whatever its input.

use claimsheet::read::{ReadOptions, read_all, reader};
use claimsheet::rules::Rules;

/// Reads `bytes` with the reader of that name, and analyses what comes out: neither may panic, blocks
/// do not overlap, and each leads back into the source.
pub fn reads(name: &str, bytes: &[u8]) {
    let options = ReadOptions { from: reader(name), ..Default::default() };
    for document in read_all(bytes, &options).into_iter().flatten() {
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end && !document.text(block.span).is_empty());
            end = block.span.end;
            let source = document.source_span(block.span);
            assert!(document.source.get(source.range()).is_some());
        }
        claimsheet::analyse(&document, &Rules::default());
    }
}
