//! Slips of the keyboard in sound rule files: nearly all are found, where they were made.

use super::{WHOLE, shipped};
use crate::language::{self, Grade, Mistake};
use std::collections::HashMap;

/// A file with one token of one clause line changed.
pub(super) struct Slip {
    pub(super) file: usize,
    pub(super) text: String,
    /// The changed line, from zero.
    line: usize,
    /// The lines of the item that it stands in.
    item: std::ops::Range<usize>,
    pub(super) what: String,
}

/// A small generator, so that every run makes the same slips.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }
}

/// The tokens of a line; a string or pattern is one. Slips inside words that are free cannot be found.
pub(super) fn tokens(line: &str) -> Vec<(usize, usize)> {
    let mut tokens = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        match c {
            '#' => break,
            '"' => {
                for (at, c) in chars.by_ref() {
                    end = at + c.len_utf8();
                    if c == '"' {
                        break;
                    }
                }
            }
            '/' if line.get(..start).unwrap().ends_with("matches ") => {
                end = line.rfind('/').map_or(end, |at| at + 1);
                while chars.peek().is_some_and(|(at, _)| *at < end) {
                    chars.next();
                }
            }
            c if c.is_whitespace() => continue,
            c if c.is_alphanumeric() => {
                while let Some(&(at, c)) = chars.peek().filter(|(_, c)| c.is_alphanumeric() || *c == '_') {
                    end = at + c.len_utf8();
                    chars.next();
                }
            }
            _ => {}
        }
        tokens.push((start, end));
    }
    tokens
}

fn misspelt(token: &str, dice: &mut Dice) -> Option<String> {
    let letters: Vec<char> = token.chars().collect();
    if letters.len() < 3 || !letters.iter().all(|c| c.is_alphabetic() || *c == '_') {
        return None;
    }
    let at = dice.below(letters.len() - 1);
    let mut other = letters.clone();
    match dice.below(3) {
        0 => other.swap(at, at + 1),
        1 => {
            other.remove(at);
        }
        _ => other.insert(at, 'q'),
    }
    (other != letters).then(|| other.into_iter().collect())
}

pub(super) fn slips(files: &[(String, String)], count: usize) -> Vec<Slip> {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut slips = Vec::new();
    while slips.len() < count {
        let file = dice.below(files.len());
        let lines: Vec<&str> = files[file].1.lines().collect();
        let line = dice.below(lines.len());
        let shown = lines[line].trim_start();
        if shown.is_empty()
            || shown.starts_with(['>', '#'])
            || ["bad", "good", "why", "title", "tags"].iter().any(|word| shown.starts_with(word))
        {
            continue;
        }
        let tokens = tokens(lines[line]);
        if tokens.is_empty() {
            continue;
        }
        let (start, end) = tokens[dice.below(tokens.len())];
        let token = lines[line].get(start..end).unwrap();
        let (what, new) = match dice.below(3) {
            0 => (format!("deleted {token}"), String::new()),
            1 => (format!("doubled {token}"), format!("{token} {token}")),
            _ => match misspelt(token, &mut dice) {
                Some(new) => (format!("{token} as {new}"), new),
                None => continue,
            },
        };
        let changed = format!("{}{new}{}", lines[line].get(..start).unwrap(), lines[line].get(end..).unwrap());
        let mut text: Vec<&str> = lines.clone();
        text[line] = &changed;
        let margin = |line: &&str| !line.is_empty() && !line.starts_with([' ', '#']);
        let first = (0..=line).rev().find(|&at| margin(&lines[at])).unwrap_or(0);
        let last = (line + 1..lines.len()).find(|&at| margin(&lines[at])).unwrap_or(lines.len());
        slips.push(Slip { file, text: text.join("\n"), line, item: first..last, what });
    }
    slips
}

fn line_of(mistake: &Mistake) -> usize {
    let label = &mistake.labels[0];
    label.source.text.get(..label.span.start as usize).unwrap().matches('\n').count()
}

