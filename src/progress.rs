//! A bar on the terminal while many drafts are made.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long work goes on before a bar is worth looking at.
const PATIENCE: Duration = Duration::from_secs(1);

/// The bar that is shown, so that lines can be told above it.
static SHOWN: OnceLock<ProgressBar> = OnceLock::new();

/// Work on a number of things.
pub(crate) struct Progress {
    count: usize,
    done: usize,
    begun: Instant,
    /// Whether somebody looks at standard error.
    is_seen: bool,
}

impl Progress {
    /// Begins work on `count` things.
    pub(crate) fn new(count: usize) -> Self {
        Self { count, done: 0, begun: Instant::now(), is_seen: count > 1 && std::io::stderr().is_terminal() }
    }

    /// Begins the next thing, which is called `name`.
    pub(crate) fn next(&mut self, name: &str) {
        if self.is_seen && self.begun.elapsed() >= PATIENCE {
            let bar = SHOWN.get_or_init(|| bar(self.count));
            bar.set_position(self.done as u64);
            bar.set_message(name.to_owned());
        }
        self.done += 1;
    }
}

/// The bar goes when the work is over.
impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = SHOWN.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(count: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len}  {wide_msg}");
    let bar = ProgressBar::new(count as u64);
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}

/// Writes to the terminal while no bar stands in the way.
pub(crate) fn beside<T>(write: impl FnOnce() -> T) -> T {
    match SHOWN.get().filter(|bar| !bar.is_finished()) {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}
