//! Whether there is memory for a draft: a program that runs out of it is stopped by the system, and says nothing.

use crate::error::Error;
use std::fs;
use std::path::Path;

/// How many bytes of memory a byte of text takes, at most, until its sheet is written.
const PER_BYTE: u64 = 200;

/// What a run takes beside that.
const BASE: u64 = 48 << 20;

/// Texts below this are not looked at: any computer has memory for them.
const SMALL: usize = 256 << 10;

/// Refuses a text for which there is not memory enough.
///
/// # Errors
///
/// [`Error::Unreadable`], with what to do.
pub(crate) fn enough(path: &Path, text: usize) -> Result<(), Error> {
    if text < SMALL {
        return Ok(());
    }
    let needed = BASE.saturating_add((text as u64).saturating_mul(PER_BYTE));
    match available() {
        Some(available) if available < needed => {
            let reason = format!(
                "its text has {text} bytes, for which {} megabytes of memory are needed, and there are {}; divide it, or close other programs",
                needed >> 20,
                available >> 20
            );
            Err(Error::Unreadable(path.to_owned(), reason))
        }
        _ => Ok(()),
    }
}

/// How many bytes of memory there are to be had: of the computer, of the group of processes, of this one. None
/// where the system does not tell.
fn available() -> Option<u64> {
    [of_computer(), of_group(), of_process()].into_iter().flatten().min()
}

fn of_computer() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let kilobytes = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim_start_matches(':').split_whitespace().next()?.parse::<u64>().ok()
    };
    Some((kilobytes("MemAvailable")? + kilobytes("SwapFree").unwrap_or(0)) << 10)
}

fn of_group() -> Option<u64> {
    let number = |file: &str| fs::read_to_string(file).ok()?.trim().parse::<u64>().ok();
    let most = number("/sys/fs/cgroup/memory.max")?;
    Some(most.saturating_sub(number("/sys/fs/cgroup/memory.current")?))
}

#[cfg(unix)]
fn of_process() -> Option<u64> {
    let most = rustix::process::getrlimit(rustix::process::Resource::As).current?;
    let pages = fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().next()?.parse::<u64>().ok()?;
    Some(most.saturating_sub(pages * 4096))
}

#[cfg(not(unix))]
const fn of_process() -> Option<u64> {
    None
}
