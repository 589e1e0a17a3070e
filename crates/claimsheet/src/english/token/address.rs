//! Addresses in running text: what is one has no words of a language in it.

use crate::english::phrase_lists::tables::web::TOP_LEVEL;

/// The length in bytes of the address that `text` begins with: `https://…`, `www.…`.
pub(super) fn at(text: &str) -> Option<usize> {
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["https://", "http://", "www."].iter().any(|scheme| begins(scheme)).then(|| length(text))
}

/// How `text`, which stands right behind a word, makes it a domain: the length in bytes of `.com` behind
/// `Ferrybook`, or of `.example.org/a` with its path, and whether there is one.
pub(super) fn domain(text: &str) -> Option<(usize, bool)> {
    let mut end = 0;
    loop {
        let label = text.get(end..)?.strip_prefix('.')?;
        let label = label.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next()?;
        end += 1 + label.len();
        let behind = text.get(end..)?;
        let goes_on =
            behind.strip_prefix('.').is_some_and(|next| next.starts_with(|sign: char| sign.is_ascii_lowercase()));
        if TOP_LEVEL.contains(&label) && !goes_on {
            return Some(if behind.starts_with('/') { (end + length(behind), true) } else { (end, false) });
        }
    }
}

/// The bytes up to what no address holds, without the marks of the sentence at its end.
fn length(text: &str) -> usize {
    let ends = |sign: char| sign.is_whitespace() || "<>\"“”‘’«»—…".contains(sign);
    let address = text.split(ends).next().unwrap_or_default();
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_before_the_marks_of_its_sentence() {
        let text = "https://t.example/aB3, and";
        assert_eq!(at(text).and_then(|length| text.get(..length)), Some("https://t.example/aB3"));
        assert_eq!(at("WWW.Example.org."), Some("www.example.org".len()));
        assert_eq!(at("whatever"), None);
    }

    #[test]
    fn a_word_goes_on_to_a_domain_and_to_no_sentence_behind_it() {
        assert_eq!(domain(".com said"), Some((4, false)));
        assert_eq!(domain(".example.org/P2q— x"), Some((".example.org/P2q".len(), true)));
        assert_eq!(domain(".Com"), None);
        assert_eq!(domain(". com"), None);
        assert_eq!(domain(".then it rained"), None);
    }
}
