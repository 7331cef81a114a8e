//! `factlint rules`: the rules in force, how one is written and run, and what they do in articles.

use super::flags::{RulesCommand, RulesFlags};
use super::rulebook::{Rulebook, flaw, rule};
use super::{Outcome, print, stats};
use crate::report::plan;
use crate::report::rule::{flaw_page, in_force, list, written};
use std::io;

/// Lists the rules, or shows what is asked of them.
pub(super) fn run(flags: &RulesFlags) -> io::Result<Outcome> {
    let files = match &flags.command {
        None => &flags.rules,
        Some(RulesCommand::Stats(flags)) => return stats::run(flags),
        Some(RulesCommand::Show { rules, .. } | RulesCommand::Plan { rules, .. } | RulesCommand::Cost { rules }) => {
            rules
        }
    };
    let Some(book) = Rulebook::open(files, &[]) else { return Ok(Outcome::Failed) };
    let chosen = book.chosen();
    match &flags.command {
        None | Some(RulesCommand::Stats(_)) => print(&list(&book.pack, &chosen, &book.flaws())),
        Some(RulesCommand::Cost { .. }) => {
            let on = chosen.iter().filter(|choice| choice.on.0);
            print(&plan::costs(on.filter_map(|choice| book.pack.rules.get(choice.rule))))
        }
        Some(RulesCommand::Plan { rule: id, .. }) => {
            rule(&book.pack, id).map_or(Ok(Outcome::Failed), |rule| print(&plan::page(&book.pack, rule)))
        }
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
