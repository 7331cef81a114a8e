//! Tables: the declared columns, and the CSV file that has to fit them.

use super::Checker;
use super::literal::read_date;
use super::world::{World, texts};
use crate::facts::exact::Exact;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::near::did_you_mean;
use crate::language::parse;
use crate::language::rule::{Literal, RuleSource};
use crate::language::sheet::{Row, Sheet};
use crate::language::syntax::{self, Text, Word};
use crate::language::table::{Cell, Column, ColumnType, Table};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

type ReadTable<'r> = &'r dyn Fn(&str) -> Result<String, String>;

/// What was read of a table's declaration.
pub(super) struct Loaded<'a> {
    pub(super) name: Option<Word<'a>>,
    pub(super) table: Option<Table>,
}

/// A column of a rule file with its column in the CSV file.
struct Declared<'a> {
    name: Word<'a>,
    of: ColumnType,
    split: Option<String>,
    /// The place in the header.
    at: usize,
}

/// The other names of a row: the column that holds them and what parts them.
struct Aliases {
    at: usize,
    split: String,
}

/// Loads the table that `item` declares.
pub(super) fn load<'a>(
    world: &mut World<'a>,
    source: &'a Arc<RuleSource>,
    item: &Item<'a>,
    read_table: ReadTable<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Loaded<'a> {
    let first_line = item.head.lines().next().unwrap_or_default();
    let head = match parse::table(first_line, source) {
        Ok(head) => head,
        Err(mistake) => {
            mistakes.push(*mistake);
            return Loaded { name: None, table: None };
        }
    };
    let mut columns = Vec::new();
    let mut broken = false;
    for line in &item.lines {
        match parse::columns(line, source) {
            Ok(more) => columns.extend(more),
            Err(mistake) => {
                broken = true;
                mistakes.push(*mistake);
            }
        }
    }
    let file = open(world, source, &head.file, read_table, mistakes);
    let table = match file {
        Some(file) if !broken => {
            let mut checker = Checker::new(world, source);
            let table = checker.table(head.name, &columns, &file);
            mistakes.append(&mut checker.mistakes);
            table
        }
        _ => None,
    };
    Loaded { name: Some(head.name), table }
}

/// The texts of one column of a CSV file, for a word list.
pub(super) fn column<'a>(
    world: &mut World<'a>,
    source: &'a Arc<RuleSource>,
    file: &Text<'a>,
    column: Word<'a>,
    read_table: ReadTable<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Option<Arc<[Literal]>> {
    let file = open(world, source, file, read_table, mistakes)?;
    let mut checker = Checker::new(world, source);
    let sheet = checker.sheet(&file);
    let at = sheet.as_ref().and_then(|sheet| checker.find(sheet, &file, column));
    mistakes.append(&mut checker.mistakes);
    let (sheet, at) = (sheet?, at?);
    let cells: Vec<Cell> = sheet
        .rows
        .iter()
        .filter_map(|row| row.cells.get(at).map(str::trim).filter(|word| !word.is_empty()))
        .map(|word| Cell::Text(word.into()))
        .collect();
    Some(texts(cells.iter()))
}

/// The text of a table's file, read once.
fn open<'a>(
    world: &mut World<'a>,
    source: &'a Arc<RuleSource>,
    file: &Text<'a>,
    read_table: ReadTable<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Option<Arc<RuleSource>> {
    let mut checker = Checker::new(world, source);
    let path = checker.plain(file);
    mistakes.append(&mut checker.mistakes);
    let folder = source.name.rsplit_once('/').map(|(folder, _)| folder);
    let path = match folder {
        Some(folder) if !path.starts_with('/') => format!("{folder}/{path}"),
        _ => path,
    };
    if let Some(known) = world.table_source(&path) {
        return Some(known);
    }
    match read_table(&path) {
        Ok(text) => {
            let file = Arc::new(RuleSource { name: path, text });
            world.keep_source(&file);
            Some(file)
        }
        Err(why) => {
            let message = format!("the table `{path}` cannot be read: {why}");
            let mistake = Mistake::new(Code::TableRead, source, file.span, message).labelled("named here");
            mistakes.push(mistake.help("the path counts from the folder of the rule file"));
            None
        }
    }
}

