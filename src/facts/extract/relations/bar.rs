//! A bar and what is held against it: "above the £500 threshold, at £450", "with 64%, it fell short of the 60% needed".

use super::change::ends;
use super::{Reading, Spot, SpotKind, Spots, figure};
use crate::facts::extract::limits::{self, Bounds};
use crate::facts::model::{At, of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// What a figure may be held against.
#[rustfmt::skip] // Words, a dozen a line.
const BARS: &[&str] = &[
    "threshold", "limit", "target", "cap", "ceiling", "minimum", "maximum", "quota", "goal", "needed", "required",
    "requirement", "hurdle", "cutoff",
];

#[rustfmt::skip] // Words, a dozen a line.
const ABOVE: &[&str] = &[
    "above", "over", "beyond", "exceeded", "exceeds", "exceed", "exceeding", "surpassed", "surpasses", "surpassing",
    "topped", "topping", "passed", "passing", "cleared", "clearing",
];

const BELOW: &[&str] = &["below", "under", "short", "shy"];

/// Words by which nothing is told to be above or below.
#[rustfmt::skip] // Words, a dozen a line.
const DENIED: &[&str] = &[
    "not", "n’t", "n't", "never", "no", "without", "if", "until", "unless", "failed", "fails", "avoid", "would", "may",
    "might", "should", "could", "can", "cannot", "or", "nor", "whether", "than", "from", "to", "nothing", "nowhere",
    "rather", "only", "much", "far",
];

/// How something stands to the bar, beside the word for it.
const BESIDE: &[&str] = &[
    "just",
    "well",
    "far",
    "still",
    "slightly",
    "comfortably",
    "narrowly",
    "easily",
    "some",
    "way",
    "falling",
    "fell",
    "coming",
    "already",
    "remains",
    "remained",
];

/// Before a figure that is a step and no level.
const STEP: &[&str] =
    &["by", "another", "extra", "than", "from", "additional", "every", "each", "per", "further", "up", "down"];

/// The most tokens between the word and the bar, and between the bar and what is held against it.
const REACH: usize = 6;

/// More changes of one sentence are not looked at.
const MANY: usize = 20;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let Some(bar) = bar(reading, spots, index) else { continue };
            let next = spots.get(index + 1).filter(|_| index + 1 < sentence.end);
            let before = index.checked_sub(1).filter(|&at| at >= sentence.start).and_then(|at| spots.get(at));
            let held = next
                .filter(|held| follows(reading.text, &bar, held))
                .or_else(|| before.filter(|held| leads(reading.text, &bar, held)));
            if let Some(held) = held.copied() {
                note(reading, &bar, &held);
            }
        }
        for index in sentence.clone().skip(1) {
            let (Some(one), Some(to)) = (spots.get(index - 1).copied(), spots.get(index).copied()) else { continue };
            if let Some(bar) = crossed(reading.text, &one, &to) {
                note(reading, &bar, &to);
            }
        }
    }
}

/// A bar with the words around it.
struct Bar {
    spot: Spot,
    above: bool,
    /// The word that says on which side something is.
    word: usize,
    /// One past the last word of the bar.
    end: usize,
}

/// "above the £500 threshold", "short of the 60% needed to pass", "exceeding its limit of 50".
fn bar(reading: &Reading<'_>, spots: &Spots, index: usize) -> Option<Bar> {
    let text = reading.text;
    let spot = *spots.get(index)?;
    let word = |at: usize| text.kind(at) == TokenKind::Word;
    let named = (spot.end..spot.end + 3).take_while(|&at| word(at)).find(|&at| is_bar(text, at));
    let noun = spot.first.checked_sub(2).filter(|&noun| text.lower(noun + 1) == "of" && is_bar(text, noun));
    let (from, end) = match (named, noun) {
        (Some(last), _) if spot.is_firm() || last == spot.end => (spot.first, last + 1),
        (None, Some(noun)) if spot.is_firm() => (noun, spot.end),
        (Some(_) | None, _) => return None,
    };
    let side = |at: usize| ABOVE.contains(&text.lower(at)) || BELOW.contains(&text.lower(at));
    let plain = |&at: &usize| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !matches!(text.lower(at), "and" | "or" | "but")
    };
    let word = (from.saturating_sub(REACH)..from).rev().take_while(plain).find(|&at| side(at))?;
    let above = ABOVE.contains(&text.lower(word));
    let short = matches!(text.lower(word), "short" | "shy");
    if short && text.lower(word + 1) != "of" || above && matches!(text.lower(word + 1), "from" | "to") {
        return None;
    }
    let denied = (word.saturating_sub(4)..word).any(|at| DENIED.contains(&text.lower(at)));
    // "the 50-vote threshold" counts votes, with its noun behind it.
    let spot = Spot { at: At { certainty: Certainty::Likely, ..spot.at }, ..spot };
    (!denied).then_some(Bar { spot, above, word, end })
}

