//! Digits and number words that are no figure: names, scores, telephone numbers, addresses, list numbers.

use super::label::label;
use super::lexemes::lexeme;
use super::notation::{address, airliner, emergency, postcode, score, telephone};
use crate::text::{Text, TokenKind};

/// If the digits at the token `at` are no figure, the token to go on with.
pub(super) fn skip(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= floor);
    if let Some(end) = glued_before(text, at, before).or_else(|| glued_after(text, at)) {
        return Some(end);
    }
    let token = text.word(at);
    // "100-1000 litres" are no telephone number.
    let measured = |end: usize| crate::facts::units::by_word(text.lower(end)).is_some();
    if let Some(end) = telephone(text, at).filter(|&end| !measured(end)) {
        return Some(end);
    }
    // "0800", "007": no figure begins with a zero but a decimal.
    let decimals = text.glued(at)
        && before.is_some_and(|before| {
            text.word(before) == "." && !text.glued(before) || text.word(before) == "." && before == floor
        });
    if token.len() > 1 && token.starts_with('0') && !token.starts_with("0.") && !token.starts_with("0,") && !decimals {
        return Some(at + 1);
    }
    if let Some(end) = aperture(text, at, floor) {
        return Some(end);
    }
    if is_list_number(text, at, floor) || is_footnote(text, at) {
        return Some(at + 1);
    }
    if let Some(end) = score(text, at, floor).or_else(|| address(text, at)).or_else(|| postcode(text, at, before)) {
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
            let money = !(text.glued(before) && before > 0 && is_hyphen(text.word(before - 1)));
            let dollar = before.checked_sub(1).is_some_and(|mark| text.word(mark) == "$");
            // "3 x4", but "x86".
            let times = lower == "x" && text.word(before) == "x" && !matches!(text.word(at), "86" | "64" | "32");
            if (money && super::currency::before(text, at, 0).is_some()) || dollar || times {
                None
            } else {
                skip(at + 1)
            }
        }
        TokenKind::Possessive | TokenKind::Number => skip(at + 1),
        TokenKind::Mark => {
            let inner = text.glued(before);
            match text.word(before) {
                "=" if super::currency::before(text, at, 0).is_some() => None,
                "#" | "@" | "_" | "&" | "=" | "?" | "\\" | "%" | "©" => skip(at + 1),
                "'" | "’" | "‘" if text.word(at).len() == 2 && !inner => skip(at + 1),
                mark if is_hyphen(mark) && inner => {
                    let earlier = before.checked_sub(1)?;
                    let word = text.kind(earlier) == TokenKind::Word;
                    // "sub-7 nanometre", "now-18", "mid-1990s" and "twenty-5" are told apart by the word.
                    let open = matches!(
                        text.lower(earlier),
                        "minus" | "plus" | "sub" | "now" | "then" | "to" | "extra" | "another" | "and" | "or" | "by"
                    );
                    // "its new fund-75 million euros": a dash that lacks its spaces.
                    let open = open || !text.glued(at + 1) && is_of_amounts(text.lower(at + 1));
                    if word && lexeme(text.lower(earlier)).is_none() && !open && mark != "–" {
                        skip(at + 1)
                    } else {
                        None
                    }
                }
                // "ï¿½1.5m" is of a sign that is lost: no metres.
                "½" if before > 0 && text.word(before - 1) == "¿" && is_one_letter(text, at + 1) => skip(at + 1),
                // "the 5+2 talks", "the P5+1 powers", "the 16+1 summit"
                "+" if inner && sides(text, at) => skip(at + 1),
                // "Rs.500"
                "." if super::currency::before(text, at, 0).is_some() => None,
                "/" | "." | ":" | "~" if inner => {
                    let earlier = before.checked_sub(1)?;
                    // "180C/350F"
                    let heat = text.word(before) == "/"
                        && matches!(text.word(earlier), "C" | "F")
                        && matches!(text.word(at + 1), "C" | "F");
                    let heat = heat || text.word(before) == "/" && is_measured_twice(text, earlier, at);
                    let joined = text.kind(earlier) == TokenKind::Word && !heat || matches!(text.word(before), ":");
                    if joined { skip(at + 1) } else { None }
                }
                _ => None,
            }
        }
    }
}

/// "250ml/9fl oz", "2kg/4.4lb": the same measure in two units; `unit` is the first of them.
fn is_measured_twice(text: &Text<'_>, unit: usize, at: usize) -> bool {
    let symbol = |at: usize| {
        crate::facts::units::by_symbol(text.word(at)).is_some()
            || crate::facts::units::by_word(text.lower(at)).is_some()
    };
    let number = unit.checked_sub(1).is_some_and(|number| text.kind(number) == TokenKind::Number && text.glued(unit));
    number && symbol(unit) && super::measure::named(text, at + 1).is_some()
}

/// Whether the digits are the second of sides that are told by a plus, "5+2", which nothing sums up.
fn sides(text: &Text<'_>, at: usize) -> bool {
    let side = |at: usize| text.kind(at) == TokenKind::Number && text.word(at).len() <= 2;
    let named = text.kind(at + 1) == TokenKind::Word && !text.glued(at + 1);
    at > 1 && side(at) && side(at - 2) && named && super::measure::named(text, at + 1).is_none()
}

fn is_one_letter(text: &Text<'_>, at: usize) -> bool {
    text.glued(at) && text.kind(at) == TokenKind::Word && text.word(at).len() == 1
}

fn is_of_amounts(lower: &str) -> bool {
    matches!(lower, "million" | "billion" | "trillion" | "percent")
}

