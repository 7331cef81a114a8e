//! Entries of the lexicon, read in place.
//!
//! `build/lexicon.rs` says how the bytes of an entry are laid out and writes them.

use super::Classes;
use crate::text::lookup;

static SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.slots"));
static ENTRIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.entries"));

const NOUN: u8 = 1;
const VERB: u8 = 2;
const PLURAL: u8 = 4;
const COMPLETE: u8 = 8;
const NUMBER: u8 = 16;

/// One word of the lexicon.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    word: &'static [u8],
    /// All bytes after the word.
    rest: &'static [u8],
}

impl Entry {
    /// The entry of a word in lower case.
    pub(super) fn of(lower: &[u8]) -> Option<Self> {
        let place = lookup::find(SLOTS, lower, |place| Self::at(place).is_some_and(|entry| entry.word == lower))?;
        Self::at(place)
    }

    fn at(place: usize) -> Option<Self> {
        let (length, rest) = ENTRIES.get(place..)?.split_first()?;
        let (word, rest) = rest.split_at_checked(usize::from(*length))?;
        Some(Self { word, rest })
    }

    fn byte(self, at: usize) -> u8 {
        self.rest.get(at).copied().unwrap_or_default()
    }

    fn linked(self, at: usize) -> Option<Self> {
        let place = u32::from_le_bytes([self.byte(at), self.byte(at + 1), self.byte(at + 2), 0]);
        if place == 0 { None } else { Self::at(place as usize) }
    }

    /// The word itself.
    pub(super) fn word(self) -> &'static str {
        std::str::from_utf8(self.word).unwrap_or_default()
    }

    /// The classes that the word is of as it stands.
    pub(super) fn classes(self) -> Classes {
        Classes(u16::from_le_bytes([self.byte(0), self.byte(1)]))
    }

    /// The most frequent of them.
    pub(super) fn usual(self) -> Classes {
        if self.classes().is_empty() { Classes::default() } else { Classes(1 << (self.byte(2) & 15)) }
    }

    /// How frequent the word is as a noun.
    pub(super) fn as_noun(self) -> u8 {
        self.byte(3)
    }

    /// How frequent the word is as a verb.
    pub(super) fn as_verb(self) -> u8 {
        self.byte(4)
    }

    /// How frequent the word is as its usual class.
    pub(super) fn as_usual(self) -> u8 {
        (3..7).map(|at| self.byte(at)).max().unwrap_or_default()
    }

    /// Whether it is a noun in its base form.
    pub(super) fn is_noun(self) -> bool {
        self.byte(7) & NOUN != 0
    }

    /// Whether it is a verb in its base form.
    pub(super) fn is_verb(self) -> bool {
        self.byte(7) & VERB != 0
    }

    /// Whether it is, or may be, a plural.
    pub(super) fn is_plural(self) -> bool {
        self.byte(7) & PLURAL != 0
    }

    /// Whether its ending adds no class.
    pub(super) fn is_complete(self) -> bool {
        self.byte(7) & COMPLETE != 0
    }

    /// Whether its ending says nothing of its number.
    pub(super) fn has_number(self) -> bool {
        self.byte(7) & NUMBER != 0
    }

    /// The bits of the irregular verb forms that it is.
    pub(super) fn verb_forms(self) -> u8 {
        self.byte(8)
    }

    /// The singular of an irregular plural; the entry itself where its number is known.
    pub(super) fn noun(self) -> Option<Self> {
        self.linked(9)
    }

    /// The base of an irregular verb form.
    pub(super) fn verb(self) -> Option<Self> {
        self.linked(12)
    }

    /// The nodes of what it means as a noun.
    pub(super) fn kinds(self) -> impl Iterator<Item = u16> {
        let count = usize::from(self.byte(15));
        let (nodes, _) = self.rest.get(16..16 + 2 * count).unwrap_or_default().as_chunks::<2>();
        nodes.iter().map(|node| u16::from_le_bytes(*node))
    }
}
