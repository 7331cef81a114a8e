//! Well-known figures that stand in another unit than their own: "a marathon of 26.2 kilometres", "Everest, at 29,032
//! metres".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;

/// A figure that everybody prints, and what it would be in the unit that it is printed in by mistake.
struct Known {
    /// A word of the sentence that names the thing.
    of: &'static str,
    /// The digits, as often as they are rounded, and the unit that they do not belong to.
    figures: &'static [&'static str],
    unit: &'static str,
    /// The least and the most in that unit.
    least: &'static str,
    most: &'static str,
}

const fn known(
    of: &'static str,
    figures: &'static [&'static str],
    unit: &'static str,
    least: &'static str,
    most: &'static str,
) -> Known {
    Known { of, figures, unit, least, most }
}

#[rustfmt::skip] // One figure a line.
const KNOWN: &[Known] = &[
    known("marathon", &["26.2"], "kilometre", "42.1", "42.3"),
    known("marathon", &["42.195", "42.2"], "mile", "26.1", "26.3"),
    known("marathon", &["13.1"], "kilometre", "21", "21.2"),
    known("everest", &["29028", "29029", "29032", "29035"], "metre", "8840", "8860"),
    known("everest", &["8848", "8849", "8850"], "foot", "29000", "29050"),
    known("kilimanjaro", &["19340", "19341"], "metre", "5880", "5910"),
    known("kilimanjaro", &["5895"], "foot", "19300", "19360"),
    known("light", &["186000", "186282"], "mile per hour", "670000000", "671500000"),
    known("light", &["300000", "299792"], "kilometre per hour", "1079000000", "1080500000"),
    known("moon", &["238000", "238855", "239000", "240000"], "kilometre", "356000", "407000"),
    known("moon", &["384000", "384400"], "mile", "221000", "253000"),
    known("moon", &["238000000", "239000000", "240000000"], "mile", "221000", "253000"),
    known("sun", &["93000000"], "kilometre", "147000000", "153000000"),
    known("sun", &["150000000"], "mile", "91000000", "95000000"),
    known("sun", &["93000"], "mile", "91000000", "95000000"),
];

/// How far before a figure the thing may be named, in tokens.
const REACH: usize = 10;

/// Words between a thing and its figure: "the marathon, a distance of", "Everest, the highest peak, at".
#[rustfmt::skip] // Words, a dozen a line.
const BETWEEN: &[&str] = &[
    ",", "(", "—", "–", "is", "was", "at", "a", "an", "the", "distance", "of", "full", "race", "course", "peak", "which",
    "that", "usually", "about", "travels", "goes", "moves", "speed", "away", "lies", "stands", "highest", "world", "'s",
    "’s", "mountain", "some", "roughly", "nearly", "around", "on", "average",
];

/// Reads the measures that have such digits and such a unit.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.measures.len() {
        let Some(measure) = reading.facts.measures.get(index) else { return };
        let of_unit = |known: &&Known| known.unit == &*measure.unit.name;
        if measure.at.certainty == Certainty::Weak || !KNOWN.iter().any(|known| of_unit(&known)) {
            continue;
        }
        let Some(written) = measure.figure.written else { continue };
        let same = |known: &&Known| known.figures.iter().any(|figure| Exact::parse(figure) == Some(written));
        let Some(sentence) = text.sentences.get(measure.at.sentence as usize) else { continue };
        let first = text.token_from(measure.at.span.start);
        let floor = first.saturating_sub(REACH).max(sentence.tokens.start);
        let found = KNOWN.iter().filter(of_unit).filter(same).find_map(|known| {
            let by = (floor..first).rev().find(|&at| text.lower(at) == known.of)?;
            let told = (by + 1..first).all(|at| BETWEEN.contains(&text.lower(at)));
            let by = Some(by).filter(|_| told)?;
            let bounds = Bounds { least: Some(Exact::parse(known.least)?), most: Some(Exact::parse(known.most)?) };
            Some((by, bounds))
        });
        let span = measure.at.span;
        if let Some((by, bounds)) = found {
            note(reading, "known", (written, span), text.span(by, by), bounds);
        }
    }
}
