//! How tests write down the blocks of an article, and what holds for every article.

use super::{Article, Block, Part};
use crate::source::Span;

/// `part: reading text`, with `⇐ source` where the source is written otherwise, `quoted` and the number.
pub(super) fn blocks(article: &Article) -> Vec<String> {
    article.blocks.iter().map(|block| line(article, block)).collect()
}

fn line(article: &Article, block: &Block) -> String {
    let part = format!("{:?}", block.part).to_lowercase();
    let quoted = if block.quoted { " quoted" } else { "" };
    let number = block.number.map(|number| format!(" {number}")).unwrap_or_default();
    let read = block.span.of(&article.text);
    let written = article.written(article.place(block.span));
    let written = if written == read { String::new() } else { format!(" ⇐ {written}") };
    format!("{part}{quoted}{number}: {read}{written}")
}

/// Checks what must hold for every article that a reader gives.
pub(super) fn sound(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks out of order in {article:?}");
        assert!(!block.span.is_empty(), "an empty block in {article:?}");
        end = block.span.end;
        let words = article.text.get(block.span.range()).expect("a block on character boundaries");
        assert_eq!(words, words.trim(), "space around a block");
        assert!(!words.contains(['\n', '\r']), "a line end inside {words:?}");
        assert!(block.number.is_none() || block.part == Part::List);
        let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).take(40).collect();
        for (index, &from) in ends.iter().enumerate() {
            for &to in ends.get(index..).unwrap_or_default() {
                sound_place(article, Span::new(from, to).shifted(block.span.start));
            }
        }
    }
}

/// Checks that a span of the reading text leads to whole characters of the source.
fn sound_place(article: &Article, span: Span) {
    let place = article.place(span);
    let field = &article.fields[usize::from(place.field)];
    let written = field.text.get(field.shown(place.span).range());
    assert!(written.is_some(), "{span:?} leads to {place:?}, between characters");
    assert_eq!(field.disk.on_disk(field.shown(place.span)), place.span, "the way to the disk and back");
    assert_eq!(article.written(place), written.unwrap_or_default());
    assert!(span.is_empty() || !place.span.is_empty(), "{span:?} leads nowhere");
}
