//! Times: days, hours, lengths, and what is told of them twice.

use super::values::{fact, hedge, known, maybe_fact, maybe_text, named, quantity, text, written, yes_no};
use super::{FieldSchema, Kind, KindSchema};
use crate::facts::date::{self, PRECISION, WEEKDAY};
use crate::facts::exact::Exact;
use crate::facts::names::{DateRole, Hedge, NameList};
use crate::facts::quantity::Measured;
use crate::facts::value::{Content, Type, Value};

kinds! {
    Date "date" dates "a day, month, year, season or decade" {
        "value": maybe (Date) "the days that are meant" => |f, _| known(f.value.map(Content::Date), Some(f.at.span));
        "weekday": maybe (enum WEEKDAY) "the weekday written beside it" => |f, _| f.weekday.map_or(Value::ABSENT, |(day, span)| Value::at(Content::Named(date::weekday(day)), span));
        "day": maybe (Exact) "the day of the month as written" => |f, _| f.day.map_or(Value::ABSENT, |(day, span)| Value::at(Value::exact(Exact::from(i64::from(day))), span));
        "precision": always (enum PRECISION) "how exact it is" => |f, _| named(date::precision(f.precision));
        "role": always (list DateRole) "what it does" => |f, _| named(f.role.named());
        "event": maybe (fact Event) "the event that it dates" => |f, _| maybe_fact(Kind::Event, f.event);
        "weekday_fits": maybe (YesNo) "whether the weekday fits the day; where no year is written, in the year of publication or on the day nearest to it" => |f, _| f.weekday_fits.map_or(Value::ABSENT, yes_no);
        "year_of_weekday": maybe (Date) "the same day a year later or earlier, whichever falls on the weekday written" => |f, _| known(date::year_of_weekday(f.value, f.weekday.map(|(day, _)| day)).map(Content::Date), None);
        "explicit": always (YesNo) "whether its year is written" => |f, _| yes_no(f.explicit);
        "relative": always (YesNo) "whether it is reckoned from the day of publication" => |f, _| yes_no(f.relative);
    }
    BadDate "bad_date" bad_dates "a written date that does not exist" {
        "month": always (Exact) "the month, from one" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.month))));
        "day": always (Exact) "the day as written" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.day))));
        "days": always (Exact) "the days that the month has" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.days))));
    }
    Time "time" times "a time of day" {
        "minutes": maybe (Exact) "minutes after midnight" => |f, _| known(f.minutes.map(|n| Value::exact(Exact::from(i64::from(n)))), Some(f.at.span));
    }
    Set "set" sets "a time that comes again" {}
    Duration "duration" durations "a length of time" {
        "value": always (Time) "what the wording can mean" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "unit": always (Text) "the unit's singular" => |f, _| text(&f.unit);
        "per": maybe (Text) "what the length is told for" => |f, _| maybe_text(f.per.as_deref());
    }
    Period "period" periods "a stretch of time" {
        "start": maybe (fact Date) "when it begins" => |f, _| maybe_fact(Kind::Date, f.start);
        "end": maybe (fact Date) "when it ends" => |f, _| maybe_fact(Kind::Date, f.end);
        "length": maybe (fact Duration) "how long it is" => |f, _| maybe_fact(Kind::Duration, f.length);
        "backwards": always (YesNo) "whether it ends before it begins" => |f, _| yes_no(f.backwards);
    }
    Redating "redating" redatings "one day or year said twice" {
        "first": always (fact Date) "the first" => |f, _| fact(Kind::Date, f.first);
        "second": always (fact Date) "the second" => |f, _| fact(Kind::Date, f.second);
    }
    Anniversary "anniversary" anniversaries "how many years ago something was" {
        "value": always (Time) "the years" => |f, _| quantity(&f.value, f.figure_span);
        "since": always (fact Date) "the day or year that they are counted from" => |f, _| fact(Kind::Date, f.since);
        "as_of": always (Date) "the day or year that they are counted to" => |f, _| Value::new(Content::Date(f.as_of));
    }
    ClockPair "clock_pair" clock_pairs "one time of day in two time zones" {
        "first": always (fact Time) "the first" => |f, _| fact(Kind::Time, f.first);
        "second": always (fact Time) "the second" => |f, _| fact(Kind::Time, f.second);
        "fits": always (YesNo) "whether some offset of the two zones makes them the same" => |f, _| yes_no(f.fits);
    }
    Landmark "landmark" landmarks "a well-known event, war or term of office whose year is told" {
        "days": always (Date) "when it was" => |f, _| Value::new(Content::Date(f.days));
        "told": maybe (fact Date) "the year told" => |f, _| maybe_fact(Kind::Date, f.told);
        "born": maybe (fact Date) "when whoever is said to have fought in it was born" => |f, _| maybe_fact(Kind::Date, f.born);
        "fits": always (YesNo) "whether the year told can be one of it" => |f, _| yes_no(f.fits);
    }
}
