//! The way from a sheet to its draft, as the sheet keeps it.

use super::{folder_of, in_words, is_standard};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The way from the folder of `sheet` to `draft`: `draft.md`, `../drafts/draft.md`. Where the two have nothing
/// but the root in common, and for a sheet that is no file, the draft's name alone: no sheet tells where on a
/// computer somebody keeps their files.
pub(crate) fn way(sheet: &Path, draft: &Path) -> String {
    if is_standard(draft) {
        return in_words(draft);
    }
    let name = draft.file_name().unwrap_or_default();
    let found = |path: &Path| fs::canonicalize(folder_of(path)).ok();
    let folders = if is_standard(sheet) { None } else { found(sheet).zip(found(draft)) };
    let between = folders.and_then(|(from, to)| between(&from, &to));
    in_words(&between.unwrap_or_default().join(name))
}

/// The way from one folder to another; none where it leads over the root.
fn between(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other);
    let names = shared.clone().filter(|(one, _)| matches!(one, Component::Normal(_))).count();
    let shared = shared.count();
    if from != to && names == 0 {
        return None;
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    Some(up.chain(to.components().skip(shared)).collect())
}

/// Where the draft is to which this way leads from `sheet`; none for standard input, and for a way from the
/// root, which no sheet of ours has.
pub(crate) fn follow(sheet: &Path, way: &str) -> Option<PathBuf> {
    if way.is_empty() || is_standard(Path::new(way)) {
        return None;
    }
    let path = PathBuf::from(bytes_of(way)?);
    (path.is_relative() && !path.has_root()).then(|| sheet.with_file_name(path))
}

/// The name that was written with `%ff` for bytes that are no text.
#[cfg(unix)]
fn bytes_of(words: &str) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt as _;
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        if *byte == b'%' {
            let (digits, behind) = behind.split_at_checked(2)?;
            out.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = behind;
        } else {
            out.push(*byte);
            rest = behind;
        }
    }
    Some(OsString::from_vec(out))
}

#[cfg(not(unix))]
fn bytes_of(words: &str) -> Option<OsString> {
    Some(words.replace("%25", "%").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_back_to_the_draft_and_never_over_the_root() {
        let folder = tempfile::tempdir().unwrap();
        let path = |path: &str| folder.path().join(path);
        fs::create_dir_all(path("drafts/deep")).unwrap();
        fs::create_dir_all(path("sheets")).unwrap();
        for (sheet, draft, expected) in [
            ("drafts/a.worksheet.md", "drafts/a.md", "a.md"),
            ("sheets/a.worksheet.md", "drafts/deep/50%.md", "../drafts/deep/50%25.md"),
            ("a.worksheet.md", "drafts/a.md", "drafts/a.md"),
        ] {
            let way = way(&path(sheet), &path(draft));
            assert_eq!(way, expected);
            let found = follow(&path(sheet), &way).unwrap();
            assert_eq!(found.file_name(), path(draft).file_name());
            assert_eq!(
                fs::canonicalize(found.parent().unwrap()).unwrap(),
                fs::canonicalize(path(draft).parent().unwrap()).unwrap()
            );
        }
        assert_eq!(way(Path::new("-"), &path("drafts/a.md")), "a.md");
        assert_eq!(way(&path("a.worksheet.md"), Path::new("-")), "-");
        assert_eq!(between(Path::new("/home/lund"), Path::new("/tmp")), None);
        assert_eq!(follow(Path::new("a/b.worksheet.md"), "/etc/passwd"), None);
        assert_eq!(follow(Path::new("a/b.worksheet.md"), "-"), None);
    }
}
