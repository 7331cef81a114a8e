//! Signs, endings and points that a figure has twice or cannot have: "92% percent", "$5 million dollars", "the 101th
//! floor", "12..5%", "3:75 p.m.", "$9,700,000 million", "6-foot-15"; and marks and Roman numerals that are as wrong.

use super::digits::{self, Digits};
use super::numeral::suffix;
use super::times::is_month;
use super::triggers::Trigger;
use super::{Reading, currency};
use crate::facts::exact::Exact;
use crate::facts::model::Malformed;
use crate::facts::names::{Certainty, MalformedKind};
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

pub(super) mod marks;
pub(super) mod roman;

/// A misprint: its first token, one past its last, and what is wrong with it.
type Misprint = (usize, usize, &'static str);

/// What is wrong with "$5 million dollars".
const CURRENCY_TWICE: &str = "the sign of a currency and its word again";

/// Words for currencies that no sign but their own stands before. "$" is the sign of pesos too.
const NAMES: &[&str] = &["dollars", "pounds", "euros", "yen", "rupees", "rubles", "roubles", "yuan", "francs"];

/// Words of scale, and the letters that stand for them right behind the digits.
const SCALES: &[&str] = &["million", "billion", "trillion"];
const SHORT_SCALES: &[&str] = &["m", "mn", "bn", "tn"];

/// Words before a place in an order: "the 101st floor".
const BEFORE_PLACE: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my", "on", "since", "in"];

/// The most that anybody weighs in stones.
const HEAVIEST: i128 = 60;

/// What is numbered by places.
#[rustfmt::skip] // Words, a dozen a line.
const NUMBERED: &[&str] = &[
    "century", "anniversary", "birthday", "floor", "district", "amendment", "minute", "day", "congressional", "lowest",
    "highest", "largest", "most", "straight", "consecutive", "grade", "grader", "hole", "season", "president", "game", "time",
    "place",
];

/// Finds the figures with such a misprint.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        let found = percent(text, at)
            .or_else(|| two_currencies(text, at))
            .or_else(|| coins(text, at))
            .or_else(|| scales(text, at))
            .or_else(|| ending(text, at))
            .or_else(|| points(text, at))
            .or_else(|| clock(text, at))
            .or_else(|| scaled(text, at))
            .or_else(|| parts(text, at))
            .map(|misprint| (MalformedKind::Misprint, misprint))
            .or_else(|| currency_twice(text, at).map(|misprint| (MalformedKind::Redundant, misprint)));
        let Some((kind, (first, end, fault))) = found else { continue };
        let at = reading.at(text.span(first, end - 1), Certainty::Likely);
        reading.facts.malformed.push(Malformed { at, kind, fault: fault.into() });
    }
    let marks = marks::read(reading).into_iter().map(|misprint| (MalformedKind::Marks, misprint));
    let romans = roman::read(reading).into_iter().map(|misprint| (MalformedKind::Misprint, misprint));
    for (kind, (first, end, fault)) in marks.chain(romans).collect::<Vec<_>>() {
        let at = reading.at(text.span(first, end - 1), Certainty::Likely);
        reading.facts.malformed.push(Malformed { at, kind, fault: fault.into() });
    }
    reading.facts.malformed.sort_by_key(|malformed| malformed.at.span);
}

/// "92% percent".
fn percent(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let end = match (text.word(at + 1), text.lower(at + 2), text.lower(at + 3)) {
        ("%", "percent", _) => at + 3,
        ("%", "per", "cent") => at + 4,
        _ => return None,
    };
    (text.glued(at + 1) && !text.glued(at + 2)).then_some((at, end, "a per cent sign and the word again"))
}

/// "$5 million dollars", "£20 pounds".
fn currency_twice(text: &Text<'_>, at: usize) -> Option<Misprint> {
    // A sign stands right before its number: most numbers are not looked at.
    if !text.glued(at) {
        return None;
    }
    let (sign, first) = currency::before(text, at, 0)?;
    let (word, end) = currency::after(text, at + 1 + usize::from(is_scale(text.lower(at + 1))), false)?;
    let glued = text.glued(end) && (text.kind(end) != TokenKind::Mark || text.word(end) == "-");
    // "-" joins a compound: "$5 dollars-worth".
    (!text.glued(first) && !text.glued(end - 1) && !glued && sign.is_called(word)).then_some((
        first,
        end,
        CURRENCY_TWICE,
    ))
}

