//! How tests write down the blocks of an article, and what holds for every article.

use super::draft::NO_WORDS;
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
    let level = block.entry.filter(|&level| level > 1).map(|level| format!(" at {level}")).unwrap_or_default();
    let read = block.span.of(&article.text);
    let written = article.written(article.place(block.span));
    let written = if written == read { String::new() } else { format!(" ⇐ {written}") };
    format!("{part}{quoted}{number}{level}: {read}{written}")
}

/// Checks what must hold for every article that a reader gives.
pub(super) fn sound(article: &Article) {
    sound_segments(article);
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks out of order in {article:?}");
        assert!(!block.span.is_empty(), "an empty block in {article:?}");
        end = block.span.end;
        let words = article.text.get(block.span.range()).expect("a block on character boundaries");
        assert_eq!(words, words.trim(), "space around a block");
        assert!(!words.contains(['\n', '\r']), "a line end inside {words:?}");
        assert!(block.number.is_none() || block.part == Part::List);
        assert!(!words.contains(['\u{ad}', '\u{200b}']), "a character without width in {words:?}");
        let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).take(40).collect();
        for (index, &from) in ends.iter().enumerate() {
            for &to in ends.get(index..).unwrap_or_default() {
                sound_place(article, Span::new(from, to).shifted(block.span.start));
            }
        }
    }
}

/// Checks that words which are said to stand in the source as they are do so, but for spaces.
fn sound_segments(article: &Article) {
    let mut end = 0;
    for segment in article.places.segments() {
        assert!(segment.text.start >= end, "segments out of order in {article:?}");
        end = segment.text.end;
        let field = &article.fields[usize::from(segment.field)];
        let written = field.text.get(segment.source.range()).expect("a segment on character boundaries");
        let read = article.text.get(segment.text.range()).expect("a segment on character boundaries");
        let spaced = |text: &str| text.replace(['\n', '\r', '\t', '\u{c}'], " ").into_bytes();
        let mut expected = spaced(written);
        // What is as long by chance: the tag of a quotation and its mark, a short piece of code and what stands for it.
        for stands_for in ["“", NO_WORDS] {
            for (at, _) in read.match_indices(stands_for).filter(|_| segment.is_same()) {
                expected[at..at + stands_for.len()].copy_from_slice(stands_for.as_bytes());
            }
        }
        assert!(!segment.is_same() || expected == spaced(read), "{written:?} is read as {read:?}");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{READERS, ReadOptions, Shape, read, read_record};
    use proptest::prelude::*;

    /// Pieces that mean something to one of the formats.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "60 routers",
            "é",
            "€",
            "😀",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "\u{ad}",
            "\u{200b}",
            "\u{a0}",
            "\u{feff}",
            ".",
            "?",
            ":",
            "“",
            "”",
            "\"",
            "'",
            "(Photo: A)",
            "By Ada Brook",
            "LONDON — ",
            "19 May 2017",
            "# ",
            "## ",
            "> ",
            ">",
            "- ",
            "1. ",
            "* ",
            "*",
            "**",
            "_",
            "`",
            "``",
            "~~",
            "[",
            "](",
            ")",
            "![",
            "[^1]",
            "[^1]: ",
            "|",
            "|-|",
            "\\",
            "&amp;",
            "&",
            "&nbsp;",
            "&#8212;",
            "&shy;",
            "&nang;",
            "&am",
            "<",
            ">",
            "<p>",
            "</p>",
            "<p class=dek>",
            "<h1>",
            "</h1>",
            "<h2>",
            "<div>",
            "</div>",
            "<li>",
            "<ol>",
            "</ol>",
            "<td>",
            "<table>",
            "<br>",
            "<wbr>",
            "<q>",
            "</q>",
            "<article>",
            "</article>",
            "<main>",
            "<header>",
            "<nav>",
            "</nav>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<title>",
            "</title>",
            "<meta name=description content='a &amp; b'>",
            "<figcaption>",
            "<blockquote>",
            "<time datetime=2017-12-19>",
            "</time>",
            "---\n",
            "+++\n",
            "title: ",
            "title = ",
            "description: >\n  ",
            "date: ",
            "\\u00e9",
            "```\n",
            "    ",
            "{#x}",
            "<https://a.org>",
            "{{< ",
            " >}}",
            "{{ ",
            " }}",
            "{% comment %}",
            "{% endcomment %}",
            " caption=\"a\"",
            "{",
            "}",
            "<A b={",
            "</A>",
            "import a",
            "<code>",
            "</code>",
            "<del>",
            "</del>",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_article_is_sound(source in pieces()) {
            for reader in READERS.iter().filter(|reader| reader.shape == Shape::File) {
                if let Ok(article) = read("a", source.clone().into(), reader, &ReadOptions::default()) {
                    sound(&article);
                }
                let wide: Vec<u8> = format!("\u{feff}{source}").encode_utf16().flat_map(u16::to_le_bytes).collect();
                if let Ok(article) = read("a", wide, reader, &ReadOptions::default()) {
                    sound(&article);
                }
            }
        }

        #[test]
        fn every_record_is_sound(body in pieces(), caption in pieces(), headline in any::<String>()) {
            let line = serde_json::json!({ "headline": headline, "body": body, "captions": [caption, "x"] }).to_string();
            let read = read_record("a", line.as_bytes(), &ReadOptions::default());
            if let Ok(article) = read {
                sound(&article);
            }
        }

        #[test]
        fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for reader in READERS {
                if let Ok(article) = read("a", bytes.clone(), reader, &ReadOptions::default()) {
                    sound(&article);
                }
            }
        }
    }
}
