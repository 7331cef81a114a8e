//! What goes on from one told time to another, beside how long: "the war began in 1914 and ended in 1918, and lasted four
//! years", "the ten-day fair opens on June 3 and closes on June 12", "freed on 20 March, three weeks after he was seized
//! on 27 February", "began on June 3 and ended five days later, on June 8".

use super::{Bounds, Reading, note};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::model::{At, Date, Time, of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};
use jiff::Unit;
use std::ops::Range;

/// The most words between a length and what it is counted from.
const REACH: usize = 14;

/// The most words between a verb and its date.
const NEAR: usize = 4;

/// With what something begins.
#[rustfmt::skip] // Words, a dozen a line.
const BEGIN: &[&str] = &[
    "began", "begins", "begin", "started", "starts", "start", "opened", "opens", "open", "commenced", "commences",
    "launched", "founded", "established", "formed", "built", "erupted", "captured", "jailed", "imprisoned", "detained",
    "seized", "imposed", "interned", "leaves", "leave", "left", "departs", "departed",
];

/// With what that ends.
#[rustfmt::skip] // Words, a dozen a line.
const END: &[&str] = &[
    "ended", "ends", "end", "finished", "finishes", "finish", "closed", "closes", "close", "concluded", "concludes",
    "shut", "folded", "dissolved", "disbanded", "demolished", "collapsed", "freed", "released", "lifted",
    "returns", "return", "returned",
];

/// Words that bring in another time or somebody else's.
#[rustfmt::skip] // Words, a dozen a line.
const OTHERS: &[&str] = &[
    "and", "or", "but", "that", "which", "who", "whose", "where", "until", "before", "after", "than", "when", "while",
    "since", "then", "later", "earlier", "following", "during", "once", "next", "again", "another",
];

/// Words for days of which not each is counted, and for a course that was broken off.
#[rustfmt::skip] // Words, a dozen a line.
const UNCOUNTED: &[&str] = &[
    "working", "business", "trading", "school", "sitting", "break", "breaks", "interval", "intervals", "again",
    "interrupted", "resumed", "paused", "total", "combined", "cumulative", "about", "some", "around", "roughly",
    "nearly", "almost", "separate", "each", "every", "flight", "flew", "landed", "clocks",
];

/// Words before and behind a length that is the whole of it: "lasted six years", "went on for six years".
const LASTED: &[&[&str]] = &[
    &["lasted"],
    &["lasts"],
    &["lasting"],
    &["ran", "for"],
    &["runs", "for"],
    &["raged", "for"],
    &["dragged", "on", "for"],
    &["continued", "for"],
    &["went", "on", "for"],
    &["goes", "on", "for"],
    &["was", "on", "for"],
];

/// What has a length that is told before it: "the ten-day fair opens on".
#[rustfmt::skip] // Words, a dozen a line.
const LASTING: &[&str] = &[
    "war", "strike", "siege", "trial", "tour", "trip", "visit", "fair", "festival", "conference", "summit", "congress",
    "convention", "tournament", "campaign", "voyage", "journey", "cruise", "expedition", "exhibition", "show", "season",
    "course", "meeting", "hearing", "session", "debate", "concert", "shift", "standoff", "closure", "shutdown",
    "lockdown", "blackout", "outage", "curfew", "truce", "ceasefire", "occupation", "reign", "run", "event", "retreat",
    "holiday", "placement", "internship", "walkout", "stoppage", "drought", "programme", "program", "operation", "vigil", "rally", "sale", "auction",
];

/// A length of time as told.
struct Length<'r> {
    figure: Exact,
    unit: &'r str,
    span: Span,
    tokens: Range<usize>,
    /// Whether it is told as lying behind another time: "nine days later".
    later: bool,
}

/// A told time.
#[derive(Clone, Copy)]
enum When {
    Days(DateRange, /** Whether the year is written. */ bool),
    Minutes(u16),
}

/// A time and its place.
#[derive(Clone, Copy)]
struct End {
    when: When,
    span: Span,
}

