//! Stets: signed decisions to let findings stand, each with its reason.
//!
//! `line` reads what a comment says, `signed` the file of signed stets, [`Desk`] puts both to the findings of an article: a finding that
//! one lets stand says so, and a stet that does not do its work is a finding itself. [`Flaw`] lists
//! what can be wrong with one; these rules look at stets and not at facts, so they are built in.

mod desk;
#[cfg(feature = "cli")]
mod edit;
mod flaw;
mod line;
mod signed;
#[cfg(test)]
mod tests;

pub use desk::Desk;
#[cfg(feature = "cli")]
pub use edit::{Unwritable, with};
pub use flaw::Flaw;
pub use signed::{Entry, FILE, Fate, Signed, Tally, read};
