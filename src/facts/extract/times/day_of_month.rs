//! The day of the month as written, and the month behind it: `14`, `14th`, "the twenty-first of May", "13-15 July".

use super::calendar::Parts;
use super::words::{self, Word, is, is_dash, is_glued};
use super::{listed, year};
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// "14 May", "14th of May", "14-May", "13-15 July", "13 and 14 July".
pub(super) fn day_first(text: &Text<'_>, at: usize) -> Option<Parts> {
    let (day, span, end) = day_of_month(text, at)?;
    if let Some((month, after)) = month_after_day(text, end) {
        return Some(Parts { day: Some((day, span)), month: Some(month), end: after, ..Parts::default() });
    }
    if let Some((month, year)) = listed::month_behind(text, end, day) {
        return Some(Parts { day: Some((day, span)), month: Some(month), year, end, ..Parts::default() });
    }
    let joined = is_dash(text, end)
        || is_night(text, day, end)
        || matches!(text.lower(end), "to" | "and" | "until" | "till" | "through");
    if !joined {
        return None;
    }
    // "the 13th to the 15th of July"
    let article = usize::from(is(text, end + 1, "the"));
    let (second, second_span, after) = day_of_month(text, end + 1 + article)?;
    let (month, after) = month_after_day(text, after)?;
    (second > day).then(|| Parts {
        day: Some((day, span)),
        until: Some(((second, second_span), end + 1)),
        month: Some(month),
        end: after,
        ..Parts::default()
    })
}

pub(super) fn month_after_day(text: &Text<'_>, at: usize) -> Option<(u8, usize)> {
    let mut month = at;
    if is(text, month, "day") {
        month += 1;
    }
    if is(text, month, "of") {
        if let Some(Word::Month(number, _)) = words::of(text, month + 1) {
            return Some((number, words::month(text, month + 1).map_or(month + 2, |(_, _, after)| after)));
        }
        return None;
    }
    let joined = is_dash(text, month) && text.glued(month) && text.glued(month + 1) || is_slashed(text, month);
    // "16. November 2016", as the continent writes it
    let pointed = is_glued(text, month, ".")
        && words::month(text, month + 1).is_some_and(|(.., after)| year::digits(text, after).is_some());
    month += usize::from(joined || pointed);
    words::month(text, month).map(|(month, _, after)| (month, after))
}

/// The slash of `21/Apr/2014`.
fn is_slashed(text: &Text<'_>, at: usize) -> bool {
    let after = words::month(text, at + 1).map_or(at, |(_, _, after)| after);
    is_glued(text, at, "/")
        && text.glued(at + 1)
        && is_glued(text, after, "/")
        && year::digits(text, after + 1).is_some()
}

/// Whether a number after a month can only be a day, however large: "August 32, 2019", "on July 52.", "the May 32 vote".
fn is_day_for_certain(text: &Text<'_>, at: usize, day: u8) -> bool {
    let year = at + 1 + usize::from(text.word(at + 1) == ",");
    let four = text.word(year);
    if text.kind(year) == TokenKind::Number && four.len() == 4 && (four.starts_with("19") || four.starts_with("20")) {
        return true;
    }
    let month = at.saturating_sub(1 + usize::from(text.word(at.wrapping_sub(1)) == "."));
    let mut lead = month.wrapping_sub(1);
    if text.word(lead) == "," {
        lead = lead.wrapping_sub(1);
    }
    let opener = text.lower(lead);
    // "the May 32 talks"
    let owned = matches!(opener, "the" | "a" | "an" | "this" | "his" | "her" | "its" | "their");
    if words::month(text, month).is_none() || text.glued(at) || !owned && is_counted(text, at + 1) {
        return false;
    }
    let closes = matches!(text.word(at + 1), "." | "," | ";" | ")");
    if words::weekday(text, lead).is_some() || opener == "on" && closes {
        return true;
    }
    if opener == "since" {
        return closes && day < 40;
    }
    // Nobody writes of 1932 as "May 32" today; "in July 62" is a year.
    day < 40 && !matches!(opener, "in" | "during" | "may" | "and") && !is_of_class(text, lead)
}

/// "on 32 May", "the 32 July hearing": a number right before a month that can only be a day.
fn is_before_month(text: &Text<'_>, at: usize, day: u8) -> bool {
    let Some((.., after)) = words::month(text, at + 1) else { return false };
    let lead = at.wrapping_sub(1);
    let dated = words::weekday(text, lead).is_some()
        || matches!(
            text.lower(lead),
            "on" | "by"
                | "until"
                | "till"
                | "before"
                | "after"
                | "since"
                | "from"
                | "for"
                | "dated"
                | "the"
                | "his"
                | "her"
                | "its"
        );
    let is_name = |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower);
    // "the 32 May Day marches"
    let named = text.kind(after) == TokenKind::Word && is_name(after);
    dated && day < 40 && is_name(at + 1) && !named && !is_counted(text, after)
}

