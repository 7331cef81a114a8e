//! Hours from one to another: "5pm to 6pm", "9-10 am", "between 10:30 and noon", "from 8 to 9 in the evening".

use super::clock::{Face, Sign, compact, face, is_last};
use super::words::{self, is, is_dash};
use super::{Item, Reader, What, timex};
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Two times of day, the first before the second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours {
    pub(super) begin: Face,
    pub(super) finish: Face,
}

impl Hours {
    /// Minutes from the first to the second, at most a day.
    fn length(self) -> u16 {
        after(self.begin.minutes(), self.finish.minutes())
    }

    /// Whether the second lies on the next day.
    pub(super) fn over_midnight(self) -> bool {
        self.finish.minutes() <= self.begin.minutes()
    }

    /// Whether it ends before it begins: both in the afternoon, since nothing but a day lasts from 2pm to 1pm.
    pub(super) fn is_backwards(self) -> bool {
        let afternoon = |face: Face| face.half == Some(super::clock::Half::Afternoon);
        afternoon(self.begin) && afternoon(self.finish) && self.finish.minutes() < self.begin.minutes()
    }

    /// The ends and the length: `(T16,T17,PT1H)`, on the days given `(2017-05-18T16,2017-05-18T17,PT1H)`.
    pub(super) fn timex(self, days: [&str; 2]) -> String {
        let [first, last] = days;
        let length = timex::minutes(u32::from(self.length()));
        format!("({first}{},{last}{},{length})", self.begin.timex(), self.finish.timex())
    }

    /// The same where a part of the day is named beside it: "between 6 and 8:15 last night".
    pub(super) fn within(self, half: Option<super::clock::Half>) -> Self {
        if self.begin.half.is_some() || self.finish.half.is_some() || self.begin.whole_day || self.finish.whole_day {
            return self;
        }
        Self { begin: self.begin.within(half), finish: self.finish.within(half) }
    }
}

/// What stands beside two times of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    Nothing,
    Day,
    /// A part of a day: "last night", "tomorrow morning".
    Part,
}

impl Reader<'_> {
    /// Hours from one to another, the first of which begins here.
    pub(super) fn clock_range(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let led = matches!(words::before(text, at), "from" | "between");
        if let Some(hours) = self.opening_hours(at) {
            return Some(Item {
                first: at,
                end: hours.finish.end,
                what: What::Hours(hours),
                certainty: Certainty::Weak,
            });
        }
        let between = is(text, at.wrapping_sub(1), "between");
        let (hours, certainty) = hours(text, at, led, |finish| match self.is_dated(finish) {
            true if between && self.is_parted(finish) => Beside::Part,
            true => Beside::Day,
            false => Beside::Nothing,
        })?;
        let first = if led && at > self.floor { at - 1 } else { at };
        Some(Item { first, end: hours.finish.end, what: What::Hours(hours), certainty })
    }

    /// "9-5 Monday to Friday", "10-1 on Saturdays": bare hours before the days of every week.
    fn opening_hours(&self, at: usize) -> Option<Hours> {
        let text = self.text;
        let tight = is_dash(text, at + 1) && text.glued(at + 1) && text.glued(at + 2);
        if !tight || text.kind(at) != TokenKind::Number || text.kind(at + 2) != TokenKind::Number {
            return None;
        }
        let (begin, finish) = (face(text, at)?, face(text, at + 2)?);
        let bare = |face: Face| matches!(face.sign, Sign::Bare | Sign::Pointed | Sign::Written) && face.half.is_none();
        if !bare(begin) || !bare(finish) || begin.hour > 12 || begin.hour == 0 || finish.hour > 12 || finish.hour == 0 {
            return None;
        }
        let on = finish.end + usize::from(matches!(text.lower(finish.end), "on" | ","));
        let weekly = match words::of(text, on) {
            Some(words::Word::Weekdays(_) | words::Word::Often(_) | words::Word::Weekends) => true,
            Some(words::Word::Weekday(..)) => {
                let (.., end) = words::weekday(text, on)?;
                let to = matches!(text.lower(end), "to" | "through" | "-" | "–" | "till" | "until");
                to && words::weekday(text, end + 1).is_some()
            }
            _ => text.lower(on) == "weekdays",
        };
        let half = if begin.hour < 7 && begin.hour < finish.hour { Some(super::clock::Half::Afternoon) } else { None };
        let [begin, finish] = settled(begin.within(half), finish.within(half));
        (weekly && begin.minutes() != finish.minutes()).then_some(Hours { begin, finish })
    }

    /// Whether the part of a day follows: "last night", "tonight", "tomorrow morning".
    fn is_parted(&self, face: Face) -> bool {
        let text = self.text;
        let part = matches!(words::of(text, face.end + 1), Some(words::Word::Part(_)));
        part || matches!(words::of(text, face.end), Some(words::Word::Tonight))
    }
}

