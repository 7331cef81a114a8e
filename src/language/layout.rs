//! The line scanner: cuts a rule file into items and clauses, and keeps lines of text with their places.
//!
//! Strings end on their line and lines of text start with `>`, so no token spans what is cut here,
//! and a slip in one clause cannot disturb another.

use super::code::Code;
use super::diagnostic::Mistake;
use super::line::Line;
use super::near::{did_you_mean, nearest};
use super::rule::RuleSource;
use super::syntax::Word;
use crate::source::Span;
use std::sync::Arc;

/// The words that start an item.
pub(super) const ITEMS: &[&str] = &["pack", "use", "words", "table", "define", "rule", "amend"];

/// The words that start a clause, in the order of a formatted rule.
pub(super) const CLAUSES: &[&str] = &[
    "title", "draft", "off", "severity", "tags", "why", "setting", "instead", "across", "for", "let", "where", "must",
    "unless", "once", "message", "mark", "help", "suggest", "bad", "says", "becomes", "good", "excuses",
];

/// Where each of the clauses stands in a formatted rule; those of one place stay in the order that the author chose.
pub(super) fn order<'k>(keywords: impl Iterator<Item = &'k str>) -> Vec<usize> {
    let mut example = "bad";
    let first = keywords.map(|keyword| match keyword {
        // Each may build on what the other says.
        "where" => "let",
        "bad" | "good" => {
            example = keyword;
            keyword
        }
        // They belong to the example above them.
        "says" | "becomes" => example,
        other => other,
    });
    first.map(|first| CLAUSES.iter().position(|&clause| clause == first).unwrap_or(CLAUSES.len())).collect()
}

/// Words that only go on with a clause, wherever their line begins.
const CONTINUING: &[&str] = &[
    "and", "or", "not", "is", "in", "to", "of", "with", "within", "matches", "contains", "some", "no", "can", "cannot",
    "because", "when", "by", "replace", "before", "after", "pair", "group", "from", "each", "per",
];

/// An item of a file.
#[derive(Debug)]
pub(super) struct Item<'a> {
    /// The word that it starts with; the right one where it was misspelt.
    pub(super) keyword: &'static str,
    /// All of it, without blank lines at its end.
    pub(super) span: Span,
    /// What follows the keyword, up to the first clause.
    pub(super) head: &'a str,
    /// The lines of the head after the first, for tables.
    pub(super) lines: Vec<&'a str>,
    /// Its clauses.
    pub(super) clauses: Vec<RawClause<'a>>,
    /// A mistake was found in its layout.
    pub(super) broken: bool,
}

/// A clause that is not read yet.
#[derive(Debug)]
pub(super) struct RawClause<'a> {
    /// The word that it starts with; the right one where it was misspelt.
    pub(super) keyword: &'static str,
    /// The word as written.
    pub(super) word: Word<'a>,
    /// What follows the word, without lines of text.
    pub(super) body: &'a str,
    /// The lines of text.
    pub(super) text: Vec<Word<'a>>,
    /// All of it.
    pub(super) span: Span,
    /// The blanks before it.
    pub(super) column: usize,
    /// A mistake was found in its layout.
    pub(super) broken: bool,
}

/// Cuts `source` into items.
pub(super) fn items<'a>(source: &'a Arc<RuleSource>, mistakes: &mut Vec<Mistake>) -> Vec<Item<'a>> {
    let mut scanner = Scanner { source, items: Vec::new(), mistakes, skipping: false };
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        scanner.line(Line::new(line, start));
        start += line.len();
    }
    scanner.items
}

struct Scanner<'a, 'm> {
    source: &'a Arc<RuleSource>,
    items: Vec<Item<'a>>,
    mistakes: &'m mut Vec<Mistake>,
    /// Lines up to the next item belong to something that could not be told.
    skipping: bool,
}

