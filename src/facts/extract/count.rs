//! The noun that a number counts: "150 different countries", "300 of its 2,000 workers".

use super::numeral;
use crate::facts::model::Noun;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind, lexicon};

use lexicon::Classes;

/// A counted noun with the token after it.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The noun.
    pub(super) noun: Noun,
    /// One past its head.
    pub(super) end: usize,
    /// How sure it is that this is what the number counts.
    pub(super) certainty: Certainty,
}

/// The classes of words that end a noun phrase.
const CLOSED: Classes = Classes::PREPOSITION
    .or(Classes::DETERMINER)
    .or(Classes::PRONOUN)
    .or(Classes::CONJUNCTION)
    .or(Classes::AUXILIARY)
    .or(Classes::NUMERAL);

/// How many tokens may stand between a number and the noun that it counts.
const REACH: usize = 7;

/// The noun after a number that ends before the token `at`.
///
/// `one` says that the number is one, so that the noun is singular.
pub(super) fn after(text: &Text<'_>, at: usize, one: bool) -> Option<Counted> {
    if text.lower(at) == "of" {
        return partitive(text, at + 1);
    }
    if matches!(text.word(at), "-" | "‑") && text.glued(at) {
        return compound(text, at + 1);
    }
    phrase(text, at, one)
}

/// "of its 2,000 workers", "of the men": what a part is taken of.
pub(super) fn partitive(text: &Text<'_>, mut at: usize) -> Option<Counted> {
    for _ in 0..3 {
        match text.lower(at) {
            "the" | "its" | "his" | "her" | "their" | "our" | "my" | "your" | "these" | "those" | "all" | "this"
            | "that" | "some" | "such" | "about" | "nearly" | "more" | "than" | "over" | "every" | "each" | "both" => {
                at += 1;
            }
            "a" | "an" => {
                let counted = phrase(text, at + 1, true)?;
                return Some(counted);
            }
            _ => break,
        }
    }
    // "Airbnb's earliest investments": whose they are goes before.
    let mut owner = at;
    while owner < at + 4
        && text.kind(owner) == TokenKind::Word
        && text.token(owner).is_some_and(|token| token.case != Case::Lower)
    {
        owner += 1;
    }
    if owner > at && text.kind(owner) == TokenKind::Possessive {
        at = owner + 1;
    }
    if let Some(number) = numeral::read(text, at) {
        at = number.end;
    }
    let counted = phrase(text, at, false)?;
    let certainty = counted.certainty.max(Certainty::Likely);
    Some(Counted { certainty, ..counted })
}

/// What a share is of: as [`partitive`], or a noun in the singular ("the fleet", "all revenue").
pub(super) fn whole(text: &Text<'_>, at: usize) -> Option<Counted> {
    if let Some(counted) = partitive(text, at) {
        return Some(counted);
    }
    let mut next = at;
    while next < at + 2
        && ["the", "its", "his", "her", "their", "our", "my", "your", "all", "this", "that", "total"]
            .contains(&text.lower(next))
    {
        next += 1;
    }
    let mut counted = phrase(text, next, true)?;
    counted.certainty = counted.certainty.max(Certainty::Likely);
    Some(counted)
}

/// "12-man team", "three-bedroom house".
fn compound(text: &Text<'_>, at: usize) -> Option<Counted> {
    let lower = text.lower(at);
    let noun = text.kind(at) == TokenKind::Word
        && lexicon::usual_class(lower) == Classes::NOUN
        && ![
            "old",
            "fold",
            "way",
            "star",
            "plus",
            "odd",
            "something",
            "off",
            "time",
            "times",
            "up",
            "point",
            "pointer",
            "speed",
        ]
        .contains(&lower)
        && crate::facts::units::period(lower).is_none();
    if !noun || matches!(text.word(at + 1), "-" | "‑") && text.glued(at + 1) {
        return None;
    }
    Some(counted(text, at, at, Certainty::Weak))
}

/// What a word is for a noun phrase after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A noun in the plural.
    Plural,
    /// A noun in the singular.
    Noun,
    /// A modifier.
    Modifier,
    /// Neither; the phrase is over.
    Stop,
}

/// Plurals without the letter: what "12 crew" counts.
fn is_collective(lower: &str) -> bool {
    [
        "crew",
        "staff",
        "personnel",
        "police",
        "people",
        "livestock",
        "cattle",
        "aircraft",
        "fish",
        "sheep",
        "troops",
        "offspring",
        "species",
        "series",
        "deer",
        "spacecraft",
        "helicopter",
        "cavalry",
        "infantry",
        "salmon",
        "youth",
        "elderly",
        "plc",
        "means",
        "headquarters",
        "crossroads",
        "folk",
        "percent",
        "faculty",
    ]
    .contains(&lower)
        && lower != "plc"
        && lower != "percent"
        && lower != "helicopter"
}

