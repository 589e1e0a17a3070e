//! Markup that no reader reads, told from prose by its marks: `AsciiDoc`, `reStructuredText`, Org, `LaTeX`, `MediaWiki`;
//! and captions of other kinds.

use super::{ReadError, encoding};

/// A language by the marks of its lines.
struct Language {
    what: &'static str,
    instead: &'static str,
    /// Extensions of its files, in small letters.
    extensions: &'static [&'static str],
    /// How much a line looks like it: 2 for what no other text has, 1 for what few have.
    weighs: fn(&str) -> usize,
}

/// What marks must weigh together where the name says nothing.
const ENOUGH: usize = 4;

const LANGUAGES: &[Language] = &[
    Language {
        what: "AsciiDoc",
        instead: "convert it with \"asciidoctor -b html5 FILE\" and name the HTML",
        extensions: &["adoc", "asciidoc", "asc"],
        weighs: |line| {
            let is_heading =
                line.trim_start_matches('=').len() < line.len() && line.trim_start_matches('=').starts_with(' ');
            let is_block = line == "|===" || line == "====" || line.starts_with("[source") || line.starts_with("[NOTE");
            let is_macro = line.contains("footnote:[") || line.starts_with("image::") || line.starts_with("include::");
            2 * usize::from(is_block || is_macro) + usize::from(is_heading)
        },
    },
    Language {
        what: "reStructuredText",
        instead: "convert it with \"pandoc -f rst -o story.html FILE\" or \"rst2html FILE\" and name the HTML",
        extensions: &["rst", "rest"],
        weighs: |line| {
            let is_directive = line.starts_with(".. ") && (line.contains("::") || line.starts_with(".. ["));
            2 * usize::from(is_directive || line.starts_with(".. _"))
                + usize::from(line.contains("`_") || line.contains(":ref:`"))
        },
    },
    Language {
        what: "an Org file",
        instead: "export it in Emacs (C-c C-e h h), or \"pandoc -f org -o story.html FILE\", and name the HTML",
        extensions: &["org"],
        weighs: |line| {
            let lower = line.get(..8).unwrap_or(line).to_ascii_lowercase();
            2 * usize::from(
                lower.starts_with("#+title") || lower.starts_with("#+begin") || lower.starts_with("#+author"),
            ) + usize::from(line.starts_with(":PROPERTIES:"))
        },
    },
    Language {
        what: "LaTeX",
        instead: "convert it with \"pandoc -f latex -o story.docx FILE\" and name the .docx",
        extensions: &["tex", "latex"],
        weighs: |line| {
            let marks = ["\\documentclass", "\\begin{", "\\usepackage", "\\section{", "\\title{"];
            2 * usize::from(marks.iter().any(|mark| line.starts_with(mark)))
        },
    },
    Language {
        what: "MediaWiki markup",
        instead: "copy the text of the page as it is shown, or \"pandoc -f mediawiki -o story.html FILE\"",
        extensions: &["wiki", "mediawiki"],
        weighs: |line| {
            let is_heading = line.starts_with("==") && line.ends_with("==") && line.len() > 4;
            let is_mark = line.starts_with("{{") && !line.starts_with("{{<") && !line.starts_with("{{%")
                || line.starts_with("{|")
                || line.starts_with("[[File:")
                || line.contains("<ref");
            2 * usize::from(is_heading) + usize::from(is_mark)
        },
    },
    Language {
        what: "a file of captions that is not read here (MicroDVD, SubStation Alpha, SAMI, Scenarist)",
        instead: "save it as .srt or .vtt, for example with Subtitle Edit, and name that",
        extensions: &["sub", "ass", "ssa", "smi", "sami", "scc", "stl"],
        weighs: |line| {
            let in_braces = || line.strip_prefix('{').and_then(|rest| rest.split_once("}{"));
            let is_frame = in_braces().is_some_and(|(frame, _)| frame.bytes().all(|byte| byte.is_ascii_digit()));
            let is_part = ["Scenarist_SCC", "[Script Info]", "Dialogue: ", "<SAMI", "<SYNC "]
                .iter()
                .any(|mark| line.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)));
            4 * usize::from(is_part) + 2 * usize::from(is_frame)
        },
    },
];

/// The error for a text in one of these languages: by its name, or by its marks where that says nothing.
pub(super) fn refused(bytes: &[u8], name: Option<&str>) -> Option<ReadError> {
    let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_ascii_lowercase());
    let by_name =
        extension.as_deref().and_then(|extension| LANGUAGES.iter().find(|one| one.extensions.contains(&extension)));
    let is_plain = matches!(extension.as_deref(), None | Some("txt" | "text"));
    let by_marks = || {
        let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(encoding::SAMPLE)).unwrap_or_default());
        LANGUAGES.iter().find(|one| start.lines().map(|line| (one.weighs)(line.trim_end())).sum::<usize>() >= ENOUGH)
    };
    let found = by_name.or_else(|| if is_plain { by_marks() } else { None })?;
    Some(ReadError::Elsewhere { what: found.what, instead: found.instead })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_markup_is_refused_by_name_or_by_its_marks() {
        for (name, text) in [
            (Some("a.adoc"), "The toll is £9.\n"),
            (Some("a.RST"), "The toll is £9.\n"),
            (None, "= Tolls rise\n\n== Why\n\nThe toll.footnote:[Paper.]\n"),
            (Some("a.txt"), ".. image:: a.png\n\nTolls\n\n.. [1] Paper.\n"),
            (None, "#+TITLE: Tolls\n#+AUTHOR: Ann\n\n* Why\n"),
            (None, "\\documentclass{article}\n\\begin{document}\nThe toll.\n"),
            (None, "== Tolls ==\n\n{{Infobox}}\n\n== Why ==\n"),
            (Some("a.txt"), "{12}{80}The toll is £9.\n{81}{99}It was £7.\n"),
            (Some("a.sub"), "{12}{80}The toll is £9.\n"),
            (
                None,
                "[Script Info]\nTitle: Tolls\n\nDialogue: 0,0:00:01.00,0:00:03.00,Default,Ann,0,0,0,,The toll is £9.\n",
            ),
            (Some("a.smi"), "<SAMI><BODY><SYNC Start=0><P>The toll is £9.\n</BODY></SAMI>"),
            (None, "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420\n"),
        ] {
            assert!(refused(text.as_bytes(), name).is_some(), "{text}");
        }
    }

    #[test]
    fn prose_and_markdown_are_not() {
        for (name, text) in [
            (None, "The toll is £9.\n\n== not much of it ==\n"),
            (Some("a.md"), "= Tolls\n\n|===\n\nfootnote:[x] image::a\n"),
            (None, "# Tolls\n\n* Why\n* What\n"),
        ] {
            assert_eq!(refused(text.as_bytes(), name), None, "{text}");
        }
    }
}
