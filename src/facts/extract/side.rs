//! One end of a figure: a number with its currency before it or its unit after it.

use super::currency::{self, Currency};
use super::measure::{self, Measured};
use super::numeral::{self, Numeral};
use super::percent::{self, Percentage};
use super::{count, lexemes};
use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::facts::names::Certainty;
use crate::facts::units;
use crate::text::{Case, Text, TokenKind, lexicon};
use std::sync::Arc;

/// What a number is a number of, as far as the words beside it say.
#[derive(Clone, Debug)]
pub(super) enum Tail {
    /// They do not.
    Bare,
    /// Per cent or points.
    Percentage(Percentage),
    /// Money.
    Money(Currency),
    /// A physical unit.
    Unit(Measured),
    /// A length of time, which is read elsewhere.
    Time,
}

/// A number with what stands beside it.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// Its first token: the currency mark, the sign or the number.
    pub(super) first: usize,
    /// One past its last token, unit included.
    pub(super) end: usize,
    /// The number.
    pub(super) numeral: Numeral,
    /// What it is a number of.
    pub(super) tail: Tail,
}

/// Reads the side whose number begins with the token `start`.
pub(super) fn read(text: &Text<'_>, start: usize, floor: usize) -> Option<Side> {
    let numeral = numeral::read(text, start)?;
    if let Some((currency, first)) = currency::before(text, numeral.first, floor) {
        return Some(signed(text, money(text, numeral, currency, first), floor));
    }
    if let Some(side) = accounted(text, &numeral, floor) {
        return Some(side);
    }
    if let Some((currency, power, first)) = currency::with_scale_before(text, numeral.first, floor)
        && numeral.style.scale == 0
        && let Some(value) = numeral.value.times(Exact::power_of_ten(i32::from(power))?)
    {
        let end = numeral.end;
        let numeral = Numeral { value, style: Style { scale: power, ..numeral.style }, ..numeral };
        return Some(Side { first, end, numeral, tail: Tail::Money(currency) });
    }
    if let Some((inches, end)) = measure::height(text, &numeral) {
        let unit = Arc::clone(units::by_word("inch")?);
        let span = text.span(numeral.end, end - 1);
        let numeral = Numeral { value: inches, ..numeral };
        return Some(Side { first: start, end, numeral, tail: Tail::Unit(Measured { unit, span, end }) });
    }
    if let Some(side) = absolute_zero(text, &numeral, floor) {
        return Some(side);
    }
    if let Some(side) = run(text, &numeral, floor) {
        return Some(side);
    }
    let numeral = in_millions(text, numeral);
    let (tail, end, numeral) = tail(text, numeral);
    let side = Side { first: start, end, numeral, tail };
    Some(if has_spaced_sign(text, &side, floor) { signed_apart(side) } else { side })
}

