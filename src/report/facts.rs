//! Facts as they are printed: one flat record for each, in the order of the source.

use super::excerpt::harmless;
use super::object::Json;
use crate::article::{Article, Place};
use crate::facts::Facts;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::model::{At, Figure, Noun};
use crate::facts::names::{Certainty, Hedge};
use crate::facts::schema::{Kind, View};
use crate::facts::value::{Content, Value};
use crate::source::Span;
use crate::text::Text;
use serde_json::Number;
use smallvec::SmallVec;
use std::borrow::Cow;
use std::fmt::Write;

/// One fact as it is printed. What a kind does not have is left out; a figure always has its three
/// numbers, absent ones as `null`.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    /// The article's id.
    pub article: &'a str,
    /// The kind, by its name in the schema.
    pub kind: &'static str,
    /// The field of the article that the places count bytes of.
    pub field: &'static str,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words, exactly as written.
    pub text: &'a str,
    /// Where they are read: bytes of the reading text. For people, and left out of JSON.
    pub read: Span,
    /// The numbers of a figure.
    pub figure: Option<Numbers>,
    /// What the figure can mean by its wording; for people, and left out of JSON.
    pub meant: Option<Interval>,
    /// What the figure is a number of.
    pub unit: Option<Cow<'a, str>>,
    /// How the figure is hedged.
    pub hedge: Option<&'static str>,
    /// The TIMEX3 value of a time.
    pub timex: Option<&'a str>,
    /// How sure the reading is.
    pub certainty: &'static str,
    /// The fields of a kind that is neither a figure nor a single time.
    pub fields: Fields<'a>,
}

/// What a fact has of the fields of its kind, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields<'a>(SmallVec<[(&'static str, Shown<'a>); 6]>);

impl<'a> Fields<'a> {
    /// The fields, by name.
    pub fn iter(&self) -> impl Iterator<Item = &(&'static str, Shown<'a>)> {
        self.0.iter()
    }
}

/// The value of a field as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown<'a> {
    /// Yes or no.
    YesNo(bool),
    /// A number; absent where an interval has no end.
    Number(Option<Number>),
    /// Words.
    Text(Cow<'a, str>),
    /// Several values, or the two ends of an interval.
    List(Vec<Shown<'a>>),
}

/// The numbers of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// As written, scale applied, without hedge; absent for a range.
    pub figure: Option<Number>,
    /// The lower end of a range, or the bound that a hedge sets.
    pub low: Option<Number>,
    /// The upper end of a range, or the bound that a hedge sets.
    pub high: Option<Number>,
}

/// What a kind adds to the words and their place.
#[derive(Default)]
struct Own<'a> {
    figure: Option<&'a Figure>,
    unit: Option<Cow<'a, str>>,
    timex: Option<&'a str>,
}

/// All facts of an article, by place and then by kind.
///
/// A bare number that turned out to count what was counted before is printed as that count alone, and the
/// days that a period names as its ends as that period alone, as a range of numbers is. Left out are facts without words of their own (the article's own voice as a source), and the kinds that only
/// show a figure printed already from another side, for rules to look at.
pub fn records<'a>(text: &'a Text<'a>, facts: &'a Facts) -> impl ExactSizeIterator<Item = Record<'a>> {
    let article = text.article;
    let view = View { article, text, facts };
    let mut found = Vec::new();
    for &kind in Kind::ALL {
        let schema = kind.schema();
        if matches!(kind, Kind::Article | Kind::Paragraph | Kind::Sentence | Kind::Quantity | Kind::Range) {
            continue;
        }
        for index in 0..(schema.count)(view) {
            let Some(at) = (schema.at)(view, index).filter(|at| !at.span.is_empty()) else { continue };
            found.push((article.place(at.span), kind, index, at));
        }
    }
    found.sort_unstable_by_key(|&(place, kind, index, _)| (place, kind, index));
    let counts = found.iter().filter(|found| found.1 == Kind::Count);
    let elided = counts.filter(|found| facts.counts.get(found.2 as usize).is_some_and(|count| count.elided));
    let elided: Vec<Place> = elided.map(|&(place, ..)| place).collect();
    let periods: Vec<Place> = found.iter().filter(|found| found.1 == Kind::Period).map(|&(place, ..)| place).collect();
    found.retain(|&(place, kind, ..)| {
        let told = kind == Kind::Number && elided.binary_search(&place).is_ok();
        !(told || kind == Kind::Date && is_within(&periods, place))
    });
    found.into_iter().map(move |(place, kind, index, at)| record(view, kind, index, at, place))
}

