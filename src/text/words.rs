//! Words told apart by two numbers, and maps of them.
//!
//! Nearly all words have at most sixteen bytes and fit into two numbers. To compare two such words
//! is then to compare numbers, and to look one up reads no text but the word itself.

use super::lookup::{WHOLE, ends};
use rustc_hash::FxHashMap;
use std::hash::{Hash, Hasher};

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

    /// A number that differs for most words.
    pub(crate) fn mixed(self) -> u64 {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let head = (self.head ^ u64::from(self.length)).wrapping_mul(FACTOR);
        (head.rotate_left(23) ^ self.tail).wrapping_mul(FACTOR)
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.mixed());
    }
}

/// A map of words that the program knows.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    short: FxHashMap<Key, (&'static str, T)>,
    long: FxHashMap<&'static str, T>,
}

/// A set of words that the program knows.
pub(crate) type WordSet = WordMap<()>;

impl<T> WordMap<T> {
    /// Adds a word, or gives it another value.
    pub(crate) fn insert(&mut self, word: &'static str, value: T) {
        match Key::of(word) {
            Some(key) => drop(self.short.insert(key, (word, value))),
            None => drop(self.long.insert(word, value)),
        }
    }

    /// What is known of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        match Key::of(word) {
            Some(key) => self.short.get(&key).map(|(_, value)| value),
            None => self.long.get(word),
        }
    }

    /// Whether the word is in the map.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The words.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.short.values().map(|(word, _)| *word).chain(self.long.keys().copied())
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
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
        let mut keys: Vec<_> = map.keys().collect();
        keys.sort_unstable();
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        assert_eq!(keys, sorted);
        assert_eq!(Key::of("seventeen-byte-on"), None);
    }
}
