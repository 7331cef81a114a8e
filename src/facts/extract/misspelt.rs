//! Names of places and people in a spelling that is known to be wrong: "Connecticutt", "Barrack Obama".

use crate::text::words::WordMap;
use crate::text::{Case, Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A name as it is printed, word by word in lower case, and as it is spelled.
struct Row {
    wrong: Vec<&'static str>,
    right: &'static str,
}

/// The rows by the first word of the wrong spelling.
static ROWS: LazyLock<WordMap<Vec<Row>>> = LazyLock::new(|| {
    let table = include_str!("../../../tables/misspellings.csv");
    let mut rows: FxHashMap<&'static str, Vec<Row>> = FxHashMap::default();
    for (wrong, right) in table.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|l| l.split_once(','))
    {
        let wrong: Vec<&str> = wrong.split_inclusive([' ', '-', '.']).flat_map(parts).collect();
        let Some(&first) = wrong.first() else { continue };
        rows.entry(first).or_default().push(Row { wrong, right });
    }
    rows.into_iter().collect()
});

/// A word of the table and the mark that is glued to it, which is a token of its own.
fn parts(word: &'static str) -> impl Iterator<Item = &'static str> {
    let word = word.trim_end_matches(' ');
    let (bare, mark) = match word.strip_suffix(['-', '.']) {
        Some(bare) => (bare, word.get(bare.len()..)),
        None => (word, None),
    };
    [Some(bare).filter(|bare| !bare.is_empty()), mark].into_iter().flatten()
}

/// The words that a wrong spelling begins with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.words()
}

/// The right spelling of a wrong one that begins with the token, and its last token.
pub(super) fn name(text: &Text<'_>, at: usize) -> Option<(&'static str, usize)> {
    let capital = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    if !capital {
        return None;
    }
    let stands = |row: &&Row| row.wrong.iter().enumerate().all(|(n, word)| text.lower(at + n) == *word);
    let row = ROWS.get(text.lower(at))?.iter().find(stands)?;
    let last = at + row.wrong.len() - 1;
    // "Ghandi (sic)", "misspelled as Ghandi", "@JohnHopkins"
    let noted = matches!(text.word(last + 1), "(" | "[") && text.lower(last + 2) == "sic";
    let glued = at > 0 && text.glued(at) && matches!(text.word(at - 1), "@" | "#" | "/" | "." | "-" | "_");
    (!noted && !glued && !is_about_spelling(text, at)).then_some((row.right, last))
}

/// Whether the sentence speaks of how something is spelled.
fn is_about_spelling(text: &Text<'_>, at: usize) -> bool {
    text.near(at..at, NEAR).any(|at| text.lower(at).contains("spell") || text.lower(at) == "typo")
}

/// How far a word about spelling may stand, in tokens.
const NEAR: usize = 20;
