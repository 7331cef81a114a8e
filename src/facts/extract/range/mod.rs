//! Ranges in all shapes: "between 40 and 50", "10-12%", "from 5 to 7 per cent", "three or four".

mod change;

use self::change::{change, elided, is_change, is_change_word, is_elided, is_revised};
use super::figure::{Drawn, Numbers, state};
use super::lexemes::{Lexeme, lexeme};
use super::side::{self, Side, Tail};
use super::{Reading, count, hedge, numeral};
use crate::facts::exact::Exact;
use crate::facts::model::{Range, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Case, Text, TokenKind};

/// What joins the two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joiner {
    /// "40-50".
    Dash,
    /// "40 – 50".
    SpacedDash,
    /// "40 to 50".
    To,
    /// "40 and 50" after "between".
    And,
    /// "40 or 50".
    Or,
}

/// What stands before the first end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Between,
    From,
    None,
}

impl Lead {
    /// What stands before the token `first`.
    pub(super) fn before(text: &Text<'_>, first: usize, floor: usize) -> Self {
        match first.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at)) {
            "between" => Self::Between,
            "from" => Self::From,
            _ => Self::None,
        }
    }
}

/// Reads a range whose first end is `one`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    let hedged = hedge::before(text, one.first, floor);
    let first = hedged.map_or(one.first, |hedged| hedged.first);
    let lead = Lead::before(text, first, floor);
    if let Some(end) = change::back(reading, one, first, floor) {
        return Some(end);
    }
    let (joiner, next) = joiner(text, one.end, lead)?;
    if reading.is_claimed(next) {
        // "40 to 50 hours": the length of time was read already, with both ends or with the second.
        let time = matches!(one.tail, Tail::Bare)
            && numeral::read(text, next).is_some_and(|other| {
                matches!(side::read(text, other.first, next), Some(Side { tail: Tail::Time, .. }))
            });
        return time.then_some(next);
    }
    let mut other = side::second(text, next, floor)?;
    // "7-Eleven"
    let digits = !one.numeral.style.words && joiner == Joiner::Dash;
    if digits && text.token(next).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Title) {
        return Some(other.end);
    }
    if matches!(one.tail, Tail::Money(_)) {
        // "£17-18m": millions, no metres.
        other = side::in_money(text, other);
        // "a $220-260 million month"
        if matches!(other.tail, Tail::Time) && other.numeral.style.scale > 0 {
            other = Side { tail: Tail::Bare, end: other.numeral.end, ..other };
        }
    }
    // "rose by $4bn to $41bn", "fell 5% to 3%": how far, and where to.
    let before = first.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let goes = before == "by" || is_change_word(before);
    // "grew by 1 to 2 million": both are millions.
    let apart = !matches!(one.tail, Tail::Bare)
        || scaled(text, one, &other).times(Exact::whole(3)).is_some_and(|much| much < other.numeral.value);
    if joiner == Joiner::To && lead == Lead::None && goes && apart && one.numeral.value != Exact::ZERO {
        return None;
    }
    // "a 2-to-1 margin", "195-to-234": odds and votes.
    let bare = matches!((&one.tail, &other.tail), (Tail::Bare, Tail::Bare));
    let hyphens = text.word(one.end) == "-" && text.lower(one.end + 1) == "to";
    let sides =
        matches!(text.lower(other.end), "vote" | "votes" | "margin" | "ratio" | "odds" | "majority" | "decision");
    let falling = hyphens && one.numeral.value > other.numeral.value;
    if joiner == Joiner::To && bare && (other.numeral.value == Exact::ONE || sides || falling) {
        return Some(other.end);
    }
    let changes = lead == Lead::From && joiner == Joiner::To && is_change(text, first, other.end, floor);
    if changes && is_elided(text, one, &other) {
        return elided(reading, one, &other, floor);
    }
    let pair = Pair::of(text, one, &other, joiner, lead)?;
    if changes && !pair.is_sprint() && !is_revised(text, other.end, floor) {
        return change(reading, one, &pair, floor);
    }
    // "won by 52 to 48 per cent": two shares.
    let sides = matches!((&one.tail, &pair.tail), (Tail::Bare, Tail::Percentage(_)))
        && lead == Lead::None
        && joiner != Joiner::Or
        && pair.low > pair.high
        && pair.low.plus(pair.high).is_some_and(|sum| sum <= Exact::whole(100));
    if sides || pair.is_falling_choice() {
        return change(reading, one, &pair, floor);
    }
    let certainty = pair.is_range(text)?;
    note(reading, &pair);
    let (low, high) = if pair.low <= pair.high { (pair.low, pair.high) } else { (pair.high, pair.low) };
    let begin = if lead == Lead::None { first } else { first - 1 };
    let drawn = Drawn {
        first: begin,
        end: other.end,
        span: one.numeral.span.to(other.numeral.span),
        numbers: Numbers::Two(low, high),
        hedge: Hedge::Range,
        hedge_span: (lead == Lead::Between).then(|| text.span(begin, begin)),
        style: Style { range: true, ..other.numeral.style },
        rough: false,
        certainty: certainty.max(one.numeral.certainty).max(other.numeral.certainty),
    };
    let end = state(reading, drawn, &pair.tail, other.end, floor);
    Some(change::to_last(reading, &pair, end, floor).unwrap_or(end))
}

