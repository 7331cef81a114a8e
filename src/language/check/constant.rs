//! Conditions that can never come out as they would have to, and those that never come out otherwise.
//!
//! A rule that can never report is refused. A part of a condition that is always the same is told
//! where it is written out; inside a definition it may come of the arguments.

use super::bounds::{Allowed, Bounds, Remaining, Scale, can_hold, opposite, sides, turned_round};
use super::symmetric::{compared, conjuncts, key};
use super::{Checker, fitting};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Grade;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Function, Literal, Operator, Setting, Unless};
use crate::source::Span;
use rustc_hash::FxHashMap;

/// How many conditions of a rule, and words of a list, are compared with each other.
const MOST: usize = 500;

/// What a condition has to come out as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    Yes,
    No,
}

impl Came {
    fn turned(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
        }
    }
}

/// Why a condition cannot come out so.
struct Clash {
    at: Span,
    /// The condition above that leaves it nothing.
    above: Option<Span>,
    by_setting: bool,
}

/// A part of a condition that always comes out the same.
struct Same {
    at: Span,
    came: Came,
    above: Option<Span>,
}

/// The conditions of a rule.
pub(super) struct Rule<'r> {
    pub(super) bindings: &'r [Binding],
    pub(super) settings: &'r [Setting],
    pub(super) wheres: &'r [Expr],
    pub(super) must: &'r Expr,
    pub(super) unless: &'r [Unless],
    /// Conditions of advice.
    pub(super) others: Vec<&'r Expr>,
}

/// What is known of a rule while its conditions are looked at.
struct Analysis<'c, 'w, 'a, 'r> {
    checker: &'c Checker<'w, 'a>,
    rule: &'c Rule<'r>,
    /// The slots that hold groups, which have members.
    groups: Vec<usize>,
    lets: FxHashMap<usize, Bounds>,
    /// Parts of conditions that always come out the same.
    same: Vec<Same>,
    looked_at: usize,
    /// Whether a condition asks what the text gives.
    asks: bool,
}

impl Checker<'_, '_> {
    /// Says of the conditions that can never come out as a report needs it.
    pub(super) fn constants(&mut self, rule: &Rule<'_>) {
        let (found, same) = {
            let mut analysis = Analysis::new(self, rule);
            let found = analysis.whole();
            let same = if found.is_some() { Vec::new() } else { analysis.constant_parts() };
            (found, same)
        };
        if let Some((message, clash, label)) = found {
            let mut mistake = self.mistake(Code::Impossible, clash.at, message).labelled(label);
            if let Some(above) = clash.above.filter(|above| *above != clash.at) {
                mistake = mistake.and(above, "after this");
            }
            let help = if clash.by_setting {
                mistake.grade = Grade::Warning;
                "it is so with the settings and tables as they are; change them or the condition"
            } else {
                "a rule that can never report is refused: change one of the conditions, or drop the rule"
            };
            self.say(mistake.help(help));
        }
        for Same { at, came, above } in same {
            let (always, help) = match came {
                Came::Yes => ("always holds", "drop it, or compare it with something that can differ"),
                Came::No => ("never holds", "drop it, or say what can hold"),
            };
            let mut mistake = self.mistake(Code::Constant, at, format!("this {always}")).labelled(always);
            if let Some(above) = above.filter(|above| *above != at) {
                mistake = mistake.and(above, "after this");
            }
            self.say(mistake.help(help));
        }
    }
}

