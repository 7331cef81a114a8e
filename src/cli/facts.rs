//! `factlint facts`: what was read from articles.

use super::flags::{FactsFlags, FactsFormat};
use super::{Outcome, complain, input};
use crate::article::Article;
use crate::facts::Facts;
use crate::report::facts::{Record, records};
use crate::text::Text;
use std::io::{self, BufWriter, Write};

/// Prints the facts of all articles in the order of the input.
pub(super) fn run(flags: &FactsFlags) -> io::Result<Outcome> {
    let mut out = BufWriter::new(anstream::stdout());
    let mut outcome = Outcome::Clean;
    for read in input::articles(&flags.articles) {
        match read {
            Ok(article) => print(&article, flags.format, &mut out)?,
            Err(message) => {
                out.flush()?;
                complain(&message);
                outcome = Outcome::Failed;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn print(article: &Article, format: FactsFormat, out: &mut impl Write) -> io::Result<()> {
    let text = Text::read(article);
    let facts = Facts::read(&text);
    let records = records(&text, &facts);
    match format {
        FactsFormat::Human => {
            writeln!(out, "{}", article.id)?;
            records.iter().try_for_each(|record| human(record, out))
        }
        FactsFormat::Jsonl => records.iter().try_for_each(|record| {
            serde_json::to_writer(&mut *out, record)?;
            out.write_all(b"\n")
        }),
    }
}

fn human(record: &Record<'_>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "  {:10} {:>6}  “{}”", record.kind, record.start, record.text)?;
    if let Some(figure) = &record.figure {
        match (&figure.figure, &figure.low, &figure.high) {
            (Some(figure), ..) => write!(out, " = {figure}")?,
            (None, Some(low), Some(high)) => write!(out, " = {low} to {high}")?,
            _ => {}
        }
    }
    let words = [record.unit.as_deref(), record.hedge.filter(|&hedge| hedge != "exactly"), record.timex.as_deref()];
    for words in words.into_iter().flatten() {
        write!(out, " · {words}")?;
    }
    for (name, value) in &record.fields {
        write!(out, " · {name}: {value}")?;
    }
    writeln!(out)
}
