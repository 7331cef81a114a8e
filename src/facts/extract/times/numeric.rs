//! Dates in digits alone, and the order of their day and month.

use super::calendar::{Parts, days_in};
use super::day_of_month::day_of_month;
use super::weekday::weekday_in_brackets;
use super::words::{self, is, is_dash};
use super::{Day, Item, Reader, What, timex, year};
use crate::facts::date::{DateRange, Precision, Weekday};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use jiff::civil::Date;

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The order of day and month that the article keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    /// Nobody asked yet.
    Unseen,
    /// The order, where the article shows one.
    Seen(Option<Order>),
}

impl Reader<'_> {
    /// A date in digits alone: `2016-12-29`, `31/10/2014`, `10.12.2019`.
    pub(super) fn numeric(&mut self, at: usize, weekday: Option<(Weekday, Span)>) -> Option<Item> {
        let text = self.text;
        if text.kind(at) != TokenKind::Number {
            return None;
        }
        let word = text.word(at);
        let (numbers, end) = if word.contains('.') {
            (dotted(word)?, at + 1)
        } else {
            // "3/4/2019-3/9/2019": the second is glued to the first.
            let second = is_dash(text, at.wrapping_sub(1)) && self.floor + 1 == at;
            match separated(text, at, second) {
                Some(separated) => separated,
                None => return self.month_and_year(at).or_else(|| self.yearless(at, weekday)),
            }
        };
        let ranged = is(text, at + 1, "/") && is_dash(text, end) && separated(text, end + 1, true).is_some();
        if text.glued(end)
            && (is(text, end, "/") || is_dash(text, end) && text.kind(end + 1) == TokenKind::Number && !ranged)
        {
            return None;
        }
        let [first, second, third] = numbers;
        let mut parts = Parts { weekday, end, ..Parts::default() };
        if let Some((weekday, span, end)) = weekday_in_brackets(text, end) {
            parts.weekday = Some((weekday, span));
            parts.end = end;
        }
        if first.1 == 4 {
            let (month, day) = (u8::try_from(second.0).ok()?, u8::try_from(third.0).ok()?);
            if third.1 > 2 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
                return None;
            }
            parts.year = Some(year::plausible(first.0)?);
            parts.month = Some(month);
            let span = if end == at + 1 { text.span(at, at) } else { text.span(end - 1, end - 1) };
            return self.day_or_bad(at, parts, day, span);
        }
        let year = match third.1 {
            4 => year::plausible(third.0)?,
            2 if third.0 < 100 => {
                // Records of a team are written so with hyphens: "20-15-10".
                let led = weekday.is_some() || matches!(words::before(text, at), "on" | "dated" | "since" | "until");
                let slashed = is(text, at + 1, "/") && third.1 == 2 && text.kind(end) != TokenKind::Word;
                if !led && !slashed {
                    return None;
                }
                year::of_two_digits(third.0, self.published)
            }
            _ => return None,
        };
        parts.year = Some(year);
        let whole = end == at + 1;
        let spans = if whole { [text.span(at, at); 2] } else { [text.span(at, at), text.span(at + 2, at + 2)] };
        self.either_order(at, parts, [(first.0, spans[0]), (second.0, spans[1])], third.1)
    }

    /// `11/2016`, `2016/11`, `2016-11`: a month and its year in digits.
    fn month_and_year(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let (mark, end) = (text.word(at + 1), at + 3);
        // Nothing but a month stands before its year with a slash and spaces.
        let glued = mark == "/" || mark == "-" && text.glued(at + 1) && text.glued(at + 2);
        if !glued || text.glued(at) && !matches!(text.word(at.wrapping_sub(1)), "(" | "[") {
            return None;
        }
        let free = !text.glued(end)
            || text.kind(end) == TokenKind::Mark && !matches!(text.word(end), "/" | "-" | "–" | "%" | ":" | "°");
        let (first, second) = (text.word(at), text.word(at + 2));
        let (year, month) = match (first.len(), second.len()) {
            (4, 1 | 2) => (first, second),
            (1 | 2, 4) => (second, first),
            _ => return None,
        };
        let year: i16 = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let month: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        // "2001-09" and "2007-9" are the years to 2009, "2010/11" is a season of sports or taxes.
        let century = if second.len() == 2 { 100 } else { 10 };
        let years = first.len() == 4 && i16::from(month) > year % century;
        if !free || years || text.kind(at + 2) != TokenKind::Number {
            return None;
        }
        let day = Day {
            value: DateRange::month(year, month.cast_signed()),
            timex: timex::month(Some(year), month),
            precision: Precision::Month,
            explicit: true,
            ..Day::default()
        };
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "on 7/26": a month and a day in digits.
    fn yearless(&mut self, at: usize, weekday: Option<(Weekday, Span)>) -> Option<Item> {
        let text = self.text;
        let end = at + 3;
        let ends_stretch = self.floor + 1 == at && is_dash(text, at.wrapping_sub(1)) && self.ends_date(at);
        let glued = words::is_glued(text, at + 1, "/") && text.glued(at + 2) && (!text.glued(at) || ends_stretch);
        let opens_stretch = matches!(words::before(text, at), "from" | "between") && is_slashed_stretch(text, end);
        let closes_stretch = ends_stretch
            || self.floor + 1 == at
                && matches!(words::before(text, at), "to" | "until" | "till" | "through" | "and")
                && self.ends_date(at);
        let beside = weekday_in_brackets(text, end);
        // "06/06, 2015"
        let written = year::digits(text, end + 1).filter(|_| is(text, end, ",")).filter(|year| *year > 1900);
        let led = weekday.is_some()
            || written.is_some()
            || beside.is_some()
            || opens_stretch
            || closes_stretch
            || matches!(words::before(text, at), "on" | "since" | "until" | "before" | "by" | "dated");
        let free = !text.glued(end)
            || beside.is_some()
            || opens_stretch
            || matches!(text.word(end), "," | "." | ")" | ";" | "?" | "!" | ":");
        if !(glued && led && free) {
            return None;
        }
        let number = |at: usize| {
            let word = text.word(at);
            word.parse::<u8>().ok().filter(|n| word.len() <= 2 && (1..=31).contains(n)).map(|n| (n, text.span(at, at)))
        };
        let (first, second) = (number(at)?, number(at + 2)?);
        // "9/11" is the name of what happened.
        if (first.0, second.0) == (9, 11) {
            return None;
        }
        let by_weekday = weekday.and_then(|(weekday, _)| self.order_by_weekday(weekday, first.0, second.0));
        let order = by_weekday.or_else(|| self.order());
        let day_first = second.0 <= 12 && (first.0 > 12 || order == Some(Order::DayFirst));
        let ((day, span), (month, _)) = if day_first { (first, second) } else { (second, first) };
        if month > 12 || day > days_in(month, None) {
            return None;
        }
        let end = beside.map_or(end + 2 * usize::from(written.is_some()), |(_, _, after)| after);
        let weekday = weekday.or_else(|| beside.map(|(weekday, span, _)| (weekday, span)));
        let parts =
            Parts { weekday, day: Some((day, span)), month: Some(month), year: written, end, ..Parts::default() };
        let item = self.day_or_bad(at, parts, day, span)?;
        // With its weekday beside it, a month and a day of which one can be no month are a date.
        let certainty = if weekday.is_some() && day > 12 { Certainty::Likely } else { Certainty::Weak };
        Some(Item { certainty, ..item })
    }

    /// The order of a day and month beside their weekday, where it fits one of the two alone in the years around.
    fn order_by_weekday(&self, weekday: Weekday, first: u8, second: u8) -> Option<Order> {
        let year = self.published?.year();
        let fits = |month: u8, day: u8| {
            let date = |year| Date::new(year, month.cast_signed(), day.cast_signed()).ok();
            date(year).is_some_and(|date| date.weekday() == weekday)
        };
        match (fits(second, first), fits(first, second)) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            (true, true) | (false, false) => None,
        }
    }

    /// Whether the last date ends one token before this, so that a word or dash joins the two.
    fn ends_date(&self, at: usize) -> bool {
        self.last_date.is_some_and(|(.., end)| end + 1 == at)
    }

    /// Reads two numbers of which one is the day and one the month.
    fn either_order(&mut self, at: usize, mut parts: Parts, two: [(u16, Span); 2], digits: usize) -> Option<Item> {
        let [(first, first_span), (second, second_span)] = two;
        let fits = |n: u16| (1..=12).contains(&n);
        let order = match (fits(first), fits(second)) {
            (true, true) if first == second => Order::MonthFirst,
            (true, true) => return self.ambiguous(at, parts, two),
            (true, false) => Order::MonthFirst,
            (false, true) => Order::DayFirst,
            (false, false) => return None,
        };
        let ((day, span), month) = match order {
            Order::DayFirst => ((first, first_span), second),
            Order::MonthFirst => ((second, second_span), first),
        };
        let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
        if !(1..=31).contains(&day) || digits == 2 && day > days_in(month, parts.year) {
            return None;
        }
        parts.month = Some(month);
        self.day_or_bad(at, parts, day, span)
    }

    /// Both readings of `5/4/2014`, of which the article's habit says the likelier.
    fn ambiguous(&mut self, at: usize, parts: Parts, two: [(u16, Span); 2]) -> Option<Item> {
        let [(first, first_span), (second, second_span)] = two;
        let year = parts.year?;
        let (a, b) = (first.cast_signed(), second.cast_signed());
        let day_first = Date::new(year, b as i8, a as i8).ok()?;
        let month_first = Date::new(year, a as i8, b as i8).ok()?;
        let weekday = parts.weekday.map(|(day, _)| day);
        // A weekday that fits one reading alone decides.
        let order = match (weekday == Some(day_first.weekday()), weekday == Some(month_first.weekday())) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            (true, true) | (false, false) => self.order(),
        };
        // Points are the continent's way, where the day comes first.
        let pointed = self.text.word(at).contains('.');
        let taken = order == Some(Order::DayFirst) || order.is_none() && pointed;
        let (likely, span) = if taken { (day_first, first_span) } else { (month_first, second_span) };
        let value = match order {
            Some(_) => DateRange::day(likely),
            None => DateRange {
                first: day_first.min(month_first),
                last: day_first.max(month_first),
                precision: Precision::Day,
            },
        };
        let day = Day {
            value: Some(value),
            timex: timex::date(likely),
            weekday: parts.weekday,
            number: Some((likely.day().unsigned_abs(), span)),
            explicit: true,
            ..Day::default()
        };
        let certainty = if weekday.is_none() && order.is_some() { Certainty::Likely } else { Certainty::Weak };
        Some(Item { first: at, end: parts.end, what: What::Date(day), certainty })
    }

    /// The order of day and month that the article's own dates show; worked out once.
    fn order(&mut self) -> Option<Order> {
        if self.order == Habit::Unseen {
            self.order = Habit::Seen(habit(self.text));
        }
        match self.order {
            Habit::Seen(order) => order,
            Habit::Unseen => None,
        }
    }
}

