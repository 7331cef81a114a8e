//! The connection check: positive equalities in `where` tie all variables of a rule together.

use super::Checker;
use crate::language::code::Code;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind};
use crate::source::Span;

/// A variable with the slots that belong to it.
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) slots: Vec<usize>,
    /// Whether it stands for words of the text; rows of tables do not.
    pub(super) in_text: bool,
}

/// The variables of a rule.
pub(super) fn variables(bindings: &[Binding]) -> Vec<Variable> {
    let variable = |name: &String, span: Span, slots: Vec<usize>, in_text: bool| Variable {
        name: name.clone(),
        span,
        slots,
        in_text,
    };
    let of = |binding: &Binding| match binding {
        Binding::Each { slot, name, span, .. } => vec![variable(name, *span, vec![*slot], true)],
        Binding::Pair { slots, names, spans, .. } => {
            let pair = names.iter().zip(spans).zip(slots);
            pair.map(|((name, span), slot)| variable(name, *span, vec![*slot], true)).collect()
        }
        Binding::Group { slot, name, span, keys, .. } => {
            let slots = std::iter::once(*slot).chain(keys.iter().copied()).collect();
            vec![variable(name, *span, slots, true)]
        }
        Binding::Row { slot, name, span, .. } => vec![variable(name, *span, vec![*slot], false)],
    };
    bindings.iter().flat_map(of).collect()
}

impl Checker<'_, '_> {
    pub(super) fn connection(&mut self, bindings: &[Binding], wheres: &[Expr]) {
        let variables = variables(bindings);
        let mut groups: Vec<usize> = (0..variables.len()).collect();
        for condition in wheres {
            self.connect(condition, &variables, &mut groups);
        }
        let Some(&first) = groups.first() else { return };
        let Some(apart) = groups.iter().position(|&group| group != first) else { return };
        let (Some(a), Some(b)) = (variables.first(), variables.get(apart)) else { return };
        let message = format!("nothing in `where` ties `{}` to `{}`", a.name, b.name);
        let mistake = self.mistake(Code::Unconnected, a.span, message).labelled("any of these …");
        let row = [a, b].into_iter().find(|variable| !variable.in_text);
        let fact = [a, b].into_iter().find(|variable| variable.in_text);
        let (a, b) = (&a.name, &b.name);
        let help = match (fact, row) {
            (Some(Variable { name: fact, .. }), Some(Variable { name: row, .. })) => format!(
                "as it stands every row is compared with everything. Say which one is meant, by a column of the table, as in `{fact}.noun is {row}.thing` or `{fact}.sentence.text contains {row}.name`"
            ),
            _ => format!(
                "as it stands every pair in the article is compared. Say what they share, for example `{a}.event is {b}.event` or `{a}.noun is {b}.noun`; if every pair is meant, write `{a}.article is {b}.article`"
            ),
        };
        let span = variables.get(apart).map_or(Span::default(), |variable| variable.span);
        self.say(mistake.and(span, "… with any of these").help(help));
    }

    fn connect(&self, condition: &Expr, variables: &[Variable], groups: &mut [usize]) {
        match &condition.kind {
            ExprKind::And(all) => all.iter().for_each(|condition| self.connect(condition, variables, groups)),
            // Of alternatives, only what each of them ties is tied, and only to the row of a table: facts that share one
            // thing or another are found by no key.
            ExprKind::Or(any) => {
                let tied = |one| {
                    let mut tied = groups.to_vec();
                    self.connect(one, variables, &mut tied);
                    tied
                };
                let of_each: Vec<Vec<usize>> = any.iter().map(tied).collect();
                let are_tied = |a: usize, b: usize| of_each.iter().all(|tied| tied.get(a) == tied.get(b));
                let is_row = |at: usize| variables.get(at).is_some_and(|variable| !variable.in_text);
                for (at, before) in (0..groups.len()).flat_map(|at| (0..at).map(move |before| (at, before))) {
                    if are_tied(at, before)
                        && (is_row(at) || is_row(before))
                        && let (Some(&from), Some(&into)) = (groups.get(at), groups.get(before))
                    {
                        groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = into);
                    }
                }
            }
            ExprKind::Compare(
                comparison @ (Comparison::Equal
                | Comparison::Is
                | Comparison::OneOf
                | Comparison::InTable
                | Comparison::Contains),
                left,
                right,
            ) => {
                let used: Vec<usize> = [left, right]
                    .into_iter()
                    .flat_map(|side| self.used(side))
                    .filter_map(|slot| variables.iter().position(|variable| variable.slots.contains(&slot)))
                    .collect();
                // Words of a table that stand in a text tie the two; those of two facts share nothing.
                let row = used.iter().any(|&used| variables.get(used).is_some_and(|variable| !variable.in_text));
                if *comparison == Comparison::Contains && !row {
                    return;
                }
                let used: Vec<usize> = used.into_iter().filter_map(|used| groups.get(used).copied()).collect();
                if let Some(&into) = used.iter().min() {
                    groups.iter_mut().filter(|group| used.contains(group)).for_each(|group| *group = into);
                }
            }
            _ => {}
        }
    }

    /// The slots that an expression uses, those in named expressions too.
    pub(super) fn used(&self, expr: &Expr) -> Vec<usize> {
        let mut slots = Vec::new();
        expr.walk(&mut |expr| {
            let ExprKind::Slot(slot) = &expr.kind else { return };
            for slot in self.named_at(expr).map_or(std::slice::from_ref(slot), |named| &named.slots) {
                if !slots.contains(slot) {
                    slots.push(*slot);
                }
            }
        });
        slots
    }
}
