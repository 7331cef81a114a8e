//! Whom a "he" or "she" that opens a sentence means, where only one person can be meant: in the news of a death, and
//! right after the sentence that tells of a birth.

use super::naming::is_kin;
use super::{Reading, passing};
use crate::facts::names::Certainty;
use crate::text::{Case, Sentence, Text, TokenKind, lexicon};

/// How many sentences back the name may stand.
const BACK: usize = 5;

/// How far into an article its first lines reach, which tell of a death if it is the news of one.
const TOP: usize = 12;

/// The person that the pronoun at a token stands for.
pub(super) fn stands_for(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let own = text.lower(at);
    let other = match own {
        "he" => ["she", "her", "hers", "herself"],
        "she" => ["he", "his", "him", "himself"],
        _ => return None,
    };
    let number = text.sentence_at(text.token(at)?.span.start);
    let opens =
        text.sentences.get(number)?.tokens.start == at || is_led_by_birth(text, text.sentences.get(number)?, at);
    if !opens {
        return None;
    }
    for back in 1..=BACK {
        let before = number.checked_sub(back)?;
        let sentence = text.sentences.get(before)?;
        let dies = sentence.tokens.clone().any(|at| passing::is_death(text.lower(at)));
        if sentence.tokens.clone().any(|at| {
            is_kin(text.lower(at)) || other.contains(&text.lower(at)) || !dies && is_another(text, at, sentence)
        }) {
            return None;
        }
        match named(reading, before) {
            Named::One(person) => {
                let told = back == 1 && is_born(reading, person, before) || is_mourned(reading, person);
                return told.then_some(person);
            }
            Named::Several => return None,
            Named::Nobody => {}
        }
    }
    None
}

/// "wrote of a queen", "his rival": a word for somebody who may be meant as well; an apposition, "Lee, a teacher,", is none.
fn is_another(text: &Text<'_>, at: usize, sentence: &Sentence) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= sentence.tokens.start) else { return false };
    let small = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
    let led = matches!(text.lower(before), "a" | "an" | "the" | "his" | "her" | "another" | "this" | "that");
    let apposed = before > sentence.tokens.start && text.word(before - 1) == ",";
    let was = before > sentence.tokens.start && text.lower(before - 1) == "was";
    small && led && !apposed && !was && lexicon::is_a_kind_of(&lexicon::singular(text.lower(at)), "person")
}

/// "Born in 1922, she": the pronoun after the comma.
fn is_led_by_birth(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    let first = sentence.tokens.start;
    text.word(first) == "Born" && at < first + 14 && text.lower(at.wrapping_sub(1)) == ","
}

/// Whom a sentence names.
enum Named {
    Nobody,
    One(usize),
    /// Two, or one who may be another.
    Several,
}

/// The one person that a sentence names, if it names any.
fn named(reading: &Reading<'_>, sentence: usize) -> Named {
    let people = &reading.facts.people;
    let first = people.partition_point(|person| (person.at.sentence as usize) < sentence);
    let mut named = people.iter().enumerate().skip(first);
    let mut named = named.by_ref().take_while(|(_, person)| person.at.sentence as usize == sentence);
    let Some((index, person)) = named.next() else { return Named::Nobody };
    let plain = person.at.certainty != Certainty::Weak && !person.ambiguous && !person.at.quoted;
    let alone = named.all(|(_, other)| other.name.key == person.name.key);
    if plain && alone { Named::One(index) } else { Named::Several }
}

/// Whether the sentence tells when the person was born.
fn is_born(reading: &Reading<'_>, person: usize, sentence: usize) -> bool {
    let births = reading.facts.births.iter().rev().take(2);
    births.filter(|birth| birth.at.sentence as usize == sentence).any(|birth| is_same(reading, birth.person, person))
}

/// Whether the first lines of the article tell that the person has died.
fn is_mourned(reading: &Reading<'_>, person: usize) -> bool {
    let text = reading.text;
    text.sentences.iter().take(TOP).any(|sentence| {
        let verb = sentence.tokens.clone().find(|&at| passing::is_death(text.lower(at)));
        let dead = verb.and_then(|verb| passing::named_subject(reading, sentence, verb));
        dead.is_some_and(|dead| is_same(reading, dead as u32, person))
    })
}

fn is_same(reading: &Reading<'_>, one: u32, other: usize) -> bool {
    let key = |at: usize| reading.facts.people.get(at).map(|person| &person.name.key);
    key(one as usize) == key(other)
}
