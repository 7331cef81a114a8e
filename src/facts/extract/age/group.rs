//! Ages of groups: "adults 65 and older", "children under five", "voters between 18 and 29", "the over-65s".

use super::{Drawn, floor, is_age, is_hyphen};
use crate::facts::exact::Exact;
use crate::facts::extract::Reading;
use crate::facts::extract::hedge;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

/// Words for people whose ages news tells as bare numbers.
const GROUPS: &[&str] = &[
    "people",
    "persons",
    "adults",
    "children",
    "kids",
    "teens",
    "teenagers",
    "youths",
    "youth",
    "women",
    "men",
    "girls",
    "boys",
    "voters",
    "patients",
    "residents",
    "citizens",
    "americans",
    "britons",
    "females",
    "males",
    "individuals",
    "youngsters",
    "those",
    "anyone",
    "everyone",
    "someone",
    "anybody",
    "everybody",
    "minors",
    "pensioners",
    "seniors",
    "recipients",
    "drivers",
    "males",
    "siblings",
    "dependents",
    "viewers",
    "mothers",
    "fathers",
    "parents",
    "workers",
    "employees",
    "customers",
    "students",
    "pupils",
    "passengers",
    "infants",
    "babies",
    "toddlers",
    "applicants",
    "users",
    "members",
    "respondents",
    "retirees",
    "adolescents",
    "consumers",
    "shoppers",
    "taxpayers",
    "beneficiaries",
    "smokers",
    "renters",
    "participants",
    "offenders",
    "inmates",
    "refugees",
    "migrants",
    "immigrants",
    "nobody",
    "child",
    "dependent",
    "person",
    "adult",
    "kid",
    "student",
];

/// Reads the age of a group whose first number begins with the token `at`.
pub(super) fn read(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    if !may_be(text, at) || reading.is_claimed(at) {
        return None;
    }
    let numeral = numeral::read(text, at).filter(is_age)?;
    if numeral.value < Exact::ONE {
        return None;
    }
    let floor = floor(text, at);
    let drawn = older(text, &numeral, floor).or_else(|| decade_of_life(text, &numeral, floor));
    if let Some(drawn) = drawn.or_else(|| something(text, &numeral)) {
        return Some(drawn.state(reading));
    }
    let drawn = bounded(text, &numeral, floor)
        .or_else(|| between(text, &numeral, floor))
        .or_else(|| before_group(text, &numeral, floor))?;
    Some(drawn.state(reading))
}

/// A cheap test of the words beside the number that most numbers fail.
fn may_be(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let bound = matches!(text.lower(before), "under" | "over" | "below" | "above" | "than" | "between" | "from" | "-");
    let next = text.lower(at + 1);
    let open = matches!(next, "and" | "or" | "years" | "year" | "to" | "-" | "–");
    bound || open
}

fn is_group(text: &Text<'_>, at: usize, floor: usize) -> bool {
    at >= floor && text.kind(at) == TokenKind::Word && GROUPS.contains(&text.lower(at))
}

/// Whether nothing follows that the number could count.
fn ends(text: &Text<'_>, at: usize) -> bool {
    const GRAMMAR: Classes = Classes::PREPOSITION
        .or(Classes::DETERMINER)
        .or(Classes::PRONOUN)
        .or(Classes::CONJUNCTION)
        .or(Classes::AUXILIARY);
    if text.kind(at) == TokenKind::Mark {
        // "voters between 18 and 24 – few of them": a dash of its own.
        if matches!(text.word(at), "–" | "—" | "-") && !text.glued(at) && !text.glued(at + 1) {
            return true;
        }
        return !matches!(text.word(at), "%" | "-" | "°" | "$" | "£" | "€" | "/" | ":" | "–" | "+" | "′");
    }
    let lower = text.lower(at);
    let classes = lexicon::classes(lower);
    text.kind(at) == TokenKind::Word
        && !text.glued(at)
        && !matches!(lower, "per" | "percent" | "or" | "to")
        && (classes.has_any(GRAMMAR) || lexicon::usual_class(lower) == Classes::VERB)
}

