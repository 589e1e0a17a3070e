//! A workbook: the table to work on, where to look, and what else the worksheet holds.

pub(crate) mod other_sheets;

use super::super::words::shortened;
use super::super::{Format, RenderContext, RenderError, RenderOptions};
use super::preset::PLAIN;
use super::{Rows, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use style::Styles;

pub(crate) use other_sheets::HEADER as OTHERS;
pub(crate) use places::HEADER as LOOKED;

mod height;
mod main_sheet;
mod places;
mod style;

/// A workbook to fill.
pub(in super::super) const FORMAT: Format = Format {
    name: "xlsx",
    about: "A workbook with drop-downs, links and a print set-up",
    suffix: "worksheet.xlsx",
    holds_work: true,
    needs_sheet: true,
    write: render,
};

/// The hidden sheet that holds what the drop-downs offer.
const LISTS: &str = "Lists";

/// The paper: A4.
const PAPER: u8 = 9;

/// A row and a column as Excel has them with our font, in pixels.
const ROW: u32 = 17;
const COLUMN: u32 = 64;

fn render(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, RenderError> {
    workbook(material, options).map_err(|error| match error {
        XlsxError::RowColumnLimitError => {
            RenderError::Data("a workbook has room for 1,048,576 rows; write csv instead".to_owned())
        }
        error => RenderError::Data(error.to_string()),
    })
}

fn workbook(material: &RenderContext<'_>, options: &RenderOptions) -> Result<Vec<u8>, XlsxError> {
    let preset = options.preset.unwrap_or(&PLAIN).in_workbook();
    let table = Table::of(material, options, preset);
    let name = if options.rows == Rows::Facts && !preset.subtasks { "Facts" } else { "Claims" };
    let (mut book, styles) = (Workbook::new(), Styles::default());
    book.set_properties(&properties(material)?);
    let title = title(material);
    book.set_default_format(&style::base(), ROW, COLUMN)?;
    let main = book.add_worksheet().set_name(name)?;
    main_sheet::write(main, &table, &styles, &places::first_rows(&table))?;
    print(main, &title)?;
    let look = book.add_worksheet().set_name(places::NAME)?;
    places::write(look, &table, &styles)?;
    print(look, &title)?;
    let other = book.add_worksheet().set_name(other_sheets::NAME)?;
    other_sheets::write(other, material, &styles)?;
    print(other, &title)?;
    let lists = book.add_worksheet().set_name(LISTS)?;
    for (row, verdict) in options.desk.verdicts.iter().enumerate() {
        style::text(lists, row as u32, 0, verdict, &styles.text)?;
    }
    lists.set_hidden(true);
    book.save_to_buffer()
}

/// What the article is called, in a line.
fn title(material: &RenderContext<'_>) -> String {
    let article = &material.worksheet.article;
    let name = article.title.as_deref().filter(|title| !title.trim().is_empty());
    let name = name.unwrap_or_else(|| article.path.rsplit(['/', '\\']).next().unwrap_or(""));
    shortened(&name.split_whitespace().collect::<Vec<_>>().join(" "), 90)
}

/// The same for the same article: no clock is read.
fn properties(material: &RenderContext<'_>) -> Result<DocProperties, XlsxError> {
    let made_by = format!("claimsheet {}", material.worksheet.tool.version);
    Ok(DocProperties::new()
        .set_title(title(material))
        .set_subject("Fact-check worksheet")
        .set_author(material.worksheet.checker.as_deref().unwrap_or("claimsheet"))
        .set_comment(made_by)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// Landscape, as wide as the page, with the header on each, the title above and the page's number
/// below.
fn print(sheet: &mut Worksheet, title: &str) -> Result<(), XlsxError> {
    let title = title.replace('&', "&&");
    sheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.4, 0.4, 0.65, 0.6, 0.3, 0.3);
    sheet.set_header(format!("&L&10Fact-check: {title}&R&10&A"));
    sheet.set_footer("&L&10&F&R&10Page &P of &N");
    Ok(())
}
