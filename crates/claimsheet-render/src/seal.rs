//! The seal of a package (a Word document, a workbook): the comment at its end with the digest of all before
//! it. Every program that saves the file anew drops or breaks it, so that a file is known to be as it was
//! written here.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What stands before the digest.
const NAME: &[u8] = b"claimsheet ";

/// The length of the record at the end of a package that has no comment, and of the number of its letters.
const END: usize = 22;
const COUNT: usize = 2;

/// The signature of that record.
const SIGNATURE: &[u8] = b"PK\x05\x06";

/// The package with its seal; bytes that are no package as they are.
pub(super) fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let is_bare = bytes.starts_with(b"PK")
        && bytes.len().checked_sub(END).and_then(|at| bytes.get(at..)).is_some_and(|end| end.starts_with(SIGNATURE));
    if is_bare {
        bytes.truncate(bytes.len() - COUNT);
        let comment = [NAME, digest(&bytes).as_bytes()].concat();
        bytes.extend((comment.len() as u16).to_le_bytes());
        bytes.extend(comment);
    }
    bytes
}

/// Whether a file has its seal, and is as it was sealed.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let Some(at) = bytes.len().checked_sub(NAME.len() + 64) else { return false };
    let Some((before, comment)) = bytes.split_at_checked(at) else { return false };
    let at = before.len().checked_sub(COUNT);
    let Some((before, count)) = at.and_then(|at| before.split_at_checked(at)) else { return false };
    let is_counted = count == (comment.len() as u16).to_le_bytes();
    is_counted && comment.strip_prefix(NAME).is_some_and(|known| known == digest(before).as_bytes())
}

/// What stands around the digest in a list of tasks: Obsidian shows no comment.
const TEXT: (&str, &str) = ("%% claimsheet ", " %%\n");

/// The same for a list of tasks in Obsidian, as a comment at its end.
pub(super) fn sealed_text(mut bytes: Vec<u8>) -> Vec<u8> {
    let seal = format!("{}{}{}", TEXT.0, digest(&bytes), TEXT.1);
    bytes.extend(seal.bytes());
    bytes
}

/// Whether such a list is as it was sealed.
pub(super) fn is_whole_text(bytes: &[u8]) -> bool {
    let at = bytes.len().checked_sub(TEXT.0.len() + 64 + TEXT.1.len());
    let Some((before, seal)) = at.and_then(|at| bytes.split_at_checked(at)) else { return false };
    let digits = seal.strip_prefix(TEXT.0.as_bytes()).and_then(|rest| rest.strip_suffix(TEXT.1.as_bytes()));
    digits.is_some_and(|known| known == digest(before).as_bytes())
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use claimsheet_read::package::{Limits, Package, pack};

    #[test]
    fn a_sealed_package_is_read_and_any_change_breaks_the_seal() {
        let bare = pack([("a.xml", &b"<a/>"[..])]).unwrap();
        assert!(!is_whole(&bare));
        let whole = sealed(bare);
        assert!(is_whole(&whole));
        let mut package = Package::open(&whole, Limits { bytes: 1 << 20, depth: 9 }).unwrap();
        assert_eq!(package.text("a.xml").unwrap().as_deref(), Some("<a/>"));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(!is_whole(&changed), "byte {at}");
        }
        assert_eq!(sealed(b"id,claim\n".to_vec()), b"id,claim\n");
        let list = sealed_text(b"- [ ] a\n".to_vec());
        assert!(is_whole_text(&list) && !is_whole_text(b"- [ ] a\n"));
        assert!(!is_whole_text(&String::from_utf8(list).unwrap().replace("[ ]", "[x]").into_bytes()));
    }
}
