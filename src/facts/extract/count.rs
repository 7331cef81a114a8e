//! The noun that a number counts: "150 different countries", "300 of its 2,000 workers".

use super::modifier::{Part, inner_number, is_modifying_plural, is_verb_here, part};
use super::numeral;
use crate::facts::model::Noun;
use crate::facts::names::Certainty;
use crate::source::Span;
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

/// What noun a number asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A singular: "one car".
    One,
    /// A plural: "two cars".
    Several,
    /// What a part is taken of: "of the cars".
    Members,
    /// What a share is of, a plural or not: "of the cars", "of the population".
    Whole,
}

/// How many tokens may stand between a number and the noun that it counts.
const REACH: usize = 9;

/// The noun after a number that ends before the token `at`.
///
/// `one` says that the number is one, so that the noun is singular.
pub(super) fn after(text: &Text<'_>, at: usize, one: bool) -> Option<Counted> {
    if text.lower(at) == "of" {
        return partitive(text, at + 1);
    }
    if matches!(text.word(at), "-" | "‑") && text.glued(at) || !one && is_spaced_compound(text, at) {
        return compound(text, at + 1);
    }
    phrase(text, at, if one { Wanted::One } else { Wanted::Several })
}

/// "of its 2,000 workers", "of the men": what a part is taken of.
pub(super) fn partitive(text: &Text<'_>, at: usize) -> Option<Counted> {
    members(text, at, Wanted::Members)
}

fn members(text: &Text<'_>, mut at: usize, wanted: Wanted) -> Option<Counted> {
    for _ in 0..3 {
        match text.lower(at) {
            "the" | "its" | "his" | "her" | "their" | "our" | "my" | "your" | "these" | "those" | "all" | "this"
            | "that" | "some" | "such" | "about" | "nearly" | "more" | "than" | "over" | "every" | "each" | "both" => {
                at += 1;
            }
            "a" | "an" => {
                let counted = phrase(text, at + 1, Wanted::One)?;
                return Some(counted);
            }
            _ => break,
        }
    }
    at = past_owner(text, at);
    if let Some(number) = numeral::read(text, at) {
        at = number.end;
    }
    let counted = phrase(text, at, wanted)?;
    let certainty = counted.certainty.max(Certainty::Likely);
    Some(Counted { certainty, ..counted })
}

/// "Airbnb's earliest investments", "the world's most powerful men": whose they are goes before.
fn past_owner(text: &Text<'_>, at: usize) -> usize {
    let named =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let mut owner = at;
    while owner < at + 4 && named(owner) {
        owner += 1;
    }
    // "millions of voters' data" has voters counted; "two of the voters' sons" has not.
    let told = at.checked_sub(1).is_some_and(|before| text.lower(before) != "of");
    let common = |at: usize| {
        text.kind(at) == TokenKind::Word
            && lexicon::usual_class(text.lower(at)).has_any(Classes::NOUN.or(Classes::ADJECTIVE))
    };
    if owner == at {
        // "the police force's 53 officers", and of one word whatever class it has.
        let mut last = at;
        while last < at + 2 && common(last) && common(last + 1) && text.kind(last + 1) != TokenKind::Possessive {
            last += 1;
        }
        let last = if text.kind(last + 1) == TokenKind::Possessive { last } else { at };
        if text.kind(last) == TokenKind::Word && (told || !lexicon::is_plural(text.lower(last))) {
            owner = last + 1;
        }
    }
    if owner > at && text.kind(owner) == TokenKind::Possessive { owner + 1 } else { at }
}

/// What a share is of: as [`partitive`], or a noun in the singular ("the fleet", "all revenue").
pub(super) fn whole(text: &Text<'_>, at: usize) -> Option<Counted> {
    if let Some(counted) = members(text, at, Wanted::Whole) {
        return Some(counted);
    }
    let mut next = at;
    while next < at + 2
        && ["the", "its", "his", "her", "their", "our", "my", "your", "all", "this", "that", "total"]
            .contains(&text.lower(next))
    {
        next += 1;
    }
    let mut counted = phrase(text, next, Wanted::One)?;
    counted.certainty = counted.certainty.max(Certainty::Likely);
    Some(counted)
}

/// "12-man team", "three-bedroom house", "a 70-vote threshold".
fn compound(text: &Text<'_>, at: usize) -> Option<Counted> {
    let lower = text.lower(at);
    let noun = text.kind(at) == TokenKind::Word
        && lexicon::classes(lower).has(Classes::NOUN)
        && (lexicon::usual_class(lower) == Classes::NOUN || is_listed_compound(lower))
        && !is_idle_compound(lower)
        && crate::facts::units::period(lower).is_none();
    if !noun || matches!(text.word(at + 1), "-" | "‑") && text.glued(at + 1) {
        return None;
    }
    Some(counted(text, Head { phrase: at, first: at, last: at }, Certainty::Weak))
}

