//! Shares that no number of so few can be: "75% of the ten residents", "1% of 50 ballots".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::{Certainty, Hedge, PercentRole};
use crate::text::{Text, TokenKind, lexicon};

/// More than that have every whole share, or are told in round numbers.
const MOST: i128 = 50;

/// Reads the percentages of small numbers of things.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.percents.len() {
        let Some(percent) = reading.facts.percents.get(index) else { return };
        let plain = percent.figure.hedge == Hedge::Exactly && percent.at.certainty != Certainty::Weak;
        let (Some(written), span) = (percent.figure.written, percent.at.span) else { continue };
        if !plain || percent.role == PercentRole::Change || written > Exact::whole(100) || written < Exact::ONE {
            continue;
        }
        let told = percent.figure.value;
        let Some((all, by)) = whole(reading, text.token_from(span.start), text.token_from(span.end)) else { continue };
        let fits =
            |part: i128| Exact::whole(part * 100).over(all).is_some_and(|share| Interval::exactly(share).meets(told));
        let Some(number) = (1..=MOST).find(|&number| Exact::whole(number) == all) else { continue };
        if (0..=number).any(fits) {
            continue;
        }
        // The nearest shares that there are.
        let share = |part: i128| Exact::whole(part * 100).over(all);
        let Some(above) = (0..=number).find(|&part| share(part).is_some_and(|share| share > written)) else { continue };
        // "Either too many or too few": the nearer of the two is what it can be.
        let (low, high) = (share(above.saturating_sub(1)), share(above));
        let nearer = match (low.and_then(|low| written.minus(low)), high.and_then(|high| high.minus(written))) {
            (Some(down), Some(up)) if down < up => low,
            (Some(_) | None, Some(_) | None) => high,
        };
        if let Some(nearer) = nearer {
            note(reading, "granularity", (written, span), by, Bounds::just(nearer));
        }
    }
}

/// The few that a share is of: "75% of the ten residents", "of the ten residents asked (75%)".
fn whole(reading: &Reading<'_>, first: usize, end: usize) -> Option<(Exact, crate::source::Span)> {
    let text = reading.text;
    let few = |count: &crate::facts::model::Count| {
        // Nobody is told as a part; points, coupons and counties' votes are.
        let person = &*count.noun.key == "ballot" || lexicon::is_a_kind_of(&count.noun.key, "person");
        let owned = text.kind(text.token_from(count.at.span.end)) == TokenKind::Possessive;
        let sure = count.figure.hedge == Hedge::Exactly && count.at.certainty != Certainty::Weak && person && !owned;
        count.figure.written.filter(|n| sure && n.is_whole() && *n <= Exact::whole(MOST) && *n > Exact::whole(2))
    };
    let starts = |at: usize| {
        let start = text.token(at)?.span.start;
        let index = reading.facts.counts.partition_point(|count| count.at.span.start < start);
        reading.facts.counts.get(index).filter(|count| count.at.span.start == start)
    };
    if text.lower(end) == "of" {
        let at = end + 1 + usize::from(matches!(text.lower(end + 1), "the" | "its" | "all" | "those"));
        let count = starts(at)?;
        return few(count).map(|n| (n, count.at.span));
    }
    // "Out of 40 ballots entered, 1 percent".
    let sentence = text.sentences.get(text.sentence_at(text.token(first)?.span.start))?.tokens.start;
    let out = usize::from(text.lower(sentence) == "out");
    if text.lower(sentence + out) == "of"
        && let at = sentence + out + 1
        && let Some(count) = starts(at + usize::from(text.lower(at) == "the"))
        && let past = text.token_from(count.at.span.end)
        && past < first
        && (past..past + 3).find(|&at| text.kind(at) == TokenKind::Mark).is_some_and(|mark| text.word(mark) == ",")
    {
        return few(count).map(|n| (n, count.at.span));
    }
    if text.lower(first.checked_sub(1)?) != "(" || text.lower(end) != ")" {
        return None;
    }
    let from = (first.saturating_sub(7)..first).find(|&at| text.lower(at) == "of" && text.lower(at + 1) == "the")?;
    let count = starts(from + 2)?;
    let after = text.token_from(count.at.span.end);
    let plain = (after..first - 1).all(|at| text.kind(at) == TokenKind::Word);
    few(count).filter(|_| plain && is_asked(text, after, first - 1)).map(|n| (n, count.at.span))
}

/// Nothing, or "asked", between the things and the bracket.
fn is_asked(text: &Text<'_>, from: usize, to: usize) -> bool {
    (from..to)
        .all(|at| matches!(text.lower(at), "asked" | "surveyed" | "polled" | "questioned" | "interviewed" | "tested"))
}
