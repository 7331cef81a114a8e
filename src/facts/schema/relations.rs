//! Relations: figures that say something of each other.

use super::values::{
    digits, fact, hedge, maybe_fact, meant, name, named, noun, quantity, set, text, words, written, yes_no,
};
use super::{FieldSchema, Kind, KindSchema};
use crate::facts::exact::Exact;
use crate::facts::names::{Direction, Hedge, NameList};
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::value::{Content, ThingKind, Type, Value};

kinds! {
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
    Proportion "proportion" proportions "an amount and the share that it is of a whole whose size is not told" {
        "part": always (fact Quantity) "the amount" => |f, _| fact(Kind::Quantity, f.part);
        "percent": always (fact Percent) "the share" => |f, _| fact(Kind::Percent, f.percent);
        "whole": always (Text) "the words of the whole, in lower case: “the total”" => |f, _| Value::at(Content::Text((&*f.whole.0).into()), f.whole.1);
        "of": maybe (thing Noun) "what is counted in the amount" => |f, _| f.of.as_ref().map_or(Value::ABSENT, noun);
        "implied": always (AnyQuantity) "how large the two make the whole" => |f, _| quantity(&f.implied, f.at.span);
    }
    Toll "toll" tolls "how many died" {
        "value": always (Number) "what the wording can mean" => |f, _| meant(&f.figure, Measured::Number);
        "figure": maybe (Exact) "the number as written, without hedge" => |f, _| written(&f.figure, Measured::Number);
        "hedge": always (list Hedge) "how it is hedged" => |f, _| hedge(&f.figure);
        "stated": always (YesNo) "whether it is told as the toll itself: “the toll of 93”" => |f, _| yes_no(f.stated);
    }
    Lead "lead" leads "two shares and how far they are said to be apart" {
        "first": always (fact Quantity) "the first share" => |f, _| fact(Kind::Quantity, f.first);
        "second": always (fact Quantity) "the second share" => |f, _| fact(Kind::Quantity, f.second);
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
        "opposed": always (YesNo) "whether each of the whole is of one part or the other: “the drug”, “a placebo”" => |f, _| yes_no(f.opposed);
    }
    Total "total" totals "amounts and what they come to together" {
        "whole": always (fact Quantity) "the sum" => |f, _| fact(Kind::Quantity, f.whole);
        "parts": always (set Quantity) "what is added up" => |f, _| set(Kind::Quantity, &f.parts);
        "partial": always (YesNo) "whether the sum may hold more than the parts" => |f, _| yes_no(f.partial);
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
    Likeness "likeness" likenesses "a measure likened to things that readers know" {
        "measure": always (fact Measure) "the measure" => |f, _| fact(Kind::Measure, f.measure);
        "times": always (Exact) "how many of the things" => |f, _| Value::new(Value::exact(f.times));
        "thing": always (thing Name) "what one of them is called" => |f, _| name(&f.thing);
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
        "same": always (YesNo) "whether both are told as the price or the size of one thing: “will cost £5bn”, “the £5m scheme”" => |f, _| yes_no(f.same);
        "again": always (YesNo) "whether the second is told as known already: “the full £5m”, “that £5m gift”" => |f, _| yes_no(f.again);
    }
    Limit "limit" limits "a figure held against what a table or the words beside it allow" {
        "of": always (Text) "what is limited: `seats`, `edition`, `year`, `size`…" => |f, _| text(f.of);
        "figure": always (Exact) "the figure" => |f, _| Value::at(Value::exact(f.figure.0), f.figure.1);
        "written": always (Text) "the figure as written" => |f, v| Value::at(Content::Text(f.figure.1.of(&v.article.text).into()), f.figure.1);
        "least": maybe (Exact) "the least that it can be" => |f, _| f.least.map_or(Value::ABSENT, |n| Value::new(Value::exact(n)));
        "most": maybe (Exact) "the most that it can be" => |f, _| f.most.map_or(Value::ABSENT, |n| Value::new(Value::exact(n)));
        "by": always (thing Name) "what sets the limit" => |f, _| name(&f.by);
    }
}
