//! Telephone numbers, and how many digits they have after the code of their country.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::Phone;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Words that a number to be called follows.
const CUES: &[&str] = &[
    "call",
    "calls",
    "calling",
    "phone",
    "telephone",
    "tel",
    "ring",
    "dial",
    "hotline",
    "helpline",
    "text",
    "texting",
    "fax",
    "contact",
    "reach",
    "reached",
    "number",
    "line",
    "whatsapp",
];

/// How far before the number its cue may stand, in tokens.
const REACH: usize = 6;

/// The same where hyphens part groups of three, as nothing else is written: "tips to Ann Lee at ann@harbour.org or …".
const FAR: usize = 20;

/// Words that such a number follows from afar.
const FAR_CUES: &[&str] = &["tips", "questions", "email", "info", "information", "hotlines", "connect", "directly"];

/// Codes after which "1-800-" begins a number that costs nothing.
const FREE: &[&str] = &["800", "833", "844", "855", "866", "877", "888"];

/// Finds the telephone numbers whose plan is plain from how they are written.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        let Some(run) = Run::of(text, at) else { continue };
        next = run.end;
        let Some((plan, digits)) = run.plan(text, at) else { continue };
        let first = at - usize::from(run.plus || run.area) - 2 * usize::from(run.one);
        let fact = reading.at(text.span(first, run.end - 1), Certainty::Likely);
        reading.facts.phones.push(Phone { at: fact, plan: plan.into(), digits });
    }
}

/// Digits in groups, as written.
#[expect(clippy::struct_excessive_bools, reason = "each says of one sign whether it stands there")]
struct Run {
    /// All digits, without what stands in brackets after a country's code: "(0)".
    digits: String,
    /// The lengths of the groups.
    groups: Vec<usize>,
    /// Whether a plus stands before.
    plus: bool,
    /// Whether hyphens part the groups.
    hyphens: bool,
    /// Whether the first group stands in brackets: "(212) 555-0190".
    area: bool,
    /// Whether the code of the country stands before, and a hyphen: "1-800-555-0199".
    one: bool,
    /// One past its last token.
    end: usize,
}

impl Run {
    fn of(text: &Text<'_>, at: usize) -> Option<Self> {
        let before = at.checked_sub(1).map_or("", |before| text.word(before));
        let plus = before == "+" && text.glued(at);
        let word = text.word(at);
        let one = before == "-" && text.glued(at) && text.word(at.wrapping_sub(2)) == "1" && !text.glued(at - 2);
        if !(plus || word.starts_with('0') || word.len() == 3)
            || !plain(word)
            || text.glued(at) && !matches!(before, "+" | "(") && !one
        {
            return None;
        }
        let area =
            before == "(" && text.glued(at) && text.word(at + 1) == ")" && text.kind(at + 2) == TokenKind::Number;
        let mut run = Self { digits: String::new(), groups: Vec::new(), plus, hyphens: true, area, one, end: at };
        let mut next = at;
        while plain(text.word(next)) && text.kind(next) == TokenKind::Number && run.groups.len() < 8 {
            run.digits.push_str(text.word(next));
            run.groups.push(text.word(next).len());
            run.end = next + 1;
            next = run.end;
            match text.word(next) {
                "-" | "‑" | "–" if text.glued(next) && text.glued(next + 1) => next += 1,
                "(" if run.plus
                    && run.groups.len() == 1
                    && text.word(next + 1) == "0"
                    && text.word(next + 2) == ")" =>
                {
                    next += 3;
                    run.hyphens = false;
                }
                ")" if text.kind(next + 1) == TokenKind::Number => {
                    next += 1;
                    run.hyphens = false;
                }
                _ => run.hyphens &= text.kind(next) != TokenKind::Number,
            }
        }
        let ended =
            !text.glued(run.end) || matches!(text.word(run.end), "." | "," | ";" | ")" | "?" | "!" | "”" | "\"" | ":");
        let decimal = text.glued(run.end + 1) && text.kind(run.end + 1) == TokenKind::Number;
        (run.digits.len() >= 7 && ended && !decimal).then_some(run)
    }

    /// "(212) 555-0190": a code in brackets, and a hyphen between the other two groups.
    fn is_hyphened(&self, text: &Text<'_>) -> bool {
        let hyphen = self.end.saturating_sub(2);
        self.area && self.groups.len() == 3 && text.word(hyphen) == "-" && text.glued(hyphen)
    }

    /// The plan that a number is of, and the digits that it has in it.
    fn plan(&self, text: &Text<'_>, at: usize) -> Option<(String, u32)> {
        let count = |prefix: usize| (self.digits.len() - prefix) as u32;
        if self.plus {
            let code = self.digits.get(..*self.groups.first()?)?;
            // "+442079460958" in one run: only codes in the table are known, so two or three figures are tried.
            let code = if code.len() > 3 { self.digits.get(..2)? } else { code };
            if code == "44" {
                let first = self.digits.get(2..3)?;
                return Some((format!("44 {first}"), count(2)));
            }
            return (self.groups.len() > 1).then(|| (code.to_owned(), count(code.len())));
        }
        let threes = self.hyphens && matches!(self.groups.as_slice(), [3, 3, 3..=5] | [3, 4, 4]);
        let free = self.one && FREE.contains(&self.digits.get(..3)?);
        let sure = free || self.is_hyphened(text);
        if !sure && !is_called(text, at, if threes { FAR } else { REACH }) {
            return None;
        }
        if self.one {
            return threes.then(|| ("1".to_owned(), count(0)));
        }
        match (self.groups.as_slice(), self.digits.get(..3)?) {
            // "020 7946 0958", "07700 900123": no other country writes its numbers so.
            ([3, 4, _], "020") | ([5, _] | [5, _, _], "077" | "078" | "079" | "074" | "075") => {
                Some((format!("44 {}", self.digits.get(1..2)?), count(1)))
            }
            ([3, 3, _] | [3, _, 4], _) if (self.hyphens || self.is_hyphened(text)) && !self.digits.starts_with('0') => {
                Some(("1".to_owned(), count(0)))
            }
            _ => None,
        }
    }
}

fn plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the words before say that the number is to be called.
fn is_called(text: &Text<'_>, at: usize, reach: usize) -> bool {
    (at.saturating_sub(reach)..at).any(|before| {
        let lower = text.lower(before);
        CUES.contains(&lower) || reach == FAR && FAR_CUES.contains(&lower)
    })
}
