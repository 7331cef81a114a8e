//! The way back from an article's reading text to the bytes of its source.

use crate::source::{DiskMap, Span};

/// One source text of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// `source` for a file; `headline`, `standfirst`, `body` or `captions` for a JSON Lines record.
    pub name: &'static str,
    /// The words of the source. Places count bytes of the source *on disk*; in UTF-8 that is this text, for
    /// another encoding [`Field::shown`] gives the bytes of this text.
    pub text: String,
    /// Where the characters of the text stand on disk.
    pub disk: DiskMap,
}

impl Field {
    /// A source text that is UTF-8 on disk.
    pub fn new(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, text: text.into(), disk: DiskMap::default() }
    }

    /// The bytes of [`Field::text`] that stand at a place's span, for printing.
    pub fn shown(&self, span: Span) -> Span {
        self.disk.in_text(span)
    }
}

/// Bytes of the source as the author wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index into [`Article::fields`](super::Article::fields).
    pub field: u8,
    /// The bytes of that field.
    pub span: Span,
}

impl Place {
    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.field == other.field && self.span.overlaps(other.span)
    }
}

/// A run of the reading text and the run of the source that it was read from.
///
/// Where both have one length, byte stands for byte; else the run is read whole (an entity, an
/// escape), and every byte of it stands for all of the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The bytes of the reading text.
    pub text: Span,
    /// The bytes of the source.
    pub source: Span,
    /// Index into [`Article::fields`](super::Article::fields).
    pub field: u8,
}

impl Segment {
    /// Whether byte stands for byte.
    pub(super) fn is_same(&self) -> bool {
        self.text.len() == self.source.len()
    }

    /// Whether `next` goes on where this one ends, byte for byte in both.
    pub(super) fn is_continued_by(&self, next: &Self) -> bool {
        self.field == next.field
            && self.text.end == next.text.start
            && self.source.end == next.source.start
            && self.is_same()
            && next.is_same()
    }
}

/// All segments of an article, in the order of the reading text.
#[derive(Clone, Debug, Default)]
pub struct PlaceMap {
    segments: Vec<Segment>,
}

impl PlaceMap {
    /// Adds the next segment; neighbours that continue each other byte for byte are joined.
    pub fn push(&mut self, segment: Segment) {
        if let Some(last) = self.segments.last_mut()
            && last.is_continued_by(&segment)
        {
            last.text.end = segment.text.end;
            last.source.end = segment.source.end;
            return;
        }
        self.segments.push(segment);
    }

    /// The segments, in the order of the reading text.
    pub(super) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The place of `span`; an empty map stands for a reading text that is the source itself.
    ///
    /// A span that runs over several segments of one field gets all the bytes between its ends; of
    /// one that runs over several fields only the part in the first is kept.
    pub fn place(&self, span: Span) -> Place {
        let Some(first) = self.at(span.start) else { return Place { field: 0, span } };
        let start = start_in(first, span.start);
        let last = match span.end.checked_sub(1).filter(|&end| end >= span.start) {
            Some(end) => self.at(end).filter(|last| last.field == first.field),
            None => None,
        };
        let end = match last {
            Some(last) => end_in(last, span.end),
            None if span.is_empty() => start,
            None => first.source.end,
        };
        Place { field: first.field, span: Span { start, end: end.max(start) } }
    }

    /// What a span of the first field is read as, markup around it left out; `None` where nothing of it is read.
    /// `from` is the segment to look from, which those who go through the source in order keep.
    pub fn read_as(&self, source: Span, from: &mut usize) -> Option<Span> {
        if self.segments.is_empty() {
            return Some(source);
        }
        let inside = |segment: &&Segment| segment.field == 0 && segment.source.overlaps(source);
        let rest = self.segments.get(*from..).unwrap_or_default();
        let first = rest.iter().position(|segment| inside(&segment)).map(|at| at + *from);
        // What stands over the story may be read before it.
        let first = first.or_else(|| self.segments.iter().position(|segment| inside(&segment)))?;
        *from = first;
        let read = self.segments.get(first..)?.iter().take_while(inside);
        let spans = read.map(|segment| {
            if segment.is_same() {
                let start = source.start.max(segment.source.start) - segment.source.start;
                let end = source.end.min(segment.source.end) - segment.source.start;
                Span { start: segment.text.start + start, end: segment.text.start + end }
            } else {
                segment.text
            }
        });
        spans.reduce(Span::to).filter(|span| !span.is_empty())
    }

    /// The segment that holds the byte `at`, or the one before the gap that does.
    fn at(&self, at: u32) -> Option<&Segment> {
        let after = self.segments.partition_point(|segment| segment.text.start <= at);
        self.segments.get(after.saturating_sub(1))
    }
}

fn start_in(segment: &Segment, at: u32) -> u32 {
    let offset = at.saturating_sub(segment.text.start);
    if segment.is_same() {
        segment.source.start.saturating_add(offset).min(segment.source.end)
    } else {
        segment.source.start
    }
}

fn end_in(segment: &Segment, end: u32) -> u32 {
    let offset = end.saturating_sub(segment.text.start);
    if segment.is_same() {
        segment.source.start.saturating_add(offset).min(segment.source.end)
    } else {
        segment.source.end
    }
}
