//! Times of day: "10:30", "5pm", "8.45 a.m. GMT", "half past nine", "seven in the evening", "noon".

use super::hour::{self, CLOCK_LEADS, FOLLOWERS, HOUR_LEADS, TIMED, is_alone};
use super::words::{self, DayPart, Unit, Word, is, is_dash, is_glued};
use super::{Clock, Item, Reader, What, timex, zone};
use crate::facts::extract::numeral;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Which half of the day the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    /// From noon to midnight: "p.m.", "in the evening".
    Afternoon,
    /// From the evening to the small hours: "at night".
    Night,
}

/// How surely the words alone are a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// "5pm", "nine o'clock", "14:00 GMT", "half past eight".
    Said,
    /// "10:30".
    Written,
    /// "10.30", which is more often a number.
    Pointed,
    /// "seven thirty".
    Spoken,
    /// "10", "nine": an hour only beside something else.
    Bare,
}

/// A time of day as written, before what stands around it says whether it is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) hour: u16,
    pub(super) minute: Option<u16>,
    pub(super) second: Option<u16>,
    pub(super) half: Option<Half>,
    pub(super) sign: Sign,
    pub(super) zone: zone::Zone,
    /// Whether the hour counts from midnight: "08:30", "15:00".
    pub(super) whole_day: bool,
    pub(super) end: usize,
}

impl Face {
    fn new(hour: u16, minute: Option<u16>, sign: Sign, end: usize) -> Self {
        Self { hour, minute, second: None, half: None, sign, zone: zone::Zone::None, whole_day: hour > 12, end }
    }

    /// An hour that counts from midnight.
    pub(super) fn of_day(hour: u16, minute: Option<u16>, end: usize) -> Self {
        Self { whole_day: true, ..Self::new(hour, minute, Sign::Said, end) }
    }

    /// Minutes after midnight.
    pub(super) fn minutes(self) -> u16 {
        let hour = match self.half {
            Some(Half::Morning | Half::Night) if self.hour == 12 => 0,
            Some(Half::Afternoon) if self.hour < 12 => self.hour + 12,
            Some(Half::Night) if (6..12).contains(&self.hour) => self.hour + 12,
            Some(Half::Morning | Half::Afternoon | Half::Night) | None => self.hour,
        };
        hour * 60 + self.minute.unwrap_or(0)
    }

    /// The TIMEX3 value: `T17`, `T17:30`, `T14:00Z`.
    pub(super) fn timex(self) -> String {
        let value = timex::time(self.minutes(), self.minute.is_some(), self.second);
        let universal = self.zone == zone::Zone::Universal && self.minute.is_some();
        if universal { format!("{value}Z") } else { value }
    }

    /// The face in that half of the day, where it names none itself.
    pub(super) fn within(self, half: Option<Half>) -> Self {
        if self.whole_day { self } else { Self { half: self.half.or(half), ..self } }
    }

    pub(super) fn clock(self) -> Clock {
        let certain = match self.sign {
            Sign::Said => self.half.is_some() || self.zone != zone::Zone::None || self.whole_day,
            Sign::Written | Sign::Pointed | Sign::Spoken | Sign::Bare => self.hour > 12,
        };
        Clock { timex: self.timex(), minutes: Some(self.minutes()).filter(|_| certain), face: Some(self) }
    }
}

/// "7.30 for 8pm": when guests come, for what begins within the hour.
fn early_for(text: &Text<'_>, at: usize, early: Face) -> Option<Item> {
    if !is(text, early.end, "for") || early.half.is_some() || early.whole_day || !(1..=12).contains(&early.hour) {
        return None;
    }
    let start = face(text, early.end + 1).filter(|start| start.sign == Sign::Said && start.half.is_some())?;
    let early = early.within(start.half);
    let led = HOUR_LEADS.contains(&words::before(text, at));
    let timed = matches!(early.sign, Sign::Pointed | Sign::Written) || led;
    let wait = i32::from(start.minutes()) - i32::from(early.minutes());
    let what = What::Time(early.clock());
    (timed && (1..=60).contains(&wait)).then_some(Item { first: at, end: early.end, what, certainty: Certainty::Weak })
}

