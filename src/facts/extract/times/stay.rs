//! Lengths in nights and weekends: "two nights in Rome", "a three-night stay", "the last three weekends".

use super::words::{self, is, is_dash};
use super::{Day, Item, Length, Reader, What, anchor, timex};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::text::TokenKind;
use jiff::ToSpan;
use jiff::civil::Date;

/// What a stay is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stay {
    Nights,
    Weekends,
}

impl Reader<'_> {
    /// A number of nights or weekends that begins here.
    pub(super) fn stay(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let (stay, noun) = (at + 1..at + 4).find_map(|noun| Some((self.stay_at(noun)?, noun)))?;
        let number = numeral::read(text, at).filter(|number| number.value.is_whole() && !number.fraction)?;
        let hyphen = is_dash(text, number.end) && text.glued(number.end);
        let between = hyphen || matches!(text.lower(number.end), "more" | "consecutive" | "straight" | "successive");
        let count = number.value.floor();
        let singular = matches!(text.lower(noun), "night" | "weekend");
        // "one night he rang" is a point in time.
        let one = count == 1 || singular;
        if stay == Stay::Weekends && is(text, noun + 1, "ago") {
            let day = weekends_ago(self.published?, count)?;
            return Some(Item { first: at, end: noun + 2, what: What::Date(day), certainty: Certainty::Weak });
        }
        if number.end + usize::from(between) != noun || one && !(hyphen && count > 1) || !(1..1000).contains(&count) {
            return None;
        }
        let (unit, letters, days) = match stay {
            Stay::Nights => ("night", "D", (count - 1, count + 1)),
            Stay::Weekends => ("weekend", "WE", (count, 7 * count)),
        };
        let figure = Figure {
            written: Some(number.value),
            low: None,
            high: None,
            value: Interval::exactly(number.value),
            hedge: Hedge::Exactly,
            hedge_span: None,
            span: number.span,
            style: Style { words: true, ..Style::default() },
        };
        let days = Interval::closed(Exact::whole(days.0), Exact::whole(days.1));
        let length = Length { figure, days, unit, timex: format!("P{count}{letters}") };
        let what = What::Duration(Box::new(length));
        Some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }

    fn stay_at(&self, at: usize) -> Option<Stay> {
        let text = self.text;
        if text.kind(at) != TokenKind::Word {
            return None;
        }
        match text.lower(at) {
            "night" | "nights" => Some(Stay::Nights),
            "weekend" | "weekends" => Some(Stay::Weekends),
            _ => None,
        }
    }

    /// "at weekends", "most weekends": what comes again; "two weekends" are counted.
    pub(super) fn weekends(&self, at: usize) -> Option<Item> {
        let weekend = self.text.lower(at) == "weekends";
        let what = What::Set(format!("{}{}", timex::ANY_WEEK, if weekend { "WE" } else { "WD" }));
        let before = words::before(self.text, at);
        // "open weekdays from 9"
        let open = matches!(before, "open" | "closed" | "daily" | "runs" | "run") && !weekend;
        let led = open || matches!(before, "at" | "on" | "most" | "some" | "all" | "and");
        led.then_some(Item { first: at, end: at + 1, what, certainty: Certainty::Weak })
    }
}

/// The Saturday and Sunday of so many weeks before.
fn weekends_ago(published: Date, count: i128) -> Option<Day> {
    let weeks = i32::try_from(count).ok().filter(|weeks| *weeks < 100)?;
    let sunday = anchor::week_of(anchor::shifted(published, (-weeks).weeks())).last;
    let value = DateRange { first: anchor::shifted(sunday, (-1).days()), last: sunday, precision: Precision::Week };
    let timex = format!("{}-WE", timex::week(sunday));
    Some(Day { value: Some(value), timex, precision: Precision::Week, relative: true, ..Day::default() })
}