impl<'c, 'w, 'a, 'r> Analysis<'c, 'w, 'a, 'r> {
    fn new(checker: &'c Checker<'w, 'a>, rule: &'c Rule<'r>) -> Self {
        let group = |binding: &Binding| match binding {
            Binding::Group { slot, .. } => Some(*slot),
            Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. } => None,
        };
        let groups = rule.bindings.iter().filter_map(group).collect();
        let unless = rule.unless.iter().map(|unless| &unless.expr);
        let mut all = rule.wheres.iter().chain([rule.must]).chain(unless).chain(rule.others.iter().copied());
        let asks = all.any(asks);
        let lets = FxHashMap::default();
        let mut analysis = Self { checker, rule, groups, lets, same: Vec::new(), looked_at: 0, asks };
        for named in &checker.lets {
            let bounds = analysis.bounds(&named.expr, &Remaining::default());
            analysis.lets.insert(named.slot, bounds);
        }
        analysis
    }

    /// Why the rule can never report, if it cannot.
    fn whole(&mut self) -> Option<(&'static str, Clash, &'static str)> {
        let mut left = Remaining::default();
        for condition in self.rule.wheres.iter().flat_map(conjuncts) {
            if let Err(clash) = self.narrow(condition, Came::Yes, &mut left) {
                return Some(("this can never hold, so the rule never reports", clash, "never holds"));
            }
        }
        let must = self.rule.must;
        if let Err(clash) = self.narrow(must, Came::No, &mut left) {
            return Some(("this always holds, so the rule never reports", clash, "always holds"));
        }
        let given = self.checker.relied_on(self.rule.wheres, must);
        // Amendments have files and messages of their own.
        for unless in self.rule.unless.iter().filter(|unless| unless.source == self.checker.number) {
            let sure = self.checker.may_be_absent(&unless.expr, &given).is_empty() && !has_some(&unless.expr);
            let kept = self.same.len();
            match self.narrow(&unless.expr, Came::No, &mut left.clone()) {
                Err(clash) if sure => {
                    return Some(("this always excuses, so the rule never reports", clash, "always holds"));
                }
                // What the text may not give can be broken by that alone.
                Ok(()) | Err(_) if !sure => self.same.truncate(kept),
                Ok(()) | Err(_) => {}
            }
            self.never(&unless.expr, &left);
        }
        for when in &self.rule.others {
            self.never(when, &left);
        }
        None
    }

    /// Keeps in mind that a condition can never hold where the rule reports.
    fn never(&mut self, condition: &Expr, left: &Remaining) {
        if let Err(clash) = self.narrow(condition, Came::Yes, &mut left.clone())
            && !clash.by_setting
        {
            self.same.push(Same { at: clash.at, came: Came::No, above: clash.above });
        }
    }

    /// The conditions that are always the same, wherever they stand.
    fn constant_parts(&mut self) -> Vec<Same> {
        let rule = self.rule;
        let number = self.checker.number;
        let unless = rule.unless.iter().filter(|unless| unless.source == number);
        let all = rule.wheres.iter().chain([rule.must]).chain(unless.map(|unless| &unless.expr));
        let mut same = std::mem::take(&mut self.same);
        for condition in all.chain(rule.others.iter().copied()) {
            self.constant_in(condition, &mut same);
        }
        let lets: Vec<&Expr> = self.checker.lets.iter().map(|named| &named.expr).collect();
        lets.into_iter().filter(|expr| expr.of == Type::YesNo).for_each(|expr| self.constant_in(expr, &mut same));
        same.sort_by_key(|same| (same.at.start, same.at.end));
        same.dedup_by_key(|same| same.at);
        same
    }

    fn constant_in(&mut self, condition: &Expr, same: &mut Vec<Same>) {
        if self.is_written_out(condition) {
            return;
        }
        match &condition.kind {
            ExprKind::And(all) | ExprKind::Or(all) => all.iter().for_each(|one| self.constant_in(one, same)),
            ExprKind::Not(inner) => self.constant_in(inner, same),
            ExprKind::Some { with, .. } => {
                let mut left = Remaining::default();
                for one in conjuncts(with) {
                    if let Err(clash) = self.narrow(one, Came::Yes, &mut left)
                        && !clash.by_setting
                    {
                        same.push(Same { at: clash.at, came: Came::No, above: clash.above });
                        return;
                    }
                }
                self.constant_in(with, same);
            }
            ExprKind::Compare(_, a, b) if !self.is_bounded(a) || !self.is_bounded(b) => {}
            ExprKind::InRange { low, high, .. } if !self.is_bounded(low) || !self.is_bounded(high) => {}
            ExprKind::Compare(..) | ExprKind::InRange { .. } => {
                for came in [Came::Yes, Came::No] {
                    if let Err(clash) = self.narrow(condition, came, &mut Remaining::default())
                        && !clash.by_setting
                    {
                        same.push(Same { at: condition.span, came: came.turned(), above: None });
                        return;
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether something is known of a value whatever the text says.
    fn is_bounded(&self, expr: &Expr) -> bool {
        is_written(expr) || self.written(expr, &Remaining::default()).is_some()
    }

    /// Whether a condition was made from a definition; its parts have the place of the call.
    fn is_written_out(&self, condition: &Expr) -> bool {
        let words = condition.span.of(&self.checker.source.text);
        let name = words.split('(').next().unwrap_or_default();
        let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let mut open = 0_usize;
        let closed = words.char_indices().find_map(|(at, c)| {
            open = if c == '(' { open + 1 } else { open - usize::from(c == ')' && open > 0) };
            (c == ')' && open == 0).then_some(at + 1)
        });
        named && closed == Some(words.len()) && !matches!(condition.kind, ExprKind::Call(..))
    }

    /// What is left where a condition comes out so, or why it cannot.
    fn narrow(&mut self, condition: &Expr, came: Came, left: &mut Remaining) -> Result<(), Clash> {
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
    fn relies_on(&self, condition: &Expr, left: &mut Remaining) -> Result<(), Clash> {
        if !self.asks || has_some(condition) {
            return Ok(());
        }
        let mut ways = super::absent::Known::default();
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

    /// What is known of the numbers of a value.
    fn bounds(&self, expr: &Expr, left: &Remaining) -> Bounds {
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
    fn written(&self, expr: &Expr, left: &Remaining) -> Option<Bounds> {
        match &expr.kind {
            ExprKind::Literal(literal) => Bounds::of(literal),
            ExprKind::Setting(number) => {
                let bounds = Bounds::of(&self.rule.settings.get(*number)?.value)?;
                Some(Bounds { by_setting: true, ..bounds })
            }
            ExprKind::Slot(slot) => self.lets.get(slot).filter(|bounds| bounds.interval != Interval::ALL).cloned(),
            ExprKind::Call(Function::Size | Function::SentencesBetween | Function::WordsBetween, args) => {
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
    let (both, above) = match left.words.get(&key) {
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

/// The key of a value that is compared with words, and the words.
fn by_words(comparison: Comparison, a: &Expr, b: &Expr) -> Option<(u64, Vec<String>)> {
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
fn is_written(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(_) | ExprKind::Setting(_))
}

/// Whether a condition asks by `is known` or `is missing` what the text gives.
fn asks(condition: &Expr) -> bool {
    let mut found = false;
    condition.walk(&mut |part| found |= matches!(part.kind, ExprKind::Known(_)));
    found
}

fn has_some(condition: &Expr) -> bool {
    let mut found = false;
    condition.walk(&mut |part| found |= matches!(part.kind, ExprKind::Some { .. }));
    found
}
