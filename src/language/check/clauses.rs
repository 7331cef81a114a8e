//! The clauses of one rule: each read by itself, doubled and missing ones reported.

use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::{Item, RawClause};
use crate::language::parse;
use crate::language::rule::RuleSource;
use crate::language::syntax::{Clause, Word};
use crate::source::Span;
use std::sync::Arc;

/// Clauses that a rule has at most once.
const ONCE: &[&str] =
    &["title", "severity", "why", "instead", "across", "for", "must", "once", "message", "draft", "off"];

/// A clause with the lines of text under it.
pub(super) struct Line<'i, 'a> {
    pub(super) raw: &'i RawClause<'a>,
    pub(super) clause: Clause<'a>,
}

impl<'a> Line<'_, 'a> {
    /// The lines of text, joined.
    pub(super) fn text(&self) -> String {
        let lines: Vec<&str> = self.raw.text.iter().map(|line| line.text).collect();
        lines.join("\n")
    }

    pub(super) fn word(&self) -> Word<'a> {
        self.raw.word
    }

    pub(super) fn span(&self) -> Span {
        self.raw.span
    }
}

/// The clauses that could be read.
pub(super) struct Clauses<'i, 'a> {
    pub(super) lines: Vec<Line<'i, 'a>>,
    /// The keywords of clauses that could not be read.
    pub(super) broken: Vec<&'static str>,
}

impl<'i, 'a> Clauses<'i, 'a> {
    pub(super) fn read(source: &'a Arc<RuleSource>, item: &'i Item<'a>, mistakes: &mut Vec<Mistake>) -> Self {
        let mut clauses = Self { lines: Vec::new(), broken: Vec::new() };
        let mut seen: Vec<&RawClause<'a>> = Vec::new();
        let mut doubled = Vec::new();
        let mut all = item.clauses.iter().peekable();
        while let Some(raw) = all.next() {
            if raw.keyword.is_empty() || raw.broken {
                // That was said when the file was cut into clauses.
                clauses.broken.push(raw.keyword);
                continue;
            }
            if let Some(first) = seen.iter().find(|first| first.keyword == raw.keyword) {
                doubled.push((*first, raw));
                continue;
            }
            if ONCE.contains(&raw.keyword) {
                seen.push(raw);
            }
            match parse::clause(raw, source) {
                Ok(clause) => clauses.lines.push(Line { raw, clause }),
                Err(mistake) => {
                    clauses.broken.push(raw.keyword);
                    let more = all.next_if(|next| next.column > raw.column && !next.word.span.is_empty());
                    // Of a misspelt clause, its word is said already.
                    if raw.word.text == raw.keyword {
                        mistakes.push(with_hint(*mistake, more));
                    }
                }
            }
        }
        mistakes.extend(twice(source, &doubled));
        clauses
    }

    pub(super) fn is_broken(&self, keyword: &str) -> bool {
        self.broken.iter().any(|&broken| broken == keyword || broken.is_empty())
    }

    /// Whether there is such a clause, even one that could not be read.
    pub(super) fn has(&self, keyword: &str) -> bool {
        self.is_broken(keyword) || self.lines.iter().any(|line| line.raw.keyword == keyword)
    }

    /// The clauses that a rule needs and does not have.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed =
            [("title", "title"), ("for", "for each"), ("must", "must"), ("message", "message"), ("mark", "mark")];
        needed.into_iter().filter(|(keyword, _)| !self.has(keyword)).map(|(_, shown)| shown).collect()
    }
}

/// Clauses that are given twice, each the first and the second. Of several, the head of the second
/// rule is what is missing.
fn twice(source: &Arc<RuleSource>, doubled: &[(&RawClause<'_>, &RawClause<'_>)]) -> Vec<Mistake> {
    let mistake = |(first, second): &(&RawClause<'_>, &RawClause<'_>)| {
        let message = format!("a rule has one `{}`, and this is the second", second.keyword);
        Mistake::new(Code::ClauseTwice, source, second.word.span, message)
            .labelled("the second")
            .and(first.word.span, "the first")
    };
    match doubled {
        [first, _, _, ..] => {
            let help =
                "several clauses are given twice: is a line such as `rule group/name` missing above the second ones?";
            vec![mistake(first).help(help)]
        }
        few => few.iter().map(|pair| mistake(pair).help("keep one of them")).collect(),
    }
}

/// Where a line that goes on with an expression begins with a clause's word, the word is to stand elsewhere.
fn with_hint(mistake: Mistake, next: Option<&RawClause<'_>>) -> Mistake {
    match next {
        Some(next) => {
            let word = next.word.text;
            let mistake = mistake.and(next.word.span, "starts a clause");
            mistake.help(format!("if `{word}` belongs to the line above, write it at that line's end"))
        }
        None => mistake,
    }
}
