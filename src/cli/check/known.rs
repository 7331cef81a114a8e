//! What became of the findings that a baseline holds, in words.

use crate::lint::baseline::{Baseline, Known};
use crate::report;
use std::fmt::Write;

/// At most so many findings that are gone from a baseline are named.
const NAMED: usize = 20;

pub(super) fn findings(count: usize) -> String {
    format!("{count} finding{}", if count == 1 { "" } else { "s" })
}

/// What a baseline holds and is no longer found, a line each.
pub(super) fn no_longer_found(gone: &Baseline, dropped: bool) -> String {
    let (verb, what) = (if gone.count() == 1 { "is" } else { "are" }, findings(gone.count()));
    let then = if dropped { "and dropped" } else { "(--write-baseline drops them)" };
    let mut text = format!("note: {what} of the baseline {verb} no longer found {then}\n");
    for (Known { filed, rule, words }, _) in gone.findings.iter().take(NAMED) {
        let id = filed.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let words = words.first().map(|words| report::excerpt::harmless(words)).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}{id}: {rule}: “{words}”", filed.path);
    }
    if gone.findings.len() > NAMED {
        let _ = writeln!(text, "  and {} more", gone.findings.len() - NAMED);
    }
    text
}
