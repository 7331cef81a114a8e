//! Articles from files, folders and standard input.

use super::flags::Articles;
use crate::article::{Article, Block, Field, Part, PlaceMap, Segment};
use crate::source::Span;
use jiff::civil::Date;
use serde::Deserialize;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The articles of all paths in their order; what cannot be read is a message.
pub(super) fn articles(asked: &Articles) -> Vec<Result<Article, String>> {
    let paths = if asked.paths.is_empty() { vec![PathBuf::from(".")] } else { asked.paths.clone() };
    let mut articles = Vec::new();
    for path in &paths {
        for file in ignore::Walk::new(path).filter_map(Result::ok).filter(|entry| !entry.path().is_dir()) {
            read(file.path(), asked.published, &mut articles);
        }
    }
    articles
}

fn read(path: &Path, published: Option<Date>, articles: &mut Vec<Result<Article, String>>) {
    let id = path.display().to_string();
    let text = if id == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => return articles.push(Err(format!("{id}: {error}"))),
    };
    if path.extension().is_some_and(|extension| extension == "jsonl") {
        for (line, number) in text.lines().zip(1..) {
            match serde_json::from_str::<Record>(line) {
                Ok(record) => articles.push(Ok(article(record, &format!("{id}:{number}"), published))),
                Err(error) => articles.push(Err(format!("{id}:{number}: {error}"))),
            }
        }
    } else {
        let record = Record { body: text, ..Record::default() };
        let mut read = article(record, &id, published);
        read.fields.iter_mut().for_each(|field| field.name = "source");
        articles.push(Ok(read));
    }
}

#[derive(Default, Deserialize)]
struct Record {
    id: Option<String>,
    headline: Option<String>,
    standfirst: Option<String>,
    published: Option<String>,
    body: String,
}

fn article(record: Record, name: &str, published: Option<Date>) -> Article {
    let mut places = PlaceMap::default();
    let (mut text, mut blocks, mut fields) = (String::new(), Vec::new(), Vec::new());
    let parts = [
        ("headline", Part::Headline, record.headline),
        ("standfirst", Part::Standfirst, record.standfirst),
        ("body", Part::Body, Some(record.body)),
    ];
    for (name, part, words) in parts {
        let Some(words) = words else { continue };
        let (field, from) = (fields.len() as u8, text.len());
        let mut at = 0;
        for paragraph in words.split("\n\n") {
            if !paragraph.trim().is_empty() {
                blocks.push(Block::new(part, Span::new(from + at, from + at + paragraph.len())));
            }
            at += paragraph.len() + 2;
        }
        let span = Span::new(from, from + words.len());
        places.push(Segment { text: span, source: Span::new(0, words.len()), field });
        text.push_str(&words);
        text.push_str("\n\n");
        fields.push(Field::new(name, words));
    }
    let date = record.published.and_then(|date| date.get(..10).and_then(|day| day.parse().ok()));
    let id = record.id.unwrap_or_else(|| name.to_owned());
    Article { id, published: date.or(published), text, blocks, fields, places }
}
