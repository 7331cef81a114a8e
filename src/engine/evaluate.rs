//! Expressions over facts: answers of conditions, terms of everything else.

use super::answer::Answer;
use super::scan::Scan;
use super::scope::{Held, Scope};
use super::term::{Term, What};
use super::world::{Holding, RunState, World};
use super::{arithmetic, compare, functions, identity};
use crate::facts::extract::rounded;
use crate::facts::quantity::Quantity;
use crate::facts::schema::Kind;
use crate::facts::value::FactRef;
use crate::language::pattern::Pattern;
use crate::language::rule::{Comparison, Expr, ExprKind, Setting};
use crate::language::table::{Cell, ColumnType, Table};
use smallvec::SmallVec;

/// Evaluates the expressions of one rule over one article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evaluator<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) settings: &'a [Setting],
    pub(super) state: &'a RunState,
    /// How the facts of `some` are found; without one, each is tried.
    pub(super) scans: &'a [Scan<'a>],
}

impl<'a> Evaluator<'a> {
    /// What a condition gives.
    pub(super) fn answer(&self, expr: &Expr, scope: &Scope<'_>) -> Answer {
        match &expr.kind {
            ExprKind::Compare(Comparison::InTable, key, table) => self.in_table(key, table, scope),
            ExprKind::Compare(Comparison::Contains, text, words) => self.contains(text, words, scope),
            ExprKind::Compare(comparison, left, right) => {
                let left = self.term(left, scope);
                if left.is_absent() {
                    return Answer::Absent;
                }
                compare::compare(*comparison, &left, &self.term(right, scope), self.world.views)
            }
            ExprKind::Within { value, tolerance, of } => {
                compare::within(&self.term(value, scope), &self.term(tolerance, scope), &self.term(of, scope))
            }
            ExprKind::InRange { value, low, high } => {
                let (value, low, high) = (self.term(value, scope), self.term(low, scope), self.term(high, scope));
                compare::in_range(&value, &low, &high, self.world.views)
            }
            ExprKind::Known(of) => Answer::from(!self.term(of, scope).is_absent()),
            ExprKind::Matches(of, pattern) => self.held(of, std::ptr::from_ref(pattern).addr(), scope, || {
                let text = self.term(of, scope);
                if let What::Set(texts) = &text.what {
                    return texts.iter().fold(Answer::No, |found, text| found.or(self.matches(&text, pattern)));
                }
                self.matches(&text, pattern)
            }),
            ExprKind::And(all) => {
                let mut answer = Answer::Yes;
                for condition in all {
                    if answer == Answer::No {
                        break;
                    }
                    answer = answer.and(self.answer(condition, scope));
                }
                answer
            }
            ExprKind::Or(any) => {
                let mut answer = Answer::No;
                for condition in any {
                    if answer == Answer::Yes {
                        break;
                    }
                    answer = answer.or(self.answer(condition, scope));
                }
                answer
            }
            ExprKind::Not(condition) => !self.answer(condition, scope),
            ExprKind::Some { kind, slot, with, .. } => {
                let mut answer = Answer::No;
                self.each_fact(*kind, *slot, scope, |scope, weak| {
                    let found = self.answer(with, scope);
                    answer = answer.or(if weak { found.weakened() } else { found });
                    answer != Answer::Yes
                });
                answer
            }
            ExprKind::Slot(slot) => self.slot_answer(*slot, scope),
            ExprKind::Literal(_)
            | ExprKind::Setting(_)
            | ExprKind::Article
            | ExprKind::Field { .. }
            | ExprKind::Common { .. }
            | ExprKind::Column { .. }
            | ExprKind::Lookup { .. }
            | ExprKind::Table(_)
            | ExprKind::List(_)
            | ExprKind::Negative(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Call(..) => yes_no(&self.term(expr, scope)),
        }
    }

    /// Whether a condition surely holds; the same as an answer of yes, with less work.
    pub(super) fn surely(&self, expr: &Expr, scope: &Scope<'_>) -> bool {
        match &expr.kind {
            ExprKind::And(all) => all.iter().all(|condition| self.surely(condition, scope)),
            ExprKind::Or(any) => any.iter().any(|condition| self.surely(condition, scope)),
            ExprKind::Not(condition) => self.surely_not(condition, scope),
            ExprKind::Some { kind, slot, with, .. } => {
                let mut found = false;
                self.each_fact(*kind, *slot, scope, |scope, weak| {
                    found = !weak && self.surely(with, scope);
                    !found
                });
                found
            }
            _ => self.answer(expr, scope) == Answer::Yes,
        }
    }

    /// Whether a condition surely does not hold; the same as an answer of no, with less work.
    pub(super) fn surely_not(&self, expr: &Expr, scope: &Scope<'_>) -> bool {
        match &expr.kind {
            ExprKind::And(all) => all.iter().any(|condition| self.surely_not(condition, scope)),
            ExprKind::Or(any) => any.iter().all(|condition| self.surely_not(condition, scope)),
            ExprKind::Not(condition) => self.surely(condition, scope),
            ExprKind::Some { kind, slot, with, .. } => {
                let mut none = true;
                self.each_fact(*kind, *slot, scope, |scope, _| {
                    none = self.surely_not(with, scope);
                    none
                });
                none
            }
            _ => self.answer(expr, scope) == Answer::No,
        }
    }

    /// Whether a condition excuses. Each side of an `or`, and each fact of a `some`, is an excuse of
    /// its own: what the text does not say about one takes nothing from another that may hold.
    pub(super) fn excuses(&self, expr: &Expr, scope: &Scope<'_>) -> bool {
        match &expr.kind {
            ExprKind::Or(any) => any.iter().any(|condition| self.excuses(condition, scope)),
            ExprKind::And(all) => all.iter().all(|condition| self.excuses(condition, scope)),
            ExprKind::Some { kind, slot, with, .. } => {
                let mut excused = false;
                self.each_fact(*kind, *slot, scope, |scope, _| {
                    excused = self.excuses(with, scope);
                    !excused
                });
                excused
            }
            _ => self.answer(expr, scope).excuses(),
        }
    }

    /// Goes through the facts of a kind that no variable holds, until `go_on` is `false`; it is told
    /// whether the fact is a weak reading.
    fn each_fact(&self, kind: Kind, slot: usize, scope: &Scope<'_>, mut go_on: impl FnMut(&Scope<'_>, bool) -> bool) {
        let mut one = |index: u32| {
            let fact = FactRef { kind, index };
            if scope.holds(fact) {
                return true;
            }
            self.state.burn() && go_on(&scope.bind(slot, Term::fact(fact)), self.world.columns.is_weak(fact))
        };
        if let Some(scan) = self.scans.iter().find(|scan| scan.slot() == slot) {
            scan.each(self, scope, &mut one);
        } else {
            let _ = self.world.columns.numbers(kind).all(one);
        }
    }

