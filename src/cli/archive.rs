//! `factlint test --archive`: what rules find in a corpus now, against what was accepted.

use super::across::{Archive, Joining, OfArticle};
use super::flags::{Articles, TestFlags};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::Rulebook;
use super::walk::{name, reason};
use super::{Outcome, terminal};
use crate::article::Article;
use crate::language::rule::Rule;
use crate::lint::accepted::{Difference, FILE, Line, difference, one_line, read, written};
use crate::lint::finding::Finding;
use crate::report::drawing::Drawing;
use crate::report::excerpt::harmless;
use miette::Severity;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// Checks the archive with the rules of a book, and says what `rules` find otherwise than accepted.
pub(super) fn run(flags: &TestFlags, archive: &Path, book: &Rulebook, rules: &[&Rule]) -> io::Result<Outcome> {
    let file = flags.accepted.clone().unwrap_or_else(|| book.folder().unwrap_or(Path::new("")).join(FILE));
    let accepted = match accepted(&file, flags.accept) {
        Ok(accepted) => accepted,
        Err(why) => return Ok(failed(&why)),
    };
    let meant = |rule: &str| rules.iter().any(|known| known.id == rule);
    let asked = Articles { paths: vec![archive.to_owned()], published: flags.published, ..Articles::default() };
    let asked = book.articles(&asked);
    let work = |read: Result<Found, Unread>| {
        read.map(|found| {
            let checked = book.linter_for(&found.file).check(&found.article);
            let lines = lines(archive, (&found.name, &found.file), &found.article, checked.findings);
            (lines, checked.given, found)
        })
    };
    let mut output = Output::new(true, Some(input::count(&asked)));
    let mut found: Vec<Line> = Vec::new();
    let mut across = Archive::default();
    input::each(&asked, None, work, |done| match done {
        Ok((lines, given, of)) => {
            found.extend(lines.into_iter().filter(|line| meant(&line.rule)));
            across.keep((&of.name, &of.file), &of.article, of.origin.as_ref(), &given, false);
            output.write("")
        }
        Err(unread) => output.complain(&unread),
    })?;
    let Joining { found: joined, unread, given_up } = across.joined(book, &input::options(&asked));
    for OfArticle { article, findings, .. } in joined {
        let lines = lines(archive, (&article.name, &article.file), &article.article, findings);
        found.extend(lines.into_iter().filter(|line| meant(&line.rule)));
    }
    unread.iter().chain(&given_up).try_for_each(|unread| output.complain(unread))?;
    let (mine, others): (Vec<Line>, Vec<Line>) = accepted.into_iter().partition(|line| meant(&line.rule));
    let differs = difference(&mine, &found);
    output.put(&page(&differs))?;
    let read = output.end()?;
    if read == Outcome::Failed {
        return Ok(read);
    }
    if !flags.accept {
        return Ok(if differs.added.is_empty() && differs.removed.is_empty() { read } else { Outcome::Found });
    }
    found.extend(others);
    match fs::write(&file, written(&found)) {
        Ok(()) => super::print(&format!("accepted in {}\n", name(&file))),
        Err(error) => {
            let message = format!("cannot write {}: {}", name(&file), reason(&error));
            Ok(failed(&Drawing::new(Severity::Error, &message).draw(terminal::error())))
        }
    }
}

/// The accepted findings, none where they are to be accepted for the first time; or why they cannot be read.
fn accepted(file: &Path, accept: bool) -> Result<Vec<Line>, String> {
    let unread = |why: &str, help: &str| {
        let message = format!("cannot read {}: {why}", name(file));
        Drawing::new(Severity::Error, &message).help(&[help.to_owned()]).draw(terminal::error())
    };
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if accept && error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            let help = "`--accept` writes what is found now, `--accepted FILE` names another file";
            return Err(unread(&reason(&error), help));
        }
    };
    read(&text).map_err(|(number, line)| {
        let help = "a line is a rule, an article and a message, with tabs between";
        unread(&format!("line {number} is no finding: {}", harmless(&line)), help)
    })
}

fn failed(why: &str) -> Outcome {
    // Where standard error is closed, nobody is left to tell.
    let _ = io::Write::write_all(&mut io::stderr(), why.as_bytes());
    Outcome::Failed
}

fn lines(archive: &Path, (place, file): (&str, &str), article: &Article, findings: Vec<Finding>) -> Vec<Line> {
    let relative = |path: &str| {
        let inside = Path::new(path).strip_prefix(archive).ok().map(name).filter(|inside| !inside.is_empty());
        inside.map(|inside| inside.replace('\\', "/"))
    };
    // A record is known by its own name: its line may move.
    let id = &article.id;
    let article = if place == file || id.is_empty() { None } else { Some(id.clone()) };
    let article = article.or_else(|| relative(place)).unwrap_or_else(|| place.to_owned());
    let line = |rule, message: String| Line { rule, article: article.clone(), message: one_line(&message) };
    findings.into_iter().map(|finding| line(finding.rule, finding.message)).collect()
}

/// What differs, rule by rule.
fn page(differs: &Difference) -> String {
    let mut page = String::new();
    let mut rules: Vec<&str> = differs.added.iter().chain(&differs.removed).map(|line| line.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    for rule in rules {
        let of = |lines: &[Line]| lines.iter().filter(|line| line.rule == rule).cloned().collect::<Vec<_>>();
        let (added, removed) = (of(&differs.added), of(&differs.removed));
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{rule}: {} added, {} removed", added.len(), removed.len());
        for (sign, lines) in [('+', &added), ('-', &removed)] {
            for line in lines {
                let _ = writeln!(page, "  {sign} {}: {}", harmless(&line.article), harmless(&line.message));
            }
        }
    }
    let (added, removed) = (differs.added.len(), differs.removed.len());
    let same = differs.same;
    let findings = if same == 1 { "finding" } else { "findings" };
    let _ = writeln!(page, "{same} {findings} as accepted, {added} added, {removed} removed");
    page
}
