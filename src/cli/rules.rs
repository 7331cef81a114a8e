//! `factlint rules`: the rules in force, and how one is written.

use super::flags::{RulesCommand, RulesFlags};
use super::rulebook::{load_rules, rule};
use super::{Outcome, print};
use crate::report::rule::{list, written};
use std::io;

/// Lists the rules, or shows one as it is written.
pub(super) fn run(flags: &RulesFlags) -> io::Result<Outcome> {
    match &flags.command {
        None => match load_rules(&flags.rules) {
            Some(pack) => print(&list(&pack)),
            None => Ok(Outcome::Failed),
        },
        Some(RulesCommand::Show { rule: id, rules }) => match load_rules(rules) {
            Some(pack) => rule(&pack, id).map_or(Ok(Outcome::Failed), |rule| print(&written(&pack, rule))),
            None => Ok(Outcome::Failed),
        },
    }
}