pub(super) fn joiner(text: &Text<'_>, at: usize, lead: Lead) -> Option<(Joiner, usize)> {
    let dash = matches!(text.word(at), "-" | "–" | "—" | "‑" | "~");
    if dash {
        let (before, after) = (text.glued(at), text.glued(at + 1));
        return match (before, after) {
            (true, true) if text.lower(at + 1) == "to" => Some((Joiner::To, at + 3)),
            (true, true) => Some((Joiner::Dash, at + 1)),
            // "5- to 7-year".
            (true, false) if text.lower(at + 1) == "to" => Some((Joiner::To, at + 2)),
            (false, _) => Some((Joiner::SpacedDash, at + 1)),
            (true, false) => None,
        };
    }
    match text.lower(at) {
        "to" => Some((Joiner::To, at + 1)),
        // "from 20 up to 25"
        "up" if lead == Lead::From && text.lower(at + 1) == "to" => Some((Joiner::To, at + 2)),
        "and" if lead == Lead::Between => Some((Joiner::And, at + 1)),
        "or" => Some((Joiner::Or, at + 1)),
        _ => None,
    }
}

/// Two ends with what they share.
#[derive(Clone, Debug)]
struct Pair<'s> {
    one: &'s Side,
    other: &'s Side,
    low: Exact,
    high: Exact,
    tail: Tail,
    joiner: Joiner,
    lead: Lead,
    /// Whether the first end leaves out its thousands.
    short: bool,
}

impl<'s> Pair<'s> {
    fn of(text: &Text<'_>, one: &'s Side, other: &'s Side, joiner: Joiner, lead: Lead) -> Option<Self> {
        if one.numeral.fraction != other.numeral.fraction {
            return None;
        }
        let tail = shared(&one.tail, &other.tail)?;
        let thousands = thousands(text, one, other).filter(|_| matches!(joiner, Joiner::Or | Joiner::Dash));
        let low = thousands.unwrap_or_else(|| scaled(text, one, other));
        Some(Self { one, other, low, high: other.numeral.value, tail, joiner, lead, short: thousands.is_some() })
    }

    /// "from 0 to 62 mph" is what a car does.
    fn is_sprint(&self) -> bool {
        let speed = matches!(&self.tail, Tail::Unit(measured) if measured.unit.name.contains(" per "));
        speed && self.low == Exact::ZERO
    }

    /// "19 or 15 per cent": two figures that share their unit.
    fn is_falling_choice(&self) -> bool {
        let near = self.high.times(Exact::whole(3)).is_some_and(|much| self.low <= much);
        self.joiner == Joiner::Or
            && matches!(self.one.tail, Tail::Bare)
            && matches!(self.tail, Tail::Percentage(_) | Tail::Money(_) | Tail::Unit(_))
            && near
            && self.low > self.high
    }

