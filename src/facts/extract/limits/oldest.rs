//! People older than anybody has been: "Luca Brandt, 299, of Hull", "a 147-year-old girl".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::{age, naming, numeral};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// Jeanne Calment, whose life is the longest that is proved, was 122 when she died in 1997 (Robine and Allard, "Jeanne
/// Calment: validation of the duration of her life", 1999).
const OLDEST: i128 = 122;

/// What is a digit too long has three of them: what is older still is a mummy, a bone or a god.
const LONGEST: i128 = 999;

/// Words for living people whom an age is told of, besides those that stand between commas with it.
#[rustfmt::skip] // Words, a dozen a line.
const PEOPLE: &[&str] = &[
    "motorist", "motorcyclist", "quarterback", "politician", "senator", "lawmaker", "congressman", "congresswoman", "midshipman",
    "sailor", "inmate", "prisoner", "hiker", "skier", "surfer", "jogger", "migrant", "refugee", "immigrant", "janitor", "waitress",
    "waiter", "bartender", "plumber", "electrician", "mechanic", "engineer", "surgeon", "dentist", "firefighter", "paramedic",
    "sergeant", "policeman", "policewoman", "trooper", "pastor", "imam", "rabbi", "bride", "cashier", "clerk", "accountant",
    "bystander", "shopper", "backpacker", "gymnast", "sprinter", "dancer", "guitarist", "drummer", "pianist", "rapper",
    "filmmaker", "programmer", "entrepreneur", "sophomore", "freshman", "intern", "babysitter", "nanny", "burglar", "robber",
    "rapist", "fugitive", "hostage", "fiancee", "fiancé", "fiancée", "worker", "lifeguard", "influencer",
];

/// Words that things are called by too: a tortoise is a resident, an oak a veteran, a firm a partner.
const THINGS: &[&str] =
    &["resident", "veteran", "couple", "pair", "partner", "friend", "heir", "child", "victim", "neighbor", "neighbour"];

/// How far around an age words are looked for that make something else of it, in tokens.
const REACH: usize = 40;

/// Words of who is only said or wished to be so old, or was so in a tale.
#[rustfmt::skip] // Words, a dozen a line.
const SAID: &[&str] = &[
    "oldest", "claim", "claims", "claimed", "claiming", "record", "records", "longevity", "lifespan", "would", "could",
    "imagine", "if", "feel", "feels", "felt", "joked", "jokes", "character", "plays", "played", "playing", "tale", "poem",
    "ballad", "song", "bible", "biblical", "combined",
];

/// Words of those who are not flesh and blood, or no longer.
#[rustfmt::skip] // Words, a dozen a line.
const BLOODLESS: &[&str] = &[
    "tree", "trees", "painting", "portrait", "sculpture", "statue", "carved", "marble", "bronze", "tortoise", "turtle", "dog",
    "doll", "frozen", "preserved", "remains", "bones", "skull", "grave", "bc", "ad", "bce", "ce", "centuries", "century",
];

/// The same, wherever the article says them.
#[rustfmt::skip] // Words, a dozen a line.
const DEAD: &[&str] = &[
    "mummy", "mummies", "mummified", "mummification", "skeleton", "skeletons", "skeletal", "bog", "archaeologist",
    "archaeologists", "archaeological", "archaeology", "archeologist", "archeologists", "archeological", "fossil",
    "fossils", "neanderthal", "prehistoric", "excavated", "excavation", "unearthed", "exhumed", "tomb", "tombs", "burial",
    "pharaoh", "inca", "aztec", "vampire", "vampires", "wizard", "wizards", "elf", "elves", "immortal", "immortality",
    "supernatural", "mythology", "mythical", "methuselah", "reincarnated", "reincarnation", "sacrificed", "fictional",
    "sci-fi", "protagonist", "cryogenic", "cryonics", "supercentenarian", "supercentenarians", "anime", "manga",
];

/// Words of what else is told behind a name: votes, points, pounds.
#[rustfmt::skip] // Words, a dozen a line.
const COUNTED: &[&str] = &[
    "vote", "votes", "voted", "ballots", "points", "runs", "goals", "yards", "wickets", "pounds", "lbs", "lb", "kg", "weight", "weighs",
    "weighed", "wrestling", "wrestler", "wrestlers", "heavyweight", "tackle", "lineman", "linebacker", "guard", "golf",
    "par", "strokes", "stroke", "round", "rounds", "bowled", "bowling", "pins", "average", "score", "scores", "scored",
    "total", "medal", "ranked", "rankings", "seed", "seeded", "delegates", "electoral", "seats", "laps", "lap",
    "tournament", "championship", "homers", "rebounds", "assists", "tackles", "hits", "innings", "odds", "page", "pages",
    "room", "lot", "pinned", "pin", "tallest", "heaviest", "centimetres", "centimeters", "feet", "inches", "height", "code", "number", "car", "horse", "pound", "weighing", "flight", "route", "class", "division", "final", "finals", "semi-final", "race", "leaderboard",
];

