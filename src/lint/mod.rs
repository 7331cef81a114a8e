//! Linting: an article and rules in, ordered findings out.
//!
//! A [`Linter`] holds the rules in force and may be shared between threads; [`stets`] let its findings
//! stand, and a [`baseline`] holds those that are known. [`examples`] runs the examples that rules carry,
//! [`thorough`] says which conditions they do not need, [`accepted`] holds what was found before; [`builtin`]
//! holds the rules that factlint comes with.

pub mod accepted;
pub mod across;
pub mod baseline;
pub mod builtin;
mod check;
mod example_text;
pub mod examples;
pub mod finding;
pub mod known;
mod leave_out;
pub mod page;
pub mod settings;
pub mod stets;
pub mod suggested;
mod tally;
pub mod thorough;

pub use check::{Checked, Linter, Note, given_up};
pub use leave_out::Needed;
pub use tally::Tally;

#[cfg(test)]
mod check_tests;
#[cfg(test)]
mod examples_tests;
#[cfg(test)]
mod properties_tests;
#[cfg(test)]
mod thorough_tests;
#[cfg(test)]
mod wanted_tests;
