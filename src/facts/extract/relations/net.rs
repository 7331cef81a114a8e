//! Gains, losses and what is left of them: "gained 38 seats and lost 10, a net gain of 28"; majorities.

use super::change::quantity;
use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::{Majority, Net};
use crate::facts::names::Certainty;
use crate::text::Text;

/// How far before its figure the word of gain or loss may stand.
const REACH: usize = 4;

const GAINS: &[&str] = &[
    "gained", "gain", "gains", "gaining", "won", "winning", "added", "add", "adding", "hired", "hiring", "opened",
    "opening", "created", "creating", "took",
];

const LOSSES: &[&str] = &[
    "lost",
    "lose",
    "losing",
    "loss",
    "losses",
    "cut",
    "cutting",
    "shed",
    "shedding",
    "closed",
    "closing",
    "dismissed",
    "fired",
    "destroyed",
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(2) {
            let [Some(one), Some(other), Some(last)] = [index - 2, index - 1, index].map(|at| spots.get(at).copied())
            else {
                continue;
            };
            let firm = [one, other, last].iter().all(Spot::is_firm);
            if firm && other.end <= last.first {
                net(reading, &one, &other, &last);
                majority(reading, &one, &other, &last);
            }
        }
    }
}

/// "a net gain of", "a net loss of": whether it is a gain.
fn net_before(text: &Text<'_>, at: usize) -> Option<bool> {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    if back(1) != "of" || back(3) != "net" || back(4) != "a" {
        return None;
    }
    match back(2) {
        "gain" | "increase" | "rise" => Some(true),
        "loss" | "decrease" | "fall" | "reduction" => Some(false),
        _ => None,
    }
}

fn net(reading: &mut Reading<'_>, one: &Spot, other: &Spot, last: &Spot) {
    let text = reading.text;
    let Some(up) = net_before(text, last.first) else { return };
    let near = |spot: &Spot, words: &[&str]| {
        (spot.first.saturating_sub(REACH)..spot.first).any(|at| words.contains(&text.lower(at)))
    };
    let told = |gain: &Spot, loss: &Spot| near(gain, GAINS) && near(loss, LOSSES);
    let (gain, loss) = match (told(one, other), told(other, one)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return,
    };
    let kind = |spot: &Spot| if spot.kind == SpotKind::Number { SpotKind::Count } else { spot.kind };
    let alike = kind(gain) == kind(loss) && kind(loss) == kind(last);
    if !alike || one.end > other.first || last.first > other.end + 8 {
        return;
    }
    let (Some(mut a), Some(mut b), Some(mut c)) =
        (quantity(reading, gain, gain.kind), quantity(reading, loss, loss.kind), quantity(reading, last, last.kind))
    else {
        return;
    };
    share_fineness(&mut [&mut a, &mut b, &mut c]);
    let certainty = weaker(weaker(one.at.certainty, other.at.certainty), last.at.certainty);
    if a.value.measured != b.value.measured || b.value.measured != c.value.measured || certainty == Certainty::Weak {
        return;
    }
    let at = reading.at(one.at.span.to(last.at.span), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([a, b, c]);
    let (more, taken) = if up { (next, next + 1) } else { (next + 1, next) };
    reading.facts.nets.push(Net { at, more, less: taken, net: next + 2 });
}

/// "331 of the 650 seats, a majority of 12": a number of seats, all of them, and by how many it is more than half.
fn majority(reading: &mut Reading<'_>, one: &Spot, other: &Spot, last: &Spot) {
    let text = reading.text;
    let back = |n: usize| last.first.checked_sub(n).map_or("", |at| text.lower(at));
    let said = back(1) == "of" && back(2) == "majority" && matches!(back(3), "a" | "overall" | "working")
        || back(1) == "majority";
    let inside = one.kind == SpotKind::Count && one.end == other.end && one.first < other.first;
    let seats = other.kind == SpotKind::Count
        && reading
            .facts
            .counts
            .get(other.index as usize)
            .is_some_and(|count| matches!(&*count.noun.key, "seat" | "place"));
    let number = matches!(last.kind, SpotKind::Number | SpotKind::Count);
    // "short of a majority of 326", "a majority with its ally's two".
    let wanting = (other.end..last.first).any(|at| matches!(text.lower(at), "short" | "from" | "with" | "without"))
        || matches!(text.lower(last.end), "with" | "including" | "if");
    if !said || !inside || !seats || !number || last.first > other.end + 6 || back(3) == "working" || wanting {
        return;
    }
    let written = |spot: &Spot| figure(reading, spot).and_then(|figure| figure.written);
    let (Some(won), Some(whole), Some(by)) = (written(one), written(other), written(last)) else { return };
    // A majority of more than half of the seats is what a side needs, not what it is ahead by.
    if by.times(Exact::whole(2)).is_none_or(|twice| twice >= whole) {
        return;
    }
    let certainty = weaker(weaker(one.at.certainty, other.at.certainty), last.at.certainty);
    let over = won.times(Exact::whole(2)).and_then(|twice| twice.minus(whole));
    let Some(over) = over.filter(|_| certainty != Certainty::Weak) else { return };
    let at = reading.at(one.at.span.to(last.at.span), certainty);
    let (won, whole) = (one.at.span, other.at.span);
    let by_span = last.at.span;
    reading.facts.majorities.push(Majority { at, over, by, won, whole, by_span });
}
