//! Shares above all of those that they are of: "288% of adults were living at home", "with 408% of them staying", "won 305%
//! of the vote", "covering 650% of the surface".

use super::bounded::{Over, over};
use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};

/// What nothing has more of than all, whatever is said of it.
const CAST: &[&str] = &["vote", "votes", "voters", "electorate", "respondents", "ballots", "delegates"];

/// All that there are of some, in one word.
const TOGETHER: &[&str] = &["population", "electorate", "workforce", "public", "list"];

/// What may be covered, and the verbs that say so.
const LAND: &[&str] =
    &["surface", "country", "land", "state", "county", "city", "area", "territory", "planet", "earth", "globe"];
const COVERS: &[&str] = &["cover", "covers", "covered", "covering", "occupy", "occupies", "occupying"];

/// From here on a share is a slip wherever it stands: no more than twice all of them are ever compared with them.
const FAR_ABOVE: i128 = 200;

/// Kinds of which more than all may be told.
const OF_AMOUNTS: &[&str] = &["cost", "possession", "quantity", "money", "income", "debt", "rate", "number", "amount"];

/// Words before a level that is told in parts of another: "rose to 300% of", "stands at 240% of".
const LEVELS: &[&str] = &["to", "at", "by", "from", "earn", "earns", "earning", "below", "above", "under"];

/// Words before what the share is of.
const WHOSE: &[&str] = &["all", "the", "its", "their", "those", "these", "our", "his", "her", "registered"];

/// Plurals of which there may well be more than a hundred per cent: sums, aims, and places that may be filled twice.
#[rustfmt::skip] // Words, a dozen a line.
const AMOUNTS: &[&str] = &[
    "sales", "revenues", "earnings", "profits", "costs", "prices", "wages", "salaries", "levels", "targets", "goals",
    "expenses", "losses", "assets", "debts", "deposits", "exports", "imports", "funds", "taxes", "rates", "guidelines",
    "standards", "needs", "expectations", "estimates", "forecasts", "averages", "orders", "requirements", "limits",
    "premiums", "savings", "proceeds", "gains", "bonuses", "pensions", "benefits", "reserves", "loans", "emissions",
    "quotas", "thresholds", "returns", "values", "fees", "dues", "resources", "capacities", "receipts", "payments",
    "liabilities", "holdings", "incomes", "budgets", "sums", "shares", "contributions", "rents", "stocks", "supplies",
    "beds", "seats", "places", "spaces", "rooms", "slots", "tickets", "cells", "figures", "totals", "amounts", "pledges",
    "years", "months", "weeks", "days", "hours", "minutes", "times", "dollars", "pounds", "euros", "calories", "points",
    "jobs", "volumes", "numbers", "results", "positions", "bonds", "grants", "gdp", "speeds", "norms", "pixels",
];

/// Words that may stand before a share with which a clause begins.
#[rustfmt::skip] // Words, a dozen a line.
const OPENERS: &[&str] = &[
    ",", ";", ":", "—", "–", "-", "(", "“", "\"", "that", "and", "but", "while", "although", "because", "if", "where",
    "whereas", "when", "though", "since", "found", "finds", "said", "says", "show", "shows", "showed", "estimates",
    "reports", "reported", "with", "about", "around", "some", "nearly", "roughly", "almost", "only", "just", "still", "today", "now",
];

/// Verbs that tell what the share of them is, does or thinks.
#[rustfmt::skip] // Words, a dozen a line.
const TELLS: &[&str] = &[
    "are", "were", "is", "was", "have", "had", "has", "do", "did", "does", "will", "would", "can", "could", "should",
    "may", "might", "aren't", "weren't", "don't", "didn't", "aren’t", "weren’t", "don’t", "didn’t", "haven’t",
    "haven't", "say", "think", "believe", "feel", "want", "need", "know", "live", "use", "own", "work", "vote",
    "support", "oppose", "agree", "disagree", "approve", "disapprove", "prefer", "report", "die", "identify",
    "remain", "consider", "hold", "expect", "trust", "favor", "favour", "view", "come", "get", "make", "earn",
    "receive", "speak", "read", "watch", "play", "go", "chose", "choose", "attend", "back", "rely", "see", "describe",
    "answer", "rate", "tell", "graduate",
    "fall", "fell", "blame",
];

/// How many words what the share is of may have, and how far behind them their verb may stand, in tokens.
const WORDS: usize = 5;
const REACH: usize = 12;

/// Reads the shares above a hundred per cent.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.percents.len() {
        let Some(Over { written, span, first, end, floor }) = over(reading, index) else { continue };
        if text.lower(end) != "of" {
            continue;
        }
        let lead = if first == floor { "" } else { text.lower(first - 1) };
        let Some(head) = head(text, end + 1) else { continue };
        let opens = first == floor || OPENERS.contains(&lead);
        let cast = CAST.contains(&text.lower(head));
        let covered = LAND.contains(&text.lower(head));
        let told = if covered {
            // "120% of the area of Marren" may be as large as another.
            COVERS.contains(&lead) || opens && text.lower(head + 1) != "of" && is_told(text, head)
        } else {
            opens && is_told(text, head)
                || lead == "with" && is_doing(text, head)
                || written >= Exact::whole(FAR_ABOVE) && !LEVELS.contains(&lead) && is_whole(text, head)
        };
        if cast || told {
            note(reading, "share", (written, span), text.span(head, head), Bounds::up_to(Exact::whole(100)));
        }
    }
}

