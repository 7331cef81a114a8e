//! Ages: "Maddon, 66,", "the 35-year-old", "aged 7", "in her forties", "66 years old".
//!
//! They are read before times, so that no length of time takes their words. Whose they are is
//! linked later.

mod beside;
mod group;

pub(super) use self::beside::is_person;
use self::beside::{beside_name, beside_person, said_of, unmarked};
use super::lexemes::{Lexeme, lexeme};
use super::meaning::{self, Grain};
use super::numeral::{self, Numeral};
use super::triggers::Trigger;
use super::{Reading, hedge};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Age, Figure, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::units;
use crate::source::Span;
use crate::text::{Text, TokenKind, lexicon};

/// Nobody is older; what is, is a building.
const OLDEST: i128 = 125;

/// Reads all ages.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut at = 0;
    while let Some(next) = reading.next(at, text.tokens.len(), Trigger::AGE) {
        let digits = text.kind(next) == TokenKind::Number;
        at = if digits { from_number(reading, next) } else { from_word(reading, next) };
    }
}

/// What an age says, before it is a fact.
struct Drawn {
    first: usize,
    end: usize,
    span: Span,
    low: Exact,
    high: Option<Exact>,
    hedge: Hedge,
    hedge_span: Option<Span>,
    style: Style,
    unit: &'static str,
    certainty: Certainty,
}

impl Drawn {
    fn new(numeral: &Numeral, unit: &'static str, first: usize, end: usize) -> Self {
        Self {
            first,
            end,
            span: numeral.span,
            low: numeral.value,
            high: None,
            hedge: Hedge::Exactly,
            hedge_span: None,
            style: numeral.style,
            unit,
            certainty: Certainty::Sure,
        }
    }

    fn hedged(mut self, text: &Text<'_>, found: Option<hedge::Hedged>) -> Self {
        if let Some(found) = found {
            self.hedge = found.hedge;
            self.hedge_span = Some(text.span(found.first, found.end - 1));
            self.first = self.first.min(found.first);
            self.end = self.end.max(found.end);
        }
        self
    }

    fn state(self, reading: &mut Reading<'_>) -> usize {
        let text = reading.text;
        let (low, high) = match self.high {
            Some(high) => (Some(self.low), Some(high)),
            None => match self.hedge {
                Hedge::Over | Hedge::AtLeast => (Some(self.low), None),
                Hedge::Under | Hedge::AtMost => (None, Some(self.low)),
                Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Dozens => (None, None),
            },
        };
        let interval = match self.high {
            Some(high) => Interval::closed(self.low, high),
            None => meaning::interval(self.low, self.style, self.hedge, Grain::None, &reading.wording),
        };
        let style = Style { range: self.high.is_some(), ..self.style };
        let written = self.high.is_none().then_some(self.low);
        let figure = Figure {
            written,
            low,
            high,
            value: interval,
            hedge: self.hedge,
            hedge_span: self.hedge_span,
            span: self.span,
            style,
        };
        let days = units::period(self.unit).map_or(Exact::ONE, |(_, days)| days);
        let value = Quantity::of(interval.scaled(days), Measured::Time);
        let at = reading.at(text.span(self.first, self.end - 1), self.certainty);
        reading.facts.ages.push(Age {
            at,
            figure,
            value,
            unit: self.unit.into(),
            person: None,
            as_of: None,
            now: false,
        });
        reading.claim(self.first, self.end - 1);
        self.end
    }
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "-" | "‑" | "‐" | "–")
}

fn floor(text: &Text<'_>, at: usize) -> usize {
    let start = text.token(at).map_or(0, |token| token.span.start);
    text.sentences.get(text.sentence_at(start)).map_or(0, |sentence| sentence.tokens.start)
}

/// The unit of ages at a token: `year`, `month`, `week`, `day`.
fn unit(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "year" | "years" | "yr" | "yrs" | "yo" | "y.o." | "y.o" => "year",
        "month" | "months" => "month",
        "week" | "weeks" => "week",
        "day" | "days" => "day",
        "hour" | "hours" => "hour",
        _ => return None,
    })
}

/// Whether a number can be the age of somebody, in years.
fn is_age(numeral: &Numeral) -> bool {
    numeral.value.is_whole()
        && numeral.value >= Exact::ZERO
        && numeral.value <= Exact::whole(OLDEST)
        && numeral.style.scale == 0
        && numeral.style.decimals == 0
}