impl<'a> Scanner<'a, '_> {
    fn line(&mut self, line: Line<'a>) {
        if line.text.trim_end().is_empty() || line.text.starts_with('#') {
            return;
        }
        let at_margin = line.column == 0;
        if let Some(text) = line.text.strip_prefix('>') {
            self.text_line(line, text);
        } else if let Some(item) =
            known(ITEMS, line.word).filter(|_| at_margin && (!line.goes_on() || line.lacks_group()))
        {
            self.item(line, item, line.rest());
        } else if let Some(clause) = self.in_rule().then(|| known(CLAUSES, line.word)).flatten() {
            self.clause(line, clause);
        } else if let Some((item, rest)) = self.stray_item(line) {
            self.item(line, item, rest);
            self.items.last_mut().into_iter().for_each(|item| item.broken = true);
        } else if self.skipping {
        } else if self.starts_clause(line) {
            self.unknown_clause(line);
        } else if self.items.is_empty() || (at_margin && !self.continues(line)) {
            self.outside(line);
        } else {
            self.more(line);
        }
    }

    fn in_rule(&self) -> bool {
        !self.skipping && self.items.last().is_some_and(|item| matches!(item.keyword, "rule" | "amend"))
    }

    fn say(&mut self, mistake: Mistake) {
        if let Some(item) = self.items.last_mut() {
            item.broken = true;
        }
        self.mistakes.push(mistake);
    }

    fn item(&mut self, line: Line<'a>, keyword: &'static str, head: &'a str) {
        self.skipping = false;
        self.items.push(Item {
            keyword,
            span: line.span(),
            head,
            lines: Vec::new(),
            clauses: Vec::new(),
            broken: false,
        });
    }

    /// An item that is misspelt, stands away from the margin or lacks its word; the mistake is said.
    fn stray_item(&mut self, line: Line<'a>) -> Option<(&'static str, &'a str)> {
        let named = Line::new(line.rest().trim_start(), 0).names_rule();
        // Under the text of an example, nothing else could stand so.
        let alone = line.names_rule() && line.text.split_whitespace().nth(1).is_none() && self.under_text();
        let (item, rest, message, help) = if line.column > 0 && !alone {
            let item = known(&["rule", "amend"], line.word).filter(|_| named)?;
            let message = format!("`{item}` does not start at the left margin");
            (item, line.rest(), message, "write it at the beginning of the line".to_owned())
        } else if line.names_rule() {
            let message = format!("`{}` does not start an item", line.text.trim_end());
            ("rule", line.text, message, "a rule starts with the word `rule`".to_owned())
        } else {
            // Only these two are followed by the name of a rule.
            let items = if named { &["rule", "amend"] } else { ITEMS };
            let item = nearest(line.word, items.iter().copied()).and_then(|item| known(ITEMS, item))?;
            let apart = line.rest().starts_with(char::is_whitespace) && !line.goes_on();
            if !apart || (self.in_rule() && !named) || CONTINUING.contains(&line.word) {
                return None;
            }
            let message = format!("`{}` does not start an item", line.word);
            (item, line.rest(), message, format!("did you mean `{item}`?"))
        };
        let code = if line.column > 0 && !alone { Code::IndentedItem } else { Code::UnknownItem };
        let span = if rest.len() == line.text.len() { line.span() } else { line.word().span };
        self.mistakes.push(Mistake::new(code, self.source, span, message).help(help));
        Some((item, rest))
    }

    fn clause(&mut self, line: Line<'a>, keyword: &'static str) {
        let rest = line.rest();
        let (body, text) = match text_start(keyword, rest) {
            Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..)),
            None => (rest, None),
        };
        let mut clause = RawClause {
            keyword,
            word: line.word(),
            body,
            text: Vec::new(),
            span: line.span(),
            column: line.column,
            broken: false,
        };
        clause.text.extend(text.map(|text| text_of(text, line.start + line.text.len())));
        if let Some(item) = self.items.last_mut() {
            item.span = item.span.to(line.span());
            item.clauses.push(clause);
        }
    }

    fn text_line(&mut self, line: Line<'a>, text: &'a str) {
        if self.skipping {
            return;
        }
        let Some(item) = self.items.last_mut() else { return self.outside(line) };
        item.span = item.span.to(line.span());
        let clause = item.clauses.last_mut();
        if let Some(clause) = clause.filter(|clause| takes_text(clause.keyword)) {
            clause.span = clause.span.to(line.span());
            clause.text.push(text_of(text, line.start + line.text.len()));
            return;
        }
        let what = item.clauses.last().map_or(item.keyword, |clause| clause.keyword);
        // Said of the first such line, the others go without saying.
        let said = item.clauses.last_mut().map_or(&mut item.broken, |clause| &mut clause.broken);
        if std::mem::replace(said, true) {
            return;
        }
        let message = format!("`{what}` takes no lines of text");
        let help = "a line that starts with `>` is text; write a comparison at the end of the line above";
        let mistake = Mistake::new(Code::TextHere, self.source, line.span(), message);
        self.say(mistake.labelled("a line of text").help(help));
    }

    /// Whether an unknown first word stands where a clause would start.
    fn starts_clause(&self, line: Line<'a>) -> bool {
        if !self.in_rule() || line.word.is_empty() || line.goes_on() || CONTINUING.contains(&line.word) {
            return false;
        }
        let clauses = self.items.last().map_or(&[][..], |item| &item.clauses);
        let Some(last) = clauses.last() else { return true };
        let apart = line.rest().starts_with([' ', '\t']);
        apart
            && (line.column == last.column || self.under_text())
            && (line.column > 0 || nearest_clause(line.word).is_some())
    }

    fn unknown_clause(&mut self, line: Line<'a>) {
        let mistake = Mistake::new(
            Code::UnknownClause,
            self.source,
            line.word().span,
            format!("`{}` does not start a clause", line.word),
        );
        let help = did_you_mean(line.word, CLAUSES.iter().copied()).unwrap_or_else(|| match line.word {
            "if" | "when" | "given" | "then" | "else" | "assert" | "check" => {
                "what counts is said in `where`, what must hold in `must`, what excuses in `unless`".to_owned()
            }
            _ => format!("the clauses of a rule are {}", CLAUSES.join(", ")),
        });
        self.say(mistake.labelled("no clause has this name").help(help));
        // Read on as what was probably meant, so that it is not missed as well.
        match nearest_clause(line.word) {
            Some(keyword) => self.clause(line, keyword),
            None => self.clause(line, ""),
        }
    }

    /// Whether the line above is the text of an example.
    fn under_text(&self) -> bool {
        let clause = self.items.last().and_then(|item| item.clauses.last());
        clause.is_some_and(|clause| takes_text(clause.keyword) && !clause.text.is_empty())
    }

    fn continues(&self, line: Line<'a>) -> bool {
        let in_table = self.items.last().is_some_and(|item| item.keyword == "table");
        line.word.is_empty() || line.goes_on() || CONTINUING.contains(&line.word) || in_table
    }

    fn outside(&mut self, line: Line<'a>) {
        let shown = if line.word.is_empty() { line.text.trim_end() } else { line.word };
        let span = if line.word.is_empty() { line.span() } else { line.word().span };
        let code = if line.column > 0 { Code::Outside } else { Code::UnknownItem };
        let message = format!("`{shown}` does not start an item");
        let near = did_you_mean(line.word, ITEMS.iter().copied());
        let near = near.map_or_else(String::new, |near| format!("{near} "));
        let help = format!(
            "{near}items start at the left margin with one of {}; a rule with a line such as `rule count/too-many`",
            ITEMS.join(", ")
        );
        self.mistakes.push(Mistake::new(code, self.source, span, message).help(help));
        self.skipping = true;
    }

    /// A line that goes on with what stands above it.
    fn more(&mut self, line: Line<'a>) {
        let text: &'a str = &self.source.text;
        let Some(item) = self.items.last_mut() else { return };
        item.span = item.span.to(line.span());
        let end = line.start + line.text.len();
        let Some(clause) = item.clauses.last_mut() else {
            item.lines.push(line.text);
            item.head = longer(text, item.head, end);
            return;
        };
        clause.span = clause.span.to(line.span());
        if clause.text.is_empty() {
            clause.body = longer(text, clause.body, end);
            return;
        }
        let message = format!("this line belongs to no clause of the text under `{}`", clause.keyword);
        let mistake = Mistake::new(Code::Unexpected, self.source, line.span(), message);
        self.say(mistake.labelled("not expected here").help("each line of text starts with `>`"));
    }
}

