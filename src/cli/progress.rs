//! How far a long run has come, where somebody is watching.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// Runs shorter than this say nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Articles, while nobody knows of how many.
const COUNTING: &str = "{spinner} {human_pos} articles ({elapsed})";
/// Articles of all that there are.
const MEASURING: &str = "{bar:32} {human_pos} of {human_len} articles ({elapsed}, {eta} left)";

/// How many articles there are, where that can be known before all are read.
pub(super) type Count = Box<dyn FnOnce() -> Option<u64> + Send>;

/// A line on standard error that counts articles, with a bar once it is known how many there are.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    watched: bool,
    count: Option<Count>,
}

impl Progress {
    /// Begins; nothing is shown where nobody wants it or nobody is watching. `count` is asked on a thread of its own,
    /// once a run takes long.
    pub(super) fn new(wanted: bool, count: Option<Count>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, begun: Instant::now(), watched: wanted && io::stderr().is_terminal(), count }
    }

    /// One more article is done.
    pub(super) fn step(&mut self) {
        self.bar.inc(1);
        if self.watched && self.bar.is_hidden() && self.begun.elapsed() >= PATIENCE {
            self.bar.set_style(style(COUNTING));
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            if let Some(count) = self.count.take() {
                let bar = self.bar.clone();
                // The run does not wait for it, and goes on without where no thread can be had.
                let _ = std::thread::Builder::new().spawn(move || {
                    if let Some(all) = count() {
                        bar.set_length(all);
                        bar.set_style(style(MEASURING));
                    }
                });
            }
        }
    }

    /// Writes something else without disturbing the line.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