fn from_number(reading: &mut Reading<'_>, at: usize) -> usize {
    let text = reading.text;
    let digits = text.word(at);
    let long = digits.len() > 3 || matches!(lexeme(text.lower(at + 1)), Some(Lexeme::Scale(_)));
    if long {
        return old(reading, at).unwrap_or(at + 1);
    }
    if digits.len() <= 3
        && let Some(end) = old(reading, at)
            .or_else(|| group::read(reading, at))
            .or_else(|| beside_name(reading, at))
            .or_else(|| beside_person(reading, at))
            .or_else(|| said_of(reading, at))
            .or_else(|| unmarked(reading, at))
    {
        return end;
    }
    at + 1
}

/// Words that an age in words is known by.
pub(super) static WORDS: &[&str] = &[
    "age",
    "aged",
    "ages",
    "old",
    "olds",
    "under",
    "over",
    "younger",
    "older",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
    "teens",
    "s",
    "something",
    "somethings",
    "twentysomething",
    "twentysomethings",
    "thirtysomething",
    "thirtysomethings",
    "fortysomething",
    "fortysomethings",
    "fiftysomething",
    "fiftysomethings",
    "boy",
    "girl",
    "child",
    "toddler",
    "man",
    "woman",
    "widow",
    "pensioner",
];

/// What begins with, or hangs on, one of [`WORDS`].
fn from_word(reading: &mut Reading<'_>, at: usize) -> usize {
    let text = reading.text;
    let lower = text.lower(at);
    let found = match lower {
        "age" if at > 2 && text.lower(at - 1) == "of" && unit(text.lower(at - 2)).is_some() => {
            old_in_words(reading, at - 1)
        }
        "aged" | "age" | "ages" => aged(reading, at),
        // "children under five": digits are found by themselves.
        "under" | "over" if text.kind(at + 1) == TokenKind::Word => group::read(reading, at + 1),
        "under" | "over" if is_hyphen(text, at + 1) => group::of_tens(reading, at),
        "younger" | "older" if text.lower(at + 1) == "than" && text.kind(at + 2) == TokenKind::Word => {
            group::read(reading, at + 2)
        }
        "old" | "olds" => old_in_words(reading, at),
        // "a boy of five": digits are found by themselves.
        "boy" | "girl" | "child" | "toddler" | "man" | "woman" | "widow" | "pensioner"
            if text.lower(at + 1) == "of" && text.kind(at + 2) == TokenKind::Word =>
        {
            beside_person(reading, at + 2)
        }
        "twenties" | "thirties" | "forties" | "fifties" | "sixties" | "seventies" | "eighties" | "nineties"
        | "teens" => decade(reading, at),
        "something" | "somethings" if at > 1 && is_hyphen(text, at - 1) => group::read(reading, at - 2),
        "something" | "somethings" => None,
        _ if lower.ends_with("something") || lower.ends_with("somethings") => Some(somewhere(reading, at)),
        "s" if at > 0 && text.glued(at) && text.kind(at - 1) == TokenKind::Number => decade(reading, at),
        _ => None,
    };
    found.unwrap_or(at + 1)
}

/// "35-year-old", "66 years old", "18- to 24-year-olds", "18 months of age", "35yo".
fn old(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let next = text.lower(at + 1);
    let plain = text.kind(at) == TokenKind::Number && text.kind(at + 1) == TokenKind::Word;
    let scaled = matches!(lexeme(next), Some(Lexeme::Scale(_)));
    if plain && unit(next).is_none() && !scaled && !matches!(next, "to" | "and" | "or") || reading.is_claimed(at) {
        return None;
    }
    let numeral = numeral::read(text, at)?;
    let closed = old_after(text, numeral.end);
    if let Some((unit, _)) = closed {
        hanging(reading, at, unit);
    }
    let (unit, end) = closed.or_else(|| {
        // The first end of "18 to 24-year-olds" and of "7- and 9-year-olds".
        let hyphen = usize::from(is_hyphen(text, numeral.end));
        let joiner = numeral.end + hyphen;
        let second = match text.lower(joiner) {
            "to" => joiner + 1 + usize::from(is_hyphen(text, joiner + 1)),
            "and" | "or" if hyphen > 0 || is_between(text, at) || is_told_age(text, at) => joiner + 1,
            _ if hyphen > 0 && text.kind(joiner) == TokenKind::Number => joiner,
            _ => return None,
        };
        let whole = |other: &Numeral| other.value.is_whole() || is_told_age(text, at);
        let other = numeral::read(text, second).filter(whole)?;
        old_after(text, other.end)
    })?;
    ranged(reading, &numeral, unit, end)
}

