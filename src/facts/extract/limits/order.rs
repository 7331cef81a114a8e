//! What ends before it begins: "jailed in 2012 and released in 2010", "opened in 1998, it closed in May 1989".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::text::Text;

/// Acts, and those that can only follow them.
const ORDERS: &[(&[&str], &[&str])] = &[
    (
        &["jailed", "imprisoned", "sentenced", "arrested", "detained", "captured", "convicted"],
        &["released", "freed", "paroled", "pardoned"],
    ),
    (&["arrested", "charged", "indicted"], &["tried", "convicted", "acquitted", "sentenced", "jailed", "executed"]),
    (
        &["founded", "established", "opened", "launched", "built", "started", "began", "created", "formed"],
        &[
            "closed",
            "shut",
            "folded",
            "dissolved",
            "demolished",
            "ended",
            "collapsed",
            "disbanded",
            "bankrupt",
            "split",
        ],
    ),
    (&["married", "wed"], &["divorced", "separated", "widowed"]),
    (
        &["joined", "hired", "appointed", "elected", "signed", "enlisted", "enrolled"],
        &["left", "resigned", "retired", "fired", "sacked", "dismissed", "quit", "re-elected", "graduated", "ousted"],
    ),
    (&["bought", "acquired", "purchased"], &["sold", "resold"]),
    (&["engaged"], &["married", "wed"]),
    (&["diagnosed"], &["died"]),
    (&["built", "completed"], &["demolished", "destroyed", "restored", "renovated"]),
    (&["conceived", "planned"], &["built", "completed", "finished"]),
];

/// The most tokens between an act and its "in".
const REACH: usize = 6;

/// Reads the pairs of dated acts of one subject, the later told with the earlier year.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 1..reading.facts.dates.len() {
        let dates = &reading.facts.dates;
        let (Some(one), Some(two)) = (dates.get(index - 1), dates.get(index)) else { return };
        let explicit = one.explicit && two.explicit && one.at.sentence == two.at.sentence;
        let (Some(from), Some(to)) = (one.value, two.value) else { continue };
        if !explicit || !to.surely_before(from) {
            continue;
        }
        let (one, two) = (one.at.span, two.at.span);
        let (begin, end) = (text.token_from(one.end), text.token_from(two.start));
        let Some(first) = act(text, text.near(begin..begin, 3 * REACH).start, text.token_from(one.start)) else {
            continue;
        };
        let Some(second) = act(text, begin, end).filter(|&second| is_same(text, begin, second)) else { continue };
        let ordered = ORDERS
            .iter()
            .any(|(befores, afters)| befores.contains(&text.lower(first)) && afters.contains(&text.lower(second)));
        if ordered {
            let least = Exact::from(i64::from(from.first.year()));
            let bounds = Bounds { least: Some(least), most: None };
            let year = Exact::from(i64::from(to.first.year()));
            note(reading, "order", (year, text.span(second, end).to(two)), text.span(first, first).to(one), bounds);
        }
    }
}

/// The act that a date is told of: the last of the table before its "in".
fn act(text: &Text<'_>, floor: usize, first: usize) -> Option<usize> {
    let lead = first.checked_sub(1).filter(|&lead| lead > floor && matches!(text.lower(lead), "in" | "on"))?;
    let known = |at: usize| {
        ORDERS.iter().any(|(befores, afters)| befores.contains(&text.lower(at)) || afters.contains(&text.lower(at)))
    };
    (floor.max(lead.saturating_sub(REACH))..lead).rev().find(|&at| known(at))
}

/// "and was", ", he": whether the second act is of the same subject.
fn is_same(text: &Text<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    at += usize::from(text.word(at) == ",");
    let joined = matches!(text.lower(at), "and" | "but" | "then");
    at += usize::from(joined);
    let named = matches!(text.lower(at), "he" | "she" | "it" | "they");
    at += usize::from(named);
    (joined || named) && to - from <= REACH && (at..to).all(|at| BETWEEN.contains(&text.lower(at)))
}

/// Words between the subject of the second act, which is that of the first, and the act.
const BETWEEN: &[&str] =
    &["was", "were", "had", "been", "later", "then", "finally", "only", "to", "be", "went", "got", "down"];
