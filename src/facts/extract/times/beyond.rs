//! Units of time that more follows: "40 years ago this month", "the next month or two", "the year to June".

use super::amount::Amount;
use super::anchor;
use super::away::{moved, unknown};
use super::words::{self, Unit, Which, Word, is, is_dash};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::extract::lone::or_two;
use crate::facts::interval::Interval;
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::text::TokenKind;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

impl Reader<'_> {
    /// "last Sunday week": the one before the last, as Ireland says it.
    pub(super) fn last_but_a_week(&self, first: usize, end: usize, weekday: Weekday) -> Option<Item> {
        let text = self.text;
        if !is(text, end, "week") || text.kind(end + 1) != TokenKind::Mark || is_dash(text, end + 1) {
            return None;
        }
        let date = self.published.map(|published| {
            let back = i32::from(weekday.until(published.weekday()));
            anchor::shifted(published, (if back == 0 { -14 } else { -7 - back }).days())
        });
        let timex = date.map_or_else(|| timex::weekday(weekday), timex::date);
        let weekday = Some((weekday, text.span(end - 1, end - 1)));
        let day = Day { value: date.map(DateRange::day), timex, weekday, relative: true, ..Day::default() };
        Some(Item { first, end: end + 1, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "100 years ago today", "40 years ago this month", "a week ago on Friday": reckoned from the time at the token.
    pub(super) fn ago_from(&self, first: usize, at: usize, unit: Unit, by: i32) -> Option<Item> {
        let text = self.text;
        let away = |day: Date| match unit {
            Unit::Day => day.checked_add(by.days()).ok(),
            Unit::Week => day.checked_add(by.weeks()).ok(),
            Unit::Fortnight => day.checked_add((by * 2).weeks()).ok(),
            Unit::Month => day.checked_add(by.months()).ok(),
            Unit::Year => day.checked_add(by.years()).ok(),
            Unit::Decade => day.checked_add((by * 10).years()).ok(),
            Unit::Century => day.checked_add((by * 100).years()).ok(),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Quarter => None,
        };
        let date = |end, day: Day| Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
        let on = at + usize::from(is(text, at, "on"));
        match (words::of(text, at), words::of(text, at + 1)) {
            (Some(Word::Near(days)), _) => {
                let day = self.published.and_then(|now| away(anchor::shifted(now, i32::from(days).days())));
                let timex = day.map_or_else(|| "XXXX-XX-XX".to_owned(), timex::date);
                date(at + 1, Day { value: day.map(DateRange::day), timex, relative: true, ..Day::default() })
            }
            (Some(Word::Which(Which::This)), Some(Word::Unit(of @ (Unit::Week | Unit::Month), false)))
                if of <= unit =>
            {
                let day = self.published.and_then(away).map_or_else(|| unknown(of, by), |day| moved(day, of, 0));
                date(at + 2, day)
            }
            _ => {
                let (weekday, _, end) =
                    words::weekday(text, on).filter(|(_, full, _)| *full && unit <= Unit::Fortnight)?;
                // The nearest to the day that lies so far back.
                let day = self.published.and_then(away).map(|day| {
                    let ahead = i32::from(day.weekday().until(weekday));
                    anchor::shifted(day, if ahead > 3 { ahead - 7 } else { ahead }.days())
                });
                let timex = day.map_or_else(|| timex::weekday(weekday), timex::date);
                let possessive = text.kind(end) == TokenKind::Possessive || text.kind(end) == TokenKind::Number;
                let value = day.map(DateRange::day);
                let span = text.span(on, on);
                let day = Day { value, timex, weekday: Some((weekday, span)), relative: true, ..Day::default() };
                date(end, day).filter(|_| !possessive)
            }
        }
    }

    /// "the next month or two", "the last week or so": a length, and no one month.
    pub(super) fn or_more(&self, at: usize, end: usize, which: Which, unit: Unit) -> Option<Item> {
        let text = self.text;
        if !is(text, end, "or") || matches!(which, Which::This | Which::Same | Which::That) {
            return None;
        }
        let one = Interval::exactly(Exact::ONE);
        let amount = Amount::new(Some(Exact::ONE), one, unit, (at, end), text.span(at, at));
        let amount = if let Some((high, end)) = or_two(text, end) {
            let value = Interval::closed(Exact::ONE, high);
            let style = Style { range: true, ..amount.style };
            Amount { count: None, value, ends: Some((Exact::ONE, high)), hedge: Hedge::Range, style, end, ..amount }
        } else if is(text, end + 1, "so") {
            let value = Interval::closed(Exact::fraction(1, 2)?, Exact::fraction(3, 2)?);
            Amount { value, hedge: Hedge::About, hedge_span: Some(text.span(end, end + 1)), end: end + 2, ..amount }
        } else {
            return None;
        };
        Some(Item { certainty: Certainty::Weak, ..amount.item() })
    }

    /// Whether a month or a day of one stands here, or the end of one: what "the year to" ends with.
    pub(super) fn is_last_day(&self, at: usize) -> bool {
        let text = self.text;
        let at = at + usize::from(is(text, at, "the"));
        let end = is(text, at, "end") && (is(text, at + 1, "of") || words::month(text, at + 1).is_some());
        let part =
            usize::from(matches!(text.lower(at), "late" | "early" | "mid")) * (1 + usize::from(is_dash(text, at + 1)));
        let month = |at: usize| words::month(text, at).is_some();
        end || month(at + part) || text.kind(at) == TokenKind::Number && text.word(at).len() <= 2 && month(at + 1)
    }
}
