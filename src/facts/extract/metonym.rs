//! Capitals that stand for a government, where the article may have two lands of like names in mind: "Tehran's request".

use super::Reading;
use super::attribution::is_verb_of_saying;
use super::triggers::Trigger;
use crate::facts::model::Metonym;
use crate::facts::names::Certainty;
use crate::text::gazetteer::{self, Reading as Meaning};
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../tables/like_lands.csv");

/// The country of a capital, and the country of a like name.
#[derive(Clone, Copy)]
struct Lands {
    own: &'static str,
    like: &'static str,
}

static CAPITALS: LazyLock<FxHashMap<&'static str, Vec<Lands>>> = LazyLock::new(|| {
    let mut capitals: FxHashMap<&'static str, Vec<Lands>> = FxHashMap::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        if let (Some(capital), Some(own), Some(like)) = (cells.next(), cells.next(), cells.next()) {
            capitals.entry(capital).or_default().push(Lands { own, like });
        }
    }
    capitals
});

/// What governments do beside saying something.
const GOVERNS: &[&str] = &[
    "denies",
    "denied",
    "wants",
    "wanted",
    "rejects",
    "rejected",
    "accuses",
    "accused",
    "demands",
    "demanded",
    "refuses",
    "refused",
    "agrees",
    "agreed",
    "condemned",
    "condemns",
    "offered",
    "offers",
    "vowed",
    "vows",
    "threatened",
    "threatens",
];

/// Finds the capitals that stand for a government.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found = Vec::new();
    for location in &reading.facts.locations {
        let Some(lands) = CAPITALS.get(&*location.name.key) else { continue };
        let end = text.token_from(location.at.span.end.saturating_sub(1)) + 1;
        let owner = text.kind(end) == TokenKind::Possessive;
        let acts = GOVERNS.contains(&text.lower(end)) || is_verb_of_saying(text, end);
        if owner || acts {
            found.push((location.name.clone(), lands));
        }
    }
    if found.is_empty() {
        return;
    }
    let named = lands_named(reading);
    for (city, lands) in found {
        let like = lands.iter().find(|lands| !named.contains(&lands.own) && named.contains(&lands.like));
        let Some(country) = lands.first().map(|lands| lands.own) else { continue };
        let at = reading.at(city.span, Certainty::Sure);
        let like = like.map(|lands| lands.like.into());
        reading.facts.metonyms.push(Metonym { at, city, country: country.into(), like });
    }
}

/// All countries that the article names, by their names or their people's.
fn lands_named(reading: &Reading<'_>) -> Vec<&'static str> {
    let text: &Text<'_> = reading.text;
    let mut named = Vec::new();
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::CAPITALISED) {
        next = at + 1;
        let Some(last) = gazetteer::longest(text, at) else { continue };
        for meaning in gazetteer::readings(text.lowered(text.span(at, last))) {
            if let Meaning::Country(country) | Meaning::Demonym(country) = meaning
                && !named.contains(&country.name)
            {
                named.push(country.name);
            }
        }
    }
    named
}
