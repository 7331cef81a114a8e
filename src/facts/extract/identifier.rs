//! Digits and number words that are no figure: names, scores, telephone numbers, addresses, list numbers.

use super::lexemes::{Lexeme, lexeme};
use super::notation::{address, airliner, emergency, score, telephone};
use crate::text::{Case, Text, TokenKind, lexicon};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words before a number that it names a thing with: "Section 427", "channel 4".
static LABELS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    FxHashSet::from_iter([
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
    ])
});

/// Words of an English sentence that may begin it in upper case without being a name.
fn opens_sentence(lower: &str) -> bool {
    let classes = lexicon::Classes::PREPOSITION
        .or(lexicon::Classes::DETERMINER)
        .or(lexicon::Classes::PRONOUN)
        .or(lexicon::Classes::CONJUNCTION)
        .or(lexicon::Classes::AUXILIARY)
        .or(lexicon::Classes::ADVERB);
    lexicon::classes(lower).has_any(classes)
        || matches!(lower, "some" | "nearly" | "almost" | "roughly" | "more" | "than")
}

/// If the digits at the token `at` are no figure, the token to go on with.
pub(super) fn skip(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= floor);
    if let Some(end) = glued_before(text, at, before).or_else(|| glued_after(text, at)) {
        return Some(end);
    }
    let token = text.word(at);
    if let Some(end) = telephone(text, at) {
        return Some(end);
    }
    // "0800", "007": no figure begins with a zero but a decimal.
    let decimals = text.glued(at)
        && before.is_some_and(|before| {
            text.word(before) == "." && !text.glued(before) || text.word(before) == "." && before == floor
        });
    if token.len() > 1 && token.starts_with('0') && !token.starts_with("0.") && !decimals {
        return Some(at + 1);
    }
    if is_list_number(text, at, floor) || is_footnote(text, at) {
        return Some(at + 1);
    }
    if let Some(end) = score(text, at, floor).or_else(|| address(text, at)) {
        return Some(end);
    }
    emergency(text, at)
        .or_else(|| airliner(text, at))
        .or_else(|| label(text, at, before, floor).map(|end| past_glued(text, end)))
}

pub(super) fn is_hyphen(mark: &str) -> bool {
    matches!(mark, "-" | "‑" | "‐" | "–")
}

/// "G20", "Covid-19", "#5", "site/5", "under-21".
fn glued_before(text: &Text<'_>, at: usize, before: Option<usize>) -> Option<usize> {
    let before = before.filter(|_| text.glued(at))?;
    let skip = |end: usize| Some(past_glued(text, end));
    match text.kind(before) {
        TokenKind::Word => {
            let lower = text.lower(before);
            let money = text.word(before).chars().all(char::is_uppercase) && text.word(before).len() > 1
                || matches!(text.word(before), "Rs" | "R" | "Rp" | "kr" | "KSh");
            let money = money && !(text.glued(before) && before > 0 && is_hyphen(text.word(before - 1)));
            let dollar = before.checked_sub(1).is_some_and(|mark| text.word(mark) == "$");
            if (money && super::currency::before(text, at, 0).is_some()) || dollar || lower == "x" {
                None
            } else {
                skip(at + 1)
            }
        }
        TokenKind::Possessive | TokenKind::Number => skip(at + 1),
        TokenKind::Mark => {
            let inner = text.glued(before);
            match text.word(before) {
                "#" | "@" | "_" | "&" | "=" | "?" | "\\" | "%" | "©" => skip(at + 1),
                "'" | "’" | "‘" if text.word(at).len() == 2 && !inner => skip(at + 1),
                mark if is_hyphen(mark) && inner => {
                    let earlier = before.checked_sub(1)?;
                    let word = text.kind(earlier) == TokenKind::Word;
                    // "sub-7 nanometre", "now-18", "mid-1990s" and "twenty-5" are told apart by the word.
                    let open = matches!(
                        text.lower(earlier),
                        "minus" | "plus" | "sub" | "now" | "then" | "to" | "extra" | "another" | "and" | "or"
                    );
                    if word && lexeme(text.lower(earlier)).is_none() && !open && mark != "–" {
                        skip(at + 1)
                    } else {
                        None
                    }
                }
                "/" | "." | ":" | "~" if inner => {
                    let earlier = before.checked_sub(1)?;
                    let joined = text.kind(earlier) == TokenKind::Word || matches!(text.word(before), ":");
                    if joined { skip(at + 1) } else { None }
                }
                _ => None,
            }
        }
    }
}

