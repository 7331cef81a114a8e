//! The page of all kinds of mistake in rules, tables and settings, made from their codes.

use super::cell;
use crate::language::{Code, Grade};
use std::fmt::Write;

const OPENING: &str = "# Mistakes in rules and settings

Each is said with its place, what is wrong there and what to write instead. An error stops the run with exit status 2; a
warning lets it go on. The codes are stable.

| code | | what is wrong |
|---|---|---|
";

/// The page.
pub(super) fn page() -> String {
    let mut page = String::from(OPENING);
    for code in Code::ALL {
        let grade = match code.grade() {
            Grade::Error => "error",
            Grade::Warning => "warning",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| `{}` | {grade} | {} |", code.name(), cell(code.about()));
    }
    page
}
