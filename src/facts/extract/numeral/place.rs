//! Places in words: "third", "twenty-first", "two hundred and fiftieth", and the parts named after them.

use crate::facts::exact::Exact;
use crate::facts::extract::lexemes::{Lexeme, Number, Words};

/// A place in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts::extract) struct Place {
    /// The place, or what the parts are parts of.
    pub(in crate::facts::extract) value: Exact,
    /// One past its last token.
    pub(in crate::facts::extract) end: usize,
    /// "fifths" are parts and no place.
    pub(in crate::facts::extract) number: Number,
}

/// More words than any place has.
const LONGEST: usize = 12;

/// Reads the place that begins with the token `at`.
pub(in crate::facts::extract) fn read(words: Words<'_, '_>, at: usize) -> Option<Place> {
    let mut total = Exact::ZERO;
    let mut group = Exact::ZERO;
    // What is added next has to lie below this: "twenty" leaves room for nine, "seven" for nothing.
    let mut room = u32::MAX;
    let mut next = at;
    for _ in 0..LONGEST {
        let add = |n: u32| group.plus(Exact::whole(i128::from(n)));
        let scaled = |power: u8| group.max(Exact::ONE).times(Exact::power_of_ten(i32::from(power))?);
        let tens = room == 10;
        let done = |value: Option<Exact>, number| Some(Place { value: total.plus(value?)?, end: next + 1, number });
        match words.lexeme(next) {
            Some(Lexeme::Unit(n @ 1..) | Lexeme::Teen(n)) if u32::from(n) < room => {
                group = add(u32::from(n))?;
                room = 0;
            }
            Some(Lexeme::Tens(n)) if u32::from(n) < room => {
                group = add(u32::from(n))?;
                room = 10;
            }
            Some(Lexeme::Hundred) if group < Exact::whole(100) => {
                group = scaled(2)?;
                room = 100;
            }
            Some(Lexeme::Scale(power)) => {
                total = total.plus(scaled(power)?)?;
                group = Exact::ZERO;
                room = 1000;
            }
            Some(Lexeme::Place(n)) if u32::from(n) < room => return done(add(u32::from(n)), Number::Singular),
            Some(Lexeme::Part(n, number)) if n < room && !matches!(words.lower(next), "quarter" | "quarters") => {
                return done(add(n), number);
            }
            Some(Lexeme::ScalePlace(power, number)) => return done(scaled(power), number),
            None if tens && words.lower(next) == "firsts" => return done(add(1), Number::Plural),
            None if tens && words.lower(next) == "seconds" && words.is_inner_hyphen(next - 1) => {
                return done(add(2), Number::Plural);
            }
            _ => return None,
        }
        next += 1;
        next = if room == 10 { words.past_dash(next) } else { words.past_hyphen(next) };
        if room >= 100 && words.lower(next) == "and" {
            next = words.past_hyphen(next + 1);
        }
    }
    None
}
