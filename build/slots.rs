//! The slots of a table that is looked up in place.

use crate::lookup::hash;
use std::error::Error;

/// The slots for these words and the places of their entries; place 0 is never an entry's.
pub(crate) fn slots<'a>(words: impl Iterator<Item = (&'a str, usize)>) -> Result<Vec<u8>, Box<dyn Error>> {
    let words: Vec<_> = words.collect();
    let size = (words.len() * 3 / 2).next_power_of_two();
    let mut slots = vec![0_u32; size];
    for (word, place) in words {
        let place = u32::try_from(place)?;
        if place == 0 || place >= 1 << 24 {
            return Err(format!("the entry of `{word}` does not fit a slot").into());
        }
        let hash = hash(word.as_bytes());
        let mut at = hash as usize & (size - 1);
        while slots.get(at).is_some_and(|slot| *slot != 0) {
            at = (at + 1) & (size - 1);
        }
        if let Some(slot) = slots.get_mut(at) {
            *slot = hash & 0xff00_0000 | place;
        }
    }
    Ok(slots.into_iter().flat_map(u32::to_le_bytes).collect())
}
