//! Hedges and bounds around a figure: "about", "more than", "up to", "or more".

use super::lexemes::lexeme;
use super::tags::is_negated;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::model::Figure;
use crate::facts::names::Hedge;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

/// A hedge and the tokens that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hedged {
    /// What it says.
    pub(super) hedge: Hedge,
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
}

/// The hedge that ends right before the token `at`, not reaching before `floor`.
///
/// Two may stand together ("up to about 500"): the bound counts.
pub(super) fn before(text: &Text<'_>, at: usize, floor: usize) -> Option<Hedged> {
    let inner = one_before(text, at, floor)?;
    let Some(outer) = one_before(text, inner.first, floor) else { return Some(inner) };
    let hedge = if inner.hedge == Hedge::About || inner.hedge == Hedge::Nearly { outer.hedge } else { inner.hedge };
    Some(Hedged { hedge, first: outer.first, end: inner.end })
}

#[expect(clippy::match_same_arms, reason = "a table of wordings reads best in the order of the words")]
fn one_before(text: &Text<'_>, at: usize, floor: usize) -> Option<Hedged> {
    let word = |back: usize| match at.checked_sub(back) {
        Some(token) if token >= floor => text.lower(token),
        _ => "",
    };
    let (hedge, tokens) = match word(1) {
        // "smaller or equal than", "greater or equal to".
        "than" | "to" if word(2) == "equal" && word(3) == "or" && than(word(4), "").is_some() => {
            match than(word(4), "")? {
                (Hedge::Over, _) => (Hedge::AtLeast, 4),
                _ => (Hedge::AtMost, 4),
            }
        }
        "than" => than(word(2), word(3))?,
        // "at or above 5 per cent", "at or below target"
        "above" | "over" if word(2) == "or" && word(3) == "at" => (Hedge::AtLeast, 3),
        "below" | "under" if word(2) == "or" && word(3) == "at" => (Hedge::AtMost, 3),
        "least" | "minimum" if matches!(word(2), "at" | "a") => (Hedge::AtLeast, 2),
        "least" if matches!(word(2), "very" | "the") && word(3) == "at" => (Hedge::AtLeast, 3),
        "most" | "maximum" if matches!(word(2), "at" | "a") => (Hedge::AtMost, 2),
        "most" if matches!(word(2), "very" | "the") && word(3) == "at" => (Hedge::AtMost, 3),
        "least" | "most" if (word(2), word(3), word(4)) == ("very", "the", "at") => {
            (if word(1) == "least" { Hedge::AtLeast } else { Hedge::AtMost }, 4)
        }
        // "Max 30" has a name.
        "max" if at.checked_sub(1).is_some_and(|max| text.word(max) == "max") => (Hedge::AtMost, 1),
        "minimum" | "≥" => (Hedge::AtLeast, 1),
        "maximum" | "≤" => (Hedge::AtMost, 1),
        "to" => match word(2) {
            // "support shoots up to 71 per cent" is there.
            "up" if goes_up(word(3)) || adds_up(text, at, word(3), word(4)) => return None,
            "up" => (Hedge::AtMost, 2),
            "close" => (Hedge::About, 2),
            "equal" | "equaling" | "equalling" if word(3) != "or" => (Hedge::Exactly, 2),
            "equal" if word(3) == "or" => {
                let (hedge, tokens) = match (word(4), word(5)) {
                    ("than", "more" | "greater" | "higher" | "larger") => (Hedge::AtLeast, 5),
                    ("than", "less" | "fewer" | "lower" | "smaller") => (Hedge::AtMost, 5),
                    ("least", "at") => (Hedge::AtLeast, 5),
                    ("most", "at") => (Hedge::AtMost, 5),
                    _ => return None,
                };
                (hedge, tokens)
            }
            _ => return None,
        },
        // "twice as many as 30"
        "as" if matches!(word(4), "half" | "twice" | "times" | "third" | "thirds" | "quarter" | "quarters") => {
            return None;
        }
        "as" => match (word(2), word(3)) {
            ("many" | "much" | "high" | "long" | "large" | "big" | "late" | "far", "as") => (Hedge::AtMost, 3),
            ("few" | "little" | "low" | "small" | "short", "as") => (Hedge::AtLeast, 3),
            _ => return None,
        },
        "of" => of(word(2), word(3), word(4))?,
        "on" if matches!(word(2), "close" | "nigh") => (Hedge::Nearly, 2),
        "for" if word(2) == "on" && word(3) == "getting" => (Hedge::Nearly, 3),
        "including" if (word(2), word(3), word(4)) == ("and", "to", "up") => (Hedge::AtMost, 4),
        "less" if word(2) == "or" && word(3) == "more" => (Hedge::About, 3),
        "take" if word(2) == "or" && word(3) == "give" => (Hedge::About, 3),
        "." if matches!(word(2), "approx" | "ca" | "c" | "est") && text.glued(at - 1) => (Hedge::About, 2),
        "estimated" if word(2) == "an" => (Hedge::About, 2),
        "some" | "about" | "around" | "roughly" | "approximately" | "approx" | "circa" | "c" | "ca" | "estimated"
        | "maybe" | "perhaps" | "~" | "≈" | "barely" | "scarcely" => (Hedge::About, 1),
        // "finished on 11-under 277"
        "under" | "over" if word(2) == "-" && at > 1 && text.glued(at - 1) && text.glued(at - 2) => return None,
        "over"
            if matches!(
                word(2),
                "pulled"
                    | "took"
                    | "taken"
                    | "take"
                    | "taking"
                    | "handed"
                    | "turned"
                    | "ran"
                    | "run"
                    | "running"
                    | "knocked"
            ) =>
        {
            return None;
        }
        "over" | "above" | "exceeding" | "exceeded" | "exceeds" | "exceed" | "topping" | "surpassing" | "surpassed"
        | "beyond" => (Hedge::Over, 1),
        "under"
            if matches!(word(2), "served" | "worked" | "studied" | "trained" | "serving" | "working")
                && is_led(text, at) =>
        {
            return None;
        }
        "under" | "below" | "beneath" => (Hedge::Under, 1),
        "nearly" | "almost" | "virtually" | "approaching" | "nearing" | "practically" => (Hedge::Nearly, 1),
        "exactly" | "precisely" | "equals" | "equaling" | "equalling" => (Hedge::Exactly, 1),
        // "=>" is an arrow.
        ">" | "<" if word(2) == "=" => return None,
        ">" => (Hedge::Over, 1),
        "<" => (Hedge::Under, 1),
        "=" if word(2) == ">" => (Hedge::AtLeast, 2),
        "=" if word(2) == "<" => (Hedge::AtMost, 2),
        _ => return None,
    };
    let mut first = at - tokens;
    if let Some((hedge, first)) = denied(text, hedge, first, floor) {
        return Some(Hedged { hedge, first, end: at });
    }
    let bound = matches!(hedge, Hedge::Over | Hedge::Under | Hedge::Nearly);
    if bound && first > floor && matches!(text.lower(first - 1), "just" | "well") {
        first -= 1;
    }
    Some(Hedged { hedge, first, end: at })
}

