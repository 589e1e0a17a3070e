//! Tables that are being read.

use claimsheet::text::document::BlockKind;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    number: u32,
    rows: u32,
    /// Columns passed in this row, and the widest row's.
    column: u32,
    widest: u32,
    next: u32,
    leaves_row: bool,
    /// How many paragraphs were open around it.
    level: usize,
    /// How many paragraphs had been read before it.
    pub(super) first: usize,
}

/// The tables that are open, innermost last.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Vec<Table>,
    count: u32,
}

impl Table {
    /// Whether it is a box around text: a table of one cell.
    pub(super) const fn is_box(&self) -> bool {
        self.rows == 1 && self.widest == 1
    }

    /// Whether a block of that kind is a cell of it.
    pub(super) fn holds(&self, kind: BlockKind) -> bool {
        matches!(kind, BlockKind::Cell { table, .. } if table == self.number)
    }
}

impl Tables {
    pub(super) fn open(&mut self, level: usize, first: usize) {
        let number = self.count;
        self.count += 1;
        self.open.push(Table { number, rows: 0, column: 0, widest: 0, next: 0, leaves_row: false, level, first });
    }

    pub(super) fn row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.rows += 1;
            table.next = 0;
            table.leaves_row = false;
        }
    }

    /// The row that has begun is not there after all.
    pub(super) fn leave_row(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.rows = table.rows.saturating_sub(1);
            table.leaves_row = true;
        }
    }

    pub(super) fn cell(&mut self) {
        if let Some(table) = self.open.last_mut() {
            table.column = table.next;
            table.next = table.next.saturating_add(1);
            table.widest = table.widest.max(table.next);
        }
    }

    /// The cell that has begun covers `wide` columns.
    pub(super) fn widen(&mut self, wide: u32) {
        if let Some(table) = self.open.last_mut() {
            table.next = table.column.saturating_add(wide.clamp(1, 1000));
            table.widest = table.widest.max(table.next);
        }
    }

    pub(super) fn close(&mut self) -> Option<Table> {
        self.open.pop()
    }

    /// Whether a paragraph within `level` others stands in a row that is not there.
    pub(super) fn leaves_row(&self, level: usize) -> bool {
        self.open.iter().any(|table| table.leaves_row && table.level <= level)
    }

    /// What a paragraph within `level` others is, where it stands in a cell.
    pub(super) fn cell_at(&self, level: usize) -> Option<BlockKind> {
        let table = self.open.last().filter(|table| table.level == level)?;
        Some(BlockKind::Cell { table: table.number, row: table.rows.saturating_sub(1), column: table.column })
    }
}
