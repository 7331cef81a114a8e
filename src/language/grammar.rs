//! A TextMate grammar of the language, for editors that colour text by one.
//!
//! It is made from the lists of `vocabulary`. Its expressions keep to what both Oniguruma and the `regex`
//! crate read, so that a test can run it.

use super::vocabulary::{CLAUSES, COLUMN_TYPES, Entry, ITEMS, OPTIONS, formats, functions, reserved, scales};
use serde_json::{Value, json};

/// What a string may hold before its end, without curly quotes.
const QUOTED: &str = r#"[^>"]|"[^"]*""#;

/// A line of text: what kind of block it is, and its words.
const TEXT: &str = r"(>)(?: ?(#{1,3}|!|-) )?(.*)$";

/// The grammar as a JSON document.
pub fn textmate() -> String {
    let grammar = json!({
        "name": "factlint rules",
        "scopeName": "source.factlint",
        "fileTypes": ["rules"],
        "patterns": includes(&["text", "text-behind", "comment", "head", "item", "clause", "column", "expression"]),
        "repository": {
            "text": rule(
                &format!(r"^\s*{TEXT}"),
                &["punctuation.definition.text", "markup.heading.block", "string.unquoted.text"],
                Some((3, &["mark"])),
            ),
            "text-behind": {"patterns": [
                {
                    "match": format!(r"^\s*(bad|good|becomes|why)\b((?:{QUOTED})*?){TEXT}"),
                    "captures": {
                        "1": {"name": "keyword.other.clause"},
                        "2": {"patterns": includes(&["option", "expression"])},
                        "3": {"name": "punctuation.definition.text"},
                        "4": {"name": "markup.heading.block"},
                        "5": {"name": "string.unquoted.text", "patterns": includes(&["mark"])},
                    },
                },
                {
                    "match": r"^\s*(bad|good)\b([^#]+)",
                    "captures": {
                        "1": {"name": "keyword.other.clause"},
                        "2": {"patterns": includes(&["option", "expression"])},
                    },
                },
                {
                    "match": r"^\s*(help)\s*(>)(.*)$",
                    "captures": {
                        "1": {"name": "keyword.other.clause"},
                        "2": {"name": "punctuation.definition.text"},
                        "3": {"name": "string.unquoted.text"},
                    },
                },
            ]},
            "mark": {"name": "markup.bold.mark", "match": r"\[\[|\]\]"},
            "comment": {"name": "comment.line.number-sign", "match": "#.*$"},
            "head": rule(
                r"^\x{feff}?(rule|amend)\b\s*([\w/.\-]*)",
                &["keyword.control.item", "entity.name.function.rule"],
                None,
            ),
            "item": rule(&format!(r"^\x{{feff}}?({})\b", one_of(&words(ITEMS))), &["keyword.control.item"], None),
            "clause": {"patterns": [
                rule(
                    r"^\s*(severity)\s+(error|warning|note)\b",
                    &["keyword.other.clause", "constant.language.severity"],
                    None,
                ),
                rule(
                    r"^\s*(tags|instead)\b(?:\s+(of)\b)?([^#]*)",
                    &["keyword.other.clause", "keyword.other.clause", "entity.name.tag"],
                    None,
                ),
                rule(
                    &format!(r"^\s*({})\b(?:\s+(each|per)\b)?", one_of(&words(CLAUSES))),
                    &["keyword.other.clause", "keyword.other.clause"],
                    None,
                ),
            ]},
            "column": rule(
                &format!(
                    r"^\s+(?:(key)\s+)?(\w+)\s+({})\b(?:\s+(also)\s+(\w+))?(?:\s+(split)\b)?",
                    one_of(&words(COLUMN_TYPES)),
                ),
                &[
                    "keyword.other.column",
                    "variable.other.member",
                    "support.type",
                    "keyword.other.column",
                    "variable.other.member",
                    "keyword.other.column",
                ],
                None,
            ),
            "option": rule(&format!(r"\b({})\b", one_of(&words(OPTIONS))), &["keyword.other.option"], None),
            "expression": {"patterns": includes(&[
                "comment", "string", "pattern", "date", "number", "field", "call", "relation", "reserved", "operator",
            ])},
            "string": {"patterns": [string("\"", "\""), string("“", "”")]},
            "hole": {
                "begin": r"\{",
                "end": r"\}|$",
                "beginCaptures": {"0": {"name": "punctuation.section.embedded.begin"}},
                "endCaptures": {"0": {"name": "punctuation.section.embedded.end"}},
                "name": "meta.embedded.hole",
                "patterns": includes(&["format", "expression"]),
            },
            "format": rule(&format!(r":\s*({})\b", one_of(&words(&formats()))), &["support.type.format"], None),
            "pattern": rule(
                r"\b(matches)\s*(/)((?:\\.|[^/\\])*)(/)(i\b)?",
                &[
                    "keyword.operator.word",
                    "punctuation.definition.regexp",
                    "string.regexp",
                    "punctuation.definition.regexp",
                    "keyword.other.modifier",
                ],
                None,
            ),
            "date": {"name": "constant.numeric.date", "match": r"\b(?:\d{4}-\d{2}(?:-\d{2})?|year\s+\d{4})\b"},
            "number": rule(
                &format!(
                    r"\b(\d+(?:_\d+|,\d{{3}}\b)*(?:\.\d+)?%?)(?:\s*({})\b)?(?:[ \t]*({})\b)?",
                    one_of(scales()),
                    one_of(super::unit::USUAL),
                ),
                &["constant.numeric", "keyword.other.unit", "keyword.other.unit"],
                None,
            ),
            "field": rule(r"\.\s*([[:alpha:]]\w*)", &["variable.other.member"], None),
            "call": rule(&format!(r"\b({})\(", one_of(&words(&functions()))), &["support.function"], None),
            "relation": {
                "name": "keyword.operator.word",
                "match": r"\b(?:is(?:\s+not)?\s+(?:one\s+of|a\s+kind\s+of|known|missing)|can(?:not)?\s+be)\b",
            },
            "reserved": rule(&format!(r"\b({})\b", one_of(reserved())), &["keyword.operator.word"], None),
            "operator": {"name": "keyword.operator", "match": r"!=|<=|>=|[=<>+\-*/|]"},
        },
    });
    serde_json::to_string_pretty(&grammar).unwrap_or_default() + "\n"
}

