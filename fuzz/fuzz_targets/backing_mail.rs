//! A mail of the backing with what is attached, on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(claimsheet_evidence::Backing::read([("mail.eml", bytes)], &Default::default())));
