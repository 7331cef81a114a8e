//! `factlint check`: what cannot be true.

use super::flags::{CheckFlags, CheckFormat, FailOn};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::Rulebook;
use super::{Outcome, terminal};
use crate::language::rule::Severity;
use crate::lint::finding::Finding;
use crate::lint::{self, Linter, Note};
use crate::report::{self, Checked, Format, Totals};
use std::io;

/// What came of one article.
struct Done {
    report: String,
    findings: Vec<Finding>,
    remarks: Vec<Unread>,
}

/// Checks all articles and prints what was found in the order of the input.
pub(super) fn run(flags: &CheckFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &flags.only) else { return Ok(Outcome::Failed) };
    let format = format(flags.format);
    let mut output = Output::new(!flags.quiet);
    let mut totals = Totals::default();
    let mut between = Between { separator: format.between(), begun: false };
    output.put(format.opening())?;
    let work = |read: Result<Found, Unread>| read.map(|found| checked(&book.linter_for(&found.file), format, found));
    input::each(&flags.articles, work, |done| match done {
        Ok(done) => {
            totals.add(&done.findings);
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
        output.say(&format!("{totals}\n"))?;
    }
    let read = output.end()?;
    Ok(if read == Outcome::Failed { read } else { found(&totals, fail_on(&book, flags.fail_on)) })
}

fn checked(linter: &Linter, format: Format, Found { name, article, mut remarks, .. }: Found) -> Done {
    let lint::Checked { findings, notes } = linter.check(&article);
    let note = |note: &Note| Unread::new(name.clone(), format!("{}: {}", note.rule, note.text));
    remarks.extend(notes.iter().map(note));
    let report = format.article(Checked { name: &name, article: &article, findings: &findings });
    Done { report, findings, remarks }
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