    fn slot_answer(&self, slot: usize, scope: &Scope<'_>) -> Answer {
        match scope.find(slot) {
            Some((Held::Let { expr, answer, .. }, outer)) => {
                if let Some(answer) = answer.get() {
                    return answer;
                }
                let found = self.answer(expr, outer);
                answer.set(Some(found));
                found
            }
            Some((Held::Term(term), _)) => yes_no(term),
            None => Answer::Absent,
        }
    }

    fn contains(&self, text: &Expr, words: &Expr, scope: &Scope<'_>) -> Answer {
        let find_out = || {
            compare::compare(Comparison::Contains, &self.term(text, scope), &self.term(words, scope), self.world.views)
        };
        if matches!(words.kind, ExprKind::Literal(_) | ExprKind::Setting(_)) {
            self.held(text, std::ptr::from_ref(words).addr(), scope, find_out)
        } else {
            find_out()
        }
    }

    /// What is found out of a text and the words or the pattern that lie at an address, once for each field of a fact.
    fn held(&self, text: &Expr, words: usize, scope: &Scope<'_>, find_out: impl FnOnce() -> Answer) -> Answer {
        match &text.kind {
            ExprKind::Common { of, field } => match self.term(of, scope).what {
                What::Fact(fact) => self.state.holding(Holding { fact, field: *field, words }, find_out),
                _ => find_out(),
            },
            _ => find_out(),
        }
    }

    fn in_table(&self, key: &Expr, table: &Expr, scope: &Scope<'_>) -> Answer {
        let key = self.term(key, scope);
        let What::Table(table) = self.term(table, scope).what else { return Answer::Absent };
        match self.world.tables.get(table) {
            Some(table) if !key.is_absent() => Answer::from(self.row(table, &key).is_some()),
            _ => Answer::Absent,
        }
    }

