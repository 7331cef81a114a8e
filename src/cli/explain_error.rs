//! `factlint explain-error`: what a kind of mistake means and what to do about it.

use super::flags::ExplainErrorFlags;
use super::rulebook::flaw;
use super::{Outcome, print, terminal};
use crate::language::{Code, nearest};
use crate::lint::builtin;
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
    let near = nearest(asked, Code::ALL.iter().map(|code| code.name())).filter(|_| !is_rule(asked));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if is_rule(asked) => format!("that is a rule: `factlint explain {asked}` says what it is for"),
        None => "`factlint explain-error` lists the codes; what a rule is for, `factlint explain RULE` says".to_owned(),
    };
    let drawing = Drawing::new(Severity::Error, &format!("there is no mistake `{asked}`")).help(&[help]);
    // Where standard error is closed, nobody is left to tell.
    let _ = write!(io::stderr(), "{}", drawing.draw(terminal::error()));
    Ok(Outcome::Failed)
}

/// Whether this is a rule that factlint comes with.
fn is_rule(id: &str) -> bool {
    let head = format!("rule {id}");
    flaw(id).is_some() || builtin::files().iter().any(|(_, text)| text.lines().any(|line| line == head))
}
