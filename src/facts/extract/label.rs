//! Numbers that name a thing: "Section 427", "iPhone 11", "top 10", "Big Four".

use super::lexemes::{Lexeme, lexeme};
use super::times::is_weekday;
use super::{count, measure};
use crate::text::words::WordSet;
use crate::text::{Case, Text, TokenKind, gazetteer, lexicon};
use std::sync::LazyLock;

/// Words before a number that it names a thing with: "Section 427", "channel 4".
static LABELS: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::from_iter([
        "section",
        "chapter",
        "page",
        "pages",
        "pp",
        "article",
        "rule",
        "room",
        "flight",
        "phase",
        "category",
        "grade",
        "level",
        "stage",
        "tier",
        "type",
        "class",
        "group",
        "figure",
        "fig",
        "table",
        "act",
        "scene",
        "verse",
        "lane",
        "gate",
        "platform",
        "terminal",
        "route",
        "highway",
        "interstate",
        "exit",
        "number",
        "no",
        "nos",
        "numbers",
        "version",
        "part",
        "volume",
        "vol",
        "step",
        "item",
        "track",
        "block",
        "lot",
        "row",
        "seat",
        "court",
        "district",
        "ward",
        "zone",
        "sector",
        "channel",
        "episode",
        "season",
        "series",
        "round",
        "game",
        "match",
        "question",
        "q",
        "proposition",
        "prop",
        "amendment",
        "schedule",
        "clause",
        "paragraph",
        "para",
        "appendix",
        "size",
        "form",
        "bus",
        "line",
        "model",
        "mark",
        "mach",
        "top",
        "pier",
        "apartment",
        "apt",
        "suite",
        "box",
        "hole",
        "stall",
        "pod",
        "factor",
        "chamber",
        "resolution",
        "book",
        "lesson",
        "psalm",
        "bay",
        "berth",
        "dock",
        "runway",
        "junction",
        "jct",
        "area",
        "code",
        "room",
        "ward",
        "wing",
        "cell",
        "unit",
        "formula",
        "division",
        "league",
        "liga",
        "euro",
        "covid",
        "mk",
        "ps",
        "xbox",
        "playstation",
        "iphone",
        "windows",
        "note",
        "annex",
        "individual",
        "precinct",
        "engine",
        "ladder",
        "station",
        "week",
        "heat",
        "pot",
        "pool",
        "sub-section",
        "subsection",
        "id",
        "isbn",
        "doi",
        "extension",
        "ext",
        "tel",
        "phone",
        "fax",
        "call",
        "dial",
        "dialled",
        "dialed",
        "ring",
        "lap",
    ])
});

/// Whether a number after the word names a thing.
pub(super) fn is_label(lower: &str) -> bool {
    LABELS.contains(lower)
}

/// Whether the word before a number is a name, and no word that a headline or a calendar writes like one.
pub(super) fn is_named_before(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let lower = text.lower(at);
    let name = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    name && !is_function(lower) && !is_weekday(lower) && !is_headline_case(text, at, floor)
}

/// Indices of stock exchanges as hurried writers spell them, with the number of their shares.
const INDICES: &[(&str, &str)] = &[
    ("sp", "500"),
    ("spx", "500"),
    ("ftse", "100"),
    ("ftse", "250"),
    ("nasdaq", "100"),
    ("nikkei", "225"),
    ("russell", "1000"),
    ("russell", "2000"),
    ("stoxx", "50"),
    ("stoxx", "600"),
    ("cac", "40"),
    ("dax", "30"),
    ("dax", "40"),
    ("asx", "200"),
    ("csi", "300"),
];

/// Whether "of" stands in the name of a round of states: "the Group of", "the Gang of".
fn is_group(text: &Text<'_>, of: usize, floor: usize) -> bool {
    let head = of.checked_sub(1).filter(|&head| head >= floor).and_then(|head| Some((head, text.token(head)?)));
    head.is_some_and(|(head, token)| token.case == Case::Title && matches!(text.lower(head), "group" | "gang"))
}

/// Words of an English sentence that may begin it in upper case without being a name.
fn opens_sentence(lower: &str) -> bool {
    let classes = lexicon::Classes::PREPOSITION
        .or(lexicon::Classes::DETERMINER)
        .or(lexicon::Classes::PRONOUN)
        .or(lexicon::Classes::CONJUNCTION)
        .or(lexicon::Classes::AUXILIARY)
        .or(lexicon::Classes::ADVERB);
    lexicon::classes(lower).has_any(classes)
        || matches!(lower, "some" | "nearly" | "almost" | "roughly" | "more" | "than" | "minus" | "plus")
}

