//! The engine: facts and checked rules in, reports out.
//!
//! A rule's conditions give one of four [answers](answer::Answer); only what surely breaks a `must`
//! is reported. Nothing here can fail: what cannot be worked out is absent, and absent is silent.
//!
//! A rule is planned once ([`Plan`]) and run over each article ([`run`]): variables are bound in
//! the order of the rule, found by the keys of equalities, and tested as soon as they are bound.
//!
//! To add a function: its line in [`Function`](crate::language::rule::Function), in the checker's
//! table, in `functions`, and its cases in the tests there. To add a comparison: its line in
//! [`Comparison`](crate::language::rule::Comparison), in `compare`, and a table of its answers.

mod across;
pub mod answer;
mod apart;
pub mod arithmetic;
mod columns;
pub mod compare;
mod demand;
mod evaluate;
pub mod explain;
mod figures;
mod functions;
pub mod identity;
mod key;
mod needs;
pub mod outline;
mod plan;
mod print;
mod report;
mod scale;
mod scan;
mod scope;
mod search;
mod slots;
pub mod term;
mod views;
mod world;

pub use across::{Joined, OnceKey, Row, Worth, explained, is_of_pairs, joined, rows};
pub use demand::asked;
pub use needs::{Met, Needs};
pub use plan::Plan;
pub use report::{Replacement, Report};
pub use search::{Joining, Run, Running, Starting, run};
pub use views::{Side, Views};
pub use world::World;

#[cfg(test)]
mod arithmetic_tests;
#[cfg(test)]
mod compare_tests;
#[cfg(test)]
mod figures_tests;
#[cfg(test)]
mod search_properties;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
pub(crate) mod test_facts;
#[cfg(test)]
mod test_terms;
