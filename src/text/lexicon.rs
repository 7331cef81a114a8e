//! Word classes, lemmas, kinds of nouns, and their number.

use std::borrow::Cow;

/// The classes that a word can be of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u8);

impl Classes {
    /// A noun.
    pub const NOUN: Self = Self(1);
    /// A verb.
    pub const VERB: Self = Self(2);
    /// An adjective.
    pub const ADJECTIVE: Self = Self(4);
    /// An adverb.
    pub const ADVERB: Self = Self(8);

    /// Whether all classes of `other` are among these.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the word is not in the lexicon.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// All classes of a word form in lower case ("computers" is a noun as "computer" is).
pub fn classes(_lower: &str) -> Classes {
    Classes::default()
}

/// The class that a word form is most often of.
pub fn usual_class(_lower: &str) -> Classes {
    Classes::default()
}

/// The singular of a noun in lower case; itself where it is one.
pub fn singular(lower: &str) -> Cow<'_, str> {
    Cow::Borrowed(lower)
}

/// The base form of a verb in lower case.
pub fn verb_base(lower: &str) -> Cow<'_, str> {
    Cow::Borrowed(lower)
}

/// Whether a singular noun is the other or a kind of it ("nurse" of "person").
pub fn is_a_kind_of(noun: &str, kind: &str) -> bool {
    noun == kind
}
