//! `factlint rules stats`: what rules do in articles.

use super::Outcome;
use super::flags::{StatsFlags, StatsFormat};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::Rulebook;
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::facts::schema::View;
use crate::report::stats::Stats;
use crate::text::Text;
use std::io;
use std::time::Instant;

/// Runs the rules over all articles and prints what each of them did.
pub(super) fn run(flags: &StatsFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &flags.only) else { return Ok(Outcome::Failed) };
    let articles = book.articles(&flags.articles);
    let mut output = Output::new(true, Some(input::count(&articles)));
    let mut stats = Stats::default();
    let begun = Instant::now();
    let work = |read: Result<Found, Unread>| {
        read.map(|Found { file, article, remarks, .. }| {
            let text = Text::read(&article);
            let facts = Facts::read_as(&text, &book.settings.wording, Wanted::ALL);
            let view = View { article: &article, text: &text, facts: &facts };
            (book.linter_for(&file).tally(view, &|| begun.elapsed()), remarks)
        })
    };
    input::each(&articles, None, work, |done| match done {
        Ok((tallies, remarks)) => {
            stats.add(&tallies);
            output.remark(&remarks)?;
            output.write("")
        }
        Err(unread) => output.complain(&unread),
    })?;
    output.put(&match flags.format {
        StatsFormat::Human => stats.table(&book.pack),
        StatsFormat::Json => stats.json(&book.pack),
    })?;
    output.end()
}
