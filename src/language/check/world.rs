//! What all rules share: word lists, tables, definitions, and the ids of the rules.

use super::define::{self, Definition};
use super::table::{self, Loaded};
use super::{Checker, literal};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::parse;
use crate::language::rule::{Header, Literal, Pack, Rule, RuleSource};
use crate::language::syntax::{Define, Text, Word, Words};
use crate::language::table::{Cell, Table};
use crate::source::Span;
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::Cell as Flag;
use std::collections::VecDeque;
use std::sync::Arc;

/// A name that the files share.
pub(super) struct Shared<'a> {
    pub(super) what: What,
    source: &'a Arc<RuleSource>,
    span: Span,
    used: Flag<bool>,
}

pub(super) enum What {
    Words(Option<Arc<[Literal]>>),
    /// The number of the table, or none where it could not be loaded.
    Table(Option<usize>),
    Define(Option<Box<Definition>>),
}

impl What {
    fn phrase(&self) -> &'static str {
        match self {
            Self::Words(_) => "word list",
            Self::Table(_) => "table",
            Self::Define(_) => "definition",
        }
    }
}

/// What the files share.
pub(super) struct World<'a> {
    shared: IndexMap<&'a str, Shared<'a>>,
    /// The rules by id, with their places.
    rules: FxHashMap<&'a str, (usize, Span)>,
    tables: Vec<Table>,
    /// Of each table's columns, whether no cell is empty.
    full: Vec<Vec<bool>>,
    table_sources: Vec<Arc<RuleSource>>,
    /// What the files say of themselves.
    headers: Vec<Header>,
    /// An item could not be read, so that an unknown name may be its.
    pub(super) incomplete: bool,
}

