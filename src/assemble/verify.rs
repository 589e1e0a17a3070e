//! What to verify about a fact. The wording is in `data/verify.txt`.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

static WORDING: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| entries(include_str!("../../data/verify.txt")).collect());

fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// The wording for `key`; empty for an unknown key.
pub(crate) fn wording(key: &str) -> &'static str {
    WORDING.get(key).copied().unwrap_or("")
}

/// The wording for `key` with `detail` in its gap.
pub(super) fn wording_with(key: &str, detail: &str) -> String {
    wording(key).replacen("{}", detail, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_comment_or_a_key_with_its_wording() {
        let text = include_str!("../../data/verify.txt");
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let entry = line.split_once(": ").filter(|(key, wording)| !key.contains(' ') && !wording.trim().is_empty());
            assert!(entry.is_some(), "verify.txt:{}: {line:?}", at + 1);
        }
        assert_eq!(entries(text).count(), WORDING.len(), "a key stands twice");
    }
}
