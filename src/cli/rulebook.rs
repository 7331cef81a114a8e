//! The rules in force: the built-in ones and the newsroom's own.

use super::flags::RuleFiles;
use super::terminal;
use crate::language::rule::{Pack, Rule};
use crate::lint::{Linter, Options};
use crate::report::drawing::Drawing;
use miette::Severity;
use std::io::{self, Write};

/// The rules in force.
#[expect(clippy::unnecessary_wraps, reason = "rule files that are read can have mistakes")]
pub(super) fn load_rules(_: &RuleFiles) -> Option<Pack> {
    Some(Pack::default())
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
    let help =
        if pack.rules.is_empty() { "there are no rules yet" } else { "`factlint rules` lists all rules" }.to_owned();
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
