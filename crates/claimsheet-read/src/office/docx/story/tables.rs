//! Tables: which of their rows and cells are read, and as what.

use super::Story;
use crate::package::{Item, PackageError};

impl Story<'_> {
    pub(super) fn close_table(&mut self) {
        self.flush_joined();
        let Some(table) = self.tables.close() else { return };
        if table.is_box() {
            let done = self.text.done.iter_mut().skip(table.first).chain(&mut self.behind);
            for done in done.filter(|done| table.holds(done.paragraph.kind)) {
                done.paragraph.kind = done.own;
            }
        }
    }

    pub(super) fn cell_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        let mut wide = 1;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "gridSpan" => {
                    wide = tag.attribute("val").and_then(|wide| wide.parse().ok()).unwrap_or(1);
                }
                Item::Start(tag) if tag.space == "w" && tag.local == "tcPrChange" => self.xml.skip()?,
                Item::Eof => break,
                _ => {}
            }
        }
        self.tables.widen(wide);
        Ok(())
    }

    pub(super) fn row_properties(&mut self) -> Result<(), PackageError> {
        let outer = self.xml.depth() - 1;
        let mut left_out = false;
        while self.xml.depth() > outer {
            match self.xml.next()? {
                Item::Start(tag) if tag.space == "w" && tag.local == "del" => left_out |= !self.context.original,
                Item::Start(tag) if tag.space == "w" && tag.local == "ins" => left_out |= self.context.original,
                Item::Start(tag) if tag.space == "w" && tag.local == "trPrChange" => self.xml.skip()?,
                Item::Eof => break,
                _ => {}
            }
        }
        if left_out {
            self.tables.leave_row();
        }
        Ok(())
    }
}
