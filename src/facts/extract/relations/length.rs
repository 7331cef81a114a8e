//! How long a period is, where the length stands beside it: "from 1998 to 2015, some 27 years",
//! "for 27 years from 1998 to 2015", "his 27-year career from 1998 to 2015".

use super::Reading;
use crate::facts::date::Precision;
use crate::facts::extract::asked::Asked;
use crate::facts::model::{Date, Duration, Period};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind, lexicon};

/// Words that may stand between a period and the length that follows it.
const BETWEEN: &[&str] = &[
    ",", "(", "—", "–", "or", "a", "period", "of", "total", "in", "all", "span", "some", "the", "first", "last",
    "final", "his", "her", "its", "their", "gap", "stretch", "spell", "career", "reign", "tenure",
];

/// The most of them.
const REACH: usize = 5;

/// The most words between a length and the period that follows it.
const FAR: usize = 10;

/// What lasts: a length joined to one of these is how long it was.
const LASTING: &[&str] = &[
    "marriage",
    "career",
    "reign",
    "tenure",
    "rule",
    "stint",
    "spell",
    "war",
    "occupation",
    "presidency",
    "premiership",
    "period",
    "span",
    "stretch",
    "term",
    "run",
    "drought",
    "wait",
    "campaign",
    "exile",
    "absence",
    "dictatorship",
    "partnership",
    "relationship",
    "siege",
    "mandate",
    "conflict",
    "insurgency",
    "association",
    "majority",
    "leadership",
    "control",
    "monopoly",
    "dominance",
    "chairmanship",
    "membership",
    "incumbency",
    "collaboration",
    "friendship",
    "engagement",
    "supremacy",
    "festival",
    "trip",
    "tour",
    "visit",
    "strike",
    "tournament",
    "voyage",
    "journey",
    "conference",
    "pilgrimage",
    "expedition",
    "hike",
    "cruise",
    "fair",
    "summit",
    "symposium",
    "retreat",
    "congress",
    "convention",
    "heatwave",
    "standoff",
    "stoppage",
    "walkout",
    "deal",
    "contract",
    "agreement",
    "lease",
    "ban",
    "truce",
    "mission",
    "plan",
];

/// Words before a length that was spent.
const SPENT: &[&str] = &[
    "for", "in", "the", "over", "during", "of", "his", "her", "their", "its", "spent", "spending", "served", "serving",
    "worked", "working", "played", "playing", "lasted", "lasting", "ruled", "ruling", "reigned", "gone",
];

/// Words that may lead from a length to what was done: "27 years as mayor from 1998 to 2015".
const LEADS: &[&str] = &["as", "at", "with", "without", "in", "on"];

/// Words for a time that was not spent whole: "five years, from 1990 to 2001, with a break".
const BROKEN: &[&str] = &[
    "off",
    "break",
    "breaks",
    "gap",
    "gaps",
    "interval",
    "intervals",
    "interruption",
    "interruptions",
    "interrupted",
    "intermittent",
    "intermittently",
    "sporadically",
    "occasionally",
    "altogether",
    "cumulative",
    "cumulatively",
    "apart",
    "except",
    "excluding",
    "spells",
    "stints",
    "periods",
    "terms",
    "phases",
    "stages",
    "seasons",
    "nonconsecutive",
    "separate",
    "separated",
    "part-time",
    "paused",
    "resumed",
];

/// How many words before a length may hold the verb that sets it.
const VERB: usize = 4;

/// Verbs that set how long something is to be, which says nothing of how long it was.
const SET: &[&str] = &[
    "jailed",
    "sentenced",
    "imprisoned",
    "given",
    "got",
    "faced",
    "banned",
    "suspended",
    "barred",
    "disqualified",
    "exiled",
    "signed",
    "hired",
    "contracted",
    "appointed",
    "elected",
    "leased",
    "rented",
    "lent",
    "loaned",
    "granted",
    "guaranteed",
    "planned",
    "scheduled",
    "ordered",
    "enlisted",
    "extended",
];

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let durations = &reading.facts.durations;
    let mut unbroken = Asked::default();
    for period in &mut reading.facts.periods {
        if period.length.is_some() || period.start.is_none() || period.end.is_none() {
            continue;
        }
        let from = period.at.span.end;
        let next = durations.partition_point(|duration| duration.at.span.start < from);
        if let Some(duration) = durations.get(next).filter(|duration| duration.at.sentence == period.at.sentence) {
            let gap = text.token_from(from)..text.token_from(duration.at.span.start);
            let after = text.token_from(duration.at.span.end);
            let opens = matches!(text.lower(gap.start), "," | "(" | "—" | "–");
            let plain = gap.len() <= REACH && gap.clone().all(|at| BETWEEN.contains(&text.lower(at)));
            let ended = ends_after(text, gap.clone());
            let told = (opens && plain || ended) && closes(text, after, ended || text.lower(gap.end) == "the");
            if told && unbroken.once(period.at.sentence, || is_unbroken(text, period.at.sentence)) {
                period.length = Some(next as u32);
                period.at.span = period.at.span.to(duration.at.span);
                period.at.certainty = measured(&reading.facts.dates, period, duration);
                continue;
            }
        }
        let Some((before, duration)) = next.checked_sub(1).and_then(|at| Some((at, durations.get(at)?))) else {
            continue;
        };
        if duration.at.sentence != period.at.sentence || duration.at.span.end > period.at.span.start {
            continue;
        }
        let length =
            text.token_from(duration.at.span.start)..text.token_from(duration.at.span.end.saturating_sub(1)) + 1;
        let past = text.token_from(period.at.span.end);
        let own = spans(text, length, text.token_from(period.at.span.start), past);
        if own && is_whole(text, past) && unbroken.once(period.at.sentence, || is_unbroken(text, period.at.sentence)) {
            period.length = Some(before as u32);
            period.at.span = duration.at.span.to(period.at.span);
            period.at.certainty = measured(&reading.facts.dates, period, duration);
        }
    }
}

