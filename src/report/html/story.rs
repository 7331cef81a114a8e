//! The article as it reads, with every marked place and every fact in it.

use super::fact::Told;
use super::finding::{Numbered, PLACES, chip};
use super::layers::{Layer, laid};
use super::{NUMBER, escape, outside};
use crate::article::{Article, Block, Part, Place, Readings};
use crate::report::Checked;
use crate::source::Span;
use std::fmt::Write;

/// Of an article longer than so many bytes only what is near a mark is shown.
const LONG: usize = 150_000;
/// So many blocks before and after a marked one are near it.
const NEAR: usize = 3;
/// In a block with more facts than this none is shown in the text.
const FACTS: usize = 1_000;

/// The article as it reads.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) html: String,
    /// For each block, whether it is shown.
    pub(super) shown: Vec<bool>,
}

impl Story {
    pub(super) fn new(checked: Checked<'_>, findings: &[Numbered<'_>], told: &[Told<'_>]) -> Self {
        let article = checked.article;
        let mut layers: Vec<Vec<Layer>> = vec![Vec::new(); article.blocks.len()];
        let elsewhere = mark(article, findings, &mut layers);
        let shown = shown(article, &layers);
        add_facts(told, &mut layers);
        let mut page = Page { html: String::new(), group: Group::None, last: Span::default() };
        page.html.push_str("<h3>The article</h3>\n<div class=\"text\" dir=\"auto\">\n");
        let mut left_out = 0;
        for ((block, layers), shown) in article.blocks.iter().zip(&layers).zip(&shown) {
            if *shown {
                page.gap(&mut left_out);
                page.block(article, block, layers);
            } else {
                left_out += 1;
            }
        }
        page.gap(&mut left_out);
        page.enter(Group::None);
        page.html.push_str("</div>\n");
        page.html.push_str(&outside::places(checked, findings, &elsewhere));
        Self { html: page.html, shown }
    }
}

/// Lays the marks of all findings over their blocks; what is no part of the reading text is given back as the
/// numbers of findings and marks.
fn mark(article: &Article, findings: &[Numbered<'_>], layers: &mut [Vec<Layer>]) -> Vec<(usize, usize)> {
    let readings = Readings::new(article);
    let mut elsewhere = Vec::new();
    for (number, numbered) in findings.iter().enumerate() {
        for (nth, mark) in numbered.finding.marks.iter().take(PLACES).enumerate() {
            // What is in another article is told of in the list alone.
            if mark.elsewhere.is_some() {
                continue;
            }
            let found = readings.of(mark.place);
            if found.is_empty() {
                elsewhere.push((number, nth));
            }
            let last = found.len().saturating_sub(1);
            for (piece, reading) in found.iter().enumerate() {
                let id = (piece == 0).then(|| numbered.mark_id(nth));
                let tag = format!("mark class=\"{}\" data-of=\"{}\"", numbered.class(), numbered.id());
                let after = if piece == last { chip(numbered, &mark.label) } else { String::new() };
                if let Some(layers) = layers.get_mut(reading.block) {
                    layers.push(Layer { span: reading.span, tag, id, after });
                }
            }
        }
    }
    elsewhere
}

/// Which blocks are shown: all, or of a long article those near a mark.
fn shown(article: &Article, layers: &[Vec<Layer>]) -> Vec<bool> {
    if article.text.len() <= LONG {
        return vec![true; layers.len()];
    }
    let mut shown = vec![false; layers.len()];
    for at in layers.iter().enumerate().filter(|(_, layers)| !layers.is_empty()).map(|(at, _)| at) {
        for near in shown.iter_mut().take(at + NEAR + 1).skip(at.saturating_sub(NEAR)) {
            *near = true;
        }
    }
    shown
}

fn add_facts(told: &[Told<'_>], layers: &mut [Vec<Layer>]) {
    let mut counts = vec![0; layers.len()];
    for fact in told.iter().filter(|fact| fact.inline) {
        let (Some(layers), Some(count)) = (layers.get_mut(fact.block), counts.get_mut(fact.block)) else { continue };
        *count += 1;
        if *count <= FACTS {
            let tag = format!("span class=\"k\" data-k=\"{}\"", escape::words(&fact.in_short()));
            layers.push(Layer { span: fact.span, tag, id: Some(fact.id()), after: String::new() });
        }
    }
}

/// What blocks that belong together stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    None,
    Bullets,
    Numbers,
    Table,
    Sidebar,
    Quotation,
}

impl Group {
    fn of(block: &Block) -> Self {
        match block.part {
            Part::List if block.number.is_some() => Self::Numbers,
            Part::List => Self::Bullets,
            Part::Table => Self::Table,
            Part::Sidebar => Self::Sidebar,
            Part::Body | Part::Crosshead | Part::Caption if block.quoted => Self::Quotation,
            Part::Body
            | Part::Crosshead
            | Part::Caption
            | Part::Headline
            | Part::Standfirst
            | Part::Pullquote
            | Part::Footnote => Self::None,
        }
    }

    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", ""),
            Self::Bullets => ("<ul>\n", "</li>\n</ul>\n"),
            Self::Numbers => ("<ol>\n", "</li>\n</ol>\n"),
            Self::Table => ("<table class=\"cells\">\n<tr>", "</tr>\n</table>\n"),
            Self::Sidebar => ("<div class=\"box\" role=\"group\" aria-label=\"Box beside the text\">\n", "</div>\n"),
            Self::Quotation => ("<blockquote>\n", "</blockquote>\n"),
        }
    }
}

