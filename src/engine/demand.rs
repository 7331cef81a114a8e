//! What facts rules look at: what none of them looks at need not be read.

use crate::facts::extract::Given;
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::Type;
use crate::language::rule::{Binding, Expr, ExprKind, Rule};
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
        rule.each_expression(&mut |expr| expr.walk(&mut |expr| read(expr, &mut asked)));
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
