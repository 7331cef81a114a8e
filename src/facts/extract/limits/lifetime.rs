//! An age or an anniversary told beside both years that it follows from: "Lee, who was born in 1962, died in 2015 at the
//! age of 63", "the bridge, built in 1900, was 95 years old when it fell in 2005", "married in 1990, they kept their 40th
//! anniversary in 2020", "opened in 1920, it closed in 1990 after 60 years".

use super::{Bounds, Reading, note};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::model;
use crate::facts::model::{of_sentence, only_of_sentence};
use crate::facts::names::{Certainty, DateRole, Hedge};
use crate::source::Span;
use crate::text::{Text, TokenKind};
use jiff::civil::Date;
use std::ops::Range;

/// Words after which the year stands in which a thing, a marriage or an office began.
const BEGUN: &[&str] =
    &["built", "opened", "founded", "established", "launched", "completed", "erected", "formed", "married", "created"];

/// Words that bring in somebody or something else whose age may be told.
const OTHERS: &[&str] = &[
    "son",
    "daughter",
    "wife",
    "husband",
    "father",
    "mother",
    "brother",
    "sister",
    "child",
    "children",
    "grandson",
    "granddaughter",
    "twin",
    "than",
    "whose",
    "widow",
    "parents",
    "fellow",
    "average",
    "restored",
    "rebuilt",
    "renewed",
    "sons",
    "daughters",
    "partner",
    "mate",
];

/// What begins in a year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    Life,
    Thing,
}

/// Reads the sentences that tell a beginning, one other year, and how long lies between.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut from = 0;
    while let Some(first) = reading.facts.dates.get(from) {
        let sentence = first.at.sentence;
        let length = reading.facts.dates.iter().skip(from).take_while(|date| date.at.sentence == sentence).count();
        let dates = from..from + length;
        from += length;
        let Some(tokens) = text.sentences.get(sentence as usize).map(|sentence| sentence.tokens.clone()) else {
            continue;
        };
        if let Some((figure, by, bounds)) = kept_now(reading, dates.clone(), sentence) {
            note(reading, "age", figure, by, bounds);
            continue;
        }
        if let Some((figure, by, bounds)) = called(reading, dates.clone(), sentence) {
            note(reading, "birth", figure, by, bounds);
            continue;
        }
        if length == 1 {
            born_so(reading, dates.start, tokens);
            continue;
        }
        if length != 2 || tokens.clone().any(|at| OTHERS.contains(&text.lower(at))) {
            continue;
        }
        let told = apart(reading, dates.start, sentence).or_else(|| lived(reading, dates.start, sentence));
        if let Some((figure, by, bounds)) = told.or_else(|| served(reading, dates.start, sentence)) {
            note(reading, "age", figure, by, bounds);
            continue;
        }
        let Some((kind, begin, other)) = two(reading, dates) else { continue };
        let (least, most) = (years(begin.0.last, other.0.first), years(begin.0.first, other.0.last));
        if least < 0 || most > 2000 {
            continue;
        }
        let bounds = |least: i64, most: i64| Bounds { least: Some(Exact::from(least)), most: Some(Exact::from(most)) };
        if let Some(age) = age(reading, kind, sentence, tokens.clone(), other.1) {
            note(reading, "age", age, begin.1, bounds(least, most));
        } else if kind == Begun::Thing
            && let Some((figure, fine)) = elapsed(reading, sentence, [begin.1, other.1])
        {
            // An anniversary counts the years, a length may count both of them.
            let whole = i64::from(other.0.first.year()) - i64::from(begin.0.first.year());
            let bounds = if fine { bounds(whole - 1, whole + 1) } else { bounds(least, most + 1) };
            note(reading, "age", figure, begin.1, bounds);
        }
    }
}

type Told = (DateRange, Span);

