//! What rules across the archive find, reported after the findings of all articles by themselves.

use super::checking::{Checking, Done};
use super::gathering::Gathering;
use crate::cli::across::{Joining, OfArticle};
use crate::lint::finding::Elsewhere;
use std::io;

impl Gathering<'_> {
    /// Runs the rules across the archive over what the articles gave, and reports what they find.
    pub(super) fn across(&mut self) -> io::Result<()> {
        let checking = self.checking;
        let archive = std::mem::take(&mut self.archive);
        let Joining { found, unread, given_up } = archive.joined(checking.book, checking.options);
        self.totals.given_up += given_up.len();
        self.output.remark(&given_up)?;
        for unread in unread {
            self.totals.unread += 1;
            self.output.complain(&unread)?;
        }
        found.into_iter().try_for_each(|of| self.take(reported(checking, of)))?;
        let (rounds, shown) = (&mut self.rounds, self.documents.shown());
        let Some((rounds, shown)) = rounds.as_mut().zip(shown) else { return Ok(()) };
        let mut said = vec![String::new(); checking.formats.len()];
        said.get_mut(shown).into_iter().for_each(|said| *said = rounds.end_across());
        self.documents.article(said, &mut self.output)
    }
}

/// The findings of an article as they are reported.
fn reported(checking: &Checking<'_>, OfArticle { article, mut findings, had }: OfArticle) -> Done {
    let Elsewhere { name, file, article } = &*article;
    let linter = checking.book.linter_for(file);
    let filed = checking.ledger.filed(file, name, article, checking.late);
    let flaws = checking.book.flaws_for(file);
    let [stets, _] = &filed;
    let fates = checking.desk(&linter, &flaws).let_across(article, stets, &mut findings);
    Done {
        name: name.clone(),
        file: file.clone(),
        filed,
        article: article.clone(),
        linter,
        findings,
        known: Vec::new(),
        unchanged: 0,
        fates,
        reports: None,
        remarks: Vec::new(),
        notes: Vec::new(),
        given: Vec::new(),
        origin: None,
        again: Some(Again { had_findings: had }),
    }
}

/// That an article is reported on once more.
pub(super) struct Again {
    /// Whether something was found in it by itself.
    pub(super) had_findings: bool,
}