    /// Whether the two ends are a range, and how surely.
    fn is_range(&self, text: &Text<'_>) -> Option<Certainty> {
        if self.is_free_pair(text) || self.short && self.is_joined(text) {
            return Some(Certainty::Weak);
        }
        self.is_joined(text).then_some(Certainty::Sure)
    }

    /// "1,000 – 5,000" with nothing after it: a range or a table's row.
    fn is_free_pair(&self, text: &Text<'_>) -> bool {
        let hundred = Exact::whole(100);
        let plain = !self.one.numeral.style.words && !self.other.numeral.style.words;
        self.joiner == Joiner::SpacedDash
            && matches!(self.tail, Tail::Bare)
            && plain
            && hundred <= self.low
            && self.low < self.high
            && text.kind(self.other.end) == TokenKind::Mark
            && !text.glued(self.other.end + 1)
    }

    fn is_joined(&self, text: &Text<'_>) -> bool {
        let rising = self.low < self.high;
        let bare = matches!(self.tail, Tail::Bare);
        let words = self.one.numeral.style.words || self.other.numeral.style.words;
        match self.joiner {
            Joiner::And => self.low != self.high,
            Joiner::Or => {
                // "three or four people", "10 or 12"; "2 or more" is a hedge.
                let near = self
                    .low
                    .times(Exact::whole(3))
                    .zip(self.high.times(Exact::whole(2)))
                    .is_some_and(|(low, high)| high <= low);
                let next = self.low.plus(Exact::ONE).is_some_and(|next| self.high <= next);
                rising && (near || next) && matches!(self.one.tail, Tail::Bare)
            }
            Joiner::Dash => rising && !(bare && !self.has_noun(text) && words),
            Joiner::SpacedDash => rising && !words && (!bare || self.has_noun(text)),
            Joiner::To if self.lead == Lead::From => self.low != self.high && (rising || !bare),
            // "-5 to -10 degrees"
            Joiner::To if self.low < Exact::ZERO && self.high < Exact::ZERO => {
                self.low != self.high && (!bare || rising)
            }
            Joiner::To => rising && !(bare && self.high == Exact::ONE),
        }
    }

    fn has_noun(&self, text: &Text<'_>) -> bool {
        count::after(text, self.other.end, false).is_some()
    }
}

/// The unit of both, where they have one or the first takes over the second's.
pub(super) fn shared(one: &Tail, other: &Tail) -> Option<Tail> {
    match (one, other) {
        (Tail::Bare, _) => Some(other.clone()),
        (Tail::Percentage(a), Tail::Percentage(b)) if a == b => Some(other.clone()),
        (Tail::Money(a), Tail::Money(b)) if a.key == b.key && a.cent == b.cent => Some(other.clone()),
        // "$5-10".
        (Tail::Money(_), Tail::Bare) => Some(one.clone()),
        (Tail::Unit(a), Tail::Unit(b)) if a.unit.name == b.unit.name => Some(other.clone()),
        (Tail::Time, Tail::Time) => Some(Tail::Time),
        _ => None,
    }
}

/// The first end of "20 or 30,000 people", "200-300,000 people" in thousands, as the second.
fn thousands(text: &Text<'_>, one: &Side, other: &Side) -> Option<Exact> {
    let digits = |side: &Side| !side.numeral.style.words && side.numeral.end == side.numeral.first + 1;
    let grouped = digits(one) && digits(other) && text.word(other.numeral.first).ends_with(",000");
    let value = one.numeral.value.times(Exact::whole(1_000)).filter(|_| grouped && one.numeral.value > Exact::ONE)?;
    let near = value.times(Exact::whole(3)).is_some_and(|much| other.numeral.value <= much);
    (near && value < other.numeral.value).then_some(value)
}