/// The two ends, and how sure it is that they are times of day.
pub(super) fn hours(
    text: &Text<'_>,
    at: usize,
    led: bool,
    beside: impl Fn(Face) -> Beside,
) -> Option<(Hours, Certainty)> {
    let begin = face(text, at)?;
    // "9 a.m.-to-5 p.m."
    let hyphens = is_dash(text, begin.end) && is(text, begin.end + 1, "to") && is_dash(text, begin.end + 2);
    let joiner = begin.end + usize::from(hyphens);
    let next = joiner + 1 + usize::from(hyphens);
    let dash = is_dash(text, joiner);
    let tight = dash && text.glued(joiner) && text.glued(joiner + 1);
    let links = match text.lower(joiner) {
        "to" | "until" | "till" | "through" | "thru" | "til" => true,
        "and" => words::before(text, at) == "between",
        _ => dash,
    };
    // The first of "8 to 9 pm" may count something; so may that of "Room 8 - 9pm".
    let opens = matches!(text.kind(next), TokenKind::Number | TokenKind::Word);
    // "11 a.m. local time — 4 a.m. in Washington" says one time twice.
    let aside = is(text, joiner, "—") && !tight;
    if !links || !opens || aside || !together(text, at, next) {
        return None;
    }
    let digits = text.word(at).len() == 4 && begin.whole_day;
    let finish = face(text, next).or_else(|| compact(text, next).filter(|_| digits))?;
    let said = |face: Face| face.sign == Sign::Said || face.half.is_some() && led;
    let bare = |face: Face| matches!(face.sign, Sign::Bare | Sign::Pointed);
    let certainty = match (said(begin), said(finish)) {
        (true, true) => Certainty::Sure,
        // "ten to 8pm" is a quarter of an hour, or near it.
        (false, true) => {
            let minutes =
                is(text, joiner, "to") && begin.sign == Sign::Bare && !led && text.kind(at) == TokenKind::Word;
            let counted = begin.sign == Sign::Bare && (begin.hour > 12 || dash && !tight && !led);
            if minutes || counted {
                return None;
            }
            Certainty::Likely
        }
        (true, false) => {
            let open = bare(finish) && !is_last(text, finish.end);
            if open || finish.sign == Sign::Bare && text.kind(next) == TokenKind::Word && !led {
                return None;
            }
            Certainty::Likely
        }
        (false, false) => {
            let written = begin.sign == Sign::Written && begin.second.is_none() && finish.second.is_none();
            let closed = finish.sign == Sign::Written || finish.sign == Sign::Bare && is_last(text, finish.end);
            let beside = beside(finish);
            let dated = beside != Beside::Nothing;
            let upright = begin.whole_day || tight && begin.hour >= 6;
            let rests = led || dated || upright && finish.whole_day && begin.hour < finish.hour;
            // "from 7 to 7:30 on Friday"
            let opened = led && dated && begin.sign == Sign::Bare && finish.sign == Sign::Written && begin.hour <= 12;
            // "between 7 and 9 last night"
            let hours = led && begin.sign == Sign::Bare && finish.sign == Sign::Bare && finish.hour <= 12;
            let parted = beside == Beside::Part && hours && begin.hour <= 12 && is_last(text, finish.end);
            // "between 3 and 8 yesterday"
            let between = matches!(words::before(text, at), "between") && beside == Beside::Day && hours;
            // "from three thirty to four thirty"
            let told = |face: Face| face.sign == Sign::Spoken;
            let spoken = led && told(begin) && told(finish) && is_last(text, finish.end);
            // "Wednesday from 10-4", and not a record that is better now: "from 10-4 to 11-4"
            let opens = tight && led && beside == Beside::Day && hours && !is(text, finish.end, "to");
            let opens = opens && begin.hour >= 1 && begin.hour <= 12 && finish.hour >= 1 && is_last(text, finish.end);
            // "8 to nine in the evening", and not "five to seven", which is near seven
            let halved = is(text, joiner, "to") && finish.half.is_some() && text.kind(at) == TokenKind::Number;
            let halved = halved && (1..=12).contains(&begin.hour) && begin.minute.is_none();
            let daily = between && begin.hour <= 12 && (1..=12).contains(&begin.hour) && finish.hour >= 1;
            if !(written && closed && rests || opened || opens || parted || daily || spoken || halved) {
                return None;
            }
            Certainty::Weak
        }
    };
    let [begin, finish] = settled(begin, finish);
    if begin.minutes() == finish.minutes() {
        return None;
    }
    Some((Hours { begin, finish }, certainty))
}

/// Whether two tokens stand in one sentence.
fn together(text: &Text<'_>, first: usize, second: usize) -> bool {
    let sentence = |at: usize| text.token(at).map(|token| text.sentence_at(token.span.start));
    sentence(first) == sentence(second)
}

/// The two with the half of the day that the one takes from the other: the nearest that keeps the order.
fn settled(begin: Face, finish: Face) -> [Face; 2] {
    let open = |face: Face| face.half.is_none() && !face.whole_day && (1..=12).contains(&face.hour);
    let halves =
        |face: Face| [super::clock::Half::Morning, super::clock::Half::Afternoon].map(|half| face.within(Some(half)));
    let [begin, finish] = match (open(begin), open(finish)) {
        (true, false) => {
            let nearest = halves(begin).into_iter().min_by_key(|begin| after(begin.minutes(), finish.minutes()));
            [nearest.unwrap_or(begin), finish]
        }
        (false, true) => {
            let nearest = halves(finish).into_iter().min_by_key(|finish| after(begin.minutes(), finish.minutes()));
            [begin, nearest.unwrap_or(finish)]
        }
        (true, true) if after(begin.minutes(), finish.minutes()) > 720 => {
            [begin, finish.within(Some(super::clock::Half::Afternoon))]
        }
        (true, true) | (false, false) => [begin, finish],
    };
    [begin, finish]
}

/// Minutes from one time of day to the next that is the other.
fn after(from: u16, to: u16) -> u16 {
    let (from, to) = (from % 1440, to % 1440);
    if to > from { to - from } else { to + 1440 - from }
}
