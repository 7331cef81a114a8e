//! Games in running text: "played 38, won 20, drawn 10, lost 8", "won 12, drew 4 and lost 4 of their 20 matches".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// What ends in one way: the verbs before its number, and the nouns after it.
struct Ends {
    verbs: &'static [&'static str],
    nouns: &'static [&'static str],
}

const WON: Ends = Ends { verbs: &["won", "winning", "win", "wins"], nouns: &["wins", "victories"] };
const DRAWN: Ends =
    Ends { verbs: &["drew", "drawn", "drawing", "draw", "tied", "tying"], nouns: &["draws", "draw", "ties"] };
const LOST: Ends =
    Ends { verbs: &["lost", "losing", "lose", "loses"], nouns: &["defeats", "defeat", "losses", "loss"] };

const GAMES: &[&str] =
    &["games", "matches", "fixtures", "tests", "outings", "bouts", "fights", "contests", "internationals"];

/// Words between two results.
const JOIN: &[&str] = &[",", "and", "games", "matches", "of", "them", "have", "has", "had", "but", "while"];

/// Words of games that are neither won, drawn nor lost.
const OTHER: &[&str] = &["abandoned", "result", "results", "postponed", "void", "tied", "tie", "unplayed", "remaining"];

/// How far before the first result the games may be told, in tokens.
const REACH: usize = 14;

type Told = (i128, Span);

/// Reads the results that are told beside the games that they are of.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let numbers = reading.facts.numbers.iter().map(|number| number.at.span.start);
    let starts = numbers.chain(reading.facts.counts.iter().map(|count| count.at.span.start));
    let verb = |start: u32| {
        let at = text.token_from(start);
        let verb = at.checked_sub(1).filter(|&verb| WON.verbs.contains(&text.lower(verb)));
        verb.or_else(|| result(text, at, &WON).map(|_| at))
    };
    let mut found: Vec<(Told, Span, Bounds, Option<Worth>)> =
        starts.filter_map(verb).filter_map(|at| games(text, at)).collect();
    found.dedup_by_key(|(_, span, _, _)| *span);
    for ((played, span), results, bounds, worth) in found {
        note(reading, "games", (Exact::whole(played), span), results, bounds);
        if let Some(((points, span), worth)) = worth {
            note(reading, "points", (Exact::whole(points), span), results, Bounds::just(Exact::whole(worth)));
        }
    }
}

/// The games played, the results and what they come to, of results that begin with a token.
fn games(text: &Text<'_>, verb: usize) -> Option<(Told, Span, Bounds, Option<Worth>)> {
    let own = text.near(verb..verb + 1, REACH);
    let (won, mut end) = result(text, verb, &WON)?;
    let (mut sum, mut drawn, mut lost, mut shared) = (won, false, false, 0);
    while let Some(next) = (end..end + 4).find(|&at| !JOIN.contains(&text.lower(at))) {
        let level = result(text, next, &DRAWN).filter(|_| !drawn);
        let beaten = result(text, next, &LOST).filter(|_| !lost);
        (drawn, lost) = (drawn || level.is_some(), lost || beaten.is_some());
        shared += level.map_or(0, |(games, _)| games);
        let Some((more, past)) = level.or(beaten) else { break };
        (sum, end) = (sum + more, past);
    }
    let played = before(text, own.start..verb).or_else(|| after(text, end))?;
    let excused = text.near(verb..end, 2 * REACH).any(|at| OTHER.contains(&text.lower(at)) && !drawn_at(text, at));
    let points = || points(text, text.near(verb..end, 2 * REACH));
    let worth = (drawn && lost && sum == played.0).then(points).flatten();
    // Some have two points for a win, some four or more; some points are taken away.
    let worth = worth.map(|told| (told, 3 * won + shared)).filter(|((points, _), worth)| {
        *points != 2 * won + shared && *points < 4 * won && !super::league::TAKEN.contains(&(worth - points))
    });
    let sum = Exact::whole(sum);
    // Who tells no draws may have had some.
    let bounds = if drawn { Bounds::just(sum) } else { Bounds { least: Some(sum), most: None } };
    (lost && !excused).then(|| (played, text.span(verb, end - 1), bounds, worth))
}

/// The points that a sentence tells once, with how many the wins and draws are worth.
type Worth = (Told, i128);

