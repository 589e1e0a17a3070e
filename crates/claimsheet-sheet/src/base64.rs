//! Digests of 24 bits as four letters each (RFC 4648, section 4). Four letters are exactly one digest, so there is
//! no padding, and none of the letters ends a comment.

use super::record::LineDigest;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The letters of a digest.
pub(super) fn digits(digest: LineDigest) -> impl Iterator<Item = char> {
    let letter = move |place: u32| LETTERS.get((digest >> (6 * place)) as usize & 63).copied().unwrap_or(b'A');
    (0..4).rev().map(move |place| char::from(letter(place)))
}

/// The digests in a word, of which the last may be cut; none where it has another letter.
pub(super) fn digests(word: &str) -> Option<Vec<LineDigest>> {
    let value = |letter: &u8| LETTERS.iter().position(|known| known == letter).map(|value| value as LineDigest);
    let values: Vec<LineDigest> = word.as_bytes().iter().map(value).collect::<Option<_>>()?;
    Some(values.chunks_exact(4).map(|four| four.iter().fold(0, |digest, value| digest << 6 | value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_read_back_and_a_cut_one_is_left_out() {
        let all = [0, 1, 0x00ff_ffff, 0x0012_3456];
        let word: String = all.into_iter().flat_map(digits).collect();
        assert_eq!(digests(&word).as_deref(), Some(&all[..]));
        assert_eq!(digests(&word[..15]).as_deref(), Some(&all[..3]));
        assert_eq!(digests("ab-c"), None);
    }
}