/// One past the tokens that hang on the identifier without space.
pub(super) fn past_glued(text: &Text<'_>, mut end: usize) -> usize {
    let limit = end + 24;
    while end < limit && text.glued(end) {
        let joins = match text.kind(end) {
            TokenKind::Word | TokenKind::Number => true,
            TokenKind::Possessive => false,
            TokenKind::Mark => matches!(text.word(end), "-" | "/" | "_" | "." | ":" | "@" | "+") && text.glued(end + 1),
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
                || matches!(written, "G" | "ish")
                || matches!(written, "sq" | "cu")
                || crate::facts::units::by_symbol(written).is_some()
                || crate::facts::units::by_word(text.lower(next)).is_some()
                || lexeme(text.lower(next)).is_some()
                || crate::facts::units::period(text.lower(next)).is_some()
                || super::currency::after(text, next, true).is_some();
            let fine = text.word(at).len() > 2 && text.glued(at) && text.word(at.wrapping_sub(1)) == ".";
            let name = matches!((text.word(at), written), ("4" | "8", "K") | ("401", "k" | "K"))
                || matches!(written, "G" | "D") && !fine
                || (text.word(at), written) == ("3", "M") && !text.glued(at) && is_firm(text, next + 1);
            // "120m2" is an area.
            let squared = written == "m"
                && matches!(text.word(next + 1), "2" | "3")
                && (!text.glued(next + 2) || text.kind(next + 2) == TokenKind::Mark);
            if known
                && !name
                && (written.len() > 1 || squared || text.kind(next + 1) != TokenKind::Number || !text.glued(next + 1))
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
                    // "$50/bbl", "£4/kg", "€5/head"
                    let price = super::currency::before(text, at, 0).is_some();
                    let rate = price
                        || crate::facts::units::period(units).is_some()
                        || crate::facts::units::by_word(units).is_some();
                    (!rate && text.kind(next + 1) == TokenKind::Word && text.glued(next + 1))
                        .then(|| past_glued(text, next))
                }
                "@" | "_" | "=" => Some(past_glued(text, next)),
                "+" if number && sides(text, next + 1) => Some(past_glued(text, next)),
                // "501(c)(6)"
                "(" if text.word(next + 1).len() == 1
                    && text.glued(next + 1)
                    && text.kind(next + 1) == TokenKind::Word
                    && text.word(next + 2) == ")" =>
                {
                    Some(past_sections(text, next))
                }
                // "12-and-a-half"
                "-" if text.lower(next + 1) == "and" && text.word(next + 2) == "-" && text.glued(next + 2) => None,
                // "a 10-by-12-foot room"
                "-" if text.lower(next + 1) == "by" && is_side(text, next + 2) => None,
                // "$10-a-barrel oil", "a $15-an-hour wage"
                "-" if matches!(text.lower(next + 1), "a" | "an") && super::currency::before(text, at, 0).is_some() => {
                    None
                }
                "-" if text.glued(next + 1)
                    && matches!(
                        text.lower(next + 1),
                        "for" | "on" | "by" | "a" | "v" | "vs" | "up" | "and" | "something" | "compliant"
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

/// Whether after "10-by" another side and its unit follow: "-12-foot", "-12-by-8-foot".
fn is_side(text: &Text<'_>, mut at: usize) -> bool {
    let hyphen = |at: usize| is_hyphen(text.word(at)) && text.glued(at) && text.glued(at + 1);
    for _ in 0..3 {
        if !hyphen(at) || text.kind(at + 1) != TokenKind::Number || !hyphen(at + 2) {
            return false;
        }
        if text.lower(at + 3) != "by" {
            return crate::facts::units::by_word(text.lower(at + 3)).is_some();
        }
        at += 4;
    }
    false
}

/// "f / 4 - 5.6": how far a lens opens.
fn aperture(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    let letter = at.checked_sub(2).filter(|&letter| letter >= floor)?;
    if text.word(at - 1) != "/" || !matches!(text.word(letter), "f" | "F" | "ƒ") {
        return None;
    }
    let range = is_hyphen(text.word(at + 1)) && text.kind(at + 2) == TokenKind::Number;
    Some(if range { at + 3 } else { at + 1 })
}

/// One past "(c)(6)".
fn past_sections(text: &Text<'_>, mut at: usize) -> usize {
    for _ in 0..4 {
        if text.word(at) != "(" || !text.glued(at) || text.word(at + 2) != ")" {
            break;
        }
        at += 3;
    }
    // "501(c)6"
    if text.glued(at) && text.kind(at) == TokenKind::Number { at + 1 } else { at }
}

/// What follows the name of a firm that looks like a number: "3M shares", "3M's", "3M said".
fn is_firm(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Possessive
        || [
            "fell", "rose", "gained", "lost", "jumped", "slipped", "climbed", "shares", "stock", "co", "company",
            "corp", "earnings", "said", "says", "has", "is", "was", "masks",
        ]
        .contains(&text.lower(at))
}

fn not_a_fraction(text: &Text<'_>, at: usize) -> bool {
    let (over, under) = (text.word(at), text.word(at + 2));
    match (over.parse::<u32>(), under.parse::<u32>()) {
        (Ok(9), Ok(11)) => true,
        // "16/17" is a season.
        (Ok(over), Ok(under)) => over >= under || under > 1000 || over >= 10 && under == over + 1,
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

/// Whether brackets hold the number and no more, or a caret before it, as notes in Markdown have; braces hold it in
/// formulas and templates.
fn is_footnote(text: &Text<'_>, at: usize) -> bool {
    let Some(opens) = at.checked_sub(1) else { return false };
    // "\\frac{1}{3}", "{2}"
    if text.word(opens) == "{" {
        return text.word(at + 1) == "}" && text.glued(at) && text.glued(at + 1);
    }
    if text.word(at + 1) != "]" {
        return false;
    }
    text.word(opens) == "[" || text.word(opens) == "^" && opens > 0 && text.word(opens - 1) == "["
}
