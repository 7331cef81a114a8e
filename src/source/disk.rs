//! From the bytes of a decoded text to the bytes of the file on disk, and back.

use super::Span;

/// A run of characters that all have one length in the text and one on disk; it ends where the next begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: u32,
    disk: u32,
    text_width: u8,
    disk_width: u8,
}

/// Where the characters of a decoded text stand on disk; the default stands for a file in UTF-8, where both agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiskMap {
    runs: Vec<Run>,
}

/// Which end of a character an offset inside it moves to.
#[derive(Clone, Copy)]
enum Round {
    Down,
    Up,
}

impl DiskMap {
    /// Adds the next character: it begins at `text` and `disk` and is so many bytes wide in each.
    pub(super) fn push(&mut self, text: usize, disk: usize, text_width: u8, disk_width: u8) {
        let continues = self.runs.last().is_some_and(|run| {
            run.text_width == text_width
                && run.disk_width == disk_width
                && disk - run.disk as usize
                    == (text - run.text as usize) / usize::from(text_width) * usize::from(disk_width)
        });
        if !continues {
            self.runs.push(Run { text: text as u32, disk: disk as u32, text_width, disk_width });
        }
    }

    /// The bytes on disk of a span of the text.
    pub fn on_disk(&self, span: Span) -> Span {
        if self.runs.is_empty() {
            return span;
        }
        let at = |at, round| {
            let run = self.runs.partition_point(|run| run.text <= at).checked_sub(1);
            run.and_then(|run| self.runs.get(run))
                .map_or(0, |run| scaled(at - run.text, run.text_width, run.disk_width, round).saturating_add(run.disk))
        };
        Span { start: at(span.start, Round::Down), end: at(span.end, Round::Up) }
    }

    /// The bytes of the text that stand at a span on disk.
    pub fn in_text(&self, span: Span) -> Span {
        if self.runs.is_empty() {
            return span;
        }
        let at = |at, round| {
            let run = self.runs.partition_point(|run| run.disk <= at).checked_sub(1);
            run.and_then(|run| self.runs.get(run))
                .map_or(0, |run| scaled(at - run.disk, run.disk_width, run.text_width, round).saturating_add(run.text))
        };
        Span { start: at(span.start, Round::Down), end: at(span.end, Round::Up) }
    }
}

fn scaled(offset: u32, from: u8, to: u8, round: Round) -> u32 {
    let (from, to) = (u32::from(from.max(1)), u32::from(to));
    let whole = match round {
        Round::Down => offset / from,
        Round::Up => offset.div_ceil(from),
    };
    whole.saturating_mul(to)
}
