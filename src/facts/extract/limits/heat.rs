//! Temperatures that no weather brings and no body has: "a high of 584 degrees", "a body temperature of 140F".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;

/// What is lived through, in degrees Celsius, Fahrenheit, and whichever is meant where none is named.
struct Heat {
    of: &'static str,
    celsius: (i128, i128),
    fahrenheit: (i128, i128),
}

/// Beyond the records of weather stations: 56.7C and -89.2C.
const WEATHER: Heat = Heat { of: "weather", celsius: (-100, 62), fahrenheit: (-148, 145) };

/// Beyond what anybody survived: 46.5C, and 11.8C in snow.
const BODY: Heat = Heat { of: "body", celsius: (8, 47), fahrenheit: (46, 117) };

/// Words of heat that is no weather's, and of differences.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "oven", "kiln", "furnace", "engine", "fire", "flames", "lava", "surface", "planet", "venus", "mercury", "mars",
    "moon", "lunar", "star", "sun", "solar", "space", "orbit", "reactor", "steel", "iron", "metal", "sauna", "grill",
    "core", "pavement", "asphalt", "roads", "sand", "roof", "dashboard", "plasma", "sensor", "error", "typo", "wrongly",
    "mistakenly", "boiling", "melting", "test", "lab", "laboratory", "barbecue", "burn", "rise", "rotate", "turn", "dryer",
    "heated", "water", "cooked",
];

/// How far from a figure such words may stand, in tokens.
const NEAR: usize = 40;

/// Reads the temperatures that are told as such.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.measures.len() {
        let Some(measure) = reading.facts.measures.get(index) else { return };
        let Some(written) = measure.figure.written.filter(|_| measure.figure.hedge != Hedge::Dozens) else { continue };
        let scale = match &*measure.unit.name {
            "degree celsius" => Scale::Celsius,
            "degree fahrenheit" => Scale::Fahrenheit,
            "degree" => Scale::Untold,
            _ => continue,
        };
        let Some(sentence) = text.sentences.get(measure.at.sentence as usize) else { continue };
        let span = measure.at.span;
        let first = text.token_from(span.start);
        let floor = sentence.tokens.start;
        let near = text.near(first..first, NEAR);
        let Some((heat, by)) = told(text, floor, first) else { continue };
        let weak =
            measure.at.certainty == Certainty::Weak || near.into_iter().any(|at| OTHER.contains(&text.lower(at)));
        // "spun to a high of 720 degrees"
        let turned = matches!(scale, Scale::Untold)
            && written.over(Exact::whole(90)).is_some_and(|turns| turns.is_whole() && written > Exact::whole(90));
        if weak || turned {
            continue;
        }
        let (least, most) = match scale {
            Scale::Celsius => heat.celsius,
            Scale::Fahrenheit => heat.fahrenheit,
            Scale::Untold => (heat.celsius.0.min(heat.fahrenheit.0), heat.celsius.1.max(heat.fahrenheit.1)),
        };
        let bounds = Bounds { least: Some(Exact::whole(least)), most: Some(Exact::whole(most)) };
        note(reading, heat.of, (written, span), text.span(by.0, by.1), bounds);
    }
}

/// The scale that degrees are of.
enum Scale {
    Celsius,
    Fahrenheit,
    Untold,
}

/// How many tokens may stand between the words and the verb: "the high temperature in Leeds on Sunday was".
const REACH: usize = 8;

/// What the words before a figure tell it as.
fn told(text: &Text<'_>, floor: usize, first: usize) -> Option<(&'static Heat, (usize, usize))> {
    let back = |n: usize| first.checked_sub(n).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let verb = matches!(back(1), "was" | "were" | "is" | "reached" | "hit" | "of" | "at" | "near" | "above" | "to");
    if !verb {
        return None;
    }
    let from = first.saturating_sub(REACH + 1).max(floor);
    (from..first).rev().find_map(|at| match (text.lower(at), text.lower(at + 1)) {
        ("body", "temperature" | "temperatures") => Some((&BODY, (at, at + 1))),
        ("fever", "of") if at + 2 == first => Some((&BODY, (at, at))),
        // "a high temperature of 900 degrees" is one of anything.
        ("high" | "low", "temperature" | "temperatures") if at + 3 == first => None,
        ("high" | "low" | "daytime" | "overnight" | "afternoon", "temperature" | "temperatures") => {
            Some((&WEATHER, (at, at + 1)))
        }
        ("air", "temperature" | "temperatures") => Some((&WEATHER, (at, at + 1))),
        ("highs" | "lows", "of" | "near" | "around" | "in") if at + 2 == first => Some((&WEATHER, (at, at))),
        ("high" | "low", "of") if at + 2 == first && at > floor && matches!(text.lower(at - 1), "a" | "record") => {
            Some((&WEATHER, (at, at)))
        }
        _ => None,
    })
}