/// The year of a beginning and the other one, where the sentence has no third.
fn two(reading: &Reading<'_>, dates: Range<usize>) -> Option<(Begun, Told, Told)> {
    if dates.len() != 2 {
        return None;
    }
    let (one, other) = (reading.facts.dates.get(dates.start)?, reading.facts.dates.get(dates.start + 1)?);
    let begun = |date| begun(reading, date);
    match (begun(one), begun(other)) {
        (Some(kind), None) => Some((kind, told(one)?, told(other)?)),
        (None, Some(kind)) => Some((kind, told(other)?, told(one)?)),
        // "She was 19 when she married in 1955; she was born in 1936."
        (Some(Begun::Life), Some(Begun::Thing)) => Some((Begun::Life, told(one)?, told(other)?)),
        (Some(Begun::Thing), Some(Begun::Life)) => Some((Begun::Life, told(other)?, told(one)?)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// The days of a date that is written out, and its place.
fn told(date: &model::Date) -> Option<Told> {
    let plain = date.explicit && !date.relative && date.precision <= Precision::Year && !date.at.negated;
    date.value.filter(|_| plain && date.at.certainty != Certainty::Weak).map(|value| (value, date.at.span))
}

/// What begins on a date, where it is told as a beginning.
fn begun(reading: &Reading<'_>, date: &model::Date) -> Option<Begun> {
    let text = reading.text;
    let at = text.token_from(date.at.span.start);
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    if date.role == DateRole::Birth || back(2) == "born" {
        Some(Begun::Life)
    } else {
        (matches!(back(1), "in" | "on") && BEGUN.contains(&back(2))).then_some(Begun::Thing)
    }
}

/// "The club, founded in 1924, celebrates its 90th anniversary this year": an anniversary of the day of publication.
fn kept_now(reading: &Reading<'_>, dates: Range<usize>, sentence: u32) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let published = reading.article().published?;
    let mut began = None;
    for date in reading.facts.dates.get(dates)? {
        if begun(reading, date) == Some(Begun::Thing) && began.is_none() {
            began = Some(told(date)?);
        } else if !date.relative {
            return None;
        }
    }
    let began = began?;
    if let Some((years, place)) = turned(reading, began.1, sentence) {
        let since = i64::from(published.year()) - i64::from(began.0.first.year());
        let bounds = Bounds { least: Some(Exact::from(since - 1)), most: Some(Exact::from(since + 1)) };
        return (since > 0).then_some(((years, place), began.1, bounds));
    }
    let (years, place) = feast(reading, sentence)?;
    let own = text.token_from(place.start).checked_sub(1)?;
    let verb = text.lower(own.checked_sub(1)?);
    let keeps = matches!(verb, "celebrates" | "celebrate" | "celebrating" | "marks" | "mark" | "marking");
    // "its 10th anniversary in the league", "as a museum" are of something else.
    let past = text.token_from(place.end.saturating_sub(1)) + 1;
    let past = past + usize::from(text.lower(past) == "anniversary");
    let with = text.lower(past) == "with" && matches!(text.lower(past + 1), "a" | "an");
    let whole = with || matches!(text.lower(past), "." | "," | ";" | "" | "this" | "next" | "on" | "today" | "later");
    if !keeps || !whole || began.1.end > place.start {
        return None;
    }
    let since = i64::from(published.year()) - i64::from(began.0.first.year());
    let bounds = Bounds { least: Some(Exact::from(since - 1)), most: Some(Exact::from(since + 1)) };
    (since > 0).then_some(((years, place), began.1, bounds))
}

/// "The firm, founded in 1924, turns 90 this year": the number after the year of the beginning.
fn turned(reading: &Reading<'_>, began: Span, sentence: u32) -> Option<(Exact, Span)> {
    let text = reading.text;
    let past = text.token_from(began.end);
    let verb = past + usize::from(text.word(past) == ",");
    let turns = matches!(text.lower(verb), "turns" | "turned") && text.lower(verb + 2) == "this"
        || text.lower(verb) == "is" && text.lower(verb + 1) == "turning" && text.lower(verb + 3) == "this";
    let at = verb + 1 + usize::from(text.lower(verb) == "is");
    let ends = text.lower(at + 2) == "year" && text.kind(at + 3) == TokenKind::Mark;
    let span = text.token(at).filter(|token| turns && ends && token.kind == TokenKind::Number)?.span;
    let written = Exact::parse(text.word(at))?;
    (text.sentence_at(span.start) == sentence as usize).then_some((written, span))
}

/// The one age that the sentence tells: "aged 63", "95 years old", "was 63 when she died", "left school at 16".
fn age(reading: &Reading<'_>, begun: Begun, sentence: u32, tokens: Range<usize>, other: Span) -> Option<(Exact, Span)> {
    let text = reading.text;
    let ages = of_sentence(&reading.facts.ages, sentence);
    if let [age, others @ ..] = ages {
        let alone = others.is_empty() && age.figure.hedge == Hedge::Exactly && !age.now;
        let years = &*age.unit == "year";
        // "Lee, 34, …" is of the day of publication, unless the other year is that of a death.
        let told = text.kind(text.token_from(age.at.span.start)) == TokenKind::Word
            || text.lower(text.token_from(age.figure.span.end)) == "years"
            || text.lower(text.token_from(age.at.span.start).wrapping_sub(1)) == "was"
                && text.lower(text.token_from(age.at.span.end)) == "when"
                && is_then(reading, text.token_from(age.at.span.end), other)
            || is_left(text, text.token_from(age.at.span.start), other);
        return age.figure.written.filter(|_| alone && years && told).map(|n| (n, age.at.span));
    }
    if begun == Begun::Thing {
        return None;
    }
    let numbers = &reading.facts.numbers;
    let first =
        numbers.partition_point(|number| number.at.span.start < text.token(tokens.start).map_or(0, |t| t.span.start));
    numbers.iter().skip(first).take_while(|number| number.at.sentence == sentence).find_map(|number| {
        let at = text.token_from(number.at.span.start);
        let before = at.checked_sub(1).map_or("", |at| text.lower(at));
        let when =
            before == "was" && text.lower(at + 1) == "when" && matches!(text.lower(at + 2), "she" | "he" | "they");
        let when = when && is_then(reading, at + 1, other);
        let left = is_left(text, at, other);
        // "who was born in 1961 and died in 2004, was 43."
        let last = text.token_from(other.end) + 2 == at && before == "was" && closes(text, at + 1);
        let plain = number.figure.hedge == Hedge::Exactly && number.figure.style.decimals == 0;
        number.figure.written.filter(|_| plain && (when || left || last)).map(|n| (n, number.at.span))
    })
}

/// "left school at 16 in 1961", "turned 40 in 1985", "in 1961 left school at 16.": an age right beside the other year.
fn is_left(text: &Text<'_>, at: usize, other: Span) -> bool {
    let beside = text.token_from(other.start) == at + 2 && text.lower(at + 1) == "in";
    let before = at.checked_sub(1).map_or("", |at| text.lower(at));
    let at_age = before == "at" && (beside || closes(text, at + 1) && near(text, other, at));
    at_age || before == "turned" && beside
}

/// Whether "when she …" may be of the other year: of the year of a death, only where it says so.
fn is_then(reading: &Reading<'_>, when: usize, other: Span) -> bool {
    let dates = &reading.facts.dates;
    let date = dates.get(dates.partition_point(|date| date.at.span.start < other.start));
    let death = date.is_some_and(|date| date.role == DateRole::Death);
    !death || reading.text.lower(when + 2) == "died"
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | "," | ";" | "")
}

/// Whether the other year stands right before "at 32".
fn near(text: &Text<'_>, other: Span, at: usize) -> bool {
    text.token_from(other.end) + 1 == at
}

/// "The 31-year-old, born in 1992, won": no older than on the day of publication, nor younger than on the other day told.
fn called(reading: &Reading<'_>, dates: Range<usize>, sentence: u32) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let published = reading.article().published?;
    let told_of = reading.facts.dates.get(dates)?;
    let (born, others) = told_of.split_first()?;
    let at = text.token_from(born.at.span.start);
    let age = only_of_sentence(&reading.facts.ages, sentence).filter(|age| &*age.unit == "year")?;
    let exact = age.figure.hedge == Hedge::Exactly;
    let lead: Vec<&str> = (text.token_from(age.at.span.end)..at).take(6).map(|at| text.lower(at)).collect();
    let joined = matches!(
        lead.as_slice(),
        ["," | "was", "born", "in"] | [",", "who", "was", "born", "in"] | [",", "having", "been", "born", "in"]
    );
    let year = born.value.filter(|_| joined && exact && born.explicit && !born.relative)?;
    let written = age.figure.written.filter(|_| text.written(age.at.span).ends_with("-old"))?;
    // "the 31-year-old, born in 1992, will be 40 in 2032"
    let other = others.first().and_then(|other| other.value.filter(|_| other.explicit || other.relative));
    let least =
        other.filter(|other| !other.surely_before(year)).map(|other| Exact::from(years(year.last, other.first) - 1));
    let most = Some(Exact::from(years(year.first, published)));
    let ahead = (text.token_from(born.at.span.end)..text.block_end(at)).take(20).any(|at| text.lower(at) == "will");
    (!ahead && others.len() <= 1).then_some(((written, age.at.span), born.at.span, Bounds { least, most }))
}

/// "She is 81 years old, so she was born in 1943": an age of the day of publication, and the year that it is said to mean.
fn born_so(reading: &mut Reading<'_>, date: usize, tokens: Range<usize>) {
    let text = reading.text;
    let Some(date) = reading.facts.dates.get(date) else { return };
    let at = text.token_from(date.at.span.start);
    // "So when her brother was born in 1943" tells of another birth.
    let own = matches!(text.lower(at.wrapping_sub(4)), "she" | "he" | "they" | "who")
        || text.lower(at.wrapping_sub(4)) == "been"
        || text.lower(at.wrapping_sub(3)) == "been";
    let born = own && text.lower(at.wrapping_sub(1)) == "in" && text.lower(at.wrapping_sub(2)) == "born";
    let (Some(value), Some(published), true) = (date.value, reading.article().published, born && date.explicit) else {
        return;
    };
    let ages = of_sentence(&reading.facts.ages, date.at.sentence);
    let Some(age) = ages.first().filter(|age| &*age.unit == "year") else { return };
    let mean = |at: usize| {
        matches!(
            text.lower(at),
            "mean"
                | "means"
                | "meaning"
                | "meant"
                | "implies"
                | "imply"
                | "implying"
                | "making"
                | "put"
                | "puts"
                | "so"
        )
    };
    let (Some(written), past) = (age.figure.written, text.token_from(age.at.span.end)) else { return };
    if !tokens.contains(&past) || !(past..at).any(mean) || (past..at).any(|at| text.lower(at) == ";") {
        return;
    }
    let (least, most) = (years(value.last, published) - 2, years(value.first, published) + 2);
    let bounds = Bounds { least: Some(Exact::from(least)), most: Some(Exact::from(most)) };
    let (figure, by) = ((written, age.at.span), date.at.span);
    note(reading, "birth", figure, by, bounds);
}

/// "The ship sank in 1912, two decades before the law was changed in 1932", "for 25 years, from 1950 until he died in
/// 1975": a length between two years that it parts.
fn apart(reading: &Reading<'_>, first: usize, sentence: u32) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let (one, other) = (reading.facts.dates.get(first)?, reading.facts.dates.get(first + 1)?);
    let plain = |date: &model::Date| {
        date.explicit && !date.relative && date.precision <= Precision::Year && date.at.certainty != Certainty::Weak
    };
    let (from, to) = (one.value.filter(|_| plain(one))?, other.value.filter(|_| plain(other))?);
    let length = only_of_sentence(&reading.facts.durations, sentence)?;
    let (at, end) = (text.token_from(length.at.span.start), text.token_from(length.at.span.end));
    let (leads, second) = (text.token_from(one.at.span.start), text.token_from(other.at.span.start));
    let unit = match &*length.unit {
        "year" => 1,
        "decade" => 10,
        _ => return None,
    };
    let back = |at: usize| at.checked_sub(1).map_or("", |at| text.lower(at));
    let short = |words: Range<usize>| words.len() <= 9 && words.into_iter().all(|at| text.kind(at) == TokenKind::Word);
    // "in 1912, two decades before the law was changed in 1932".
    let before = text.token_from(one.at.span.end) + 1 == at
        && back(at) == ","
        && text.lower(end) == "before"
        && closes(text, text.token_from(other.at.span.end))
        && back(second) == "in"
        && short(end..second);
    // "for 25 years, from 1950 until his death in 1975".
    let lasting = back(at) == "for"
        && matches!(leads.checked_sub(end), Some(1 | 2))
        && back(leads) == "from"
        && (leads + 1..second).any(|at| matches!(text.lower(at), "until" | "till"))
        && short(leads + 1..second);
    let exact = length.figure.hedge == Hedge::Exactly && length.figure.style.decimals == 0;
    let figure = length.figure.written.filter(|_| exact && (before || lasting))?;
    let (least, most) = (years(from.last, to.first), years(from.first, to.last) + 1);
    // A decade more or less is a rounded one.
    let slack = if unit == 10 { 5 } else { 0 };
    if least < 0 {
        return None;
    }
    let whole = figure.times(Exact::whole(unit))?;
    let bounds = Bounds { least: Some(Exact::from(least - slack)), most: Some(Exact::from(most + slack)) };
    Some(((whole, length.at.span), one.at.span, bounds))
}

/// Two years of a sentence that are written out, the first before the second.
fn both(reading: &Reading<'_>, first: usize) -> Option<[Told; 2]> {
    let (one, other) = (reading.facts.dates.get(first)?, reading.facts.dates.get(first + 1)?);
    let two = [told(one)?, told(other)?];
    (two[0].0.surely_before(two[1].0)).then_some(two)
}

/// "Ann Lee (1874–1963), who lived to be 98": the two years of a life in brackets, and the age at its end.
fn lived(reading: &Reading<'_>, first: usize, sentence: u32) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let (one, other) = (reading.facts.dates.get(first)?, reading.facts.dates.get(first + 1)?);
    let (from, to) = (one.value.filter(|_| one.explicit)?, other.value.filter(|_| other.explicit)?);
    let (start, end) = (text.token_from(one.at.span.start), text.token_from(other.at.span.end));
    let bracketed = text.word(start.checked_sub(1)?) == "("
        && text.word(end) == ")"
        && text.token_from(other.at.span.start) == text.token_from(one.at.span.end) + 1
        && matches!(text.word(text.token_from(one.at.span.end)), "-" | "–" | "—");
    let age = only_of_sentence(&reading.facts.ages, sentence).filter(|age| &*age.unit == "year")?;
    let at = text.token_from(age.at.span.start);
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let lived = back(1) == "be" && back(2) == "to" && back(3) == "lived" || back(1) == "to" && back(2) == "lived";
    let died = (1..4).any(|n| back(n) == "died") && at > end;
    let exact = age.figure.hedge == Hedge::Exactly;
    let written = age.figure.written.filter(|_| bracketed && (lived || died) && exact)?;
    let bounds = Bounds {
        least: Some(Exact::from(years(from.last, to.first))),
        most: Some(Exact::from(years(from.first, to.last))),
    };
    Some(((written, age.at.span), one.at.span, bounds))
}

/// Verbs with which somebody begins to serve, and with which that ends.
const JOINED: &[&str] = &[
    "joined",
    "began",
    "started",
    "arrived",
    "debuted",
    "hired",
    "appointed",
    "elected",
    "enlisted",
    "signed",
    "up",
    "over",
    "married",
    "wed",
];
const LEFT: &[&str] =
    &["death", "divorced", "retired", "left", "quit", "resigned", "down", "departed", "died", "stopped", "retirement"];

/// Verbs before a length that was served.
const SERVED: &[&str] =
    &["played", "served", "worked", "taught", "stayed", "reigned", "ruled", "coached", "spent", "ran", "for", "next"];

/// "He joined in 1946 and retired in 1959 after 13 years", "came up in 1946 and played 13 years, until he left in 1959".
fn served(reading: &Reading<'_>, first: usize, sentence: u32) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let [from, to] = both(reading, first)?;
    let tokens = text.sentences.get(sentence as usize)?.tokens.clone();
    let (begin, end) = (text.token_from(from.1.start), text.token_from(to.1.start));
    let in_year = |at: usize| at > tokens.start && text.lower(at - 1) == "in";
    let clause = |at: usize| {
        let floor = at.saturating_sub(8).max(tokens.start);
        (floor..at).rev().take_while(|&at| text.kind(at) == TokenKind::Word && text.lower(at) != "and")
    };
    let joined = in_year(begin) && clause(begin).any(|at| JOINED.contains(&text.lower(at)));
    let left = in_year(end) && clause(end).any(|at| LEFT.contains(&text.lower(at)));
    if !joined || !left {
        return None;
    }
    let length = only_of_sentence(&reading.facts.durations, sentence)?;
    let (at, past) = (text.token_from(length.at.span.start), text.token_from(length.at.span.end));
    // "Elected to the board in 1950, he resigned in 1968 after 12 years": of what he was last, it may be. Who retires
    // leaves all.
    let bare = begin.checked_sub(2).is_some_and(|verb| JOINED.contains(&text.lower(verb)));
    let all = clause(end).any(|at| text.lower(at) == "retired");
    let after =
        (bare || all) && text.token_from(to.1.end) + 1 == at && text.lower(at - 1) == "after" && closes(text, past);
    let and = text.token_from(from.1.end);
    let follows = text.lower(and) == "and" || text.lower(and) == "," && text.lower(and + 1) == "and";
    let until = past + usize::from(text.word(past) == ",");
    let spent = follows
        && at > begin
        && at - begin < 10
        && SERVED.contains(&text.lower(at - 1))
        && matches!(text.lower(until), "until" | "till" | "before")
        && end > until
        && end - until < 8;
    let plain = &*length.unit == "year" && length.figure.hedge == Hedge::Exactly && length.figure.style.decimals == 0;
    let written = length.figure.written.filter(|_| plain && (after || spent))?;
    let bounds = Bounds {
        least: Some(Exact::from(years(from.0.last, to.0.first))),
        most: Some(Exact::from(years(from.0.first, to.0.last) + 1)),
    };
    Some(((written, length.at.span), from.1, bounds))
}

/// "their 40th anniversary", "closed in 1990 after 60 years": the years, and whether they count anniversaries.
fn elapsed(reading: &Reading<'_>, sentence: u32, [begin, other]: [Span; 2]) -> Option<((Exact, Span), bool)> {
    let text = reading.text;
    if let Some(feast) = feast(reading, sentence) {
        return Some((feast, true));
    }
    let length = only_of_sentence(&reading.facts.durations, sentence)?;
    let at = text.token_from(length.at.span.start);
    let after = at.checked_sub(1).is_some_and(|at| text.lower(at) == "after") && text.token_from(other.end) + 1 == at;
    let plain = &*length.unit == "year" && length.figure.hedge == Hedge::Exactly && length.figure.style.decimals == 0;
    let whole = matches!(text.lower(text.token_from(length.at.span.end)), "." | "," | ";" | "");
    // "The pier opened in 1912 and its kiosk closed in 1958 after 20 years."
    let gap = text.token_from(begin.end)..text.token_from(other.start);
    let same = gap.into_iter().all(|at| !matches!(text.lower(at), "its" | "their" | "whose" | "the"));
    length.figure.written.filter(|_| after && plain && whole && same).map(|n| ((n, length.at.span), false))
}

/// "its 40th anniversary".
fn feast(reading: &Reading<'_>, sentence: u32) -> Option<(Exact, Span)> {
    let text = reading.text;
    let mut feasts = of_sentence(&reading.facts.ordinals, sentence).iter().filter(|ordinal| {
        let at = text.token_from(ordinal.at.span.start);
        let own = at.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "its" | "their" | "his" | "her"));
        own && ordinal.noun.as_ref().is_some_and(|noun| &*noun.key == "anniversary")
            && ordinal.figure.hedge == Hedge::Exactly
    });
    let Some(feast) = feasts.next() else { return jubilee(text, sentence) };
    feast.figure.written.filter(|_| feasts.next().is_none()).map(|n| (n, feast.at.span))
}

/// "its centenary", "their golden jubilee": the years that the word tells.
fn jubilee(text: &Text<'_>, sentence: u32) -> Option<(Exact, Span)> {
    let tokens = text.sentences.get(sentence as usize)?.tokens.clone();
    tokens.clone().skip(1).find_map(|at| {
        let own = matches!(text.lower(at - 1), "its" | "their" | "his" | "her");
        let (years, length) = match text.lower(at) {
            _ if !own => return None,
            "centenary" | "centennial" => (100, 1),
            "sesquicentennial" => (150, 1),
            "bicentenary" | "bicentennial" => (200, 1),
            "tercentenary" | "tricentennial" => (300, 1),
            "golden" if text.lower(at + 1) == "jubilee" => (50, 2),
            _ => return None,
        };
        Some((Exact::from(years), text.span(at, at + length - 1)))
    })
}

/// The full years from one day to another.
fn years(from: Date, to: Date) -> i64 {
    let early = (to.month(), to.day()) < (from.month(), from.day());
    i64::from(to.year()) - i64::from(from.year()) - i64::from(early)
}
