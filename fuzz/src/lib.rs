//! What every reader is held to, whatever its input.

use claimsheet_read::package::pack;
use claimsheet_read::{ReadOptions, encoding, read, read_all, reader};
use claimsheet_render::{RenderContext, RenderOptions, format};
use claimsheet::Options;
use claimsheet_sheet::worksheet::Worksheet;

/// Encodings to try; the empty name leaves it to the bytes.
const ENCODINGS: &[&str] =
    &["", "utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh", "shift_jis", "gb18030", "iso-2022-jp"];

/// Reads `bytes` with the reader of that name, and analyses what comes out: neither may panic, blocks
/// do not overlap, and each leads back into the source.
pub fn reads(name: &str, bytes: &[u8]) {
    analyses(bytes, &ReadOptions { from: reader(name), ..Default::default() });
}

/// The same of text in an encoding that the first byte chooses.
pub fn reads_encoded(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else { return };
    let name = ENCODINGS[usize::from(*first) % ENCODINGS.len()];
    analyses(text, &ReadOptions { encoding: encoding(name), ..Default::default() });
}

fn analyses(bytes: &[u8], options: &ReadOptions<'_>) {
    for document in read_all(bytes, options).into_iter().flatten() {
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end && !document.text(block.span).is_empty());
            end = block.span.end;
            let source = document.source_span(block.span);
            assert!(document.source.get(source.range()).is_some());
        }
        claimsheet::analyse(&document, &Options::default());
    }
}

/// A package of `parts` whose texts `bytes` hold, divided by NUL; bytes that begin as a package are
/// one. (A package whose bytes are changed at random is damaged, and no more than that.)
pub fn package(parts: &[&str], bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let texts = bytes.split(|byte| *byte == 0);
    pack(parts.iter().copied().zip(texts)).unwrap_or_default()
}

/// Puts comments into a Word draft: what comes out is the same text.
pub fn comments(bytes: &[u8]) {
    let options = ReadOptions { from: reader("docx"), ..Default::default() };
    let (Ok(document), Some(format)) = (read(bytes, &options), format("docx")) else { return };
    let analysis = claimsheet::analyse(&document, &Options::default());
    let worksheet = Worksheet::new("a.docx", bytes, &document, analysis);
    let material = RenderContext { worksheet: &worksheet, document: &document, bytes, sheet: "", entries: &[] };
    if let Ok(commented) = format.render(&material, &RenderOptions::default()) {
        let again = read(&commented, &options).map(|again| again.prose);
        assert_eq!(again.as_deref(), Ok(document.prose.as_str()));
    }
}
