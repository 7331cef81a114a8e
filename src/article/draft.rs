//! Builds an article field by field and block by block.

use super::{Article, Block, Field, Segment};
use crate::source::Span;

/// An article that is being read.
#[derive(Default)]
pub(super) struct Draft {
    article: Article,
}

impl Draft {
    /// An article without text.
    pub(super) fn new(id: &str) -> Self {
        Self { article: Article { id: id.to_owned(), ..Article::default() } }
    }

    /// The article.
    pub(super) fn finish(self) -> Article {
        self.article
    }

    /// Adds a field that is read as it stands: `blocks` are spans of its text. Line ends inside a block are read
    /// as spaces, byte for byte.
    pub(super) fn laid_out(&mut self, field: Field, blocks: Vec<Block>) {
        let index = self.article.fields.len() as u8;
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push('\n');
        }
        let base = text.len() as u32;
        let mut from = 0;
        for block in &blocks {
            text.push_str(Span { start: from, end: block.span.start }.of(&field.text));
            for piece in block.span.of(&field.text).split_inclusive(['\n', '\r']) {
                match piece.strip_suffix(['\n', '\r']) {
                    Some(line) => {
                        text.push_str(line);
                        text.push(' ');
                    }
                    None => text.push_str(piece),
                }
            }
            from = block.span.end;
        }
        text.push_str(Span { start: from, end: field.text.len() as u32 }.of(&field.text));
        let whole = Span::new(0, field.text.len());
        self.article.places.push(Segment { text: whole.shifted(base), source: whole, field: index });
        self.article.blocks.extend(blocks.into_iter().map(|block| Block { span: block.span.shifted(base), ..block }));
        self.article.fields.push(field);
    }
}