/// "$(3.2) million", "US$(0.45)": a minus of accounts, inside the currency and before the scale word.
fn accounted(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Side> {
    let bracket = numeral.first.checked_sub(1).filter(|&bracket| bracket > floor && text.word(bracket) == "(")?;
    let closes = text.word(numeral.end) == ")" && text.glued(numeral.end);
    if !closes || !text.glued(bracket) || !text.glued(numeral.first) || numeral.style.scale > 0 {
        return None;
    }
    let (currency, first) = currency::before(text, bracket, floor)?;
    let past = numeral.end + 1;
    let whole = Numeral { value: numeral.value.negated(), end: past, ..*numeral };
    let numeral = match lexemes::lexeme(text.lower(past)) {
        Some(lexemes::Lexeme::Scale(power)) => Numeral {
            value: whole.value.times(Exact::power_of_ten(i32::from(power))?)?,
            end: past + 1,
            style: Style { scale: power, ..whole.style },
            ..whole
        },
        _ => whole.in_money(text).unwrap_or(whole),
    };
    Some(Side { first, end: numeral.end, numeral, tail: Tail::Money(currency) })
}

/// "absolute zero" is a temperature, whatever the scale.
fn absolute_zero(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Side> {
    let word = numeral.first.checked_sub(1).filter(|&word| word >= floor && text.lower(word) == "absolute")?;
    let unit = units::by_word("kelvin").filter(|_| numeral.value == Exact::ZERO && numeral.style.words)?;
    let measured = Measured { unit: Arc::clone(unit), span: text.span(word, word), end: numeral.end };
    Some(Side { first: word, end: numeral.end, numeral: *numeral, tail: Tail::Unit(measured) })
}

/// "at - 20 °C", "it was - 5C", "the balance is - 20.": a clause does not end before the dash.
fn has_spaced_sign(text: &Text<'_>, side: &Side, floor: usize) -> bool {
    let Some(dash) = side.first.checked_sub(1).filter(|&dash| dash > floor) else { return false };
    let apart = matches!(text.word(dash), "-" | "−") && !text.glued(dash) && !text.glued(side.first);
    if !apart || side.numeral.value <= Exact::ZERO {
        return false;
    }
    let (lead, ends) = (text.lower(dash - 1), text.word(side.end));
    match &side.tail {
        Tail::Unit(measured) => {
            measured.unit.dimension.temperature == 1
                && matches!(
                    lead,
                    "at" | "of"
                        | "to"
                        | "from"
                        | "below"
                        | "above"
                        | "is"
                        | "was"
                        | "around"
                        | "about"
                        | "convert"
                        | "reach"
                )
        }
        Tail::Bare => {
            !side.numeral.style.words
                && matches!(lead, "is" | "was" | "to" | "at" | "than" | "=")
                && matches!(ends, "" | "." | "," | ";" | "?")
        }
        Tail::Percentage(_) | Tail::Money(_) | Tail::Time => false,
    }
}

fn signed_apart(side: Side) -> Side {
    let certainty = side.numeral.certainty.max(match side.tail {
        Tail::Bare => Certainty::Weak,
        Tail::Percentage(_) | Tail::Money(_) | Tail::Unit(_) | Tail::Time => Certainty::Sure,
    });
    let numeral = Numeral { value: side.numeral.value.negated(), certainty, ..side.numeral };
    Side { first: side.first - 1, numeral, ..side }
}

/// "-$5m", "minus £20", "$-5m": a sum with the sign before its currency or after it.
fn signed(text: &Text<'_>, side: Side, floor: usize) -> Side {
    let inner = side.numeral.first > side.first && text.word(side.numeral.first - 1) == "-";
    if inner {
        let numeral = Numeral { value: side.numeral.value.negated(), ..side.numeral };
        return Side { numeral, ..side };
    }
    let Some(sign) = side.first.checked_sub(1).filter(|&sign| sign >= floor) else { return side };
    let free = sign == floor || text.kind(sign - 1) != TokenKind::Number;
    let is_sign = match text.lower(sign) {
        "-" | "−" => free && text.glued(side.first) && !text.glued(sign),
        "minus" | "negative" => free,
        _ => false,
    };
    if !is_sign {
        return side;
    }
    let numeral = Numeral { value: side.numeral.value.negated(), ..side.numeral };
    Side { first: sign, numeral, ..side }
}

fn money(text: &Text<'_>, numeral: Numeral, currency: Currency, first: usize) -> Side {
    let numeral = numeral.in_money(text).unwrap_or(numeral);
    let large = numeral.style.scale > 0;
    let mut end = numeral.end;
    // "$10 dollars", "$31.20 US": said twice, or made certain.
    let mut currency = currency;
    if let Some((again, past)) = currency::after(text, end, large)
        && again.cent.is_none()
        && (again.key == currency.key || currency.key == "dollar" && again.key.ends_with('D'))
    {
        currency = again;
        end = past;
    }
    // "$3 million Canadian", "$5 US".
    if currency.key == "dollar"
        && let Some(key) = named_behind(text, end)
    {
        currency = Currency { key, ..currency };
        end += 1;
    }
    // "$20 and 43c".
    if let (Tail::Money(_), past, sum) = cents(text, currency, end, numeral) {
        return Side { first, end: past, numeral: sum, tail: Tail::Money(currency) };
    }
    Side { first, end, numeral, tail: Tail::Money(currency) }
}

/// Whose dollars they are by a word behind the sum that nothing else goes on from.
fn named_behind(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let key = match text.word(at) {
        "Canadian" | "Cdn" | "CDN" => "CAD",
        "Australian" => "AUD",
        "US" | "U.S." | "American" => "USD",
        _ => return None,
    };
    let grammar = lexicon::Classes::PREPOSITION.or(lexicon::Classes::CONJUNCTION).or(lexicon::Classes::AUXILIARY);
    let ends = text.kind(at + 1) == TokenKind::Mark && !matches!(text.word(at + 1), "-" | "/")
        || text.kind(at + 1) == TokenKind::Word && lexicon::usual_class(text.lower(at + 1)).has_any(grammar);
    let rate = matches!(text.lower(at + 1), "a" | "an" | "per");
    ((ends || rate) && !text.glued(at)).then_some(key)
}

/// The second end of a range of money: the "m" of "£17-18m" is millions.
pub(super) fn in_money(text: &Text<'_>, side: Side) -> Side {
    let metres = matches!(&side.tail, Tail::Unit(measured) if &*measured.unit.name == "metre");
    match side.numeral.in_millions(text) {
        Some(numeral) if metres => Side { end: numeral.end, tail: Tail::Bare, numeral, ..side },
        _ => side,
    }
}

/// "12.3m" is millions before a unit, a currency or a counted noun, and metres otherwise.
fn in_millions(text: &Text<'_>, numeral: Numeral) -> Numeral {
    let Some(millions) = numeral.in_millions(text) else {
        // "8 B people", "15 k users", "30 mil users": billions, thousands and millions where things follow.
        let scaled = numeral.in_money(text);
        let thousands = scaled.as_ref().filter(|scaled| matches!(text.word(scaled.end - 1), "k" | "K" | "mil"));
        if let Some(thousands) =
            thousands.filter(|thousands| !is_run(text, thousands) && has_things(text, thousands.end, thousands))
        {
            return Numeral { certainty: Certainty::Weak, ..*thousands };
        }
        let billions = scaled.filter(|billions| matches!(text.word(billions.end - 1), "B" | "b"));
        return match billions {
            Some(billions) if has_things(text, billions.end, &billions) => billions,
            // "1.2b" alone may be a name.
            Some(billions) if numeral.style.decimals > 0 && text.glued(numeral.end) && !is_named(text, &billions) => {
                Numeral { certainty: Certainty::Weak, ..billions }
            }
            _ => numeral,
        };
    };
    let end = millions.end;
    let read = match text.word(end - 1) {
        "m" => text.glued(end - 1) && (has_things(text, end, &millions) || has_things_beyond(text, end)),
        "M" | "mn" => text.glued(end - 1) || has_things(text, end, &millions),
        _ => false,
    };
    if read {
        return millions;
    }
    // "22m views, ahead of the 16.6m of another": millions go on in their sentence.
    let alone = text.word(end - 1) == "m"
        && text.glued(end - 1)
        && text.kind(end) != TokenKind::Mark
        && count_in_millions(text, numeral.first);
    if alone { Numeral { certainty: Certainty::Weak, ..millions } } else { numeral }
}

/// Whether digits with an "m" count things shortly before the token in its sentence.
fn count_in_millions(text: &Text<'_>, at: usize) -> bool {
    let floor = text.token(at).and_then(|token| text.sentences.get(text.sentence_at(token.span.start)));
    let floor = floor.map_or(at, |sentence| sentence.tokens.start.max(at.saturating_sub(30)));
    (floor..at).rev().any(|m| {
        text.word(m) == "m"
            && text.glued(m)
            && m > floor
            && text.kind(m - 1) == TokenKind::Number
            && text.kind(m + 1) == TokenKind::Word
            && count::after(text, m + 1, false).is_some_and(|found| found.certainty == Certainty::Sure)
    })
}

/// "a 10k run", "ran a 5K": kilometres.
fn run(text: &Text<'_>, numeral: &Numeral, floor: usize) -> Option<Side> {
    let last = numeral.end.checked_sub(1).filter(|&last| matches!(text.word(last), "k" | "K"))?;
    let before =
        |back: usize| numeral.first.checked_sub(back).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let ran = matches!(before(1), "a" | "the" | "first" | "her" | "his" | "my" | "charity")
        && matches!(before(2), "ran" | "run" | "runs" | "running" | "jog" | "jogged" | "complete" | "completed");
    let event = is_run(text, numeral) && text.lower(numeral.end) != "times"
        || matches!(text.lower(numeral.end), "walk" | "swim" | "ride" | "jog" | "fun" | "charity")
            && matches!(before(1), "a" | "the" | "annual" | "sponsored" | "first" | "charity");
    let value = numeral.value.over(Exact::whole(1000)).filter(|value| *value <= Exact::whole(250))?;
    let unit = units::by_word("kilometre").filter(|_| ran || event)?;
    let measured = Measured { unit: Arc::clone(unit), span: text.span(last, last), end: numeral.end };
    let style = Style { scale: 0, ..numeral.style };
    let numeral = Numeral { value, style, ..*numeral };
    Some(Side { first: numeral.first, end: numeral.end, numeral, tail: Tail::Unit(measured) })
}

/// "10 k runners" run ten kilometres.
fn is_run(text: &Text<'_>, numeral: &Numeral) -> bool {
    matches!(text.lower(numeral.end), "run" | "runs" | "runners" | "race" | "races" | "course" | "route" | "times")
}

/// Whether a word in upper case or of a release stands before the number, or more hangs on it.
fn is_named(text: &Text<'_>, numeral: &Numeral) -> bool {
    let before = numeral.first.checked_sub(1).and_then(|before| text.token(before));
    text.glued(numeral.end) && text.kind(numeral.end) != TokenKind::Mark
        || before.is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
        || numeral.first > 0
            && matches!(text.lower(numeral.first - 1), "version" | "release" | "v" | "model" | "section")
}

/// "2.5m-3m people", "2m to 3m homes": what the second end of a range counts, the first does too.
fn has_things_beyond(text: &Text<'_>, end: usize) -> bool {
    let dash = matches!(text.word(end), "-" | "–") && text.glued(end);
    let other = end + 1;
    (dash || matches!(text.lower(end), "to" | "or" | "and"))
        && text.kind(other) == TokenKind::Number
        && text.word(other + 1) == "m"
        && text.glued(other + 1)
        && text.kind(other + 2) == TokenKind::Word
        && !text.glued(other + 2)
        && count::after(text, other + 2, false).is_some()
}

fn has_things(text: &Text<'_>, end: usize, millions: &Numeral) -> bool {
    if currency::after(text, end, true).is_some() || percent::read(text, end).is_some() {
        return true;
    }
    let spaced = !text.glued(end);
    if spaced && text.kind(end) == TokenKind::Word && measure::read(text, end, millions).is_some() {
        return true;
    }
    // "the 100m runners": distances of the track are metres.
    let track = matches!(
        text.word(millions.first),
        "60" | "80"
            | "100"
            | "110"
            | "200"
            | "400"
            | "800"
            | "1500"
            | "1,500"
            | "3000"
            | "5000"
            | "5,000"
            | "10000"
            | "10,000"
            | "50"
    );
    let hurdles = matches!(
        text.lower(end),
        "hurdles" | "finals" | "heats" | "races" | "runners" | "sprinters" | "champions" | "medals" | "times"
    );
    // "downloaded 50m times" counts in millions, "the 50m times" are of a race.
    let lead = millions.first.checked_sub(1).map_or("", |lead| text.lower(lead));
    let raced = text.lower(end) != "times" || matches!(lead, "the" | "his" | "her" | "their" | "best" | "fastest");
    if track && hurdles && raced {
        return false;
    }
    match text.lower(end) {
        "of" => count::partitive(text, end + 1).is_some() && !matches!(text.lower(end + 1), "the" | "a"),
        "people" => true,
        _ => count::after(text, end, false).is_some(),
    }
}

/// What follows a number: its unit, one past it, and the number with a second part added.
pub(super) fn tail(text: &Text<'_>, numeral: Numeral) -> (Tail, usize, Numeral) {
    let at = numeral.end;
    // "half a mile", "a third of a mile", "half of one per cent".
    let at = if numeral.fraction { past_article(text, at) } else { at };
    let large = numeral.style.scale > 0 || numeral.value >= Exact::whole(10_000);
    if let Some((percentage, end)) = percent::read(text, at) {
        return (Tail::Percentage(percentage), end, numeral);
    }
    if let Some((currency, numeral, end)) = scaled_money(text, at, &numeral).or_else(|| coins(text, at, &numeral)) {
        return (Tail::Money(currency), end, numeral);
    }
    // "sold a quarter-pound burger"
    let weighed = numeral.fraction && text.word(at) == "-" && text.lower(at + 1) == "pound";
    if let Some((currency, end)) = currency::after(text, at, large).filter(|_| !weighed) {
        return cents(text, currency, end, numeral);
    }
    let hyphen = usize::from(matches!(text.word(at), "-" | "‑") && text.glued(at) && text.glued(at + 1));
    let word = text.lower(at + hyphen);
    let clock = word.len() > 1 || text.glued(at);
    let time = units::period(word).is_some()
        || matches!(
            word,
            "mins"
                | "secs"
                | "hrs"
                | "centuries"
                | "fortnights"
                | "weekends"
                | "yrs"
                | "mth"
                | "wk"
                | "wks"
                | "quarters"
        );
    // "two second-half goals" last no seconds.
    let joined = hyphen == 0 && word == "second" && text.word(at + 1) == "-" && text.glued(at + 1);
    if text.kind(at + hyphen) == TokenKind::Word && time && clock && word != "m" && !joined {
        return (Tail::Time, at + hyphen + 1, numeral);
    }
    if let Some(mut measured) = measure::read(text, at, &numeral) {
        let mut numeral = numeral;
        if let Some(whole) = measure::with_parts(text, numeral.value, &measured) {
            numeral.value = whole.value;
            numeral.style.decimals = whole.decimals;
            (measured.unit, measured.end) = (whole.unit, whole.end);
        }
        if let Some(end) = measure::below_zero(text, measured.end).filter(|_| measured.is_degrees()) {
            numeral.value = below(numeral.value);
            measured.end = end;
        }
        let end = measured.end;
        return (Tail::Unit(measured), end, numeral);
    }
    // "20 below zero".
    if let Some((end, unit)) = measure::below_zero(text, at).zip(units::by_symbol("°")) {
        let numeral = Numeral { value: below(numeral.value), ..numeral };
        let span = text.span(at, end - 1);
        return (Tail::Unit(Measured { unit: Arc::clone(unit), span, end }), end, numeral);
    }
    let end = numeral.end;
    (Tail::Bare, end, numeral)
}

/// The value of so many degrees below zero, whether or not it has its sign already.
fn below(value: Exact) -> Exact {
    if value > Exact::ZERO { value.negated() } else { value }
}

/// "five nickels", "ten dimes": coins are told by what they are worth.
fn coins(text: &Text<'_>, at: usize, numeral: &Numeral) -> Option<(Currency, Numeral, usize)> {
    let (key, worth, end) = currency::coin(text, at)?;
    let value = numeral.value.times(worth)?;
    let style = Style { decimals: 2, scale: 0, ..numeral.style };
    let certainty = Certainty::Weak;
    (!numeral.fraction && numeral.value.is_whole())
        .then(|| (Currency::whole(key), Numeral { value, style, certainty, ..*numeral }, end))
}

/// "120 MEUR", "75 USD million", "ten grand": the power of ten in the currency or after it.
fn scaled_money(text: &Text<'_>, at: usize, numeral: &Numeral) -> Option<(Currency, Numeral, usize)> {
    let (currency, power, end) = match currency::grand(text, at) {
        Some(end) => (Currency::whole(""), 3, end),
        None => currency::with_scale(text, at)?,
    };
    let value = numeral.value.times(Exact::power_of_ten(i32::from(power))?)?;
    let style = Style { scale: power, ..numeral.style };
    (numeral.style.scale == 0 && !numeral.fraction).then_some((currency, Numeral { value, style, ..*numeral }, end))
}

/// "eleven dollars and thirty-five cents", "15 dollars 50".
fn cents(text: &Text<'_>, currency: Currency, end: usize, mut numeral: Numeral) -> (Tail, usize, Numeral) {
    if let Some((value, past)) = shillings(text, currency, end, &numeral) {
        numeral.value = value;
        return (Tail::Money(currency), past, numeral);
    }
    let next = if matches!(text.lower(end), "and" | ",") { end + 1 } else { end };
    if currency.cent.is_none()
        && numeral.style.scale == 0
        && let Some(small) =
            numeral::read(text, next).filter(|small| small.value < Exact::whole(100) && small.value.is_whole())
        && let Some(past) = past_cents(text, currency, &small, next, end)
        && let Some(value) = small.value.over(Exact::whole(100)).and_then(|part| numeral.value.plus(part))
    {
        numeral.value = value;
        return (Tail::Money(currency), past, numeral);
    }
    (Tail::Money(currency), end, numeral)
}

/// "£2 10s", "£3 12s 6d": pounds with twentieths and their twelfths, as they were before 1971.
fn shillings(text: &Text<'_>, currency: Currency, end: usize, numeral: &Numeral) -> Option<(Exact, usize)> {
    let part = |at: usize, letter: &str, most: u8| {
        let hangs = text.word(at + 1) == letter && text.glued(at + 1) && text.kind(at) == TokenKind::Number;
        text.word(at).parse::<u8>().ok().filter(|number| hangs && *number < most).map(i128::from)
    };
    if currency.key != "GBP" || currency.cent.is_some() || !numeral.value.is_whole() || text.glued(end) {
        return None;
    }
    let twentieths = part(end, "s", 20)?;
    let value = numeral.value.plus(Exact::fraction(twentieths, 20)?)?;
    match part(end + 2, "d", 12) {
        Some(pence) => Some((value.plus(Exact::fraction(pence, 240)?)?, end + 4)),
        None => Some((value, end + 2)),
    }
}

/// One past the hundredths of a sum, "43 cents" or a bare "43" that ends the clause.
fn past_cents(text: &Text<'_>, currency: Currency, small: &Numeral, next: usize, end: usize) -> Option<usize> {
    if let Some((part, past)) = currency::after(text, small.end, false) {
        return currency.has_part(part).then_some(past);
    }
    let stops =
        text.kind(small.end) == TokenKind::Mark && matches!(text.word(small.end), "" | "." | "," | ";" | "?" | "!");
    let stops = stops || text.lower(small.end) == "more" && !lexicon::is_plural(text.lower(small.end + 1));
    // "three dollars and fifty" is a sum, "$3 and 50" are two numbers.
    let joined = match text.lower(end) {
        "and" => small.style.words || text.word(end - 1).len() > 3,
        "," => false,
        _ => next == end && text.kind(end - 1) == TokenKind::Word,
    };
    (stops && joined && small.value >= Exact::whole(10)).then_some(small.end)
}

/// The token after "of a", "a" or "an" that goes between a fraction and its unit.
fn past_article(text: &Text<'_>, at: usize) -> usize {
    let of = usize::from(text.lower(at) == "of");
    match text.lower(at + of) {
        "a" | "an" | "one" => at + of + 1,
        "1" if of == 1 && percent::read(text, at + 2).is_some() => at + 2,
        _ => at,
    }
}

/// Where the second number of a range begins, if one does at the token `at`: past its currency mark.
pub(super) fn second(text: &Text<'_>, at: usize, floor: usize) -> Option<Side> {
    for start in at..at + 4 {
        if numeral::read(text, start).is_some() {
            let side = read(text, start, floor)?;
            return (side.first == at).then_some(side);
        }
        let mark = text.kind(start) == TokenKind::Mark || text.word(start).chars().all(char::is_uppercase);
        if !mark || lexemes::lexeme(text.lower(start)).is_some() {
            return None;
        }
    }
    None
}
