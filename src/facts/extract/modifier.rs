//! What a word can be in the noun phrase after a number: its head, a modifier, or past its end.

use super::count::Wanted;
use super::lexemes::lexeme;
use super::naming;
use super::participle::{is_attributive_gerund, is_described, opens_clause, takes_object};
use crate::text::{Case, Text, TokenKind, gazetteer, lexicon};

use lexicon::{Classes, VerbForms};

/// The classes of words that end a noun phrase.
const CLOSED: Classes = Classes::PREPOSITION
    .or(Classes::DETERMINER)
    .or(Classes::PRONOUN)
    .or(Classes::CONJUNCTION)
    .or(Classes::AUXILIARY)
    .or(Classes::NUMERAL);

/// What a word is for a noun phrase after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
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
        "cavalry",
        "infantry",
        "salmon",
        "youth",
        "elderly",
        "means",
        "headquarters",
        "crossroads",
        "folk",
        "faculty",
    ]
    .contains(&lower)
}

/// Words before the noun that say which or how, whatever else they can be.
fn is_plain_modifier(lower: &str) -> bool {
    [
        "more",
        "other",
        "additional",
        "further",
        "extra",
        "new",
        "different",
        "fewer",
        "separate",
        "key",
        "top",
        "main",
        "such",
        "so-called",
        "former",
        "own",
        "less",
        "male",
        "female",
        "medal",
    ]
    .contains(&lower)
}

/// Words after a number that no noun phrase goes on with.
fn ends_phrase(lower: &str) -> bool {
    [
        "or", "and", "who", "which", "that", "dead", "alive", "percent", "am", "pm", "a.m.", "p.m.", "et", "gmt",
        "bst", "each", "apiece", "ago", "away", "of", "in", "is", "were", "ages", "aged",
    ]
    .contains(&lower)
}

/// What the word at `at` is after a number; `one` says that the number is one.
pub(super) fn part(text: &Text<'_>, at: usize, one: bool) -> Part {
    let Some(token) = text.token(at).filter(|token| token.kind == TokenKind::Word) else { return Part::Stop };
    let lower = text.lower(at);
    // "four dead bodies", but "left 14 dead".
    if lower == "dead" && is_plural_noun(text, at + 1) {
        return Part::Modifier;
    }
    // "nine away games"
    let match_away = lower == "away"
        && matches!(
            text.lower(at + 1),
            "games"
                | "matches"
                | "wins"
                | "goals"
                | "points"
                | "defeats"
                | "fixtures"
                | "trips"
                | "fans"
                | "supporters"
                | "draws"
        );
    if match_away {
        return Part::Modifier;
    }
    if crate::facts::units::period(lower).is_some() && lower.len() > 1 || ends_phrase(lower) {
        return Part::Stop;
    }
    let outer = at > 0
        && counts(text, at - 1)
        && matches!(lower, "outside" | "inside" | "past" | "overseas" | "direct" | "last" | "next")
        && (is_plural_noun(text, at + 1) || is_plural_noun(text, at + 2) && lower != "last" && lower != "next");
    if is_plain_modifier(lower) || outer {
        return Part::Modifier;
    }
    if matches!(lower, "times" | "others" | "ones") {
        return Part::Plural;
    }
    let usual = lexicon::usual_class(lower);
    if token.case != Case::Lower {
        // "A350 jets": the letters of a model.
        if text.kind(at + 1) == TokenKind::Number && text.glued(at + 1) {
            return Part::Modifier;
        }
        let function = usual.has_any(CLOSED) && !matches!(lower, "us" | "it" | "may" | "will");
        return if function { Part::Stop } else { name(text, at) };
    }
    if usual.has_any(CLOSED) {
        return Part::Stop;
    }
    let classes = lexicon::classes(lower);
    let noun = classes.has(Classes::NOUN);
    if is_collective(lower) && !one {
        return Part::Plural;
    }
    if !one && is_plural_of_people(lower) {
        return Part::Plural;
    }
    if noun && lexicon::is_plural(lower) && (usual != Classes::VERB || !one && lower.ends_with('s')) {
        // "12 reports", "three visits": after a number a noun.
        return if one { Part::Stop } else { Part::Plural };
    }
    // "nine away games", "two home wins"
    if lower == "home" && is_plural_noun(text, at + 1) {
        return Part::Modifier;
    }
    if usual == Classes::ADVERB {
        return adverb(text, at, classes);
    }
    if usual == Classes::VERB {
        // "one count of fraud"
        if one && noun && text.lower(at + 1) == "of" {
            return Part::Noun;
        }
        return verb(text, at, one, classes);
    }
    if usual == Classes::ADJECTIVE {
        return Part::Modifier;
    }
    let unknown_plural = usual.is_empty() && lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss");
    if unknown_plural && !one { Part::Plural } else { Part::Noun }
}

