//! Whether version control holds the very bytes of a file, by the index of a Git work tree.
//!
//! No program is run for this: a repository that somebody else made may name programs that Git would run.

use sha1::{Digest, Sha1};
use std::fs;
use std::path::{Path, PathBuf};

/// The largest index that is looked into, in bytes.
const MOST: u64 = 256 << 20;

/// The bytes of an entry before its flags: times, device, mode, owner, size, digest.
const DIGEST_AT: usize = 40;

/// The length of a digest in bytes.
const DIGEST: usize = 20;

/// The flag of an entry that has two more bytes of flags.
const EXTENDED: u16 = 0x4000;

/// Whether the index of the work tree around the file `path` names these bytes as the content of any file.
pub(super) fn holds_any(path: &Path, bytes: &[u8]) -> bool {
    let digest = blob(bytes);
    index_of(path).is_some_and(|(_, index)| memchr::memmem::find(&index, &digest).is_some())
}

/// Whether the index of the work tree around the file `path` names these bytes as that file's content. Other
/// systems, and repositories of another form, are said to hold nothing.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> bool {
    index_of(path).is_some_and(|(name, index)| digest_in(&index, name.as_bytes()) == Some(blob(bytes)))
}

/// The name of the file `path` in the work tree around it, and that tree's index.
fn index_of(path: &Path) -> Option<(String, Vec<u8>)> {
    let path = fs::canonicalize(path).ok()?;
    let (root, folder) = repository(&path)?;
    let name = path.strip_prefix(root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    let index = folder.join("index");
    let is_small = fs::metadata(&index).is_ok_and(|known| known.is_file() && known.len() <= MOST);
    Some((name, is_small.then(|| fs::read(index).ok()).flatten()?))
}

/// The work tree around a file, and the folder of its repository.
fn repository(path: &Path) -> Option<(&Path, PathBuf)> {
    path.ancestors().skip(1).find_map(|root| {
        let mark = root.join(".git");
        if mark.is_dir() {
            return Some((root, mark));
        }
        // A linked work tree, or a submodule.
        let text = fs::read_to_string(&mark).ok()?;
        Some((root, root.join(text.strip_prefix("gitdir:")?.trim())))
    })
}

/// The name that Git gives to this content.
fn blob(bytes: &[u8]) -> [u8; DIGEST] {
    let mut hasher = Sha1::new();
    hasher.update(format!("blob {}\0", bytes.len()));
    hasher.update(bytes);
    hasher.finalize().into()
}

/// The digest of the file `name` in an index of version 2, 3 or 4.
fn digest_in(index: &[u8], name: &[u8]) -> Option<[u8; DIGEST]> {
    let head = index.strip_prefix(b"DIRC")?;
    let version = number(head, 0)?;
    let count = number(head, 4)?;
    if !(2..=4).contains(&version) {
        return None;
    }
    let mut at = 12;
    let mut known: Vec<u8> = Vec::new();
    for _ in 0..count {
        let entry = index.get(at..)?;
        let digest: [u8; DIGEST] = entry.get(DIGEST_AT..DIGEST_AT + DIGEST)?.try_into().ok()?;
        let flags = entry.get(DIGEST_AT + DIGEST..DIGEST_AT + DIGEST + 2)?;
        let flags = u16::from_be_bytes(flags.try_into().ok()?);
        let mut names = DIGEST_AT + DIGEST + 2 + if flags & EXTENDED == 0 { 0 } else { 2 };
        if version == 4 {
            let (cut, read) = varint(entry.get(names..)?)?;
            names += read;
            known.truncate(known.len().checked_sub(cut)?);
        } else {
            known.clear();
        }
        let rest = entry.get(names..)?;
        let length = memchr::memchr(0, rest)?;
        known.extend_from_slice(rest.get(..length)?);
        if known == name {
            return Some(digest);
        }
        let end = names + length + 1;
        at += if version == 4 { end } else { end.next_multiple_of(8) };
    }
    None
}

/// The number of four bytes at a place.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A number of as many bytes as it needs, and how many these are.
fn varint(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value = (value << 7) | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
        value += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn what_is_added_is_held_and_what_is_written_after_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let git = |arguments: &[&str]| {
            let run = Command::new("git").args(arguments).current_dir(folder.path()).output().unwrap();
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        };
        git(&["init", "--quiet"]);
        let file = folder.path().join("deep/draft.worksheet.md");
        fs::create_dir(folder.path().join("deep")).unwrap();
        fs::write(folder.path().join("deep/a.md"), "a").unwrap();
        fs::write(&file, "one\n").unwrap();
        assert!(!holds(&file, b"one\n"));
        git(&["add", "."]);
        for version in ["2", "4"] {
            git(&["update-index", "--index-version", version]);
            assert!(holds(&file, b"one\n"), "version {version}");
            assert!(!holds(&file, b"two\n"), "version {version}");
        }
    }

    #[test]
    fn an_index_that_is_cut_holds_nothing() {
        for index in [&b""[..], b"DIRC", b"DIRC\0\0\0\x02\0\0\0\x01", b"DIRC\0\0\0\x09\0\0\0\x01"] {
            assert_eq!(digest_in(index, b"a"), None);
        }
    }
}
