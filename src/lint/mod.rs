//! Linting: an article and rules in, ordered findings out.

pub mod finding;
