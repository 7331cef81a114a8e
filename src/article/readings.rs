//! From the bytes of the source to where in the reading text they are read.

use super::place::{Place, Segment};
use super::{Article, Block};
use crate::source::Span;

/// Where the source of an article is read, found by its places.
#[derive(Debug)]
pub struct Readings<'a> {
    article: &'a Article,
    /// The segments in the order of the source.
    segments: Vec<Segment>,
}

/// The part of a place that is read in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// Bytes of the reading text, inside the block.
    pub span: Span,
}

impl<'a> Readings<'a> {
    /// The way from the source of `article` to its reading text.
    pub fn new(article: &'a Article) -> Self {
        let mut segments = article.places.segments().to_vec();
        segments.sort_unstable_by_key(|segment| (segment.field, segment.source.start));
        Self { article, segments }
    }

    /// Where a place is read, block by block, markup around it left out; nothing where it is no part of the reading
    /// text. What stands between two of its pieces in one block is given with them.
    pub fn of(&self, place: Place) -> Vec<Reading> {
        let Some(field) = self.article.fields.get(usize::from(place.field)) else { return Vec::new() };
        let place = Place { span: field.shown(place.span), ..place };
        let mut found: Vec<Reading> = Vec::new();
        let mut add = |span| {
            for (block, Block { span: all, .. }) in self.blocks(span) {
                let span = Span { start: span.start.max(all.start), end: span.end.min(all.end) };
                match found.iter_mut().find(|reading| reading.block == block) {
                    Some(reading) => reading.span = reading.span.to(span),
                    None => found.push(Reading { block, span }),
                }
            }
        };
        if self.segments.is_empty() {
            // The reading text is the source itself.
            add(place.span);
        }
        let first = self
            .segments
            .partition_point(|segment| (segment.field, segment.source.end) <= (place.field, place.span.start));
        let rest = self.segments.get(first..).unwrap_or_default();
        for segment in
            rest.iter().take_while(|segment| segment.field == place.field && segment.source.start < place.span.end)
        {
            add(read_of(segment, place.span));
        }
        found.sort_unstable();
        found
    }

    /// The blocks that a span of the reading text touches.
    fn blocks(&self, span: Span) -> impl Iterator<Item = (usize, &'a Block)> {
        let blocks = &self.article.blocks;
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        blocks.iter().enumerate().skip(first).take_while(move |(_, block)| block.span.start < span.end)
    }
}

/// What is read of the part of a segment that lies in `source`.
fn read_of(segment: &Segment, source: Span) -> Span {
    if !segment.is_same() {
        return segment.text;
    }
    let start = source.start.max(segment.source.start) - segment.source.start;
    let end = source.end.min(segment.source.end) - segment.source.start;
    Span { start: segment.text.start + start, end: segment.text.start + end }
}

#[cfg(test)]
mod tests {
    use super::Readings;
    use crate::article::{Place, ReadOptions, read, reader_for};
    use crate::source::Span;
    use std::path::Path;

    /// Reads what stands between the two `^` of a source, which are no part of it.
    fn check(name: &str, marked: &str, want: &[&str]) {
        let (start, end) = (marked.find('^').unwrap(), marked.rfind('^').unwrap() - 1);
        let source = marked.replace('^', "");
        let reader = reader_for(Path::new(name)).unwrap();
        let article = read(name, source.clone().into_bytes(), reader, &ReadOptions::default()).unwrap();
        let found = Readings::new(&article).of(Place { field: 0, span: Span::new(start, end) });
        let found: Vec<&str> = found.iter().map(|reading| reading.span.of(&article.text)).collect();
        assert_eq!(found, want, "{source}");
    }

    #[test]
    fn places_are_found_in_the_reading_text() {
        check("a.txt", "A storm.\n\nIt hit ^40 boats^ in May.\n", &["40 boats"]);
        check("a.md", "# Storm\n\nIt hit ^*40* [boats](x)^ in May.\n", &["40 boats"]);
        check("a.md", "# Storm\n\nIt hit [boats](^x^) in May.\n", &[]);
        check("a.md", "# A ^storm\n\nIt hit *40*^ boats.\n", &["storm", "It hit 40"]);
        check("a.md", "---\ntitle: A ^storm^ at sea\n---\n\nIt hit 40 boats.\n", &["storm"]);
        check("a.md", "Bread ^&amp; butter^ at once.\n", &["& butter"]);
        check("a.md", "Bread &a^m^p; butter at once.\n", &["&"]);
        check("a.md", "It hit 40 boats.\n\n<!-- ^stet^ x: y -->\n\nIn May.\n", &[]);
        check("a.html", "<p>It hit <b>^40</b>&nbsp;boats^ in May.</p>", &["40\u{a0}boats"]);
    }
}
