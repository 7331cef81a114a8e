//! The forms of a rule in which one condition is left out.

use crate::facts::schema::COMMON;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Rule};
use crate::source::Span;

/// A rule without one of its conditions.
#[derive(Clone, Debug)]
pub(super) struct LeftOut {
    /// What is left of it, without its examples.
    pub(super) rule: Rule,
    /// The rule file that the condition stands in.
    pub(super) source: usize,
    /// The condition.
    pub(super) span: Span,
    /// The word before it.
    pub(super) word: &'static str,
    /// The example that would need it.
    pub(super) needed: Needed,
}

/// An example that would need a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// One that only this condition keeps from being reported.
    Good,
    /// One that is reported only because of this condition.
    Bad,
    /// One with several candidates, of which this leaves one.
    Repeated,
    /// One with candidates that differ in this alone.
    Apart,
    /// One that two rules report.
    Both,
}

impl Needed {
    /// The same, where the condition holds if what it stands in does not.
    fn turned(self) -> Self {
        match self {
            Self::Good => Self::Bad,
            Self::Bad => Self::Good,
            Self::Repeated | Self::Apart | Self::Both => self,
        }
    }
}

/// All forms of a rule in which one condition is left out. What only guards a message, as `x is known`
/// does where the message prints `x`, stays: without it the rule would not load.
pub(super) fn left_out(rule: &Rule) -> Vec<LeftOut> {
    let bare = Rule { examples: Vec::new(), ..rule.clone() };
    let mut all = Vec::new();
    let mut add = |source: usize, cut: Cut, change: &dyn Fn(&mut Rule, Option<Expr>)| {
        let mut rule = bare.clone();
        change(&mut rule, cut.left);
        all.push(LeftOut { rule, source, span: cut.span, word: cut.word, needed: cut.needed });
    };
    let guards = Guards { rule };
    for (number, condition) in rule.wheres.iter().enumerate() {
        let whole = !matches!(condition.kind, ExprKind::And(_)) || is_written_out(condition);
        if whole && !guards.holds(condition) {
            let cut = Cut { left: None, span: condition.span, word: "where", needed: Needed::Good };
            add(rule.source, cut, &|rule, _| drop(rule.wheres.remove(number)));
        }
        for cut in guards.cuts(condition, Needed::Good) {
            add(rule.source, cut, &|rule, left| put(rule.wheres.get_mut(number), left));
        }
    }
    for cut in guards.cuts(&rule.must, Needed::Bad) {
        add(rule.source, cut, &|rule, left| put(Some(&mut rule.must), left));
    }
    for (number, unless) in rule.unless.iter().enumerate() {
        let cut = Cut { left: None, span: unless.expr.span, word: "unless", needed: Needed::Good };
        add(unless.source, cut, &|rule, _| drop(rule.unless.remove(number)));
        for cut in guards.cuts(&unless.expr, Needed::Bad) {
            add(unless.source, cut, &|rule, left| {
                put(rule.unless.get_mut(number).map(|unless| &mut unless.expr), left);
            });
        }
    }
    for (number, named) in rule.lets.iter().enumerate() {
        for cut in guards.cuts(&named.expr, Needed::Good) {
            add(rule.source, cut, &|rule, left| put(rule.lets.get_mut(number).map(|named| &mut named.expr), left));
        }
    }
    for (number, binding) in rule.bindings.iter().enumerate() {
        let Binding::Group { with: Some(with), .. } = binding else { continue };
        let cut = Cut { left: None, span: with.span, word: "with", needed: Needed::Good };
        let whole = !matches!(with.kind, ExprKind::And(_)) || is_written_out(with);
        let whole = std::iter::once(cut).filter(|_| whole && !guards.holds(with));
        for cut in whole.chain(guards.cuts(with, Needed::Good)) {
            add(rule.source, cut, &|rule, left| {
                if let Some(Binding::Group { with, .. }) = rule.bindings.get_mut(number) {
                    *with = left;
                }
            });
        }
    }
    if let (Some(first), Some(last)) = (rule.once.first(), rule.once.last()) {
        let span = Span { start: first.span.start, end: last.span.end };
        let cut = Cut { left: None, span, word: "once per", needed: Needed::Repeated };
        add(rule.source, cut, &|rule, _| rule.once.clear());
    }
    for (number, key) in rule.once.iter().enumerate().filter(|_| rule.once.len() > 1) {
        let cut = Cut { left: None, span: key.span, word: "once per", needed: Needed::Apart };
        add(rule.source, cut, &|rule, _| drop(rule.once.remove(number)));
    }
    all
}

fn put(place: Option<&mut Expr>, left: Option<Expr>) {
    if let (Some(place), Some(left)) = (place, left) {
        *place = left;
    }
}