/// "a two - door version": a singular noun before another after a hyphen that parts no clauses.
fn is_spaced_compound(text: &Text<'_>, at: usize) -> bool {
    let noun = |at: usize| {
        text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
            && lexicon::usual_class(text.lower(at)) == Classes::NOUN
    };
    text.word(at) == "-"
        && !text.glued(at)
        && !text.glued(at + 1)
        && noun(at + 1)
        && noun(at + 2)
        && !lexicon::is_plural(text.lower(at + 1))
}

/// Nouns that are more often verbs: "a five-run lead".
fn is_listed_compound(lower: &str) -> bool {
    matches!(lower, "vote" | "run" | "count" | "judge" | "stop" | "match" | "set" | "win" | "hit" | "seat")
}

/// Words that a number is joined to without counting them: "a one-time aide", "two-fold".
fn is_idle_compound(lower: &str) -> bool {
    ["old", "fold", "way", "star", "plus", "odd", "something", "off", "time", "times", "up", "speed", "figure", "digit"]
        .contains(&lower)
}

/// Where the words of a noun phrase lie.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// The first token of the phrase.
    phrase: usize,
    /// The first token of the head.
    first: usize,
    /// The last token of the head.
    last: usize,
}

/// A walk over the words of a noun phrase.
#[derive(Debug)]
struct Walk {
    /// The last noun so far with its kind.
    head: Option<(usize, usize, Part)>,
    /// How many capitalised modifiers there are.
    names: usize,
    /// What the last word was.
    last: Part,
    /// What makes the reading no more than likely.
    doubtful: bool,
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "-" | "‑") && text.glued(at)
}

/// "high-tech", "for-profit", "low- and": a word that goes on after a hyphen.
fn is_hyphenated(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word && is_hyphen(text, at + 1) && text.glued(at + 2)
}

/// "top-tier" of "two top-tier, potential candidates": a compound that only modifies.
fn is_compound_before_comma(text: &Text<'_>, here: usize, first: usize) -> bool {
    here > first
        && is_hyphen(text, here - 1)
        && text.glued(here)
        && text.word(here + 1) == ","
        && modifies(text, here + 2, false)
}

/// Whether a modifier begins at the token.
fn modifies(text: &Text<'_>, at: usize, one: bool) -> bool {
    is_hyphenated(text, at) || part(text, at, one) == Part::Modifier
}

/// "36 local, state and federal policies": the last of a list of what modifies, some of them nouns, after its
/// first comma.
fn past_list(text: &Text<'_>, comma: usize, one: bool) -> Option<usize> {
    let mut at = comma + 1;
    while at < comma + 8 && matches!(part(text, at, one), Part::Modifier | Part::Noun) && !one {
        let next = at + 1 + usize::from(text.word(at + 1) == ",");
        if matches!(text.lower(next), "and" | "or") {
            let last = next + 1;
            let goes_on = matches!(part(text, last + 1, one), Part::Modifier | Part::Noun | Part::Plural);
            return (goes_on && matches!(part(text, last, one), Part::Modifier | Part::Noun)).then_some(last);
        }
        if next == at + 1 {
            return None;
        }
        at = next;
    }
    None
}

impl Walk {
    /// The token after the mark `here`, where the phrase goes on over it.
    fn past_mark(&self, text: &Text<'_>, here: usize, first: usize, one: bool) -> Option<usize> {
        match text.word(here) {
            // "self-employed men", but no more after "12 reports-".
            "-" | "‑" if here > first && text.glued(here) => {
                if self.head.is_some_and(|(_, _, kind)| kind == Part::Plural) {
                    return None;
                }
                if text.glued(here + 1) {
                    return Some(here + 1);
                }
                // "low- and middle-income families".
                let and = matches!(text.lower(here + 1), "and" | "or" | "to");
                (and && modifies(text, here + 2, one)).then_some(here + 2)
            }
            // “12 "rogue" traders”, “700,000 so-called “dreamers””.
            // `“The 360” shows`: the mark closes what the number stands in.
            "\"" | "”" | "’" if here == first && text.glued(here) && !text.glued(here + 1) => None,
            "\"" | "“" | "”" | "‘" | "’" => {
                (!self.head.is_some_and(|(_, _, kind)| kind == Part::Plural)).then_some(here + 1)
            }
            // "10 famous/infamous men"
            "/" if here > first && self.head.is_none() && text.glued(here) && text.glued(here + 1) => Some(here + 1),
            // "young, well-paid men".
            "," if self.last != Part::Modifier => None,
            "," => modifies(text, here + 1, one).then_some(here + 1).or_else(|| past_list(text, here, one)),
            _ => None,
        }
    }