impl Reader<'_> {
    /// A time of day that begins with a number.
    pub(super) fn clock(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let face = face(text, at)?;
        if let Some(item) = early_for(text, at, face) {
            return Some(item);
        }
        let before = words::before(text, at);
        let certainty = match face.sign {
            Sign::Said => Certainty::Sure,
            Sign::Written => {
                let led = CLOCK_LEADS.contains(&before) && (face.second.is_none() || matches!(before, "at" | "by"));
                let dash = face.second.is_none() && is_dash(text, at.wrapping_sub(1));
                let compact = text.word(at).len() > 2;
                // "3:20 in the afternoon"
                let told = face.half.is_some() || is_alone(text, at, face.end);
                let led = led || !compact && (dash || told || self.is_dated(face));
                if !led || !is_free(text, face.end) || compact && !is_last(text, face.end) {
                    return None;
                }
                Certainty::Likely
            }
            Sign::Spoken => {
                let led = HOUR_LEADS.contains(&before) || before == "for";
                if !(led && is_last(text, face.end) || is_alone(text, at, face.end)) {
                    return None;
                }
                Certainty::Weak
            }
            // "died at 8 in the evening", and not "sold 8 in the evening".
            Sign::Bare => {
                let led = HOUR_LEADS.contains(&before) || self.after_it(at) || self.is_compared(at);
                let halved = face.half.is_some() || (1..=12).contains(&face.hour) && self.is_parted_day(face.end);
                // "Five in the morning on Friday."
                let led = led || self.opens_sentence(at) && text.kind(at) == TokenKind::Number;
                if let Some(half) = hour::shared_half(text, at, face) {
                    let what = What::Time(face.within(Some(half)).clock());
                    return Some(Item { first: at, end: face.end, what, certainty: Certainty::Weak });
                }
                let about = (1..=12).contains(&face.hour) && hour::is_about(text, at, face.end);
                if !(halved && led || about || self.is_hour_of_day(at, face)) {
                    return None;
                }
                Certainty::Weak
            }
            // "at 7.30 in the evening", "at 7.30 tonight", and not "closed at 7.30 on Friday"
            Sign::Pointed => {
                let halved = face.half.is_some() || self.is_parted_day(face.end);
                if face.hour > 12 || !HOUR_LEADS.contains(&before) {
                    return None;
                }
                if !halved {
                    // "from 11am to 3pm, with doors from 9.30"
                    let half =
                        Some(self.half_beside(at, face.hour)?).filter(|_| face.hour > 0 && is_last(text, face.end))?;
                    let what = What::Time(face.within(Some(half)).clock());
                    return Some(Item { first: at, end: face.end, what, certainty: Certainty::Weak });
                }
                Certainty::Weak
            }
        };
        Some(Item { first: at, end: face.end, what: What::Time(face.clock()), certainty })
    }

    /// The half of the day that the times before in the sentence name: the morning for "9.30" where one of them does.
    fn half_beside(&self, at: usize, hour: u16) -> Option<Half> {
        let text = self.text;
        let start = text.token(at).map_or(0, |token| token.span.start);
        let floor = text.sentences.get(text.sentence_at(start)).map_or(at, |sentence| sentence.tokens.start);
        let before = floor.max(at.saturating_sub(BESIDE))..at;
        let mut halves = before.rev().filter_map(|at| {
            let told = at > floor && text.kind(at - 1) == TokenKind::Number;
            match text.lower(at) {
                "am" | "a.m." if told => Some(Half::Morning),
                "pm" | "p.m." if told => Some(Half::Afternoon),
                _ => None,
            }
        });
        let nearest = halves.next()?;
        let early = (7..12).contains(&hour) && halves.any(|half| half == Half::Morning);
        Some(if early { Half::Morning } else { nearest })
    }

    /// Whether a day follows: "10:30 on Friday", "7:30 tonight".
    pub(super) fn is_dated(&self, face: Face) -> bool {
        let text = self.text;
        let on = is(text, face.end, "on");
        match words::of(text, face.end + usize::from(on)) {
            Some(Word::Weekday(..) | Word::Near(_)) => true,
            Some(Word::Tonight) => !on,
            Some(Word::Which(words::Which::Next | words::Which::Last | words::Which::This)) => {
                let noun = face.end + 1 + usize::from(on);
                matches!(words::of(text, noun), Some(Word::Weekday(..) | Word::Part(_)))
            }
            // "on 1/1/2015"
            _ => {
                let mark = |at: usize| matches!(text.word(at), "/" | "-") && text.glued(at);
                on && mark(face.end + 2) && mark(face.end + 4)
            }
        }
    }

    /// Whether a part of a near day follows: "8 tonight", "9 tomorrow evening", "10, this morning".
    fn is_parted_day(&self, end: usize) -> bool {
        let text = self.text;
        let at = end + usize::from(is(text, end, ","));
        let part = matches!(words::of(text, at + 1), Some(Word::Part(_)));
        // "10.15 on Friday night"
        if is(text, at, "on") {
            let weekday = words::weekday(text, at + 1).filter(|(_, full, _)| *full);
            return weekday.is_some_and(|(.., after)| matches!(words::of(text, after), Some(Word::Part(_))));
        }
        match words::of(text, at) {
            Some(Word::Tonight) => true,
            Some(Word::Near(_) | Word::Which(words::Which::This)) => part,
            _ => false,
        }
    }

    /// "later than 9 in the morning"
    fn is_compared(&self, at: usize) -> bool {
        let text = self.text;
        let word = at.checked_sub(2).map_or("", |word| text.lower(word));
        words::before(text, at) == "than" && matches!(word, "later" | "earlier")
    }

    /// "the doors open at seven", and not "she sang at seven".
    fn is_hour_of_day(&self, at: usize, face: Face) -> bool {
        let text = self.text;
        let Some(lead) = at.checked_sub(1).filter(|lead| is(text, *lead, "at")) else { return false };
        let near = lead.saturating_sub(TIMED_REACH)..lead;
        let timed = near.rev().take_while(|at| text.kind(*at) == TokenKind::Word);
        let timed = timed.into_iter().any(|at| TIMED.contains(&text.lower(at)));
        let ends = text.kind(face.end) == TokenKind::Mark && is_free(text, face.end) || text.token(face.end).is_none();
        timed && ends && (1..=12).contains(&face.hour)
    }

    /// "it's 8", "it was 8"
    fn after_it(&self, at: usize) -> bool {
        let text = self.text;
        let Some(verb) = at.checked_sub(1) else { return false };
        let is_verb = text.kind(verb) == TokenKind::Possessive || matches!(text.lower(verb), "is" | "was");
        is_verb && verb.checked_sub(1).is_some_and(|it| is(text, it, "it") || is(text, it, "It"))
    }

    /// "half past eight", "a quarter to seven", "ten past nine".
    pub(super) fn past_hour(&self, at: usize) -> Option<Item> {
        past_hour(self.text, at)?;
        self.clock(at)
    }

    /// "noon", "midnight".
    pub(super) fn noon(&self, at: usize, midnight: bool) -> Item {
        let face = noon(self.text, at, midnight);
        Item { first: at, end: face.end, what: What::Time(face.clock()), certainty: Certainty::Likely }
    }
}

