//! Files that are not read, and what to export instead.

use crate::ReadError;
use crate::package::Package;

/// How the files of older office programs begin (OLE compound files).
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What stands in an OLE file, as UTF-16 in its directory; what it is; and what to do.
const IN_OLE: &[(&str, &str, &str)] = &[
    (
        "__nameid_version1.0",
        "an e-mail of Outlook (.msg)",
        "open it in Outlook and save it as .eml or HTML, or forward it to a program that does",
    ),
    ("Quill", "a document of Publisher (.pub)", "export it as .docx or PDF with its text copied into a .docx"),
    (
        "EncryptedPackage",
        "an office document that is locked with a password",
        "open it, take the password away, and save it under another name",
    ),
    (
        "WordDocument",
        "a Word document of the old kind (.doc)",
        "open it in Word, LibreOffice or Google Docs, and save it as .docx",
    ),
    (
        "Workbook",
        "an Excel workbook of the old kind (.xls)",
        "copy the article into a document, and save that as .docx",
    ),
    (
        "PowerPoint Document",
        "a PowerPoint presentation of the old kind (.ppt)",
        "copy the article into a document, and save that as .docx",
    ),
];

/// A part that only such a package has; what it is; and what to do.
const IN_PACKAGE: &[(&str, &str, &str)] = &[
    ("xl/workbook.xml", "an Excel workbook", "copy the article into a document, and save that as .docx"),
    ("xl/workbook.bin", "an Excel workbook", "copy the article into a document, and save that as .docx"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "copy the article into a document, and save that as .docx"),
    (
        "Index/Presentation.iwa",
        "a presentation of Keynote (.key)",
        "copy the article into a document, and save that as .docx",
    ),
    ("Index/Slide.iwa", "a presentation of Keynote (.key)", "copy the article into a document, and save that as .docx"),
    (
        "Index/CalculationEngine.iwa",
        "a document of Pages, Numbers or Keynote",
        "in Pages choose File > Export To > Word; of Numbers copy the article into a document, and save that as .docx",
    ),
    ("Index/Document.iwa", "a document of Pages, Numbers or Keynote", "in Pages choose File > Export To > Word"),
    ("Index.zip", "a document of Pages, Numbers or Keynote", "in Pages choose File > Export To > Word"),
    ("index.xml.gz", "a document of Pages '09", "in Pages choose File > Export > Word"),
];

/// What to do with a picture of text.
const PICTURED: &str = "let a program recognise its text (OCR), check that, and save it as .txt or .docx";

/// What to do with a recording.
const RECORDED: &str = "have it transcribed, and name the transcript: .vtt, .srt, .txt or .docx";

/// What to do with an archive.
const PACKED: &str = "unpack it, and name the articles in it, or their folder";

/// How far into a file its beginning stands, the beginning, what it is, and what to do.
const MARKS: &[(usize, &[u8], &str, &str)] = &[
    (0, b"\x89PNG\r\n\x1A\n", "a picture (PNG)", PICTURED),
    (0, b"\xFF\xD8\xFF", "a picture (JPEG)", PICTURED),
    (0, b"GIF89a", "a picture (GIF)", PICTURED),
    (0, b"GIF87a", "a picture (GIF)", PICTURED),
    (0, b"II*\0", "a picture (TIFF)", PICTURED),
    (0, b"MM\0*", "a picture (TIFF)", PICTURED),
    (8, b"WEBPVP8", "a picture (WebP)", PICTURED),
    (4, b"ftyphei", "a picture (HEIC)", PICTURED),
    (4, b"ftypmif1", "a picture (HEIC)", PICTURED),
    (4, b"ftypavif", "a picture (AVIF)", PICTURED),
    (4, b"ftyp", "a recording (MP4)", RECORDED),
    (8, b"WAVEfmt ", "a recording (WAV)", RECORDED),
    (0, b"ID3\x03", "a recording (MP3)", RECORDED),
    (0, b"ID3\x04", "a recording (MP3)", RECORDED),
    (0, b"OggS\0", "a recording (Ogg)", RECORDED),
    (0, b"fLaC\0", "a recording (FLAC)", RECORDED),
    (0, b"\x1A\x45\xDF\xA3", "a recording (WebM or Matroska)", RECORDED),
    (0, b"PK\x05\x06", "an empty ZIP archive", "pack it anew, or name the article itself"),
    (0, b"\x1F\x8B", "a packed file (gzip)", PACKED),
    (0, b"7z\xBC\xAF\x27\x1C", "a packed file (7z)", PACKED),
    (0, b"Rar!\x1A\x07", "a packed file (RAR)", PACKED),
    (60, b"BOOKMOBI", "an e-book for Kindle", "save it as .epub, .docx or .html, for example with Calibre"),
];