/// "worked under three mayors": how many people are counted, and no bound.
fn is_led(text: &Text<'_>, number: usize) -> bool {
    (number + 1..number + 4).take_while(|&at| text.kind(at) == TokenKind::Word).any(|at| {
        let lower = text.lower(at);
        lexicon::is_plural(lower) && lexicon::is_a_kind_of(&lexicon::singular(lower), "person")
    })
}

/// Verbs that what they lead "up to" has come to: "support shot up to 71 per cent", "edged up to 3 per cent".
fn goes_up(verb: &str) -> bool {
    matches!(
        verb,
        "shoot"
            | "shoots"
            | "shot"
            | "shooting"
            | "back"
            | "edge"
            | "edges"
            | "edged"
            | "edging"
            | "inch"
            | "inches"
            | "inched"
            | "inching"
            | "tick"
            | "ticks"
            | "ticked"
            | "ticking"
            | "creep"
            | "creeps"
            | "crept"
            | "creeping"
            | "went"
            | "gone"
            | "jumped"
            | "leapt"
    )
}

/// "the bills add up to $50", and not "the bank may add up to 30 jobs", "added up to 30 jobs".
fn adds_up(text: &Text<'_>, at: usize, verb: &str, before: &str) -> bool {
    let noun = text.kind(at + 1) == TokenKind::Word
        && !text.glued(at + 1)
        && lexicon::classes(text.lower(at + 1)).has_any(Classes::NOUN.or(Classes::ADJECTIVE));
    let bound = ["to", "will", "would", "can", "could", "may", "might", "should"].contains(&before);
    matches!(verb, "add" | "adds" | "added" | "adding") && !bound && !noun
}