    /// Notes a noun; gives whether the phrase is over.
    fn noun(&mut self, text: &Text<'_>, here: usize, kind: Part, one: bool) -> bool {
        self.head = Some((here, here, kind));
        // A second plural after such a one goes on the compound: "12 sales reps".
        kind == Part::Plural
            && (text.kind(here + 1) != TokenKind::Possessive)
            && !(is_modifying_plural(text.lower(here))
                && part(text, here + 1, one) == Part::Plural
                && text.lower(here + 1) != "tops"
                && lexicon::usual_class(text.lower(here + 1)) != Classes::VERB)
    }
}

/// "two $100 bills", "three £10 notes": what each of them is worth or costs.
fn is_price(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "$" | "£" | "€")
        && !text.glued(at)
        && text.glued(at + 1)
        && text.kind(at + 1) == TokenKind::Number
        && !text.glued(at + 2)
        && part(text, at + 2, false) == Part::Plural
}

/// "tweeted", "livestreamed": a past tense that the lexicon does not have.
fn is_new_verb(lower: &str) -> bool {
    lower.ends_with("ed") && lexicon::classes(lower).is_empty()
}

/// Modifiers and nouns up to the head.
fn phrase(text: &Text<'_>, at: usize, wanted: Wanted) -> Option<Counted> {
    phrase_of(text, at, wanted, false)
}

/// As [`phrase`]; `second` says that it is read for a number before, which does not go on to a third.
fn phrase_of(text: &Text<'_>, at: usize, wanted: Wanted, second: bool) -> Option<Counted> {
    let one = wanted == Wanted::One;
    let mut walk = Walk { head: None, names: 0, last: Part::Stop, doubtful: false };
    let mut next = at;
    while next < at + REACH {
        let here = next;
        match text.kind(here) {
            TokenKind::Mark if here == at && !one && is_price(text, here) => {
                walk.last = Part::Modifier;
                walk.doubtful = true;
                next += 2;
                continue;
            }
            TokenKind::Mark => match walk.past_mark(text, here, at, one) {
                Some(past) => {
                    next = past;
                    continue;
                }
                None => break,
            },
            TokenKind::Possessive => {
                // "two women's groups": of which kind they are; whose they are after any other noun.
                let (first, last, kind) = walk.head?;
                if kind != Part::Plural || one {
                    return None;
                }
                // "the two counties' operations": the owners are counted.
                if !is_group(text.lower(here - 1)) {
                    let owners = wanted == Wanted::Several && last + 1 == here && text.word(here).len() < 4;
                    let apostrophe = !text.word(here).ends_with('s');
                    let head = Head { phrase: at, first, last };
                    return (owners && apostrophe).then(|| counted(text, head, Certainty::Likely));
                }
                walk.head = None;
                walk.last = Part::Modifier;
                walk.doubtful = true;
                next += 1;
                continue;
            }
            TokenKind::Number => {
                let Some((end, kind)) = inner_number(text, here, at).filter(|_| !one || walk.head.is_none()) else {
                    break;
                };
                walk.last = kind;
                walk.doubtful = true;
                next = end;
                if kind == Part::Plural {
                    walk.head = Some((name_start(text, here, at), end - 1, kind));
                    break;
                }
                continue;
            }
            TokenKind::Word => {}
        }
        if matches!(text.lower(here), "and" | "or") && here > at && !is_hyphen(text, here + 1) {
            // "gifted and unpredictable attackers", "two young or elderly victims".
            if walk.last == Part::Modifier && walk.head.is_none() && modifies(text, here + 1, one) {
                next += 1;
                continue;
            }
            // "14 state and federal laws": a lone singular only modifies.
            let lone = !one && matches!(walk.head, Some((_, last, Part::Noun)) if last + 1 == here);
            let paired = matches!(part(text, here + 1, one), Part::Modifier | Part::Noun);
            if lone && paired && part(text, here + 2, one) == Part::Plural {
                walk = Walk { head: None, last: Part::Modifier, doubtful: true, ..walk };
                next += 1;
                continue;
            }
            break;
        }
        let kind = part(text, here, one);
        let hyphenated = is_hyphenated(text, here);
        match kind {
            Part::Stop if hyphenated || here > at && is_hyphen(text, here - 1) && text.glued(here) => {}
            Part::Stop => break,
            // "all plastic packaging escapes": a verb after a noun.
            Part::Plural if matches!(walk.head, Some((.., Part::Noun))) && is_verb_here(text, here, wanted) => break,
            // "one precinct chair tweeted": no list has the verb.
            Part::Noun if walk.head.is_some() && !hyphenated && is_new_verb(text.lower(here)) => break,
            // "two top-tier, potential candidates"
            Part::Noun if !one && is_compound_before_comma(text, here, at) => {}
            Part::Plural | Part::Noun if !hyphenated => {
                if walk.noun(text, here, kind, one) {
                    break;
                }
            }
            Part::Plural | Part::Noun => {}
            Part::Modifier => {
                if one && matches!(walk.head, Some((.., Part::Noun))) {
                    break;
                }
                walk.names += usize::from(text.token(here).is_some_and(|token| token.case != Case::Lower));
            }
        }
        // The first half of "high-paying" only modifies.
        walk.last = if hyphenated || here > at && is_hyphen(text, here - 1) && walk.head.is_none() {
            Part::Modifier
        } else {
            kind
        };
        next += 1;
    }
    // "four adult and two juvenile tigers"
    let adjective = next == at + 1
        && matches!(text.lower(next), "and" | "or")
        && lexicon::classes(text.lower(at)).has(Classes::ADJECTIVE);
    // "1,200 full-time and 300 part-time staff"
    let adjective = adjective
        || next > at + 2
            && is_hyphen(text, next - 2)
            && text.glued(next - 1)
            && matches!(text.lower(next), "and" | "or");
    if (walk.head.is_none() && walk.last == Part::Modifier || adjective) && !one && !second {
        return shared(text, at, next);
    }
    settle(text, at, wanted, &walk)
}

