//! `factlint doc`: writes the manual of the rules in force.

use super::flags::DocFlags;
use super::output::Output;
use super::rulebook::Rulebook;
use super::walk::{name, reason};
use super::{Outcome, terminal};
use crate::report::drawing::Drawing;
use crate::report::manual::{PICTURES, links, pages};
use miette::Severity;
use std::fs;
use std::io;
use std::path::Path;

/// Writes the manual into a folder, and says which of its links lead nowhere.
pub(super) fn run(flags: &DocFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &[]) else { return Ok(Outcome::Failed) };
    let pages = pages(&book.pack, &book.settings, &book.chosen());
    let mut output = Output::new(false, None);
    let style = terminal::error();
    let texts = pages.iter().map(|page| (page.path.clone(), page.text.as_bytes()));
    let pictures = PICTURES.iter().map(|(path, bytes)| (format!("src/{path}"), *bytes));
    for (path, bytes) in texts.chain(pictures) {
        if let Err((path, error)) = write(&flags.out, &path, bytes) {
            let message = format!("cannot write {path}: {}", reason(&error));
            output.say(&Drawing::new(Severity::Error, &message).draw(style))?;
            return Ok(Outcome::Failed);
        }
    }
    let broken = links::broken(&pages);
    for broken in &broken {
        output.say(&Drawing::new(Severity::Warning, &broken.to_string()).draw(style))?;
    }
    output.put(&format!(
        "{} pages in {}; begin with {}\n",
        pages.len() - 2,
        name(&flags.out),
        name(&flags.out.join("src/SUMMARY.md"))
    ))?;
    let written = output.end()?;
    Ok(if broken.is_empty() { written } else { Outcome::Found })
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), (String, io::Error)> {
    let path = folder.join(path);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|error| (name(parent), error))?;
    fs::write(&path, bytes).map_err(|error| (name(&path), error))
}
