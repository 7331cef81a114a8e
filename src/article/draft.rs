//! Builds an article field by field and block by block.

use super::comment::Stands;
use super::{Article, Block, Comment, Field, Linked, Part, Place, Reach, ReadError, Segment};
use crate::source::Span;
use jiff::civil::Date;

/// What stands in the reading text for something that is no words: code, or what a site generator works out there.
pub const NO_WORDS: &str = "\u{fffc}";

/// An article that is being read.
#[derive(Default)]
pub(super) struct Draft {
    article: Article,
    stets: Vec<Stet>,
}

/// A stet whose reach is not yet known, since blocks may still come and go.
struct Stet {
    words: String,
    /// All of it, in the text of the only field.
    span: Span,
    /// How long the reading text was when it came.
    at: u32,
    stands: Stands,
}

impl Draft {
    /// An article without text.
    pub(super) fn new(id: &str) -> Self {
        Self { article: Article { id: id.to_owned(), ..Article::default() }, stets: Vec::new() }
    }

    /// The article.
    pub(super) fn finish(mut self) -> Article {
        let stets = std::mem::take(&mut self.stets);
        self.article.comments = stets.into_iter().map(|stet| self.reaching(stet)).collect();
        self.article
    }

    /// Notes a stet, `span` of the only field.
    pub(super) fn stet(&mut self, words: String, span: Span, stands: Stands) {
        self.stets.push(Stet { words, span, at: self.article.text.len() as u32, stands });
    }

    fn reaching(&self, Stet { words, span, at, stands }: Stet) -> Comment {
        let on_disk = self.article.fields.first().map_or(span, |field| field.disk.on_disk(span));
        let blocks = &self.article.blocks;
        let last = || blocks.iter().rev().find(|block| block.span.start < at);
        let next = || blocks.iter().find(|block| block.span.start >= at);
        let meant = match stands {
            Stands::Over => None,
            // Behind the last block there is none to stand before.
            Stands::Before => next().or_else(last).map(|block| block.span),
            Stands::Ahead => self.whole_next(at).or_else(|| last().map(|block| block.span)),
            Stands::Under => last().or_else(next).map(|block| block.span),
            Stands::Between => last().into_iter().chain(next()).map(|block| block.span).reduce(Span::to),
        };
        let reach = match (stands, meant) {
            (Stands::Over, _) => Reach::Article,
            (Stands::Before | Stands::Ahead | Stands::Under | Stands::Between, Some(meant)) => {
                Reach::Block(self.article.place(self.lines(meant)))
            }
            (Stands::Before | Stands::Ahead | Stands::Under | Stands::Between, None) => Reach::Block(Place::default()),
        };
        Comment { words, place: Place { field: 0, span: on_disk }, reach }
    }

    /// The next block; all of the list or table that it begins.
    fn whole_next(&self, at: u32) -> Option<Span> {
        let mut blocks = self.article.blocks.iter().skip_while(|block| block.span.start < at);
        let first = blocks.next()?;
        let several = matches!(first.part, Part::List | Part::Table);
        let last = blocks.take_while(|block| several && block.part == first.part).last().unwrap_or(first);
        Some(first.span.to(last.span))
    }

    /// The whole lines of the reading text that a span lies in: a dateline is a block on the line of its paragraph.
    fn lines(&self, span: Span) -> Span {
        let text = self.article.text.as_str();
        let before = text.get(..span.start as usize).and_then(|text| text.rfind('\n')).map_or(0, |end| end + 1);
        let after = text.get(span.end as usize..).unwrap_or_default();
        let end = after.find('\n').map_or(text.len(), |end| span.end as usize + end);
        Span::new(before, end)
    }

    /// Notes a link, `place` of the only field.
    pub(super) fn link(&mut self, place: Span, target: &str) {
        self.article.links.push(Linked { place, target: target.to_owned() });
    }

    /// The day of publication that the source gives; the first counts.
    pub(super) fn published(&mut self, day: Option<Date>) {
        self.article.published = self.article.published.or(day);
    }

    /// Adds the blocks of another draft that was read from the bytes of the only field from `base` on, with its
    /// links; the first of them is at the index that is given back.
    pub(super) fn adopt(&mut self, other: Self, base: u32) -> usize {
        let Article { text, blocks, places, links, .. } = other.article;
        if !self.article.text.is_empty() {
            self.article.text.push('\n');
        }
        let at = self.article.text.len() as u32;
        self.article.text.push_str(&text);
        for segment in places.segments() {
            let (text, source) = (segment.text.shifted(at), segment.source.shifted(base));
            self.article.places.push(Segment { text, source, ..*segment });
        }
        let first = self.article.blocks.len();
        self.article.blocks.extend(blocks.iter().map(|block| Block { span: block.span.shifted(at), ..*block }));
        self.article.links.extend(links.into_iter().map(|link| Linked { place: link.place.shifted(base), ..link }));
        first
    }

    /// Notes what could not be used.
    pub(super) fn remark(&mut self, remarks: Vec<ReadError>) {
        self.article.remarks.extend(remarks);
    }

    /// The blocks so far.
    pub(super) fn blocks(&mut self) -> &mut Vec<Block> {
        &mut self.article.blocks
    }

    /// The words of a block.
    pub(super) fn words(&self, block: &Block) -> &str {
        block.span.of(&self.article.text)
    }

    /// Adds the file that the passages were read from.
    pub(super) fn source(&mut self, field: Field) {
        self.article.fields.push(field);
    }

