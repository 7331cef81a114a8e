//! What articles give to rules across the archive, where it is too much to be held: in temporary files, parted by key.
//!
//! Rows with one key stand in one file, so that the files can be joined one after the other, in the order that all rows
//! together would be joined in.

use super::cache::{given, read_given};
use crate::lint::across::{Archive, Given};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// The files, by the first bits of the key.
const FILES: usize = 1 << BITS;
const BITS: u32 = 6;

/// Rows in files.
#[derive(Default)]
pub(super) struct Rows {
    files: Vec<Part>,
    /// Whether a file could not be written: what comes is held.
    full: bool,
}

/// A file, and how many bytes of it are whole rows.
struct Part {
    file: File,
    whole: u64,
}

impl Rows {
    /// Whether nothing was put into files.
    pub(super) fn are_none(&self) -> bool {
        self.files.is_empty()
    }

    /// Puts the rows that an archive holds into files. Those that cannot be written stay where they are.
    pub(super) fn add(&mut self, archive: &mut Archive) {
        if self.full || (self.files.is_empty() && self.open().is_err()) {
            self.full = true;
            return;
        }
        let mut parts: Vec<Vec<(u32, Given)>> = vec![Vec::new(); FILES];
        for row in archive.take_rows() {
            parts.get_mut(part_of(&row.1)).into_iter().for_each(|part| part.push(row));
        }
        for (part, rows) in self.files.iter_mut().zip(parts) {
            if part.add(&rows).is_err() {
                self.full = true;
                archive.put_back(rows.into_iter());
            }
        }
    }

    fn open(&mut self) -> io::Result<()> {
        let files = (0..FILES).map(|_| Ok(Part { file: tempfile::tempfile()?, whole: 0 }));
        self.files = files.collect::<io::Result<_>>()?;
        Ok(())
    }

    /// Calls `join` with the rows of each file after the other, and those that are still held with them.
    pub(super) fn each(&mut self, archive: &mut Archive, join: &mut dyn FnMut(&mut Archive)) -> io::Result<()> {
        let mut held: Vec<Vec<(u32, Given)>> = vec![Vec::new(); FILES];
        for row in archive.take_rows() {
            held.get_mut(part_of(&row.1)).into_iter().for_each(|part| part.push(row));
        }
        for (part, held) in self.files.iter_mut().zip(held) {
            archive.put_back(part.rows()?.into_iter().chain(held));
            join(archive);
        }
        Ok(())
    }
}

impl Part {
    fn add(&mut self, rows: &[(u32, Given)]) -> io::Result<()> {
        let mut bytes = Vec::new();
        for (article, row) in rows {
            bytes.extend_from_slice(&article.to_le_bytes());
            given(&mut bytes, row);
        }
        // What a failed write left there is written over.
        self.file.seek(SeekFrom::Start(self.whole))?;
        self.file.write_all(&bytes)?;
        self.whole += bytes.len() as u64;
        Ok(())
    }

    fn rows(&mut self) -> io::Result<Vec<(u32, Given)>> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::new();
        (&self.file).take(self.whole).read_to_end(&mut bytes)?;
        let (mut rest, mut rows) = (bytes.as_slice(), Vec::new());
        while let Some((article, more)) = rest.split_first_chunk() {
            rest = more;
            let row = read_given(&mut rest).ok_or(io::ErrorKind::InvalidData)?;
            rows.push((u32::from_le_bytes(*article), row));
        }
        Ok(rows)
    }
}

fn part_of(row: &Given) -> usize {
    (row.row.key >> (u64::BITS - BITS)) as usize
}
