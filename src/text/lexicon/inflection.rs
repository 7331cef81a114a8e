//! Regular endings, undone: plural to singular, verb form to base form.

use super::entry::Entry;
use super::{Classes, VerbForms};
use std::borrow::Cow;

/// Longer words are left as they are.
const LONGEST: usize = 40;

/// A word with its ending undone, not yet known to exist.
#[derive(Clone, Copy)]
struct Stem<'a> {
    /// What stays of the word.
    kept: &'a str,
    /// What is put back.
    ending: &'static str,
}

impl Stem<'_> {
    /// The entry of the stem.
    fn entry(self) -> Option<Entry> {
        let mut buffer = [0; LONGEST];
        let length = self.kept.len() + self.ending.len();
        let bytes = self.kept.bytes().chain(self.ending.bytes());
        let word = buffer.get_mut(..length)?;
        for (to, from) in word.iter_mut().zip(bytes) {
            *to = from;
        }
        Entry::of(word)
    }
}

/// The singular that a regular plural is made of, where the lexicon knows it.
pub(super) fn regular_singular(lower: &str, own: Option<Entry>) -> Option<Entry> {
    let found = match (lower.strip_suffix('s'), lower.strip_suffix("men")) {
        (Some(kept), _) => without_s(kept)?,
        (None, Some(kept)) => noun(Stem { kept, ending: "man" })?,
        (None, None) => return None,
    };
    let doubtful = lower.len() <= 4 || ["us", "is", "men"].iter().any(|ending| lower.ends_with(ending));
    let itself = own.filter(|own| doubtful && own.is_noun());
    if itself.is_some_and(|own| own.as_noun() >= found.as_noun()) { None } else { Some(found) }
}

fn noun(stem: Stem<'_>) -> Option<Entry> {
    if stem.kept.len() < 2 { None } else { stem.entry().filter(|entry| entry.is_noun()) }
}

/// The noun to which `s` was put.
fn without_s(kept: &str) -> Option<Entry> {
    if kept.ends_with('s') {
        return None;
    }
    let plain = noun(Stem { kept, ending: "" });
    let shorter = kept.strip_suffix('e').and_then(|kept| match kept.strip_suffix(['i', 'v']) {
        Some(stem) if kept.ends_with('i') => noun(Stem { kept: stem, ending: "y" }),
        Some(stem) if plain.is_none() && verb(Stem { kept: stem, ending: "ve" }).is_none() => {
            noun(Stem { kept: stem, ending: "f" })
        }
        None if kept.ends_with(['s', 'x', 'z', 'h', 'o']) => noun(Stem { kept, ending: "" }),
        _ => None,
    });
    match (plain, shorter) {
        (Some(plain), Some(shorter)) if shorter.as_noun() > plain.as_noun() => Some(shorter),
        (plain, shorter) => plain.or(shorter),
    }
}

/// The singular of a noun that the lexicon does not know.
pub(super) fn guessed_singular(lower: &str) -> Cow<'_, str> {
    let long = lower.len() > 3 && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    if !long || !lower.ends_with('s') || ["ss", "us", "is"].iter().any(|ending| lower.ends_with(ending)) {
        if let Some(kept) = lower.strip_suffix("women").or_else(|| lower.strip_suffix("smen")) {
            let ending = if lower.ends_with("women") { "woman" } else { "sman" };
            return Cow::Owned(format!("{kept}{ending}"));
        }
        return Cow::Borrowed(lower);
    }
    if let Some(kept) = lower.strip_suffix("ies").filter(|kept| kept.len() > 1) {
        return Cow::Owned(format!("{kept}y"));
    }
    let sibilant = ["sses", "xes", "tzes", "zzes", "ches", "shes"].iter().any(|ending| lower.ends_with(ending));
    let cut = if sibilant { 2 } else { 1 };
    Cow::Borrowed(lower.get(..lower.len() - cut).unwrap_or(lower))
}

/// The base that a regular verb form is made of, and the forms that it then is.
pub(super) fn regular_verb(lower: &str) -> Option<(Entry, VerbForms)> {
    if let Some(entry) = third_person(lower) {
        return Some((entry, VerbForms::THIRD_PERSON));
    }
    if let Some(kept) = lower.strip_suffix("ied").filter(|kept| kept.len() > 1)
        && let Some(entry) = verb(Stem { kept, ending: "y" })
    {
        return Some((entry, VerbForms::PAST.or(VerbForms::PARTICIPLE)));
    }
    if let Some(kept) = lower.strip_suffix("ed") {
        return Some((suffixed(kept)?, VerbForms::PAST.or(VerbForms::PARTICIPLE)));
    }
    Some((suffixed(lower.strip_suffix("ing")?)?, VerbForms::GERUND))
}

