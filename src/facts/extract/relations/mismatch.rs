//! Units that do not measure what the words beside them tell: "23 square miles wide", "5 billion watts a
//! year", "17.4% per 100,000".

use super::{Reading, Spot, SpotKind, Spots, are, cents, converted};
use crate::facts::exact::Exact;
use crate::facts::extract::currency;
use crate::facts::model::{Measure, Mismatch};
use crate::facts::names::Certainty;
use crate::facts::quantity::Dimension;
use crate::facts::units;
use crate::source::Span;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Text, TokenKind};

/// What is wrong, for a message, and with what.
pub(super) type Fault = (&'static str, &'static str);

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        let Some(spots) = spots.all.get(sentence) else { continue };
        for pair in spots.windows(2) {
            if let [one, other] = pair
                && one.is_firm()
                && other.is_firm()
                && let Some(fault) = changed(reading.text, one, other)
            {
                note(reading, one.at.span.to(other.at.span), fault);
            }
        }
        for pair in spots.windows(2) {
            if let [one, other] = pair
                && let Some((fault, which)) = cents::hundredths(reading, one, other)
            {
                note(reading, which, fault);
            }
        }
        for three in spots.windows(3) {
            if let Some(fault) = cents::difference(reading, three)
                && let Some(last) = three.last()
            {
                note(reading, last.at.span, fault);
            }
        }
    }
    for spot in &spots.all {
        let text = reading.text;
        if spot.kind == SpotKind::Measure
            && let Some(end) = unit_alone(text, spot.end)
        {
            let fault = "a unit is put into another without a figure";
            note(reading, spot.at.span.to(text.span(spot.first, end - 1)), ("bare", fault));
        }
        if !spot.is_firm() {
            continue;
        }
        if spot.kind == SpotKind::Measure && is_homes_a_year(reading, spot) {
            note(reading, spot.at.span, ("homes", "a rate already: “a year” does not belong to the homes it powers"));
        }
        let found = match spot.kind {
            SpotKind::Measure => match reading.facts.measures.get(spot.index as usize) {
                Some(measure) => measured(text, spot, measure.unit.dimension, &measure.unit.name),
                None => None,
            },
            SpotKind::Percent => per_many(text, spot.end).map(|end| (("rate", "per cent is a rate per hundred"), end)),
            SpotKind::Money => is_power_priced(reading, spot)
                .then_some((("power", "energy is sold in kilowatt hours, not in kilowatts"), spot.end))
                .or_else(|| cents::signed(text, spot))
                .or_else(|| cents::of_a_dollar(reading, spot)),
            SpotKind::Number | SpotKind::Count | SpotKind::Points | SpotKind::Ratio => None,
        };
        if let Some((fault, end)) = found {
            note(reading, spot.at.span.to(text.span(spot.first, end - 1)), fault);
        }
    }
    reading.facts.mismatches.sort_by_key(|mismatch| mismatch.at.span);
}

fn note(reading: &mut Reading<'_>, span: Span, (of, fault): Fault) {
    let at = reading.at(span, Certainty::Likely);
    reading.facts.mismatches.push(Mismatch { at, of: of.into(), fault: fault.into() });
}

/// "11 cents per kilowatt": what costs so little is an hour of it.
fn is_power_priced(reading: &Reading<'_>, spot: &Spot) -> bool {
    reading.facts.moneys.get(spot.index as usize).is_some_and(|money| {
        let most = match money.per.as_deref() {
            Some("kilowatt") => Exact::ONE,
            Some("megawatt") => Exact::whole(300),
            _ => return false,
        };
        money.value.interval.middle().is_some_and(|price| price < most)
    })
}

