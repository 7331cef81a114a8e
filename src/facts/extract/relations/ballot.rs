//! Shares of votes and answers that exclude each other by how they are told: "beat him 64% to 36%", "56% of the vote to
//! Gray’s 44%", "64% walk, while the remaining 36% drive", "43% approve, 40% disapprove and 17% are unsure".

use super::change::direction_of;
use super::partition::{ANSWERS, NONE};
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::model::Partition;
use crate::facts::names::Hedge;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How far before two shares a word of the vote may stand, in tokens.
const REACH: usize = 16;

/// The most tokens that are said of one share.
const LONGEST: usize = 18;

/// Words of a vote, before two shares of it or right after them.
const VOTE: &[&str] = &[
    "vote",
    "votes",
    "voted",
    "voting",
    "won",
    "win",
    "wins",
    "winning",
    "beat",
    "beats",
    "beating",
    "defeated",
    "defeats",
    "defeating",
    "defeat",
    "dispatched",
    "victory",
    "margin",
    "majority",
    "ballots",
    "ballot",
    "election",
    "electorate",
    "referendum",
    "lost",
    "losing",
    "trounced",
    "leads",
    "led",
    "leading",
    "ahead",
    "trailing",
    "trails",
];

/// Words that compare two groups, which may both agree: "more women than men backed it, 72% to 51%".
const GROUPS: &[&str] = &[
    "than",
    "more",
    "less",
    "fewer",
    "likely",
    "both",
    "among",
    "turnout",
    "approval",
    "rating",
    "ratings",
    "favorability",
    "compared",
    "from",
    "between",
    "range",
    "increased",
    "average",
    "outnumber",
    "share",
    "points",
    "needed",
    "need",
    "threshold",
    "counted",
    "reporting",
    "precincts",
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let mut before = None;
    for sentence in spots.by_sentence() {
        let shares: Vec<Spot> = sentence
            .clone()
            .filter_map(|at| spots.get(at))
            .filter(|spot| spot.kind == SpotKind::Percent)
            .copied()
            .collect();
        let fractions = sentence.clone().filter_map(|at| spots.get(at)).any(|spot| spot.kind == SpotKind::Ratio);
        for pair in shares.windows(2) {
            if let [one, other] = pair {
                contest(reading, one, other);
            }
        }
        let first = shares.first().map(|spot| (spot.at.block, spot.at.sentence));
        let alone = first.is_some_and(|(block, own)| {
            before.is_none_or(|(last, sentence): (u32, u32)| last != block || sentence + 1 < own)
        });
        if alone && !fractions {
            rest(reading, &shares);
        }
        verdicts(reading, &shares);
        parties(reading, &shares);
        listed(reading, &shares);
        candidates(reading, &shares);
        before = shares.last().map(|spot| (spot.at.block, spot.at.sentence)).or(before);
    }
}

fn is_single(reading: &Reading<'_>, spot: &Spot) -> bool {
    spot.is_firm() && figure(reading, spot).is_some_and(|figure| figure.written.is_some())
}

fn push(reading: &mut Reading<'_>, shares: &[Spot], closed: bool) {
    let (Some(first), Some(last)) = (shares.first(), shares.last()) else { return };
    let known = reading.facts.partitions.iter().rev().take(shares.len() + 1);
    if known.into_iter().any(|other| shares.iter().any(|share| other.shares.contains(&share.index))) {
        return;
    }
    let certainty = shares.iter().fold(first.at.certainty, |least, share| weaker(least, share.at.certainty));
    let at = reading.at(first.at.span.to(last.at.span), certainty);
    let shares = shares.iter().map(|share| share.index).collect();
    reading.facts.partitions.push(Partition { at, shares, closed });
}

