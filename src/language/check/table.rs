//! Tables: the declared columns, and the CSV file that has to fit them.

use super::Checker;
use super::world::{World, texts};
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::near::did_you_mean;
use crate::language::parse;
use crate::language::rule::{Literal, RuleSource};
use crate::language::sheet::Sheet;
use crate::language::syntax::{self, Text, Word};
use crate::language::table::{Cell, Column, ColumnType, Table};
use std::sync::Arc;

type ReadTable<'r> = &'r dyn Fn(&str) -> Result<String, String>;

/// What was read of a table's declaration.
pub(super) struct Loaded<'a> {
    pub(super) name: Option<Word<'a>>,
    pub(super) table: Option<Table>,
}

/// A column of a rule file with its column in the CSV file.
pub(super) struct Declared<'a> {
    pub(super) name: Word<'a>,
    pub(super) of: ColumnType,
    pub(super) split: Option<String>,
    /// The place in the header.
    pub(super) at: usize,
}

/// The other names of a row: the column that holds them and what parts them.
pub(super) struct Aliases {
    pub(super) at: usize,
    pub(super) split: String,
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
            // One line that is no column may mean that none is.
            Err(mistake) => {
                if !broken {
                    mistakes.push(*mistake);
                }
                broken = true;
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
            Ok(sheet) => self.has_commas(&sheet, file).then_some(sheet),
            Err(unreadable) => {
                let message = format!("`{}` is not a sound CSV file", file.name);
                self.say(Mistake::new(Code::TableRead, file, unreadable.span, message).labelled(unreadable.why));
                None
            }
        }
    }

    /// Whether the cells of a sheet are parted by commas; says so if they are parted by something else.
    fn has_commas(&mut self, sheet: &Sheet, file: &Arc<RuleSource>) -> bool {
        let what = match sheet.header.cells.get(0) {
            Some(cell) if sheet.header.cells.len() == 1 && cell.contains(';') => "semicolons",
            Some(cell) if sheet.header.cells.len() == 1 && cell.contains('\t') => "tabs",
            Some(_) | None => return true,
        };
        let message = format!("the cells of `{}` are parted by {what}", file.name);
        let mistake = Mistake::new(Code::TableRead, file, sheet.header.whole(&file.text), message);
        self.say(mistake.labelled("no comma in the header").help("save it as CSV with commas between the cells"));
        false
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
                aliases = self.find(&sheet, file, *also).map(|at| (*also, Aliases { at, split }));
            }
        }
        // The other names can be asked for like any column.
        if let Some((also, Aliases { at, split })) = &aliases
            && !declared.iter().any(|column| column.name.text == also.text)
        {
            declared.push(Declared { name: *also, of: ColumnType::Texts, split: Some(split.clone()), at: *at });
        }
        let aliases = aliases.map(|(_, aliases)| aliases);
        let keys: Vec<usize> = columns.iter().enumerate().filter(|(_, column)| column.key).map(|(at, _)| at).collect();
        if let [_, second, ..] = keys.as_slice() {
            let span = columns.get(*second).map_or(name.span, |column| column.name.span);
            let mistake = self.mistake(Code::TableKey, span, "this table has several keys").labelled("the second");
            self.say(mistake.help("write `key` before the one column that rows are looked up by"));
            return None;
        }
        if !self.mistakes.is_empty() {
            return None;
        }
        let mut table = Table {
            name: name.text.to_owned(),
            columns: declared
                .iter()
                .map(|column| Column { name: column.name.text.to_owned(), of: column.of })
                .collect(),
            key: keys.first().copied(),
            ..Table::default()
        };
        self.rows(&mut table, &declared, aliases.as_ref(), &sheet, file);
        self.mistakes.is_empty().then_some(table)
    }

    fn declared(&mut self, column: &syntax::Column<'a>, sheet: &Sheet, file: &Arc<RuleSource>) -> Option<Declared<'a>> {
        let split = column.split.as_ref().map(|split| self.plain(split));
        if (column.of == ColumnType::Texts) != split.is_some() {
            let message = "a `list of text` says by `split` what parts its members, and nothing else does";
            let mistake = self.mistake(Code::TableColumn, column.type_span, message);
            self.say(mistake.help("capitals  list of text split \"|\""));
        }
        let at = self.find(sheet, file, column.name)?;
        Some(Declared { name: column.name, of: column.of, split, at })
    }
}