/// "threshold", "the pass mark"
fn is_bar(text: &Text<'_>, at: usize) -> bool {
    let pass = || at.checked_sub(1).is_some_and(|before| text.lower(before) == "pass");
    BARS.contains(&text.lower(at)) || text.lower(at) == "mark" && pass()
}

/// Verbs by which a level is crossed upwards and downwards, and those that tell then how far.
#[rustfmt::skip] // Words, a dozen a line.
const RISES: &[&str] = &[
    "rose", "rise", "rises", "rising", "risen", "climbed", "climbs", "climbing", "jumped", "soared", "surged", "pushed", "moved",
    "broke", "went", "gone",
];
#[rustfmt::skip] // Words, a dozen a line.
const FALLS: &[&str] = &[
    "fell", "fall", "falls", "falling", "fallen", "dropped", "drops", "dropping", "slipped", "sank", "dipped", "slid",
    "tumbled", "plunged", "went", "gone",
];
const HIGH: &[&str] = &["peaking", "reaching", "hitting", "climbing", "rising", "topping"];
const LOW: &[&str] = &["falling", "reaching", "hitting", "sinking", "dropping", "slipping", "bottoming"];

/// "fell below £2 to £1.94", "rose above 4 metres, peaking at 4.3 metres".
fn crossed(text: &Text<'_>, one: &Spot, to: &Spot) -> Option<Bar> {
    // "below £2" is a figure with its hedge, "below the £2 mark" is not.
    let hedged = matches!(text.lower(one.first), "above" | "past" | "over" | "below" | "under");
    let word = if hedged { one.first } else { one.first.checked_sub(1)? };
    let word = word - usize::from(text.lower(word) == "the" && word > 0);
    let above = match text.lower(word) {
        "above" | "past" | "over" => true,
        "below" | "under" => false,
        _ => return None,
    };
    let verbs = if above { RISES } else { FALLS };
    let verb = (word.saturating_sub(3)..word).rev().find(|&at| verbs.contains(&text.lower(at)))?;
    let denied = (verb.saturating_sub(4)..word).any(|at| DENIED.contains(&text.lower(at)));
    let named = matches!(text.lower(one.end), "mark" | "level" | "barrier");
    let from = one.end + usize::from(named);
    let gap: Vec<&str> = (from..to.first.max(from)).map(|at| text.lower(at)).collect();
    let far = if above { HIGH } else { LOW };
    let told = match gap.as_slice() {
        ["to"] => true,
        [",", verb] | [",", verb, "at" | "to"] => far.contains(verb),
        _ => false,
    };
    let closes = text.kind(to.end) == TokenKind::Mark && !matches!(text.word(to.end), "-" | "–" | "/" | "%")
        || matches!(text.lower(to.end), "in" | "on" | "by" | "at" | "after" | "early" | "late" | "as" | "before" | "");
    (one.is_firm() && !denied && told && closes).then_some(Bar { spot: *one, above, word, end: one.end })
}

