//! Scores: "beat Leeds 3-1", "a 34-6 win over Norland", "won by 4,100: 25,300 votes to 21,200".
//!
//! Ranges look alike ("won 10-15 seats"), so that a score is read only where a word of winning, losing or
//! drawing stands right before it or after it, and nothing follows that it could count.

use super::Reading;
use super::times::{is_month, is_weekday};
use super::triggers::Trigger;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Name, Score};
use crate::facts::names::{Certainty, Outcome};
use crate::text::{Case, Sentence, Text, TokenKind};

mod words;

/// The tokens that may stand between the word of winning and the score: names of teams.
const REACH: usize = 8;

/// Two figures of one result.
#[derive(Clone, Copy)]
struct Pair {
    first: Exact,
    second: Exact,
    /// Its first token and one past its last.
    start: usize,
    end: usize,
    /// Whether it is written with "to": votes and shares.
    words: bool,
}

/// What a word beside a score says of it.
struct Told {
    outcome: Outcome,
    winner: Option<(usize, usize)>,
    loser: Option<(usize, usize)>,
}

/// Reads the scores of all sentences.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for sentence in &text.sentences {
        let mut next = sentence.tokens.start;
        // Asked once: a sentence without end may hold thousands of pairs.
        let mut special = None;
        while let Some(at) = reading.next(next, sentence.tokens.end, Trigger::NUMBER) {
            next = at + 1;
            let Some(pair) = pair(text, sentence, at) else { continue };
            next = pair.end;
            if *special.get_or_insert_with(|| words::is_special(text, sentence)) || is_listed(text, pair) {
                continue;
            }
            let margin = margin(text, sentence, pair);
            let told = before(text, sentence, pair).or_else(|| after(text, sentence, pair));
            let told = match (told, margin) {
                (Some(told), _) if !pair.words || margin.is_some() || told.loser.is_some() => told,
                (_, Some(_)) => Told { outcome: Outcome::Decided, winner: None, loser: None },
                _ => match record(text, sentence, pair) {
                    Some(_) => Told { outcome: Outcome::Record, winner: None, loser: None },
                    None => continue,
                },
            };
            push(reading, sentence, pair, &told, margin);
        }
    }
}

fn push(reading: &mut Reading<'_>, sentence: &Sentence, pair: Pair, told: &Told, margin: Option<(Exact, usize)>) {
    let text = reading.text;
    let name = |tokens: Option<(usize, usize)>| {
        tokens.map(|(first, end)| {
            let span = text.span(first, end - 1);
            Name { key: text.lowered(span).into(), span }
        })
    };
    let meant = |value: Exact| if pair.words { super::rounded(value) } else { Interval::exactly(value) };
    let games = if told.outcome == Outcome::Record { record(text, sentence, pair) } else { None };
    let at = reading.at(text.span(pair.start, pair.end - 1), Certainty::Likely);
    let number = |found: Option<(Exact, usize)>| found.map(|(value, at)| (value, text.span(at, at)));
    let fact = Score {
        at,
        first: meant(pair.first),
        second: meant(pair.second),
        outcome: told.outcome,
        winner: name(told.winner),
        loser: name(told.loser),
        margin: margin.map(|(value, token)| (meant(value), text.span(token, token))),
        game: number(words::game(text, sentence, pair.end)),
        series: words::is_series(text, sentence, pair.start, pair.end),
        best_of: number(words::best_of(text, sentence)),
        games: number(games),
    };
    reading.facts.scores.push(fact);
}

/// The whole number of a token.
fn whole(text: &Text<'_>, at: usize) -> Option<Exact> {
    let word = text.word(at);
    let digits =
        word.len() <= 12 && text.kind(at) == TokenKind::Number && word.bytes().all(|b| b.is_ascii_digit() || b == b',');
    digits.then(|| word.replace(',', "").parse::<i64>().ok()).flatten().map(Exact::from)
}

