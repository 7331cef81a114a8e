//! Tags and text of an HTML file, each piece of text with the bytes that it is written in.

use crate::source::Span;
use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};
use std::convert::Infallible;

/// A piece of text or of an attribute's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Bytes of the source as they stand.
    Same(Span),
    /// What an entity stands for, or a line end that is not written as a line feed.
    Read(String, Span),
}

/// An attribute of a start tag.
#[derive(Clone, Debug, Default)]
pub(super) struct Attribute {
    /// In lower case.
    pub(super) name: String,
    value: Vec<Piece>,
}

impl Attribute {
    /// The value with its places.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.value
    }

    /// The value.
    pub(super) fn value(&self, source: &str) -> String {
        self.value.iter().map(|piece| piece.words(source)).collect()
    }
}

impl Piece {
    /// The characters.
    pub(super) fn words<'a>(&'a self, source: &'a str) -> &'a str {
        match self {
            Self::Same(span) => span.of(source),
            Self::Read(words, _) => words,
        }
    }
}

/// What is done with the tokens.
pub(super) trait Sink {
    /// A start tag.
    fn start(&mut self, name: &str, attributes: &[Attribute], tag: Span);
    /// An end tag.
    fn end(&mut self, name: &str, tag: Span);
    /// Text between tags.
    fn text(&mut self, pieces: &[Piece]);
    /// A comment, what is inside it and all of it.
    fn comment(&mut self, inside: &str, whole: Span);
}

/// Reads all tokens of `source` into `sink`.
pub(super) fn read<S: Sink>(source: &str, sink: &mut S) {
    let emitter = Tokens {
        source: source.as_bytes(),
        sink,
        position: 0,
        last: 0,
        text: Vec::new(),
        comment: (0, Vec::new()),
        tag: Tag::default(),
        attribute: None,
        opened: Vec::new(),
    };
    // Reading from memory cannot fail.
    let _ = Tokenizer::new_with_emitter(source, emitter).finish();
}

#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    attributes: Vec<Attribute>,
    start: usize,
}

impl Tag {
    fn clear(&mut self, is_end: bool) {
        self.name.clear();
        self.attributes.clear();
        self.is_end = is_end;
    }
}

/// Takes what the tokenizer finds and hands on whole tags and runs of text.
struct Tokens<'a, S> {
    source: &'a [u8],
    sink: &'a mut S,
    position: usize,
    /// Where the next piece begins.
    last: usize,
    text: Vec<Piece>,
    /// Where the open comment was begun, and what is inside.
    comment: (usize, Vec<u8>),
    tag: Tag,
    attribute: Option<Attribute>,
    /// The name of the last start tag.
    opened: Vec<u8>,
}

impl<S: Sink> Tokens<'_, S> {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.sink.text(&self.text);
            self.text.clear();
        }
    }

    /// The next piece: `found` is what bytes between the last piece and the position are read as.
    fn piece(&mut self, found: &[u8]) -> Option<Piece> {
        if found.is_empty() {
            return None;
        }
        // A line feed after a carriage return, which was read as the line end, is passed over.
        let around = self.last.checked_sub(1).and_then(|before| self.source.get(before..=self.last));
        let start = self.last + usize::from(around == Some(b"\r\n"));
        let end = start + found.len();
        let same = self.source.get(start..end) == Some(found);
        // An entity may begin with what it stands for; words that are no tag after all come piece by piece.
        if same && (end == self.position || self.source.get(start) != Some(&b'&')) {
            self.last = end;
            return Some(Piece::Same(Span::new(start, end)));
        }
        let span = Span::new(start, self.position);
        self.last = self.position;
        Some(Piece::Read(lossy(found), span))
    }

    fn finish_attribute(&mut self) {
        self.tag.attributes.extend(self.attribute.take());
    }
}

