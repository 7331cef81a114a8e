//! Reads the day of publication as files write it.

use jiff::civil::Date;

/// What to do about a text that is no date.
pub(super) const HELP: &str = "the article is read without a date; write it as 2024-05-17 or 2024-05-17T10:30:00Z";

/// Month names by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The rest of each month's name, in the same order.
const MONTH_ENDS: [&str; 12] = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];
/// Day names in full.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What a text says of the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The day.
    Day(Date),
    /// A date that does not say which day: `2017-12`, `3/4/17`.
    Unsure,
}

/// What `text` says; none where it is no date at all.
pub(super) fn said(text: &str) -> Option<Said> {
    let text = text.trim();
    day(text).map(Said::Day).or_else(|| slashed(text)).or_else(|| partly(text))
}

/// `12/30/2017` and `30/12/17`, whichever of the two the numbers allow.
fn slashed(text: &str) -> Option<Said> {
    let mut parts = text.split('/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let full = |short: &str| format!("{}{short}", if short < "70" { "20" } else { "19" });
    let year = if year.len() == 2 { full(year) } else { year.to_owned() };
    match (date(&year, first, second), date(&year, second, first)) {
        _ if parts.next().is_some() => None,
        (Some(day), None) | (None, Some(day)) => Some(Said::Day(day)),
        (Some(one), Some(other)) if one == other => Some(Said::Day(one)),
        (Some(_), Some(_)) => Some(Said::Unsure),
        (None, None) => None,
    }
}

/// `2017`, `2017-12`, `December 2017`.
fn partly(text: &str) -> Option<Said> {
    let (month, year) = match text.split_once('-') {
        Some((year, number)) => (number.to_owned(), year),
        None => match text.split_once(' ') {
            Some((name, year)) => (month(name)?.to_string(), year),
            None => ("1".to_owned(), text),
        },
    };
    date(year, &month, "1").map(|_| Said::Unsure)
}

/// The day in `text`: `2017-12-19` with or without a time and zone, `19 December 2017`, `Dec. 19, 2017`
/// and `Tue, 19 Dec 2017 10:30:00 GMT`. The day is as written, whatever the zone; anything else is none.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    iso(text).or_else(|| worded(text))
}

/// `2017-12-19`, `2017/12/19`, and a time after `T` or a space.
fn iso(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let separator = day.get(4..5).filter(|&mark| mark == "-" || mark == "/")?;
    let mut parts = day.split(separator);
    let date = date(parts.next()?, parts.next()?, parts.next()?)?;
    if rest.is_empty() {
        return Some(date);
    }
    let time = rest.strip_prefix(['T', 't', ' '])?.trim();
    is_time(time).then_some(date)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `10:30`, `10:30:00.5Z`, `10:30 +0900`, `10:30 GMT`.
fn is_time(text: &str) -> bool {
    let mut parts = text.splitn(2, ':');
    let (Some(hour), Some(rest)) = (parts.next(), parts.next()) else { return false };
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<u8>().ok());
    let rest_is_zone = rest.get(2..).is_some_and(|rest| {
        rest.len() <= 40 && rest.chars().all(|c| c.is_ascii_alphanumeric() || ":.,+-[]/_ ".contains(c))
    });
    number(Some(hour)).is_some_and(|hour| hour < 25) && number(rest.get(..2)).is_some_and(|m| m < 60) && rest_is_zone
}

/// `19 December 2017`, `December 19, 2017`, with a weekday before and a time after.
fn worded(text: &str) -> Option<Date> {
    if text.len() > 64 {
        return None;
    }
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    words.next_if(|word| is_day_name(word));
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    let (day, month) = match (month(first), month(second)) {
        (Some(month), None) => (second, month),
        (None, Some(month)) => (first, month),
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let rest = words.collect::<Vec<_>>().join(" ");
    let rest = rest.strip_prefix("at ").unwrap_or(&rest);
    (rest.is_empty() || is_time(rest)).then(|| date(year, &month.to_string(), day)).flatten()
}

/// The number of a month by its name or abbreviation.
pub(super) fn month(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let (head, rest) = word.split_at_checked(3)?;
    let index = MONTHS.iter().position(|&month| month == head)?;
    let full = MONTH_ENDS.get(index)?;
    (rest.is_empty() || rest == *full || word == "sept").then_some(index + 1)
}

/// Whether a word names a day of the week, in full or short.
pub(super) fn is_day_name(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let short =
        |day: &str| day.get(..3) == Some(&*word) || (word.len() > 3 && day.starts_with(&*word) && word.len() < 6);
    DAYS.iter().any(|day| *day == word || short(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(day(text).map_or("none".to_owned(), |date| date.to_string()), expected, "{text}");
    }

    #[test]
    fn days() {
        for text in [
            "2017-12-19",
            " 2017-12-19 ",
            "2017/12/19",
            "2017-12-19T10:30:00Z",
            "2017-12-19T23:59:59.123+09:00",
            "2017-12-19 10:30",
            "2017-12-19 10:30:00 +0000",
            "2017-12-19T10:30[Europe/London]",
            "19 December 2017",
            "19th Dec 2017",
            "December 19, 2017",
            "Dec. 19, 2017",
            "Tuesday, December 19, 2017",
            "Tue, 19 Dec 2017 10:30:00 GMT",
            "19 December 2017, 10:30 GMT",
            "19 December 2017 at 10:30",
        ] {
            check(text, "2017-12-19");
        }
    }

    #[test]
    fn dates_without_a_sure_day() {
        let read = |text| said(text).map(|said| format!("{said:?}"));
        for text in ["12/19/17", "19/12/2017", "12/19/2017 "] {
            assert_eq!(read(text).as_deref(), Some("Day(2017-12-19)"), "{text}");
        }
        assert_eq!(read("3/3/98").as_deref(), Some("Day(1998-03-03)"));
        for text in ["3/4/17", "2017", "2017-12", "December 2017"] {
            assert_eq!(read(text).as_deref(), Some("Unsure"), "{text}");
        }
        for text in ["31/31/17", "1/2", "1/2/3/4", "17", "2017-13", "Soon 2017", "1/2/017", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn no_days() {
        for text in [
            "",
            "yesterday",
            "2017",
            "2017-12",
            "2017-13-01",
            "2017-02-29",
            "2017-12-19 or later",
            "2017-12-19T",
            "2017-12-19T99:00",
            "19/12/2017",
            "20171219",
            "31 February 2017",
            "December 2017",
            "19 Decembre 2017",
            "May May 2017",
            "19 December 17",
            "19 December 2017 in Seoul",
            "２０１７-12-19",
            "2017-12-1é",
        ] {
            check(text, "none");
        }
    }
}