/// One past the tokens that hang on the identifier without space.
pub(super) fn past_glued(text: &Text<'_>, mut end: usize) -> usize {
    let limit = end + 24;
    while end < limit && text.glued(end) {
        let joins = match text.kind(end) {
            TokenKind::Word | TokenKind::Number => true,
            TokenKind::Possessive => false,
            TokenKind::Mark => matches!(text.word(end), "-" | "/" | "_" | "." | ":" | "@") && text.glued(end + 1),
        };
        if !joins {
            break;
        }
        end += 1;
    }
    end
}

/// "5G", "4x4", "1990s", "10:30", "1/2/2019", "2-for-5".
fn glued_after(text: &Text<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if !text.glued(next) {
        return None;
    }
    match text.kind(next) {
        TokenKind::Word => {
            let written = text.word(next);
            let known = is_suffix(written)
                || crate::facts::units::by_symbol(written).is_some()
                || crate::facts::units::by_word(text.lower(next)).is_some()
                || lexeme(text.lower(next)).is_some()
                || crate::facts::units::period(text.lower(next)).is_some()
                || super::currency::after(text, next, true).is_some();
            let name = matches!((text.word(at), written), ("4" | "8", "K") | ("401", "k" | "K") | (_, "G" | "D"));
            if known
                && !name
                && !(text.kind(next + 1) == TokenKind::Number && text.glued(next + 1) && written.len() == 1)
            {
                None
            } else {
                Some(past_glued(text, next))
            }
        }
        TokenKind::Mark => {
            let number = text.kind(next + 1) == TokenKind::Number && text.glued(next + 1);
            match text.word(next) {
                ":" if number => Some(past_glued(text, next)),
                "/" if number && text.word(next + 2) == "/" && text.glued(next + 2) => Some(past_glued(text, next)),
                "/" if number => not_a_fraction(text, at).then(|| past_glued(text, next)),
                "/" => {
                    let units = text.lower(next + 1);
                    let rate =
                        crate::facts::units::period(units).is_some() || crate::facts::units::by_word(units).is_some();
                    (!rate && text.kind(next + 1) == TokenKind::Word && text.glued(next + 1))
                        .then(|| past_glued(text, next))
                }
                "@" | "_" | "=" => Some(past_glued(text, next)),
                "-" if text.glued(next + 1)
                    && matches!(
                        text.lower(next + 1),
                        "for" | "on" | "by" | "a" | "v" | "vs" | "up" | "and" | "something"
                    ) =>
                {
                    Some(past_glued(text, next))
                }
                _ => None,
            }
        }
        TokenKind::Number | TokenKind::Possessive => None,
    }
}

fn not_a_fraction(text: &Text<'_>, at: usize) -> bool {
    let (over, under) = (text.word(at), text.word(at + 2));
    match (over.parse::<u32>(), under.parse::<u32>()) {
        (Ok(9), Ok(11)) => true,
        (Ok(over), Ok(under)) => over >= under || under > 1000,
        _ => true,
    }
}

fn is_suffix(written: &str) -> bool {
    [
        "m", "M", "k", "K", "b", "B", "bn", "Bn", "BN", "tn", "t", "T", "mn", "mm", "MM", "mln", "p", "c", "C", "F",
        "pc", "pct", "st", "nd", "rd", "th", "ft", "in", "yo", "cr", "kr", "pp", "bp", "bps", "percent", "rd's", "mil",
        "mill",
    ]
    .contains(&written)
}