/// Reads the sentences that tell two times and one length.
pub(super) fn read(reading: &mut Reading<'_>) {
    let mut from = 0;
    while let Some(first) = reading.facts.dates.get(from) {
        let sentence = first.at.sentence;
        let own = reading.facts.dates.iter().skip(from).take_while(|date| date.at.sentence == sentence);
        let dates = from..from + own.count();
        from = dates.end;
        read_one(reading, &ends_of_days(reading, dates), sentence);
    }
    let mut from = 0;
    while let Some(first) = reading.facts.times.get(from) {
        let sentence = first.at.sentence;
        let own = reading.facts.times.iter().skip(from).take_while(|time| time.at.sentence == sentence);
        let times = from..from + own.count();
        from = times.end;
        read_one(reading, &ends_of_hours(reading, times), sentence);
    }
}

fn read_one(reading: &mut Reading<'_>, ends: &[End], sentence: u32) {
    let text = reading.text;
    let [one, two] = ends else { return };
    let Some(tokens) = text.sentences.get(sentence as usize).map(|sentence| sentence.tokens.clone()) else { return };
    let Some(length) = length(reading, sentence) else { return };
    if tokens.into_iter().any(|at| UNCOUNTED.contains(&text.lower(at))) {
        return;
    }
    let (first, second) = (place(text, one.span), place(text, two.span));
    let Some(back) = told(text, &length, first, second) else { return };
    let (from, to) = if back { (two, one) } else { (one, two) };
    let Some(bounds) = bounds(from.when, to.when, &length) else { return };
    let (figure, by) = ((length.figure, length.span), if length.span.start < one.span.start { two } else { one }.span);
    note(reading, "course", figure, by, bounds);
}

/// The two days or years of a sentence that are told for themselves; none where a third is.
fn ends_of_days(reading: &Reading<'_>, dates: Range<usize>) -> Vec<End> {
    let told = reading.facts.dates.get(dates).unwrap_or_default();
    let ends: Option<Vec<End>> =
        told.iter().filter(|date| !is_later(reading.text, date.at)).map(end_of_days).take(3).collect();
    ends.unwrap_or_default()
}

fn end_of_days(date: &Date) -> Option<End> {
    let fine = date.precision == Precision::Day || date.precision <= Precision::Year && date.explicit;
    let plain = fine && !date.relative && !date.at.negated && date.at.certainty != Certainty::Weak;
    let value = date.value.filter(|_| plain)?;
    Some(End { when: When::Days(value, date.explicit), span: date.at.span })
}

fn ends_of_hours(reading: &Reading<'_>, times: Range<usize>) -> Vec<End> {
    let told = reading.facts.times.get(times).unwrap_or_default();
    let end = |time: &Time| {
        let minutes = time.minutes.filter(|_| time.at.certainty != Certainty::Weak)?;
        Some(End { when: When::Minutes(minutes), span: time.at.span })
    };
    let ends: Option<Vec<End>> = told.iter().filter(|time| !is_later(reading.text, time.at)).map(end).take(3).collect();
    ends.unwrap_or_default()
}

fn place(text: &Text<'_>, span: Span) -> Range<usize> {
    text.token_from(span.start)..text.token_from(span.end.saturating_sub(1)) + 1
}

/// "nine days later": a time that is a length.
fn is_later(text: &Text<'_>, at: At) -> bool {
    matches!(text.lower(place(text, at.span).end - 1), "later" | "afterwards")
}

/// The one length that a sentence tells.
fn length<'r>(reading: &'r Reading<'_>, sentence: u32) -> Option<Length<'r>> {
    let text = reading.text;
    let mut own = of_sentence(&reading.facts.durations, sentence).iter();
    let dates = of_sentence(&reading.facts.dates, sentence).iter().map(|date| date.at);
    let times = of_sentence(&reading.facts.times, sentence).iter().map(|time| time.at);
    let mut later = dates.chain(times).filter(|at| is_later(text, *at));
    let length = match (own.next(), later.next()) {
        (Some(duration), None) => {
            let plain = duration.figure.hedge == Hedge::Exactly && duration.at.certainty != Certainty::Weak;
            let figure = duration.figure.written.filter(|_| plain && duration.per.is_none())?;
            let tokens = place(text, duration.at.span);
            let later = text.lower(tokens.end) == "later";
            Length { figure, unit: &duration.unit, span: duration.at.span, tokens, later }
        }
        (None, Some(at)) => {
            let tokens = place(text, at.span);
            let number = numeral::read(text, tokens.start).filter(|number| number.end + 2 == tokens.end)?;
            let unit = text.lower(number.end);
            let unit = unit.strip_suffix('s').unwrap_or(unit);
            let tokens = tokens.start..number.end + 1;
            Length { figure: number.value, unit, span: at.span, tokens, later: true }
        }
        _ => return None,
    };
    (own.next().is_none() && later.next().is_none()).then_some(length)
}