/// "newly built homes", "two earlier cases", but "five later died".
fn adverb(text: &Text<'_>, at: usize, classes: Classes) -> Part {
    let lower = text.lower(at);
    if lower.ends_with("ly") || matches!(lower, "very" | "most" | "least" | "well") || is_superlative(lower) {
        return Part::Modifier;
    }
    let next = text.lower(at + 1);
    let goes_on = is_lower_word(text, at + 1)
        && (lexicon::usual_class(next).has_any(Classes::NOUN.or(Classes::ADJECTIVE)) || lexicon::is_plural(next));
    if classes.has(Classes::ADJECTIVE) && goes_on && !matches!(lower, "just" | "only" | "right" | "even") {
        Part::Modifier
    } else {
        Part::Stop
    }
}

/// "fastest growing", "hardest hit".
fn is_superlative(lower: &str) -> bool {
    lower.len() > 5 && lower.ends_with("est")
}

/// "12 injured men", "three stolen cars", "two attack dogs", but "two facing charges".
fn verb(text: &Text<'_>, at: usize, one: bool, classes: Classes) -> Part {
    let lower = text.lower(at);
    if one {
        return if classes.has(Classes::ADJECTIVE) { Part::Modifier } else { Part::Stop };
    }
    if lower.ends_with("ing") {
        let described = classes.has(Classes::ADJECTIVE) && !lexicon::is_plural(text.lower(at + 1));
        let compared = at > 0 && is_superlative(text.lower(at - 1));
        // "6,000 electric generating facilities": another modifier stands between it and the number.
        let inner = at > 0
            && lexicon::usual_class(text.lower(at - 1)) == Classes::ADJECTIVE
            && !is_plain_modifier(text.lower(at - 1))
            && lexicon::is_plural(text.lower(at + 1));
        // "two lingering questions", but "two facing charges".
        let plain = is_plural_noun(text, at + 1) && !opens_clause(lower);
        let attributive = described || compared || inner || plain || is_attributive_gerund(lower);
        return if attributive { Part::Modifier } else { Part::Stop };
    }
    let forms = lexicon::verb_form(lower);
    if lower.ends_with("ed") || lower.ends_with("en") || forms.has(VerbForms::PARTICIPLE) {
        // "written", "newly redrawn", "unlisted": no past tense looks so.
        let participle = forms.has(VerbForms::PARTICIPLE) && !forms.has(VerbForms::PAST);
        let before = at.checked_sub(1).map_or("", |before| text.lower(before));
        let adverb = before.ends_with("ly") || matches!(before, "most" | "least" | "more" | "less");
        let described = classes.has(Classes::ADJECTIVE) && !takes_object(lower)
            || is_described(lower) && (is_plural_noun(text, at + 1) || is_plural_noun(text, at + 2));
        let governed = is_governed(text, at) || takes_verb(text, at);
        if described || participle || adverb || lower.starts_with("un") || governed {
            return Part::Modifier;
        }
        return Part::Stop;
    }
    // "20 live chickens"
    if classes.has(Classes::ADJECTIVE) && is_plural_noun(text, at + 1) {
        return Part::Modifier;
    }
    if classes.has(Classes::NOUN) { Part::Noun } else { Part::Stop }
}

