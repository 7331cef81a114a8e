//! The page of all words of the rule language, made from its vocabulary.

use super::{block, cell, code};
use crate::language::vocabulary::{self, Entry};
use std::fmt::Write;

const OPENING: &str = "# All words of the language

[The rule language](language.md) says how they go together.
";

/// The page.
pub(super) fn page() -> String {
    let mut page = String::from(OPENING);
    let functions = vocabulary::functions();
    let formats = vocabulary::formats();
    let sections: [(&str, &[Entry]); 7] = [
        ("Items", vocabulary::ITEMS),
        ("Clauses", vocabulary::CLAUSES),
        ("Relations", vocabulary::RELATIONS),
        ("Functions", &functions),
        ("Formats of values in messages", &formats),
        ("Options of examples", vocabulary::OPTIONS),
        ("Types of columns", vocabulary::COLUMN_TYPES),
    ];
    for (heading, entries) in sections {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {heading}\n\n| word | what it is for | as in |\n|---|---|---|\n");
        for entry in entries {
            let _ = writeln!(page, "| {} | {} | {} |", code(entry.word), cell(entry.about), code(entry.example));
        }
    }
    let units = vocabulary::units().join(" ");
    let _ = write!(page, "\n## Units\n\n{}", block("text", &units));
    let scales: Vec<_> = vocabulary::scales().iter().map(|scale| code(scale)).collect();
    let _ = writeln!(page, "\nA number may also be followed by {}.", scales.join(", "));
    page
}
