//! Halves of an odd number: "the seven-member panel was evenly split", "the nine justices split down the middle".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::{Text, TokenKind};

/// How many tokens may stand between the members and the split.
const REACH: usize = 14;

/// Words of a seat that has no vote.
const ABSENT: &[&str] = &[
    "absent",
    "absence",
    "absences",
    "abstained",
    "abstaining",
    "abstention",
    "abstentions",
    "vacancy",
    "vacant",
    "vacancies",
    "recused",
    "recusing",
    "missing",
    "short-handed",
    "death",
    "died",
    "without",
    "except",
    "gone",
    "departure",
    "resigned",
    "resignation",
    "retired",
    "retirement",
    "ill",
    "illness",
    "left",
    "undecided",
    "chair",
    "chairman",
    "chairwoman",
    "casting",
];

/// No panel has more members: a larger body is "split down the middle" when its halves are about as large.
const LARGEST: i128 = 25;

/// Reads the split after the members of number `index`.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let (Some(all), by) = (count.figure.written, count.at.span) else { return };
    if count.figure.hedge != Hedge::Exactly || !all.is_whole() || all > Exact::whole(LARGEST) {
        return;
    }
    let end = text.token_from(by.end);
    let Some(tokens) = text.sentences.get(count.at.sentence as usize).map(|sentence| sentence.tokens.clone()) else {
        return;
    };
    let Some((first, last)) = (end..tokens.end.min(end + REACH)).find_map(|at| in_halves(text, at)) else { return };
    let breaks = |at: usize| matches!(text.lower(at), "," | ";" | "but" | "and" | "while" | "who" | "which");
    let about = |at: usize| matches!(text.lower(at), "not" | "n't" | "n’t" | "almost" | "nearly" | "roughly" | "about");
    // A team is split into two others, a band in the middle of a tour, and a prize among three.
    let kin = matches!(text.lower(end), "band" | "family" | "team" | "group" | "crew" | "cast" | "gang" | "choir");
    let after = last + 1;
    let goes_on = match text.lower(after) {
        "between" => !matches!(text.lower(after + 1), "two" | "three" | "four" | "five" | "six" | "seven"),
        "on" | "over" | "as" | "about" | "when" | "whether" | "and" | "along" | "in" | "at" | "but" | "with" => true,
        _ => text.kind(after) == TokenKind::Mark || after >= tokens.end,
    };
    let owned = (end..first).any(|at| text.kind(at) == TokenKind::Possessive);
    let parted = kin || owned || !goes_on;
    if parted
        || (first.saturating_sub(3)..first).any(about)
        || (end..first).any(breaks)
        || tokens.clone().any(|at| ABSENT.contains(&text.lower(at)))
    {
        return;
    }
    // The most of them that two halves can have.
    let two = Exact::from(2);
    let Some(half) = all.over(two) else { return };
    let most = if half.is_whole() { Some(all) } else { all.minus(Exact::ONE) };
    note(reading, "even split", (all, by), text.span(first, last), Bounds { least: None, most });
}

/// "evenly split", "split down the middle", "divided equally": the first and the last token.
fn in_halves(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let (word, next, last) = (text.lower(at), text.lower(at + 1), text.lower(at + 2));
    let parted = |word: &str| matches!(word, "split" | "divided" | "splits");
    let evenly = |word: &str| matches!(word, "evenly" | "equally" | "50-50");
    match word {
        _ if evenly(word) && parted(next) => Some((at, at + 1)),
        _ if parted(word) && evenly(next) => Some((at, at + 1)),
        _ if parted(word) && next == "down" && last == "the" && text.lower(at + 3) == "middle" => Some((at, at + 3)),
        _ if parted(word) && next == "in" && matches!(last, "half" | "two") => (last == "half").then_some((at, at + 2)),
        _ => None,
    }
}
