//! The rule language: rule files in, typed rules out.
//!
//! `layout` cuts a file into items and clauses, `parse` reads each clause, `check` resolves names
//! and types. Every mistake of a file is found in one run, with its place, a label and help.

pub mod rule;
pub mod table;
