//! Names: variables first, then settings, word lists, tables, and values of the other side's list.

use super::world::{What, word_list};
use super::{Checker, literal, unknown};
use crate::facts::date::{PRECISION, WEEKDAY};
use crate::facts::names::{LISTS, NameList, Named};
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, ExprKind, Literal};
use crate::language::syntax::Word;
use crate::source::Span;

/// A name that is known inside one rule or definition.
pub(super) struct Local {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) of: Type,
    pub(super) what: Bound,
    pub(super) used: bool,
}

/// What a local name is bound to.
#[derive(Clone, Debug)]
pub(super) enum Bound {
    /// A variable of `for each`, `some`, `mark each` or a definition.
    Variable(usize),
    /// A named expression.
    Let(usize),
    /// A group, with the names, slots and types of its keys.
    Group(usize, Vec<(String, usize, Type)>),
    /// A setting, by its number.
    Setting(usize),
}

/// Every closed list.
fn lists() -> impl Iterator<Item = &'static NameList> {
    LISTS.iter().copied().chain([&PRECISION, &WEEKDAY])
}

/// The member of a list.
pub(super) fn member(list: &'static NameList, word: &str) -> Option<Named> {
    let index = list.members.iter().position(|&member| member == word)?;
    Some(Named { list, index: u8::try_from(index).ok()? })
}

impl Checker<'_, '_> {
    /// Binds a new name. Where it is taken that is said, and the name goes on to mean what it did.
    pub(super) fn bind(&mut self, name: Word<'_>, of: Type, what: Bound) {
        let taken = self.taken(name);
        let free = taken.is_none();
        if let Some(mistake) = taken {
            self.say(mistake.help("choose another name"));
        }
        let known = if free { name.text.to_owned() } else { String::new() };
        self.locals.push(Local { name: known, span: name.span, of, what, used: !free });
    }

    fn taken(&self, name: Word<'_>) -> Option<Mistake> {
        if let Some(first) = self.locals.iter().find(|local| local.name == name.text) {
            let mistake = self.mistake(Code::NameTwice, name.span, format!("`{}` is named twice", name.text));
            return Some(mistake.labelled("the second").and(first.span, "the first"));
        }
        if self.world.has(self.pack, name.text) {
            let message = format!("`{}` is already the name of a word list, table or definition", name.text);
            return Some(self.mistake(Code::NameTwice, name.span, message));
        }
        (name.text == "article").then(|| self.mistake(Code::ReservedName, name.span, "`article` is the article itself"))
    }

    /// The local of that name; it counts as used.
    fn local(&mut self, name: &str) -> Option<(Type, Bound)> {
        let local = self.locals.iter_mut().rev().find(|local| local.name == name)?;
        local.used = true;
        Some((local.of.clone(), local.what.clone()))
    }

    /// The slot and keys of a group, by its name.
    pub(super) fn group_key(&mut self, name: &str, key: &str) -> Option<(usize, Type)> {
        match self.local(name)? {
            (_, Bound::Group(_, keys)) => {
                keys.into_iter().find(|(name, ..)| name == key).map(|(_, slot, of)| (slot, of))
            }
            _ => None,
        }
    }

    /// Whether a bare name can only be a value of a list.
    pub(super) fn is_unbound(&self, name: &str) -> bool {
        name != "article" && !self.locals.iter().any(|local| local.name == name) && !self.world.has(self.pack, name)
    }

    /// Says of a bare name that it could be read as a name given in the rules or as a value of the list.
    pub(super) fn ambiguous(&mut self, name: &str, span: Span, list: &'static NameList) -> bool {
        if !list.members.contains(&name) || self.is_unbound(name) {
            return false;
        }
        let message = format!("`{name}` is a name given in the rules and also a value of the list {}", list.name);
        let mistake = self.mistake(Code::NameLikeValue, span, message).labelled("which of the two?");
        self.say(mistake.help(format!("write \"{name}\" in quotes for the value, or choose another name")));
        true
    }