struct Page {
    html: String,
    group: Group,
    /// The block before.
    last: Span,
}

impl Page {
    /// Says how many blocks were left out, if any.
    fn gap(&mut self, left_out: &mut usize) {
        let count = std::mem::take(left_out);
        if count > 0 {
            self.enter(Group::None);
            let paragraphs = if count == 1 { "1 paragraph".to_owned() } else { format!("{count} paragraphs") };
            // Writing to a string cannot fail.
            let _ = writeln!(self.html, "<p class=\"gap\">{paragraphs} without a marked place left out</p>");
        }
    }

    fn enter(&mut self, group: Group) {
        self.html.push_str(self.group.tags().1);
        self.html.push_str(group.tags().0);
        self.group = group;
    }

    fn block(&mut self, article: &Article, block: &Block, layers: &[Layer]) {
        let mut group = Group::of(block);
        // An entry of a list may go on without a number.
        let goes_on = block.part == Part::List && block.entry.is_none();
        if goes_on && matches!(self.group, Group::Bullets | Group::Numbers) {
            group = self.group;
        }
        let entered = group != self.group;
        if entered {
            self.enter(group);
        }
        let words = laid(&article.text, block.span, layers);
        let (open, close) = match block.part {
            Part::Headline => ("<h4 class=\"headline\">", "</h4>\n"),
            Part::Crosshead => ("<h5>", "</h5>\n"),
            Part::Standfirst => ("<p class=\"standfirst\"><span class=\"part\">Standfirst</span> ", "</p>\n"),
            Part::Caption => ("<p class=\"caption\"><span class=\"part\">Caption</span> ", "</p>\n"),
            Part::Pullquote => ("<p class=\"pullquote\"><span class=\"part\">Pull quote</span> ", "</p>\n"),
            Part::Footnote => ("<p class=\"footnote\"><span class=\"part\">Footnote</span> ", "</p>\n"),
            Part::Body | Part::Sidebar => ("<p>", "</p>\n"),
            Part::Table if !entered && begins_row(article, self.last, block.span) => ("</tr>\n<tr><td>", "</td>"),
            Part::Table => ("<td>", "</td>"),
            Part::List => {
                self.entry(block, entered, goes_on);
                ("", "")
            }
        };
        self.html.push_str(open);
        self.html.push_str(&words);
        self.html.push_str(close);
        self.last = block.span;
    }

    /// Begins an entry of a list, as deep and with the number that it has.
    fn entry(&mut self, block: &Block, first: bool, goes_on: bool) {
        if goes_on && !first {
            self.html.push_str("<br>");
            return;
        }
        let depth = block.entry.unwrap_or(1).clamp(1, 6);
        let before = if first { "" } else { "</li>\n" };
        // Writing to a string cannot fail.
        let _ = write!(self.html, "{before}<li class=\"in{depth}\">");
        if let Some(number) = block.number {
            let _ = write!(self.html, "<span class=\"nth\">{number}.</span> ");
        }
    }
}

/// Whether a cell of a table stands in another row than the one before it, by what is written between them.
fn begins_row(article: &Article, before: Span, cell: Span) -> bool {
    let (before, cell) = (article.place(before), article.place(cell));
    let between = Place { field: cell.field, span: Span { start: before.span.end, end: cell.span.start } };
    let between = article.written(between).to_ascii_lowercase();
    if between.contains("<t") { between.contains("<tr") } else { between.contains('\n') }
}

/// The id of an element of an article, before its number in the page is known.
pub(super) fn id(of: &str) -> String {
    format!("{NUMBER}-{of}")
}
