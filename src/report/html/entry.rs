//! What the index of a page says of one article.

use crate::article::Part;
use crate::language::rule::Severity;
use crate::lint::finding::Finding;
use crate::report::{Checked, Unread};
use serde::{Deserialize, Serialize};

/// One article in the index; it is held back as JSON, in front of what the page shows of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Where it was read.
    pub(super) name: String,
    /// Its headline; empty where it has none.
    pub(super) headline: String,
    /// Its date; empty where it has none.
    pub(super) published: String,
    /// Errors, warnings and notes.
    pub(super) counts: [usize; 3],
    /// Findings that are let stand.
    pub(super) stets: usize,
    /// Findings that the baseline knows.
    pub(super) known: usize,
    /// The rules that were given up on it.
    pub(super) given_up: usize,
    /// The rules that found something, each once.
    pub(super) rules: Vec<Tally>,
    /// Why it could not be read, where it could not.
    pub(super) unread: Option<String>,
}

/// How often a rule found something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tally {
    /// The rule's id.
    pub(super) rule: String,
    /// Its title; its id where it has none.
    pub(super) title: String,
    /// Its findings: errors, warnings and notes.
    pub(super) counts: [usize; 3],
}

impl Entry {
    pub(super) fn of(checked: Checked<'_>) -> Self {
        let mut entry = Self {
            name: checked.name.to_owned(),
            headline: headline(checked),
            published: checked.article.published.map(|day| day.to_string()).unwrap_or_default(),
            known: checked.known.len(),
            given_up: checked.notes.len(),
            ..Self::default()
        };
        for finding in checked.findings {
            if finding.stet.is_some() {
                entry.stets += 1;
            } else {
                entry.add(checked, finding);
            }
        }
        entry
    }

    pub(super) fn unread(unread: Unread<'_>) -> Self {
        Self { name: unread.name.to_owned(), unread: Some(unread.message.to_owned()), ..Self::default() }
    }

    fn add(&mut self, checked: Checked<'_>, finding: &Finding) {
        add(&mut self.counts, grade(finding.severity), 1);
        let known = self.rules.iter().position(|tally| tally.rule == finding.rule);
        if known.is_none() {
            let title = checked.backing.card(&finding.rule).map_or(&finding.rule, |card| &card.title);
            self.rules.push(Tally { rule: finding.rule.clone(), title: title.clone(), counts: [0; 3] });
        }
        let tally = known.unwrap_or(self.rules.len() - 1);
        if let Some(tally) = self.rules.get_mut(tally) {
            add(&mut tally.counts, grade(finding.severity), 1);
        }
    }

    /// Whether there is anything to look at.
    pub(super) fn is_clean(&self) -> bool {
        self.counts == [0; 3] && self.unread.is_none()
    }

    /// What it is called: its headline, else where it was read.
    pub(super) fn title(&self) -> &str {
        if self.headline.is_empty() { &self.name } else { &self.headline }
    }

    /// As it is held back.
    pub(super) fn written(&self) -> String {
        // JSON escapes the control characters that tell what is held back apart. Plain data cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Read from what was held back.
    pub(super) fn read(held: &str) -> Option<Self> {
        serde_json::from_str(held).ok()
    }
}

/// The place of a severity among the counts.
pub(super) fn grade(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Note => 2,
    }
}

pub(super) fn add(counts: &mut [usize; 3], grade: usize, more: usize) {
    if let Some(count) = counts.get_mut(grade) {
        *count += more;
    }
}

fn headline(checked: Checked<'_>) -> String {
    let article = checked.article;
    let block = article.blocks.iter().find(|block| block.part == Part::Headline);
    let words = block.map(|block| block.span.of(&article.text)).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
