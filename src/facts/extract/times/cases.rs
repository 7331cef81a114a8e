//! Cases of dates and times, as data: a sentence and all the times that it must give.
//!
//! In a fixture `@DATE` dates the articles that follow (`@-` undates them), `#` begins a comment,
//! and a case is `sentence => kind "words" value; …`, a `?` after the value marking a weak reading.
//! Nothing after the arrow says that there is no time in the sentence.

use crate::article::{Article, Block, Part};
use crate::facts::Facts;
use crate::facts::model::At;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::Text;
use jiff::civil::Date;
use proptest::prelude::*;

fn article(words: &str, published: Option<Date>) -> Article {
    let mut article = Article { published, text: words.to_owned(), ..Article::default() };
    article.blocks.push(Block::new(Part::Body, Span::new(0, words.len())));
    article
}

/// All times of a sentence, one line for each, in the order of the text.
fn shown(words: &str, published: Option<Date>) -> String {
    let article = article(words, published);
    let text = Text::read(&article);
    let facts = Facts::read(&text);
    let mut all: Vec<(Span, String)> = Vec::new();
    let mut add = |at: At, kind: &str, value: &str| {
        let weak = if at.certainty == Certainty::Weak { "?" } else { "" };
        all.push((at.span, format!("{kind} \"{}\" {value}{weak}", at.span.of(words))));
    };
    for f in &facts.dates {
        add(f.at, "date", &f.timex);
    }
    for f in &facts.bad_dates {
        add(f.at, "bad", &format!("{}-{:02}-{:02}", f.year.unwrap_or(0), f.month, f.day));
    }
    for f in &facts.times {
        add(f.at, "time", &f.timex);
    }
    for f in &facts.sets {
        add(f.at, "set", &f.timex);
    }
    for f in &facts.durations {
        add(f.at, "duration", &f.timex);
    }
    for f in &facts.periods {
        let end =
            |index: Option<u32>| index.and_then(|at| facts.dates.get(at as usize)).map_or("", |date| &*date.timex);
        let length = f.length.and_then(|at| facts.durations.get(at as usize)).map_or("", |length| &*length.timex);
        let ends = f.timex.as_deref().map_or_else(|| format!("{}/{}", end(f.start), end(f.end)), str::to_owned);
        add(f.at, "period", format!("{ends} {length}").trim());
    }
    all.sort_by_key(|(span, _)| (span.start, u32::MAX - span.end));
    all.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("; ")
}