/// Whether a place lies in one of several, which are in order.
fn is_within(outer: &[Place], place: Place) -> bool {
    let after = outer.partition_point(|outer| (outer.field, outer.span.start) <= (place.field, place.span.start));
    let last = after.checked_sub(1).and_then(|last| outer.get(last));
    last.is_some_and(|outer| outer.field == place.field && place.span.end <= outer.span.end)
}

/// Facts as a list for people, under the name of their article.
pub fn page<'a>(name: &str, records: impl Iterator<Item = Record<'a>>) -> String {
    let mut page = format!("{}\n", harmless(name));
    for record in records {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "  {:10} “{}”{}", record.kind, one_line(record.text), about(&record));
    }
    page
}

/// Facts as JSON, one a line.
pub fn jsonl<'a>(records: impl ExactSizeIterator<Item = Record<'a>>) -> String {
    // A line is some two hundred bytes.
    let mut json = Json::with_room(records.len() * 256);
    for record in records {
        line(&mut json, &record);
    }
    json.done()
}

fn line(json: &mut Json, record: &Record<'_>) {
    json.plain("{\"article\":").text(record.article);
    // The words of kinds, fields and closed lists have nothing to escape.
    json.plain(",\"kind\":\"").plain(record.kind).plain("\",\"field\":\"").plain(record.field);
    json.plain("\",\"start\":").whole(record.start).plain(",\"end\":").whole(record.end);
    json.plain(",\"text\":").text(record.text);
    if let Some(Numbers { figure, low, high }) = &record.figure {
        json.plain(",\"figure\":").number(figure.as_ref());
        json.plain(",\"low\":").number(low.as_ref()).plain(",\"high\":").number(high.as_ref());
    }
    if let Some(unit) = &record.unit {
        json.plain(",\"unit\":").text(unit);
    }
    if let Some(hedge) = record.hedge {
        json.plain(",\"hedge\":\"").plain(hedge).plain("\"");
    }
    if let Some(timex) = record.timex {
        json.plain(",\"timex\":").text(timex);
    }
    json.plain(",\"certainty\":\"").plain(record.certainty).plain("\"");
    let mut before = ",\"fields\":{\"";
    for (name, value) in &record.fields.0 {
        json.plain(before).plain(name).plain("\":");
        write_shown(json, value);
        before = ",\"";
    }
    json.plain(if record.fields.0.is_empty() { "}\n" } else { "}}\n" });
}

fn write_shown(json: &mut Json, value: &Shown<'_>) {
    match value {
        Shown::YesNo(yes) => _ = json.plain(if *yes { "true" } else { "false" }),
        Shown::Number(n) => _ = json.number(n.as_ref()),
        Shown::Text(words) => _ = json.text(words),
        Shown::List(values) => {
            let mut before = "[";
            for value in values {
                json.plain(before);
                write_shown(json, value);
                before = ",";
            }
            json.plain(if values.is_empty() { "[]" } else { "]" });
        }
    }
}

fn one_line(words: &str) -> String {
    harmless(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What a fact says beside its words.
fn about(record: &Record<'_>) -> String {
    let mut about = String::new();
    if let Some(Numbers { figure, low, high }) = &record.figure {
        let _ = match (figure, low, high) {
            (Some(figure), ..) => write!(about, " = {figure}"),
            (None, Some(low), Some(high)) => write!(about, " = {low} to {high}"),
            (None, ..) => Ok(()),
        };
    }
    // A range means what it says.
    let range = record.figure.as_ref().is_some_and(|numbers| numbers.figure.is_none() && numbers.low.is_some());
    if let Some(meant) = record.meant.filter(|meant| meant.single().is_none() && !range) {
        let _ = match (meant.low.number(), meant.high.number()) {
            (Some(low), Some(high)) => write!(about, " ({low} to {high})"),
            (Some(low), None) => write!(about, " ({low} and up)"),
            (None, Some(high)) => write!(about, " (up to {high})"),
            (None, None) => Ok(()),
        };
    }
    let hedge = record.hedge.filter(|&hedge| hedge != Hedge::Exactly.word());
    let certainty = Some(record.certainty).filter(|&certainty| certainty != Certainty::Sure.word());
    for words in [record.unit.as_deref(), hedge, record.timex, certainty].into_iter().flatten() {
        let _ = write!(about, " · {words}");
    }
    for (name, value) in &record.fields.0 {
        let value = match value {
            Shown::Text(words) => one_line(words),
            other => {
                let mut json = Json::default();
                write_shown(&mut json, other);
                json.done()
            }
        };
        let _ = write!(about, " · {name}: {value}");
    }
    about
}

fn record<'a>(view: View<'a>, kind: Kind, index: u32, at: At, place: Place) -> Record<'a> {
    let article: &'a Article = view.article;
    let own = own(view.facts, kind, index);
    let plain = own.is_none() || kind == Kind::Period;
    let own = own.unwrap_or_default();
    Record {
        article: &article.id,
        kind: kind.word(),
        field: article.field_name(place),
        start: place.span.start,
        end: place.span.end,
        text: article.written(place),
        read: at.span,
        figure: own.figure.map(|figure| Numbers {
            figure: figure.written.and_then(number),
            low: figure.low.and_then(number),
            high: figure.high.and_then(number),
        }),
        meant: own.figure.map(|figure| figure.value),
        unit: own.unit,
        hedge: own.figure.map(|figure| figure.hedge.word()),
        timex: own.timex,
        certainty: at.certainty.word(),
        fields: if plain { fields(view, kind, index) } else { Fields::default() },
    }
}

