//! Two figures that a word compares: "3.1%, up from 3.4%", "200,000 is 50 per cent lower than the 300,000 of May".

use super::amount::Amount;
use super::ends::{ends, is_aside, is_per_share, past_per_share};
use super::words::{breaks_clause, fills_lead, follows_figure, leads_to_amount, than};
use super::{Reading, Spot, SpotKind, Spots, direction_of};
use crate::facts::names::Direction;
use crate::text::{Text, TokenKind, lexicon};
use std::ops::Range;

/// What is compared.
#[derive(Debug)]
pub(super) struct Compared {
    /// What it is compared with.
    pub(super) from: Spot,
    /// What is compared.
    pub(super) to: Spot,
    /// By how much, and which way.
    pub(super) amount: Amount,
}

/// A comparison whose second figure is the spot `index`.
pub(super) fn read(reading: &Reading<'_>, spots: &Spots, index: usize, sentence: Range<usize>) -> Option<Compared> {
    let text = reading.text;
    let from = spots.get(index)?;
    let before = index.checked_sub(1).filter(|&at| at >= sentence.start).and_then(|at| spots.get(at));
    let link = up_from(text, from)
        .or_else(|| than_the(text, from))
        .or_else(|| increase_on(text, from, before))
        .or_else(|| increase_over(text, from, before))
        .or_else(|| down_from_a(text, from, before))
        .or_else(|| up_on_last(text, from, before))?;
    // "up 5% from", "50 per cent lower than": the figure beside the word says by how much.
    let by = before.filter(|spot| {
        let lower_than = spot.end == link.word;
        let up_by = spot.first > link.word
            && spot.end == link.joint
            && (link.word + 1..spot.first)
                .all(|at| leads_to_amount(text.lower(at)) || direction_of(text.lower(at)).is_some());
        lower_than || up_by
    });
    // "seven times higher than the 80 allowed" is a multiple.
    if matches!(text.lower(link.word.wrapping_sub(1)), "times" | "fold" | "much" | "half") {
        return None;
    }
    // "£20 more than the £50 of last year" gives no more than the difference.
    let begin = by.map_or(link.word, |by| by.first.min(link.word));
    let until = sentence.end;
    let to = only(reading, spots, sentence, index, begin, from)?;
    let moved = text.lower(link.joint) == "from";
    let aside = past_per_share(text, to.end).map(|past| past + usize::from(text.lower(past) == ","));
    if !reaches(text, aside.unwrap_or(to.end)..begin)
        || goes_on(text, from.end)
        || moved && super::apart::are_of_two_things(reading, &to, from, begin)
    {
        return None;
    }
    let amount = match by {
        Some(by) if by.kind == SpotKind::Percent => Amount { by: Some(*by), ..Amount::default() },
        Some(by) if by.kind == SpotKind::Ratio => return None,
        Some(by) => Amount { difference: Some(*by), ..Amount::default() },
        // "up from £435m a year ago, an increase of 32 percent".
        None => {
            let told = super::amount::after(text, spots, from.end, until);
            let told = if told.is_known() { told } else { fallen_to(text, spots, &to, from, link.direction) };
            Amount { way: None, ..told }
        }
    };
    Some(Compared { from: *from, to, amount: Amount { way: Some((link.word, link.direction)), ..amount } })
}

/// "fell 12% to £205m, down from £233m": the percentage before the end, where the base is of the year before.
fn fallen_to(text: &Text<'_>, spots: &Spots, to: &Spot, from: &Spot, direction: Direction) -> Amount {
    let by = spots.index_from(text, to.first).checked_sub(1).and_then(|at| spots.get(at));
    let Some(by) = by.filter(|by| by.kind == SpotKind::Percent && by.at.sentence == to.at.sentence) else {
        return Amount::default();
    };
    let word = by.first.saturating_sub(1);
    let word = word - usize::from(text.lower(word) == "by");
    let falls = direction_of(text.lower(word)) == Some(direction);
    let gap = by.end..to.first;
    let leads = !gap.is_empty()
        && gap.clone().any(|at| text.lower(at) == "to")
        && gap.clone().all(|at| matches!(text.lower(at), "," | "to") || fills_lead(text.lower(at)));
    // Where the base is of the month before, the percentage may be over a year.
    let end = from.end..from.end + YEAR;
    let closes = matches!(text.word(from.end), "." | "," | ";" | "");
    let yearly = end.take_while(|&at| text.kind(at) != TokenKind::Mark).any(|at| {
        matches!(text.lower(at), "year" | "earlier" | "ago")
            || text.kind(at) == TokenKind::Number && text.word(at).len() == 4
    });
    if falls && leads && (closes || yearly) { Amount { by: Some(*by), ..Amount::default() } } else { Amount::default() }
}

/// How many words may say of which year a base is.
const YEAR: usize = 6;

