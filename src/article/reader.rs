//! The table of readers: to add a format, write its file beside this one and add its line here.

use super::{Article, ReadError, ReadOptions, html, markdown, plain, record};
use crate::source::{Decoded, decode};
use std::ffi::OsStr;
use std::path::Path;

/// How a format holds articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The file is one article.
    File,
    /// Each line is one article, for [`read_record`](super::read_record); blank lines are none.
    Lines,
}

/// One format of articles.
#[derive(Debug)]
pub struct Reader {
    /// Its name, for settings and messages.
    pub name: &'static str,
    /// The file name extensions, in lower case.
    pub extensions: &'static [&'static str],
    /// How it holds articles.
    pub shape: Shape,
    /// Whether the beginning of a source without a name looks like it.
    pub sniff: fn(&str) -> bool,
    /// The charset that the first bytes declare.
    pub charset: fn(&[u8]) -> Option<String>,
    /// Reads the article of a file, or the article of one line.
    pub read: fn(&str, Decoded, &ReadOptions) -> Result<Article, ReadError>,
}

/// All formats; of two that fit a source without a name, the first is taken.
pub static READERS: &[Reader] = &[record::READER, markdown::READER, markdown::MDX, html::READER, plain::READER];

/// The reader for a path, by its extension.
pub fn reader_for(path: &Path) -> Option<&'static Reader> {
    let extension = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
    READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// The reader for a source without a telling name, by what it begins with; plain text where nothing is recognised.
pub fn sniffed(bytes: &[u8]) -> &'static Reader {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    READERS.iter().find(|reader| (reader.sniff)(head)).unwrap_or(&plain::READER)
}

/// Reads one article: a file, or one line of a format that holds an article a line.
pub fn read(id: &str, bytes: Vec<u8>, reader: &Reader, options: &ReadOptions) -> Result<Article, ReadError> {
    let declared = (reader.charset)(&bytes);
    let decoded = decode(bytes, declared.as_deref())?;
    let mut article = (reader.read)(id, decoded, options)?;
    article.published = article.published.or(options.published);
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_extension_has_one_reader() {
        let mut extensions: Vec<&str> = READERS.iter().flat_map(|reader| reader.extensions).copied().collect();
        let count = extensions.len();
        extensions.sort_unstable();
        extensions.dedup();
        assert_eq!(extensions.len(), count);
        for (path, name) in
            [("a/b.TXT", "text"), ("b.md", "markdown"), ("b.Html", "html"), ("b.jsonl", "jsonl"), ("b.mdx", "mdx")]
        {
            assert_eq!(reader_for(Path::new(path)).map(|reader| reader.name), Some(name), "{path}");
        }
        for path in ["a", "a.rs", "md", ".md", "a.md.bak", "a.json", ""] {
            assert!(reader_for(Path::new(path)).is_none(), "{path}");
        }
    }

    #[test]
    fn sources_without_a_name_are_told_by_their_beginning() {
        for (source, name) in [
            ("{\"body\": \"\"}\n", "jsonl"),
            ("\u{feff} <!doctype html>", "html"),
            ("---\ntitle: A\n---\n", "markdown"),
            ("# A\n\nText.", "markdown"),
            ("A\n\nText.", "text"),
            ("#hashtag", "text"),
            ("-- a", "text"),
            ("", "text"),
            ("€", "text"),
        ] {
            assert_eq!(sniffed(source.as_bytes()).name, name, "{source}");
        }
        assert_eq!(sniffed(&[0xff, 0, 0xe9]).name, "text");
    }
}
