//! The sheet to work on.

use super::super::Table;
use super::super::column::{Column, Look};
use super::super::preset::WORKBOOK;
use super::super::row::Row;
use super::height::height;
use super::style::{self, Styles};
use super::{LISTS, places};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle, Formula, Url,
    Worksheet, XlsxError,
};
use std::collections::HashMap;

/// The last row that the drop-downs reach, from 0, where the table is shorter: rows may be added.
const SPARE: u32 = 1000;

/// Writes the table. `places` says on which row of the sheet of places each claim's stand, by id.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table<'_>,
    styles: &Styles,
    places: &HashMap<String, u32>,
) -> Result<(), XlsxError> {
    let header = table.header();
    let names: Vec<(&str, f64)> =
        header.iter().zip(&table.columns).map(|(name, column)| (name.as_str(), f64::from(column.width))).collect();
    let rows = table.rows.len() as u32;
    let is_ours = *table.preset == WORKBOOK;
    style::header(sheet, &names, rows, u16::from(is_ours), styles)?;
    for (at, row) in table.rows.iter().enumerate() {
        let at = at as u32 + 1;
        let cells: Vec<String> = table.columns.iter().map(|column| column.of(row)).collect();
        for (which, (column, words)) in table.columns.iter().zip(&cells).enumerate() {
            cell(sheet, (at, which as u16), (row, column, words), (styles, places))?;
        }
        let sized = table.columns.iter().zip(&cells).map(|(column, words)| {
            let size = if column.look == Look::Claim { style::CLAIM_SIZE } else { style::SIZE };
            (words.as_str(), f64::from(column.width), size)
        });
        sheet.set_row_height(at, height(sized))?;
    }
    for (which, column) in table.columns.iter().enumerate() {
        rules(sheet, which as u16, column.look, rows, table, styles)?;
    }
    let printed = header.iter().rposition(|name| *name == table.options.labels.checked);
    if let Some(last) = printed.filter(|_| is_ours) {
        sheet.set_print_area(0, 0, rows, last as u16)?;
    }
    Ok(())
}

fn cell(
    sheet: &mut Worksheet,
    (at, which): (u32, u16),
    (row, column, words): (&Row<'_>, &Column, &str),
    (styles, places): (&Styles, &HashMap<String, u32>),
) -> Result<(), XlsxError> {
    let style = match column.look {
        Look::Source => {
            let url = row.claim().and_then(|claim| claim.claimed_source.as_ref()?.url.as_deref());
            return style::link(sheet, at, which, words, url, styles);
        }
        Look::Links => {
            if let Some(there) = places.get(row.task.id()).filter(|_| !words.is_empty()) {
                let url = Url::new(format!("internal:'{}'!A{}", places::NAME, there + 1)).set_text(words);
                sheet.write_url_with_format(at, which, url, &styles.link)?;
                return Ok(());
            }
            &styles.text
        }
        Look::Number => &styles.number,
        Look::Claim => &styles.claim,
        Look::Tick => &styles.centred,
        Look::Input | Look::Verdict => &styles.input,
        Look::Hidden => &styles.hidden,
        Look::Text | Look::Priority | Look::Backing => &styles.text,
    };
    style::text(sheet, at, which, words, style)
}

/// The drop-downs and the colours of a column.
fn rules(
    sheet: &mut Worksheet,
    column: u16,
    look: Look,
    rows: u32,
    table: &Table<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let last = rows.max(SPARE);
    match look {
        Look::Verdict => {
            let verdicts = table.options.desk.verdicts.len();
            if verdicts > 0 {
                let offer = DataValidation::new()
                    .allow_list_formula(Formula::new(format!("={LISTS}!$A$1:$A${verdicts}")))
                    .set_error_style(DataValidationErrorStyle::Warning)
                    .set_error_title("Not a verdict of this desk")?
                    .set_error_message("The gate will not pass a verdict that is not on the list.")?;
                sheet.add_data_validation(1, column, last, column, &offer)?;
            }
        }
        Look::Priority => {
            let words = ["High", "Medium", "Low"];
            let offer = DataValidation::new().allow_list_strings(&words)?;
            sheet.add_data_validation(1, column, last, column, &offer)?;
            for (word, style) in words.iter().zip([&styles.high, &styles.medium, &styles.low]) {
                let rule =
                    ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(*word)).set_format(style);
                sheet.add_conditional_format(1, column, last, column, &rule)?;
            }
        }
        Look::Tick => {
            let offer = DataValidation::new().allow_list_strings(&["☐", "☑"])?;
            sheet.add_data_validation(1, column, last, column, &offer)?;
        }
        _ => {}
    }
    Ok(())
}
