//! The reader `docx` on any parts, and comments put into what it reads.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PARTS: &[&str] = &[
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
];

fuzz_target!(|bytes: &[u8]| {
    let package = claimsheet_fuzz::package(PARTS, bytes);
    claimsheet_fuzz::reads("docx", &package);
    claimsheet_fuzz::comments(&package);
});
