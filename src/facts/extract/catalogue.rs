//! Numbers that carry a check of their own: ISBN, ISSN, EAN, IBAN, ISIN, LEI, card numbers, and DOIs by their form.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::Identifier;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// A scheme by the word that announces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Isbn,
    Issn,
    Ean,
    Iban,
    Isin,
    Lei,
    Card,
}

impl Scheme {
    fn name(self) -> &'static str {
        match self {
            Self::Isbn => "ISBN",
            Self::Issn => "ISSN",
            Self::Ean => "EAN",
            Self::Iban => "IBAN",
            Self::Isin => "ISIN",
            Self::Lei => "LEI",
            Self::Card => "card number",
        }
    }
}

/// The characters of an IBAN by its country, from the registry that SWIFT keeps (2024).
const IBAN: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SC", 31),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
];

/// The most characters of any of them.
const LONGEST: usize = 34;

/// How many tokens may stand between the word and its number: "ISBN-13:", "IBAN no.".
const BETWEEN: usize = 4;

/// The names of the schemes, in lower case.
pub(super) const WORDS: &[&str] = &["isbn", "issn", "ean", "iban", "isin", "lei", "card", "doi"];

/// Finds the numbers that a word of their scheme announces.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::SCHEME) {
        next = at + 1;
        let scheme = match text.lower(at) {
            "isbn" => Scheme::Isbn,
            "issn" => Scheme::Issn,
            "ean" => Scheme::Ean,
            "iban" => Scheme::Iban,
            "isin" => Scheme::Isin,
            "lei" if text.word(at) == "LEI" => Scheme::Lei,
            "card" => Scheme::Card,
            "doi" => {
                doi(reading, at);
                continue;
            }
            _ => continue,
        };
        announced(reading, at, scheme);
    }
}

fn announced(reading: &mut Reading<'_>, at: usize, scheme: Scheme) {
    let text = reading.text;
    let Some(first) = (at + 1..at + 2 + BETWEEN).find(|&first| starts(text, first, scheme)) else { return };
    let between = (at + 1..first).all(|at| {
        matches!(text.word(at), "-" | "–" | ":" | "." | "(" | ")" | "#" | "13" | "10" | "‑")
            || matches!(text.lower(at), "no" | "number" | "nr" | "is" | "code" | "print" | "online")
    });
    if !between {
        return;
    }
    let (signs, last) = signs(text, first, scheme);
    let Some((fits, expected, fault)) = judged(scheme, &signs) else { return };
    let at = reading.at(text.span(first, last), Certainty::Sure);
    reading.facts.identifiers.push(Identifier { at, scheme: scheme.name(), fits, expected, fault });
}

/// Whether a number of the scheme may begin at a token.
fn starts(text: &Text<'_>, at: usize, scheme: Scheme) -> bool {
    match scheme {
        Scheme::Isbn | Scheme::Issn | Scheme::Ean | Scheme::Card => {
            // "ISBN-13: 978…": the first number belongs to the name.
            let named = matches!(text.word(at), "13" | "10") && !(text.word(at + 1) == "-" && text.glued(at + 1));
            text.kind(at) == TokenKind::Number && !named
        }
        Scheme::Iban | Scheme::Isin => {
            text.kind(at) == TokenKind::Word
                && text.word(at).len() >= 2
                && text.token(at).is_some_and(|t| t.case == Case::Upper)
        }
        Scheme::Lei => text.kind(at) == TokenKind::Number || text.token(at).is_some_and(|t| t.case == Case::Upper),
    }
}

