//! What facts rules look at: what none of them looks at need not be read.

use crate::facts::extract::Given;
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::Type;
use crate::language::rule::{Binding, Expr, ExprKind, Piece, Rule, Template};
use rustc_hash::FxHashSet;

/// All that some expression of the rules reads of an article's facts.
pub fn asked<'r>(rules: impl Iterator<Item = &'r Rule>) -> FxHashSet<Given> {
    let mut asked = FxHashSet::default();
    for rule in rules {
        for binding in &rule.bindings {
            match binding {
                Binding::Each { kind, .. } | Binding::Pair { kind, .. } | Binding::Group { kind, .. } => {
                    bound(*kind, &mut asked);
                }
                Binding::Row { .. } => {}
            }
        }
        each_expression(rule, &mut |expr| expr.walk(&mut |expr| read(expr, &mut asked)));
    }
    asked
}

/// Facts that a variable holds, which weak readings are told from.
fn bound(kind: Kind, asked: &mut FxHashSet<Given>) {
    asked.insert(Given::All(kind));
    asked.insert(Given::Field(kind, "certainty"));
}

fn read(expr: &Expr, asked: &mut FxHashSet<Given>) {
    if let Some(kind) = facts_of(&expr.of) {
        asked.insert(Given::All(kind));
    }
    match &expr.kind {
        ExprKind::Field { kind, field, .. } => {
            asked.extend(kind.schema().fields.get(*field).map(|field| Given::Field(*kind, field.name)));
        }
        ExprKind::Common { of, field } => {
            let name = COMMON.get(*field).map(|field| field.name);
            asked.extend(facts_of(&of.of).zip(name).map(|(kind, name)| Given::Field(kind, name)));
        }
        ExprKind::Some { kind, .. } => bound(*kind, asked),
        ExprKind::Literal(_)
        | ExprKind::Setting(_)
        | ExprKind::Slot(_)
        | ExprKind::Article
        | ExprKind::Column { .. }
        | ExprKind::Lookup { .. }
        | ExprKind::Table(_)
        | ExprKind::List(_)
        | ExprKind::Negative(_)
        | ExprKind::Arithmetic(..)
        | ExprKind::Call(..)
        | ExprKind::Compare(..)
        | ExprKind::Within { .. }
        | ExprKind::InRange { .. }
        | ExprKind::Known(_)
        | ExprKind::Matches(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_) => {}
    }
}

fn facts_of(of: &Type) -> Option<Kind> {
    match of {
        Type::Fact(kind) => Some(*kind),
        Type::Set(of) => facts_of(of),
        Type::Number
        | Type::Exact
        | Type::Percent
        | Type::Points
        | Type::Share
        | Type::Measure
        | Type::Money
        | Type::Time
        | Type::AnyQuantity
        | Type::Date
        | Type::Text
        | Type::YesNo
        | Type::Named(_)
        | Type::Thing(_)
        | Type::Row(_)
        | Type::Unknown => None,
    }
}

/// Calls `note` with every expression of a rule, in whatever clause.
fn each_expression(rule: &Rule, note: &mut dyn FnMut(&Expr)) {
    for binding in &rule.bindings {
        if let Binding::Group { with, by, .. } = binding {
            with.iter().chain(by.iter().map(|(_, key)| key)).for_each(&mut *note);
        }
    }
    let whens = rule.help.iter().filter_map(|help| help.when.as_ref());
    rule.lets.iter().map(|named| &named.expr).chain(&rule.wheres).chain([&rule.must]).for_each(&mut *note);
    rule.unless.iter().map(|unless| &unless.expr).chain(&rule.once).chain(whens).for_each(&mut *note);
    rule.marks.iter().map(|mark| &mark.expr).for_each(&mut *note);
    rule.suggestions.iter().map(|suggest| &suggest.replace).for_each(&mut *note);
    let labels = rule.marks.iter().map(|mark| &mark.label).chain(rule.help.iter().map(|help| &help.text));
    let templates = labels.chain(rule.suggestions.iter().map(|suggest| &suggest.with)).chain([&rule.message]);
    templates.for_each(|template| of_template(template, note));
}

fn of_template(template: &Template, note: &mut dyn FnMut(&Expr)) {
    for piece in &template.pieces {
        if let Piece::Hole { expr, fallback, .. } = piece {
            note(expr);
            if let Some(fallback) = fallback {
                note(fallback);
            }
        }
    }
}
