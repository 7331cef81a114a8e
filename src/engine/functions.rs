//! The built-in functions.

use super::arithmetic::{self, days_between, years_between};
use super::compare::{self, on_one_scale};
use super::scale::Scale;
use super::term::{Members, Term, What};
use super::world::World;
use super::{answer::Answer, identity};
use crate::facts::date::{self, DateRange};
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::{Measured, Quantity, Unit};
use crate::facts::value::ThingKind;
use crate::language::rule::{Comparison, Function};
use crate::source::Span;
use crate::text::{Text, TokenKind};
use std::sync::Arc;

/// Calls a function; absent where an argument is, or where it means nothing.
pub(super) fn call<'v>(function: Function, arguments: &[Term<'v>], world: &World<'_>) -> Term<'v> {
    let first = arguments.first().unwrap_or(&Term::ABSENT);
    let second = arguments.get(1).unwrap_or(&Term::ABSENT);
    match function {
        Function::Abs => quantity(first)
            .map_or(Term::ABSENT, |q| Term::quantity(Quantity { interval: q.interval.abs(), ..q.clone() })),
        Function::Min => extreme(arguments, Extreme::Least),
        Function::Max => extreme(arguments, Extreme::Greatest),
        Function::Sum => sum(first),
        Function::Size => size(first, world),
        Function::First => end_of(first, false),
        Function::Last => end_of(first, true),
        Function::Distinct => distinct(first, world),
        Function::Round => rounded(first, second),
        Function::Weekday => match single_day(first) {
            Some(day) => Term::new(What::Named(date::weekday(day.weekday()))),
            None => Term::ABSENT,
        },
        Function::Nearest => nearest(first, second).map_or(Term::ABSENT, |day| Term::new(What::Date(day))),
        Function::Convert => converted(first, second, world),
        Function::YearsBetween => between(first, second, years_between),
        Function::DaysBetween => between(first, second, days_between),
        Function::SentencesBetween => apart(first, second, world, sentences_apart),
        Function::WordsBetween => apart(first, second, world, words_apart),
    }
}

