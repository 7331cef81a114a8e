//! The front matter of a Markdown file, in YAML or TOML: its headline, standfirst and date with their places.

use super::published::{self, Said};
use super::{FrontMatterKeys, ReadError};
use crate::source::Span;
use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;

/// A value of the front matter and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its words.
    pub(super) value: String,
    /// The bytes of the file that it was read from, quotation marks included.
    pub(super) span: Span,
}

/// What the front matter says of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// The headline.
    pub(super) title: Option<Entry>,
    /// The standfirst.
    pub(super) standfirst: Option<Entry>,
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// What could not be used.
    pub(super) remarks: Vec<ReadError>,
    /// Where the text of the file begins.
    pub(super) end: usize,
}

/// The language that front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    Yaml,
    Toml,
}

/// One key and its value; no words where it is a list or a table.
struct Pair {
    key: String,
    value: Option<String>,
    span: Span,
}

/// Reads the front matter that `source` begins with; nothing where there is none.
pub(super) fn read(source: &str, keys: &FrontMatterKeys) -> Result<FrontMatter, ReadError> {
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    let none = FrontMatter { end: start, ..FrontMatter::default() };
    let mut lines = Lines { source, at: start };
    let (language, fence) = match lines.next().map(|line| line.of(source).trim_end()) {
        Some("---") => (Language::Yaml, ["---", "..."]),
        Some("+++") => (Language::Toml, ["+++", "+++"]),
        _ => return Ok(none),
    };
    let from = lines.at;
    let Some(close) = lines.find(|line| fence.contains(&line.of(source).trim_end())) else {
        let first = Lines { source, at: from }.next().unwrap_or_default().of(source);
        if language == Language::Yaml && !looks_like_a_key(first) {
            return Ok(none);
        }
        let message = format!("the front matter is never closed: no line `{}` follows", fence.first().unwrap_or(&""));
        let opening = Span::new(start, start + 3);
        return Err(ReadError::at(source, opening, message, "opened here").help("close it with the same line"));
    };
    let inner = Span { start: from as u32, end: close.start };
    let pairs = match language {
        Language::Yaml => yaml(source, inner)?,
        Language::Toml => Some(toml(source, inner)?),
    };
    let Some(pairs) = pairs else { return Ok(none) };
    let mut front = FrontMatter { end: lines.at, ..none };
    front.title = front.noted(entry(source, &pairs, &keys.title));
    front.standfirst = front.noted(entry(source, &pairs, &keys.standfirst));
    front.published = front.noted(day(source, &pairs, &keys.date));
    Ok(front)
}

impl FrontMatter {
    /// What was read; a mistake is a remark, for the article can be read without.
    fn noted<T>(&mut self, read: Result<Option<T>, ReadError>) -> Option<T> {
        read.unwrap_or_else(|remark| {
            self.remarks.push(remark);
            None
        })
    }
}

/// `title:` and the like.
fn looks_like_a_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty()
            && !key.contains(char::is_whitespace)
            && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

/// The lines from the byte `at` on, without their ends.
struct Lines<'a> {
    source: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let line = Span::new(self.at, self.at + end);
        let crlf = rest.get(end..).is_some_and(|rest| rest.starts_with("\r\n"));
        self.at = (self.at + end + if crlf { 2 } else { 1 }).min(self.source.len());
        Some(line)
    }
}

/// The first of `names` that the front matter has with words.
fn chosen<'a>(pairs: &'a [Pair], names: &[String]) -> Option<&'a Pair> {
    let given = |name: &String| {
        pairs.iter().find(|pair| {
            pair.key.eq_ignore_ascii_case(name) && pair.value.as_deref().is_none_or(|value| !value.trim().is_empty())
        })
    };
    names.iter().find_map(given)
}

fn entry(source: &str, pairs: &[Pair], names: &[String]) -> Result<Option<Entry>, ReadError> {
    let Some(pair) = chosen(pairs, names) else { return Ok(None) };
    match &pair.value {
        Some(value) => Ok(Some(Entry { value: value.clone(), span: pair.span })),
        None => Err(no_words(source, pair)),
    }
}

