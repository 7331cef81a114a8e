//! Words that a format writes with quotation marks, escapes or folded lines, each led back to its own bytes.

use super::draft::Passage;
use crate::source::Span;

/// How a value is written, beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escapes {
    /// As it stands.
    None,
    /// A single quotation mark is written twice.
    Doubled,
    /// A backslash and what it stands for.
    Backslash,
}

/// Adds `value` to the passage, the words that the bytes `span` of `source` are read as.
///
/// Runs of space are read as one space. Where the two cannot be laid side by side, all words of the value lead to
/// the whole span.
pub(super) fn lay(passage: &mut Passage, value: &str, source: &str, span: Span) {
    let (escapes, inner) = opened(source, span);
    let mut laid = Passage::default();
    if side_by_side(&mut laid, value, source, inner, escapes).is_some() {
        passage.append(&laid);
    } else {
        passage.read(value, span);
    }
}

/// The span without quotation marks and the header of a block scalar.
fn opened(source: &str, span: Span) -> (Escapes, Span) {
    let raw = span.of(source);
    for (mark, escapes) in [
        ("\"\"\"", Escapes::Backslash),
        ("'''", Escapes::None),
        ("\"", Escapes::Backslash),
        ("'", Escapes::Doubled),
        ("`", Escapes::None),
    ] {
        if raw.starts_with(mark) {
            let start = span.start + mark.len() as u32;
            let closed = raw.len() >= 2 * mark.len() && raw.ends_with(mark);
            let end = if closed { span.end - mark.len() as u32 } else { span.end };
            return (escapes, Span { start, end });
        }
    }
    if raw.starts_with(['|', '>']) {
        let header = raw.find('\n').map_or(raw.len(), |end| end + 1);
        return (Escapes::None, Span { start: span.start + header as u32, end: span.end });
    }
    (Escapes::None, span)
}

fn side_by_side(passage: &mut Passage, value: &str, source: &str, span: Span, escapes: Escapes) -> Option<()> {
    let mut rest = span.of(source);
    let mut words = value.trim().chars().peekable();
    while let Some(&word) = words.peek() {
        let at = span.end - rest.len() as u32;
        let (length, stands_for) = written(rest, escapes)?;
        let piece = Span::new(0, length).shifted(at);
        rest = rest.get(length..)?;
        if word.is_whitespace() && stands_for.is_whitespace() {
            while words.next_if(|word| word.is_whitespace()).is_some() {}
            passage.space(piece);
        } else if word == stands_for || (stands_for == ANY && !word.is_whitespace()) {
            words.next();
            if length == word.len_utf8() {
                passage.same(word.encode_utf8(&mut [0; 4]), at);
            } else {
                passage.read(word.encode_utf8(&mut [0; 4]), piece);
            }
        } else if !stands_for.is_whitespace() {
            return None;
        }
    }
    Some(())
}

/// What an escape whose meaning is not looked into stands for.
const ANY: char = '\0';

/// The length of the next run of space, escape or character, and what it stands for.
fn written(rest: &str, escapes: Escapes) -> Option<(usize, char)> {
    let first = rest.chars().next()?;
    if first.is_whitespace() {
        return Some((rest.len() - rest.trim_start().len(), ' '));
    }
    match (escapes, first) {
        (Escapes::Doubled, '\'') if rest.starts_with("''") => Some((2, '\'')),
        (Escapes::Backslash, '\\') => {
            let meant = rest.chars().nth(1)?;
            Some(match meant {
                '\n' | '\r' => (1 + rest.get(1..)?.len() - rest.get(1..)?.trim_start().len(), ' '),
                'n' | 't' | 'r' | 'f' | 'v' | ' ' | '\t' | '_' | 'N' | 'L' | 'P' => (2, ' '),
                'x' => (4, ANY),
                'u' => (6, ANY),
                'U' => (10, ANY),
                _ => (1 + meant.len_utf8(), ANY),
            })
        }
        _ => Some((first.len_utf8(), first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::draft::Draft;
    use crate::article::{Field, Part, cases};

    /// Lays `value` beside `source`; each word of it must lead to the bytes beside it.
    fn check(source: &str, value: &str, words: &[(&str, &str)]) {
        let mut passage = Passage::default();
        lay(&mut passage, value, source, Span::new(0, source.len()));
        let mut draft = Draft::new("");
        draft.source(Field::new("source", source));
        draft.block(Part::Headline, &passage).unwrap();
        let article = draft.finish();
        cases::sound(&article);
        for (word, written) in words {
            let at = article.text.find(word).unwrap();
            let place = article.place(Span::new(at, at + word.len()));
            assert_eq!(article.written(place), *written, "{word} in {source:?}");
        }
    }

    #[test]
    fn words_lead_to_their_bytes() {
        check("Worm hits", "Worm hits", &[("Worm", "Worm"), ("hits", "hits")]);
        check("'It''s here'", "It's here", &[("It's", "It''s"), ("s", "s"), ("here", "here")]);
        check(
            r#""A \"worm\" \u2013 \x41\tnow""#,
            "A \"worm\" – A\tnow",
            &[("\"worm\"", r#"\"worm\""#), ("–", r"\u2013"), ("now", "now")],
        );
        check("\"caf\\u00e9 caf\\U000000e9\"", "café café", &[("café", "caf\\u00e9")]);
        check("Worm\n  hits\n  towns", "Worm hits towns", &[("hits towns", "hits\n  towns"), ("towns", "towns")]);
        check(">-\n  Worm\n  hits\n", "Worm hits", &[("Worm", "Worm"), ("hits", "hits")]);
        check("\"Worm \\\n   hits\"", "Worm hits", &[("hits", "hits")]);
        check("\"\"\"\nWorm\nhits\"\"\"", "Worm\nhits", &[("hits", "hits")]);
        check("'''a 'b' c'''", "a 'b' c", &[("'b'", "'b'")]);
        check("``a ` b``", "a ` b", &[("b", "``a ` b``")]);
        check("nothing alike", "else", &[("else", "nothing alike")]);
        check("'cut", "cut off", &[("off", "'cut")]);
    }
}
