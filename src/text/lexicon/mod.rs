//! Word classes, lemmas, kinds of nouns, and their number.
//!
//! The words are WordNet's with corrections for news; the tables are under `tables/` and are laid
//! out by the build script so that nothing is read at start-up.

mod entry;
mod inflection;
mod kinds;
mod memo;
#[cfg(test)]
mod tests;

use entry::Entry;
use inflection::Added;
pub(crate) use memo::Known;
use std::borrow::Cow;

/// The classes that a word can be of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u16);

impl Classes {
    /// A noun.
    pub const NOUN: Self = Self(1);
    /// A verb.
    pub const VERB: Self = Self(2);
    /// An adjective.
    pub const ADJECTIVE: Self = Self(4);
    /// An adverb.
    pub const ADVERB: Self = Self(8);
    /// A preposition.
    pub const PREPOSITION: Self = Self(16);
    /// An article or another word that opens a noun phrase: "the", "each", "their".
    pub const DETERMINER: Self = Self(32);
    /// A pronoun.
    pub const PRONOUN: Self = Self(64);
    /// A conjunction.
    pub const CONJUNCTION: Self = Self(128);
    /// A modal or auxiliary verb: "will", "has", "didn't".
    pub const AUXILIARY: Self = Self(256);
    /// A number word: "seven", "thousand".
    pub const NUMERAL: Self = Self(512);
    /// An interjection.
    pub const INTERJECTION: Self = Self(1024);

    /// Whether all classes of `other` are among these.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether one of the classes of `other` is among these.
    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word is not in the lexicon.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The forms of a verb that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbForms(u8);

impl VerbForms {
    /// The base form: "infect".
    pub const BASE: Self = Self(1);
    /// The third person of the present: "infects".
    pub const THIRD_PERSON: Self = Self(2);
    /// The past: "infected", "took".
    pub const PAST: Self = Self(4);
    /// The past participle: "infected", "taken".
    pub const PARTICIPLE: Self = Self(8);
    /// The form on `-ing`.
    pub const GERUND: Self = Self(16);

    /// Whether all forms of `other` are among these.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The forms of both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word is no form of a verb that the lexicon knows.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What the tables say of a word form in lower case.
fn look_up(lower: &str) -> Known {
    let own = Entry::of(lower.as_bytes());
    let complete = own.filter(|own| own.is_complete());
    let irregular = complete.is_some_and(|own| own.verb().is_some());
    let regular = if irregular { None } else { inflection::regular_verb(lower) };
    let forms = verb_forms(own, regular);
    if let Some(own) = complete {
        return Known { classes: own.classes(), usual: own.usual(), forms };
    }
    let added = inflection::by_ending(lower, own, regular);
    Known { classes: all_classes(own, added.classes), usual: most_frequent(own, added), forms }
}

/// All that is known of a word form in lower case, for those who ask for more than one thing.
pub(crate) fn known(lower: &str) -> Known {
    memo::known(lower, look_up)
}

/// All classes of a word form in lower case ("computers" is a noun as "computer" is).
pub fn classes(lower: &str) -> Classes {
    known(lower).classes
}

/// The class that a word form is most often of.
pub fn usual_class(lower: &str) -> Classes {
    known(lower).usual
}

/// The forms of a verb that a word in lower case can be.
pub fn verb_form(lower: &str) -> VerbForms {
    known(lower).forms
}

/// The classes that a word has itself or by its ending.
fn all_classes(own: Option<Entry>, added: Classes) -> Classes {
    let Some(entry) = own else { return added };
    let mut classes = entry.classes().or(added);
    if entry.noun().is_some_and(Entry::is_noun) {
        classes = classes.or(Classes::NOUN);
    }
    if entry.verb().is_some() {
        classes = classes.or(Classes::VERB);
    }
    classes
}

/// The class that a word is most often of, with what its ending adds.
fn most_frequent(entry: Option<Entry>, added: Added) -> Classes {
    let linked_noun = entry.and_then(Entry::noun).filter(|noun| noun.is_noun());
    let linked_verb = entry.and_then(Entry::verb);
    let noun = linked_noun.map_or(added.as_noun, Entry::as_noun);
    let verb = linked_verb.map_or(added.as_verb, Entry::as_verb);
    let has_noun = added.classes.has(Classes::NOUN) || linked_noun.is_some();
    let has_verb = added.classes.has(Classes::VERB) || linked_verb.is_some();
    let own = entry.filter(|entry| !entry.classes().is_empty());
    let own_frequency = own.map_or(0, Entry::as_usual);
    // A verb spreads over more forms than a noun does, and both are counted by their base form.
    let verb = verb.saturating_sub(INFLECTED_VERB);
    if has_verb && (!has_noun || verb > noun) && (own.is_none() || verb >= own_frequency) {
        return Classes::VERB;
    }
    if has_noun && (own.is_none() || noun >= own_frequency) {
        return Classes::NOUN;
    }
    own.map_or(added.classes, Entry::usual)
}

/// One form of a verb is about a third of all (sixteen times the binary logarithm).
const INFLECTED_VERB: u8 = 24;

/// The singular of a noun in lower case; itself where it is one, or is no noun.
pub fn singular(lower: &str) -> Cow<'_, str> {
    let own = Entry::of(lower.as_bytes());
    if let Some(noun) = own.filter(|own| own.has_number()).and_then(Entry::noun) {
        return Cow::Borrowed(noun.word());
    }
    if let Some(entry) = inflection::regular_singular(lower, own) {
        return Cow::Borrowed(entry.word());
    }
    if own.is_some() { Cow::Borrowed(lower) } else { inflection::guessed_singular(lower) }
}

/// Whether a noun in lower case is a plural, or may be one ("aircraft").
pub fn is_plural(lower: &str) -> bool {
    match Entry::of(lower.as_bytes()) {
        Some(own) if own.has_number() => own.is_plural(),
        own @ Some(_) => inflection::regular_singular(lower, own).is_some(),
        None => singular(lower) != lower,
    }
}

/// The base form of a verb in lower case; the word itself where it is no form of a known verb.
pub fn verb_base(lower: &str) -> Cow<'_, str> {
    let own = Entry::of(lower.as_bytes());
    if let Some(base) = own.and_then(Entry::verb) {
        return Cow::Borrowed(base.word());
    }
    if own.is_some_and(Entry::is_verb) {
        return Cow::Borrowed(lower);
    }
    inflection::regular_verb(lower).map_or(Cow::Borrowed(lower), |(base, _)| Cow::Borrowed(base.word()))
}

/// The forms of a verb that a word can be, with what its ending makes it.
fn verb_forms(own: Option<Entry>, regular: Option<(Entry, VerbForms)>) -> VerbForms {
    let mut forms = own.map_or(VerbForms::default(), |own| VerbForms(own.verb_forms()));
    if own.is_some_and(Entry::is_verb) {
        forms = forms.or(VerbForms::BASE);
    }
    if own.and_then(Entry::verb).is_some() {
        return forms;
    }
    match regular {
        Some((base, regular)) if own.is_none_or(|own| !own.is_verb() || own.as_verb() < base.as_verb()) => {
            forms.or(regular)
        }
        _ => forms,
    }
}

/// Whether a singular noun is the other or a kind of it ("nurse" of "person").
pub fn is_a_kind_of(noun: &str, kind: &str) -> bool {
    noun == kind
        || match (Entry::of(noun.as_bytes()), Entry::of(kind.as_bytes())) {
            (Some(noun), Some(kind)) => kinds::is_below(noun, kind),
            _ => false,
        }
}
