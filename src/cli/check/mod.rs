//! `factlint check`: what cannot be true.
//!
//! `checking` checks and reports articles side by side, `gathering` takes what comes of them in the order of the
//! input, `across` runs the rules across the archive in the end, `known` says what became of a baseline, and `spent`
//! where the time went.

mod across;
mod checking;
mod gathering;
mod known;
mod spent;
mod watch;

use super::across::Archive;
use super::cache::Cache;
use super::changes::{Changes, Unknown};
use super::document::Documents;
use super::flags::{CheckFlags, CheckFormat, FailOn, FormatTo};
use super::found::say_passed_over;
use super::input::{self, Manuscript, Unread};
use super::ledger::{self, Compared, Ledger};
use super::output::Output;
use super::rulebook::{Rulebook, say};
use super::sign::Signer;
use super::{Outcome, skips, terminal, today};
use crate::language::rule::Severity;
use crate::lint::stets::{Flaw, Tally};
use crate::report::drawing::Drawing;
use crate::report::{self, Backing, Format, RuleCard, Totals};
use checking::Checking;
use gathering::Gathering;
use spent::Spent;
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;
use watch::Rounds;

/// Checks all articles and prints what was found in the order of the input.
pub(super) fn run(flags: &CheckFlags) -> io::Result<Outcome> {
    if flags.watch { watch::run(flags) } else { once(flags, None) }
}

/// One run; where there were others before it, people are told what is new.
fn once(flags: &CheckFlags, mut rounds: Option<&mut Rounds>) -> io::Result<Outcome> {
    let begun = Instant::now();
    let mut tables = Vec::new();
    let book = Rulebook::open_noting(&flags.rules, &flags.only, &mut tables);
    if let Some(rounds) = &mut rounds {
        rounds.tables = tables;
    }
    let Some(book) = book else { return Ok(Outcome::Failed) };
    let Some(ledger) = Ledger::open(&book, &written_down(flags)) else { return Ok(Outcome::Failed) };
    if let Some(rounds) = &mut rounds {
        rounds.written_down = ledger.files().map(Path::to_owned).to_vec();
    }
    let changes = match changes(flags) {
        Ok(changes) => changes,
        Err(unknown) => {
            let help: Vec<String> = unknown.help.into_iter().collect();
            say(&Drawing::new(miette::Severity::Error, &unknown.message).help(&help));
            return Ok(Outcome::Failed);
        }
    };
    say_passed_over(&flags.rules.settings, &flags.articles.paths);
    let today = today(flags.today);
    let reads_input = flags.articles.paths.iter().any(|path| path.as_os_str() == "-");
    let signer = match flags.sign.stet.then(|| Signer::new(&flags.sign, today, reads_input)).transpose() {
        Ok(signer) => signer,
        Err(why) => {
            say(&Drawing::new(miette::Severity::Error, why));
            return Ok(Outcome::Failed);
        }
    };
    let human = [FormatTo { format: CheckFormat::Human, path: None }];
    let asked = if flags.formats.is_empty() { &human } else { flags.formats.as_slice() };
    let documents =
        if signer.is_some() { Ok(Documents::alone(Format::Human(terminal::output()))) } else { Documents::open(asked) };
    let documents = match documents {
        Ok(documents) => documents,
        Err(why) => {
            say(&Drawing::new(miette::Severity::Error, &why));
            return Ok(Outcome::Failed);
        }
    };
    let formats = documents.formats();
    // Few formats say anything of rules, above all of those that found nothing.
    let rules = if formats.iter().any(|format| format.tells_of_rules()) { cards(&book) } else { Vec::new() };
    let backing = Backing { rules, wording: book.settings.wording };
    let articles = book.articles(&flags.articles);
    let options = input::options(&articles);
    let mut identity = book.identity.clone();
    identity.add("options", format!("{options:?}").as_bytes());
    let cache = Cache::new(&flags.cache, identity);
    let late = signer.is_some();
    // Which of all files have changed is known of each as it comes.
    let counted = changes.is_none().then(|| input::count(&articles));
    let spent = Spent::default();
    let checking = Checking {
        flags,
        book: &book,
        ledger: &ledger,
        options: &options,
        changes,
        formats,
        backing,
        today,
        late,
        cache,
        spent,
    };
    let mut gathering = Gathering {
        checking: &checking,
        signer: signer.as_ref(),
        output: Output::new(!flags.quiet && signer.is_none(), counted),
        totals: Totals::default(),
        documents,
        tally: Tally::default(),
        compared: Compared::new(&ledger, book.narrowed()),
        asked: Vec::new(),
        left: Vec::new(),
        archive: Archive::default(),
        rounds,
    };
    gathering.documents.begin(&checking.backing.rules, &mut gathering.output)?;
    let loaded = begun.elapsed();
    let work = |found: Result<Manuscript<'_>, Unread>| {
        Spent::on(&checking.spent.all, || found.and_then(|found| checking.checked(found)))
    };
    input::each_unread(&articles, &options, checking.changes.as_ref(), work, |done| match done {
        Ok(done) => gathering.take(done),
        Err(unread) => {
            gathering.totals.unread += 1;
            gathering.output.complain(&unread)?;
            gathering.output.step();
            let (file, line) = unread.file();
            let told = report::Unread { name: &unread.name, file, line, message: &unread.error.message };
            gathering.documents.unread(told, &mut gathering.output)
        }
    })?;
    let (checked, count) = (begun.elapsed(), gathering.totals.articles);
    let outcome = gathering.finish()?;
    // Where standard error is closed, nobody is left to tell.
    if flags.stats {
        let steps = [loaded, checked.saturating_sub(loaded), begun.elapsed().saturating_sub(checked)];
        let _ = io::stderr().write_all(spent::times(steps, &checking.spent, count).as_bytes());
    }
    if flags.explain_skips {
        let _ = io::stderr().write_all(skips::page(flags, &book, &articles)?.as_bytes());
    }
    Ok(outcome)
}

