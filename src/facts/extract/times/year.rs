//! Years, decades and centuries: "in 2015", "the 1990s", "'90s", "the 20th century", "2001-09".

use super::words::{self, is, is_dash};
use super::year_words::{
    AIMS, AMOUNTS, DETERMINERS, HEDGES, JOINERS, LEADS, LOOSE, NAMED_BY_YEAR, NO_NOUNS, ROUNDS, SIGNS, YEAR_VERBS,
};
use super::{Day, Item, Reader, What, decade, spoken};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use jiff::civil::Date;

/// A number that can be a year.
pub(super) fn plausible(number: u16) -> Option<i16> {
    (1000..=2199).contains(&number).then(|| number.cast_signed())
}

/// The year of two digits, the nearest to publication; at most twenty years ahead of it.
pub(super) fn of_two_digits(number: u16, published: Option<Date>) -> i16 {
    let now = published.map_or(2020, Date::year);
    let candidate = now - now.rem_euclid(100) + number.cast_signed() % 100;
    if candidate > now + 20 { candidate - 100 } else { candidate }
}

/// Four digits that can be a year, as a token.
pub(super) fn digits(text: &Text<'_>, at: usize) -> Option<i16> {
    if text.kind(at) != TokenKind::Number {
        return None;
    }
    let word = text.word(at);
    if word.len() != 4 {
        return None;
    }
    plausible(word.parse().ok()?)
}

/// The year right after a month or day: `2015`, `, 2015`, "of 2015", `'15`.
pub(super) fn after(text: &Text<'_>, at: usize) -> Option<(i16, usize)> {
    let mut number = at;
    let hyphen = is_dash(text, at) && text.glued(at) && text.glued(at + 1);
    if is(text, number, ",")
        || is(text, number, "of")
        || is(text, number, "in")
        || hyphen
        || words::is_glued(text, at, "/")
    {
        number += 1;
    }
    if let Some(year) = digits(text, number) {
        let end = number + 1;
        let clock = text.glued(end) && text.glued(end + 1) && text.kind(end + 1) == TokenKind::Number;
        let unit = text.glued(end) && text.kind(end) == TokenKind::Word || is_zone_or_unit(text, end);
        return (!clock && !unit && (1200..2150).contains(&year)).then_some((year, end));
    }
    if let Some((year, end)) = spoken::year(text, number) {
        return Some((year, end));
    }
    let quoted = matches!(text.word(number), "'" | "’" | "‘") && text.glued(number + 1);
    let two = text.word(number + 1);
    // "in April of 87"
    let bare = text.word(number);
    if is(text, at, "of")
        && text.kind(number) == TokenKind::Number
        && bare.len() == 2
        && matches!(text.word(number + 1), "." | "," | ";" | ")" | "")
        && !text.glued(number + 2)
    {
        return Some((of_two_digits(bare.parse().ok().filter(|two| *two > 31)?, None), number + 1));
    }
    if (number == at || is(text, at, "of")) && quoted && two.len() == 2 && text.kind(number + 1) == TokenKind::Number {
        return Some((of_two_digits(two.parse().ok()?, None), number + 2));
    }
    None
}

/// Words that make the four digits before them an amount or a time of day.
fn is_zone_or_unit(text: &Text<'_>, at: usize) -> bool {
    let next = text.lower(at);
    AMOUNTS.contains(&next)
}

/// How many years a year told with "circa" may be off.
const ABOUT: i16 = 10;

