//! Places in the strings of a JSON line, and words written as a part of one.

use crate::source::Span;
use std::fmt::Write;

/// The bytes of a line that a span of a field's text stands at; none where it does not begin and end with a character
/// of one string. The texts of several strings were joined, with one byte between.
pub(super) fn place(line: &str, strings: &[Span], span: Span) -> Option<Span> {
    let mut begins = 0;
    for string in strings {
        let (found, length) = in_string(
            string.of(line),
            Span { start: span.start.checked_sub(begins)?, end: span.end.checked_sub(begins)? },
        );
        if let Some(found) = found {
            return Some(Span { start: string.start + found.start, end: string.start + found.end });
        }
        begins += length + 1;
    }
    None
}

/// The bytes of a string, quotation marks counted, that a span of what it says stands at; and how long that is.
fn in_string(written: &str, span: Span) -> (Option<Span>, u32) {
    let (mut start, mut end) = (None, None);
    let (mut said, mut at) = (0_u32, 1_usize);
    loop {
        if said == span.start {
            start = Some(at as u32);
        }
        // What comes later at the same place of the text would be longer than it.
        if said == span.end && end.is_none() {
            end = Some(at as u32);
        }
        let Some((character, length)) = character(written, at) else { break };
        said += character.len_utf8() as u32;
        at += length;
    }
    (start.zip(end).map(|(start, end)| Span { start, end }), said)
}

/// The character at a byte of a string, and how many bytes it is written with; none at its end.
fn character(written: &str, at: usize) -> Option<(char, usize)> {
    let rest = written.get(at..)?;
    let first = rest.chars().next().filter(|&first| first != '"')?;
    if first != '\\' {
        return Some((first, first.len_utf8()));
    }
    let escaped = |rest: &str| u32::from_str_radix(rest.strip_prefix("\\u")?.get(..4)?, 16).ok();
    match rest.as_bytes().get(1)? {
        b'u' => {
            let unit = escaped(rest)?;
            if let Some(character) = char::from_u32(unit) {
                return Some((character, 6));
            }
            let low = escaped(rest.get(6..)?)?;
            let code = 0x1_0000 + ((unit.checked_sub(0xd800)?) << 10) + low.checked_sub(0xdc00)?;
            Some((char::from_u32(code)?, 12))
        }
        b'n' => Some(('\n', 2)),
        b't' => Some(('\t', 2)),
        b'r' => Some(('\r', 2)),
        b'b' => Some(('\u{8}', 2)),
        b'f' => Some(('\u{c}', 2)),
        &other => Some((char::from(other), 2)),
    }
}

/// Words as a part of a JSON string; `plain` says whether all but ASCII is escaped, as in the rest of the line.
pub(super) fn written(words: &str, plain: bool) -> String {
    let mut text = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\u{0}'..='\u{1f}' | '\u{7f}' => escape(&mut text, character),
            _ if plain && !character.is_ascii() => escape(&mut text, character),
            _ => text.push(character),
        }
    }
    text
}

fn escape(text: &mut String, character: char) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        // Writing to a string cannot fail.
        let _ = write!(text, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_strings_of_a_line() {
        let line = r#"["a \"60\" caf\u00e9s \ud83d\ude00.", "", "60 b"]"#;
        let said = "a \"60\" cafés 😀.\n\n60 b";
        let strings: Vec<Span> = [(1, 36), (38, 40), (42, 48)].map(|(start, end)| Span::new(start, end)).into();
        assert_eq!(strings.last().map(|string| string.of(line)), Some("\"60 b\""));
        let check = |words: &str, from: usize, want: Option<&str>| {
            let start = from + said.get(from..).unwrap().find(words).unwrap();
            let found = place(line, &strings, Span::new(start, start + words.len()));
            assert_eq!(found.map(|span| span.of(line)), want, "{words}");
        };
        check("60", 0, Some("60"));
        check("\"60\"", 0, Some("\\\"60\\\""));
        check("cafés 😀", 0, Some("caf\\u00e9s \\ud83d\\ude00"));
        check("60 b", 8, Some("60 b"));
        check(".\n\n60", 8, None);
    }

    #[test]
    fn words_are_written_as_the_line_is() {
        assert_eq!(written("a \"b\" \\ é😀", false), "a \\\"b\\\" \\\\ é😀");
        assert_eq!(written("é😀\n", true), "\\u00e9\\ud83d\\ude00\\u000a");
    }
}
