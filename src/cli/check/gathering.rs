//! What is done with articles one after the other, in the order of the input.

use super::checking::{Checking, Done};
use super::known::{findings, no_longer_found};
use super::watch::Rounds;
use super::{fail_on, found};
use crate::cli::across::Archive;
use crate::cli::cache::Cache;
use crate::cli::document::Documents;
use crate::cli::ledger::Compared;
use crate::cli::output::Output;
use crate::cli::rulebook::say;
use crate::cli::sign::{Asked, Signer};
use crate::cli::{Outcome, terminal};
use crate::lint::baseline::Known;
use crate::lint::finding::Finding;
use crate::lint::known::quoted;
use crate::lint::stets::{Flaw, Tally};
use crate::report::drawing::Drawing;
use crate::report::{Checked, Format, Totals};
use std::io;

/// What is done with articles one after the other, once they are checked.
pub(super) struct Gathering<'r> {
    pub(super) checking: &'r Checking<'r>,
    pub(super) signer: Option<&'r Signer>,
    pub(super) output: Output,
    pub(super) totals: Totals,
    pub(super) documents: Documents,
    pub(super) tally: Tally,
    pub(super) compared: Compared,
    /// The findings that may be let stand.
    pub(super) asked: Vec<Asked>,
    /// How many findings the articles of those have.
    pub(super) left: Vec<usize>,
    /// What rules across the archive will need.
    pub(super) archive: Archive,
    /// What was printed before, where the articles are checked again and again.
    pub(super) rounds: Option<&'r mut Rounds>,
}

