//! The words of results: verbs, nouns, and what makes a score another thing.

use crate::facts::exact::Exact;
use crate::facts::extract::lexemes::{Lexeme, lexeme};
use crate::facts::names::Outcome;
use crate::text::{Case, Sentence, Text, TokenKind};

/// What a verb says of the score after it.
pub(super) fn outcome(word: &str) -> Option<Outcome> {
    match word {
        "beat" | "beats" | "beating" | "beaten" | "defeated" | "defeats" | "defeating" | "won" | "wins" | "winning"
        | "thrashed" | "thrashing" | "edged" | "edges" | "downed" | "routed" | "crushed" | "topped" | "trounced"
        | "hammered" | "overcame" | "outlasted" | "thumped" | "stunned" => Some(Outcome::Win),
        "lost" | "loses" | "losing" => Some(Outcome::Loss),
        "drew" | "draws" | "tied" => Some(Outcome::Draw),
        _ => None,
    }
}

/// What may stand between the word of winning and the score beside names.
pub(super) fn is_between(word: &str) -> bool {
    matches!(
        word,
        "the"
            | ","
            | "by"
            | "."
            | "of"
            | "&"
            | "-"
            | "their"
            | "rivals"
            | "series"
            | "best"
            | "match"
            | "game"
            | "final"
            | "tie"
            | "opener"
            | "a"
            | "three"
            | "five"
            | "seven"
            | "nine"
            | "visitors"
            | "hosts"
            | "champions"
            | "neighbours"
            | "it"
            | "them"
            | "here"
    )
}

/// Words before a verb after which nothing was won yet.
pub(super) fn is_hedge(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "never"
            | "would"
            | "could"
            | "should"
            | "might"
            | "may"
            | "if"
            | "will"
            | "to"
            | "n't"
            | "without"
            | "from"
    ) || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Whether a verb of winning may be told of the loser: "were beaten".
pub(super) fn is_passive(word: &str) -> bool {
    !matches!(word, "beat" | "won" | "wins" | "winning" | "lost" | "loses" | "losing" | "drew" | "draws")
}

/// What a noun says of the score before it.
pub(super) fn result(word: &str) -> Option<Outcome> {
    match word {
        "win" | "victory" | "triumph" | "rout" | "thrashing" => Some(Outcome::Win),
        "loss" | "defeat" => Some(Outcome::Decided),
        "draw" | "tie" | "stalemate" => Some(Outcome::Draw),
        _ => None,
    }
}

/// What may stand between a score and its noun: "home", "11-inning".
pub(super) fn is_manner(word: &str) -> bool {
    matches!(
        word,
        "home"
            | "away"
            | "comeback"
            | "road"
            | "league"
            | "series"
            | "cup"
            | "inning"
            | "overtime"
            | "come"
            | "from"
            | "behind"
            | "opening"
            | "season"
            | "first"
            | "leg"
            | "riveting"
            | "narrow"
            | "thrilling"
            | "convincing"
            | "comfortable"
            | "dramatic"
            | "emphatic"
            | "heavy"
            | "crushing"
            | "goalless"
            | "hard"
            | "fought"
    )
}

/// What may follow a figure of a result: "votes", "%".
pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "votes" | "vote" | "ballots" | "%" | "percent" | "per" | "cent" | "points" | "goals" | "runs" | "seats"
    )
}

/// A capitalised word that begins a sentence and no name.
pub(super) fn is_opening(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "in"
            | "on"
            | "then"
            | "but"
            | "and"
            | "when"
            | "after"
            | "as"
            | "they"
            | "he"
            | "she"
            | "it"
            | "we"
            | "who"
            | "i"
            | "you"
    )
}

/// A number in one word, up to nineteen.
pub(super) fn small(word: &str) -> Option<Exact> {
    match lexeme(word)? {
        Lexeme::Unit(n) | Lexeme::Teen(n) => Some(Exact::from(i64::from(n))),
        Lexeme::Tens(_)
        | Lexeme::Hundred
        | Lexeme::Scale(_)
        | Lexeme::Suffix(_)
        | Lexeme::Dozen
        | Lexeme::Half
        | Lexeme::Part(..)
        | Lexeme::Place(_)
        | Lexeme::ScalePlace(..) => None,
    }
}