/// The first end with the scale word that both share: "3 to 5 million", "three to four dozen".
fn scaled(text: &Text<'_>, one: &Side, other: &Side) -> Exact {
    let value = one.numeral.value;
    let last = lexeme(text.lower(other.numeral.end.saturating_sub(1)));
    let (factor, room) = match (other.numeral.style.scale, last) {
        (0, Some(Lexeme::Hundred)) => (Some(Exact::whole(100)), 10),
        (0, Some(Lexeme::Dozen)) => (Some(Exact::whole(12)), 12),
        (0, _) => return value,
        // "two to three hundred thousand"
        (scale, _)
            if other.numeral.style.words
                && other.numeral.end > other.numeral.first + 2
                && lexeme(text.lower(other.numeral.end - 2)) == Some(Lexeme::Hundred) =>
        {
            (Exact::power_of_ten(i32::from(scale) + 2), 10)
        }
        (scale, _) => (Exact::power_of_ten(i32::from(scale)), 1000),
    };
    if one.numeral.style.scale > 0 || value >= Exact::whole(room) {
        return value;
    }
    let larger = factor.and_then(|factor| value.times(factor));
    larger.filter(|&larger| larger <= other.numeral.value).unwrap_or(value)
}

/// Words whose "between" sets two values against each other, the higher first as often as not.
const AGAINST: &[&str] = &[
    "difference",
    "differences",
    "gap",
    "gaps",
    "gulf",
    "choose",
    "choosing",
    "choice",
    "split",
    "divided",
    "divides",
    "divide",
    "division",
    "margin",
    "distinction",
    "distinguish",
    "toss-up",
    "toss",
    "switch",
    "switched",
    "switching",
    "alternate",
    "alternated",
    "alternating",
    "alternates",
    "match",
    "matches",
    "game",
    "games",
    "score",
    "comparison",
    "compare",
    "compared",
    "spread",
    "ratio",
    "contrast",
    "tie",
    "relationship",
    "line",
];

/// Whether the "between" at the token, or shortly before it, sets two values against each other and tells no range.
pub(super) fn sets_against(text: &Text<'_>, from: usize) -> bool {
    let between = (from.saturating_sub(3)..=from).rev().find(|&at| text.lower(at) == "between").unwrap_or(from);
    (between.saturating_sub(4)..between)
        .rev()
        .take_while(|&at| text.kind(at) == TokenKind::Word)
        .any(|at| AGAINST.contains(&text.lower(at)))
}

/// Whether a range whose second end is `second` may well fall: below zero, or years before our era.
pub(super) fn goes_down(text: &Text<'_>, second: Exact, end: usize) -> bool {
    let era = matches!(text.lower(end), "bc" | "bce" | "b.c." | "b.c.e." | "b.c" | "years")
        && (text.lower(end) != "years" || matches!(text.lower(end + 1), "ago" | "before"));
    second < Exact::ZERO || era
}

/// The first end of "between $90 and $80 million", which is as many millions: nothing costs so little or so much.
fn short_of_scale(pair: &Pair<'_>) -> Option<Exact> {
    let (one, other) = (&pair.one.numeral, &pair.other.numeral);
    let shares = one.style.scale == 0 && other.style.scale >= 6 && !one.style.words;
    let value = one.value.times(Exact::power_of_ten(i32::from(other.style.scale))?)?;
    let near = other.value.times(Exact::whole(3)).is_some_and(|much| value <= much);
    (shares && near && one.value >= Exact::whole(10)).then_some(value)
}

/// The range as a fact of its own, for the rule that compares its ends.
fn note(reading: &mut Reading<'_>, pair: &Pair<'_>) {
    let text = reading.text;
    let small = Exact::whole(24);
    // "between nine and five" may be hours of the day.
    let bare = matches!(pair.tail, Tail::Bare);
    let hours = bare && pair.low <= small && pair.high <= small && !pair.has_noun(text);
    // "from 52% to 47%" is a change as readily as a range.
    let closed = pair.joiner == Joiner::And;
    if pair.joiner == Joiner::Or {
        return;
    }
    let before = pair.one.first.saturating_sub(1);
    let falling = hours || sets_against(text, before) || goes_down(text, pair.high, pair.other.end);
    let certainty = if falling || !closed { Certainty::Weak } else { Certainty::Sure };
    let span = text.span(pair.one.first, pair.other.end - 1);
    let at = reading.at(span, certainty);
    reading.facts.ranges.push(Range {
        at,
        first: if closed { short_of_scale(pair).unwrap_or(pair.low) } else { pair.low },
        second: pair.high,
        first_span: pair.one.numeral.span,
        second_span: pair.other.numeral.span,
        closed,
    });
}
