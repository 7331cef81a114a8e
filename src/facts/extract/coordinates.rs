//! Coordinates: "55.2N, 3.1W", "12° 30′ S, 45° E", "55.2 degrees north, 3.1 degrees west".

use super::Reading;
use super::triggers::Trigger;
use crate::facts::exact::Exact;
use crate::facts::model::Coordinates;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Reads the pairs of a latitude and a longitude, and holds their tokens: "3.1W" is no watt.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for sentence in &text.sentences {
        let mut next = sentence.tokens.start;
        while let Some(at) = reading.next(next, sentence.tokens.end, Trigger::NUMBER) {
            next = at + 1;
            let Some((latitude, end)) = degrees(text, at, ["n", "s"]) else { continue };
            let from = end + usize::from(matches!(text.word(end), "," | "/" | "and"));
            let Some((longitude, end)) = degrees(text, from, ["e", "w"]).filter(|&(_, end)| end <= sentence.tokens.end)
            else {
                continue;
            };
            next = end;
            let fact = Coordinates { at: reading.at(text.span(at, end - 1), Certainty::Sure), latitude, longitude };
            reading.claim(at, end - 1);
            reading.facts.coordinates.push(fact);
        }
    }
}

/// The sides of the sky, as they are spelled out behind "degrees".
const SIDES: &[&str] = &["north", "south", "east", "west"];

/// "55.2N", "12° 30′ S", "55.2 degrees north": the degrees, with minutes as a part of one, and one past the letter.
fn degrees(text: &Text<'_>, at: usize, letters: [&str; 2]) -> Option<(Exact, usize)> {
    let number = |at: usize| (text.kind(at) == TokenKind::Number).then(|| Exact::parse(text.word(at))).flatten();
    let mut value = number(at)?;
    let mut next = at + 1;
    if matches!(text.lower(next), "°" | "º" | "degrees") {
        next += 1;
        if let Some(minutes) = number(next).filter(|_| matches!(text.word(next + 1), "′" | "'" | "’")) {
            value = value.plus(minutes.over(Exact::whole(60))?)?;
            next += 2;
            let seconds = number(next).is_some() && matches!(text.word(next + 1), "″" | "\"" | "”");
            next += 2 * usize::from(seconds);
        }
    }
    let said = text.lower(next - 1) == "degrees";
    let letter = text.lower(next);
    let named = said && letters.iter().any(|side| letter.starts_with(side)) && SIDES.contains(&letter);
    (named || letters.contains(&letter) && text.word(next) != letter).then_some((value, next + 1))
}
