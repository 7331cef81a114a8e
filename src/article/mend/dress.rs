//! How words may be written in a source so that they are read as they are.

use encoding_rs::Encoding;
use std::fmt::Write;

/// The ways to write words in a file of a format, the usual one first. Which of them is read as the words depends on
/// where they stand: in running text, an attribute or a value of front matter.
pub(super) fn dresses(words: &str, format: &str) -> Vec<String> {
    let ways: &[fn(&str) -> String] = match format {
        "html" => &[entities, quoted_entities, str::to_owned, backslashed, doubled],
        "markdown" | "mdx" => &[str::to_owned, marked, entities, quoted_entities, backslashed, doubled],
        _ => &[str::to_owned],
    };
    let mut dresses: Vec<String> = Vec::with_capacity(ways.len());
    for way in ways {
        let dress = way(words);
        if !dresses.contains(&dress) {
            dresses.push(dress);
        }
    }
    dresses
}

/// Running text of HTML.
fn entities(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{a0}', "&nbsp;")
}

/// An attribute of HTML.
fn quoted_entities(words: &str) -> String {
    entities(words).replace('"', "&quot;").replace('\'', "&#39;")
}

/// Running text of Markdown.
fn marked(words: &str) -> String {
    escaped(words, |character| character.is_ascii_punctuation() && !".,;:'\"()-%/?".contains(character))
}

/// A value in double quotation marks, of YAML and TOML.
fn backslashed(words: &str) -> String {
    escaped(words, |character| matches!(character, '"' | '\\'))
}

/// A value in single quotation marks, of YAML.
fn doubled(words: &str) -> String {
    words.replace('\'', "''")
}

fn escaped(words: &str, special: impl Fn(char) -> bool) -> String {
    let mut dress = String::with_capacity(words.len());
    for character in words.chars() {
        if special(character) {
            dress.push('\\');
        }
        dress.push(character);
    }
    dress
}

/// Words with a reference of HTML for each character that the charset does not have.
pub(super) fn within(words: &str, charset: &'static Encoding) -> String {
    let mut dress = String::with_capacity(words.len());
    for character in words.chars() {
        if crate::source::encode(character.encode_utf8(&mut [0; 4]), charset).is_ok() {
            dress.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(dress, "&#{};", u32::from(character));
        }
    }
    dress
}
