//! The cases of mistakes: each code by rules that have the mistake and rules that nearly have it.
//!
//! The tests try every case, and the page of a code shows one, so that the page is always true.

use super::code::Code;
use super::diagnostic::Mistake;
use super::load;
use super::rule::Pack;

const BASE: &str = include_str!("../../fixtures/language/base.rules");
const CASES: &str = include_str!("../../fixtures/language/mistakes.txt");

/// One case: changes of the base file, tables and settings, and what is expected.
#[derive(Debug, Default)]
pub struct Case {
    /// Its line in the file of cases.
    pub line: usize,
    /// The code that it is a case of, and those that come with it.
    pub codes: Vec<&'static str>,
    /// The words at the main place of the first code.
    pub at: &'static str,
    /// What the mistake means, where a page shows this case.
    pub about: String,
    /// What is changed of the base file.
    pub edits: Vec<Edit>,
    /// A table with a mistake, and one without.
    pub table: Versions,
    /// A settings file with a mistake, and one without.
    pub settings: Versions,
}

/// A file with a mistake and one without, where there are such files.
#[derive(Debug, Default)]
pub struct Versions {
    /// With the mistake.
    pub wrong: Option<String>,
    /// Without it.
    pub right: Option<String>,
}

/// A line of the base file, and what stands for it; without a line, what is added at the end.
#[derive(Debug, Default)]
pub struct Edit {
    /// The line.
    pub line: Option<&'static str>,
    /// With the mistake.
    pub wrong: Vec<&'static str>,
    /// Without it.
    pub right: Vec<&'static str>,
}

/// Which of two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// With the mistake.
    Wrong,
    /// Without it.
    Right,
}

/// All cases, in their order.
pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in CASES.lines().enumerate() {
        let (sign, rest) = line.split_at_checked(1).unwrap_or_default();
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        if let Some(code) = line.strip_prefix("== ") {
            cases.push(Case { line: number + 1, codes: vec![code], ..Case::default() });
        }
        let Some(case) = cases.last_mut() else { continue };
        match sign {
            "!" => case.codes.push(rest),
            "@" => case.at = rest,
            "?" => {
                let space = if case.about.is_empty() { "" } else { " " };
                case.about.push_str(space);
                case.about.push_str(rest);
            }
            "-" => case.edits.push(Edit { line: (!rest.is_empty()).then_some(rest), ..Edit::default() }),
            "+" | "~" => {
                if case.edits.is_empty() {
                    case.edits.push(Edit::default());
                }
                let Some(edit) = case.edits.last_mut() else { continue };
                if sign == "+" { edit.wrong.push(rest) } else { edit.right.push(rest) }
            }
            "," => add(&mut case.table.wrong, rest),
            ";" => add(&mut case.table.right, rest),
            "%" => add(&mut case.settings.wrong, rest),
            "^" => add(&mut case.settings.right, rest),
            _ => {}
        }
    }
    cases
}

fn add(text: &mut Option<String>, line: &str) {
    let text = text.get_or_insert_default();
    text.push_str(line);
    text.push('\n');
}

/// The case that the page of a code shows.
pub fn shown(code: Code) -> Option<Case> {
    cases().into_iter().find(|case| case.codes.first() == Some(&code.name()) && !case.about.is_empty())
}

impl Case {
    /// The base file with the changes made.
    pub fn file(&self, version: Version) -> String {
        let mut text = BASE.to_owned();
        for edit in &self.edits {
            let lines = if version == Version::Wrong { &edit.wrong } else { &edit.right };
            let lines: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
            match edit.line {
                Some(line) => text = text.replacen(&format!("{line}\n"), &lines, 1),
                None => text.push_str(&lines),
            }
        }
        text
    }

    /// Whether every line that is changed is in the base file.
    pub fn fits_base(&self) -> bool {
        self.edits.iter().filter_map(|edit| edit.line).all(|line| BASE.contains(&format!("{line}\n")))
    }

    /// Loads the file and its table.
    pub fn load(&self, version: Version) -> (Pack, Vec<Mistake>) {
        let table = if version == Version::Wrong { &self.table.wrong } else { &self.table.right };
        let read = |path: &str| match table {
            Some(table) if path == "rules/lamps.csv" => Ok(table.clone()),
            _ => Err("no such file".to_owned()),
        };
        load(&[("rules/test.rules", &self.file(version))], &read)
    }
}
