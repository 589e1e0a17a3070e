//! The reader `epub` on any parts.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PARTS: &[&str] = &["META-INF/container.xml", "book.opf", "a.xhtml", "b.xhtml", "META-INF/encryption.xml"];

fuzz_target!(|bytes: &[u8]| {
    let bytes = if bytes.starts_with(b"<") { claimsheet_fuzz::package(PARTS, bytes) } else { bytes.to_vec() };
    claimsheet_fuzz::reads("epub", &bytes);
});
