//! factlint reads a news article, extracts what it states, and reports what cannot be true.
//!
//! Data rises one floor at a time, and a floor uses itself and what is below it:
//!
//! ```text
//! source → article → text → facts → language → engine → lint → report → (doors: cli)
//! ```
//!
//! `tests/house.rs` holds the floors to that order.

pub mod article;
pub mod engine;
pub mod facts;
pub mod language;
pub mod lint;
pub mod report;
pub mod source;
pub mod text;

#[cfg(feature = "cli")]
pub mod cli;
