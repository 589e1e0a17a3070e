//! A run over an archive: batches of records, analysed on all cores and handed on in their order.

use crate::budget::Budget;
use crate::lines::{Line, Lines};
use crate::outcome::{Open, Outcome};
use crate::record::Record;
use crate::resume::Done;
use crate::seen::{Key, Seen};
use crate::settings::Settings;
use crate::trouble::{Trouble, TroubleKind};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io::{self, BufRead};

/// Bytes of text that are analysed at one time: each costs up to 180 bytes of memory until its row is written.
const AT_WORK: usize = 3 << 18;

/// Bytes of records that are read at one time for each core; a batch is never less than [`LEAST`] or more than
/// [`MOST`].
const FOR_A_CORE: usize = 128 << 10;
const LEAST: usize = 1 << 20;
const MOST: usize = 4 << 20;

/// Records of a batch, at most: many that are short take more memory than their bytes.
const RECORDS: usize = 1 << 14;

/// A record, or its id and why it is none.
type Read<'a> = Result<Record<'a>, (String, Trouble)>;

/// A run over an archive.
pub struct Archive<'a> {
    settings: &'a Settings,
    open: &'a Open<'a>,
    pool: ThreadPool,
    budget: Budget,
    /// What an earlier run wrote.
    done: Done,
}

/// On which side a run failed.
#[derive(Debug)]
pub enum RunError {
    /// The archive cannot be read.
    Input(io::Error),
    /// What was made cannot be put away.
    Output(io::Error),
}

/// How many records there were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that were read.
    pub records: u64,
    /// Records that an earlier run had written.
    pub done: u64,
    /// Records that gave an error.
    pub wrong: u64,
}

impl<'a> Archive<'a> {
    /// A run with `jobs` at one time, one for each core where it is none. `open` brings the bytes of a file that a
    /// record names, at most as many as it is told.
    ///
    /// # Errors
    ///
    /// Where the system starts no threads.
    pub fn new(settings: &'a Settings, jobs: Option<usize>, open: &'a Open<'a>) -> io::Result<Self> {
        // As deep as the first thread of a program.
        let pool = ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).stack_size(8 << 20).build();
        let pool = pool.map_err(io::Error::other)?;
        Ok(Self { settings, open, pool, budget: Budget::new(AT_WORK), done: Done::default() })
    }

    /// The same without the records that an earlier run wrote.
    #[must_use]
    pub fn without(self, done: Done) -> Self {
        Self { done, ..self }
    }

    /// Analyses the records of `input`. `make` is called for each on any core, and `hand_on` with what it gave, in
    /// the order of the input. No more is read before that is done.
    ///
    /// # Errors
    ///
    /// Where the input cannot be read, `hand_on` fails, or there is no place for temporary files.
    pub fn run<T: Send>(
        mut self,
        input: impl BufRead,
        make: impl Fn(&Outcome<'_>) -> T + Sync,
        mut hand_on: impl FnMut(T) -> io::Result<()>,
    ) -> Result<Counts, RunError> {
        let limit = self.settings.limits.bytes;
        let mut lines = Lines::new(input, usize::try_from(limit).unwrap_or(usize::MAX));
        let (mut seen, mut counts) = (Seen::default(), Counts::default());
        loop {
            let batch = self.batch(&mut lines).map_err(RunError::Input)?;
            if batch.is_empty() {
                return Ok(counts);
            }
            let records: Vec<Read<'_>> =
                self.pool.install(|| batch.par_iter().map(|line| Record::of(line, limit)).collect());
            let mut open = Vec::with_capacity(batch.len());
            for (line, record) in batch.iter().zip(records) {
                counts.records += 1;
                match self.unless_done(line.number, record, &mut seen).map_err(RunError::Output)? {
                    Some(record) => open.push((line.number, record)),
                    None => counts.done += 1,
                }
            }
            for (is_wrong, one) in self.analysed(open, &make) {
                counts.wrong += u64::from(is_wrong);
                hand_on(one).map_err(RunError::Output)?;
            }
        }
    }

    /// Analyses records that were read already, as the rows of a table; `make` is called for each on any core. What
    /// they gave comes back in their order. Ids may be there several times, as a table may be one of many parts.
    pub fn of_records<T: Send>(
        &self,
        records: Vec<Result<Record<'_>, (String, Trouble)>>,
        make: impl Fn(&Outcome<'_>) -> T + Sync,
    ) -> Vec<T> {
        let numbered = (1..).zip(records).collect();
        self.analysed(numbered, &make).into_iter().map(|(_, made)| made).collect()
    }

    /// What each of the records gave, and whether it is an error.
    fn analysed<T: Send>(
        &self,
        records: Vec<(u64, Read<'_>)>,
        make: &(impl Fn(&Outcome<'_>) -> T + Sync),
    ) -> Vec<(bool, T)> {
        self.pool.install(|| {
            let all = records.into_par_iter().with_max_len(1).map(|(line, record)| {
                let _held = self.budget.take(record.as_ref().map_or(0, |record| record.body.len()));
                let outcome = Outcome::of(line, record, self.settings, self.open);
                (outcome.articles.is_err(), make(&outcome))
            });
            all.collect()
        })
    }

    fn batch(&self, lines: &mut Lines<impl BufRead>) -> io::Result<Vec<Line>> {
        let most = (FOR_A_CORE * self.pool.current_num_threads()).clamp(LEAST, MOST);
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < most && batch.len() < RECORDS {
            let Some(line) = lines.read()? else { break };
            bytes += line.content.held();
            batch.push(line);
        }
        Ok(batch)
    }

    /// The record, unless an earlier run wrote what it gives; one whose id was seen is an error.
    fn unless_done<'r>(&mut self, line: u64, record: Read<'r>, seen: &mut Seen) -> io::Result<Option<Read<'r>>> {
        let record = match record {
            Ok(record) if !seen.insert(Key::of_id(&record.id))? => {
                let message = "an earlier record has the same id; give each its own";
                Err((record.id, TroubleKind::DuplicateId.with(message)))
            }
            record => record,
        };
        let is_done = match &record {
            Ok(record) => self.done.has(Key::of_id(&record.id))? || self.done.has(Key::of_line(line))?,
            Err(_) => self.done.has(Key::of_line(line))?,
        };
        Ok((!is_done).then_some(record))
    }
}

impl std::fmt::Debug for Archive<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").field("settings", self.settings).finish_non_exhaustive()
    }
}
