//! Time zones after a time of day: "GMT", "(CET)", "UTC+4", "Eastern time", "Paris time".

use super::clock::Sign;
use super::words::{is, is_dash};
use crate::text::{Case, Text, TokenKind};

/// The zone of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    None,
    /// Greenwich or Coordinated Universal Time.
    Universal,
    Other,
}

/// Short names of time zones.
const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "EST", "EDT", "ET", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "CET", "CEST",
    "IST", "JST", "AEST", "AEDT", "HKT", "SGT", "MSK", "WAT", "EAT", "SAST", "PKT", "NST", "AST", "G.M.T.", "E.T.",
    "E.S.T.", "E.D.T.", "P.T.", "WIB", "KST", "NZST", "NZDT", "AWST", "ACST", "WET", "WEST", "EET", "EEST", "AKST",
    "AKDT", "HST", "ICT", "PHT", "AKT",
];

/// Words that name a zone with "time" after them, and in America without.
const REGIONS: &[&str] = &["eastern", "central", "pacific", "mountain"];

/// The zone that begins at a token, and the token after it.
pub(super) fn read(text: &Text<'_>, at: usize, sign: Sign) -> (Zone, usize) {
    let bracket = usize::from(is(text, at, "("));
    let first = at + bracket;
    if ZONES.contains(&text.word(first)) {
        let (zone, mut end) = offset(text, first);
        if is(text, end, "time") {
            end += 1;
        }
        return match (bracket, is(text, end, ")")) {
            (0, _) => (zone, end),
            (_, true) => (zone, end + 1),
            (_, false) => (Zone::None, at),
        };
    }
    if bracket == 1 {
        return (Zone::None, at);
    }
    if REGIONS.contains(&text.lower(at)) {
        let next = at + 1 + usize::from(matches!(text.lower(at + 1), "standard" | "daylight"));
        if is_time(text, next) {
            return (Zone::Other, next + 1);
        }
        let alone = text.token(at).is_some_and(|token| token.case == Case::Title)
            && !text.token(at + 1).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Title);
        return if alone && sign == Sign::Said { (Zone::Other, at + 1) } else { (Zone::None, at) };
    }
    if is(text, at, "local") && is(text, at + 1, "time") {
        return (Zone::Other, at + 2);
    }
    // "5pm Paris time", "14:00 New York time"
    if sign == Sign::Said || sign == Sign::Written {
        for words in 1..=2 {
            let named = (at..at + words).all(|at| {
                text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower)
            });
            if named && is(text, at + words, "time") {
                return (Zone::Other, at + words + 1);
            }
        }
    }
    (Zone::None, at)
}

fn is_time(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "time")
}

/// "UTC", "UTC+4", "GMT -3": the zone and the token after it.
fn offset(text: &Text<'_>, at: usize) -> (Zone, usize) {
    let universal = matches!(text.word(at), "UTC" | "GMT" | "G.M.T.");
    let zone = if universal { Zone::Universal } else { Zone::Other };
    let signed = is(text, at + 1, "+") || is_dash(text, at + 1);
    let hours = text.word(at + 2).parse::<u8>().is_ok_and(|hours| hours <= 14);
    let joined = text.glued(at + 2) || is(text, at + 1, "+");
    if universal && signed && hours && joined && text.kind(at + 2) == TokenKind::Number {
        return (Zone::Other, at + 3);
    }
    (zone, at + 1)
}