/// "beat him 64% to 36%", "with 56% of the vote to Gray’s 44%": the votes of two sides.
fn contest(reading: &mut Reading<'_>, one: &Spot, other: &Spot) {
    let text = reading.text;
    if !is_single(reading, one) || !is_single(reading, other) || other.first <= one.end {
        return;
    }
    let exact = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.hedge == Hedge::Exactly);
    let mut gap = one.end..other.first;
    let of_votes = text.lower(gap.start) == "of"
        && matches!(text.lower(gap.start + 1), "the" | "votes" | "ballots")
        && (gap.start + 1..gap.start + 3).any(|at| matches!(text.lower(at), "vote" | "votes" | "ballots"));
    if of_votes {
        gap.start += 2 + usize::from(text.lower(gap.start + 1) == "the");
    }
    let owned = gap.len() > 2
        && gap.len() <= 8
        && text.kind(gap.end - 1) == TokenKind::Possessive
        && gap
            .clone()
            .skip(1)
            .all(|at| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || text.word(at) == ".");
    let joined = match text.lower(gap.start) {
        "to" => gap.len() == 1 || owned,
        "-" | "–" => gap.len() == 1,
        _ => false,
    };
    let more = |spot: &Spot| figure(reading, spot).and_then(|figure| figure.written);
    // "52% to 61%" may be a range.
    let falls = matches!((more(one), more(other)), (Some(first), Some(second)) if first > second);
    if !joined || !(falls || owned) || !exact(one) || !exact(other) {
        return;
    }
    let start = text.sentences.get(one.at.sentence as usize).map_or(one.first, |sentence| sentence.tokens.start);
    let lead = one.first.saturating_sub(REACH).max(start)..one.first;
    let tail = (other.end..other.end + 6).take_while(|&at| text.kind(at) == TokenKind::Word);
    let grouped = |at: usize| GROUPS.contains(&text.lower(at));
    let voted = of_votes || lead.clone().any(|at| VOTE.contains(&text.lower(at)));
    let moved = (one.first.saturating_sub(6).max(start)..one.first).any(|at| direction_of(text.lower(at)).is_some());
    if voted && !moved && !lead.clone().any(grouped) && !tail.clone().any(|at| grouped(at) || text.lower(at) == "of") {
        push(reading, &[*one, *other], false);
    }
}

/// Words by which one of two shares is of another whole, or both are of less than all.
const OPEN: &[&str] = &[
    "than",
    "up",
    "down",
    "from",
    "rose",
    "fell",
    "compared",
    "another",
    "including",
    "stake",
    "stakes",
    "sold",
    "sell",
    "selling",
    "sale",
    "bought",
    "buy",
    "buying",
    "paid",
    "pay",
    "paying",
    "payment",
    "owe",
    "owed",
    "deposit",
    "tax",
    "instalment",
    "installment",
    "upfront",
    "own",
    "owns",
    "owned",
    "acquire",
    "acquired",
    "half",
    "third",
    "quarter",
    "top",
    "bottom",
    "richest",
    "poorest",
    "wealthiest",
    "not",
    "cut",
    "discount",
    "off",
    "only",
    "if",
];

/// "64% of commuters walk, while the remaining 36% drive": one share and all the others, and no third in the sentence or
/// the one before.
fn rest(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let [one, other] = shares else { return };
    if !is_single(reading, one) || !is_single(reading, other) || other.first <= one.end + 2 {
        return;
    }
    let back = |n: usize| other.first.checked_sub(n).map_or("", |at| text.lower(at));
    let own = text.lower(other.first);
    let left = |word: &str| matches!(word, "other" | "remaining");
    let others = left(back(1)) && back(2) == "the" || left(own) && back(1) == "the";
    let start = text.sentences.get(one.at.sentence as usize).map_or(one.first, |sentence| sentence.tokens.start);
    let lead = one.first.saturating_sub(REACH).max(start)..one.first;
    let of_some = one.first > start && matches!(text.lower(one.first - 1), "the" | "those" | "these" | "of" | "other");
    let gap = one.end..other.first;
    let open = lead
        .clone()
        .chain(gap.clone())
        .chain(other.end..other.end + 8)
        .any(|at| OPEN.contains(&text.lower(at)) || matches!(text.word(at), ";" | "“" | "”"));
    let told = gap.clone().any(|at| text.kind(at) == TokenKind::Word && text.lower(at) != "the");
    if others && !of_some && !open && told && gap.len() <= LONGEST + 8 {
        push(reading, &[*one, *other], true);
    }
}

