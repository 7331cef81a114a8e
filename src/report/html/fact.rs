//! The facts that were read in an article, for whoever wants to see them.

use super::escape::words;
use super::story::id;
use super::understood;
use crate::facts::Facts;
use crate::facts::schema::Kind;
use crate::report::facts::{Record, records};
use crate::source::Span;
use crate::text::Text;
use std::fmt::Write;

/// A fact as people are told of it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    number: usize,
    /// Index into the article's blocks.
    pub(super) block: usize,
    /// Its words in the reading text, as far as they stand in that block.
    pub(super) span: Span,
    words: &'a str,
    kind: &'static str,
    about: &'static str,
    understood: String,
    /// Whether it is shown in the text: figures, times, people and places.
    pub(super) inline: bool,
}

impl Told<'_> {
    pub(super) fn id(&self) -> String {
        id(&format!("k{}", self.number))
    }

    /// "count: 40,000 or more".
    pub(super) fn in_short(&self) -> String {
        if self.understood.is_empty() { self.kind.to_owned() } else { format!("{}: {}", self.kind, self.understood) }
    }
}

/// All facts of an article, by place.
pub(super) fn told<'a>(text: &'a Text<'a>, facts: &'a Facts) -> Vec<Told<'a>> {
    let article = text.article;
    let mut told: Vec<Told<'a>> = Vec::new();
    for record in records(text, facts) {
        let block = article.blocks.partition_point(|block| block.span.end <= record.read.start);
        let Some(all) = article.blocks.get(block).map(|block| block.span) else { continue };
        let span = Span { start: record.read.start.max(all.start), end: record.read.end.min(all.end) };
        if span.is_empty() {
            continue;
        }
        told.push(Told {
            number: told.len() + 1,
            block,
            span,
            words: span.of(&article.text),
            kind: record.kind,
            about: about(record.kind),
            understood: understood::value(&record),
            inline: is_inline(&record),
        });
    }
    told
}

fn about(kind: &str) -> &'static str {
    Kind::ALL.iter().find(|known| known.word() == kind).map_or("", |kind| kind.schema().about)
}

fn is_inline(record: &Record<'_>) -> bool {
    record.figure.is_some() || record.timex.is_some() || matches!(record.kind, "person" | "location")
}

/// A table of the facts in the blocks that are shown, to open on demand.
pub(super) fn table(name: &str, told: &[Told<'_>], shown: &[bool]) -> String {
    let shown: Vec<_> = told.iter().filter(|fact| shown.get(fact.block).is_some_and(|shown| *shown)).collect();
    if shown.is_empty() {
        return String::new();
    }
    let count = if shown.len() == 1 { "1 fact was".to_owned() } else { format!("{} facts were", shown.len()) };
    let mut html = format!(
        "<details class=\"facts\"><summary>{count} read in this text</summary>\n<p class=\"aside\">This is how the program \
         understood the article. Findings rest on these facts alone.</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Facts in {}\"><table>\n<thead><tr><th scope=\"col\">In the article</th><th scope=\"col\">Read as</th><th scope=\"col\">\
         Understood</th></tr></thead>\n<tbody>\n",
        words(name)
    );
    for fact in shown {
        let said = super::escape::apart(&super::finding::quoted(fact.words));
        let said = if fact.inline { format!("<a href=\"#{}\">{said}</a>", fact.id()) } else { said };
        // Writing to a string cannot fail.
        let _ = writeln!(
            html,
            "<tr><td>{said}</td><td><b>{}</b> <span class=\"at\">{}</span></td><td>{}</td></tr>",
            words(fact.kind),
            words(fact.about),
            words(&fact.understood)
        );
    }
    html + "</tbody>\n</table></div>\n</details>\n"
}
