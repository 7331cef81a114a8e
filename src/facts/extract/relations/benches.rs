//! Seats told party by party beside the size of the chamber: "won 28 seats, the Tories 16 and the Greens six on the 50-seat
//! council".

use super::{Reading, Spot, Spots, counted, figure};
use crate::facts::extract::limits::{self, Bounds};
use crate::facts::extract::numeral;
use crate::facts::names::Hedge;
use crate::text::{Case, Text, TokenKind};

const CHAMBERS: &[&str] = &[
    "council",
    "chamber",
    "parliament",
    "assembly",
    "legislature",
    "senate",
    "house",
    "board",
    "knesset",
    "bundestag",
];

/// Words between two parties of a list.
#[rustfmt::skip] // Words, a dozen a line.
const BETWEEN: &[&str] = &[
    ",", "and", "the", "won", "got", "took", "has", "have", "had", "with", "for", "to", "others", "independents", "while",
    "seats", "on", "a", "holds", "hold",
];

/// More parties are not told in one sentence.
const MOST: usize = 12;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        let mut seats = sentence.filter_map(|at| spots.get(at)).filter(|spot| counted(reading, spot) == Some("seat"));
        let (Some(first), Some(size)) = (seats.next().copied(), seats.next().copied()) else { continue };
        if first.is_firm() && is_chamber(reading.text, &size) {
            benches(reading, &first, &size);
        }
    }
}

/// "50-seat council"
fn is_chamber(text: &Text<'_>, spot: &Spot) -> bool {
    let named = (spot.end..spot.end + 2).any(|at| CHAMBERS.contains(&text.lower(at)));
    text.word(spot.first + 1) == "-" && named
}

fn benches(reading: &mut Reading<'_>, first: &Spot, size: &Spot) {
    let text = reading.text;
    let exact = |spot: &Spot| figure(reading, spot).filter(|figure| figure.hedge == Hedge::Exactly)?.written;
    let (Some(mut sum), Some(all)) = (exact(first), exact(size)) else { return };
    // "the Tories 16" may look like a name, so that the words are read and no figures.
    let (mut at, mut parts, mut last) = (first.end, 1, first.end);
    while at < size.first {
        let number = numeral::read(text, at).filter(|number| number.first == at && number.end <= size.first);
        if let Some(number) = number.filter(|number| number.value.is_whole()) {
            let Some(more) = sum.plus(number.value) else { return };
            (sum, parts, at, last) = (more, parts + 1, number.end, number.end);
        } else if is_party(text, at) || at + 3 >= size.first && matches!(text.lower(at), "in" | "of" | "its" | "new") {
            at += 1;
        } else {
            return;
        }
    }
    if (2..=MOST).contains(&parts) {
        let (by, span) = (text.span(first.first, last - 1), size.at.span);
        limits::note(reading, "benches", (all, span), by, Bounds { least: Some(sum), most: None });
    }
}

/// A word of a name, or between two parties.
fn is_party(text: &Text<'_>, at: usize) -> bool {
    let named = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    named || BETWEEN.contains(&text.lower(at))
}