/// "14 primary and three secondary schools": the noun of the second number is the first one's too.
fn shared(text: &Text<'_>, at: usize, joiner: usize) -> Option<Counted> {
    let plain = (at..joiner).all(|at| text.kind(at) == TokenKind::Word || is_hyphen(text, at) && text.glued(at + 1));
    if !plain || !matches!(text.lower(joiner), "and" | "or") {
        return None;
    }
    let second = numeral::read(text, joiner + 1)?;
    let other = phrase_of(text, second.end, Wanted::Several, true)?;
    let modifiers = text.written(text.span(at, joiner - 1));
    let head = text.written(other.noun.span);
    let singular = lexicon::singular(&head.to_lowercase()).into_owned();
    let phrase = [modifiers, " ", &singular].concat().into();
    Some(Counted { noun: Noun { phrase, ..other.noun }, end: joiner, certainty: Certainty::Weak })
}

/// The count that a walk came to.
fn settle(text: &Text<'_>, at: usize, wanted: Wanted, walk: &Walk) -> Option<Counted> {
    let one = wanted == Wanted::One;
    let (first, last, kind) = walk.head?;
    if text.kind(last + 1) == TokenKind::Possessive {
        return None;
    }
    if !one && kind != Part::Plural {
        // "half of the tax money" has no compound.
        return (wanted == Wanted::Several).then(|| unhyphenated(text, at, last)).flatten();
    }
    // Modifiers counted up to the head alone.
    let upper = text.token(last).is_some_and(|token| token.case != Case::Lower);
    let unknown = first == last && lexicon::classes(text.lower(last)).is_empty();
    let likely = one || walk.names > 2 || unknown || upper || walk.doubtful;
    let certainty = if likely { Certainty::Likely } else { Certainty::Sure };
    Some(counted(text, Head { phrase: at, first, last }, certainty))
}

/// "a 3 cylinder engine", "a 13 member panel": two and more of a singular noun before another are a
/// compound that lost its hyphen; alone they are no count ("12 October", "5 pm").
fn unhyphenated(text: &Text<'_>, at: usize, last: usize) -> Option<Counted> {
    let lower = text.lower(at);
    let noun = last > at
        && text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
        && lexicon::usual_class(lower) == Classes::NOUN
        && lexicon::usual_class(text.lower(at + 1)) == Classes::NOUN
        && !is_idle_compound(lower);
    noun.then(|| counted(text, Head { phrase: at, first: at, last: at }, Certainty::Weak))
}

/// Plurals that say whom or what a thing is for when they own it: "women's groups".
fn is_group(lower: &str) -> bool {
    matches!(
        lower,
        "women"
            | "men"
            | "children"
            | "girls"
            | "boys"
            | "people"
            | "workers"
            | "players"
            | "veterans"
            | "drivers"
            | "teachers"
            | "farmers"
            | "nurses"
            | "doctors"
            | "students"
            | "pensioners"
            | "ladies"
            | "gentlemen"
    )
}

