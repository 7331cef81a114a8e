//! Averages told beside what they are taken of: "12 firms shared £6m, an average of £500,000 each".

use super::change::quantity;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::{AnyQuantity, At, Average};
use crate::facts::names::{Certainty, UnitKind};
use crate::facts::quantity::Quantity;
use crate::text::{Text, TokenKind, lexicon};
use std::ops::Range;

/// A number of things, what they come to together, and what that is for each.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(2) {
            average(reading, spots, sentence.start..index, index);
        }
    }
}

fn average(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, index: usize) {
    let text = reading.text;
    let Some(each) = spots.get(index) else { return };
    if matches!(each.kind, SpotKind::Count | SpotKind::Number) {
        counted(reading, spots, before.clone(), index);
        elided(reading, spots, before.clone(), index);
    }
    if !each.is_firm() {
        return;
    }
    let Some(share) = share(reading, each).filter(|_| is_amount(each.kind)) else { return };
    let [one, other] = [index - 2, index - 1].map(|at| spots.get(at).copied());
    let (Some(one), Some(other)) = (one, other) else { return };
    // Another figure before these may be what is shared out, or what it is shared among.
    let alone = before.len() == 2 && spots.get(index + 1).is_none_or(|next| next.at.sentence != each.at.sentence);
    let (number, total) = if is_amount(one.kind) { (other, one) } else { (one, other) };
    let counted = number.kind == SpotKind::Count || number.kind == SpotKind::Number && is_town(text, &number);
    if !alone || !counted || total.kind != each.kind || !number.is_firm() || !total.is_firm() || other.end > each.first
    {
        return;
    }
    let names =
        |noun: &str| reading.facts.counts.get(number.index as usize).is_some_and(|count| *count.noun.key == *noun);
    let fits = match share {
        Share::Each => number.kind == SpotKind::Count,
        Share::Head => number.kind == SpotKind::Number || names("person") || names("resident") || names("inhabitant"),
        Share::Thing(thing) => number.kind == SpotKind::Count && names(&lexicon::singular(thing)),
    };
    let single = |spot: &Spot| {
        let per = reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money);
        per.is_none_or(|money| money.per.is_none())
            && !matches!(text.lower(spot.end), "each" | "apiece" | "per" | "every")
    };
    if !fits
        || !single(&total)
        || (one.first..each.first).any(|at| is_other(text.lower(at)) && text.lower(at + 1) != "than")
    {
        return;
    }
    note(reading, &number, each, &total, None);
}

/// "In 28 districts it lost 275,000 voters, an average of 9,800 voters per district": things shared out among others.
fn counted(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, index: usize) {
    let text = reading.text;
    let three = [index - 2, index - 1, index].map(|at| spots.get(at).copied());
    let [Some(number), Some(total), Some(each)] = three else { return };
    let back = |n: usize| each.first.checked_sub(n).map_or("", |at| text.lower(at));
    let averaged = back(1) == "of" && back(2) == "average" && back(3) == "an" || back(1) == "averaging";
    let head = |spot: &Spot| {
        let count = reading.facts.counts.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Count);
        count.map(|count| (count.noun.key.rsplit(' ').next().unwrap_or(""), count.per.is_some()))
    };
    let (Some((thing, false)), Some((shared, false)), Some((kept, true))) = (head(&number), head(&total), head(&each))
    else {
        return;
    };
    let per = (each.end.saturating_sub(2)..each.end + 2).find(|&at| matches!(text.lower(at), "per" | "a" | "every"));
    let named = per.is_some_and(|per| lexicon::singular(text.lower(per + 1)) == thing);
    let alone = before.len() == 2 && spots.get(index + 1).is_none_or(|next| next.at.sentence != each.at.sentence);
    let other = (number.first..each.first).any(|at| is_other(text.lower(at)) && text.lower(at + 1) != "than");
    if averaged && named && alone && shared == kept && !other && number.is_firm() && total.is_firm() {
        note(reading, &number, &each, &total, None);
    }
}

