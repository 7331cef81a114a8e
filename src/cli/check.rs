//! `factlint check`: what cannot be true.

use super::flags::{CheckFlags, CheckFormat, FailOn};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::Rulebook;
use super::{Outcome, terminal, today};
use crate::language::rule::Severity;
use crate::lint::finding::Finding;
use crate::lint::stets::Desk;
use crate::lint::{self, Note};
use crate::report::{self, Checked, Format, Totals};
use jiff::civil::Date;
use std::io;

/// What came of one article.
struct Done {
    report: String,
    findings: Vec<Finding>,
    remarks: Vec<Unread>,
    /// How many rules were given up.
    given_up: usize,
}

/// Checks all articles and prints what was found in the order of the input.
pub(super) fn run(flags: &CheckFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &flags.only) else { return Ok(Outcome::Failed) };
    let format = format(flags.format);
    let mut output = Output::new(!flags.quiet);
    let mut totals = Totals::default();
    let mut between = Between { separator: format.between(), begun: false };
    output.put(format.opening())?;
    let checking = Checking { book: &book, format, show_stets: flags.show_stets, today: today(flags.today) };
    let work = |read: Result<Found, Unread>| read.map(|found| checking.checked(found));
    input::each(&flags.articles, work, |done| match done {
        Ok(done) => {
            totals.add(&done.findings);
            totals.given_up += done.given_up;
            output.remark(&done.remarks)?;
            output.write(&between.before(done.report))
        }
        Err(unread) => {
            totals.unread += 1;
            output.complain(&unread)?;
            let told = report::Unread { name: &unread.name, message: &unread.error.message };
            output.write(&between.before(format.unread(told)))
        }
    })?;
    output.put(&format.closing(&totals))?;
    let for_people = matches!(flags.format, CheckFormat::Human | CheckFormat::Short);
    if for_people && !flags.quiet {
        let more = if totals.stets > 0 && !flags.show_stets { " (--show-stets lists them)" } else { "" };
        output.say(&format!("{totals}{more}\n"))?;
    }
    let read = output.end()?;
    let whole = read != Outcome::Failed && totals.given_up == 0;
    Ok(if whole { found(&totals, fail_on(&book, flags.fail_on)) } else { Outcome::Failed })
}

/// How articles are checked and reported.
struct Checking<'c> {
    book: &'c Rulebook,
    format: Format,
    show_stets: bool,
    today: Date,
}

impl Checking<'_> {
    fn checked(&self, Found { name, file, article, mut remarks }: Found) -> Done {
        let linter = self.book.linter_for(&file);
        let lint::Checked { mut findings, notes } = linter.check(&article);
        let note = |note: &Note| {
            let help = format!("the other rules ran; `factlint rules plan {}` shows what it compares", note.rule);
            Unread::new(name.clone(), format!("{}: {}", note.rule, note.text)).help(help)
        };
        remarks.extend(notes.iter().map(note));
        if !article.comments.is_empty() {
            let flaws = self.book.flaws_for(&file);
            let narrowed = self.book.narrowed();
            let desk = Desk { linter: &linter, flaws: &flaws, today: self.today, narrowed };
            desk.settle(&article, &mut findings);
        }
        let checked = Checked { name: &name, article: &article, findings: &findings, notes: &notes };
        let mut report = self.format.article(checked);
        if self.show_stets {
            report.push_str(&self.format.stets(checked));
        }
        Done { report, findings, remarks, given_up: notes.len() }
    }
}

fn format(asked: CheckFormat) -> Format {
    match asked {
        CheckFormat::Human => Format::Human(terminal::output()),
        CheckFormat::Short => Format::Short,
        CheckFormat::Json => Format::Json,
        CheckFormat::Jsonl => Format::Jsonl,
    }
}

/// The least grave finding that fails the run: as the command line says, else the settings.
fn fail_on(book: &Rulebook, asked: Option<FailOn>) -> Option<Severity> {
    let settings = book.settings.fail_on.map_or(Some(Severity::Error), |settings| settings.0);
    asked.map_or(settings, FailOn::severity)
}

fn found(totals: &Totals, fail_on: Option<Severity>) -> Outcome {
    match fail_on {
        Some(severity) if totals.at_least(severity) > 0 => Outcome::Found,
        Some(_) | None => Outcome::Clean,
    }
}

/// Puts a separator between what is not empty.
struct Between {
    separator: &'static str,
    begun: bool,
}

impl Between {
    fn before(&mut self, text: String) -> String {
        if text.is_empty() || self.separator.is_empty() || !std::mem::replace(&mut self.begun, true) {
            return text;
        }
        format!("{}{text}", self.separator)
    }
}
