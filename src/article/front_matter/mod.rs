//! The front matter of a Markdown file, in YAML or TOML: its headline, standfirst, date and stets with their places.

mod value;

use super::comment::{one_line, said};
use super::published::{self, Said};
use super::{FrontMatterKeys, ReadError};
use crate::source::Span;
use jiff::civil::Date;
use value::{Item, Pair, Value, toml, yaml};

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
    /// What each stet says behind that word.
    pub(super) stets: Vec<Entry>,
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
    for pair in pairs.iter().filter(|pair| named(pair, &keys.stet)) {
        front.stets(source, &pair.item);
    }
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

    /// Takes the stets of a value: a list of them, one, or keys that say which rule and values that say why.
    fn stets(&mut self, source: &str, item: &Item) {
        let pairs = match &item.value {
            Value::Words(words) if words.trim().is_empty() => return,
            Value::Words(words) => {
                let value = said(words).unwrap_or_else(|| one_line(words));
                return self.stets.push(Entry { value, span: item.span });
            }
            Value::List(items) => return items.iter().for_each(|item| self.stets(source, item)),
            Value::Table(pairs) => pairs,
        };
        let key = |name: &str| pairs.iter().find(|pair| pair.key.eq_ignore_ascii_case(name));
        let words = |name: &str| key(name).and_then(|pair| pair.item.words()).map(one_line);
        let whole = pairs.iter().map(|pair| pair.item.span).reduce(Span::to).unwrap_or(item.span);
        let Some(rule) = words("rule") else {
            // YAML reads `- RULE until DATE: reason` as a key and its value.
            for pair in pairs {
                let reason = pair.item.words().map(one_line).unwrap_or_default();
                let value = one_line(&format!("{}: {reason}", pair.key));
                self.stets.push(Entry { value: said(&value).unwrap_or(value), span: pair.item.span });
            }
            return;
        };
        let until = words("until").map(|until| format!(" until {until}")).unwrap_or_default();
        let value = format!("{rule}{until}: {}", words("reason").unwrap_or_default());
        self.stets.push(Entry { value, span: whole });
        let known = |pair: &&Pair| STET_KEYS.iter().any(|key| pair.key.eq_ignore_ascii_case(key));
        for pair in pairs.iter().filter(|pair| !known(pair)) {
            let message = format!("a stet has no key `{}`", pair.key);
            let remark = ReadError::at(source, pair.item.span, message, "left aside");
            self.remarks.push(remark.help(format!("a stet has {}", STET_KEYS.join(", "))));
        }
    }
}

/// The keys of a stet in front matter.
const STET_KEYS: &[&str] = &["rule", "until", "reason"];

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

fn named(pair: &Pair, names: &[String]) -> bool {
    names.iter().any(|name| pair.key.eq_ignore_ascii_case(name))
}

/// The first of `names` that the front matter has with words.
fn chosen<'a>(pairs: &'a [Pair], names: &[String]) -> Option<&'a Pair> {
    let given = |name: &String| {
        pairs.iter().find(|pair| {
            pair.key.eq_ignore_ascii_case(name) && pair.item.words().is_none_or(|words| !words.trim().is_empty())
        })
    };
    names.iter().find_map(given)
}

fn entry(source: &str, pairs: &[Pair], names: &[String]) -> Result<Option<Entry>, ReadError> {
    let Some(pair) = chosen(pairs, names) else { return Ok(None) };
    match pair.item.words() {
        Some(value) => Ok(Some(Entry { value: value.to_owned(), span: pair.item.span })),
        None => Err(no_words(source, pair)),
    }
}

fn day(source: &str, pairs: &[Pair], names: &[String]) -> Result<Option<Date>, ReadError> {
    let Some(pair) = chosen(pairs, names) else { return Ok(None) };
    match pair.item.words().map(published::said) {
        Some(Some(Said::Day(day))) => Ok(Some(day)),
        Some(Some(Said::Unsure)) => {
            let message = format!("`{}` does not say which day it was", pair.key);
            Err(ReadError::at(source, pair.item.span, message, "one of several days").help(published::HELP))
        }
        Some(None) => {
            let message = format!("`{}` is no date", pair.key);
            Err(ReadError::at(source, pair.item.span, message, "no day of the calendar").help(published::HELP))
        }
        None => Err(no_words(source, pair)),
    }
}

fn no_words(source: &str, pair: &Pair) -> ReadError {
    let message = format!("`{}` is a list or a table, not text", pair.key);
    ReadError::at(source, pair.item.span, message, "text expected here").help("give it one value, or rename the key")
}
