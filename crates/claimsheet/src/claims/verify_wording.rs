//! What to verify about a fact. The wording is in `data/verify.txt`.

include!(concat!(env!("OUT_DIR"), "/verify.rs"));

/// The wording for `key`; empty for an unknown key.
pub fn wording(key: &str) -> &'static str {
    let found = WORDINGS.binary_search_by_key(&key, |(key, _)| key).ok().and_then(|at| WORDINGS.get(at));
    found.map_or("", |(_, wording)| wording)
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
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        for (at, line) in lines.clone() {
            let entry = line.split_once(": ").filter(|(key, wording)| !key.contains(' ') && !wording.trim().is_empty());
            assert!(entry.is_some(), "verify.txt:{}: {line:?}", at + 1);
            assert_eq!(entry.map(|(key, _)| wording(key)), entry.map(|(_, wording)| wording), "a key stands twice");
        }
        assert_eq!(lines.count(), WORDINGS.len());
    }
}
