//! The numerals that were read last.
//!
//! Ages, times and figures each ask what number begins at a token, some of them from several sides. Each thread keeps the
//! answers for the tokens that it asked about last; that there is no number is an answer too.

use super::Numeral;
use crate::text::Text;
use std::cell::Cell;

/// How many answers are kept, as a power of two: more than the figures of a story lie apart.
const BITS: u32 = 10;

/// An answer, with the number of its text and the token.
type Slot = Cell<(u64, usize, Option<Numeral>)>;

thread_local! {
    /// The answer for a token has one slot, which it takes from the one before. No text has the number 0.
    static SLOTS: Box<[Slot]> = vec![Cell::new((0, 0, None)); 1 << BITS].into();
}

/// The numeral that begins at a token; `read` finds it where it was not asked for lately.
pub(super) fn known(text: &Text<'_>, at: usize, read: impl Fn() -> Option<Numeral>) -> Option<Numeral> {
    SLOTS.with(|slots| {
        let Some(slot) = slots.get(at & ((1 << BITS) - 1)) else { return read() };
        let (number, token, kept) = slot.get();
        if (number, token) == (text.number(), at) {
            return kept;
        }
        let found = read();
        slot.set((text.number(), at, found));
        found
    })
}
