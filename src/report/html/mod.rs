//! A page for people who have never seen a terminal: the article as it reads, every place marked, and what to do.
//!
//! It is one file that asks for nothing from elsewhere, reads well without its script, and can be sent by mail. What is
//! said of an article is drawn on its own and held back; the page is made of all of them at the end, with an index before
//! them. `report.css` and `report.js` are put into it as they are.

mod entry;
mod escape;
mod fact;
mod finding;
mod head;
mod index;
mod layers;
mod outside;
mod story;
#[cfg(test)]
mod tests;
mod understood;

use super::{Checked, Totals, Unread};
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::text::Text;
use entry::Entry;
use finding::Numbered;
use std::fmt::Write;
use story::Story;

/// What stands in the ids of an article for its number in the page, which is known at the end. No words hold it: what
/// [`escape`] lets through has no control characters.
const NUMBER: char = '\u{1}';
/// What ends the index entry, the findings and the story of an article that is held back.
const ENDS: char = '\u{1e}';
/// Facts are listed as long as the page has fewer bytes than this: a page that no browser opens is of no use.
const LISTED: usize = 24 << 20;

/// What is held back of one article. Articles without anything to say have an entry in the index alone.
pub(super) fn article(checked: Checked<'_>) -> String {
    let entry = Entry::of(checked);
    let mut held = entry.written();
    if checked.findings.is_empty() && checked.known.is_empty() && checked.notes.is_empty() {
        return held;
    }
    let numbered = numbered(checked);
    let text = Text::read(checked.article);
    let facts = Facts::read_as(&text, &checked.backing.wording, Wanted::ALL);
    let told = fact::told(&text, &facts);
    let story = if numbered.is_empty() { Story::default() } else { Story::new(checked, &numbered, &told) };
    for part in [&finding::list(checked, &numbered), &story.html, &fact::table(checked.name, &told, &story.shown)] {
        held.push(ENDS);
        held.push_str(part);
    }
    held
}

/// What is held back of an article that could not be read.
pub(super) fn unread(unread: Unread<'_>) -> String {
    Entry::unread(unread).written()
}

/// The whole page.
pub(super) fn closing(totals: &Totals, held: &[String]) -> String {
    let mut articles: Vec<_> = held.iter().filter_map(|held| Held::read(held)).collect();
    let mut number = 0;
    for held in articles.iter_mut().filter(|held| !held.findings.is_empty()) {
        number += 1;
        held.number = number;
    }
    let alone = articles.len() == 1 && number == 1;
    let entries: Vec<_> = articles.iter().map(|held| (held.number, &held.entry)).collect();
    let mut page = head::opening(totals, &entries, alone);
    if !alone {
        page.push_str(&index::sections(&entries));
    }
    let mut left_out = 0;
    for held in articles.iter().filter(|held| held.number > 0) {
        let prefix = format!("a{}", held.number);
        page.push_str(&head::of_article(held.number, &held.entry, alone));
        page.push_str(&held.findings.replace(NUMBER, &prefix));
        page.push_str("<div class=\"page\">\n");
        page.push_str(&held.story.replace(NUMBER, &prefix));
        if page.len() < LISTED {
            page.push_str(&held.facts.replace(NUMBER, &prefix));
        } else {
            left_out += usize::from(!held.facts.is_empty());
        }
        page.push_str("</div>\n</div>\n</section>\n");
    }
    if left_out > 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "<p class=\"aside\">To keep this file small, the facts of {left_out} articles are not listed.</p>"
        );
    }
    page.push_str(&head::closing(totals));
    page
}

/// What was held back of an article, told apart again.
struct Held<'h> {
    /// Its number in the page; zero where it has nothing there.
    number: usize,
    entry: Entry,
    findings: &'h str,
    story: &'h str,
    facts: &'h str,
}

impl<'h> Held<'h> {
    fn read(held: &'h str) -> Option<Self> {
        let mut parts = held.split(ENDS);
        let entry = Entry::read(parts.next()?)?;
        let mut next = || parts.next().unwrap_or_default();
        Some(Self { number: 0, entry, findings: next(), story: next(), facts: next() })
    }
}

/// The findings of an article with the names that they have in the page, those that stand last.
fn numbered(checked: Checked<'_>) -> Vec<Numbered<'_>> {
    let of = |stands: bool| checked.findings.iter().filter(move |finding| finding.stet.is_some() == stands);
    let live = of(false).enumerate().map(|(at, finding)| Numbered::new((at + 1).to_string(), finding));
    let standing = of(true).enumerate().map(|(at, finding)| Numbered::new(format!("S{}", at + 1), finding));
    live.chain(standing).collect()
}
