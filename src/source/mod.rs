//! Bytes with places: spans, line positions, and texts that are not UTF-8 on disk.
//!
//! Takes bytes, gives [`Decoded`] text with a [`DiskMap`], [`Span`] and [`Lines`] to every floor above.

mod disk;
mod encoding;
mod lines;
mod span;

pub use disk::DiskMap;
pub use encoding::{Decoded, Undecodable, decode, encode};
pub use lines::{Lines, Position};
pub use span::Span;
