//! The findings of an article as `check` would report them.

use crate::article::Article;
use crate::cli::input::Unread;
use crate::cli::ledger::Ledger;
use crate::cli::rulebook::Rulebook;
use crate::lint::finding::Finding;
use crate::lint::known::{Filed, quoted};
use crate::lint::stets::Desk;
use crate::lint::{self, Linter};
use jiff::civil::Date;
use std::sync::Arc;

/// What articles are checked by.
pub(super) struct Checker<'c> {
    pub(super) book: &'c Rulebook,
    pub(super) ledger: &'c Ledger,
    pub(super) today: Date,
}

/// What came of an article.
pub(super) struct Checked {
    pub(super) findings: Vec<Finding>,
    /// Where it is filed in the baseline.
    pub(super) filed: Filed,
    pub(super) linter: Arc<Linter>,
    /// What is said of rules that were given up.
    pub(super) given_up: Vec<Unread>,
}

impl Checker<'_> {
    /// All findings, those that stand among them.
    pub(super) fn check(&self, name: &str, file: &str, article: &Article) -> Checked {
        let linter = self.book.linter_for(file);
        let lint::Checked { mut findings, notes, .. } = linter.check(article);
        let [stets, filed] = self.ledger.filed(file, name, article, false);
        if !article.comments.is_empty() || !self.ledger.signed.entries.is_empty() {
            let (flaws, narrowed) = (self.book.flaws_for(file), self.book.narrowed());
            let (signed, today) = (&self.ledger.signed, self.today);
            Desk { linter: &linter, flaws: &flaws, signed, today, narrowed }.settle(article, &stets, &mut findings);
        }
        let given_up = notes.iter().map(|note| Unread::new(name.to_owned(), format!("{}: {}", note.rule, note.text)));
        Checked { findings, filed, given_up: given_up.collect(), linter }
    }
}

/// How a finding is known again once the article has changed.
pub(super) type Key = (String, Vec<String>);

pub(super) fn key(article: &Article, finding: &Finding) -> Key {
    (finding.rule.clone(), quoted(article, finding))
}

/// The findings of `after` that none of `before` is; each of those is one of them only once.
pub(super) fn without(after: Vec<Finding>, article: &Article, mut before: Vec<Key>) -> (Vec<Finding>, Vec<Finding>) {
    after.into_iter().partition(|finding| {
        let key = key(article, finding);
        let at = before.iter().position(|known| *known == key);
        at.map(|at| before.swap_remove(at)).is_none()
    })
}
