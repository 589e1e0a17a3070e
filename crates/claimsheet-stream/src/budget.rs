//! How much text is analysed at one time: long articles wait for one another, so that memory stays bounded however
//! many cores there are.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes that may be at work at one time.
#[derive(Debug)]
pub struct Budget {
    whole: usize,
    left: Mutex<usize>,
    freed: Condvar,
}

/// Bytes that are at work; they are given back when it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Held<'a> {
    budget: &'a Budget,
    bytes: usize,
}

impl Budget {
    /// A budget of that many bytes.
    pub const fn new(bytes: usize) -> Self {
        Self { whole: bytes, left: Mutex::new(bytes), freed: Condvar::new() }
    }

    /// Waits until there are `bytes` left, and takes them. What is longer than the whole budget waits for all of it.
    /// Who holds some never asks for more, so that nobody waits for ever.
    pub fn take(&self, bytes: usize) -> Held<'_> {
        let bytes = bytes.min(self.whole);
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let mut left = self.freed.wait_while(left, |left| *left < bytes).unwrap_or_else(PoisonError::into_inner);
        *left -= bytes;
        Held { budget: self, bytes }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *self.budget.left.lock().unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_than_the_budget_is_at_work_at_one_time() {
        let (budget, at_work, most) = (Budget::new(10), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for thread in 0..8_usize {
                let (budget, at_work, most) = (&budget, &at_work, &most);
                scope.spawn(move || {
                    for step in 0..200 {
                        let bytes = 1 + (thread + step) % 15;
                        let held = budget.take(bytes);
                        let bytes = bytes.min(10);
                        most.fetch_max(at_work.fetch_add(bytes, Ordering::SeqCst) + bytes, Ordering::SeqCst);
                        at_work.fetch_sub(bytes, Ordering::SeqCst);
                        drop(held);
                    }
                });
            }
        });
        assert!(most.into_inner() <= 10);
    }
}