/// "makes 3 megawatts and can light 1,900 homes a year": power, and homes by the year, where no energy is told.
fn is_homes_a_year(reading: &Reading<'_>, spot: &Spot) -> bool {
    let text = reading.text;
    let measure = |index: usize| reading.facts.measures.get(index);
    let unit = measure(spot.index as usize).map_or("", |measure| &*measure.unit.name);
    if !matches!(unit, "kilowatt" | "megawatt" | "gigawatt") {
        return false;
    }
    let energy = |step: isize| {
        std::iter::successors((spot.index as usize).checked_add_signed(step), |at| at.checked_add_signed(step))
            .map_while(measure)
            .take_while(|other| other.at.sentence == spot.at.sentence)
            .any(|other| other.unit.name.ends_with(" hour"))
    };
    let Some(tokens) = text.sentences.get(spot.at.sentence as usize).map(|sentence| sentence.tokens.clone()) else {
        return false;
    };
    let powered = |at: usize| {
        let (next, last) = (text.lower(at + 1), text.lower(at + 2));
        let year = matches!(next, "a" | "per" | "each" | "every") && last == "year"
            || next == "for" && matches!(last, "a" | "one") && text.lower(at + 3) == "year";
        let verb = |at: usize| {
            matches!(text.lower(at), "power" | "supply" | "light" | "serve" | "heat" | "run" | "electricity" | "energy")
        };
        matches!(text.lower(at), "homes" | "houses" | "households") && year && (at.saturating_sub(9)..at).any(verb)
    };
    spot.end < tokens.end && (spot.end..tokens.end).any(powered) && !energy(-1) && !energy(1)
}

/// A measure and the one in the bracket after it, which cannot convert: "30,000 sq km (11,600 miles)" and
/// "80mph (129km)" would agree if the second kept its square or its hour.
pub(super) fn restated(reading: &mut Reading<'_>, first: &Spot, second: &Spot) {
    let measure = |spot: &Spot| reading.facts.measures.get(spot.index as usize);
    let (Some(one), Some(other)) = (measure(first), measure(second)) else { return };
    let fault = lost(one, other).or_else(|| lost(other, one)).or_else(|| {
        let economy = |of: &Measure| of.unit.dimension == Dimension { length: -2, ..Dimension::default() };
        (is_speed(one) && economy(other) || economy(one) && is_speed(other)).then_some("a speed is no use of fuel")
    });
    let fault = fault
        .or_else(|| converted::is_converted(one, other).then_some("the unit of one of the two is that of the other"));
    let Some(fault) = fault else { return };
    note(reading, first.at.span.to(second.at.span), ("dimension", fault));
}

/// A volume and the mass that is told beside it, of what is nearly all water: "20,000 litres, or 900 kg, of
/// milk".
pub(super) fn weighed(reading: &mut Reading<'_>, first: &Spot, second: &Spot) {
    let measure = |spot: &Spot| reading.facts.measures.get(spot.index as usize);
    let (Some(one), Some(other)) = (measure(first), measure(second)) else { return };
    let is_volume = |of: &Measure| of.unit.dimension == Dimension { length: 3, ..Dimension::default() };
    let is_mass = |of: &Measure| of.unit.dimension == Dimension { mass: 1, ..Dimension::default() };
    let (volume, mass) = match (is_volume(one) && is_mass(other), is_mass(one) && is_volume(other)) {
        (true, _) => (one, other),
        (_, true) => (other, one),
        _ => return,
    };
    let size = |measure: &Measure| {
        // Gallons are of four litres, more or less.
        let factor =
            measure.unit.factor.or_else(|| Exact::fraction(1, 250).filter(|_| &*measure.unit.name == "gallon"));
        measure.figure.written?.times(factor?)
    };
    let text = reading.text;
    let watery = (second.end..second.end + 4).any(|at| WATERY.contains(&text.lower(at)))
        || (first.end..first.end + 3).any(|at| WATERY.contains(&text.lower(at)));
    let density = size(mass).zip(size(volume)).and_then(|(mass, volume)| mass.over(volume));
    if watery && density.is_some_and(|density| density < Exact::whole(600) || Exact::whole(1800) < density) {
        let fault = "a litre of it weighs about a kilogram";
        note(reading, first.at.span.to(second.at.span), ("density", fault));
    }
}

