//! findings in, output out.
