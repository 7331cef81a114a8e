//! Numbers whose digits are grouped wrongly: "6,5000,000", "$274,00".

use super::digits::{self, Digits};
use super::{Reading, currency};
use crate::facts::model::Malformed;
use crate::facts::names::Certainty;
use crate::text::Text;
use crate::text::lexicon::{self, Classes};

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
        (1, None) if counts(text, at) => Certainty::Likely,
        (1, _) => return Some(at + 1),
        _ => Certainty::Sure,
    };
    let first = currency.map_or(at, |(_, first)| first);
    let fact = Malformed { at: reading.at(text.span(first, at), certainty), fault: fault.into() };
    reading.facts.malformed.push(fact);
    Some(at + 1)
}

/// Whether a number with one comma and no currency is surely one number: "200,0000", "600,00 masks".
///
/// "April 3,2017" is a date without its space, "2,50" the decimal comma of much of Europe.
fn counts(text: &Text<'_>, at: usize) -> bool {
    let Some((first, last)) = text.word(at).split_once(',') else { return false };
    let year = last.len() == 4 && (last.starts_with('1') || last.starts_with("20"));
    match last.len() {
        2 => {
            let next = text.lower(at + 1);
            let counted = lexicon::classes(next).has(Classes::NOUN) && lexicon::is_plural(next) && !text.glued(at + 1);
            last == "00" && first.len() >= 2 && counted && !matches!(next, "euros" | "kroner" | "francs")
        }
        4 => !year && last.ends_with("000"),
        _ => false,
    }
}
