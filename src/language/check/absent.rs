//! What a report may rely on: an optional field only where a condition has relied on it before.

use super::Checker;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Help, Mark, Piece, Template};
use rustc_hash::FxHashSet;

/// Fields that are known to be there, each as the way to it: a slot, then the fields.
pub(super) type Known = FxHashSet<String>;

/// Whether a condition came out *yes* or *no*.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    Yes,
    No,
}

impl Checker<'_, '_> {
    /// What is known when a rule reports: `where` held, and `must` did not.
    pub(super) fn relied_on(&self, wheres: &[Expr], must: &Expr) -> Known {
        let mut known = Known::default();
        for condition in wheres {
            known.extend(self.known_if(condition, Came::Yes));
        }
        known.extend(self.known_if(must, Came::No));
        known
    }

    fn known_if(&self, condition: &Expr, came: Came) -> Known {
        match &condition.kind {
            ExprKind::Not(inner) => self.known_if(inner, if came == Came::Yes { Came::No } else { Came::Yes }),
            ExprKind::And(all) => self.joined_if(all, came, came == Came::Yes),
            ExprKind::Or(all) => self.joined_if(all, came, came == Came::No),
            ExprKind::Known(of) => {
                let mut known = Known::default();
                match came {
                    Came::Yes => self.ways(of, &mut known),
                    Came::No => {}
                }
                known
            }
            // What is in a table has a row there.
            ExprKind::Compare(Comparison::InTable, key, table) if came == Came::Yes => {
                let mut known = Known::default();
                self.ways(key, &mut known);
                if let (ExprKind::Table(table), Some(key)) = (&table.kind, self.way(key)) {
                    known.insert(format!("row {table} {key}"));
                }
                known
            }
            // That no fact fits relies on nothing.
            ExprKind::Some { .. } if came == Came::No => Known::default(),
            ExprKind::Some { with, .. } => self.known_if(with, came),
            _ => {
                let mut known = Known::default();
                self.ways(condition, &mut known);
                known
            }
        }
    }

    /// What is known when all conditions came out so, or when only one of them need have.
    fn joined_if(&self, conditions: &[Expr], came: Came, all: bool) -> Known {
        let mut each = conditions.iter().map(|condition| self.known_if(condition, came));
        let first = each.next().unwrap_or_default();
        each.fold(first, |known, more| if all { &known | &more } else { &known & &more })
    }

    /// Adds what is known once a value was there.
    pub(super) fn known_by(&self, expr: &Expr, known: &mut Known) {
        self.ways(expr, known);
    }

    /// Adds what is known of the members of a marked group: the condition that made them members.
    pub(super) fn known_of_members(&self, mark: &Mark, bindings: &[Binding], known: &mut Known) {
        let (Some(it), ExprKind::Slot(marked)) = (mark.each, &mark.expr.kind) else { return };
        for binding in bindings {
            let Binding::Group { slot, member, with: Some(with), .. } = binding else { continue };
            if slot == marked {
                let of_member = format!("{member}.");
                let members = self.known_if(with, Came::Yes).into_iter();
                known.extend(members.filter_map(|way| Some(format!("{it}.{}", way.strip_prefix(&of_member)?))));
            }
        }
    }

    /// The ways to everything that a value is worked out from.
    pub(super) fn ways(&self, expr: &Expr, known: &mut Known) {
        expr.walk(&mut |expr| {
            known.extend(self.way(expr));
            known.extend(self.named_at(expr).into_iter().flat_map(|named| named.ways.iter().cloned()));
        });
    }

    /// The way to a field from the slot that it starts at; a named expression is what it was named for.
    pub(super) fn way(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Slot(slot) => {
                self.named_at(expr).map_or_else(|| Some(slot.to_string()), |named| named.way.clone())
            }
            ExprKind::Article => Some("article".into()),
            ExprKind::Field { of, kind, field } => {
                let name = kind.schema().fields.get(*field)?.name;
                Some(format!("{}.{name}", self.way(of)?))
            }
            ExprKind::Common { of, field } => Some(format!("{}.common {field}", self.way(of)?)),
            ExprKind::Column { row, table, column } => Some(format!("{}.column {table} {column}", self.way(row)?)),
            ExprKind::Lookup { table, key } => Some(format!("row {table} {}", self.way(key)?)),
            _ => None,
        }
    }

    /// The parts of an expression that may be absent.
    pub(super) fn may_be_absent<'e>(&self, expr: &'e Expr, known: &Known) -> Vec<&'e Expr> {
        let mut absent = Vec::new();
        expr.walk(&mut |part| {
            let optional = match &part.kind {
                // The members of a set are asked one by one.
                ExprKind::Field { of, .. } if matches!(of.of, Type::Set(_)) => false,
                ExprKind::Field { kind, field, .. } => {
                    kind.schema().fields.get(*field).is_some_and(|field| field.optional)
                }
                ExprKind::Lookup { .. } => true,
                ExprKind::Column { table, column, .. } => !self.world.is_full(*table, *column),
                _ => false,
            };
            let named = self.named_at(part);
            let unknown = |way: &String| !known.contains(way);
            if optional && self.way(part).is_none_or(|way| unknown(&way))
                || named.is_some_and(|named| named.optional.iter().any(unknown))
            {
                absent.push(part);
            }
        });
        absent
    }

    /// Says of every hole without a fallback what may be absent in it.
    pub(super) fn holes(&mut self, template: &Template, known: &Known) {
        for piece in &template.pieces {
            let Piece::Hole { expr, fallback: None, .. } = piece else { continue };
            let absent = self.may_be_absent(expr, known);
            let Some(absent) = absent.first() else { continue };
            let (message, label) = match absent.kind {
                ExprKind::Column { .. } => ("some rows of the table do not give this", "empty in some rows"),
                ExprKind::Lookup { .. } => ("the table may have no such row", "may be absent"),
                _ => ("the text may not give this", "may be absent"),
            };
            let part = if expr.span.contains(absent.span) { absent.span } else { expr.span };
            let words = part.of(&self.source.text);
            let mistake = self.mistake(Code::MayBeAbsent, part, message);
            let where_known =
                if words.starts_with("it.") { String::new() } else { format!("add `where {words} is known`, or ") };
            let help = format!("{where_known}say what to print instead: `{{{words} | \"…\"}}`");
            self.say(mistake.labelled(label).help(help));
        }
    }

    pub(super) fn help_holes(&mut self, help: &Help, known: &Known) {
        let mut known = known.clone();
        if let Some(when) = &help.when {
            known.extend(self.known_if(when, Came::Yes));
        }
        self.holes(&help.text, &known);
    }

    /// Says of the main mark that its place may be absent.
    pub(super) fn main_mark(&mut self, mark: &Expr, known: &Known) {
        if self.may_be_absent(mark, known).is_empty() {
            return;
        }
        let words = mark.span.of(&self.source.text);
        let mistake = self.mistake(Code::MayBeAbsent, mark.span, "the main place may be absent");
        self.say(
            mistake
                .labelled("may be absent")
                .help(format!("add `where {words} is known`, or mark something else first")),
        );
    }
}