fn quantity<'t>(term: &'t Term<'_>) -> Option<&'t Quantity> {
    match &term.what {
        What::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

/// What a set may come to: without its possible members, and with them.
fn sum(of: &Term<'_>) -> Term<'static> {
    let What::Set(members) = &of.what else { return quantity(of).cloned().map_or(Term::ABSENT, Term::quantity) };
    let mut total: Option<Quantity> = None;
    for member in members.iter() {
        let Some(part) = quantity(&member) else { return Term::ABSENT };
        let part = if member.possible {
            let nothing = Interval::exactly(Exact::ZERO);
            Quantity { interval: part.interval.union(nothing), ..part.clone() }
        } else {
            part.clone()
        };
        total = match total {
            None => Some(part),
            Some(total) => match arithmetic::sum(&total, &part, false) {
                Some(total) => Some(total),
                None => return Term::ABSENT,
            },
        };
    }
    total.map_or_else(|| Term::number(Exact::ZERO), Term::quantity)
}

fn size(of: &Term<'_>, world: &World<'_>) -> Term<'static> {
    let whole = |n: usize| Exact::from(i64::try_from(n).unwrap_or(i64::MAX));
    match &of.what {
        What::Set(members) => {
            let (sure, all) = (members.sure().count(), members.len());
            Term::quantity(Quantity::number(Interval::closed(whole(sure), whole(all))))
        }
        What::Table(table) => Term::number(whole(world.tables.get(*table).map_or(0, |table| table.rows.len()))),
        _ => Term::ABSENT,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extreme {
    Least,
    Greatest,
}

/// The least or greatest of a set or of the arguments: it lies between the extremes of the lower
/// and of the upper ends.
fn extreme<'v>(arguments: &[Term<'v>], which: Extreme) -> Term<'v> {
    let mut found: Option<Term<'v>> = None;
    for argument in arguments {
        let members = match &argument.what {
            What::Set(members) => members.clone(),
            _ => Members::Terms(vec![argument.clone()]),
        };
        for member in members.sure() {
            found = match found {
                None => Some(member),
                Some(found) => match further(&found, &member, which) {
                    Some(further) => Some(further),
                    None => return Term::ABSENT,
                },
            };
        }
    }
    found.unwrap_or(Term::ABSENT)
}

fn further<'v>(a: &Term<'v>, b: &Term<'v>, which: Extreme) -> Option<Term<'v>> {
    // A sure extreme keeps its place in the text.
    let order = match which {
        Extreme::Least => Comparison::AtMost,
        Extreme::Greatest => Comparison::AtLeast,
    };
    match (&a.what, &b.what) {
        (What::Quantity(x), What::Quantity(y)) => {
            match compare::quantities(order, x, y) {
                Answer::Yes => return Some(a.clone()),
                Answer::No => return Some(b.clone()),
                Answer::Absent => return None,
                Answer::Perhaps => {}
            }
            let (x_scaled, y_scaled) = on_one_scale(x, y)?;
            let measured = if x.measured == y.measured { x.measured.clone() } else { Measured::Share };
            let interval = match which {
                Extreme::Least => lesser(x_scaled, y_scaled),
                Extreme::Greatest => lesser(x_scaled.negated(), y_scaled.negated()).negated(),
            };
            Some(Term::quantity(Quantity { interval, measured, unit: x.unit.clone() }))
        }
        (What::Date(x), What::Date(y)) => Some(match (compare::dates(order, *x, *y), which) {
            (Answer::Yes, _) => a.clone(),
            (Answer::No, _) => b.clone(),
            (_, Extreme::Least) => Term::new(What::Date(DateRange {
                first: x.first.min(y.first),
                last: x.last.min(y.last),
                precision: x.precision.max(y.precision),
            })),
            (_, Extreme::Greatest) => Term::new(What::Date(DateRange {
                first: x.first.max(y.first),
                last: x.last.max(y.last),
                precision: x.precision.max(y.precision),
            })),
        }),
        _ => None,
    }
}

/// The interval of the lesser of two numbers; ends count as reached.
fn lesser(a: Interval, b: Interval) -> Interval {
    let low = match (a.low.number(), b.low.number()) {
        (Some(a), Some(b)) => End::Closed(a.min(b)),
        _ => End::Unbounded,
    };
    let high = match (a.high.number(), b.high.number()) {
        (Some(a), Some(b)) => End::Closed(a.min(b)),
        (Some(end), None) | (None, Some(end)) => End::Closed(end),
        (None, None) => End::Unbounded,
    };
    Interval { low, high }
}

fn end_of<'v>(of: &Term<'v>, last: bool) -> Term<'v> {
    let What::Set(members) = &of.what else { return of.clone() };
    let found = if last { members.sure().last() } else { members.sure().next() };
    found.unwrap_or(Term::ABSENT)
}

/// The members that are not surely the same as one before them; what may be the same is possible.
fn distinct<'v>(of: &Term<'v>, world: &World<'_>) -> Term<'v> {
    let What::Set(members) = &of.what else { return of.clone() };
    let mut kept: Vec<Term<'v>> = Vec::new();
    for member in members.iter().filter(|member| !member.is_absent()) {
        let same = kept.iter().fold(Answer::No, |same, other| {
            let answer = compare::is(other, &member, world.views);
            same.or(if other.possible { answer.weakened() } else { answer })
        });
        match same {
            Answer::Yes => {}
            Answer::No => kept.push(member),
            Answer::Absent | Answer::Perhaps => kept.push(Term { possible: true, ..member }),
        }
    }
    Term::set(kept)
}

/// Rounds half away from zero in the unit that the quantity carries.
fn rounded(of: &Term<'_>, decimals: &Term<'_>) -> Term<'static> {
    let Some(of) = quantity(of) else { return Term::ABSENT };
    let decimals = quantity(decimals).and_then(|q| q.interval.single()).map_or(0, Exact::floor);
    let decimals = u32::try_from(decimals).unwrap_or(0).min(12);
    let scale = Scale::of(of);
    let round = |end: End| {
        end.number()
            .and_then(|n| scale.in_base(scale.in_unit(n)?.rounded(decimals)?))
            .map_or(End::Unbounded, End::Closed)
    };
    let interval = Interval { low: round(of.interval.low), high: round(of.interval.high) };
    Term::quantity(Quantity { interval, ..of.clone() })
}