/// Whether the sentence tells the length as that between its two times; if so, whether it leads back from the first.
fn told(text: &Text<'_>, length: &Length<'_>, first: Range<usize>, second: Range<usize>) -> Option<bool> {
    let words = &length.tokens;
    let placed = |time: &Range<usize>| matches!(text.lower(time.start.wrapping_sub(1)), "in" | "on" | "at");
    if words.start < first.start && text.lower(words.end) == "after" {
        // "Ten months after her arrest in March 2018, she was freed in January 2019."
        let clause = words.end + 1..first.start;
        let main: Vec<&str> = (first.end..second.start).take(6).map(|at| text.lower(at)).collect();
        let who = |word: &str| matches!(word, "he" | "she" | "it" | "they");
        let main = match main.as_slice() {
            [",", one, verb, "in" | "on"] | [",", one, "was" | "were", verb, "in" | "on"] => {
                who(one) && lexicon::verb_form(verb).has(VerbForms::PAST)
            }
            _ => false,
        };
        let short = (2..=REACH).contains(&clause.len()) && clause.into_iter().all(|at| is_plain(text, at));
        return (main && short && placed(&first) && closes(text, second.end)).then_some(false);
    }
    if words.start < first.start && is_between_deeds(text, words.clone(), &first, &second) {
        return Some(false);
    }
    if words.start < first.start {
        // "The ten-day fair opens on June 3 and closes on June 12."
        let named = (words.end..words.end + 3).find(|&at| LASTING.contains(&text.lower(at)))?;
        let lead = text.word(words.end.wrapping_sub(2)) == "-" || text.word(words.end.wrapping_sub(1)).contains('-');
        let verb = begin(text, &first).filter(|&verb| verb > named && verb - named <= NEAR)?;
        let own = (named + 1..verb).all(|at| matches!(text.lower(at), "that" | "which" | "," | "is" | "was" | "will"));
        return (lead && own && is_ended(text, &first, &second)).then_some(false);
    }
    if words.start < second.start {
        let gap = first.end..words.start;
        if length.later {
            // "began on June 3 and ended five days later, on June 8"
            let past = words.end + 1;
            let beside: Vec<&str> = (past..second.start).map(|at| text.lower(at)).collect();
            let beside = matches!(beside.as_slice(), [",", "in" | "on" | "at"] | ["(" | "—" | "–", "on" | "in"]);
            let years = matches!(length.unit, "year" | "decade");
            return (beside && !years && placed(&first) && gap.len() <= REACH && is_quiet(text, gap)).then_some(false);
        }
        // "freed on 20 March, three weeks after he was seized on 27 February"
        let beside =
            gap.len() <= 2 && gap.clone().all(|at| matches!(text.lower(at), "," | "just" | "only" | "—" | "–"));
        let clause = words.end + 1..second.start;
        let short = (1..=REACH).contains(&clause.len()) && clause.clone().all(|at| is_plain(text, at));
        let dated = placed(&second) && placed(&first) && (clause.len() > 1 || text.lower(clause.start) == "the");
        let whole = beside && !gap.is_empty() && short && dated && closes(text, second.end);
        // Other readers know the years that lie between two things with a name.
        let deed = clause.len() > 3 && clause.clone().any(|at| matches!(text.lower(at), "he" | "she" | "it" | "they"));
        let years = matches!(length.unit, "year" | "decade");
        return match text.lower(words.end) {
            "after" if whole && (deed || !years) => Some(true),
            "before" if whole && !years => Some(false),
            _ => None,
        };
    }
    let gap = second.end..words.start;
    let past = words.end + usize::from(length.later);
    if length.later {
        // "began at 3pm and ended at 4:30pm, three hours later."
        let beside = gap.len() == 1 && text.word(gap.start) == ",";
        let apart = first.end..second.start;
        let quiet = apart.len() <= REACH && apart.clone().skip(1).all(|at| !is_other(text, at));
        return (beside && quiet && placed(&first) && placed(&second) && text.word(past) == ".").then_some(false);
    }
    if begin(text, &first).is_none() || !is_ended(text, &first, &second) {
        return None;
    }
    let lead: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    let after = matches!(lead.as_slice(), ["after"] | [",", "after"])
        && !matches!(text.lower(words.start), "the" | "his" | "her" | "their" | "its")
        && is_whole(text, past);
    let lasted = LASTED.iter().any(|verb| lead.ends_with(verb) && lead.len() - verb.len() <= 2)
        && lead.iter().take(2).any(|word| matches!(*word, "," | "and" | ")" | "—" | "–"));
    (after || lasted && closes(text, past)).then_some(false)
}

