//! Figures: one scan over the tokens that reads every number with its hedge, range, unit and noun.

use super::hedge::{self, Hedged};
use super::lexemes::{Lexeme, lexeme};
use super::meaning::{self, Grain};
use super::numeral::{self, Numeral};
use super::percent::{self, Percentage};
use super::side::{self, Side, Tail};
use super::triggers::Trigger;
use super::{
    Reading, amount, bounds, count, identifier, label, lone, malformed, ordinal, priced, range, rate, ratio, relations,
    suspended, tens, vague,
};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Count, Figure, Noun, Number, Percent, Points, Style};
use crate::facts::names::{Certainty, Hedge, PercentRole, Role};
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::wording::Wording;
use crate::source::Span;
use crate::text::{Text, TokenKind, lexicon};

/// Reads all figures.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut sentence = 0;
    let mut at = 0;
    while let Some(next) = reading.next(at, text.tokens.len(), Trigger::FIGURE) {
        at = next;
        if reading.is_claimed(at) {
            at += 1;
            continue;
        }
        while text.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.end <= at) {
            sentence += 1;
        }
        let floor = text.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        at = one(reading, at, floor).max(at + 1);
    }
}

/// Reads what begins with the token `at`; gives the token to go on with.
fn one(reading: &mut Reading<'_>, at: usize, floor: usize) -> usize {
    let text = reading.text;
    if text.kind(at) == TokenKind::Number {
        if let Some(end) = malformed::read(reading, at, floor).or_else(|| tens::read(reading, at, floor)) {
            return end;
        }
        if !numeral::is_raised(text, at)
            && let Some(end) = identifier::skip(text, at, floor)
        {
            return end;
        }
    } else if label::is_name(text, at, floor) {
        return at + 1;
    }
    // "Twenty20"
    if text.kind(at) == TokenKind::Word && text.glued(at + 1) && text.kind(at + 1) == TokenKind::Number {
        return identifier::past_glued(text, at + 1);
    }
    // "a multi-million-pound deal" has no million.
    if at > floor + 1 && text.glued(at) && text.word(at - 1) == "-" && text.lower(at - 2) == "multi" {
        return at + 1;
    }
    // "the best-of-seven series", "a best of three"
    let step = usize::from(text.word(at.wrapping_sub(1)) == "-" && text.glued(at));
    if at > floor + 1 + 2 * step
        && text.lower(at - 1 - step) == "of"
        && text.lower(at - 2 - 2 * step) == "best"
        && (text.kind(at + 1) != TokenKind::Word || step > 0 || text.lower(at + 1) == "series")
    {
        return at + 1;
    }
    if let Some(end) = ordinal::last_but(reading, at, floor) {
        return end;
    }
    if let Some(end) = vague::read(reading, at, floor).or_else(|| lone::read(reading, at, floor)) {
        return end;
    }
    let start = start(text, at, floor);
    let Some(first) = side::read(text, start, floor) else {
        let year = is_spoken_year(text, at);
        return ordinal::read(reading, at).max(if year { at + 2 } else { 0 });
    };
    if first.numeral.fraction && ordinal::is_likelier(text, &first.numeral) {
        return ordinal::read(reading, at);
    }
    if let Some(end) = suspended::read(reading, &first, floor).or_else(|| ratio::read(reading, &first, floor)) {
        return end;
    }
    range::read(reading, &first, floor)
        .or_else(|| priced::read(reading, &first, floor))
        .or_else(|| bounds::read(reading, &first, floor))
        .unwrap_or_else(|| single(reading, &first, floor))
}