/// "65 and older", "14 or younger", and of a group "21 and over".
fn older(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let at = numeral.end;
    let year = usize::from(matches!(text.lower(at), "years" | "year"));
    if !matches!(text.lower(at + year), "and" | "or") {
        return None;
    }
    let group = numeral.first.checked_sub(1).is_some_and(|before| is_group(text, before, floor));
    // "applicants must be 18 or over"
    let required = numeral.first > floor + 1
        && text.lower(numeral.first - 1) == "be"
        && matches!(text.lower(numeral.first - 2), "must" | "to" | "should")
        && (Exact::whole(10)..=Exact::whole(90)).contains(&numeral.value);
    let hedge = match text.lower(at + year + 1) {
        "older" | "elder" => Hedge::AtLeast,
        "younger" => Hedge::AtMost,
        "over" | "above" | "up" if group => Hedge::AtLeast,
        "under" | "below" if group => Hedge::AtMost,
        "over" if required => Hedge::AtLeast,
        "under" if required => Hedge::AtMost,
        _ => return None,
    };
    // "12 and younger brothers" counts no years.
    let end = at + year + 2;
    (ends(text, end) || group).then(|| {
        let mut drawn = Drawn::new(numeral, "year", numeral.first, end);
        if required && !group {
            drawn.certainty = Certainty::Weak;
        }
        drawn.hedge = hedge;
        drawn.hedge_span = Some(text.span(at + year, end - 1));
        drawn
    })
}

/// "children under five", "people over the age of 65" without its words, "those younger than 18".
fn bounded(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let found = hedge::before(text, numeral.first, floor)?;
    let bound = matches!(found.hedge, Hedge::Over | Hedge::Under | Hedge::AtLeast | Hedge::AtMost);
    let words = text.lower(found.first);
    let of_age = matches!(words, "under" | "over" | "younger" | "older" | "below" | "above");
    let group = found.first.checked_sub(1).is_some_and(|before| {
        // "many of whom are under 50", "those who were over 65"
        let told = matches!(text.lower(before), "is" | "are" | "was" | "were")
            && before > floor
            && (matches!(text.lower(before - 1), "who" | "whom" | "crew" | "staff" | "workforce" | "squad")
                || is_group(text, before - 1, floor));
        is_group(text, before, floor) || told
    });
    let fits = bound && of_age && ends(text, numeral.end) && (group || matches!(words, "younger" | "older"));
    fits.then(|| {
        let mut drawn = Drawn::new(numeral, "year", numeral.first, numeral.end).hedged(text, Some(found));
        drawn.certainty = Certainty::Likely;
        drawn
    })
}

/// "age group", "age bracket" after the two ages.
fn is_age_group(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "age"
        && matches!(
            text.lower(at + 1),
            "group" | "groups" | "bracket" | "brackets" | "range" | "category" | "cohort" | "band" | "demographic"
        )
}

/// "the 25-34 age group", "voters between 18 and 29", "adults 18 to 24", "children 5-11".
fn between(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let mut before = numeral.first.checked_sub(1)?;
    let lead = matches!(text.lower(before), "between" | "from");
    let between = text.lower(before) == "between";
    if lead && before == floor {
        return opening(text, numeral, floor);
    }
    if lead {
        before = before.checked_sub(1)?;
    }
    let told = matches!(text.lower(before), "is" | "are" | "was" | "were") && between && before > floor;
    let group = is_group(text, before, floor) || told && is_group(text, before - 1, floor);
    // "the 18-to-34 age group"
    if is_hyphen(text, numeral.end) && text.lower(numeral.end + 1) == "to" && is_hyphen(text, numeral.end + 2) {
        let other = numeral::read(text, numeral.end + 3).filter(is_age)?;
        return (is_age_group(text, other.end) && other.value > numeral.value).then(|| {
            let mut drawn = Drawn::new(numeral, "year", numeral.first, other.end);
            drawn.high = Some(other.value);
            drawn.hedge = Hedge::Range;
            drawn.span = numeral.span.to(other.span);
            drawn.certainty = Certainty::Likely;
            drawn
        });
    }
    let joined = match text.lower(numeral.end) {
        "and" => between,
        "to" => true,
        _ => is_hyphen(text, numeral.end) && !lead,
    };
    let other = numeral::read(text, numeral.end + 1).filter(is_age).filter(|_| joined)?;
    let ages = is_age_group(text, other.end);
    if other.value <= numeral.value || !(group && ends(text, other.end) || ages) {
        return None;
    }
    let mut drawn = Drawn::new(numeral, "year", if lead { before + 1 } else { numeral.first }, other.end);
    drawn.high = Some(other.value);
    drawn.hedge = Hedge::Range;
    drawn.span = numeral.span.to(other.span);
    drawn.certainty = Certainty::Likely;
    Some(drawn)
}