/// What something is doing in all of its time: "after 46 years of service".
#[rustfmt::skip] // Words, a dozen a line.
const WHOLE: &[&str] = &[
    "service", "operation", "operations", "use", "work", "trading", "business", "fighting", "war", "existence",
    "publication", "production", "broadcasting", "mining", "life", "activity", "prison", "jail", "captivity", "custody", "detention", "camp", "bars",
];

/// "spent ten years behind bars, from his arrest in 1991 to his release in 2001"
fn is_between_deeds(text: &Text<'_>, words: Range<usize>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let own = |at: usize| matches!(text.lower(at), "his" | "her" | "its" | "their");
    let deed = |end: usize, leads: &[&str]| {
        let from = end.checked_sub(4).filter(|&from| leads.contains(&text.lower(from)) && own(from + 1));
        from.filter(|_| text.lower(end - 1) == "in")
    };
    let spent = matches!(text.lower(words.start.wrapping_sub(1)), "spent" | "for" | "lasted" | "served");
    let Some(from) = deed(first.start, &["from", "between"]) else { return false };
    let plain = (words.end..from).all(|at| is_plain(text, at) || at + 1 == from && text.word(at) == ",");
    let until = deed(second.start, &["to", "until", "till", "and"]) == Some(first.end);
    spent && until && from >= words.end && from - words.end <= NEAR + 1 && plain && closes(text, second.end)
}

/// "of service.": the length ends what it is told in, and no other is joined to it.
fn is_whole(text: &Text<'_>, past: usize) -> bool {
    let of = matches!(text.lower(past), "of" | "in" | "behind");
    let noun = past + 1 + usize::from(text.lower(past + 1) == "the");
    let whole = of && WHOLE.contains(&text.lower(noun));
    closes(text, if whole { noun + 1 } else { past })
}

/// The verb before a time with which something begins: "which began in 1914", "opens to the public on June 3".
fn begin(text: &Text<'_>, time: &Range<usize>) -> Option<usize> {
    let lead = time.start.checked_sub(1).filter(|&lead| matches!(text.lower(lead), "in" | "on" | "at"))?;
    (lead.saturating_sub(NEAR)..lead).rev().find(|&at| BEGIN.contains(&text.lower(at)))
}

/// Whether the same ends at the second time: "and ended on June 8", ", it closed in 1975".
fn is_ended(text: &Text<'_>, first: &Range<usize>, second: &Range<usize>) -> bool {
    let mut at = first.end;
    at += usize::from(text.word(at) == ",");
    let joined = matches!(text.lower(at), "and" | "but" | "then" | "before");
    at += usize::from(joined);
    let named = matches!(text.lower(at), "it" | "they" | "which");
    at += usize::from(named);
    // "Her reign, which began in 1702, ended in 1714."
    let which =
        !joined && !named && text.word(first.end) == "," && begin(text, first).is_some_and(|verb| is_which(text, verb));
    if joined && runs_until(text, at, second.start) {
        return true;
    }
    let verb = (at..at + NEAR).find(|&at| END.contains(&text.lower(at)));
    let Some(verb) = verb.filter(|&verb| verb < second.start && second.start - verb <= NEAR) else { return false };
    let helps = |at: usize| {
        matches!(text.lower(at), "was" | "were" | "is" | "will" | "finally" | "only" | "to" | "due" | "had" | "has")
    };
    let lead = matches!(text.lower(second.start.wrapping_sub(1)), "in" | "on" | "at");
    (joined || named || which) && lead && (at..verb).all(helps) && (verb + 1..second.start).all(|at| is_plain(text, at))
}

fn is_which(text: &Text<'_>, verb: usize) -> bool {
    matches!(text.lower(verb.wrapping_sub(1)), "which" | "that")
}