    /// What a bare name stands for. `wanted` is the list that the other side's value comes from.
    pub(super) fn name(&mut self, name: &str, span: Span, wanted: Option<&'static NameList>) -> Expr {
        if wanted.is_some_and(|list| self.ambiguous(name, span, list)) {
            return unknown(span);
        }
        if let Some((of, what)) = self.local(name) {
            let kind = match what {
                Bound::Variable(slot) | Bound::Let(slot) | Bound::Group(slot, _) => ExprKind::Slot(slot),
                Bound::Setting(number) => ExprKind::Setting(number),
            };
            return Expr { kind, span, of };
        }
        if name == "article" {
            if self.across_archive {
                self.which_article(span);
                return unknown(span);
            }
            return Expr { kind: ExprKind::Article, span, of: Type::Fact(Kind::Article) };
        }
        match self.world.look_up(self.pack, name) {
            Some(What::Words(Some(words))) => return word_list(words, span),
            Some(What::Table(Some(number))) => {
                let of = Type::Set(Box::new(Type::Row(*number)));
                return Expr { kind: ExprKind::Table(*number), span, of };
            }
            Some(What::Words(None) | What::Table(None)) => return unknown(span),
            Some(What::Define(_)) => {
                let mistake =
                    self.mistake(Code::Arguments, span, format!("`{name}` is a definition and needs its arguments"));
                self.say(mistake.help(format!("write them in brackets: `{name}(…)`")));
                return unknown(span);
            }
            None => {}
        }
        match wanted.and_then(|list| member(list, name)) {
            Some(named) => literal::literal(Literal::Named(named), Type::Named(named.list), span),
            None => self.unknown_name(name, span, wanted),
        }
    }

    fn unknown_name(&mut self, name: &str, span: Span, wanted: Option<&'static NameList>) -> Expr {
        if self.lenient || (self.world.incomplete && wanted.is_none()) {
            return unknown(span);
        }
        // One slip where a name is given makes all its uses unknown.
        if self.unknown_names.iter().any(|said| said == name) {
            return unknown(span);
        }
        self.unknown_names.push(name.to_owned());
        let mistake = self.mistake(Code::UnknownName, span, format!("`{name}` is not known here"));
        let locals = self.locals.iter().map(|local| local.name.as_str()).filter(|name| !name.is_empty());
        let members = wanted.map_or(&[][..], |list| list.members).iter().copied();
        let near = if self.world.seeks() {
            let near = self.world.use_of(name);
            near.or_else(|| did_you_mean(name, members.chain(locals).chain(self.world.names(self.pack))))
        } else {
            None
        };
        let help = near.or_else(|| self.field_of(name)).or_else(|| Some(self.advice_on(name, wanted)));
        let mistake = mistake.labelled("no such name").maybe_help(help);
        self.say(mistake);
        unknown(span)
    }

    /// The field of a variable that is written without the variable.
    fn field_of(&self, name: &str) -> Option<String> {
        let own = |kind: Kind| kind.schema().fields.iter().any(|field| field.name == name);
        let has = |kind: Kind| own(kind) || COMMON.iter().any(|field| field.name == name);
        let local = self.locals.iter().find(|local| matches!(local.of, Type::Fact(kind) if has(kind)))?;
        Some(format!("did you mean `{}.{name}`?", local.name)).filter(|_| !local.name.is_empty())
    }

    fn advice_on(&self, name: &str, wanted: Option<&'static NameList>) -> String {
        if let Some(list) = wanted {
            return format!("{} is one of {}", list.name, list.members.join(", "));
        }
        if let Some(list) = lists().find(|list| list.members.contains(&name)) {
            return format!("`{name}` is a value of the list {}; compare it with a field of that list", list.name);
        }
        if matches!(name, "None" | "null" | "NULL" | "nil") {
            return "write `is missing` or `is known`".into();
        }
        if matches!(name, "yes" | "true" | "false") {
            return "a condition stands for itself: `c.negated`, or `not c.negated`".into();
        }
        if self.locals.is_empty() {
            return "texts are written in double quotes".into();
        }
        let names: Vec<&str> =
            self.locals.iter().map(|local| local.name.as_str()).filter(|name| !name.is_empty()).collect();
        format!("known here: {}; texts are written in double quotes", names.join(", "))
    }
}
