//! The schema: every kind of fact with its fields, as data.
//!
//! The checker, `factlint schema` and the documentation are made from this one list. A field's
//! `read` gives its value for the fact of that number.

use super::Facts;
use super::date::{self, PRECISION, WEEKDAY};
use super::exact::Exact;
use super::model::At;
use super::names::{DateRole, Direction, Hedge, NameList, Outcome, PercentRole, QuoteKind, Role, Tense, UnitKind};
use super::quantity::{Measured, Quantity};
use super::value::{Content, ThingKind, Type, Value};
use crate::article::Article;
use crate::text::Text;
use every::{ARTICLE, PARAGRAPH, SENTENCE};
pub use every::{COMMON, CommonField};
use values::{
    block_word, digits, fact, hedge, is_picked, known, maybe_fact, maybe_text, meant, name, named, noun, quantity, set,
    text, thing, verb, words, written, yes_no,
};

/// What a field's reader may look at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its words.
    pub text: &'a Text<'a>,
    /// Its facts.
    pub facts: &'a Facts,
}

/// A field of a kind of fact.
#[derive(Clone, Copy)]
pub struct FieldSchema {
    /// Its name in the rule language.
    pub name: &'static str,
    /// Its type, made when asked for since sets are boxed.
    pub of: fn() -> Type,
    /// Whether it may be absent.
    pub optional: bool,
    /// What it is, in one line.
    pub about: &'static str,
    /// Its value for the fact of that number.
    pub read: fn(View<'_>, u32) -> Value,
}

impl std::fmt::Debug for FieldSchema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FieldSchema")
            .field("name", &self.name)
            .field("optional", &self.optional)
            .finish_non_exhaustive()
    }
}