/// "taller than the 245 metres planned were meant to be", "than the 350 that were planned would have been": the
/// figure opens a clause of its own.
fn goes_on(text: &Text<'_>, from: usize) -> bool {
    let near = (from..from + CLAUSE).take_while(|&at| text.kind(at) == TokenKind::Word);
    near.into_iter().any(|at| {
        let before = text.lower(at.wrapping_sub(1));
        match text.lower(at) {
            "would" | "could" | "might" | "should" => true,
            "was" | "were" | "is" | "are" => {
                !matches!(before, "that" | "which" | "who" | "what" | "it" | "he" | "she" | "they" | "we" | "there")
            }
            _ => false,
        }
    })
}

/// How far after a figure the verb of its clause may stand, in tokens.
const CLAUSE: usize = 14;

/// The word that compares.
struct Link {
    word: usize,
    /// "from" or "than".
    joint: usize,
    direction: Direction,
}

/// "up from 3.4%", "down 5% from".
fn up_from(text: &Text<'_>, from: &Spot) -> Option<Link> {
    let joint = before_fillers(text, from).filter(|&at| text.lower(at) == "from")?;
    for word in (joint.saturating_sub(6)..joint).rev() {
        match text.lower(word) {
            "up" => return Some(Link { word, joint, direction: Direction::Up }),
            "down" => return Some(Link { word, joint, direction: Direction::Down }),
            "," | "and" | "to" | "from" => return None,
            // "a rise of 12% from £40m"
            noun if text.lower(word + 1) == "of" && text.word(joint - 1) != "of" => {
                if let Some(direction) = direction_of(noun) {
                    return Some(Link { word, joint, direction });
                }
            }
            _ => {}
        }
    }
    None
}

/// "a surplus of £12m, down from a surplus of £15m": the same noun leads to both.
fn down_from_a(text: &Text<'_>, from: &Spot, before: Option<&Spot>) -> Option<Link> {
    let of = |spot: &Spot| spot.first.checked_sub(2).filter(|&noun| text.lower(noun + 1) == "of");
    let (noun, other) = (of(from)?, of(before?)?);
    if text.lower(noun) != text.lower(other) || text.kind(noun) != TokenKind::Word {
        return None;
    }
    let article = noun.checked_sub(1).filter(|&at| matches!(text.lower(at), "a" | "an" | "its" | "the"));
    let joint = article.unwrap_or(noun).checked_sub(1).filter(|&at| text.lower(at) == "from")?;
    let word = joint.checked_sub(1)?;
    let direction = match text.lower(word) {
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => return None,
    };
    Some(Link { word, joint, direction })
}

/// "29%, up 3% on last month's 26%".
fn up_on_last(text: &Text<'_>, from: &Spot, before: Option<&Spot>) -> Option<Link> {
    let by = before.filter(|by| by.first >= 2)?;
    let (joint, word) = (by.end, by.first - 1);
    let whose = joint + 1..from.first;
    let last = text.lower(joint) == "on"
        && text.lower(whose.start) == "last"
        && whose.len() == 3
        && text.kind(whose.end - 1) == TokenKind::Possessive;
    let direction = match text.lower(word) {
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => return None,
    };
    (last && text.word(word - 1) == ",").then_some(Link { word, joint, direction })
}

/// "is an increase of 10 per cent on the 366 of last year".
fn increase_on(text: &Text<'_>, from: &Spot, before: Option<&Spot>) -> Option<Link> {
    let joint = from.first.checked_sub(2).filter(|&at| matches!(text.lower(at), "from" | "on" | "over"))?;
    let by = before.filter(|by| by.end == joint && text.lower(joint + 1) == "the")?;
    let word = by.first.checked_sub(2).filter(|&at| text.lower(at + 1) == "of")?;
    let is = word.checked_sub(2).map_or("", |at| text.lower(at));
    let direction = direction_of(text.lower(word)).filter(|_| matches!(is, "is" | "are" | "was" | "were"))?;
    Some(Link { word: word - 2, joint, direction })
}

/// ", a 32 percent increase over the 435 of last year", "— a 32% rise from 435 in 2017".
fn increase_over(text: &Text<'_>, from: &Spot, before: Option<&Spot>) -> Option<Link> {
    let joint = before_fillers(text, from).filter(|&at| matches!(text.lower(at), "from" | "on" | "over"))?;
    let by = before.filter(|by| by.kind == SpotKind::Percent && by.end + 1 == joint)?;
    let direction = direction_of(text.lower(by.end)).filter(|_| follows_figure(text.lower(by.end)))?;
    let article = by.first.checked_sub(1).filter(|&at| matches!(text.lower(at), "a" | "an"))?;
    let apart = matches!(text.lower(article.checked_sub(1)?), "," | "—" | "–" | "--" | "was" | "is" | "were" | "are");
    apart.then_some(Link { word: by.end, joint, direction })
}