/// "the class of June 32"
fn is_of_class(text: &Text<'_>, of: usize) -> bool {
    let noun = of.checked_sub(1).map_or("", |at| text.lower(at));
    is(text, of, "of") && matches!(noun, "class" | "model" | "generation" | "crop" | "summer" | "vintage")
}

/// Whether a number counts what follows: "by May 32 states had signed", "in March 32 wooden boats".
fn is_counted(text: &Text<'_>, from: usize) -> bool {
    const GRAMMAR: Classes = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY);
    let names = |at: usize| {
        let lower = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
        lower && !lexicon::usual_class(text.lower(at)).has_any(GRAMMAR)
    };
    (from..from + 3).take_while(|&at| names(at)).any(|at| {
        let word = text.lower(at);
        AMOUNTS.contains(&word) || lexicon::is_plural(word) && !NO_PLURALS.contains(&word)
    }) || text.kind(from) == TokenKind::Number
        || matches!(text.word(from), "/" | "%" | ":")
        // "March 32-10", but "on March 32 – that is"
        || matches!(text.word(from), "-" | "–" | "—") && (text.glued(from) || text.kind(from + 1) == TokenKind::Number)
}

/// A day of the month: `14`, `14th`, "fourteenth", "twenty-first"; its token run's end.
pub(super) fn day_of_month(text: &Text<'_>, at: usize) -> Option<(u8, Span, usize)> {
    match text.kind(at) {
        TokenKind::Number => {
            let word = text.word(at);
            let day = word.parse::<u8>().ok().filter(|day| word.len() <= 2 && *day > 0)?;
            let after = at + 1;
            if day > 31 && !is_day_for_certain(text, at, day) && !is_before_month(text, at, day) {
                return None;
            }
            if !text.glued(after) {
                return Some((day, text.span(at, at), after));
            }
            let suffix = matches!(text.lower(after), "st" | "nd" | "rd" | "th");
            let blocked = match text.kind(after) {
                // "14april 2015"
                TokenKind::Word => !suffix && words::month(text, after).is_none(),
                TokenKind::Mark => {
                    let clock = text.kind(after + 1) == TokenKind::Number && text.glued(after + 1);
                    matches!(text.word(after), "%" | "°" | "$")
                        || is(text, after, ":") && clock
                        || matches!(text.word(after), "/")
                            && text.kind(after + 1) == TokenKind::Number
                            && !is_night(text, day, after)
                }
                TokenKind::Number => true,
                TokenKind::Possessive => false,
            };
            (!blocked).then(|| (day, text.span(at, at), after + usize::from(suffix)))
        }
        TokenKind::Word => match words::of(text, at)? {
            Word::Ordinal(day) if day <= 31 => Some((day, text.span(at, at), at + 1)),
            Word::Tens(tens) => {
                let ones = at + 1 + usize::from(is_dash(text, at + 1));
                match words::of(text, ones)? {
                    Word::Ordinal(ones_of) if ones_of < 10 && tens + ones_of <= 31 => {
                        Some((tens + ones_of, text.span(at, ones), ones + 1))
                    }
                    _ => None,
                }
            }
            _ => None,
        },
        TokenKind::Possessive | TokenKind::Mark => None,
    }
}

/// Whether the slash after a day is followed by the next day and no more: "the night of June 3/4", "20/21 May".
pub(super) fn is_night(text: &Text<'_>, day: u8, slash: usize) -> bool {
    let next = text.word(slash + 1).parse::<u8>().ok();
    let more = text.glued(slash + 2) && !matches!(text.word(slash + 2), "." | "," | ";" | ":" | ")");
    // "In March 3/4 of the crop was lost."
    let part = is(text, slash + 2, "of") && words::month(text, slash + 3).is_none();
    is_glued(text, slash, "/") && text.glued(slash + 1) && next == Some(day + 1) && !more && !part
}

/// Whether the number before `after` counts or measures: "In May 14 people", "March 5 per cent".
pub(super) fn is_amount(text: &Text<'_>, after: usize, month: usize) -> bool {
    let next = text.lower(after);
    if text.glued(after) {
        return matches!(next, "%");
    }
    let lower = text.token(after).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
    lower
        && (AMOUNTS.contains(&next)
            || matches!(words::before(text, month), "in" | "since")
                && next.ends_with('s')
                && next.len() > 3
                && !NO_PLURALS.contains(&next))
}

/// What a number after a month can be of.
const AMOUNTS: &[&str] = &[
    "per",
    "percent",
    "percentage",
    "million",
    "billion",
    "trillion",
    "thousand",
    "hundred",
    "people",
    "men",
    "women",
    "children",
    "police",
    "points",
    "miles",
    "km",
    "members",
];

/// Words in "-s" that are no plural.
const NO_PLURALS: &[&str] = &["was", "has", "this", "across", "is", "as", "its", "his", "plus", "versus", "unless"];