/// "Section 427", "iPhone 11", "S&P 500", "top 10".
pub(super) fn label(text: &Text<'_>, at: usize, before: Option<usize>, floor: usize) -> Option<usize> {
    let mut before = before?;
    let token = text.word(at);
    if matches!(text.word(before), "." | "#") && text.glued(before) {
        before = before.checked_sub(1)?;
        if !matches!(text.lower(before), "no" | "nos" | "p" | "pp" | "vol" | "fig") {
            return None;
        }
        return Some(at + 1);
    }
    let word = text.token(before)?;
    // "the Standard & Poor's 500"
    if word.kind == TokenKind::Possessive && before > 0 && text.word(before - 1) == "Poor" && token == "500" {
        return Some(at + 1);
    }
    if word.kind != TokenKind::Word {
        return None;
    }
    let lower = text.lower(before);
    if let Some(end) = past_labels(text, before, at) {
        return Some(end);
    }
    let unitless = !has_unit(text, at);
    let plain = token.bytes().all(|byte| byte.is_ascii_digit());
    // "version 10.4", "iOS 14.2".
    let release = !plain && !token.contains(',') && token.len() <= 5 && unitless;
    let unknown = word.case == Case::Title && before != floor && lexicon::classes(lower).is_empty();
    if release && unknown {
        return Some(at + 1);
    }
    if release
        && (matches!(lower, "version" | "v" | "ver" | "release" | "update" | "firmware" | "patch")
            || word.case == Case::Mixed
            || matches!(lower, "ios" | "android" | "windows" | "firefox"))
    {
        return Some(at + 1);
    }
    // "along US 101"
    if text.word(before) == "US" && plain && unitless && token.len() <= 3 && !lexicon::is_plural(text.lower(at + 1)) {
        return Some(at + 1);
    }
    // "Executive Order 13491", "ISBN 9780521839402", "Steamfitters Local 449"
    let filed = matches!(lower, "order" | "isbn" | "local" | "bill") && word.case != Case::Lower;
    if filed && plain && unitless && !lexicon::is_plural(text.lower(at + 1)) {
        return Some(at + 1);
    }
    // "gas 6" of an oven
    let oven = lower == "gas" && plain && token.len() == 1 && token != "0";
    if oven
        && unitless
        && (text.kind(at + 1) == TokenKind::Mark || matches!(text.lower(at + 1), "for" | "and" | "until"))
    {
        return Some(at + 1);
    }
    if LABELS.contains(lower) && plain && unitless && token.len() <= 4 {
        // "the bus 12 people were on" does not occur; "part 12" does.
        let verb =
            matches!(lower, "call" | "ring" | "dial" | "form" | "match" | "top" | "mark") && word.case == Case::Lower;
        let counted = verb && lower != "top" && lexicon::is_plural(text.lower(at + 1));
        let ranked = lower == "top" && (text.kind(at + 1) != TokenKind::Word || !counted);
        return (ranked || !counted).then_some(at + 1);
    }
    // "on day 17 of the trial", but "on a day 17 people died".
    if lower == "day" && plain && unitless && token.len() <= 3 {
        let article = before.checked_sub(1).is_some_and(|at| lexicon::usual_class(text.lower(at)).has(DETERMINER));
        if !article && !lexicon::is_plural(text.lower(at + 1)) {
            return Some(at + 1);
        }
    }
    // "the sp 500", "the russell 2000".
    if plain && unitless && INDICES.contains(&(lower, token)) {
        return Some(at + 1);
    }
    // "Group of 20 leaders".
    if lower == "of" && plain && is_group(text, before, floor) {
        return Some(at + 1);
    }
    if word.case == Case::Lower || !unitless {
        return None;
    }
    // Grouped digits and decimals are figures after a name too ("the Dow 34,000", "Airbus 1,200 jets").
    if !plain || token.len() > 4 {
        return None;
    }
    if before == floor && opens_sentence(lower) || is_function(lower) || is_weekday(lower) {
        return None;
    }
    if is_headline_case(text, before, floor) && is_common(lower) || before == floor && bids(text, before) {
        return None;
    }
    Some(at + 1)
}

/// "Add 3 eggs", "Buy 2 tickets", "Use 3-4 cloves": a verb that opens a sentence before a number of things.
fn bids(text: &Text<'_>, verb: usize) -> bool {
    let lower = text.lower(verb);
    let next = verb + 2;
    let things = lexicon::is_plural(text.lower(next))
        || matches!(text.lower(next), "of" | "to" | "or" | "more" | "large" | "small" | "medium")
        || matches!(text.word(next), "-" | "–" | "/") && text.kind(next + 1) == TokenKind::Number
        || text.kind(next) == TokenKind::Number;
    things && lexicon::usual_class(lower) == lexicon::Classes::VERB
}

