//! Which files are meant: paths, folders walked as git would, standard input.

use super::input::Unread;
use crate::article::{READERS, Reader, reader_for};
use ignore::WalkBuilder;
use std::io;
use std::path::{Path, PathBuf};

/// Something to read articles from.
#[derive(Debug)]
pub(super) enum Source {
    /// A file, and its reader where the name tells it.
    File(PathBuf, Option<&'static Reader>),
    /// Standard input.
    Input,
    /// What cannot be found or walked.
    Missing(Unread),
}

/// What the paths stand for, in their order; the files of a folder in the order of their names.
pub(super) fn sources(paths: Vec<PathBuf>) -> Box<dyn Iterator<Item = Source> + Send> {
    if paths.is_empty() {
        return folder(Path::new("."));
    }
    Box::new(paths.into_iter().flat_map(|path| one(&path)))
}

fn one(path: &Path) -> Box<dyn Iterator<Item = Source> + Send> {
    if path.as_os_str() == "-" {
        return Box::new(std::iter::once(Source::Input));
    }
    match path.metadata() {
        Ok(found) if found.is_dir() => folder(path),
        Ok(_) => Box::new(std::iter::once(Source::File(path.to_owned(), reader_for(path)))),
        Err(error) => Box::new(std::iter::once(Source::Missing(Unread::new(name(path), reason(&error))))),
    }
}

/// The articles of a folder. That there are none is said, since it is seldom meant.
fn folder(path: &Path) -> Box<dyn Iterator<Item = Source> + Send> {
    let walked = WalkBuilder::new(path).sort_by_file_name(Ord::cmp).build();
    let mut found = walked.filter_map(|entry| match entry {
        Ok(entry) => {
            let reader = reader_for(entry.path())?;
            let file = !entry.file_type().is_some_and(|kind| kind.is_dir());
            file.then(|| Source::File(plain(entry.path()), Some(reader)))
        }
        Err(error) => Some(Source::Missing(unwalked(&error))),
    });
    let Some(first) = found.next() else {
        let known: Vec<_> = READERS.iter().flat_map(|reader| reader.extensions).map(|end| format!(".{end}")).collect();
        let none = Unread::new(name(path), "there are no articles in this folder");
        let help = format!("articles are files that end with {}", known.join(", "));
        return Box::new(std::iter::once(Source::Missing(none.help(help))));
    };
    Box::new(std::iter::once(first).chain(found))
}

fn unwalked(error: &ignore::Error) -> Unread {
    let message = error.to_string();
    match error {
        ignore::Error::WithDepth { err, .. } => unwalked(err),
        ignore::Error::WithPath { path, err } => {
            Unread::new(name(path), err.io_error().map_or_else(|| err.to_string(), reason))
        }
        _ => Unread::new(String::new(), message),
    }
}

/// The path without the `./` that walking the current folder puts before it.
pub(super) fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// A path as it is shown.
pub(super) fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Why the world does not give something, without the system's number for it.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
