//! `factlint explain`: what a rule is for.

use super::flags::ExplainFlags;
use super::rulebook::{load_rules, rule};
use super::{Outcome, print};
use crate::report::rule::page;
use std::io;

/// Prints what a rule is for.
pub(super) fn run(flags: &ExplainFlags) -> io::Result<Outcome> {
    let Some(pack) = load_rules(&flags.rules) else { return Ok(Outcome::Failed) };
    let Some(rule) = rule(&pack, &flags.rule) else { return Ok(Outcome::Failed) };
    print(&page(&pack, rule))
}