    /// Adds a block that was read from the only field; none where the passage has no words.
    pub(super) fn block(&mut self, part: Part, passage: &Passage) -> Option<&mut Block> {
        let start = passage.text.len() - passage.text.trim_start().len();
        let words = passage.text.trim();
        if words.is_empty() {
            return None;
        }
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push('\n');
        }
        let base = text.len();
        text.push_str(&passage.text);
        for piece in &passage.pieces {
            self.article.places.push(Segment { text: piece.text.shifted(base as u32), ..*piece });
        }
        self.article.blocks.push(Block::new(part, Span::new(base + start, base + start + words.len())));
        self.article.blocks.last_mut()
    }

    /// Sets the dateline that a block opens with apart; `length` finds how long it is.
    pub(super) fn split_dateline(&mut self, index: usize, length: fn(&str) -> Option<usize>) {
        let Some(story) = self.article.blocks.get_mut(index) else { return };
        let words = story.span.of(&self.article.text);
        if let Some(length) = length(words) {
            let opening = words.get(..length).unwrap_or_default().trim_end().len() as u32;
            let span = Span { start: story.span.start, end: story.span.start + opening };
            story.span.start += length as u32;
            self.article.blocks.insert(index, Block::new(Part::Sidebar, span));
        }
    }

    /// Adds a field that is read as it stands: `blocks` are spans of its text. Line ends inside a block are read
    /// as spaces, byte for byte, and characters without width are left out.
    pub(super) fn laid_out(&mut self, field: Field, blocks: Vec<Block>) {
        let index = self.article.fields.len() as u8;
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push('\n');
        }
        for block in blocks {
            let start = text.len();
            for (from, words) in visible(block.span.of(&field.text)) {
                let at = text.len();
                push_spaced(text, words);
                let source = Span::new(from, from + words.len()).shifted(block.span.start);
                self.article.places.push(Segment { text: Span::new(at, text.len()), source, field: index });
            }
            let read = text.get(start..).unwrap_or_default();
            let (start, words) = (start + read.len() - read.trim_start().len(), read.trim());
            if !words.is_empty() {
                self.article.blocks.push(Block { span: Span::new(start, start + words.len()), ..block });
            }
            text.push('\n');
        }
        self.article.fields.push(field);
    }
}

/// Adds words to a text, line ends in them as spaces.
fn push_spaced(text: &mut String, words: &str) {
    let mut from = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', words.as_bytes()) {
        text.push_str(words.get(from..end).unwrap_or_default());
        text.push(' ');
        from = end + 1;
    }
    text.push_str(words.get(from..).unwrap_or_default());
}

/// Whether a character only says where a word may be broken, or nothing at all.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The first of them from the byte `from` on, and the byte after it. Their first bytes are few.
fn next_invisible(text: &str, mut from: usize) -> Option<(usize, usize)> {
    loop {
        let at = from + memchr::memchr3(0xc2, 0xe2, 0xef, text.as_bytes().get(from..)?)?;
        let c = text.get(at..)?.chars().next()?;
        if is_invisible(c) {
            return Some((at, at + c.len_utf8()));
        }
        from = at + c.len_utf8();
    }
}

/// The runs of `text` between characters without width, and where each begins.
fn visible(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = Some(0);
    let runs = std::iter::from_fn(move || {
        let from = at?;
        let hidden = next_invisible(text, from);
        at = hidden.map(|(_, after)| after);
        Some((from, text.get(from..hidden.map_or(text.len(), |(hidden, _)| hidden)).unwrap_or_default()))
    });
    runs.filter(|(_, run)| !run.is_empty())
}

/// The words of one block of a file with markup, and where each was read.
#[derive(Debug, Default)]
pub(super) struct Passage {
    text: String,
    pieces: Vec<Segment>,
}

impl Passage {
    /// The words so far.
    pub(super) fn words(&self) -> &str {
        &self.text
    }

    /// Forgets the words.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// Adds all that another passage holds.
    pub(super) fn append(&mut self, other: &Self) {
        let base = self.text.len() as u32;
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Segment { text: piece.text.shifted(base), ..*piece }));
    }

    /// Adds words that stand in the source as they are, from the byte `at` on; characters without width are left out.
    pub(super) fn same(&mut self, words: &str, at: u32) {
        for (from, words) in visible(words) {
            self.piece(words, Span::new(from, from + words.len()).shifted(at));
        }
    }

    /// Adds words that `source` is read as.
    pub(super) fn read(&mut self, words: &str, source: Span) {
        let visible: String;
        let words = if words.contains(is_invisible) {
            visible = words.replace(is_invisible, "");
            &visible
        } else {
            words
        };
        if words.len() == source.len() && words.len() > 1 {
            // Of one length by chance: keep the run whole by setting its first character apart.
            let first = words.chars().next().map_or(0, char::len_utf8);
            let (head, rest) = words.split_at(first);
            self.piece(head, source);
            self.piece(rest, source);
            return;
        }
        self.piece(words, source);
    }

    /// Adds the space that `source`, a run of spaces and line ends, is read as; none at the beginning and after another.
    pub(super) fn space(&mut self, source: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.piece(" ", source);
        }
    }

    fn piece(&mut self, words: &str, source: Span) {
        if words.is_empty() {
            return;
        }
        let text = Span::new(self.text.len(), self.text.len() + words.len());
        push_spaced(&mut self.text, words);
        let segment = Segment { text, source, field: 0 };
        match self.pieces.last_mut() {
            Some(last) if last.is_continued_by(&segment) => {
                last.text.end = text.end;
                last.source.end = source.end;
            }
            _ => self.pieces.push(segment),
        }
    }
}