impl<'a> World<'a> {
    pub(super) fn gather(
        sources: &'a [Arc<RuleSource>],
        items: &[Vec<Item<'a>>],
        lost: bool,
        read_table: &dyn Fn(&str) -> Result<String, String>,
        mistakes: &mut Vec<Mistake>,
    ) -> Self {
        let mut world = Self {
            shared: IndexMap::new(),
            rules: FxHashMap::default(),
            tables: Vec::new(),
            full: Vec::new(),
            table_sources: Vec::new(),
            headers: Vec::new(),
            incomplete: lost,
        };
        let all = || sources.iter().zip(items).flat_map(|(source, items)| items.iter().map(move |item| (source, item)));
        let mut defines: Vec<(&'a Arc<RuleSource>, Define<'a>)> = Vec::new();
        for (source, item) in all() {
            match item.keyword {
                "words" => world.words(source, item, read_table, mistakes),
                "table" => world.table(source, item, read_table, mistakes),
                "define" => match parse::define(item.head, source) {
                    Ok(define) => defines.push((source, define)),
                    Err(mistake) => world.broken(*mistake, mistakes),
                },
                "pack" => match parse::pack(item.head, source) {
                    Ok((name, title, version)) => {
                        let mut checker = Checker::new(&world, source);
                        let title = checker.plain(&title);
                        mistakes.append(&mut checker.mistakes);
                        let (name, version) = (name.text.to_owned(), version.to_owned());
                        world.headers.push(Header { name, title, version });
                    }
                    Err(mistake) => mistakes.push(*mistake),
                },
                "rule" => world.rule(sources, source, item, mistakes),
                keyword => {
                    let message = format!("`{keyword}` is not supported yet");
                    let help = match keyword {
                        "amend" => "change the rule itself, or write one of your own with `instead of` its id",
                        _ => "all rule files that are loaded together share their word lists, tables and definitions",
                    };
                    mistakes.push(Mistake::new(Code::NotSupported, source, item.span, message).help(help));
                }
            }
        }
        world.defines(&defines, mistakes);
        world
    }

    fn broken(&mut self, mistake: Mistake, mistakes: &mut Vec<Mistake>) {
        self.incomplete = true;
        mistakes.push(mistake);
    }

    fn rule(
        &mut self,
        sources: &'a [Arc<RuleSource>],
        source: &'a Arc<RuleSource>,
        item: &Item<'a>,
        mistakes: &mut Vec<Mistake>,
    ) {
        let Some(id) = parse::rule_id(item.head, source).0 else { return };
        let number = sources.iter().position(|known| Arc::ptr_eq(known, source)).unwrap_or_default();
        match self.rules.get(id.text) {
            None => {
                self.rules.insert(id.text, (number, id.span));
            }
            Some(&(first, span)) => {
                let mistake =
                    Mistake::new(Code::ItemTwice, source, id.span, format!("there are two rules `{}`", id.text))
                        .labelled("the second");
                let mistake = match sources.get(first) {
                    Some(other) => mistake.and_in(other, span, "the first"),
                    None => mistake,
                };
                mistakes.push(mistake.help("give one of them another name"));
            }
        }
    }

    /// Whether this is the rule that has its id, not a second one.
    pub(super) fn owns(&self, number: usize, id: Word<'_>) -> bool {
        self.rules.get(id.text) == Some(&(number, id.span))
    }

    pub(super) fn has_rule(&self, id: &str) -> bool {
        self.rules.contains_key(id)
    }

    pub(super) fn rule_ids(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.rules.keys().copied()
    }

    fn share(&mut self, source: &'a Arc<RuleSource>, name: Word<'a>, what: What, mistakes: &mut Vec<Mistake>) {
        if let Some(first) = self.shared.get(name.text) {
            let message = format!("there is already a {} `{}`", first.what.phrase(), name.text);
            let mistake = Mistake::new(Code::ItemTwice, source, name.span, message).labelled("the second");
            mistakes.push(mistake.and_in(first.source, first.span, "the first").help("give one of them another name"));
            return;
        }
        self.shared.insert(name.text, Shared { what, source, span: name.span, used: Flag::new(false) });
    }

    fn words(
        &mut self,
        source: &'a Arc<RuleSource>,
        item: &Item<'a>,
        read_table: &dyn Fn(&str) -> Result<String, String>,
        mistakes: &mut Vec<Mistake>,
    ) {
        match parse::words(item.head, source) {
            Err(mistake) => self.broken(*mistake, mistakes),
            Ok(Words::Listed(name, entries)) => {
                let words = self.listed(source, &entries, mistakes);
                self.share(source, name, What::Words(words), mistakes);
            }
            Ok(Words::From { name, file, column }) => {
                let loaded = table::column(self, source, &file, column, read_table, mistakes);
                self.share(source, name, What::Words(loaded), mistakes);
            }
        }
    }

    fn listed(
        &self,
        source: &'a Arc<RuleSource>,
        entries: &[Text<'a>],
        mistakes: &mut Vec<Mistake>,
    ) -> Option<Arc<[Literal]>> {
        let mut checker = Checker::new(self, source);
        let mut seen: FxHashMap<String, Span> = FxHashMap::default();
        let mut words = Vec::new();
        for entry in entries {
            let word = checker.plain(entry);
            if let Some(&first) = seen.get(&word.to_lowercase()) {
                let mistake =
                    checker.mistake(Code::WordTwice, entry.span, format!("“{word}” stands in this list twice"));
                checker.say(mistake.labelled("the second").and(first, "the first").help("drop one of them"));
            }
            seen.insert(word.to_lowercase(), entry.span);
            words.push(Literal::Text(word.into()));
        }
        let fit = checker.mistakes.is_empty();
        mistakes.append(&mut checker.mistakes);
        fit.then(|| words.into())
    }

    fn table(
        &mut self,
        source: &'a Arc<RuleSource>,
        item: &Item<'a>,
        read_table: &dyn Fn(&str) -> Result<String, String>,
        mistakes: &mut Vec<Mistake>,
    ) {
        let Loaded { name, table } = table::load(self, source, item, read_table, mistakes);
        let Some(name) = name else {
            self.incomplete = true;
            return;
        };
        let number = table.map(|table| {
            let absent =
                |column: usize| table.rows.iter().any(|row| row.get(column).is_none_or(|cell| *cell == Cell::Absent));
            self.full.push((0..table.columns.len()).map(|column| !absent(column)).collect());
            self.tables.push(table);
            self.tables.len() - 1
        });
        self.share(source, name, What::Table(number), mistakes);
    }

    /// Keeps the file of a table, once.
    pub(super) fn keep_source(&mut self, source: &Arc<RuleSource>) {
        self.table_sources.push(Arc::clone(source));
    }

    /// A file that was read for a table before.
    pub(super) fn table_source(&self, name: &str) -> Option<Arc<RuleSource>> {
        self.table_sources.iter().find(|source| source.name == name).cloned()
    }

    /// Checks the definitions, each after those that it uses.
    fn defines(&mut self, defines: &[(&'a Arc<RuleSource>, Define<'a>)], mistakes: &mut Vec<Mistake>) {
        let names: FxHashSet<&str> = defines.iter().map(|(_, define)| define.name.text).collect();
        // Of each definition, how many it still waits for; of each name, which definitions wait for it.
        let mut missing: Vec<usize> = Vec::with_capacity(defines.len());
        let mut waiting: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, (_, define)) in defines.iter().enumerate() {
            let mut uses = FxHashSet::default();
            define::calls(&define.body, &mut |name| {
                if names.contains(name) {
                    uses.insert(name);
                }
            });
            missing.push(uses.len());
            for name in uses {
                waiting.entry(name).or_default().push(number);
            }
        }
        let mut ready: VecDeque<usize> = (0..defines.len()).filter(|&number| missing.get(number) == Some(&0)).collect();
        while let Some((source, define)) = ready.pop_front().and_then(|number| defines.get(number)) {
            let definition = define::check(self, source, define, mistakes);
            self.share(source, define.name, What::Define(definition.map(Box::new)), mistakes);
            for number in waiting.remove(define.name.text).unwrap_or_default() {
                let Some(left) = missing.get_mut(number) else { continue };
                *left -= 1;
                if *left == 0 {
                    ready.push_back(number);
                }
            }
        }
        for ((source, define), _) in defines.iter().zip(&missing).filter(|(_, left)| **left > 0) {
            let message = format!("the definition `{}` refers to itself, or to one that does", define.name.text);
            let mistake = Mistake::new(Code::Recursive, source, define.name.span, message);
            mistakes.push(mistake.help("definitions are written out where they are used, and cannot be endless"));
            self.share(source, define.name, What::Define(None), mistakes);
        }
    }

    /// What a shared name stands for; it counts as used.
    pub(super) fn look_up(&self, name: &str) -> Option<&What> {
        let shared = self.shared.get(name)?;
        shared.used.set(true);
        Some(&shared.what)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.shared.contains_key(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.shared.keys().copied()
    }

    /// Whether no cell of a column is empty.
    pub(super) fn is_full(&self, table: usize, column: usize) -> bool {
        self.full.get(table).and_then(|columns| columns.get(column)).copied().unwrap_or_default()
    }

    pub(super) fn table_at(&self, number: usize) -> Option<&Table> {
        self.tables.get(number)
    }

    /// The word lists, tables and definitions that nothing uses.
    pub(super) fn unused(&self) -> Vec<Mistake> {
        let unused = self.shared.iter().filter(|(_, shared)| !shared.used.get());
        let mistake = |(name, shared): (&&str, &Shared<'_>)| {
            let message = format!("the {} `{name}` is never used", shared.what.phrase());
            Mistake::new(Code::Unused, shared.source, shared.span, message).labelled("not used in any rule")
        };
        unused.map(mistake).collect()
    }

    /// The pack of these rules; its sources begin with `sources`.
    pub(super) fn into_pack(self, sources: &[Arc<RuleSource>], rules: Vec<Rule>) -> Pack {
        let sources = sources.iter().cloned().chain(self.table_sources).collect();
        Pack { sources, headers: self.headers, tables: self.tables, rules }
    }
}

/// The type of a table's column.
pub(super) fn column_type(of: crate::language::table::ColumnType) -> Type {
    use crate::language::table::ColumnType;
    match of {
        ColumnType::Text => Type::Text,
        ColumnType::Number => Type::Number,
        ColumnType::Exact => Type::Exact,
        ColumnType::Date => Type::Date,
        ColumnType::YesNo => Type::YesNo,
        ColumnType::Texts => Type::Set(Box::new(Type::Text)),
    }
}

/// The texts of a column, for a word list.
pub(super) fn texts<'c>(cells: impl Iterator<Item = &'c Cell>) -> Arc<[Literal]> {
    let word = |cell: &Cell| match cell {
        Cell::Text(word) => vec![Literal::Text(Arc::from(&**word))],
        Cell::Texts(words) => words.iter().map(|word| Literal::Text(Arc::from(&**word))).collect(),
        Cell::Absent | Cell::Number(_) | Cell::Date(_) | Cell::YesNo(_) => Vec::new(),
    };
    cells.flat_map(word).collect()
}

/// A word list as an expression.
pub(super) fn word_list(words: &Arc<[Literal]>, span: Span) -> crate::language::rule::Expr {
    literal::literal(Literal::List(Arc::clone(words)), Type::Set(Box::new(Type::Text)), span)
}
