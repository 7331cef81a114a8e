//! How many died: "more than 100 died", "killed 93 people", "the toll of 93".

use super::{Reading, Spot, SpotKind, Spots, counted, figure};
use crate::facts::model::Toll;
use crate::text::{Case, Text, TokenKind, lexicon};

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for spot in spots.all.iter().filter(|spot| spot.is_firm()) {
        let stated =
            spot.kind == SpotKind::Number && is_toll(reading.text, spot.first) && !is_placed(reading.text, spot);
        if !(stated || is_of_dead(reading.text, spot)) || !is_of_people(reading, spot) {
            continue;
        }
        let Some(figure) = figure(reading, spot).filter(|figure| figure.written.is_some()).cloned() else { continue };
        let at = spot.at;
        reading.facts.tolls.push(Toll { at, figure, stated });
    }
}

/// Whether it counts people: "93", "93 people", "93 miners".
fn is_of_people(reading: &Reading<'_>, spot: &Spot) -> bool {
    match spot.kind {
        SpotKind::Number => true,
        SpotKind::Count => counted(reading, spot)
            .is_some_and(|noun| matches!(noun, "person" | "people") || lexicon::is_a_kind_of(noun, "person")),
        SpotKind::Measure | SpotKind::Money | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    }
}

/// "more than 100 died", "100 people were killed", "killed 100 people".
fn is_of_dead(text: &Text<'_>, spot: &Spot) -> bool {
    let after = |n: usize| text.lower(spot.end + n);
    let died = |word: &str| matches!(word, "died" | "perished");
    let killed = |word: &str| matches!(word, "killed" | "dead");
    let before = spot.first.checked_sub(1).map_or("", |at| text.lower(at));
    // "a mother of three died": the three are her children.
    let parent = before == "of" && spot.first.checked_sub(2).is_some_and(|at| is_parent(text.lower(at)));
    if parent {
        return false;
    }
    died(after(0))
        || matches!(after(0), "have" | "had") && (died(after(1)) || after(1) == "been" && killed(after(2)))
        || matches!(after(0), "were" | "are") && killed(after(1))
        || matches!(before, "killed" | "killing" | "kills")
}

fn is_parent(noun: &str) -> bool {
    matches!(noun, "mother" | "father" | "mum" | "mom" | "dad" | "parent" | "widow" | "widower")
        || noun.contains("grand")
}

/// Whether the toll is that of a place or a time of its own: "the toll of 93 in Oster", "of 29 at the hotel", "in the
/// desert the toll was 12".
fn is_placed(text: &Text<'_>, spot: &Spot) -> bool {
    let end = spot.end;
    let named = text.token(end + 1).is_some_and(|token| token.case != Case::Lower || token.kind == TokenKind::Number);
    let opening =
        text.sentences.get(spot.at.sentence as usize).map_or("", |sentence| text.lower(sentence.tokens.start));
    matches!(text.lower(end), "on" | "of" | "for") && named
        || matches!(text.lower(end), "in" | "at" | "from" | "among")
        || matches!(opening, "in" | "at" | "on" | "among" | "across" | "elsewhere" | "nearby")
}

/// "the toll of 93", "the death toll stands at 93": no toll "rose from 93".
fn is_toll(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let toll = match back(1) {
        "of" | "is" | "was" | "," => 2,
        "at" if matches!(back(2), "stands" | "stood") => 3,
        _ => return false,
    };
    let the = toll + 1 + usize::from(back(toll + 1) == "death");
    back(toll) == "toll" && matches!(back(the), "the" | "its")
}
