//! Years that stand apart from their day or month: before it ("2016 November"), or behind the
//! second of two dates ("from January to April 2015").

use super::calendar::{Parts, day_first, day_of_month, is_amount};
use super::words::{self, Doubt, is, is_dash};
use super::{Item, Reader, year};

impl Reader<'_> {
    /// The year of "from January to April 2015", "May 3 to June 10, 2014": written once, behind the second date.
    pub(super) fn shared_year(&self, at: usize, parts: Parts) -> Option<i16> {
        let text = self.text;
        let next = parts.end + 1;
        let both = matches!(text.lower(parts.end), "and" | "or");
        let until = is_dash(text, parts.end) || matches!(text.lower(parts.end), "to" | "until" | "till" | "through");
        // "from this May to October 2020": the first is reckoned from the day of publication.
        let reckoned = matches!(words::before(text, at), "this" | "last" | "next");
        if !both && !until || reckoned {
            return None;
        }
        let next = next + usize::from(is(text, next, "the"));
        let second = match words::month(text, next) {
            Some((month, doubt, after)) => self.month_first(next, month, doubt, after)?,
            None => day_first(text, next)?,
        };
        let (year, _) = year::after(text, second.end)?;
        let day = |parts: &Parts| parts.day.map_or(1, |(day, _)| day);
        let turns = (parts.month?, day(&parts)) > (second.month?, day(&second));
        let ranges = until || words::before(text, at) == "between";
        (!turns || ranges).then_some(if turns { year - 1 } else { year })
    }

    /// "2016 November", "2019/Aug/01", "2015 March 5": the year stands first.
    pub(super) fn year_first(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let year: i16 = text.word(at).parse().ok().filter(|year| (1900..2100).contains(year))?;
        let mark = at + 1;
        let joined = (is_dash(text, mark) || is(text, mark, "/")) && text.glued(mark) && text.glued(mark + 1);
        let month_at = mark + usize::from(joined);
        let (month, doubt, mut end) = words::month(text, month_at)?;
        if doubt != Doubt::None && !joined && day_of_month(text, end).is_none() || year::after(text, end).is_some() {
            return None;
        }
        let rejoined = (is_dash(text, end) || is(text, end, "/")) && text.glued(end) && text.glued(end + 1);
        let day = day_of_month(text, end + usize::from(rejoined)).filter(|&(.., end)| !is_amount(text, end, month_at));
        if let Some((.., after)) = day {
            end = after;
        }
        let day = day.map(|(day, span, _)| (day, span));
        self.made(at, Parts { day, month: Some(month), year: Some(year), end, ..Parts::default() })
    }
}