/// The first token of a numeral that the token `at` gave away: an article or a sign before it.
fn start(text: &Text<'_>, at: usize, floor: usize) -> usize {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else { return at };
    match text.word(before) {
        "a" | "an" | "A" | "An" => match lexeme(text.lower(at)) {
            Some(
                Lexeme::Hundred
                | Lexeme::Scale(_)
                | Lexeme::Dozen
                | Lexeme::Half
                | Lexeme::Part(..)
                | Lexeme::ScalePlace(..),
            ) => before,
            _ => at,
        },
        "." if text.glued(at) && (before == floor || !text.glued(before)) => before,
        "." if text.glued(at) && matches!(text.word(before.wrapping_sub(1)), "$" | "£" | "€") => before,
        "-" | "−" if text.glued(at) && text.glued(before) && before > floor && text.word(before - 1) == "(" => before,
        "-" | "−" | "–" if text.glued(at) && !text.glued(before) => {
            let after_number = before.checked_sub(1).is_some_and(|earlier| text.kind(earlier) == TokenKind::Number);
            // "Stoxx 50 -1.3%" has a sign, "2 -7 l" a range.
            let signed = text.word(at).contains('.') || text.word(at + 1) == "%";
            if after_number && before > floor && !signed { at } else { before }
        }
        "-" if text.glued(at) && text.glued(before) && before > floor && text.lower(before - 1) == "minus" => {
            before - 1
        }
        // "a margin of plus or minus 3 points" has no sign.
        "minus" | "Minus" if text.lower(before.wrapping_sub(1)) == "or" && before > floor => at,
        "minus" | "Minus" => before,
        "point" => decimal_point(text, before, floor).unwrap_or(at),
        "negative" if is_sign(text, at, before, floor) => before,
        _ => at,
    }
}

/// Where "point five per cent", "oh point five" and "was point 77" begin; any other point is one of a list or of time.
fn decimal_point(text: &Text<'_>, point: usize, floor: usize) -> Option<usize> {
    let before = point.checked_sub(1).filter(|&before| before >= floor);
    let lead = before.map_or("", |before| text.lower(before));
    let decimals = numeral::read(text, point)?;
    match lead {
        "oh" | "o" | "minus" | "negative" => return before,
        _ if percent::read(text, decimals.end).is_some() => return Some(point),
        _ => {}
    }
    // "Point 5." heads a paragraph.
    let small = text.word(point) == "point" && text.kind(decimals.end) == TokenKind::Mark;
    (small && matches!(lead, "" | "was" | "by" | "than" | "nearly")).then_some(point)
}

/// "twenty twenty", "nineteen eighty-four": years in words.
fn is_spoken_year(text: &Text<'_>, at: usize) -> bool {
    let whole = |at: usize| matches!(lexeme(text.lower(at)), Some(Lexeme::Teen(_) | Lexeme::Tens(_)));
    text.kind(at) == TokenKind::Word && whole(at) && whole(at + 1)
}

/// Whether "negative" before the number at the token `at` is a sign, and no result of a test.
fn is_sign(text: &Text<'_>, at: usize, word: usize, floor: usize) -> bool {
    let lead = word.checked_sub(1).filter(|&lead| lead >= floor).map_or("", |lead| text.lower(lead));
    let times =
        (at..at + 4).any(|at| text.lower(at) == "times" || matches!(text.word(at), "-" | "‑") && text.glued(at));
    match lead {
        "" | "of" | "to" | "at" | "by" | "from" | "and" | "or" | "than" | "between" | "below" | "above" => !times,
        "a" | "is" | "was" | "are" | "were" => !times && (text.lower(at + 1) == "%" || lead != "a"),
        _ => false,
    }
}

/// Everything about a figure but what it is a figure of.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    /// From the hedge to the unit.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The number's own bytes.
    pub(super) span: Span,
    /// The number, or the two ends.
    pub(super) numbers: Numbers,
    /// The hedge with its place.
    pub(super) hedge: Hedge,
    /// The words of the hedge.
    pub(super) hedge_span: Option<Span>,
    /// How the number is written.
    pub(super) style: Style,
    /// Whether the number is a rough word ("a dozen").
    pub(super) rough: bool,
    /// How sure it is that it is this number.
    pub(super) certainty: Certainty,
}

/// One number or two ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numbers {
    /// One.
    One(Exact),
    /// The ends of a range, the lower first.
    Two(Exact, Exact),
    /// A word without a number: "dozens"; "tens of thousands" lie between two powers of ten.
    Vague(Interval, Option<(Exact, Exact)>),
}

impl Drawn {
    /// The figure, with what its wording can mean.
    pub(super) fn figure(&self, grain: Grain, wording: &Wording) -> Figure {
        let grain = if self.rough { Grain::Rough } else { grain };
        let (written, low, high, value) = match self.numbers {
            Numbers::One(n) => {
                let (low, high) = match self.hedge {
                    Hedge::Over | Hedge::AtLeast => (Some(n), None),
                    Hedge::Under | Hedge::AtMost => (None, Some(n)),
                    // "exactly 12" and "equal to 12" bound it on both sides.
                    Hedge::Exactly if self.hedge_span.is_some() => (Some(n), Some(n)),
                    Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Dozens => (None, None),
                };
                (Some(n), low, high, meaning::interval(n, self.style, self.hedge, grain, wording))
            }
            Numbers::Two(low, high) => (None, Some(low), Some(high), Interval::closed(low, high)),
            Numbers::Vague(interval, between) => {
                (None, between.map(|ends| ends.0), between.map(|ends| ends.1), interval)
            }
        };
        Figure {
            written,
            low,
            high,
            value,
            hedge: self.hedge,
            hedge_span: self.hedge_span,
            span: self.span,
            style: self.style,
        }
    }