/// `part` of `text`, made longer up to the byte `end`.
fn longer<'a>(text: &'a str, part: &'a str, end: usize) -> &'a str {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.get(start..end).unwrap_or(part)
}

fn known(words: &[&'static str], word: &str) -> Option<&'static str> {
    words.iter().copied().find(|&known| known == word)
}

fn nearest_clause(word: &str) -> Option<&'static str> {
    nearest(word, CLAUSES.iter().copied()).and_then(|near| known(CLAUSES, near))
}

fn takes_text(keyword: &str) -> bool {
    // The text under a clause that is not known is kept, so that it is not complained of as well.
    matches!(keyword, "bad" | "good" | "becomes" | "why" | "help" | "")
}

/// Where the `>` of a line of text stands behind its clause's word.
fn text_start(keyword: &str, rest: &str) -> Option<usize> {
    match keyword {
        "help" => rest.trim_start().starts_with('>').then(|| rest.find('>')).flatten(),
        "bad" | "good" | "becomes" | "why" => {
            let mut quoted = false;
            rest.char_indices().find_map(|(at, c)| {
                quoted ^= c == '"';
                (c == '>' && !quoted).then_some(at)
            })
        }
        _ => None,
    }
}

/// A line of text, without the `>` and the blank after it; `end` is where it ends in the file.
fn text_of(text: &str, end: usize) -> Word<'_> {
    let text = text.strip_prefix(' ').unwrap_or(text);
    Word { text, span: Span::new(end - text.len(), end) }
}
