//! Currencies by sign, code and name, before a number and after it.

mod paying;
mod words;

use self::words::{Name, Place, Reading};
use super::lexemes::{Lexeme, lexeme};
use crate::facts::exact::Exact;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// A currency as a text writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    /// ISO code where certain, else the name; empty where the text does not say ("ten grand").
    pub(super) key: &'static str,
    /// The name of the hundredth that the text counts in, if it does.
    pub(super) cent: Option<&'static str>,
}

/// Words that no name of a thing ends or begins with.
const GRAMMAR: Classes = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::PRONOUN).or(Classes::CONJUNCTION);

impl Currency {
    /// A currency in its main unit.
    pub(super) const fn whole(key: &'static str) -> Self {
        Self { key, cent: None }
    }

    /// Whether this currency is also called by the other's name: "£" by "pounds", "A$" by "dollars".
    pub(super) fn is_called(self, name: Self) -> bool {
        let of_a_land = matches!(
            (self.key, name.key),
            ("GBP", "pound") | ("USD" | "AUD" | "CAD" | "NZD" | "HKD" | "SGD", "dollar")
        );
        name.cent.is_none() && (self.key == name.key || of_a_land)
    }

    /// Whether `part` is a hundredth of this currency: cents of dollars, pence of pounds.
    pub(super) fn has_part(self, part: Self) -> bool {
        let same = part.key == self.key || part.key == "dollar" && !matches!(self.key, "GBP" | "pound");
        let pounds = matches!((self.key, part.key), ("pound", "GBP") | ("INR" | "PKR", "rupee"));
        self.cent.is_none() && part.cent.is_some() && (same || pounds)
    }
}

/// A currency mark before a number, with its first token.
///
/// `at` is the number's first token.
pub(super) fn before(text: &Text<'_>, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let last = at.checked_sub(1).filter(|&last| last >= floor)?;
    // "$-5m".
    let minus = text.word(last) == "-" && text.glued(at) && text.glued(last) && last > floor;
    let last = if minus && words::sign(text.word(last - 1)).is_some() { last - 1 } else { last };
    let earlier = last.checked_sub(1).filter(|&earlier| earlier >= floor);
    if let Some(key) = words::sign(text.word(last)) {
        if key == "dollar"
            && let Some(found) = earlier.and_then(|earlier| whose_dollar(text, earlier, floor))
        {
            return Some(found);
        }
        // A sign glued to what stands before it is no prefix ("10$ 5").
        let loose = earlier.is_none_or(|earlier| !text.glued(last) || text.kind(earlier) != TokenKind::Number);
        return loose.then_some((Currency::whole(key), last));
    }
    if text.kind(last) != TokenKind::Word {
        // "Y=590 billion", as news agencies key the yen sign.
        if text.word(last) == "=" && text.glued(last) && text.glued(at) && is_large(text, at) {
            return earlier.filter(|&yen| text.word(yen) == "Y").map(|yen| (Currency::whole("JPY"), yen));
        }
        // "GH¢200".
        if text.word(last) == "¢" && text.glued(last) {
            return earlier.filter(|&ghana| text.word(ghana) == "GH").map(|ghana| (Currency::whole("GHS"), ghana));
        }
        // "Rs. 20", "Rp. 5,000".
        let earlier = earlier.filter(|_| text.word(last) == "." && text.glued(last))?;
        let (key, place) = words::mark(text.word(earlier))?;
        let fits = place == Place::Before || text.word(earlier) == "Rs";
        return fits.then_some((Currency::whole(key), earlier));
    }
    // "$US5", "$A5", as some papers write it.
    if text.glued(at)
        && let Some(sign) = earlier.filter(|&sign| text.word(sign) == "$" && text.glued(last))
    {
        return words::dollar_of(text.word(last)).map(|key| (Currency::whole(key), sign));
    }
    // "3 CAD 5": the code belongs to the number before it, but "3 USD50 cards" has it glued and in
    // "rmb 10 usd 20" the number before has its own.
    let code = |at: usize| words::code(text.word(at)).or_else(|| words::small_code(text.word(at)));
    let number = |at: usize| text.kind(at) == TokenKind::Number || lexeme(text.lower(at)).is_some();
    let served = |number: usize| number.checked_sub(1).is_some_and(|at| at >= floor && code(at).is_some());
    if earlier.is_some_and(|earlier| number(earlier) && !served(earlier)) && (text.glued(last) || !text.glued(at)) {
        return None;
    }
    let written = text.word(last);
    // "COP26" is a conference, "COP 26,000" are pesos.
    if written == "COP" && text.glued(at) && text.word(at).len() == 2 {
        return None;
    }
    if let Some(key) = code(last) {
        return Some((Currency::whole(key), last));
    }
    if let Some((key, place)) = words::mark(written) {
        let fits = match place {
            Place::Either | Place::Before => true,
            // "R0" is a rate of infection.
            Place::Glued => text.glued(at) && (text.word(at).len() > 1 || is_large(text, at)),
            Place::Large => is_large(text, at),
            Place::After => false,
        };
        return fits.then_some((Currency::whole(key), last));
    }
    name_before(text, at, last, earlier)
}

