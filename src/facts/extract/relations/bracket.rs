//! One figure restated by another beside it: conversions, exchanges, shares said twice.
//!
//! "100 miles (161 km)", "$1.2bn (£780m)", "one in five (20%)", "51 of 340 rooms (15%)".

use super::super::warmth;
use super::rounding::rounded;
use super::{Reading, Spot, SpotKind, Spots, are, figure, weaker};
use super::{change, mismatch};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Conversion, Exchange, Figure, Measure, Money, Restatement, Style};
use crate::facts::names::Hedge;
use crate::facts::quantity::{Measured, Quantity, Unit};
use crate::facts::units;
use crate::text::{Text, TokenKind};
use std::ops::Range;
use std::sync::Arc;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let Some(first) = spots.get(index) else { continue };
            if !first.is_firm() {
                continue;
            }
            if first.kind == SpotKind::Measure
                && let Some((low, high)) = ends_twice(reading, spots, index, sentence.end)
            {
                conversion(reading, first, &[low, high]);
                continue;
            }
            for next in restating(reading, spots, index, sentence.end) {
                let Some(second) = spots.get(next).filter(|second| second.is_firm()) else { continue };
                match (first.kind, second.kind) {
                    (SpotKind::Measure, SpotKind::Measure) => conversion(reading, first, &[second]),
                    (SpotKind::Money, SpotKind::Money) => exchange(reading, first, second),
                    (SpotKind::Ratio, SpotKind::Percent) => restatement(reading, first, second),
                    (SpotKind::Percent, SpotKind::Ratio) => restatement(reading, second, first),
                    (SpotKind::Percent, SpotKind::Percent) => mismatch::same_percent(reading, first, second),
                    _ => {}
                }
            }
        }
    }
}

/// The two figures in the bracket after a range: "between 40 pounds and 50 pounds (18 kg and 23 kg)".
fn ends_twice<'s>(reading: &Reading<'_>, spots: &'s Spots, index: usize, end: usize) -> Option<(&'s Spot, &'s Spot)> {
    let (first, low, high) = (spots.get(index)?, spots.get(index + 1)?, spots.get(index + 2)?);
    let both = index + 2 < end && low.kind == SpotKind::Measure && high.kind == SpotKind::Measure;
    let joined = both
        && opens_bracket(reading.text, first, low)
        && matches!(list_from(reading.text, spots, index + 1, end), List::Joined(last) if last == index + 2);
    (joined && figure(reading, first)?.written.is_none() && low.is_firm() && high.is_firm()).then_some((low, high))
}

/// The spots that say again what the spot `index` says: those in the bracket after it, or after an "or".
///
/// Two figures before a bracket that holds two are paired in order ("40 pounds and 50 pounds (18 kg
/// and 32 kg)").
fn restating(reading: &Reading<'_>, spots: &Spots, index: usize, end: usize) -> Vec<usize> {
    let text = reading.text;
    let mut found = Vec::new();
    let Some(first) = spots.get(index) else { return found };
    let Some(second) = spots.get(index + 1).filter(|_| index + 1 < end) else { return found };
    let told = first.kind == SpotKind::Measure && second.kind == SpotKind::Measure && describes(text, first, second);
    if told || opens_bracket(text, first, second) {
        match list_from(text, spots, index + 1, end) {
            List::Alternatives(until) => found.extend(index + 1..=until),
            List::Joined(until) if until == index + 2 && joined_before(text, spots, index) => found.push(until),
            List::Joined(_) | List::Open => {}
        }
    } else if let Some(third) = spots.get(index + 2).filter(|_| index + 2 < end)
        && joins(text, first.end..second.first)
        && opens_bracket(text, second, third)
        && matches!(list_from(text, spots, index + 2, end), List::Joined(last) if last == index + 3)
    {
        found.push(index + 2);
    } else {
        let share = first.kind == SpotKind::Ratio && second.kind == SpotKind::Percent;
        let turned = first.kind == SpotKind::Percent && second.kind == SpotKind::Ratio;
        // "30 cows, each giving 20 litres a day, or 219,000 litres a year".
        let each = (first.first.saturating_sub(4)..first.first).any(|at| matches!(text.lower(at), "each" | "every"));
        let said_again = !each
            && or_says(text, first.end..second.first)
            && closes_clause(text, second.end)
            && !ends_a_change(reading, spots, index, end);
        let apposed =
            apposes(text, first, second) || comes_to(text, first, second) || stands_in_dashes(text, first, second);
        if said_again
            || apposed
            || share && names_whole(reading, first, second)
            || (share || turned) && dashed(text, first, second)
        {
            found.push(index + 1);
        }
    }
    found
}