/// More of those who give no answer to a question.
const UNDECIDED: &[&str] =
    &["unchanged", "opinion", "uncertain", "unknown", "prefer", "preferred", "declined", "same", "change", "abstain"];

/// Two ways in which what is counted may go.
const MOVES: &[[&str; 2]] = &[
    ["increase", "decline"],
    ["increase", "decrease"],
    ["increased", "decreased"],
    ["rose", "fell"],
    ["rise", "fall"],
    ["better", "worse"],
    ["improved", "worsened"],
];

/// "43% approve, while 40% disapprove and 17% are unsure": two answers that exclude each other, and those who give none.
fn verdicts(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let [one, other, none] = shares else { return };
    if !shares.iter().all(|share| is_single(reading, share)) || other.first <= one.end || none.first <= other.end {
        return;
    }
    let end = (none.end..none.end + 7).find(|&at| text.kind(at) == TokenKind::Mark).unwrap_or(none.end + 7);
    let labels = [one.end..other.first, other.end..none.first, none.end..end];
    let has = |range: &Range<usize>, word: &str| range.clone().any(|at| text.lower(at) == word);
    let gives_none = |range: &Range<usize>| {
        range.clone().any(|at| NONE.contains(&text.lower(at)) || UNDECIDED.contains(&text.lower(at)))
    };
    // "Of the 90 pupils, 60% had a rise, 10% had no change and 30% had a fall" are shares; prices that rise 60% are not.
    let start = text.sentences.get(one.at.sentence as usize).map_or(one.first, |sentence| sentence.tokens.start);
    let moved: &[[&str; 2]] = if text.lower(start) == "of" { MOVES } else { &[] };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 2, 0]];
    let opposed = orders.iter().any(|order| {
        let [Some(first), Some(second), Some(third)] = order.map(|nth| labels.get(nth)) else { return false };
        gives_none(third)
            && ANSWERS.iter().filter(|[yes, _]| *yes != "for").chain(moved).any(|[yes, no]| {
                has(first, yes) && has(second, no) && !has(first, no)
                    || has(first, no) && has(second, yes) && !has(second, no)
            })
    });
    let [first, second, _] = &labels;
    let joins = |range: &Range<usize>| {
        range.len() <= LONGEST
            && range.clone().any(|at| matches!(text.lower(at), "," | "and" | "while" | "with" | "versus"))
    };
    let split = labels.iter().any(|label| {
        label.clone().any(|at| {
            matches!(
                text.lower(at),
                "than" | "from" | "up" | "down" | "strongly" | "somewhat" | "both" | "also" | "among" | "either" | ";"
            )
        })
    });
    // "and 47% of the women oppose it" is of others.
    let of_others = [other, none].iter().any(|share| text.lower(share.end) == "of");
    if opposed && joins(first) && joins(second) && !split && !of_others {
        push(reading, shares, false);
    }
}

/// How far before the first share of a poll its word may stand, in tokens.
const POLLED: usize = 14;

/// "A poll put the Reds on 41%, the Blues on 38% and others on 12%": what all answers come to, each behind its name.
fn listed(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let ([one, .., last], true) = (shares, shares.len() >= 3) else { return };
    if !shares.iter().all(|share| is_single(reading, share)) {
        return;
    }
    let start = text.sentences.get(one.at.sentence as usize).map_or(one.first, |sentence| sentence.tokens.start);
    let lead = one.first.saturating_sub(POLLED).max(start)..one.first;
    let polled = lead.clone().any(|at| {
        matches!(text.lower(at), "poll" | "survey" | "vote" | "votes" | "gave" | "gives" | "puts" | "put" | "ballot")
    });
    let name = last.first - 1 - usize::from(matches!(text.lower(last.first - 1), "on" | "at" | "with" | "had"));
    let others = matches!(text.lower(name), "others" | "undecided" | "neither" | "none");
    let joined = shares.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        let gap = one.end..other.first;
        let starts = matches!(text.lower(gap.start), "," | "and" | ";");
        let plain = gap.clone().skip(1).all(|at| {
            text.kind(at) == TokenKind::Word && !matches!(text.lower(at), "up" | "down" | "from" | "than" | "of" | "in")
        });
        starts && plain && (2..=7).contains(&gap.len())
    });
    let closes = matches!(text.word(last.end), "." | ";" | "" | "," | ")");
    let split =
        lead.clone().any(|at| matches!(text.lower(at), "change" | "rise" | "fall" | "rose" | "fell" | "growth"));
    if polled && others && joined && closes && !split {
        push(reading, shares, false);
    }
}

