//! JSON Lines: one article a line, each of its fields a source text of its own.

use super::draft::Draft;
use super::plain::{self, Parts};
use super::published::{self, Said};
use super::reader::{Reader, Shape};
use super::{Article, Block, Field, Part, ReadError, ReadOptions};
use crate::source::{Decoded, Span};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The line of the table.
pub(super) const READER: Reader = Reader {
    name: "jsonl",
    extensions: &["jsonl", "ndjson"],
    shape: Shape::Lines,
    sniff: |head| head.starts_with('{'),
    charset: |_| None,
    read: |id, decoded, options| record(id, &decoded, options),
};

/// What a record must look like, for the help of every mistake.
const HELP: &str = "a record is one line such as \
     {\"id\": \"…\", \"headline\": \"…\", \"standfirst\": \"…\", \"published\": \"2024-05-17\", \"body\": \"…\", \"captions\": [\"…\"]}";

/// The fields of a record, each as it stands in the line; others are left aside.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    headline: Option<&'a RawValue>,
    #[serde(borrow)]
    standfirst: Option<&'a RawValue>,
    #[serde(borrow)]
    published: Option<&'a RawValue>,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
    #[serde(borrow)]
    captions: Option<&'a RawValue>,
}

/// Reads the article of one line of JSON Lines; `id` stands in for a record without one.
pub fn read_record(id: &str, line: &[u8], options: &ReadOptions) -> Result<Article, ReadError> {
    super::read(id, line.to_vec(), &READER, options)
}

fn record(id: &str, decoded: &Decoded, _: &ReadOptions) -> Result<Article, ReadError> {
    let line = decoded.text.as_str();
    let record = parsed(line)?;
    let id = match record.id {
        Some(value) => identity(line, value)?,
        None => id.to_owned(),
    };
    if [record.headline, record.standfirst, record.body].iter().all(Option::is_none) {
        let message = "the record has no `body`, nor a `headline` or a `standfirst`";
        return Err(ReadError::in_line(line, Span::new(0, line.len()), message, "no text here").help(HELP));
    }
    let (published, remark) = day(line, record.published)?;
    let mut draft = Draft::new(&id);
    if let Some(text) = string(line, "headline", record.headline)? {
        let blocks = paragraphs(&text, Part::Headline);
        draft.laid_out(Field::new("headline", text), blocks);
    }
    if let Some(text) = string(line, "standfirst", record.standfirst)? {
        let blocks = paragraphs(&text, Part::Standfirst);
        draft.laid_out(Field::new("standfirst", text), blocks);
    }
    let mut parts = Parts::default();
    if let Some(text) = string(line, "body", record.body)? {
        parts = plain::body(&text);
        draft.laid_out(Field::new("body", text), parts.blocks);
    }
    if let Some(captions) = captions(line, record.captions)? {
        draft.laid_out(Field::new("captions", captions.join("\n")), caption_blocks(&captions));
    }
    let mut article = draft.finish();
    article.published = published.or(parts.published);
    article.remarks.extend(remark);
    Ok(article)
}

/// The record of a line, its values not yet looked into.
fn parsed(line: &str) -> Result<Record<'_>, ReadError> {
    let start = line.len() - line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let object = line.get(start..).unwrap_or_default();
    if !object.starts_with('{') {
        let message = if object.is_empty() { "the line is empty" } else { "the line is no JSON object" };
        return Err(ReadError::in_line(line, Span::new(start, start + 1), message, "`{` expected here").help(HELP));
    }
    serde_json::from_str(object).map_err(|error| invalid(line, start, object, &error))
}

/// The strings of a line that a field is read from, quotation marks included: one, or those of the captions.
pub(super) fn strings(line: &str, field: &str) -> Option<Vec<Span>> {
    let record = parsed(line).ok()?;
    let value = match field {
        "headline" => record.headline?,
        "standfirst" => record.standfirst?,
        "body" => record.body?,
        "captions" => {
            let items: Vec<&RawValue> = serde_json::from_str(record.captions?.get()).ok()?;
            return Some(items.into_iter().map(|item| place(line, item)).collect());
        }
        _ => return None,
    };
    Some(vec![place(line, value)])
}

/// A mistake that the JSON reader found in `json`, which begins at the byte `at` of `line`.
fn invalid(line: &str, at: usize, json: &str, error: &serde_json::Error) -> ReadError {
    let before: usize = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = (at + before + error.column().saturating_sub(1)).min(line.len());
    let what = error.to_string();
    let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what);
    let message = format!("the line is no valid JSON: {what} at byte {offset}");
    ReadError::in_line(line, Span::new(offset, offset + 1), message, "here").help(HELP)
}