/// Whether a change leads to the figure, so that an "or" says how far: "from £1 to £1.20, or 20p".
fn ends_a_change(reading: &Reading<'_>, spots: &Spots, index: usize, end: usize) -> bool {
    let pair = index.checked_sub(1).and_then(|from| change::pair(reading, spots, from, end));
    pair.is_some_and(|pair| pair.from.max(pair.to) == index)
}

/// The figures in a bracket, from the spot after the opening mark.
enum List {
    /// One figure, or several that each say the same ("11 km; 36,000 ft"); the last of them.
    Alternatives(usize),
    /// Two figures joined by "and" or "to"; the last of them.
    Joined(usize),
    /// The bracket says more than figures.
    Open,
}

fn list_from(text: &Text<'_>, spots: &Spots, from: usize, end: usize) -> List {
    let mut joined = false;
    for last in from..end.min(from + 8) {
        let Some(spot) = spots.get(last) else { return List::Open };
        if closes(text, spot.end) {
            return if joined { List::Joined(last) } else { List::Alternatives(last) };
        }
        let Some(next) = spots.get(last + 1).filter(|_| last + 1 < end) else { return List::Open };
        let between = spot.end..next.first;
        if joins(text, between.clone()) {
            joined = true;
        } else if !matches!(between.len(), 1) || !matches!(text.lower(spot.end), ";" | "," | "/" | "or") {
            // "(161 km west of Leeds)" restates as well as "(161 km)" does; a share of others does not.
            let of_its_own = matches!(spot.kind, SpotKind::Measure | SpotKind::Money);
            return if last == from && !joined && of_its_own && text.kind(spot.end) == TokenKind::Word {
                List::Alternatives(last)
            } else {
                List::Open
            };
        }
    }
    List::Open
}

/// Whether a bracket closes at the token; "(35.6 degrees F.)" has a point before it.
fn closes(text: &Text<'_>, at: usize) -> bool {
    // "a 30-foot-tall (9-metre-tall) fence" says the shape twice.
    let shaped = text.word(at) == "-" && text.glued(at) && text.glued(at + 1) && text.kind(at + 1) == TokenKind::Word;
    let at = if shaped { at + 2 } else { at };
    let mark = at + usize::from(text.lower(at) == "." && text.glued(at) && text.glued(at + 1));
    matches!(text.lower(mark), ")" | "]")
}

/// "a 40-metre-deep well (131 feet)", "the 541 sq km island (209 sq miles)": only words about what is
/// measured stand between, and nothing but the measure in the bracket.
fn describes(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    let between = first.end..second.first;
    let Some(bracket) = between.end.checked_sub(1).filter(|&at| text.lower(at) == "(") else { return false };
    let words = between.start..bracket;
    let plain = |at: usize| text.kind(at) == TokenKind::Word || text.word(at) == "-" && text.glued(at);
    (1..=6).contains(&words.len()) && words.into_iter().all(plain) && closes(text, second.end)
}

/// "$69m, just over 600m kronor, before July", "£4m, the equivalent of $5m,": said again between commas.
fn apposes(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    const EQUAL: [&[&str]; 10] = [
        // "6.5bn pennies, worth £65m,".
        &[",", "worth"],
        &["worth"],
        &[",", "the", "equivalent", "of"],
        &[",", "equivalent", "to"],
        &[",", "equal", "to"],
        &["(", "the", "equivalent", "of"],
        &["(", "equivalent", "to"],
        &[",", "that", "is"],
        &[",", "which", "is"],
        &["(", "that", "is"],
    ];
    let pair = matches!(
        (first.kind, second.kind),
        (SpotKind::Money, SpotKind::Money) | (SpotKind::Measure, SpotKind::Measure)
    );
    let between = first.end..second.first;
    if !pair || !matches!(text.lower(between.start), "," | "(" | "worth") {
        return false;
    }
    let rough = matches!(
        text.lower(second.first),
        "about" | "around" | "roughly" | "approximately" | "nearly" | "almost" | "just" | "some"
    );
    let closed = matches!(text.lower(second.end), "," | "." | ";" | ")" | "");
    closed && (between.len() == 1 && rough || EQUAL.iter().any(|words| are(text, between.clone(), words)))
}