/// A time of day as written, with all that belongs to it.
pub(super) fn face(text: &Text<'_>, at: usize) -> Option<Face> {
    match words::of(text, at) {
        Some(Word::Noon) => return Some(noon(text, at, false)),
        Some(Word::Midnight) => return Some(noon(text, at, true)),
        _ => {}
    }
    let mut face = past_hour(text, at)
        .or_else(|| hour::half_hour(text, at))
        .or_else(|| hour::letter_hour(text, at))
        .or_else(|| hours(text, at))?;
    // "3ish pm"
    if face.sign == Sign::Bare && face.minute.is_none() && is_glued(text, face.end, "ish") {
        face.end += 1;
    }
    let oclock = |at| matches!(text.lower(at), "o'clock" | "o’clock" | "oclock");
    if face.minute.is_none() && oclock(face.end) && face.hour <= 12 {
        face.sign = Sign::Said;
        face.end += 1;
    }
    if let Some((half, mut end)) = meridian(text, face) {
        // "8pm in the evening"
        if let Some((again, after)) = of_day(text, end)
            && again == half
        {
            end = after;
        }
        let none = face.hour == 0 && face.minute.is_none();
        // "closed at 240p" is a price; "2:40p" has its colon.
        let pence =
            text.word(at).len() > 2 && face.sign == Sign::Bare && text.lower(face.end) == "p" && end == face.end + 1;
        // "Section 508 PM" is a number and a manager.
        let apart = text.word(at).len() > 2
            && text.word(at).bytes().all(|byte| byte.is_ascii_digit())
            && !text.glued(face.end)
            && !matches!(text.word(face.end), "am" | "pm" | "a.m." | "p.m.");
        if apart
            || none
            || pence
            || face.hour > 12 && (half == Half::Morning || face.minute.is_none())
            || face.hour == 24
        {
            return None;
        }
        face = Face { half: Some(half), sign: Sign::Said, end, ..face };
    } else if face.hour <= 12
        && !face.whole_day
        && let Some((half, end)) = of_day(text, face.end)
    {
        face = Face { half: Some(half), end, ..face };
    }
    if face.sign != Sign::Bare || text.kind(at) == TokenKind::Number {
        let (zone, end) = zone::read(text, face.end, face.sign);
        if zone != zone::Zone::None {
            face = Face { zone, sign: Sign::Said, end, ..face };
        }
    }
    let said = face.sign == Sign::Said || face.whole_day;
    // "12 noon", "12:00 midnight"
    if face.hour == 12 && face.minute.unwrap_or(0) == 0 && face.half.is_none() {
        match words::of(text, face.end) {
            Some(Word::Noon) => return Some(noon(text, face.end, false)),
            Some(Word::Midnight) => return Some(noon(text, face.end, true)),
            _ => {}
        }
    }
    let compact = text.kind(at) == TokenKind::Number && text.word(at).len() > 2 && !text.word(at).contains('.');
    (said || !compact).then_some(face)
}

