//! Words with elements laid over them, however these overlap.

use super::escape;
use crate::source::Span;
use std::cmp::Reverse;

/// Elements lie in one another at most so deep; of those deeper only the places are kept.
const DEEPEST: usize = 16;

/// An element over some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// The words: bytes of the reading text.
    pub(super) span: Span,
    /// Its name and attributes; it is repeated where another element cuts it in two.
    pub(super) tag: String,
    /// Its id; the first piece alone has it.
    pub(super) id: Option<String>,
    /// HTML behind its last piece.
    pub(super) after: String,
}

/// A piece of a layer.
struct Piece<'l> {
    span: Span,
    layer: &'l Layer,
    first: bool,
}

impl Piece<'_> {
    fn order(&self) -> Reverse<(u32, Reverse<u32>)> {
        Reverse((self.span.start, Reverse(self.span.end)))
    }
}

/// An element that is open.
struct Open<'l> {
    end: u32,
    /// Its layer, where this is the last piece of it.
    last: Option<&'l Layer>,
    /// The name to close it with; none of what lies too deep.
    name: Option<&'l str>,
}

/// The words of `all` with elements over them. Of two that begin together the longer is outside, and what
/// crosses the end of another is cut there.
pub(super) fn laid(text: &str, all: Span, layers: &[Layer]) -> String {
    let mut page = Page { text, html: String::with_capacity(all.len() + layers.len() * 64), at: all.start };
    let mut pending: Vec<Piece<'_>> =
        layers.iter().map(|layer| Piece { span: layer.span, layer, first: true }).collect();
    // The next is the last.
    pending.reverse();
    pending.sort_by_key(Piece::order);
    let mut open: Vec<Open<'_>> = Vec::new();
    while let Some(mut piece) = pending.pop() {
        page.close(&mut open, piece.span.start);
        page.words_to(piece.span.start);
        let inside = open.last().map_or(all.end, |outer| outer.end);
        let mut last = Some(piece.layer);
        if piece.span.end > inside && piece.span.start < inside {
            let rest = Piece { span: Span { start: inside, ..piece.span }, layer: piece.layer, first: false };
            piece.span.end = inside;
            if rest.span.start < all.end {
                last = None;
                let at = pending.partition_point(|other| other.order() <= rest.order());
                pending.insert(at, rest);
            }
        }
        let name = (open.len() < DEEPEST).then(|| page.open(&piece)).flatten();
        open.push(Open { end: piece.span.end, last, name });
    }
    page.close(&mut open, u32::MAX);
    page.words_to(all.end);
    page.html
}

struct Page<'t> {
    text: &'t str,
    html: String,
    at: u32,
}

impl Page<'_> {
    fn words_to(&mut self, end: u32) {
        if end > self.at {
            escape::push_reading(&mut self.html, Span { start: self.at, end }.of(self.text));
            self.at = end;
        }
    }

    fn open<'l>(&mut self, piece: &Piece<'l>) -> Option<&'l str> {
        let Layer { tag, id, .. } = piece.layer;
        self.html.push('<');
        self.html.push_str(tag);
        if let Some(id) = id.as_ref().filter(|_| piece.first) {
            self.html.push_str(" id=\"");
            self.html.push_str(id);
            self.html.push('"');
        }
        self.html.push('>');
        tag.split(' ').next()
    }

    /// Closes what ends at or before `at`; what stands behind elements that end together stands behind all of them.
    fn close<'l>(&mut self, open: &mut Vec<Open<'l>>, at: u32) {
        let mut behind: Vec<&'l Layer> = Vec::new();
        while let Some(top) = open.pop_if(|top| top.end <= at) {
            if top.end > self.at {
                self.put_behind(&mut behind);
            }
            self.words_to(top.end);
            if let Some(name) = top.name {
                self.html.push_str("</");
                self.html.push_str(name);
                self.html.push('>');
            }
            behind.extend(top.last);
        }
        self.put_behind(&mut behind);
    }

    fn put_behind(&mut self, layers: &mut Vec<&Layer>) {
        layers.drain(..).for_each(|layer| self.html.push_str(&layer.after));
    }
}

#[cfg(test)]
mod tests {
    use super::{Layer, laid};
    use crate::source::Span;

    fn check(layers: &[(&str, usize, usize)], want: &str) {
        let layers: Vec<Layer> = layers
            .iter()
            .map(|&(name, start, end)| Layer {
                span: Span::new(start, end),
                tag: name.to_owned(),
                id: Some(name.to_owned()),
                after: format!("/{name}"),
            })
            .collect();
        assert_eq!(laid("0123456789", Span::new(1, 9), &layers).replace('"', ""), want);
    }

    #[test]
    fn elements_lie_in_one_another() {
        check(&[], "12345678");
        check(&[("a", 2, 4)], "1<a id=a>23</a>/a45678");
        check(&[("a", 2, 4), ("b", 4, 5)], "1<a id=a>23</a>/a<b id=b>4</b>/b5678");
        check(&[("b", 3, 4), ("a", 2, 5)], "1<a id=a>2<b id=b>3</b>/b4</a>/a5678");
        check(&[("a", 2, 4), ("b", 2, 4)], "1<a id=a><b id=b>23</b></a>/b/a45678");
        check(&[("a", 1, 9)], "<a id=a>12345678</a>/a");
    }

    #[test]
    fn what_crosses_is_cut() {
        check(&[("a", 2, 5), ("b", 3, 7)], "1<a id=a>2<b id=b>34</b></a>/a<b>56</b>/b78");
        check(
            &[("a", 2, 5), ("b", 3, 7), ("c", 4, 8)],
            "1<a id=a>2<b id=b>3<c id=c>4</c></b></a>/a<c><b>56</b>/b7</c>/c8",
        );
        check(&[("a", 3, 3), ("b", 3, 4)], "12<b id=b><a id=a></a>/a3</b>/b45678");
        check(&[("a", 8, 12)], "1234567<a id=a>8</a>/a");
    }
}