/// "50 gallons — 189 litres — of water", "18.3C – or just about 65F": a measure said again between dashes.
fn stands_in_dashes(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    let measures = first.kind == SpotKind::Measure && second.kind == SpotKind::Measure;
    let between = first.end..second.first;
    let dash = |at: usize| match text.word(at) {
        "—" | "–" | "--" => true,
        "-" => !text.glued(at) && !text.glued(at + 1),
        _ => false,
    };
    // "10 miles – 16 kilometres more than before" compares; "from 10 miles – 20 kilometres" is a range.
    let ranged = first.first.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "from" | "between"));
    let led = (between.start + 1..between.end).all(|at| {
        matches!(text.lower(at), "or" | "just" | "about" | "around" | "roughly" | "nearly" | "some" | "almost")
    });
    let closed = dash(second.end) || matches!(text.word(second.end), "." | "," | ";" | "");
    measures && (1..=3).contains(&between.len()) && dash(between.start) && led && closed && !ranged
}

/// "800,000 acre-feet of water come to 35 billion cubic feet.": one measure in two units, with a verb between.
fn comes_to(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    let between = first.end..second.first;
    let measures = first.kind == SpotKind::Measure && second.kind == SpotKind::Measure;
    if !measures || between.len() > 8 || !matches!(text.lower(second.end), "," | "." | ";" | ")" | "") {
        return false;
    }
    let back = |n: usize| between.end.checked_sub(n).filter(|&at| at >= between.start).map_or("", |at| text.lower(at));
    let equal = match back(1) {
        "equals" | "equal" | "equalled" => true,
        "to" => {
            matches!(back(2), "come" | "comes" | "came" | "amount" | "amounts" | "amounted" | "equal" | "equivalent")
        }
        _ => false,
    };
    equal && between.into_iter().all(|at| text.kind(at) == TokenKind::Word)
}

pub(super) fn opens_bracket(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    let between = first.end..second.first;
    let bracket = matches!(text.lower(between.start), "(" | "[");
    bracket && (between.len() == 1 || between.len() == 2 && matches!(text.lower(between.start + 1), "or" | "=" | "≈"))
}

/// How far a bracket may stand behind the share that it says again, in tokens.
const FAR: usize = 18;

/// "one in five voters (20%)", "about half think that it can be done (48%)": only what the share is of, and what
/// they do, stands between.
fn names_whole(reading: &Reading<'_>, first: &Spot, second: &Spot) -> bool {
    let text = reading.text;
    let between = first.end..second.first;
    let Some(bracket) = between.end.checked_sub(1).filter(|&at| text.lower(at) == "(") else { return false };
    let words = between.start..bracket;
    if words.len() > FAR || !matches!(text.lower(second.end), ")" | "]") {
        return false;
    }
    // "two-thirds of adults ages 65 or older (69%)": whose share it is.
    let ages = &reading.facts.ages;
    let next = ages.partition_point(|age| age.at.span.start < first.at.span.end);
    let age = ages.get(next).map(|age| age.at.span).filter(|age| age.end <= second.at.span.start);
    let named = age.map_or(words.clone(), |age| words.start..text.token_from(age.start));
    let rest = age.map_or(bracket, |age| text.token_from(age.end))..bracket;
    let mut whose = named.start..named.end.min(named.start + 3);
    whose.all(|at| text.kind(at) != TokenKind::Number && !compares(text.lower(at)))
        && super::share::is_plain(text, named)
        && super::share::is_plain(text, rest)
}

