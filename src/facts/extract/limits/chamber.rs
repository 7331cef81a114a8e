//! Seats in a chamber: "won 700 seats in the House of Commons", "the 150-seat Knesset".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::Things;
use crate::facts::names::Certainty;
use crate::text::TokenKind;
use std::sync::LazyLock;

/// The most seats that the chambers ever had.
static CHAMBERS: LazyLock<Things<Exact>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/chambers.csv"), |cells| {
        cells.first().and_then(|most| Exact::parse(most))
    })
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
        let Some(chamber) = CHAMBERS.beginning(text, at) else { continue };
        // "the House of Commons and the Lords", "the Scottish Parliament election" have other seats.
        if text.kind(chamber.end) == TokenKind::Word
            && matches!(text.lower(chamber.end), "and" | "since" | "over" | "between")
        {
            return;
        }
        note(reading, "seats", (written, span), text.span(at, chamber.end - 1), Bounds::up_to(chamber.row));
        return;
    }
}