/// A bound that is denied right before its word: "not exceeding 30", "must not exceed 30", "doesn't exceed 30".
fn denied(text: &Text<'_>, hedge: Hedge, first: usize, floor: usize) -> Option<(Hedge, usize)> {
    let other = match (hedge, text.lower(first)) {
        (
            Hedge::Over,
            "over" | "above" | "exceeding" | "exceed" | "exceeds" | "exceeded" | "surpassing" | "surpassed" | "beyond"
            | "topping",
        ) => Hedge::AtMost,
        (Hedge::Under, "under" | "below" | "beneath") => Hedge::AtLeast,
        _ => return None,
    };
    let not = first.checked_sub(1).filter(|&not| not >= floor)?;
    let lower = text.lower(not);
    let denies = matches!(lower, "not" | "never" | "cannot" | "without") || is_negated(lower);
    denies.then_some((other, not))
}

fn than(second: &str, third: &str) -> Option<(Hedge, usize)> {
    let denied = matches!(third, "no" | "not" | "never");
    let tokens = if denied { 3 } else { 2 };
    match second {
        "more" | "greater" | "higher" | "larger" | "bigger" | "longer" | "older" | "better" | "taller" | "heavier"
        | "farther" | "further" | "faster" | "bigger-than" => {
            Some((if denied { Hedge::AtMost } else { Hedge::Over }, tokens))
        }
        "less" | "fewer" | "lower" | "smaller" | "shorter" | "younger" | "lighter" | "cheaper" | "slower" => {
            Some((if denied { Hedge::AtLeast } else { Hedge::Under }, tokens))
        }
        _ => None,
    }
}

fn of(second: &str, third: &str, fourth: &str) -> Option<(Hedge, usize)> {
    let article = |word: &str| matches!(word, "a" | "an" | "the");
    match (second, third) {
        ("upwards" | "upward" | "north", _) => Some((Hedge::Over, 2)),
        ("excess", "in") => Some((Hedge::Over, 3)),
        ("shy" | "short", "just") => Some((Hedge::Nearly, 3)),
        ("south", "just") => Some((Hedge::Under, 3)),
        ("maximum", _) => Some((Hedge::AtMost, if article(third) { 3 } else { 2 })),
        ("minimum", _) => Some((Hedge::AtLeast, if article(third) { 3 } else { 2 })),
        ("region" | "order" | "neighborhood" | "neighbourhood" | "vicinity", "the")
            if matches!(fourth, "in" | "on" | "of") =>
        {
            Some((Hedge::About, 4))
        }
        ("tune", "the") if fourth == "to" => Some((Hedge::About, 4)),
        ("part", "best" | "better") if fourth == "the" => Some((Hedge::Nearly, 4)),
        _ => None,
    }
}

/// Whether a sign right before the digits at the token hedges them: "~25 minutes", ">30 minutes".
pub(super) fn is_sign(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|sign| {
        matches!(text.word(sign), "~" | "≈" | ">" | "<" | "≥" | "≤")
            && (!text.glued(sign) || sign > 0 && text.word(sign - 1) == "(")
    })
}

/// The hedge within a numeral, before its scale word: "twenty-odd thousand", "20-plus million".
pub(super) fn within(text: &Text<'_>, first: usize, end: usize) -> Option<Hedged> {
    (first + 1..end).find_map(|at| {
        let hedge = match text.lower(at) {
            "odd" | "so" => Hedge::About,
            "plus" => Hedge::AtLeast,
            _ => return None,
        };
        Some(Hedged { hedge, first: at, end: at + 1 })
    })
}

/// Whether what follows "plus" is added: "$500 plus tax", "50 plus one", "3 per cent plus or minus".
fn adds(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let closed = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::CONJUNCTION).or(Classes::PREPOSITION);
    text.kind(at) == TokenKind::Number
        || lexeme(lower).is_some()
        || lexicon::usual_class(lower).has_any(closed)
        || matches!(
            lower,
            "tax"
                | "taxes"
                | "vat"
                | "gst"
                | "shipping"
                | "postage"
                | "fees"
                | "expenses"
                | "costs"
                | "interest"
                | "benefits"
                | "bonuses"
                | "bonus"
                | "tips"
                | "delivery"
                | "commission"
                | "or"
        )
}