/// ", at £450", "needed to pass, with just 64%."
fn follows(text: &Text<'_>, bar: &Bar, held: &Spot) -> bool {
    let mut link = held.first.saturating_sub(1);
    link -= usize::from(matches!(text.lower(link), "just" | "only" | "about"));
    let Some(mark) = link.checked_sub(1).filter(|&mark| mark >= bar.end && mark - bar.end <= REACH) else {
        return false;
    };
    let plain = |at: usize| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !matches!(text.lower(at), "and" | "but" | "or")
    };
    let led = matches!(text.lower(link), "at" | "with") && matches!(text.word(mark), "," | "–" | "—" | "(");
    let voted = text.lower(held.end) == "of"
        && (held.end + 2..held.end + 4).any(|at| matches!(text.lower(at), "vote" | "votes"));
    let closes = text.kind(held.end) == TokenKind::Mark && !matches!(text.word(held.end), "-" | "%" | "/");
    led && (bar.end..mark).all(plain) && (closes || voted)
}

/// "64%, short of", "With 64%, the motion fell short of", "the fee of £450 is above".
fn leads(text: &Text<'_>, bar: &Bar, held: &Spot) -> bool {
    let Some(gap) = bar.word.checked_sub(held.end).filter(|&gap| gap <= 2 * REACH) else { return false };
    let back = |n: usize| held.first.checked_sub(n).map_or("", |at| text.lower(at));
    if STEP.contains(&back(1)) || held.end == bar.word {
        return false;
    }
    let word = |at: usize| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive);
    let beside = (held.end..bar.word).rev().take_while(|&at| BESIDE.contains(&text.lower(at))).count();
    let link = bar.word - beside - 1;
    if link < held.end {
        return false;
    }
    let joins = |at: usize| matches!(text.lower(at), "and" | "but" | "while" | "which" | "that" | "when" | "as");
    let said = (held.end..link).all(|at| word(at) && !joins(at));
    let marked = text.word(link) == "," && link - held.end <= 4;
    let of = matches!(text.lower(link), "is" | "was" | "were" | "are") && back(1) == "of" && gap <= 4;
    let opens = matches!(back(1), "at" | "with") && text.word(held.end) == ",";
    let opened = opens && (held.end + 1..bar.word).all(|at| word(at) && !joins(at));
    // "42, above the limit, and …" tells of the first; a list of figures does not.
    (marked || of) && said || opened
}

fn note(reading: &mut Reading<'_>, bar: &Bar, held: &Spot) {
    let plain = |spot: &Spot| {
        spot.is_firm()
            && figure(reading, spot).is_some_and(|figure| {
                let edge = spot.first == bar.word && matches!(figure.hedge, Hedge::Over | Hedge::Under);
                (edge || figure.hedge == Hedge::Exactly) && figure.written.is_some()
            })
    };
    let per = |spot: &Spot| match spot.kind {
        SpotKind::Money => reading.facts.moneys.get(spot.index as usize).is_some_and(|money| money.per.is_some()),
        SpotKind::Count => reading.facts.counts.get(spot.index as usize).is_some_and(|count| count.per.is_some()),
        SpotKind::Number | SpotKind::Measure | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    // "the 60 votes needed, with 50 ballots": of other things.
    let one_kind = bar.spot.kind == held.kind
        || held.kind == SpotKind::Number
        || bar.spot.kind == SpotKind::Number && held.kind == SpotKind::Count;
    if !plain(&bar.spot) || !plain(held) || per(&bar.spot) != per(held) || !one_kind {
        return;
    }
    let Some((level, told)) = ends(reading, &bar.spot, held) else { return };
    // "38%, below the 40% limit" is read as a fall already.
    if !level.value.interval.meets(told.value.interval) && is_change(reading, &bar.spot, held) {
        return;
    }
    let edge = level.value.interval;
    let edge = if bar.spot.first != bar.word {
        edge.middle()
    } else if bar.above {
        edge.low.number()
    } else {
        edge.high.number()
    };
    let (Some(level), Some(told)) = (edge, told.value.interval.middle()) else { return };
    let bounds =
        if bar.above { Bounds { least: Some(level), most: None } } else { Bounds { least: None, most: Some(level) } };
    let by = reading.text.span(bar.word, bar.end - 1);
    limits::note(reading, "bar", (told, held.at.span), by, bounds);
}

/// Whether two figures are the ends of a change already.
pub(super) fn is_change(reading: &Reading<'_>, one: &Spot, other: &Spot) -> bool {
    let both = one.at.span.to(other.at.span);
    of_sentence(&reading.facts.changes, one.at.sentence).iter().take(MANY).any(|change| change.at.span.contains(both))
}