/// Whether the sentence tells of a decision by other means, of parts of a match, or of a sport that counts otherwise.
pub(super) fn is_special(text: &Text<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|at| {
        matches!(
            text.lower(at),
            "penalties"
                | "penalty"
                | "shootout"
                | "shoot-out"
                | "shootouts"
                | "aggregate"
                | "wickets"
                | "wicket"
                | "innings"
                | "overs"
                | "golf"
                | "holes"
                | "strokes"
                | "birdie"
                | "par"
                | "countback"
                | "odds"
                | "ret"
                | "retired"
                | "walkover"
                | "forfeit"
                | "spread"
                | "electoral"
                | "runoff"
                | "handicap"
                | "rounds"
        ) || text.lower(at) == "away" && text.lower(at + 1) == "goals"
            || text.lower(at) == "shoot" && text.lower(at + 2) == "out"
    })
}

/// Whether the words after a score count nothing with it: "won 10-15 seats" is a range.
pub(super) fn ends(text: &Text<'_>, end: usize, limit: usize) -> bool {
    end >= limit
        || text.kind(end) == TokenKind::Mark && !matches!(text.word(end), "%" | "$" | "-" | "–" | "/")
        || text.token(end).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
        || matches!(
            text.lower(end),
            "in" | "on"
                | "at"
                | "over"
                | "against"
                | "for"
                | "with"
                | "after"
                | "and"
                | "but"
                | "as"
                | "when"
                | "thanks"
                | "here"
                | "last"
                | "away"
                | "to"
                | "by"
                | "before"
                | "while"
                | "despite"
                | "during"
                | "yesterday"
        )
}

/// "in Game 7", "in game seven", "in the seventh and final game": the number of a game in a series.
pub(super) fn game(text: &Text<'_>, sentence: &Sentence, from: usize) -> Option<(Exact, usize)> {
    let mut found = (from..sentence.tokens.end).filter_map(|at| {
        if text.lower(at) != "game" || at <= sentence.tokens.start {
            return None;
        }
        let next = at + 1;
        // "A year after losing game 7", "with game seven never needed".
        let told =
            |n: usize| at.checked_sub(n).filter(|&at| at >= sentence.tokens.start).map_or("", |at| text.lower(at));
        let lost = matches!(told(1), "losing" | "lost" | "with" | "before" | "after" | "without" | "until" | "for");
        if lost {
            return None;
        }
        let number = || text.word(next).parse::<i64>().ok().filter(|n| (1..=9).contains(n)).map(Exact::from);
        if next < sentence.tokens.end
            && let Some(value) = number().or_else(|| small(text.lower(next)))
        {
            return Some((value, next));
        }
        let mut back = (at.saturating_sub(3).max(from)..at).rev();
        back.find_map(|at| place(text.lower(at)).map(|place| (place, at)))
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// "seventh": a place in words.
fn place(word: &str) -> Option<Exact> {
    let places = (1_i64..).zip(["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]);
    places.into_iter().find(|(_, place)| *place == word).map(|(n, _)| Exact::from(n))
}

/// Whether the score is that of a series: "won the series 4-3", "a 4-3 series win", "won the best-of-five final 3-1".
pub(super) fn is_series(text: &Text<'_>, sentence: &Sentence, start: usize, end: usize) -> bool {
    let near = start.saturating_sub(4).max(sentence.tokens.start)..(end + 2).min(sentence.tokens.end);
    let played = start.checked_sub(2).is_some_and(|number| {
        ROUNDS.contains(&text.lower(number + 1)) && best_of(text, sentence).is_some_and(|(_, at)| at == number)
    });
    played || near.into_iter().any(|at| text.lower(at) == "series" && !is_capital(text, at.wrapping_sub(1)))
}

/// What is played over so many games, frames or legs, right behind their number.
const ROUNDS: &[&str] = &["final", "semifinal", "quarterfinal", "match", "tie", "contest", "playoff", "decider", "set"];

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// "best-of-seven": the most games of a series.
pub(super) fn best_of(text: &Text<'_>, sentence: &Sentence) -> Option<(Exact, usize)> {
    let tokens = sentence.tokens.clone();
    let best = tokens.clone().find(|&at| text.lower(at) == "best")?;
    let dash = |at: usize| usize::from(matches!(text.word(at), "-" | "‑"));
    let of = best + 1 + dash(best + 1);
    let number = of + 1 + dash(of + 1);
    if text.lower(of) != "of" || number >= tokens.end {
        return None;
    }
    let value = text.word(number).parse::<i64>().ok().map(Exact::from).or_else(|| small(text.lower(number)))?;
    Some((value, number))
}
