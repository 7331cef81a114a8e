//! Plain text: headline, standfirst, byline, dateline, captions and body by their layout.

use super::draft::Draft;
use super::furniture::{self, dateline, is_caption, picture_line, stamp};
use super::layout::{Marker, Paragraph, is_title, paragraphs};
use super::reader::{Reader, Shape};
use super::{Article, Block, Field, Part, ReadError, ReadOptions};
use crate::source::{Decoded, Span};
use jiff::civil::Date;

/// The line of the table.
pub(super) const READER: Reader = Reader {
    name: "text",
    extensions: &["txt", "text"],
    shape: Shape::File,
    sniff: |_| false,
    charset: |_| None,
    read,
};

/// The longest headline in characters.
const HEADLINE: usize = 160;
/// The longest paragraph of a standfirst in characters.
pub(super) const STANDFIRST: usize = 400;
/// The longest crosshead in characters.
const CROSSHEAD: usize = 70;
/// The most paragraphs of a standfirst.
const STANDFIRSTS: usize = 2;

#[expect(clippy::unnecessary_wraps, reason = "other formats have mistakes")]
fn read(id: &str, decoded: Decoded, _: &ReadOptions) -> Result<Article, ReadError> {
    let parts = article(&decoded.text);
    let mut draft = Draft::new(id);
    draft.laid_out(Field { name: "source", text: decoded.text, disk: decoded.disk }, parts.blocks);
    let mut article = draft.finish();
    article.published = parts.published;
    Ok(article)
}

/// The blocks of a plain text.
#[derive(Default)]
pub(super) struct Parts {
    /// In order.
    pub(super) blocks: Vec<Block>,
    /// The day that a line over the story gives.
    pub(super) published: Option<Date>,
}

/// How far into the article the reading has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Headline,
    Standfirst,
    Opening,
    Story,
}

/// A whole article, its headline first.
fn article(text: &str) -> Parts {
    read_parts(text, Stage::Headline)
}

/// The running text of an article whose headline stands elsewhere.
pub(super) fn body(text: &str) -> Parts {
    read_parts(text, Stage::Opening)
}

fn read_parts(text: &str, mut stage: Stage) -> Parts {
    let mut parts = Parts::default();
    let paragraphs = paragraphs(text);
    let mut standfirsts = 0;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let words = paragraph.span.of(text);
        let next = paragraphs.get(index + 1);
        let part = match stage {
            Stage::Headline | Stage::Standfirst | Stage::Opening => over_story(text, paragraph, next, stage),
            Stage::Story => None,
        };
        match part {
            Some(Part::Headline) => stage = Stage::Standfirst,
            Some(Part::Standfirst) => {
                standfirsts += 1;
                if standfirsts == STANDFIRSTS {
                    stage = Stage::Opening;
                }
            }
            Some(_) if parts.published.is_none() => {
                parts.published = stamp(words).and_then(|stamp| stamp.published);
            }
            Some(_) | None => {}
        }
        let part = part.unwrap_or_else(|| in_story(text, paragraph, next));
        let mut span = paragraph.span;
        if part == Part::Body && stage != Stage::Story {
            stage = Stage::Story;
            if let Some(length) = dateline(words) {
                let opening = words.get(..length).unwrap_or_default().trim_end();
                let end = span.start + opening.len() as u32;
                parts.blocks.push(Block::new(Part::Sidebar, Span { start: span.start, end }));
                span.start += length as u32;
            }
        }
        let (number, entry) = match paragraph.marker {
            Marker::Number(number) => (Some(number), Some(paragraph.level)),
            Marker::Bullet => (None, Some(paragraph.level)),
            Marker::None | Marker::Heading(_) => (None, None),
        };
        parts.blocks.push(Block { number, entry, ..Block::new(part, span) });
    }
    parts
}

/// The part of a paragraph that may still stand over the story; none where the story has begun.
fn over_story(text: &str, paragraph: &Paragraph, next: Option<&Paragraph>, stage: Stage) -> Option<Part> {
    let words = paragraph.span.of(text);
    if matches!(paragraph.marker, Marker::Bullet | Marker::Number(_)) {
        return None;
    }
    if let Some(part) = furniture::over_story(words) {
        return Some(part);
    }
    match (stage, paragraph.marker) {
        (Stage::Headline, Marker::Heading(_)) => Some(Part::Headline),
        (Stage::Standfirst, Marker::Heading(2)) => Some(Part::Standfirst),
        (Stage::Headline, _) if next.is_some() && is_title(words, HEADLINE) => Some(Part::Headline),
        (Stage::Standfirst, Marker::None) if next.is_some() && is_title(words, STANDFIRST) => Some(Part::Standfirst),
        (Stage::Headline | Stage::Standfirst | Stage::Opening | Stage::Story, _) => None,
    }
}

