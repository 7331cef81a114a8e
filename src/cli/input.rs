//! Articles in the order of the input, read and worked on side by side.

use super::changes::Changes;
use super::flags::Articles;
use super::progress::Count;
use super::walk::{Source, name, reason, sources};
use crate::article::{self, Article, ReadError, ReadOptions, Reader, Shape, sniffed};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An article and where it was found.
#[derive(Debug)]
pub(super) struct Found {
    /// The path as given, with the line where the file holds an article a line.
    pub(super) name: String,
    /// The file that it was found in; `-` for standard input.
    pub(super) file: String,
    /// The article.
    pub(super) article: Article,
    /// What in its source could not be used.
    pub(super) remarks: Vec<Unread>,
    /// Where it can be read again; what comes from a stream cannot.
    pub(super) origin: Option<Origin>,
}

/// Where an article can be read again.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    path: Arc<Path>,
    reader: &'static Reader,
    /// The bytes of the file that it is, where that holds an article a line.
    record: Option<(u64, usize)>,
}

/// An article as it was found, yet to be read.
pub(super) struct Manuscript<'o> {
    /// The path as given, with the line where the file holds an article a line.
    pub(super) name: String,
    /// The file that it was found in; `-` for standard input.
    pub(super) file: String,
    pub(super) bytes: Vec<u8>,
    pub(super) reader: &'static Reader,
    origin: Option<Origin>,
    options: &'o ReadOptions,
}

impl Manuscript<'_> {
    /// Reads the article.
    pub(super) fn read(self) -> Result<Found, Unread> {
        let Self { name, file, bytes, reader, origin, options } = self;
        let record = reader.shape == Shape::Lines;
        let unread = |error| Unread { name: name.clone(), error: Box::new(error), record };
        let mut article = article::read(&name, bytes, reader, options).map_err(unread)?;
        let mut remarks: Vec<_> = std::mem::take(&mut article.remarks).into_iter().map(unread).collect();
        if article.blocks.is_empty() {
            remarks.push(Unread::new(name.clone(), "there is nothing to read in it"));
        }
        Ok(Found { name, file, article, remarks, origin })
    }

    /// The article of a file without what is in it.
    pub(super) fn passed_over(self) -> Found {
        let article = Article { id: self.name.clone(), ..Article::default() };
        Found { name: self.name, file: self.file, article, remarks: Vec::new(), origin: self.origin }
    }
}

/// What could not be read or used.
#[derive(Clone, Debug)]
pub(super) struct Unread {
    /// Where it should have been.
    pub(super) name: String,
    /// Why it could not be read.
    pub(super) error: Box<ReadError>,
    /// Whether it is a line of a file that holds an article a line.
    pub(super) record: bool,
}

impl Unread {
    pub(super) fn new(name: String, message: impl Into<String>) -> Self {
        let error = Box::new(ReadError { message: message.into(), ..ReadError::default() });
        Self { name, error, record: false }
    }

    /// The file, and the line of it that could not be read.
    pub(super) fn file(&self) -> (&str, Option<usize>) {
        let record = self.name.rsplit_once(':').filter(|_| self.record);
        record.map_or((&self.name, None), |(file, line)| (file, line.parse().ok()))
    }

    pub(super) fn help(mut self, help: String) -> Self {
        self.error.help = Some(help);
        self
    }
}

/// Jobs of one round weigh about so many bytes a thread.
const ROUND: usize = 1 << 20;
/// What a file weighs before it is read: about an article with its page around.
const FILE: usize = 16 << 10;

/// How the articles that are asked for are read.
pub(super) fn options(asked: &Articles) -> ReadOptions {
    ReadOptions { published: asked.published, front_matter: asked.keys.clone(), ..ReadOptions::default() }
}

/// Counts the articles without reading them, which can be done where each is a file of its own.
pub(super) fn count(asked: &Articles) -> Count {
    let paths = asked.paths.clone();
    Box::new(move || {
        let each = sources(paths).map(|source| match source {
            Source::File(_, Some(reader)) if reader.shape == Shape::File => Some(1),
            Source::Missing(_) => Some(1),
            Source::File(..) | Source::Input => None,
        });
        each.sum()
    })
}

