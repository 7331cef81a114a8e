//! Numbers whose digits are grouped wrongly: "6,5000,000", "$274,00", "the 21,40 schools".

use super::digits::{self, Digits};
use super::times::{HOUR_LEADS, is_month};
use super::{Reading, currency, hedge, percent};
use crate::facts::model::Malformed;
use crate::facts::names::{Certainty, MalformedKind};
use crate::facts::units;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};

/// What is wrong with "21,40" where it counts.
const TWO_DIGITS: &str = "a group of two digits after the comma";

/// What is wrong with "in 20224".
const LONG_YEAR: &str = "a year of five digits";

/// "filed in 20224 are pending": five digits that end a time, with one too many for a year of our days. Numbers so
/// large have a comma in English, unless they are postal codes.
fn is_long_year(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let digits = word.len() == 5 && word.starts_with("20") && !word.ends_with("000");
    if !digits || text.glued(at) || text.glued(at + 1) && text.kind(at + 1) != TokenKind::Mark {
        return false;
    }
    let led = matches!(text.lower(at.wrapping_sub(1)), "in" | "since" | "until" | "during" | "by");
    let told = text.lower(at.wrapping_sub(2));
    let happened = lexicon::verb_form(told).has(VerbForms::PARTICIPLE) || lexicon::verb_form(told).has(VerbForms::PAST);
    let goes_on = matches!(
        text.lower(at + 1),
        "," | "." | "and" | "or" | "is" | "are" | "was" | "were" | "to" | "for" | "after" | "when" | "with" | "at" | ""
    );
    led && happened && goes_on && !matches!(told, "lived" | "lives" | "located" | "based" | "found" | "living")
}

/// Notes a malformed number at the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let token = text.word(at);
    if !token.contains(',') {
        if !is_long_year(text, at) {
            return None;
        }
        let place = reading.at(text.span(at, at), Certainty::Likely);
        let fact = Malformed { at: place, kind: MalformedKind::Year, fault: LONG_YEAR.into() };
        reading.facts.malformed.push(fact);
        return Some(at + 1);
    }
    let digits = digits::read(token);
    let two_behind = matches!(digits, Digits::Continental(_) | Digits::Notation) && is_two_behind(token);
    if !two_behind && !matches!(digits, Digits::Malformed(_)) {
        return None;
    }
    let currency = currency::before(text, at, floor);
    let pays = currency.as_ref().is_some_and(|(currency, _)| matches!(currency.key, "dollar" | "GBP" | "USD"));
    // "Rs 42,9000": nobody pays in ten-thousandths, but euros are changed in them.
    let four = token.split_once(',').is_some_and(|(_, last)| last.len() == 4);
    let pays = pays || four && currency.as_ref().is_some_and(|(currency, _)| currency.key != "EUR");
    let counts = currency.is_none() && counts(reading, at, floor);
    let fault = match digits {
        Digits::Malformed(fault) => fault,
        _ if counts || pays && (token.ends_with(",00") || parts_thousands(reading)) => TWO_DIGITS,
        _ => return None,
    };
    let led =
        text.glued(at) && currency.is_none() && !matches!(text.word(at.wrapping_sub(1)), "(" | "“" | "\"" | "—" | "–");
    let joined = text.glued(at + 1)
        && (matches!(text.word(at + 1), "-" | "/" | "_") || text.word(at + 1) == ":" && text.glued(at + 2));
    let hangs = led || joined && currency.is_none() && !(is_joined(text, at) && counts);
    let groups = token.bytes().filter(|&byte| byte == b',').count();
    // One comma may be a list without its space, or the decimal comma of much of Europe.
    let certainty = match groups {
        _ if hangs => return Some(at + 1),
        1 if pays || counts => Certainty::Likely,
        1 => return Some(at + 1),
        _ => Certainty::Sure,
    };
    let first = currency.map_or(at, |(_, first)| first);
    let place = reading.at(text.span(first, at), certainty);
    let fact = Malformed { at: place, kind: MalformedKind::Grouping, fault: fault.into() };
    reading.facts.malformed.push(fact);
    Some(at + 1)
}

