//! Measures likened to things that readers know: "10 acres, the size of eight football fields".

use super::rounding::rounded;
use super::{Reading, Spot, SpotKind, Spots, weaker};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::model::{Likeness, Name};
use crate::facts::names::Certainty;
use crate::facts::quantity::Dimension;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};
use std::ops::Range;

/// How far a measure may stand from what it is likened to, in tokens.
const REACH: usize = 16;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let Some(spot) = spots.get(index).filter(|spot| spot.kind == SpotKind::Measure && spot.is_firm()) else {
                continue;
            };
            let next = spots.get(index + 1).filter(|_| index + 1 < sentence.end);
            let found = counted(reading, spot, next)
                .or_else(|| {
                    turned(
                        reading,
                        spot,
                        index.checked_sub(1).filter(|at| sentence.contains(at)).and_then(|at| spots.get(at)),
                    )
                })
                .or_else(|| named(reading, spot, next))
                .or_else(|| inside(reading, spot))
                .or_else(|| filled(reading, spot));
            if let Some(likeness) = found {
                reading.facts.likenesses.push(likeness);
            }
        }
    }
}

/// What a unit measures, for the table of things.
fn measures(of: Dimension) -> Option<&'static str> {
    let length = |length| Dimension { length, ..Dimension::default() };
    [("length", 1), ("area", 2), ("volume", 3)]
        .into_iter()
        .find(|&(_, power)| of == length(power))
        .map(|(name, _)| name)
}

/// The things first: "the size of eight football fields, or 10 acres".
fn turned(reading: &Reading<'_>, spot: &Spot, things: Option<&Spot>) -> Option<Likeness> {
    let text = reading.text;
    let things =
        things.filter(|things| things.kind == SpotKind::Count && things.is_firm() && things.end <= spot.first)?;
    let count = reading.facts.counts.get(things.index as usize)?;
    let back = |n: usize| things.first.checked_sub(n).map_or("", |at| text.lower(at));
    let sized = match back(1) {
        "of" => matches!(back(2), "size" | "area" | "length" | "volume" | "height"),
        "as" => matches!(back(2), "big" | "large" | "long" | "high" | "tall"),
        _ => false,
    };
    let gap: Vec<&str> = (things.end..spot.first).map(|at| text.lower(at)).collect();
    let told = matches!(gap.as_slice(), [",", "or"] | ["(" | "—" | "–" | "-" | "--"] | [",", "or", "about"]);
    let figure = count.figure.written?;
    let noun = count.noun.phrase.to_lowercase();
    (sized && told).then(|| likeness(reading, spot, things.at.span, figure, noun, things.at.certainty))?
}

/// So many things: "260,000 acres are equal to about 3,500 football fields".
fn counted(reading: &Reading<'_>, spot: &Spot, next: Option<&Spot>) -> Option<Likeness> {
    let text = reading.text;
    let next = next.filter(|next| next.kind == SpotKind::Count && next.is_firm())?;
    let count = reading.facts.counts.get(next.index as usize)?;
    let noun = text.token_from(count.noun.phrase_span.start);
    // "200 football pitches away" is a distance.
    if matches!(text.lower(next.end), "away" | "from" | "apart" | "long" | "high" | "off") {
        return None;
    }
    if noun > spot.end + REACH || !likens(text, spot.end..noun) {
        return None;
    }
    likeness(reading, spot, next.at.span, count.figure.written?, count.noun.phrase.to_lowercase(), next.at.certainty)
}

/// Whether the words say that the one is as large as the other.
fn likens(text: &Text<'_>, between: Range<usize>) -> bool {
    let blocked = between.clone().any(|at| {
        matches!(
            text.lower(at),
            "than"
                | "per"
                | "plus"
                | "for"
                | "from"
                | "with"
                | "includes"
                | "including"
                | "lost"
                | "loses"
                | "gained"
                | ";"
        )
    });
    let word = |at: usize, words: &[&str]| words.contains(&text.lower(at));
    !blocked
        && between.clone().any(|at| {
            word(at, &["size"]) && word(at + 1, &["of"])
                || word(at, &["equal", "equivalent"]) && word(at + 1, &["to", "of"])
                || word(at, &["equals", "or"])
                || word(at, &["as"]) && word(at + 1, &["big", "large", "much"])
                || word(at, &["which", "that"]) && word(at + 1, &["is", "equals"])
                || word(at, &["fill"])
        })
}

