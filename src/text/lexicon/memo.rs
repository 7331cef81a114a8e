//! What was asked of the lexicon last.
//!
//! News is made of the same words again and again, and the class of an inflected word takes several
//! look-ups far apart in the table. Each thread keeps the answers for some thousand words.

use super::{Classes, VerbForms};
use crate::text::words::Key;
use std::cell::Cell;

/// What the lexicon says of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// All classes that it can be of.
    pub(crate) classes: Classes,
    /// The class that it is most often of.
    pub(crate) usual: Classes,
    /// The forms of a verb that it can be.
    pub(crate) forms: VerbForms,
}

/// How many words are kept, as a power of two: half a megabyte a thread holds seven of eight words.
const BITS: u32 = 14;

thread_local! {
    /// Each word has one slot, which it takes from the word before. The empty word is known to be nothing.
    static SLOTS: Box<[Cell<(Key, Known)>]> = vec![Cell::default(); 1 << BITS].into();
}

/// What is known of a word; `look_up` finds it where it was not asked for lately.
pub(super) fn known(lower: &str, look_up: impl Fn(&str) -> Known) -> Known {
    let Some(key) = Key::of(lower) else { return look_up(lower) };
    let at = (key.mixed() >> (u64::BITS - BITS)) as usize;
    SLOTS.with(|slots| {
        let Some(slot) = slots.get(at) else { return look_up(lower) };
        let (kept, known) = slot.get();
        if kept == key {
            return known;
        }
        let known = look_up(lower);
        slot.set((key, known));
        known
    })
}
