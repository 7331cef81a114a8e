//! Stets: signed decisions to let findings stand, each with its reason.
//!
//! `line` reads what a comment says, [`Desk`] puts stets to the findings of an article: a finding that
//! one lets stand says so, and a stet that does not do its work is a finding itself. [`Flaw`] lists
//! what can be wrong with one; these rules look at stets and not at facts, so they are built in.

mod desk;
mod flaw;
mod line;
#[cfg(test)]
mod tests;

pub use desk::Desk;
pub use flaw::Flaw;
