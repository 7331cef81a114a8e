//! Every code of a mistake by a case that has it and a near miss that has not.

use crate::language::Code;
use crate::language::cases::{Case, Version, cases};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The cases of rule files; those of settings are tried with the settings.
fn of_rules() -> Vec<Case> {
    let settings = |case: &Case| case.settings.wrong.is_some() || case.settings.right.is_some();
    cases().into_iter().filter(|case| !settings(case)).collect()
}

/// The files of all cases, each with its mistake and without.
pub(super) fn files() -> Vec<String> {
    of_rules().iter().flat_map(|case| [case.file(Version::Wrong), case.file(Version::Right)]).collect()
}

#[test]
fn each_mistake_is_found_and_its_near_miss_is_not() {
    let mut failed = String::new();
    for case in of_rules() {
        assert!(case.fits_base(), "line {}: the base has no such line", case.line);
        let (_, mistakes) = case.load(Version::Wrong);
        let found: BTreeSet<&str> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
        let wanted: BTreeSet<&str> = case.codes.iter().copied().collect();
        let main = mistakes.iter().find(|mistake| mistake.code.name() == *case.codes.first().unwrap());
        let at = main.and_then(|mistake| mistake.labels.first()).map(|label| label.span.of(&label.source.text));
        if !found.is_subset(&wanted) || main.is_none() || at != Some(case.at) || mistakes.len() > 3 {
            writeln!(failed, "line {}: {wanted:?} at {:?}: found {found:?} at {at:?}", case.line, case.at).unwrap();
            writeln!(failed, "{}", super::shown(&mistakes)).unwrap();
        }
        let (pack, mistakes) = case.load(Version::Right);
        if !mistakes.is_empty() || pack.rules.is_empty() {
            let rules = pack.rules.len();
            writeln!(failed, "line {}: the near miss of {wanted:?} gives {rules} rules and", case.line).unwrap();
            writeln!(failed, "{}", super::shown(&mistakes)).unwrap();
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let told: BTreeSet<&str> = cases.iter().flat_map(|case| case.codes.iter().copied()).collect();
    let missing: Vec<&str> = Code::ALL.iter().map(|code| code.name()).filter(|code| !told.contains(code)).collect();
    assert!(missing.is_empty(), "no case in fixtures/language/mistakes.txt for {missing:?}");
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes have one name");
    let explained = |code: &&str| cases.iter().any(|case| case.codes.first() == Some(code) && !case.about.is_empty());
    let silent: Vec<&&str> = names.iter().filter(|name| !explained(name)).collect();
    assert!(silent.is_empty(), "no page: lines after `?` in a case of fixtures/language/mistakes.txt for {silent:?}");
}
