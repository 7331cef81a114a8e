//! `factlint explain-error`: what a kind of mistake means and what to do about it.

use super::flags::ExplainErrorFlags;
use super::{Outcome, print, terminal};
use crate::language::{Code, nearest};
use crate::lint::page::page;
use crate::report::drawing::Drawing;
use crate::report::mistake;
use miette::Severity;
use std::io::{self, Write};

/// Prints the page of a code, or the list of all.
pub(super) fn run(flags: &ExplainErrorFlags) -> io::Result<Outcome> {
    let Some(asked) = &flags.code else { return print(&mistake::list(None)) };
    if let Some(code) = Code::ALL.iter().find(|code| code.name() == asked) {
        return print(&mistake::page(&page(*code), terminal::output()));
    }
    let group = mistake::list(Some(asked));
    if !group.is_empty() {
        return print(&group);
    }
    let near = nearest(asked, Code::ALL.iter().map(|code| code.name()));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`factlint explain-error` lists the codes".to_owned(),
    };
    let drawing = Drawing::new(Severity::Error, &format!("there is no mistake `{asked}`")).help(&[help]);
    // Where standard error is closed, nobody is left to tell.
    let _ = write!(io::stderr(), "{}", drawing.draw(terminal::error()));
    Ok(Outcome::Failed)
}