/// "85 percent of boats – 64 out of 112 –", "26 out of 205 towns – or about 12 percent –", "61 out of
/// 280 boats, or about 32 percent,": between marks, after what the first is a share of.
fn dashed(text: &Text<'_>, first: &Spot, second: &Spot) -> bool {
    let between = first.end..second.first;
    let or = between.end.checked_sub(1).is_some_and(|at| text.lower(at) == "or");
    let Some(mark) = between.end.checked_sub(if or { 2 } else { 1 }).filter(|&at| at >= between.start) else {
        return false;
    };
    let closes = match text.word(mark) {
        "—" | "–" | "--" => matches!(text.word(second.end), "—" | "–" | "--" | "."),
        "(" => text.word(second.end) == ")",
        "," if or => matches!(text.word(second.end), "," | "."),
        // "One in five pupils, 20%, has": nothing but what the share is of.
        "," if first.kind == SpotKind::Ratio
            && second.kind == SpotKind::Percent
            && text.lower(between.start) != "of" =>
        {
            let listed =
                matches!(text.lower(second.end + 1), "and" | "or") || text.kind(second.end + 1) == TokenKind::Number;
            mark - between.start <= 3 && text.word(second.end) == "," && !listed
        }
        // "in 59 percent of the precincts, 392 of 662".
        "," => {
            let of = text.lower(between.start) == "of";
            let share = first.kind == SpotKind::Percent && (second.first..second.end).any(|at| text.lower(at) == "of");
            // "Less than half of those asked, 53 per cent, said".
            let again = first.kind == SpotKind::Ratio && text.word(second.end) == ",";
            of && (share || again) && matches!(text.word(second.end), "," | ".")
        }
        _ => false,
    };
    let whole = between.start..mark;
    let asked = |at: usize| {
        text.lower(at) == "those"
            && matches!(text.lower(at + 1), "asked" | "surveyed" | "polled" | "questioned" | "who")
    };
    let plain = |at: usize| text.kind(at) == TokenKind::Word && (asked(at) || !compares(text.lower(at)));
    closes && whole.len() <= 6 && whole.clone().all(plain) && (whole.is_empty() || !text.lower(whole.start).is_empty())
}

/// "about half that amount (18%)" is half of another figure, and no share.
fn compares(lower: &str) -> bool {
    matches!(lower, "that" | "this" | "as" | "those" | "these" | "many" | "much" | "its" | "their" | "what")
}

fn joins(text: &Text<'_>, between: Range<usize>) -> bool {
    ["and", "to", "-", "–", "x", "×", "by"].iter().any(|word| are(text, between.clone(), &[word]))
}

fn joined_before(text: &Text<'_>, spots: &Spots, index: usize) -> bool {
    let (Some(before), Some(spot)) = (index.checked_sub(1).and_then(|before| spots.get(before)), spots.get(index))
    else {
        return false;
    };
    before.at.sentence == spot.at.sentence && before.end <= spot.first && joins(text, before.end..spot.first)
}

fn or_says(text: &Text<'_>, between: Range<usize>) -> bool {
    // "30 feet high, or nine metres"
    let shaped = matches!(
        text.lower(between.start),
        "high" | "tall" | "wide" | "long" | "deep" | "thick" | "away" | "across" | "above" | "below"
    );
    let between = between.start + usize::from(shaped)..between.end;
    // "40 gallons, or about 150 litres": the hedge is the second figure's own, or stands before it.
    are(text, between.clone(), &[",", "or"])
        || are(text, between.clone(), &["/"])
        || between.len() == 3
            && are(text, between.start..between.start + 2, &[",", "or"])
            && matches!(text.lower(between.end - 1), "about" | "around" | "roughly" | "nearly" | "some" | "almost")
}

fn closes_clause(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "." | ";" | ")" | "" | "—" | "–") || text.kind(at) == TokenKind::Word
}

/// A measure and those that say it again: one, or one for each end of a range.
/// "220 kilometres (137 mph) per hour": the unit before the bracket goes on behind it.
fn goes_on_behind(text: &Text<'_>, inside: &Spot) -> bool {
    let behind = inside.end + 1;
    matches!(text.lower(behind), "per" | "a" | "an") && units::period(text.lower(behind + 1)).is_some()
}