/// The library, and the fixtures that show every construct.
fn files() -> Vec<(String, String)> {
    let mut files = shipped();
    let fixture = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    files.push(fixture("rules/whole.rules", WHOLE));
    files.push(fixture("rules/base.rules", include_str!("../../../fixtures/language/base.rules")));
    files.push(fixture("house/house.rules", include_str!("../../../fixtures/language/house.rules")));
    files
}

/// The files that a file is loaded with: its pack's words and definitions, and what it amends.
fn beside<'f>(name: &str, files: &'f [(String, String)]) -> impl Iterator<Item = &'f (String, String)> {
    let house = name.starts_with("house/");
    let alone = name.contains("whole") || name.contains("base");
    let wanted = move |file: &str| match file {
        "rules/core.rules" => !alone,
        "rules/count.rules" | "rules/measure.rules" => house,
        _ => false,
    };
    let name = name.to_owned();
    files.iter().filter(move |(file, _)| *file != name && wanted(file))
}

#[test]
fn the_files_are_sound_before_they_are_changed() {
    let files = files();
    for (name, text) in &files {
        let all = beside(name, &files).cloned().chain([(name.clone(), text.clone())]).collect::<Vec<_>>();
        let (_, mut mistakes) = super::load(&all);
        mistakes.retain(|mistake| mistake.labels[0].source.name == *name);
        let elsewhere = |mistake: &Mistake| name.ends_with("core.rules") && mistake.code == language::Code::Unused;
        mistakes.retain(|mistake| !elsewhere(mistake));
        assert!(mistakes.is_empty(), "{}", super::shown(&mistakes));
    }
}

#[test]
fn slips_are_found_where_they_were_made() {
    let files = files();
    let mut found = 0;
    let mut told: HashMap<&str, Vec<String>> = HashMap::new();
    let slips = slips(&files, 500);
    for slip in &slips {
        let name = &files[slip.file].0;
        let changed = beside(name, &files).cloned().chain([(name.clone(), slip.text.clone())]).collect::<Vec<_>>();
        let (_, mut mistakes) = super::load(&changed);
        // Of the other files, only what the slip did is told.
        mistakes.retain(|mistake| {
            mistake.labels[0].source.name == *name
                && (mistake.code != language::Code::Unused || *name != "rules/core.rules")
        });
        let errors: Vec<&Mistake> = mistakes.iter().filter(|mistake| mistake.grade == Grade::Error).collect();
        let shown = || format!("{}:{} {}\n{}", name, slip.line + 1, slip.what, super::shown(&mistakes));
        let near = |mistake: &Mistake| (slip.line..=slip.line + 1).contains(&line_of(mistake));
        if mistakes.iter().any(near) {
            found += 1;
        } else {
            let elsewhere: Vec<usize> = mistakes.iter().map(|mistake| line_of(mistake) + 1).collect();
            let missed = format!("{}:{} {}; told in lines {elsewhere:?}", name, slip.line + 1, slip.what);
            told.entry("not found").or_default().push(missed);
        }
        // What other items share may be missed elsewhere: the word list, table or definition itself.
        let shared = ["words", "table", "define", "use", "pack"]
            .iter()
            .any(|word| files[slip.file].1.lines().nth(slip.item.start).is_some_and(|line| line.starts_with(word)));
        if !shared && errors.iter().any(|mistake| !slip.item.contains(&line_of(mistake))) {
            told.entry("outside").or_default().push(shown());
        }
        // Each rule that stands instead of another misses it where its name is gone.
        if mistakes.iter().filter(|mistake| slip.item.contains(&line_of(mistake))).count() > 3 {
            told.entry("too many").or_default().push(shown());
        }
    }
    let list = |what: &str| told.get(what).map_or(String::new(), |shown| shown.join("\n"));
    assert!(!told.contains_key("outside"), "{}", list("outside"));
    assert!(!told.contains_key("too many"), "{}", list("too many"));
    assert!(found * 100 >= slips.len() * 90, "{found} of {}:\n{}", slips.len(), list("not found"));
}