/// One thing by its name, or a multiple of it: "8,000 sq miles, about the size of Wales", "half the size of
/// Manhattan".
fn named(reading: &Reading<'_>, spot: &Spot, next: Option<&Spot>) -> Option<Likeness> {
    let text = reading.text;
    let sentence = text.sentences.get(spot.at.sentence as usize)?.tokens.end;
    let end = (spot.end + REACH).min(sentence);
    let of = (spot.end..end).find(|&at| matches!(text.lower(at), "size" | "area") && text.lower(at + 1) == "of")?;
    let mut first = of + 2;
    if text.lower(first) == "the" {
        first += 1;
    }
    let thing = place(text, first)?;
    let (times, lead) = multiple(text, of.checked_sub(1)?)?;
    // Another figure between is what is likened, unless it is the multiple.
    if next.is_some_and(|next| next.first < lead) || (spot.end..lead).any(|at| text.lower(at) == "than") {
        return None;
    }
    let name = text.written(thing).to_lowercase();
    likeness(reading, spot, thing, times, name, Certainty::Sure)
}

/// The multiple before "the size of", whose article is at the token, and where it begins.
fn multiple(text: &Text<'_>, article: usize) -> Option<(Exact, usize)> {
    if text.lower(article) != "the" {
        return None;
    }
    let at = article.checked_sub(1)?;
    match text.lower(at) {
        "half" => Some((Exact::fraction(1, 2)?, at)),
        "twice" | "double" => Some((Exact::whole(2), at)),
        "triple" => Some((Exact::whole(3), at)),
        "times" => {
            let first = at.checked_sub(1)?;
            let numeral = numeral::read(text, first).filter(|numeral| numeral.end == at && !numeral.fraction)?;
            Some((numeral.value, first))
        }
        "about" | "roughly" | "nearly" | "around" | "almost" | "approximately" | "," | "–" | "—" | "(" | "is"
        | "area" | "region" | "are" | "just" | "to" => Some((Exact::ONE, article)),
        _ => None,
    }
}

/// "The 500 tonnes drained each night would fill an Olympic pool": one thing that so much fills, and no part or multiple
/// of it.
fn filled(reading: &Reading<'_>, spot: &Spot) -> Option<Likeness> {
    let text = reading.text;
    let end = text.sentences.get(spot.at.sentence as usize)?.tokens.end.min(spot.end + REACH);
    let verb = (spot.end..end).find(|&at| matches!(text.lower(at), "fill" | "fills" | "filled" | "filling"))?;
    let part = (spot.end..verb).any(|at| {
        matches!(
            text.lower(at),
            "not" | "never" | "half" | "twice" | "times" | "than" | "quarter" | "third" | "every" | "helped" | ";"
        )
    });
    let first = verb + 2;
    let stop = (first..first + 6).find(|&at| text.kind(at) != TokenKind::Word && text.word(at) != "-")?;
    let whole = matches!(text.word(stop), "." | "," | ";" | ")" | "");
    let goes_on = (first..stop).any(|at| lexicon::classes(text.lower(at)).has(lexicon::Classes::PREPOSITION));
    if part || goes_on || !whole || stop == first || !matches!(text.lower(verb + 1), "a" | "an" | "one") {
        return None;
    }
    let thing = text.span(first, stop - 1);
    let name = text.written(thing).to_lowercase();
    likeness(reading, spot, thing, Exact::ONE, name, Certainty::Likely)
}

/// Words that stand between "in" and the place.
const MODIFIERS: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "rural",
    "coastal",
    "mainland",
    "upstate",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "the",
];

