//! `factlint test --watch`: the examples again, whenever a rule file, a table or the settings change.

use super::flags::TestFlags;
use super::output::Output;
use super::rulebook::{self, Rulebook, chosen};
use super::test::{Tested, test};
use super::{Outcome, terminal};
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::io;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(250);

/// A file as it was last seen; nothing where it is not there.
type Seen = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// Tests, waits for a change and tests again, until it is interrupted. A rule is printed again only
/// where it or what is said of it has changed.
pub(super) fn run(flags: &TestFlags) -> io::Result<Outcome> {
    let mut before: FxHashMap<String, String> = FxHashMap::default();
    let mut tables: Vec<PathBuf> = Vec::new();
    loop {
        // Looked at first: what changes while the rules are read is a change.
        let mut seen = look(flags, &tables);
        let mut read = Vec::new();
        let book = Rulebook::open_noting(&flags.rules, &[], &mut read);
        if read != tables {
            tables = read;
            seen = look(flags, &tables);
        }
        if let Some(book) = book
            && let Some(rules) = chosen(&book.pack, &flags.only)
        {
            let tested = test(&book.pack, &rules, flags.thorough, terminal::output());
            let mut output = Output::new(false, None);
            output.put(&changed(&tested, &mut before))?;
            output.end()?;
        }
        while look(flags, &tables) == seen {
            sleep(PAUSE);
        }
    }
}

fn look(flags: &TestFlags, tables: &[PathBuf]) -> Seen {
    let seen = |path: &PathBuf| {
        let found = path.metadata().ok()?;
        Some((found.modified().ok()?, found.len()))
    };
    let files = rulebook::watched(&flags.rules).into_iter().chain(tables.iter().cloned());
    files.map(|path| (seen(&path), path)).map(|(seen, path)| (path, seen)).collect()
}

/// What is to be said of rules that changed, and the sum of all.
fn changed(tested: &Tested, before: &mut FxHashMap<String, String>) -> String {
    let mut page = String::new();
    let first = before.is_empty();
    let mut now = FxHashMap::default();
    for rule in &tested.rules {
        let state = format!("{}\n{}", rule.written, rule.page);
        if before.get(&rule.id) != Some(&state) {
            page.push_str(&rule.page);
            if rule.page.is_empty() && !first {
                // Writing to a string cannot fail.
                let _ = writeln!(page, "{}: every example holds", rule.id);
            }
        }
        now.insert(rule.id.clone(), state);
    }
    *before = now;
    format!("{page}{}\n", tested.tally)
}
