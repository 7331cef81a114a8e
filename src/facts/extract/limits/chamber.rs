//! Seats in a chamber: "won 700 seats in the House of Commons", "the 150-seat Knesset".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::text::words::WordMap;
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The chambers by the first word of their names.
static CHAMBERS: LazyLock<WordMap<Vec<(&'static str, Exact)>>> = LazyLock::new(|| {
    let table = include_str!("../../../../tables/chambers.csv");
    let mut rows: FxHashMap<&'static str, Vec<(&'static str, Exact)>> = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        let (Some(name), Some(most)) = (cells.next(), cells.next().and_then(Exact::parse)) else { continue };
        let first = name.split(' ').next().unwrap_or(name);
        rows.entry(first).or_default().push((name, most));
    }
    rows.into_iter().collect()
});

/// What may stand between the seats and the name.
const BETWEEN: &[&str] = &["in", "of", "at", "the", "’s", "'s", "available", "contested"];

/// Reads a count of seats.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let (Some(written), noun, span) = (count.figure.written, count.noun.span, count.figure.span) else { return };
    let after = text.token_from(noun.end);
    // "the 650-member House" counts its members; "700 members of the House" may have sat one after the other.
    let hyphened = matches!(text.word(text.token_from(span.end)), "-" | "‑");
    if !hyphened && (&*count.noun.key == "member" || count.at.certainty == Certainty::Weak) {
        return;
    }
    let limit = after + if hyphened { 1 } else { 6 };
    let first = (after..limit).take_while(|&at| at == after || BETWEEN.contains(&text.lower(at - 1)));
    for at in first {
        let Some((end, most)) = chamber(text, at) else { continue };
        // "the House of Commons and the Lords", "the Scottish Parliament election" have other seats.
        if text.kind(end) == TokenKind::Word && matches!(text.lower(end), "and" | "since" | "over" | "between") {
            return;
        }
        note(reading, "seats", (written, span), text.span(at, end - 1), Bounds::up_to(most));
        return;
    }
}

/// The chamber whose name begins with the token: one past its last token, and its most seats.
fn chamber(text: &Text<'_>, at: usize) -> Option<(usize, Exact)> {
    let rows = CHAMBERS.get(text.lower(at))?;
    rows.iter().find_map(|(name, most)| {
        let end = at + name.split(' ').count();
        (text.lowered(text.span(at, end - 1)) == *name).then_some((end, *most))
    })
}
