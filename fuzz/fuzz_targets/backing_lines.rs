//! A transcript of the backing, on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(claimsheet_evidence::Backing::read([("call.txt", bytes)], &Default::default())));