fn single_day(term: &Term<'_>) -> Option<jiff::civil::Date> {
    match &term.what {
        What::Date(date) if date.first == date.last => Some(date.first),
        _ => None,
    }
}

/// The day of that weekday that is nearest to a date: at most three days off.
fn nearest(weekday: &Term<'_>, to: &Term<'_>) -> Option<DateRange> {
    let (What::Named(weekday), Some(day)) = (&weekday.what, single_day(to)) else { return None };
    let days = (-3_i64..=3).filter_map(|offset| day.checked_add(jiff::Span::new().try_days(offset).ok()?).ok());
    days.into_iter().find(|day| date::weekday(day.weekday()).index == weekday.index).map(DateRange::day)
}

/// A measure in another unit of its dimension.
fn converted(of: &Term<'_>, unit: &Term<'_>, world: &World<'_>) -> Term<'static> {
    let (Some(of), What::Thing(name)) = (quantity(of), &unit.what) else { return Term::ABSENT };
    let found = (name.kind == ThingKind::Unit).then(|| unit_of(&name.key, world)).flatten();
    let dimension = match &of.measured {
        Measured::Physical(dimension) => Some(*dimension),
        Measured::Time => Some(arithmetic::DAY.dimension),
        Measured::Number | Measured::Percent | Measured::Points | Measured::Share | Measured::Money(_) => None,
    };
    match found {
        // A difference of temperatures is told in the unit of the scale.
        Some(unit) if dimension.is_some_and(|dimension| dimension.warmth != 0 && unit.dimension.temperature != 0) => {
            Term::quantity(Quantity { unit: Some(unit), ..of.clone() })
        }
        Some(unit) if dimension == Some(unit.dimension) => Term::quantity(Quantity { unit: Some(unit), ..of.clone() }),
        _ => Term::ABSENT,
    }
}

/// A unit that the article uses.
fn unit_of(name: &str, world: &World<'_>) -> Option<Arc<Unit>> {
    let views = std::iter::once(world.views.first).chain(world.views.second());
    let measures = views.flat_map(|view| &view.facts.measures);
    let mut units = measures.map(|measure| &measure.unit).filter(|unit| identity::same_text(&unit.name, name));
    units.next().map(Arc::clone)
}

fn between(from: &Term<'_>, to: &Term<'_>, how: impl Fn(DateRange, DateRange) -> Quantity) -> Term<'static> {
    match (&from.what, &to.what) {
        (What::Date(from), What::Date(to)) => Term::quantity(how(*from, *to)),
        _ => Term::ABSENT,
    }
}

fn apart(a: &Term<'_>, b: &Term<'_>, world: &World<'_>, how: impl Fn(&Text<'_>, Span, Span) -> usize) -> Term<'static> {
    let place = |term: &Term<'_>| match &term.what {
        What::Fact(fact) => world.columns.at(*fact).map(|at| at.span),
        _ => term.span,
    };
    let (Some(a), Some(b)) = (place(a), place(b)) else { return Term::ABSENT };
    let ((side, a), (other, b)) = (world.views.side(a), world.views.side(b));
    // Nothing lies between two articles.
    if side != other {
        return Term::ABSENT;
    }
    let apart = how(world.views.view(side).text, a, b);
    Term::number(Exact::from(i64::try_from(apart).unwrap_or(i64::MAX)))
}

fn sentences_apart(text: &Text<'_>, a: Span, b: Span) -> usize {
    text.sentence_at(a.start).abs_diff(text.sentence_at(b.start))
}

fn words_apart(text: &Text<'_>, a: Span, b: Span) -> usize {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    let between = text.token_from(first.end)..text.token_from(second.start);
    between.filter(|&token| text.kind(token) != TokenKind::Mark).count()
}