/// Words for what is numbered that news puts before several numbers.
const NUMBERED: &[&str] = &[
    "grades",
    "years",
    "sections",
    "chapters",
    "articles",
    "rounds",
    "rows",
    "rooms",
    "gates",
    "lanes",
    "exits",
    "tiers",
    "phases",
    "stages",
    "wards",
    "districts",
    "precincts",
    "episodes",
    "verses",
    "clauses",
    "items",
    "lines",
    "routes",
    "highways",
    "interstates",
    "questions",
    "games",
    "platforms",
    "pages",
    "volumes",
    "tables",
    "sets",
    "laps",
    "holes",
    "amendments",
    "propositions",
    "channels",
    "flights",
    "grade",
];

/// One past the last of "grades 9-12", "sections 3 and 7", "games 2, 3 and 5", "grades K-8"; one number alone
/// may count what follows.
fn past_labels(text: &Text<'_>, label: usize, at: usize) -> Option<usize> {
    if !NUMBERED.contains(&text.lower(label)) || text.glued(at) {
        return None;
    }
    let small = |at: usize| {
        text.kind(at) == TokenKind::Number
            && text.word(at).len() <= 3
            && text.word(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    // Years at school; those of a life or an event have more.
    let school = |at: usize| text.word(at).parse::<u8>().is_ok_and(|year| (1..=13).contains(&year));
    let fits = |at: usize| small(at) && !has_unit(text, at) && (text.lower(label) != "years" || school(at));
    let mut end = at + 1;
    if !fits(at) {
        return None;
    }
    for _ in 0..12 {
        let comma = usize::from(text.word(end) == "," && !text.glued(end + 1));
        let joiner = end + comma;
        let word = matches!(text.lower(joiner), "and" | "or" | "to" | "through" | "&" | "thru");
        let dash = comma == 0 && matches!(text.word(joiner), "-" | "–" | "‑");
        let next = joiner + usize::from(word || dash);
        if next == end || !fits(next) {
            break;
        }
        end = next + 1;
    }
    (end > at + 1).then_some(end)
}

const DETERMINER: lexicon::Classes = lexicon::Classes::DETERMINER;

fn is_function(lower: &str) -> bool {
    let classes = lexicon::usual_class(lower);
    let function = lexicon::Classes::PREPOSITION
        .or(lexicon::Classes::DETERMINER)
        .or(lexicon::Classes::PRONOUN)
        .or(lexicon::Classes::CONJUNCTION)
        .or(lexicon::Classes::AUXILIARY);
    classes.has_any(function)
}

/// Words that a headline in title case writes with a capital, and that are no names.
fn is_common(lower: &str) -> bool {
    let usual = lexicon::usual_class(lower);
    usual.has_any(lexicon::Classes::VERB.or(lexicon::Classes::ADJECTIVE).or(lexicon::Classes::ADVERB))
        || lexicon::classes(lower).has(lexicon::Classes::VERB)
}

/// Whether most words around are in upper case, as in a headline.
fn is_headline_case(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let end = text.token(at).map_or(at, |token| {
        text.sentences.get(text.sentence_at(token.span.start)).map_or(at, |sentence| sentence.tokens.end)
    });
    let (mut capital, mut all) = (0, 0);
    for at in floor..end.min(floor + 40) {
        let Some(token) = text.token(at).filter(|token| token.kind == TokenKind::Word && token.span.len() > 3) else {
            continue;
        };
        all += 1;
        capital += usize::from(token.case != Case::Lower);
    }
    all >= 2 && capital * 4 >= all * 3
}

/// Whether a unit, scale, per cent or currency follows, which only figures have.
fn has_unit(text: &Text<'_>, at: usize) -> bool {
    // "Seas 4-6ft", "NW 10 to 20 mph"
    let dash = matches!(text.word(at + 1), "-" | "–") && text.glued(at + 1) && text.glued(at + 2);
    let range = (dash || text.lower(at + 1) == "to") && text.kind(at + 2) == TokenKind::Number;
    let next = if range { at + 3 } else { at + 1 };
    [
        "%",
        "°",
        "per",
        "percent",
        "percentage",
        "million",
        "billion",
        "thousand",
        "hundred",
        "trillion",
        "pc",
        "pct",
        "basis",
    ]
    .contains(&text.lower(next))
        || text.glued(next) && text.kind(next) == TokenKind::Word
        || crate::facts::units::by_word(text.lower(next)).is_some()
        || crate::facts::units::by_symbol(text.word(next)).is_some() && is_no_word(text, next)
        || crate::facts::units::period(text.lower(next)).is_some()
        || super::currency::after(text, next, false).is_some()
        || at > 0 && super::currency::before(text, at, 0).is_some()
        || at > 0 && super::currency::with_scale_before(text, at, 0).is_some()
}

/// Whether a symbol is no word of the language but a unit's: "mph", and not "in".
fn is_no_word(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::classes(lower).is_empty() || matches!(lower, "mph" | "kph" | "km" | "kt" | "kts" | "ft" | "mm" | "cm")
}

/// Whether a number word in upper case is part of a name: "Big Four", "Seven Network", "the Six Nations".
pub(super) fn is_name(text: &Text<'_>, at: usize, floor: usize) -> bool {
    // "number three", "question two".
    let label = [
        "number",
        "question",
        "chapter",
        "phase",
        "part",
        "stage",
        "section",
        "volume",
        "episode",
        "round",
        "individual",
        "turn",
        "lap",
        "day",
        "week",
        "game",
        "season",
        "task",
        "item",
        "patient",
        "ground",
        "grade",
        "level",
    ];
    if at > floor && label.contains(&text.lower(at - 1)) {
        return !lexicon::is_plural(text.lower(at + 1));
    }
    let Some(token) = text.token(at).filter(|token| token.case == Case::Title || token.case == Case::Upper) else {
        return false;
    };
    let name =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    // "Ocean's Twelve", "the Big-Five survey".
    let joined = at > floor + 1
        && name(at - 2)
        && token.case == Case::Title
        && (text.kind(at - 1) == TokenKind::Possessive && !lexicon::is_plural(text.lower(at + 1))
            || text.word(at - 1) == "-" && text.glued(at - 1) && text.glued(at));
    let before = joined || at > floor && (name(at - 1) || text.lower(at - 1) == "of" && is_group(text, at - 1, floor));
    if at == floor || is_headline_case(text, at, floor) {
        // "One Direction said": a sentence that opens with a number is told from a name by the next word.
        return at == floor
            && name(at + 1)
            && !is_headline_case(text, at, floor)
            && token.case == Case::Title
            && (!lexicon::is_plural(text.lower(at + 1)) || is_plural_name(text, at))
            && (measure::past_modifier(text, at + 1).is_none() || name(at + 2))
            && !opens_with_count(text, at);
    }
    // "Ground Zero".
    before || name(at + 1) || text.lower(at) == "zero" || matches!(lexeme(text.lower(at)), Some(Lexeme::Place(_)))
}

/// "Two Rivers is a town", "Seven Sisters Road was shut": a plural noun in a name, which a verb of one or another
/// name follows; peoples and parties are counted.
fn is_plural_name(text: &Text<'_>, at: usize) -> bool {
    let (noun, next) = (text.lower(at + 1), at + 2);
    let singular = lexicon::singular(noun);
    let common = text.token(at + 1).is_some_and(|token| token.case == Case::Title)
        && lexicon::usual_class(&singular) == lexicon::Classes::NOUN
        && gazetteer::demonym(noun).is_none()
        && gazetteer::demonym(&singular).is_none();
    let one = matches!(text.lower(next), "is" | "was" | "has") && text.lower(at) != "one";
    let named = text.token(next).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Title)
        && (!lexicon::is_plural(text.lower(next)) || text.lower(next) == "police")
        && lexicon::usual_class(text.lower(next)) == lexicon::Classes::NOUN
        && super::times::is_no_time(text.lower(next));
    common && (one || named)
}

/// "Three London teens were held", "One Florida man said": what the names after the number belong to is common.
fn opens_with_count(text: &Text<'_>, at: usize) -> bool {
    let one = text.lower(at) == "one";
    let common = |at: usize| {
        text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
            && lexicon::classes(text.lower(at)).has(lexicon::Classes::NOUN)
    };
    if !one {
        return count::after(text, at + 1, false).is_some_and(|found| common(found.end - 1));
    }
    // "One Direction star": of names only places and peoples tell of which kind one is.
    let place = gazetteer::readings(text.lower(at + 1)).next().is_some()
        || lexicon::usual_class(text.lower(at + 1)) == lexicon::Classes::ADJECTIVE;
    place && common(at + 2) && !lexicon::is_plural(text.lower(at + 2))
}