fn check(fixture: &str) {
    let mut published = None;
    let mut wrong = Vec::new();
    let (mut with, mut without) = (0, 0);
    for line in fixture.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if let Some(day) = line.strip_prefix('@') {
            published = day.parse().ok();
            continue;
        }
        let (words, wanted) = line.split_once("=>").expect("a case has an arrow");
        let (words, wanted) = (words.trim(), wanted.trim());
        *if wanted.is_empty() { &mut without } else { &mut with } += 1;
        let got = shown(words, published);
        if got != wanted {
            wrong.push(format!("{words}\n    wanted {wanted}\n    got    {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), with + without, wrong.join("\n"));
    assert!(without * 5 >= with * 2, "{without} cases without a time against {with} with one");
}

#[test]
fn parts_of_times() {
    check(include_str!("../../../../fixtures/facts/parts-of-times.txt"));
}

#[test]
fn from_sunrise_to_decade() {
    check(include_str!("../../../../fixtures/facts/sunrise-to-decade.txt"));
}

#[test]
fn times_of_the_news_desks() {
    check(include_str!("../../../../fixtures/facts/news-times.txt"));
}

#[test]
fn dates() {
    check(include_str!("../../../../fixtures/facts/dates.txt"));
}

#[test]
fn feasts_and_hours() {
    check(include_str!("../../../../fixtures/facts/feasts-and-hours.txt"));
}

#[test]
fn relative_times() {
    check(include_str!("../../../../fixtures/facts/relative-times.txt"));
}

#[test]
fn durations() {
    check(include_str!("../../../../fixtures/facts/durations.txt"));
}

proptest! {
    /// Times of day in any order: spans quote their words and nothing panics.
    #[test]
    fn any_clock_is_read(words in "([0-9]{1,4}|:[0-9]{2}|\\.[0-9]{2}|am|p\\.m\\.|GMT|to|from|between|and|noon|midnight|past|half|quarter|a|nine|thirty|in the morning|at|on|,|-|Monday|Sundays|tonight|today|every|day|hours|h|m|all|long| ){0,40}") {
        let article = article(&words, Date::new(2018, 7, 26).ok());
        let text = Text::read(&article);
        let facts = Facts::read(&text);
        let all = facts.times.iter().map(|f| f.at).chain(facts.periods.iter().map(|f| f.at));
        for at in all.chain(facts.sets.iter().map(|f| f.at)).chain(facts.durations.iter().map(|f| f.at)) {
            prop_assert!(words.get(at.span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
}

#[test]
fn clocks() {
    check(include_str!("../../../../fixtures/facts/clocks.txt"));
}

/// The fields that the rule on weekdays compares.
#[test]
fn weekdays_stand_beside_their_days() {
    let words = "It sailed on Friday, 27 June 2017 and docked on Monday, July 3rd.";
    let article = article(words, None);
    let text = Text::read(&article);
    let facts = Facts::read(&text);
    let [sailed, docked] = facts.dates.as_slice() else { panic!("two dates") };
    let (weekday, span) = sailed.weekday.unwrap();
    assert_eq!((weekday, span.of(words)), (jiff::civil::Weekday::Friday, "Friday"));
    assert_eq!(sailed.day.map(|(day, span)| (day, span.of(words))), Some((27, "27")));
    assert_eq!((sailed.explicit, sailed.at.certainty), (true, Certainty::Sure));
    assert_eq!((docked.explicit, docked.value, docked.at.certainty), (false, None, Certainty::Likely));
}

/// What the wording of a length can mean, in days, and its ends as written.
#[test]
fn lengths_are_intervals() {
    let words = "It ran for more than two days, then 12 to 18 weeks, then about 10 days and 3 years.";
    let article = article(words, None);
    let text = Text::read(&article);
    let facts = Facts::read(&text);
    let got: Vec<String> = facts
        .durations
        .iter()
        .map(|f| {
            let end = |end: crate::facts::interval::End| end.number().map_or("-".to_owned(), |n| n.to_decimal(4));
            let ends = [f.figure.low, f.figure.high].map(|n| n.map_or("-".to_owned(), |n| n.to_decimal(0)));
            let interval = f.value.interval;
            format!("{} {} {} {}..{}", f.figure.hedge.word(), ends[0], ends[1], end(interval.low), end(interval.high))
        })
        .collect();
    assert_eq!(got, ["over 2 - 2..-", "range 12 18 84..126", "about - - 9..11", "exactly - - 1,095.7275..1,095.7275"]);
}

/// Easter Sundays as the churches of the West kept or will keep them.
#[test]
fn easter_is_where_the_church_has_it() {
    for (year, date) in
        [(1998, "1998-04-12"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31"), (2038, "2038-04-25")]
    {
        let got = shown(&format!("They met on Easter Sunday {year} in Rome."), None);
        assert_eq!(got, format!("date \"Easter Sunday {year}\" {date}?"));
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

proptest! {
    /// A date printed in any usual form is read as itself.
    #[test]
    fn printed_dates_are_read(year in 1500_i16..2100, month in 1_i8..=12, day in 1_i8..=28, form in 0..8) {
        let date = Date::new(year, month, day).unwrap();
        let name = MONTHS[usize::from(month.unsigned_abs()) - 1];
        let weekday = format!("{:?}", date.weekday());
        let written = match form {
            0 => format!("{name} {day}, {year}"),
            1 => format!("{day} {name} {year}"),
            2 => format!("{weekday}, {day} {name} {year}"),
            3 => format!("{weekday}, {name} {day}, {year}"),
            4 => format!("{year}-{month:02}-{day:02}"),
            5 => format!("{day} of {name}, {year}"),
            6 if day > 12 => format!("{day:02}/{month:02}/{year}"),
            7 if day > 12 => format!("{month}/{day}/{year}"),
            _ => format!("{}. {day}, {year}", name.get(..3).unwrap()).replace("May.", "May"),
        };
        let got = shown(&format!("It opened on {written} in Leeds."), None);
        prop_assert_eq!(got, format!("date \"{written}\" {year:04}-{month:02}-{day:02}"));
    }

    /// Spans quote their words, whatever the text, and nothing panics.
    #[test]
    fn any_text_is_read(words in "([0-9]{1,4}|May|march|Fri|Sunday|,|-|/|:|th|of|the|last|every|ago|year|years|s|'|noon|Q|half|an|\\.|é| ){0,40}") {
        let article = article(&words, Date::new(2018, 7, 26).ok());
        let text = Text::read(&article);
        let facts = Facts::read(&text);
        for at in facts.dates.iter().map(|f| f.at).chain(facts.durations.iter().map(|f| f.at)).chain(facts.times.iter().map(|f| f.at)) {
            prop_assert!(words.get(at.span.range()).is_some_and(|words| !words.is_empty()));
        }
        let ordered = |spans: Vec<Span>| spans.windows(2).all(|pair| pair[0].start < pair[1].start);
        prop_assert!(ordered(facts.dates.iter().map(|f| f.at.span).collect()));
    }
}
