//! facts and rules in, findings out.
