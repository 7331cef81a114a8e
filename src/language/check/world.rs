//! What all rules share: word lists, tables, definitions, and the ids of the rules.

use super::amend::{self, Amendment};
use super::copied::{Given, Twice};
use super::define::{self, Definition};
use super::packs::{Packs, each};
use super::table::{self, Loaded};
use super::{Checker, literal};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::parse;
use crate::language::rule::{Literal, Pack, Rule, RuleSource};
use crate::language::syntax::{Define, Text, Word, Words};
use crate::language::table::{Cell, Table};
use crate::source::Span;
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::Cell as Flag;
use std::collections::VecDeque;
use std::sync::Arc;

/// How many unknown names are looked for among the known ones.
const MOST_SOUGHT: usize = 100;

/// A name that the files share.
pub(super) struct Shared<'a> {
    pub(super) what: What,
    source: &'a Arc<RuleSource>,
    span: Span,
    used: Flag<bool>,
    /// Whether something that is wrong with it was said where it is used.
    said: Flag<bool>,
}

pub(super) enum What {
    Words(Option<Arc<[Literal]>>),
    /// The number of the table, or none where it could not be loaded.
    Table(Option<usize>),
    Define(Option<Box<Definition>>),
}

impl What {
    /// The item that declares it.
    fn keyword(&self) -> &'static str {
        match self {
            Self::Words(_) => "words",
            Self::Table(_) => "table",
            Self::Define(_) => "define",
        }
    }

    fn phrase(&self) -> &'static str {
        match self {
            Self::Words(_) => "word list",
            Self::Table(_) => "table",
            Self::Define(_) => "definition",
        }
    }
}

/// What the files share.
#[derive(Default)]
pub(super) struct World<'a> {
    /// Which file belongs to which pack, and whose names it sees.
    pub(super) packs: Packs<'a>,
    /// The names that each pack declares.
    shared: Vec<IndexMap<&'a str, Shared<'a>>>,
    /// The rules by id, with their places.
    rules: FxHashMap<&'a str, (usize, Span)>,
    tables: Vec<Table>,
    /// Of each table's columns, whether no cell is empty.
    full: Vec<Vec<bool>>,
    table_sources: Vec<Arc<RuleSource>>,
    /// The amendments by the ids of their rules, in the order of the files.
    pub(super) amendments: FxHashMap<&'a str, Vec<Amendment<'a>>>,
    /// What is given twice.
    twice: Vec<Twice<'a>>,
    /// The rule files.
    sources: &'a [Arc<RuleSource>],
    /// How many unknown names were looked for among the known ones.
    sought: Flag<usize>,
    /// An item could not be read, so that an unknown name may be its.
    pub(super) incomplete: bool,
}

