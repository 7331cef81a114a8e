//! The rows of a table: cells of the declared types, keys and aliases that lead to one row.

use super::Checker;
use super::literal::read_date;
use super::table::{Aliases, Declared};
use crate::facts::exact::Exact;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::rule::RuleSource;
use crate::language::sheet::{Row, Sheet};
use crate::language::table::{Cell, ColumnType, Table};
use crate::language::unit;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl Checker<'_, '_> {
    pub(super) fn rows(
        &mut self,
        table: &mut Table,
        columns: &[Declared<'_>],
        aliases: Option<&Aliases>,
        sheet: &Sheet,
        file: &Arc<RuleSource>,
    ) {
        let wide = sheet.header.cells.len();
        let mut owners: FxHashMap<Box<str>, Span> = FxHashMap::default();
        for row in &sheet.rows {
            if row.cells.len() != wide {
                self.ragged(row, sheet, file);
                continue;
            }
            let cells = columns.iter().map(|column| self.cell(column, row, file)).collect();
            let number = table.rows.len();
            if let Some(key) = table.key.and_then(|key| columns.get(key)) {
                self.row_key(table, key.at, row, number, &mut owners, file);
            }
            for alias in aliases.iter().flat_map(|aliases| {
                let cell = row.cells.get(aliases.at).unwrap_or_default();
                parts(cell, &aliases.split).map(|alias| (alias, aliases.at))
            }) {
                self.name_row(table, alias.0, row.span(&file.text, alias.1), number, &mut owners, file);
            }
            table.rows.push(cells);
        }
    }

    fn ragged(&mut self, row: &Row, sheet: &Sheet, file: &Arc<RuleSource>) {
        let (has, wide) = (row.cells.len(), sheet.header.cells.len());
        let cells = if has == 1 { "cell" } else { "cells" };
        let message = format!("a row has {has} {cells}, and the header {wide}");
        let mistake = Mistake::new(Code::TableRagged, file, row.whole(&file.text), message).labelled("this row");
        let help =
            if has > wide { "put quotes round a cell that holds a comma" } else { "write a comma for each empty cell" };
        self.say(mistake.and(sheet.header.whole(&file.text), "the header").help(help));
    }

    fn row_key(
        &mut self,
        table: &mut Table,
        at: usize,
        row: &Row,
        number: usize,
        owners: &mut FxHashMap<Box<str>, Span>,
        file: &Arc<RuleSource>,
    ) {
        let key = row.cells.get(at).unwrap_or_default().trim();
        if key.is_empty() {
            let mistake = Mistake::new(Code::TableKey, file, row.span(&file.text, at), "this row has no key");
            self.say(mistake.labelled("empty").help("every row is looked up by its key"));
            return;
        }
        self.name_row(table, key, row.span(&file.text, at), number, owners, file);
    }

    /// Makes a row known by a key or alias.
    fn name_row(
        &mut self,
        table: &mut Table,
        name: &str,
        span: Span,
        number: usize,
        owners: &mut FxHashMap<Box<str>, Span>,
        file: &Arc<RuleSource>,
    ) {
        let key: Box<str> = name.to_lowercase().into();
        // An alias that repeats its own row's key does no harm.
        if table.keys.get(&key).is_some_and(|&owner| owner != number) {
            let mistake = Mistake::new(Code::TableKey, file, span, format!("two rows are called “{name}”"))
                .labelled("the second");
            let first = owners.get(&key).copied().unwrap_or(span);
            self.say(mistake.and(first, "the first").help("a key or alias leads to one row"));
            return;
        }
        table.keys.insert(key.clone(), number);
        owners.entry(key).or_insert(span);
    }

    fn cell(&mut self, column: &Declared<'_>, row: &Row, file: &Arc<RuleSource>) -> Cell {
        let written = row.cells.get(column.at).unwrap_or_default().trim();
        if written.is_empty() {
            return Cell::Absent;
        }
        let read = match column.of {
            ColumnType::Text => Some(Cell::Text(written.into())),
            ColumnType::Number | ColumnType::Exact => number(written).map(Cell::Number),
            ColumnType::Date => read_date(written).map(Cell::Date),
            ColumnType::YesNo => match written.to_lowercase().as_str() {
                "yes" | "true" => Some(Cell::YesNo(true)),
                "no" | "false" => Some(Cell::YesNo(false)),
                _ => None,
            },
            ColumnType::Texts => {
                let split = column.split.as_deref().unwrap_or("|");
                Some(Cell::Texts(parts(written, split).map(Box::from).collect()))
            }
        };
        read.unwrap_or_else(|| {
            let (what, help) = match column.of {
                ColumnType::Number | ColumnType::Exact => {
                    ("a number", "write digits with a decimal point, such as 1234.5, 1,200 or 1.2 million")
                }
                ColumnType::Date => ("a date", "write a date as 2017-12-19, 2017-12 or 2017"),
                ColumnType::YesNo => ("yes or no", "write `yes` or `no`"),
                ColumnType::Text | ColumnType::Texts => ("a text", "write words"),
            };
            let message = format!("“{written}” is not {what}");
            let mistake = Mistake::new(Code::TableCell, file, row.span(&file.text, column.at), message);
            let mistake = mistake.labelled(format!("in the column `{}`", column.name.text)).help(help);
            self.say(mistake.and_in(self.source, column.name.span, "declared here"));
            Cell::Absent
        })
    }
}

/// A number in digits, with a word such as "million" behind it or without. What parts digits parts them by threes, so
/// that a comma that was meant as a decimal point is not passed over.
fn number(written: &str) -> Option<Exact> {
    let scaled = written.rsplit_once(' ').and_then(|(digits, word)| Some((digits.trim_end(), unit::scale(word)?)));
    let (digits, scale) = scaled.unwrap_or((written, Exact::ONE));
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(whole, fraction)| (whole, fraction));
    let grouped = whole.split([',', '_', ' ']).skip(1).all(|group| group.len() == 3);
    if !grouped || fraction.contains([',', '_', ' ']) {
        return None;
    }
    Exact::parse(&digits.replace([',', '_', ' '], ""))?.times(scale)
}

/// The parts of a cell.
fn parts<'c>(cell: &'c str, split: &'c str) -> impl Iterator<Item = &'c str> {
    let whole = split.is_empty().then_some(cell);
    let several = (!split.is_empty()).then(|| cell.split(split));
    whole.into_iter().chain(several.into_iter().flatten()).map(str::trim).filter(|part| !part.is_empty())
}