impl Gathering<'_> {
    pub(super) fn take(&mut self, mut done: Done) -> io::Result<()> {
        self.tally.add(&done.fates);
        if self.checking.ledger.baseline.is_some() {
            self.compare(&mut done);
        }
        if done.reports.is_none() {
            self.checking.leave_out_unchanged(&mut done);
        }
        self.totals.unchanged += done.unchanged;
        match &done.again {
            Some(again) => self.totals.add_again(&done.findings, again.had_findings),
            None => self.totals.add(&done.findings),
        }
        let found = done.findings.iter().any(|finding| finding.stet.is_none());
        self.archive.keep((&done.name, &done.file), &done.article, done.origin.as_ref(), &done.given, found);
        self.totals.given_up += done.notes.len();
        self.output.remark(&done.remarks)?;
        if let Some(signer) = self.signer {
            self.ask_later(&done);
            if signer.asks {
                return Ok(());
            }
        }
        let kept = self.checking.cache.as_ref().map_or(Ok(()), Cache::write_meanwhile);
        self.say_unkept(kept)?;
        let mut reports = done.reports.take().unwrap_or_else(|| self.checking.reports(&done));
        if let Some(rounds) = &mut self.rounds
            && let Some(report) = self.documents.shown().and_then(|shown| reports.get_mut(shown))
        {
            match done.again {
                Some(_) => rounds.news_across(&done.name, report),
                None => rounds.news(&done.name, report),
            }
        }
        if done.again.is_none() {
            self.output.step();
        }
        self.documents.article(reports, &mut self.output)
    }

    /// Leaves out the findings that the baseline knows.
    fn compare(&mut self, done: &mut Done) {
        let [_, filed] = &done.filed;
        self.compared.ran(filed, &done.linter);
        let writes = self.checking.ledger.writes();
        let (compared, totals, article) = (&mut self.compared, &mut self.totals, &done.article);
        let (known, left) = std::mem::take(&mut done.findings).into_iter().partition(|finding| {
            if finding.stet.is_some() {
                return false;
            }
            let words = quoted(article, finding);
            let known = compared.knows(&Known { filed: filed.clone(), rule: finding.rule.clone(), words });
            totals.known += usize::from(known || writes);
            known || writes
        });
        (done.known, done.findings) = (known, left);
    }

    /// Keeps the findings of an article to ask for them.
    fn ask_later(&mut self, done: &Done) {
        let [filed, _] = &done.filed;
        let about_stets = |finding: &Finding| Flaw::ALL.iter().any(|flaw| flaw.id() == finding.rule);
        let (article, live) = (self.left.len(), done.findings.iter().filter(|finding| finding.stet.is_none()));
        self.left.push(live.clone().count());
        for finding in live.filter(|finding| !about_stets(finding)) {
            let one = std::slice::from_ref(finding);
            self.asked.push(Asked {
                filed: filed.clone(),
                rule: finding.rule.clone(),
                words: quoted(&done.article, finding),
                shown: Format::Human(terminal::output()).article(Checked {
                    name: &done.name,
                    file: &done.file,
                    article: &done.article,
                    findings: one,
                    known: &[],
                    notes: &[],
                    backing: &self.checking.backing,
                }),
                severity: finding.severity,
                article,
            });
        }
    }

    /// Says that the cache could not be written. The findings are whole without it.
    fn say_unkept(&mut self, kept: Result<(), String>) -> io::Result<()> {
        match kept {
            Err(why) if !self.checking.flags.quiet => {
                let help = "nothing is missing from what is found; the next run will be slow again".to_owned();
                let drawing = Drawing::new(miette::Severity::Warning, &why).help(&[help]);
                self.output.say(&drawing.draw(terminal::error()))
            }
            Err(_) | Ok(()) => Ok(()),
        }
    }

    pub(super) fn finish(mut self) -> io::Result<Outcome> {
        let flags = self.checking.flags;
        self.across()?;
        self.report_signed()?;
        let mut whole = self.totals.given_up == 0;
        if let Some(signer) = self.signer {
            whole &= self.sign(signer)?;
        }
        let for_people = self.documents.are_for_people();
        let documents = std::mem::replace(&mut self.documents, Documents::none());
        if let Err(why) = documents.end(&self.totals, &mut self.output)? {
            self.output.flush()?;
            say(&Drawing::new(miette::Severity::Error, &why));
            whole = false;
        }
        if for_people && !flags.quiet {
            let more = if self.totals.stets > 0 && !flags.show_stets && self.signer.is_none() {
                " (--show-stets lists what stands)"
            } else {
                ""
            };
            self.output.say(&format!("{}{more}\n", self.totals))?;
        }
        whole &= self.baseline()?;
        let kept = self.checking.cache.as_ref().map_or(Ok(()), Cache::write);
        self.say_unkept(kept)?;
        let fail_on = fail_on(self.checking.book, flags.fail_on);
        Ok(match self.output.end()? {
            Outcome::Failed => Outcome::Failed,
            Outcome::Clean | Outcome::Found if !whole => Outcome::Failed,
            Outcome::Clean | Outcome::Found => found(&self.totals, fail_on),
        })
    }

    /// Reports what is wrong with signed stets, as findings of their file.
    fn report_signed(&mut self) -> io::Result<()> {
        let checking = self.checking;
        let Some(article) = checking.ledger.signed.article() else { return Ok(()) };
        let linter = checking.book.linter_for(&article.id);
        let flaws = checking.book.flaws_for(&article.id);
        let findings = checking.desk(&linter, &flaws).flaws_of(&self.tally);
        if findings.is_empty() {
            return Ok(());
        }
        self.totals.add_beside(&findings);
        let reports = checking.drawn(Checked {
            name: &article.id,
            file: &article.id,
            article: &article,
            findings: &findings,
            known: &[],
            notes: &[],
            backing: &checking.backing,
        });
        self.documents.article(reports, &mut self.output)
    }

    /// Lets findings stand as they are asked for; whether the file could be written.
    fn sign(&mut self, signer: &Signer) -> io::Result<bool> {
        let entries = if signer.asks {
            self.output.flush()?;
            let decided = signer.ask(&self.asked, &mut io::stdin().lock(), &mut io::stderr().lock())?;
            decided.into_iter().zip(&self.asked).filter_map(|(entry, asked)| Some((entry?, asked))).collect::<Vec<_>>()
        } else {
            signer.all(&self.asked).into_iter().zip(&self.asked).collect()
        };
        if entries.is_empty() {
            return Ok(true);
        }
        for (_, asked) in &entries {
            let left = self.left.get_mut(asked.article).map(|left| {
                *left = left.saturating_sub(1);
                *left
            });
            self.totals.let_stand(asked.severity, left == Some(0));
        }
        let entries: Vec<_> = entries.into_iter().map(|(entry, _)| entry).collect();
        let Some(file) = self.checking.ledger.sign(&entries) else { return Ok(false) };
        let count = entries.len();
        let stets = if count == 1 { "1 stet".to_owned() } else { format!("{count} stets") };
        self.output.say(&format!("{stets} signed by {} in {file}\n", signer.who))?;
        Ok(true)
    }

    /// Says what the baseline holds and is no longer found, and writes it anew where that is asked for;
    /// whether it could be written.
    fn baseline(&mut self) -> io::Result<bool> {
        let ledger = self.checking.ledger;
        let gone = self.compared.gone(ledger);
        if ledger.writes() {
            let Some(file) = ledger.write(&self.compared) else { return Ok(false) };
            if !self.checking.flags.quiet {
                self.output.say(&format!("{} written to {file}\n", findings(self.compared.count())))?;
            }
        }
        if !self.checking.flags.quiet && gone.count() > 0 {
            self.output.say(&no_longer_found(&gone, ledger.writes()))?;
        }
        Ok(true)
    }
}
