//! `factlint check --explain-skips`: what was not checked, and why.

use super::flags::{Articles, CheckFlags};
use super::input::{self, Found, Unread};
use super::rulebook::Rulebook;
use super::walk::name;
use crate::article::{Article, NO_WORDS, reader_for};
use crate::lint::settings::Chosen;
use ignore::WalkBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

/// At most so many files of one kind are named.
const NAMED: usize = 5;

/// What is left aside of articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aside {
    Code,
    Quoted,
    Stets,
    Undated,
}

impl Aside {
    const ALL: [Self; 4] = [Self::Code, Self::Quoted, Self::Stets, Self::Undated];

    /// What so many are, and what that means for the check.
    fn said(self, count: usize) -> String {
        let (one, many, so) = match self {
            Self::Code => ("piece of code", "pieces of code", ", shortcodes among them, which are no words"),
            Self::Quoted => {
                let so = ", where findings count one grade less";
                ("paragraph quoted from elsewhere", "paragraphs quoted from elsewhere", so)
            }
            Self::Stets => ("stet", "stets", ", by which findings stand"),
            Self::Undated => {
                let so = ": what hangs on it is not checked (--published gives one)";
                ("article without a date", "articles without a date", so)
            }
        };
        format!("{count} {}{so}", if count == 1 { one } else { many })
    }

    fn count(self, article: &Article) -> usize {
        match self {
            Self::Code => article.text.matches(NO_WORDS).count(),
            Self::Quoted => article.blocks.iter().filter(|block| block.quoted).count(),
            Self::Stets => article.comments.len(),
            Self::Undated => usize::from(article.published.is_none()),
        }
    }
}

/// The page of what a run with these flags does not check.
pub(super) fn page(flags: &CheckFlags, book: &Rulebook, articles: &Articles) -> io::Result<String> {
    let mut page = String::from("not checked:\n");
    files(&mut page, &articles.paths);
    parts(&mut page, articles, book)?;
    rules(&mut page, flags, book);
    // Writing to strings cannot fail.
    if flags.diff.is_some() || flags.staged {
        let _ = writeln!(page, "  lines that did not change (--diff, --staged)");
    }
    if page.lines().count() == 1 {
        page.push_str("  nothing is left out\n");
    }
    Ok(page)
}

/// The files that a walk passes over, by the reason.
fn files(page: &mut String, paths: &[PathBuf]) {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut unread: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let mut ignored: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|path| path.is_dir()) {
        let taken: BTreeSet<PathBuf> = walked(path, true).collect();
        for file in walked(path, false) {
            let known = reader_for(&file).is_some();
            if known && !taken.contains(&file) {
                ignored.push(file);
            } else if !known && taken.contains(&file) {
                let end = file.extension().map(|end| format!(".{}", end.to_string_lossy()));
                unread.entry(end.unwrap_or_else(|| "no extension".to_owned())).or_default().push(file);
            }
        }
    }
    if !ignored.is_empty() {
        let _ = writeln!(
            page,
            "  {}, hidden or ignored (.gitignore, .ignore): {}",
            counted(ignored.len(), "article"),
            named(&ignored)
        );
    }
    for (end, files) in unread {
        let _ =
            writeln!(page, "  {} of no format that is read ({end}): {}", counted(files.len(), "file"), named(&files));
    }
}

/// The files of a folder: those that git would take, or all but git's own.
fn walked(folder: &Path, as_git: bool) -> impl Iterator<Item = PathBuf> {
    let mut walk = WalkBuilder::new(folder);
    walk.standard_filters(as_git).sort_by_file_name(Ord::cmp).filter_entry(|entry| entry.file_name() != ".git");
    let files = walk.build().flatten().filter(|entry| entry.file_type().is_some_and(|kind| !kind.is_dir()));
    files.map(|entry| super::walk::plain(entry.path()))
}

/// What came of reading one article once more.
struct Part {
    file: String,
    /// How much of each is left aside.
    aside: [usize; Aside::ALL.len()],
}

