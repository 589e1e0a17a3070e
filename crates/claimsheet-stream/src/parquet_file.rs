//! Rows as a Parquet file.

use crate::columns::schema;
use crate::settings::Rows;
use arrow_array::RecordBatch;
use arrow_select::concat::concat_batches;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::io::{self, Write};

/// Rows that are written at one time.
const AT_ONCE: usize = 4 << 10;

/// Bytes of rows that are held until they are a group of the file.
const OF_A_GROUP: usize = 24 << 20;

/// A Parquet file that is being written.
pub struct ParquetFile<W: Write + Send> {
    writer: ArrowWriter<W>,
    rows: Rows,
    held: Vec<RecordBatch>,
    count: usize,
}

impl<W: Write + Send> ParquetFile<W> {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn new(file: W, rows: Rows) -> io::Result<Self> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = ArrowWriter::try_new(file, schema(rows), Some(properties)).map_err(io::Error::other)?;
        Ok(Self { writer, rows, held: Vec::new(), count: 0 })
    }

    /// Adds rows.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    pub fn push(&mut self, rows: RecordBatch) -> io::Result<()> {
        self.count += rows.num_rows();
        self.held.push(rows);
        if self.count >= AT_ONCE { self.put_away() } else { Ok(()) }
    }

    fn put_away(&mut self) -> io::Result<()> {
        let rows = concat_batches(&schema(self.rows), &self.held).map_err(io::Error::other)?;
        (self.count, self.held) = (0, Vec::new());
        self.writer.write(&rows).map_err(io::Error::other)?;
        if self.writer.memory_size() > OF_A_GROUP {
            self.writer.flush().map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Writes what is left, and the file's end.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.put_away()?;
        self.writer.into_inner().map_err(io::Error::other)
    }
}

impl<W: Write + Send> std::fmt::Debug for ParquetFile<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ParquetFile").field("rows", &self.rows).field("held", &self.count).finish_non_exhaustive()
    }
}
