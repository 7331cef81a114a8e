//! The rule language: rule files in, typed rules out.
//!
//! `layout` cuts a file into items and clauses, `parse` reads each clause, `check` resolves names
//! and types. Every mistake of a file is found in one run, with its place, a label and help.
//!
//! To add a clause: its word in `layout::CLAUSES`, its production in `parse::clause`, its line in
//! `syntax::Clause` and in `check::rule`. To add a mistake: its line in `code`, and a
//! case with its page in `fixtures/language/mistakes.txt`.

pub mod cases;
mod check;
mod code;
mod diagnostic;
mod format;
mod grammar;
mod layout;
mod line;
mod near;
mod parse;
pub mod pattern;
pub mod rule;
mod sheet;
mod syntax;
pub mod table;
#[cfg(test)]
mod tests;
mod unit;
pub mod vocabulary;
mod walk;

pub use check::{load, setting_value};
pub use code::Code;
pub use diagnostic::{Grade, Label, Mistake};
pub use format::{Unformatted, format};
pub use grammar::textmate;
pub use near::nearest;
