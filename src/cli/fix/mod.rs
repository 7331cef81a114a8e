//! `factlint fix`: words replaced as the rules suggest, where somebody wants it.
//!
//! `checker` finds what `check` would report, `picking` says which suggestions are taken, and `file` writes them.

mod checker;
mod file;
mod picking;

use super::check::{fail_on, found};
use super::flags::FixFlags;
use super::found::say_passed_over;
use super::input::{self, Found, Unread};
use super::ledger::{self, Compared, Ledger};
use super::output::Output;
use super::rulebook::{Rulebook, say};
use super::{Outcome, today};
use crate::article::Article;
use crate::lint::baseline::Known;
use crate::lint::finding::Finding;
use crate::lint::known::quoted;
use crate::report::Totals;
use crate::report::drawing::Drawing;
use checker::{Checker, Key, key};
use file::Mender;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, IsTerminal};

/// An article with findings that come with suggestions.
struct Offer {
    name: String,
    article: Article,
    /// The findings that are reported.
    findings: Vec<Finding>,
    /// Those that stand, for the totals.
    stand: Vec<Finding>,
    /// Those that the baseline knows.
    known: Vec<Key>,
}

/// Shows all suggestions, applies those that are picked, and says what remains.
pub(super) fn run(flags: &FixFlags) -> io::Result<Outcome> {
    if let Some((message, help)) = refused(flags) {
        say(&Drawing::new(miette::Severity::Error, message).help(&[help.to_owned()]));
        return Ok(Outcome::Failed);
    }
    let Some(book) = Rulebook::open(&flags.rules, &flags.only) else { return Ok(Outcome::Failed) };
    let whole = if flags.only.is_empty() { None } else { Rulebook::open(&flags.rules, &[]) };
    let asked = ledger::Asked {
        baseline: flags.baseline.as_deref(),
        isolated: flags.rules.settings.isolated,
        ..ledger::Asked::default()
    };
    let Some(ledger) = Ledger::open(&book, &asked) else { return Ok(Outcome::Failed) };
    say_passed_over(&flags.rules.settings, &flags.articles.paths);
    let today = today(flags.today);
    let checker = Checker { book: &book, ledger: &ledger, today };
    let articles = book.articles(&flags.articles);
    let mut output = Output::new(!flags.quiet, Some(input::count(&articles)));
    let mut totals = Totals::default();
    let mut compared = Compared::new(&ledger, book.narrowed());
    let mut given_up = 0;
    let mut files: Vec<(String, Vec<Offer>)> = Vec::new();
    let work = |read: Result<Found, Unread>| {
        read.map(|found| {
            let came = checker.check(&found.name, &found.file, &found.article);
            (found, came)
        })
    };
    input::each(&articles, None, work, |done| {
        output.step();
        let (Found { name, file, article, remarks, .. }, came) = match done {
            Ok(done) => done,
            Err(unread) => {
                totals.unread += 1;
                return output.complain(&unread);
            }
        };
        given_up += came.given_up.len();
        output.remark(&remarks)?;
        output.remark(&came.given_up)?;
        compared.ran(&came.filed, &came.linter);
        let (stand, live): (Vec<_>, Vec<_>) = came.findings.into_iter().partition(|finding| finding.stet.is_some());
        let (known, findings): (Vec<_>, Vec<_>) = live.into_iter().partition(|finding| {
            let words = quoted(&article, finding);
            compared.knows(&Known { filed: came.filed.clone(), rule: finding.rule.clone(), words })
        });
        totals.known += known.len();
        if findings.iter().all(|finding| finding.suggestions.is_empty()) {
            totals.add(&[findings, stand].concat());
            return Ok(());
        }
        let known = known.iter().map(|finding| key(&article, finding)).collect();
        let offer = Offer { name, article, findings, stand, known };
        match files.last_mut() {
            Some((last, offers)) if *last == file => offers.push(offer),
            Some(_) | None => files.push((file, vec![offer])),
        }
        Ok(())
    })?;
    output.rest();
    let whole = whole.as_ref().map(|book| Checker { book, ledger: &ledger, today });
    let mut mender = Mender {
        flags,
        options: input::options(&articles),
        checker,
        whole,
        output,
        totals,
        seen: HashSet::new(),
        applied: 0,
        written: 0,
        left: BTreeMap::new(),
        failed: false,
        quit: false,
    };
    files.into_iter().try_for_each(|(file, offers)| mender.file(&file, offers))?;
    let (totals, failed) = (mender.totals, mender.failed || given_up > 0);
    mender.report()?;
    Ok(match mender.output.end()? {
        Outcome::Clean if !failed => found(&totals, fail_on(&book, flags.fail_on)),
        Outcome::Clean | Outcome::Found | Outcome::Failed => Outcome::Failed,
    })
}

/// What cannot be done as it is asked for, and what can.
fn refused(flags: &FixFlags) -> Option<(&'static str, &'static str)> {
    if flags.articles.paths.iter().any(|path| path.as_os_str() == "-") {
        return Some(("standard input cannot be mended", "give files or folders"));
    }
    let asks = !flags.yes && !flags.diff;
    let terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    (asks && !terminal).then_some((
        "fix asks on a terminal which suggestions to apply, and there is none",
        "`--rule RULE --yes` applies what a rule suggests unasked, `--diff` shows what there is",
    ))
}
