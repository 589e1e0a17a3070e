//! What the heads of a table say of its cells: a figure in a cell means nothing without them.

use crate::text::document::{Block, BlockKind, Document};
use rustc_hash::FxHashMap as HashMap;

/// The heads of the tables of a document.
#[derive(Debug, Default)]
pub(crate) struct TableHeads<'d> {
    /// The words of each cell in a first column or in a row of heads, by table, row and column.
    cells: HashMap<(u32, u32, u32), &'d str>,
    /// What each table is called, and its row of heads.
    tables: HashMap<u32, Table<'d>>,
}

#[derive(Debug, Default)]
struct Table<'d> {
    title: Option<&'d str>,
    head_row: u32,
}

impl<'d> TableHeads<'d> {
    /// The heads in `document`: a first row of one cell over others is the table's title, as a caption right before
    /// or behind the table is.
    pub(crate) fn of(document: &'d Document) -> Self {
        let mut heads = Self::default();
        let mut widths: HashMap<(u32, u32), u32> = HashMap::default();
        for (at, block) in document.blocks.iter().enumerate() {
            let BlockKind::Cell { table, row, column } = block.kind else { continue };
            *widths.entry((table, row)).or_default() += 1;
            if row <= 1 || column == 0 {
                heads.cells.entry((table, row, column)).or_insert_with(|| document.text(block.span));
            }
            let known = heads.tables.entry(table).or_default();
            let caption = |at: Option<usize>| {
                let caption = document.blocks.get(at?).filter(|block| block.kind == BlockKind::Caption)?;
                Some(document.text(caption.span))
            };
            known.title = known.title.or_else(|| caption(at.checked_sub(1))).or_else(|| caption(Some(at + 1)));
        }
        for (number, table) in &mut heads.tables {
            let width = |row| widths.get(&(*number, row)).copied().unwrap_or(0);
            if width(0) == 1 && width(1) > 1 {
                table.head_row = 1;
                table.title = heads.cells.get(&(*number, 0, 0)).copied().or(table.title);
            }
        }
        heads
    }

    /// What stands over and beside the cell of `block`: `In the table "Ferry traffic": 2019, cars:`. Nothing for
    /// other blocks and for heads themselves.
    pub(crate) fn before(&self, block: &Block) -> Option<String> {
        let BlockKind::Cell { table, row, column } = block.kind else { return None };
        let known = self.tables.get(&table)?;
        if row <= known.head_row {
            return None;
        }
        let cell = |row, column| self.cells.get(&(table, row, column)).copied();
        let row_head = if column > 0 { cell(row, 0) } else { None };
        let heads: Vec<&str> = row_head.into_iter().chain(cell(known.head_row, column)).collect();
        let heads = heads.join(", ");
        let title = known.title.map(|title| format!("In the table \"{title}\":"));
        let heads = (!heads.is_empty()).then(|| format!("{heads}:"));
        let told: Vec<String> = title.into_iter().chain(heads).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::document::builder::DocumentBuilder;

    /// A document of a table, row by row, with what stands before it.
    fn table(caption: Option<&str>, rows: &[&[&str]]) -> Document {
        let source: String = caption.into_iter().chain(rows.iter().flat_map(|row| row.iter().copied())).collect();
        let mut builder = DocumentBuilder::new(&source);
        let mut at = 0;
        let mut block = |kind, words: &str| {
            builder.open(kind);
            builder.verbatim(at, at + words.len());
            builder.close();
            at += words.len();
        };
        if let Some(caption) = caption {
            block(BlockKind::Caption, caption);
        }
        for (row, cells) in rows.iter().enumerate() {
            for (column, words) in cells.iter().enumerate() {
                block(BlockKind::Cell { table: 0, row: row as u32, column: column as u32 }, words);
            }
        }
        builder.finish()
    }

    fn before(document: &Document, words: &str) -> Option<String> {
        let block = document.blocks.iter().find(|block| document.text(block.span) == words)?;
        TableHeads::of(document).before(block)
    }

    #[test]
    fn a_cell_has_the_heads_of_its_row_and_column_and_the_title_of_its_table() {
        let rows: &[&[&str]] = &[&["Port", "Ships"], &["Lund", "31"], &["Ansel", "9"]];
        assert_eq!(before(&table(None, rows), "9").as_deref(), Some("Ansel, Ships:"));
        assert_eq!(
            before(&table(Some("Ships in May"), rows), "31").as_deref(),
            Some("In the table \"Ships in May\": Lund, Ships:")
        );
        let titled: &[&[&str]] = &[&["SHIPS IN MAY"], &["Port", "Ships"], &["Lund", "31"]];
        assert_eq!(before(&table(None, titled), "31").as_deref(), Some("In the table \"SHIPS IN MAY\": Lund, Ships:"));
    }

    #[test]
    fn heads_themselves_and_other_blocks_have_none() {
        let document = table(None, &[&["Port", "Ships"], &["Lund", "31"]]);
        assert_eq!(before(&document, "Ships"), None);
        assert_eq!(before(&table(Some("Ships"), &[]), "Ships"), None);
    }
}
