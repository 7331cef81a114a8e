//! Shares of one whole that nobody is in two of: "46% chose Lee, 38% Chan and 16% nobody", "the other 16%".

use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::model::Partition;
use crate::facts::names::{Certainty, Hedge};
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// The most tokens that are said of one share.
const LONGEST: usize = 9;

/// Words before what somebody chooses once.
const CHOICES: &[&str] = &[
    "chose",
    "choose",
    "backed",
    "back",
    "voted",
    "favor",
    "favour",
    "favored",
    "favoured",
    "preferred",
    "prefer",
    "supported",
    "support",
    "for",
    "picked",
    "said",
    "named",
];

/// Verbs of one choice, which the shares after the first go without: "44% chose the ferry, 33% the bridge".
const ONCE: &[&str] = &["chose", "choose", "picked", "preferred", "prefer", "opted", "plumped", "voted"];

/// Words of questions to which there may be several answers, and how far they may stand, in tokens.
const SEVERAL: &[&str] = &["multiple", "several", "allowed", "choices", "options", "each", "ranked", "rank", "apply"];
const WIDE: usize = 60;

/// What is left to those who choose none of the others.
pub(super) const NONE: &[&str] = &[
    "nobody",
    "none",
    "neither",
    "undecided",
    "unsure",
    "abstained",
    "know",
    "sure",
    "unaffiliated",
    "blank",
    "spoiled",
    "spoilt",
];

/// Words by which a share is of another whole, or may overlap with the others.
const OPEN: &[&str] =
    &["of", "more", "less", "than", "up", "down", "from", "to", "who", "while", "compared", "both", "also", "either"];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        let first = sentence.clone().find(|&at| spots.get(at).is_some_and(|spot| spot.kind == SpotKind::Percent));
        let Some(first) = first else { continue };
        let shares: Vec<Spot> = (first..sentence.end).filter_map(|at| spots.get(at)).copied().collect();
        opposed(reading, &shares);
        answers(reading, &shares);
        if shares.len() >= 2 && shares.iter().all(|share| share.kind == SpotKind::Percent && share.is_firm()) {
            partition(reading, &shares);
        }
    }
}

fn partition(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let (Some(first), Some(last)) = (shares.first(), shares.last()) else { return };
    let ends = shares.iter().skip(1).map(|next| next.first).chain([last.end + LONGEST]);
    let labels: Vec<Range<usize>> = shares.iter().zip(ends).map(|(share, end)| share.end..end).collect();
    let (Some(lead), Some(tail)) = (labels.first(), labels.last()) else { return };
    let tail =
        tail.start..tail.clone().find(|&at| matches!(text.word(at), "." | "," | ";" | ")" | "")).unwrap_or(tail.end);
    let has = |words: &[&str], range: Range<usize>| range.clone().any(|at| words.contains(&text.lower(at)));
    let joined = labels.iter().take(labels.len() - 1).all(|label| label.len() <= LONGEST && joins(text, label.end));
    let back = |n: usize| last.first.checked_sub(n).map_or("", |at| text.lower(at));
    let closed = matches!(back(1), "other" | "remaining") && back(2) == "the";
    // "Of the men 52% …, of the women 41%" and several answers.
    let mut lead_in = first.first.saturating_sub(12)..first.first;
    let open =
        lead_in.any(|at| text.lower(at) == "of") || (first.first..tail.end).any(|at| OPEN.contains(&text.lower(at)));
    let none = has(NONE, tail) || shares.len() > 2 && labels.iter().any(|label| has(NONE, label.clone()));
    let several = || (first.first.saturating_sub(WIDE)..last.end + WIDE).any(|at| SEVERAL.contains(&text.lower(at)));
    let elided = || {
        shares.len() > 2
            && has(ONCE, lead.clone())
            && !several()
            && labels.iter().skip(1).all(|label| is_elided(text, label))
    };
    let chosen = has(CHOICES, lead.clone()) && (none || closed) || !open && joined && elided();
    if !joined || open || !chosen {
        return;
    }
    let certainty = shares.iter().fold(first.at.certainty, |least, share| weaker(least, share.at.certainty));
    if certainty == Certainty::Weak {
        return;
    }
    let at = reading.at(first.at.span.to(last.at.span), certainty);
    let shares = shares.iter().map(|share| share.index).collect();
    reading.facts.partitions.push(Partition { at, shares, closed });
}

/// "the bridge", "for the bridge", "Ann Lee", up to the next mark or "and": an answer without its verb.
fn is_elided(text: &Text<'_>, label: &Range<usize>) -> bool {
    let ends = |at: usize| matches!(text.word(at), "," | "." | ";") || text.lower(at) == "and";
    let answer = label.start..label.clone().find(|&at| ends(at)).unwrap_or(label.end);
    let first = answer.start + usize::from(matches!(text.lower(answer.start), "for" | "on"));
    let named = text.token(first).is_some_and(|token| token.case != Case::Lower && token.kind == TokenKind::Word);
    let thing = matches!(text.lower(first), "the" | "a" | "an" | "its" | "nobody" | "none" | "neither");
    let plain = |at: usize| {
        let lower = text.lower(at);
        let past = lexicon::verb_form(lower).has(VerbForms::PAST) && !lexicon::classes(lower).has(Classes::NOUN);
        text.kind(at) == TokenKind::Word && !past && !lexicon::usual_class(lower).has(Classes::AUXILIARY)
    };
    let bare = answer.len() <= 2 && lexicon::usual_class(text.lower(first)).has(Classes::NOUN);
    (1..=5).contains(&answer.len()) && (named || thing || bare) && answer.into_iter().all(plain)
}

