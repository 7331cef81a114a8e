//! Markdown: front matter, headings, paragraphs, lists, quotations, tables, notes and the words beside pictures.

use crate::article::comment::{Stands, comments, said};
use crate::article::draft::{Draft, NO_WORDS, Passage};
use crate::article::front_matter::{self, FrontMatter};
use crate::article::furniture::{dateline, is_caption, over_story, picture_line};
use crate::article::layout::is_title;
use crate::article::plain::STANDFIRST;
use crate::article::reader::{Reader, Shape};
use crate::article::{Article, Field, Part, ReadError, ReadOptions, nesting, scalar};
use crate::source::{Decoded, Span};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use templates::{Dialect, Tag as TemplateTag};

mod markup;
mod templates;

/// The line of the table.
pub(super) const READER: Reader = Reader {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd", "qmd", "rmd"],
    shape: Shape::File,
    sniff: |head| ["---\n", "---\r", "+++\n", "+++\r", "# ", "## "].iter().any(|start| head.starts_with(start)),
    charset: |_| None,
    read: |id, decoded, options| read(id, decoded, options, Dialect::Plain),
};

/// The line of the table for Markdown with components.
pub(super) const MDX: Reader = Reader {
    name: "mdx",
    extensions: &["mdx"],
    sniff: |_| false,
    read: |id, decoded, options| read(id, decoded, options, Dialect::Mdx),
    ..READER
};

fn read(id: &str, decoded: Decoded, options: &ReadOptions, dialect: Dialect) -> Result<Article, ReadError> {
    let source = decoded.text.as_str();
    let front = front_matter::read(source, &options.front_matter)?;
    let (masked, tags) = templates::masked(source.get(front.end..).unwrap_or_default(), dialect);
    let text = nesting::bounded(&masked);
    let mut page = Page::new(id, source, &text, &front, options);
    page.tags = tags;
    page.dialect = dialect;
    for (event, range) in Parser::new_ext(&text, extensions()).into_offset_iter() {
        page.take(event, &range);
    }
    let mut draft = page.finish();
    draft.remark(front.remarks);
    draft.source(Field { name: "source", text: decoded.text, disk: decoded.disk });
    Ok(draft.finish())
}

fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// How far into the article the reading has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// No headline yet.
    Headline,
    /// Right under the headline.
    Standfirst,
    /// Over the story.
    Opening,
    Story,
}

/// A Markdown text that is being read.
struct Page<'a> {
    source: &'a str,
    /// The text as it is parsed, byte for byte beside the source from `base` on.
    parsed: &'a str,
    /// Where the text begins in the source.
    base: u32,
    options: &'a ReadOptions,
    dialect: Dialect,
    /// What the site generator works out, in the parsed text, and how many of the tags were come by.
    tags: Vec<TemplateTag>,
    passed: usize,
    /// The parts of the open block of HTML, in the parsed text.
    html: Vec<Range<usize>>,
    /// The elements in the open block whose words are left out.
    hidden: Vec<String>,
    draft: Draft,
    /// The words of the open block.
    passage: Passage,
    /// The words beside the open picture.
    beside: Passage,
    stage: Stage,
    /// What follows the headline.
    under_headline: Stage,
    /// The headline, where it is in the front matter.
    title: Option<String>,
    has_headline: bool,
    /// How many blocks the front matter gave.
    fronted: usize,
    /// Whether the last block was taken for a standfirst by its look alone.
    guessed: bool,
    /// The block of the last picture's words.
    picture: Option<usize>,
    /// Whether the open block has words without emphasis.
    loose: bool,
    heading: Option<HeadingLevel>,
    lists: Vec<Option<u64>>,
    /// The number of the item whose first block is open.
    number: Option<u32>,
    /// How deep its list is.
    entry: Option<u8>,
    /// Open containers and runs, by kind.
    quotes: usize,
    alerts: usize,
    notes: usize,
    tables: usize,
    pictures: usize,
    emphasis: usize,
    skipped: usize,
}

