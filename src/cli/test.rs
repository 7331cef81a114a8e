//! `factlint test`: runs the examples inside the rules.

use super::flags::TestFlags;
use super::output::Output;
use super::rulebook::{Rulebook, chosen};
use super::{Outcome, archive, terminal, watch};
use crate::language::rule::{Pack, Rule};
use crate::lint::examples::try_examples;
use crate::lint::thorough::needless;
use crate::report::Style;
use crate::report::examples::{self, Tally};
use crate::report::rule::written;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::io;

/// Runs the examples of the rules asked for; prints those that do not hold and, asked to be thorough,
/// the conditions that none needs. With an archive, also what is found there otherwise than accepted.
pub(super) fn run(flags: &TestFlags) -> io::Result<Outcome> {
    if flags.watch {
        return watch::run(flags);
    }
    let Some(book) = Rulebook::open(&flags.rules, &[]) else { return Ok(Outcome::Failed) };
    let Some(rules) = chosen(&book.pack, &flags.only) else { return Ok(Outcome::Failed) };
    let tested = test(&book.pack, &rules, flags.thorough, terminal::output());
    let mut output = Output::new(false, None);
    for rule in &tested.rules {
        output.put(&rule.page)?;
    }
    output.put(&format!("{}\n", tested.tally))?;
    let written = output.end()?;
    let outcome = if tested.tally.is_clean() { written } else { Outcome::Found };
    let Some(archive) = &flags.archive else { return Ok(outcome) };
    Ok(match archive::run(flags, archive, &book, &rules)? {
        Outcome::Clean => outcome,
        worse => worse,
    })
}

/// What came of the examples of some rules.
pub(super) struct Tested {
    pub(super) rules: Vec<TestedRule>,
    pub(super) tally: Tally,
}

/// What came of the examples of one rule.
pub(super) struct TestedRule {
    pub(super) id: String,
    /// The rule as it is written.
    pub(super) written: String,
    /// What is wrong with it; empty where nothing is.
    pub(super) page: String,
}

/// Runs the examples of rules side by side.
pub(super) fn test(pack: &Pack, rules: &[&Rule], thorough: bool, style: Style) -> Tested {
    let tested = rules.par_iter().map(|rule| {
        let mut tally = Tally { rules: 1, needless: thorough.then_some(0), ..Tally::default() };
        let mut page = String::new();
        for tried in try_examples(pack, rule) {
            tally.add(&tried);
            page.push_str(&examples::failures(pack, &tried, style));
        }
        for needless in thorough.then(|| needless(pack, rule)).into_iter().flatten() {
            tally.needless = tally.needless.map(|count| count + 1);
            page.push_str(&examples::needless(pack, rule, &needless, style));
        }
        (TestedRule { id: rule.id.clone(), written: written(pack, rule), page }, tally)
    });
    let (rules, tallies): (Vec<TestedRule>, Vec<Tally>) = tested.collect::<Vec<_>>().into_iter().unzip();
    Tested { rules, tally: tallies.into_iter().fold(Tally::default(), Tally::and) }
}
