//! Each kind of document gives its passages with their places.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use claimsheet_evidence::{Backing, Limits, Place, SourceFile};
use std::fmt::Write as _;

fn read(path: &str, bytes: &[u8]) -> SourceFile {
    let backing = Backing::read([(path, bytes)], &Limits::default());
    backing.files.into_iter().next().unwrap_or_else(|| panic!("{:?}", backing.unread))
}

fn advice(path: &str, bytes: &[u8]) -> String {
    Backing::read([(path, bytes)], &Limits::default()).unread.into_iter().next().unwrap().advice
}

fn place(file: &SourceFile, words: &str) -> Place {
    let passage = file.passages.iter().find(|passage| passage.text.contains(words));
    let passage = passage.unwrap_or_else(|| panic!("{words} in {:?}", file.passages));
    passage.place(passage.text.find(words).unwrap())
}

/// A PDF with a page for each content stream, in Helvetica.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    for (index, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * index
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut text = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        offsets.push(text.len());
        let _ = write!(text, "{number} 0 obj\n{object}\nendobj\n");
    }
    let start = text.len();
    let _ = write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(text, "{offset:010} 00000 n ");
    }
    let _ = write!(text, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    text.into_bytes()
}

#[test]
fn a_pdf_gives_pages_printed_numbers_and_words_broken_at_line_ends() {
    let page = |number: u32, text: &str| {
        format!("BT /F1 11 Tf 14 TL 72 700 Td {text} ET BT /F1 9 Tf 300 40 Td ({number}) Tj ET")
    };
    let pages = [
        page(
            7,
            "(The port of Ostvik was founded in 1911 and has grown every de-) Tj T* (cade since; the well-known quay is the oldest part of it.) Tj",
        ),
        page(8, "(Second page.) Tj"),
        page(9, "(Third page.) Tj"),
    ];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let file = read("report.pdf", &pdf(&pages));
    let place = place(&file, "every decade since; the well-known quay");
    assert_eq!((place.page, place.printed.as_deref()), (Some(1), Some("7")));
}

#[test]
fn two_columns_of_a_pdf_are_read_one_after_the_other() {
    let column = |x: u32, words: &str| {
        format!("BT /F1 10 Tf 12 TL {x} 700 Td ({words} one) Tj T* ({words} two) Tj T* ({words} three.) Tj ET ")
    };
    let content = column(60, "left line number") + &column(320, "right line number");
    let file = read("columns.pdf", &pdf(&[&content]));
    assert_eq!(place(&file, "left line number one left line number two").page, Some(1));
    place(&file, "right line number one right line number two");
}

#[test]
fn the_rows_of_a_pdf_are_a_table_with_heads_and_their_unit() {
    let row = |y: u32, cells: [&str; 3]| {
        let [label, one, other] = cells;
        format!(
            "BT /F1 10 Tf 60 {y} Td ({label}) Tj ET BT /F1 10 Tf 250 {y} Td ({one}) Tj ET BT /F1 10 Tf 340 {y} Td ({other}) Tj ET "
        )
    };
    let content = row(700, ["$000", "2025", "2024"])
        + &row(686, ["Turnover", "11,384", "12,106"])
        + &row(672, ["Loss", "(4,862)", "(3,121)"]);
    let file = read("accounts.pdf", &pdf(&[&content]));
    let table = file.tables.first().unwrap();
    assert_eq!(table.heads.get(1).map(String::as_str), Some("2025"));
    assert_eq!(table.rows.get(1).unwrap().cells.get(1).unwrap().number, Some(-4_862_000.0));
}

#[test]
fn damaged_and_hostile_files_are_refused_with_advice() {
    let whole = pdf(&["BT /F1 10 Tf 60 700 Td (words) Tj ET"]);
    for cut in [9, 40, whole.len() / 2] {
        let backing = Backing::read([("cut.pdf", whole.get(..cut).unwrap())], &Limits::default());
        assert_eq!(backing.files.len() + backing.unread.len(), 1);
    }
    assert!(advice("scan.pdf", &pdf(&["0 0 m 10 10 l S"])).contains("OCR"));
    assert!(advice("photo.jpg", &[0xff, 0xd8, 0xff]).contains("picture"));
    assert!(advice("call.mp3", b"ID3").contains("transcript"));
    assert!(!advice("book.xlsx", b"PK\x03\x04 broken").is_empty());
    // A form that shows itself.
    let looping = pdf(&["/F1 Do BT /F1 10 Tf 60 700 Td (words) Tj ET"]);
    assert_eq!(read("loop.pdf", &looping).passages.len(), 1);
}

