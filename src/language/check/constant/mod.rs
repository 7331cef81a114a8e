//! Conditions that can never come out as they would have to, and those that never come out otherwise.
//!
//! A rule that can never report is refused. A part of a condition that is always the same is told
//! where it is written out; inside a definition it may come of the arguments.

mod narrow;
mod value;

use super::Checker;
use super::bounds::{Bounds, Remaining};
use super::symmetric::conjuncts;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Grade;
use crate::language::rule::{Binding, Expr, ExprKind, Setting, Unless};
use crate::source::Span;
use rustc_hash::FxHashMap;
use value::is_written;

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
