//! What a rule looks at: variables, pairs, groups and rows, each with its slots.

use super::Checker;
use super::name::Bound;
use super::world::What;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{self, Expr, ExprKind};
use crate::language::syntax::{self, Word};

/// How many things a rule may look at.
const MOST: usize = 8;

impl Checker<'_, '_> {
    /// Binds the variables of `for each`; a binding with a mistake binds its names to nothing known.
    pub(super) fn bindings(&mut self, bindings: &[syntax::Binding<'_>]) -> Vec<rule::Binding> {
        if let Some(
            syntax::Binding::Each { name, .. }
            | syntax::Binding::Pair { names: [name, _], .. }
            | syntax::Binding::Group { name, .. }
            | syntax::Binding::Row { name, .. },
        ) = bindings.get(MOST)
        {
            let mistake = self.mistake(Code::TooLarge, name.span, format!("a rule looks at {MOST} things at most"));
            self.say(mistake.labelled("one too many").help("split the rule"));
        }
        bindings.iter().take(MOST).filter_map(|binding| self.binding(binding)).collect()
    }

    fn binding(&mut self, binding: &syntax::Binding<'_>) -> Option<rule::Binding> {
        match binding {
            syntax::Binding::Each { kind, name } => {
                let kind = self.kind(*kind);
                let slot = self.variable(*name, kind.map_or(Type::Unknown, Type::Fact));
                Some(rule::Binding::Each { kind: kind?, slot, name: name.text.into(), span: name.span })
            }
            syntax::Binding::Pair { kind, names: [first, second] } => {
                let kind = self.kind(*kind);
                let of = kind.map_or(Type::Unknown, Type::Fact);
                let slots = [self.variable(*first, of.clone()), self.variable(*second, of)];
                let names = [first.text.to_owned(), second.text.to_owned()];
                Some(rule::Binding::Pair { kind: kind?, slots, names, spans: [first.span, second.span] })
            }
            syntax::Binding::Group { name, kind, member, with, by } => {
                self.group(*name, *kind, *member, with.as_ref(), by)
            }
            syntax::Binding::Row { name, table } => self.row(*name, *table),
        }
    }

    fn variable(&mut self, name: Word<'_>, of: Type) -> usize {
        let slot = self.new_slot();
        self.bind(name, of, Bound::Variable(slot));
        slot
    }

    fn group(
        &mut self,
        name: Word<'_>,
        kind: Word<'_>,
        member: Word<'_>,
        with: Option<&syntax::Expr<'_>>,
        by: &[syntax::Expr<'_>],
    ) -> Option<rule::Binding> {
        let kind = self.kind(kind);
        let fact = kind.map_or(Type::Unknown, Type::Fact);
        let slot = self.new_slot();
        let member_slot = self.variable(member, fact.clone());
        let with = with.map(|with| self.condition(with));
        let by: Vec<(String, Expr)> = by.iter().map(|key| self.key(key)).collect();
        // The member is known to `with` and `by` only.
        self.locals.pop();
        let keys: Vec<usize> = by.iter().map(|_| self.new_slot()).collect();
        let known = by.iter().zip(&keys).map(|((name, key), &slot)| (name.clone(), slot, key.of.clone())).collect();
        self.bind(name, Type::Set(Box::new(fact)), Bound::Group(slot, known));
        let name = rule::Binding::Group {
            kind: kind?,
            slot,
            member: member_slot,
            name: name.text.into(),
            span: name.span,
            with,
            by,
            keys,
        };
        Some(name)
    }

    /// A key of a group, with the name of its last field.
    fn key(&mut self, key: &syntax::Expr<'_>) -> (String, Expr) {
        let checked = self.value(key, None);
        let name = match &key.node {
            syntax::Node::Field(_, name) => name.text,
            syntax::Node::Name(name) => name,
            _ => "",
        };
        if matches!(checked.of, Type::Set(_) | Type::YesNo) && !matches!(checked.kind, ExprKind::Field { .. }) {
            let mistake = self.mistake(Code::Mismatch, checked.span, "facts cannot be grouped by this");
            self.say(mistake.help("a key is a field of the fact, such as `p.sentence` or `p.whole`"));
        }
        (name.to_owned(), checked)
    }

    fn row(&mut self, name: Word<'_>, table: Word<'_>) -> Option<rule::Binding> {
        let found = match self.world.look_up(self.pack, table.text) {
            Some(What::Table(number)) => *number,
            Some(What::Words(_) | What::Define(_)) | None => {
                let tables = self.world.names(self.pack);
                let help = self.world.use_of(table.text).or_else(|| did_you_mean(table.text, tables));
                let mistake =
                    self.mistake(Code::UnknownName, table.span, format!("there is no table `{}`", table.text));
                if !self.world.incomplete {
                    self.say(mistake.labelled("no such table").maybe_help(help));
                }
                None
            }
        };
        let slot = self.variable(name, found.map_or(Type::Unknown, Type::Row));
        Some(rule::Binding::Row { table: found?, slot, name: name.text.into(), span: name.span })
    }
}