/// The letters and digits of a number in groups, and its last token.
fn signs(text: &Text<'_>, first: usize, scheme: Scheme) -> (String, usize) {
    let mut signs = String::new();
    let (mut at, mut last) = (first, first);
    let enough = |signs: &str| match scheme {
        Scheme::Isbn | Scheme::Ean => signs.len() >= 13,
        Scheme::Issn => signs.len() >= 8,
        Scheme::Iban => {
            signs.len() >= 4
                && IBAN.iter().any(|(country, length)| signs.starts_with(country) && signs.len() >= *length)
        }
        Scheme::Isin => signs.len() >= 12,
        Scheme::Lei => signs.len() >= 20,
        Scheme::Card => signs.len() >= 19,
    };
    while signs.len() < LONGEST && (text.glued(at) || !enough(&signs)) {
        let word = text.word(at);
        let glued = at == first || text.glued(at);
        match text.kind(at) {
            TokenKind::Number if word.bytes().all(|byte| byte.is_ascii_digit()) => {}
            TokenKind::Word if matches!(word, "X" | "x") && glued && matches!(scheme, Scheme::Isbn | Scheme::Issn) => {}
            TokenKind::Word
                if matches!(scheme, Scheme::Iban | Scheme::Isin | Scheme::Lei)
                    && word.bytes().all(|byte| byte.is_ascii_uppercase()) => {}
            TokenKind::Mark if matches!(word, "-" | "–" | "‑") && glued && text.glued(at + 1) => {
                at += 1;
                continue;
            }
            TokenKind::Number | TokenKind::Word | TokenKind::Mark | TokenKind::Possessive => break,
        }
        // Spaces part groups; what follows a book's whole number is something else.
        if at != first
            && !text.glued(at)
            && matches!(scheme, Scheme::Isbn)
            && signs.len() == 10
            && !signs.starts_with("97")
        {
            break;
        }
        signs.push_str(&word.to_ascii_uppercase());
        last = at;
        at += 1;
    }
    (signs, last)
}

type Judged = (bool, Option<Box<str>>, Option<Box<str>>);

/// Whether the check of a number fits, what would fit, and what is wrong with its length.
fn judged(scheme: Scheme, signs: &str) -> Option<Judged> {
    let count = signs.chars().count();
    let length = |wanted: &str| -> Option<Judged> {
        Some((true, None, Some(format!("{} has {wanted}, this one {count}", article(scheme)).into())))
    };
    match scheme {
        Scheme::Isbn => match count {
            10 => Some(by_digit(signs, weighted_eleven(signs))),
            13 => Some(by_digit(signs, weighted_ten(signs))),
            9 | 11 | 12 | 14 => length("10 or 13 digits"),
            _ => None,
        },
        Scheme::Issn => match count {
            8 => Some(by_digit(signs, weighted_eleven(signs))),
            7 | 9 => length("8 digits"),
            _ => None,
        },
        Scheme::Ean => match count {
            13 | 8 => Some(by_digit(signs, weighted_ten(signs))),
            7 | 9 | 11 | 12 | 14 => length("8 or 13 digits"),
            _ => None,
        },
        Scheme::Iban => {
            let (_, wanted) = IBAN.iter().find(|(country, _)| signs.starts_with(country))?;
            if count == *wanted {
                Some((mod_97(signs, 4..count, 0..4)? == 1, None, None))
            } else if count.abs_diff(*wanted) <= 3 {
                let country = signs.get(..2)?;
                Some((
                    true,
                    None,
                    Some(format!("an IBAN of {country} has {wanted} characters, this one {count}").into()),
                ))
            } else {
                None
            }
        }
        Scheme::Isin => (count == 12).then(|| (luhn_of_letters(signs), None, None)),
        Scheme::Lei => match count {
            20 => Some((mod_97(signs, 0..20, 0..0)? == 1, None, None)),
            18 | 19 | 21 => length("20 characters"),
            _ => None,
        },
        Scheme::Card => match count {
            13..=19 if signs.bytes().all(|byte| byte.is_ascii_digit()) => Some((luhn(signs), None, None)),
            _ => None,
        },
    }
}