/// Two answers to one question, as they are told one after the other.
pub(super) const ANSWERS: &[[&str; 2]] = &[
    ["agree", "disagree"],
    ["agreed", "disagreed"],
    ["approve", "disapprove"],
    ["approved", "disapproved"],
    ["support", "oppose"],
    ["supported", "opposed"],
    ["favor", "oppose"],
    ["favour", "oppose"],
    ["favored", "opposed"],
    ["favoured", "opposed"],
    ["support", "opposed"],
    ["approving", "disapproving"],
    ["supporting", "opposing"],
    ["yes", "no"],
    ["for", "against"],
];

/// "63% of members agreed and 47% disagreed": nobody does both.
fn answers(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let [one, other] = shares else { return };
    let firm = |spot: &Spot| spot.kind == SpotKind::Percent && spot.is_firm();
    if !firm(one) || !firm(other) || other.first <= one.end {
        return;
    }
    let first = one.end..other.first.min(one.end + LONGEST);
    let second = other.end..other.end + 2;
    let told = |range: Range<usize>, word: &str| range.into_iter().any(|at| text.lower(at) == word);
    let both = ANSWERS.iter().any(|[yes, no]| {
        let turned = told(first.clone(), no) && told(second.clone(), yes) && text.lower(other.end) == *yes;
        told(first.clone(), yes) && told(second.clone(), no) && text.lower(other.end) == *no || turned
    });
    let gap = one.end..other.first;
    // "and 47% of the women disagreed", "and 47% oppose the cuts" are of others.
    let end = other.end + 1 + usize::from(text.lower(other.end + 1) == "it");
    let closed = matches!(text.word(end), "." | "," | ";" | "" | ")");
    let elsewhere = |at: usize| matches!(text.lower(at), "among" | "in" | "for" | "by" | "where");
    let joined = closed
        && gap.len() <= LONGEST + 4
        && !(gap.end.saturating_sub(4).max(gap.start)..gap.end).any(elsewhere)
        && gap.clone().any(|at| matches!(text.lower(at), "and" | "while" | "but" | "," | ";"))
        && !gap.clone().any(|at| matches!(text.lower(at), "than" | "from" | "who" | "strongly" | "somewhat" | "."));
    if !both || !joined {
        return;
    }
    let at = reading.at(one.at.span.to(other.at.span), weaker(one.at.certainty, other.at.certainty));
    let shares = vec![one.index, other.index];
    reading.facts.partitions.push(Partition { at, shares, closed: false });
}

/// Names of the two halves of people.
const OPPOSED: &[[&str; 2]] =
    &[["boys", "girls"], ["men", "women"], ["male", "female"], ["males", "females"], ["sons", "daughters"]];

/// "46% of the rowers are men, compared with 34% who are women": one whole told in two, of which nobody is left out.
fn opposed(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let [one, other] = shares else { return };
    let percents = one.kind == SpotKind::Percent && other.kind == SpotKind::Percent;
    if !percents || !one.is_firm() || !other.is_firm() || text.lower(one.end) != "of" {
        return;
    }
    let is = |word: &str| matches!(word, "are" | "were" | "identify" | "identified" | "identifying");
    let Some(verb) = (one.end..other.first).find(|&at| is(text.lower(at))) else { return };
    let verb = verb + usize::from(text.lower(verb + 1) == "as");
    let whole = one.end + 1..verb;
    let plain = whole.clone().all(|at| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) && !matches!(text.lower(at), "who" | "that")
    });
    let next = (other.end..other.end + 4).find(|&at| OPPOSED.iter().flatten().any(|name| *name == text.lower(at)));
    let Some(next) =
        next.filter(|&next| (other.end..next).all(|at| is(text.lower(at)) || matches!(text.lower(at), "who" | "as")))
    else {
        return;
    };
    let both = |[a, b]: &[&str; 2]| {
        let (first, second) = (text.lower(verb + 1), text.lower(next));
        first == *a && second == *b || first == *b && second == *a
    };
    let gap: Vec<&str> = (verb + 2..other.first).map(|at| text.lower(at)).collect();
    let gap: &[&str] = match gap.as_slice() {
        [",", rest @ ..] => rest,
        all => all,
    };
    let joined = matches!(gap, [] | ["and" | "while" | "against"] | ["compared", "with" | "to"]);
    let closes = matches!(text.word(next + 1), "." | "," | ";" | "");
    let exact = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.hedge == Hedge::Exactly);
    if !plain || whole.len() > 8 || !joined || !closes || !OPPOSED.iter().any(both) || !exact(one) || !exact(other) {
        return;
    }
    let at = reading.at(one.at.span.to(other.at.span), weaker(one.at.certainty, other.at.certainty));
    reading.facts.partitions.push(Partition { at, shares: vec![one.index, other.index], closed: true });
}

/// Whether the word before a share goes on from the one before.
fn joins(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    matches!(back(1), "," | "and" | ";") || matches!(back(1), "other" | "remaining") && back(2) == "the"
}