/// Reads all articles and works on them side by side, and takes what comes of each in the order of the input.
pub(super) fn each<T: Send>(
    asked: &Articles,
    changed: Option<&Changes>,
    work: impl Fn(Result<Found, Unread>) -> T + Sync,
    take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let options = options(asked);
    each_unread(asked, &options, changed, |found| work(found.and_then(Manuscript::read)), take)
}

/// As [`each`], where the work reads the articles itself, or does not have to.
///
/// Work is done in rounds, so that no more is held than one round's articles and what came of them.
/// Should the work on an article fail in a way that is foreseen nowhere, that article counts as
/// unread and the others are still worked on. Of files, only those that `changed` touches are read, where it is given.
pub(super) fn each_unread<'o, T: Send>(
    asked: &Articles,
    options: &'o ReadOptions,
    changed: Option<&Changes>,
    work: impl Fn(Result<Manuscript<'o>, Unread>) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let safely = |job: Job| {
        let place = job.place();
        catch_unwind(AssertUnwindSafe(|| work(job.begin(options)))).unwrap_or_else(|_| {
            let help = "this is a mistake of factlint's own: please report it, with the article".to_owned();
            work(Err(Unread::new(place, "the check stopped in the middle").help(help)))
        })
    };
    let mut jobs = Jobs { sources: sources(asked.paths.clone()), changed, records: None };
    let most = ROUND * rayon::current_num_threads();
    loop {
        let mut round = Vec::new();
        let mut weight = 0;
        while weight < most
            && let Some(job) = jobs.next()
        {
            weight += job.weight();
            round.push(job);
        }
        if round.is_empty() {
            return Ok(());
        }
        let done: Vec<T> = round.into_par_iter().map(safely).collect();
        done.into_iter().try_for_each(&mut take)?;
    }
}

/// Reads an article again that was found before; the file may have changed since.
pub(super) fn again(found: &str, file: &str, origin: &Origin, options: &ReadOptions) -> Result<Found, Unread> {
    let unread = |error: &io::Error| Unread::new(found.to_owned(), reason(error));
    let job = match origin.record {
        None => Job::File(origin.path.to_path_buf(), origin.reader),
        Some((start, length)) => {
            let mut stream = File::open(&origin.path).map_err(|error| unread(&error))?;
            stream.seek(io::SeekFrom::Start(start)).map_err(|error| unread(&error))?;
            let mut bytes = vec![0; length];
            stream.read_exact(&mut bytes).map_err(|error| unread(&error))?;
            let (name, file) = (found.to_owned(), file.to_owned());
            Job::Bytes(Raw { name, file, bytes, reader: origin.reader, origin: Some(origin.clone()) })
        }
    };
    job.begin(options)?.read()
}

/// One article to read.
enum Job {
    File(PathBuf, &'static Reader),
    Bytes(Raw),
    Failed(Unread),
}

/// The bytes of an article.
struct Raw {
    name: String,
    /// The file that they were found in.
    file: String,
    bytes: Vec<u8>,
    reader: &'static Reader,
    origin: Option<Origin>,
}

impl Job {
    fn weight(&self) -> usize {
        match self {
            Self::File(..) => FILE,
            Self::Bytes(bytes) => bytes.bytes.len(),
            Self::Failed(_) => 0,
        }
    }

    fn place(&self) -> String {
        match self {
            Self::File(path, _) => name(path),
            Self::Bytes(bytes) => bytes.name.clone(),
            Self::Failed(unread) => unread.name.clone(),
        }
    }

    fn begin(self, options: &ReadOptions) -> Result<Manuscript<'_>, Unread> {
        let Raw { name, file, bytes, reader, origin } = match self {
            Self::File(path, reader) => {
                let name = name(&path);
                let bytes = std::fs::read(&path).map_err(|error| Unread::new(name.clone(), reason(&error)))?;
                let origin = Some(Origin { path: path.into(), reader, record: None });
                Raw { name: name.clone(), file: name, bytes, reader, origin }
            }
            Self::Bytes(bytes) => bytes,
            Self::Failed(unread) => return Err(unread),
        };
        Ok(Manuscript { name, file, bytes, reader, origin, options })
    }
}