/// A kind of fact.
#[derive(Clone, Copy, Debug)]
pub struct KindSchema {
    /// Its name in the rule language.
    pub name: &'static str,
    /// What it is, in one line.
    pub about: &'static str,
    /// Its own fields; every fact also has those of [`COMMON`].
    pub fields: &'static [FieldSchema],
    /// How many facts of the kind there are.
    pub count: fn(View<'_>) -> u32,
    /// Where the fact of that number is stated.
    pub at: fn(View<'_>, u32) -> Option<At>,
}

macro_rules! ty {
    (set $kind:ident) => {
        || Type::Set(Box::new(Type::Fact(Kind::$kind)))
    };
    (fact $kind:ident) => {
        || Type::Fact(Kind::$kind)
    };
    (list $list:ident) => {
        || {
            static LIST: NameList = $list::LIST;
            Type::Named(&LIST)
        }
    };
    (enum $list:ident) => {
        || Type::Named(&$list)
    };
    (thing $kind:ident) => {
        || Type::Thing(ThingKind::$kind)
    };
    ($plain:ident) => {
        || Type::$plain
    };
}

mod every;
mod values;

macro_rules! optional {
    (always) => {
        false
    };
    (maybe) => {
        true
    };
}

macro_rules! schema {
    ($($kind:ident $word:literal $plural:ident $about:literal {
        $($field:literal: $optional:ident ($($ty:tt)+) $doc:literal => |$f:ident, $view:pat_param| $read:expr;)*
    })*) => {
        /// The kinds of fact.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// The article itself.
            Article,
            /// A block.
            Paragraph,
            /// A sentence.
            Sentence,
            $(#[doc = $about] $kind,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[Self::Article, Self::Paragraph, Self::Sentence, $(Self::$kind,)*];
        }

        static TABLE: &[KindSchema] = &[
            ARTICLE, PARAGRAPH, SENTENCE,
            $(KindSchema {
                name: $word,
                about: $about,
                fields: &[$(FieldSchema {
                    name: $field,
                    of: ty!($($ty)+),
                    optional: optional!($optional),
                    about: $doc,
                    read: |view, index| match view.facts.$plural.get(index as usize) {
                        Some($f) => { let $view = view; $read }
                        None => Value::ABSENT,
                    },
                },)*],
                count: |view| view.facts.$plural.len() as u32,
                at: |view, index| view.facts.$plural.get(index as usize).map(|fact| fact.at),
            },)*
        ];
    };
}

schema! {
    Number "number" numbers "a bare number that counts or measures nothing nameable" {
        "value": always (Number) "what the wording can mean" => |f, _| meant(&f.figure, Measured::Number);
        "figure": maybe (Exact) "the number as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
    }
    Ordinal "ordinal" ordinals "a place in an order" {
        "figure": maybe (Exact) "the number" => |f, _| written(&f.figure, Measured::Number);
        "noun": maybe (thing Noun) "what is ordered" => |f, _| f.noun.as_ref().map_or(Value::ABSENT, noun);
    }
    Count "count" counts "a number of things" {
        "value": always (Number) "what the wording can mean" => |f, _| meant(&f.figure, Measured::Number);
        "figure": maybe (Exact) "the number as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "noun": always (thing Noun) "what is counted" => |f, _| noun(&f.noun);
        "per": maybe (Text) "what the number is told for" => |f, _| maybe_text(f.per.as_deref());
        "event": maybe (fact Event) "the event that it takes part in" => |f, _| maybe_fact(Kind::Event, f.event);
        "role": always (list Role) "how it hangs on the event" => |f, _| named(f.role.named());
        "source": always (fact Source) "who says it; the article's own voice when nobody is named" => |f, _| fact(Kind::Source, f.source);
        "as_of": maybe (Date) "the day that it was true" => |f, _| known(f.as_of.map(Content::Date), None);
        "revises": maybe (fact Count) "the count that it replaces" => |f, _| maybe_fact(Kind::Count, f.revises);
        "elided": always (YesNo) "whether its noun was taken from an earlier count" => |f, _| yes_no(f.elided);
        "picked": always (YesNo) "whether there are more of them than are told of: “three key lessons”, “two other reasons”" => |f, _| yes_no(is_picked(&f.noun));
    }
    Measure "measure" measures "a quantity with a physical unit, temperatures among them" {
        "value": always (Measure) "what the wording can mean" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "unit": always (thing Unit) "the unit" => |f, _| Value::at(thing(ThingKind::Unit, &f.unit.name, false), f.unit_span);
        "of": maybe (thing Noun) "what is measured" => |f, _| f.of.as_ref().map_or(Value::ABSENT, noun);
        "event": maybe (fact Event) "the event that it takes part in" => |f, _| maybe_fact(Kind::Event, f.event);
    }
    Money "money" moneys "an amount of money" {
        "value": always (Money) "what the wording can mean" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "currency": always (Text) "ISO code where certain, else the currency's name" => |f, _| text(&f.currency);
        "per": maybe (Text) "what one amount is paid for" => |f, _| maybe_text(f.per.as_deref());
        "event": maybe (fact Event) "the event that it takes part in" => |f, _| maybe_fact(Kind::Event, f.event);
    }
    Percent "percent" percents "a percentage" {
        "value": always (Percent) "what the wording can mean" => |f, _| meant(&f.figure, Measured::Percent);
        "figure": maybe (Percent) "the percentage as written, without hedge" => |f, _| written(&f.figure, Measured::Percent);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "role": always (list PercentRole) "what it does" => |f, _| named(f.role.named());
        "whole": maybe (thing Noun) "what it is a share of" => |f, _| f.whole.as_ref().map_or(Value::ABSENT, noun);
        "event": maybe (fact Event) "the event that it takes part in" => |f, _| maybe_fact(Kind::Event, f.event);
    }
    Points "points" points "percentage points, or basis points" {
        "value": always (Points) "what the wording can mean, in percentage points" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
    }
    Ratio "ratio" ratios "a share written as a fraction" {
        "value": always (Share) "what the wording can mean" => |f, _| meant(&f.figure, Measured::Share);
        "figure": maybe (Share) "the share as written" => |f, _| written(&f.figure, Measured::Share);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "whole": maybe (thing Noun) "what it is a share of" => |f, _| f.whole.as_ref().map_or(Value::ABSENT, noun);
    }
    Quantity "quantity" quantities "any figure that takes part in a change" {
        "value": always (AnyQuantity) "what the wording can mean" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "unit": always (list UnitKind) "what kind of unit it has" => |f, _| named(f.unit.named());
    }
    Change "change" changes "a rise or fall from one value to another" {
        "from": maybe (fact Quantity) "the value before" => |f, _| maybe_fact(Kind::Quantity, f.from);
        "to": maybe (fact Quantity) "the value after" => |f, _| maybe_fact(Kind::Quantity, f.to);
        "by": maybe (fact Percent) "the change in per cent" => |f, _| maybe_fact(Kind::Percent, f.by);
        "part": maybe (fact Ratio) "the change as a fraction" => |f, _| maybe_fact(Kind::Ratio, f.part);
        "difference": maybe (fact Quantity) "the change in the unit of the values" => |f, _| maybe_fact(Kind::Quantity, f.difference);
        "direction": maybe (list Direction) "which way it goes, where a word says so" => |f, _| f.direction.zip(f.cue).map_or(Value::ABSENT, |(direction, cue)| Value::at(Content::Named(direction.named()), cue));
        "of": maybe (thing Noun) "what changes" => |f, _| f.of.as_ref().map_or(Value::ABSENT, noun);
    }
    Multiple "multiple" multiples "one value as so many times another" {
        "value": always (Number) "what the wording can mean; below one for a part" => |f, _| meant(&f.figure, Measured::Number);
        "figure": maybe (Exact) "the number of times as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "direction": maybe (list Direction) "which way it goes, where it is told as a change" => |f, _| f.direction.map_or(Value::ABSENT, |direction| named(direction.named()));
        "from": maybe (fact Quantity) "what it is a multiple of" => |f, _| maybe_fact(Kind::Quantity, f.from);
        "to": maybe (fact Quantity) "what is the multiple" => |f, _| maybe_fact(Kind::Quantity, f.to);
        "by": maybe (fact Percent) "the same change in per cent" => |f, _| maybe_fact(Kind::Percent, f.by);
        "of": maybe (thing Noun) "what is multiplied" => |f, _| f.of.as_ref().map_or(Value::ABSENT, noun);
        "event": maybe (fact Event) "the event that tells it" => |f, _| maybe_fact(Kind::Event, f.event);
    }
    Age "age" ages "how old a person is" {
        "value": always (Time) "what the wording can mean" => |f, _| quantity(&f.value, f.figure.span);
        "figure": maybe (Exact) "the number as written" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "person": maybe (fact Person) "whose" => |f, _| maybe_fact(Kind::Person, f.person);
        "as_of": maybe (Date) "the day that the age is of, or the days that it may be of" => |f, _| known(f.as_of.map(Content::Date), None);
        "now": always (YesNo) "whether it is told as the age of the day of publication" => |f, _| yes_no(f.now);
    }
    Birth "birth" births "when a person was born" {
        "date": always (Date) "the day or year" => |f, _| Value::at(Content::Date(f.date), f.date_span);
        "person": always (fact Person) "who" => |f, _| fact(Kind::Person, f.person);
    }
    Death "death" deaths "when a person died" {
        "date": always (Date) "the day or year" => |f, _| Value::at(Content::Date(f.date), f.date_span);
        "person": always (fact Person) "who" => |f, _| fact(Kind::Person, f.person);
    }
    Date "date" dates "a day, month, year, season or decade" {
        "value": maybe (Date) "the days that are meant" => |f, _| known(f.value.map(Content::Date), Some(f.at.span));
        "weekday": maybe (enum WEEKDAY) "the weekday written beside it" => |f, _| f.weekday.map_or(Value::ABSENT, |(day, span)| Value::at(Content::Named(date::weekday(day)), span));
        "day": maybe (Exact) "the day of the month as written" => |f, _| f.day.map_or(Value::ABSENT, |(day, span)| Value::at(Value::exact(Exact::from(i64::from(day))), span));
        "precision": always (enum PRECISION) "how exact it is" => |f, _| named(date::precision(f.precision));
        "role": always (list DateRole) "what it does" => |f, _| named(f.role.named());
        "event": maybe (fact Event) "the event that it dates" => |f, _| maybe_fact(Kind::Event, f.event);
        "weekday_fits": maybe (YesNo) "whether the weekday fits the day; where no year is written, in the year of publication or on the day nearest to it" => |f, _| f.weekday_fits.map_or(Value::ABSENT, yes_no);
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
    Chain "chain" chains "two counts in one sentence with at most three words between them" {
        "first": always (fact Count) "the first" => |f, _| fact(Kind::Count, f.first);
        "joiner": always (Text) "the words between, lower case" => |f, _| text(&f.joiner);
        "second": always (fact Count) "the second" => |f, _| fact(Kind::Count, f.second);
    }
    Conversion "conversion" conversions "one measure restated in another unit" {
        "first": always (fact Measure) "the first" => |f, _| fact(Kind::Measure, f.first);
        "second": always (fact Measure) "the second" => |f, _| fact(Kind::Measure, f.second);
        "worked_out": always (Measure) "the first as written, exactly" => |f, _| Value::new(Content::Quantity(f.worked_out.clone()));
        "given": always (Measure) "all that the second's digits can stand for" => |f, _| Value::new(Content::Quantity(f.given.clone()));
        "worked_back": always (Measure) "the second as written, exactly" => |f, _| Value::new(Content::Quantity(f.worked_back.clone()));
        "original": always (Measure) "all that the first's digits can stand for" => |f, _| Value::new(Content::Quantity(f.original.clone()));
        "first_digits": maybe (Exact) "how many digits the first has that count" => |f, v| digits(v, f.first);
        "second_digits": maybe (Exact) "how many digits the second has that count" => |f, v| digits(v, f.second);
        "difference": always (YesNo) "whether differences of temperatures are meant" => |f, _| yes_no(f.difference);
    }
    Exchange "exchange" exchanges "one sum restated in another currency" {
        "first": always (fact Money) "the first" => |f, _| fact(Kind::Money, f.first);
        "second": always (fact Money) "the second" => |f, _| fact(Kind::Money, f.second);
        "rate": always (Number) "units of the first currency for one of the second" => |f, _| Value::new(Content::Quantity(Quantity::number(f.rate)));
    }
    Restatement "restatement" restatements "a share said twice" {
        "ratio": always (fact Ratio) "the fraction" => |f, _| fact(Kind::Ratio, f.ratio);
        "percent": always (fact Percent) "the percentage" => |f, _| fact(Kind::Percent, f.percent);
    }
    Share "share" shares "a part of a whole, with its percentage or fraction where they are told" {
        "part": always (fact Quantity) "the part" => |f, _| fact(Kind::Quantity, f.part);
        "whole": always (fact Quantity) "the whole" => |f, _| fact(Kind::Quantity, f.whole);
        "percent": maybe (fact Percent) "the percentage" => |f, _| maybe_fact(Kind::Percent, f.percent);
        "ratio": maybe (fact Ratio) "the fraction" => |f, _| maybe_fact(Kind::Ratio, f.ratio);
    }
    Lead "lead" leads "two shares and how far they are said to be apart" {
        "first": always (fact Percent) "the first share" => |f, _| fact(Kind::Percent, f.first);
        "second": always (fact Percent) "the second share" => |f, _| fact(Kind::Percent, f.second);
        "apart": always (fact Quantity) "how far they are said to be apart" => |f, _| fact(Kind::Quantity, f.apart);
    }
    Margin "margin" margins "the margin of error of a poll" {
        "sample": always (fact Count) "the people asked" => |f, _| fact(Kind::Count, f.sample);
        "error": always (fact Quantity) "the margin, in percentage points" => |f, _| fact(Kind::Quantity, f.error);
    }
    Breakdown "breakdown" breakdowns "a whole and its parts" {
        "whole": always (fact Count) "the whole" => |f, _| fact(Kind::Count, f.whole);
        "parts": always (set Count) "the parts" => |f, _| set(Kind::Count, &f.parts);
        "exhaustive": always (YesNo) "whether the parts are all there is" => |f, _| yes_no(f.exhaustive);
        "overlapping": always (YesNo) "whether the parts may share members" => |f, _| yes_no(f.overlapping);
    }
    Total "total" totals "amounts and what they come to together" {
        "whole": always (fact Quantity) "the sum" => |f, _| fact(Kind::Quantity, f.whole);
        "parts": always (set Quantity) "what is added up" => |f, _| set(Kind::Quantity, &f.parts);
    }
    Average "average" averages "a number of things, what they come to, and what that is for each" {
        "total": always (fact Quantity) "all together" => |f, _| fact(Kind::Quantity, f.total);
        "number": always (fact Quantity) "how many they are" => |f, _| fact(Kind::Quantity, f.number);
        "each": always (fact Quantity) "for each of them" => |f, _| fact(Kind::Quantity, f.each);
    }
    Flow "flow" flows "one flow told by two periods" {
        "long": always (fact Quantity) "for the longer period" => |f, _| fact(Kind::Quantity, f.long);
        "short": always (fact Quantity) "for the shorter period" => |f, _| fact(Kind::Quantity, f.short);
        "periods": always (Number) "how many of the shorter period there can be in the longer" => |f, _| Value::new(Content::Quantity(Quantity::number(f.periods)));
    }
    Net "net" nets "what came, what went, and what is left of it" {
        "more": always (fact Quantity) "what the net is taken from" => |f, _| fact(Kind::Quantity, f.more);
        "less": always (fact Quantity) "what is taken off" => |f, _| fact(Kind::Quantity, f.less);
        "net": always (fact Quantity) "the net" => |f, _| fact(Kind::Quantity, f.net);
    }
    Majority "majority" majorities "seats won, all seats, and a majority" {
        "won": always (Text) "the seats won and all seats, as written" => |f, v| words(f.won, v);
        "over": always (Exact) "twice the seats won, less all seats" => |f, _| Value::at(Value::exact(f.over), f.won);
        "by": always (Exact) "the majority as written" => |f, _| Value::at(Value::exact(f.by), f.by_span);
    }
    Partition "partition" partitions "shares of one whole that nobody is in two of" {
        "shares": always (set Percent) "the shares" => |f, _| set(Kind::Percent, &f.shares);
        "closed": always (YesNo) "whether they are all there is" => |f, _| yes_no(f.closed);
    }
    History "history" histories "a place in an order, and the years of those before" {
        "ordinal": always (fact Ordinal) "the place" => |f, _| fact(Kind::Ordinal, f.ordinal);
        "earlier": always (Exact) "how many years are listed" => |f, _| Value::at(Value::exact(Exact::from(i64::from(f.earlier))), f.list);
    }
    Respective "respective" respectives "names and figures told one for one" {
        "names": always (Exact) "how many names there are" => |f, _| Value::at(Value::exact(Exact::from(i64::from(f.names))), f.names_span);
        "figures": always (Exact) "how many figures there are" => |f, _| Value::at(Value::exact(Exact::from(i64::from(f.figures))), f.figures_span);
    }
    Listing "listing" listings "an announced number of things and the things" {
        "announced": always (fact Count) "the announced number" => |f, _| fact(Kind::Count, f.announced);
        "items": always (set Item) "the things" => |f, _| set(Kind::Item, &f.items);
        "complete": always (YesNo) "whether the list is closed" => |f, _| yes_no(f.complete);
    }
    Item "item" items "one thing of a listing" {
        "noun": maybe (thing Noun) "its head" => |f, _| f.noun.as_ref().map_or(Value::ABSENT, noun);
    }
    Range "range" ranges "a range with two ends" {
        "first": always (Exact) "the first end as written" => |f, _| Value::at(Value::exact(f.first), f.first_span);
        "second": always (Exact) "the second end as written" => |f, _| Value::at(Value::exact(f.second), f.second_span);
        "closed": always (YesNo) "whether the wording can only be a range" => |f, _| yes_no(f.closed);
    }
    Likeness "likeness" likenesses "a measure likened to things that readers know" {
        "measure": always (fact Measure) "the measure" => |f, _| fact(Kind::Measure, f.measure);
        "times": always (Exact) "how many of the things" => |f, _| Value::new(Value::exact(f.times));
        "thing": always (Text) "what one of them is called, in lower case" => |f, _| Value::at(Content::Text((&*f.thing).into()), f.thing_span);
        "measures": always (Text) "what is measured: length, area or volume" => |f, _| text(&f.measures);
        "within": always (YesNo) "whether the measure is of an area that lies in the place" => |f, _| yes_no(f.within);
        "size": always (Number) "what one of the things would measure, in metres, squared or cubed" => |f, _| Value::new(Content::Quantity(Quantity::number(f.size)));
    }
    Mismatch "mismatch" mismatches "a unit that does not measure what the words beside it tell" {
        "of": always (Text) "what does not fit: dimension, power, rate, cents, change" => |f, _| text(&f.of);
        "fault": always (Text) "what is wrong with it" => |f, _| text(&f.fault);
    }
    Rescaled "rescaled" rescaled "two figures with the same digits and another scale, told in the same words" {
        "first": always (Text) "the figure that stands first" => |f, v| words(f.first, v);
        "times": always (Exact) "how many times the one is the other" => |f, _| Value::new(Value::exact(f.times));
        "thousands": always (YesNo) "whether they are a thousand, a million or a billion times apart, as scale words are" => |f, _| yes_no([3, 6, 9, 12].iter().any(|&power| Exact::power_of_ten(power) == Some(f.times)));
        "digits": always (Exact) "how many digits they share, zeros at the end apart" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.digits))));
        "shared": always (Exact) "how many telling words their sentences share" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.shared))));
        "near": always (Exact) "how many of these words stand near both" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.near))));
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
    Limit "limit" limits "a figure held against what a table or the words beside it allow" {
        "of": always (Text) "what is limited: `seats`, `edition`, `year`, `size`…" => |f, _| text(f.of);
        "figure": always (Exact) "the figure" => |f, _| Value::at(Value::exact(f.figure.0), f.figure.1);
        "written": always (Text) "the figure as written" => |f, v| Value::at(Content::Text(f.figure.1.of(&v.article.text).into()), f.figure.1);
        "least": maybe (Exact) "the least that it can be" => |f, _| f.least.map_or(Value::ABSENT, |n| Value::new(Value::exact(n)));
        "most": maybe (Exact) "the most that it can be" => |f, _| f.most.map_or(Value::ABSENT, |n| Value::new(Value::exact(n)));
        "by": always (thing Name) "what sets the limit" => |f, _| name(&f.by);
    }
    Malformed "malformed" malformed "a number whose digits are grouped wrongly" {
        "fault": always (Text) "what is wrong with it" => |f, _| text(&f.fault);
    }
    Person "person" people "a mention of a person" {
        "name": always (Text) "the name as written" => |f, v| Value::at(Content::Text(f.name.span.of(&v.article.text).into()), f.name.span);
        "full_name": maybe (Text) "forename and surname, where the article gives both" => |f, _| maybe_text(f.full_name.as_deref());
        "title": maybe (Text) "the title before the name" => |f, _| f.title.as_ref().map_or(Value::ABSENT, |title| Value::at(Content::Text(title.key.clone()), title.span));
    }
    Source "source" sources "somebody who says something" {
        "name": always (Text) "the name; empty for the article's own voice" => |f, _| text(f.name.key.split('#').next().unwrap_or_default());
    }
    Location "location" locations "a place name" {
        "name": always (Text) "the canonical name" => |f, _| Value::at(Content::Text(f.name.key.clone()), f.name.span);
    }
    Capital "capital" capitals "a city said to be the capital of a country" {
        "city": always (fact Location) "the city" => |f, _| fact(Kind::Location, f.city);
        "country": always (fact Location) "the country" => |f, _| fact(Kind::Location, f.country);
    }
    Placing "placing" placings "a city said to lie in a country, state or province" {
        "city": always (thing Name) "the city" => |f, _| name(&f.city);
        "within": always (thing Name) "the country, state or province" => |f, _| name(&f.within);
        "fits": always (YesNo) "whether a place of that name lies there, as far as any gazetteer knows" => |f, _| yes_no(f.fits);
        "home": always (Text) "the country or American state of the best-known place of that name" => |f, _| text(&f.home);
    }
    Bearing "bearing" bearings "how one city lies from another" {
        "city": always (thing Name) "the city" => |f, _| name(&f.city);
        "from": always (thing Name) "the city that it is seen from" => |f, _| name(&f.from);
        "direction": always (thing Name) "the direction as written" => |f, _| name(&f.direction);
        "actual": always (Text) "the nearest of the eight directions" => |f, _| text(&f.actual);
        "off": always (Exact) "the degrees between the two" => |f, _| Value::new(Value::exact(f.off));
        "distance": maybe (fact Measure) "how far apart they are said to be" => |f, _| maybe_fact(Kind::Measure, f.distance);
        "apart": always (Measure) "how far apart they are" => |f, _| Value::new(Content::Quantity(f.apart.clone()));
    }
    Coordinates "coordinates" coordinates "a latitude and a longitude" {
        "latitude": always (Exact) "degrees from the equator" => |f, _| Value::new(Value::exact(f.latitude));
        "longitude": always (Exact) "degrees from Greenwich" => |f, _| Value::new(Value::exact(f.longitude));
    }
    Affiliation "affiliation" affiliations "the party and state of a politician" {
        "person": always (fact Person) "who" => |f, _| fact(Kind::Person, f.person);
        "party": always (Text) "the letter of the party" => |f, _| text(&f.party);
        "state": maybe (Text) "the state" => |f, _| maybe_text(f.state.as_deref());
    }
    Score "score" scores "two figures of one result" {
        "first": always (Number) "the first figure" => |f, _| Value::new(Content::Quantity(Quantity::number(f.first)));
        "second": always (Number) "the second figure" => |f, _| Value::new(Content::Quantity(Quantity::number(f.second)));
        "outcome": always (list Outcome) "what is told of it" => |f, _| named(f.outcome.named());
        "winner": maybe (thing Name) "who won" => |f, _| f.winner.as_ref().map_or(Value::ABSENT, name);
        "loser": maybe (thing Name) "who lost" => |f, _| f.loser.as_ref().map_or(Value::ABSENT, name);
        "margin": maybe (Number) "by how much, as written" => |f, _| f.margin.map_or(Value::ABSENT, |(by, at)| Value::at(Content::Quantity(Quantity::number(by)), at));
        "game": maybe (Exact) "the number of the game in its series" => |f, _| f.game.map_or(Value::ABSENT, |(n, at)| Value::at(Value::exact(n), at));
        "series": always (YesNo) "whether it counts the games of a series" => |f, _| yes_no(f.series);
        "best_of": maybe (Exact) "the most games of the series" => |f, _| f.best_of.map_or(Value::ABSENT, |(n, at)| Value::at(Value::exact(n), at));
        "games": maybe (Exact) "the games of a record of wins and losses" => |f, _| f.games.map_or(Value::ABSENT, |(n, at)| Value::at(Value::exact(n), at));
    }
    Event "event" events "something that happens" {
        "verb": always (thing Verb) "what happens" => |f, _| verb(&f.verb);
        "agent": maybe (thing Noun) "who or what does it" => |f, _| f.agent.as_ref().map_or(Value::ABSENT, noun);
        "tense": always (list Tense) "when, by the form of the verb" => |f, _| named(f.tense.named());
        "modal": always (YesNo) "whether it may, should or would happen, or is planned" => |f, _| yes_no(f.modal);
    }
    Quote "quote" quotes "words in quotation marks" {
        "kind": always (list QuoteKind) "how much of a sentence is quoted" => |f, _| named(f.kind.named());
        "words": always (Exact) "the number of words" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.words))));
        "speaker": maybe (fact Person) "who says them" => |f, _| maybe_fact(Kind::Person, f.speaker);
    }
    Attribution "attribution" attributions "who is said to say something" {
        "speaker": always (fact Source) "who" => |f, _| fact(Kind::Source, f.speaker);
        "quote": maybe (fact Quote) "what is said" => |f, _| maybe_fact(Kind::Quote, f.quote);
        "verb": always (thing Verb) "the verb of saying" => |f, _| verb(&f.verb);
    }
    Title "title" titles "a person's office or role" {
        "person": always (fact Person) "who" => |f, _| fact(Kind::Person, f.person);
        "name": always (Text) "the office" => |f, _| name(&f.name);
        "org": maybe (Text) "of what" => |f, _| maybe_text(f.org.as_deref());
    }
    Enumeration "enumeration" enumerations "the numbered entries of an article" {
        "entries": always (Exact) "how many there are" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.entries))));
    }
    Unclosed "unclosed" unclosed "a quotation mark that nothing closes" {
        "attribution": maybe (Text) "the words inside that say whose the quotation is" => |f, v| f.attribution.map_or(Value::ABSENT, |at| words(at, v));
    }
    Unopened "unopened" unopened "a closing quotation mark that nothing opens" {
        "attribution": always (Text) "the words after it that say whose the quotation is" => |f, v| words(f.attribution, v);
    }
    Parenthesis "bracket" parentheses "a bracket without its partner" {
        "opens": always (YesNo) "whether it is the opening one" => |f, _| yes_no(f.opens);
    }
    Doubled "doubled" doubled "a word printed twice in a row" {
        "first": always (Text) "the word the first time" => |f, v| words(f.first, v);
    }
    Residue "residue" residues "what was meant for the desk or the machine and got into print" {
        "what": always (Text) "what it is: `dummy text`, `words to come`…" => |f, _| text(f.what);
        "sign": always (YesNo) "whether it is one damaged sign, not words" => |f, _| yes_no(f.sign);
    }
    Identifier "identifier" identifiers "a number that carries a check of its own: an ISBN, an IBAN" {
        "scheme": always (Text) "its scheme" => |f, _| text(f.scheme);
        "fits": always (YesNo) "whether its check fits its digits" => |f, _| yes_no(f.fits);
        "expected": maybe (Text) "the last digit that would fit, where the scheme has one" => |f, _| maybe_text(f.expected.as_deref());
        "fault": maybe (Text) "what is wrong with its form" => |f, _| maybe_text(f.fault.as_deref());
    }
    Phone "phone" phones "a telephone number" {
        "plan": always (Text) "the code of its country; for the United Kingdom with the figure after it" => |f, _| text(&f.plan);
        "digits": always (Exact) "the digits after the code of the country" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.digits))));
    }
    Address "address" addresses "an address of the web or of mail" {
        "host": maybe (Text) "the host, without `www.`" => |f, _| maybe_text(f.host.as_deref());
        "fault": maybe (Text) "what is wrong with it" => |f, _| maybe_text(f.fault);
        "near": maybe (Text) "another host of the article that differs in one letter" => |f, _| maybe_text(f.near.as_deref());
    }
    Link "link" links "a link of the markup" {
        "target": always (Text) "where it leads" => |f, _| text(&f.target);
        "named": maybe (Text) "the host or the address of mail that its words are" => |f, _| maybe_text(f.named.as_deref());
        "host": maybe (Text) "the host that it leads to" => |f, _| maybe_text(f.host.as_deref());
        "agrees": maybe (YesNo) "whether it leads to where its words say" => |f, _| f.agrees.map_or(Value::ABSENT, yes_no);
        "fault": maybe (Text) "what is wrong with the target" => |f, _| maybe_text(f.fault);
    }
    Handle "handle" handles "a hashtag or a handle" {
        "name": always (Text) "with its sign, lower case" => |f, _| text(&f.name);
        "near": maybe (Text) "another of the article that differs in one letter" => |f, _| maybe_text(f.near.as_deref());
    }
    Reference "reference" references "a reference to a table or figure of the article" {
        "noun": always (Text) "what is referred to" => |f, _| text(f.noun);
        "number": always (Exact) "its number" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.number))));
        "last": always (Exact) "the number of the last one that the article has" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.last))));
    }
    Fragment "fragment" fragments "a paragraph that breaks off or ends with a stray word" {
        "what": always (Text) "what it does" => |f, _| text(f.what);
    }
    Lookalike "lookalike" lookalikes "a word that sounds like the one that belongs there" {
        "meant": always (Text) "the word that is usual there" => |f, _| text(f.meant);
    }
    Echo "echo" echoes "a quotation that comes again, in other words or from another mouth" {
        "first": always (Text) "where it stood first" => |f, v| words(f.first, v);
        "first_speaker": maybe (Text) "who says it first, where two say it" => |f, v| f.speakers.map_or(Value::ABSENT, |(one, _)| words(one, v));
        "speaker": maybe (Text) "who says it again, where two say it" => |f, v| f.speakers.map_or(Value::ABSENT, |(_, other)| words(other, v));
        "first_word": maybe (Text) "the word that differs, first" => |f, v| f.changed.map_or(Value::ABSENT, |(one, _)| words(one, v));
        "word": maybe (Text) "the word that differs, again" => |f, v| f.changed.map_or(Value::ABSENT, |(_, other)| words(other, v));
    }
    Gap "numbering_gap" gaps "a numbered entry whose number does not follow the one before" {
        "previous": always (Text) "the entry before" => |f, v| words(f.previous, v);
        "number": always (Exact) "its number" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.number))));
        "expected": always (Exact) "the number that would follow" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.expected))));
    }
    Repeat "repeat" repeats "a block that is printed twice" {
        "what": always (Text) "what is printed twice: `paragraph`, `caption`, `list item`…" => |f, _| text(block_word(f.at.part));
        "first": always (Text) "where it stood first" => |f, v| words(f.first, v);
        "words": always (Exact) "how many words it has" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.words))));
        "adjacent": always (YesNo) "whether nothing stands between the two" => |f, _| yes_no(f.apart == 0);
        "apart": always (Exact) "how many blocks stand between the two" => |f, _| Value::new(Value::exact(Exact::from(i64::from(f.apart))));
    }
}

impl Kind {
    /// Its line of the schema.
    pub fn schema(self) -> &'static KindSchema {
        TABLE.get(self as usize).unwrap_or(&ARTICLE)
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.schema().name == name)
    }

    /// The kind's word in the rule language.
    pub fn word(self) -> &'static str {
        self.schema().name
    }
}
