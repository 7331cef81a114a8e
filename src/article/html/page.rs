//! The state of the reading of an HTML page: what is open, and the blocks so far.

use super::choice::{Candidate, Origin};
use super::elements::{Role, is_left_out, is_void, part_of_class};
use super::tokens::{Attribute, Piece, Sink};
use crate::article::comment::{Stands, said};
use crate::article::draft::{Draft, NO_WORDS, Passage};
use crate::article::furniture::is_caption;
use crate::article::{HtmlNames, Part, published};
use crate::source::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Names of `meta` elements that may stand in for a standfirst, the first that is there counts.
const DESCRIPTIONS: &[&str] = &["description", "og:description", "dcterms.description", "twitter:description"];
/// Names of `meta` elements that give the headline.
const TITLES: &[&str] = &["og:title", "twitter:title", "dcterms.title"];

/// An element that is open and matters.
#[derive(Clone, Copy)]
struct Open {
    name: usize,
    role: Role,
    skips: bool,
    part: Option<Part>,
}

/// An open list.
struct List {
    /// The number of the next item.
    next: Option<u32>,
    /// How many elements were open when its open item began.
    item: Option<usize>,
}

/// A page that is being read.
pub(super) struct Page<'a> {
    source: &'a str,
    names: &'a HtmlNames,
    pub(super) draft: Draft,
    /// What each block of the draft may become.
    pub(super) candidates: Vec<Candidate>,
    /// The day that a `meta` element gives, and the rank of its name.
    pub(super) dated: Option<(usize, Date)>,
    passage: Passage,
    /// Where the open link begins, and where it leads.
    anchor: Option<(u32, String)>,
    open: Vec<Open>,
    /// The known names of elements and how many of each are open.
    known: FxHashMap<String, usize>,
    counts: Vec<usize>,
    parts: Vec<Part>,
    lists: Vec<List>,
    /// How many elements were open when the open cell of each table began.
    cells: Vec<Option<usize>>,
    heading: Option<u8>,
    /// The number of the item whose first block is open, and how deep its list is.
    number: Option<u32>,
    entry: Option<u8>,
    /// The outermost open article, counted from one, and how many were seen.
    article: u32,
    articles_seen: u32,
    // How many of each are open.
    articles: usize,
    mains: usize,
    headers: usize,
    skipped: usize,
    quotes: usize,
    captions: usize,
    times: usize,
    raised: usize,
    titles: usize,
    /// The day of a `time` element in the open block, and whether the block has words beside it.
    time: Option<Date>,
    loose: bool,
    /// Whether the open head of the page has a headline, and so may be the story's.
    headed: bool,
    /// Whether the last thing in the open block was a line break.
    broken: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(id: &str, source: &'a str, names: &'a HtmlNames) -> Self {
        Page {
            source,
            names,
            draft: Draft::new(id),
            candidates: Vec::new(),
            dated: None,
            passage: Passage::default(),
            anchor: None,
            open: Vec::new(),
            known: FxHashMap::default(),
            counts: Vec::new(),
            parts: Vec::new(),
            lists: Vec::new(),
            cells: Vec::new(),
            heading: None,
            number: None,
            entry: None,
            article: 0,
            articles_seen: 0,
            articles: 0,
            mains: 0,
            headers: 0,
            skipped: 0,
            quotes: 0,
            captions: 0,
            times: 0,
            raised: 0,
            titles: 0,
            time: None,
            loose: false,
            headed: false,
            broken: false,
        }
    }

    /// Whether the text at this point is left out.
    fn is_left_out(&self) -> bool {
        self.skipped > 0 || (self.is_furniture() && self.heading != Some(1) && !self.headed)
    }

    /// Whether this point is in the head of the page's furniture.
    fn is_furniture(&self) -> bool {
        self.headers > 0 && self.articles == 0 && self.mains == 0
    }

    /// Ends the open block, if any.
    pub(super) fn close(&mut self) {
        let words = self.passage.words();
        let (time, loose) = (self.time.take(), std::mem::take(&mut self.loose));
        self.broken = false;
        if !words.trim_matches(|c: char| c.is_whitespace() || NO_WORDS.contains(c)).is_empty() {
            let (origin, part) = self.origin();
            let quoted = self.quotes > 0;
            self.headed |= origin == Origin::Heading && self.is_furniture();
            let (number, entry) =
                if part == Part::List { (self.number.take(), self.entry.take()) } else { (None, None) };
            if let Some(block) = self.draft.block(part, &self.passage) {
                block.quoted = quoted;
                block.number = number;
                block.entry = entry;
                self.candidates.push(Candidate {
                    origin,
                    article: self.article,
                    in_main: self.mains > 0,
                    is_furniture: self.is_furniture(),
                    time: time.map(|day| (day, !loose)),
                });
            }
        }
        self.passage.clear();
    }

    /// Where the open block comes from, and its part as far as it is known.
    fn origin(&self) -> (Origin, Part) {
        if self.titles > 0 {
            return (Origin::Title, Part::Headline);
        }
        match (self.heading, self.parts.last()) {
            (Some(1), _) => (Origin::Heading, Part::Headline),
            (_, Some(Part::Standfirst)) => (Origin::Standfirst, Part::Standfirst),
            (Some(level), _) => (Origin::Crosshead(level), Part::Crosshead),
            (None, Some(part)) => (Origin::Known, *part),
            (None, None) if self.captions > 0 => (Origin::Known, Part::Caption),
            (None, None) if !self.cells.is_empty() => (Origin::Known, Part::Table),
            (None, None) if !self.lists.is_empty() => (Origin::Known, Part::List),
            (None, None) if self.quotes > 0 => (Origin::Known, Part::Body),
            (None, None) => (Origin::Plain, Part::Body),
        }
    }

    /// A line break is a space; two of them end a paragraph, and each line of captions is one.
    fn line_break(&mut self, tag: Span) {
        if self.is_left_out() {
            return;
        }
        if self.heading.is_none() && (self.broken || is_caption(self.passage.words())) {
            self.close();
        } else {
            self.passage.space(tag);
            self.broken = true;
        }
    }

    fn words(&mut self, piece: &Piece) {
        match piece {
            Piece::Same(span) => self.same(*span),
            Piece::Read(words, span) if words.chars().all(is_space) => self.space(*span),
            Piece::Read(words, span) => {
                self.passage.read(words, *span);
                self.wrote();
            }
        }
    }

    fn wrote(&mut self) {
        self.loose |= self.times == 0;
        self.broken = false;
    }

    /// Adds text as it stands; runs of space are one space.
    fn same(&mut self, span: Span) {
        let text = span.of(self.source);
        let mut from = 0;
        let mut rest = text.char_indices().filter(|(_, c)| is_space(*c)).peekable();
        while let Some((at, space)) = rest.next() {
            let mut end = at + 1;
            while rest.next_if(|&(next, _)| next == end).is_some() {
                end += 1;
            }
            let between_words = space == ' ' && end == at + 1 && at > from && end < text.len();
            if !between_words {
                self.run(text.get(from..at).unwrap_or_default(), span.start + from as u32);
                self.space(Span::new(at, end).shifted(span.start));
                from = end;
            }
        }
        self.run(text.get(from..).unwrap_or_default(), span.start + from as u32);
    }

    /// Space is one space, but for the end of a line of captions.
    fn space(&mut self, span: Span) {
        if self.heading.is_none() && span.of(self.source).contains('\n') && is_caption(self.passage.words()) {
            self.close();
        } else {
            self.passage.space(span);
        }
    }

    fn run(&mut self, words: &str, at: u32) {
        if !words.is_empty() {
            self.passage.same(words, at);
            self.wrote();
        }
    }

    /// The number by which a name is known.
    fn known(&mut self, name: &str) -> usize {
        if let Some(&known) = self.known.get(name) {
            return known;
        }
        let number = self.counts.len();
        self.known.insert(name.to_owned(), number);
        self.counts.push(0);
        number
    }

    fn count(&self, name: &str) -> usize {
        self.known.get(name).and_then(|&name| self.counts.get(name)).copied().unwrap_or_default()
    }

    fn push(&mut self, open: Open) {
        let depth = self.open.len();
        match open.role {
            Role::Article => {
                if self.articles == 0 {
                    self.articles_seen += 1;
                    self.article = self.articles_seen;
                }
                self.articles += 1;
            }
            Role::Main => self.mains += 1,
            Role::Header => self.headers += 1,
            Role::Heading(level) => self.heading = Some(level),
            Role::List => self.lists.push(List { next: None, item: None }),
            Role::NumberedList => self.lists.push(List { next: Some(1), item: None }),
            Role::Item => {
                self.entry = Some(u8::try_from(self.lists.len()).unwrap_or(u8::MAX));
                if let Some(list) = self.lists.last_mut() {
                    list.item = Some(depth);
                    self.number = list.next;
                    list.next = list.next.map(|next| next.saturating_add(1));
                }
            }
            Role::Quote => self.quotes += 1,
            Role::Caption => self.captions += 1,
            Role::Table => self.cells.push(None),
            Role::Cell => {
                if let Some(cell) = self.cells.last_mut() {
                    *cell = Some(depth);
                }
            }
            Role::Time => self.times += 1,
            Role::Raised => self.raised += 1,
            Role::Title => self.titles += 1,
            _ => {}
        }
        self.skipped += usize::from(open.skips);
        self.parts.extend(open.part);
        if let Some(count) = self.counts.get_mut(open.name) {
            *count += 1;
        }
        self.open.push(open);
    }

    fn pop(&mut self) -> Option<Open> {
        let open = *self.open.last()?;
        if open.part.is_some() {
            self.close();
        }
        self.open.pop();
        let less = |count: &mut usize| *count = count.saturating_sub(1);
        match open.role {
            Role::Article => {
                less(&mut self.articles);
                if self.articles == 0 {
                    self.article = 0;
                }
            }
            Role::Main => less(&mut self.mains),
            Role::Header => {
                less(&mut self.headers);
                self.headed &= self.headers > 0;
            }
            Role::Heading(_) => self.heading = None,
            Role::List | Role::NumberedList => {
                self.lists.pop();
            }
            Role::Item => {
                (self.number, self.entry) = (None, None);
                if let Some(list) = self.lists.last_mut() {
                    list.item = None;
                }
            }
            Role::Quote => less(&mut self.quotes),
            Role::Caption => less(&mut self.captions),
            Role::Table => {
                self.cells.pop();
            }
            Role::Cell => {
                if let Some(cell) = self.cells.last_mut() {
                    *cell = None;
                }
            }
            Role::Time => less(&mut self.times),
            Role::Raised => less(&mut self.raised),
            Role::Title => less(&mut self.titles),
            _ => {}
        }
        self.skipped -= usize::from(open.skips).min(self.skipped);
        if open.part.is_some() {
            self.parts.pop();
        }
        if let Some(count) = self.counts.get_mut(open.name) {
            less(count);
        }
        Some(open)
    }

    /// Closes the innermost element of that name and all in it.
    fn close_element(&mut self, name: &str) {
        if self.count(name) == 0 {
            return;
        }
        let name = self.known(name);
        while self.pop().is_some_and(|open| open.name != name) {}
    }

    /// Closes what the start of an element closes without a tag.
    fn close_implied(&mut self, role: Role, had_words: bool) {
        self.close_element("p");
        if self.heading.is_some() && (had_words || matches!(role, Role::Heading(_))) {
            while self.pop().is_some_and(|open| !matches!(open.role, Role::Heading(_))) {}
        }
        let depth = match role {
            Role::Item => self.lists.last().and_then(|list| list.item),
            Role::Cell | Role::Row => self.cells.last().copied().flatten(),
            _ => None,
        };
        while depth.is_some_and(|depth| self.open.len() > depth) && self.pop().is_some() {}
    }

    fn meta(&mut self, attributes: &[Attribute]) {
        let Some(content) = attributes.iter().find(|attribute| attribute.name == "content") else { return };
        for key in
            attributes.iter().filter(|attribute| ["name", "property", "itemprop"].contains(&attribute.name.as_str()))
        {
            let key = key.value(self.source);
            let key = key.trim();
            let rank = |names: &[&str]| names.iter().position(|name| name.eq_ignore_ascii_case(key));
            if let Some(rank) = self.names.date.iter().position(|name| name.eq_ignore_ascii_case(key))
                && self.dated.is_none_or(|(best, _)| rank < best)
                && let Some(day) = published::day(&content.value(self.source))
            {
                self.dated = Some((rank, day));
            }
            let origin = rank(DESCRIPTIONS).map(Origin::Description).or(rank(TITLES).map(Origin::PageTitle));
            if let Some(origin) = origin {
                self.close();
                for piece in content.pieces() {
                    self.words(piece);
                }
                let part = if matches!(origin, Origin::Description(_)) { Part::Standfirst } else { Part::Headline };
                if self.draft.block(part, &self.passage).is_some() {
                    self.candidates.push(Candidate {
                        origin,
                        article: 0,
                        in_main: false,
                        is_furniture: false,
                        time: None,
                    });
                }
                self.passage.clear();
                self.loose = false;
                return;
            }
        }
    }

    /// What the attributes of an element make of it.
    fn described(&self, attributes: &[Attribute]) -> (bool, Option<Part>) {
        let (mut skips, mut part) = (false, None);
        for attribute in attributes {
            match attribute.name.as_str() {
                "hidden" => skips = true,
                "aria-hidden" => skips |= attribute.value(self.source).eq_ignore_ascii_case("true"),
                "role" => skips |= is_left_out(&attribute.value(self.source)),
                "style" => {
                    let style: String = attribute.value(self.source).split_whitespace().collect();
                    skips |= style.to_ascii_lowercase().contains("display:none");
                }
                "class" => part = part.or(part_of_class(&attribute.value(self.source), &self.names.standfirst)),
                "itemprop" if attribute.value(self.source).trim() == "description" => {
                    part = part.or(Some(Part::Standfirst));
                }
                _ => {}
            }
        }
        (skips, part)
    }

    fn time(&mut self, attributes: &[Attribute]) {
        let value = |name: &str| {
            attributes.iter().find(|attribute| attribute.name == name).map(|found| found.value(self.source))
        };
        let day = value("datetime").and_then(|day| published::day(&day));
        let is_publication =
            value("itemprop").is_some_and(|what| what.trim() == "datePublished") || value("pubdate").is_some();
        if is_publication && self.dated.is_none() {
            self.dated = day.map(|day| (usize::MAX, day));
        }
        self.time = self.time.or(day);
    }
}