/// What is asked of the files that findings are written down in.
fn written_down(flags: &CheckFlags) -> ledger::Asked<'_> {
    ledger::Asked {
        baseline: flags.baseline.as_deref(),
        write: flags.write_baseline.as_ref().map(Option::as_deref),
        isolated: flags.rules.settings.isolated,
        signs: flags.sign.stet,
    }
}

/// The lines that count, where not all do.
fn changes(flags: &CheckFlags) -> Result<Option<Changes>, Unknown> {
    match &flags.diff {
        Some(base) => Changes::since(base.as_deref()).map(Some),
        None if flags.staged => Changes::staged().map(Some),
        None => Ok(None),
    }
}

/// What the reports say of the rules.
fn cards(book: &Rulebook) -> Vec<RuleCard> {
    let rules = book.pack.rules.iter().map(|rule| RuleCard {
        id: rule.id.clone(),
        title: rule.title.clone(),
        why: rule.why.clone(),
        tags: rule.tags.clone(),
        severity: rule.severity,
    });
    let flaws = Flaw::ALL.iter().map(|flaw| RuleCard {
        id: flaw.id().to_owned(),
        title: flaw.title().to_owned(),
        why: flaw.why().to_owned(),
        tags: Vec::new(),
        severity: flaw.severity(),
    });
    rules.chain(flaws).collect()
}

/// The least grave finding that fails the run: as the command line says, else the settings.
pub(super) fn fail_on(book: &Rulebook, asked: Option<FailOn>) -> Option<Severity> {
    let settings = book.settings.fail_on.map_or(Some(Severity::Error), |settings| settings.0);
    asked.map_or(settings, FailOn::severity)
}

/// What a run comes to that found this.
pub(super) fn found(totals: &Totals, fail_on: Option<Severity>) -> Outcome {
    match fail_on {
        Some(severity) if totals.at_least(severity) > 0 => Outcome::Found,
        Some(_) | None => Outcome::Clean,
    }
}