/// Whose the dollar sign after the token `at` is: "US$5", "A$5", "US $5", "Mex$ 10".
fn whose_dollar(text: &Text<'_>, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let letters = text.word(at);
    let key = words::dollar_of(letters)?;
    // "C $6" after a word of grammar; "vitamin C $6" and "class A $6" are names.
    let free = at > floor && lexicon::classes(text.lower(at - 1)).has_any(GRAMMAR.or(Classes::AUXILIARY));
    let spaced = letters.len() > 1 || free && letters != "S";
    (text.glued(at + 1) || spaced).then_some((Currency::whole(key), at))
}

/// "rupees 500 crore", "ringgit 42": a name before its number, which has nothing else to count.
fn name_before(text: &Text<'_>, at: usize, last: usize, earlier: Option<usize>) -> Option<(Currency, usize)> {
    let name = words::name(text.lower(last)).filter(|name| name.reading == Reading::Name)?;
    let article = earlier.is_some_and(|earlier| {
        matches!(text.lower(earlier), "the" | "a" | "an" | "per" | "-" | "one" | "against" | "to")
            || text.kind(earlier) == TokenKind::Possessive
            || words::ends_name(text.lower(last)) && words::name(text.lowered(text.span(earlier, last))).is_some()
    });
    let ends = text.kind(at) == TokenKind::Number && text.kind(at + 1) == TokenKind::Mark && text.word(at + 1) != "%";
    let number = text.kind(at) == TokenKind::Number && is_large(text, at) || ends && text.word(at + 1).is_empty();
    (number && !article && name.currency.cent.is_none()).then_some((name.currency, last))
}

/// Whether the number at the token is grouped or has a scale word: "5,000", "20 million".
fn is_large(text: &Text<'_>, at: usize) -> bool {
    let scale = matches!(lexeme(text.lower(at + 1)), Some(Lexeme::Scale(_) | Lexeme::Suffix(_)));
    text.word(at).contains(',') || scale || text.glued(at + 1) && matches!(text.lower(at + 1), "m" | "b" | "k")
}

/// A code with millions in it or after it, right after a number: "120 MEUR", "75 USD million".
///
/// Gives the power of ten and one past the last token.
pub(super) fn with_scale(text: &Text<'_>, at: usize) -> Option<(Currency, u8, usize)> {
    let written = text.word(at);
    let code = words::code(written).or_else(|| words::small_code(written));
    if let Some(Lexeme::Scale(power) | Lexeme::Suffix(power)) = lexeme(text.lower(at + 1)) {
        return code.map(|key| (Currency::whole(key), power, at + 2));
    }
    let (power, key) = match written.split_at_checked(1)? {
        ("M" | "m", code) => (6, words::code(code)?),
        ("k" | "T", code) => (3, words::code(code)?),
        _ => return None,
    };
    Some((Currency::whole(key), power, at + 1))
}

/// A code with millions or thousands in it right before the number at the token `at`: "MSEK 120", "TEUR 500".
///
/// Gives the power of ten.
pub(super) fn with_scale_before(text: &Text<'_>, at: usize, floor: usize) -> Option<(Currency, u8, usize)> {
    let last = at.checked_sub(1).filter(|&last| last >= floor && text.kind(last) == TokenKind::Word)?;
    let (power, key) = match text.word(last).split_at_checked(1)? {
        ("M", code) => (6, code),
        ("K" | "k" | "T", code) => (3, code),
        _ => return None,
    };
    // What Nordic and Swiss reports write; "TRON 5" is no thousand lei.
    let key = ["EUR", "USD", "SEK", "NOK", "DKK", "GBP", "CHF", "AUD", "CAD"].into_iter().find(|&code| code == key)?;
    Some((Currency::whole(key), power, last))
}

/// "ten grand", of whatever currency; gives one past it.
pub(super) fn grand(text: &Text<'_>, at: usize) -> Option<usize> {
    // "ten grand slam titles", "grand juries".
    if text.word(at) != "grand" {
        return None;
    }
    let alone = text.kind(at + 1) == TokenKind::Mark && text.word(at + 1) != "-"
        || lexicon::classes(text.lower(at + 1)).has_any(GRAMMAR);
    alone.then_some(at + 1)
}

/// What a coin or a note at the token is worth in its currency; gives one past it.
///
/// Dimes are passes that led to baskets where points and rebounds are told as well, and a nickel is a
/// metal and a defence: only what ends a phrase is a coin.
pub(super) fn coin(text: &Text<'_>, at: usize) -> Option<(&'static str, Exact, usize)> {
    let (key, over, under) = match text.word(at) {
        "nickel" | "nickels" => ("dollar", 1, 20),
        "dime" | "dimes" => ("dollar", 1, 10),
        "fiver" | "fivers" => ("GBP", 5, 1),
        "tenner" | "tenners" => ("GBP", 10, 1),
        _ => return None,
    };
    let next = text.lower(at + 1);
    let ends = text.kind(at + 1) == TokenKind::Mark && !matches!(text.word(at + 1), "-" | "‑")
        || lexicon::classes(next).has_any(GRAMMAR);
    let dozen = next == "a" && text.lower(at + 2) == "dozen";
    let court = (at.saturating_sub(12)..at + 12).any(|at| {
        matches!(
            text.lower(at),
            "points" | "point" | "rebounds" | "boards" | "steals" | "blocks" | "dished" | "dropped" | "turnovers"
        )
    });
    (ends && !dozen && !court).then(|| Some((key, Exact::fraction(over, under)?, at + 1)))?
}

