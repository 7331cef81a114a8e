//! A whole told in one sentence and its parts in those after it, where a word says that they are all: "a board of seven
//! members. Three members are elected. The other four …", "Ten of the 13 were found. The remaining three …".

use super::breakdown::{as_counts, is_said, push_as, sure_count};
use super::{Reading, Spot, SpotKind, Spots, counted, figure};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashSet;

/// How many figures before a part may be what it is a part of.
const BACK: usize = 8;

/// How far off a figure of a slip of one digit at the end may be.
const SLIP: i128 = 3;

/// The most digits after the one that is another.
const MOST_DIGITS: i32 = 6;

/// How many tokens may stand before the rest in its sentence: "But the other four".
const LATE: usize = 3;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let known: FxHashSet<u32> = reading.facts.breakdowns.iter().map(|breakdown| breakdown.whole).collect();
    for index in 2..spots.all.len() {
        let (Some(one), Some(other), Some(rest)) = (spots.get(index - 2), spots.get(index - 1), spots.get(index))
        else {
            return;
        };
        let (one, other, rest) = (*one, *other, *rest);
        let near = one.at.block == rest.at.block && rest.at.sentence <= one.at.sentence + 2;
        if !near || ![one, other, rest].iter().all(|spot| is_counted(reading, spot)) || !other.is_firm() {
            continue;
        }
        let text = reading.text;
        let read = if is_rest(text, &rest) {
            if is_of_the(text, &one, &other) {
                (other.at.sentence + 1 == rest.at.sentence).then_some((other, one))
            } else {
                (is_part(reading, &one, &other) && one.at.sentence < rest.at.sentence).then_some((one, other))
            }
        } else {
            is_more(text, &other, &rest).then_some((one, other))
        };
        let Some((whole, part)) = read else { continue };
        if (whole.kind != SpotKind::Count || !known.contains(&whole.index))
            && !spots.is_drawn_from(reading, index - 2)
            && is_of(reading, &whole, &rest)
            && is_closed(reading, spots, index, &part)
            && is_near(reading, spots, index, [&whole, &part, &rest])
        {
            push(reading, &whole, [part, rest]);
        }
    }
}

fn push(reading: &mut Reading<'_>, whole: &Spot, parts: [Spot; 2]) {
    let all = is_rest(reading.text, &parts[1]);
    let whole =
        if whole.is_firm() && whole.kind == SpotKind::Count { Some(*whole) } else { sure_count(reading, whole) };
    let Some(whole) = whole else { return };
    if let Some(parts) = as_counts(reading, &parts, &whole) {
        push_as(reading, &whole, &parts, all, false);
    }
}

/// Whether a figure counts exactly so many.
fn is_counted(reading: &Reading<'_>, spot: &Spot) -> bool {
    matches!(spot.kind, SpotKind::Count | SpotKind::Number)
        && figure(reading, spot).is_some_and(|figure| figure.hedge == Hedge::Exactly && figure.written.is_some())
}

fn back<'t>(text: &'t Text<'_>, at: usize, n: usize) -> &'t str {
    at.checked_sub(n).map_or("", |at| text.lower(at))
}

