//! How far two sides are apart, told right before how they stand: "won by a nine-point margin (54-45)", "ahead by six
//! points, 48 percent to 42 percent".

use super::change::{self, breaks_clause, quantity};
use super::{Reading, Spot, SpotKind, Spots, figure, parts};
use crate::facts::exact::Exact;
use crate::facts::model::{AnyQuantity, Style};
use crate::facts::names::{Certainty, UnitKind};
use crate::facts::quantity::Quantity;
use crate::text::{Text, TokenKind};

/// The most tokens between the points and the two shares.
const REACH: usize = 10;

/// How far after the shares a time or place of their own is looked for, in tokens.
const TAIL: usize = 6;

/// The two shares that stand right after the points `apart`, with the certainty of both.
pub(super) fn read(reading: &Reading<'_>, spots: &Spots, apart: &Spot) -> Option<([AnyQuantity; 2], Certainty)> {
    let text = reading.text;
    let sentence = text.sentences.get(apart.at.sentence as usize)?;
    let start = opening(text, apart, sentence.tokens.end)?;
    let (pair, end, certainty) = match percents(reading, spots, start) {
        Some(found) => found,
        None => bare(reading, start)?,
    };
    let own = (end..end + TAIL).take_while(|&at| text.kind(at) != TokenKind::Mark || text.word(at) == "-");
    // "pulled ahead by four points (46-33), extending her lead to 13" tells of a change.
    let change = (end..end + TAIL).any(|at| matches!(text.lower(at), "lead" | "margin" | "advantage" | "edge"));
    (!change && !own.into_iter().any(|at| is_of_its_own(text, at))).then_some((pair, certainty))
}

/// The token that the shares would begin with: after a mark, or right after the points.
fn opening(text: &Text<'_>, apart: &Spot, until: usize) -> Option<usize> {
    let noun = |at: usize| matches!(text.lower(at), "margin" | "lead" | "advantage" | "edge" | "gap" | "spread");
    if !is_led(text, apart) && !noun(apart.end) || noun(apart.end) && text.lower(apart.end + 1) == "of" {
        return None;
    }
    let limit = until.min(apart.end + REACH);
    let mark = (apart.end..limit).find(|&at| text.kind(at) == TokenKind::Number || is_opening(text, at));
    let start = match mark {
        Some(at) if text.kind(at) == TokenKind::Number => at,
        Some(at) => at + 1,
        None => return None,
    };
    let gap = apart.end..start.saturating_sub(usize::from(mark.is_some_and(|at| at < start)));
    let plain = gap.clone().all(|at| {
        let lower = text.lower(at);
        let word = matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || matches!(lower, "-" | ".");
        word && !breaks_clause(lower) && !is_of_another(lower)
    });
    let at_once = mark.is_some_and(|at| at < start) || gap.clone().all(noun);
    (plain && at_once && start < until).then_some(start)
}

/// "by eight points", "by an astounding 14 points", "up ten points", "the margin was six points", "eight points ahead".
fn is_led(text: &Text<'_>, apart: &Spot) -> bool {
    let back = |n: usize| apart.first.checked_sub(n).map_or("", |at| text.lower(at));
    let article = (1..=3).find(|&n| matches!(back(n), "a" | "an"));
    let lead = back(article.map_or(1, |n| n + 1));
    let stood = matches!(lead, "was" | "is" | "were" | "to" | "at")
        && (apart.first.saturating_sub(NOUN)..apart.first)
            .any(|at| matches!(text.lower(at), "margin" | "lead" | "advantage" | "edge" | "gap"));
    matches!(lead, "by" | "up" | "leads" | "led" | "leading")
        || stood
        || matches!(text.lower(apart.end), "ahead" | "behind" | "clear")
}

/// How far before "was" the word for the lead may stand, in tokens.
const NOUN: usize = 16;

/// A mark between the points and the shares; a hyphen between spaces is a dash.
fn is_opening(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "," | "(" | "—" | "–" | "--" | ":")
        || text.word(at) == "-" && !text.glued(at) && !text.glued(at + 1)
}

/// Words by which the shares are of another time than the lead, or no shares at all.
fn is_of_another(lower: &str) -> bool {
    matches!(
        lower,
        "now"
            | "then"
            | "and"
            | "or"
            | "last"
            | "earlier"
            | "previous"
            | "previously"
            | "ago"
            | "since"
            | "than"
            | "from"
            | "to"
            | "compared"
            | "up"
            | "down"
            | "error"
            | "which"
            | "who"
            | "after"
            | "before"
    )
}

/// Whether a word right after the shares gives them a time of their own: "(52-41 in May)".
fn is_of_its_own(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    text.kind(at) == TokenKind::Number
        || matches!(lower, "last" | "earlier" | "previous" | "previously" | "ago" | "then" | "now" | "month" | "week")
        || crate::facts::extract::times::is_month(lower)
}

/// "48 percent to 42 percent", "48%-42%", with one past its last token.
fn percents(reading: &Reading<'_>, spots: &Spots, start: usize) -> Option<([AnyQuantity; 2], usize, Certainty)> {
    let text = reading.text;
    let share = |at: usize| {
        let spot = spots.from(text, at).filter(|spot| spot.first == at && spot.kind == SpotKind::Percent)?;
        let single = figure(reading, spot).is_some_and(|figure| figure.written.is_some());
        (spot.is_firm() && single).then_some(spot)
    };
    let first = share(start)?;
    if !matches!(text.lower(first.end), "to" | "-" | "–") {
        return None;
    }
    let second = share(first.end + 1)?;
    if matches!(change::lead(text, first), Some((change::Lead::From, _))) {
        return None;
    }
    let pair = [quantity(reading, first, first.kind)?, quantity(reading, second, second.kind)?];
    Some((pair, second.end, super::weaker(first.at.certainty, second.at.certainty)))
}

/// "54-45", "54 to 45", with one past its last token.
fn bare(reading: &Reading<'_>, start: usize) -> Option<([AnyQuantity; 2], usize, Certainty)> {
    let text = reading.text;
    let number = |at: usize| {
        let word = text.word(at);
        let short = word.len() == 2 && text.kind(at) == TokenKind::Number;
        short.then(|| word.parse::<i128>().ok()).flatten()
    };
    let dash = matches!(text.word(start + 1), "-" | "–") && text.glued(start + 1) && text.glued(start + 2);
    let (first, second) = (number(start)?, number(start + 2)?);
    let end = start + 3;
    let closes = matches!(text.word(end), "" | "," | "." | ")" | "(" | ";" | "—" | "–" | "”" | "\"")
        || matches!(text.lower(end), "among" | "in" | "with" | "on" | "at" | "according");
    if !(dash || text.lower(start + 1) == "to") || !closes || is_result(reading, start) {
        return None;
    }
    let side = |at: usize, value: i128| {
        let figure = parts::exactly(text, at, Exact::whole(value), Style::default());
        let at = reading.at(figure.span, Certainty::Likely);
        let value = Quantity::number(figure.value);
        AnyQuantity { at, figure, value, unit: UnitKind::Count }
    };
    Some(([side(start, first), side(start + 2, second)], end, Certainty::Likely))
}

/// Whether the two are read as a result with its margin already.
fn is_result(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.text.token(at) else { return true };
    let scores = &reading.facts.scores;
    let index = scores.partition_point(|score| score.at.span.start < token.span.start);
    scores.get(index).is_some_and(|score| score.at.span.start == token.span.start && score.margin.is_some())
}
