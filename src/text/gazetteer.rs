//! Countries, their people, American states and the world's larger cities, by name.
//!
//! All names are looked up in lower-case ASCII as [`Text::lower`] gives them; a name of several
//! words is looked up whole ("new york"). What a name means is for the caller to decide: "us" is a
//! pronoun, "Georgia" a country and a state, "Victoria" a city and a woman.

use super::{Case, Text, TokenKind, lookup};

/// A country, or a territory, nation or former state that news treats like one.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// Its usual name in English news.
    pub name: &'static str,
    /// Its other names.
    pub aliases: &'static [&'static str],
    /// Adjectives and words for its people, singular.
    pub demonyms: &'static [&'static str],
    /// Its capitals and seats of government with their spellings, the usual one first.
    pub capitals: &'static [&'static str],
    /// Its continent; empty for territories.
    pub continent: &'static str,
    /// The people who live there; 0 where unknown.
    pub population: u64,
    /// Whether it is a member of the United Nations.
    pub un_member: bool,
    /// Its two letters of ISO 3166; empty for territories.
    pub code: &'static str,
    /// Whether it is one of the countries rather than a territory or a nation within one.
    pub is_sovereign: bool,
}

/// A state of the United States, or its capital's district.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// Its name.
    pub name: &'static str,
    /// Its two letters.
    pub postal: &'static str,
    /// Its abbreviation in the style of the Associated Press, with its point.
    pub ap: &'static str,
    /// Its capital.
    pub capital: &'static str,
    /// Words for its people, singular.
    pub demonyms: &'static [&'static str],
}

/// A city.
#[derive(Debug, PartialEq, Eq)]
pub struct City {
    /// Its name in English.
    pub name: &'static str,
    /// Its other names and spellings.
    pub aliases: &'static [&'static str],
    /// The name of its country, as in [`Country::name`].
    pub country: &'static str,
    /// The name of its American state; empty elsewhere.
    pub state: &'static str,
    /// The people who live there.
    pub population: u64,
}

#[cfg(test)]
mod tests;

mod tables {
    #![allow(clippy::unreadable_literal, reason = "written by the build script")]

    use super::{City, Country, State};

    include!(concat!(env!("OUT_DIR"), "/gazetteer.rs"));
}

static SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.slots"));
static ENTRIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.entries"));

/// What a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A country or territory.
    Country(&'static Country),
    /// Of a country or territory, or its people: "Danish", "Dane".
    Demonym(&'static Country),
    /// An American state.
    State(&'static State),
    /// Of an American state, or its people.
    StateDemonym(&'static State),
    /// A city.
    City(&'static City),
}

/// The entry of a name: how many tokens the longest name has that begins with it, and its readings.
#[derive(Clone, Copy)]
struct Entry {
    tokens: usize,
    readings: &'static [u8],
}

impl Entry {
    fn of(lower: &str) -> Option<Self> {
        let parts = |place: usize| {
            let (length, rest) = ENTRIES.get(place..)?.split_first()?;
            rest.split_at_checked(usize::from(*length))
        };
        let is_name = |place| parts(place).is_some_and(|(name, _)| name == lower.as_bytes());
        let (_, rest) = parts(lookup::find(SLOTS, lower.as_bytes(), is_name)?)?;
        let (&[tokens, count], readings) = rest.split_first_chunk::<2>()?;
        Some(Self { tokens: usize::from(tokens), readings: readings.get(..3 * usize::from(count))? })
    }

    fn readings(self) -> impl Iterator<Item = Reading> {
        let (readings, _) = self.readings.as_chunks::<3>();
        readings.iter().filter_map(|&[kind, low, high]| {
            let row = usize::from(u16::from_le_bytes([low, high]));
            match kind {
                0 => tables::COUNTRIES.get(row).map(Reading::Country),
                1 => tables::COUNTRIES.get(row).map(Reading::Demonym),
                2 => tables::STATES.get(row).map(Reading::State),
                3 => tables::STATES.get(row).map(Reading::StateDemonym),
                _ => tables::CITIES.get(row).map(Reading::City),
            }
        })
    }
}

/// All that a name can mean: countries before states before cities, the most populous city first.
pub fn readings(lower: &str) -> impl Iterator<Item = Reading> {
    Entry::of(lower).into_iter().flat_map(Entry::readings)
}

/// The country or territory of a name.
pub fn country(lower: &str) -> Option<&'static Country> {
    readings(lower).find_map(|reading| match reading {
        Reading::Country(country) => Some(country),
        _ => None,
    })
}

/// The one country or territory of an adjective or word for its people, singular or plural: "danish",
/// "danes". There is none where several share the word ("congolese").
pub fn demonym(lower: &str) -> Option<&'static Country> {
    let mut countries = readings(lower).filter_map(|reading| match reading {
        Reading::Demonym(country) => Some(country),
        _ => None,
    });
    countries.next().filter(|_| countries.next().is_none())
}

/// The American state of a name.
pub fn us_state(lower: &str) -> Option<&'static State> {
    readings(lower).find_map(|reading| match reading {
        Reading::State(state) => Some(state),
        _ => None,
    })
}

/// The American state of an abbreviation as written, with or without its last point: "Pa", "N.Y.", "PA".
pub fn us_state_abbreviated(written: &str) -> Option<&'static State> {
    tables::STATES.iter().find(|state| {
        let ap = state.ap.strip_suffix('.');
        state.postal == written || ap.is_some() && (state.ap == written || ap == Some(written))
    })
}

/// The American state of a word for its people, singular or plural: "texan", "new yorkers".
pub fn us_demonym(lower: &str) -> Option<&'static State> {
    readings(lower).find_map(|reading| match reading {
        Reading::StateDemonym(state) => Some(state),
        _ => None,
    })
}

/// The most populous city of a name.
pub fn city(lower: &str) -> Option<&'static City> {
    cities(lower).next()
}

/// All cities of a name, the most populous first.
pub fn cities(lower: &str) -> impl Iterator<Item = &'static City> {
    readings(lower).filter_map(|reading| match reading {
        Reading::City(city) => Some(city),
        _ => None,
    })
}

/// All countries and territories.
pub fn countries() -> &'static [Country] {
    tables::COUNTRIES
}

/// All American states.
pub fn us_states() -> &'static [State] {
    tables::STATES
}

/// The last token of the longest name that begins with the capitalised token `first`, where there is one.
pub fn longest(text: &Text<'_>, first: usize) -> Option<usize> {
    let token = text.token(first).filter(|token| token.kind == TokenKind::Word && token.case != Case::Lower)?;
    let entry = Entry::of(text.lower(first))?;
    // Nearly all names have one word.
    let end = if entry.tokens > 1 { text.block_end(first).min(first + entry.tokens) } else { first + 1 };
    (first..end).rev().find(|&last| {
        let is_pronoun = last == first && text.lower(first) == "us" && token.case != Case::Upper;
        let cut = text.glued(last + 1) && text.kind(last + 1) == TokenKind::Word;
        !is_pronoun
            && !cut
            && Entry::of(text.lowered(text.span(first, last))).is_some_and(|entry| !entry.readings.is_empty())
    })
}
