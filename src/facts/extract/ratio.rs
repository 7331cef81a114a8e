//! Shares written as fractions: "one in five", "two-thirds", "3 out of 10", "a quarter of".

use super::figure::{Drawn, Numbers, count_of};
use super::meaning::Grain;
use super::numeral::{self, Numeral};
use super::side::{self, Side, Tail};
use super::{Reading, bounds, count, hedge};
use crate::facts::exact::Exact;
use crate::facts::model::Ratio;
use crate::facts::names::{Certainty, Hedge};
use crate::facts::units;
use crate::text::{Text, TokenKind, gazetteer, lexicon};

/// Reads a ratio that begins with `side`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, side: &Side, floor: usize) -> Option<usize> {
    if !matches!(side.tail, Tail::Bare) {
        return None;
    }
    let text = reading.text;
    if side.numeral.fraction {
        // "fell 1/4 point", "a quarter-point cut", "a quarter of a point": what stocks, rates and polls move by.
        if let Some(point) = part_of_point(text, side)
            && let Some(found) = count::after(text, point, true)
        {
            let drawn = drawn(text, side, side.numeral.value, found.end, floor, side.numeral.span);
            count_of(reading, &drawn, found.noun, drawn.certainty);
            return Some(found.end);
        }
        return Some(fraction(reading, side, floor));
    }
    if let Some((under, end)) = under(text, side) {
        let drawn =
            drawn(text, side, side.numeral.value.over(under.value)?, end, floor, side.numeral.span.to(under.span));
        push(reading, &drawn, end, Certainty::Weak);
        return Some(end);
    }
    let found = denominator(text, &side.numeral).or_else(|| between_marks(text, side));
    let Some((other, whole_at)) = found else { return of_each(reading, side, floor) };
    let share = side.numeral.value.over(other.value)?;
    let drawn = drawn(text, side, share, whole_at, floor, side.numeral.span.to(other.span));
    push(reading, &drawn, whole_at, drawn.certainty);
    Some(whole_at)
}

/// Where "point" stands after a fraction of one.
fn part_of_point(text: &Text<'_>, side: &Side) -> Option<usize> {
    let end = side.end;
    let at = match (text.lower(end), text.lower(end + 1)) {
        ("-", _) if text.glued(end) => end + 1,
        ("of", "a") => end + 2,
        // "half a point".
        ("a", _) => end + 1,
        _ => end,
    };
    (text.lower(at) == "point" && !matches!(text.lower(at + 1), "guard" | "guards" | "of")).then_some(at)
}

/// "a third of the crew", "two-thirds"; a fraction that no share is meant by is passed over.
fn fraction(reading: &mut Reading<'_>, side: &Side, floor: usize) -> usize {
    let text = reading.text;
    if let Some(drawn) = bounds::shares(reading, side, floor) {
        let certainty = if text.lower(drawn.end) == "of" { drawn.certainty } else { Certainty::Likely };
        push(reading, &drawn, drawn.end, certainty.max(drawn.certainty));
        return drawn.end;
    }
    let drawn = drawn(text, side, side.numeral.value, side.end, floor, side.numeral.span);
    if is_share(text, side, &drawn, floor) {
        let certainty = drawn.certainty.max(if text.lower(side.end) == "of" || drawn.hedge_span.is_some() {
            Certainty::Sure
        } else {
            Certainty::Likely
        });
        push(reading, &drawn, side.end, certainty);
    }
    side.end
}

fn drawn(text: &Text<'_>, side: &Side, share: Exact, end: usize, floor: usize, span: crate::source::Span) -> Drawn {
    let before = hedge::before(text, side.first, floor);
    Drawn {
        first: before.map_or(side.first, |before| before.first),
        end,
        span,
        numbers: Numbers::One(share),
        hedge: before.map_or(Hedge::Exactly, |before| before.hedge),
        hedge_span: before.map(|before| text.span(before.first, before.end - 1)),
        style: side.numeral.style,
        rough: false,
        certainty: side.numeral.certainty,
    }
}

fn push(reading: &mut Reading<'_>, drawn: &Drawn, whole_at: usize, certainty: Certainty) {
    let text = reading.text;
    // "half of the staff", "half the staff".
    let of = usize::from(text.lower(whole_at) == "of");
    let owned = matches!(text.lower(whole_at), "the" | "its" | "their" | "his" | "her" | "our" | "all" | "these");
    let whole = if of == 1 || owned { count::whole(text, whole_at + of) } else { count::after(text, whole_at, false) };
    let certainty = whole.as_ref().map_or(certainty, |whole| certainty.max(whole.certainty));
    let at = reading.at(text.span(drawn.first, drawn.end - 1), certainty);
    let figure = drawn.figure(Grain::None, &reading.wording);
    reading.claim(drawn.first, drawn.end - 1);
    reading.facts.ratios.push(Ratio { at, figure, whole: whole.map(|whole| whole.noun) });
}

