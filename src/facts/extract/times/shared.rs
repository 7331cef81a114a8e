//! Lengths that share the unit of a last one: "30, 60 or 90 days", "terms of 5 and 10 years", "5- and 10-year bonds".

use super::amount::Amount;
use super::words::{self, Unit, is, is_dash};
use super::{Item, Reader};
use crate::facts::exact::Exact;
use crate::facts::extract::label;
use crate::facts::extract::lexemes::lexeme;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// More lengths than any such list has.
const LONGEST: usize = 7;

/// The unit that ends a list of numbers.
struct Last {
    unit: Unit,
    /// How many numbers follow the first.
    more: usize,
}

impl Reader<'_> {
    /// The first of several numbers that share the unit of the last.
    ///
    /// They may be of something else ("after stage 3 and 5 hours later"), so that each is weak; what does not
    /// rise, or rises far, is no list.
    pub(super) fn shared(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let first = small(text, at)?;
        let hangs = is_hanging(text, first.end);
        past_joiner(text, first.end + usize::from(hangs))?;
        let last = self.last_of(&first, hangs)?;
        // A pair of bare numbers needs a word that only lengths or places follow.
        let led = matches!(
            words::before(text, at),
            "of" | "for" | "after" | "at" | "within" | "in" | "every" | "to" | "lasting" | "lasted" | "last" | "served"
        );
        if last.more < 2 && !hangs && !led && !self.goes_on(at) || label::is_label(words::before(text, at)) {
            return None;
        }
        let count = Some(first.value);
        let end = first.end;
        let amount = Amount::new(count, Interval::exactly(first.value), last.unit, (at, end), first.span);
        let amount = Amount { style: first.style, certainty: Certainty::Weak, ..amount };
        Some(amount.item())
    }

    /// Whether the length before this number shares its unit.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let end = self.last_shared;
        let hanging = usize::from(is_hanging(self.text, end));
        end > 0 && end < at && past_joiner(self.text, end + hanging) == Some(at)
    }

    fn last_of(&self, first: &Numeral, hangs: bool) -> Option<Last> {
        let text = self.text;
        let mut before = *first;
        for more in 1..LONGEST {
            let here = before.end + usize::from(hangs);
            let at = past_joiner(text, here)?;
            let next = small(text, at).filter(|next| next.value > before.value)?;
            let glued = is_dash(text, next.end) && text.glued(next.end);
            let noun = next.end + usize::from(glued);
            if let Some((unit, plural)) = words::unit(text, noun) {
                let closed = matches!(text.lower(at - 1), "and" | "or" | "to");
                let fits = if hangs { glued } else { plural && !glued && closed };
                // "5 or 10 years" is a range.
                let pair = more > 1 || is(text, at - 1, "and") || hangs || self.goes_on(first.first);
                let far = Exact::whole(30).times(first.value).is_none_or(|far| next.value > far);
                let old = matches!(text.lower(noun + 1), "old" | "olds")
                    || is_dash(text, noun + 1) && matches!(text.lower(noun + 2), "old" | "olds");
                let long = unit != Unit::Quarter && (unit != Unit::Second || plural);
                return (fits && pair && !far && !old && long).then_some(Last { unit, more });
            }
            if is_hanging(text, next.end) != hangs {
                return None;
            }
            before = next;
        }
        None
    }
}

/// A whole or decimal number that counts units of time.
fn small(text: &Text<'_>, at: usize) -> Option<Numeral> {
    let plain = text.kind(at) != TokenKind::Number || text.word(at).len() < 4;
    let numeral = numeral::read(text, at).filter(|_| plain)?;
    (!numeral.fraction && numeral.style.scale == 0 && numeral.value > Exact::ZERO).then_some(numeral)
}

/// Whether a hyphen with nothing behind it follows the number: "5- and 10-year".
fn is_hanging(text: &Text<'_>, at: usize) -> bool {
    is_dash(text, at) && text.glued(at) && (!text.glued(at + 1) || is(text, at + 1, ","))
}

/// One past ",", "and", ", or" before the next number.
fn past_joiner(text: &Text<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(is(text, at, ",") && !text.glued(at + 1));
    let word = usize::from(matches!(text.lower(at + comma), "and" | "or"));
    let next = at + comma + word;
    let number = text.kind(next) == TokenKind::Number || lexeme(text.lower(next)).is_some();
    (comma + word > 0 && number).then_some(next)
}
