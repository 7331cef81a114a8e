//! How parts begin after their whole: with a mark, "is made up of", "were"; and whether a bare number counts what stands
//! between.

use super::super::{Spot, Spots};
use super::{LONGEST, Lead, is_dash, is_hyphen, is_participle, past_mark};
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// How many words may stand between the whole and the mark.
const GAP: usize = 9;

/// Whether a bare number counts what stands between it and the mark: "24 hazing violations — 22 at Oster", "will total
/// 81 in the house — 62 Reds".
pub(super) fn counts(text: &Text<'_>, whole: &Spot, open: usize) -> bool {
    let words = whole.end..open;
    let before = text.lower(whole.first.wrapping_sub(1));
    let team = is_team(text, whole);
    let toll = matches!(before, "to" | "at" | "of")
        && (whole.first.saturating_sub(7)..whole.first).any(|at| text.lower(at) == "toll");
    let total = toll
        || team && words.len() > 1
        || matches!(before, "total" | "totals" | "totaled" | "totalled" | "numbers")
        // "All 13 were found: ten in Oster and three in Marren."
        || before == "all" && matches!(text.lower(whole.end), "were" | "are");
    let thing = |at: usize| {
        let lower = text.lower(at);
        let classes = lexicon::classes(lower);
        let bare = text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case == Case::Lower);
        bare && !classes.has_any(Classes::PREPOSITION.or(Classes::AUXILIARY)) && lower != "more" && lower != "others"
    };
    let named = words.clone().last().is_some_and(|at| lexicon::is_plural(text.lower(at)));
    total || (1..=3).contains(&words.len()) && named && words.into_iter().all(thing)
}

/// "Six were arrested, four in Oster and three in Marren": what was done to so many.
pub(super) fn done_to(text: &Text<'_>, words: Range<usize>) -> bool {
    words.len() == 2 && matches!(text.lower(words.start), "were" | "are") && is_participle(text.lower(words.start + 1))
}

/// "a team of five".
pub(super) fn is_team(text: &Text<'_>, whole: &Spot) -> bool {
    let back = |n: usize| whole.first.checked_sub(n).map_or("", |at| text.lower(at));
    let teams =
        ["team", "group", "panel", "crew", "jury", "board", "squad", "committee", "cast", "delegation", "council"];
    back(1) == "of" && teams.contains(&back(2))
}

/// The mark that parts may stand after: at once, or after what more is said of the whole.
pub(super) fn opening(text: &Text<'_>, spots: &Spots, index: usize) -> Option<(Lead, usize)> {
    let whole = spots.get(index)?;
    let next = spots.get(index + 1).map_or(usize::MAX, |spot| spot.first);
    let end = next.min(whole.end + GAP + 1);
    let plain = |at: usize| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || is_hyphen(text, at);
    // "The 71 victims were 60 men, eight women and three children."
    let told = matches!(text.lower(whole.end), "were" | "are") && whole.end + 1 == next;
    if told && text.lower(whole.first.wrapping_sub(1)) == "the" {
        return Some((Lead::Colon, whole.end));
    }
    // "The 71 victims — most of them from Oster — were 60 men, eight women and three children."
    if text.lower(whole.first.wrapping_sub(1)) == "the"
        && let Some(verb) = past_aside(text, whole.end).filter(|verb| verb + 1 == next)
    {
        return Some((Lead::Colon, verb));
    }
    if let Some(open) = made_up_of(text, whole.end..end) {
        return Some((Lead::Colon, open));
    }
    let open = (whole.end..end).find(|&at| !plain(at))?;
    let lead = match text.word(open) {
        ":" => Lead::Colon,
        "(" => Lead::Bracket,
        "," => Lead::Comma,
        _ if is_dash(text, open) => Lead::Dash,
        _ => return None,
    };
    Some((lead, open))
}

/// The verb after words that dashes set apart.
fn past_aside(text: &Text<'_>, from: usize) -> Option<usize> {
    let open = past_mark(text, from);
    let close = (open..open + LONGEST).find(|&at| is_dash(text, at)).filter(|_| is_dash(text, from))?;
    let verb = past_mark(text, close);
    matches!(text.lower(verb), "were" | "are").then_some(verb)
}

/// "is made up of £2m in loans", "consists of nine engineers", ", comprising six men", "was split into £2m for roads", "the
/// 39 votes came from seven Reds": the last of these words.
fn made_up_of(text: &Text<'_>, gap: Range<usize>) -> Option<usize> {
    let last = gap.end.checked_sub(1).filter(|&last| last > gap.start)?;
    let last = last - usize::from(matches!(text.lower(last), "a" | "an"));
    let back = |n: usize| last.checked_sub(n).filter(|&at| at >= gap.start).map_or("", |at| text.lower(at));
    let told = match back(0) {
        "of" => {
            matches!(back(1), "consists" | "consisted" | "consisting" | "composed")
                || back(1) == "up" && back(2) == "made"
        }
        "into" | "between" => {
            matches!(back(1), "split" | "divided" | "shared") || back(1) == "down" && back(2) == "broken"
        }
        "from" => matches!(back(1), "came" | "come"),
        "comprises" | "comprised" | "comprising" => true,
        _ => false,
    };
    told.then_some(last)
}