/// "the other four", "the remaining 14 towns", at the head of its sentence.
fn is_rest(text: &Text<'_>, rest: &Spot) -> bool {
    let first = text.sentences.get(rest.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let own = text.lower(rest.first);
    let left = |word: &str| matches!(word, "other" | "remaining");
    let named = left(back(text, rest.first, 1)) && back(text, rest.first, 2) == "the"
        || left(own) && back(text, rest.first, 1) == "the";
    let told = |at: usize| lexicon::usual_class(text.lower(at)).has_any(Classes::AUXILIARY.or(Classes::VERB));
    named
        && (told(rest.end) || is_said(text, rest.end))
        && (rest.first <= first + LATE || matches!(back(text, rest.first, 3), "while" | "and" | ";"))
}

/// "ten of the 13".
fn is_of_the(text: &Text<'_>, part: &Spot, whole: &Spot) -> bool {
    super::are(text, whole.first.saturating_sub(2)..whole.first, &["of", "the"])
        && (part.end + 2 == whole.first || part.end == whole.end && part.first + 3 == whole.first)
}

/// "three of them", "of those", "of whom".
fn is_of_them(text: &Text<'_>, part: &Spot) -> bool {
    text.lower(part.end) == "of" && matches!(text.lower(part.end + 1), "them" | "those" | "these" | "whom" | "which")
}

/// Whether a part is one of the whole: "three of them", "three members" of "a board of seven members", "Three were …"
/// right after it.
fn is_part(reading: &Reading<'_>, whole: &Spot, part: &Spot) -> bool {
    if whole.kind != SpotKind::Count {
        return false;
    }
    let text = reading.text;
    let own = counted(reading, part).zip(counted(reading, whole));
    // "There are 172 seats. The winner gets 13. The other 149 …": a figure in each of the sentences.
    let next = whole.at.sentence + 1 == part.at.sentence && part.kind == SpotKind::Number;
    let large = figure(reading, whole).and_then(|figure| figure.written).is_some_and(|all| all >= Exact::whole(20));
    let same = own.is_some_and(|(part, whole)| head(part) == head(whole));
    let follows = whole.at.sentence < part.at.sentence;
    let bare = part.kind == SpotKind::Number
        && whole.at.sentence + 1 == part.at.sentence
        && text.sentences.get(part.at.sentence as usize).is_some_and(|sentence| sentence.tokens.start == part.first)
        && is_said(text, part.end);
    is_of_them(text, part) && part.kind == SpotKind::Number || same && follows || bare || next && large
}

fn head(noun: &str) -> &str {
    noun.rsplit(' ').next().unwrap_or(noun)
}

/// "nine of them on Monday and another seven on Tuesday", "nine of them badly and seven with minor burns": two parts of
/// one sentence, of which nothing else is told.
fn is_more(text: &Text<'_>, part: &Spot, rest: &Spot) -> bool {
    let led = |at: usize| lexicon::usual_class(text.lower(at)).has(Classes::PREPOSITION);
    let manner = |at: usize| led(at) || lexicon::usual_class(text.lower(at)).has(Classes::ADVERB);
    let another = back(text, rest.first, 1) == "another" && matches!(back(text, rest.first, 2), "and" | ",");
    let joined =
        back(text, rest.first, 1) == "and" && (part.end..rest.first).all(|at| text.kind(at) == TokenKind::Word);
    part.at.sentence == rest.at.sentence
        && is_of_them(text, part)
        && (another && led(part.end + 2) || joined && manner(part.end + 2))
        && led(rest.end)
}

/// Whether the rest counts what the whole does, as far as it is told.
fn is_of(reading: &Reading<'_>, whole: &Spot, rest: &Spot) -> bool {
    match (counted(reading, rest), counted(reading, whole)) {
        (None, _) => true,
        (Some(rest), Some(whole)) => head(rest) == head(whole),
        (Some(_), None) => false,
    }
}

/// Whether nothing is told of a third part, from the part on to the end of the sentence of the rest.
fn is_closed(reading: &Reading<'_>, spots: &Spots, index: usize, part: &Spot) -> bool {
    let text = reading.text;
    let Some(rest) = spots.get(index) else { return false };
    let end = text.sentences.get(rest.at.sentence as usize).map_or(rest.end, |sentence| sentence.tokens.end);
    let third = |at: usize| {
        let lower = text.lower(at);
        matches!(lower, "one" | "both" | "several" | "some" | "half" | "most" | "few" | "more" | "also" | "earlier")
            || lower == "another" && at + 1 != rest.first
            || matches!(lower, "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth")
            || matches!(lower, "others" | "whose" | "additional" | "extra" | "than")
            || matches!(lower, "absent" | "away" | "vacant" | "vacancy" | "abstained" | "recused" | "abstaining")
    };
    let next = spots.get(index + 1).filter(|next| next.first < end);
    let goes_on =
        next.is_some_and(|next| matches!(back(text, next.first, 1), "and" | "," | "while" | "another" | "other"));
    end - part.end < 120 && !(part.end..end).any(third) && !goes_on
}

/// Whether a slip of the pen may be what is between the parts and the whole, and no figure before is what they come to.
fn is_near(reading: &Reading<'_>, spots: &Spots, index: usize, [whole, part, rest]: [&Spot; 3]) -> bool {
    let written = |spot: &Spot| figure(reading, spot).and_then(|figure| figure.written);
    let (Some(whole), Some(part), Some(rest)) = (written(whole), written(part), written(rest)) else { return false };
    let Some(sum) = part.plus(rest) else { return false };
    let earlier = index.saturating_sub(BACK)..index - 1;
    let fits = earlier.filter_map(|at| spots.get(at)).any(|spot| written(spot) == Some(sum));
    whole > Exact::ONE && may_slip(sum, whole) && !fits
}

/// Whether one figure may have been written for another: they are one apart or so, or one digit is another.
pub(super) fn may_slip(one: Exact, other: Exact) -> bool {
    let Some(apart) = one.minus(other).map(Exact::abs) else { return false };
    let mut digit = (1..=MOST_DIGITS)
        .filter_map(Exact::power_of_ten)
        .take_while(|ten| *ten <= one.min(other))
        .filter_map(|ten| apart.over(ten));
    apart <= Exact::whole(SLIP) || digit.any(|n| n.is_whole() && n < Exact::whole(10))
}
