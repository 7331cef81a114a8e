//! Hours told by where they begin and how long they last: "from 10 am for three hours", "for two hours from 6pm".

use super::clock::{self, Face, Sign};
use super::clock_range::Hours;
use super::words::{self, is};
use super::{Item, Length, Reader, What};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};

/// The minutes of a day.
const DAY: u16 = 1440;

impl Reader<'_> {
    /// An hour with the length behind it, or a length with the hour behind it, as one stretch.
    pub(super) fn session(&self, item: Item) -> Item {
        let text = self.text;
        let said = |face: Face| face.sign == Sign::Said && (face.half.is_some() || face.whole_day);
        let told = match &item.what {
            What::Time(time) => time.face.filter(|face| said(*face)).and_then(|begin| {
                let led = words::before(text, item.first) == "from" && is(text, item.end, "for");
                let lasting = self.duration(item.end + 1).filter(|_| led)?;
                let What::Duration(length) = &lasting.what else { return None };
                Some((begin, minutes(length)?, lasting.end))
            }),
            What::Duration(length) if is(text, item.end, "from") => {
                clock::face(text, item.end + 1).filter(|face| said(*face)).and_then(|begin| {
                    // "two hours from 6pm to 8pm" says it twice.
                    let alone = !matches!(text.lower(begin.end), "to" | "until" | "till" | "-" | "–" | "on");
                    Some((begin, minutes(length).filter(|_| alone)?, begin.end))
                })
            }
            What::Date(_)
            | What::Days(..)
            | What::Bad(_)
            | What::Hours(_)
            | What::DayHours(..)
            | What::Set(_)
            | What::Duration(_) => None,
        };
        let Some((begin, lasts, end)) = told else { return item };
        let last = (begin.minutes() + lasts) % DAY;
        let minute = Some(last % 60).filter(|minute| *minute > 0 || begin.minute.is_some());
        let finish = Face::of_day(last / 60, minute, end);
        let what = What::Hours(Hours { begin, finish });
        Item { first: item.first, end, what, certainty: Certainty::Weak }
    }
}

/// The minutes of a length in hours or minutes, less than a day.
fn minutes(length: &Length) -> Option<u16> {
    let times = match length.unit {
        "hour" => 60,
        "minute" => 1,
        _ => return None,
    };
    let exact = length.figure.written.filter(|_| length.figure.hedge == Hedge::Exactly)?;
    let minutes = exact.times(Exact::whole(times)).filter(|minutes| minutes.is_whole())?;
    u16::try_from(minutes.floor()).ok().filter(|minutes| (1..DAY).contains(minutes))
}
