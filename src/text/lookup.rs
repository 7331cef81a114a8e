//! Tables of words that are looked up in place, without reading them first.
//!
//! A table is a run of little-endian `u32` slots, a power of two of them. A filled slot holds the
//! place of an entry in its low 24 bits and part of the word's hash in its high 8, so that nearly
//! all words that are not in the table are known by the slots alone. The build script writes the
//! slots with the same [`hash`].

/// The hash that places a word among the slots.
pub(crate) fn hash(word: &[u8]) -> u32 {
    let (head, tail) = ends(word);
    let hash = (head ^ word.len() as u64).wrapping_mul(FACTOR);
    ((hash.rotate_left(23) ^ tail).wrapping_mul(FACTOR) >> 32) as u32
}

/// A word in two numbers, by which words of one length up to [`WHOLE`] are told apart.
///
/// The two overlap where the word is shorter than both, so that no byte is read alone.
pub(crate) fn ends(word: &[u8]) -> (u64, u64) {
    if let (Some(head), Some(tail)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        let mut head = u64::from_le_bytes(*head);
        if word.len() > WHOLE {
            let (chunks, _) = word.as_chunks::<8>();
            head = chunks
                .iter()
                .fold(0, |head: u64, chunk| (head.rotate_left(23) ^ u64::from_le_bytes(*chunk)).wrapping_mul(FACTOR));
        }
        (head, u64::from_le_bytes(*tail))
    } else if let (Some(head), Some(tail)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (u64::from(u32::from_le_bytes(*head)), u64::from(u32::from_le_bytes(*tail)))
    } else {
        (word.iter().fold(0, |head, byte| head << 8 | u64::from(*byte)), 0)
    }
}

/// The bytes of a word that [`ends`] holds whole.
pub(crate) const WHOLE: usize = 16;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The place of the entry for which `is_word` holds, among the slots.
#[allow(dead_code, reason = "the build script shares only the hash")]
pub(crate) fn find(slots: &[u8], word: &[u8], is_word: impl Fn(usize) -> bool) -> Option<usize> {
    let (slots, _) = slots.as_chunks::<4>();
    let mask = slots.len().checked_sub(1)?;
    let hash = hash(word);
    let first = hash as usize & mask;
    for step in 0..slots.len() {
        let slot = u32::from_le_bytes(*slots.get((first + step) & mask)?);
        if slot == 0 {
            return None;
        }
        let place = (slot & 0x00ff_ffff) as usize;
        if slot >> 24 == hash >> 24 && is_word(place) {
            return Some(place);
        }
    }
    None
}