    /// The hedge after the figure, if there is none before it.
    pub(super) fn hedged_after(mut self, text: &Text<'_>) -> Self {
        if let Some(after) = hedge::after(text, self.end)
            && (matches!(self.hedge, Hedge::About | Hedge::Exactly) || self.hedge_span.is_none())
            && matches!(self.numbers, Numbers::One(_))
        {
            self.set_hedge(text, after);
            self.end = after.end;
        }
        self
    }

    /// The figure with the hedge before it.
    pub(super) fn hedged_before(mut self, text: &Text<'_>, floor: usize) -> Self {
        if let Some(before) = hedge::before(text, self.first, floor) {
            self.first = before.first;
            self.set_hedge(text, before);
        }
        self
    }

    fn set_hedge(&mut self, text: &Text<'_>, hedged: Hedged) {
        self.hedge = hedged.hedge;
        self.hedge_span = Some(text.span(hedged.first, hedged.end - 1));
    }
}

/// A figure of one number.
fn single(reading: &mut Reading<'_>, side: &Side, floor: usize) -> usize {
    let text = reading.text;
    let numeral = &side.numeral;
    let mut drawn = Drawn {
        first: side.first,
        end: side.end,
        span: numeral.span,
        numbers: Numbers::One(numeral.value),
        hedge: Hedge::Exactly,
        hedge_span: None,
        style: numeral.style,
        rough: is_rough(text, side),
        certainty: numeral.certainty,
    };
    if let Some(within) = hedge::within(text, numeral.first, numeral.end) {
        drawn.set_hedge(text, within);
    }
    // "5,000 or more people": the hedge stands before the unit and the noun.
    let mut drawn = drawn.hedged_before(text, floor).hedged_after(text);
    // "30-plus percentage points", "500 or so dollars": the unit after the hedge.
    if matches!(side.tail, Tail::Bare) && drawn.end > side.end {
        let past = Numeral { end: drawn.end, ..side.numeral };
        let (tail, end, _) = side::tail(text, past);
        if !matches!(tail, Tail::Bare) {
            drawn.end = end;
            return state(reading, drawn, &tail, end, floor);
        }
    }
    state(reading, drawn, &side.tail, side.end, floor)
}

/// "a dozen" and "two dozen" are round words.
fn is_rough(text: &Text<'_>, side: &Side) -> bool {
    side.numeral.style.words && matches!(lexeme(text.lower(side.numeral.end - 1)), Some(Lexeme::Dozen))
}

/// States the figure as the kind of fact that its tail makes it; gives the token to go on with.
pub(super) fn state(reading: &mut Reading<'_>, drawn: Drawn, tail: &Tail, end: usize, floor: usize) -> usize {
    let mut go_on = end.max(drawn.end);
    match tail {
        Tail::Time => return end,
        Tail::Percentage(percentage) => percentage_fact(reading, &drawn, *percentage, floor),
        Tail::Money(currency) => go_on = go_on.max(amount::money(reading, drawn, *currency)),
        Tail::Unit(measured) => go_on = go_on.max(amount::measure(reading, drawn, measured, floor)),
        Tail::Bare => return counted(reading, drawn, end, floor),
    }
    reading.claim(end.saturating_sub(1).min(go_on), go_on.saturating_sub(1));
    go_on
}

/// From the hedge to the unit.
pub(super) fn span(reading: &Reading<'_>, drawn: &Drawn) -> Span {
    reading.text.span(drawn.first, drawn.end - 1)
}

