//! Sums in hundredths of a currency that can only be of the whole: "a .97 cent rise, from $10.95 to $11.92", "$3.51 cents",
//! ".71 cents on the dollar".

use super::mismatch::Fault;
use super::{Reading, Spot, SpotKind};
use crate::facts::exact::Exact;
use crate::source::Span;
use crate::text::Text;

/// "from $10.95 to $11.92, a .97 cent rise": a difference in dollars that is called one in cents.
pub(super) fn difference(reading: &Reading<'_>, spots: &[Spot]) -> Option<Fault> {
    let [one, other, change] = spots else { return None };
    let money = |spot: &Spot| reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money);
    let (one, other, change) = (money(one)?, money(other)?, money(change)?);
    let by = change.figure.written.filter(|&by| by < Exact::ONE)?;
    // Hundredths have a value far below the figure.
    let minor = change.value.interval.middle()?.times(Exact::whole(10))? < by;
    // "From 1.2p to 1.7p, or 0.5p" is told in hundredths throughout.
    if [one, other].into_iter().any(|money| money.value.interval.middle() != money.figure.value.middle()) {
        return None;
    }
    let difference = one.figure.written?.minus(other.figure.written?)?.abs();
    let fault = "the two differ by as much of the whole currency, not of its hundredth";
    (minor && difference == by && one.currency == other.currency).then_some(("cents", fault))
}

/// "a stamp costs .42 cents, up from 41 cents": the one is told in the whole currency, the other in its hundredth.
pub(super) fn hundredths(reading: &Reading<'_>, one: &Spot, other: &Spot) -> Option<(Fault, Span)> {
    let money = |spot: &Spot| reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money);
    let text = reading.text;
    let gap = one.end..other.first;
    let moves = gap.len() <= 7 && gap.clone().any(|at| matches!(text.lower(at), "from" | "to"));
    let of_hundredths = |spot: &Spot| {
        let money = money(spot)?;
        let written = money.figure.written?;
        (money.value.interval.middle()?.times(Exact::whole(10))? < written).then_some(written)
    };
    let (first, second) = (of_hundredths(one)?, of_hundredths(other)?);
    let (small, large, which) = if first < second { (first, second, one) } else { (second, first, other) };
    let alike = small.times(Exact::whole(100))?.over(large)?;
    let near = Exact::fraction(2, 3)? <= alike && alike <= Exact::fraction(3, 2)?;
    let fault = "a hundredth of the other: the figure is one of the whole currency";
    (moves && small < Exact::ONE && near).then_some((("cents", fault), which.at.span))
}

/// "$3.51 cents": a sum of dollars that is called one of cents as well.
pub(super) fn signed(text: &Text<'_>, spot: &Spot) -> Option<(Fault, usize)> {
    let sign = matches!(text.word(spot.first), "$" | "€") && matches!(text.lower(spot.end), "cents" | "cent")
        || text.word(spot.first) == "£" && text.lower(spot.end) == "pence";
    let fault = "a sum has either the sign of the currency or the name of its hundredth";
    sign.then_some((("cents", fault), spot.end + 1))
}

/// Levies, of which a part of a hundredth may be meant.
const LEVIES: &[&str] =
    &["tax", "taxes", "taxed", "levy", "levies", "duty", "fee", "fees", "surcharge", "interest", "mill", "mills"];

/// How far around a sum a levy is looked for, in tokens: a sentence may hold many sums.
const FAR: usize = 36;

/// ".71 cents on the dollar", ".41 cents an hour": two decimals of a cent for what has cents.
pub(super) fn of_a_dollar(reading: &Reading<'_>, spot: &Spot) -> Option<(Fault, usize)> {
    let text = reading.text;
    let money = reading.facts.moneys.get(spot.index as usize)?;
    let cents = (spot.first..spot.end).find(|&at| matches!(text.lower(at), "cents" | "cent"))?;
    let digits = text.word(cents.checked_sub(1)?);
    // ".71" may be a mark and a number.
    let two = match digits.rsplit_once('.') {
        Some((_, decimals)) => decimals.len() == 2,
        None => digits.len() == 2 && cents > 2 && text.word(cents - 2) == "." && text.glued(cents - 1),
    };
    let part = money.figure.written.is_some_and(|written| written < Exact::ONE);
    let end = cents + 1;
    let dollar = |at: usize| {
        let of_one = matches!(text.lower(at), "the" | "a" | "each" | "every" | "one") && text.lower(at + 1) == "dollar";
        of_one.then_some(at + 2)
    };
    let to = end + usize::from(text.lower(end) == "in") * 2;
    let closes = match text.lower(end) {
        // "rose .11 cents to $28.62": what is told in whole cents moves by whole ones.
        _ if text.lower(to) == "to" || text.lower(to) == "," && text.lower(to + 1) == "to" => {
            let sign = to + 1 + usize::from(text.lower(to) == ",");
            let decimals = text.word(sign + 1).rsplit_once('.').map_or(0, |(_, decimals)| decimals.len());
            (text.word(sign) == "$" && decimals == 2).then_some(sign + 2)
        }
        "per" if text.lower(end + 1) == "dollar" => Some(end + 2),
        "on" | "of" | "for" | "from" | "in" | "per" => dollar(end + 1),
        "out" if text.lower(end + 1) == "of" => dollar(end + 2),
        "an" if text.lower(end + 1) == "hour" => Some(end + 2),
        _ => None,
    }?;
    let levied = || text.near(spot.first..spot.end, FAR).any(|at| LEVIES.contains(&text.lower(at)));
    let fault = "a part of a cent: the figure is one of the whole dollar, or its point is too many";
    (two && part && !levied()).then_some((("cents", fault), closes))
}