/// What is not read of the articles that are, or counts less; and the rules that do not run on some of them.
fn parts(page: &mut String, articles: &Articles, book: &Rulebook) -> io::Result<()> {
    // Standard input can be read once.
    let paths: Vec<PathBuf> = articles.paths.iter().filter(|path| path.as_os_str() != "-").cloned().collect();
    if paths.is_empty() && !articles.paths.is_empty() {
        return Ok(());
    }
    let mut counts: BTreeMap<Aside, (usize, usize)> = BTreeMap::new();
    let mut unread: Vec<PathBuf> = Vec::new();
    let mut sections: BTreeMap<Vec<bool>, BTreeSet<PathBuf>> = BTreeMap::new();
    let work = |read: Result<Found, Unread>| match read {
        Ok(found) => Ok(Part { aside: Aside::ALL.map(|aside| aside.count(&found.article)), file: found.file }),
        Err(unread) => Err(unread.name),
    };
    input::each(&Articles { paths, ..articles.clone() }, None, work, |done| {
        match done {
            Ok(Part { file, aside }) => {
                for (aside, count) in Aside::ALL.into_iter().zip(aside).filter(|(_, count)| *count > 0) {
                    let (all, of) = counts.entry(aside).or_default();
                    (*all, *of) = (*all + count, *of + 1);
                }
                let held = book.sections_of(&file);
                if held.contains(&true) {
                    sections.entry(held).or_default().insert(PathBuf::from(file));
                }
            }
            Err(name) => unread.push(PathBuf::from(name)),
        }
        Ok(())
    })?;
    for (aside, (count, of)) in counts {
        let said = aside.said(count);
        let of = if aside == Aside::Undated { String::new() } else { format!(" ({})", counted(of, "article")) };
        let _ = writeln!(page, "  {said}{of}");
    }
    if !unread.is_empty() {
        let _ = writeln!(page, "  {} that could not be read: {}", counted(unread.len(), "article"), named(&unread));
    }
    for (held, files) in sections {
        let files: Vec<PathBuf> = files.into_iter().collect();
        let off = switched_off(book, &held);
        if !off.is_empty() {
            let rules = counted(off.len(), "rule");
            let _ = writeln!(page, "  {rules} that [[for]] switches off for {}: {}", named(&files), off.join(", "));
        }
    }
    Ok(())
}

/// The rules that run elsewhere and not in these sections of the settings.
fn switched_off<'b>(book: &'b Rulebook, held: &[bool]) -> Vec<&'b str> {
    let runs = |choices: Vec<Chosen>| choices.into_iter().filter(|choice| choice.on.0).map(|choice| choice.rule);
    let here: BTreeSet<usize> = runs(book.chosen_in(held)).collect();
    let off = runs(book.chosen()).filter(|rule| !here.contains(rule));
    off.filter_map(|rule| Some(book.pack.rules.get(rule)?.id.as_str())).collect()
}

/// The rules that do not run.
fn rules(page: &mut String, flags: &CheckFlags, book: &Rulebook) {
    let (mut off, mut settings, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    for choice in book.chosen().iter().filter(|choice| !choice.on.0) {
        let Some(rule) = book.pack.rules.get(choice.rule) else { continue };
        match &rule.opt_in {
            _ if rule.draft.is_some() => drafts.push(rule.id.as_str()),
            Some(why) => off.push(format!("{} ({})", rule.id, why)),
            None => settings.push(rule.id.as_str()),
        }
    }
    if !flags.only.is_empty() {
        let _ = writeln!(page, "  all rules but {} (--rule)", flags.only.join(", "));
        return;
    }
    if !off.is_empty() {
        let _ = writeln!(page, "  {} off by default:", counted(off.len(), "rule"));
        for rule in off {
            let _ = writeln!(page, "    {rule}");
        }
    }
    if !settings.is_empty() {
        let _ = writeln!(page, "  {} off by the settings: {}", counted(settings.len(), "rule"), settings.join(", "));
    }
    if !drafts.is_empty() {
        let drafts = (counted(drafts.len(), "draft rule"), drafts.join(", "));
        let _ = writeln!(page, "  {} (--drafts runs drafts): {}", drafts.0, drafts.1);
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn named(files: &[PathBuf]) -> String {
    let mut names: Vec<String> = files.iter().take(NAMED).map(|file| name(file)).collect();
    if files.len() > NAMED {
        names.push(format!("and {} more", files.len() - NAMED));
    }
    names.join(", ")
}
