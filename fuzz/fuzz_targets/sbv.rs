//! The reader `sbv` on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| claimsheet_fuzz::reads("sbv", bytes));
