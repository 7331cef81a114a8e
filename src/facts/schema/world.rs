//! Who and where: people, places, results, what happens and who says it.

use super::values::{
    fact, hedge, is_late, known, maybe_fact, maybe_text, name, named, noun, quantity, text, verb, words, written,
    yes_no,
};
use super::{FieldSchema, Kind, KindSchema};
use crate::facts::exact::Exact;
use crate::facts::names::{Hedge, NameList, Outcome, QuoteKind, Tense};
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::value::{Content, ThingKind, Type, Value};

kinds! {
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
    Person "person" people "a mention of a person" {
        "name": always (Text) "the name as written" => |f, v| Value::at(Content::Text(f.name.span.of(&v.article.text).into()), f.name.span);
        "full_name": maybe (Text) "forename and surname, where the article gives both" => |f, _| maybe_text(f.full_name.as_deref());
        "title": maybe (Text) "the title before the name" => |f, _| f.title.as_ref().map_or(Value::ABSENT, |title| Value::at(Content::Text(title.key.clone()), title.span));
    }
    Source "source" sources "somebody who says something" {
        "name": always (Text) "the name; empty for the article's own voice" => |f, _| text(f.name.key.split('#').next().unwrap_or_default());
        "late": always (YesNo) "whether “the late” stands before the name" => |f, v| yes_no(is_late(f, v));
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
        "region": always (Text) "what it is called where it is neither an adjective nor short: Iraq for “Iraqi”" => |f, _| text(&f.region);
        "fits": always (YesNo) "whether a place of that name lies there, as far as any gazetteer knows" => |f, _| yes_no(f.fits);
        "home": always (Text) "the country or American state of the best-known place of that name" => |f, _| text(&f.home);
    }
    Coast "coast" coasts "a coast that a country or American state is said to have" {
        "land": always (thing Name) "the country or state" => |f, _| name(&f.land);
        "sea": maybe (thing Name) "the sea, where it is named" => |f, _| f.sea.as_ref().map_or(Value::ABSENT, name);
        "landlocked": always (YesNo) "whether it has a coast on no sea" => |f, _| yes_no(f.landlocked);
        "fits": always (YesNo) "whether it has such a coast, as far as the table of seas knows" => |f, _| yes_no(f.fits);
    }
    Border "border" borders "a border that two countries are said to have" {
        "land": always (thing Name) "the country" => |f, _| name(&f.land);
        "other": always (thing Name) "the one beyond it" => |f, _| name(&f.other);
        "fits": always (YesNo) "whether the two have a border, as anybody counts" => |f, _| yes_no(f.fits);
    }
    WorldRegion "world_region" world_regions "a country said to lie in a part of the world" {
        "land": always (thing Name) "the country" => |f, _| name(&f.land);
        "region": always (thing Name) "the part of the world" => |f, _| name(&f.region);
        "fits": always (YesNo) "whether anybody counts the country in it" => |f, _| yes_no(f.fits);
    }
    Post "post" posts "an office of a country" {
        "office": always (Text) "the office, lower case" => |f, _| Value::at(Content::Text(f.office.key.clone()), f.office.span);
        "land": always (Text) "the country or American state" => |f, _| Value::at(Content::Text(f.land.key.clone()), f.land.span);
        "holder": maybe (fact Person) "who holds it" => |f, _| maybe_fact(Kind::Person, f.holder);
    }
    Metonym "metonym" metonyms "a capital that stands for its government" {
        "city": always (thing Name) "the capital" => |f, _| name(&f.city);
        "country": always (Text) "its country" => |f, _| text(&f.country);
        "like": maybe (Text) "a country of a like name, where the article names that one and never the capital's own" => |f, _| maybe_text(f.like.as_deref());
    }
    Dateline "dateline" datelines "the place that a story is told from, before its first words" {
        "near": maybe (Text) "the place as the article spells it elsewhere, where it nowhere spells it so" => |f, v| f.near.map_or(Value::ABSENT, |at| words(at, v));
    }
    Bearing "bearing" bearings "how one city lies from another" {
        "city": always (thing Name) "the city" => |f, _| name(&f.city);
        "from": always (thing Name) "the city that it is seen from" => |f, _| name(&f.from);
        "direction": maybe (thing Name) "the direction as written" => |f, _| f.direction.as_ref().map_or(Value::ABSENT, name);
        "actual": always (Text) "the nearest of the eight directions" => |f, _| text(&f.actual);
        "off": maybe (Exact) "the degrees between the two" => |f, _| f.off.map_or(Value::ABSENT, |off| Value::new(Value::exact(off)));
        "distance": maybe (fact Measure) "how far apart they are said to be" => |f, _| maybe_fact(Kind::Measure, f.distance);
        "apart": always (Measure) "how far apart they are" => |f, _| Value::new(Content::Quantity(f.apart.clone()));
        "near": always (YesNo) "whether the one is said to be near the other" => |f, _| yes_no(f.near);
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
}