fn conversion(reading: &mut Reading<'_>, first: &Spot, seconds: &[&Spot]) {
    let facts = &reading.facts;
    let Some(second) = seconds.first() else { return };
    let (Some(one), Some(other)) =
        (facts.measures.get(first.index as usize), facts.measures.get(second.index as usize))
    else {
        return;
    };
    let (one_unit, other_unit) = (settled(one, other), settled(other, one));
    if one.unit.name == other.unit.name || !convertible(&one_unit, &other_unit) {
        if closes(reading.text, second.end) && !goes_on_behind(reading.text, second) {
            mismatch::restated(reading, first, second);
        }
        mismatch::weighed(reading, first, second);
        return;
    }
    let temperature = one.unit.dimension.warmth != 0 || one.unit.dimension.temperature != 0;
    let ends = |figure: &Figure| match (figure.written, figure.low, figure.high) {
        (Some(written), ..) => vec![written],
        // "hundreds of miles" has no ends of its own.
        (None, Some(low), Some(high)) if figure.hedge != Hedge::Dozens => vec![low, high],
        _ => Vec::new(),
    };
    let again = seconds.iter().filter_map(|second| facts.measures.get(second.index as usize));
    let alike = again.clone().all(|measure| measure.unit.name == other.unit.name);
    let (ones, others) = (ends(&one.figure), again.flat_map(|measure| ends(&measure.figure)).collect::<Vec<_>>());
    if ones.len() != others.len() || !alike {
        return;
    }
    let (unit, other_unit) = (on_the_scale(&one_unit), on_the_scale(&other_unit));
    let (style, other_style) = (one.figure.style, other.figure.style);
    let at = reading.at(first.at.span.to(second.at.span), weaker(first.at.certainty, second.at.certainty));
    let secondary: Vec<u32> =
        others.iter().enumerate().map(|(end, _)| seconds.get(end).unwrap_or(second).index).collect();
    let few = ones.iter().all(|&degrees| degrees.abs() <= Exact::whole(11));
    let sure = temperature
        && (warmth::is_surely_difference(reading.text, first.first, second.end)
            || few && warmth::speaks_of_climate(reading.text, first.at.sentence as usize, &ones));
    // Nobody rounds the heat of a day to hundreds.
    let meant = |degrees: Exact, style: Style| {
        let five = Exact::whole(5);
        match (degrees.minus(five), degrees.plus(five)) {
            (Some(low), Some(high)) if temperature && degrees.abs() == Exact::whole(100) => Interval::closed(low, high),
            _ => rounded(degrees, style),
        }
    };
    for ((a, b), index) in ones.into_iter().zip(others).zip(secondary) {
        let read = |difference: bool| {
            let base = |interval: Interval, from: &Unit, print_in: &Arc<Unit>| {
                let scaled = interval.scaled(from.factor?);
                let interval = if difference { scaled } else { scaled.plus(Interval::exactly(from.offset)) };
                let measured = Measured::Physical(unit.dimension);
                let print_in = if difference { units::difference(print_in) } else { Arc::clone(print_in) };
                Some(Quantity { interval, measured, unit: Some(print_in) })
            };
            Some(Conversion {
                at,
                first: first.index,
                second: index,
                worked_out: base(Interval::exactly(a), &unit, &other_unit)?,
                given: base(meant(b, other_style), &other_unit, &other_unit)?,
                worked_back: base(Interval::exactly(b), &other_unit, &unit)?,
                original: base(meant(a, style), &unit, &unit)?,
                difference,
            })
        };
        // Unless the words are sure, degrees are whatever makes the two agree.
        let difference = sure
            || temperature
                && !warmth::is_surely_point(reading.text, first.first)
                && !read(false).is_some_and(|read| agrees(&read))
                && read(true).is_some_and(|read| agrees(&read));
        let Some(conversion) = read(difference) else { return };
        reading.facts.conversions.push(conversion);
    }
}

/// Whether either figure is the other, worked out and rounded.
fn agrees(conversion: &Conversion) -> bool {
    conversion.worked_out.interval.meets(conversion.given.interval)
        || conversion.worked_back.interval.meets(conversion.original.interval)
}

/// The unit as a point of its scale: degrees of warmth know no zero.
fn on_the_scale(unit: &Arc<Unit>) -> Arc<Unit> {
    match units::named(&unit.name) {
        Some(scale) if unit.dimension.warmth != 0 => Arc::clone(scale),
        _ => Arc::clone(unit),
    }
}

