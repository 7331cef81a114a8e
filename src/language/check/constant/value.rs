//! What is known of a value whatever the text says: the interval that its numbers lie in, or its words.

use super::super::bounds::{Bounds, Remaining, Scale};
use super::super::fitting;
use super::super::symmetric::key;
use super::{Analysis, MOST};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::value::Type;
use crate::language::rule::{Comparison, Expr, ExprKind, Function, Literal, Operator};

impl Analysis<'_, '_, '_, '_> {
    /// What is known of the numbers of a value.
    pub(super) fn bounds(&self, expr: &Expr, left: &Remaining) -> Bounds {
        if let Some(bounds) = self.written(expr, left) {
            return bounds;
        }
        if left.numbers.is_empty() {
            return Bounds::ALL;
        }
        let key = key(expr, None);
        let scale = match &expr.of {
            of if fitting::is_plain(of) || matches!(of, Type::Percent | Type::Share) => Some(Scale::Plain),
            Type::Date => Some(Scale::Days),
            _ => None,
        };
        if let Some((bounds, _)) = left.numbers.get(&(key, scale)) {
            return bounds.clone();
        }
        // Of a value of any scale, what was said of it on one scale says nothing of another.
        let mut said = left.numbers.iter().filter(|((other, _), _)| *other == key);
        match (said.next(), said.next()) {
            (Some((_, (bounds, _))), None) => bounds.clone(),
            _ => Bounds::ALL,
        }
    }

    /// What is known of a value that is written out or worked out.
    pub(super) fn written(&self, expr: &Expr, left: &Remaining) -> Option<Bounds> {
        match &expr.kind {
            ExprKind::Literal(literal) => Bounds::of(literal),
            ExprKind::Setting(number) => {
                let bounds = Bounds::of(&self.rule.settings.get(*number)?.value)?;
                Some(Bounds { by_setting: true, ..bounds })
            }
            ExprKind::Slot(slot) => self.lets.get(slot).filter(|bounds| bounds.interval != Interval::ALL).cloned(),
            ExprKind::Call(function, args) if is_never_negative(*function, expr) => {
                let said = || left.numbers.get(&(key(expr, None), Some(Scale::Plain)));
                if !left.numbers.is_empty()
                    && let Some((bounds, _)) = said()
                {
                    return Some(bounds.clone());
                }
                let of = args.first().filter(|_| matches!(expr.kind, ExprKind::Call(Function::Size, _)));
                Some(of.map_or(Bounds::plain(Interval::at_least(Exact::ZERO)), |of| self.size(of)))
            }
            ExprKind::Negative(of) => {
                let bounds = self.bounds(of, left);
                Some(Bounds { interval: bounds.interval.negated(), ..bounds })
            }
            ExprKind::Arithmetic(operator, a, b) => {
                let (a, b) = (self.bounds(a, left), self.bounds(b, left));
                Some(a.joined(&b, |a, b| match operator {
                    Operator::Plus => a.plus(b),
                    Operator::Minus => a.minus(b),
                    Operator::Times => a.times(b),
                    Operator::Over => a.over(b),
                }))
                .filter(|bounds| bounds.interval != Interval::ALL)
            }
            _ => None,
        }
    }

    fn size(&self, of: &Expr) -> Bounds {
        let whole = |count: usize| Bounds::plain(Interval::exactly(Exact::whole(count as i128)));
        match &of.kind {
            // Tables grow as settings change: both are the newsroom's.
            ExprKind::Table(table) => {
                let rows = self.checker.world.table_at(*table).map_or(0, |table| table.rows.len());
                Bounds { by_setting: true, ..whole(rows) }
            }
            ExprKind::Literal(Literal::List(words)) => whole(words.len()),
            ExprKind::List(items) => whole(items.len()),
            ExprKind::Slot(slot) if self.groups.contains(slot) => Bounds::plain(Interval::at_least(Exact::ONE)),
            _ => Bounds::plain(Interval::at_least(Exact::ZERO)),
        }
    }
}

/// Whether what a function gives is a plain number from zero up.
fn is_never_negative(function: Function, given: &Expr) -> bool {
    match function {
        Function::Size | Function::SentencesBetween | Function::WordsBetween => true,
        Function::Abs => fitting::is_plain(&given.of) || matches!(given.of, Type::Percent | Type::Share),
        Function::Min
        | Function::Max
        | Function::Sum
        | Function::First
        | Function::Last
        | Function::Distinct
        | Function::Round
        | Function::Weekday
        | Function::Nearest
        | Function::Convert
        | Function::YearsBetween
        | Function::DaysBetween => false,
    }
}

/// The key of a value that is compared with words, and the words.
pub(super) fn by_words(comparison: Comparison, a: &Expr, b: &Expr) -> Option<(u64, Vec<String>)> {
    let one_of = comparison == Comparison::OneOf;
    if (comparison != Comparison::Is && !one_of) || !is_one(&a.of) {
        return None;
    }
    let named = words(b).map(|words| (key(a, None), words));
    // A list that a word is one of may hold others too.
    named.or_else(|| words(a).filter(|_| !one_of && is_one(&b.of)).map(|words| (key(b, None), words)))
}

/// The words that a literal stands for, if they are few.
fn words(expr: &Expr) -> Option<Vec<String>> {
    match &expr.kind {
        ExprKind::Literal(literal) => words_of(literal),
        ExprKind::List(items) if items.len() <= MOST => {
            let words: Option<Vec<_>> = items.iter().map(words).collect();
            Some(words?.into_iter().flatten().collect())
        }
        _ => None,
    }
}

/// Whether a value has one form only, so that it cannot be two different words.
fn is_one(of: &Type) -> bool {
    matches!(of, Type::Text | Type::Thing(_) | Type::Named(_))
}

fn words_of(literal: &Literal) -> Option<Vec<String>> {
    match literal {
        Literal::Text(word) => Some(vec![word.trim().to_lowercase().replace('’', "'")]),
        Literal::Named(named) => Some(vec![format!("{} {}", named.list.name, named.index)]),
        Literal::List(items) if items.len() <= MOST => {
            let words: Option<Vec<_>> = items.iter().map(words_of).collect();
            Some(words?.into_iter().flatten().collect())
        }
        Literal::List(_) | Literal::Quantity(_) | Literal::Date(_) | Literal::YesNo(_) => None,
    }
}

/// Whether nothing of the text is in a value.
pub(super) fn is_written(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(_) | ExprKind::Setting(_))
}
