//! `factlint rules`: the rules in force, and how one is written.

use super::flags::{RulesCommand, RulesFlags};
use super::rulebook::{Rulebook, flaw, rule};
use super::{Outcome, print};
use crate::report::rule::{flaw_page, in_force, list, written};
use std::io;

/// Lists the rules, or shows one as it is written and as it is in force.
pub(super) fn run(flags: &RulesFlags) -> io::Result<Outcome> {
    let files = match &flags.command {
        None => &flags.rules,
        Some(RulesCommand::Show { rules, .. }) => rules,
    };
    let Some(book) = Rulebook::open(files, &[]) else { return Ok(Outcome::Failed) };
    let chosen = book.chosen();
    match &flags.command {
        None => print(&list(&book.pack, &chosen, &book.flaws())),
        Some(RulesCommand::Show { rule: id, .. }) => {
            if let Some(flaw) = flaw(id) {
                return print(&flaw_page(flaw, &book.flaws(), &book.settings));
            }
            let Some(rule) = rule(&book.pack, id) else { return Ok(Outcome::Failed) };
            let choice = chosen.iter().find(|choice| book.pack.rules.get(choice.rule).is_some_and(|one| one.id == *id));
            let in_force = choice.map(|choice| in_force(&book.pack, &book.settings, rule, choice));
            print(&format!("{}{}", written(&book.pack, rule), in_force.unwrap_or_default()))
        }
    }
}