fn noon(text: &Text<'_>, at: usize, midnight: bool) -> Face {
    let mut face = Face::new(if midnight { 0 } else { 12 }, None, Sign::Said, at + 1);
    let (zone, end) = zone::read(text, at + 1, Sign::Said);
    face.whole_day = true;
    Face { zone, end, ..face }
}

/// "half past eight", "quarter to seven", "twenty past nine", "three minutes to eight".
fn past_hour(text: &Text<'_>, at: usize) -> Option<Face> {
    if let Some(face) = hour::quarter_of(text, at) {
        return Some(face);
    }
    // Nearly all numbers have neither word behind them, and are not read for it.
    (at + 1..at + 7).find(|&at| matches!(text.lower(at), "past" | "to" | "before" | "after"))?;
    let from = at + usize::from(is(text, at, "a"));
    let quarter = words::unit(text, from) == Some((Unit::Quarter, false));
    let (count, spoken, unit, next) = if quarter {
        (15, true, true, from + 1)
    } else if is(text, from, "half") || is(text, from, "Half") {
        (30, true, true, from + 1)
    } else if from == at {
        let number = numeral::read(text, at).filter(|number| number.value.is_whole() && !number.fraction)?;
        let count = u16::try_from(number.value.floor()).ok().filter(|count| (1..60).contains(count))?;
        let unit = matches!(words::unit(text, number.end), Some((Unit::Minute, _)));
        (count, number.style.words, unit, number.end + usize::from(unit))
    } else {
        return None;
    };
    // "three minutes before midnight", and not "before nine people"
    let told = unit && !quarter && {
        let hour = hours(text, next + 1);
        // "at five minutes before eight"
        let led = words::before(text, at) == "at" && hour.is_some_and(|hour| is_last(text, hour.end));
        led || high_or_low(text, next + 1).is_some() || hour.is_some_and(|hour| meridian(text, hour).is_some())
    };
    let past = match text.lower(next) {
        "past" => true,
        "after" if told => true,
        "before" if told => false,
        "to" if count != 30 && (unit || spoken && count.is_multiple_of(5)) => false,
        _ => return None,
    };
    // "ten minutes to midnight", "five past noon"
    if let Some(midnight) = high_or_low(text, next + 1) {
        let hour = if past && midnight {
            0
        } else if midnight {
            24 * 60
        } else {
            12 * 60
        };
        let minutes = if past { hour + count } else { hour - count };
        let face = Face::new(minutes / 60, Some(minutes % 60), Sign::Said, next + 2);
        return (unit || past).then_some(Face { whole_day: true, ..face });
    }
    // "rose ten to eight" counts; the hour has to be all that follows.
    let hour = hours(text, next + 1).filter(|hour| matches!(hour.sign, Sign::Bare | Sign::Spoken))?;
    let plain = matches!(hour.sign, Sign::Bare) || unit && !quarter;
    let on = Some(hour.hour).filter(|on| (1..=12).contains(on) && plain)?;
    let whole = on * 60 + hour.minute.unwrap_or(0);
    let minutes = if past { whole + count } else { whole.checked_sub(count)? };
    let firm = unit || past;
    let followed = meridian(text, hour).is_some()
        || of_day(text, hour.end).is_some()
        || matches!(text.lower(hour.end), "o'clock" | "o’clock");
    if !(firm || followed || words::before(text, at) == "at") || past && !unit && !(followed || is_last(text, hour.end))
    {
        return None;
    }
    let mut face = Face::new(minutes / 60, Some(minutes % 60), Sign::Said, hour.end);
    face.end += usize::from(matches!(text.lower(hour.end), "o'clock" | "o’clock"));
    face.whole_day = false;
    Some(face)
}

