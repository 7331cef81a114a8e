//! The command line: the world in, the world out.
//!
//! This floor alone reads files, writes to streams, looks at the terminal and exits. One file a
//! command; `flags` says what can be asked for, `input` reads articles side by side.

mod across;
mod archive;
mod cache;
mod changes;
mod check;
mod complaint;
mod doc;
mod document;
mod explain;
mod explain_across;
mod explain_error;
mod facts;
mod fix;
mod flags;
mod fmt;
mod found;
mod init;
mod input;
mod ledger;
mod output;
mod page;
mod progress;
mod rows;
mod rulebook;
mod rules;
mod sign;
mod skips;
mod stats;
mod terminal;
mod test;
mod walk;
mod watch;
mod whole;

use crate::language::textmate;
use crate::report::schema;
use clap::Parser;
use flags::{Command, Flags, SchemaFormat};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::{self, Write};
use std::process::ExitCode;

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything was done and there is nothing to say.
    Clean,
    /// Everything was done and something was found.
    Found,
    /// Something could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Found => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    let flags = Flags::parse();
    terminal::colour(flags.color);
    let done = match flags.command {
        Command::Check(flags) => check::run(&flags),
        Command::Fix(flags) => fix::run(&flags),
        Command::Facts(flags) => facts::run(&flags),
        Command::Explain(flags) => explain::run(&flags),
        Command::ExplainError(flags) => explain_error::run(&flags),
        Command::Rules(flags) => rules::run(&flags),
        Command::Test(flags) => test::run(&flags),
        Command::Fmt(flags) => fmt::run(&flags),
        Command::Doc(flags) => doc::run(&flags),
        Command::Init(flags) => init::run(&flags),
        Command::Completions(flags) => page::completions(flags.shell),
        Command::Man(flags) => page::man(flags.command.as_deref()),
        Command::Schema(flags) => print(&match flags.format {
            SchemaFormat::Human => schema::page(),
            SchemaFormat::Json => schema::json(),
            SchemaFormat::Textmate => textmate(),
        }),
    };
    let outcome = done.unwrap_or_else(|error| {
        // Whoever closes the pipe has read enough and needs no message, yet the run is not whole.
        if error.kind() != io::ErrorKind::BrokenPipe {
            let _ = writeln!(io::stderr(), "factlint: cannot write the output: {error}");
        }
        Outcome::Failed
    });
    outcome.into()
}

/// The day that is asked for, else today's.
fn today(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| TimeZone::UTC.to_datetime(Timestamp::now()).date())
}

/// Prints a page that was asked for.
fn print(page: &str) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(page.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Clean)
}