/// Where a value stands in the line.
fn place(line: &str, value: &RawValue) -> Span {
    let at = (value.get().as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    Span::new(at, at + value.get().len())
}

/// What a value is, for messages.
fn kind(value: &RawValue) -> &'static str {
    match value.get().as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

fn wrong(line: &str, name: &str, value: &RawValue, expected: &str) -> ReadError {
    let message = format!("`{name}` is {}, not {expected}, at byte {}", kind(value), place(line, value).start);
    ReadError::in_line(line, place(line, value), message, format!("{expected} expected here")).help(HELP)
}

fn string(line: &str, name: &str, value: Option<&RawValue>) -> Result<Option<String>, ReadError> {
    let Some(value) = value else { return Ok(None) };
    if !value.get().starts_with('"') {
        return Err(wrong(line, name, value, "a string"));
    }
    let read = serde_json::from_str(value.get());
    read.map(Some).map_err(|error| invalid(line, place(line, value).start as usize, value.get(), &error))
}

/// An `id` is a string; a number is taken as it is written.
fn identity(line: &str, value: &RawValue) -> Result<String, ReadError> {
    if value.get().starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(value.get().to_owned());
    }
    string(line, "id", Some(value)).map(Option::unwrap_or_default).map_err(|error| error.help("give the record a name"))
}

/// The day of publication. A text that is no date is remarked on: the article can be read without.
fn day(line: &str, value: Option<&RawValue>) -> Result<(Option<Date>, Option<ReadError>), ReadError> {
    let Some(value) = value else { return Ok((None, None)) };
    let Some(text) = string(line, "published", Some(value))?.filter(|text| !text.trim().is_empty()) else {
        return Ok((None, None));
    };
    let (message, label) = match published::said(&text) {
        Some(Said::Day(day)) => return Ok((Some(day), None)),
        Some(Said::Unsure) => ("`published` does not say which day it was", "one of several days"),
        None => ("`published` is no date", "no day of the calendar"),
    };
    let span = place(line, value);
    let message = format!("{message}, at byte {}", span.start);
    Ok((None, Some(ReadError::in_line(line, span, message, label).help(published::HELP))))
}

fn captions(line: &str, value: Option<&RawValue>) -> Result<Option<Vec<String>>, ReadError> {
    let Some(value) = value else { return Ok(None) };
    let expected = "a list of strings";
    let items: Vec<&RawValue> =
        serde_json::from_str(value.get()).map_err(|_| wrong(line, "captions", value, expected))?;
    let read = items.into_iter().map(|item| string(line, "captions", Some(item)).map(Option::unwrap_or_default));
    read.collect::<Result<_, _>>().map(Some)
}

/// The paragraphs of a text that is all one part; a number or a mark at its beginning belongs to its words.
fn paragraphs(text: &str, part: Part) -> Vec<Block> {
    let whole = |span: Span| {
        let before = Span { start: 0, end: span.start }.of(text);
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let words = Span { start: line as u32, end: span.end };
        Span { start: span.end - words.of(text).trim_start().len() as u32, end: span.end }
    };
    let paragraphs = super::layout::paragraphs(text).into_iter();
    paragraphs.map(|paragraph| Block::new(part, whole(paragraph.span))).collect()
}

