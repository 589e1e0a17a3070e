//! The names of files: how they are shown, and how the names of what is written beside them are made.

use crate::error::Error;
use claimsheet_sheet::worksheet::sha256;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The longest name of a file, in bytes, that file systems have in common.
const LONGEST: usize = 255;

/// A path as it is shown to people: signs that control a terminal are written out.
pub(crate) trait Shown {
    /// The path in harmless letters.
    fn shown(&self) -> String;
}

impl Shown for Path {
    fn shown(&self) -> String {
        let text = self.to_string_lossy();
        claimsheet_render::harmless::line(&text)
    }
}

/// A path as it is written into what is handed on: as it was given, but an absolute one from the folder in which
/// one is, where it leads down from there or a few folders up, else by its name alone.
pub(crate) fn from_here(path: &Path) -> String {
    let plain = |path: &Path| claimsheet_render::harmless::path(&path.to_string_lossy());
    if path.is_relative() {
        return plain(path);
    }
    let here = std::env::current_dir().unwrap_or_default();
    let found = here.ancestors().take(4).enumerate().find_map(|(up, folder)| {
        let rest = path.strip_prefix(folder).ok().filter(|_| folder.parent().is_some())?;
        let up: PathBuf = std::iter::repeat_n("..", up).collect();
        Some(up.join(rest))
    });
    plain(&found.unwrap_or_else(|| path.file_name().unwrap_or_default().into()))
}

/// The stem of a draft's file, with every byte that it has.
pub(crate) fn stem(article: &Path) -> OsString {
    if super::is_standard(article) { "article".into() } else { article.file_stem().unwrap_or_default().to_owned() }
}

/// The name `NAME.EXTENSION` beside `path`. Where that would be too long, its end gives way to a digest, so
/// that two such names are two.
pub(crate) fn beside(path: &Path, extension: &str) -> PathBuf {
    let own = path.file_name().unwrap_or_default();
    let mut name = own.to_owned();
    name.push(".");
    name.push(extension);
    if name.as_encoded_bytes().len() > LONGEST {
        let digest = sha256(own.as_encoded_bytes());
        let digest = digest.get(..16).unwrap_or("");
        let text = own.to_string_lossy();
        let keep = LONGEST - digest.len() - extension.len() - 2;
        let end = (0..=keep.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        name = format!("{}-{digest}.{extension}", text.get(..end).unwrap_or("")).into();
    }
    path.with_file_name(name)
}

/// Refuses a name that no file system takes.
///
/// # Errors
///
/// [`Error::Usage`], with what to do.
pub(crate) fn fits(path: &Path) -> Result<(), Error> {
    let length = path.file_name().map_or(0, |name| name.as_encoded_bytes().len());
    if length > LONGEST {
        return Err(Error::Usage(format!(
            "{}: the name has {length} bytes, and file systems take {LONGEST}; name a shorter one with -o",
            path.shown()
        )));
    }
    Ok(())
}

/// A path in letters that any text can hold: bytes that are no UTF-8, and percent signs, as `%ff`.
pub(crate) fn in_words(path: &Path) -> String {
    let mut out = String::new();
    for (at, part) in path.components().enumerate() {
        if at > 0 {
            out.push('/');
        }
        words_of(part.as_os_str(), &mut out);
    }
    out
}

fn words_of(name: &OsStr, out: &mut String) {
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        out.push_str(&chunk.valid().replace('%', "%25"));
        for byte in chunk.invalid() {
            let _ = write!(out, "%{byte:02x}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let path = |end: &str| PathBuf::from(format!("{}{end}", "ü".repeat(126)));
        let (one, other) = (beside(&path("a"), "bak"), beside(&path("b"), "bak"));
        assert_ne!(one, other);
        assert!(one.as_os_str().len() <= LONGEST && one.extension().is_some_and(|extension| extension == "bak"));
        assert_eq!(beside(Path::new("a/b.md"), "bak"), Path::new("a/b.md.bak"));
        assert!(fits(&path("abcd")).is_err() && fits(&path("a")).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_stay_apart() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = |bytes: &[u8]| in_words(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(path(b"a\xff.md"), "a%ff.md");
        assert_ne!(path(b"a\xff"), path(b"a\xfe"));
        assert_ne!(path(b"a\xff"), path(b"a%ff"));
        assert_eq!(path(b"../drafts/a.md"), "../drafts/a.md");
    }
}