/// The second number of "one over three", where nothing follows that it could count.
///
/// It is weak: "over" may be a bound, and "120 over 80" the pressure of blood.
fn under(text: &Text<'_>, side: &Side) -> Option<(Numeral, usize)> {
    if text.lower(side.end) != "over" || !side.numeral.value.is_whole() {
        return None;
    }
    let under = numeral::read(text, side.end + 1)?;
    let plain = under.value.is_whole() && under.value > Exact::ONE && !under.fraction;
    let alone =
        text.kind(under.end) == TokenKind::Mark && matches!(text.word(under.end), "" | "." | "," | ";" | ")" | "?");
    (plain && alone).then_some((under, under.end))
}

/// The second number of "— 118 of 402 —", "(14 of 210)": between two marks, what is of what is no date
/// and no name.
fn between_marks(text: &Text<'_>, side: &Side) -> Option<(Numeral, usize)> {
    let before = side.first.checked_sub(1)?;
    let or = usize::from(text.lower(before) == "or");
    let opens = text.word(before.checked_sub(or)?);
    if text.lower(side.end) != "of" || !matches!(opens, "—" | "–" | "(" | "--") {
        return None;
    }
    let other = numeral::read(text, side.end + 1)?;
    let whole = |n: &Numeral| n.value.is_whole() && n.value > Exact::ZERO && !n.fraction;
    let closes = matches!(text.word(other.end), "—" | "–" | ")" | "--");
    (whole(&side.numeral) && whole(&other) && side.numeral.value < other.value && closes).then_some((other, other.end))
}

/// The second number of "one in five", "3 out of 10", "two of every three" and one past it.
fn denominator(text: &Text<'_>, one: &Numeral) -> Option<(Numeral, usize)> {
    let hyphen = usize::from(matches!(text.word(one.end), "-") && text.glued(one.end));
    let at = one.end + hyphen;
    let (mut next, out_of) = match (text.lower(at), text.lower(at + 1)) {
        ("in" | "of", "every") | ("out", "of") => (at + 2, true),
        ("in", _) => (at + 1, false),
        _ => return None,
    };
    if out_of && matches!(text.lower(next), "every" | "each" | "the") {
        next += 1;
    }
    if text.word(next) == "-" {
        next += 1;
    }
    let other = numeral::read(text, next)?;
    let whole = |n: &Numeral| n.value.is_whole() && n.value > Exact::ZERO && !n.fraction;
    let below = one.value < other.value;
    // "12 in 2015", "two in 10 days", "5 in 3".
    let year = text.word(next).len() == 4
        && text.word(next).bytes().all(|byte| byte.is_ascii_digit())
        && one.value > Exact::ONE;
    let span_of_time = units::period(text.lower(other.end)).is_some() || text.lower(other.end) == "-";
    let round = other.value <= Exact::whole(10)
        || one.value == Exact::ONE
        || other.value.over(Exact::whole(5)).is_some_and(Exact::is_whole) && one.value <= Exact::whole(100);
    if !whole(one) || !whole(&other) || !below || year || span_of_time && !out_of || !(round || out_of) {
        return None;
    }
    // "won one in five games" and "one in a hospital" are told apart by the number; a name is none.
    let end = other.end;
    let name =
        text.token(end).is_some_and(|token| token.kind == TokenKind::Word && token.case != crate::text::Case::Lower);
    // "three-in-ten Americans", "one in five British drivers" are no "two in 10 Harbour Lane".
    let people = hyphen == 1 || text.lower(end).ends_with('s') || gazetteer::demonym(text.lower(end)).is_some();
    (!name || out_of || people).then_some((other, end))
}