fn points(text: &Text<'_>, near: Range<usize>) -> Option<Told> {
    let told = |at: usize| {
        let (number, end) = whole(text, at)?;
        (text.lower(end) == "points" && text.lower(end + 1) != "behind").then(|| (number, text.span(at, end)))
    };
    let mut found = near.filter_map(told);
    let (points, None) = (found.next()?, found.next()) else { return None };
    Some(points)
}

/// "tied 4" is a result, "with one tied" is not.
fn drawn_at(text: &Text<'_>, at: usize) -> bool {
    DRAWN.verbs.contains(&text.lower(at)) && result(text, at, &DRAWN).is_some()
}

/// The number right after a verb of the list, or right before a noun of it.
fn result(text: &Text<'_>, at: usize, ends: &Ends) -> Option<(i128, usize)> {
    let told = ends.verbs.contains(&text.lower(at));
    if !told {
        let (number, noun) = whole(text, at)?;
        return ends.nouns.contains(&text.lower(noun)).then_some((number, noun + 1));
    }
    let (number, end) = whole(text, at + 1)?;
    // "won 12-4", "won 12 of the 14", "lost 4 more"
    let split = matches!(text.lower(end), "-" | "–" | "more" | "per" | "%" | "out" | "straight" | "of" | "in")
        && !leads_to_games(text, end);
    (!split).then_some((number, end))
}

fn whole(text: &Text<'_>, at: usize) -> Option<(i128, usize)> {
    let number = numeral::read(text, at).filter(|number| number.value.is_whole() && number.first == at)?;
    let value = number.value.floor();
    (0..=200).contains(&value).then_some((value, number.end))
}

/// Where a number of games begins after "of their", "from", "in the first".
fn past_lead(text: &Text<'_>, at: usize) -> Option<usize> {
    let led = matches!(text.lower(at), "of" | "from" | "in" | "out" | "over");
    let owner = |&at: &usize| {
        matches!(
            text.lower(at),
            "of" | "the" | "their" | "its" | "his" | "her" | "our" | "those" | "last" | "first" | "opening" | "past"
        )
    };
    led.then(|| at + 1 + (at + 1..at + 4).take_while(owner).count())
}

fn leads_to_games(text: &Text<'_>, at: usize) -> bool {
    past_lead(text, at).and_then(|at| told(text, at)).is_some()
}

/// "20 league matches"
fn told(text: &Text<'_>, at: usize) -> Option<(Told, usize)> {
    let (number, end) = whole(text, at)?;
    let noun = (end..end + 3)
        .take_while(|&at| text.kind(at) == TokenKind::Word)
        .find(|&at| GAMES.contains(&text.lower(at)))?;
    Some(((number, text.span(at, end - 1)), noun + 1))
}

/// "of their 20 matches" after the results.
fn after(text: &Text<'_>, end: usize) -> Option<Told> {
    let end = end + usize::from(GAMES.contains(&text.lower(end)));
    past_lead(text, end).and_then(|at| told(text, at)).map(|(told, _)| told)
}

/// "Played 38,", "In their 20 games this season they have" before the results.
fn before(text: &Text<'_>, lead: Range<usize>) -> Option<Told> {
    let points = |end: usize| text.lower(end) == "points";
    let mut numbers = lead.clone().filter(|&at| whole(text, at).is_some_and(|(_, end)| !points(end)));
    let (at, None) = (numbers.next()?, numbers.next()) else { return None };
    let plain = |at: usize| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) && text.lower(at) != "when"
            || text.word(at) == ","
    };
    let played = at.checked_sub(1).is_some_and(|verb| matches!(text.lower(verb), "played" | "playing" | "plays"));
    let mut back = at;
    while back > lead.start && at - back < 4 && past_lead(text, back) != Some(at) {
        back -= 1;
    }
    let opened = past_lead(text, back) == Some(at);
    let (number, mut end) = whole(text, at)?;
    let mut apposed = false;
    match told(text, at) {
        // "30 fights, 25 wins and five defeats"
        Some((_, past)) => (end, apposed) = (past, past + 1 == lead.end && matches!(text.word(past), "," | ":")),
        None if !played => return None,
        None => {}
    }
    ((played || opened || apposed) && (end..lead.end).all(plain)).then(|| (number, text.span(at, at)))
}