/// How sure a period is whose length is told: two numbers of four digits that may be years are years beside one.
fn measured(dates: &[Date], period: &Period, length: &Duration) -> Certainty {
    let is_year = |index: Option<u32>| {
        let date = index.and_then(|index| dates.get(index as usize));
        date.is_some_and(|date| date.explicit && !date.relative && date.precision == Precision::Year)
    };
    let years = &*length.unit == "year" && is_year(period.start) && is_year(period.end);
    if years { period.at.certainty.min(Certainty::Likely) } else { period.at.certainty }
}

/// ", ended after 27 years", ") lasted 27 years": what had those two ends tells how long it was.
fn ends_after(text: &Text<'_>, gap: std::ops::Range<usize>) -> bool {
    let word = |n: usize| text.lower(gap.start + n);
    if !matches!(word(0), "," | ")" | "—" | "–") {
        return false;
    }
    match gap.len() {
        4 => matches!(word(1), "went" | "dragged" | "raged") && word(2) == "on" && word(3) == "for",
        2 => matches!(word(1), "lasted" | "lasts" | "spanned" | "covered"),
        3 => {
            matches!(word(1), "lasted" | "ran" | "stretched") && matches!(word(2), "for" | "some" | "just" | "only")
                || matches!(word(1), "ended" | "ends" | "finished" | "closed") && word(2) == "after"
        }
        _ => false,
    }
}

/// Whether the sentence says nothing of breaks.
pub(super) fn is_unbroken(text: &Text<'_>, sentence: u32) -> bool {
    let Some(sentence) = text.sentences.get(sentence as usize) else { return false };
    sentence.tokens.clone().all(|at| {
        let lower = text.lower(at);
        let of_all = lower == "gap" && text.lower(at + 1) == "of";
        !(BROKEN.contains(&lower) && !of_all || lower == "part" && text.lower(at + 2) == "time")
    })
}

/// Whether a period ends what it is told in: "from 1970 to 1985 as a teacher" goes on, and the length may be longer.
fn is_whole(text: &Text<'_>, past: usize) -> bool {
    let goes_on = |lower: &str| lexicon::classes(lower).has(lexicon::Classes::PREPOSITION) && !ORDERED.contains(&lower);
    let tail = if text.lower(past) == "," { past + 1 } else { past };
    !goes_on(text.lower(past)) && !goes_on(text.lower(tail))
}

/// Prepositions that lead on to another time: "from 2001 to 2009, before she left".
const ORDERED: &[&str] = &["before", "after", "until", "till", "since", "like", "unlike", "than"];

/// Whether the length ends what it is told in: "the first five years of" goes on to what they are years of.
fn closes(text: &Text<'_>, at: usize, ranked: bool) -> bool {
    let named = LASTING.contains(&text.lower(at)) && text.kind(at + 1) == TokenKind::Mark;
    named || ranked && text.lower(at) == "of" || matches!(text.lower(at), "." | "," | ";" | ")" | "" | "—" | "–" | "in")
}