/// Whether a word is "midnight"; `None` where it is not "noon" either.
fn high_or_low(text: &Text<'_>, at: usize) -> Option<bool> {
    match words::of(text, at) {
        Some(Word::Noon) => Some(false),
        Some(Word::Midnight) => Some(true),
        _ => None,
    }
}

/// "10:30", "10.30", "10", "1030", "nine", "seven thirty" with where the number ends.
pub(super) fn hours(text: &Text<'_>, at: usize) -> Option<Face> {
    if text.kind(at) == TokenKind::Word {
        return spoken(text, at);
    }
    let word = text.word(at);
    if text.kind(at) != TokenKind::Number
        || word.len() > 5
        || text.glued(at) && matches!(text.word(at.wrapping_sub(1)), "$" | "£" | "€" | ":" | "." | "/")
    {
        return None;
    }
    let two = |word: &str| word.parse::<u16>().ok().filter(|n| word.len() == 2 && *n < 60);
    let led = word.len() == 2 && word.starts_with('0');
    if is_glued(text, at + 1, ":") && text.glued(at + 2) {
        let hour = word.parse().ok().filter(|hour| *hour < 25 && word.len() <= 2)?;
        let minute = two(text.word(at + 2))?;
        let second =
            if is_glued(text, at + 3, ":") && text.glued(at + 4) { Some(two(text.word(at + 4))?) } else { None };
        let end = at + if second.is_some() { 5 } else { 3 };
        // "14:05 hours", "09:30hrs"
        let unit = second.is_none() && matches!(text.lower(end), "hours" | "hrs");
        let sign = if unit { Sign::Said } else { Sign::Written };
        let face = Face::new(hour, Some(minute), sign, end + usize::from(unit));
        return Some(Face { second, whole_day: face.whole_day || led || unit || hour == 0, ..face });
    }
    if let Some((hour, minute)) = word.split_once('.') {
        let hour = hour.parse().ok().filter(|hour| *hour < 25)?;
        return Some(Face::new(hour, Some(two(minute)?), Sign::Pointed, at + 1));
    }
    if word.contains(',') {
        return None;
    }
    if word.len() >= 3 {
        let (hour, minute) = word.split_at_checked(word.len() - 2).filter(|_| word.len() < 5)?;
        let hour = hour.parse().ok().filter(|hour| *hour < 25)?;
        let minute = Some(two(minute)?);
        let unit = matches!(text.lower(at + 1), "hours" | "hrs") && word.len() == 4;
        let face = Face::new(hour, minute, Sign::Bare, at + 1 + usize::from(unit));
        // "at 0730"
        let sign = if word.starts_with('0') && word.len() == 4 { Sign::Written } else { face.sign };
        let sign = if unit { Sign::Said } else { sign };
        return Some(Face { sign, whole_day: unit || word.starts_with('0'), ..face });
    }
    let hour = word.parse().ok().filter(|hour| *hour <= 24)?;
    Some(Face { whole_day: false, ..Face::new(hour, None, Sign::Bare, at + 1) })
}

/// "1700" after "0900": four digits that another time shows to be one.
pub(super) fn compact(text: &Text<'_>, at: usize) -> Option<Face> {
    let face = hours(text, at).filter(|face| face.minute.is_some() && text.word(at).len() == 4)?;
    Some(Face { sign: Sign::Written, whole_day: true, ..face })
}