/// Whether a word may be a noun and is none of grammar.
fn is_noun(lower: &str) -> bool {
    let closed = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::CONJUNCTION).or(Classes::PREPOSITION);
    lexicon::classes(lower).has(Classes::NOUN) && !lexicon::usual_class(lower).has_any(closed.or(Classes::AUXILIARY))
}

/// The hedge that begins with the token `at`, right after a figure or its unit.
#[expect(clippy::match_same_arms, reason = "a table of wordings reads best in the order of the words")]
pub(super) fn after(text: &Text<'_>, at: usize) -> Option<Hedged> {
    let (hedge, tokens) = match (text.lower(at), text.lower(at + 1)) {
        (
            "or" | "and",
            "more" | "over" | "above" | "greater" | "higher" | "older" | "longer" | "better" | "up" | "upwards"
            | "upward" | "beyond" | "counting" | "larger" | "bigger" | "later",
        ) => (Hedge::AtLeast, 2),
        (
            "or" | "and",
            "less" | "fewer" | "under" | "below" | "lower" | "younger" | "shorter" | "smaller" | "lesser",
        ) => (Hedge::AtMost, 2),
        ("or", "so" | "thereabouts") => (Hedge::About, 2),
        ("at", "most") => (Hedge::AtMost, 2),
        ("at", "least") => (Hedge::AtLeast, 2),
        ("at", "the") if text.lower(at + 2) == "most" => (Hedge::AtMost, 3),
        ("at", "the") if text.lower(at + 2) == "least" => (Hedge::AtLeast, 3),
        ("-" | "‑", "plus") if text.glued(at) => (Hedge::AtLeast, 2),
        ("-" | "‑", "odd" | "ish" | "some") if text.glued(at) => (Hedge::About, 2),
        ("ish", _) if text.glued(at) => (Hedge::About, 1),
        ("plus", _) if !adds(text, at + 1) => (Hedge::AtLeast, 1),
        ("+", _) if text.glued(at) && text.kind(at + 1) != TokenKind::Number => (Hedge::AtLeast, 1),
        ("give", "or") if text.lower(at + 2) == "take" => (Hedge::About, 3),
        (",", "give") if text.lower(at + 2) == "or" && text.lower(at + 3) == "take" => (Hedge::About, 4),
        // "the $15 minimum wage" is a sum, and so is a "$500 maximum fine".
        ("maximum" | "minimum", next) if is_noun(next) => return None,
        ("maximum" | "tops", _) => (Hedge::AtMost, 1),
        ("minimum", _) => (Hedge::AtLeast, 1),
        _ => return None,
    };
    // "5 or more than that" and "two and more of the same" go on; a conjunction of clauses does not count.
    let next = text.lower(at + tokens);
    // "two adults and up to three children"
    let up_to = matches!(text.lower(at + 1), "up" | "over") && next == "to";
    let goes_on = up_to
        || matches!(next, "than" | "importantly" | "likely")
        || tokens == 2 && text.lower(at) == "and" && next == "the";
    (!goes_on).then_some(Hedged { hedge, first: at, end: at + tokens })
}

/// A figure "just over" or "slightly below" a bound lies within a seventh of it.
pub(super) fn narrowed(text: &Text<'_>, figure: Figure) -> Figure {
    let Some((written, span)) = figure.written.zip(figure.hedge_span) else { return figure };
    let first = text.token_from(span.start);
    let close = |at: usize| matches!(text.lower(at), "just" | "slightly" | "barely" | "marginally" | "fractionally");
    let little = |at: usize| text.lower(at) == "little" && at.checked_sub(1).is_some_and(|a| text.lower(a) == "a");
    if !close(first) && !first.checked_sub(1).is_some_and(|at| close(at) || little(at)) {
        return figure;
    }
    let part = |over: i128| Exact::fraction(over, 7).and_then(|part| written.times(part)).map(End::Closed);
    let value = match figure.hedge {
        Hedge::Over => part(8).map(|high| Interval { high, ..figure.value }),
        Hedge::Under => part(6).map(|low| Interval { low, ..figure.value }),
        Hedge::Exactly
        | Hedge::About
        | Hedge::AtLeast
        | Hedge::AtMost
        | Hedge::Nearly
        | Hedge::Range
        | Hedge::Dozens => None,
    };
    Figure { value: value.unwrap_or(figure.value), ..figure }
}
