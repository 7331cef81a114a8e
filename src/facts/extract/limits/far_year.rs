//! Years that no living reader sees, told as past: "in 2102 was convicted", "since 2108".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::triggers::Trigger;
use crate::facts::names::Certainty;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// How far around a year words are looked for, in tokens.
const REACH: usize = 18;

/// How far before a year its verb may stand.
const CLAUSE: usize = 12;

/// Words of what is to come, of another calendar, or of a tale.
#[rustfmt::skip] // Words, a dozen a line.
const TO_COME: &[&str] = &[
    "will", "would", "could", "shall", "until", "till", "projected", "projection", "projections", "forecast",
    "forecasts", "predicted", "predicts", "prediction", "expected", "scenario", "scenarios", "simulation",
    "simulations", "simulated", "model", "models", "modelled", "modeled", "climate", "warming", "imagine", "imagined",
    "imagines", "future", "expires", "expire", "expired", "expiring", "due", "mature", "matures", "maturing", "maturity",
    "bond", "bonds", "lease", "pledged", "pledge", "planned", "scheduled", "eclipse",
    "comet", "asteroid", "transit", "orbit", "eligible", "parole", "sentence", "set", "album", "calendar", "buddhist",
    "nepal", "nepali", "thai", "thailand", "bikram", "sambat", "bc", "bce", "bs", "be", "ah", "if", "imaginary", "vision",
    "copyright", "patent", "zone", "room", "joked", "episode", "season", "prophecy", "capsule",
];

/// Words of what forecasts are made of, which end in round years.
#[rustfmt::skip] // Words, a dozen a line.
const FORECAST: &[&str] = &[
    "study", "studies", "researchers", "scientists", "degrees", "temperature", "temperatures", "emissions", "carbon",
    "population", "sea", "level", "levels", "century", "world", "global", "planet", "humanity", "generation", "generations",
    "earth", "species", "ice", "glacier", "glaciers", "heat", "rise", "economists", "demographers", "horizon",
];

/// Words of tales and of looks ahead, wherever the article says them.
#[rustfmt::skip] // Words, a dozen a line.
const TALES: &[&str] = &[
    "fiction", "fictional", "sci-fi", "novel", "novels", "film", "films", "movie", "movies", "dystopian", "dystopia",
    "futuristic", "futurist", "futurists", "starship", "spaceship", "trek", "protagonist", "trilogy", "sequel", "prequel",
    "videogame", "cyborg", "cyborgs", "screenplay", "novelist", "novella", "comic", "comics", "storyline", "gameplay",
];

/// Reads the years that a deed is told of and that lie beyond all lives.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found = Vec::new();
    let mut told = 0;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        let Some(year) = far(text, at) else { continue };
        let Some(lead) = at.checked_sub(1) else { continue };
        told += usize::from(LEADS.contains(&text.lower(lead)));
        if matches!(text.lower(lead), "in" | "since")
            && ends(text, at + 1)
            && !reading.at(text.span(at, at), Certainty::Sure).quoted
        {
            found.push((at, year));
        }
    }
    // Who tells of two such years tells of the future.
    let [(at, year)] = found[..] else { return };
    let near = text.near(at..at + 1, REACH);
    let by = if text.lower(at - 1) == "since" { Some(at - 1) } else { deed(text, at, &near) };
    let round = year % 50 == 0;
    let to_come = near.into_iter().any(|at| {
        let lower = text.lower(at);
        TO_COME.contains(&lower) || round && FORECAST.contains(&lower)
    });
    let tale = || (0..text.tokens.len()).any(|at| TALES.contains(&text.lower(at)));
    let Some(by) = by.filter(|_| told == 1 && !to_come && !tale()) else { return };
    let figure = (Exact::whole(year), text.span(at, at));
    note(reading, "far year", figure, text.span(by, by), Bounds::up_to(Exact::whole(FAR)));
}

/// Words before a year.
const LEADS: &[&str] = &["in", "since", "by", "until", "of", "from", "to", "the", "year", "before", "after", "around"];

/// The last year that somebody who reads may have seen.
const FAR: i128 = 2099;

/// A year of the centuries to come.
fn far(text: &Text<'_>, at: usize) -> Option<i128> {
    let word = text.word(at);
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year: i128 = word.parse().ok().filter(|_| digits)?;
    ((FAR + 1)..=2999).contains(&year).then_some(year)
}

/// Whether a year ends before the token: "in 2102 seats" counts.
fn ends(text: &Text<'_>, at: usize) -> bool {
    let class = lexicon::usual_class(text.lower(at));
    match text.kind(at) {
        TokenKind::Mark => {
            matches!(text.word(at), "" | "," | "." | ";" | ")" | ":" | "?" | "!" | "—" | "’" | "\"" | "”")
        }
        TokenKind::Word => {
            let small = text.token(at).is_some_and(|token| token.case == Case::Lower);
            let verb = is_past(text, at) && class.has_any(Classes::VERB.or(Classes::AUXILIARY));
            let grammar = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::PRONOUN).or(Classes::DETERMINER);
            // "in 2103 Brandt became"
            let subject = !small && is_past(text, at + 1);
            subject || small && (verb || class.has_any(grammar) || matches!(text.lower(at), "when" | "where" | "after"))
        }
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

fn is_past(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "was" | "were" | "had" | "did")
        || lexicon::verb_form(text.lower(at)).has(VerbForms::PAST)
            && lexicon::usual_class(text.lower(at)).has(Classes::VERB)
}

/// The verb in the past tense of the clause that the year stands in: "survived a crash in 2102", "in 2102 was convicted".
fn deed(text: &Text<'_>, at: usize, near: &Range<usize>) -> Option<usize> {
    let after = at + 1 + usize::from(text.word(at + 1) == ",");
    let behind = (after..(after + CLAUSE).min(near.end)).take_while(|&at| text.word(at) != ",");
    let before = (at.saturating_sub(CLAUSE).max(near.start)..at).rev();
    let finite = |&at: &usize| {
        let lead = at.checked_sub(1).map_or("", |lead| text.lower(lead));
        is_past(text, at) && !matches!(lead, "to" | "be" | "is" | "are" | "being" | "been" | "a" | "an" | "the" | "by")
    };
    let open = |at: &usize| !matches!(text.lower(*at), ";" | ":" | "(");
    let next = Some(after).filter(finite);
    next.or_else(|| before.take_while(open).find(finite)).or_else(|| behind.into_iter().find(finite))
}