/// Words between a place and the area that lies in it: "covers", "has burned".
const COVERS: &[&str] = &[
    "covers",
    "cover",
    "covering",
    "covered",
    "spans",
    "spanning",
    "burned",
    "has",
    "have",
    "is",
    "stretches",
    "across",
    "more",
    "than",
    "about",
    "some",
    "nearly",
    "over",
    "encompasses",
    "encompassing",
    "or",
    ",",
    "of",
    "scorched",
    "charred",
    "protects",
    "that",
    "which",
];

/// How far from an area words of the sea are looked for, in tokens.
const OFF_LAND_REACH: usize = 60;

/// Words of areas that are no land of the place, or that are compared with others.
const OFF_LAND: &[&str] = &[
    "marine",
    "ocean",
    "sea",
    "seas",
    "waters",
    "monument",
    "fishing",
    "fish",
    "gulf",
    "size",
    "times",
    "combined",
    "larger",
    "bigger",
    "countries",
    "states",
    "world",
    "airspace",
    "coast",
    "offshore",
    "shelf",
];

/// An area that lies in a place: "100,000 square miles of northern California", "the forest in Minnesota
/// covers 1.1 million square miles".
fn inside(reading: &Reading<'_>, spot: &Spot) -> Option<Likeness> {
    let text = reading.text;
    let measure = reading.facts.measures.get(spot.index as usize)?;
    let land = matches!(&*measure.unit.name, "square mile" | "square kilometre" | "acre" | "hectare");
    let sentence = text.sentences.get(spot.at.sentence as usize)?.tokens.clone();
    let at_sea = || text.near(spot.first..spot.end, OFF_LAND_REACH).any(|at| OFF_LAND.contains(&text.lower(at)));
    if !land || at_sea() {
        return None;
    }
    let in_place = |at: usize| {
        let first = (at + 1..at + 4).find(|&at| !MODIFIERS.contains(&text.lower(at)))?;
        place(text, first)
    };
    let after = matches!(text.lower(spot.end), "of" | "in" | "across").then(|| in_place(spot.end)).flatten();
    let thing = after.or_else(|| {
        let from = spot.first.saturating_sub(9).max(sentence.start);
        let at = (from..spot.first).rev().find(|&at| text.lower(at) == "in")?;
        let thing = in_place(at)?;
        let end = text.token_from(thing.end.saturating_sub(1)) + 1;
        (end < spot.first && (end..spot.first).all(|at| COVERS.contains(&text.lower(at)))).then_some(thing)
    })?;
    let name = text.written(thing).to_lowercase();
    let found = likeness(reading, spot, thing, Exact::ONE, name, Certainty::Sure)?;
    Some(Likeness { within: true, ..found })
}

/// The name of a place that begins at the token, of at most three words.
fn place(text: &Text<'_>, first: usize) -> Option<Span> {
    let capital =
        |at: usize| text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower);
    let length = (first..first + 3).take_while(|&at| capital(at)).count();
    let last = first + length.checked_sub(1)?;
    let goes_on = text.kind(last + 1) == TokenKind::Possessive || matches!(text.lower(last + 1), "and" | "or" | "-");
    (!goes_on).then(|| text.span(first, last))
}

fn likeness(
    reading: &Reading<'_>,
    spot: &Spot,
    thing_span: Span,
    times: Exact,
    thing: String,
    certainty: Certainty,
) -> Option<Likeness> {
    let measure = reading.facts.measures.get(spot.index as usize)?;
    let factor = measure.unit.factor?;
    // A tonne of what fills a pool is a cubic metre.
    let water = thing.contains("pool") && matches!(&*measure.unit.name, "tonne" | "ton" | "kilogram");
    let measures = if water { "volume" } else { measures(measure.unit.dimension)? };
    let factor = if water { factor.over(Exact::whole(1000))? } else { factor };
    let written = measure.figure.written.filter(|written| *written > Exact::ZERO && times > Exact::ZERO)?;
    let size: Interval = rounded(written, measure.figure.style).scaled(factor.over(times)?);
    let at = reading.at(spot.at.span.to(thing_span), weaker(spot.at.certainty, certainty));
    Some(Likeness {
        at,
        measure: spot.index,
        times,
        thing: Name { key: thing.into(), span: thing_span },
        measures: measures.into(),
        size,
        within: false,
    })
}
