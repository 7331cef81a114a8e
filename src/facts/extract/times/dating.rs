//! The day of a time of day that stands apart from it ("On Friday she called at 8 p.m. and again at
//! ten past nine") and the time of day that lies some minutes or hours from another ("two hours later").

use super::amount::Amount;
use super::anchor::{self, Lean};
use super::words::{self, Unit, Word};
use super::zone::Zone;
use super::{Clock, Item, Reader, What, moment, timex};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use jiff::ToSpan;
use jiff::civil::Date;

/// The last time of day that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    day: Option<Date>,
    /// Minutes after midnight.
    minutes: u16,
    at: usize,
}

/// A day that a time of day may be of.
struct Near {
    day: Date,
    certainty: Certainty,
}

impl Reader<'_> {
    /// A time of day with the day that its sentence, the one before or the day of publication gives it.
    pub(super) fn with_day(&self, item: Item) -> Item {
        let What::Time(clock) = &item.what else { return item };
        if !clock.timex.starts_with('T') {
            return item;
        }
        // "5pm today" says its day itself, known or not.
        let text = self.text;
        let relative = |at: usize| matches!(words::of(text, at), Some(Word::Near(_) | Word::Tonight | Word::Which(_)));
        if (item.first..item.end).any(relative) {
            return item;
        }
        // "open daily from 10am"
        let again = |at: usize| matches!(words::of(text, at), Some(Word::Often(_) | Word::Every | Word::Weekdays(_)));
        let mut before = (item.first.saturating_sub(4)..item.first).rev().take_while(|at| text.word(*at) != ".");
        if before.any(again) || again(item.end) {
            return item;
        }
        let Some(near) = self.day_near(item.first, item.end, clock) else { return item };
        let timex = moment::joined(&timex::date(near.day), &clock.timex);
        let what = What::Time(Clock { timex, ..clock.clone() });
        Item { what, certainty: item.certainty.max(near.certainty), ..item }
    }

    fn day_near(&self, first: usize, end: usize, clock: &Clock) -> Option<Near> {
        let text = self.text;
        let start = |at: usize| text.tokens.get(at).map_or(0, |token| token.span.start);
        let number = text.sentence_at(start(first));
        let sentence = text.sentences.get(number)?.tokens.clone();
        let before = number.checked_sub(1).and_then(|before| text.sentences.get(before));
        let before = before.map_or(sentence.start, |before| before.tokens.start);
        if let Some((day, at)) = self.recent_day
            && at >= before
        {
            let own = at >= sentence.start;
            // "Out today - ring him at 9 a.m." is two notes.
            let apart = |at: usize| {
                matches!(text.word(at), ";" | ":") && !text.glued(at + 1) || words::is_dash(text, at) && !text.glued(at)
            };
            if self.is_day_of_saying(at) || own && (at.max(first.saturating_sub(LOOK))..first).any(apart) {
                return None;
            }
            // A rule ("the shop opens at 9 a.m.") is of no day.
            let told = own || clock.face.is_some() && anchor::lean(text, first, end) == Lean::Past;
            let certainty = if own { Certainty::Likely } else { Certainty::Weak };
            return told.then_some(Near { day, certainty });
        }
        // News that still goes on gives the time with its zone: "down 2 points at 14:30 GMT".
        let zoned = clock.face.is_some_and(|face| face.zone != Zone::None);
        let around = sentence.start.max(first.saturating_sub(LOOK))..sentence.end.min(end + LOOK);
        let other = around.into_iter().any(|at| {
            let word = words::of(text, at);
            let today = matches!(word, Some(Word::Near(0)));
            !today
                && matches!(
                    word,
                    Some(Word::Weekday(..) | Word::Month(..) | Word::Near(_) | Word::Tonight | Word::Which(_))
                )
        });
        if !zoned || other || anchor::lean(text, first, end) != Lean::Past {
            return None;
        }
        Some(Near { day: self.published?, certainty: Certainty::Weak })
    }

    /// "said Friday", "told reporters on Tuesday": the day of the words, not of what they tell.
    fn is_day_of_saying(&self, day: usize) -> bool {
        let text = self.text;
        (day.saturating_sub(SAYING_REACH)..day).rev().take_while(|at| text.word(*at) != ".").any(|at| {
            let word = text.lower(at);
            SAYING.contains(&word)
        })
    }

    /// Holds the time of day that a text tells, for "an hour later".
    pub(super) fn tells(&mut self, item: &Item) {
        let value = match &item.what {
            What::Time(clock) => &clock.timex,
            What::Date(day) => &day.timex,
            What::Days(..) | What::Bad(_) | What::Hours(_) | What::DayHours(..) | What::Set(_) | What::Duration(_) => {
                return;
            }
        };
        let Some((day, time)) = value.split_once('T') else { return };
        if let Some(minutes) = minutes_of(time) {
            self.last_told = Some(Told { day: day.parse().ok(), minutes, at: item.first });
        }
    }

    /// "30 minutes later", "two hours earlier": the time of day that lies so far from the last.
    pub(super) fn after_told(&self, amount: &Amount, sign: i32, end: usize) -> Option<Item> {
        let text = self.text;
        let told = self.last_told?;
        let start = |at: usize| text.tokens.get(at).map_or(0, |token| token.span.start);
        let near = text.sentence_at(start(told.at)) + 1 >= text.sentence_at(start(amount.first));
        let exact = amount.hedge == Hedge::Exactly && !HEDGES.contains(&words::before(text, amount.first));
        let length = match amount.unit {
            Unit::Minute => Exact::ONE,
            Unit::Hour => Exact::whole(60),
            _ => return None,
        };
        let length = amount.count.and_then(|count| count.times(length)).filter(|length| length.is_whole())?;
        let length = i32::try_from(length.floor()).ok().filter(|length| *length < 24 * 60)?;
        let moved = i32::from(told.minutes) + sign * length;
        let day = told.day.map(|day| anchor::shifted(day, moved.div_euclid(24 * 60).days()));
        let minutes = u16::try_from(moved.rem_euclid(24 * 60)).ok()?;
        if !near || !exact || told.day.is_none() && !(0..24 * 60).contains(&moved) {
            return None;
        }
        let timex = format!("{}{}", day.map_or_else(String::new, timex::date), timex::time(minutes, true, None));
        let clock = Clock { timex, minutes: None, face: None };
        Some(Item { first: amount.first, end, what: What::Time(clock), certainty: Certainty::Weak })
    }
}

/// The minutes after midnight of `21:30`, `21` or `14:00Z`.
fn minutes_of(time: &str) -> Option<u16> {
    let hour: u16 = time.get(..2)?.parse().ok()?;
    let minute: u16 = match time.get(2..3) {
        None => 0,
        Some(":") => time.get(3..5)?.parse().ok()?,
        Some(_) => return None,
    };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// How far around a time of day another word may name its day.
const LOOK: usize = 40;

/// How far before a day a verb of saying makes it the day of the words.
const SAYING_REACH: usize = 4;

/// What makes a length rough.
const HEDGES: &[&str] =
    &["about", "nearly", "almost", "around", "roughly", "approximately", "over", "than", "some", "under"];

/// Verbs of saying.
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "announced",
    "reported",
    "confirmed",
    "tweeted",
    "wrote",
    "statement",
    "according",
    "added",
];
