//! Tokens: names, words, signs, numbers, dates, patterns.

use super::{Read, Reader};
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::syntax::{Number, PatternText, Word};
use crate::source::Span;
use nom::Parser;
use nom::bytes::complete::{take_while, take_while1};
use nom::character::complete::{digit1, one_of, satisfy};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::{pair, preceded};

/// Words that name nothing, wherever they stand.
pub(in crate::language) const RESERVED: &[&str] = &[
    "and", "or", "not", "is", "in", "to", "of", "with", "within", "matches", "contains", "some", "no", "can", "cannot",
    "because", "when", "by", "replace", "each", "per", "before", "after", "pair", "group", "from",
];

pub(in crate::language) const SCALES: &[&str] = &["thousand", "million", "billion", "trillion"];

/// `rest` without the blanks and comments at its start.
pub(super) fn blank(rest: &str) -> &str {
    let mut rest = rest.trim_start();
    while rest.starts_with('#') {
        rest = rest.find('\n').and_then(|end| rest.get(end..)).unwrap_or_default().trim_start();
    }
    // An empty rest still has its address, so that its place is known.
    rest
}

/// The token that `rest` starts with, as far as a message shows it.
pub(super) fn shown(rest: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut end = rest.find(|c: char| !word(c)).unwrap_or(rest.len());
    if end == 0 {
        let signs = ["==", "<>", "=<", "=>", "<=", ">=", "!=", "&&", "||", "**", ":=", "..", "//", "/*", "--"];
        end = signs
            .iter()
            .find(|sign| rest.starts_with(**sign))
            .map_or_else(|| rest.chars().next().map_or(0, char::len_utf8), |sign| sign.len());
    }
    rest.get(..end).unwrap_or(rest)
}

/// What to write instead of a word or sign that the language does not have.
pub(super) fn advice(shown: &str) -> Option<String> {
    let advice = match shown {
        "&&" | "&" | "AND" | "And" => "write `and`",
        "||" | "|" | "OR" | "Or" => "write `or`",
        "!" | "NOT" | "Not" => "write `not`",
        "between" => "write a range as `x in 1 to 5`",
        "equals" | "equal" | "eq" | ":=" | "are" | "was" => "figures and dates are compared with `=`, things with `is`",
        "isnt" | "isn" | "ne" => "write `is not` for things, `!=` for figures and dates",
        "has" | "have" | "includes" | "like" => "texts are searched with `contains` or `matches /…/`",
        "null" | "None" | "nil" | "NULL" | "exists" | "empty" => "write `is missing` or `is known`",
        "if" | "then" | "else" => "conditions are written in `where`, `must` and `unless`",
        "‘" | "’" | "'" | "`" | "„" | "«" | "»" => "strings are written in double quotes: \"country\"",
        "≤" => "write `<=`",
        "≥" => "write `>=`",
        "≠" => "write `!=`",
        ":" => "leave out the colon",
        ";" => "leave out the semicolon",
        "//" | "/*" | "--" => "comments start with `#`",
        "×" | "·" => "write `*`",
        "÷" => "write `/`",
        "–" | "—" | "−" => "write the minus sign `-`",
        "$" | "£" | "€" => "write an amount of money with its code: 5 USD",
        "in" | "of" | "by" | "to" | "from" => {
            return Some(format!("the value of a role is written in quotes: \"{shown}\""));
        }
        _ => return None,
    };
    Some(advice.to_owned())
}

fn letters(rest: &str) -> Read<'_, &str> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    recognize(pair(satisfy(char::is_alphabetic), take_while(part))).parse(rest)
}

impl<'a> Reader<'a> {
    fn word_at(&self, text: &'a str) -> Word<'a> {
        let start = self.offset(text);
        Word { text, span: Span::new(start, start + text.len()) }
    }

    /// Any word, reserved ones too.
    pub(super) fn any_word(&self, rest: &'a str, expected: &'static str) -> Read<'a, Word<'a>> {
        let rest = blank(rest);
        match letters(rest) {
            Ok((rest, text)) => Ok((rest, self.word_at(text))),
            Err(_) => self.fail(rest, expected),
        }
    }

    /// A name: any word that is not reserved.
    pub(super) fn name(&self, rest: &'a str, expected: &'static str) -> Read<'a, Word<'a>> {
        let start = blank(rest);
        let (rest, word) = self.any_word(start, expected)?;
        if !RESERVED.contains(&word.text) {
            return Ok((rest, word));
        }
        self.fail(start, expected)
    }

    /// A name where one is given: a reserved word is a mistake of its own.
    pub(super) fn new_name(&self, rest: &'a str, expected: &'static str) -> Read<'a, Word<'a>> {
        let start = blank(rest);
        let (rest, word) = self.any_word(start, expected)?;
        // `pair of count a, b`: the words of the grammar that follow here mean that a name was left out.
        if !RESERVED.contains(&word.text) || matches!(word.text, "of" | "with" | "by" | "from" | "is") {
            return self.name(start, expected);
        }
        let mistake =
            Mistake::new(Code::ReservedName, self.source, word.span, format!("`{}` cannot be a name", word.text))
                .labelled("a word of the language")
                .help("choose another name");
        if blank(rest).starts_with(|c: char| c.is_alphabetic()) && !blank(rest).starts_with("and ") {
            return self.name(start, expected);
        }
        self.stop(mistake)
    }

    /// The words of `phrase`, one after the other; `expected` is what a message calls them.
    pub(super) fn phrase(&self, rest: &'a str, phrase: &[&str], expected: &'static str) -> Read<'a, Span> {
        let start = blank(rest);
        let mut rest = start;
        for &wanted in phrase {
            match letters(blank(rest)) {
                Ok((after, word)) if word == wanted => rest = after,
                _ => return self.fail(rest, expected),
            }
        }
        Ok((rest, self.span(start, rest)))
    }

