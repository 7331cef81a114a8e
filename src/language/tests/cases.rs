//! Every code of a mistake by a case that has it and a near miss that has not.

use crate::language::{self, Code, Mistake};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const BASE: &str = include_str!("../../../fixtures/language/base.rules");
const CASES: &str = include_str!("../../../fixtures/language/mistakes.txt");

/// One case: edits of the base file, tables, and what is expected.
#[derive(Default)]
struct Case<'a> {
    line: usize,
    codes: Vec<&'a str>,
    /// The words at the main label of the first code.
    at: &'a str,
    edits: Vec<Edit<'a>>,
    table: Option<String>,
    sound_table: Option<String>,
}

#[derive(Default)]
struct Edit<'a> {
    line: Option<&'a str>,
    wrong: Vec<&'a str>,
    near: Vec<&'a str>,
}

fn cases() -> Vec<Case<'static>> {
    let mut cases: Vec<Case<'static>> = Vec::new();
    for (number, line) in CASES.lines().enumerate() {
        let (sign, rest) = line.split_at(line.len().min(1));
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        if let Some(code) = line.strip_prefix("== ") {
            cases.push(Case { line: number + 1, codes: vec![code], ..Case::default() });
        }
        let Some(case) = cases.last_mut() else { continue };
        let csv = |table: &mut Option<String>| writeln!(table.get_or_insert_default(), "{rest}").unwrap();
        match sign {
            "!" => case.codes.push(rest),
            "@" => case.at = rest,
            "-" => case.edits.push(Edit { line: (!rest.is_empty()).then_some(rest), ..Edit::default() }),
            "+" | "~" => {
                if case.edits.is_empty() {
                    case.edits.push(Edit::default());
                }
                let edit = case.edits.last_mut().unwrap();
                if sign == "+" { edit.wrong.push(rest) } else { edit.near.push(rest) }
            }
            "," => csv(&mut case.table),
            ";" => csv(&mut case.sound_table),
            _ => {}
        }
    }
    cases
}

impl Case<'_> {
    /// The base file with the edits made.
    fn file(&self, lines: impl Fn(&Edit<'_>) -> String) -> String {
        let mut text = BASE.to_owned();
        for edit in &self.edits {
            match edit.line {
                Some(line) => {
                    let line = format!("{line}\n");
                    assert!(text.contains(&line), "line {}: the base has no line {line}", self.line);
                    text = text.replacen(&line, &lines(edit), 1);
                }
                None => text.push_str(&lines(edit)),
            }
        }
        text
    }
}

/// The files of all cases, each with its mistake and without.
pub(super) fn files() -> Vec<String> {
    let both = |case: Case<'static>| [case.file(|edit| joined(&edit.wrong)), case.file(|edit| joined(&edit.near))];
    cases().into_iter().flat_map(both).collect()
}

fn joined(lines: &[&str]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

fn load(text: &str, table: Option<&String>) -> (usize, Vec<Mistake>) {
    let read = |path: &str| match table {
        Some(table) if path == "rules/lamps.csv" => Ok(table.clone()),
        _ => Err("no such file".to_owned()),
    };
    let (pack, mistakes) = language::load(&[("rules/test.rules", text)], &read);
    (pack.rules.len(), mistakes)
}

#[test]
fn each_mistake_is_found_and_its_near_miss_is_not() {
    let mut failed = String::new();
    for case in cases() {
        let (_, mistakes) = load(&case.file(|edit| joined(&edit.wrong)), case.table.as_ref());
        let found: BTreeSet<&str> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
        let wanted: BTreeSet<&str> = case.codes.iter().copied().collect();
        let main = mistakes.iter().find(|mistake| mistake.code.name() == *case.codes.first().unwrap());
        let at = main.and_then(|mistake| mistake.labels.first()).map(|label| label.span.of(&label.source.text));
        if !found.is_subset(&wanted) || main.is_none() || at != Some(case.at) || mistakes.len() > 3 {
            writeln!(failed, "line {}: {wanted:?} at {:?}: found {found:?} at {at:?}", case.line, case.at).unwrap();
            writeln!(failed, "{}", super::shown(&mistakes)).unwrap();
        }
        let (rules, mistakes) = load(&case.file(|edit| joined(&edit.near)), case.sound_table.as_ref());
        if !mistakes.is_empty() || rules == 0 {
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
    // What stands in settings or is for them to decide has its cases with the settings.
    let elsewhere = |code: &&Code| **code == Code::Disagree || code.name().starts_with("settings/");
    let others = Code::ALL.iter().filter(|code| !elsewhere(code));
    let missing: Vec<&str> = others.map(|code| code.name()).filter(|code| !told.contains(code)).collect();
    assert!(missing.is_empty(), "no case in fixtures/language/mistakes.txt for {missing:?}");
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes have one name");
}