/// "Ten players scored a total of 250 points, an average of 25 each": two counts, and a bare figure for each.
fn elided(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, index: usize) {
    let text = reading.text;
    let three = [index - 2, index - 1, index].map(|at| spots.get(at).copied());
    let [Some(one), Some(other), Some(each)] = three else { return };
    let back = |n: usize| each.first.checked_sub(n).map_or("", |at| text.lower(at));
    let averaged =
        back(1) == "of" && back(2) == "average" && back(3) == "an" && matches!(back(4), "," | "–" | "—" | "(")
            || back(1) == "averaging" && back(2) == ",";
    let bare = each.end == each.first + 1;
    let value = |spot: &Spot| figure(reading, spot).and_then(|figure| figure.written);
    let (Some(a), Some(b)) = (value(&one), value(&other)) else { return };
    let (number, total) = if a < b { (one, other) } else { (other, one) };
    let head = |spot: &Spot| {
        let count = reading.facts.counts.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Count)?;
        count.per.is_none().then(|| count.noun.key.rsplit(' ').next().unwrap_or(""))
    };
    let (Some(thing), Some(_)) = (head(&number), head(&total)) else { return };
    let per = matches!(text.lower(each.end), "per" | "a" | "for")
        && (each.end + 1..each.end + 3).any(|at| lexicon::singular(text.lower(at)) == thing);
    // "35 each before May" is of a part.
    let whole = matches!(text.lower(each.end), "each" | "apiece") && text.kind(each.end + 1) == TokenKind::Mark;
    let shared = whole || per;
    let alone = before.len() == 2 && spots.get(index + 1).is_none_or(|next| next.at.sentence != each.at.sentence);
    let open = |at: usize| {
        is_other(text.lower(at)) && text.lower(at + 1) != "than"
            || matches!(text.lower(at), "including" | "another" | "from")
    };
    let apart = one.end <= other.first && !(one.first..each.first).any(open);
    if averaged && bare && shared && alone && apart && one.is_firm() && other.is_firm() && total.kind == SpotKind::Count
    {
        // What the figure for each counts is told by the words around it.
        let each = Spot { at: At { certainty: Certainty::Likely, ..each.at }, ..each };
        note(reading, &number, &each, &total, None);
    }
}

/// Notes an average, where all three are surely read and the amounts are of one kind; `times` is what a measure has to be
/// taken by for the number of what each is told for.
pub(super) fn note(reading: &mut Reading<'_>, number: &Spot, each: &Spot, total: &Spot, times: Option<Exact>) {
    let (Some(whole), Some(part), Some(how_many)) = (
        quantity(reading, total, if total.kind == SpotKind::Number { each.kind } else { total.kind }),
        quantity(reading, each, each.kind),
        quantity(reading, number, number.kind),
    ) else {
        return;
    };
    let how_many = match times {
        Some(times) => {
            let value = Quantity::number(how_many.figure.value.scaled(times));
            AnyQuantity { value, unit: UnitKind::Count, ..how_many }
        }
        None => how_many,
    };
    let three = [number, each, total];
    let certainty = three.iter().fold(Certainty::Sure, |least, spot| weaker(least, spot.at.certainty));
    if whole.value.measured != part.value.measured || certainty == Certainty::Weak {
        return;
    }
    let span = number.at.span.to(each.at.span).to(total.at.span);
    if reading.facts.averages.iter().any(|average| average.at.span == span) {
        return;
    }
    let at = reading.at(span, certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([whole, how_many, part]);
    reading.facts.averages.push(Average { at, total: next, number: next + 1, each: next + 2 });
}

/// What an amount is told for.
enum Share<'r> {
    /// "£5 each", "an average of £5 each"
    Each,
    /// "£5 a head", "£5 per person"
    Head,
    /// "£5 per firm": the thing.
    Thing(&'r str),
}

/// The words that tell an amount for each, and before it what says that it is worked out.
fn share<'r>(reading: &'r Reading<'_>, each: &Spot) -> Option<Share<'r>> {
    let text = reading.text;
    let per = reading.facts.moneys.get(each.index as usize).filter(|_| each.kind == SpotKind::Money);
    let per = per.and_then(|money| money.per.as_deref());
    let back = |n: usize| each.first.checked_sub(n).map_or("", |at| text.lower(at));
    let averaged =
        back(1) == "of" && back(2) == "average" && matches!(back(3), "an" | "the") || matches!(back(1), "averaging");
    let after = text.lower(each.end);
    let next = text.lower(each.end + 1);
    let apposed = matches!(back(1), "," | "or" | "—" | "–");
    let share = match (after, next) {
        _ if matches!(per, Some("head" | "capita" | "person" | "resident" | "inhabitant")) => Share::Head,
        _ if per.is_some() => Share::Thing(per?),
        ("each" | "apiece", _) if averaged => Share::Each,
        ("a" | "per", "head") | ("per", "capita" | "person" | "resident" | "inhabitant") => Share::Head,
        ("per", thing) => Share::Thing(thing),
        _ => return None,
    };
    (averaged || apposed).then_some(share)
}

fn is_amount(kind: SpotKind) -> bool {
    match kind {
        SpotKind::Money | SpotKind::Measure => true,
        SpotKind::Number | SpotKind::Count | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    }
}

/// "the town of 40,000"
fn is_town(text: &Text<'_>, number: &Spot) -> bool {
    let back = |n: usize| number.first.checked_sub(n).map_or("", |at| text.lower(at));
    let place =
        |word: &str| matches!(word, "town" | "city" | "village" | "island" | "county" | "borough" | "population");
    back(1) == "of" && place(back(2))
}

/// Words that say that something else is shared out, or another mean is meant.
pub(super) fn is_other(lower: &str) -> bool {
    matches!(
        lower,
        "median" | "more" | "additional" | "extra" | "years" | "months" | "annually" | "households" | "adults"
    )
}