/// The jobs of all sources; files that hold an article a line are read line by line.
struct Jobs<'c> {
    changed: Option<&'c Changes>,
    sources: Box<dyn Iterator<Item = Source> + Send>,
    records: Option<Records>,
}

impl Iterator for Jobs<'_> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some(records) = &mut self.records {
                match records.next() {
                    Some(job) => return Some(job),
                    None => self.records = None,
                }
            }
            match self.sources.next()? {
                Source::File(path, _) if self.changed.is_some_and(|changed| !changed.touch(&path)) => {}
                Source::File(path, reader) if self.changed.is_some_and(Changes::are_staged) => {
                    if let Some(job) = self.staged(&path, reader) {
                        return Some(job);
                    }
                }
                Source::Missing(unread) => return Some(Job::Failed(unread)),
                Source::File(path, Some(reader)) if reader.shape == Shape::File => {
                    return Some(Job::File(path, reader));
                }
                Source::File(path, reader) => match File::open(&path) {
                    Ok(file) => {
                        if let Some(job) = self.open(name(&path), Box::new(file), reader, Some(path.into())) {
                            return Some(job);
                        }
                    }
                    Err(error) => return Some(Job::Failed(Unread::new(name(&path), reason(&error)))),
                },
                Source::Input => {
                    if let Some(job) = self.open("-".to_owned(), Box::new(io::stdin()), None, None) {
                        return Some(job);
                    }
                }
            }
        }
    }
}

impl Jobs<'_> {
    /// What is staged of a file.
    fn staged(&mut self, path: &Path, reader: Option<&'static Reader>) -> Option<Job> {
        match self.changed?.staged_bytes(path)? {
            Ok(bytes) => self.open(name(path), Box::new(io::Cursor::new(bytes)), reader, None),
            Err(unknown) => Some(Job::Failed(Unread::new(name(path), unknown.message))),
        }
    }

    /// Begins a stream whose reader may yet have to be told from its first bytes: either it is one
    /// article, or its records come next.
    fn open(
        &mut self,
        name: String,
        stream: Box<dyn Read + Send>,
        reader: Option<&'static Reader>,
        path: Option<Arc<Path>>,
    ) -> Option<Job> {
        let mut stream = BufReader::with_capacity(1 << 16, stream);
        let reader = match (reader, stream.fill_buf()) {
            (Some(reader), _) => reader,
            (None, Ok(head)) => sniffed(head),
            (None, Err(error)) => return Some(Job::Failed(Unread::new(name, reason(&error)))),
        };
        match reader.shape {
            Shape::Lines => {
                self.records = Some(Records { name, stream, reader, line: 0, path, start: 0 });
                None
            }
            Shape::File => {
                let mut bytes = Vec::new();
                Some(match stream.read_to_end(&mut bytes) {
                    Ok(_) => {
                        let origin = path.map(|path| Origin { path, reader, record: None });
                        Job::Bytes(Raw { name: name.clone(), file: name, bytes, reader, origin })
                    }
                    Err(error) => Job::Failed(Unread::new(name, reason(&error))),
                })
            }
        }
    }
}

/// The records of one file.
struct Records {
    name: String,
    stream: BufReader<Box<dyn Read + Send>>,
    reader: &'static Reader,
    line: usize,
    /// The file, where there is one, and the byte of it that comes next.
    path: Option<Arc<Path>>,
    start: u64,
}

impl Iterator for Records {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            let mut bytes = Vec::new();
            let read = self.stream.read_until(b'\n', &mut bytes);
            self.line += 1;
            let name = format!("{}:{}", self.name, self.line);
            let start = self.start;
            self.start += bytes.len() as u64;
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.trim_ascii().is_empty() => {}
                Ok(_) => {
                    let (reader, record) = (self.reader, Some((start, bytes.len())));
                    let origin = self.path.as_ref().map(|path| Origin { path: Arc::clone(path), reader, record });
                    return Some(Job::Bytes(Raw { name, file: self.name.clone(), bytes, reader, origin }));
                }
                Err(error) => {
                    // The same error would come again for ever.
                    self.stream = BufReader::new(Box::new(io::empty()));
                    return Some(Job::Failed(Unread::new(name, reason(&error))));
                }
            }
        }
    }
}