/// Reads the ages that nobody has reached.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found: Vec<(Exact, Span, Span)> = Vec::new();
    for age in &reading.facts.ages {
        let plain = &*age.unit == "year" && age.figure.hedge == Hedge::Exactly && !age.at.quoted;
        let Some(written) = age.figure.written.filter(|&written| plain && is_beyond(written)) else { continue };
        let (first, end) = bounds(text, age.at.span);
        let by = if text.lower(end.wrapping_sub(1)).ends_with("old") {
            called(text, end)
        } else {
            named(reading, first, end)
        };
        found.extend(by.map(|by| (written, age.at.span, by)));
    }
    for number in &reading.facts.numbers {
        let plain =
            number.figure.hedge == Hedge::Exactly && !number.at.quoted && number.at.certainty != Certainty::Weak;
        let Some(written) = number.figure.written.filter(|&written| plain && is_beyond(written)) else { continue };
        let (first, end) = bounds(text, number.at.span);
        found.extend(named(reading, first, end).map(|by| (written, number.at.span, by)));
    }
    let dead = || (0..text.tokens.len()).any(|at| DEAD.contains(&text.lower(at)));
    if found.is_empty() || dead() {
        return;
    }
    for (age, span, by) in found {
        note(reading, "life span", (age, span), by, Bounds::up_to(Exact::whole(OLDEST)));
    }
}

fn is_beyond(age: Exact) -> bool {
    age > Exact::whole(OLDEST) && age <= Exact::whole(LONGEST)
}

fn bounds(text: &Text<'_>, span: Span) -> (usize, usize) {
    (text.token_from(span.start), text.token_from(span.end.saturating_sub(1)) + 1)
}

/// "147-year-old girl was", "465-year-old Texas gunman,": who is called by the age that ends before the token.
fn called(text: &Text<'_>, end: usize) -> Option<Span> {
    let told = |at: usize| {
        text.kind(at) == TokenKind::Word
            && (text.token(at).is_some_and(|token| token.case == Case::Title)
                || lexicon::usual_class(text.lower(at)).has(Classes::ADJECTIVE))
    };
    let small = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Lower);
    let is_person = |at: usize| {
        let lower = text.lower(at);
        small(at)
            && (PEOPLE.contains(&lower) || age::is_person(text, at) && !THINGS.contains(&lower))
            && !lexicon::is_plural(lower)
    };
    let noun = (end..end + 3).take_while(|&at| at == end || told(at - 1)).find(|&at| is_person(at))?;
    // "a 150-year-old boy choir", "a 200-year-old man-made lake"
    let next = noun + 1;
    let ends = match text.kind(next) {
        TokenKind::Mark => !matches!(text.word(next), "-" | "‑" | "/"),
        // "a 449-year-old father of two", and not "the 200-year-old man of the mountain".
        TokenKind::Word if text.lower(next) == "of" => numeral::read(text, next + 1).is_some(),
        TokenKind::Word => small(next) && !lexicon::usual_class(text.lower(next)).has(Classes::NOUN),
        TokenKind::Number => true,
        TokenKind::Possessive => false,
    };
    let unreal =
        text.near(end..next, REACH).any(|at| SAID.contains(&text.lower(at)) || BLOODLESS.contains(&text.lower(at)));
    // "like a 150-year-old man"
    let like =
        (end.saturating_sub(8)..end).any(|at| matches!(text.lower(at), "like" | "than") && text.lower(at + 1) == "a");
    (ends && !unreal && !like).then(|| text.span(noun, noun))
}

/// "Luca Brandt, 299, of Hull", "his wife, 345, was": whom the number behind a comma is told of.
fn named(reading: &Reading<'_>, first: usize, end: usize) -> Option<Span> {
    let text = reading.text;
    let aged = usize::from(text.lower(first.wrapping_sub(1)) == "aged");
    let comma = first.checked_sub(1 + aged).filter(|&at| text.word(at) == "," && end == first + 1)?;
    let near = text.near(first..end, REACH);
    let capital = |at: usize| text.token(at).is_some_and(|token| matches!(token.case, Case::Title | Case::Mixed));
    let beside = |at: usize| text.word(at.wrapping_sub(1)) == "," && at.checked_sub(2).is_some_and(capital);
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        text.kind(at) == TokenKind::Number && digits.contains(&text.word(at).len()) && beside(at)
    };
    // "Lee, 299, Brandt, 310": what is told of several is counted. "Ann Lee, 299, and Bo Chan, 31," are told by ages.
    let listed = near.clone().any(|at| at != first && number(at, 3..=9));
    let told = near.clone().any(|at| number(at, 2..=2) && matches!(text.word(at + 1), "," | "." | ";"));
    let closed = match text.word(end) {
        "," => {
            let next = text.token(end + 1)?;
            let small = next.kind == TokenKind::Word && next.case == Case::Lower;
            small && (!is_counted(text, end + 1) || told && text.lower(end + 1) == "and")
        }
        "." => true,
        _ => ["of", "from", "who", "was", "has", "had", "is", "said", "told"].contains(&text.lower(end)),
    };
    let last = comma.checked_sub(1)?;
    let by = if capital(last) {
        let people = &reading.facts.people;
        let until = text.token(last)?.span.end;
        let after = people.partition_point(|person| person.at.span.end <= until);
        let person = after.checked_sub(1).and_then(|at| people.get(at)).filter(|person| person.at.span.end == until)?;
        let span = person.at.span;
        let first = text.token_from(span.start);
        // "Le Mans, 919, was the winner"
        let verb = !told && matches!(text.lower(end), "was" | "is" | "has" | "had");
        let given = (first..last).any(|at| naming::given(text.lower(at)).is_some());
        (person.at.certainty != Certainty::Weak && first < last && (given || !verb)).then_some(span)
    } else {
        age::is_person(text, last).then(|| text.span(last, last))
    };
    let other = near.into_iter().any(|at| SAID.contains(&text.lower(at)) || COUNTED.contains(&text.lower(at)));
    by.filter(|_| closed && !other && !listed)
}

/// "Ann Lee, 299, to 310 for": a figure goes on.
fn is_counted(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "to" | "with" | "for" | "versus" | "against" | "in" | "on" | "and" | "followed" | "then")
}
