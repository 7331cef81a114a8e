//! `factlint test`: runs the examples inside the rules.

use super::flags::TestFlags;
use super::output::Output;
use super::rulebook::{Rulebook, chosen};
use super::{Outcome, terminal};
use crate::lint::examples::try_examples;
use crate::report::examples::{Tally, failures};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::io;

/// Runs the examples of the rules asked for; prints those that do not hold.
pub(super) fn run(flags: &TestFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &[]) else { return Ok(Outcome::Failed) };
    let pack = &*book.pack;
    let Some(rules) = chosen(pack, &flags.only) else { return Ok(Outcome::Failed) };
    let style = terminal::output();
    let tried: Vec<_> = rules.par_iter().map(|rule| try_examples(pack, rule)).collect();
    let mut output = Output::new(false);
    let mut tally = Tally { rules: rules.len(), ..Tally::default() };
    for tried in tried.iter().flatten() {
        tally.add(tried);
        output.put(&failures(pack, tried, style))?;
    }
    output.put(&format!("{tally}\n"))?;
    let written = output.end()?;
    Ok(if tally.failed > 0 { Outcome::Found } else { written })
}