/// "$5 million euros", "€50 million dollars".
fn two_currencies(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let last = at + 1 + usize::from(is_scale(text.lower(at + 1)));
    let named = *NAMES.iter().find(|name| **name == text.lower(last))?;
    let (sign, first) = currency::before(text, at, 0)?;
    let (word, end) = currency::after(text, last, false)?;
    let known = matches!(sign.key, "dollar" | "USD" | "GBP" | "EUR");
    // "-" joins a compound: "$5 dollars-worth".
    let whole = !text.glued(first)
        && text.glued(at)
        && !text.glued(last)
        && (!text.glued(end) || text.kind(end) == TokenKind::Mark && text.word(end) != "-");
    // "$3 pounds of apples" leaves out a word.
    let weighed = named == "pounds" && matches!(text.lower(end), "of" | "per" | "each" | "and" | "or" | "to");
    (known && whole && !weighed && !sign.is_called(word)).then_some((
        first,
        end,
        "the sign of one currency and the word for another",
    ))
}

/// "£45p": "£1.50p" is clumsy, and plain.
fn coins(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let first = at.checked_sub(1).filter(|_| text.glued(at))?;
    let coin = match text.word(first) {
        "£" => text.lower(at + 1) == "p",
        "$" => matches!(text.lower(at + 1), "c" | "¢"),
        "€" => text.lower(at + 1) == "c",
        _ => return None,
    };
    let ends = !text.glued(at + 2) || text.kind(at + 2) == TokenKind::Mark && text.word(at + 2) != "-";
    let whole = text.word(at).bytes().all(|byte| byte.is_ascii_digit());
    (coin && whole && ends && text.glued(at + 1) && !text.glued(first)).then_some((
        first,
        at + 2,
        "the sign of a currency and that of its coins",
    ))
}

/// Whether a word says how many thousands or millions a sum is of.
fn is_scale(lower: &str) -> bool {
    matches!(lower, "million" | "billion" | "trillion" | "thousand" | "hundred" | "m" | "bn")
}

/// "£75m billion", "$4 million billion".
fn scales(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let (first, next) = (text.lower(at + 1), text.lower(at + 2));
    let short = text.glued(at + 1) && SHORT_SCALES.contains(&first);
    let long = SCALES.contains(&first) && first != next;
    if !text.glued(at) || !(short || long) || !SCALES.contains(&next) || text.glued(at + 2) {
        return None;
    }
    let (_, paid) = currency::before(text, at, 0)?;
    Some((paid, at + 3, "two words of scale in one sum"))
}

/// "the 101th floor", "her 22th book": the letters of another number. "He lost 7st" is a weight.
fn ending(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let letters = text.lower(at + 1);
    let word = text.word(at);
    let plain =
        word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() < 4 || word.len() == 5 && word.contains(',');
    let opens = text.glued(at) && !matches!(text.word(at.wrapping_sub(1)), "“" | "\"" | "‘" | "(");
    if !plain || !text.glued(at + 1) || opens || !matches!(letters, "st" | "nd" | "rd" | "th") {
        return None;
    }
    let lead = at.checked_sub(1 + usize::from(text.glued(at)))?;
    let before = text.lower(lead);
    let usual = lexicon::usual_class(text.lower(at + 2));
    let placed = BEFORE_PLACE.contains(&before) || text.kind(lead) == TokenKind::Possessive;
    let noun = text.kind(at + 2) == TokenKind::Word
        && !text.glued(at + 2)
        && usual.has_any(Classes::NOUN.or(Classes::ADJECTIVE))
        || text.word(at + 2) == "-" && text.lower(at + 3) == "century";
    let value = Exact::parse(&word.replace(',', ""))?;
    let own = suffix(value)?;
    // "a 12st frame": no weight is so large, and no weight has a century.
    let weighs = letters == "st" && value <= Exact::whole(HEAVIEST) && !NUMBERED.contains(&text.lower(at + 2));
    // "October 17st", "the 17st of October"
    let dated = is_month(before) || text.lower(at + 2) == "of" && is_month(text.lower(at + 3));
    // "st" alone is a weight too, so that the words beside it have to tell.
    let ends = !text.glued(at + 2) || text.kind(at + 2) == TokenKind::Mark && text.word(at + 2) != "-";
    let century = text.lower(at + 2) == "century" || text.word(at + 2) == "-" && text.lower(at + 3) == "century";
    let told = dated || century || placed && noun || letters != "st" && ends;
    ((dated || century || !weighs) && told && own != letters).then_some((
        at,
        at + 2,
        "another ending than this number has",
    ))
}

