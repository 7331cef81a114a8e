//! How far a long run has come, where somebody is watching.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// Runs shorter than this say nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on standard error that counts articles.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    watched: bool,
}

impl Progress {
    /// Begins; nothing is shown where nobody wants it or nobody is watching.
    pub(super) fn new(wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { bar, begun: Instant::now(), watched: wanted && io::stderr().is_terminal() }
    }

    /// One more article is done.
    pub(super) fn step(&mut self) {
        self.bar.inc(1);
        if self.watched && self.bar.is_hidden() && self.begun.elapsed() >= PATIENCE {
            let style = ProgressStyle::with_template("{spinner} {human_pos} articles ({elapsed})");
            self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
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