/// What is nearly all water.
const WATERY: &[&str] = &[
    "water",
    "wastewater",
    "rainwater",
    "seawater",
    "floodwater",
    "sewage",
    "milk",
    "beer",
    "wine",
    "juice",
    "soup",
    "tea",
    "coffee",
    "blood",
    "slurry",
];

/// "a quarter of a per cent (0.0025 per cent)": a fraction of a percentage, and another percentage beside it.
pub(super) fn same_percent(reading: &mut Reading<'_>, first: &Spot, second: &Spot) {
    let text = reading.text;
    let figure = |spot: &Spot| reading.facts.percents.get(spot.index as usize)?.figure.written;
    let fraction = (first.first..first.end).any(|at| text.lower(at) == "of");
    let ratio = figure(second).zip(figure(first)).and_then(|(second, first)| second.over(first));
    let near = |ratio: Exact| Some(Exact::fraction(3, 4)? <= ratio && ratio <= Exact::fraction(4, 3)?);
    if fraction && text.word(second.end) == ")" && ratio.and_then(near) == Some(false) {
        let fault = "the two are not the same percentage";
        note(reading, first.at.span.to(second.at.span), ("percent", fault));
    }
}

/// "several metres (feet)": one past the bracket that holds a unit and no figure.
fn unit_alone(text: &Text<'_>, at: usize) -> Option<usize> {
    if text.word(at) != "(" {
        return None;
    }
    let squared = matches!(text.lower(at + 1), "square" | "sq" | "cubic");
    let unit = at + 1 + usize::from(squared);
    let word = text.lower(unit);
    // "12 miles (m)" explains a symbol.
    (word.len() > 3 && text.word(unit + 1) == ")" && units::by_word(word).is_some()).then_some(unit + 2)
}

fn is_speed(measure: &Measure) -> bool {
    measure.unit.dimension == Dimension { length: 1, time: -1, ..Dimension::default() }
}

/// What a length has lost, where it would be the same as `full` with it.
fn lost(full: &Measure, length: &Measure) -> Option<&'static str> {
    if length.unit.dimension != (Dimension { length: 1, ..Dimension::default() }) {
        return None;
    }
    let (unit, fault) = if is_speed(full) {
        (units::per_time(&length.unit, units::period("hour")?), "a speed is no length: “per hour” is lost")
    } else {
        match (full.unit.dimension, full.unit.dimension.length) {
            (of, power @ 2..=3) if of == (Dimension { length: power, ..Dimension::default() }) => {
                let fault = if power == 2 { "an area is no length" } else { "a volume is no length" };
                (units::powered(&length.unit, power.cast_unsigned())?, fault)
            }
            _ => return None,
        }
    };
    let size = |measure: &Measure, factor: Exact| measure.figure.written?.times(factor);
    let ratio = size(length, unit.factor?)?.over(size(full, full.unit.factor?)?)?;
    (Exact::fraction(24, 25)? <= ratio && ratio <= Exact::fraction(26, 25)?).then_some(fault)
}

/// "7.1 million, up from 6.9%": a number and a percentage as one figure that went up or down.
fn changed(text: &Text<'_>, one: &Spot, other: &Spot) -> Option<Fault> {
    let kinds = matches!(
        (one.kind, other.kind),
        (SpotKind::Number | SpotKind::Count, SpotKind::Percent)
            | (SpotKind::Percent, SpotKind::Number | SpotKind::Count)
    );
    let words = [",", "up", "from"];
    let from = |words: &[&str]| are(text, one.end..other.first, words);
    let goes = from(&words) || from(&[",", "down", "from"]) || from(&["up", "from"]) || from(&["down", "from"]);
    (kinds && goes).then_some(("change", "a number and a percentage are no two values of one figure"))
}