/// One block for each caption that has words, in their joined text.
fn caption_blocks(captions: &[String]) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = Vec::with_capacity(captions.len());
    for caption in captions {
        let start = at + caption.len() - caption.trim_start().len();
        let words = caption.trim();
        if !words.is_empty() {
            blocks.push(Block::new(Part::Caption, Span::new(start, start + words.len())));
        }
        at += caption.len() + 1;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::cases::{blocks, sound};

    fn check(line: &str, expected: &[&str]) {
        let article = read_record("a.jsonl:1", line.as_bytes(), &ReadOptions::default()).unwrap();
        sound(&article);
        assert_eq!(blocks(&article), expected, "{line}");
    }

    fn check_error(line: &str, message: &str, at: &str) {
        let error = read_record("a.jsonl:1", line.as_bytes(), &ReadOptions::default()).unwrap_err();
        let marked = error.span.unwrap().of(error.source.as_deref().unwrap());
        assert_eq!((error.message.as_str(), marked), (message, at), "{line}");
        assert!(error.help.is_some(), "{line}");
    }

    #[test]
    fn records() {
        check(r#"{"body": ""}"#, &[]);
        check(r#"{"headline": "Worm hits routers"}"#, &["headline: Worm hits routers"]);
        check(
            r#"{"x": [{"y": 1e999}], "body": "One \u201cquote\u201d.\n\nTwo\r\n\r\nThree.", "headline": " Worm ", "standfirst": null}"#,
            &["headline: Worm", "body: One “quote”.", "crosshead: Two", "body: Three."],
        );
        check(
            r#"{"standfirst": "In short", "body": "A. (Photo: B)\nA. (Photo: B)\n\nIt\nwas.", "captions": ["Ada", "", " Bo\nCo ", "Ada"]}"#,
            &[
                "standfirst: In short",
                "caption: A. (Photo: B)",
                "caption: A. (Photo: B)",
                "crosshead: It",
                "body: was.",
                "caption: Ada",
                "caption: Bo Co ⇐ Bo\nCo",
                "caption: Ada",
            ],
        );
        check(
            r##"{"headline": "\n 1. FC wins\n", "standfirst": "# 1 again\n\n- and again"}"##,
            &["headline: 1. FC wins", "standfirst: # 1 again", "standfirst: - and again"],
        );
        check("\u{feff} {\"body\": \"One.\"} ", &["body: One."]);
    }

    #[test]
    fn names_and_dates() {
        let read = |line: &str| {
            let options = ReadOptions { published: published::day("2020-01-01"), ..ReadOptions::default() };
            let article = read_record("a.jsonl:1", line.as_bytes(), &options).unwrap();
            let remarks = article.remarks.iter().map(|remark| format!(" {remark}"));
            format!("{} {}{}", article.id, article.published.unwrap(), remarks.collect::<String>())
        };
        assert_eq!(read(r#"{"id": "x", "published": "2017-12-19T23:00:00-09:00", "body": ""}"#), "x 2017-12-19");
        assert_eq!(read(r#"{"id": 17, "published": "", "body": ""}"#), "17 2020-01-01");
        assert_eq!(
            read(r#"{"id": "y", "published": "soon", "body": ""}"#),
            "y 2020-01-01 `published` is no date, at byte 25"
        );
        assert_eq!(
            read(r#"{"id": "y", "published": "3/4/19", "body": ""}"#),
            "y 2020-01-01 `published` does not say which day it was, at byte 25"
        );
        assert_eq!(read(r#"{"id": "y", "published": "3/16/19", "body": ""}"#), "y 2019-03-16");
        assert_eq!(read(r#"{"id": null, "published": null, "body": ""}"#), "a.jsonl:1 2020-01-01");
        let line = r#"{"headline": "One", "body": "Two.", "captions": ["Ada", "Bo"]}"#;
        let article = read_record("", line.as_bytes(), &ReadOptions::default()).unwrap();
        let places: Vec<_> = article
            .blocks
            .iter()
            .map(|block| article.place(block.span))
            .map(|place| (article.field_name(place), place.span.start, place.span.end))
            .collect();
        assert_eq!(places, [("headline", 0, 3), ("body", 0, 4), ("captions", 0, 3), ("captions", 4, 6)]);
    }

    #[test]
    fn lines_that_are_no_record() {
        check_error("", "the line is empty", "");
        check_error("[1]", "the line is no JSON object", "[");
        check_error("nonsense", "the line is no JSON object", "n");
        check_error(r#"{"id": "x"}"#, "the record has no `body`, nor a `headline` or a `standfirst`", r#"{"id": "x"}"#);
        check_error(r#"{"body": 12, "x": 1}"#, "`body` is a number, not a string, at byte 9", "12");
        check_error(
            r#"{"body": "", "captions": "é"}"#,
            "`captions` is a string, not a list of strings, at byte 25",
            "\"é\"",
        );
        check_error(
            r#"{"body": "", "captions": ["a", {}]}"#,
            "`captions` is an object, not a string, at byte 31",
            "{}",
        );
        check_error(r#"{"body": "", "id": ["a"]}"#, "`id` is a list, not a string, at byte 19", "[\"a\"]");
        check_error(r#"{"body": "", "published": 2017}"#, "`published` is a number, not a string, at byte 26", "2017");
        check_error(r#"{"body": "a" "id": 1}"#, "the line is no valid JSON: expected `,` or `}` at byte 13", "\"");
        check_error(r#"{"body": "a"#, "the line is no valid JSON: EOF while parsing a string at byte 10", "a");
        check_error(
            r#"{"body": "a", "body": "b"}"#,
            "the line is no valid JSON: duplicate field `body` at byte 19",
            "\"",
        );
        check_error(
            r#"{"body": "a\ud800b"}"#,
            "the line is no valid JSON: unexpected end of hex escape at byte 17",
            "b",
        );
        check_error(r#"{"body": "a"} {}"#, "the line is no valid JSON: trailing characters at byte 14", "{");
        let long = format!(r#"{{"x": "{}", "body": 5, "y": "{}"}}"#, "é".repeat(500), "é".repeat(500));
        let error = read_record("", long.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert!(error.source.unwrap().len() < 200);
        assert_eq!(error.offset, Some(1018));
        let error = read_record("", b"{\"body\": \"caf\xe9\"}", &ReadOptions::default()).unwrap_err();
        assert_eq!((error.message.as_str(), error.offset), ("not UTF-8: byte 13 (line 1) cannot be read", Some(13)));
        assert!(
            read_record("", ["{\"x\":".repeat(100_000).as_bytes(), b"1"].concat().as_slice(), &ReadOptions::default())
                .is_err()
        );
    }
}