/// "at 28.3 and 27.2 years old", "were 3 and 5 years old": nothing but ages can follow.
fn is_told_age(text: &Text<'_>, at: usize) -> bool {
    let lead = at.checked_sub(1).map_or("", |lead| text.lower(lead));
    matches!(lead, "at" | "are" | "were" | "aged" | "of" | "only" | "just" | "now" | "be")
        && text.lower(at + 1) == "and"
}

/// "between 3,000 and 6,000 years old".
fn is_between(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| text.lower(before) == "between")
}

/// The unit and end of "-year-old(s)", "years old", "years of age" after a number.
fn old_after(text: &Text<'_>, at: usize) -> Option<(&'static str, usize)> {
    let step = |at: usize| at + usize::from(is_hyphen(text, at));
    let unit_at = step(at);
    let unit = unit(text.lower(unit_at))?;
    if matches!(text.lower(unit_at), "yo" | "y.o." | "y.o") {
        return Some((unit, unit_at + 1));
    }
    let next = step(unit_at + 1);
    match (text.lower(next), text.lower(next + 1)) {
        ("old" | "olds", _) => Some((unit, next + 1)),
        ("of", "age") if next == unit_at + 1 => Some((unit, next + 2)),
        _ => None,
    }
}

/// States an age whose first number is `numeral` and whose words end before `end`.
fn ranged(reading: &mut Reading<'_>, numeral: &Numeral, unit: &'static str, end: usize) -> Option<usize> {
    let text = reading.text;
    // What is older than anybody is a wall, a tree or a star.
    let oldest = Exact::whole(if unit == "year" { 20_000_000_000 } else { 400 });
    if numeral.value > oldest || numeral.value < Exact::ZERO {
        return None;
    }
    let mut drawn = Drawn::new(numeral, unit, numeral.first, end);
    let told = is_told_age(text, numeral.first);
    let between =
        (numeral.end..end).find_map(|at| numeral::read(text, at).filter(|other| told || other.value.is_whole()));
    if let Some(other) = between {
        let joiner = (numeral.end..other.first).any(|at| matches!(text.lower(at), "and" | "or"));
        if joiner && !is_between(text, numeral.first) {
            // "7- and 9-year-olds" are two ages.
            drawn.end = numeral.end;
            drawn.state(reading);
            return Drawn::new(&other, unit, other.first, end).state(reading).into();
        }
        if other.value <= numeral.value {
            return None;
        }
        drawn.high = Some(other.value);
        drawn.hedge = Hedge::Range;
        drawn.span = numeral.span.to(other.span);
        return Some(drawn.state(reading));
    }
    let before = hedge::before(text, drawn.first, floor(text, drawn.first));
    Some(drawn.hedged(text, before).state(reading))
}

/// "thirty-five-year-old": found at "old", the number is sought before it.
fn old_in_words(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    if reading.is_claimed(at) {
        return None;
    }
    let floor = floor(text, at);
    let mut from = at.checked_sub(1)?;
    let step = |at: usize| if is_hyphen(text, at) { at.saturating_sub(1) } else { at };
    from = step(from);
    unit(text.lower(from))?;
    let last = step(from.checked_sub(1)?);
    let mut found = None;
    for start in (last.saturating_sub(7).max(floor)..=last).rev() {
        if let Some(numeral) = numeral::read(text, start)
            && numeral.end == last + 1
        {
            found = Some(numeral);
        }
    }
    let numeral = found.filter(|numeral| numeral.style.words)?;
    let (unit, end) = old_after(text, numeral.end)?;
    hanging(reading, numeral.first, unit);
    ranged(reading, &numeral, unit, end)
}

/// "three- and five-year-olds", "six-, seven- or 8-year-olds": the ages in words that share the unit of the one
/// whose number begins at the token.
fn hanging(reading: &mut Reading<'_>, at: usize, unit: &'static str) {
    let text = reading.text;
    let floor = floor(text, at);
    let mut next = at;
    for _ in 0..4 {
        let joiner = next.wrapping_sub(1);
        let word = usize::from(matches!(text.lower(joiner), "and" | "or"));
        let Some(mark) = joiner.checked_sub(word).filter(|&mark| mark > floor) else { return };
        let comma = usize::from(text.word(mark) == ",");
        let hyphen = mark - comma;
        if word + comma == 0 || !is_hyphen(text, hyphen) || !text.glued(hyphen) || reading.is_claimed(hyphen) {
            return;
        }
        let from = hyphen.saturating_sub(3).max(floor);
        let found = (from..hyphen).rev().filter_map(|start| numeral::read(text, start)).filter(|n| n.end == hyphen);
        let Some(numeral) = found.filter(|numeral| numeral.style.words && is_age(numeral)).last() else { return };
        Drawn::new(&numeral, unit, numeral.first, numeral.end).state(reading);
        next = numeral.first;
    }
}

