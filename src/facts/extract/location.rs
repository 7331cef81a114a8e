//! Locations: countries, states and cities of the gazetteer, and what is called a capital.

use super::Reading;
use super::capital::{Claim, claim};
use super::triggers::Trigger;
use crate::facts::model::{Capital, Location, Name};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::gazetteer::{self, Reading as Meaning};
use crate::text::{Case, Text, TokenKind};

/// A place name in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Its name in the gazetteer.
    pub(super) name: &'static str,
}

/// A country or state with its capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Land {
    /// Where it is named.
    pub(super) spot: Spot,
    /// Its capitals with their spellings.
    pub(super) capitals: &'static [&'static str],
}

/// Reads the place names of all sentences, and the capitals among them.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut spots: Vec<(Spot, Certainty)> = Vec::new();
    let mut claims: Vec<Claim> = Vec::new();
    let mut people = reading.facts.people.iter().map(|person| person.at.span).peekable();
    for sentence in &text.sentences {
        let mut next = sentence.tokens.start;
        while let Some(at) = reading.next(next, sentence.tokens.end, Trigger::CAPITALISED.or(Trigger::CAPITAL)) {
            next = at + 1;
            let Some(token) = text.token(at) else { break };
            if token.case != Case::Lower {
                while people.next_if(|person| person.end <= token.span.start).is_some() {}
                let is_person = people.peek().is_some_and(|person| person.overlaps(token.span));
                if let Some((spot, certainty)) = spot_at(text, at).filter(|_| !is_person) {
                    next = spot.end;
                    spots.push((spot, certainty));
                }
            } else if let Some(claim) = claim(text, sentence, at) {
                let places = [(claim.city, Certainty::Sure), (claim.country, Certainty::Sure)];
                // What a claim names is a place, whatever its letters looked like.
                let named = spots.len().saturating_sub(8);
                let known = spots.split_off(named);
                spots.extend(
                    known.into_iter().filter(|(spot, _)| places.iter().all(|(place, _)| !overlaps(place, spot))),
                );
                spots.extend(places);
                claims.push(claim);
            }
        }
    }
    spots.sort_by_key(|(spot, certainty)| (spot.first, spot.end, *certainty));
    spots.dedup_by(|next, kept| overlaps(&next.0, &kept.0));
    for (spot, certainty) in &spots {
        let span = text.span(spot.first, spot.end - 1);
        let at = reading.at(span, *certainty);
        reading.facts.locations.push(Location { at, name: Name { key: spot.name.into(), span } });
    }
    for claim in claims {
        add(reading, &claim);
    }
}

fn overlaps(one: &Spot, other: &Spot) -> bool {
    one.first < other.end && other.first < one.end
}

fn add(reading: &mut Reading<'_>, claim: &Claim) {
    let index = |spot: Spot| {
        let span = reading.text.span(spot.first, spot.end - 1);
        let at = reading.facts.locations.partition_point(|location| location.at.span.start < span.start);
        reading.facts.locations.get(at).is_some_and(|location| location.at.span == span).then_some(at as u32)
    };
    let (Some(city), Some(country)) = (index(claim.city), index(claim.country)) else { return };
    let at = reading.at(claim.span, Certainty::Sure);
    reading.facts.capitals.push(Capital { at, city, country });
}

