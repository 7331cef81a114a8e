//! Reports: findings and facts in, output out; one small file a format.

pub mod facts;