/// A package with these parts, none compressed.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        package.start_file(*name, stored).unwrap();
        std::io::Write::write_all(&mut package, text.as_bytes()).unwrap();
    }
    package.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_is_locked_says_so() {
    let locked = "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data>\
                  </manifest:encryption-data></manifest:file-entry></manifest:manifest>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let book = package(&[("mimetype", kind), ("META-INF/manifest.xml", locked), ("content.xml", "locked")]);
    assert!(
        advice("figures.ods", &book).contains("locked with a password; open it"),
        "{}",
        advice("figures.ods", &book)
    );
    let broken = package(&[("mimetype", kind), ("content.xml", "locked")]);
    assert!(advice("figures.ods", &broken).contains("cannot be read"));
}

#[test]
fn tables_of_text_are_read_in_their_dialect() {
    let file =
        read("shares.csv", "# Stand 2025\nAktionär;Anteil in %\nFamilie Holm;38,7\nStreubesitz;61,3\n".as_bytes());
    let cell = file.tables.first().unwrap().rows.first().unwrap().cells.get(1).unwrap().clone();
    assert_eq!((cell.number, cell.place.cell.as_deref(), cell.place.line), (Some(38.7), Some("B3"), Some(3)));
}

#[test]
fn workbooks_give_cells_as_their_formats_show_them() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Wages").unwrap();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    sheet.write(0, 0, "Club").unwrap().write(0, 1, "Wages £000").unwrap().write(0, 2, "Ratio").unwrap();
    sheet.write(1, 0, "Ostvik").unwrap().write(1, 1, 9731).unwrap();
    sheet.write_with_format(1, 2, 0.855, &percent).unwrap();
    let file = read("wages.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(place(&file, "85.5%").cell.as_deref(), Some("Wages!C2"));
    assert_eq!(file.tables.first().unwrap().rows.first().unwrap().cells.get(1).unwrap().number, Some(9_731_000.0));
}

#[test]
fn what_one_says_runs_on_over_captions_and_keeps_the_times() {
    let text = "WEBVTT\n\n00:00:04.000 --> 00:00:09.000\n<v Chair>Item nine. The seventeenth\nof February,\n\n00:00:09.250 --> 00:00:10.404\n<v Chair>for the record.\n\n00:00:11.000 --> 00:00:12.000\n<v Lund>Thank you.\n";
    let file = read("debate.vtt", text.as_bytes());
    assert_eq!(place(&file, "of February, for the record").time.as_deref(), Some("00:00:04.000"));
    assert_eq!(place(&file, "for the record").time.as_deref(), Some("00:00:09.250"));
    assert_eq!(file.passages.last().unwrap().speaker.as_deref(), Some("Lund"));
}

#[test]
fn mails_are_read_by_line_with_what_is_attached() {
    let mail = "From: Ida Lund <lund@port.example>\r\nDate: Tue, 09 Jun 2026 10:26:40 +0100\r\nSubject: Figures\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear all,\r\n\r\nwe count 83 ships=\r\n at the quay.\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"ships.csv\"\r\n\r\nport,ships\r\nOstvik,83\r\n--b--\r\n";
    let backing = Backing::read([("mail.eml", mail.as_bytes())], &Limits::default());
    let paths: Vec<&str> = backing.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["mail.eml", "mail.eml/ships.csv"]);
    let file = backing.files.first().unwrap();
    assert_eq!(place(file, "83 ships at the quay").line, Some(3));
    assert_eq!(file.date, chrono::NaiveDate::from_ymd_opt(2026, 6, 9));
}

#[test]
fn the_lines_of_a_courts_transcript_are_joined_and_keep_their_numbers() {
    let mut text = String::new();
    for (number, line) in (1..).zip([
        "Q.  Did you see",
        "the ship leave",
        "on Monday?",
        "A.  I did not",
        "see it leave.",
        "Q.  When did",
        "you see it?",
        "A.  On Tuesday.",
        "Q.  Thank you.",
        "A.  Yes.",
        "Q.  Go on.",
        "A.  No.",
    ]) {
        let _ = writeln!(text, "{number:>4}   {line}");
    }
    let file = read("court.txt", text.as_bytes());
    assert_eq!(place(&file, "leave.").line, Some(5));
}
