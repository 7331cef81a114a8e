//! Lengths of time: "three years", "10-hour", "an hour and a half", "two hours and 30 minutes".

use super::amount::Amount;
use super::words::{self, Unit, Word, is, is_dash};
use super::{Item, Reader};
use crate::facts::exact::Exact;
use crate::facts::extract::hedge;
use crate::facts::extract::lexemes::{Lexeme, lexeme};
use crate::facts::extract::lone::or_two;
use crate::facts::extract::meaning::{self, Grain};
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::interval::Interval;
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// A number of units that begins here: "three years", "a month", "2 1/2 years", "several weeks".
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        match words::of(self.text, at) {
            Some(Word::A) => self.single(at),
            Some(Word::Several) => self.several(at, at),
            Some(Word::Half) => self.half(at, at),
            Some(Word::Unit(..)) => None,
            _ => self.counted(at),
        }
    }

    /// "a month", "an hour", "a few weeks", "a couple of days", "a half-hour", "a year and a half".
    fn single(&self, at: usize) -> Option<Amount> {
        let text = self.text;
        match words::of(text, at + 1) {
            Some(Word::Several) => return self.several(at, at + 1),
            Some(Word::Half) => return self.half(at, at + 1),
            Some(Word::Unit(Unit::Quarter, false)) => return self.quarter_of(at, at + 1),
            _ => {}
        }
        let mut noun = at + 1;
        // "a full year", "a single day", "a mere week"
        if matches!(
            text.lower(noun),
            "full" | "whole" | "entire" | "single" | "mere" | "further" | "solid" | "additional" | "extra"
        ) {
            noun += 1;
        }
        let (unit, plural) = words::unit(text, noun)?;
        // "A Book a Day" is a name.
        let title = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Title);
        if title(noun) && !title(at) && title(at.wrapping_sub(1)) {
            return None;
        }
        // "a second" is the ordinal more often than the unit.
        let ordinal = unit == Unit::Second
            && text.kind(noun + 1) == TokenKind::Word
            && !matches!(text.lower(noun + 1), "or" | "and" | "later" | "before" | "after" | "ago");
        let modifier =
            is_dash(text, noun + 1) && text.glued(noun + 1) || matches!(text.lower(noun), "min" | "sec" | "hr");
        let another = is(text, at, "another")
            && (words::before(text, at) != "for" || self.is_put_off(at))
            && !matches!(unit, Unit::Hour | Unit::Week | Unit::Month | Unit::Year | Unit::Decade);
        if plural || unit == Unit::Quarter || ordinal || modifier || another {
            return None;
        }
        let one = Interval::exactly(Exact::ONE);
        let mut amount = Amount::new(Some(Exact::ONE), one, unit, (at, noun + 1), text.span(at, at));
        if let Some((high, end)) = or_two(text, noun + 1) {
            let ends = (Exact::ONE, high);
            let value = Interval::closed(ends.0, ends.1);
            let style = Style { range: true, ..amount.style };
            let hedge = Hedge::Range;
            return Some(Amount { count: None, value, ends: Some(ends), hedge, style, end, ..amount });
        }
        self.and_a_half(&mut amount);
        Some(amount)
    }

    /// "and a half", "and a quarter" after the unit.
    fn and_a_half(&self, amount: &mut Amount) {
        let text = self.text;
        let at = amount.end;
        let share = at + 1 + usize::from(is(text, at + 1, "a"));
        let extra = match (text.lower(at), text.lower(share)) {
            ("and", "half") if amount.count == Some(Exact::ONE) || share == at + 2 => Exact::fraction(1, 2),
            ("and", "quarter") if share == at + 2 && amount.unit != Unit::Quarter => Exact::fraction(1, 4),
            _ => None,
        };
        // "a week and half the staff"
        let alone = share == at + 2
            || text.kind(share + 1) == TokenKind::Mark
            || matches!(text.lower(share + 1), "to" | "before" | "after" | "for" | "in" | "later" | "ago");
        let extra = extra.filter(|_| alone);
        if let Some(count) = amount.count.zip(extra).and_then(|(count, extra)| count.plus(extra)) {
            amount.count = Some(count);
            amount.value = Interval::exactly(count);
            amount.span = text.span(amount.first, share);
            amount.end = share + 1;
        }
    }

    /// "a quarter century", "the last quarter-century": 25 years.
    pub(super) fn quarter_century(&self, first: usize, quarter: usize) -> Option<Amount> {
        let text = self.text;
        let noun = quarter + 1 + usize::from(is_dash(text, quarter + 1) && text.glued(quarter + 1));
        let part = Exact::fraction(1, 4)?;
        let whole = Interval::exactly(part);
        (is(text, quarter, "quarter") && is(text, noun, "century"))
            .then(|| Amount::new(Some(part), whole, Unit::Century, (first, noun + 1), text.span(first, quarter)))
    }

    /// "quarter of an hour", "a quarter of a century".
    pub(super) fn quarter_of(&self, first: usize, quarter: usize) -> Option<Amount> {
        let text = self.text;
        if let Some(amount) = self.quarter_century(first, quarter) {
            return Some(amount);
        }
        let article = matches!(text.lower(quarter + 2), "a" | "an");
        let (unit, plural) = words::unit(text, quarter + 3)?;
        let fits = is(text, quarter + 1, "of") && article && !plural && unit != Unit::Second && unit != Unit::Quarter;
        let part = Exact::fraction(1, 4)?;
        let span = text.span(first, quarter);
        fits.then(|| Amount::new(Some(part), Interval::exactly(part), unit, (first, quarter + 4), span))
    }

    /// "half an hour", "a half-hour", "half a century", "half-year".
    fn half(&self, first: usize, half: usize) -> Option<Amount> {
        let text = self.text;
        let mut noun = half + 1;
        if is_dash(text, noun) || matches!(text.lower(noun), "a" | "an") {
            noun += 1;
        }
        let (unit, plural) = words::unit(text, noun)?;
        let half = Exact::fraction(1, 2)?;
        let span = text.span(first, noun - 1);
        (!plural && unit != Unit::Quarter && unit != Unit::Second)
            .then(|| Amount::new(Some(half), Interval::exactly(half), unit, (first, noun + 1), span))
    }

    /// "we’ll save that for another day", "a debate for another day": some time, and no length.
    fn is_put_off(&self, another: usize) -> bool {
        let text = self.text;
        let start = text.token(another).map_or(0, |token| token.span.start);
        let floor = text.sentences.get(text.sentence_at(start)).map_or(another, |sentence| sentence.tokens.start);
        let from = floor.max(another.saturating_sub(PUT_OFF_REACH));
        (from..another).any(|at| PUT_OFF.contains(&text.lower(at)))
    }

    /// "several years", "a few weeks", "a couple of days", "many months".
    fn several(&self, first: usize, vague: usize) -> Option<Amount> {
        let text = self.text;
        let mut noun = vague + 1;
        if is(text, noun, "of") || is(text, noun, "more") {
            noun += 1;
        }
        // "several hundred years", "a few thousand hours".
        let scale = match lexeme(text.lower(noun)) {
            Some(Lexeme::Hundred) => 100,
            Some(Lexeme::Dozen) => 12,
            Some(Lexeme::Scale(power)) => 10_i128.checked_pow(u32::from(power))?,
            _ => 1,
        };
        noun += usize::from(scale > 1);
        let (unit, plural) = words::unit(text, noun)?;
        if !plural {
            return None;
        }
        // "for the third time in as many weeks"
        if is(text, vague, "many") && matches!(words::before(text, vague), "as" | "how") {
            return None;
        }
        let (low, high) = match text.lower(vague) {
            "couple" => (2, 3),
            "several" | "few" => (2, 12),
            _ => (2, 1000),
        };
        let couple = text.lower(vague) == "couple" && scale == 1;
        let scaled = |end: i128| end.checked_mul(scale).map(Exact::whole);
        let within = Interval::closed(scaled(low)?, scaled(high)?);
        let count = couple.then(|| Exact::whole(2));
        let last = if scale > 1 { noun - 1 } else { vague };
        let amount = Amount::new(count, within, unit, (first, noun + 1), text.span(first, last));
        Some(Amount { certainty: Certainty::Weak, hedge: Hedge::Dozens, ..amount })
    }

    /// A numeral and a unit: "three years", "10-hour", "five more days", "10 or 12 days".
    pub(super) fn counted(&self, at: usize) -> Option<Amount> {
        let text = self.text;
        let (range, number) = self.one_or_two(at)?;
        let number = if range.is_none() { self.and_a_share(number) } else { number };
        let inner = if range.is_none() { inner_hedge(text, number.end) } else { None };
        let mut noun = inner.map_or(number.end, |hedged| hedged.end);
        let glued = text.glued(noun);
        let spaced = self.is_spaced_hyphen(&number);
        let hyphen = spaced || is_dash(text, noun) && text.glued(noun);
        let described = self.is_described(noun);
        if hyphen || described || BETWEEN.contains(&text.lower(noun)) {
            noun += 1;
        }
        if number.fraction && is(text, noun, "of") {
            noun += 1 + usize::from(matches!(text.lower(noun + 1), "a" | "an"));
        }
        // "3h"
        let short = noun == number.end
            && inner.is_none()
            && glued
            && text.word(noun) == "h"
            && number.value <= Exact::whole(100);
        let (unit, plural) = words::unit(text, noun).or_else(|| short.then_some((Unit::Hour, true)))?;
        // "a $220-260 million month" is one month.
        if !plural && !hyphen && number.style.scale > 0 && is_dash(text, at.wrapping_sub(1)) && text.glued(at) {
            return None;
        }
        if text.word(number.first).starts_with('0')
            && text.word(number.first).len() > 1
            && !text.word(number.first).starts_with("0.")
        {
            return None;
        }
        if glued
            && noun == number.end
            && matches!(unit, Unit::Minute | Unit::Second)
            && !plural
            && text.lower(noun) == "second"
        {
            return None;
        }
        // "one second", "two quarter finals", "24 hour news": the singular counts only after a hyphen or one.
        let one = number.value == Exact::ONE || number.fraction;
        if !plural
            && !hyphen
            && !one
            && !matches!(unit, Unit::Hour | Unit::Minute | Unit::Day | Unit::Month | Unit::Week | Unit::Year)
            && !is(text, noun, "sec")
            && number.style.decimals == 0
        {
            return None;
        }
        // "one second" is a length where no noun follows that it could be the second of.
        let second =
            unit == Unit::Second && !plural && !hyphen && !is(text, noun, "sec") && (one || number.style.decimals == 0);
        if unit == Unit::Quarter && hyphen || second && (!one || text.kind(noun + 1) == TokenKind::Word) {
            return None;
        }
        let value = Interval::exactly(number.value);
        let amount = Amount::new(Some(number.value), value, unit, (at, noun + 1), number.span);
        let certainty = if spaced || described { Certainty::Likely } else { Certainty::Sure };
        let mut amount = Amount { style: number.style, certainty, ..amount };
        if let Some(low) = range {
            amount = Amount {
                count: None,
                value: Interval::closed(low, number.value),
                ends: Some((low, number.value)),
                hedge: Hedge::Range,
                style: Style { range: true, ..amount.style },
                span: text.span(at, number.end - 1),
                ..amount
            };
        }
        if let Some(inner) = inner {
            amount = Amount {
                value: meaning::interval(number.value, amount.style, inner.hedge, Grain::None, &self.wording),
                hedge: inner.hedge,
                hedge_span: Some(text.span(inner.first, inner.end - 1)),
                ..amount
            };
        }
        // "22 years old", "35-year-old": an age.
        let after = amount.end + usize::from(is_dash(text, amount.end) && (spaced || text.glued(amount.end)));
        match text.lower(after) {
            "old" | "olds" => return None,
            "long" if after > amount.end => amount.end += 2,
            _ => {}
        }
        self.and_a_half(&mut amount);
        Some(amount)
    }

    /// "a 30 - year bond": the singular shows that the hyphen is none that parts clauses.
    fn is_spaced_hyphen(&self, number: &Numeral) -> bool {
        let (text, dash) = (self.text, number.end);
        text.word(dash) == "-"
            && !text.glued(dash)
            && !text.glued(dash + 1)
            && number.value > Exact::ONE
            && number.value <= Exact::whole(100)
            && words::unit(text, dash + 1).is_some_and(|(_, plural)| !plural)
    }

    /// "20 turbulent years": an adjective before the plural of a unit.
    fn is_described(&self, at: usize) -> bool {
        let text = self.text;
        let lower = text.lower(at);
        let unit = words::unit(text, at + 1)
            .is_some_and(|(unit, plural)| plural && !matches!(unit, Unit::Second | Unit::Quarter));
        unit && text.token(at).is_some_and(|token| token.case == Case::Lower && token.kind == TokenKind::Word)
            // What shifts from now, and the light year.
            && !matches!(lower, "light" | "upcoming" | "coming" | "past" | "next" | "last" | "following" | "late")
            && lexicon::usual_class(lower) == Classes::ADJECTIVE
    }

    /// "one and half hours", "one and two quarter hours", "two and a quarter of an hour".
    fn and_a_share(&self, number: Numeral) -> Numeral {
        let text = self.text;
        let at = number.end;
        if !is(text, at, "and") || !number.value.is_whole() || number.fraction {
            return number;
        }
        let mut share = at + 1;
        let times = match text.lower(share) {
            "a" | "an" | "one" => 1,
            "two" => 2,
            "three" => 3,
            _ => 0,
        };
        share += usize::from(times > 0);
        let extra = match (text.lower(share), times) {
            ("half", 0 | 1) => Exact::fraction(1, 2),
            ("quarter" | "quarters", _) => Exact::fraction(times.max(1), 4),
            _ => None,
        };
        let mut end = share + 1;
        if is(text, end, "of") {
            end += 1 + usize::from(matches!(text.lower(end + 1), "a" | "an"));
        }
        let unit = words::unit(text, end)
            .is_some_and(|(unit, _)| matches!(unit, Unit::Minute | Unit::Hour | Unit::Day | Unit::Month | Unit::Year));
        match extra.filter(|_| unit).and_then(|extra| number.value.plus(extra)) {
            Some(value) => Numeral { value, end, span: text.span(number.first, share), ..number },
            None => number,
        }
    }

    /// One number, or the two ends of "12 to 18", "two or three".
    fn one_or_two(&self, at: usize) -> Option<(Option<Exact>, Numeral)> {
        let text = self.text;
        let first: Numeral = numeral::read(text, at)?;
        let joined = is_dash(text, first.end)
            || is(text, first.end, "to")
            || is(text, first.end, "or") && !self.goes_on(at)
            || is(text, first.end, "and") && words::before(text, at) == "between";
        if joined
            && !first.fraction
            && let Some(second) = numeral::read(text, first.end + 1)
            && second.value > first.value
            && !second.fraction
            && words::unit(text, second.end)
                .is_some_and(|(_, plural)| plural || matches!(text.lower(second.end), "min" | "hr" | "sec"))
        {
            return Some((Some(first.value), second));
        }
        Some((None, first))
    }

    /// The amount with the hedge before it.
    pub(super) fn hedged(&self, amount: Amount) -> Amount {
        let (Some(count), true) = (amount.count, amount.value.single().is_some()) else { return amount };
        let before = hedge::before(self.text, amount.first, self.floor);
        let Some(hedge) = before else { return self.hedged_behind(amount, count) };
        Amount {
            value: meaning::interval(count, amount.style, hedge.hedge, Grain::None, &self.wording),
            hedge: hedge.hedge,
            hedge_span: Some(self.text.span(hedge.first, hedge.end - 1)),
            first: hedge.first,
            ..amount
        }
    }

    /// The amount with the hedge behind its unit: "ten days or so", "five years or more".
    fn hedged_behind(&self, amount: Amount, count: Exact) -> Amount {
        let text = self.text;
        let told = matches!(text.lower(amount.end), "or" | "at" | "," | "give");
        let Some(hedge) = hedge::after(text, amount.end).filter(|_| told) else { return amount };
        Amount {
            value: meaning::interval(count, amount.style, hedge.hedge, Grain::None, &self.wording),
            hedge: hedge.hedge,
            hedge_span: Some(text.span(hedge.first, hedge.end - 1)),
            end: hedge.end,
            ..amount
        }
    }

    /// A length of time, with the others that belong to it: "two hours and 30 minutes".
    pub(super) fn duration(&self, at: usize) -> Option<Item> {
        self.amount(at).map(|amount| self.lasting(at, amount))
    }

    /// The length that the amount at a token is.
    pub(super) fn lasting(&self, at: usize, amount: Amount) -> Item {
        if let Some(set) = self.rate(at, &amount) {
            return set;
        }
        let amount = self.and_minutes(amount);
        self.sum(&amount).unwrap_or_else(|| self.hedged(amount).item())
    }

    /// Whether "-long" follows: "week-long".
    pub(super) fn is_long(&self, at: usize) -> bool {
        let text = self.text;
        is_dash(text, at + 1) && is(text, at + 2, "long") && text.glued(at + 1) && text.glued(at + 2)
    }

    /// "week-long", "daylong": one unit.
    pub(super) fn long(&self, at: usize, unit: Unit) -> Option<Item> {
        let text = self.text;
        let end = if self.is_long(at) { at + 3 } else { at + 1 };
        let lower = text.token(at).is_some_and(|token| token.case == Case::Lower) || self.opens_sentence(at);
        // "two-year-long" is read from its number.
        let alone = !(is_dash(text, at.wrapping_sub(1)) && text.glued(at));
        let one = Interval::exactly(Exact::ONE);
        let amount = Amount::new(Some(Exact::ONE), one, unit, (at, end), text.span(at, end - 1));
        (lower && alone && unit != Unit::Quarter && unit != Unit::Second).then(|| amount.item())
    }

    /// "all day", "all year long": the whole of a unit.
    pub(super) fn all(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let hyphen = is_dash(text, at + 1) && text.glued(at + 1) && text.glued(at + 2);
        let noun = at + 1 + usize::from(hyphen);
        if let Some(item) = self.all_of(at, noun) {
            return Some(item);
        }
        let (unit, plural) = words::unit(text, noun)?;
        let whole = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
        let led = is(text, at, "all") || words::before(text, at) == "for";
        let lower = text.token(noun).is_some_and(|token| token.case == Case::Lower);
        let joined = is_dash(text, noun + 1) && text.glued(noun + 1);
        if plural || !whole || !led || !lower || joined || text.kind(noun + 1) == TokenKind::Possessive {
            return None;
        }
        let one = Interval::exactly(Exact::ONE);
        let long = usize::from(is(text, noun + 1, "long"));
        let amount = Amount::new(Some(Exact::ONE), one, unit, (at, noun + 1 + long), text.span(at, at));
        Some(Amount { certainty: Certainty::Weak, ..amount }.item())
    }
}