impl<'a> Page<'a> {
    fn new(id: &str, source: &'a str, parsed: &'a str, front: &FrontMatter, options: &'a ReadOptions) -> Self {
        let mut page = Page {
            source,
            parsed,
            base: front.end as u32,
            options,
            dialect: Dialect::Plain,
            tags: Vec::new(),
            passed: 0,
            html: Vec::new(),
            hidden: Vec::new(),
            draft: Draft::new(id),
            passage: Passage::default(),
            beside: Passage::default(),
            stage: Stage::Headline,
            under_headline: if front.standfirst.is_some() { Stage::Opening } else { Stage::Standfirst },
            title: front.title.as_ref().map(|title| title.value.trim().to_owned()),
            has_headline: front.title.is_some(),
            fronted: 0,
            guessed: false,
            picture: None,
            heading: None,
            lists: Vec::new(),
            number: None,
            entry: None,
            quotes: 0,
            alerts: 0,
            notes: 0,
            tables: 0,
            pictures: 0,
            emphasis: 0,
            loose: false,
            skipped: 0,
        };
        page.draft.published(front.published);
        let entries = [(Part::Headline, &front.title), (Part::Standfirst, &front.standfirst)];
        for (part, entry) in entries.into_iter().filter_map(|(part, entry)| Some((part, entry.as_ref()?))) {
            scalar::lay(&mut page.passage, &entry.value, source, entry.span);
            page.draft.block(part, &page.passage);
            page.passage.clear();
        }
        if page.has_headline {
            page.stage = page.under_headline;
        }
        page.fronted = page.draft.blocks().len();
        for stet in &front.stets {
            page.draft.stet(stet.value.clone(), stet.span, Stands::Over);
        }
        page
    }

