//! Finds the paragraphs of plain text by its layout: blank lines, hard-wrapped lines, or a paragraph a line.

use super::furniture::{ends_as_prose, ends_sentence, is_byline, is_caption};
use crate::source::Span;

/// A longer line is not one of hard-wrapped text.
const WIDEST: usize = 120;
/// Text is not wrapped at less.
const NARROWEST: usize = 40;

/// One paragraph, one caption line or one entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its bytes, without space and marker around.
    pub(super) span: Span,
    /// What its first line begins with.
    pub(super) marker: Marker,
    /// How far it is indented, from one: entries of one list have one level.
    pub(super) level: u8,
}

/// What a line begins with, before its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// Nothing.
    None,
    /// So many `#`.
    Heading(usize),
    /// A bullet.
    Bullet,
    /// A number: `1.`, `2)`.
    Number(u32),
}

/// One line that is not blank.
struct Line {
    /// Its words, without space and marker around.
    span: Span,
    /// Its length in characters with its indentation; cut at more than any wrapped line has.
    width: usize,
    /// The spaces that it begins with.
    indent: usize,
    /// Whether it follows a blank line or is the first.
    opens: bool,
    marker: Marker,
}

/// The paragraphs of `text`.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let wrap = wrap_width(text, &lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        match (paragraphs.last_mut(), before) {
            (Some(last), Some(before)) if continues(text, last.marker, before, line, wrap) => {
                last.span.end = line.span.end;
            }
            _ => {
                let level = u8::try_from(line.indent).unwrap_or(u8::MAX - 1) + 1;
                paragraphs.push(Paragraph { span: line.span, marker: line.marker, level });
            }
        }
        before = Some(line);
    }
    paragraphs
}

/// The lines that are not blank; a line ends with LF, CRLF or a lone CR.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut from, mut opens, mut crlf) = (0, true, false);
    for end in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]) {
        let written = text.get(from..end).unwrap_or_default();
        let is_line_feed_of_crlf = crlf && written.is_empty() && text.as_bytes().get(end) == Some(&b'\n');
        match line(written, from, opens) {
            Some(line) => {
                lines.push(line);
                opens = false;
            }
            None => opens |= !is_line_feed_of_crlf,
        }
        crlf = text.as_bytes().get(end) == Some(&b'\r');
        from = end + 1;
    }
    lines
}

fn line(written: &str, at: usize, opens: bool) -> Option<Line> {
    let trimmed = written.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let indent = written.len() - trimmed.len();
    let (marker, length) = marker(trimmed);
    let words = trimmed.get(length..).unwrap_or_default();
    let start = at + indent + length + words.len() - words.trim_start().len();
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    // The bytes of a character after its first are not counted; none has more than four.
    let leading = written.trim_end().bytes().take(4 * (WIDEST + 1)).filter(|&byte| !matches!(byte, 0x80..=0xbf));
    let width = leading.count().min(WIDEST + 1);
    Some(Line { span: Span::new(start, start + words.len()), width, indent, opens, marker })
}

/// The marker that a line begins with and its length.
fn marker(line: &str) -> (Marker, usize) {
    let spaced = |length: usize| line.get(length..).is_some_and(|rest| rest.starts_with([' ', '\t']));
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&hashes) && spaced(hashes) {
        return (Marker::Heading(hashes), hashes);
    }
    if let Some(bullet) = line.chars().next().filter(|&c| "-*•".contains(c))
        && spaced(bullet.len_utf8())
    {
        return (Marker::Bullet, bullet.len_utf8());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let closed = line.as_bytes().get(digits).is_some_and(|&mark| mark == b'.' || mark == b')');
    match line.get(..digits).and_then(|digits| digits.parse().ok()) {
        Some(number) if digits <= 3 && closed && spaced(digits + 1) => (Marker::Number(number), digits + 1),
        _ => (Marker::None, 0),
    }
}

/// The width at which the lines of `text` are wrapped by hand; none where a line is a paragraph.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let long = lines.iter().filter(|line| line.width > WIDEST).count();
    let width = lines.iter().map(|line| line.width).filter(|&width| width <= WIDEST).max()?;
    if long * 20 > lines.len() || width < NARROWEST {
        return None;
    }
    let (mut breaks, mut full, mut ended) = (0, 0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.opens) {
        breaks += 1;
        full += usize::from(is_full(text, line, next, width));
        ended += usize::from(ends_sentence(line.span.of(text)));
    }
    (breaks > 0 && full * 10 >= breaks * 6 && ended * 2 < breaks).then_some(width)
}