/// "nine", "seven thirty", "eleven oh five".
fn spoken(text: &Text<'_>, at: usize) -> Option<Face> {
    let hour = small(text, at).filter(|hour| (1..=12).contains(hour))?;
    let bare = Face::new(hour, None, Sign::Bare, at + 1);
    if matches!(text.lower(at + 1), "oh" | "o")
        && let Some(minute) = small(text, at + 2).filter(|minute| *minute < 10)
    {
        return Some(Face::new(hour, Some(minute), Sign::Spoken, at + 3));
    }
    // "five-thirty"
    let hyphen = is_dash(text, at + 1) && text.glued(at + 1) && text.glued(at + 2);
    let minutes = at + 1 + usize::from(hyphen);
    let second = match words::of(text, minutes) {
        Some(Word::Number | Word::Tens(_)) if !matches!(text.lower(minutes), "dozen" | "hundred") => {
            numeral::read(text, minutes)
        }
        _ => None,
    };
    let minute = second
        .filter(|minute| minute.value.is_whole() && !minute.fraction)
        .and_then(|number| Some((u16::try_from(number.value.floor()).ok()?, number.end)));
    match minute {
        Some((minute, end)) if (10..60).contains(&minute) => Some(Face::new(hour, Some(minute), Sign::Spoken, end)),
        _ => Some(bare),
    }
}

/// A whole number in one word.
fn small(text: &Text<'_>, at: usize) -> Option<u16> {
    if !matches!(words::of(text, at), Some(Word::Number)) {
        return None;
    }
    let index = SMALL.iter().position(|word| *word == text.lower(at))?;
    u16::try_from(index + 1).ok()
}

/// The hours in words, from one.
const SMALL: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "a.m.", "pm", "p. m.", and "a" or "p" after minutes.
fn meridian(text: &Text<'_>, face: Face) -> Option<(Half, usize)> {
    let mut at = face.end;
    // "9.am"
    if is_glued(text, at, ".") && text.glued(at + 1) && matches!(text.lower(at + 1), "am" | "pm") {
        at += 1;
    }
    let half = match text.lower(at) {
        "am" | "a.m." | "a.m" => return Some((Half::Morning, at + 1)),
        "pm" | "p.m." | "p.m" => return Some((Half::Afternoon, at + 1)),
        "a" => Half::Morning,
        "p" => Half::Afternoon,
        _ => return None,
    };
    let pointed = is(text, at + 1, ".");
    let m = at + 1 + usize::from(pointed);
    if is(text, m, "m") || is(text, m, "M") {
        return Some((half, m + 1 + usize::from(pointed && is(text, m + 1, "."))));
    }
    let short = || face.sign == Sign::Bare && hour::short_half(text, at).is_some();
    (text.glued(at) && (face.sign == Sign::Written || short())).then_some((half, at + 1))
}

/// "in the morning", "at night".
fn of_day(text: &Text<'_>, at: usize) -> Option<(Half, usize)> {
    let part = match (text.lower(at), text.lower(at + 1)) {
        ("in", "the") => at + 2,
        ("at", "night") => at + 1,
        _ => return None,
    };
    let Some(Word::Part(part_of)) = words::of(text, part) else { return None };
    // "8 in the morning session"
    let noun = text.kind(part + 1) == TokenKind::Word && !is_last(text, part + 1);
    half(part_of).filter(|_| !noun).map(|half| (half, part + 1))
}

/// The half of the day that a part of it lies in.
pub(super) fn half(part: DayPart) -> Option<Half> {
    match part {
        DayPart::Morning => Some(Half::Morning),
        DayPart::Afternoon | DayPart::Evening => Some(Half::Afternoon),
        DayPart::Night => Some(Half::Night),
        DayPart::Midday => None,
    }
}

/// Whether nothing that a number would count or measure follows.
fn is_free(text: &Text<'_>, at: usize) -> bool {
    !text.glued(at) || matches!(text.word(at), "," | "." | ")" | ";" | "?" | "!" | "\"" | "”") || is_dash(text, at)
}

/// Whether no noun follows that the number could count.
pub(super) fn is_last(text: &Text<'_>, at: usize) -> bool {
    match text.kind(at) {
        TokenKind::Word => {
            FOLLOWERS.contains(&text.lower(at))
                || matches!(
                    words::of(text, at),
                    Some(Word::Weekday(..) | Word::Near(_) | Word::Tonight | Word::Which(_))
                )
        }
        TokenKind::Mark => is_free(text, at) && !(text.glued(at) && is_dash(text, at)) && !is(text, at, "%"),
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

/// How far before a time of day another may name its half of the day.
const BESIDE: usize = 20;

/// How far before "at" one of them stands.
const TIMED_REACH: usize = 4;