/// Whether the number before the token stands after a preposition or an article, so that it is no subject and
/// "of 40 released men" has no verb.
fn is_governed(text: &Text<'_>, at: usize) -> bool {
    let Some(number) = at.checked_sub(1) else { return false };
    let digits = text.kind(number) == TokenKind::Number && text.word(number).len() != 4;
    // "agreed to only two televised debates"
    let only = usize::from(number > 1 && matches!(text.lower(number - 1), "only" | "just"));
    let Some(lead) = number.checked_sub(1 + only) else { return false };
    let leads = lexicon::usual_class(text.lower(lead)).has_any(Classes::PREPOSITION.or(Classes::DETERMINER));
    let times = matches!(text.lower(lead), "at" | "in" | "by" | "before" | "after" | "until" | "since" | "as" | "than");
    let next = text.lower(at + 1);
    (digits || lexeme(text.lower(number)).is_some())
        && leads
        && !times
        && lexicon::is_plural(next)
        && lexicon::usual_class(next) == Classes::NOUN
}

/// Whether the noun after a participle has a verb of its own: "nine convicted men have died".
fn takes_verb(text: &Text<'_>, at: usize) -> bool {
    for next in at + 1..at + 4 {
        let lower = text.lower(next);
        if text.kind(next) != TokenKind::Word || lexicon::usual_class(lower).has_any(CLOSED) {
            return false;
        }
        if lexicon::is_plural(lower) || is_collective(lower) {
            return matches!(text.lower(next + 1), "were" | "are" | "have" | "had");
        }
    }
    false
}

fn is_lower_word(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
}

fn is_plural_noun(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    is_lower_word(text, at) && lexicon::is_plural(lower) && lexicon::usual_class(lower) == Classes::NOUN
}

/// "schoolchildren", "tribespeople": compounds of an irregular plural that the lexicon does not list.
fn is_plural_of_people(lower: &str) -> bool {
    lower.len() > 7 && ["children", "people", "women", "men", "folk"].iter().any(|ending| lower.ends_with(ending))
}

/// "two Koreas", "three Tabatas": the plural of a name that no list has; a name of its own with the letter is none.
fn is_plural_name(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let Some(singular) = lower.strip_suffix('s').filter(|singular| singular.len() > 2) else { return false };
    let stem = !singular.ends_with(['s', 'u', '\'']) && lexicon::classes(lower).is_empty();
    let known = || {
        let place = |word: &str| gazetteer::readings(word).next().is_some();
        place(lower) && !place(singular) || naming::given(lower).is_some()
    };
    let goes_on = text.token(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Possessive || next.kind == TokenKind::Word && next.case != Case::Lower
    });
    let title = text.token(at).is_some_and(|token| token.case == Case::Title);
    // "Memphis" and "Harris" are no plurals, "800,000 Tutsis" are.
    let stem = stem && (!singular.ends_with('i') || at > 0 && text.word(at - 1).contains(','));
    title && stem && !goes_on && at > 0 && counts(text, at - 1) && !known()
}

/// Whether the token is a number in words or in digits that are no year and no label.
fn counts(text: &Text<'_>, at: usize) -> bool {
    let digits = text.word(at);
    if text.kind(at) == TokenKind::Number {
        digits.len() < 3 || digits.contains(',')
    } else {
        lexeme(text.lower(at)).is_some()
    }
}

/// A word in upper case: a modifier unless it is a plural ("Britons", "MPs", "Iraqis").
fn name(text: &Text<'_>, at: usize) -> Part {
    let (written, lower) = (text.word(at), text.lower(at));
    let initials =
        written.len() > 2 && written.ends_with('s') && written.trim_end_matches('s').chars().all(char::is_uppercase);
    let known = lexicon::is_plural(lower) && lexicon::classes(lower).has(Classes::NOUN);
    let people = ["ians", "ans", "ers", "ists", "ons", "alis", "aqis", "anis", "elis", "adis", "udis", "shis"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    // "two Reuters journalists".
    let goes_on = is_lower_word(text, at + 1) && lexicon::is_plural(text.lower(at + 1));
    let state = matches!(lower, "states" | "nations") && at > 0 && text.lower(at - 1) == "united";
    let plural = initials || known || people && lower.len() > 5 || is_plural_name(text, at);
    if plural && !goes_on && !state { Part::Plural } else { Part::Modifier }
}

/// Whether a word that is a plural or a verb is a verb: "lives" of "the population lives there". After a
/// number of things the plural is awaited, and an object has to show the verb: "the 3 cylinder engine drives it".
pub(super) fn is_verb_here(text: &Text<'_>, at: usize, wanted: Wanted) -> bool {
    let (lower, next) = (text.lower(at), text.lower(at + 1));
    let third = || lexicon::verb_form(lower).has(VerbForms::THIRD_PERSON);
    match wanted {
        Wanted::Several => {
            matches!(next, "the" | "a" | "an" | "it" | "them" | "him" | "her" | "his" | "their" | "its") && third()
        }
        Wanted::One | Wanted::Members | Wanted::Whole => {
            let after = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::ADVERB);
            let verb = lexicon::usual_class(lower) == Classes::VERB;
            // "a third of the population lives in the south", but "half of the state plans in force".
            let lives =
                wanted == Wanted::Whole && matches!(lower, "lives" | "works" | "votes" | "comes" | "goes" | "stays");
            verb || third() && (lives || lexicon::usual_class(next).has_any(after))
        }
    }
}

