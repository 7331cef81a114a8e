//! Patterns of `matches`: read when a rule is loaded, compiled when a text is first searched.

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind};
use std::sync::OnceLock;

/// A pattern that surely compiles.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As written, without the slashes.
    pub written: String,
    /// Whether letters of any case are meant.
    pub any_case: bool,
    /// Words in lower case, one of which every match holds, whatever the case of its letters; empty
    /// where the pattern asks for none. They are of ASCII without blanks.
    pub words: Vec<String>,
    regex: OnceLock<Option<Regex>>,
}

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 1 << 20;
/// A pattern of so many characters, classes and alternatives is surely within that.
const SMALL: usize = 3_000;
/// Words shorter than this stand in every text.
const SHORTEST: usize = 3;
/// More words than these are not looked for.
const MOST: usize = 64;

impl Pattern {
    /// Reads a pattern; an error where it is none, or would be too large.
    pub fn new(written: &str, any_case: bool) -> Result<Self, regex::Error> {
        let mut pattern = Self { written: written.to_owned(), any_case, words: Vec::new(), regex: OnceLock::new() };
        let read = regex_syntax::ParserBuilder::new().case_insensitive(any_case).build().parse(written);
        match read {
            Ok(hir) if size(&hir) <= SMALL => pattern.words = words(&hir).unwrap_or_default(),
            // What it compiles to, or the error, is what counts.
            Ok(_) | Err(_) => pattern.regex = OnceLock::from(Some(pattern.compiled()?)),
        }
        Ok(pattern)
    }

    /// Whether it is found in a text.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex.get_or_init(|| self.compiled().ok()).as_ref().is_some_and(|regex| regex.is_match(text))
    }

    fn compiled(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.written).case_insensitive(self.any_case).size_limit(LARGEST).build()
    }
}

fn size(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Capture(capture) => size(&capture.sub).saturating_add(2),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min.saturating_add(1)).max(1);
            size(&repetition.sub).saturating_add(1).saturating_mul(times as usize)
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(size).fold(parts.len(), usize::saturating_add)
        }
    }
}

/// Words one of which every match holds; the longer its shortest word, the better a set is.
fn words(hir: &Hir) -> Option<Vec<String>> {
    let mut best: Option<Vec<String>> = None;
    let mut offer = |set: Vec<String>| {
        let worth = |set: &[String]| set.iter().map(String::len).min().unwrap_or(0);
        if set.len() <= MOST && worth(&set) >= SHORTEST && worth(&set) > best.as_deref().map_or(0, worth) {
            best = Some(set);
        }
    };
    let mut word = String::new();
    let mut parts = vec![hir];
    while let Some(part) = parts.pop() {
        match part.kind() {
            HirKind::Empty | HirKind::Look(_) => continue,
            HirKind::Concat(inner) => {
                parts.extend(inner.iter().rev());
                continue;
            }
            HirKind::Capture(capture) => {
                parts.push(&capture.sub);
                continue;
            }
            HirKind::Literal(literal) => {
                for &byte in &literal.0 {
                    if byte.is_ascii_graphic() {
                        word.push(char::from(byte.to_ascii_lowercase()));
                    } else {
                        offer(vec![std::mem::take(&mut word)]);
                    }
                }
                continue;
            }
            HirKind::Class(class) => {
                if let Some(letter) = one_letter(class) {
                    word.push(letter);
                    continue;
                }
            }
            HirKind::Repetition(repetition) => {
                if let Some(words) = words(&repetition.sub).filter(|_| repetition.min > 0) {
                    offer(words);
                }
            }
            HirKind::Alternation(sides) => {
                let sides: Option<Vec<Vec<String>>> = sides.iter().map(words).collect();
                if let Some(sides) = sides {
                    offer(sides.concat());
                }
            }
        }
        offer(vec![std::mem::take(&mut word)]);
    }
    offer(vec![word]);
    best
}

/// The letter in lower case whose cases a class is.
fn one_letter(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let mut letter = None;
    for c in class.iter().flat_map(|range| range.start()..=range.end()).take(5) {
        let lower = match c {
            // The sign of the kelvin and the long s.
            '\u{212a}' => 'k',
            '\u{17f}' => 's',
            c if c.is_ascii_graphic() => c.to_ascii_lowercase(),
            _ => return None,
        };
        if *letter.get_or_insert(lower) != lower {
            return None;
        }
    }
    letter
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn words_that_every_match_holds() {
        let check = |written: &str, any_case: bool, words: &[&str]| {
            assert_eq!(Pattern::new(written, any_case).unwrap().words, words, "{written}");
        };
        check(r"\bMarren\b", false, &["marren"]);
        check(r"\bmarren\b", true, &["marren"]);
        check(r"skies", true, &["skies"]);
        check(r"FIFA|IOC|olympics?", true, &["fifa", "ioc", "olympic"]);
        check(r"\b(planned|proposed) (homes|flats)\b", true, &["lanned", "roposed"]);
        check(r"over \d+ homes", false, &["homes"]);
        check(r"(?:abcd)+e", false, &["abcd"]);
        check(r"(abcd)?e", false, &[]);
        check(r"café au lait", false, &["lait"]);
        check(r"\d+ (homes|\w+)", false, &[]);
        check(r"[ab]cde|", false, &[]);
        check(r"^$", false, &[]);
    }

    #[test]
    fn patterns_are_read_when_they_are_made() {
        assert!(Pattern::new(r"(", false).is_err());
        assert!(Pattern::new(r"(\w{500}){500}", false).is_err());
        assert!(Pattern::new(r"\w+ {3}x", false).unwrap().is_match("abc   x"));
    }
}