impl<'a> World<'a> {
    pub(super) fn gather(
        sources: &'a [Arc<RuleSource>],
        items: &'a [Vec<Item<'a>>],
        lost: bool,
        read_table: &dyn Fn(&str) -> Result<String, String>,
        mistakes: &mut Vec<Mistake>,
    ) -> Self {
        let packs = Packs::gather(sources, items, mistakes);
        let mut shared = Vec::new();
        shared.resize_with(packs.count(), IndexMap::new);
        let mut world = Self { packs, shared, sources, incomplete: lost, ..Self::default() };
        world.twice = std::mem::take(&mut world.packs.twice);
        let mut defines: Vec<(&'a Arc<RuleSource>, Define<'a>)> = Vec::new();
        for (source, item) in each(sources, items) {
            match item.keyword {
                "words" => world.words(source, item, read_table, mistakes),
                "table" => world.table(source, item, read_table, mistakes),
                "define" => match parse::define(item.head, source) {
                    Ok(define) => defines.push((source, define)),
                    Err(mistake) => world.broken(*mistake, mistakes),
                },
                "rule" => world.rule(sources, source, item),
                // `pack` and `use` were read with the packs, amendments follow.
                _ => {}
            }
        }
        world.defines(&defines, mistakes);
        mistakes.extend(world.uses());
        amend::gather(&mut world, sources, items, mistakes);
        world
    }

    fn broken(&mut self, mistake: Mistake, mistakes: &mut Vec<Mistake>) {
        self.incomplete = true;
        mistakes.push(mistake);
    }

    fn rule(&mut self, sources: &'a [Arc<RuleSource>], source: &'a Arc<RuleSource>, item: &Item<'a>) {
        let Some(id) = parse::rule_id(item.head, source).0 else { return };
        let number = sources.iter().position(|known| Arc::ptr_eq(known, source)).unwrap_or_default();
        match self.rules.get(id.text) {
            None => {
                self.rules.insert(id.text, (number, id.span));
            }
            Some(&(first, span)) => {
                let first = (sources.get(first).unwrap_or(source), span);
                self.twice.push(Twice { what: Given::Rule, name: id, source, first });
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

    fn share(&mut self, source: &'a Arc<RuleSource>, name: Word<'a>, what: What) {
        let pack = self.packs.of(source);
        if let Some(first) = self.own(pack, name.text) {
            let (what, first) = (Given::Shared(first.what.phrase()), (first.source, first.span));
            self.twice.push(Twice { what, name, source, first });
            return;
        }
        if let Some(own) = self.shared.get_mut(pack) {
            own.insert(
                name.text,
                Shared { what, source, span: name.span, used: Flag::new(false), said: Flag::new(false) },
            );
        }
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
                self.share(source, name, What::Words(words));
            }
            Ok(Words::From { name, file, column }) => {
                let loaded = table::column(self, source, &file, column, read_table, mistakes);
                self.share(source, name, What::Words(loaded));
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
            if word.trim().is_empty() {
                let mistake = checker.mistake(Code::NeverWord, entry.span, "this word is empty and never found");
                checker.say(mistake.labelled("no text holds it").help("drop it"));
            }
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
        self.share(source, name, What::Table(number));
    }

    /// A rule file by its number.
    pub(super) fn source(&self, number: usize) -> Option<&'a Arc<RuleSource>> {
        self.sources.get(number)
    }

    /// What is given twice, to be told once.
    pub(super) fn take_twice(&mut self) -> Vec<Twice<'a>> {
        std::mem::take(&mut self.twice)
    }

    /// Keeps the file of a table, once.
    pub(super) fn keep_source(&mut self, source: &Arc<RuleSource>) {
        self.table_sources.push(Arc::clone(source));
    }

    /// The files that were read for tables.
    pub(super) fn table_sources(&self) -> &[Arc<RuleSource>] {
        &self.table_sources
    }

    /// A file that was read for a table before.
    pub(super) fn table_source(&self, name: &str) -> Option<Arc<RuleSource>> {
        self.table_sources.iter().find(|source| source.name == name).cloned()
    }

    /// Checks the definitions, each after those that it uses.
    fn defines(&mut self, defines: &[(&'a Arc<RuleSource>, Define<'a>)], mistakes: &mut Vec<Mistake>) {
        let names: FxHashSet<(usize, &str)> =
            defines.iter().map(|(source, define)| (self.packs.of(source), define.name.text)).collect();
        // Of each definition, how many it still waits for; of each name, which definitions wait for it.
        let mut missing: Vec<usize> = Vec::with_capacity(defines.len());
        let mut waiting: FxHashMap<(usize, &str), Vec<usize>> = FxHashMap::default();
        for (number, (source, define)) in defines.iter().enumerate() {
            let mut uses = FxHashSet::default();
            let pack = self.packs.of(source);
            define::calls(&define.body, &mut |name| {
                uses.extend(self.packs.seeing(pack, name).map(|pack| (pack, name)).find(|name| names.contains(name)));
            });
            missing.push(uses.len());
            for name in uses {
                waiting.entry(name).or_default().push(number);
            }
        }
        let mut ready: VecDeque<usize> = (0..defines.len()).filter(|&number| missing.get(number) == Some(&0)).collect();
        while let Some((source, define)) = ready.pop_front().and_then(|number| defines.get(number)) {
            let definition = define::check(self, source, define, mistakes);
            self.share(source, define.name, What::Define(definition.map(Box::new)));
            for number in waiting.remove(&(self.packs.of(source), define.name.text)).unwrap_or_default() {
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
            self.share(source, define.name, What::Define(None));
        }
    }

    /// What a shared name stands for in a pack; it counts as used.
    pub(super) fn look_up(&self, pack: usize, name: &str) -> Option<&What> {
        let shared = self.shared(pack, name)?;
        shared.used.set(true);
        Some(&shared.what)
    }

    fn shared(&self, pack: usize, name: &str) -> Option<&Shared<'a>> {
        self.packs.seeing(pack, name).find_map(|pack| self.own(pack, name))
    }

    fn own(&self, pack: usize, name: &str) -> Option<&Shared<'a>> {
        self.shared.get(pack)?.get(name)
    }

    /// Every name with its pack.
    fn all<'s>(&'s self) -> impl Iterator<Item = (usize, &'a str, &'s Shared<'a>)> + 's {
        let of = |(pack, own): (usize, &'s IndexMap<&'a str, Shared<'a>>)| {
            own.iter().map(move |(name, shared)| (pack, *name, shared))
        };
        self.shared.iter().enumerate().flat_map(of)
    }

    /// Whether a pack sees a shared name.
    pub(super) fn has(&self, pack: usize, name: &str) -> bool {
        self.shared(pack, name).is_some()
    }

    /// The names that a pack sees.
    pub(super) fn names(&self, pack: usize) -> impl Iterator<Item = &'a str> + '_ {
        let seen = move |&(other, name, _): &(usize, &'a str, _)| {
            self.packs.sees_all(pack, other) || self.packs.seeing(pack, name).any(|seen| seen == other)
        };
        self.all().filter(seen).map(|(_, name, _)| name)
    }

    /// The names that a pack declares.
    pub(super) fn names_of(&self, pack: usize) -> impl Iterator<Item = &'a str> + '_ {
        self.shared.get(pack).into_iter().flat_map(|own| own.keys().copied())
    }

    /// The word that a pack declares a name by.
    pub(super) fn declared(&self, pack: usize, name: &str) -> Option<&'static str> {
        self.own(pack, name).map(|shared| shared.what.keyword())
    }

    /// Whether to look for what was meant by an unknown name: where there are thousands, each among
    /// thousands of known ones, that would take longer than anybody reads.
    pub(super) fn seeks(&self) -> bool {
        self.sought.set(self.sought.get() + 1);
        self.sought.get() <= MOST_SOUGHT
    }

    /// What to write so that a name of a pack that is not used is known.
    pub(super) fn use_of(&self, name: &str) -> Option<String> {
        let (pack, _, shared) = self.all().find(|(_, other, _)| *other == name)?;
        let pack = Some(self.packs.name(pack)).filter(|pack| !pack.is_empty())?;
        let what = shared.what.phrase();
        Some(format!("`{name}` is a {what} of the pack `{pack}`: write `use {pack}` at the beginning of the file"))
    }

    /// Whether no cell of a column is empty.
    pub(super) fn is_full(&self, table: usize, column: usize) -> bool {
        self.full.get(table).and_then(|columns| columns.get(column)).copied().unwrap_or_default()
    }

    /// Where a table without a key is declared; once for each table.
    pub(super) fn keyless(&self, table: usize) -> Option<(&'a Arc<RuleSource>, Span)> {
        let (_, _, shared) =
            self.all().find(|(_, _, shared)| matches!(shared.what, What::Table(Some(number)) if number == table))?;
        (!shared.said.replace(true)).then_some((shared.source, shared.span))
    }

    pub(super) fn table_at(&self, number: usize) -> Option<&Table> {
        self.tables.get(number)
    }

    /// The word lists, tables and definitions that nothing uses, in packs that have rules of their
    /// own: others are there to be used.
    pub(super) fn unused(&self, with_rules: &[usize]) -> Vec<Mistake> {
        let unused = self.all().filter(|(pack, _, shared)| !shared.used.get() && with_rules.contains(pack));
        let mistake = |(_, name, shared): (usize, &str, &Shared<'_>)| {
            let message = format!("the {} `{name}` is never used", shared.what.phrase());
            Mistake::new(Code::Unused, shared.source, shared.span, message).labelled("not used in any rule")
        };
        unused.map(mistake).collect()
    }

    /// The pack of these rules; its sources begin with `sources`.
    pub(super) fn into_pack(self, sources: &[Arc<RuleSource>], rules: Vec<Rule>) -> Pack {
        let sources = sources.iter().cloned().chain(self.table_sources).collect();
        Pack { sources, headers: self.packs.into_headers(), tables: self.tables, rules }
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
