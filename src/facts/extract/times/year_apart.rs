//! Years that stand apart from their day or month: before it ("2016 November"), or behind the
//! second of two dates ("from January to April 2015").

use super::calendar::Parts;
use super::day_of_month::{day_first, day_of_month, is_amount};
use super::words::{self, Doubt, is, is_dash};
use super::{Day, Item, Reader, What, quarter, year};
use crate::facts::names::Certainty;
use crate::text::TokenKind;
use jiff::civil::Date;

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

    /// "of last year", "next year" behind a day: the year, where the article is dated, and the token after.
    pub(super) fn year_moved(&self, at: usize) -> Option<(Option<i16>, usize)> {
        let text = self.text;
        let at = at + usize::from(is(text, at, "of"));
        let by = match text.lower(at) {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            _ => return None,
        };
        let owner = text.kind(at + 2) == TokenKind::Possessive;
        (is(text, at + 1, "year") && !owner).then(|| (self.published.map(|day| day.year() + by), at + 2))
    }

    /// "that year", "the same year" behind a month or day: the year that the text speaks of, and the token after.
    pub(super) fn year_spoken_of(&self, at: usize, month: Option<u8>) -> Option<(i16, usize)> {
        let text = self.text;
        let same = at + usize::from(is(text, at, "the"));
        let told = is(text, at, "that") || is(text, same, "same");
        if !told || !is(text, same + 1, "year") || text.kind(same + 2) == TokenKind::Possessive {
            return None;
        }
        let (range, _) = self.recent.filter(|(_, seen)| *seen + 150 > self.at)?;
        let year = range.first.year();
        let first = month.and_then(|month| Date::new(year, month.cast_signed(), 1).ok());
        // A year whose month is still to come is not the one that was told of.
        let ahead = first.zip(self.published).is_some_and(|(first, published)| first > published);
        (!ahead).then_some((year, same + 2))
    }

    /// "2014 to 2018", "1998 – 2015": nothing but two years stands so, the later behind.
    pub(super) fn years_apart(&self, at: usize) -> bool {
        let text = self.text;
        let year = |at: usize| {
            let word = text.word(at);
            word.parse::<i16>().ok().filter(|year| word.len() == 4 && (1900..=2100).contains(year))
        };
        let joined = is_dash(text, at + 1) || matches!(text.lower(at + 1), "to" | "until" | "till" | "through");
        let counts = text.kind(at + 3) == TokenKind::Word && text.lower(at + 3).ends_with('s');
        let free =
            !text.glued(at + 3) || text.kind(at + 3) == TokenKind::Mark && !matches!(text.word(at + 3), "%" | ":");
        joined && free && !counts && year(at).zip(year(at + 2)).is_some_and(|(from, to)| from < to && to - from < 100)
    }

    /// "2016 Q3", "2017-H1": the year stands before its quarter or half.
    pub(super) fn year_before_letter(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let year: i16 = text.word(at).parse().ok().filter(|year| (1900..2100).contains(year))?;
        let letter = at + 1 + usize::from(is_dash(text, at + 1) && text.glued(at + 1));
        let number: u8 = text.word(letter + 1).parse().ok().filter(|_| text.glued(letter + 1))?;
        let day = match text.lower(letter) {
            "q" => quarter::of(year, (1..=4).contains(&number).then_some(number)?)?,
            "h" => quarter::half(year, (1..=2).contains(&number).then_some(number)?)?,
            _ => return None,
        };
        let what = What::Date(Day { explicit: true, ..day });
        (!text.glued(letter + 2) || text.kind(letter + 2) == TokenKind::Mark).then_some(Item {
            first: at,
            end: letter + 2,
            what,
            certainty: Certainty::Weak,
        })
    }

    /// "2016 November", "2019/Aug/01", "2015 March 5": the year stands first.
    pub(super) fn year_first(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let year: i16 = text.word(at).parse().ok().filter(|year| (1900..2100).contains(year))?;
        let mark = at + 1;
        let joined = (is_dash(text, mark) || is(text, mark, "/")) && text.glued(mark) && text.glued(mark + 1);
        let month_at = mark + usize::from(joined);
        if let Some(item) = self.year_before_letter(at) {
            return Some(item);
        }
        let (month, doubt, mut end) = words::month(text, month_at)?;
        // "in 2018 March", and not "in 2018 May said"
        let closes = text.kind(end) == TokenKind::Mark && text.lower(month_at) != "may";
        let bare = doubt != Doubt::None && !joined && !closes && day_of_month(text, end).is_none();
        if bare || year::after(text, end).is_some() {
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