/// "aged 7", "aged between 18 and 24", "ages 5 to 11", "at the age of 35", "age 7".
fn aged(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let mut next = at + 1;
    if text.lower(at) == "aged" || text.lower(at) == "ages" || text.lower(at) == "age" {
        for _ in 0..2 {
            if matches!(
                text.lower(next),
                "of" | "between" | "from" | "just" | "only" | "ranges" | "ranged" | "range" | "ranging" | "varied"
            ) {
                next += 1;
            }
        }
    }
    // "aged under 18", "over the age of 65", "aged about 35".
    let bound = match text.lower(next) {
        "under" | "below" => Some(Hedge::Under),
        "over" | "above" => Some(Hedge::Over),
        "about" | "around" | "approximately" | "roughly" => Some(Hedge::About),
        "nearly" | "almost" => Some(Hedge::Nearly),
        _ => None,
    };
    next += usize::from(bound.is_some());
    let numeral = numeral::read(text, next).filter(is_age)?;
    if text.word(next) == "one"
        || text.kind(next) == TokenKind::Word && text.glued(numeral.end) && is_hyphen(text, numeral.end)
    {
        return None;
    }
    let mut drawn = Drawn::new(&numeral, "year", at, numeral.end);
    let joined = matches!(text.lower(numeral.end), "to" | "-" | "–" | "and" | "through");
    let ages_between =
        at > 1 && (text.lower(at - 1) == "between" || text.lower(at - 1) == "the" && text.lower(at - 2) == "between");
    let between = ages_between || (at..next).any(|at| text.lower(at) == "between");
    let and = text.lower(numeral.end) == "and";
    if joined
        && (!and || between)
        && let Some(other) = numeral::read(text, numeral.end + 1).filter(is_age)
        && other.value > numeral.value
    {
        drawn.high = Some(other.value);
        drawn.hedge = Hedge::Range;
        drawn.end = other.end;
        drawn.span = numeral.span.to(other.span);
    } else if text.kind(numeral.end) == TokenKind::Word
        && !matches!(text.lower(numeral.end), "and" | "or" | "to" | "years" | "months" | "weeks" | "year" | "month")
        && lexicon::usual_class(text.lower(numeral.end)) == lexicon::Classes::NOUN
        && text.lower(at) == "age"
    {
        // "the age 12 children are".
        return None;
    }
    if let Some(unit) = unit(text.lower(drawn.end)).filter(|_| drawn.high.is_none() || text.lower(drawn.end) != "day") {
        drawn.unit = unit;
        drawn.end += 1;
        if text.lower(drawn.end) == "old" {
            drawn.end += 1;
        }
    }
    if drawn.high.is_none() {
        let first = drawn.first;
        let before = hedge::before(text, first, floor(text, first));
        let the = first
            .checked_sub(1)
            .filter(|&before| text.lower(before) == "the")
            .and_then(|the| hedge::before(text, the, floor(text, the)));
        let after = hedge::after(text, drawn.end);
        drawn = drawn.hedged(text, before.or(the).or(after).filter(|_| bound.is_none()));
        if let Some(bound) = bound {
            drawn.hedge = bound;
        }
    }
    // More ages in a list: "aged 7, 9 and 11".
    let mut end = drawn.state(reading);
    for _ in 0..6 {
        let more_follow = matches!(text.lower(end), "," | "and" | "or");
        let more = end + 1 + usize::from(text.lower(end) == "," && text.lower(end + 1) == "and");
        let Some(other) = numeral::read(text, more).filter(is_age).filter(|_| more_follow) else { break };
        let digits = text.kind(more) == TokenKind::Number;
        if !digits && !goes_on(text, more, other.end) {
            break;
        }
        if !ends_clause(text, other.end) {
            break;
        }
        end = Drawn::new(&other, "year", other.first, other.end).state(reading);
    }
    Some(end)
}