fn article(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Isbn => "an ISBN",
        Scheme::Issn => "an ISSN",
        Scheme::Ean => "an EAN",
        Scheme::Iban => "an IBAN",
        Scheme::Isin => "an ISIN",
        Scheme::Lei => "an LEI",
        Scheme::Card => "a card number",
    }
}

fn by_digit(signs: &str, expected: Option<char>) -> Judged {
    let written = signs.chars().next_back();
    match expected {
        Some(expected) if written != Some(expected) => (false, Some(expected.to_string().into()), None),
        _ => (true, None, None),
    }
}

/// The check digit of ISBN-10 and ISSN: weights fall to one, the sum is divided by eleven (ISO 2108, ISO 3297).
fn weighted_eleven(signs: &str) -> Option<char> {
    let digits = signs.get(..signs.len().checked_sub(1)?)?;
    let mut sum = 0;
    for (place, c) in digits.chars().enumerate() {
        sum += c.to_digit(10)? * (signs.len() - place) as u32;
    }
    match (11 - sum % 11) % 11 {
        10 => Some('X'),
        rest => char::from_digit(rest, 10),
    }
}

/// The check digit of ISBN-13 and EAN: weights one and three in turn from the right, divided by ten (GS1).
fn weighted_ten(signs: &str) -> Option<char> {
    let digits = signs.get(..signs.len().checked_sub(1)?)?;
    let mut sum = 0;
    for (place, c) in digits.chars().rev().enumerate() {
        sum += c.to_digit(10)? * if place % 2 == 0 { 3 } else { 1 };
    }
    char::from_digit((10 - sum % 10) % 10, 10)
}

/// The rest of a number in base 36 by 97 (ISO 7064), its two ranges of characters one after the other.
fn mod_97(signs: &str, first: Range<usize>, second: Range<usize>) -> Option<u32> {
    let mut rest = 0;
    for c in signs.get(first)?.chars().chain(signs.get(second)?.chars()) {
        let value = c.to_digit(36)?;
        rest = (rest * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    Some(rest)
}

/// The rule of Luhn: every second digit from the right doubled, the sum a multiple of ten (ISO 7812).
fn luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (place, c) in digits.chars().rev().enumerate() {
        let digit = c.to_digit(10).unwrap_or_default() * if place % 2 == 1 { 2 } else { 1 };
        sum += digit / 10 + digit % 10;
    }
    sum % 10 == 0
}

/// Luhn's rule where letters count from ten on (ISO 6166).
fn luhn_of_letters(signs: &str) -> bool {
    let digits: String = signs.chars().filter_map(|c| c.to_digit(36)).map(|value| value.to_string()).collect();
    luhn(&digits)
}

/// "doi:10.1234/abc": a prefix of four to nine digits after "10.", and a suffix after the stroke.
fn doi(reading: &mut Reading<'_>, at: usize) {
    let text = reading.text;
    let Some(first) = (at + 1..at + 6).find(|&first| text.kind(first) == TokenKind::Number) else { return };
    let between = (at + 1..first).all(|at| matches!(text.word(at), ":" | "." | "/" | "(") || text.lower(at) == "org");
    let Some(registrant) = text.word(first).strip_prefix("10.").filter(|_| between) else { return };
    let digits = registrant.split('.').next().unwrap_or_default();
    let suffix = text.word(first + 1) == "/" && text.glued(first + 1) && text.glued(first + 2);
    let fault = match () {
        () if !(4..=9).contains(&digits.len()) => {
            let count = digits.len();
            Some(format!("the prefix of a DOI has 4 to 9 digits after “10.”, this one {count}").into())
        }
        () if !suffix => Some("a DOI has a stroke and a suffix after its prefix, this one has none".into()),
        () => None,
    };
    let last = if suffix { super::identifier::past_glued(text, first + 1).saturating_sub(1) } else { first };
    let at = reading.at(text.span(first, last.max(first)), Certainty::Likely);
    reading.facts.identifiers.push(Identifier { at, scheme: "DOI", fits: true, expected: None, fault });
}
