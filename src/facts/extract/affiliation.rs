//! Affiliations: the party and state of American politicians after their names, "Ann Lee (R-Ohio)".

use super::Reading;
use super::person::end_of;
use crate::facts::model::Affiliation;
use crate::source::Span;
use crate::text::{Text, gazetteer};

/// The most bytes that anybody writes between the brackets.
const LONGEST: usize = 24;

/// Abbreviations of states that are neither postal nor in the style of the Associated Press.
const OTHERS: &[(&str, &str)] = &[
    ("Penn", "Pennsylvania"),
    ("Penna", "Pennsylvania"),
    ("Tex", "Texas"),
    ("Cal", "California"),
    ("Wisc", "Wisconsin"),
    ("Oreg", "Oregon"),
    ("Ida", "Idaho"),
    ("Id", "Idaho"),
    ("Io", "Iowa"),
    ("Me", "Maine"),
    ("Ut", "Utah"),
    ("Alas", "Alaska"),
    ("Haw", "Hawaii"),
    ("Dela", "Delaware"),
    ("Nebr", "Nebraska"),
    ("DC", "District of Columbia"),
];

/// Reads what stands in brackets right after the mentions of people.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.people.len() {
        let Some(end) = end_of(&reading.facts.people, text, index).filter(|&end| text.word(end) == "(") else {
            continue;
        };
        let Some((party, state, span)) = affiliation(text, end + 1) else { continue };
        let certainty = reading.facts.people.get(index).map(|person| person.at.certainty);
        let Some(certainty) = certainty else { continue };
        let at = reading.at(span, certainty);
        reading.facts.affiliations.push(Affiliation { at, person: index as u32, party, state });
    }
}

/// "R-Fla.", "D-N.Y.", "I–Vermont", "D-CA-12" and a bracket.
fn affiliation(text: &Text<'_>, first: usize) -> Option<(Box<str>, Option<Box<str>>, Span)> {
    let party = text.word(first);
    let dash = matches!(text.word(first + 1), "-" | "–" | "‑" | "—");
    if !matches!(party, "R" | "D" | "I") || !dash {
        return None;
    }
    let last = (first + 2..first + 9).find(|&at| text.word(at) == ")")? - 1;
    let span = text.span(first, last);
    let state = text.written(text.span(first + 2, last));
    (span.len() <= LONGEST && last >= first + 2).then(|| (party.into(), named(state), span))
}

/// The state of "Fla.", "NY", "Vermont", "N.J.-3"; a slip of an abbreviation stands for itself.
fn named(written: &str) -> Option<Box<str>> {
    let cut = written.find(|c: char| c.is_ascii_digit() || c == ',' || c == '/').unwrap_or(written.len());
    let plain = written.get(..cut)?.trim_end_matches(['-', '–', ' ']);
    let joined: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    let state = gazetteer::us_state_abbreviated(plain)
        .or_else(|| gazetteer::us_state_abbreviated(&joined))
        .or_else(|| gazetteer::us_state(&plain.to_ascii_lowercase()))
        .map(|state| state.name);
    let bare = plain.trim_end_matches('.').replace('.', "");
    let other = OTHERS.iter().find(|(short, _)| *short == bare).map(|&(_, name)| name);
    if let Some(name) = state.or(other) {
        return Some(name.into());
    }
    // "Cailf." has the letters of "Calif." in another order.
    let slip = gazetteer::us_states().iter().any(|state| {
        let short = state.ap.trim_end_matches('.');
        short.len() > 3 && short.len() == bare.len() && sorted(short) == sorted(&bare)
    });
    slip.then(|| bare.into())
}

fn sorted(word: &str) -> Vec<u8> {
    let mut letters = word.to_ascii_lowercase().into_bytes();
    letters.sort_unstable();
    letters
}
