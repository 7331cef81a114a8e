//! The rules in force: the built-in ones and the newsroom's own.

use super::flags::RuleFiles;
use super::terminal;
use super::walk::{name, reason};
use crate::language::rule::{Pack, Rule};
use crate::language::{Grade, Mistake, load, nearest};
use crate::lint::{Linter, Options, builtin};
use crate::report::drawing::{Drawing, drawn};
use ignore::WalkBuilder;
use miette::Severity;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Before the names of built-in files where the newsroom's own stand beside them.
const BUILT_IN: &str = "factlint:";

/// Loads the built-in rules and those of the files asked for. All that is wrong is said on standard
/// error; `None` where something cannot be used.
pub(super) fn load_rules(asked: &RuleFiles) -> Option<Pack> {
    if asked.files.is_empty() {
        let (pack, mistakes) = builtin::pack();
        return told(&mistakes).then_some(pack);
    }
    let mut files: Vec<_> =
        builtin::files().iter().map(|(name, text)| (format!("{BUILT_IN}{name}"), (*text).to_owned())).collect();
    let mut whole = true;
    for found in asked.files.iter().flat_map(|path| rule_files(path)) {
        let read = found.and_then(|path| match std::fs::read_to_string(&path) {
            Ok(text) => Ok((name(&path), text)),
            Err(error) => Err((path, reason(&error))),
        });
        match read {
            Ok(file) => files.push(file),
            Err((path, why)) => {
                whole = false;
                say(&Drawing::new(Severity::Error, &format!("cannot read {}: {why}", name(&path))));
            }
        }
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (pack, mistakes) = load(&files, &|path| match path.strip_prefix(BUILT_IN) {
        Some(path) => builtin::table(path).map(str::to_owned).ok_or_else(|| "there is no such table".to_owned()),
        None => std::fs::read_to_string(path).map_err(|error| reason(&error)),
    });
    (told(&mistakes) && whole).then_some(pack)
}

/// The rule files that a path stands for: itself, or those of the folder.
fn rule_files(path: &Path) -> Vec<Result<PathBuf, (PathBuf, String)>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let walked = WalkBuilder::new(path).sort_by_file_name(Ord::cmp).build();
    let files = walked.filter_map(|entry| match entry {
        Ok(entry) => {
            let found = entry.path().extension().is_some_and(|extension| extension == "rules");
            found.then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err((path.to_owned(), error.to_string()))),
    });
    let files: Vec<_> = files.collect();
    if files.is_empty() {
        return vec![Err((path.to_owned(), "there are no rule files (.rules) in this folder".to_owned()))];
    }
    files
}

/// Says what is wrong with rule files on standard error; whether the rules can be used all the same.
/// A test keeps the built-in ones free of mistakes; nobody's run has to end for one.
fn told(mistakes: &[Mistake]) -> bool {
    for mistake in mistakes {
        // Where standard error is closed, nobody is left to tell.
        let _ = write!(io::stderr(), "{}", drawn(mistake, terminal::error()));
    }
    let built_in = |mistake: &Mistake| {
        let files = builtin::files().iter().map(|(name, _)| name);
        let name = mistake.labels.first().map_or("", |label| label.source.name.as_str());
        files.into_iter().any(|file| name == *file || name.strip_prefix(BUILT_IN) == Some(file))
    };
    !mistakes.iter().any(|mistake| mistake.grade == Grade::Error && !built_in(mistake))
}

fn say(drawing: &Drawing) {
    let _ = write!(io::stderr(), "{}", drawing.draw(terminal::error()));
}

/// The rule of that id. An unknown one is said on standard error, with the id that was probably meant.
pub(super) fn rule<'p>(pack: &'p Pack, id: &str) -> Option<&'p Rule> {
    let found = pack.rules.iter().find(|rule| rule.id == id);
    if found.is_none() {
        unknown(pack, id);
    }
    found
}

/// The rules that each of the names fits: a rule's id, a group of rules, or a pattern with `*`. All
/// rules where there are no names; `None` where one fits nothing, which is said on standard error.
pub(super) fn chosen<'p>(pack: &'p Pack, names: &[String]) -> Option<Vec<&'p Rule>> {
    let mut known = true;
    for name in names {
        if !pack.rules.iter().any(|rule| fits(name, &rule.id)) {
            unknown(pack, name);
            known = false;
        }
    }
    let wanted = |rule: &&Rule| names.is_empty() || names.iter().any(|name| fits(name, &rule.id));
    known.then(|| pack.rules.iter().filter(wanted).collect())
}

fn unknown(pack: &Pack, name: &str) {
    let groups = pack.rules.iter().filter_map(|rule| Some(rule.id.split_once('/')?.0));
    let near = nearest(name, pack.rules.iter().map(|rule| rule.id.as_str()).chain(groups));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`factlint rules` lists all rules".to_owned(),
    };
    say(&Drawing::new(Severity::Error, &format!("there is no rule `{name}`")).help(&[help]));
}

/// Whether a name means a rule: its id, its group, or a pattern whose `*` stands for any words.
fn fits(name: &str, id: &str) -> bool {
    if !name.contains('*') {
        return name == id || id.split_once('/').is_some_and(|(group, _)| group == name);
    }
    let mut parts = name.split('*');
    let Some(mut rest) = parts.next().and_then(|first| id.strip_prefix(first)) else { return false };
    let parts: Vec<_> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// A linter for the rules of those names.
pub(super) fn linter(asked: &RuleFiles, names: &[String]) -> Option<Linter> {
    let pack = load_rules(asked)?;
    let on: Vec<_> = chosen(&pack, names)?.iter().map(|rule| rule.id.clone()).collect();
    let off = pack.rules.iter().map(|rule| rule.id.clone()).filter(|id| !on.contains(id)).collect();
    Some(Linter::with(pack, Options { off, ..Options::default() }))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn names_fit_rules() {
        let check = |name: &str, id: &str, want: bool| assert_eq!(fits(name, id), want, "{name} {id}");
        check("date/weekday", "date/weekday", true);
        check("date", "date/weekday", true);
        check("date/*", "date/weekday", true);
        check("*", "date/weekday", true);
        check("*/week*", "date/weekday", true);
        check("*day", "date/weekday", true);
        check("d*e*y", "date/weekday", true);
        check("dat", "date/weekday", false);
        check("weekday", "date/weekday", false);
        check("count/*", "date/weekday", false);
        check("*week", "date/weekday", false);
        check("date/weekday*y", "date/weekday", false);
        check("", "date/weekday", false);
    }
}
