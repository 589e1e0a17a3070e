//! Claim ids.
//!
//! An id is a digest of the claim's words and of its number among claims with the same words.
//! Neither offsets nor the kind go in: edits elsewhere and a better classifier leave it alone.

use rustc_hash::FxHashMap as HashMap;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Words in lower case without marks, divided by one space: what makes two claims the same.
pub fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%' | '€' | '£' | '.')) {
        let word = if word.contains('.') { word.trim_matches('.') } else { word };
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        let start = out.len();
        out.push_str(word);
        match out.get_mut(start..).filter(|_| word.is_ascii()) {
            Some(copy) => copy.make_ascii_lowercase(),
            None => out.replace_range(start.., &word.to_lowercase()),
        }
    }
    out
}

/// Gives out ids, counting equal texts.
#[derive(Debug, Default)]
pub struct Ids {
    seen: HashMap<String, u32>,
}

impl Ids {
    /// The id of the next claim with the given normalised words: ten hexadecimal digits.
    pub fn next(&mut self, normalised: &str) -> String {
        let ordinal = self.seen.entry(normalised.to_owned()).or_insert(0);
        let digest = Sha256::new().chain_update(normalised).chain_update(ordinal.to_le_bytes()).finalize();
        *ordinal += 1;
        digest.iter().take(5).fold(String::new(), |mut id, byte| {
            let _ = write!(id, "{byte:02x}");
            id
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_capitals_and_spaces_make_no_other_claim() {
        assert_eq!(normalised("“It cost  $1.2bn,” Lund said."), normalised("it cost $1.2bn lund said"));
        assert_ne!(normalised("It cost $1.2bn"), normalised("It cost $12bn"));
    }

    #[test]
    fn equal_claims_get_different_ids_and_the_same_ones_each_time() {
        let ids = || {
            let mut ids = Ids::default();
            [ids.next("a"), ids.next("a"), ids.next("b")]
        };
        assert_eq!(ids(), ids());
        assert_ne!(ids()[0], ids()[1]);
        assert_eq!(ids()[0], "8de8cd7579".to_owned());
    }
}