/// "higher than last year’s 3.4%", "lower than the earlier estimate of 300,000", "above the 42.1C of 2019".
fn than_the(text: &Text<'_>, from: &Spot) -> Option<Link> {
    let mut at = from.first;
    let mut pointed = false;
    for _ in 0..6 {
        at = at.checked_sub(1)?;
        let word = text.lower(at);
        if word == "than" {
            let word = at.checked_sub(1)?;
            let direction = than(text.lower(word)).filter(|_| !matches!(text.lower(word), "above" | "below"))?;
            return pointed.then_some(Link { word, joint: at, direction });
        }
        if matches!(word, "above" | "below" | "surpassing" | "exceeding" | "topping") {
            let direction = if word == "below" { Direction::Down } else { Direction::Up };
            let stood = matches!(text.lower(at.checked_sub(1)?), "," | "—" | "–");
            return (pointed && stood).then_some(Link { word: at, joint: at, direction });
        }
        pointed |= matches!(word, "the" | "its" | "their" | "last") || text.kind(at) == TokenKind::Possessive;
        let plain = matches!(text.kind(at), TokenKind::Possessive | TokenKind::Number)
            || text.kind(at) == TokenKind::Word && !breaks_clause(word) && direction_of(word).is_none();
        // "more than half the 30 of last year" compares with a part of them.
        let of_part =
            matches!(word, "half" | "twice" | "double" | "triple" | "third" | "thirds" | "quarter" | "quarters");
        if !plain || of_part || matches!(word, "and" | "or" | "by" | "in" | "at" | "for" | "with") {
            return None;
        }
    }
    None
}

fn before_fillers(text: &Text<'_>, spot: &Spot) -> Option<usize> {
    let mut at = spot.first.checked_sub(1)?;
    while matches!(text.lower(at), "a" | "an" | "the" | "just" | "only" | "record" | "some") {
        at = at.checked_sub(1)?;
    }
    Some(at)
}

/// The one figure of the sentence so far that can be meant: of two, either might be.
fn only(
    reading: &Reading<'_>,
    spots: &Spots,
    sentence: Range<usize>,
    index: usize,
    begin: usize,
    from: &Spot,
) -> Option<Spot> {
    if let Some(beside) = beside(reading, spots, index, begin, from) {
        return Some(beside);
    }
    let mut found: Option<Spot> = None;
    // What stands before a semicolon is another clause.
    let floor = spots.get(sentence.start)?.first;
    let floor = (floor..begin).rev().take(CLAUSE_LONG).find(|&at| reading.text.word(at) == ";").unwrap_or(floor);
    for spot in (sentence.start..index).rev().filter_map(|at| spots.get(at)) {
        if spot.first < floor {
            break;
        }
        if spot.end > begin || ends(reading, from, spot).is_none() {
            continue;
        }
        match found {
            // "51 of 340 rooms" holds "340 rooms".
            Some(_) => return None,
            // "$422m, or $6.44 a share, up from $387m"
            None if is_per_share(reading.text, spot) && !is_for_each(reading, from) => {}
            None if is_aside(reading.text, spot) => return None,
            None => found = Some(*spot),
        }
    }
    found
}

/// How far back a semicolon is looked for, in tokens.
const CLAUSE_LONG: usize = 60;

/// "were at 40%, down from 37%": the percentage or sum right before the comma, whatever else the sentence tells.
fn beside(reading: &Reading<'_>, spots: &Spots, index: usize, begin: usize, from: &Spot) -> Option<Spot> {
    let text = reading.text;
    let spot = spots.get(index.checked_sub(1)?)?;
    let apart = spot.end + 1 == begin && text.word(spot.end) == "," && spot.at.sentence == from.at.sentence;
    let alike = spot.kind == from.kind && matches!(spot.kind, SpotKind::Percent | SpotKind::Money);
    // "45% to 40%, up from 42%" and "£5m of its £20m, down from £9m" may go back to the first.
    let before = spot.first.checked_sub(1).map_or("", |at| text.lower(at));
    let one_of_two = index
        .checked_sub(2)
        .and_then(|at| spots.get(at))
        .is_some_and(|other| other.at.sentence == spot.at.sentence && other.end + PAIRED > spot.first);
    let plain =
        matches!(before, "at" | "to" | "of" | "was" | "were" | "is" | "are" | "stood" | "hit" | "reached" | "about");
    (apart && alike && plain && !one_of_two && ends(reading, from, spot).is_some()).then_some(*spot)
}

/// How near a figure before it may be the one that is meant, in tokens.
const PAIRED: usize = 4;

fn is_for_each(reading: &Reading<'_>, spot: &Spot) -> bool {
    let money = reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money);
    money.is_none_or(|money| money.per.is_some())
}

/// Whether the words from the figure to the comparison keep to it: no other clause, and no other thing that it
/// may be said of.
fn reaches(text: &Text<'_>, gap: Range<usize>) -> bool {
    let commas = gap.clone().filter(|&at| text.lower(at) == ",").count();
    gap.len() <= 12
        && commas <= 1
        && gap.clone().all(|at| {
            let word = text.lower(at);
            let verb = text.kind(at) == TokenKind::Word
                && lexicon::usual_class(word) == lexicon::Classes::VERB
                && !matches!(word, "is" | "was" | "were" | "are" | "stood");
            let stop = breaks_clause(word) || matches!(word, "and" | "or" | "." | "to" | "from" | "which" | "who");
            !stop && !verb
        })
}