/// "1. Wash the rice": a number that begins its block, with a point or bracket.
fn is_list_number(text: &Text<'_>, at: usize, floor: usize) -> bool {
    at == floor
        && matches!(text.word(at + 1), "." | ")" | ":")
        && text.glued(at + 1)
        && text.word(at).len() <= 2
        && text.token(at).is_some_and(|token| {
            let sentence = text.sentences.get(text.sentence_at(token.span.start));
            let block = sentence.and_then(|sentence| text.block_of(sentence));
            block.is_some_and(|block| block.span.start == token.span.start)
        })
}

fn is_footnote(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.word(at - 1) == "[" && text.word(at + 1) == "]"
}

/// "Section 427", "iPhone 11", "S&P 500", "top 10".
fn label(text: &Text<'_>, at: usize, before: Option<usize>, floor: usize) -> Option<usize> {
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
    if word.kind != TokenKind::Word {
        return None;
    }
    let lower = text.lower(before);
    let unitless = !has_unit(text, at);
    let plain = token.bytes().all(|byte| byte.is_ascii_digit());
    // "version 10.4", "iOS 14.2".
    let release = !plain && !token.contains(',') && token.len() <= 5 && unitless;
    let unknown = word.case == Case::Title && before != floor && lexicon::classes(lower).is_empty();
    if release && unknown {
        return Some(at + 1);
    }
    if release
        && (matches!(lower, "version" | "v" | "ver" | "release")
            || word.case == Case::Mixed
            || matches!(lower, "ios" | "android" | "windows" | "firefox"))
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
    if word.case == Case::Lower || !unitless {
        return None;
    }
    // Grouped digits and decimals are figures after a name too ("the Dow 34,000", "Airbus 1,200 jets").
    if !plain || token.len() > 4 {
        return None;
    }
    if before == floor && opens_sentence(lower) || is_function(lower) || is_calendar(lower) {
        return None;
    }
    if is_headline_case(text, before, floor) && is_common(lower) {
        return None;
    }
    Some(at + 1)
}

fn is_function(lower: &str) -> bool {
    let classes = lexicon::usual_class(lower);
    let function = lexicon::Classes::PREPOSITION
        .or(lexicon::Classes::DETERMINER)
        .or(lexicon::Classes::PRONOUN)
        .or(lexicon::Classes::CONJUNCTION)
        .or(lexicon::Classes::AUXILIARY);
    classes.has_any(function)
}

fn is_calendar(lower: &str) -> bool {
    matches!(lower, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
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
    let next = at + 1;
    ["%", "per", "percent", "percentage", "million", "billion", "thousand", "hundred", "trillion", "pc", "pct", "basis"]
        .contains(&text.lower(next))
        || text.glued(next) && text.kind(next) == TokenKind::Word
        || crate::facts::units::by_word(text.lower(next)).is_some()
        || crate::facts::units::period(text.lower(next)).is_some()
        || super::currency::after(text, next, false).is_some()
        || at > 0 && super::currency::before(text, at, 0).is_some()
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
    ];
    if at > floor && label.contains(&text.lower(at - 1)) {
        return !lexicon::is_plural(text.lower(at + 1));
    }
    let Some(token) = text.token(at).filter(|token| token.case == Case::Title || token.case == Case::Upper) else {
        return false;
    };
    let name =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let before = at > floor && name(at - 1);
    if at == floor || is_headline_case(text, at, floor) {
        // "One Direction said": a sentence that opens with a number is told from a name by the next word.
        return at == floor
            && name(at + 1)
            && !is_headline_case(text, at, floor)
            && token.case == Case::Title
            && !lexicon::is_plural(text.lower(at + 1));
    }
    // "Ground Zero".
    before || name(at + 1) || text.lower(at) == "zero" || matches!(lexeme(text.lower(at)), Some(Lexeme::Place(_)))
}
