//! What conditions leave of the values that they compare, one condition after the other.

use super::super::bounds::{Allowed, Remaining, can_hold, opposite, sides, turned_round};
use super::super::symmetric::{compared, key};
use super::value::{by_words, is_written};
use super::{Analysis, Came, Clash, MOST, Same, has_some};
use crate::facts::value::Type;
use crate::language::check::absent::Known;
use crate::language::rule::{Comparison, Expr, ExprKind, Literal};
use crate::source::Span;

impl Analysis<'_, '_, '_, '_> {
    /// What is left where a condition comes out so, or why it cannot.
    pub(super) fn narrow(&mut self, condition: &Expr, came: Came, left: &mut Remaining) -> Result<(), Clash> {
        self.looked_at += 1;
        if self.looked_at > MOST || condition.of == Type::Unknown {
            return Ok(());
        }
        match (&condition.kind, came) {
            (ExprKind::Not(inner), _) => self.narrow(inner, came.turned(), left),
            (ExprKind::And(all), Came::Yes) | (ExprKind::Or(all), Came::No) => {
                all.iter().try_for_each(|one| self.narrow(one, came, left))
            }
            (ExprKind::Or(any), Came::Yes) | (ExprKind::And(any), Came::No) => self.one_of(condition, any, came, left),
            (ExprKind::Some { with, .. }, Came::Yes) => self.narrow(with, Came::Yes, &mut left.clone()),
            (ExprKind::Some { .. }, Came::No) => Ok(()),
            (ExprKind::Known(of), _) => self.known(condition, of, came, left),
            (ExprKind::Compare(comparison, a, b), _) => {
                self.relies_on(condition, left)?;
                self.compared(condition, (*comparison, a, b), came, left)
            }
            (ExprKind::InRange { value, low, high }, Came::Yes) => {
                self.relies_on(condition, left)?;
                self.ranged(condition, Comparison::AtLeast, (value, low), left)?;
                self.ranged(condition, Comparison::AtMost, (value, high), left)
            }
            (ExprKind::Literal(Literal::YesNo(is)), _) if *is != (came == Came::Yes) => {
                Err(Clash { at: condition.span, above: None, by_setting: false })
            }
            _ => {
                self.relies_on(condition, left)?;
                came_out(condition, came, left)
            }
        }
    }

    /// One of several conditions comes out so.
    fn one_of(&mut self, whole: &Expr, any: &[Expr], came: Came, left: &mut Remaining) -> Result<(), Clash> {
        let mut possible = Vec::new();
        let mut clashes = Vec::new();
        for one in any {
            let mut then = left.clone();
            match self.narrow(one, came, &mut then) {
                Ok(()) => possible.push(then),
                Err(clash) => clashes.push((one, clash)),
            }
        }
        if possible.is_empty() {
            let (above, by_setting) =
                clashes.first().map_or((None, false), |(_, clash)| (clash.above, clash.by_setting));
            return Err(Clash { at: whole.span, above, by_setting });
        }
        for (one, clash) in clashes {
            if !self.is_written_out(whole) && !self.is_written_out(one) && !clash.by_setting {
                self.same.push(Same { at: one.span, came: came.turned(), above: clash.above });
            }
        }
        if possible.len() == 1 {
            *left = possible.pop().unwrap_or_default();
        }
        Ok(())
    }

    fn known(&mut self, condition: &Expr, of: &Expr, came: Came, left: &mut Remaining) -> Result<(), Clash> {
        if came == Came::Yes {
            return self.relies_on(of, left);
        }
        let Some(way) = self.checker.way(of) else { return Ok(()) };
        match left.there.insert(way, (false, condition.span)) {
            Some((true, above)) => Err(Clash { at: condition.span, above: Some(above), by_setting: false }),
            Some((false, _)) | None => Ok(()),
        }
    }

    /// A condition that comes out *yes* or *no* has everything that it speaks of.
    pub(super) fn relies_on(&self, condition: &Expr, left: &mut Remaining) -> Result<(), Clash> {
        if !self.asks || has_some(condition) {
            return Ok(());
        }
        let mut ways = Known::default();
        self.checker.ways(condition, &mut ways);
        for way in ways {
            match left.there.get(&way) {
                Some((false, above)) => {
                    return Err(Clash { at: condition.span, above: Some(*above), by_setting: false });
                }
                Some((true, _)) => {}
                None => {
                    left.there.insert(way, (true, condition.span));
                }
            }
        }
        Ok(())
    }