fn measured(text: &Text<'_>, spot: &Spot, of: Dimension, unit: &str) -> Option<(Fault, usize)> {
    let end = spot.end;
    let squares = of == Dimension { length: 2, ..Dimension::default() };
    let cubes = of == Dimension { length: 3, ..Dimension::default() };
    if squares && holds(text, spot) && text.lower(end) == "of" && WATERY.contains(&text.lower(end + 1)) {
        return Some((("dimension", "an area is no volume"), end + 2));
    }
    let length = of == Dimension { length: 1, ..Dimension::default() };
    if (length || squares) && is_weighed(text, spot) {
        let fault = if length { "a length is no weight" } else { "an area is no weight" };
        return Some((("dimension", fault), end));
    }
    if length && let Some(end) = of_space(text, spot) {
        return Some((("dimension", "a length is no area"), end));
    }
    if squares || cubes {
        let fault = if squares { "an area is no length" } else { "a volume is no length" };
        return a_length(text, end).map(|end| (("dimension", fault), end));
    }
    if let Some(end) = unit.starts_with("degree").then(|| minus_below(text, spot)).flatten() {
        return Some((("below", "“minus” and “below” say it twice"), end));
    }
    if unit == "light year" && matches!(text.lower(end), "ago" | "later" | "earlier") {
        return Some((("dimension", "a light year is a distance"), end + 1));
    }
    if is_power(unit)
        && let Some(end) = is_stored(text, spot)
    {
        return Some((("power", "what is stored is energy, told in watt hours"), end));
    }
    if is_power(unit) && (is_of_power(text, spot) || !speaks_of(text, spot, BUILDING)) {
        if let Some(end) = is_made(text, spot) {
            return Some((("power", "what is made or used is energy, told in watt hours"), end));
        }
        return in_time(text, spot)
            .map(|end| (("power", "watts are a rate already, energy is told in watt hours"), end));
    }
    if unit.ends_with("watt hour") && speaks_of(text, spot, PLANTS) && !speaks_of(text, spot, STORES) {
        return a_capacity(text, spot).map(|end| (("power", "capacity is told in watts, watt hours are energy"), end));
    }
    None
}

/// "minus 4C below average", "-5 degrees below zero": one past the words.
fn minus_below(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    if !matches!(text.lower(spot.first), "minus" | "-" | "−") {
        return None;
    }
    let inside = (spot.first..spot.end).any(|at| text.lower(at) == "below");
    let after = text.lower(spot.end) == "below"
        && matches!(text.lower(spot.end + 1), "average" | "normal" | "zero" | "freezing");
    if inside { Some(spot.end) } else { after.then_some(spot.end + 2) }
}

/// "will hold 3 million square metres".
fn holds(text: &Text<'_>, spot: &Spot) -> bool {
    (1..=3).any(|back| {
        let lower = spot.first.checked_sub(back).map_or("", |at| text.lower(at));
        matches!(lower, "hold" | "holds" | "held" | "store" | "stores" | "stored" | "contain" | "contains" | "pumped")
    })
}

/// "weighs 25 kilometres"
fn is_weighed(text: &Text<'_>, spot: &Spot) -> bool {
    let back = |n: usize| spot.first.checked_sub(n).map_or("", |at| text.lower(at));
    let filler = usize::from(matches!(back(1), "about" | "around" | "some" | "nearly" | "only" | "just" | "almost"));
    matches!(back(1 + filler), "weighs" | "weigh" | "weighed" | "weighing")
}

/// "1,200 feet of office space": one past the words; less may be a distance that is kept free.
fn of_space(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    const SPACE: &[&str] =
        &["office", "floor", "retail", "warehouse", "living", "commercial", "industrial", "exhibition"];
    let end = spot.end;
    let space = text.lower(end) == "of" && SPACE.contains(&text.lower(end + 1)) && text.lower(end + 2) == "space";
    let many = (spot.first..end).any(|at| text.kind(at) == TokenKind::Number && text.word(at).len() >= 4)
        || (spot.first..end).any(|at| matches!(text.lower(at), "thousand" | "million"));
    (space && many).then_some(end + 3)
}

/// "can store 20 megawatts of electricity": one past the words.
fn is_stored(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    let stores = (1..=3).any(|back| {
        let lower = spot.first.checked_sub(back).map_or("", |at| text.lower(at));
        matches!(lower, "store" | "stores" | "stored" | "storing")
    });
    let stuff = text.lower(spot.end) == "of" && matches!(text.lower(spot.end + 1), "electricity" | "power" | "energy");
    (stores && stuff).then_some(spot.end + 2)
}

