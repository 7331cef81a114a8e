//! The formatter: a rule file in, the same file in its canonical form out.
//!
//! `tree` reads the file, `token` cuts clauses into tokens, `rewrite` says what is spelt otherwise, `notes`
//! finds the place of every comment, `cells` and `print` lay all of it out on a `page`. The author's line
//! breaks inside a clause stay. Nothing here knows what a clause means, so that a new one is formatted like
//! the others; only `gist` reads what the file says, and says it again of what was printed: a file
//! is not touched unless both are the same.

mod cells;
mod gist;
mod notes;
mod page;
mod print;
mod rewrite;
mod spacing;
mod token;
mod tree;

use super::diagnostic::Mistake;
use super::rule::RuleSource;
use std::sync::Arc;

/// Why a file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unformatted {
    /// It cannot be read.
    Mistakes(Vec<Mistake>),
    /// What was printed does not say what the file says: a mistake of the formatter's own.
    Differs,
}

/// The text of a rule file in its canonical form: clauses in their order, aligned, with every comment.
///
/// It says what the file says. Only spelling changes: `==` becomes `=`, `cannot be` outside `must` becomes
/// `!=`, `not a is b` becomes `a is not b`, curly quotes round strings become straight ones, `1,000` becomes
/// `1_000`. Line ends stay as they are.
pub fn format(name: &str, text: &str) -> Result<String, Unformatted> {
    let source = source(name, text);
    let branches = tree::read(&source).map_err(Unformatted::Mistakes)?;
    let mut printed = print::print(&source.text, &branches);
    if text.starts_with(MARK) {
        printed.insert(0, MARK);
    }
    if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) {
        printed = printed.replace('\n', "\r\n");
    }
    let again = self::source(name, &printed);
    match tree::read(&again) {
        Ok(read) if gist::gist(&read) == gist::gist(&branches) => Ok(printed),
        Ok(_) | Err(_) => Err(Unformatted::Differs),
    }
}

#[cfg(test)]
pub(super) use token::{Kind, Wording, tokens};

/// A body of a clause, or the head of an item, with the places of what stands around it.
#[cfg(test)]
pub(super) struct Body {
    /// Where the word of the clause or item begins.
    pub(super) word: usize,
    pub(super) text: String,
    pub(super) start: usize,
    /// Where the words of the lines of text begin.
    pub(super) texts: Vec<usize>,
}

/// The bodies of a sound file.
#[cfg(test)]
pub(super) fn bodies(name: &str, text: &str) -> Vec<Body> {
    let source = source(name, text);
    let mut bodies = Vec::new();
    for item in super::layout::items(&source, &mut Vec::new()) {
        let head = notes::place(&source.text, item.head).start as usize;
        if item.keyword == "define" {
            bodies.push(Body {
                word: item.span.start as usize,
                text: item.head.into(),
                start: head,
                texts: Vec::new(),
            });
        }
        for clause in item.clauses {
            let texts = clause.text.iter().filter(|line| !line.text.is_empty()).map(|line| line.span.start as usize);
            let (texts, start) = (texts.collect(), notes::place(&source.text, clause.body).start as usize);
            bodies.push(Body { word: clause.word.span.start as usize, text: clause.body.into(), start, texts });
        }
    }
    bodies
}

/// The mark that some editors put before a text.
const MARK: char = '\u{feff}';

fn source(name: &str, text: &str) -> Arc<RuleSource> {
    Arc::new(RuleSource { name: name.to_owned(), text: text.to_owned() })
}