/// "12..5%", "2.9.3 percent".
fn points(text: &Text<'_>, at: usize) -> Option<Misprint> {
    const FAULT: &str = "two points in one number";
    let paid = |end: usize| {
        text.word(end) == "%" && text.glued(end)
            || (matches!(text.lower(end), "percent" | "percentage") || SCALES.contains(&text.lower(end)))
                && !text.glued(end)
    };
    let split = text.word(at + 1) == "."
        && text.word(at + 2) == "."
        && (at + 1..at + 4).all(|at| text.glued(at))
        && text.kind(at + 3) == TokenKind::Number
        && paid(at + 4);
    if split {
        return Some((at, at + 4, FAULT));
    }
    let word = text.word(at);
    let twice = word.bytes().filter(|&byte| byte == b'.').count() == 2 && !word.contains(',');
    // "version 2.9.3 million" is no version: but "v2.9.3" hangs on its letter.
    let alone = || !text.glued(at) || currency::before(text, at, 0).is_some();
    (twice && paid(at + 1) && !is_grouped(word) && alone()).then_some((at, at + 1, FAULT))
}

/// "1.200.000": thousands as much of Europe parts them.
fn is_grouped(word: &str) -> bool {
    word.split('.').skip(1).all(|group| group.len() == 3)
}

/// "3:75 p.m."; hours are held against their half of the day with the limits.
fn clock(text: &Text<'_>, at: usize) -> Option<Misprint> {
    if text.glued(at) || text.word(at).len() > 2 {
        return None;
    }
    let hour: u32 = text.word(at).parse().ok()?;
    let half = |end: usize| matches!(text.lower(end), "a.m." | "p.m." | "a.m" | "p.m");
    if text.word(at + 1) == ":" && text.glued(at + 1) && text.glued(at + 2) && text.word(at + 2).len() == 2 {
        let minutes: u32 = text.word(at + 2).parse().ok()?;
        let told = half(at + 3) || matches!(text.lower(at + 3), "am" | "pm");
        return (told && hour <= 12 && minutes > 59).then_some((at, at + 4, "more minutes than an hour has"));
    }
    None
}

/// "$9,700,000 million".
fn scaled(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let word = text.word(at);
    let full = word.bytes().filter(|&byte| byte == b',').count() > 1
        && matches!(digits::read(word), Digits::Whole(plain) if plain.decimals == 0);
    (full && SCALES.contains(&text.lower(at + 1)) && !text.glued(at + 1)).then_some((
        at,
        at + 2,
        "all of its digits and a word of scale",
    ))
}

/// A unit, the smaller one that goes with it, and how many of those it has.
const PARTED: &[(&[&str], &[&str], u32, &str)] = &[
    (&["foot", "feet", "ft"], &["inch", "inches", "in", "ins"], 12, "more inches than a foot has"),
    (&["pound", "pounds", "lb", "lbs"], &["ounce", "ounces", "oz"], 16, "more ounces than a pound has"),
    (&["stone", "st"], &["pound", "pounds", "lb", "lbs"], 14, "more pounds than a stone has"),
];

/// Nobody is taller, in feet: a bare number behind a larger figure is no inches.
const TALLEST: u32 = 8;

/// "6-foot-15", "5 feet, 15 inches", "7lb 18oz", "12st 15lb".
fn parts(text: &Text<'_>, at: usize) -> Option<Misprint> {
    let whole = |at: usize| text.word(at).parse::<u32>().ok().filter(|_| text.kind(at) == TokenKind::Number);
    let first = whole(at)?;
    let unit = at + 1 + usize::from(text.word(at + 1) == "-");
    let (_, smaller, most, fault) = PARTED.iter().find(|(larger, ..)| larger.contains(&text.lower(unit)))?;
    let point = usize::from(text.word(unit + 1) == "." && text.glued(unit + 1));
    let joined = matches!(text.lower(unit + 1 + point), "-" | "," | "and");
    let next = unit + 1 + point + usize::from(joined);
    whole(next).filter(|second| (*most..100).contains(second))?;
    let end = next + 1 + usize::from(text.word(next + 1) == "-");
    if smaller.contains(&text.lower(end)) {
        // "cut boards of 5 feet, 15 inches and 20 inches"
        let goes_on = matches!(text.lower(end + 1), "and" | "or" | ",") && text.kind(end + 2) == TokenKind::Number;
        return (text.word(next - 1) != "," || !goes_on).then_some((at, end + 1, fault));
    }
    // "an 8-foot-15 metres pool" is nobody's height.
    let bare = units::by_word(text.lower(next + 1)).is_none()
        && *most == 12
        && text.word(unit + 1) == "-"
        && text.glued(next)
        && (4..=TALLEST).contains(&first);
    let closed = !text.glued(next + 1) || text.kind(next + 1) == TokenKind::Mark && text.word(next + 1) != "-";
    (bare && closed).then_some((at, next + 1, fault))
}