fn day(source: &str, pairs: &[Pair], names: &[String]) -> Result<Option<Date>, ReadError> {
    let Some(pair) = chosen(pairs, names) else { return Ok(None) };
    match pair.value.as_deref().map(published::said) {
        Some(Some(Said::Day(day))) => Ok(Some(day)),
        Some(Some(Said::Unsure)) => {
            let message = format!("`{}` does not say which day it was", pair.key);
            Err(ReadError::at(source, pair.span, message, "one of several days").help(published::HELP))
        }
        Some(None) => {
            let message = format!("`{}` is no date", pair.key);
            Err(ReadError::at(source, pair.span, message, "no day of the calendar").help(published::HELP))
        }
        None => Err(no_words(source, pair)),
    }
}

fn no_words(source: &str, pair: &Pair) -> ReadError {
    let message = format!("`{}` is a list or a table, not text", pair.key);
    ReadError::at(source, pair.span, message, "text expected here").help("give it one value, or rename the key")
}

/// What a YAML value is, as far as it matters.
enum Node {
    Words(String),
    /// A number, true or false: its words are those of the file.
    Plain,
    Nothing,
    Nested,
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Words(value.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Node, E> {
        Ok(Node::Nested)
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Node::Nested)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Node::Nested)
    }
}

/// The top of a YAML front matter; none where it is no mapping.
struct Top(Option<Vec<(Node, Spanned<Node>)>>);

impl<'de> Deserialize<'de> for Top {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TopVisitor)
    }
}

struct TopVisitor;

impl<'de> Visitor<'de> for TopVisitor {
    type Value = Top;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys and values")
    }

    fn visit_str<E>(self, _: &str) -> Result<Top, E> {
        Ok(Top(None))
    }

    fn visit_unit<E>(self) -> Result<Top, E> {
        Ok(Top(Some(Vec::new())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Top, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = entries.next_entry()? {
            pairs.push(pair);
        }
        Ok(Top(Some(pairs)))
    }
}

fn yaml(source: &str, span: Span) -> Result<Option<Vec<Pair>>, ReadError> {
    let text = span.of(source);
    if text.trim().is_empty() {
        return Ok(Some(Vec::new()));
    }
    let top: Top = serde_saphyr::from_str(text).map_err(|error| {
        let at = error.location().and_then(|location| bytes(location, text));
        let message = error.without_snippet().to_string();
        mistake(source, at.map_or(span, |at| at.shifted(span.start)), "YAML", &message)
    })?;
    let pairs = top.0.map(|pairs| {
        let pairs = pairs.into_iter().filter_map(|(key, value)| {
            let Node::Words(key) = key else { return None };
            let at = bytes(value.defined, text)?.shifted(span.start);
            let value = match value.value {
                Node::Words(words) => Some(words),
                Node::Plain => Some(at.of(source).to_owned()),
                Node::Nothing => Some(String::new()),
                Node::Nested => None,
            };
            Some(Pair { key, value, span: at })
        });
        pairs.collect()
    });
    Ok(pairs)
}

/// The bytes of `text` that a YAML reader means, on character boundaries.
fn bytes(location: serde_saphyr::Location, text: &str) -> Option<Span> {
    let span = location.span();
    let (start, end) = match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(length)) => (start as usize, (start + length) as usize),
        _ if location.line() == 0 => return None,
        _ => {
            let at = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
            (at(span.offset() as usize), at(span.offset() as usize + 1))
        }
    };
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    Some(Span::new(floor(start), floor(end)))
}

fn toml(source: &str, span: Span) -> Result<Vec<Pair>, ReadError> {
    use toml::de::{DeTable, DeValue};
    let text = span.of(source);
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(span, |at| Span::new(at.start, at.end).shifted(span.start));
        mistake(source, at, "TOML", error.message())
    })?;
    let pairs = table.get_ref().iter().map(|(key, value)| {
        let at = Span::new(value.span().start, value.span().end).shifted(span.start);
        let words = match value.get_ref() {
            DeValue::String(words) => Some(words.to_string()),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
                Some(at.of(source).to_owned())
            }
            DeValue::Array(_) | DeValue::Table(_) => None,
        };
        Pair { key: key.get_ref().to_string(), value: words, span: at }
    });
    Ok(pairs.collect())
}

fn mistake(source: &str, span: Span, language: &str, why: &str) -> ReadError {
    let why = why.lines().next().unwrap_or_default();
    let why = why.split_once(", set DuplicateKeyPolicy").map_or(why, |(why, _)| why);
    let why = why.rsplit_once(" at line ").map_or(why, |(why, _)| why).trim_end_matches('.');
    let message = format!("the front matter is no valid {language}: {why}");
    ReadError::at(source, span, message, "here").help("correct the front matter; words with `: ` or `#` need quotes")
}
