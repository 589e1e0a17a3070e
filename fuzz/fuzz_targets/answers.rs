//! Answers that come back, on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(claimsheet_render::answers::answers(bytes, &Default::default())));