fn part(text: &Text<'_>, at: usize, one: bool) -> Part {
    let Some(token) = text.token(at).filter(|token| token.kind == TokenKind::Word) else { return Part::Stop };
    let lower = text.lower(at);
    if crate::facts::units::period(lower).is_some() && lower.len() > 1 {
        return Part::Stop;
    }
    match lower {
        "more" | "other" | "additional" | "further" | "extra" | "new" | "different" | "fewer" | "separate" | "key"
        | "top" | "main" | "such" | "so-called" | "former" | "own" | "less" | "male" | "female" | "medal" => {
            return Part::Modifier;
        }
        "or" | "and" | "who" | "which" | "that" | "dead" | "alive" | "percent" | "am" | "pm" | "a.m." | "p.m."
        | "et" | "gmt" | "bst" | "each" | "apiece" | "ago" | "later" | "earlier" | "away" | "of" | "in" | "is"
        | "were" | "times"
            if lower != "times" =>
        {
            return Part::Stop;
        }
        "times" | "others" | "ones" => return Part::Plural,
        "ages" | "aged" => return Part::Stop,
        _ => {}
    }
    if token.case == Case::Title || token.case == Case::Upper || token.case == Case::Mixed {
        let function = lexicon::usual_class(lower).has_any(CLOSED) && !matches!(lower, "us" | "it" | "may" | "will");
        return if function { Part::Stop } else { name(text, at, lower) };
    }
    let usual = lexicon::usual_class(lower);
    if usual.has_any(CLOSED) {
        return Part::Stop;
    }
    let classes = lexicon::classes(lower);
    if is_collective(lower) && !one {
        return Part::Plural;
    }
    if classes.has(Classes::NOUN) && lexicon::is_plural(lower) && usual != Classes::VERB {
        return if one { Part::Stop } else { Part::Plural };
    }
    if classes.has(Classes::NOUN) && lexicon::is_plural(lower) && !one && lower.ends_with('s') {
        // "12 reports", "three visits": after a number a noun.
        return Part::Plural;
    }
    if usual == Classes::ADVERB {
        return if lower.ends_with("ly") || matches!(lower, "very" | "most" | "well") {
            Part::Modifier
        } else {
            Part::Stop
        };
    }
    if usual == Classes::VERB && one {
        return if classes.has(Classes::ADJECTIVE) { Part::Modifier } else { Part::Stop };
    }
    if usual == Classes::VERB {
        let participle = (lower.ends_with("ed") || lower.ends_with("en")) && classes.has(Classes::ADJECTIVE);
        let ing = lower.ends_with("ing") && classes.has(Classes::ADJECTIVE) && !lexicon::is_plural(text.lower(at + 1));
        let base = !lower.ends_with("ed") && !lower.ends_with("ing") && classes.has(Classes::NOUN);
        return match (participle || ing, base) {
            (true, _) => Part::Modifier,
            (_, true) => Part::Noun,
            _ => Part::Stop,
        };
    }
    if usual == Classes::ADJECTIVE {
        return Part::Modifier;
    }
    if usual.is_empty() {
        return if !one && lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") {
            Part::Plural
        } else {
            Part::Noun
        };
    }
    Part::Noun
}

/// A word in upper case: a modifier unless it is a plural ("Britons", "MPs").
fn name(text: &Text<'_>, at: usize, lower: &str) -> Part {
    let written = text.word(at);
    let initials =
        written.len() > 2 && written.ends_with('s') && written.trim_end_matches('s').chars().all(char::is_uppercase);
    let known = lexicon::is_plural(lower) && lexicon::classes(lower).has(Classes::NOUN);
    let people = lower.ends_with("ians")
        || lower.ends_with("ans")
        || lower.ends_with("ers")
        || lower.ends_with("ists")
        || lower.ends_with("ons");
    if initials || known || people && lower.len() > 5 { Part::Plural } else { Part::Modifier }
}

