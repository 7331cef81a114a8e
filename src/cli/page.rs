//! Completions and the man page, both made of the flags.

use super::flags::Flags;
use super::rulebook::say;
use super::{Outcome, print};
use crate::report::drawing::Drawing;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

/// Prints what a shell completes.
pub(super) fn completions(shell: Shell) -> io::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Flags::command(), "factlint", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Prints the man page of all of factlint, or of one command.
pub(super) fn man(name: Option<&str>) -> io::Result<Outcome> {
    let mut all = Flags::command();
    all.build();
    let found = match name {
        None => Some(all.clone()),
        Some(name) => all.find_subcommand(name).cloned(),
    };
    let Some(command) = found else {
        let names: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
        let help = format!("there are {}", names.join(", "));
        let message = format!("there is no command `{}`", name.unwrap_or_default());
        say(&Drawing::new(miette::Severity::Error, &message).help(&[help]));
        return Ok(Outcome::Failed);
    };
    let mut page = Vec::new();
    // Its own date would change with every day that it is printed on.
    Man::new(command).date("").render(&mut page)?;
    print(&String::from_utf8_lossy(&page))
}
