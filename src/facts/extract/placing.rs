//! Placings: a city said to lie in a country, state or province, "Toledo, Ohio", "the Iraqi city of Mosul".
//!
//! Whether it does is asked of a table of all places that bear the name of a larger city, villages and
//! post offices among them: only what no gazetteer knows does not fit.

use super::Reading;
use super::times::{is_month, is_weekday};
use crate::facts::model::{Name, Placing};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::abbreviations::is_date_word;
use crate::text::gazetteer::{self, Reading as Meaning};
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Sentence, Text, TokenKind};
use namesakes::{Namesakes, Region};

mod bearing;
mod namesakes;

/// The fewest people of a city whose place everybody knows.
const LARGE: u64 = 100_000;

/// A city and where it is said to lie.
struct Found {
    city: (usize, usize),
    /// The words that name the region.
    within: (usize, usize),
    region: Vec<Region>,
    certainty: Certainty,
}

/// Reads the placings of all sentences.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found: Vec<Found> = Vec::new();
    let mut bearings = Vec::new();
    // Whether the sentence looked at last tells of the past: one may hold thousands of places.
    let mut past: Option<(u32, bool)> = None;
    // The names of people are no locations: "Ann Austin, Ohio".
    for location in &reading.facts.locations {
        let at = text.token_from(location.at.span.start);
        let Some(sentence) = text.sentences.get(location.at.sentence as usize) else { continue };
        let Some(end) = city_at(text, at) else { continue };
        let placed = after_comma(text, sentence, at, end)
            .or_else(|| in_brackets(text, sentence, at, end))
            .or_else(|| city_of(text, sentence, at, end))
            .or_else(|| city_whose(text, at, end))
            .or_else(|| city_in(text, sentence, at, end));
        bearings.extend(bearing::read(reading, sentence, at, end));
        let Some(placed) = placed else { continue };
        let of_past = match past {
            Some((known, of_past)) if known == location.at.sentence => of_past,
            _ => is_past(text, sentence),
        };
        past = Some((location.at.sentence, of_past));
        if !of_past {
            found.push(placed);
        }
    }
    bearings.sort_by_key(|bearing| bearing.at.span);
    reading.facts.bearings = bearings;
    for placed in found {
        add(reading, &placed);
    }
}

fn add(reading: &mut Reading<'_>, placed: &Found) {
    let text = reading.text;
    let span = text.span(placed.city.0, placed.city.1 - 1);
    let lower = text.lowered(span);
    let Some(known) = Namesakes::of(lower) else { return };
    let fits = placed.region.iter().any(|region| known.has(*region));
    let region = text.span(placed.within.0, placed.within.1 - 1);
    let at = reading.at(span.to(region), placed.certainty);
    let home = gazetteer::city(lower).map_or("", |city| if city.state.is_empty() { city.country } else { city.state });
    let name = |span: Span| Name { key: text.lowered(span).into(), span };
    let (city, within) = (name(span), name(region));
    let called = called(text, region).into();
    reading.facts.placings.push(Placing { at, city, within, region: called, fits, home: home.into() });
}

/// What a region is called where it is neither an adjective nor short: "Iraq" for "Iraqi", "Oregon" for "Ore.".
fn called<'a>(text: &'a Text<'_>, region: Span) -> &'a str {
    let names = gazetteer::readings(text.lowered(region)).find_map(|meaning| match meaning {
        Meaning::Country(country) | Meaning::Demonym(country) => Some(country.name),
        Meaning::State(state) | Meaning::StateDemonym(state) => Some(state.name),
        Meaning::City(_) => None,
    });
    let written = text.written(region);
    let first = text.token_from(region.start);
    let short = || gazetteer::us_state_abbreviated(text.word(first)).map(|state| state.name);
    names.or_else(short).unwrap_or(written)
}

/// One past the name of a large city that begins with the token and is nothing else: "New York" is a state too.
fn city_at(text: &Text<'_>, first: usize) -> Option<usize> {
    let end = gazetteer::longest(text, first)? + 1;
    let mut people = 0;
    for meaning in gazetteer::readings(text.lowered(text.span(first, end - 1))) {
        match meaning {
            Meaning::City(city) => people = people.max(city.population),
            Meaning::Country(_) | Meaning::State(_) | Meaning::Demonym(_) | Meaning::StateDemonym(_) => return None,
        }
    }
    (people >= LARGE && Region::province(text, first).is_none()).then_some(end)
}

