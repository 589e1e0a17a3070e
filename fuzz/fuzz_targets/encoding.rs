//! Text in any encoding: the first byte chooses one, or leaves it to be told by the bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| claimsheet_fuzz::reads_encoded(bytes));