fn words(entries: &[Entry]) -> Vec<&'static str> {
    entries.iter().map(|entry| entry.word).collect()
}

/// One of the words, the longest first, since an expression takes the first that fits.
fn one_of(words: &[&str]) -> String {
    let mut words = words.to_vec();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.join("|")
}

fn includes(names: &[&str]) -> Value {
    names.iter().map(|name| json!({"include": format!("#{name}")})).collect()
}

/// An expression with the names of its captures, one of which may have patterns of its own.
fn rule(expression: &str, names: &[&str], inside: Option<(usize, &[&str])>) -> Value {
    let captures = names.iter().enumerate().map(|(at, name)| {
        let mut capture = json!({"name": name});
        if let (Some((number, patterns)), Some(capture)) = (inside, capture.as_object_mut())
            && number == at + 1
        {
            capture.insert("patterns".to_owned(), includes(patterns));
        }
        ((at + 1).to_string(), capture)
    });
    json!({"match": expression, "captures": captures.collect::<serde_json::Map<_, _>>()})
}

fn string(open: &str, close: &str) -> Value {
    json!({
        "name": "string.quoted.double",
        "begin": open,
        "end": format!("{close}|$"),
        "patterns": [
            {"name": "constant.character.escape", "match": r"\\.|\{\{|\}\}"},
            {"include": "#hole"},
        ],
    })
}