    fn finish(mut self) -> Draft {
        self.close();
        self.pictures_of_tags(self.parsed.len());
        if self.guessed
            && let Some(last) = self.draft.blocks().last_mut()
        {
            last.part = Part::Body;
        }
        self.draft
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        let span = Span::new(range.start, range.end).shifted(self.base);
        if matches!(event, Event::Start(_)) {
            self.pictures_of_tags(range.start);
        }
        match event {
            Event::Start(tag) => {
                if let Tag::Link { dest_url, link_type, .. } = &tag
                    && self.skipped == 0
                    && !is_bare(*link_type)
                    && self.tags_in(range).next().is_none()
                {
                    self.draft.link(span, dest_url);
                }
                self.start(&tag);
                if matches!(tag, Tag::HtmlBlock) {
                    self.stets(span, true);
                }
            }
            Event::End(tag) => self.end(tag),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::Rule => self.close(),
            Event::Text(words) => self.words(&words, range, span),
            Event::Code(_) => self.left_out(span),
            Event::InlineHtml(tag) => {
                self.inline_markup(&tag, span);
                if tag.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br")) {
                    self.line_break(span);
                }
                self.stets(span, false);
            }
            Event::Html(_) => self.html.push(range.clone()),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// Notes the stets in markup that is left out; `apart` says whether it stands on lines of its own.
    fn stets(&mut self, span: Span, apart: bool) {
        for (start, end, inside) in comments(span.of(self.source)) {
            let Some(words) = said(inside) else { continue };
            let stands = if apart { self.stands(span) } else { Stands::Before };
            self.draft.stet(words, Span::new(start, end).shifted(span.start), stands);
        }
    }

    /// Where comments on lines of their own stand.
    fn stands(&mut self, span: Span) -> Stands {
        let blocks = self.draft.blocks();
        if blocks.len() == self.fronted && self.quotes + self.lists.len() + self.tables == 0 {
            return Stands::Over;
        }
        let heading = blocks.last().is_some_and(|block| matches!(block.part, Part::Headline | Part::Crosshead));
        let above = self.source.get(self.base as usize..span.start as usize).unwrap_or_default();
        let below = self.source.get(span.end as usize..).unwrap_or_default();
        // A block of markup ends behind its last line end.
        let below = below.strip_prefix('\n').filter(|_| !span.of(self.source).ends_with('\n')).unwrap_or(below);
        let words = |line: Option<&str>| line.is_some_and(|line| !line.trim().is_empty());
        let open = |line: &&str| !(line.trim_start().starts_with("<!--") && line.trim_end().ends_with("-->"));
        // The line that the comment begins on is the last of those above, empty or indentation.
        let above = above.rsplit('\n').skip(1).find(open);
        match (words(above) && !heading, words(below.lines().find(open))) {
            (true, true) => Stands::Between,
            (true, false) => Stands::Under,
            (false, _) if self.lists.is_empty() && self.tables == 0 => Stands::Ahead,
            (false, _) => Stands::Before,
        }
    }

    /// The passage that words go to.
    fn open(&mut self) -> &mut Passage {
        if self.pictures > 0 { &mut self.beside } else { &mut self.passage }
    }

    fn words(&mut self, words: &str, range: &Range<usize>, span: Span) {
        if self.skipped > 0 {
            return;
        }
        let same = self.parsed.get(range.clone()) == Some(words);
        let source = self.source;
        self.loose |= self.emphasis == 0 && self.pictures == 0 && !words.trim().is_empty();
        if !same {
            self.open().read(words, span);
            return;
        }
        let mut at = span.start;
        let tags: Vec<Span> = self.tags_in(range).map(|tag| tag.span.shifted(self.base)).collect();
        for tag in tags {
            self.open().same(Span { start: at, end: tag.start.max(at) }.of(source), at);
            self.left_out(tag);
            at = tag.end;
        }
        self.open().same(Span { start: at, end: span.end.max(at) }.of(source), at);
    }

    /// Something that is no words stands in the running text.
    fn left_out(&mut self, span: Span) {
        if self.skipped == 0 {
            self.open().read(NO_WORDS, span);
        }
    }

    /// A line end is a space, but for captions that stand line by line.
    fn line_break(&mut self, span: Span) {
        if self.skipped == 0 && self.pictures == 0 && self.heading.is_none() && is_caption(self.passage.words()) {
            self.close();
        } else if self.skipped == 0 {
            self.open().space(span);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Superscript | Tag::Subscript => return,
            Tag::Emphasis | Tag::Strong => {
                self.emphasis += 1;
                return;
            }
            Tag::Link { link_type, .. } => {
                self.skipped += usize::from(is_bare(*link_type));
                return;
            }
            Tag::Strikethrough => {
                self.skipped += 1;
                return;
            }
            Tag::Image { .. } => {
                self.pictures += 1;
                return;
            }
            _ => self.close(),
        }
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(*level),
            Tag::BlockQuote(None) => self.quotes += 1,
            Tag::BlockQuote(Some(_)) => self.alerts += 1,
            // Components are indented, and what is in them is not code.
            Tag::CodeBlock(CodeBlockKind::Indented) if self.dialect == Dialect::Mdx => {}
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.skipped += 1,
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => self.item(),
            Tag::FootnoteDefinition(_) => self.notes += 1,
            Tag::Table(_) => self.tables += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Superscript | TagEnd::Subscript => return,
            TagEnd::Emphasis | TagEnd::Strong => {
                self.emphasis = self.emphasis.saturating_sub(1);
                return;
            }
            TagEnd::Link | TagEnd::Strikethrough => {
                self.skipped = self.skipped.saturating_sub(1);
                return;
            }
            TagEnd::Image => {
                self.pictures = self.pictures.saturating_sub(1);
                self.beside_picture();
                return;
            }
            _ => self.close(),
        }
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::BlockQuote(None) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::BlockQuote(Some(_)) => self.alerts = self.alerts.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.skipped = self.skipped.saturating_sub(1);
                self.markup();
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => (self.number, self.entry) = (None, None),
            TagEnd::FootnoteDefinition => self.notes = self.notes.saturating_sub(1),
            TagEnd::Table => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    /// Numbers the item that begins.
    fn item(&mut self) {
        self.number = None;
        self.entry = Some(u8::try_from(self.lists.len()).unwrap_or(u8::MAX));
        if let Some(Some(next)) = self.lists.last_mut() {
            self.number = u32::try_from(*next).ok();
            *next = next.saturating_add(1);
        }
    }

    /// The words beside a picture are a block of their own, before the block that the picture is in.
    fn beside_picture(&mut self) {
        if self.pictures == 0 && self.skipped == 0 {
            self.picture = None;
            if self.draft.block(Part::Caption, &self.beside).is_some() {
                self.picture = self.draft.blocks().len().checked_sub(1);
            }
        }
        if self.pictures == 0 {
            self.beside.clear();
        }
    }

    /// Ends the open block, if any, and finds its part.
    fn close(&mut self) {
        self.skipped -= self.hidden.len().min(self.skipped);
        self.hidden.clear();
        let words = self.passage.words().trim();
        if words.trim_matches(|c: char| c.is_whitespace() || NO_WORDS.contains(c)).is_empty() {
            self.passage.clear();
            self.loose = false;
            return;
        }
        let under_picture = self.picture.is_some() && !self.loose;
        let part = self.part(words).map(|part| if under_picture && part == Part::Body { Part::Caption } else { part });
        self.loose = false;
        if part == Some(Part::Headline) {
            self.has_headline = true;
        }
        self.drop_repeated_picture();
        self.guessed = false;
        if let Some(part) = part {
            self.commit(part);
        }
        self.passage.clear();
    }

    fn commit(&mut self, part: Part) {
        let opens_story = part == Part::Body && self.stage != Stage::Story;
        let quoted = self.quotes > 0 && part != Part::Standfirst;
        let Some(block) = self.draft.block(part, &self.passage) else { return };
        block.quoted = quoted;
        if part == Part::List {
            (block.number, block.entry) = (self.number.take(), self.entry.take());
        }
        self.guessed = part == Part::Standfirst && self.heading.is_none();
        match part {
            Part::Headline => self.stage = self.under_headline,
            Part::Standfirst => self.stage = Stage::Opening,
            Part::Sidebar | Part::Caption => {}
            _ => self.stage = Stage::Story,
        }
        if opens_story && !quoted {
            let last = self.draft.blocks().len().saturating_sub(1);
            self.draft.split_dateline(last, dateline);
        }
    }

    /// The part of the open block; none for a headline that the front matter has already given.
    fn part(&self, words: &str) -> Option<Part> {
        if let Some(level) = self.heading {
            return self.heading_part(words, level);
        }
        let body = self.quotes == 0 && self.alerts == 0;
        let titled = self.stage == Stage::Standfirst && is_title(words, STANDFIRST);
        Some(match () {
            () if self.notes > 0 => Part::Footnote,
            () if self.tables > 0 => Part::Table,
            () if !self.lists.is_empty() => Part::List,
            () if self.alerts > 0 => Part::Sidebar,
            // Some set the standfirst as a quotation.
            () if titled && self.quotes == 1 && !words.starts_with(['"', '“', '‘', '\'']) => Part::Standfirst,
            () if body && self.stage != Stage::Story => {
                over_story(words).unwrap_or(if titled { Part::Standfirst } else { Part::Body })
            }
            () if body => picture_line(words).unwrap_or(Part::Body),
            () => Part::Body,
        })
    }

    fn heading_part(&self, words: &str, level: HeadingLevel) -> Option<Part> {
        if self.title.as_deref() == Some(words) {
            return None;
        }
        let first = self.stage == Stage::Headline;
        Some(match level {
            HeadingLevel::H1 if !self.has_headline => Part::Headline,
            _ if !self.has_headline && first => Part::Headline,
            HeadingLevel::H2 if self.title.is_none() && self.stage == Stage::Standfirst => Part::Standfirst,
            _ => Part::Crosshead,
        })
    }

    /// The words beside a picture that are printed under it as well are printed once.
    fn drop_repeated_picture(&mut self) {
        let Some(index) = self.picture.take() else { return };
        let Some(block) = self.draft.blocks().get(index).copied() else { return };
        if self.draft.words(&block) == self.passage.words().trim() {
            self.draft.blocks().remove(index);
        }
    }
}

/// Whether the words of a link are its address.
fn is_bare(link: LinkType) -> bool {
    matches!(link, LinkType::Autolink | LinkType::Email)
}

#[cfg(test)]
mod tests;