/// Whether another month and day follow in digits: "from 10/1 to 11/7", `10/1-11/7`.
fn is_slashed_stretch(text: &Text<'_>, end: usize) -> bool {
    let joined = is_dash(text, end) || matches!(text.lower(end), "to" | "until" | "till" | "through" | "and");
    let numbers = text.kind(end + 1) == TokenKind::Number && text.kind(end + 3) == TokenKind::Number;
    joined && numbers && words::is_glued(text, end + 2, "/") && text.glued(end + 3)
}

/// The order of day and month of the article's other dates: dates in digits that allow one order
/// only, then dates in words, then the currency.
fn habit(text: &Text<'_>) -> Option<Order> {
    let (mut day_first, mut month_first) = (0_u32, 0_u32);
    let (mut pounds, mut dollars) = (0_u32, 0_u32);
    for at in 0..text.tokens.len() {
        match text.kind(at) {
            TokenKind::Number => {
                if let Some(([first, second, third], _)) = separated(text, at, false)
                    && third.1 == 4
                {
                    day_first += 8 * u32::from(first.0 > 12 && first.0 <= 31 && second.0 <= 12);
                    month_first += 8 * u32::from(second.0 > 12 && second.0 <= 31 && first.0 <= 12);
                }
            }
            TokenKind::Word => {
                if let Some((_, _, after)) = words::month(text, at) {
                    month_first += u32::from(day_of_month(text, after).is_some());
                    day_first += u32::from(at > 0 && day_of_month(text, at - 1).is_some());
                }
            }
            TokenKind::Mark => {
                pounds += u32::from(is(text, at, "£") || is(text, at, "€"));
                dollars += u32::from(is(text, at, "$"));
            }
            TokenKind::Possessive => {}
        }
    }
    match (day_first.cmp(&month_first), pounds.cmp(&dollars)) {
        (std::cmp::Ordering::Greater, _) | (std::cmp::Ordering::Equal, std::cmp::Ordering::Greater) => {
            Some(Order::DayFirst)
        }
        (std::cmp::Ordering::Less, _) => Some(Order::MonthFirst),
        (std::cmp::Ordering::Equal, _) => None,
    }
}

