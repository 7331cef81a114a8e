//! Lengths in several units: "two hours and 30 minutes", "2h30m", "1 year, 2 months and 3 days ago".

use super::amount::{Amount, days};
use super::words::{self, Unit, Word, is};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// "1 hour thirty": the minutes without their unit.
    pub(super) fn and_minutes(&self, amount: Amount) -> Amount {
        let text = self.text;
        let (Unit::Hour, Some(count)) = (amount.unit, amount.count.filter(|count| count.is_whole())) else {
            return amount;
        };
        // "2h30m"
        let glued = text.kind(amount.end) == TokenKind::Number && text.glued(amount.end);
        let words = glued || matches!(words::of(text, amount.end), Some(Word::Number | Word::Tens(_)));
        let minutes = if words { numeral::read(text, amount.end) } else { None };
        let minutes = minutes.map(|minutes| {
            let m = glued && text.glued(minutes.end) && matches!(text.word(minutes.end), "m" | "min" | "mins");
            Numeral { end: minutes.end + usize::from(m), ..minutes }
        });
        let sum = minutes.as_ref().filter(|minutes| {
            minutes.value.is_whole()
                && minutes.value < Exact::whole(60)
                && (glued || minutes.value >= Exact::whole(10))
                && !matches!(text.kind(minutes.end), TokenKind::Word | TokenKind::Number)
        });
        let sum = sum.and_then(|minutes| minutes.value.over(Exact::whole(60))?.plus(count));
        match (minutes, sum) {
            (Some(minutes), Some(sum)) => Amount {
                count: Some(sum),
                value: Interval::exactly(sum),
                end: minutes.end,
                span: text.span(amount.first, minutes.end - 1),
                certainty: Certainty::Weak,
                ..amount
            },
            _ => amount,
        }
    }

    /// Lengths in several units that are one, the largest first: "1 year, 2 months and 3 days".
    pub(super) fn sum(&self, first: &Amount) -> Option<Item> {
        let text = self.text;
        first.count.filter(|count| count.is_whole())?;
        let mut parts = [const { None }; PARTS];
        let [head, ..] = &mut parts;
        *head = Some(first.clone());
        let (mut end, mut many) = (first.end, 1);
        while let Some(place) = parts.get(many) {
            debug_assert!(place.is_none(), "places are filled in order");
            let joined = end + usize::from(is(text, end, ","));
            let and = usize::from(is(text, joined, "and"));
            let joined = joined + and;
            // "six days a week" is a rate.
            if and == 0 && words::of(text, joined) == Some(Word::A) {
                break;
            }
            let larger = parts.iter().flatten().last().map_or(first.unit, |part| part.unit);
            let next = self.amount(joined).or_else(|| self.lettered_part(joined, larger)).filter(|next| {
                let known = next.count.is_some() && next.value.single().is_some();
                known && parts.iter().flatten().all(|part| next.unit < part.unit)
            });
            let Some(next) = next else { break };
            end = next.end;
            if let Some(place) = parts.get_mut(many) {
                *place = Some(next);
            }
            many += 1;
        }
        if many == 1 {
            return None;
        }
        let parts: Vec<Amount> = parts.into_iter().flatten().collect();
        let least = parts.last()?.unit;
        // Months are no whole number of days: such a length is counted in its largest unit.
        let unit =
            if parts.iter().all(|part| is_month(part.unit) == is_month(least)) { least } else { parts.first()?.unit };
        let mut sum = Exact::ZERO;
        let mut timex = String::from("P");
        for part in &parts {
            let share = part.count?.times(days(part.unit))?.over(days(unit))?;
            sum = sum.plus(share)?;
            let own = part.timex();
            let own = own.trim_start_matches('P');
            timex.push_str(if timex.contains('T') { own.trim_start_matches('T') } else { own });
        }
        if let Some(day) = self.far(&parts, end) {
            return Some(Item {
                first: first.first,
                end: end + 1,
                what: What::Date(day),
                certainty: Certainty::Likely,
            });
        }
        let span = text.span(first.first, end.saturating_sub(2));
        let whole = Amount { count: Some(sum), value: Interval::exactly(sum), unit, end, span, ..first.clone() };
        let whole = self.hedged(whole);
        let mut length = whole.length();
        length.timex = timex;
        let certainty = parts.iter().map(|part| part.certainty).fold(whole.certainty, Certainty::max);
        Some(Item { first: whole.first, end, what: What::Duration(Box::new(length)), certainty })
    }

    /// The day that several whole units lie away: "2 years, 1 month and 3 days ago".
    fn far(&self, parts: &[Amount], end: usize) -> Option<Day> {
        let sign = match self.text.lower(end) {
            "ago" | "earlier" => -1,
            "later" => 1,
            _ => return None,
        };
        let mut by = jiff::Span::new();
        for part in parts {
            let count = i32::try_from(part.count?.floor()).ok().filter(|count| *count < 1000)? * sign;
            by = match part.unit {
                Unit::Year => by.try_years(count),
                Unit::Month => by.try_months(count),
                Unit::Week => by.try_weeks(count),
                Unit::Day => by.try_days(count),
                Unit::Second
                | Unit::Minute
                | Unit::Hour
                | Unit::Fortnight
                | Unit::Quarter
                | Unit::Decade
                | Unit::Century => return None,
            }
            .ok()?;
        }
        let value = self.published.and_then(|day| day.checked_add(by).ok());
        let timex = value.map_or_else(|| "XXXX-XX-XX".to_owned(), timex::date);
        Some(Day { value: value.map(DateRange::day), timex, relative: true, ..Day::default() })
    }
}

/// Whether a unit is a whole number of months.
fn is_month(unit: Unit) -> bool {
    match unit {
        Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century => true,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Fortnight => false,
    }
}

/// How many units one length may have.
const PARTS: usize = 6;