/// The part of a paragraph of the story.
fn in_story(text: &str, paragraph: &Paragraph, next: Option<&Paragraph>) -> Part {
    let words = paragraph.span.of(text);
    match paragraph.marker {
        Marker::Heading(_) => Part::Crosshead,
        Marker::Bullet | Marker::Number(_) => Part::List,
        Marker::None => picture_line(words).unwrap_or_else(|| match next.map(|next| next.span.of(text)) {
            next if is_crosshead(words, next) => Part::Crosshead,
            _ => Part::Body,
        }),
    }
}

/// A short line over a paragraph that is none.
fn is_crosshead(words: &str, next: Option<&str>) -> bool {
    is_title(words, CROSSHEAD)
        && words.split_whitespace().count() <= 10
        && words.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || "\"“‘'".contains(c)))
        && next.is_some_and(|next| !is_title(next, CROSSHEAD) && !is_caption(next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::cases::{blocks, sound};

    fn check(source: &str, expected: &[&str]) {
        let article = crate::article::read("a.txt", source.into(), &READER, &ReadOptions::default()).unwrap();
        sound(&article);
        assert_eq!(blocks(&article), expected, "{source:?}");
    }

    #[test]
    fn a_whole_article() {
        check(
            "Worm ‘shut down’ routers\n\nThe worm that hit over 40,000 routers in 60 routers is at large\n\n\
             By Ada Brook\n19 December 2017\n\nSEOUL — The makers said on Monday that they knew.\n\n\
             Ada Brook (Photo: the Post)\nAda Brook (Photo: the Post)\n\nWhat is known\n\nNot much, they said.\n\n\
             1. Turn it off.\n2. Turn it on.\n\nThe end",
            &[
                "headline: Worm ‘shut down’ routers",
                "standfirst: The worm that hit over 40,000 routers in 60 routers is at large",
                "sidebar: By Ada Brook",
                "sidebar: 19 December 2017",
                "sidebar: SEOUL —",
                "body: The makers said on Monday that they knew.",
                "caption: Ada Brook (Photo: the Post)",
                "caption: Ada Brook (Photo: the Post)",
                "crosshead: What is known",
                "body: Not much, they said.",
                "list 1: Turn it off.",
                "list 2: Turn it on.",
                "body: The end",
            ],
        );
    }

    #[test]
    fn what_stands_over_the_story() {
        check(
            "# Worm hits routers\n## It is over\n\nIt ran for days.",
            &["headline: Worm hits routers", "standfirst: It is over", "body: It ran for days."],
        );
        check("Will it end?\n\nIt ran for days.", &["headline: Will it end?", "body: It ran for days."]);
        check(
            "Tariffs hit the U.S.\r\n\r\nThey ran for days.\r\n",
            &["headline: Tariffs hit the U.S.", "body: They ran for days."],
        );
        check("One sentence alone", &["body: One sentence alone"]);
        check("It ran for days.\n\nThen it ended.", &["body: It ran for days.", "body: Then it ended."]);
        check(
            "By Ada Brook\n\nWorm hits\n\n“They knew of it.”\n\nThe end",
            &["sidebar: By Ada Brook", "headline: Worm hits", "body: “They knew of it.”", "body: The end"],
        );
        check("", &[]);
        check("\u{feff}", &[]);
    }

    #[test]
    fn line_ends_inside_a_paragraph_are_read_as_spaces() {
        check(
            "Worm hits routers\r\n\r\nThe worm knocked out more than forty thousand routers, it\r\nis said by the makers of them, who have known since the\r\nspring.\r\n",
            &[
                "headline: Worm hits routers",
                "body: The worm knocked out more than forty thousand routers, it  is said by the makers of them, who have known since the  spring. \
                 ⇐ The worm knocked out more than forty thousand routers, it\r\nis said by the makers of them, who have known since the\r\nspring.",
            ],
        );
    }

    #[test]
    fn characters_without_width_are_left_out() {
        check(
            "A worm\n\nIt hit 60 dif\u{ad}ferent\u{200b} towns.",
            &["headline: A worm", "body: It hit 60 different towns. ⇐ It hit 60 dif\u{ad}ferent\u{200b} towns."],
        );
        check("\u{ad}\n\n\u{ad} One.\u{ad}", &["body: One."]);
    }

    #[test]
    fn other_encodings_give_the_bytes_on_disk() {
        let bytes: Vec<u8> =
            "\u{feff}Caf\u{e9} shut\n\nIt is over.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let article = crate::article::read("a.txt", bytes, &READER, &ReadOptions::default()).unwrap();
        sound(&article);
        assert_eq!(blocks(&article), ["headline: Café shut", "body: It is over."]);
        let places: Vec<_> = article.blocks.iter().map(|block| article.place(block.span).span).collect();
        assert_eq!(places, [Span { start: 2, end: 20 }, Span { start: 24, end: 46 }]);
    }
}