/// "21,40", "4000,00", and not "2011,12", which may be a list without its space.
fn is_two_behind(token: &str) -> bool {
    let Some((first, last)) = token.split_once(',') else { return false };
    let years = first.len() == 4 && (first.starts_with('1') || first.starts_with("20")) && last != "00";
    last.len() == 2 && first.len() <= 6 && !years
}

/// "a 12,00-pound bull", "some 80,00-10,000 homes": a compound or a range that a number opens.
fn is_joined(text: &Text<'_>, at: usize) -> bool {
    let next = at + 2;
    let before = text.lower(at.wrapping_sub(1));
    let article = matches!(before, "a" | "an" | "the" | "its" | "their" | "some" | "about" | "one" | "new");
    let goes_on = match text.kind(next) {
        TokenKind::Word => text.token(next).is_some_and(|token| token.case == Case::Lower),
        TokenKind::Number => matches!(digits::read(text.word(next)), Digits::Whole(_)) && text.word(next).contains(','),
        TokenKind::Mark | TokenKind::Possessive => false,
    };
    text.word(at + 1) == "-" && text.glued(next) && article && goes_on
}

/// Whether the commas of the article's other numbers part thousands ("10,000"), and none stands before decimals.
fn parts_thousands(reading: &Reading<'_>) -> bool {
    *reading.commas.get_or_init(|| {
        let text = reading.text;
        let mut groups = false;
        let mut odd: Option<&str> = None;
        for at in (0..text.tokens.len()).filter(|&at| text.kind(at) == TokenKind::Number) {
            let word = text.word(at);
            let strays = match digits::read(word) {
                Digits::Whole(_) => {
                    groups |= word.contains(',') || is_decimal(text, at);
                    false
                }
                Digits::Continental(_) => true,
                Digits::Notation | Digits::Malformed(_) => is_two_behind(word),
            };
            // One may be the slip; two are what commas are for.
            if strays && *odd.get_or_insert(word) != word {
                return false;
            }
        }
        groups
    })
}

/// "2.5 percent", "1.2 million": a point before decimals.
fn is_decimal(text: &Text<'_>, at: usize) -> bool {
    let scaled = matches!(text.lower(at + 1), "%" | "percent" | "per" | "million" | "billion" | "trillion");
    scaled && text.word(at).contains('.')
}

/// Whether a number with one comma and no currency is surely one number: "200,0000", "600,00 masks".
///
/// "April 3,2017" is a date without its space, "2,50" the decimal comma of much of Europe, "lines
/// 21,40" a list.
fn counts(reading: &Reading<'_>, at: usize, floor: usize) -> bool {
    let text = reading.text;
    let Some((first, last)) = text.word(at).split_once(',') else { return false };
    let year = last.len() == 4 && last.parse().is_ok_and(|year: u16| (1500..2100).contains(&year));
    let led = hedge::before(text, at, floor).is_some();
    let hedged = led || is_told(text, at, floor);
    let more = matches!(text.lower(at + 1), "or") && matches!(text.lower(at + 2), "more" | "fewer" | "less" | "so");
    let counted = counted(text, at + 1 + 2 * usize::from(more));
    let plain = !is_measured(text, at + 1);
    match last.len() {
        // "more than 100,00 gallons".
        2 if first.len() == 3 && last == "00" && led => !is_paid(text, at + 1),
        2 if is_two(first, last, (led, hedged), counted) && plain => true,
        2 if is_joined(text, at) && (last == "00" || is_thing(text, at + 2)) && !is_timed(text, at + 2) => true,
        // "8,00 officers": nobody counts them in hundredths. "At 8,00 officers came" is an hour.
        2 if last == "00" && counted && plain && !HOUR_LEADS.contains(&text.lower(at.wrapping_sub(1))) => true,
        // "3,00 miles" in an article with "10,000 people", where no comma stands before decimals.
        2 => {
            let zeros = last == "00" && !is_hour(text, at);
            let long = units::by_word(text.lower(at + 1)).is_some();
            let told = counted && plain || (led || zeros) && !is_paid(text, at + 1) || is_joined(text, at) || long;
            told && parts_thousands(reading)
        }
        // "1,1285 dollars": a rate of exchange.
        4 if first.len() == 1 && is_paid(text, at + 1) => last.ends_with("000"),
        4 if year => (led || counted) && !is_dated(text, at),
        4 => led || last.ends_with("000") || counted && !text.glued(at + 1) || parts_thousands(reading),
        5 | 6 => counted,
        _ => false,
    }
}

