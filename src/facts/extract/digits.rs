//! Digits with inner points and commas: well formed, another notation, or malformed.

use crate::facts::exact::Exact;

/// What a run of digits, points and commas is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// A number.
    Whole(Plain),
    /// A number as much of Europe writes it: "1.234,5".
    Continental(Plain),
    /// Something that is written in digits and is no number: a version, an IP address, a date with points.
    Notation,
    /// A number whose digits are grouped wrongly, and what is wrong with it.
    Malformed(&'static str),
}

/// A well-formed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// Its value.
    pub(super) value: Exact,
    /// Digits after the point.
    pub(super) decimals: u8,
}

/// Reads a token of digits: `300,000`, `1.2`, `1,00,000`, `10.12.2019`, `6,5000,000`.
pub(super) fn read(token: &str) -> Digits {
    let (points, commas) = token.bytes().fold((0, 0), |(points, commas), byte| match byte {
        b'.' => (points + 1, commas),
        b',' => (points, commas + 1),
        _ => (points, commas),
    });
    match (points, commas) {
        (0 | 1, 0) => plain(token),
        (0, _) => grouped(token, token, ""),
        (1, _) => match token.split_once('.') {
            Some((whole, decimals)) if !decimals.contains(',') => grouped(token, whole, decimals),
            _ => continental(token),
        },
        (_, 1) => continental(token),
        _ => Digits::Notation,
    }
}

/// "1.234,5", "12.345.678,90": points between groups of three, and one comma before what is no group.
fn continental(token: &str) -> Digits {
    let Some((whole, decimals)) = token.split_once(',') else { return Digits::Notation };
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let grouped = (1..=3).contains(&first.len())
        && (first != "0" || !whole.contains('.'))
        && groups.all(|group| group.len() == 3);
    if !grouped || !matches!(decimals.len(), 1 | 2) || decimals.contains('.') {
        return Digits::Notation;
    }
    let digits: String = whole.chars().filter(|&c| c != '.').chain(['.']).chain(decimals.chars()).collect();
    match plain(&digits) {
        Digits::Whole(plain) => Digits::Continental(plain),
        other => other,
    }
}

fn plain(token: &str) -> Digits {
    let decimals = token.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match (Exact::parse(token), u8::try_from(decimals)) {
        (Some(value), Ok(decimals)) => Digits::Whole(Plain { value, decimals }),
        _ => Digits::Notation,
    }
}

fn grouped(token: &str, whole: &str, decimals: &str) -> Digits {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().len();
    let mut inner = Lengths::default();
    for group in groups {
        inner.add(group.len());
    }
    let western = (1..=3).contains(&first) && inner.all_three;
    let indian = (1..=2).contains(&first) && inner.last == 3 && inner.twos_before_last;
    if western || indian {
        return match (ungrouped(token), u8::try_from(decimals.len())) {
            (Some(value), Ok(decimals)) if !whole.starts_with("0,") => Digits::Whole(Plain { value, decimals }),
            _ => Digits::Notation,
        };
    }
    // "0,5", "12,50": the decimal comma of much of Europe, or a list without its space.
    if inner.count == 1 && decimals.is_empty() && first <= 2 && inner.last <= 2 {
        return continental(token);
    }
    fault(first, inner)
}

/// What is wrong with groups of these lengths, where something surely is.
fn fault(first: usize, inner: Lengths) -> Digits {
    if inner.count == 1 {
        return match (first, inner.last) {
            // "3,5" is a decimal comma, "2011,12" or "5,12" a list without its space.
            (1..=3, 2) if inner.zeros_missing(first) => Digits::Malformed("a group of two digits after the comma"),
            (1..=3, 4) => Digits::Malformed("a group of four digits after the comma"),
            (1..=3, 5..=6) => Digits::Malformed("too many digits after the comma"),
            _ => Digits::Notation,
        };
    }
    // "1,2,3" is a list; a number has a group of three among its inner ones, or one that is too long.
    if !(inner.has_three || first == 1 && inner.odd == Some(4) && inner.last > 1) {
        return Digits::Notation;
    }
    if first > 3 {
        return Digits::Malformed("too many digits before the first comma");
    }
    match inner.odd {
        Some(4..) => Digits::Malformed("a group of more than three digits"),
        Some(_) => Digits::Malformed("a group of fewer than three digits"),
        None => Digits::Notation,
    }
}

/// The lengths of the groups after the first.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    count: usize,
    last: usize,
    all_three: bool,
    has_three: bool,
    twos_before_last: bool,
    odd: Option<usize>,
}

impl Lengths {
    fn add(&mut self, length: usize) {
        self.twos_before_last = self.count == 0 || self.twos_before_last && self.last == 2;
        self.all_three = length == 3 && (self.count == 0 || self.all_three);
        self.has_three |= length == 3;
        if length != 3 {
            self.odd = self.odd.or(Some(length));
        }
        self.count += 1;
        self.last = length;
    }

    /// "274,00": three digits and two look like thousands with a zero lost.
    fn zeros_missing(self, first: usize) -> bool {
        first == 3 && self.count == 1
    }
}

fn ungrouped(token: &str) -> Option<Exact> {
    let mut digits = String::with_capacity(token.len());
    digits.extend(token.chars().filter(|&c| c != ','));
    Exact::parse(&digits)
}
