//! The texts of examples: small articles with marked words.

use crate::article::{Article, Block, Field, Linked, Part};
use crate::source::Span;
use jiff::civil::Date;

/// The text of an example without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ExampleText {
    /// The text.
    pub(super) text: String,
    /// The marked words, in the order of the text.
    pub(super) marks: Vec<Span>,
    /// Where brackets were taken out: bytes of the text without marks, in order.
    brackets: Vec<u32>,
}

impl ExampleText {
    /// Takes the marks out of a text. A bracket without its fellow stays as it stands.
    pub(super) fn read(marked: &str) -> Self {
        let mut read = Self { text: String::with_capacity(marked.len()), marks: Vec::new(), brackets: Vec::new() };
        let mut rest = marked;
        while let Some((before, inside, after)) = next_mark(rest) {
            read.text.push_str(before);
            let start = read.text.len();
            read.brackets.push(start as u32);
            read.text.push_str(inside);
            read.brackets.push(read.text.len() as u32);
            read.marks.push(Span::new(start, read.text.len()));
            rest = after;
        }
        read.text.push_str(rest);
        read
    }

    /// The byte of the marked text that a byte of the text stands at; the end of a span stands
    /// before the bracket that closes it.
    pub(super) fn marked_offset(&self, at: u32, is_end: bool) -> u32 {
        let before = self.brackets.partition_point(|&bracket| if is_end { bracket < at } else { bracket <= at });
        at + 2 * before as u32
    }

    /// The articles of the example, one for each stretch between `===` lines.
    pub(super) fn articles(&self, published: Option<Date>) -> Vec<(u32, Article)> {
        let mut articles = Vec::new();
        let mut start = 0;
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim() == "===" {
                articles.push(Span { start, end: at });
                start = at + line.len() as u32;
            }
            at += line.len() as u32;
        }
        articles.push(Span { start, end: at });
        articles.into_iter().map(|span| (span.start, article(span.of(&self.text), published))).collect()
    }
}

fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("[[")?;
    let (inside, after) = rest.split_once("]]")?;
    Some((before, inside, after))
}

/// Reads the layout of examples: a line is a block of its own but for body lines, which run on
/// until an empty line. A line `[words]: target` says where a link leads, and is no block.
fn article(text: &str, published: Option<Date>) -> Article {
    let mut blocks: Vec<Block> = Vec::new();
    let mut links = Vec::new();
    let mut runs_on = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        // "[words]: target" makes a link of the words above it.
        if let Some((linked, target)) = words.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
            if let Some(from) = text.get(..start).and_then(|above| above.find(linked)) {
                links.push(Linked { place: Span::new(from, from + linked.len()), target: target.to_owned() });
            }
            continue;
        }
        if words.is_empty() {
            runs_on = false;
            continue;
        }
        let (part, prefix) = layout(words);
        let indent = line.len() - line.trim_start().len();
        let words_at = words.len() - words.get(prefix..).unwrap_or_default().trim_start().len();
        let span = Span::new(start + indent + words_at, start + indent + words.len());
        if span.is_empty() {
            continue;
        }
        match blocks.last_mut() {
            Some(last) if runs_on && part == Part::Body => last.span.end = span.end,
            _ => blocks.push(Block::new(part, span)),
        }
        runs_on = part == Part::Body;
    }
    Article {
        id: "example".to_owned(),
        published,
        // A line's end inside a paragraph is a space to a reader.
        text: text.replace('\n', " "),
        blocks,
        links,
        fields: vec![Field::new("source", text)],
        ..Article::default()
    }
}

fn layout(line: &str) -> (Part, usize) {
    let prefixes = [
        ("### ", Part::Crosshead),
        ("## ", Part::Standfirst),
        ("# ", Part::Headline),
        ("- ", Part::List),
        ("! ", Part::Caption),
    ];
    let found = prefixes.iter().find(|(prefix, _)| line.starts_with(prefix));
    found.map_or((Part::Body, 0), |(prefix, part)| (*part, prefix.len()))
}

#[cfg(test)]
mod tests {
    use super::ExampleText;
    use crate::article::Part;

    #[test]
    fn marks_come_out() {
        let read = ExampleText::read("# Storm kills [[40 people]] in [[Manila]]\n\nA ]] stays, [[so does this.");
        assert_eq!(read.text, "# Storm kills 40 people in Manila\n\nA ]] stays, [[so does this.");
        let words: Vec<&str> = read.marks.iter().map(|mark| mark.of(&read.text)).collect();
        assert_eq!(words, ["40 people", "Manila"]);
        // Back to the words between the brackets.
        let marked = "# Storm kills [[40 people]] in [[Manila]]";
        for (mark, word) in read.marks.iter().zip(words) {
            let (start, end) = (read.marked_offset(mark.start, false), read.marked_offset(mark.end, true));
            assert_eq!(marked.get(start as usize..end as usize), Some(word));
        }
    }

    #[test]
    fn lines_are_parts() {
        let text = "# Head\n## Stand\n\nOne runs\non.\n\nTwo.\n### Cross\n- item\n! caption\n===\nNext article.";
        let read = ExampleText::read(text);
        let articles = read.articles(None);
        let blocks: Vec<Vec<(Part, &str)>> = articles
            .iter()
            .map(|(_, article)| article.blocks.iter().map(|b| (b.part, b.span.of(&article.text))).collect())
            .collect();
        assert_eq!(
            blocks[0],
            [
                (Part::Headline, "Head"),
                (Part::Standfirst, "Stand"),
                (Part::Body, "One runs on."),
                (Part::Body, "Two."),
                (Part::Crosshead, "Cross"),
                (Part::List, "item"),
                (Part::Caption, "caption"),
            ]
        );
        assert_eq!(blocks[1], [(Part::Body, "Next article.")]);
        assert_eq!(articles[1].0 as usize, text.find("Next").unwrap());
    }
}