/// Modifiers and nouns up to the head.
fn phrase(text: &Text<'_>, at: usize, one: bool) -> Option<Counted> {
    let mut head = None;
    let mut names = 0;
    let mut last = Part::Stop;
    let mut next = at;
    while next < at + REACH {
        let here = next;
        if text.kind(here) == TokenKind::Mark {
            // "self-employed men", “12 "rogue" traders”, "young, well-paid men".
            let hyphen = matches!(text.word(here), "-" | "‑") && text.glued(here) && text.glued(here + 1) && here > at;
            let quote = matches!(text.word(here), "\"" | "“" | "”" | "‘" | "’") && head.is_none() && last != Part::Noun;
            let comma = text.word(here) == "," && last == Part::Modifier && part(text, here + 1, one) == Part::Modifier;
            if hyphen && head.is_some_and(|(_, kind)| kind == Part::Plural) {
                break;
            }
            if hyphen || quote && here == at || comma {
                next += 1;
                continue;
            }
            break;
        }
        if text.kind(here) == TokenKind::Possessive {
            return None;
        }
        if text.lower(here) == "and" && last == Part::Modifier && head.is_none() && here > at {
            if matches!(part(text, here + 1, one), Part::Modifier) {
                next += 1;
                continue;
            }
            break;
        }
        if text.kind(here) == TokenKind::Number {
            // "two 30-minute sessions".
            if matches!(text.word(here + 1), "-") && text.glued(here + 1) && text.kind(here + 2) == TokenKind::Word {
                next += 3;
                continue;
            }
            break;
        }
        let kind = part(text, here, one);
        let hyphenated = matches!(text.word(here + 1), "-" | "‑") && text.glued(here + 1) && text.glued(here + 2);
        match kind {
            Part::Stop if hyphenated || here > at && text.glued(here) && matches!(text.word(here - 1), "-") => {}
            Part::Stop => break,
            // "all plastic packaging escapes": a verb after a noun.
            Part::Plural if matches!(head, Some((_, Part::Noun))) && is_verb_here(text, here) => {
                break;
            }
            // A second plural after the first goes on the compound; anything else does not.
            Part::Plural if !hyphenated => {
                head = Some((here, Part::Plural));
                if part(text, here + 1, one) != Part::Plural || !is_plain_plural(text, here + 1) {
                    break;
                }
            }
            Part::Noun if !hyphenated => head = Some((here, Part::Noun)),
            Part::Plural | Part::Noun => {}
            Part::Modifier => {
                if head.is_some_and(|(_, kind)| kind == Part::Noun) && one {
                    break;
                }
                names += usize::from(text.token(here).is_some_and(|token| token.case != Case::Lower));
            }
        }
        last = kind;
        next += 1;
    }
    let (head, kind) = head?;
    let plural = kind == Part::Plural;
    // Two and more of a singular noun are no count ("12 October", "5 pm").
    if !one && !plural {
        return None;
    }
    if text.kind(head + 1) == TokenKind::Possessive {
        return None;
    }
    // Modifiers counted up to the head alone.
    let upper = text.token(head).is_some_and(|token| token.case != Case::Lower);
    let unknown = lexicon::classes(text.lower(head)).is_empty();
    let certainty = if one || names > 2 || unknown || upper { Certainty::Likely } else { Certainty::Sure };
    Some(counted(text, at, head, certainty))
}

/// Whether a word that is a plural or a verb is a verb: "lives" of "the population lives there".
fn is_verb_here(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let after = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::ADVERB);
    lexicon::usual_class(lower) == Classes::VERB
        || lexicon::verb_form(lower).has(lexicon::VerbForms::THIRD_PERSON)
            && lexicon::usual_class(text.lower(at + 1)).has_any(after)
}

/// A plural noun that is no verb: "reps" after "sales".
fn is_plain_plural(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::usual_class(lower) == Classes::NOUN && text.token(at).is_some_and(|token| token.case == Case::Lower)
}

fn counted(text: &Text<'_>, first: usize, head: usize, certainty: Certainty) -> Counted {
    let first = (first..head)
        .find(|&at| text.kind(at) == TokenKind::Word || text.kind(at) == TokenKind::Number)
        .unwrap_or(head);
    let span = text.span(head, head);
    let phrase_span = text.span(first, head);
    let key = lexicon::singular(text.lower(head));
    let shown: String = match text.token(head).map(|token| token.case) {
        Some(Case::Title) => {
            let mut letters = key.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
        Some(Case::Upper | Case::Mixed) => {
            let written = text.word(head);
            written.strip_suffix('s').unwrap_or(written).to_owned()
        }
        Some(Case::Lower) | None => key.to_string(),
    };
    let mut phrase = String::new();
    if first < head {
        let until = text.token(head).map_or(0, |token| token.span.start);
        let modifiers = crate::source::Span { start: phrase_span.start, end: until };
        phrase.push_str(text.written(modifiers));
    }
    phrase.push_str(&shown);
    let noun = Noun { key: key.into_owned().into(), phrase: phrase.into(), span, phrase_span };
    Counted { noun, end: head + 1, certainty }
}

/// What is measured: "sugar" in "5 tonnes of sugar".
pub(super) fn measured(text: &Text<'_>, at: usize) -> Option<Noun> {
    let lower = text.lower(at);
    let noun = text.kind(at) == TokenKind::Word
        && lexicon::usual_class(lower) == Classes::NOUN
        && text.token(at).is_some_and(|token| token.case == Case::Lower);
    if let Some(counted) = phrase(text, at, false) {
        return Some(counted.noun);
    }
    noun.then(|| counted(text, at, at, Certainty::Sure).noun)
}
