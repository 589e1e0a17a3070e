//! How cells look, and how text gets into them.

use claimsheet::text::escape::formula::is_formula;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Worksheet, XlsxError};

/// Longest text of a cell, in UTF-16 units: what Excel takes, less room to say that more was there.
const LONGEST: usize = 32_600;

/// Longest address of a link, in UTF-16 units.
const LONGEST_LINK: usize = 2_000;

/// The size of text, in points.
pub(super) const SIZE: f64 = 9.0;

/// The size of a claim's words, in points.
pub(super) const CLAIM_SIZE: f64 = 10.0;

/// The looks of a workbook. All are text, so that what is typed as "3/4" or "=x" stays what it is.
pub(super) struct Styles {
    pub(super) header: Format,
    pub(super) text: Format,
    pub(super) number: Format,
    pub(super) claim: Format,
    pub(super) input: Format,
    pub(super) link: Format,
    pub(super) centred: Format,
    pub(super) hidden: Format,
    pub(super) high: Format,
    pub(super) medium: Format,
    pub(super) low: Format,
}

/// The font of the workbook, by whose digits the widths of columns are counted.
pub(super) fn base() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

impl Default for Styles {
    fn default() -> Self {
        let grid = Color::RGB(0x00C8_CDD3);
        let text = Format::new()
            .set_font_name("Arial")
            .set_font_size(SIZE)
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_border_color(grid);
        Self {
            header: text
                .clone()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x0034_4350))
                .set_align(FormatAlign::VerticalCenter),
            number: text.clone().set_align(FormatAlign::Center),
            claim: text.clone().set_font_size(CLAIM_SIZE),
            input: text.clone().set_background_color(Color::RGB(0x00FF_FBEA)),
            link: text.clone().set_font_color(Color::RGB(0x0005_63C1)).set_underline(FormatUnderline::Single),
            centred: text.clone().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00FF_FBEA)),
            hidden: text.clone().set_font_size(7).set_font_color(Color::RGB(0x0080_8890)),
            high: Format::new()
                .set_bold()
                .set_font_color(Color::RGB(0x008B_1A1A))
                .set_background_color(Color::RGB(0x00FA_D9D5)),
            medium: Format::new().set_font_color(Color::RGB(0x005C_4400)).set_background_color(Color::RGB(0x00FC_EFC8)),
            low: Format::new()
                .set_italic()
                .set_font_color(Color::RGB(0x0044_546A))
                .set_background_color(Color::RGB(0x00EE_F1F4)),
            text,
        }
    }
}

/// Writes text as text, whatever it begins with. What Excel would run when the cell is edited again
/// gets the mark that keeps it text; what is longer than a cell says how much is left out.
pub(super) fn text(sheet: &mut Worksheet, row: u32, column: u16, words: &str, style: &Format) -> Result<(), XlsxError> {
    let words = fitting(words);
    if words.split(['\n', '\r']).any(is_formula) {
        sheet.write_string_with_format(row, column, words, &style.clone().set_quote_prefix())?;
    } else if words.is_empty() {
        sheet.write_blank(row, column, style)?;
    } else {
        sheet.write_string_with_format(row, column, words, style)?;
    }
    Ok(())
}

/// Writes text that leads to an address of the web, or text alone where the address is none that a
/// workbook can hold.
pub(super) fn link(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    words: &str,
    url: Option<&str>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let is_web = |url: &&str| {
        (url.starts_with("https://") || url.starts_with("http://")) && url.encode_utf16().count() <= LONGEST_LINK
    };
    let words = fitting(words);
    match url.filter(is_web).filter(|_| !words.is_empty()) {
        Some(url) => {
            let target = Url::new(url).set_text(&words);
            match sheet.write_url_with_format(row, column, target, &styles.link) {
                Ok(_) => Ok(()),
                Err(XlsxError::MaxUrlLengthExceeded | XlsxError::UnknownUrlType(_)) => {
                    text(sheet, row, column, &words, &styles.text)
                }
                Err(error) => Err(error),
            }
        }
        None => text(sheet, row, column, &words, &styles.text),
    }
}

/// The header, with its row frozen and a filter over the table.
pub(super) fn header(
    sheet: &mut Worksheet,
    names: &[(&str, f64)],
    rows: u32,
    frozen: u16,
    styles: &Styles,
) -> Result<(), XlsxError> {
    for (column, (name, width)) in names.iter().enumerate() {
        let column = column as u16;
        sheet.set_column_width(column, *width)?;
        text(sheet, 0, column, name, &styles.header)?;
    }
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, frozen)?;
    if let Some(last) = names.len().checked_sub(1) {
        sheet.autofilter(0, 0, rows, last as u16)?;
    }
    Ok(())
}

/// Text without what no workbook holds, cut where a cell ends.
fn fitting(words: &str) -> String {
    let (mut units, mut end) = (0, words.len());
    for (at, letter) in words.char_indices() {
        units += letter.len_utf16();
        if units > LONGEST {
            end = at;
            break;
        }
    }
    let (kept, left) = words.split_at(end);
    if left.is_empty() {
        return kept.to_owned();
    }
    format!("{kept} … and {} more characters, in the Markdown sheet", left.chars().count())
}
