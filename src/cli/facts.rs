//! `factlint facts`: what was read from articles.

use super::Outcome;
use super::flags::{FactsFlags, FactsFormat};
use super::found::{say_passed_over, settings_of};
use super::input::{self, Found, Unread};
use super::output::Output;
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::facts::wording::Wording;
use crate::report::facts::{jsonl, page, records};
use crate::text::Text;
use std::io;

/// Prints the facts of all articles in the order of the input.
pub(super) fn run(flags: &FactsFlags) -> io::Result<Outcome> {
    let Some(settings) = settings_of(&flags.settings) else { return Ok(Outcome::Failed) };
    say_passed_over(&flags.settings, &flags.articles.paths);
    let wording = settings.settings.wording;
    let read = |read: Result<Found, Unread>| read.map(|found| (printed(&found, &wording, flags.format), found.remarks));
    let folder = settings.file.as_deref().and_then(std::path::Path::parent);
    let articles = flags.articles.by(&settings.settings, folder);
    let mut output = Output::new(true, Some(input::count(&articles)));
    input::each(&articles, None, read, |done| match done {
        Ok((facts, remarks)) => output.remark(&remarks).and_then(|()| output.write(&facts)),
        Err(unread) => output.complain(&unread),
    })?;
    output.end()
}

fn printed(found: &Found, wording: &Wording, format: FactsFormat) -> String {
    let text = Text::read(&found.article);
    let facts = Facts::read_as(&text, wording, Wanted::ALL);
    let records = records(&text, &facts);
    match format {
        FactsFormat::Human => page(&found.name, records),
        FactsFormat::Jsonl => jsonl(records),
    }
}
