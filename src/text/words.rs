//! Words told apart by two numbers, and maps of them.
//!
//! Nearly all words have at most sixteen bytes and fit into two numbers. To compare two such words
//! is then to compare numbers, and to look one up reads no text but the word itself.

use super::lookup::{WHOLE, ends};
use rustc_hash::FxHashMap;

/// A word of at most sixteen bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    head: u64,
    tail: u64,
    length: u8,
}

impl Key {
    /// The key of a word; none if it is too long for one.
    pub(crate) fn of(word: &str) -> Option<Self> {
        if word.len() > WHOLE {
            return None;
        }
        let (head, tail) = ends(word.as_bytes());
        Some(Self { head, tail, length: word.len() as u8 })
    }

    fn hash(self) -> u32 {
        (self.mixed() >> 32) as u32
    }

    /// A number that differs for most words.
    pub(crate) fn mixed(self) -> u64 {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let head = (self.head ^ u64::from(self.length)).wrapping_mul(FACTOR);
        (head.rotate_left(23) ^ self.tail).wrapping_mul(FACTOR)
    }
}

/// A map of words that the program knows.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    /// A power of two of slots, at most half of them filled: part of a word's hash in the high 8 bits, in the others
    /// the number of its entry, from one. Nearly all words that are not in the map are known by the slots alone.
    slots: Vec<u32>,
    entries: Vec<(Key, &'static str, T)>,
    long: FxHashMap<&'static str, T>,
}

/// A set of words that the program knows.
pub(crate) type WordSet = WordMap<()>;

/// The bits of a slot that number an entry.
const ENTRY: u32 = 0x00ff_ffff;

impl<T> WordMap<T> {
    /// Adds a word, or gives it another value.
    pub(crate) fn insert(&mut self, word: &'static str, value: T) {
        let Some(key) = Key::of(word) else {
            self.long.insert(word, value);
            return;
        };
        if let Some(entry) = self.find(key).and_then(|entry| self.entries.get_mut(entry)) {
            entry.2 = value;
            return;
        }
        self.entries.push((key, word, value));
        if 2 * self.entries.len() > self.slots.len() {
            self.slots = vec![0; (4 * self.entries.len()).next_power_of_two()];
            for number in 1..=self.entries.len() {
                self.place(number);
            }
        } else {
            self.place(self.entries.len());
        }
    }

    /// All words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|(_, word, _)| *word).chain(self.long.keys().copied())
    }

    /// Fills a slot for an entry.
    fn place(&mut self, number: usize) {
        let Some((key, ..)) = self.entries.get(number - 1) else { return };
        let hash = key.hash();
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|&slot| slot != 0) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = hash & !ENTRY | number as u32;
        }
    }

    /// The index of the entry of a word.
    fn find(&self, key: Key) -> Option<usize> {
        let hash = key.hash();
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            let entry = (slot & ENTRY) as usize - 1;
            if (slot ^ hash) & !ENTRY == 0 && self.entries.get(entry)?.0 == key {
                return Some(entry);
            }
            at = (at + 1) & mask;
        }
    }

    /// What is known of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        match Key::of(word) {
            Some(key) => self.entries.get(self.find(key)?).map(|(.., value)| value),
            None => self.long.get(word),
        }
    }

    /// Whether the word is in the map.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The words.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().map(|(_, word, _)| *word).chain(self.long.keys().copied())
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), entries: Vec::new(), long: FxHashMap::default() }
    }
}

impl<T> Extend<(&'static str, T)> for WordMap<T> {
    fn extend<I: IntoIterator<Item = (&'static str, T)>>(&mut self, words: I) {
        words.into_iter().for_each(|(word, value)| self.insert(word, value));
    }
}

impl<T> FromIterator<(&'static str, T)> for WordMap<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(words: I) -> Self {
        let mut map = Self::default();
        map.extend(words);
        map
    }
}

impl FromIterator<&'static str> for WordSet {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, WordMap};

    #[test]
    fn words_are_told_apart() {
        let words = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "aab",
            "aba",
            "abcd",
            "abcde",
            "bcdea",
            "abcdabcd",
            "abcdabce",
            "aabcdabcd",
            "sixteen-byte-one",
            "sixteen-byte-two",
            "seventeen-byte-on",
            "seventeen-byte-tw",
        ];
        let map: WordMap<usize> = words.iter().copied().zip(0..).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(map.get(word), Some(&number), "{word}");
            assert!(!map.contains(&format!("{word}?")), "{word}");
        }
        let mut twice = map;
        twice.insert("abcd", 100);
        assert_eq!(twice.get("abcd"), Some(&100));
        assert_eq!(twice.get("abcde"), Some(&8));
        assert_eq!(WordMap::<usize>::default().get("abcd"), None);
        let mut keys: Vec<_> = twice.keys().collect();
        keys.sort_unstable();
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        assert_eq!(keys, sorted);
        assert_eq!(Key::of("seventeen-byte-on"), None);
    }
}
