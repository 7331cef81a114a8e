//! HTML inside Markdown, and the pictures that the tags of a site generator set.

use super::templates::Tag;
use super::{Page, Stage};
use crate::article::furniture::{dateline, over_story, picture_line};
use crate::article::html::{self, Origin, Role};
use crate::article::{Part, scalar};
use crate::source::Span;
use std::ops::Range;

impl Page<'_> {
    /// The tags that begin in a range of the parsed text.
    pub(super) fn tags_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Tag> {
        let first = self.tags.partition_point(|tag| (tag.span.start as usize) < range.start);
        let end = range.end;
        self.tags.iter().skip(first).take_while(move |tag| (tag.span.start as usize) < end)
    }

    /// Takes the words under the pictures of all tags before the byte `end` of the parsed text.
    pub(super) fn pictures_of_tags(&mut self, end: usize) {
        while let Some(tag) = self.tags.get(self.passed).filter(|tag| (tag.span.start as usize) < end) {
            self.passed += 1;
            let Some(span) = tag.caption.map(|span| span.shifted(self.base)) else { continue };
            let written = span.of(self.source);
            let value = written.get(1..written.len().saturating_sub(1)).unwrap_or_default().replace("\\\"", "\"");
            scalar::lay(&mut self.beside, &value, self.source, span);
            self.draft.block(Part::Caption, &self.beside);
            self.beside.clear();
        }
    }

    /// A tag of HTML in the running text: the words of some elements are left out.
    pub(super) fn inline_markup(&mut self, tag: &str, span: Span) {
        let inner = tag.trim_start_matches('<');
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let name: String = inner.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let name = name.to_ascii_lowercase();
        if closes {
            if let Some(open) = self.hidden.iter().rposition(|hidden| *hidden == name) {
                self.skipped -= (self.hidden.len() - open).min(self.skipped);
                self.hidden.truncate(open);
            }
            return;
        }
        let role = Role::of(&name);
        if role == Role::Code {
            self.left_out(span);
        }
        if matches!(role, Role::Code | Role::SkipInline) && !tag.ends_with("/>") {
            self.hidden.push(name);
            self.skipped += 1;
        }
    }

    /// Reads the block of HTML that ends here.
    pub(super) fn markup(&mut self) {
        let lines = std::mem::take(&mut self.html);
        let Some(start) = lines.first().map(|line| line.start).filter(|_| self.skipped == 0) else { return };
        let (draft, origins) = html::fragment(&self.without_tags(start, &lines), &self.options.html);
        let first = self.draft.adopt(draft, self.base + start as u32);
        let mut index = first;
        for origin in origins {
            let Some(block) = self.draft.blocks().get(index).copied() else { return };
            let words = self.draft.words(&block);
            let Some(part) = self.part_of_markup(origin, block.part, words) else {
                self.draft.blocks().remove(index);
                continue;
            };
            let quoted = self.quotes > 0;
            let listed = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
            let entry = if part == Part::List && origin == Origin::Plain { self.entry.take() } else { None };
            let opens_story = part == Part::Body && self.stage != Stage::Story && !block.quoted && !quoted;
            if let Some(block) = self.draft.blocks().get_mut(index) {
                block.part = part;
                block.quoted |= quoted;
                block.entry = entry.or(block.entry.map(|level| level.saturating_add(listed)));
            }
            index += 1;
            match part {
                Part::Headline => {
                    self.has_headline = true;
                    self.stage = self.under_headline;
                }
                Part::Standfirst => self.stage = Stage::Opening,
                Part::Sidebar | Part::Caption => {}
                _ => self.stage = Stage::Story,
            }
            if opens_story {
                let before = self.draft.blocks().len();
                self.draft.split_dateline(index - 1, dateline);
                index += self.draft.blocks().len() - before;
            }
        }
        if index > first {
            (self.guessed, self.picture) = (false, None);
        }
    }

    /// The lines of HTML at their places, with space for all that is no HTML.
    fn without_tags(&self, start: usize, lines: &[Range<usize>]) -> String {
        let mut copy = String::new();
        let blank = |copy: &mut String, to: usize| {
            copy.extend(std::iter::repeat_n(' ', (to - start).saturating_sub(copy.len())));
        };
        for line in lines {
            blank(&mut copy, line.start);
            for tag in self.tags_in(line) {
                let from = start + copy.len();
                copy.push_str(self.parsed.get(from..tag.span.start as usize).unwrap_or_default());
                blank(&mut copy, (tag.span.end as usize).min(line.end));
            }
            copy.push_str(self.parsed.get(start + copy.len()..line.end).unwrap_or_default());
        }
        copy
    }

    /// The part of a block of HTML; none where it is no text of the article.
    fn part_of_markup(&self, origin: Origin, part: Part, words: &str) -> Option<Part> {
        if self.notes > 0 {
            return Some(Part::Footnote);
        }
        match origin {
            Origin::Title | Origin::PageTitle(_) | Origin::Description(_) => None,
            Origin::Heading | Origin::Crosshead(_) if self.title.as_deref() == Some(words) => None,
            Origin::Heading if !self.has_headline && self.stage == Stage::Headline => Some(Part::Headline),
            Origin::Heading | Origin::Crosshead(_) => Some(Part::Crosshead),
            Origin::Standfirst if self.stage == Stage::Story => Some(Part::Body),
            Origin::Standfirst | Origin::Known => Some(part),
            Origin::Plain if !self.lists.is_empty() => Some(Part::List),
            Origin::Plain if self.stage == Stage::Story => Some(picture_line(words).unwrap_or(Part::Body)),
            Origin::Plain => Some(over_story(words).unwrap_or(Part::Body)),
        }
    }
}
