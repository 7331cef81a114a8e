//! The page of all kinds of mistake in rules, tables and settings, made from their codes.

use super::block;
use crate::language::{Code, Grade};
use crate::lint::page::page as explained;
use std::fmt::Write;

const OPENING: &str = "# Mistakes in rules and settings

Each is said with its place, what is wrong there and what to write instead. An error stops the run with exit status 2; a
warning lets it go on. The codes are stable; `factlint explain-error CODE` prints what is said here, with a wrong example.
";

/// The page.
pub(super) fn page() -> String {
    let mut page = String::from(OPENING);
    for code in Code::ALL {
        let grade = match code.grade() {
            Grade::Error => "Error",
            Grade::Warning => "Warning",
        };
        let explained = explained(*code);
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {}\n\n{grade}: {}.\n", code.name(), code.about());
        if !explained.about.is_empty() {
            let _ = write!(page, "\n{}\n", explained.about);
        }
        if !explained.right.is_empty() {
            let _ = write!(page, "\nRight:\n\n{}", block("text", &explained.right.join("\n")));
        }
    }
    page
}