/// Whether a length that stands before a period is the period's own.
fn spans(text: &Text<'_>, length: std::ops::Range<usize>, opening: usize, past: usize) -> bool {
    let mut before = length.start;
    while before > 0 && matches!(text.lower(before - 1), "just" | "only" | "some" | "all" | "his" | "her" | "nearly") {
        before -= 1;
    }
    // "two terms of four years", "jailed for 12 years": no length of one period, or one that was only set.
    let each = text.lower(before.wrapping_sub(1)) == "of" && lexicon::is_plural(text.lower(before.wrapping_sub(2)));
    let set = (before.saturating_sub(VERB)..before).any(|at| SET.contains(&text.lower(at)));
    if each || set {
        return false;
    }
    let spent = before.checked_sub(1).is_some_and(|at| SPENT.contains(&text.lower(at))) || before < length.start;
    let gap = length.end..opening;
    let paused = gap.len() == 1 && is_pause(text, length.end);
    // "his 20 years in office (1990-2004)"
    let bracketed = text.word(opening.wrapping_sub(1)) == "(" && text.word(past) == ")";
    let took = matches!(text.lower(before.wrapping_sub(1)), "took" | "takes") && text.lower(length.end) == "for";
    if gap.len() > if took { 2 * FAR } else { FAR }
        || !paused && !bracketed && !matches!(text.lower(opening), "from" | "between")
    {
        return false;
    }
    // "in five years from 1990 to 2001" may be five of those years.
    let Some(first) = gap.clone().next() else { return spent && text.lower(before.wrapping_sub(1)) != "in" };
    if paused {
        return spent;
    }
    // "27-year marriage (1998-2015)"
    let joined = |unit: &str| text.word(length.end - 1).ends_with(unit);
    if joined("year") || joined("day") || joined("month") || text.word(length.end.saturating_sub(2)) == "-" {
        let rest = gap.start + 1..gap.end;
        let upto = rest.end - usize::from(rest.end > rest.start && is_pause(text, rest.end - 1));
        let rest = rest.start..upto;
        return LASTING.contains(&text.lower(first)) && (is_said_of(text, rest.clone()) || is_held(text, rest));
    }
    // "It took 115 years for the town to double between 1865 and 1980."
    if took {
        return text.lower(opening) == "between"
            && text.kind(past) == TokenKind::Mark
            && (first + 1..gap.end).all(|at| is_of_doing(text, at));
    }
    // ", from 1998 to 2015": a pause before the period.
    let upto = gap.end - usize::from(is_pause(text, gap.end - 1));
    let lead = LEADS.contains(&text.lower(first)) && (first + 1..upto).all(|at| is_plain(text, at));
    spent && lead
        || text.lower(length.start.wrapping_sub(1)) == "the"
            && matches!(text.lower(past), "." | ";" | "")
            && is_clause(text, first..upto)
}

/// "runs", "is held", "took place", "earlier this year that stretched": the verb of a period that follows.
fn is_held(text: &Text<'_>, words: std::ops::Range<usize>) -> bool {
    let told: Vec<&str> = words.map(|at| text.lower(at)).collect();
    match told.as_slice() {
        ["runs" | "ran" | "lasts" | "lasted" | "stretched"]
        | ["takes" | "took", "place"]
        | ["is" | "was", "held"]
        | ["will", "run" | "last"]
        | ["will", "take", "place"]
        | ["will", "be", "held"]
        | ["that" | "which", "ran" | "lasted" | "stretched"] => true,
        ["earlier" | "later", "this" | "last", "year", "that" | "which", last] => {
            matches!(*last, "ran" | "lasted" | "stretched")
        }
        _ => false,
    }
}

/// "the town to double in size": words of one thing that took so long.
fn is_of_doing(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let other = matches!(
        lower,
        "and" | "who" | "that" | "which" | "after" | "before" | "since" | "until" | "when" | "but" | "only" | "or"
    );
    let share = text.kind(at) == TokenKind::Number && text.word(at + 1) == "%" || text.word(at) == "%";
    (text.kind(at) == TokenKind::Word || text.kind(at) == TokenKind::Possessive || share) && !other
}

/// "the four years the Reds held the house from 2007 to 2011": a clause that says nothing of another time.
fn is_clause(text: &Text<'_>, words: std::ops::Range<usize>) -> bool {
    let other = |lower: &str| {
        matches!(
            lower,
            "for" | "after" | "before" | "since" | "and" | "who" | "which" | "to" | "from" | "between" | "until" | "or"
        )
    };
    let opens = matches!(text.lower(words.start), "that" | "the" | "he" | "she" | "they" | "it" | "when");
    opens && words.len() >= 3 && words.into_iter().all(|at| text.kind(at) == TokenKind::Word && !other(text.lower(at)))
}

/// "in control of the lower house": what a length of time was, with nothing that is another's.
fn is_said_of(text: &Text<'_>, words: std::ops::Range<usize>) -> bool {
    let leads = matches!(text.lower(words.start), "in" | "of" | "at" | "with" | "over" | "on");
    words.is_empty() || leads && words.into_iter().all(|at| is_plain(text, at))
}

fn is_pause(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "(" | "—" | "–")
}

/// Whether a word can be part of what was done for so long: a noun or a name, and no verb or clause of its own.
fn is_plain(text: &Text<'_>, at: usize) -> bool {
    let named = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let lower = text.lower(at);
    let word = text.kind(at) == TokenKind::Word || text.kind(at) == TokenKind::Possessive;
    named
        || word
            && !lower.ends_with("ed")
            && !lower.ends_with("ing")
            && !matches!(
                lower,
                "from" | "to" | "and" | "who" | "that" | "which" | "was" | "is" | "were" | "after" | "for"
            )
}