/// The first token of a name that ends in a number: "F" of "F-16s", "Model" of "Model 3s".
fn name_start(text: &Text<'_>, number: usize, first: usize) -> usize {
    let mut start = number;
    while start > first && text.glued(start) && text.kind(start - 1) != TokenKind::Possessive {
        start -= 1;
    }
    let capital = start == number
        && start > first
        && text.token(start - 1).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    if capital { start - 1 } else { start }
}

/// "attorneys general", "secretaries general": the plural stands in the first word.
fn is_general(text: &Text<'_>, head: usize) -> bool {
    let next = head + 1 + usize::from(is_hyphen(text, head + 1));
    text.lower(next) == "general"
        && ["attorneys", "secretaries", "surgeons", "inspectors", "solicitors", "governors", "directors", "consuls"]
            .contains(&text.lower(head))
}

fn counted(text: &Text<'_>, head: Head, certainty: Certainty) -> Counted {
    if is_general(text, head.last) && head.first == head.last {
        let plain = counted_as(text, head, certainty);
        let end = plain.end + 1 + usize::from(is_hyphen(text, plain.end));
        let to = |span: Span| Span { end: text.span(end - 1, end - 1).end, ..span };
        let noun = &plain.noun;
        let key = [&noun.key, " general"].concat().into();
        let phrase = [&noun.phrase, " general"].concat().into();
        let noun = Noun { key, phrase, span: to(noun.span), phrase_span: to(noun.phrase_span) };
        return Counted { noun, end, certainty };
    }
    counted_as(text, head, certainty)
}

fn counted_as(text: &Text<'_>, head: Head, certainty: Certainty) -> Counted {
    let Head { phrase, first, last } = head;
    let phrase = (phrase..first)
        .find(|&at| text.kind(at) != TokenKind::Mark || matches!(text.word(at), "$" | "£" | "€"))
        .unwrap_or(first);
    let span = text.span(first, last);
    let phrase_span = text.span(phrase, last);
    let shown: String;
    let key: Box<str>;
    if first < last {
        // "F-16s".
        let written = text.written(span);
        shown = written.strip_suffix('s').unwrap_or(written).to_owned();
        key = shown.to_lowercase().into();
    } else {
        let lower = text.lower(last);
        let mut singular = lexicon::singular(lower);
        // "schoolchildren"
        if let Some(stem) = lower.strip_suffix("children").filter(|_| singular == lower) {
            singular = [stem, "child"].concat().into();
        }
        // "Iraqis": a people that the lexicon does not know.
        if lower.ends_with("is") && singular == lower && text.token(last).is_some_and(|t| t.case == Case::Title) {
            singular = lower.trim_end_matches('s').into();
        }
        shown = match text.token(last).map(|token| token.case) {
            Some(Case::Title) => {
                let mut letters = singular.chars();
                letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
            }
            Some(Case::Upper | Case::Mixed) => {
                let written = text.word(last);
                written.strip_suffix('s').unwrap_or(written).to_owned()
            }
            // News counts "people", and a person only when it is one; the key is the same for both.
            Some(Case::Lower) | None if lower == "people" => lower.to_owned(),
            Some(Case::Lower) | None => singular.to_string(),
        };
        key = singular.into_owned().into();
    }
    let mut words = String::new();
    if phrase < first {
        let modifiers = text.written(Span { start: phrase_span.start, end: span.start });
        let mut before = ' ';
        for letter in modifiers.chars() {
            // Quotation marks are no part of the name; an apostrophe is ("drivers’ unions").
            let closing = letter == ' ' && before == '’' && !words.ends_with("s’");
            if closing {
                words.pop();
            }
            if !matches!(letter, '"' | '“' | '”' | '‘') {
                words.push(letter);
            }
            before = letter;
        }
    }
    words.push_str(&shown);
    let noun = Noun { key, phrase: words.into(), span, phrase_span };
    Counted { noun, end: last + 1, certainty }
}

/// What is measured: "sugar" in "5 tonnes of sugar".
pub(super) fn measured(text: &Text<'_>, at: usize) -> Option<Noun> {
    let lower = text.lower(at);
    let noun = text.kind(at) == TokenKind::Word
        && lexicon::usual_class(lower) == Classes::NOUN
        && text.token(at).is_some_and(|token| token.case == Case::Lower);
    if let Some(counted) = phrase(text, at, Wanted::Members) {
        return Some(counted.noun);
    }
    noun.then(|| counted(text, Head { phrase: at, first: at, last: at }, Certainty::Sure).noun)
}
