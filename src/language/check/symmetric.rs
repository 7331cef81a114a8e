//! Shapes of expressions: whether two are the same, and whether a rule is symmetric in two variables.

use super::Checker;
use crate::language::code::Code;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind};

impl Expr {
    /// Whether this and `other` say the same, wherever they stand.
    pub(super) fn same_as(&self, other: &Expr) -> bool {
        shape(self, None) == shape(other, None)
    }
}

impl Checker<'_, '_> {
    /// Two plain variables of one kind whose conditions are the same the other way round.
    pub(super) fn symmetry(&mut self, bindings: &[Binding], wheres: &[Expr], must: &Expr) {
        let [
            Binding::Each { kind, slot: a, name, span },
            Binding::Each { kind: other, slot: b, name: second, span: second_span },
        ] = bindings
        else {
            return;
        };
        if kind != other || self.mistakes.iter().any(|mistake| mistake.code == Code::Unconnected) {
            return;
        }
        let shapes = |swap: Option<(usize, usize)>| {
            let mut shapes: Vec<String> =
                wheres.iter().chain([must]).flat_map(conjuncts).map(|expr| shape(expr, swap)).collect();
            shapes.sort();
            shapes
        };
        if shapes(None) != shapes(Some((*a, *b))) {
            return;
        }
        let mistake = self.mistake(Code::Symmetric, *span, "each pair would be reported twice").labelled("here and …");
        let help = format!(
            "the conditions are the same both ways round: write `for each pair of {} {name}, {second}`",
            kind.word()
        );
        self.say(mistake.and(*second_span, "… there").help(help));
    }
}

fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::And(all) => all.iter().flat_map(conjuncts).collect(),
        _ => vec![expr],
    }
}

/// An expression as words that are equal where expressions say the same; `swap` changes two slots over.
fn shape(expr: &Expr, swap: Option<(usize, usize)>) -> String {
    let slot = |slot: usize| match swap {
        Some((a, b)) if slot == a => b,
        Some((a, b)) if slot == b => a,
        _ => slot,
    };
    let mut children: Vec<String> = expr.children().into_iter().map(|child| shape(child, swap)).collect();
    let (head, any_order) = match &expr.kind {
        ExprKind::Literal(literal) => (format!("{literal:?}"), false),
        ExprKind::Setting(number) => (format!("setting {number}"), false),
        ExprKind::Slot(number) => (format!("slot {}", slot(*number)), false),
        ExprKind::Article => ("article".into(), false),
        ExprKind::Field { kind, field, .. } => (format!("{} {field}", kind.word()), false),
        ExprKind::Common { field, .. } => (format!("common {field}"), false),
        ExprKind::Column { table, column, .. } => (format!("column {table} {column}"), false),
        ExprKind::Lookup { table, .. } => (format!("row {table}"), false),
        ExprKind::Table(table) => (format!("table {table}"), false),
        ExprKind::List(_) => ("list".into(), false),
        ExprKind::Negative(_) => ("-".into(), false),
        ExprKind::Arithmetic(operator, ..) => (format!("{operator:?}"), false),
        ExprKind::Call(function, _) => (format!("{function:?}"), false),
        ExprKind::Compare(comparison, ..) => {
            let both_ways = matches!(
                comparison,
                Comparison::Equal | Comparison::Unequal | Comparison::CanBe | Comparison::Is | Comparison::IsNot
            );
            (format!("{comparison:?}"), both_ways)
        }
        ExprKind::Within { .. } => ("within".into(), false),
        ExprKind::InRange { .. } => ("range".into(), false),
        ExprKind::Known(_) => ("known".into(), false),
        ExprKind::Matches(_, pattern) => (format!("matches {}", pattern.written), false),
        ExprKind::And(_) => ("and".into(), true),
        ExprKind::Or(_) => ("or".into(), true),
        ExprKind::Not(_) => ("not".into(), false),
        ExprKind::Some { kind, .. } => (format!("some {}", kind.word()), false),
    };
    if any_order {
        children.sort();
    }
    format!("({head} {})", children.join(" "))
}