impl Reader<'_> {
    /// "all summer", "the whole winter", "all weekend": the one that the text speaks of; "they all fall" is none.
    fn all_of(&self, at: usize, noun: usize) -> Option<Item> {
        let text = self.text;
        let grammar = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::PRONOUN);
        let free = match text.kind(noun + 1) {
            TokenKind::Mark => !is_dash(text, noun + 1),
            TokenKind::Word => is(text, noun + 1, "long") || lexicon::classes(text.lower(noun + 1)).has_any(grammar),
            TokenKind::Number | TokenKind::Possessive => false,
        };
        let lower = text.token(noun).is_some_and(|token| token.case == Case::Lower);
        let led = is(text, at, "all") || is(text, at, "whole") && words::before(text, at) == "the";
        if !free || !lower || !led {
            return None;
        }
        let item = match words::of(text, noun)? {
            Word::Season(season @ (words::Season::Summer | words::Season::Winter)) => {
                self.which_season(at, noun, words::Which::This, season)?
            }
            Word::Weekend => self.which_weekend(at, noun + 1, words::Which::This),
            _ => return None,
        };
        Some(Item { certainty: Certainty::Weak, ..item })
    }
}

/// The hedge between a number and its unit: "40-plus years", "20 or so years", "30-odd-year", "100+ days".
fn inner_hedge(text: &Text<'_>, at: usize) -> Option<hedge::Hedged> {
    if !matches!(text.lower(at), "-" | "‑" | "or" | "and" | "plus" | "+" | "odd" | "ish") {
        return None;
    }
    let odd = || {
        let odd = hedge::Hedged { hedge: Hedge::About, first: at, end: at + 1 };
        (text.lower(at) == "odd").then_some(odd)
    };
    let found = hedge::after(text, at).or_else(odd)?;
    let hyphen = usize::from(is_dash(text, found.end) && text.glued(found.end));
    let noun = found.end + hyphen + usize::from(BETWEEN.contains(&text.lower(found.end)));
    words::unit(text, noun).is_some_and(|(unit, plural)| plural || hyphen > 0 && unit != Unit::Second).then_some(found)
}

/// What may stand between a number and its unit.
const BETWEEN: &[&str] = &[
    "more",
    "straight",
    "consecutive",
    "full",
    "long",
    "working",
    "business",
    "additional",
    "further",
    "whole",
    "extra",
    "calendar",
    "school",
    "trading",
    "fiscal",
    "financial",
    "successive",
    "short",
    "previous",
    "remaining",
];

/// Programmes of television that are named like lengths.
const PROGRAMMES: &[(&str, &str)] = &[("60", "Minutes"), ("48", "Hours")];

/// Whether a programme is named from this token on.
pub(super) fn is_programme(text: &Text<'_>, at: usize) -> bool {
    PROGRAMMES.contains(&(text.word(at), text.word(at + 1)))
}

/// How far before "for another day" a word for what is put off may stand.
const PUT_OFF_REACH: usize = 10;

/// Words for what is put off, and for putting it off.
const PUT_OFF: &[&str] = &[
    "save",
    "saved",
    "saving",
    "leave",
    "left",
    "leaving",
    "story",
    "stories",
    "debate",
    "discussion",
    "conversation",
    "question",
    "questions",
    "topic",
    "subject",
    "column",
    "battle",
    "fight",
    "argument",
];