fn figure<'a>(figure: &'a Figure, unit: Option<&'a str>) -> Own<'a> {
    Own { figure: Some(figure), unit: unit.map(Cow::Borrowed), timex: None }
}

/// "call per day", "USD per barrel".
fn rate<'a>(unit: &'a str, per: Option<&str>) -> Cow<'a, str> {
    per.map_or(Cow::Borrowed(unit), |per| Cow::Owned(format!("{unit} per {per}")))
}

fn phrase(noun: Option<&Noun>) -> Option<Cow<'_, str>> {
    noun.map(|noun| Cow::Borrowed(&*noun.phrase))
}

/// What a figure or a time has beside its words; `None` for every other kind. A period has its fields too.
fn own(facts: &Facts, kind: Kind, index: u32) -> Option<Own<'_>> {
    let at = index as usize;
    let time = |timex| Own { timex: Some(timex), ..Own::default() };
    match kind {
        Kind::Number => facts.numbers.get(at).map(|f| figure(&f.figure, None)),
        Kind::Ordinal => {
            facts.ordinals.get(at).map(|f| Own { unit: phrase(f.noun.as_ref()), ..figure(&f.figure, None) })
        }
        Kind::Count => facts
            .counts
            .get(at)
            .map(|f| Own { unit: Some(rate(&f.noun.phrase, f.per.as_deref())), ..figure(&f.figure, None) }),
        Kind::Measure => facts.measures.get(at).map(|f| figure(&f.figure, Some(&f.unit.name))),
        // A sum in cents or pence is a number of these.
        Kind::Money => facts.moneys.get(at).map(|f| {
            let part = f.value.unit.as_ref().map(|unit| &*unit.name);
            let unit = part.unwrap_or(&f.currency);
            let unit = Some(rate(unit, f.per.as_deref())).filter(|unit| !unit.is_empty());
            Own { unit, ..figure(&f.figure, None) }
        }),
        Kind::Percent => facts.percents.get(at).map(|f| figure(&f.figure, Some("percent"))),
        Kind::Points => facts.points.get(at).map(|f| {
            let part = f.value.unit.as_ref().map(|unit| &*unit.name);
            figure(&f.figure, Some(part.unwrap_or("point")))
        }),
        Kind::Ratio => facts.ratios.get(at).map(|f| Own { unit: phrase(f.whole.as_ref()), ..figure(&f.figure, None) }),
        Kind::Age => facts.ages.get(at).map(|f| {
            let unit = Some(Cow::Owned(format!("{} of age", f.unit)));
            Own { unit, ..figure(&f.figure, None) }
        }),
        Kind::Duration => facts.durations.get(at).map(|f| Own {
            timex: Some(&f.timex),
            unit: Some(rate(&f.unit, f.per.as_deref())),
            ..figure(&f.figure, None)
        }),
        Kind::Date => facts.dates.get(at).map(|f| time(&f.timex)),
        Kind::Time => facts.times.get(at).map(|f| time(&f.timex)),
        Kind::Set => facts.sets.get(at).map(|f| time(&f.timex)),
        Kind::Period => facts.periods.get(at).map(|f| Own { timex: f.timex.as_deref(), ..Own::default() }),
        Kind::Article
        | Kind::Paragraph
        | Kind::Sentence
        | Kind::Quantity
        | Kind::Change
        | Kind::Multiple
        | Kind::Birth
        | Kind::Death
        | Kind::BadDate
        | Kind::Chain
        | Kind::Conversion
        | Kind::Exchange
        | Kind::Restatement
        | Kind::Share
        | Kind::Proportion
        | Kind::Toll
        | Kind::Lead
        | Kind::Margin
        | Kind::Breakdown
        | Kind::Total
        | Kind::Average
        | Kind::Flow
        | Kind::Net
        | Kind::Majority
        | Kind::Partition
        | Kind::History
        | Kind::Respective
        | Kind::Listing
        | Kind::Item
        | Kind::Range
        | Kind::Likeness
        | Kind::Mismatch
        | Kind::Rescaled
        | Kind::Malformed
        | Kind::Redating
        | Kind::Anniversary
        | Kind::ClockPair
        | Kind::Landmark
        | Kind::Limit
        | Kind::Person
        | Kind::Source
        | Kind::Location
        | Kind::Capital
        | Kind::Placing
        | Kind::Coast
        | Kind::Border
        | Kind::WorldRegion
        | Kind::Post
        | Kind::Metonym
        | Kind::Dateline
        | Kind::Bearing
        | Kind::Coordinates
        | Kind::Affiliation
        | Kind::Score
        | Kind::Event
        | Kind::Quote
        | Kind::Attribution
        | Kind::Title
        | Kind::Enumeration
        | Kind::Sectioning
        | Kind::Unclosed
        | Kind::Unopened
        | Kind::Parenthesis
        | Kind::Doubled
        | Kind::Residue
        | Kind::Identifier
        | Kind::Phone
        | Kind::Address
        | Kind::Link
        | Kind::Handle
        | Kind::Reference
        | Kind::Acronym
        | Kind::Fragment
        | Kind::Lookalike
        | Kind::Echo
        | Kind::Gap
        | Kind::Repeat => None,
    }
}

