//! Bytes with places: spans and line positions.
//!
//! Takes nothing, gives [`Span`] and [`Lines`] to every floor above.

mod lines;
mod span;

pub use lines::{Lines, Position};
pub use span::Span;
