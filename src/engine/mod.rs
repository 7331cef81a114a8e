//! The engine: facts and checked rules in, reports out.
//!
//! A rule's conditions give one of four [answers](answer::Answer); only what surely breaks a `must`
//! is reported. Nothing here can fail: what cannot be worked out is absent, and absent is silent.

pub mod answer;
pub mod arithmetic;
pub mod compare;
pub mod identity;
pub mod term;

#[cfg(test)]
mod compare_tests;
