//! The reader `odt` on any parts.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PARTS: &[&str] = &["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"];

fuzz_target!(|bytes: &[u8]| {
    let bytes = if bytes.starts_with(b"<") { claimsheet_fuzz::package(PARTS, bytes) } else { bytes.to_vec() };
    claimsheet_fuzz::reads("odt", &bytes);
});