/// "an over-30 crowd", "the under-16 ban": a bound on a hyphen, and who is so old after it.
fn before_group(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let hyphen = numeral.first.checked_sub(1).filter(|&hyphen| is_hyphen(text, hyphen) && text.glued(hyphen))?;
    let word = hyphen.checked_sub(1).filter(|&word| word >= floor && text.glued(numeral.first))?;
    let hedge = match text.lower(word) {
        "over" => Hedge::Over,
        "under" => Hedge::Under,
        _ => return None,
    };
    let noun = text.lower(numeral.end);
    let alone = text.kind(numeral.end) == TokenKind::Word && !text.glued(numeral.end) && !text.glued(word);
    (alone && (GROUPS.contains(&noun) || CROWDS.contains(&noun))).then(|| {
        let mut drawn = Drawn::new(numeral, "year", word, numeral.end);
        drawn.hedge = hedge;
        drawn.hedge_span = Some(text.span(word, word));
        drawn.certainty = Certainty::Likely;
        drawn
    })
}

/// Words for many people that the bound on their age stands before, and for what is meant for them.
const CROWDS: &[&str] = &[
    "crowd",
    "crowds",
    "audience",
    "population",
    "market",
    "group",
    "groups",
    "age",
    "category",
    "bracket",
    "side",
    "squad",
    "team",
    "teams",
    "international",
    "internationals",
    "player",
    "champion",
    "ban",
    "vote",
    "sector",
    "cohort",
    "demographic",
];

/// "Between 14 and 24, young people leave home": the ages open the sentence and who has them follows.
fn opening(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let joined = matches!((text.lower(floor), text.lower(numeral.end)), ("between", "and") | ("from", "to"));
    let other = numeral::read(text, numeral.end + 1).filter(is_age).filter(|_| joined)?;
    let comma = text.word(other.end) == ",";
    let described = |at: usize| (other.end + 1..at).all(|at| lexicon::classes(text.lower(at)).has(Classes::ADJECTIVE));
    let who = (other.end + 1..other.end + 4).any(|at| is_group(text, at, floor) && described(at));
    (comma && who && other.value > numeral.value && other.value > Exact::whole(12)).then(|| {
        let mut drawn = Drawn::new(numeral, "year", floor, other.end);
        drawn.high = Some(other.value);
        drawn.hedge = Hedge::Range;
        drawn.span = numeral.span.to(other.span);
        drawn.certainty = Certainty::Weak;
        drawn
    })
}

/// "under-fives", "over-sixties": the plural of a number in words.
pub(super) fn of_tens(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let word = at + 2;
    let years = match text.lower(word) {
        "threes" => 3,
        "fives" => 5,
        "sevens" => 7,
        "eights" => 8,
        "nines" => 9,
        "tens" => 10,
        "elevens" => 11,
        "twelves" => 12,
        "thirteens" => 13,
        "fifteens" => 15,
        "sixteens" => 16,
        "eighteens" => 18,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        _ => return None,
    };
    if !text.glued(at + 1) || !text.glued(word) {
        return None;
    }
    let numeral = Numeral {
        first: word,
        end: word + 1,
        span: text.span(word, word),
        value: Exact::whole(years),
        style: Style { words: true, ..Style::default() },
        fraction: false,
        certainty: Certainty::Sure,
    };
    let mut drawn = Drawn::new(&numeral, "year", at, word + 1);
    drawn.hedge = if text.lower(at) == "over" { Hedge::Over } else { Hedge::Under };
    drawn.hedge_span = Some(text.span(at, at));
    Some(drawn.state(reading))
}

/// "a 30-something woman", "forty-somethings": somewhere in the decade.
fn something(text: &Text<'_>, numeral: &Numeral) -> Option<Drawn> {
    let word = numeral.end + 1;
    let joined = is_hyphen(text, numeral.end) && text.glued(numeral.end) && text.glued(word);
    let decade = (2..=9).any(|ten| numeral.value == Exact::whole(ten * 10));
    (joined && decade && matches!(text.lower(word), "something" | "somethings")).then(|| {
        let mut drawn = Drawn::new(numeral, "year", numeral.first, word + 1);
        drawn.high = numeral.value.plus(Exact::whole(9));
        drawn.hedge = Hedge::Range;
        drawn
    })
}

/// "the over-65s", "under-5s": a bound and a plural on the number.
fn decade_of_life(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Drawn> {
    let plural = text.lower(numeral.end) == "s" && text.glued(numeral.end) && numeral.end == numeral.first + 1;
    let hyphen = numeral.first.checked_sub(1).filter(|_| plural)?;
    let word = if is_hyphen(text, hyphen) { hyphen.checked_sub(1)? } else { hyphen };
    let hedge = match text.lower(word) {
        "over" => Hedge::Over,
        "under" => Hedge::Under,
        _ => return None,
    };
    (word >= floor && !text.glued(word)).then(|| {
        let mut drawn = Drawn::new(numeral, "year", word, numeral.end + 1);
        drawn.hedge = hedge;
        drawn.hedge_span = Some(text.span(word, word));
        drawn
    })
}
