//! Tells the story of a page from all else on it, once the whole page has been read.

use crate::article::draft::Draft;
use crate::article::furniture::{dateline, over_story, picture_line, stamp};
use crate::article::layout::is_title;
use crate::article::plain::STANDFIRST;
use crate::article::{Block, Part};
use crate::source::Span;
use jiff::civil::Date;

/// What the markup says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Origin {
    /// The `title` of the page.
    Title,
    /// A `meta` element with a title, and the rank of its name.
    PageTitle(usize),
    /// A `meta` element with a description, and the rank of its name.
    Description(usize),
    /// An `h1`.
    Heading,
    /// A lower heading and its level.
    Crosshead(u8),
    /// An element of a class of standfirsts.
    Standfirst,
    /// The markup says which part it is.
    Known,
    /// A paragraph.
    Plain,
}

/// A block that may belong to the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) origin: Origin,
    /// The outermost article that it is in, from one; zero for none.
    pub(super) article: u32,
    pub(super) in_main: bool,
    /// Whether it stands in the head of the page.
    pub(super) is_furniture: bool,
    /// The day of a `time` element in it, and whether it has no other words.
    pub(super) time: Option<(Date, bool)>,
}

/// Where the story is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Page,
    Main,
    Article(u32),
}

impl Scope {
    fn holds(self, candidate: &Candidate) -> bool {
        match self {
            Self::Page => !candidate.is_furniture,
            Self::Main => candidate.in_main,
            Self::Article(article) => candidate.article == article,
        }
    }
}

/// How far into the article the reading has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Standfirst,
    Opening,
    Story,
}

/// The blocks of the story and what was found beside them.
struct Choice<'a> {
    draft: &'a Draft,
    all: Vec<(Block, Candidate)>,
    scope: Scope,
    headline: Option<usize>,
    /// Whether the headline stands in the head of the page, and with it what else is over the story.
    headed: bool,
    /// The blocks of the standfirst that the markup names, in order.
    standfirst: Vec<usize>,
    published: Option<Date>,
}

/// Leaves the blocks of the story in the draft, each with its part.
pub(super) fn choose(draft: &mut Draft, candidates: Vec<Candidate>, dated: Option<Date>) {
    let blocks = std::mem::take(draft.blocks());
    let all: Vec<_> = blocks.into_iter().zip(candidates).collect();
    let scope = scope(&all);
    let headline = headline(&all, scope);
    let headed = headline.and_then(|index| all.get(index)).is_some_and(|(_, candidate)| candidate.is_furniture);
    let mut choice = Choice { draft, all, scope, headline, headed, standfirst: Vec::new(), published: dated };
    choice.standfirst = choice.standfirst();
    let (story, opening) = choice.story();
    let published = choice.published;
    *draft.blocks() = story;
    draft.published(published);
    if let Some(opening) = opening {
        draft.split_dateline(opening, dateline);
    }
}

/// An article with most of the text, or the main element, or the whole page.
fn scope(all: &[(Block, Candidate)]) -> Scope {
    let mut articles: Vec<usize> = Vec::new();
    let (mut main, mut has_main) = (0, false);
    for (block, candidate) in all {
        let length = block.span.len();
        has_main |= candidate.in_main;
        let article = candidate.article as usize;
        if article > 0 {
            articles.resize(articles.len().max(article), 0);
            if let Some(sum) = articles.get_mut(article - 1) {
                *sum += length;
            }
        } else if candidate.in_main {
            main += length;
        }
    }
    let longest = articles.iter().copied().max().unwrap_or_default();
    let several = articles.iter().filter(|&&length| length > 0).count() > 1;
    match articles.iter().position(|&length| length == longest && length > 0) {
        Some(index) if !several || longest >= main => Scope::Article(index as u32 + 1),
        _ if has_main => Scope::Main,
        Some(index) => Scope::Article(index as u32 + 1),
        None => Scope::Page,
    }
}

/// The block that is the headline.
fn headline(all: &[(Block, Candidate)], scope: Scope) -> Option<usize> {
    let first = |fits: &dyn Fn(&Candidate) -> bool| all.iter().position(|(_, candidate)| fits(candidate));
    let heading = |candidate: &Candidate| candidate.origin == Origin::Heading;
    first(&|candidate| heading(candidate) && scope.holds(candidate))
        .or_else(|| first(&|candidate| heading(candidate) && !candidate.is_furniture))
        .or_else(|| first(&heading))
        .or_else(|| {
            let rank = |candidate: &Candidate| match candidate.origin {
                Origin::PageTitle(rank) => Some(rank),
                Origin::Title => Some(usize::MAX),
                _ => None,
            };
            let ranked = all.iter().enumerate().filter_map(|(index, (_, candidate))| Some((rank(candidate)?, index)));
            ranked.min().map(|(_, index)| index)
        })
}

