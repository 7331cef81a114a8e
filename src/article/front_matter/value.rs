//! The keys and values of front matter, from YAML and TOML alike.

use crate::article::ReadError;
use crate::source::Span;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;

/// A value and where it is written.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) value: Value,
    /// The bytes of the file that it was read from, quotation marks included.
    pub(super) span: Span,
}

/// A value, as far as it matters.
#[derive(Debug)]
pub(super) enum Value {
    /// Its words; those of the file where it is a number, a date or a yes or no.
    Words(String),
    List(Vec<Item>),
    Table(Vec<Pair>),
}

/// One key and its value.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) item: Item,
}

impl Item {
    /// The words, where it is no list or table.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.value {
            Value::Words(words) => Some(words),
            Value::List(_) | Value::Table(_) => None,
        }
    }
}

/// What a YAML value is.
enum Node {
    Words(String),
    /// A number, true or false: its words are those of the file.
    Plain,
    Nothing,
    List(Vec<Spanned<Node>>),
    Table(Vec<(Spanned<Node>, Spanned<Node>)>),
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
        Ok(Node::List(Vec::new()))
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
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(Node::Table(table))
    }
}

/// The pairs of a YAML front matter, the bytes `span` of `source`; none where it is no mapping.
pub(super) fn yaml(source: &str, span: Span) -> Result<Option<Vec<Pair>>, ReadError> {
    let text = span.of(source);
    if text.trim().is_empty() {
        return Ok(Some(Vec::new()));
    }
    let top: Node = serde_saphyr::from_str(text).map_err(|error| {
        let at = error.location().and_then(|location| bytes(location, text));
        let message = error.without_snippet().to_string();
        mistake(source, at.map_or(span, |at| at.shifted(span.start)), "YAML", &message)
    })?;
    Ok(match top {
        Node::Table(pairs) => Some(Yaml { source, text, start: span.start }.pairs(pairs)),
        Node::Nothing => Some(Vec::new()),
        Node::Words(_) | Node::Plain | Node::List(_) => None,
    })
}

/// A YAML text and where it begins in its file.
struct Yaml<'a> {
    source: &'a str,
    text: &'a str,
    start: u32,
}

impl Yaml<'_> {
    fn pairs(&self, pairs: Vec<(Spanned<Node>, Spanned<Node>)>) -> Vec<Pair> {
        let pairs = pairs.into_iter().filter_map(|(key, value)| {
            let key = match key.value {
                Node::Words(key) => key,
                Node::Plain => bytes(key.defined, self.text)?.of(self.text).to_owned(),
                Node::Nothing | Node::List(_) | Node::Table(_) => return None,
            };
            Some(Pair { key, item: self.item(value)? })
        });
        pairs.collect()
    }

    fn item(&self, node: Spanned<Node>) -> Option<Item> {
        let span = bytes(node.defined, self.text)?.shifted(self.start);
        let value = match node.value {
            Node::Words(words) => Value::Words(words),
            Node::Plain => Value::Words(span.of(self.source).to_owned()),
            Node::Nothing => Value::Words(String::new()),
            Node::List(items) => Value::List(items.into_iter().filter_map(|item| self.item(item)).collect()),
            Node::Table(pairs) => Value::Table(self.pairs(pairs)),
        };
        Some(Item { value, span })
    }
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

/// The pairs of a TOML front matter, the bytes `span` of `source`.
pub(super) fn toml(source: &str, span: Span) -> Result<Vec<Pair>, ReadError> {
    let table = toml::de::DeTable::parse(span.of(source)).map_err(|error| {
        let at = error.span().map_or(span, |at| Span::new(at.start, at.end).shifted(span.start));
        mistake(source, at, "TOML", error.message())
    })?;
    Ok(toml_pairs(source, span.start, table.get_ref()))
}

fn toml_pairs(source: &str, start: u32, table: &toml::de::DeTable<'_>) -> Vec<Pair> {
    let pairs = table.iter().map(|(key, value)| {
        let key = key.get_ref().to_string();
        Pair { key, item: toml_item(source, start, value) }
    });
    pairs.collect()
}

fn toml_item(source: &str, start: u32, value: &toml::Spanned<toml::de::DeValue<'_>>) -> Item {
    use toml::de::DeValue;
    let span = Span::new(value.span().start, value.span().end).shifted(start);
    let value = match value.get_ref() {
        DeValue::String(words) => Value::Words(words.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Value::Words(span.of(source).to_owned())
        }
        DeValue::Array(items) => Value::List(items.iter().map(|item| toml_item(source, start, item)).collect()),
        DeValue::Table(table) => Value::Table(toml_pairs(source, start, table)),
    };
    Item { value, span }
}

fn mistake(source: &str, span: Span, language: &str, why: &str) -> ReadError {
    let why = why.lines().next().unwrap_or_default();
    let why = why.split_once(", set DuplicateKeyPolicy").map_or(why, |(why, _)| why);
    let why = why.rsplit_once(" at line ").map_or(why, |(why, _)| why).trim_end_matches('.');
    let message = format!("the front matter is no valid {language}: {why}");
    ReadError::at(source, span, message, "here").help("correct the front matter; words with `: ` or `#` need quotes")
}