/// "runs until 6 August", "went on till June 8".
fn runs_until(text: &Text<'_>, verb: usize, second: usize) -> bool {
    let on = usize::from(text.lower(verb + 1) == "on");
    let runs =
        matches!(text.lower(verb), "runs" | "ran" | "run" | "continues" | "continued" | "lasts" | "goes" | "went");
    runs && matches!(text.lower(verb + 1 + on), "until" | "till" | "through") && verb + 2 + on == second
}

/// Whether no other time and no other number stands there.
fn is_quiet(text: &Text<'_>, words: Range<usize>) -> bool {
    // "on June 3, and closed five days later": what is joined goes on with the same.
    words.into_iter().all(|at| text.lower(at) == "and" || !is_other(text, at))
}

fn is_other(text: &Text<'_>, at: usize) -> bool {
    let joins = text.lower(at) == "and";
    text.kind(at) == TokenKind::Number
        || !joins && OTHERS.contains(&text.lower(at))
        || matches!(text.word(at), "“" | "”" | "\"" | ";" | "(")
}

/// A word of the clause that tells one time.
fn is_plain(text: &Text<'_>, at: usize) -> bool {
    let word = matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || text.word(at) == "-";
    word && !OTHERS.contains(&text.lower(at))
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | "," | ";" | ")" | "”" | "—" | "–" | "")
}

/// What so many of the unit there can be from one time to another.
fn bounds(from: When, to: When, length: &Length<'_>) -> Option<Bounds> {
    let around = |least: Exact, most: Exact| Bounds { least: Some(least), most: Some(most) };
    let whole = |n: i64| Exact::whole(i128::from(n));
    match (from, to) {
        (When::Minutes(from), When::Minutes(to)) => {
            let apart = i128::from(to.checked_sub(from)?);
            let (under, slack) = match length.unit {
                "hour" => (60, 45),
                "minute" => (1, 10),
                _ => return None,
            };
            Some(around(Exact::fraction(apart - slack, under)?, Exact::fraction(apart + slack, under)?))
        }
        (When::Days(from, from_year), When::Days(to, to_year)) => {
            let years = |from: jiff::civil::Date, to: jiff::civil::Date| {
                let early = (to.month(), to.day()) < (from.month(), from.day());
                i64::from(to.year()) - i64::from(from.year()) - i64::from(early)
            };
            let unit = match length.unit {
                "year" => 1,
                "decade" => 10,
                _ => return days(from, to, from_year && to_year, length),
            };
            let told = length.figure.times(whole(unit))?;
            if !from_year || !to_year || !from.surely_before(to) {
                return None;
            }
            // Tens and fives are often rounded.
            let divides = |by: i64| told.over(whole(by)).is_some_and(Exact::is_whole);
            let over = |least: i64| told >= whole(least);
            let room = if divides(10) && over(20) { 2 } else { i64::from(divides(5) && over(10)) };
            let (least, most) = (years(from.last, to.first) - room, years(from.first, to.last) + 1 + room);
            Some(around(Exact::fraction(least.into(), unit.into())?, Exact::fraction(most.into(), unit.into())?))
        }
        _ => None,
    }
}

/// The days, weeks or months from one day to another: the year may be left out where it is less than one.
fn days(from: DateRange, to: DateRange, told: bool, length: &Length<'_>) -> Option<Bounds> {
    let (under, slack) = match length.unit {
        "day" | "night" => (1, 1),
        "week" => (7, 4),
        "month" => (30, 20),
        _ => return None,
    };
    // Ten weeks after it was imposed in 2003 and lifted in 2006 are of something else.
    if from.precision > Precision::Month || to.precision > Precision::Month {
        return None;
    }
    let between = |one: jiff::civil::Date, two: jiff::civil::Date| {
        let days = one.until((Unit::Day, two)).ok()?.get_days();
        Some(if told { days } else { days.rem_euclid(365) })
    };
    // Of two months it is not known on what days.
    let (apart, most) = (between(from.last, to.first)?, between(from.first, to.last)?);
    let leap = i32::from(!told);
    let long = length.figure.times(Exact::whole(under))? > Exact::whole(300);
    if apart <= 0 || !told && (long || apart > 300) {
        return None;
    }
    let bound = |days: i32| Exact::fraction(days.into(), under);
    // A month has up to 31 days.
    let less = |days: i32| if under == 30 { days / 30 } else { 0 };
    let (least, most) = (apart - slack - less(apart), most + slack + leap + less(most));
    Some(Bounds { least: Some(bound(least)?), most: Some(bound(most)?) })
}