    fn cell(&self, table: usize, row: usize, column: usize) -> Term<'a> {
        let Some(table) = self.world.tables.get(table) else { return Term::ABSENT };
        let (Some(cells), Some(column_of)) = (table.rows.get(row), table.columns.get(column)) else {
            return Term::ABSENT;
        };
        match (cells.get(column), column_of.of) {
            (Some(Cell::Number(n)), ColumnType::Number) => Term::quantity(Quantity::number(rounded(*n))),
            (Some(cell), _) => Term::cell(cell),
            (None, _) => Term::ABSENT,
        }
    }

    /// The row of a table with a key: a name's canonical form, else what is written.
    fn row(&self, table: &Table, key: &Term<'_>) -> Option<usize> {
        if let What::Fact(fact) = &key.what
            && let Some((name, _)) = identity::name_key(*fact, self.world.views)
            && let Some(row) = table.row(name)
        {
            return Some(row);
        }
        table.row(identity::words(key, self.world.views)?.trim())
    }

    fn matches(&self, text: &Term<'_>, pattern: &Pattern) -> Answer {
        match identity::words(text, self.world.views) {
            Some(words) => Answer::from(pattern.is_match(words)),
            None => Answer::Absent,
        }
    }

    /// What an expression gives.
    pub(super) fn term<'v>(&'v self, expr: &'v Expr, scope: &'v Scope<'v>) -> Term<'v> {
        match &expr.kind {
            ExprKind::Literal(literal) => Term::literal(literal),
            ExprKind::Setting(index) => {
                self.settings.get(*index).map_or(Term::ABSENT, |setting| Term::literal(&setting.value))
            }
            ExprKind::Slot(slot) => match scope.find(*slot) {
                Some((Held::Term(term), _)) => term.borrowed(),
                Some((Held::Let { expr, term, .. }, outer)) => {
                    term.get_or_init(|| self.term(expr, outer).into_owned()).borrowed()
                }
                None => Term::ABSENT,
            },
            ExprKind::Article => Term::fact(FactRef { kind: Kind::Article, index: 0 }),
            ExprKind::Field { of, kind, field } => of_each(self.term(of, scope), |fact| {
                if fact.kind == *kind { Term::of(self.world.columns.field(fact, *field)) } else { Term::ABSENT }
            }),
            ExprKind::Common { of, field } => {
                of_each(self.term(of, scope), |fact| Term::of(self.world.columns.common(fact, *field)))
            }
            ExprKind::Column { row, table, column } => match self.term(row, scope).what {
                What::Row(of, row) if of == *table => self.cell(of, row, *column),
                _ => Term::ABSENT,
            },
            ExprKind::Lookup { table, key } => {
                let key = self.term(key, scope);
                let row = self.world.tables.get(*table).and_then(|of| self.row(of, &key));
                row.map_or(Term::ABSENT, |row| Term::new(What::Row(*table, row)))
            }
            ExprKind::Table(table) => Term::new(What::Table(*table)),
            ExprKind::List(members) => Term::set(members.iter().map(|member| self.term(member, scope)).collect()),
            ExprKind::Negative(of) => match self.term(of, scope).what {
                What::Quantity(quantity) => Term::quantity(arithmetic::negated(&quantity)),
                _ => Term::ABSENT,
            },
            ExprKind::Arithmetic(operator, left, right) => {
                arithmetic::work_out(*operator, &self.term(left, scope), &self.term(right, scope))
            }
            ExprKind::Call(function, arguments) => {
                let arguments: SmallVec<[Term<'v>; 2]> =
                    arguments.iter().map(|argument| self.term(argument, scope)).collect();
                functions::call(*function, &arguments, self.world)
            }
            ExprKind::Compare(..)
            | ExprKind::Within { .. }
            | ExprKind::InRange { .. }
            | ExprKind::Known(_)
            | ExprKind::Matches(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::Some { .. } => match self.answer(expr, scope) {
                Answer::Yes => Term::new(What::YesNo(true)),
                Answer::No => Term::new(What::YesNo(false)),
                Answer::Absent | Answer::Perhaps => Term::ABSENT,
            },
        }
    }

    /// The words of a term as they stand in the text, where it has a place there.
    pub(super) fn written(&self, term: &Term<'_>) -> Option<&'a str> {
        self.place(term).map(|span| self.world.views.written(span))
    }

    /// Where a term stands in the text.
    pub(super) fn place(&self, term: &Term<'_>) -> Option<crate::source::Span> {
        let own = term.span.filter(|span| !span.is_empty());
        own.or_else(|| match &term.what {
            What::Fact(fact) => self.world.columns.at(*fact).map(|at| at.span).filter(|span| !span.is_empty()),
            _ => None,
        })
    }
}

fn yes_no(term: &Term<'_>) -> Answer {
    match &term.what {
        What::YesNo(yes) => Answer::from(*yes),
        _ => Answer::Absent,
    }
}

/// A field of a fact, or of each fact of a set.
fn of_each<'v>(of: Term<'v>, field: impl Fn(FactRef) -> Term<'v>) -> Term<'v> {
    match of.what {
        What::Fact(fact) => field(fact),
        What::Set(members) => {
            let fields = members.iter().map(|member| match member.what {
                What::Fact(fact) => Term { possible: member.possible, ..field(fact) },
                _ => Term { possible: member.possible, ..Term::ABSENT },
            });
            Term::set(fields.collect())
        }
        _ => Term::ABSENT,
    }
}