/// Beginnings of other files; what they are; and what to do.
const BEGINNINGS: &[(&[u8], &str, &str)] = &[
    (
        b"%PDF-",
        "a PDF, whose text runs into page numbers, notes and columns so that sentences and figures come out wrong",
        "export the draft it was made from as .docx, .odt, .html or .md",
    ),
    (b"\xFFWPC", "a WordPerfect document", "open it in WordPerfect or LibreOffice, and save it as .docx"),
    (b"\xDB\xA5\x2D", "a document of Word 2 or older", "open it in LibreOffice, and save it as .docx"),
];

/// The error for a file that no reader reads, where it is known what it is.
pub(crate) fn elsewhere(bytes: &[u8]) -> Option<ReadError> {
    let unreadable = |what: &'static str, instead: &'static str| Some(ReadError::Elsewhere { what, instead });
    if let Some((_, what, instead)) = BEGINNINGS.iter().find(|(start, ..)| bytes.starts_with(start)) {
        return unreadable(what, instead);
    }
    let marked =
        |(at, mark, ..): &&(usize, &[u8], &str, &str)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    if let Some((_, _, what, instead)) = MARKS.iter().find(marked) {
        return unreadable(what, instead);
    }
    if bytes.starts_with(OLE) {
        let holds = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            memchr::memmem::find(bytes, &name).is_some()
        };
        let known = IN_OLE.iter().find(|(name, ..)| holds(name));
        let (what, instead) = known.map_or(
            ("a file of an old office program", "open it there, and save it as .docx"),
            |(_, what, instead)| (*what, *instead),
        );
        return unreadable(what, instead);
    }
    if memchr::memmem::find(bytes.get(..bytes.len().min(2048))?, b"progid=\"Word.Document\"").is_some() {
        return unreadable("a Word document as one XML file", "open it in Word, and save it as .docx");
    }
    if !Package::is_one(bytes) {
        return None;
    }
    let limits = crate::package::Limits { bytes: 0, depth: 0 };
    let package = match Package::open(bytes, limits) {
        Ok(package) => package,
        Err(error) => return Some(error.into()),
    };
    if let Some((what, instead)) = opendocument(bytes) {
        return unreadable(what, instead);
    }
    let known = IN_PACKAGE.iter().find(|(part, ..)| package.has(part));
    let (what, instead) = known.map_or(
        ("a ZIP archive, but no document that is read here", "unpack it, and name the articles in it"),
        |(_, what, instead)| (*what, *instead),
    );
    unreadable(what, instead)
}

/// An `OpenDocument` file that is no text, by its type.
fn opendocument(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const KINDS: &[(&str, &str)] = &[
        ("spreadsheet", "an OpenDocument spreadsheet (.ods)"),
        ("presentation", "an OpenDocument presentation (.odp)"),
        ("graphics", "an OpenDocument drawing (.odg)"),
        ("formula", "an OpenDocument formula (.odf)"),
        ("base", "an OpenDocument database (.odb)"),
    ];
    let mut package = Package::open(bytes, crate::package::Limits { bytes: 1 << 16, depth: 0 }).ok()?;
    let kind = package.text("mimetype").ok()??;
    let kind = kind.trim().strip_prefix("application/vnd.oasis.opendocument.")?;
    let (_, what) = KINDS.iter().find(|(name, _)| kind.starts_with(name))?;
    Some((what, "copy the article into a text document, and save that as .odt or .docx"))
}