impl Choice<'_> {
    fn words(&self, block: &Block) -> &str {
        self.draft.words(block)
    }

    fn holds(&self, candidate: &Candidate) -> bool {
        if candidate.is_furniture { self.headed } else { self.scope.holds(candidate) }
    }

    /// Whether a block is running text of the story.
    fn is_text(&self, block: &Block, candidate: &Candidate) -> bool {
        self.holds(candidate) && candidate.origin == Origin::Plain && over_story(self.words(block)).is_none()
    }

    /// The blocks of a class of standfirsts before the story; else the description that the page gives of itself,
    /// where it is not the beginning of a paragraph over again.
    fn standfirst(&self) -> Vec<usize> {
        let long = |(block, candidate): &(Block, Candidate)| {
            self.is_text(block, candidate) && !is_title(self.words(block), STANDFIRST)
        };
        let story = self.all.iter().position(long).unwrap_or(self.all.len());
        let named = self.all.iter().enumerate().take(story).filter(|(_, (_, candidate))| {
            candidate.origin == Origin::Standfirst && (self.headed || !candidate.is_furniture)
        });
        let named: Vec<usize> = named.map(|(index, _)| index).collect();
        if !named.is_empty() {
            return named;
        }
        let texts: Vec<&str> = self.first_texts().collect();
        let described = self.all.iter().enumerate().filter_map(|(index, (block, candidate))| match candidate.origin {
            Origin::Description(rank) if !is_copied(self.words(block), &texts) => Some((rank, index)),
            _ => None,
        });
        described.min().map(|(_, index)| index).into_iter().collect()
    }

    /// The first few texts of the story.
    fn first_texts(&self) -> impl Iterator<Item = &str> {
        let texts = self.all.iter().filter(|(_, candidate)| {
            self.scope.holds(candidate)
                && matches!(candidate.origin, Origin::Plain | Origin::Crosshead(_) | Origin::Known)
        });
        texts.take(8).map(|(block, _)| self.words(block))
    }

    /// The blocks of the story, and which of them is its first paragraph.
    fn story(&mut self) -> (Vec<Block>, Option<usize>) {
        let mut story: Vec<Block> = Vec::with_capacity(self.all.len());
        let (mut stage, mut opening, mut guessed) = (Stage::Opening, None, None);
        for index in 0..self.all.len() {
            let Some(&(block, candidate)) = self.all.get(index) else { continue };
            let Some((part, span)) = self.part(index, &block, &candidate, stage) else { continue };
            match part {
                Part::Headline => {
                    let in_text = candidate.origin == Origin::Heading && self.standfirst.is_empty();
                    stage = if in_text { Stage::Standfirst } else { stage };
                }
                Part::Standfirst => {
                    guessed = (candidate.origin == Origin::Plain).then_some(story.len());
                    stage = Stage::Opening;
                }
                Part::Sidebar | Part::Caption => {}
                _ => {
                    guessed = None;
                    if part == Part::Body && stage != Stage::Story && !block.quoted {
                        opening = Some(story.len());
                    }
                    stage = Stage::Story;
                }
            }
            story.push(Block { part, span, ..block });
        }
        // What only looked like a standfirst is the story where nothing follows.
        if let Some(block) = guessed.and_then(|index| story.get_mut(index)) {
            block.part = Part::Body;
        }
        (story, opening)
    }

    /// The part of a block and its words; none where it does not belong to the story.
    fn part(&mut self, index: usize, block: &Block, candidate: &Candidate, stage: Stage) -> Option<(Part, Span)> {
        let whole = |part| Some((part, block.span));
        if Some(index) == self.headline {
            let span = if candidate.origin == Origin::Title {
                without_site(self.words(block), block.span)
            } else {
                block.span
            };
            return Some((Part::Headline, span));
        }
        if self.standfirst.binary_search(&index).is_ok() {
            return whole(Part::Standfirst);
        }
        if !self.holds(candidate) {
            return None;
        }
        match candidate.origin {
            Origin::Title | Origin::PageTitle(_) | Origin::Description(_) => None,
            Origin::Crosshead(2) if stage == Stage::Standfirst => whole(Part::Standfirst),
            Origin::Heading | Origin::Crosshead(_) => whole(Part::Crosshead),
            Origin::Standfirst => whole(Part::Body),
            Origin::Known => {
                if block.part == Part::Sidebar && stage != Stage::Story {
                    self.date(block, candidate);
                }
                whole(block.part)
            }
            Origin::Plain => whole(self.plain(block, candidate, stage)),
        }
    }

    /// The part of a paragraph.
    fn plain(&mut self, block: &Block, candidate: &Candidate, stage: Stage) -> Part {
        let words = self.words(block);
        if stage == Stage::Story {
            return picture_line(words).unwrap_or(Part::Body);
        }
        let over = over_story(words);
        let is_time = candidate.time.is_some_and(|(_, alone)| alone);
        let titled = stage == Stage::Standfirst && is_title(words, STANDFIRST);
        if is_time || over == Some(Part::Sidebar) {
            self.date(block, candidate);
        }
        match over {
            Some(part) => part,
            None if is_time => Part::Sidebar,
            None if titled => Part::Standfirst,
            None => Part::Body,
        }
    }

    /// Takes the day of publication from a line over the story.
    fn date(&mut self, block: &Block, candidate: &Candidate) {
        if self.published.is_none() {
            let said = || stamp(self.words(block)).and_then(|stamp| stamp.published);
            self.published = candidate.time.map(|(day, _)| day).or_else(said);
        }
    }
}

/// Whether a description is the beginning of one of the texts.
fn is_copied(description: &str, texts: &[&str]) -> bool {
    let cut = description.trim_end_matches(['.', '…', ' ']);
    texts.iter().any(|text| text.starts_with(cut))
}

/// The title of a page without the name of the site at its end.
fn without_site(title: &str, span: Span) -> Span {
    let cut = [" | ", " – ", " — ", " - ", " :: "].iter().filter_map(|mark| title.rfind(mark)).max();
    match cut.and_then(|at| title.split_at_checked(at)) {
        Some((head, site)) if site.chars().count() <= 40 && head.split_whitespace().count() > 2 => {
            Span { start: span.start, end: span.start + head.trim_end().len() as u32 }
        }
        _ => span,
    }
}