/// "in Toledo, Ohio,", "in Lyon, eastern France": a preposition before, and after the region no list that goes on; "a
/// Toledo, Ohio, woman".
fn after_comma(text: &Text<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Found> {
    if text.word(end) != "," || end + 1 >= sentence.tokens.end {
        return None;
    }
    let from = end + 1 + usize::from(is_compass(text.lower(end + 1)));
    let (stop, region, short) = region_at(text, from)?;
    let before = first.checked_sub(1).filter(|&at| at >= sentence.tokens.start).map_or("", |at| text.lower(at));
    let after = text.lower(stop + usize::from(text.word(stop) == ","));
    let article = |word: &str| matches!(word, "a" | "an" | "the");
    // "a lifelong Toledo, Ohio, resident"
    let told = first > sentence.tokens.start + 1
        && lexicon::usual_class(before) == Classes::ADJECTIVE
        && article(text.lower(first - 2));
    let resident = (article(before) || told) && RESIDENT.contains(&after);
    // "at the shrine, central Lyon, France", "Lyon, France, has a like story".
    let opens =
        first == sentence.tokens.start && text.word(stop) == "," && matches!(after, "has" | "is" | "was" | "had");
    let placed = resident || opens || is_led(before) || is_compass(before) || before == "downtown";
    // "in Boston, Ohio and Texas", "Boston, Ohio, and": a list of places; an abbreviation makes no list.
    let listed = matches!(text.lower(stop), "and" | "or" | "&" | "to" | "-" | "–" | "/")
        || is_capital(text, stop) && !is_dated(text, stop);
    // "in Mobile, Alabama, and about the island": what is joined is no place.
    let joined = matches!(text.lower(stop + 1), "and" | "or" | "as" | "then")
        && (is_capital(text, stop + 2) || is_capital(text, stop + 3) || text.lower(stop + 2) == "the");
    let comma = text.word(stop) == ","
        && (joined
            || is_capital(text, stop + 1)
                && !is_dated(text, stop + 1)
                && !matches!(text.word(stop + 1), "U.S." | "U.S")
            || text.kind(stop + 1) == TokenKind::Number);
    // "In Dallas, New York officials said": another clause begins.
    let open = !resident && is_open(text, sentence, stop) && !is_dated(text, stop);
    let ok = if short {
        // "in the city of Lyon, U.S. Senator Ann Lee": the title of somebody.
        let titled = stop < sentence.tokens.end && is_capital(text, stop);
        !titled && (!is_capital(text, first.wrapping_sub(1)) || first == sentence.tokens.start)
    } else {
        placed && !listed && !comma && !open
    };
    // A list before: "in Chicago, Boston, Ohio".
    let certainty = if short { Certainty::Sure } else { Certainty::Likely };
    ok.then_some(Found { city: (first, end), within: (from, stop), region, certainty })
}

/// Who or what is called by a city and its land: "a Toledo, Ohio, woman".
#[rustfmt::skip] // Words, a dozen a line.
const RESIDENT: &[&str] = &[
    "man", "woman", "couple", "resident", "native", "teenager", "police", "company", "airport", "area", "hospital", "courtroom",
    "suburb", "hotel", "jail", "prison", "apartment", "neighborhood", "neighbourhood", "restaurant", "factory", "firm",
];

/// Whether a day begins at the token: "in Lyon, France, Aug. 17".
fn is_dated(text: &Text<'_>, at: usize) -> bool {
    let point = usize::from(text.word(at + 1) == "." && text.glued(at + 1));
    let digits = text.kind(at + 1 + point) == TokenKind::Number;
    is_month(text.lower(at)) || is_weekday(text.lower(at)) || is_date_word(text.lower(at)) && digits
}

/// Whether a place right after the word is one that somebody or something is in.
fn is_led(before: &str) -> bool {
    matches!(before, "in" | "near" | "outside" | "from" | "at" | "of" | "around" | "to" | "through" | "visited")
}

/// Whether a clause goes on with the region: "in Dallas, New York officials said".
fn is_open(text: &Text<'_>, sentence: &Sentence, stop: usize) -> bool {
    stop < sentence.tokens.end && text.kind(stop) != TokenKind::Mark && !is_link(text.lower(stop))
}

/// "in Lyon (France)".
fn in_brackets(text: &Text<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Found> {
    let before = first.checked_sub(1).filter(|&at| at >= sentence.tokens.start).map_or("", |at| text.lower(at));
    if text.word(end) != "(" || !is_led(before) {
        return None;
    }
    let (stop, region, _) = region_at(text, end + 1)?;
    let closes = text.word(stop) == ")";
    closes.then_some(Found { city: (first, end), within: (end + 1, stop), region, certainty: Certainty::Likely })
}

/// "Lyon, France's third-largest city".
fn city_whose(text: &Text<'_>, first: usize, end: usize) -> Option<Found> {
    let (stop, region, _) = (text.word(end) == ",").then(|| region_at(text, end + 1)).flatten()?;
    if text.kind(stop) != TokenKind::Possessive {
        return None;
    }
    let mut at = stop + 1;
    while at < stop + 6 && (is_kind(text.lower(at)) || text.word(at) == "-") {
        at += 1;
    }
    let city = at > stop + 1 && matches!(text.lower(at), "city" | "town" | "port");
    city.then_some(Found { city: (first, end), within: (end + 1, stop), region, certainty: Certainty::Likely })
}

/// "the northern Iraqi city of Mosul", "Texas city of Houston", "the Iraqi city Mosul", "Syria’s port city of Latakia",
/// "France's third city, Lyon,".
fn city_of(text: &Text<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Found> {
    let back = |n: usize| first.checked_sub(n).filter(|&at| at >= sentence.tokens.start);
    let lead = back(1)?;
    // "the French second city, Lyon, …": a list of cities would go on.
    let apart = text.word(lead) == "," && matches!(text.word(end), "," | ".");
    let of = if apart || text.lower(lead) == "of" { back(2)? } else { lead };
    let named =
        matches!(text.lower(of), "city" | "town" | "port") || text.lower(of) == "capital" && of < lead && !apart;
    if !named || of == sentence.tokens.start || goes_on(text, sentence, end) {
        return None;
    }
    let mut at = of;
    while at > sentence.tokens.start && of - at < 4 && is_kind(text.lower(at - 1)) {
        at -= 1;
    }
    let mut stop = at;
    if text.kind(stop.checked_sub(1)?) == TokenKind::Possessive {
        stop -= 1;
    } else if apart {
        return None;
    }
    if apart && at == of {
        return None;
    }
    (1..=3).rev().find_map(|length| {
        let start = stop.checked_sub(length).filter(|&start| start >= sentence.tokens.start)?;
        let joined = start > sentence.tokens.start
            && (is_capital(text, start - 1) && !is_opening(text, start - 1)
                || matches!(text.word(start - 1), "-" | "–"));
        if !is_capital(text, start) || joined {
            return None;
        }
        let region = regions(text.lowered(text.span(start, stop - 1)), true);
        (!region.is_empty()).then_some(Found {
            city: (first, end),
            within: (start, stop),
            region,
            certainty: Certainty::Sure,
        })
    })
}

/// "Lyon, a city in eastern France", "in Lyon in eastern France", "in Lyon, in eastern France", "the city of Lyon in".
fn city_in(text: &Text<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Found> {
    let mut at = end;
    let before = first.checked_sub(1).filter(|&at| at >= sentence.tokens.start).map_or("", |at| text.lower(at));
    let apart = text.word(at) == "," && text.lower(at + 1) == "in";
    if text.word(at) == "," && matches!(text.lower(at + 1), "a" | "the") {
        at += 2;
        while at < sentence.tokens.end && at < end + 5 && is_kind(text.lower(at)) {
            at += 1;
        }
        if !matches!(text.lower(at), "city" | "town" | "port") {
            return None;
        }
        at += 1;
    } else {
        let city = before == "of" && first.checked_sub(2).is_some_and(|at| matches!(text.lower(at), "city" | "town"));
        if !matches!(before, "in" | "near" | "outside") && !city {
            return None;
        }
        at += usize::from(apart);
    }
    if text.lower(at) != "in" {
        return None;
    }
    at += 1;
    let compass = is_compass(text.lower(at));
    at += usize::from(compass) + usize::from(text.lower(at) == "the");
    let (stop, region, _) = region_at(text, at)?;
    let ends =
        !is_capital(text, stop) && !matches!(text.word(stop), "-" | "–") && text.kind(stop) != TokenKind::Possessive;
    // "In Boston, in Ohio and in Utah", "after Boston, in Ohio she met": a list, or another clause.
    let listed = apart
        && (matches!(text.lower(stop), "and" | "or")
            || text.word(stop) == "," && matches!(text.lower(stop + 1), "in" | "and" | "or")
            || is_open(text, sentence, stop));
    (ends && !listed).then_some(Found { city: (first, end), within: (at, stop), region, certainty: Certainty::Sure })
}

/// Whether more of the name follows, or a list of cities of several countries.
fn goes_on(text: &Text<'_>, sentence: &Sentence, end: usize) -> bool {
    end < sentence.tokens.end
        && (is_capital(text, end) && !text.glued(end)
            || matches!(text.word(end), "-" | "–" | "/")
            || text.kind(end) == TokenKind::Possessive)
}

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

fn is_opening(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "the" | "in" | "at" | "from" | "near" | "around" | "outside")
}

/// Words that go on with a sentence after a place.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "after"
            | "before"
            | "when"
            | "where"
            | "who"
            | "for"
            | "with"
            | "from"
            | "since"
            | "during"
            | "that"
            | "last"
            | "by"
            | "about"
            | "because"
            | "while"
            | "until"
            | "to"
            | "is"
            | "was"
            | "has"
            | "had"
            | "this"
            | "earlier"
    )
}

fn is_compass(word: &str) -> bool {
    matches!(
        word,
        "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "north-eastern"
            | "northeastern"
            | "northwestern"
            | "southeastern"
            | "southwestern"
            | "upstate"
            | "downstate"
            | "rural"
    )
}

/// What may stand between a country and "city".
fn is_kind(word: &str) -> bool {
    is_compass(word)
        || matches!(
            word,
            "port"
                | "coastal"
                | "border"
                | "industrial"
                | "second"
                | "largest"
                | "third"
                | "biggest"
                | "big"
                | "large"
                | "small"
                | "main"
                | "university"
                | "resort"
                | "holy"
                | "ancient"
                | "historic"
                | "mountain"
                | "seaside"
                | "desert"
                | "oil"
                | "rich"
                | "besieged"
                | "strategic"
                | "key"
                | "populous"
                | "most"
                | "capital"
                | "lakeside"
                | "commercial"
                | "financial"
                | "university-town"
                | "major"
                | "hill"
                | "market"
        )
}

/// The regions whose adjective, name or people's word this is; none where a land of disputed borders is among them.
fn regions(lower: &str, adjectives: bool) -> Vec<Region> {
    let mut regions = Vec::new();
    for meaning in gazetteer::readings(lower) {
        match meaning {
            Meaning::Demonym(_) | Meaning::StateDemonym(_) if !adjectives => {}
            Meaning::Country(country) | Meaning::Demonym(country) => match Region::country(country) {
                Some(region) => regions.push(region),
                None => return Vec::new(),
            },
            Meaning::State(state) | Meaning::StateDemonym(state) => regions.push(Region::State(state.postal)),
            Meaning::City(_) => {}
        }
    }
    regions
}

/// The country, state or province that begins with the token: one past it, what it can mean, and whether it is an
/// abbreviation that stands after cities only.
fn region_at(text: &Text<'_>, first: usize) -> Option<(usize, Vec<Region>, bool)> {
    if let Some((end, code)) = Region::province(text, first) {
        return Some((end, vec![code], false));
    }
    // "N.Y.", "W.Va." are one token; the point of "Pa." may be one of its own.
    let written = text.word(first);
    let point = usize::from(text.word(first + 1) == "." && text.glued(first + 1));
    let short = text.token(first).is_some_and(|token| token.case != Case::Lower) && written.len() <= 6;
    if short && let Some(state) = gazetteer::us_state_abbreviated(written) {
        let whole = state.name == written;
        let initials = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if !whole && (point > 0 || written.ends_with('.') || initials) {
            return Some((first + 1 + if initials { 0 } else { point }, vec![Region::State(state.postal)], true));
        }
    }
    let end = gazetteer::longest(text, first)? + 1;
    let lower = text.lowered(text.span(first, end - 1));
    let regions = regions(lower, false);
    (!regions.is_empty()).then_some((end, regions, false))
}

/// Whether the sentence speaks of a time when borders ran elsewhere.
fn is_past(text: &Text<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|at| match text.kind(at) {
        TokenKind::Number => {
            let word = text.word(at);
            word.len() == 4 && matches!(word.parse(), Ok(1000_u32..1992))
        }
        TokenKind::Word => matches!(
            text.lower(at),
            "born"
                | "annexed"
                | "occupied"
                | "ancient"
                | "century"
                | "ottoman"
                | "soviet"
                | "colonial"
                | "empire"
                | "disputed"
                | "claims"
                | "claimed"
        ),
        TokenKind::Mark | TokenKind::Possessive => false,
    })
}
