//! `factlint check --watch`: the articles again, whenever one of them, the rules, a table, the settings or what is
//! written down of findings changes.

use super::once;
use crate::cli::Outcome;
use crate::cli::flags::CheckFlags;
use crate::cli::rulebook::{absolute, say, watched};
use crate::cli::walk::{Source, sources};
use crate::report::drawing::Drawing;
use rustc_hash::FxHashMap;
use std::io;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// How often the files are looked at, where that takes no longer.
const PAUSE: Duration = Duration::from_millis(250);
/// Looking at many files takes this part of the time at most.
const PART: u32 = 10;

/// A file as it was last seen; nothing where it is not there.
type Seen = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// What the rounds before this one have left.
#[derive(Debug, Default)]
pub(super) struct Rounds {
    /// The tables and word lists that were looked for.
    pub(super) tables: Vec<PathBuf>,
    /// The files of signed stets and of known findings.
    pub(super) written_down: Vec<PathBuf>,
    /// What was printed of each article.
    printed: FxHashMap<String, String>,
    /// What rules across the archive found in the round before, and what they have found in this one.
    joined: [FxHashMap<String, String>; 2],
}

impl Rounds {
    /// What is to be printed of an article: its report, where it is another than in the round before.
    pub(super) fn news(&mut self, name: &str, report: &mut String) {
        let before = self.printed.remove(name);
        if !report.is_empty() {
            self.printed.insert(name.to_owned(), report.clone());
        }
        match before {
            Some(before) if before == *report => report.clear(),
            Some(_) if report.is_empty() => *report = format!("{name}: nothing is found any more\n"),
            Some(_) | None => {}
        }
    }

    /// As [`news`](Self::news), of what rules across the archive find in an article.
    pub(super) fn news_across(&mut self, name: &str, report: &mut String) {
        let [before, now] = &mut self.joined;
        now.insert(name.to_owned(), report.clone());
        if before.remove(name).is_some_and(|before| before == *report) {
            report.clear();
        }
    }

    /// That they find nothing any more in some articles, once all are joined.
    pub(super) fn end_across(&mut self) -> String {
        let [before, now] = &mut self.joined;
        let mut gone: Vec<String> = std::mem::replace(before, std::mem::take(now)).into_keys().collect();
        gone.sort_unstable();
        gone.iter().fold(String::new(), |said, name| said + name + ": nothing is found across the archive any more\n")
    }
}

/// Checks, waits for a change and checks again, until it is interrupted.
pub(super) fn run(flags: &CheckFlags) -> io::Result<Outcome> {
    if flags.articles.paths.iter().any(|path| path.as_os_str() == "-") {
        say(&Drawing::new(miette::Severity::Error, "standard input cannot be watched"));
        return Ok(Outcome::Failed);
    }
    let mut rounds = Rounds::default();
    loop {
        // Looked at first: what changes while it is read is a change.
        let articles = look(flags);
        let known = beside(&rounds);
        let mut others = times(known.clone());
        once(flags, Some(&mut rounds))?;
        if beside(&rounds) != known {
            others = times(beside(&rounds));
        }
        loop {
            let begun = Instant::now();
            if look(flags) != articles || times(beside(&rounds)) != others {
                break;
            }
            sleep(PAUSE.max(begun.elapsed() * PART));
        }
    }
}

/// The files that are known once they were read.
fn beside(rounds: &Rounds) -> Vec<PathBuf> {
    rounds.tables.iter().chain(&rounds.written_down).cloned().collect()
}

/// The articles, the rule files and the settings.
fn look(flags: &CheckFlags) -> Seen {
    // A report in the folder that is watched is written in every round, and is no change.
    let reports: Vec<PathBuf> = flags.formats.iter().filter_map(|to| to.path.as_deref()).map(absolute).collect();
    let articles = sources(flags.articles.paths.clone()).filter_map(|source| match source {
        Source::File(path, _) if !reports.is_empty() && reports.contains(&absolute(&path)) => None,
        Source::File(path, _) => Some(path),
        Source::Input | Source::Missing(_) => None,
    });
    times(articles.chain(watched(&flags.rules)).collect())
}

fn times(paths: Vec<PathBuf>) -> Seen {
    let seen = |path: PathBuf| {
        let found = path.metadata().ok();
        let found = found.and_then(|found| Some((found.modified().ok()?, found.len())));
        (path, found)
    };
    paths.into_iter().map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::Rounds;

    #[test]
    fn what_is_as_before_is_not_printed_again() {
        let mut rounds = Rounds::default();
        let mut check = |report: &str, want: &str| {
            let mut report = report.to_owned();
            rounds.news("a.md", &mut report);
            assert_eq!(report, want);
        };
        check("", "");
        check("one", "one");
        check("one", "");
        check("two", "two");
        check("", "a.md: nothing is found any more\n");
        check("", "");
        check("two", "two");
    }

    #[test]
    fn what_rules_across_the_archive_find_is_news_of_its_own() {
        let mut rounds = Rounds::default();
        let mut check = |found: Option<&str>, want: &str| {
            let (mut own, mut report) = (String::new(), found.unwrap_or_default().to_owned());
            rounds.news("a.md", &mut own);
            if found.is_some() {
                rounds.news_across("a.md", &mut report);
            }
            assert_eq!(own + &report + &rounds.end_across(), want);
        };
        check(None, "");
        check(Some("one"), "one");
        check(Some("one"), "");
        check(Some("two"), "two");
        check(None, "a.md: nothing is found across the archive any more\n");
        check(None, "");
    }
}