/// Whether the first word of `next` would not have fitted into `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.of(text).split(char::is_whitespace).next().unwrap_or_default();
    line.width + 1 + word.chars().take(WIDEST).count() > width
}

/// Whether `line` goes on with the paragraph that `before` belongs to and that began with `marker`.
fn continues(text: &str, marker: Marker, before: &Line, line: &Line, wrap: Option<usize>) -> bool {
    let (above, below) = (before.span.of(text), line.span.of(text));
    let in_list = matches!(marker, Marker::Bullet | Marker::Number(_));
    if line.opens
        || line.marker != Marker::None
        || matches!(marker, Marker::Heading(_))
        || (line.indent >= before.indent + 2 && !in_list)
        || above == below
        || is_caption(above)
        || is_byline(above)
        || is_byline(below)
    {
        return false;
    }
    let goes_on = !ends_sentence(above) && below.starts_with(char::is_lowercase);
    match wrap {
        Some(width) => is_full(text, before, line, width) || (goes_on && before.width * 2 > width),
        None => goes_on && (NARROWEST..=WIDEST).contains(&before.width) && !is_caption(below),
    }
}

/// Whether a paragraph can stand as a title over the text.
pub(super) fn is_title(text: &str, most: usize) -> bool {
    text.len() <= most * 4 && text.chars().count() <= most && !ends_as_prose(text) && !is_caption(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = paragraphs(text);
        let found: Vec<&str> = found.iter().map(|paragraph| paragraph.span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn paragraphs_by_blank_lines() {
        check("", &[]);
        check(" \n\t\n", &[]);
        check("one", &["one"]);
        check("\u{feff}one\n\ntwo \n \n\n  three", &["one", "two", "three"]);
        check("one\r\n\r\ntwo\r\n", &["one", "two"]);
        check("one\r\rtwo\rthree", &["one", "two", "three"]);
        check("one\r\ntwo\r\n", &["one", "two"]);
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        check(
            "The worm knocked out more than forty thousand routers, according\nto the makers, who have known of it since the spring and have\nsaid nothing.\n\nShort end.",
            &[
                "The worm knocked out more than forty thousand routers, according\nto the makers, who have known of it since the spring and have\nsaid nothing.",
                "Short end.",
            ],
        );
        check(
            "Worm hits routers\nThe worm knocked out more than forty thousand routers, according\nto the makers, who have known of it since the spring and have\nsaid nothing.\n  A new paragraph begins with an indented line and goes on in the\nnext.",
            &[
                "Worm hits routers",
                "The worm knocked out more than forty thousand routers, according\nto the makers, who have known of it since the spring and have\nsaid nothing.",
                "A new paragraph begins with an indented line and goes on in the\nnext.",
            ],
        );
    }

    #[test]
    fn a_paragraph_a_line() {
        let long = "The worm knocked out routers in many towns and nobody at the makers had an answer to the questions that were asked of them all day.";
        check(
            &format!("Worm hits routers\n{long}\n{long} Twice.\nIt is over."),
            &["Worm hits routers", long, &format!("{long} Twice."), "It is over."],
        );
        check(
            "The council meets on Tuesday at noon.\nThe school stays shut for another day because of the snow.\nThe bridge is open again.",
            &[
                "The council meets on Tuesday at noon.",
                "The school stays shut for another day because of the snow.",
                "The bridge is open again.",
            ],
        );
    }

    #[test]
    fn captions_and_lists_keep_their_lines() {
        check(
            "Ada Brook (Photo: the Post)\nAda Brook (Photo: the Post)",
            &["Ada Brook (Photo: the Post)", "Ada Brook (Photo: the Post)"],
        );
        check(
            "- one of the towns that were hit on Monday by the worm\n- two\n  more\n3. three",
            &["one of the towns that were hit on Monday by the worm", "two", "more", "three"],
        );
        check("# Title\n## Below\ntext", &["Title", "Below", "text"]);
        check("#hash 1.5 -5 *x*", &["#hash 1.5 -5 *x*"]);
        check("- \n1. \n#", &["#"]);
    }
}
