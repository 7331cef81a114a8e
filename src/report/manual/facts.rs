//! The page of all kinds of fact, made from the schema.

use super::super::schema::{FieldLine, schema};
use super::{cell, code};
use crate::facts::names::LISTS;
use crate::facts::schema::Kind;
use std::fmt::Write;

const OPENING: &str = "# Kinds of fact

What factlint reads from an article, and what rules can ask of it. `factlint facts ARTICLE` prints the facts of an
article. A field with `?` may be absent: the text does not say it.
";

/// The page.
pub(super) fn page() -> String {
    let schema = schema();
    let mut page = String::from(OPENING);
    // Writing to a string cannot fail.
    let _ = write!(page, "\n## Every fact\n\nhas, beside its own fields:\n\n{}", table(&schema.common));
    for kind in &schema.kinds {
        let _ = write!(page, "\n## {}\n\n{}.\n", kind.name, capital(kind.about));
        if !kind.fields.is_empty() {
            let _ = write!(page, "\n{}", table(&kind.fields));
        }
    }
    page.push_str("\n## Named values\n\nThey are written as bare words: `where c.part is body`.\n\n| list | its members |\n|---|---|\n");
    for list in &schema.lists {
        let members: Vec<_> = list.members.iter().map(|member| code(member)).collect();
        let _ = writeln!(page, "| {} | {} |", list.name, members.join(" "));
    }
    page
}

fn table(fields: &[FieldLine]) -> String {
    let mut table = String::from("| field | type | what it is |\n|---|---|---|\n");
    for field in fields {
        let optional = if field.optional { "?" } else { "" };
        let _ = writeln!(table, "| `{}` | {}{optional} | {} |", field.name, linked(&field.of), cell(field.about));
    }
    table
}

/// The name of a type; a kind of fact or a list leads to what is said of it.
fn linked(of: &str) -> String {
    let (set, of) = of.strip_prefix("set of ").map_or(("", of), |of| ("set of ", of));
    if Kind::ALL.iter().any(|kind| kind.word() == of) {
        return format!("{set}[{of}](#{of})");
    }
    if LISTS.iter().any(|list| list.name == of) {
        return format!("{set}[{of}](#named-values)");
    }
    format!("{set}{of}")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