/// A condition without one of its parts.
struct Cut {
    /// What is left of the condition.
    left: Option<Expr>,
    span: Span,
    word: &'static str,
    needed: Needed,
}

/// Whether an expression is what a definition stands for: all of it has the place of the call.
fn is_written_out(expr: &Expr) -> bool {
    expr.children().first().is_some_and(|child| child.span == expr.span)
}

/// Whether an expression is the article of a fact.
fn is_article(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Common { field, .. } if COMMON.get(*field).is_some_and(|field| field.name == "article"))
}

struct Guards<'r> {
    rule: &'r Rule,
}

impl Guards<'_> {
    /// All forms of a condition in which one part of an `and` or an `or` is left out. `needed` is what
    /// a part of an `and` asks for; what definitions stand for is left whole.
    fn cuts(&self, expr: &Expr, needed: Needed) -> Vec<Cut> {
        let mut cuts = Vec::new();
        if is_written_out(expr) {
            return cuts;
        }
        let rebuilt = |kind: ExprKind| Expr { kind, ..expr.clone() };
        let mut inside = |part: &Expr, needed: Needed, around: &dyn Fn(Expr) -> ExprKind| {
            for cut in self.cuts(part, needed) {
                cuts.push(Cut { left: cut.left.map(|left| rebuilt(around(left))), ..cut });
            }
        };
        match &expr.kind {
            ExprKind::Not(of) => inside(of, needed.turned(), &|left| ExprKind::Not(Box::new(left))),
            ExprKind::Some { kind, slot, name, with } => inside(with, needed, &|left| ExprKind::Some {
                kind: *kind,
                slot: *slot,
                name: name.clone(),
                with: Box::new(left),
            }),
            ExprKind::And(all) | ExprKind::Or(all) => {
                let (word, of_part) = match &expr.kind {
                    ExprKind::Or(_) => ("or", needed.turned()),
                    _ => ("and", needed),
                };
                let joined = |all: Vec<Expr>| match &expr.kind {
                    ExprKind::Or(_) => ExprKind::Or(all),
                    _ => ExprKind::And(all),
                };
                for (number, part) in all.iter().enumerate() {
                    inside(part, needed, &|left| {
                        let mut all = all.clone();
                        put(all.get_mut(number), Some(left));
                        joined(all)
                    });
                }
                for (number, part) in all.iter().enumerate().filter(|(_, part)| !self.holds(part)) {
                    let mut all = all.clone();
                    all.remove(number);
                    let left = if all.len() == 1 { all.pop() } else { Some(rebuilt(joined(all))) };
                    let word = if number == 0 { "" } else { word };
                    cuts.push(Cut { left, span: part.span, word, needed: of_part });
                }
            }
            ExprKind::Literal(_)
            | ExprKind::Setting(_)
            | ExprKind::Slot(_)
            | ExprKind::Article
            | ExprKind::Field { .. }
            | ExprKind::Common { .. }
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
            | ExprKind::Matches(..) => {}
        }
        cuts
    }

    /// Whether the rule would not load without a condition: it says that something is there which the
    /// report prints or marks, or that two facts are of one article, which ties them together.
    fn holds(&self, condition: &Expr) -> bool {
        let guarded = match &condition.kind {
            ExprKind::Compare(Comparison::Is, a, b) if is_article(a) && is_article(b) => return true,
            ExprKind::Known(of) => of,
            ExprKind::Compare(Comparison::InTable, key, _) => key,
            _ => return false,
        };
        let mut used = false;
        self.rule.each_reported(&mut |expr| expr.walk(&mut |part| used |= self.is_same(part, guarded)));
        used
    }

    /// Whether two expressions go the same way to the same thing; a member of a group has a name where it
    /// is chosen and another where it is marked.
    fn is_same(&self, a: &Expr, b: &Expr) -> bool {
        match (&a.kind, &b.kind) {
            (ExprKind::Slot(a), ExprKind::Slot(b)) => a == b || self.is_member(*a) && self.is_member(*b),
            (ExprKind::Article, ExprKind::Article) => true,
            (ExprKind::Field { of: a, field: m, .. }, ExprKind::Field { of: b, field: n, .. })
            | (ExprKind::Common { of: a, field: m }, ExprKind::Common { of: b, field: n })
            | (ExprKind::Column { row: a, column: m, .. }, ExprKind::Column { row: b, column: n, .. })
            | (ExprKind::Lookup { key: a, table: m }, ExprKind::Lookup { key: b, table: n }) => {
                m == n && self.is_same(a, b)
            }
            _ => false,
        }
    }

    fn is_member(&self, slot: usize) -> bool {
        let chosen = |binding: &Binding| match binding {
            Binding::Group { member, .. } => *member == slot,
            Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. } => false,
        };
        self.rule.bindings.iter().any(chosen) || self.rule.marks.iter().any(|mark| mark.each == Some(slot))
    }
}