fn verb(stem: Stem<'_>) -> Option<Entry> {
    stem.entry().filter(|entry| entry.is_verb())
}

fn third_person(lower: &str) -> Option<Entry> {
    let kept = lower.strip_suffix('s').filter(|kept| kept.len() > 1 && !kept.ends_with('s'))?;
    let plain = verb(Stem { kept, ending: "" });
    let other = kept.strip_suffix('e').and_then(|kept| match kept.strip_suffix('i') {
        Some(kept) if kept.len() > 1 => verb(Stem { kept, ending: "y" }),
        _ if kept.ends_with(['s', 'x', 'z', 'h', 'o']) => verb(Stem { kept, ending: "" }),
        _ => None,
    });
    plain.into_iter().chain(other).max_by_key(|entry| entry.as_verb())
}

/// The verb that `-ed` or `-ing` was put to: as it is, without its last `e`, or with its last consonant doubled.
fn suffixed(kept: &str) -> Option<Entry> {
    if kept.len() < 2 {
        return None;
    }
    let plain = verb(Stem { kept, ending: "" });
    let silent = verb(Stem { kept, ending: "e" });
    let found = match (plain, silent) {
        // "hoped" is of "hope", since "hop" would double its consonant.
        (Some(plain), Some(silent)) if would_double(kept) || silent.as_verb() > plain.as_verb() => Some(silent),
        (Some(plain), _) => Some(plain),
        (None, silent) => silent,
    };
    found.or_else(|| {
        let mut last = kept.chars().rev();
        let (one, two) = (last.next()?, last.next()?);
        let kept = kept.get(..kept.len() - one.len_utf8())?;
        if one == two { verb(Stem { kept, ending: "" }) } else { None }
    })
}

/// Whether a stem of one syllable ends in one vowel and one consonant.
fn would_double(stem: &str) -> bool {
    let is_vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut bytes = stem.bytes().rev();
    let (Some(last), Some(before)) = (bytes.next(), bytes.next()) else { return false };
    !is_vowel(&last) && !matches!(last, b'w' | b'x') && is_vowel(&before) && !bytes.any(|byte| is_vowel(&byte))
}

/// Whether it is an adjective with `-er` or `-est`.
fn is_compared(lower: &str) -> bool {
    let Some(kept) = lower.strip_suffix("er").or_else(|| lower.strip_suffix("est")) else { return false };
    let is_adjective =
        |kept, ending| Stem { kept, ending }.entry().is_some_and(|entry| entry.classes().has(Classes::ADJECTIVE));
    let undoubled = kept.get(..kept.len().saturating_sub(1)).unwrap_or_default();
    kept.len() > 1
        && (is_adjective(kept, "")
            || is_adjective(kept, "e")
            || kept.ends_with('i') && is_adjective(undoubled, "y")
            || undoubled.ends_with(kept.get(undoubled.len()..).unwrap_or_default()) && is_adjective(undoubled, ""))
}

/// What regular endings make of a word.
#[derive(Clone, Copy)]
pub(super) struct Added {
    /// The classes that they add.
    pub(super) classes: Classes,
    /// How frequent the word is as the noun that it then is.
    pub(super) as_noun: u8,
    /// How frequent the word is as the verb that it then is.
    pub(super) as_verb: u8,
}

/// What regular endings add to a word; `verb` is its [`regular_verb`].
pub(super) fn by_ending(lower: &str, own: Option<Entry>, verb: Option<(Entry, VerbForms)>) -> Added {
    let noun = regular_singular(lower, own).map(Entry::as_noun);
    let verb = verb.map(|(entry, _)| entry.as_verb());
    let mut classes = Classes::default();
    if noun.is_some() {
        classes = classes.or(Classes::NOUN);
    }
    if verb.is_some() {
        classes = classes.or(Classes::VERB);
    }
    if own.is_none() && is_compared(lower) {
        classes = classes.or(Classes::ADJECTIVE);
    }
    Added { classes, as_noun: noun.unwrap_or_default(), as_verb: verb.unwrap_or_default() }
}