/// Adds a piece; neighbours that both stand as they are become one, so that no piece cuts a character.
fn join(pieces: &mut Vec<Piece>, piece: Piece) {
    if let (Some(Piece::Same(last)), Piece::Same(next)) = (pieces.last_mut(), &piece)
        && last.end == next.start
    {
        last.end = next.end;
        return;
    }
    pieces.push(piece);
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl<S: Sink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    fn move_position(&mut self, by: isize) {
        self.position = self.position.saturating_add_signed(by);
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.opened = name.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn init_string(&mut self) {
        self.last = self.last.max(self.position);
    }

    fn emit_string(&mut self, found: &[u8]) {
        if let Some(piece) = self.piece(found) {
            join(&mut self.text, piece);
        }
    }

    fn start_open_tag(&mut self) {
        self.tag.start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.clear(false);
    }

    fn init_end_tag(&mut self) {
        self.tag.clear(true);
    }

    fn init_comment(&mut self) {
        self.comment.0 = self.position;
        self.comment.1.clear();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.finish_attribute();
        self.flush();
        self.last = self.position;
        let span = Span::new(self.tag.start, self.position);
        let name = std::str::from_utf8(&self.tag.name).unwrap_or_default();
        if self.tag.is_end {
            self.opened.clear();
            self.sink.end(name, span);
            return None;
        }
        self.sink.start(name, &self.tag.attributes, span);
        std::mem::swap(&mut self.opened, &mut self.tag.name);
        naive_next_state(&self.opened)
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        let before = self.source.get(..self.comment.0).unwrap_or_default();
        let start = memchr::memrchr(b'<', before).unwrap_or(self.comment.0);
        let inside = lossy(&self.comment.1);
        self.sink.comment(&inside, Span::new(start, self.position));
        self.last = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.last = self.position;
    }

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend(name);
    }

    fn push_comment(&mut self, inside: &[u8]) {
        self.comment.1.extend(inside);
    }

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.finish_attribute();
        self.attribute = Some(Attribute::default());
    }

    fn init_attribute_value(&mut self) {
        self.last = self.position;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if let Some(attribute) = &mut self.attribute {
            attribute.name.push_str(&String::from_utf8_lossy(name));
        }
    }

    fn push_attribute_value(&mut self, found: &[u8]) {
        let piece = self.piece(found);
        if let (Some(attribute), Some(piece)) = (&mut self.attribute, piece) {
            join(&mut attribute.value, piece);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.opened.is_empty() && self.opened == self.tag.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Default)]
    struct Written<'a> {
        source: &'a str,
        log: Vec<String>,
        texts: Vec<Piece>,
    }

    impl Written<'_> {
        fn pieces(&self, pieces: &[Piece]) -> String {
            let piece = |piece: &Piece| match piece {
                Piece::Same(span) => span.of(self.source).to_owned(),
                Piece::Read(words, span) => format!("{{{words}⇐{}}}", span.of(self.source)),
            };
            pieces.iter().map(piece).collect()
        }
    }

    impl Sink for Written<'_> {
        fn start(&mut self, name: &str, attributes: &[Attribute], tag: Span) {
            let attributes =
                attributes.iter().map(|attribute| format!(" {}={}", attribute.name, self.pieces(attribute.pieces())));
            let line = format!("+{name}{} {}", attributes.collect::<String>(), tag.of(self.source));
            self.log.push(line);
        }

        fn end(&mut self, name: &str, tag: Span) {
            self.log.push(format!("-{name} {}", tag.of(self.source)));
        }

        fn text(&mut self, pieces: &[Piece]) {
            self.log.push(self.pieces(pieces));
            self.texts.extend_from_slice(pieces);
        }

        fn comment(&mut self, inside: &str, whole: Span) {
            self.log.push(format!("!{inside}! {}", whole.of(self.source)));
        }
    }

    fn check(source: &str, expected: &[&str]) {
        let mut written = Written { source, ..Written::default() };
        read(source, &mut written);
        assert_eq!(written.log, expected, "{source:?}");
    }

    #[test]
    fn text_leads_to_its_bytes() {
        check("a &amp; b", &["a {&⇐&amp;} b"]);
        check("é&eacute;é&#233;&#xE9;", &["é{é⇐&eacute;}é{é⇐&#233;}{é⇐&#xE9;}"]);
        check("&semi;&amp&ampx&notit;", &["{;⇐&semi;}{&⇐&amp}{&⇐&amp}x{¬⇐&not}it;"]);
        check("&é & &x; &#; &#x &unknown; 1<2 <3 a</>b&amp;", &["&é & &x; &#; &#x &unknown; 1<2 <3 ab{&⇐&amp;}"]);
        check("a\r\nb\rc\n\r\nd", &["a{\n⇐\r}b{\n⇐\r}c\n{\n⇐\r}d"]);
        check("a<!-- b -->c<?d?>&lt;", &["a", "! b ! <!-- b -->", "c", "!?d?! <?d?>", "{<⇐&lt;}"]);
        check("&am", &["&am"]);
        check("a&am<b", &["a&am"]);
    }

    #[test]
    fn tags_and_attributes() {
        check("<A B=c D='e &amp; f' g>h</A >", &["+a b=c d=e {&⇐&amp;} f g= <A B=c D='e &amp; f' g>", "h", "-a </A >"]);
        check(
            "<script>if (a<b) '&amp;'</script>x",
            &["+script <script>", "if (a<b) '&amp;'", "-script </script>", "x"],
        );
        check("<title>a<b>&amp;</title>", &["+title <title>", "a<b>{&⇐&amp;}", "-title </title>"]);
        check("x<p class=\"y", &["x"]);
        check("<a b=\"é&eacute;\r\n\">", &["+a b=é{é⇐&eacute;}{\n⇐\r} <a b=\"é&eacute;\r\n\">"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn pieces_are_in_order_and_whole(source in "([a&;<>/ é€#x2\r\n='\"!-]|&amp|&lt;|&#233;|<p |</p>|<title>|</title>|<!--|-->){0,60}") {
            let mut written = Written { source: &source, ..Written::default() };
            read(&source, &mut written);
            let mut end = 0;
            for piece in &written.texts {
                let span = match piece { Piece::Same(span) | Piece::Read(_, span) => *span };
                prop_assert!(span.start >= end && span.end as usize <= source.len(), "{:?}", written.texts);
                prop_assert!(source.get(span.range()).is_some(), "{:?}", written.texts);
                if let Piece::Read(words, span) = piece {
                    let raw = span.of(&source);
                    prop_assert!(raw.starts_with('&') || words == "\n", "{words:?} is read from {raw:?}");
                }
                end = span.end;
            }
        }
    }
}