fn percentage_fact(reading: &mut Reading<'_>, drawn: &Drawn, percentage: Percentage, floor: usize) {
    let at = reading.at(span(reading, drawn), drawn.certainty);
    let figure = hedge::narrowed(reading.text, drawn.figure(Grain::Share, &reading.wording));
    if percentage != Percentage::Percent {
        let interval = figure.value.scaled(percentage.points());
        let value = Quantity { interval, measured: Measured::Points, unit: percentage.unit() };
        reading.facts.points.push(Points { at, figure, value });
        return;
    }
    let text = reading.text;
    let role = percent::role(text, drawn.first, drawn.end, floor);
    let whole = (text.lower(drawn.end) == "of" && matches!(role, PercentRole::Share | PercentRole::Other))
        .then(|| count::whole(text, drawn.end + 1))
        .flatten();
    let whole = whole.map(|counted| counted.noun);
    reading.facts.percents.push(Percent { at, figure, role, whole, event: None });
}

/// A count where a noun follows, else a bare number.
fn counted(reading: &mut Reading<'_>, mut drawn: Drawn, end: usize, floor: usize) -> usize {
    let text = reading.text;
    // "flat 15B": more hangs on the digits.
    let hangs = hangs_on(text, &drawn);
    if hangs && drawn.style.decimals == 0 {
        return identifier::past_glued(text, drawn.end);
    }
    // "5 deaths per 100,000 people", "one doctor for every 2,000 people": the second number counts nobody.
    let lead = drawn.first.checked_sub(1).filter(|&lead| lead >= floor).map_or("", |lead| text.lower(lead));
    let rate = matches!(lead, "per" | "every" | "each");
    if hangs || rate || is_letter(text, drawn.end) {
        drawn.certainty = Certainty::Weak;
    }
    let one = matches!(drawn.numbers, Numbers::One(n) if n == Exact::ONE);
    let noun_at = drawn.end;
    let found = count::after(text, noun_at, one).filter(|_| !(one && is_pronoun(text, drawn.first, floor)));
    // "three times as many" counts no times.
    let found = found.filter(|found| &*found.noun.key != "time" || !relations::multiple::is_compared(text, found.end));
    let year = looks_like_year(text, &drawn);
    // "the 2020 salary cap", "version 0.2 support": a compound without its hyphen counts small whole numbers.
    let whole = matches!(drawn.numbers, Numbers::One(n) if n.is_whole());
    let compound = |found: &count::Counted| found.certainty == Certainty::Weak && text.word(noun_at) != "-";
    let found = found.filter(|found| !(compound(found) && (year || !whole)));
    let go_on = end.max(noun_at);
    if is_version(text, &drawn, floor) {
        return go_on;
    }
    // A scale word without a number or a thing counts nothing ("Y=590 billion", "a baker's dozen").
    let scale_word = matches!(
        lexeme(text.lower(text.token_from(drawn.span.start))),
        Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen)
    );
    let first = text.token_from(drawn.span.start);
    if scale_word && found.is_none() && first > floor && !matches!(text.lower(first.wrapping_sub(1)), "a" | "an") {
        return go_on;
    }
    let Some(found) = found else {
        // "the Group of 20", "the Fight for 15".
        let first = drawn.first;
        let named = first > floor + 1
            && matches!(text.lower(first.wrapping_sub(1)), "of" | "for")
            && text
                .token(first.wrapping_sub(2))
                .is_some_and(|token| token.kind == TokenKind::Word && token.case == crate::text::Case::Title)
            && first.saturating_sub(2) > floor;
        if named || year || one && drawn.style.words || is_idle_word(text, &drawn, floor) {
            return go_on;
        }
        let at = reading.at(span(reading, &drawn), drawn.certainty);
        let figure = drawn.figure(Grain::Things, &reading.wording);
        reading.facts.numbers.push(Number { at, figure });
        return go_on;
    };
    let mut certainty = found.certainty.max(drawn.certainty);
    // "38 per cent over 2014 levels"
    if is_level(text, &drawn, noun_at) {
        return go_on;
    }
    if year {
        if !follows_freely(text, drawn.first, floor) {
            return go_on;
        }
        certainty = Certainty::Weak;
    }
    drawn.end = found.end;
    // "20 people or more", but in "20 regulars plus guests" the guests are added.
    let adds = text.lower(drawn.end) == "plus" && text.kind(drawn.end + 1) == TokenKind::Word;
    let drawn = if adds { drawn } else { drawn.hedged_after(text) };
    count_of(reading, &drawn, found.noun, certainty);
    go_on
}

/// States how many there are of what the noun names.
pub(super) fn count_of(reading: &mut Reading<'_>, drawn: &Drawn, noun: Noun, certainty: Certainty) {
    let at = reading.at(span(reading, drawn), certainty);
    let figure = drawn.figure(Grain::Things, &reading.wording);
    let per = rate::often(reading.text, drawn.end);
    reading.facts.counts.push(Count {
        at,
        figure,
        noun,
        per,
        event: None,
        role: Role::Other,
        source: 0,
        as_of: None,
        revises: None,
        elided: false,
    });
}

