//! Numbers whose digits are grouped wrongly: "6,5000,000", "$274,00".

use super::digits::{self, Digits};
use super::{Reading, currency};
use crate::facts::model::Malformed;
use crate::facts::names::Certainty;

/// Notes a malformed number at the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let token = text.word(at);
    if !token.contains(',') {
        return None;
    }
    let Digits::Malformed(fault) = digits::read(token) else { return None };
    let currency = currency::before(text, at, floor);
    let hangs = text.glued(at) && currency.is_none()
        || text.glued(at + 1) && matches!(text.word(at + 1), "-" | "/" | ":" | "_");
    let groups = token.bytes().filter(|&byte| byte == b',').count();
    // One comma may be a list without its space, or the decimal comma of much of Europe.
    let certainty = match (groups, &currency) {
        _ if hangs => return Some(at + 1),
        (1, Some((currency, _))) if matches!(currency.key, "dollar" | "GBP" | "USD") => Certainty::Likely,
        (1, _) => return Some(at + 1),
        _ => Certainty::Sure,
    };
    let first = currency.map_or(at, |(_, first)| first);
    let fact = Malformed { at: reading.at(text.span(first, at), certainty), fault: fault.into() };
    reading.facts.malformed.push(fact);
    Some(at + 1)
}