/// A currency named at the token `at`, right after a number; gives one past its last token.
///
/// `large` says that a scale word stands in the number, which tells money from weight ("two million
/// pounds") and from a verb ("5 won").
pub(super) fn after(text: &Text<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    let hyphen = text.lower(at) == "-" && text.glued(at) && text.glued(at + 1);
    let at = if hyphen { at + 1 } else { at };
    if hyphen && text.kind(at) == TokenKind::Mark {
        return None;
    }
    let written = text.word(at);
    if text.kind(at) == TokenKind::Mark || text.glued(at) {
        if written == "¢" {
            return Some((Currency { key: "dollar", cent: Some("cent") }, at + 1));
        }
        let cents = words::name(text.lower(at + 2)).is_some_and(|name| name.currency.cent.is_some());
        let own = text.glued(at) || text.kind(at + 1) != TokenKind::Number || cents;
        if let Some(key) = words::sign(written) {
            return own.then_some((Currency::whole(key), at + 1));
        }
    }
    if text.kind(at) != TokenKind::Word {
        return None;
    }
    // "3 USD50 cards": the code is the next number's.
    if text.kind(at + 1) == TokenKind::Number && text.glued(at + 1) && !text.glued(at) {
        return None;
    }
    // "3.14US$".
    if text.word(at + 1) == "$" && text.glued(at + 1) && text.kind(at + 2) != TokenKind::Number {
        return words::dollar_of(written).map(|key| (Currency::whole(key), at + 2));
    }
    if let Some(key) = words::code(written).or_else(|| words::small_code(written)) {
        return Some((Currency::whole(key), at + 1));
    }
    if let Some((key, Place::Either | Place::After)) = words::mark(written) {
        let point = usize::from(written.len() == 3 && text.word(at + 1) == "." && text.glued(at + 1));
        return Some((Currency::whole(key), at + 1 + point));
    }
    if text.glued(at) && !hyphen {
        return match written {
            // "1080p" is a picture.
            "p" if is_picture(text.word(at - 1)) => None,
            "p" => Some((Currency { key: "GBP", cent: Some("penny") }, at + 1)),
            "c" => Some((Currency { key: "dollar", cent: Some("cent") }, at + 1)),
            _ => words::sign(written).map(|key| (Currency::whole(key), at + 1)),
        };
    }
    named(text, at, large)
}

/// How many lines a picture on a screen has.
fn is_picture(number: &str) -> bool {
    matches!(number, "480" | "576" | "720" | "1080" | "1440" | "2160")
}

/// A currency's name of one to five words: "dollars", "Papua New Guinean kina".
fn named(text: &Text<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    let several = (at + 1..at + 5)
        .take_while(|&last| text.kind(last) == TokenKind::Word)
        .filter(|&last| words::ends_name(text.lower(last)))
        .find_map(|last| Some((words::name(text.lowered(text.span(at, last)))?, last + 1)));
    if let Some((name, end)) = several {
        return Some((name.currency, end));
    }
    let lower = text.lower(at);
    let next = text.lower(at + 1);
    match lower {
        "pound" | "pounds" => {
            // "140,000 pounds" are a weight as readily as a sum; "two million pounds" are a sum.
            let hyphen = usize::from(at > 1 && text.word(at - 1) == "-" && text.glued(at));
            let scaled = at.checked_sub(1 + hyphen).is_some_and(|last| {
                matches!(lexeme(text.lower(last)), Some(Lexeme::Scale(power) | Lexeme::Suffix(power)) if power > 3)
                    || matches!(text.word(last), "m" | "b")
            });
            return paying::is_money(text, at, scaled).then_some((Currency::whole("pound"), at + 1));
        }
        "penny" if text.kind(at + 1) == TokenKind::Word && next != "a" => return None,
        // "20 euro-area countries": the name of a place.
        "euro" if matches!(next, "-" | "zone" | "area") => return None,
        // "2014 sen race": only what ends a phrase is a coin.
        "sen" if text.kind(at + 1) == TokenKind::Word && !lexicon::classes(next).has_any(GRAMMAR) => return None,
        // "10,000 won refunds".
        "won" if lexicon::is_plural(next) => return None,
        _ => {}
    }
    let Name { currency, reading } = words::name(lower)?;
    let fits = match reading {
        Reading::Name => true,
        Reading::Homograph => {
            let lower_case = text.token(at).is_some_and(|token| token.case == Case::Lower);
            large || lower_case && !matches!(lower, "won" | "crowns") && paying::is_money(text, at, false)
        }
    };
    fits.then_some((currency, at + 1))
}
