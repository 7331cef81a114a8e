//! What the cache keeps of an article: what checking it gave, before stets, baselines and changed lines count.

use crate::article::Place;
use crate::engine::{Row, Side, Worth};
use crate::facts::schema::Kind;
use crate::facts::value::FactRef;
use crate::language::rule::Severity;
use crate::lint::across::Given;
use crate::lint::finding::{Finding, MarkedPlace, Suggestion};
use crate::lint::{Checked, Note};
use crate::source::Span;

/// What is kept of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Kept {
    /// It is a file of which nothing is to be said: no report reads it again.
    Silent,
    /// What was found in it. It is read again for the words around, its comments and its remarks.
    Checked(Checked),
}

impl Kept {
    /// The bytes that are kept.
    pub(super) fn written(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Self::Silent => {}
            Self::Checked(Checked { findings, notes, given: rows }) => {
                list(&mut bytes, findings, finding);
                list(&mut bytes, notes, |bytes, Note { rule, text }| {
                    words(bytes, rule);
                    words(bytes, text);
                });
                list(&mut bytes, rows, given);
            }
        }
        bytes
    }

    /// What was kept; `None` where the bytes are no entry.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::Silent);
        }
        let mut rest = Rest(bytes);
        let findings = rest.list(Rest::finding)?;
        let notes = rest.list(|rest| Some(Note { rule: rest.words()?, text: rest.words()? }))?;
        let given = rest.list(Rest::given)?;
        rest.0.is_empty().then_some(Self::Checked(Checked { findings, notes, given }))
    }
}

fn finding(bytes: &mut Vec<u8>, finding: &Finding) {
    // Stets are put to findings anew in every run.
    let Finding { rule, severity, message, help, marks, suggestions, stet: _ } = finding;
    words(bytes, rule);
    bytes.push(match severity {
        Severity::Note => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    });
    words(bytes, message);
    list(bytes, help, |bytes, line| words(bytes, line));
    list(bytes, marks, |bytes, MarkedPlace { place: at, label, elsewhere: _ }| {
        place(bytes, *at);
        words(bytes, label);
    });
    list(bytes, suggestions, |bytes, Suggestion { place: at, text, because }| {
        place(bytes, *at);
        words(bytes, text);
        list(bytes, because.as_slice(), |bytes, because| words(bytes, because));
    });
}

/// What the article gives to a rule across the archive. Hashes are the same in every run of one program, and only that
/// finds the entry again.
pub(in crate::cli) fn given(bytes: &mut Vec<u8>, Given { rule, row }: &Given) {
    let Row { variable, fact, key, value } = row;
    number(bytes, *rule as u32);
    bytes.push(match variable {
        Side::First => 0,
        Side::Second => 1,
    });
    bytes.push(fact.kind as u8);
    number(bytes, fact.index);
    bytes.extend_from_slice(&key.to_le_bytes());
    match value {
        Worth::Any => bytes.push(0),
        Worth::Same(hash) => {
            bytes.push(1);
            bytes.extend_from_slice(&hash.to_le_bytes());
        }
        Worth::Between { line, alone, low, high } => {
            bytes.push(if *alone { 3 } else { 2 });
            for part in [*line, low.to_bits(), high.to_bits()] {
                bytes.extend_from_slice(&part.to_le_bytes());
            }
        }
    }
}

/// Reads what [`given`] wrote, and leaves what comes after it.
pub(in crate::cli) fn read_given(bytes: &mut &[u8]) -> Option<Given> {
    let mut rest = Rest(bytes);
    let given = rest.given()?;
    *bytes = rest.0;
    Some(given)
}

fn number(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn words(bytes: &mut Vec<u8>, words: &str) {
    number(bytes, words.len() as u32);
    bytes.extend_from_slice(words.as_bytes());
}

fn place(bytes: &mut Vec<u8>, Place { field, span: Span { start, end } }: Place) {
    bytes.push(field);
    number(bytes, start);
    number(bytes, end);
}

fn list<T>(bytes: &mut Vec<u8>, all: &[T], one: impl Fn(&mut Vec<u8>, &T)) {
    number(bytes, all.len() as u32);
    for each in all {
        one(bytes, each);
    }
}

/// The bytes that are still to be read.
struct Rest<'b>(&'b [u8]);