impl Reader<'_> {
    /// A bare year where the words around it say that it is one.
    pub(super) fn year(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let year = digits(text, at)?;
        if text.glued(at) && !self.glued_year(at) {
            return None;
        }
        // "1990-something"
        if is_dash(text, at + 1) && text.glued(at + 1) && is(text, at + 2, "something") {
            return decade::of_decade(at, at + 3, year, Certainty::Weak);
        }
        if let Some(item) = self.range_of_years(at, year) {
            return Some(item);
        }
        let apart = self.years_apart(at).then_some(Certainty::Likely);
        let circa = self.is_circa(at).then_some(Certainty::Likely);
        let certainty = self.certainty_of_year(at, year).or(apart).or(circa)?;
        let mut day = of_year(year)?;
        if circa.is_some() {
            let (first, last) = (Date::new(year - ABOUT, 1, 1).ok()?, Date::new(year + ABOUT, 12, 31).ok()?);
            day.value = Some(DateRange { first, last, precision: Precision::Year });
        }
        Some(Item { first: at, end: at + 1, what: What::Date(day), certainty })
    }

    /// A year that is glued to the mark before it: `(1998`, `mid-1996`, `/2015`.
    fn glued_year(&self, at: usize) -> bool {
        let text = self.text;
        let before = at.wrapping_sub(1);
        match text.word(before) {
            "(" | "[" | "\"" | "“" | "‘" | "'" | "," | "—" => true,
            "-" | "–" | "‑" => matches!(words::before(text, before), "mid" | "pre" | "post" | "early" | "late"),
            _ => false,
        }
    }

    fn certainty_of_year(&self, at: usize, year: i16) -> Option<Certainty> {
        let text = self.text;
        let end = at + 1;
        if text.glued(end) {
            let next = text.word(end);
            let number = text.kind(end + 1) == TokenKind::Number && text.glued(end + 1);
            let fine = match text.kind(end) {
                TokenKind::Possessive => true,
                TokenKind::Word | TokenKind::Number => false,
                TokenKind::Mark => {
                    let ranged = number && matches!(next, ":" | "/" | "-" | "–" | ".");
                    !ranged && !matches!(next, "%" | "°" | "$" | "£" | "€")
                }
            };
            if !fine {
                return None;
            }
        }
        if is_zone_or_unit(text, end) {
            return None;
        }
        let sign = at.checked_sub(1).map_or("", |before| text.word(before));
        if SIGNS.contains(&sign) && (text.glued(at) || sign == "#") {
            return None;
        }
        let modern = (1800..=2060).contains(&year);
        let counted = self.is_counted(at, year);
        if text.kind(end) == TokenKind::Possessive {
            return modern.then_some(Certainty::Sure);
        }
        let before = words::before(text, at);
        let hyphen = words::is_dash(text, at.wrapping_sub(1)) && text.glued(at);
        if hyphen {
            return Some(Certainty::Sure);
        }
        if matches!(sign, "(" | "[") {
            let closed = matches!(text.word(end), ")" | "]" | "," | ";" | "–" | "-");
            return (modern && closed).then_some(Certainty::Likely);
        }
        // "(dissolved 1971)", "(founded 1902)"
        let told =
            at > 1 && is(text, at - 2, "(") && before.ends_with("ed") && matches!(text.word(end), ")" | ";" | ",");
        if told && modern {
            return Some(Certainty::Likely);
        }
        if LEADS.contains(&before) {
            return led_year(before, year, counted);
        }
        // "below 2005 levels", "above 1990 emission levels"
        if matches!(before, "below" | "above" | "under" | "over")
            && (is(text, end, "levels") || is(text, end + 1, "levels"))
        {
            return modern.then_some(Certainty::Likely);
        }
        // "since at least 1981", and not "at least 1981"
        let lead = at.checked_sub(2).map_or("", |lead| words::before(text, lead));
        if before == "least" && matches!(lead, "since" | "until" | "till" | "through") {
            return led_year(lead, year, counted);
        }
        // "before 2000 but not 1998"
        if before == "not" && matches!(words::before(text, at.saturating_sub(1)), "but" | "and") {
            return led_year("of", year, counted);
        }
        if self.last_year_end > 0 && (at == self.last_year_end + 1 || at == self.last_year_end + 2) {
            let between = (self.last_year_end..at).all(|at| JOINERS.contains(&text.lower(at)));
            if between && !counted {
                return Some(Certainty::Likely);
            }
        }
        if self.opens_sentence(at) {
            let verb = YEAR_VERBS.contains(&text.lower(end));
            return (modern && verb).then_some(Certainty::Likely);
        }
        // "recalled 1982, when she was 36"
        if modern && text.word(end) == "," && is(text, end + 1, "when") {
            return Some(Certainty::Likely);
        }
        self.attributive_year(at, year, counted)
    }

    /// "2000 people", "1500 troops": a plural or a noun of people follows.
    fn is_counted(&self, at: usize, year: i16) -> bool {
        let text = self.text;
        let next = at + 1;
        let Some(token) = text.token(next) else { return false };
        // "2000 - 2500 crates": the other end is no year.
        if is_dash(text, next) && text.word(next + 1).parse::<u32>().is_ok_and(|other| (2101..10_000).contains(&other))
        {
            return true;
        }
        if token.kind != TokenKind::Word || token.case != Case::Lower || token.glued {
            return false;
        }
        let plural = |word: &str| {
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !NAMED_BY_YEAR.contains(&word)
        };
        let word = text.lower(next);
        if !plural(word) {
            // "plans 1000 to 2000 new hires": the other end is no year, and so is this.
            let other = at.checked_sub(2).filter(|_| text.lower(at - 1) == "to").and_then(|other| digits(text, other));
            let led = matches!(words::before(text, at.wrapping_sub(2)), "from" | "between" | "since");
            return other.is_some_and(|other| other < 1800) && !led && plural(text.lower(next + 1));
        }
        // Nobody counts 1987 of anything without a comma; round numbers are what is at stake.
        year % 10 == 0 && year % 100 != 10 || !(1900..=2060).contains(&year) || year % 50 == 0
    }

    /// "the 2016 election", "his 1996 campaign", "a landmark 1971 convention".
    fn attributive_year(&self, at: usize, year: i16, counted: bool) -> Option<Certainty> {
        let text = self.text;
        let next = text.token(at + 1)?;
        // "the 2020, 2021 and 2022 elections"
        let listed =
            is(text, at + 1, ",") && digits(text, at + 2).is_some_and(|second| (1..=10).contains(&(second - year)));
        // "the 2016 and 2020 elections", "the 2020 or 2021 ballots"
        let both = matches!(text.lower(at + 1), "and" | "or" | "&")
            && digits(text, at + 2).is_some_and(|second| (1..=40).contains(&(second - year)))
            && text.kind(at + 3) == TokenKind::Word
            && !digits(text, at + 2).is_some_and(|second| year % 10 == 0 && self.is_counted(at + 2, second));
        let owned = || at > 0 && text.kind(at - 1) == TokenKind::Possessive;
        let determined = || DETERMINERS.contains(&words::before(text, at)) || owned();
        if (listed || both) && (1900..=2060).contains(&year) && determined() {
            return Some(Certainty::Likely);
        }
        // "its 2030 goals", "the 2020 emissions targets": what is not counted without a comma, but for a round year.
        let aim = counted
            && (2001..=2049).contains(&year)
            && DETERMINERS.contains(&words::before(text, at))
            && AIMS.iter().any(|aim| is(text, at + 1, aim) || is(text, at + 2, aim));
        if aim {
            return Some(Certainty::Weak);
        }
        if counted || next.kind != TokenKind::Word || next.glued || !(1800..=2060).contains(&year) {
            return None;
        }
        let determined = |at: usize| {
            DETERMINERS.contains(&words::before(text, at)) || at > 0 && text.kind(at - 1) == TokenKind::Possessive
        };
        let noun = next.case != Case::Lower || !NO_NOUNS.contains(&text.lower(at + 1));
        if !noun {
            return None;
        }
        // "eyeing 2016 presidential bids", and not "2000 election workers"
        if (1900..=2060).contains(&year) && year % 50 != 0 && ROUNDS.contains(&text.lower(at + 1)) {
            return Some(Certainty::Likely);
        }
        if determined(at) {
            return Some(if (1900..=2060).contains(&year) { Certainty::Likely } else { Certainty::Weak });
        }
        let adjective = at > 1
            && text.kind(at.wrapping_sub(1)) == TokenKind::Word
            && text.token(at.wrapping_sub(1)).is_some_and(|token| token.case == Case::Lower)
            && determined(at.wrapping_sub(1))
            && !HEDGES.contains(&text.lower(at.wrapping_sub(1)));
        (adjective && (1900..=2060).contains(&year)).then_some(Certainty::Likely)
    }

    /// "since '82", "the summer of '69": two digits after an apostrophe; `at` is the apostrophe.
    pub(super) fn short_year(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let number = at + 1;
        let word = text.word(number);
        let two = text.kind(number) == TokenKind::Number && word.len() == 2 && text.glued(number);
        let free = !text.glued(number + 1) || text.kind(number + 1) == TokenKind::Mark;
        let led =
            matches!(words::before(text, at), "in" | "since" | "of" | "until" | "by" | "before" | "after" | "from");
        if !two || !free || !led || matches!(text.word(number + 1), "'" | "’" | "%" | "\"") {
            return None;
        }
        let year = of_two_digits(word.parse().ok()?, self.published);
        Some(Item { first: at, end: number + 1, what: What::Date(of_year(year)?), certainty: Certainty::Weak })
    }

    /// Whether a token is the first word of its sentence.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let text = self.text;
        let start = text.tokens.get(at).map_or(0, |token| token.span.start);
        text.sentences.get(text.sentence_at(start)).is_some_and(|sentence| {
            sentence.tokens.start == at
                || sentence.tokens.start + 1 == at && text.kind(sentence.tokens.start) == TokenKind::Mark
        })
    }

    /// `2001-09`, `1998–2015`, `2013/14`.
    fn range_of_years(&self, at: usize, year: i16) -> Option<Item> {
        let text = self.text;
        let joined = is_dash(text, at + 1) || matches!(text.word(at + 1), "/" | "~");
        if !joined || !text.glued(at + 1) || !text.glued(at + 2) || text.kind(at + 2) != TokenKind::Number {
            return None;
        }
        let word = text.word(at + 2);
        let second: i16 = word.parse().ok()?;
        let second = match word.len() {
            1 => year - year % 10 + second,
            2 => year - year % 100 + second,
            4 => second,
            _ => return None,
        };
        let after = at + 3;
        let clean = !text.glued(after)
            || text.kind(after) == TokenKind::Mark
                && !is_dash(text, after)
                && !matches!(text.word(after), "/" | "%" | ":")
            || text.kind(after) == TokenKind::Possessive;
        let fits = (1700..=2100).contains(&year) && second > year && second - year < 150;
        // "2001-09" may be a month as well as a range of years where the second is a month's number.
        if !fits || !clean || is_zone_or_unit(text, after) || text.glued(at) && !self.glued_year(at) {
            return None;
        }
        let days = Box::new([of_year(year)?, of_year(second)?]);
        let certainty = if (1900..=2060).contains(&year) { Certainty::Likely } else { Certainty::Weak };
        Some(Item { first: at, end: after, what: What::Days(days, (at + 1, at + 2)), certainty })
    }
}

/// How sure a year is after a word that leads one; `counted` where a plural follows.
fn led_year(before: &str, year: i16, counted: bool) -> Option<Certainty> {
    let tight = !LOOSE.contains(&before);
    match (tight, counted) {
        (true, false) => Some(if (1500..=2100).contains(&year) { Certainty::Sure } else { Certainty::Likely }),
        (true, true) => Some(Certainty::Weak).filter(|_| (1900..=2060).contains(&year)),
        (false, false) => {
            let modern = (1900..=2060).contains(&year);
            let round = year % 100 == 0 && year != 1900 && year != 2000;
            let older = (1500..1900).contains(&year) && !round;
            if modern {
                Some(Certainty::Likely)
            } else if older {
                Some(Certainty::Weak)
            } else {
                None
            }
        }
        (false, true) => None,
    }
}

/// A year as a date.
pub(super) fn of_year(year: i16) -> Option<Day> {
    Some(Day {
        value: Some(DateRange::year(year)?),
        timex: format!("{year:04}"),
        precision: Precision::Year,
        explicit: true,
        ..Day::default()
    })
}