/// Words between two candidates and their shares of one vote.
#[rustfmt::skip] // Words, a dozen a line.
const RIVALS: &[&str] = &[
    ",", "and", "the", "with", "on", "ahead", "of", "won", "got", "took", "received", "had", "followed", "by", "while", "to",
    "polled", "vote", "votes", "his", "her", "rival", "rivals", "who", "gained", "came", "second", "third", "trailed",
    "behind", ";",
];

/// "won 52% of the vote, ahead of Cole on 31% and Lund on 17%": each a name and its share.
fn candidates(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let ([one, .., last], true) = (shares, shares.len() >= 3) else { return };
    let of = text.lower(one.end) == "of" && text.lower(one.end + 1) == "the";
    let voted = of
        && matches!(text.lower(one.end + 2), "vote" | "votes")
        && shares.iter().all(|share| is_single(reading, share));
    let named =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let rival = |pair: &[Spot]| match pair {
        [one, other] => {
            let gap = one.end..other.first;
            (2..=LONGEST).contains(&gap.len())
                && gap.clone().any(named)
                && gap
                    .into_iter()
                    .all(|at| named(at) || RIVALS.contains(&text.lower(at)) || text.kind(at) == TokenKind::Possessive)
        }
        _ => false,
    };
    // "and Lund on 21% in Marren" is of another vote.
    let closes = text.kind(last.end) == TokenKind::Mark;
    let back = one.first.checked_sub(1).map_or("", |at| text.lower(at));
    let moved = matches!(back, "from" | "by" | "than" | "between" | "the" | "another");
    if voted && closes && !moved && shares.windows(2).all(rival) {
        push(reading, shares, false);
    }
}

/// Voters by party: nobody is registered with two.
const PARTIES: &[&[&str]] = &[
    &["republican", "republicans"],
    &["democrat", "democrats", "democratic"],
    &["independent", "independents", "unaffiliated", "other", "others", "else"],
];

/// "57% of its voters are Republicans, compared with 29% who are Democrats and 14% something else".
fn parties(reading: &mut Reading<'_>, shares: &[Spot]) {
    let text = reading.text;
    let [one, other, third] = shares else { return };
    if !shares.iter().all(|share| is_single(reading, share)) || other.first <= one.end || third.first <= other.end {
        return;
    }
    let labels = [one.end..other.first, other.end..third.first, third.end..third.end + 5];
    let mut seen: Vec<usize> = Vec::new();
    for label in &labels {
        let party = |at: usize| PARTIES.iter().position(|row| row.contains(&text.lower(at)));
        let until = label.clone().find(|&at| matches!(text.word(at), "." | ";" | "(" | "“")).unwrap_or(label.end);
        let mut told = (label.start..until).filter_map(|at| party(at).map(|party| (at, party)));
        let Some((at, party)) = told.next().filter(|_| label.len() <= LONGEST) else { return };
        // "60% of Democrats", "60% more": shares of the parties.
        let of_them = (label.start..at).any(|at| {
            matches!(
                text.lower(at),
                "among" | "than" | "more" | "to" | "said" | "say" | "support" | "approve" | "backed"
            )
        }) || matches!(text.lower(at - 1), "of" | "the");
        if of_them || seen.contains(&party) {
            return;
        }
        seen.push(party);
    }
    push(reading, shares, false);
}