/// Two digits after the comma where nothing but the words beside the number says what they are.
fn is_two(first: &str, last: &str, (led, hedged): (bool, bool), counted: bool) -> bool {
    match first.len() {
        // "more than 5,00 patients": nobody counts them in hundredths.
        1 => led && counted,
        _ if last == "00" => hedged || counted,
        _ => hedged && counted,
    }
}

/// "April 3,2017", "on 3,2017".
fn is_dated(text: &Text<'_>, at: usize) -> bool {
    let before = text.lower(at.wrapping_sub(1));
    is_month(before) || matches!(before, "on" | "of" | "until" | "from" | "since" | "by")
}

/// "at 18,00", "the 18,00 train": an hour as much of Europe writes it.
fn is_hour(text: &Text<'_>, at: usize) -> bool {
    let before = text.lower(at.wrapping_sub(1));
    let led = HOUR_LEADS.contains(&before) || matches!(before, "the" | "to" | "and");
    let hour = || text.word(at).split_once(',').and_then(|(hour, _)| hour.parse::<u32>().ok());
    led && hour().is_some_and(|hour| hour <= 24)
}

/// "a 2,00-metre bar", "a 10,00-second run": what is measured to the hundredth.
fn is_timed(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "metre" | "meter" | "second" | "minute" | "hour" | "euro" | "m")
}

/// "an 1,80-bed centre": a thing that is no unit, and that nobody counts in hundredths.
fn is_thing(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let unit =
        units::by_word(lower).is_some() || units::period(lower).is_some() || currency::after(text, at, true).is_some();
    !unit && lexicon::usual_class(lower).has(Classes::NOUN)
}

/// Words before a number that tell how many: "the 21,40 schools", "a mere 74,00".
fn is_told(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= floor).map_or("", |before| text.lower(before));
    let told =
        ["per", "the", "some", "all", "these", "those", "its", "their", "mere", "another", "only", "just", "totaling"];
    told.contains(&before) || before == "to" && matches!(text.lower(at.wrapping_sub(2)), "closer" | "close")
}

/// Whether a counted noun stands after the number, at most two words on: "N95 masks", "Americans".
fn counted(text: &Text<'_>, from: usize) -> bool {
    const GRAMMAR: Classes = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::AUXILIARY)
        .or(Classes::PRONOUN);
    for at in from..from + 6 {
        let lower = text.lower(at);
        let code = text.kind(at) == TokenKind::Number && at > from;
        // "long-term"
        if text.word(at) == "-" && at > from && text.glued(at) {
            continue;
        }
        if text.kind(at) != TokenKind::Word && !code || lexicon::classes(lower).has_any(GRAMMAR) {
            return false;
        }
        let name = text.token(at).is_some_and(|token| token.case != Case::Lower);
        if lower == "people" || lexicon::is_plural(lower) && (name || lexicon::classes(lower).has(Classes::NOUN)) {
            return true;
        }
    }
    false
}

/// Whether a unit, or what stands after decimals otherwise, follows: "12,50 metres", "18,00 hours".
fn is_measured(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    units::by_word(lower).is_some()
        || units::by_symbol(text.word(at)).is_some()
        || units::period(lower).is_some()
        || is_paid(text, at)
}

/// Whether a currency, a percentage or a scale word follows.
fn is_paid(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    text.glued(at) && text.kind(at) == TokenKind::Word
        || currency::after(text, at, true).is_some()
        || percent::read(text, at).is_some()
        || matches!(lower, "million" | "billion" | "trillion" | "thousand" | "points" | "times" | "gmt" | "uhr")
}