/// "generate 8 kilowatts of power a day": no words of building make that right.
fn is_of_power(text: &Text<'_>, spot: &Spot) -> bool {
    let generated = (1..=3).any(|back| {
        let lower = spot.first.checked_sub(back).map_or("", |at| text.lower(at));
        ["generat", "produc", "consum"].iter().any(|stem| lower.starts_with(stem))
    });
    let stuff = |at: usize| matches!(text.lower(at), "electricity" | "power") && text.lower(at - 1) == "of";
    generated && (spot.first + 1..spot.end + 2).any(stuff)
}

/// "23 square miles wide.", "3 square metres in diameter": one past the words that tell a length.
fn a_length(text: &Text<'_>, at: usize) -> Option<usize> {
    let along = matches!(text.lower(at), "wide" | "long" | "tall" | "high" | "deep" | "thick");
    // "a plot of 2,000 square metres high above the bay" goes on.
    if along && (text.kind(at + 1) == TokenKind::Mark && !text.glued(at + 2) || text.lower(at + 1) == "and") {
        return Some(at + 1);
    }
    let across = matches!(text.lower(at + 1), "diameter" | "height" | "length" | "width" | "circumference" | "depth");
    (text.lower(at) == "in" && across).then_some(at + 2)
}

/// "17.4% per 100,000", "17.4% known cases per 100,000": one past the number.
fn per_many(text: &Text<'_>, at: usize) -> Option<usize> {
    let per = (at..at + 4).find(|&at| text.lower(at) == "per")?;
    let counts = |at: usize| {
        let usual = lexicon::usual_class(text.lower(at));
        text.kind(at) == TokenKind::Word
            && (usual.has_any(Classes::NOUN.or(Classes::ADJECTIVE))
                || lexicon::verb_form(text.lower(at)).has(VerbForms::PARTICIPLE))
            && !COMPARES.contains(&text.lower(at))
    };
    // "20% fewer cases per 100,000" compares, "a 20% decline per 100,000" is one of another figure.
    if per > at && !(lexicon::is_plural(text.lower(per - 1)) && (at..per).all(counts)) {
        return None;
    }
    let at = per;
    let end = match text.lower(at + 1) {
        "1,000" | "1000" | "10,000" | "10000" | "100,000" | "100000" | "1,000,000" | "thousand" | "million" => at + 2,
        "1" | "one" if matches!(text.lower(at + 2), "million" | "thousand") => at + 3,
        _ => return None,
    };
    // "3% per 1,000 metres" is a slope, "2% per 1,000 dollars" a fee; "in" alone is no inch.
    let measured = units::by_word(text.lower(end)).is_some() || units::by_symbol(text.word(end)).is_some();
    let measured = measured && (text.glued(end) || text.lower(end) != "in");
    (!measured && currency::after(text, end, true).is_none()).then_some(end)
}

/// Words after a percentage that say that it is one of another figure.
const COMPARES: &[&str] = &[
    "more",
    "fewer",
    "less",
    "higher",
    "lower",
    "greater",
    "excess",
    "extra",
    "additional",
    "better",
    "worse",
    "smaller",
    "larger",
    "points",
    "increases",
    "decreases",
    "rises",
    "falls",
    "cuts",
    "drops",
    "gains",
    "losses",
    "reductions",
];

/// "for every 2,000 kilowatts that they produce": one past the verb.
fn is_made(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    let each = matches!(text.lower(spot.first.checked_sub(1)?), "every" | "each" | "per");
    let verb = (spot.end..spot.end + 4).take_while(|&at| text.kind(at) == TokenKind::Word).find(|&at| {
        matches!(text.lower(at), "produce" | "produced" | "produces" | "generate" | "generated" | "use" | "used")
    })?;
    each.then_some(verb + 1)
}

