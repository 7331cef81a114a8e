//! Roman numerals whose letters stand in no order that they can have: "Super Bowl IIX", "World War IIII".

use super::Misprint;
use crate::facts::extract::Reading;
use crate::facts::extract::triggers::Trigger;
use crate::text::{Case, Text, Token, TokenKind};

/// What is numbered so.
const NUMBERED: &[&str] = &["bowl", "war", "olympiad", "wrestlemania", "chapter", "volume", "part", "article", "act"];

/// Who has a name with such a number.
const RULERS: &[&str] = &["pope", "king", "queen", "emperor", "empress", "tsar", "czar", "kaiser", "prince"];

/// What the letters are worth, and whether one may stand before the next ones to be taken from them.
const WORTH: &[(&str, u32)] = &[
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// Whether a word in capitals has only letters of such numerals; two of them are often initials.
pub(in super::super) fn begins(word: &str, case: Case) -> bool {
    case == Case::Upper && word.len() > 2 && word != "LLC" && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Finds the numerals.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Misprint> {
    let text = reading.text;
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::MARKS) {
        next = at + 1;
        let numeral = text.token(at).is_some_and(|token: &Token| token.kind == TokenKind::Word);
        if numeral && !text.glued(at) && is_numbered(text, at) && !is_written_so(text.word(at)) {
            found.push((at - 1, at + 1, "letters that no Roman numeral has in this order"));
        }
    }
    found
}

/// Whether the word before it is numbered: "Super Bowl", "King George".
fn is_numbered(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let named = at.checked_sub(1).and_then(|at| text.token(at)).is_some_and(|token| token.case == Case::Title);
    named && (NUMBERED.contains(&back(1)) || RULERS.contains(&back(2)))
}

/// Whether the letters are how some number is written.
fn is_written_so(word: &str) -> bool {
    let (mut rest, mut before, mut again) = (word, u32::MAX, 0);
    while !rest.is_empty() {
        let Some((letters, worth)) = WORTH.iter().find(|(letters, _)| rest.starts_with(letters)) else { return false };
        again = if *worth == before { again + 1 } else { 1 };
        // "XXX" repeats, "VV" and "IXIX" do not; nothing is added to what a letter was taken from.
        let repeats = letters.len() == 1 && matches!(*letters, "I" | "X" | "C" | "M");
        let taken = matches!((before, *worth), (9 | 4, _) | (90 | 40, 10..));
        if *worth > before || again > if repeats { 3 } else { 1 } || taken {
            return false;
        }
        before = *worth;
        rest = rest.get(letters.len()..).unwrap_or_default();
    }
    true
}