impl<'a> Checker<'_, 'a> {
    fn sheet(&mut self, file: &Arc<RuleSource>) -> Option<Sheet> {
        match Sheet::read(&file.text) {
            Ok(sheet) => Some(sheet),
            Err(unreadable) => {
                let message = format!("`{}` is not a sound CSV file", file.name);
                self.say(Mistake::new(Code::TableRead, file, unreadable.span, message).labelled(unreadable.why));
                None
            }
        }
    }

    /// The column of the CSV file that a name stands for.
    fn find(&mut self, sheet: &Sheet, file: &Arc<RuleSource>, name: Word<'_>) -> Option<usize> {
        let at = sheet.column(name.text);
        if at.is_none() {
            let message = format!("`{}` has no column `{}`", file.name, name.text);
            let header: Vec<&str> = sheet.header.cells.iter().map(str::trim).collect();
            let help = did_you_mean(name.text, header.iter().copied())
                .unwrap_or_else(|| format!("its columns are {}", header.join(", ")));
            let mistake = self.mistake(Code::TableColumn, name.span, message).labelled("not in the header");
            self.say(mistake.and_in(file, sheet.header.whole(&file.text), "the header").help(help));
        }
        at
    }

    fn table(&mut self, name: Word<'a>, columns: &[syntax::Column<'a>], file: &Arc<RuleSource>) -> Option<Table> {
        let sheet = self.sheet(file)?;
        let mut declared = Vec::new();
        let mut aliases = None;
        for column in columns {
            if let Some(first) = declared.iter().find(|known: &&Declared<'_>| known.name.text == column.name.text) {
                let message = format!("the column `{}` is declared twice", column.name.text);
                let first = first.name.span;
                let mistake = self.mistake(Code::TableColumn, column.name.span, message);
                self.say(mistake.labelled("the second").and(first, "the first"));
            }
            declared.extend(self.declared(column, &sheet, file));
            if let Some((also, split)) = &column.also {
                let split = self.plain(split);
                aliases = self.find(&sheet, file, *also).map(|at| Aliases { at, split });
            }
        }
        let keys: Vec<usize> = columns.iter().enumerate().filter(|(_, column)| column.key).map(|(at, _)| at).collect();
        let [key] = keys.as_slice() else {
            let message = if keys.is_empty() { "this table has no key" } else { "this table has several keys" };
            let mistake = self.mistake(Code::TableKey, name.span, message);
            self.say(mistake.help("write `key` before the one column that rows are looked up by"));
            return None;
        };
        if !self.mistakes.is_empty() {
            return None;
        }
        let mut table = Table {
            name: name.text.to_owned(),
            columns: declared
                .iter()
                .map(|column| Column { name: column.name.text.to_owned(), of: column.of })
                .collect(),
            ..Table::default()
        };
        self.rows(&mut table, *key, &declared, aliases.as_ref(), &sheet, file);
        self.mistakes.is_empty().then_some(table)
    }

    fn declared(&mut self, column: &syntax::Column<'a>, sheet: &Sheet, file: &Arc<RuleSource>) -> Option<Declared<'a>> {
        let words: Vec<&str> = column.of.text.split_whitespace().collect();
        let of = match words.as_slice() {
            ["text"] => ColumnType::Text,
            ["number"] => ColumnType::Number,
            ["exact"] => ColumnType::Exact,
            ["date"] => ColumnType::Date,
            ["yes_no" | "yes/no"] => ColumnType::YesNo,
            ["list", "of", "text"] => ColumnType::Texts,
            _ => {
                let message = format!("`{}` is not a type of column", column.of.text);
                let mistake = self.mistake(Code::TableColumn, column.of.span, message);
                let types = ["text", "number", "exact", "date", "yes_no"];
                let help = did_you_mean(column.of.text, types)
                    .unwrap_or_else(|| "the types are text, number, exact, date, yes_no and list of text".into());
                self.say(mistake.labelled("no such type").help(help));
                return None;
            }
        };
        let split = column.split.as_ref().map(|split| self.plain(split));
        if (of == ColumnType::Texts) != split.is_some() {
            let message = "a `list of text` says by `split` what parts its members, and nothing else does";
            let mistake = self.mistake(Code::TableColumn, column.of.span, message);
            self.say(mistake.help("capitals  list of text split \"|\""));
        }
        let at = self.find(sheet, file, column.name)?;
        Some(Declared { name: column.name, of, split, at })
    }

    fn rows(
        &mut self,
        table: &mut Table,
        key: usize,
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
            let Some(key) = columns.get(key) else { continue };
            let number = table.rows.len();
            self.row_key(table, key.at, row, number, &mut owners, file);
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
            ColumnType::Number | ColumnType::Exact => {
                Exact::parse(&written.replace([',', '_', ' '], "")).map(Cell::Number)
            }
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
                    ("a number", "write digits with a decimal point, such as 1234.5")
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

/// The parts of a cell.
fn parts<'c>(cell: &'c str, split: &'c str) -> impl Iterator<Item = &'c str> {
    let whole = split.is_empty().then_some(cell);
    let several = (!split.is_empty()).then(|| cell.split(split));
    whole.into_iter().chain(several.into_iter().flatten()).map(str::trim).filter(|part| !part.is_empty())
}