    fn compared(
        &mut self,
        condition: &Expr,
        (comparison, a, b): (Comparison, &Expr, &Expr),
        came: Came,
        left: &mut Remaining,
    ) -> Result<(), Clash> {
        if let Some(other) = opposite(comparison) {
            let sure = if came == Came::Yes { comparison } else { other };
            self.ranged(condition, sure, (a, b), left)?;
            return aside(condition, sure, (a, b), left);
        }
        let (comparison, came) = match comparison {
            Comparison::IsNot => (Comparison::Is, came.turned()),
            other => (other, came),
        };
        match by_words(comparison, a, b) {
            Some((key, words)) => named(condition, key, words, came, left),
            None => came_out(condition, came, left),
        }
    }

    /// A comparison of figures or dates that comes out *yes*.
    fn ranged(
        &mut self,
        condition: &Expr,
        comparison: Comparison,
        (a, b): (&Expr, &Expr),
        left: &mut Remaining,
    ) -> Result<(), Clash> {
        let (first, second) = (self.bounds(a, left), self.bounds(b, left));
        let by_setting = first.by_setting || second.by_setting;
        let clash = |above| Clash { at: condition.span, above, by_setting };
        if !first.on_scale_of(&second) {
            return Ok(());
        }
        if !can_hold(comparison, &first, &second) {
            return Err(clash(last_said(a, b, left)));
        }
        for (of, bounds, comparison, other) in
            [(a, &first, comparison, &second), (b, &second, turned_round(comparison), &first)]
        {
            let then = bounds.where_so(comparison, other);
            if then == *bounds || is_written(of) {
                continue;
            }
            if then.is_empty() {
                return Err(clash(last_said(a, b, left)));
            }
            left.numbers.insert((key(of, None), then.scale.clone()), (then, condition.span));
        }
        Ok(())
    }
}

/// One value lies on some sides of another.
fn aside(condition: &Expr, comparison: Comparison, (a, b): (&Expr, &Expr), left: &mut Remaining) -> Result<(), Clash> {
    if is_written(a) || is_written(b) {
        return Ok(());
    }
    let (first, second) = (key(a, None), key(b, None));
    let (key, comparison) =
        if first <= second { ((first, second), comparison) } else { ((second, first), turned_round(comparison)) };
    let before = left.sides.get(&key).copied();
    let (sides_before, above) = before.map_or((0b111, None), |(sides, span)| (sides, Some(span)));
    let both = sides_before & sides(comparison);
    if both == 0 {
        return Err(Clash { at: condition.span, above, by_setting: false });
    }
    left.sides.insert(key, (both, condition.span));
    Ok(())
}

/// A condition that nothing more is known of: it cannot come out both ways.
fn came_out(condition: &Expr, came: Came, left: &mut Remaining) -> Result<(), Clash> {
    let yes = came == Came::Yes;
    let key = match &condition.kind {
        // It comes out as `is` does, turned round.
        ExprKind::Compare(Comparison::IsNot, a, b) => compared(Comparison::Is, key(a, None), key(b, None)),
        _ => key(condition, None),
    };
    match left.came.insert(key, (yes, condition.span)) {
        Some((before, above)) if before != yes => {
            Err(Clash { at: condition.span, above: Some(above), by_setting: false })
        }
        Some(_) | None => Ok(()),
    }
}

/// A value is one of some words, or none of them.
fn named(condition: &Expr, key: u64, words: Vec<String>, came: Came, left: &mut Remaining) -> Result<(), Clash> {
    let allowed = match came {
        Came::Yes => Allowed::Only(words),
        Came::No => Allowed::Not(words),
    };
    let none = matches!(&allowed, Allowed::Only(words) if words.is_empty());
    let (both, above) = match left.words.get(&key) {
        _ if none => (None, None),
        Some((before, above)) => (before.and(&allowed), Some(*above)),
        None => (Some(allowed), None),
    };
    let Some(both) = both else { return Err(Clash { at: condition.span, above, by_setting: false }) };
    left.words.insert(key, (both, condition.span));
    Ok(())
}

/// The condition that last said something of one of two values.
fn last_said(a: &Expr, b: &Expr, left: &Remaining) -> Option<Span> {
    let of = |expr: &Expr| {
        let key = key(expr, None);
        left.numbers.iter().find(|((other, _), _)| *other == key).map(|(_, (_, span))| *span)
    };
    of(a).or_else(|| of(b))
}
