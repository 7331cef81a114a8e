//! What is left of what comes in and goes out: "revenue of £2.4bn and spending of £3.5bn, a deficit of £1.1bn", "imports came
//! to £539m, while exports were £120m, leaving a trade deficit of £419m".

use super::change::quantity;
use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, figure};
use crate::facts::model::Net;
use crate::facts::names::Certainty;
use crate::text::Text;

/// How far from its figure a word may stand that says what it is, in tokens.
const REACH: usize = 5;

const IN: &[&str] = &["exports", "exported", "revenue", "revenues", "income", "receipts", "intake"];
const OUT: &[&str] = &["imports", "imported", "spending", "expenditure", "outlays", "expenses", "outgoings"];
const LEFT: &[&str] = &["deficit", "surplus", "shortfall"];

/// Words of figures that are of another time, or of a part.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "primary", "structural", "underlying", "previously", "forecast", "excluding", "including", "adjusted", "after",
    "before", "cumulative", "each", "average", "per", "rising", "rose", "fell", "more", "additional", "extra", "alone",
    "cut", "cuts", "cutting", "reduce", "pension", "capital", "goods", "services", "reserves", "interest",
];

/// Reads the sentences that tell three sums, and of each of them what it is.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let text = reading.text;
    for sentence in spots.by_sentence() {
        let sums: Vec<Spot> =
            sentence.filter_map(|at| spots.get(at)).filter(|spot| spot.kind == SpotKind::Money).copied().collect();
        let [a, b, c] = sums.as_slice() else { continue };
        let exact = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
        let tokens = text.sentences.get(a.at.sentence as usize).map_or(0..0, |sentence| sentence.tokens.clone());
        if !sums.iter().all(|spot| spot.is_firm() && exact(spot))
            || tokens.clone().any(|at| OTHER.contains(&text.lower(at)))
        {
            continue;
        }
        let of = |words: &[&str]| {
            let mut told = sums.iter().filter(|spot| is_called(text, spot, words, tokens.start));
            told.next().filter(|_| told.next().is_none()).copied()
        };
        let (Some(gain), Some(spent), Some(left)) = (of(IN), of(OUT), of(LEFT)) else { continue };
        let three = [gain.first, spent.first, left.first];
        if [a, b, c].iter().all(|spot| three.contains(&spot.first)) {
            note(reading, [gain, spent, left]);
        }
    }
}

/// Whether one of the words stands right before a sum: "spending of £3.5bn", "exports were £120m".
fn is_called(text: &Text<'_>, spot: &Spot, words: &[&str], floor: usize) -> bool {
    let near = spot.first.saturating_sub(REACH).max(floor)..spot.first;
    let mut named = near.rev().take_while(|&at| !matches!(text.lower(at), "," | ";" | "and" | "while" | "but"));
    let Some(at) = named.find(|&at| [IN, OUT, LEFT].iter().any(|all| all.contains(&text.lower(at)))) else {
        return false;
    };
    words.contains(&text.lower(at))
}

fn note(reading: &mut Reading<'_>, [gain, spent, left]: [Spot; 3]) {
    let (Some(mut a), Some(mut b), Some(mut c)) = (
        quantity(reading, &gain, gain.kind),
        quantity(reading, &spent, spent.kind),
        quantity(reading, &left, left.kind),
    ) else {
        return;
    };
    share_fineness(&mut [&mut a, &mut b, &mut c]);
    if a.value.measured != b.value.measured || b.value.measured != c.value.measured {
        return;
    }
    let surplus = b.value.interval.surely_below(a.value.interval);
    let at = reading.at(gain.at.span.to(spent.at.span).to(left.at.span), Certainty::Likely);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([a, b, c]);
    let (more, taken) = if surplus { (next, next + 1) } else { (next + 1, next) };
    reading.facts.nets.push(Net { at, more, less: taken, net: next + 2 });
}
