//! The checker: syntax trees in, rules with resolved names and types out.
//!
//! What the files share (word lists, tables, definitions) is gathered first, then every definition
//! and every rule is checked by a [`Checker`] of its own, so that a mistake in one disturbs no other.

mod absent;
mod across;
mod advice;
mod again;
mod amend;
mod binding;
mod bounds;
mod call;
mod clauses;
mod compare;
mod connect;
mod constant;
mod copied;
mod define;
mod example;
mod expr;
mod fitting;
mod literal;
mod mark;
mod member;
mod name;
mod named;
mod packs;
mod polarity;
mod row;
mod rule;
mod script;
mod search;
mod symmetric;
mod table;
mod template;
mod usage;
mod world;

pub(super) use call::FUNCTIONS;
pub(super) use template::FORMATS;

use super::code::Code;
use super::diagnostic::{Grade, Mistake};
use super::rule::{Expr, ExprKind, Let, Literal, Pack, RuleSource, Setting};
use super::{layout, parse};
use crate::facts::value::Type;
use crate::source::Span;
use name::Local;
use named::Named;
use std::sync::Arc;
use world::World;

/// Reads and checks rule files, each a name and its text.
///
/// `read_table` gives the text of a table by its path: the path in the rule file, after the folder
/// of the rule file's name. The files of a folder are a pack and share their word lists, tables and
/// definitions; those of other packs are seen after `use`. What is given
/// holds every rule without a mistake of grade [`Error`](super::Grade::Error); the mistakes of all
/// files come in the order of the files and their lines.
pub fn load(files: &[(&str, &str)], read_table: &dyn Fn(&str) -> Result<String, String>) -> (Pack, Vec<Mistake>) {
    let sources: Vec<Arc<RuleSource>> = files
        .iter()
        .map(|&(name, text)| Arc::new(RuleSource { name: name.to_owned(), text: text.to_owned() }))
        .collect();
    let mut mistakes = Vec::new();
    let items: Vec<_> = sources.iter().map(|source| layout::items(source, &mut mistakes)).collect();
    let lost = mistakes.iter().any(|mistake| matches!(mistake.code, Code::UnknownItem | Code::Outside));
    let mut world = World::gather(&sources, &items, lost, read_table, &mut mistakes);
    for (source, items) in sources.iter().zip(&items) {
        script::rules(source, items, &mut mistakes);
    }
    for source in world.table_sources() {
        script::table(source, &mut mistakes);
    }
    let mut rules = Vec::new();
    for (number, (source, items)) in sources.iter().zip(&items).enumerate() {
        for item in items.iter().filter(|item| item.keyword == "rule") {
            let checked = rule::check(&world, source, number, item);
            mistakes.extend(checked.mistakes);
            rules.extend(checked.rule);
        }
    }
    // What could not be read may use what nothing else does.
    if mistakes.iter().all(|mistake| mistake.grade == Grade::Warning) {
        let with_rules: Vec<usize> = rules.iter().map(|rule| rule.pack).collect();
        mistakes.extend(world.unused(&with_rules));
    }
    copied::tell(&world.take_twice(), &mut mistakes);
    // Where a character cannot be seen, nothing more is said of what it is not.
    let unseen: Vec<(String, u32)> = mistakes
        .iter()
        .filter(|mistake| mistake.code == Code::Invisible)
        .map(|mistake| (mistake.place().0.to_owned(), mistake.place().1))
        .collect();
    let at = |mistake: &Mistake| unseen.iter().any(|(name, start)| (name.as_str(), *start) == mistake.place());
    mistakes.retain(|mistake| mistake.code != Code::Unexpected || !at(mistake));
    // Tables come after the rule files.
    let order =
        |mistake: &Mistake| sources.iter().position(|source| source.name == mistake.place().0).unwrap_or(usize::MAX);
    mistakes.sort_by_cached_key(|mistake| (order(mistake), mistake.place().1));
    (world.into_pack(&sources, rules), again::fold(mistakes))
}

/// The value that a settings file gives a setting of a rule, read as a rule would write it.
///
/// `span` is where it stands in the file, without quotes; `text` is the text between the quotes, where
/// it has some.
///
/// # Errors
///
/// The value cannot be read, or is of another type than the setting's default.
pub fn setting_value(
    source: &Arc<RuleSource>,
    span: Span,
    text: Option<&str>,
    setting: &Setting,
) -> Result<Literal, Box<Mistake>> {
    if let (Some(text), Type::Text) = (text, &setting.of) {
        return Ok(Literal::Text(text.into()));
    }
    let world = World::default();
    let mut checker = Checker::new(&world, source);
    let read = parse::setting_literal(span.of(&source.text), source)?;
    match checker.only_literal(&read) {
        Some((value, of)) if of == setting.of => Ok(value),
        Some(_) => {
            let message = format!("the setting `{}` is given something of another type", setting.name);
            let mistake = checker.mistake(Code::SettingType, span, message).labelled("of another type");
            Err(Box::new(mistake.help("a setting keeps the type of its default")))
        }
        None => {
            let message = format!("the setting `{}` is given no value that can be read", setting.name);
            let said = checker.mistakes.into_iter().next();
            Err(Box::new(said.unwrap_or_else(|| Mistake::new(Code::SettingType, source, span, message))))
        }
    }
}

/// Checks the expressions of one rule or definition.
pub(super) struct Checker<'w, 'a> {
    world: &'w World<'a>,
    source: &'a Arc<RuleSource>,
    /// The number of that file, where a rule is checked.
    number: usize,
    /// The pack whose names are seen.
    pack: usize,
    /// The names in force, the latest last.
    locals: Vec<Local>,
    /// The slots given out.
    slots: usize,
    mistakes: Vec<Mistake>,
    /// Some names could not be read, so that an unknown one may be among them.
    lenient: bool,
    /// Inside `must`, where a possibility is no ground for a report.
    in_must: bool,
    /// Whether the rule looks at two articles.
    across_archive: bool,
    /// Expressions that definitions were written out to.
    written_out: usize,
    /// The named expressions, and what they are made of.
    lets: Vec<Let>,
    named: Vec<Named>,
    /// The unknown names that were said to be so.
    unknown_names: Vec<String>,
}

impl<'w, 'a> Checker<'w, 'a> {
    fn new(world: &'w World<'a>, source: &'a Arc<RuleSource>) -> Self {
        Self {
            world,
            source,
            number: 0,
            pack: world.packs.of(source),
            locals: Vec::new(),
            slots: 0,
            mistakes: Vec::new(),
            lenient: false,
            in_must: false,
            across_archive: false,
            written_out: 0,
            lets: Vec::new(),
            named: Vec::new(),
            unknown_names: Vec::new(),
        }
    }

    fn mistake(&self, code: Code, span: Span, message: impl Into<String>) -> Mistake {
        Mistake::new(code, self.source, span, message)
    }

    fn say(&mut self, mistake: Mistake) {
        // What is checked twice is said once; it was said a short while ago.
        if !self.mistakes.iter().rev().take(20).any(|said| *said == mistake) {
            self.mistakes.push(mistake);
        }
    }

    /// Checks something, without complaint of unknown names where `lenient` says so.
    fn leniently<T>(&mut self, lenient: bool, check: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.lenient;
        self.lenient |= lenient;
        let checked = check(self);
        self.lenient = before;
        checked
    }

    fn new_slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }
}

/// Stands for an expression with a mistake; nothing more is said about it.
fn unknown(span: Span) -> Expr {
    Expr { kind: ExprKind::Literal(Literal::YesNo(false)), span, of: Type::Unknown }
}