/// Plurals that stand before another noun: "sales reps", "police officers", "rights groups".
pub(super) fn is_modifying_plural(lower: &str) -> bool {
    is_collective(lower)
        || ["tions", "ings"].iter().any(|ending| lower.ends_with(ending))
        || [
            "data",
            "doubles",
            "pleas",
            "sales",
            "sports",
            "arms",
            "goods",
            "news",
            "systems",
            "rights",
            "savings",
            "customs",
            "communications",
            "operations",
            "weapons",
            "claims",
            "benefits",
            "securities",
            "futures",
            "options",
            "drugs",
            "jobs",
            "games",
            "women",
            "men",
            "children",
            "affairs",
            "services",
            "relations",
            "resources",
            "studies",
            "materials",
            "materiel",
            "electronics",
            "robotics",
            "logistics",
            "athletics",
            "gymnastics",
            "economics",
            "politics",
            "physics",
            "works",
            "clothes",
            "glasses",
            "parts",
            "solutions",
            "ethics",
            "plumbing",
            "events",
            "admissions",
            "elections",
            "appeals",
            "earnings",
            "publications",
            "gaming",
            "records",
        ]
        .contains(&lower)
}

/// Whether the number at `at` is part of the thing's name: "250ml bottles", "30-minute talks",
/// "Covid-19 cases", "tier 1 suppliers", "F-16s". Gives one past it, and whether the thing is a plural itself.
pub(super) fn inner_number(text: &Text<'_>, at: usize, first: usize) -> Option<(usize, Part)> {
    if text.kind(at) != TokenKind::Number {
        return None;
    }
    let hyphen = |at: usize| matches!(text.word(at), "-" | "‑") && text.glued(at) && text.glued(at + 1);
    // "two 30-minute sessions", "three 10-year-old boys".
    if hyphen(at + 1) && text.kind(at + 2) == TokenKind::Word {
        let mut end = at + 3;
        while hyphen(end) && text.kind(end + 1) == TokenKind::Word && end < at + 8 {
            end += 2;
        }
        return Some((end, Part::Modifier));
    }
    let suffix = text.kind(at + 1) == TokenKind::Word && text.glued(at + 1) && !text.glued(at + 2);
    let plural = suffix && text.word(at + 1) == "s";
    let Some(before) = at.checked_sub(1).filter(|&before| before >= first) else {
        return suffix.then_some((at + 2, if plural { Part::Plural } else { Part::Modifier }));
    };
    let glued = text.glued(at) && (text.kind(before) == TokenKind::Word || hyphen_before(text, at, first));
    if glued {
        // "ten F-16s", "200 AK-47s".
        return Some(if plural { (at + 2, Part::Plural) } else { (at + 1, Part::Modifier) });
    }
    if suffix {
        return Some((at + 2, if plural { Part::Plural } else { Part::Modifier }));
    }
    // "five tier 1 suppliers", "12 phase 3 trials".
    let labelled = text.kind(before) == TokenKind::Word
        && text.word(at).len() <= 3
        && (super::label::is_label(text.lower(before))
            || text.token(before).is_some_and(|token| token.case != Case::Lower) && is_lower_word(text, at + 1));
    labelled.then_some((at + 1, Part::Modifier))
}

/// "Covid-19": a number that hangs on a word by a hyphen.
fn hyphen_before(text: &Text<'_>, at: usize, first: usize) -> bool {
    at >= first + 2
        && matches!(text.word(at - 1), "-" | "‑")
        && text.glued(at - 1)
        && text.kind(at - 2) == TokenKind::Word
        && lexeme(text.lower(at - 2)).is_none()
}
