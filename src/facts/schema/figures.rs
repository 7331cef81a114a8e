//! Figures: numbers, counts, measures, money, shares.

use super::values::{
    fact, hedge, is_listed, is_picked, known, maybe_fact, maybe_text, meant, named, noun, quantity, text, thing,
    written, yes_no,
};
use super::{FieldSchema, Kind, KindSchema};
use crate::facts::names::{Hedge, MalformedKind, NameList, PercentRole, Role, UnitKind};
use crate::facts::quantity::Measured;
use crate::facts::value::{Content, ThingKind, Type, Value};

kinds! {
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
        "listed": always (YesNo) "whether other things are counted with them: “266 countries, dependencies and other areas”" => |f, v| yes_no(is_listed(f, v));
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
    Range "range" ranges "a range with two ends" {
        "first": always (Exact) "the first end as written" => |f, _| Value::at(Value::exact(f.first), f.first_span);
        "second": always (Exact) "the second end as written" => |f, _| Value::at(Value::exact(f.second), f.second_span);
        "closed": always (YesNo) "whether the wording can only be a range" => |f, _| yes_no(f.closed);
    }
    Malformed "malformed" malformed "a number that cannot be written so, as digits grouped wrongly, or a sign or mark too many" {
        "kind": always (list MalformedKind) "in which way" => |f, _| named(f.kind.named());
        "fault": always (Text) "what is wrong with it" => |f, _| text(&f.fault);
    }
}