/// Whether letters hang on the digits that no reading of theirs took.
fn hangs_on(text: &Text<'_>, drawn: &Drawn) -> bool {
    text.glued(drawn.end) && text.kind(drawn.end) == TokenKind::Word && text.kind(drawn.end - 1) == TokenKind::Number
}

/// "Rust 1.31 ships", "the WASI 0.2 interfaces": a small decimal right after a name.
fn is_version(text: &Text<'_>, drawn: &Drawn, floor: usize) -> bool {
    let digits = drawn.hedge_span.is_none() && drawn.style.decimals > 0 && drawn.style.scale == 0;
    let released = ["release", "releases", "beta", "alpha", "version", "versions", "branch"];
    if digits && released.contains(&text.lower(drawn.end)) {
        return true;
    }
    let Some(name) = drawn.first.checked_sub(1).filter(|&name| name > floor && digits) else { return false };
    let written = text.written(drawn.span);
    written.len() <= 5
        && written.starts_with(|letter: char| letter.is_ascii_digit())
        && text.kind(drawn.end) != TokenKind::Mark
        && label::is_named_before(text, name, floor)
}

/// A lone letter that may be a unit or a scale: "15 K", "4.5 G".
fn is_letter(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word
        && matches!(text.word(at), "k" | "K" | "m" | "M" | "b" | "B" | "G" | "T" | "mil" | "bil")
}

/// "one" after these words stands for a person or a thing named before: "no one", "this one".
fn is_pronoun(text: &Text<'_>, first: usize, floor: usize) -> bool {
    first > floor
        && [
            "no", "any", "every", "each", "this", "that", "some", "another", "which", "the", "other", "only", "a",
            "last", "next", "day",
        ]
        .contains(&text.lower(first.wrapping_sub(1)))
}

/// Words that are numbers and say nothing: "at sixes", "the seven of them", "zero".
fn is_idle_word(text: &Text<'_>, drawn: &Drawn, floor: usize) -> bool {
    drawn.style.words && drawn.first > floor && text.word(drawn.end) == "-" && text.glued(drawn.end)
}

/// Four plain digits that may be a year.
fn looks_like_year(text: &Text<'_>, drawn: &Drawn) -> bool {
    let Numbers::One(n) = drawn.numbers else { return false };
    let digits = text.written(drawn.span);
    // "since at least 1994".
    let first = text.token_from(drawn.span.start);
    let dated = drawn
        .first
        .checked_sub(1)
        .is_some_and(|before| matches!(text.lower(before), "since" | "in" | "until" | "from" | "by"));
    (drawn.hedge_span.is_none() || dated && drawn.first < first)
        && digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (Exact::whole(1100)..=Exact::whole(2100)).contains(&n)
}

/// Whether four plain digits are the year of what something is compared with: "above 1990 levels".
fn is_level(text: &Text<'_>, drawn: &Drawn, noun: usize) -> bool {
    let plain = looks_like_year(text, &Drawn { hedge_span: None, ..drawn.clone() });
    let compared = ["levels", "figures", "results", "numbers", "totals", "rates", "prices", "standards", "averages"];
    // "below 2005 emission levels"
    plain && (compared.contains(&text.lower(noun)) || text.lower(noun + 1) == "levels")
}

/// Whether nothing before the number makes it a year: "in 1800", "the 2010 elections".
fn follows_freely(text: &Text<'_>, first: usize, floor: usize) -> bool {
    let Some(before) = first.checked_sub(1).filter(|&before| before >= floor) else { return false };
    // "the highly political 2016 investigations"
    let described = lexicon::usual_class(text.lower(before)) == lexicon::Classes::ADJECTIVE
        && text.token(before).is_some_and(|token| token.case == crate::text::Case::Lower)
        && !["additional", "extra", "further", "total", "whole", "full", "other", "estimated", "combined", "worth"]
            .contains(&text.lower(before));
    !described
        && ![
            "in", "since", "by", "from", "until", "till", "of", "the", "during", "year", "to", "for", "(", ",", "and",
            "after", "before", "his", "her", "their", "its", "a", "late", "early", "between", "'", "’", "s", "this",
            "that",
        ]
        .contains(&text.lower(before))
}