/// Three numbers with hyphens or slashes: each with how many digits it has, and the token after;
/// `glued` where the first may follow a mark without space.
fn separated(text: &Text<'_>, at: usize, glued: bool) -> Option<([(u16, usize); 3], usize)> {
    let mark = text.word(at + 1);
    if !matches!(mark, "/" | "-" | "–" | "‑") || !text.glued(at + 1) || text.word(at + 3) != mark {
        return None;
    }
    if !(2..=4).all(|next| text.glued(at + next)) || text.glued(at) && !glued {
        return None;
    }
    let number = |at: usize| {
        let word = text.word(at);
        if text.kind(at) == TokenKind::Number && word.len() <= 4 {
            Some((word.parse().ok()?, word.len()))
        } else {
            None
        }
    };
    Some(([number(at)?, number(at + 2)?, number(at + 4)?], at + 5))
}

fn dotted(word: &str) -> Option<[(u16, usize); 3]> {
    let mut parts = word.split('.');
    let mut number = || {
        let part = parts.next()?;
        Some((part.parse::<u16>().ok()?, part.len()))
    };
    let numbers = [number()?, number()?, number()?];
    let [first, second, third] = numbers;
    let sized = first.1 <= 2 && second.1 <= 2 && third.1 == 4 || first.1 == 4 && second.1 == 2 && third.1 == 2;
    (parts.next().is_none() && sized).then_some(numbers)
}