/// The fields of the schema that the fact has, in the order of their names.
fn fields(view: View<'_>, kind: Kind, index: u32) -> Fields<'_> {
    let known = kind.schema().fields.iter().filter_map(|field| {
        let value = (field.read)(view, index);
        let end = if kind == Kind::Period { date(view, &value) } else { None };
        Some((field.name, end.or_else(|| shown(view, value))?))
    });
    let mut known: SmallVec<_> = known.collect();
    known.sort_unstable_by_key(|(name, _)| *name);
    Fields(known)
}

/// A date as its TIMEX3 value: the ends of a period are not printed by themselves.
fn date<'a>(view: View<'a>, value: &Value) -> Option<Shown<'a>> {
    let Content::Fact(fact) = &value.content else { return None };
    let date = view.facts.dates.get(fact.index as usize).filter(|_| fact.kind == Kind::Date)?;
    Some(Shown::Text(Cow::Borrowed(&date.timex)))
}

fn shown(view: View<'_>, value: Value) -> Option<Shown<'_>> {
    Some(match value.content {
        Content::Absent | Content::Row(..) => return None,
        Content::YesNo(yes) => Shown::YesNo(yes),
        Content::Quantity(quantity) => interval(quantity.interval),
        Content::Date(range) if range.first == range.last => Shown::Text(range.first.to_string().into()),
        Content::Date(range) => Shown::Text(format!("{}/{}", range.first, range.last).into()),
        Content::Text(text) => Shown::Text(String::from(text).into()),
        Content::Named(named) => Shown::Text(named.word().into()),
        Content::Thing(thing) => Shown::Text(String::from(thing.key).into()),
        Content::Fact(fact) => {
            let at = (fact.kind.schema().at)(view, fact.index)?;
            Shown::Text(at.span.of(&view.article.text).into())
        }
        Content::Set(values) => Shown::List(values.into_iter().filter_map(|value| shown(view, value)).collect()),
    })
}

fn interval<'a>(interval: Interval) -> Shown<'a> {
    if let Some(single) = interval.single() {
        return Shown::Number(number(single));
    }
    let end = |end: End| Shown::Number(end.number().and_then(number));
    Shown::List(vec![end(interval.low), end(interval.high)])
}

/// A JSON number: whole where the number is.
fn number(n: Exact) -> Option<Number> {
    let whole = n.is_whole().then(|| i64::try_from(n.numerator()).ok()).flatten();
    whole.map(Number::from).or_else(|| Number::from_f64(n.to_f64()))
}