/// Units of two or three sizes, each by its own name: whichever brings the two figures nearest to each other is meant.
const SIZES: &[(&str, &[&str])] = &[
    ("gallon", &["us gallon", "imperial gallon"]),
    ("quart", &["us quart", "imperial quart"]),
    ("pint", &["us pint", "imperial pint"]),
    ("fluid ounce", &["us fluid ounce", "imperial fluid ounce"]),
    ("ton", &["tonne", "short ton", "long ton"]),
];

/// The unit of a measure, where its name leaves open which by the one that fits the other best.
fn settled(measure: &Measure, beside: &Measure) -> Arc<Unit> {
    let sizes = SIZES.iter().find(|(name, _)| *name == &*measure.unit.name).map(|(_, sizes)| *sizes);
    let size = |measure: &Measure, unit: &Unit| measure.figure.written.or(measure.figure.low)?.times(unit.factor?);
    let off = |unit: &Unit| {
        let ratio = size(measure, unit)?.over(size(beside, &beside.unit).filter(|size| *size > Exact::ZERO)?)?;
        if ratio < Exact::ONE { Exact::ONE.over(ratio) } else { Some(ratio) }
    };
    let known = sizes.into_iter().flatten().filter_map(|name| units::named(name));
    let best = known
        .filter_map(|unit| Some((off(unit)?, unit)))
        .reduce(|best, next| if next.0 < best.0 { next } else { best });
    best.map_or_else(|| Arc::clone(&measure.unit), |(_, unit)| Arc::clone(unit))
}

/// Whether both have a size and measure the same; degrees of temperature and of warmth convert.
fn convertible(one: &Unit, other: &Unit) -> bool {
    let mut a = one.dimension;
    let mut b = other.dimension;
    a.temperature += a.warmth;
    a.warmth = 0;
    b.temperature += b.warmth;
    b.warmth = 0;
    a == b && one.factor.is_some() && other.factor.is_some()
}

fn exchange(reading: &mut Reading<'_>, first: &Spot, second: &Spot) {
    let moneys = &reading.facts.moneys;
    let (Some(one), Some(other)) = (moneys.get(first.index as usize), moneys.get(second.index as usize)) else {
        return;
    };
    let is_minor = |money: &Money| {
        money
            .value
            .interval
            .middle()?
            .times(Exact::whole(10))
            .zip(money.figure.written)
            .map(|(ten, written)| ten < written)
    };
    // "6.5bn pennies, worth £65m": one currency by its part and by itself.
    let parts = is_minor(one) != is_minor(other);
    if one.currency == other.currency && !parts || one.per != other.per || is_of_each(reading.text, second.end) {
        return;
    }
    // Hedges are set aside: whoever converts a sum converts its digits.
    let amount = |money: &Money| {
        let written = money.figure.written.filter(|&written| written > Exact::ZERO)?;
        let unit = if is_minor(money)? { Exact::fraction(1, 100)? } else { Exact::ONE };
        Some(rounded(written, money.figure.style).scaled(unit))
    };
    let (Some(first_amount), Some(second_amount)) = (amount(one), amount(other)) else { return };
    let rate = first_amount.over(second_amount);
    let at = reading.at(first.at.span.to(second.at.span), weaker(first.at.certainty, second.at.certainty));
    reading.facts.exchanges.push(Exchange { at, first: first.index, second: second.index, rate });
}

/// "£12m, or 20p for every one of its 60m readers": what each has of the sum, and no other currency.
fn is_of_each(text: &Text<'_>, at: usize) -> bool {
    let each = |at: usize| matches!(text.lower(at), "each" | "every" | "apiece");
    each(at) || matches!(text.lower(at), "for" | "to" | "from") && each(at + 1)
}

fn restatement(reading: &mut Reading<'_>, ratio: &Spot, percent: &Spot) {
    let span = ratio.at.span.to(percent.at.span);
    let at = reading.at(span, weaker(ratio.at.certainty, percent.at.certainty));
    reading.facts.restatements.push(Restatement { at, ratio: ratio.index, percent: percent.index });
}