    /// One word of the language.
    pub(super) fn keyword(&self, rest: &'a str, word: &'static str, expected: &'static str) -> Read<'a, Span> {
        self.phrase(rest, &[word], expected)
    }

    /// A sign; `expected` is what a message calls it.
    pub(super) fn sign(&self, rest: &'a str, sign: &str, expected: &'static str) -> Read<'a, Span> {
        let start = blank(rest);
        match start.strip_prefix(sign) {
            Some(rest) => Ok((rest, self.span(start, rest))),
            None => self.fail(start, expected),
        }
    }

    /// `150`, `1_000`, `1,000`, `1.2 million`, `5%`, `2pp`, `10 km`.
    pub(super) fn number(&self, rest: &'a str) -> Read<'a, Number<'a>> {
        let group = |rest: &'a str| -> Read<'a, &'a str> {
            verify(recognize(pair(one_of("_,"), digit1)), |group: &str| group.starts_with('_') || group.len() == 4)
                .parse(rest)
        };
        let decimals = |rest: &'a str| -> Read<'a, &'a str> { recognize(pair(one_of("."), digit1)).parse(rest) };
        let digits =
            |rest: &'a str| -> Read<'a, &'a str> { recognize((digit1, many0_count(group), opt(decimals))).parse(rest) };
        let start = blank(rest);
        let Ok((rest, digits)) = digits(start) else { return self.fail(start, "a number") };
        if let Some(after) = rest.strip_prefix('%') {
            let unit = rest.get(..1).map(|sign| self.word_at(sign));
            return Ok((after, Number { digits, scale: None, unit }));
        }
        let (rest, scale) = self.unit_word(rest, |word| SCALES.contains(&word));
        let (rest, unit) = self.unit_word(rest, |word| !RESERVED.contains(&word));
        Ok((rest, Number { digits, scale, unit }))
    }

    /// A word behind a number on the same line, if `fits` it.
    fn unit_word(&self, rest: &'a str, fits: impl Fn(&str) -> bool) -> (&'a str, Option<Word<'a>>) {
        let word = preceded(take_while(|c| c == ' '), letters).parse(rest);
        match word {
            Ok((after, word)) if fits(word) => (after, Some(self.word_at(word))),
            _ => (rest, None),
        }
    }

    /// `2017-12-19`, `2017-12`, `year 2017`.
    pub(super) fn date(&self, rest: &'a str) -> Read<'a, Word<'a>> {
        let number = |length: usize| move |rest: &'a str| verify(digit1, |d: &str| d.len() == length).parse(rest);
        let dash = |rest: &'a str| -> Read<'a, char> { one_of("-").parse(rest) };
        let day = |rest: &'a str| -> Read<'a, &'a str> {
            recognize((number(4), dash, number(2), opt(pair(dash, number(2))))).parse(rest)
        };
        let year = |rest: &'a str| -> Read<'a, &'a str> {
            let space = take_while1(|c: char| c == ' ');
            recognize((verify(letters, |word: &str| word == "year"), space, number(4))).parse(rest)
        };
        let start = blank(rest);
        match day(start).or_else(|_| year(start)) {
            Ok((rest, date)) if !rest.starts_with(char::is_alphanumeric) => Ok((rest, self.word_at(date))),
            _ => self.fail(start, "a date such as 2017-12-19"),
        }
    }

    /// `group/name`.
    pub(super) fn id(&self, rest: &'a str) -> Read<'a, Word<'a>> {
        let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
        let start = blank(rest);
        let id = |rest: &'a str| -> Read<'a, &'a str> { take_while1(part).parse(rest) };
        match id(start) {
            Ok((rest, id)) => Ok((rest, self.word_at(id))),
            Err(_) => self.fail(start, "the id of a rule, such as `count/too-many`"),
        }
    }

    /// `/…/`, with an `i` where letters of any case are meant.
    pub(super) fn pattern(&self, rest: &'a str) -> Read<'a, PatternText<'a>> {
        let start = blank(rest);
        let (inside, _) = self.sign(start, "/", "a pattern such as /FIFA|IOC/")?;
        let mut escaped = false;
        for (at, c) in inside.char_indices() {
            match c {
                '\n' => break,
                '/' if !escaped => {
                    let written = self.word_at(inside.get(..at).unwrap_or_default());
                    let rest = inside.get(at + 1..).unwrap_or_default();
                    let any_case = rest.starts_with('i') && letters(rest).is_ok_and(|(_, word)| word == "i");
                    let rest = if any_case { rest.get(1..).unwrap_or_default() } else { rest };
                    return Ok((rest, PatternText { written, any_case }));
                }
                _ => escaped = c == '\\' && !escaped,
            }
        }
        self.unclosed(start, "pattern", "a pattern ends with `/` on the line that it starts on")
    }

    /// Stops at something that its line does not close.
    pub(super) fn unclosed<T>(&self, start: &'a str, what: &str, help: &str) -> Read<'a, T> {
        let line = start.lines().next().unwrap_or_default().trim_end();
        let at = self.offset(start);
        let help = match what {
            "string" if start.starts_with('"') && line.contains('”') => {
                "it begins with `\"` and ends with `”`: write `\"`"
            }
            _ => help,
        };
        let mistake = Mistake::new(
            Code::UnclosedString,
            self.source,
            Span::new(at, at + line.len()),
            format!("this {what} is not closed"),
        );
        self.stop(mistake.labelled("it starts here").help(help))
    }
}