/// "one man in ten", "one patient in every five", "two women in three": the noun stands between the two numbers.
fn of_each(reading: &mut Reading<'_>, side: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    let one = &side.numeral;
    let joiner = (one.end + 1..one.end + 3).find(|&at| text.lower(at) == "in")?;
    let every = usize::from(text.lower(joiner + 1) == "every");
    let other = numeral::read(text, joiner + 1 + every)?;
    let single = one.value == Exact::ONE;
    let noun = count::after(text, one.end, single).filter(|found| found.end == joiner)?;
    let common = text.token(joiner - 1).is_some_and(|token| token.case == crate::text::Case::Lower);
    let whole = |n: &Numeral| n.value.is_whole() && n.value > Exact::ZERO && !n.fraction;
    // "two people in 2015", "one death in 12 days", "three goals in five games"
    let year = other.value >= Exact::whole(1100) && !other.value.over(Exact::whole(1000)).is_some_and(Exact::is_whole);
    let goes_on = text.kind(other.end) == TokenKind::Word
        && (lexicon::is_plural(text.lower(other.end)) || units::period(text.lower(other.end)).is_some());
    let counts = count::after(text, other.end, false).is_some() && every == 0;
    let round = other.value <= Exact::whole(10) || other.value.over(Exact::whole(5)).is_some_and(Exact::is_whole);
    let free = text.kind(other.end) != TokenKind::Mark || !text.glued(other.end + 1);
    let tail = matches!(side::tail(text, other).0, Tail::Bare);
    let sure = single || one.value < Exact::whole(10) && other.value <= Exact::whole(10);
    let fits = common && whole(one) && whole(&other) && one.value < other.value && round && !year && free && tail;
    let acts = single && ACTS.contains(&text.lower(other.end));
    let plain = every == 1 && (!goes_on || acts || verb_after(text, other.end)) || acts || !goes_on && !counts;
    if !fits || !plain || !sure || every == 0 && !is_person(&noun.noun.key) {
        return None;
    }
    let share = one.value.over(other.value)?;
    let drawn = drawn(text, side, share, other.end, floor, one.span.to(other.span));
    let certainty = if every == 1 || single { Certainty::Likely } else { Certainty::Weak };
    let at = reading.at(text.span(drawn.first, drawn.end - 1), certainty);
    let figure = drawn.figure(Grain::None, &reading.wording);
    reading.claim(drawn.first, drawn.end - 1);
    reading.facts.ratios.push(Ratio { at, figure, whole: Some(noun.noun) });
    Some(other.end)
}

/// What one in so many does, in words that are plurals too: "one man in ten smokes".
const ACTS: &[&str] = &[
    "smokes", "drinks", "lives", "works", "votes", "needs", "dies", "claims", "uses", "wants", "plans", "fears",
    "hopes", "cycles", "walks", "shops", "studies", "plays", "trusts", "drives", "supports", "rents", "leaves",
    "trains", "cooks",
];

/// "one patient in every five waits too long": the word is the verb of the one, and no plural.
fn verb_after(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::classes(lower).has(lexicon::Classes::VERB)
        && lexicon::usual_class(lower) != lexicon::Classes::NOUN
        && lower.ends_with('s')
}

/// Nouns of whom news tells so many in so many.
fn is_person(key: &str) -> bool {
    [
        "man",
        "woman",
        "person",
        "child",
        "adult",
        "boy",
        "girl",
        "patient",
        "voter",
        "household",
        "family",
        "home",
        "couple",
        "student",
        "pupil",
        "worker",
        "driver",
        "american",
        "briton",
        "teenager",
        "pensioner",
        "baby",
        "birth",
        "death",
        "case",
        "house",
        "job",
        "parent",
        "resident",
        "marriage",
        "pregnancy",
        "employee",
        "customer",
    ]
    .contains(&key)
}

/// Whether a fraction in words is a share of something.
fn is_share(text: &Text<'_>, side: &Side, drawn: &Drawn, floor: usize) -> bool {
    let next = text.lower(side.end);
    let before = side.first.checked_sub(1).filter(|&before| before >= floor).map_or("", |before| text.lower(before));
    if text.word(side.end) == "-" && text.glued(side.end) {
        return false;
    }
    // "a second half", "two second-half goals"
    let joined = before == "-" && text.glued(side.first) && side.first > floor + 1;
    let part = if joined { text.lower(side.first - 2) } else { before };
    if matches!(part, "first" | "second") {
        return false;
    }
    // Quarters of a year and halves of a match are no shares.
    if [
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "past",
        "next",
        "previous",
        "this",
        "that",
        "final",
        "consecutive",
        "straight",
        "in",
        "other",
        "latter",
        "bottom",
        "better",
        "top",
    ]
    .contains(&before)
        && next != "of"
    {
        return false;
    }
    // A whole sentence is an answer or a cell: "One half."
    let stops = text.word(side.end) == "." && text.kind(side.end + 1) == TokenKind::Mark;
    if side.first == floor && (stops || text.word(side.end).is_empty()) {
        return true;
    }
    let hedged = drawn.hedge_span.is_some();
    let lead = matches!(before, "by" | "to" | "only" | "just" | "than" | "least" | "another");
    let comparative = [
        "of", "more", "less", "fewer", "higher", "lower", "bigger", "smaller", "larger", "as", "the", "its", "their",
        "his", "her", "our", "your", "my", "all", "that", "those", "these",
    ]
    .contains(&next);
    match text.lower(side.numeral.end - 1) {
        "half" => {
            comparative && next != "as" || hedged || lead && before != "to" || lexicon::is_plural(next) && before != "a"
        }
        "quarter" => next == "of" || hedged || lead || matches!(next, "more" | "less" | "fewer" | "higher" | "lower"),
        _ => true,
    }
}