/// "with 408% of them staying": what they do, with no verb of their own.
fn is_doing(text: &Text<'_>, head: usize) -> bool {
    let words = (head + 1..head + WORDS).take_while(|&at| text.kind(at) == TokenKind::Word);
    words.into_iter().any(|at| lexicon::verb_form(text.lower(at)).has(VerbForms::GERUND))
}

/// Whether those are all that there are, and not "the boats that it was built for" or "the goals planned".
fn is_whole(text: &Text<'_>, head: usize) -> bool {
    let next = text.lower(head + 1);
    let pronoun = lexicon::usual_class(next).has_any(Classes::PRONOUN.or(Classes::DETERMINER));
    let clause = matches!(next, "that" | "which" | "who" | "whom" | "whose" | "than" | "as");
    let singular = lexicon::singular(text.lower(head));
    let amount = OF_AMOUNTS.iter().any(|kind| lexicon::is_a_kind_of(&singular, kind));
    !pronoun && !clause && !amount && !TOGETHER.contains(&text.lower(head))
}

/// The word for those that a share is of, which begin at the token: "the young adults", "them".
fn head(text: &Text<'_>, of: usize) -> Option<usize> {
    if matches!(text.lower(of), "them" | "us") {
        return Some(of);
    }
    if matches!(text.lower(of), "these" | "those") && tells(text.lower(of + 1)) {
        return Some(of);
    }
    let at = (of..of + 2).find(|&at| !WHOSE.contains(&text.lower(at))).unwrap_or(of + 2);
    if matches!(text.lower(at), "who" | "surveyed" | "polled" | "questioned" | "asked" | "interviewed") {
        return at.checked_sub(1).filter(|&those| those == of && text.lower(those) == "those");
    }
    let whole = |word: &str| CAST.contains(&word) || TOGETHER.contains(&word) || LAND.contains(&word);
    if whole(text.lower(at)) {
        return Some(at);
    }
    // "the people's vote", "the popular vote"
    let next = at + 1 + usize::from(text.kind(at + 1) == TokenKind::Possessive);
    if matches!(text.lower(next), "vote" | "votes" | "electorate" | "delegates") {
        return Some(next);
    }
    let head = (at..at + WORDS).take_while(|&at| text.kind(at) == TokenKind::Word).find(|&at| ends_noun(text, at))?;
    let lower = text.lower(head);
    let plural = lexicon::is_plural(lower) || is_of_a_country(text, head);
    (plural && !AMOUNTS.contains(&lower)).then_some(head)
}

/// Whether a noun ends what the words before it began: no other noun follows that it may belong to.
fn ends_noun(text: &Text<'_>, at: usize) -> bool {
    let usual = lexicon::usual_class(text.lower(at));
    let next = text.lower(at + 1);
    let grammar = Classes::VERB
        .or(Classes::AUXILIARY)
        .or(Classes::PREPOSITION)
        .or(Classes::PRONOUN)
        .or(Classes::CONJUNCTION)
        .or(Classes::ADVERB);
    let closes = text.kind(at + 1) == TokenKind::Mark && !text.glued(at + 2)
        || tells(next)
        || matches!(next, "aged" | "ages")
        || lexicon::verb_form(next).has(VerbForms::PARTICIPLE)
        || lexicon::usual_class(next).has_any(grammar);
    (usual.has(Classes::NOUN) || is_of_a_country(text, at)) && closes
}

/// "Americans", "Norlanders": a plural with a capital.
fn is_of_a_country(text: &Text<'_>, at: usize) -> bool {
    let titled = text.token(at).is_some_and(|token| token.case == Case::Title);
    titled && (text.lower(at).ends_with("ns") || text.lower(at).ends_with("ers"))
}

fn tells(lower: &str) -> bool {
    TELLS.contains(&lower) || TELLS.contains(&&*lexicon::verb_base(lower))
}

/// Whether a verb follows of which those are the subject; one that belongs to "who" is another.
fn is_told(text: &Text<'_>, head: usize) -> bool {
    let mut owed = 1;
    for at in head + 1..head + REACH {
        let lower = text.lower(at);
        match lower {
            "who" | "that" | "which" => owed += 1,
            // "aged 60 and older"
            "and" | "or" if matches!(text.lower(at + 1), "older" | "over" | "above" | "up" | "younger" | "under") => {}
            "." | "," | ";" | ":" | "" | "(" | "as" | "than" | "compared" | "what" | "and" | "or" => return false,
            _ if tells(lower) => owed -= 1,
            _ => {}
        }
        if owed == 0 {
            return true;
        }
    }
    false
}
