//! A rule file read as far as its syntax goes: names and types may still be wrong.

use crate::language::diagnostic::Mistake;
use crate::language::layout::{self, Item};
use crate::language::parse;
use crate::language::rule::RuleSource;
use crate::language::syntax::{AmendHead, Clause, Column, Define, TableHead, Text, Use, Word, Words};
use std::sync::Arc;

/// An item with what its head and its clauses say.
pub(super) struct Branch<'a> {
    pub(super) item: Item<'a>,
    pub(super) head: Head<'a>,
    /// One for each clause of the item.
    pub(super) clauses: Vec<Clause<'a>>,
}

/// What stands before the clauses.
pub(super) enum Head<'a> {
    Rule(Option<Word<'a>>),
    Amend(AmendHead<'a>),
    Use(Use<'a>),
    Pack(Word<'a>, Text<'a>, &'a str),
    Words(Words<'a>),
    /// The columns of each line.
    Table(TableHead<'a>, Vec<Vec<Column<'a>>>),
    Define(Define<'a>),
}

/// Reads a file, or says all that keeps it from being read.
pub(super) fn read(source: &Arc<RuleSource>) -> Result<Vec<Branch<'_>>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let items = layout::items(source, &mut mistakes);
    let mut branches = Vec::with_capacity(items.len());
    for item in items {
        let head = head(&item, source).map_err(|mistake| mistakes.push(*mistake));
        let mut clauses = Vec::with_capacity(item.clauses.len());
        for raw in item.clauses.iter().filter(|raw| !raw.broken && !raw.keyword.is_empty()) {
            match parse::clause(raw, source) {
                Ok(clause) => clauses.push(clause),
                // Of a misspelt clause, its word is said already.
                Err(_) if raw.word.text != raw.keyword => {}
                Err(mistake) => mistakes.push(*mistake),
            }
        }
        branches.extend(head.ok().map(|head| Branch { item, head, clauses }));
    }
    if mistakes.is_empty() {
        return Ok(branches);
    }
    mistakes.sort_by_key(|mistake| mistake.place().1);
    Err(mistakes)
}

fn head<'a>(item: &Item<'a>, source: &'a Arc<RuleSource>) -> Result<Head<'a>, Box<Mistake>> {
    Ok(match item.keyword {
        "rule" => match parse::rule_id(item.head, source) {
            (_, Some(mistake)) => return Err(mistake),
            (id, None) => Head::Rule(id),
        },
        "use" => Head::Use(parse::uses(item.head, source)?),
        "pack" => {
            let (name, title, version) = parse::pack(item.head, source)?;
            Head::Pack(name, title, version)
        }
        "words" => Head::Words(parse::words(item.head, source)?),
        "define" => Head::Define(parse::define(item.head, source)?),
        "table" => {
            let columns: Result<_, _> = item.lines.iter().map(|line| parse::columns(line, source)).collect();
            Head::Table(parse::table(first_line(item), source)?, columns?)
        }
        _ => Head::Amend(parse::amend(item.head, source)?),
    })
}

/// The head without the lines under it.
pub(super) fn first_line<'a>(item: &Item<'a>) -> &'a str {
    item.head.lines().next().unwrap_or_default()
}
