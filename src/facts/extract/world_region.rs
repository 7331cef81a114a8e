//! Countries said to lie in a part of the world: "the west African country of Ghana", "Ghana, in west Africa".

use super::Reading;
use super::things::{Found, Things};
use crate::facts::model::{Name, WorldRegion};
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind, gazetteer};
use std::sync::LazyLock;

/// The countries of each part, divided by bars.
static REGIONS: LazyLock<Things<&'static str>> =
    LazyLock::new(|| Things::of(include_str!("../../../tables/world_regions.csv"), |cells| cells.first().copied()));

/// What a country is called.
const KINDS: &[&str] = &["country", "nation", "state", "republic", "kingdom", "island", "archipelago"];

/// Reads the parts of the world that are told of countries.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.locations.len() {
        let Some(location) = reading.facts.locations.get(index) else { return };
        let span = location.at.span;
        let Some(country) = gazetteer::country(&location.name.key.to_lowercase()) else { continue };
        let (first, end) = (text.token_from(span.start), text.token_from(span.end));
        let floor = text.near(first..end, REACH).start;
        let Some(region) = kind_of(text, floor, first).or_else(|| behind(text, end)) else { continue };
        let fits = region.row.split('|').any(|land| land == country.name);
        let name = |span| Name { key: text.lowered(span).into(), span };
        let (land, region) = (name(span), name(text.span(region.first, region.end - 1)));
        let at = reading.at(land.span.to(region.span), Certainty::Likely);
        reading.facts.world_regions.push(WorldRegion { at, land, region, fits });
    }
    reading.facts.world_regions.sort_by_key(|region| region.at.span);
}

/// How far before a country its part of the world is told, in tokens.
const REACH: usize = 12;

/// "the west African country of", "the Pacific island nation of", "the landlocked country of".
fn kind_of(text: &Text<'_>, floor: usize, first: usize) -> Option<Found<&'static str>> {
    let of = first.checked_sub(1).filter(|&of| of > floor && text.lower(of) == "of")?;
    let mut at = of.checked_sub(1).filter(|&at| at > floor && KINDS.contains(&text.lower(at)))?;
    at -= usize::from(at > floor + 1 && text.lower(at - 1) == "island");
    REGIONS.ending(text, floor, at)
}

/// ", in west Africa,", ", a west African country,": not the next of a list.
fn behind(text: &Text<'_>, end: usize) -> Option<Found<&'static str>> {
    if text.word(end) != "," {
        return None;
    }
    let the = |at: usize| at + usize::from(text.lower(at) == "the");
    let found = match text.lower(end + 1) {
        "in" => REGIONS.beginning(text, the(end + 2)),
        "a" | "an" | "the" => REGIONS.beginning(text, end + 2).filter(|found| {
            let kind = found.end + usize::from(text.lower(found.end) == "island");
            KINDS.contains(&text.lower(kind))
        }),
        _ => None,
    }?;
    if text.lower(end + 1) != "in" {
        return Some(found);
    }
    let stop = found.end;
    let listed = text.word(stop) == "," && matches!(text.lower(stop + 1), "in" | "and" | "or" | "as");
    let closes =
        stop >= text.tokens.len() || text.kind(stop) == TokenKind::Mark && !matches!(text.word(stop), "-" | "–");
    (closes && !listed).then_some(found)
}
