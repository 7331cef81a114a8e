//! Standard output for what was asked for, standard error for everything else, in one order.

use super::Outcome;
use super::complaint::{complaint, remark};
use super::input::Unread;
use super::progress::{Count, Progress};
use super::terminal;
use crate::report::Style;
use crate::report::drawing::Drawing;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Where a run writes.
pub(super) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    error: Style,
    progress: Progress,
    unread: usize,
}

impl Output {
    /// Begins; long runs show how far they have come if `progress` is wanted, and of how many where `count` knows.
    pub(super) fn new(progress: bool, count: Option<Count>) -> Self {
        let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        Self { out, error: terminal::error(), progress: Progress::new(progress, count), unread: 0 }
    }

    /// Writes what came of one article.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.step();
        self.put(text)
    }

    /// One more article is done.
    pub(super) fn step(&mut self) {
        self.progress.step();
    }

    /// Writes what belongs to no article.
    pub(super) fn put(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let out = &mut self.out;
        self.progress.aside(|| out.write_all(text.as_bytes()))
    }

    /// Says what could not be read.
    pub(super) fn complain(&mut self, unread: &Unread) -> io::Result<()> {
        self.unread += 1;
        self.say(&complaint(unread, self.error))
    }

    /// Says what could not be done.
    pub(super) fn problem(&mut self, message: &str) -> io::Result<()> {
        let drawing = Drawing::new(miette::Severity::Error, message);
        self.say(&drawing.draw(self.error))
    }

    /// Ends the counting of articles, and not the output.
    pub(super) fn rest(&self) {
        self.progress.end();
    }

    /// Says what was left aside of an article.
    pub(super) fn remark(&mut self, unused: &[Unread]) -> io::Result<()> {
        unused.iter().try_for_each(|one| self.say(&remark(one, self.error)))
    }

    /// Says something beside the output. Where standard error is closed, nobody is left to tell.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.out.flush()?;
        self.progress.aside(|| {
            let _ = io::stderr().write_all(text.as_bytes());
        });
        Ok(())
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Ends the output; whether all could be read.
    pub(super) fn end(mut self) -> io::Result<Outcome> {
        self.out.flush()?;
        self.progress.end();
        Ok(if self.unread == 0 { Outcome::Clean } else { Outcome::Failed })
    }
}
