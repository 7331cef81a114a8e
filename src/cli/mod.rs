//! The command line: the world in, the world out.
//!
//! This floor alone reads files, writes to streams, looks at the terminal and exits. One file a
//! command; [`flags`] says what can be asked for.

mod facts;
mod flags;
mod input;

use clap::Parser;
use flags::{Command, Flags};
use std::io::{self, Write};
use std::process::ExitCode;

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything was done and there is nothing to say.
    Clean,
    /// Something could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Failed => Self::from(2),
        }
    }
}

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    let flags = Flags::parse();
    let done = match flags.command {
        Command::Facts(flags) => facts::run(&flags),
    };
    match done {
        Ok(outcome) => outcome.into(),
        // Whoever reads our output has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write the output: {error}"));
            Outcome::Failed.into()
        }
    }
}

/// Says on standard error what went wrong. Where even that is closed, nobody is left to tell.
fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "factlint: {message}");
}