/// A character that HTML reads as space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

impl Sink for Page<'_> {
    fn start(&mut self, name: &str, attributes: &[Attribute], tag: Span) {
        let role = Role::of(name);
        if role.breaks() && self.skipped == 0 {
            let had_words = !self.passage.words().trim().is_empty();
            self.close();
            self.close_implied(role, had_words);
        }
        match role {
            Role::Meta => self.meta(attributes),
            Role::Break => self.line_break(tag),
            Role::Time if self.skipped == 0 => self.time(attributes),
            Role::InlineQuote if !self.is_left_out() => self.passage.read("“", tag),
            Role::Code if !self.is_left_out() => {
                self.passage.read(NO_WORDS, tag);
                self.wrote();
            }
            _ => {}
        }
        if is_void(name) {
            return;
        }
        if role == Role::Link && !self.is_left_out() {
            let target = attributes.iter().find(|attribute| attribute.name == "href");
            self.anchor = target.map(|target| (tag.start, target.value(self.source)));
        }
        let (hidden, mut part) = if attributes.is_empty() { (false, None) } else { self.described(attributes) };
        if !role.breaks() && (part == Some(Part::Sidebar) || !self.passage.words().trim().is_empty()) {
            // Words in a sentence are no part of their own.
            part = None;
        }
        let skips = hidden
            || matches!(role, Role::Skip | Role::SkipInline | Role::Code)
            || (role == Role::Link && self.raised > 0);
        let matters =
            !matches!(role, Role::Inline | Role::Block | Role::Paragraph | Role::Link | Role::Rule | Role::Row);
        if matters || skips || part.is_some() || self.count(name) > 0 {
            let name = self.known(name);
            self.push(Open { name, role, skips, part });
        }
        if role == Role::NumberedList {
            let start = attributes.iter().find(|attribute| attribute.name == "start");
            let start = start.and_then(|start| start.value(self.source).trim().parse().ok());
            if let (Some(start), Some(list)) = (start, self.lists.last_mut()) {
                list.next = Some(start);
            }
        }
    }

    fn end(&mut self, name: &str, tag: Span) {
        let role = Role::of(name);
        if role.breaks() && self.skipped == 0 {
            self.close();
        }
        if role == Role::Link
            && let Some((start, target)) = self.anchor.take()
        {
            self.draft.link(Span { start, end: tag.end }, &target);
        }
        match role {
            Role::Break => self.line_break(tag),
            Role::InlineQuote if !self.is_left_out() && self.count(name) > 0 => self.passage.read("”", tag),
            _ => {}
        }
        self.close_element(name);
    }

    fn text(&mut self, pieces: &[Piece]) {
        if !self.is_left_out() {
            for piece in pieces {
                self.words(piece);
            }
        }
    }
    fn comment(&mut self, inside: &str, whole: Span) {
        let Some(words) = said(inside) else { return };
        let text = |candidate: &Candidate| match candidate.origin {
            Origin::Title | Origin::PageTitle(_) | Origin::Description(_) => false,
            Origin::Heading | Origin::Crosshead(_) | Origin::Standfirst | Origin::Known | Origin::Plain => true,
        };
        let over = self.passage.words().trim().is_empty() && !self.candidates.iter().any(text);
        let inside = ["ul", "ol", "dl", "table"].iter().any(|name| self.count(name) > 0);
        let stands = match (over, inside || !self.passage.words().trim().is_empty()) {
            (true, _) => Stands::Over,
            (false, true) => Stands::Before,
            (false, false) => Stands::Ahead,
        };
        self.draft.stet(words, whole, stands);
    }
}