fn is_power(unit: &str) -> bool {
    let watt = unit.split_once(" per ").map_or(unit, |(watt, _)| watt);
    matches!(watt, "watt" | "kilowatt" | "megawatt" | "gigawatt" | "terawatt")
}

/// Words of what is built, sold or added each year, in watts.
const BUILDING: &[&str] = &[
    "capacity",
    "panel",
    "panels",
    "module",
    "modules",
    "cell",
    "cells",
    "battery",
    "batteries",
    "install",
    "installed",
    "installing",
    "installs",
    "installation",
    "installations",
    "add",
    "added",
    "adding",
    "adds",
    "build",
    "building",
    "built",
    "deploy",
    "deployed",
    "deploying",
    "deployment",
    "manufacture",
    "manufactures",
    "manufacturing",
    "order",
    "orders",
    "sell",
    "sells",
    "sold",
    "ship",
    "shipped",
    "ships",
    "turbine",
    "turbines",
    "project",
    "projects",
    "auction",
    "auctions",
    "auctioned",
    "tender",
    "tenders",
    "peak",
    "average",
    "averaged",
    "averages",
    "factory",
    "commission",
    "commissioned",
    "growth",
    "grow",
    "grew",
    "new",
    "demand",
    "load",
];

/// What generates electricity.
const PLANTS: &[&str] = &[
    "plant",
    "plants",
    "farm",
    "farms",
    "station",
    "stations",
    "turbine",
    "turbines",
    "reactor",
    "reactors",
    "dam",
    "dams",
    "generator",
    "generators",
    "generating",
];

/// What holds energy, or counts it by the year.
const STORES: &[&str] = &[
    "battery",
    "batteries",
    "storage",
    "store",
    "stores",
    "stored",
    "storing",
    "pumped",
    "annual",
    "annually",
    "year",
    "pack",
    "packs",
    "car",
    "cars",
    "vehicle",
    "vehicles",
    "day",
    "hydrogen",
    "month",
];

fn speaks_of(text: &Text<'_>, spot: &Spot, words: &[&str]) -> bool {
    let sentence = text.sentences.get(spot.at.sentence as usize);
    sentence.is_some_and(|sentence| {
        // "the drain adds up to 5 billion watts" builds nothing.
        sentence.tokens.clone().any(|at| words.contains(&text.lower(at)) && text.lower(at + 1) != "up")
    })
}

/// "5 billion watts per year", "generated 51 megawatts of power last year": one past the time.
fn in_time(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    let period = |at: usize| matches!(text.lower(at), "hour" | "day" | "week" | "month" | "year" | "annum");
    let at = spot.end;
    if matches!(text.lower(at), "per" | "a" | "an" | "each" | "every") && period(at + 1) {
        return Some(at + 2);
    }
    if period(at.wrapping_sub(1)) && matches!(text.lower(at.wrapping_sub(2)), "per" | "a" | "an") {
        return Some(at);
    }
    let made = (1..=4).any(|back| {
        let lower = spot.first.checked_sub(back).map_or("", |at| text.lower(at));
        ["generat", "produc", "consum"].iter().any(|stem| lower.starts_with(stem)) || lower == "used"
    });
    let stuff = text.lower(at) == "of" && matches!(text.lower(at + 1), "electricity" | "power" | "energy");
    let at = if stuff { at + 2 } else { at };
    let each = matches!(text.lower(at), "last" | "a" | "per" | "each" | "every") && period(at + 1);
    let yearly = matches!(text.lower(at), "annually" | "yearly" | "daily");
    (made && (each || yearly)).then_some(at + 1 + usize::from(each))
}

/// "a capacity of 300 megawatt hours", "300 megawatt hours of capacity": one past the last word.
fn a_capacity(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    let back = |n: usize| spot.first.checked_sub(n).map_or("", |at| text.lower(at));
    if back(1) == "of" && back(2) == "capacity" {
        return Some(spot.end);
    }
    let next = spot.end + 1 + usize::from(text.lower(spot.end + 1) == "generating");
    (text.lower(spot.end) == "of" && text.lower(next) == "capacity").then_some(next + 1)
}