impl Rest<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*first))
    }

    fn long(&mut self) -> Option<u64> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*first))
    }

    fn given(&mut self) -> Option<Given> {
        let rule = self.number()? as usize;
        let variable = match self.byte()? {
            0 => Side::First,
            1 => Side::Second,
            _ => return None,
        };
        let kind = *Kind::ALL.get(usize::from(self.byte()?))?;
        let (fact, key) = (FactRef { kind, index: self.number()? }, self.long()?);
        let value = match self.byte()? {
            0 => Worth::Any,
            1 => Worth::Same(self.long()?),
            form @ (2 | 3) => {
                let line = self.long()?;
                let (low, high) = (f64::from_bits(self.long()?), f64::from_bits(self.long()?));
                // Ends without an order are those of no interval.
                (low <= high).then_some(Worth::Between { line, alone: form == 3, low, high })?
            }
            _ => return None,
        };
        Some(Given { rule, row: Row { variable, fact, key, value } })
    }

    fn words(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (first, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(first.to_vec()).ok()
    }

    fn place(&mut self) -> Option<Place> {
        Some(Place { field: self.byte()?, span: Span { start: self.number()?, end: self.number()? } })
    }

    fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| one(self)).collect()
    }

    fn finding(&mut self) -> Option<Finding> {
        Some(Finding {
            rule: self.words()?,
            severity: match self.byte()? {
                0 => Severity::Note,
                1 => Severity::Warning,
                2 => Severity::Error,
                _ => return None,
            },
            message: self.words()?,
            help: self.list(Self::words)?,
            marks: self
                .list(|rest| Some(MarkedPlace { place: rest.place()?, label: rest.words()?, elsewhere: None }))?,
            suggestions: self.list(|rest| {
                let (place, text) = (rest.place()?, rest.words()?);
                Some(Suggestion { place, text, because: rest.list(Self::words)?.pop() })
            })?,
            stet: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let place = Place { field: 3, span: Span { start: 7, end: 1 << 30 } };
        let suggestion =
            |because: Option<&str>| Suggestion { place, text: "30%".into(), because: because.map(str::to_owned) };
        let finding = |severity| Finding {
            rule: "percent/change".into(),
            severity,
            message: "“é”\n\u{7}".into(),
            help: vec!["one".into(), String::new()],
            marks: vec![MarkedPlace { place, label: "here".into(), elsewhere: None }],
            suggestions: vec![suggestion(None), suggestion(Some("it is so"))],
            stet: None,
        };
        let findings = [Severity::Note, Severity::Warning, Severity::Error].map(finding).to_vec();
        let notes = vec![Note { rule: "a/b".into(), text: "given up".into() }];
        let row = |variable, value| Given {
            rule: 70_000,
            row: Row { variable, fact: FactRef { kind: Kind::Birth, index: 3 }, key: u64::MAX - 1, value },
        };
        let between = |alone| Worth::Between { line: 9, alone, low: f64::NEG_INFINITY, high: -0.5 };
        let given = vec![
            row(Side::First, Worth::Any),
            row(Side::Second, Worth::Same(1 << 60)),
            row(Side::First, between(true)),
            row(Side::Second, between(false)),
        ];
        Kept::Checked(Checked { findings, notes, given })
    }

    #[test]
    fn what_is_written_is_read() {
        for kept in [kept(), Kept::Silent, Kept::Checked(Checked::default())] {
            assert_eq!(Kept::read(&kept.written()), Some(kept));
        }
    }

    #[test]
    fn what_is_damaged_is_nothing_or_something_else_and_no_panic() {
        let whole = kept().written();
        for end in 1..whole.len() {
            assert_eq!(Kept::read(&whole[..end]), None, "{end}");
        }
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[at] ^= 1 << bit;
                let _ = Kept::read(&flipped);
            }
        }
    }
}
