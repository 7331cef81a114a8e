//! What to write where two types do not go together.

use super::fitting;
use crate::facts::value::Type;
use crate::language::rule::{Expr, ExprKind, RuleSource};
use std::sync::Arc;

/// What to write so that the two sides go together.
pub(super) fn advice(left: &Expr, right: &Expr, source: &Arc<RuleSource>) -> Option<String> {
    let literal =
        |side: &Expr| matches!(side.kind, ExprKind::Literal(_)).then(|| side.span.of(&source.text).to_owned());
    let either = |fits: &dyn Fn(&Type, &Type) -> bool| {
        if fits(&left.of, &right.of) { Some(right) } else { fits(&right.of, &left.of).then_some(left) }
    };
    let percent = either(&|a, b| fitting::is_plain(a) && *b == Type::Percent).and_then(literal);
    if let (Some(percent), false) = (percent, literal(left).is_some() && literal(right).is_some()) {
        return Some(format!("leave out the percent sign: `{}`", percent.trim_end_matches('%').trim_end()));
    }
    if let Some(number) = either(&|a, b| *a == Type::Percent && fitting::is_plain(b)) {
        let shown = literal(number).unwrap_or_else(|| "5".into());
        return Some(format!("write the number with a percent sign, such as `{shown}%`"));
    }
    if let Some(number) = either(&|a, b| *a == Type::Points && fitting::is_plain(b)) {
        let shown = literal(number).unwrap_or_else(|| "2".into());
        return Some(format!("write the number in percentage points, such as `{shown}pp`"));
    }
    if either(&|a, b| *a == Type::Points && *b == Type::Percent).is_some() {
        return Some("a difference of percentages is in points, such as `2pp`".into());
    }
    if let Some(number) = either(&|a, b| *a == Type::Time && fitting::is_plain(b)) {
        let shown = literal(number).unwrap_or_else(|| "3".into());
        return Some(format!("write the number with a unit of time, such as `{shown} years`"));
    }
    if either(&|a, b| matches!(a, Type::Measure | Type::Money) && fitting::is_plain(b)).is_some() {
        return Some("write the number with its unit, such as `10 km` or `5 USD`, or compare the `figure`".into());
    }
    if let Some(number) = either(&|a, b| *a == Type::Date && fitting::is_plain(b)) {
        let year = literal(number).filter(|shown| shown.len() == 4).unwrap_or_else(|| "2017".into());
        return Some(format!("write a date, such as `{year}-12-19` or `year {year}`"));
    }
    if either(&|a, _| matches!(a, Type::Set(_))).is_some() {
        return Some("of a list, take `sum`, `size`, `min`, `max`, `first` or `last`".into());
    }
    let fact = either(&|a, b| fitting::is_quantity(a) && matches!(b, Type::Fact(_)))?;
    match fact.of {
        Type::Fact(kind) if kind.schema().fields.iter().any(|field| field.name == "value") => {
            Some(format!("a `{}` has a `value` and a `figure`: compare one of them", kind.word()))
        }
        _ => None,
    }
}