/// "3-1", "25,300 votes to 21,200", "52% to 46%".
fn pair(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<Pair> {
    let first = whole(text, at)?;
    let dash = |at: usize| matches!(text.word(at), "-" | "–" | "‑") && text.glued(at) && text.glued(at + 1);
    let led = at > sentence.tokens.start && text.glued(at) && !matches!(text.word(at - 1), "(" | "“" | "\"");
    let limit = sentence.tokens.end;
    if dash(at + 1) && at + 2 < limit && !led {
        let second = whole(text, at + 2)?;
        let short = text.word(at).len() <= 3 && text.word(at + 2).len() <= 3;
        // "1-0-2" is a record with draws, "3-1.5" is none, "6-7(5)" a set.
        let end = at + 3;
        let goes_on = end < limit
            && text.glued(end)
            && !matches!(text.word(end), "." | "," | ";" | ":" | ")" | "”" | "\"" | "!" | "?" | "’" | "'");
        return (short && !goes_on).then_some(Pair { first, second, start: at, end, words: false });
    }
    let mut to = at + 1;
    while to < limit && to < at + 3 && words::is_unit(text.lower(to)) {
        to += 1;
    }
    if text.lower(to) != "to" || to + 1 >= limit {
        return None;
    }
    let second = whole(text, to + 1)?;
    let mut end = to + 2;
    while end < limit && end < to + 4 && words::is_unit(text.lower(end)) {
        end += 1;
    }
    Some(Pair { first, second, start: at, end, words: true })
}

/// Whether the score is one of several in a row: the sets of a match.
fn is_listed(text: &Text<'_>, pair: Pair) -> bool {
    let number = |at: usize| text.kind(at) == TokenKind::Number;
    let beside =
        |at: usize| number(at) && matches!(text.word(at + 1), "-" | "–") && text.glued(at + 1) && number(at + 2);
    let gap = |at: usize| matches!(text.word(at), "," | "(" | ";" | "and" | "&" | ")");
    let after = (pair.end..pair.end + 3).find(|&at| !gap(at)).is_some_and(beside);
    let last = (pair.start.saturating_sub(3)..pair.start).rev().find(|&at| !gap(at));
    !pair.words && (after || last.is_some_and(|at| text.kind(at) == TokenKind::Number && text.word(at).len() <= 2))
}

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// The name of a team that begins with the token, and one past it.
fn team(text: &Text<'_>, first: usize, limit: usize) -> Option<(usize, usize)> {
    let from = first + usize::from(matches!(text.lower(first), "the" | "visiting" | "host" | "rivals"));
    let mut end = from;
    let joins = |at: usize| matches!(text.word(at), "&" | "-") && at + 1 < limit && is_capital(text, at + 1);
    while end < limit && (is_capital(text, end) || end > from && joins(end)) {
        end += 1;
    }
    (end > from).then_some((from, end))
}

/// The name that ends right before the token.
fn team_before(text: &Text<'_>, end: usize, start: usize) -> Option<(usize, usize)> {
    let mut first = end;
    let time = |word: &str| is_month(word) || is_weekday(word);
    let named = |at: usize| is_capital(text, at) && !words::is_opening(text.lower(at)) && !time(text.lower(at));
    while first > start && named(first - 1) {
        first -= 1;
    }
    (first < end).then_some((first, end))
}

/// "Norland beat Leeds 3-1", "won 3-1", "were beaten 3-1", "drew 2-2".
fn before(text: &Text<'_>, sentence: &Sentence, pair: Pair) -> Option<Told> {
    let start = sentence.tokens.start;
    let verb = (pair.start.saturating_sub(REACH).max(start)..pair.start).rev().find_map(|at| {
        let lost_to = text.lower(at + 1) == "to" && words::outcome(text.lower(at)) == Some(Outcome::Loss);
        let from = at + 1 + usize::from(lost_to);
        let between = (from..pair.start).all(|at| is_capital(text, at) || words::is_between(text.lower(at)));
        between.then(|| words::outcome(text.lower(at))).flatten().map(|outcome| (at, outcome))
    });
    let (verb, outcome) = verb?;
    if !words::ends(text, pair.end, sentence.tokens.end) {
        return None;
    }
    let auxiliary = (verb.saturating_sub(2).max(start)..verb)
        .any(|at| matches!(text.lower(at), "was" | "were" | "been" | "be" | "being" | "get" | "got"));
    let hedged =
        (verb.saturating_sub(5).max(start)..verb).any(|at| !is_capital(text, at) && words::is_hedge(text.lower(at)));
    if hedged {
        return None;
    }
    let passive = auxiliary && words::is_passive(text.lower(verb));
    let led = |at: usize, word: &str| (text.lower(at) == word).then(|| team(text, at + 1, pair.start)).flatten();
    let after = |word: &str| {
        let limit = sentence.tokens.end;
        (text.lower(pair.end) == word && pair.end < limit).then(|| team(text, pair.end + 1, limit)).flatten()
    };
    let subject = team_before(text, before_auxiliaries(text, verb, start), start);
    let told = match outcome {
        // "Leeds were beaten 3-1 by Norland", "were beaten by Norland 3-1".
        _ if passive => {
            let winner = led(verb + 1, "by").or_else(|| after("by"));
            Told { outcome: Outcome::Decided, winner, loser: subject.filter(|_| winner.is_some()) }
        }
        Outcome::Win => Told { outcome, winner: subject, loser: team(text, verb + 1, pair.start) },
        // "Leeds lost 3-1 to Norland", "lost to Norland 3-1".
        Outcome::Loss => {
            let winner = led(verb + 1, "to").or_else(|| after("to"));
            Told { outcome, winner, loser: subject.filter(|_| winner.is_some()) }
        }
        Outcome::Draw | Outcome::Decided | Outcome::Record => Told { outcome, winner: None, loser: None },
    };
    Some(told)
}

/// The first of the auxiliaries right before a verb.
fn before_auxiliaries(text: &Text<'_>, verb: usize, start: usize) -> usize {
    let auxiliary = |at: usize| {
        matches!(text.lower(at), "was" | "were" | "been" | "be" | "being" | "have" | "has" | "had" | "got" | "get")
    };
    (start..verb).rev().find(|&at| !auxiliary(at)).map_or(start, |at| at + 1)
}

/// "a 34-6 win over Norland", "the 2-2 draw", "an 7-5, 11-inning victory over the Otters".
fn after(text: &Text<'_>, sentence: &Sentence, pair: Pair) -> Option<Told> {
    if pair.words {
        return None;
    }
    let limit = sentence.tokens.end;
    let noun =
        (pair.end..limit.min(pair.end + 6)).find_map(|at| words::result(text.lower(at)).map(|outcome| (at, outcome)));
    let (noun, outcome) = noun?;
    let between = (pair.end..noun).all(|at| {
        text.kind(at) == TokenKind::Number || matches!(text.lower(at), "," | "-") || words::is_manner(text.lower(at))
    });
    let article = pair.start > sentence.tokens.start
        && matches!(
            text.lower(pair.start - 1),
            "a" | "an" | "the" | "their" | "its" | "his" | "her" | "with" | "’s" | "'s" | "of"
        )
        || (pair.start.saturating_sub(2)..pair.start).any(|at| words::is_manner(text.lower(at)));
    if !between || !article {
        return None;
    }
    let loser = matches!(text.lower(noun + 1), "over" | "against").then(|| team(text, noun + 2, limit)).flatten();
    let loser = loser.filter(|_| outcome == Outcome::Win);
    // "Norland’s 3-1 win over Leeds".
    let owner = text.kind(pair.start.wrapping_sub(1)) == TokenKind::Possessive;
    let winner = loser.filter(|_| owner).and_then(|_| team_before(text, pair.start - 1, sentence.tokens.start));
    Some(Told { outcome, winner, loser })
}

/// "by 4,100 votes: 25,300 to 21,200", "won 52% to 46%, a margin of 6 points".
fn margin(text: &Text<'_>, sentence: &Sentence, pair: Pair) -> Option<(Exact, usize)> {
    let start = sentence.tokens.start;
    let by = (pair.start.saturating_sub(5).max(start)..pair.start).rev().find(|&at| text.lower(at) == "by");
    if let Some(by) = by
        && let Some(value) = whole(text, by + 1).or_else(|| words::small(text.lower(by + 1)))
    {
        let gap = (by + 2..pair.start)
            .all(|at| words::is_unit(text.lower(at)) || matches!(text.word(at), "," | ":" | "—" | "–" | "("));
        let mark = matches!(text.word(pair.start - 1), "," | ":" | "—" | "–" | "(");
        let won = (by.saturating_sub(4).max(start)..by).any(|at| words::outcome(text.lower(at)).is_some());
        if gap && mark && won && by + 1 < pair.start {
            return Some((value, by + 1));
        }
    }
    if let Some(told) = of_majority(text, start, pair.start) {
        return Some(told);
    }
    let mut at = pair.end;
    // "voted 20-18 to shut the pier, a margin of two votes".
    let vote = || (pair.start.saturating_sub(3).max(start)..pair.start).any(|at| is_vote(text.lower(at)));
    if matches!(text.lower(at), "to" | "on" | "against") && vote() {
        let end = at;
        at = (at..(end + AIM).min(sentence.tokens.end)).find(|&at| text.kind(at) != TokenKind::Word)?;
    }
    if !matches!(text.word(at), "," | "(" | "—" | "–") {
        return None;
    }
    let voted = at > pair.end;
    at += 1;
    let article = matches!(text.lower(at), "a" | "giving");
    at += usize::from(article);
    let noun = matches!(text.lower(at), "majority" | "margin") && text.lower(at + 1) == "of" && article;
    let value = noun.then(|| whole(text, at + 2).or_else(|| words::small(text.lower(at + 2)))).flatten()?;
    // Votes in percent have a margin of more.
    let fits = !voted || pair.first.plus(pair.second).is_some_and(|all| value <= all);
    (at + 2 < sentence.tokens.end && fits).then_some((value, at + 2))
}

/// How far before two figures their majority may be told, in tokens.
const BEFORE: usize = 8;

/// "with a majority of 4,100, polling 25,300 to 21,200".
fn of_majority(text: &Text<'_>, start: usize, pair: usize) -> Option<(Exact, usize)> {
    let of = (pair.saturating_sub(BEFORE).max(start + 1)..pair).rev().find(|&at| text.lower(at) == "of")?;
    let named = matches!(text.lower(of - 1), "majority" | "margin");
    let gap = of + 2..pair;
    let polled = gap.clone().all(|at| {
        let lower = text.lower(at);
        words::is_unit(lower)
            || matches!(lower, "," | ":" | "—" | "–" | "(")
            || matches!(lower, "polling" | "taking" | "winning" | "with" | "securing" | "getting" | "receiving" | "by")
    });
    let value = whole(text, of + 1).filter(|_| named && polled && text.kind(of + 2) != TokenKind::Number)?;
    (!gap.is_empty()).then_some((value, of + 1))
}

/// The most words that say what was voted on.
const AIM: usize = 9;

fn is_vote(lower: &str) -> bool {
    matches!(lower, "voted" | "vote" | "votes" | "voting")
}

/// "8-4 after 12 games", "a 10-3 record through 13 games", "through 12 games, the Otters are 8-4": the games of a record.
fn record(text: &Text<'_>, sentence: &Sentence, pair: Pair) -> Option<(Exact, usize)> {
    let is_after = |at: usize| matches!(text.lower(at), "after" | "through");
    let told = |at: usize| {
        let games = matches!(text.lower(at + 1), "games" | "matches" | "starts") && at + 1 < sentence.tokens.end;
        whole(text, at).or_else(|| words::small(text.lower(at))).filter(|_| games).map(|value| (value, at))
    };
    let named = text.lower(pair.end) == "record";
    let past = pair.end + usize::from(named);
    let start = sentence.tokens.start;
    let first = is_after(start) && text.word(start + 3) == "," && start + 4 < pair.start;
    let found = if is_after(past) { told(past + 1) } else { first.then(|| told(start + 1)).flatten() };
    let (value, at) = found?;
    let last = pair.start.checked_sub(1).filter(|&at| at >= sentence.tokens.start).map_or("", |at| text.lower(at));
    let stands = matches!(
        last,
        "" | "(" | "is" | "are" | "was" | "were" | "went" | "record" | "started" | "opened" | "at" | "of" | "began" | "stand" | "stands"
            | "sit" | "sits"
    ) || named && matches!(last, "a" | "an" | "the" | "their" | "its" | "his" | "her")
        // "fell to 8-4 after 12 games" ends with the record, "won 8-4" with a score.
        || last == "to" && pair.start.checked_sub(2).is_some_and(|at| {
            matches!(text.lower(at), "fell" | "fall" | "falls" | "improved" | "improves" | "improve" | "dropped" | "moved")
        });
    // "The Lions, 8-4 after 12 games, lead".
    let now = last == "now";
    let aside = last == "," && text.word(at + 2) == "," && pair.start >= start + 2 && is_capital(text, pair.start - 2);
    let closed = !first || !text.glued(pair.end) || text.kind(pair.end) == TokenKind::Mark;
    let lead = (pair.start.saturating_sub(5).max(sentence.tokens.start)..pair.start).any(|at| {
        matches!(
            text.lower(at),
            "lead" | "leads" | "led" | "leading" | "series" | "aggregate" | "up" | "down" | "score" | "goals"
        )
    });
    ((stands || aside || now) && closed && !lead && !pair.words).then_some((value, at))
}