/// Whether a number in words is one of several: "aged four, six and nine", not "aged four, six of them".
fn goes_on(text: &Text<'_>, at: usize, end: usize) -> bool {
    let last = matches!(text.lower(at - 1), "and" | "or") && text.kind(end) == TokenKind::Mark;
    last || matches!(text.lower(end), "and" | "or" | ",") && {
        let next = end + 1 + usize::from(text.lower(end) == "," && text.lower(end + 1) == "and");
        numeral::read(text, next).is_some_and(|next| ends_clause(text, next.end))
    }
}

fn ends_clause(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Mark && !matches!(text.word(at), "%" | "-" | "°" | "$" | "£" | "€" | "/" | ":")
        || ["and", "or", "were", "was", "who", "died", "at", "when", "on", "from"].contains(&text.lower(at))
}

/// "thirtysomethings": somewhere in the decade.
fn somewhere(reading: &mut Reading<'_>, at: usize) -> usize {
    let text = reading.text;
    let ten = match text.lower(at).as_bytes() {
        [b't', b'w', ..] => 20,
        [b't', b'h', ..] => 30,
        [b'f', b'o', ..] => 40,
        _ => 50,
    };
    let drawn = Drawn {
        first: at,
        end: at + 1,
        span: text.span(at, at),
        low: Exact::whole(ten),
        high: Some(Exact::whole(ten + 9)),
        hedge: Hedge::Range,
        hedge_span: None,
        style: Style { words: true, ..Style::default() },
        unit: "year",
        certainty: Certainty::Sure,
    };
    drawn.state(reading)
}

/// The earlier part of "mid-to-late", whose later one is at the token: years into the decade, and its token.
fn earlier_part(text: &Text<'_>, later: usize) -> Option<(i128, usize)> {
    let step = |at: usize| at.checked_sub(1 + usize::from(at > 1 && is_hyphen(text, at - 1)));
    let to = step(later).filter(|&to| text.lower(to) == "to")?;
    let part = step(to)?;
    match text.lower(part) {
        "early" => Some((0, part)),
        "mid" => Some((4, part)),
        _ => None,
    }
}

/// "in her forties", "in their mid-20s", "in his mid-to-late 30s".
fn decade(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    if reading.is_claimed(at) {
        return None;
    }
    let floor = floor(text, at);
    let (ten, first) = match text.lower(at) {
        "teens" => (10, at),
        "twenties" => (20, at),
        "thirties" => (30, at),
        "forties" => (40, at),
        "fifties" => (50, at),
        "sixties" => (60, at),
        "seventies" => (70, at),
        "eighties" => (80, at),
        "nineties" => (90, at),
        _ => (text.word(at - 1).parse::<i128>().ok().filter(|n| (20..=90).contains(n) && n % 10 == 0)?, at - 1),
    };
    let mut before = first.checked_sub(1).filter(|&before| before >= floor)?;
    if is_hyphen(text, before) {
        before = before.checked_sub(1)?;
    }
    let (low, high) = match text.lower(before) {
        "early" => (0, 3),
        "mid" | "middle" => (4, 6),
        "late" => (7, 9),
        _ => (if ten == 10 { 3 } else { 0 }, 9),
    };
    // "mid-to-late 30s", "early to mid 20s"
    let (low, before) = earlier_part(text, before).filter(|(from, _)| *from < low).unwrap_or((low, before));
    let pronoun =
        if matches!(text.lower(before), "early" | "mid" | "middle" | "late") { before.checked_sub(1)? } else { before };
    // "in their 20s and 30s": the decade before has the pronoun.
    let follows = matches!(text.lower(pronoun), "and" | "or" | "to")
        && pronoun > floor
        && reading.is_claimed(pronoun - 1)
        && (text.lower(pronoun - 1) == "s" || text.lower(pronoun - 1).ends_with("ties"));
    if pronoun < floor || !follows && !matches!(text.lower(pronoun), "his" | "her" | "their" | "my" | "our" | "your") {
        return None;
    }
    let modified = pronoun != before;
    let whole = |n: i128| Exact::whole(n);
    let drawn = Drawn {
        first: if modified { before } else { first },
        end: at + 1,
        span: text.span(first, at),
        low: whole(ten + low),
        high: Some(whole(ten + high)),
        hedge: Hedge::Range,
        hedge_span: None,
        style: Style { words: text.kind(first) == TokenKind::Word, ..Style::default() },
        unit: "year",
        certainty: Certainty::Sure,
    };
    Some(drawn.state(reading))
}