/// The place that the capitalised token begins, and how surely it is one.
fn spot_at(text: &Text<'_>, first: usize) -> Option<(Spot, Certainty)> {
    let end = gazetteer::longest(text, first)? + 1;
    let lower = text.lowered(text.span(first, end - 1));
    let capital =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let before = first.checked_sub(1);
    let placed = before.is_some_and(|at| {
        matches!(
            text.lower(at),
            "in" | "from" | "near" | "across" | "around" | "outside" | "throughout" | "at" | "to" | "of" | ","
        )
    });
    // "Houston Chronicle", "Bank of Norland Leeds": part of a longer name.
    let longer = capital(end) && !text.glued(end) || before.is_some_and(|at| capital(at) && text.glued(first));
    let (name, country) = gazetteer::readings(lower).find_map(|meaning| match meaning {
        Meaning::Country(country) => Some((country.name, true)),
        Meaning::State(state) => Some((state.name, true)),
        Meaning::City(city) => Some((city.name, false)),
        Meaning::Demonym(_) | Meaning::StateDemonym(_) => None,
    })?;
    // "CAR" is a country, "Car sales" are none.
    if lower.len() <= 3
        && !name.eq_ignore_ascii_case(lower)
        && text.token(first).is_some_and(|token| token.case == Case::Title)
    {
        return None;
    }
    let certainty = match (longer, country, placed) {
        (false, true, _) => Certainty::Sure,
        (false, false, true) => Certainty::Likely,
        (true, ..) | (false, false, false) => Certainty::Weak,
    };
    Some((Spot { first, end, name }, certainty))
}

/// The city that begins with the token, named as one of `capitals` where it is among them.
pub(super) fn city_at(text: &Text<'_>, first: usize, capitals: &'static [&'static str]) -> Option<Spot> {
    let end = gazetteer::longest(text, first)? + 1;
    let span = text.span(first, end - 1);
    let lower = text.lowered(span);
    let written = |name: &&&'static str| name.eq_ignore_ascii_case(lower) || name.to_lowercase() == lower;
    let city = gazetteer::city(lower);
    let known = capitals.iter().find(written).or_else(|| {
        let mut names = city.into_iter().flat_map(|city| city.aliases.iter().chain(std::iter::once(&city.name)));
        names.find_map(|name| capitals.iter().find(|capital| capital == &name))
    });
    let name = known.copied().or(city.map(|city| city.name))?;
    Some(Spot { first, end, name })
}

/// The country or state that begins with the token.
pub(super) fn land_at(text: &Text<'_>, first: usize) -> Option<Land> {
    let end = gazetteer::longest(text, first)? + 1;
    let lower = text.lowered(text.span(first, end - 1));
    land(lower, first, end, false)
}

/// The country or state whose name, possessive or adjective ends right before the token.
pub(super) fn land_ending_at(text: &Text<'_>, end: usize) -> Option<Land> {
    let mut stop = end;
    let possessive = text.kind(stop.checked_sub(1)?) == TokenKind::Possessive;
    if possessive {
        stop -= 1;
    }
    // "South African", "New Zealand's": the longest first.
    for length in (1..=3).rev() {
        let Some(first) = stop.checked_sub(length) else { continue };
        let words = (first..stop)
            .all(|at| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower));
        let part = words
            && first > 0
            && text
                .token(first.wrapping_sub(1))
                .is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
        if words && let Some(land) = land(text.lowered(text.span(first, stop - 1)), first, stop, !possessive) {
            // "West Australian" is not the country: a word before belongs to the name, unless it begins the sentence.
            return (!part || is_opening(text, first - 1)).then_some(land);
        }
    }
    None
}

/// Whether the token is "The" or another function word that only begins a sentence.
fn is_opening(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "the" | "in" | "at" | "from" | "near" | "around" | "outside")
}

fn land(lower: &str, first: usize, end: usize, adjective: bool) -> Option<Land> {
    let found = gazetteer::country(lower).map(|country| (country.name, country.capitals));
    let found =
        found.or_else(|| gazetteer::us_state(lower).map(|state| (state.name, std::slice::from_ref(&state.capital))));
    let found = found.or_else(|| {
        let country = adjective.then(|| gazetteer::demonym(lower)).flatten()?;
        Some((country.name, country.capitals))
    });
    found.map(|(name, capitals)| Land { spot: Spot { first, end, name }, capitals })
}

/// The words of a place.
pub(super) fn span(text: &Text<'_>, one: Spot, other: Spot) -> Span {
    text.span(one.first.min(other.first), one.end.max(other.end) - 1)
}
